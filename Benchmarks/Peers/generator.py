"""More days in the days set's format, from a seed: the same bytes from every Python.

Only `random()` of the standard library's Mersenne twister is used: its sequence for a seed is promised, that of `choice` and
`shuffle` is not. Coordinates are whole hundredths, so no rounding of a platform shows.
"""

import json
import random

VISITS = {20: 120, 40: 300, 80: 600, 150: 1200}
# Loose: shorter calls, wider windows, whole shifts, so that nearly all can be covered.
TIGHTNESS = {
    "tight": {"lengths": (30, 30, 30, 45, 60), "windows": (30, 60, 120, 120, 240), "short": 0.4},
    "loose": {"lengths": (15, 15, 30, 30, 30), "windows": (60, 120, 120, 240, 240), "short": 0.1},
}
WEIGHTS = {
    "full": {"tier": [0, 40000, 10000, 2500, 600], "travel": 2, "late": 1, "discont": 15, "overtime": 4},
    "core": {"tier": [0, 40000, 10000, 2500, 600], "travel": 2, "late": 0, "discont": 0, "overtime": 4},
}
SKILLS = ("hoist", "meds", "dementia", "stoma")


class Draws:
    """A seeded stream."""

    def __init__(self, seed):
        self.stream = random.Random(seed)

    def below(self, count):
        return int(self.stream.random() * count)

    def within(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, share):
        return self.stream.random() < share

    def one(self, values):
        return values[self.below(len(values))]

    def near(self, centre, spread):
        """Three even draws: a hill around the centre, hundredths of a kilometre."""
        return tuple(c + sum(self.within(-spread, spread) for _ in range(3)) // 2 for c in centre)


def name(staff, tightness, seed, variant):
    return f"g{staff}-{tightness}-{seed}" + ("-core" if variant == "core" else "")


def day(staff, tightness, seed, variant):
    """The instance as a tree. The variants of a seed have the same people, places and windows."""
    settings = TIGHTNESS[tightness]
    draws = Draws(seed * 1000 + staff * 2 + (tightness == "loose"))
    patches = max(3, staff // 8)
    # Somewhat larger the more there are, in whole hundredths.
    side = 600 + 6 * staff
    centres = [(draws.within(0, side), draws.within(0, side)) for _ in range(patches)]
    people = [worker(draws, number, staff, centres, settings) for number in range(staff)]
    visits = []
    while len(visits) < VISITS[staff]:
        visits += person(draws, people, centres, settings, len(visits), VISITS[staff] - len(visits))
    if variant == "core":
        for record in people:
            record["break"] = None
        for record in visits:
            record["n"] = 1
    return {"name": name(staff, tightness, seed, variant), "seed": seed, "variant": variant, "slot": 15,
            "weights": WEIGHTS[variant], "staff": people, "visits": visits}


def text(tree):
    return json.dumps(tree, separators=(",", ":")) + "\n"


def kilometres(place):
    return [place[0] / 100, place[1] / 100]


def worker(draws, number, staff, centres, settings):
    share = number / staff
    role = "RA" if share < 0.75 else "OT" if share < 0.875 else "PT"
    patch = number % len(centres)
    if role == "RA":
        begin, length = draws.one(((420, 480), (840, 480), (420, 480), (840, 480)))
        if draws.chance(settings["short"]):
            begin, length = draws.one(((420, 360), (960, 360)))
    else:
        begin, length = 510, 480
    home = draws.near(centres[patch], 150)
    last = draws.near(centres[patch], 150) if draws.chance(0.25) else home
    rest = {"dur": 30, "from": begin + 165, "to": begin + 285} if length >= 480 else None
    skills = [skill for skill in SKILLS if draws.chance(0.6)]
    return {"id": number, "role": role, "skills": skills, "shift": [begin, begin + length], "max_ot": 30,
            "start": kilometres(home), "end": kilometres(last), "break": rest, "patch": patch}


def person(draws, people, centres, settings, first, most):
    """One person's calls: up to four a day by reablement assistants, or one by a therapist."""
    patch = draws.below(len(centres))
    place = draws.near(centres[patch], 150)
    tier = draws.one((1, 2, 2, 2, 3, 3, 3, 4, 4))
    kind = draws.below(10)
    roles = ["RA"] if kind < 7 else ["RA", "OT", "PT"] if kind == 7 else [draws.one(("OT", "PT"))]
    skills = [draws.one(SKILLS)] if roles == ["RA"] and draws.chance(0.3) else []
    double = roles == ["RA"] and draws.chance(0.12)
    likely = [w["id"] for w in people if w["patch"] == patch and w["role"] in roles]
    known = sorted({draws.one(likely) for _ in range(3)}) if likely else []
    times = ((435, 615), (640, 820), (880, 1060), (1070, 1250)) if roles == ["RA"] else ((570, 870),)
    records = []
    for low, high in times:
        if len(records) == most or roles == ["RA"] and draws.chance(0.2):
            continue
        preferred = draws.within(low, high)
        width = draws.one(settings["windows"])
        opens = preferred - draws.within(0, width // 3)
        records.append({
            "id": first + len(records), "patient_xy": kilometres(place), "dur": draws.one(settings["lengths"]),
            "tw": [opens, opens + width], "pref": preferred, "roles": roles, "skills": skills,
            "n": 2 if double and draws.chance(0.7) else 1, "tier": tier, "cont": known})
    return records
