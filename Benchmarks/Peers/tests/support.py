"""Small days for the tests, and the way to the harness."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import day as days

WEIGHTS = {"tier": [0, 40000, 10000, 2500, 600], "travel": 2, "late": 1, "discont": 15, "overtime": 4}


def worker(number, **other):
    return {"id": number, "role": "RA", "skills": ["meds"], "shift": [480, 720], "max_ot": 30, "start": [0, 0],
            "end": [0, 0], "break": None, "patch": 0, **other}


def visit(number, **other):
    return {"id": number, "patient_xy": [2.5, 0], "dur": 30, "tw": [500, 560], "pref": 500, "roles": ["RA"],
            "skills": [], "n": 1, "tier": 2, "cont": [0, 1], **other}


def day(workers, visits):
    return days.parsed({"name": "small", "seed": 1, "variant": "full", "slot": 15, "weights": WEIGHTS, "staff": workers,
                        "visits": visits})


def plan(*routes):
    """Routes as `(worker, visits)` or `(worker, visits, break before)`."""
    return {"routes": [{"staff": r[0], "visits": r[1], "break_before": r[2] if len(r) > 2 else None} for r in routes]}
