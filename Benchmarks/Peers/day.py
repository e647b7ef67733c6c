"""A day of the days set: read from its JSON, with its travel times and who may go to whom.

Times are minutes from midnight, places hundredths of a kilometre. Written from the set's rules alone; nothing is shared with the
product's reader.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from math import isqrt

TIERS = (1, 2, 3, 4)


class Unreadable(Exception):
    """A file that is not there or not as it must be."""


@dataclass(frozen=True)
class Rest:
    """A break: it starts between `earliest` and `latest`."""

    length: int
    earliest: int
    latest: int


@dataclass(frozen=True)
class Worker:
    role: str
    skills: frozenset
    begin: int
    end: int
    # Minutes past the end, at most.
    overtime: int
    home: tuple
    last_place: tuple
    rest: Rest | None


@dataclass(frozen=True)
class Visit:
    place: tuple
    length: int
    # Both bound the start.
    opens: int
    closes: int
    preferred: int
    roles: frozenset
    skills: frozenset
    workers: int
    tier: int
    known: frozenset


@dataclass(frozen=True)
class Weights:
    # By tier; nothing at 0.
    uncovered: tuple
    travel: int
    late: int
    unknown: int
    overtime: int


@dataclass(frozen=True)
class Day:
    name: str
    variant: str
    weights: Weights
    workers: tuple
    visits: tuple
    digest: str

    def fits(self, worker, visit):
        """The worker's role is one of the visit's, and the visit's skills are all the worker's."""
        person, call = self.workers[worker], self.visits[visit]
        return person.role in call.roles and call.skills <= person.skills

    @cached_property
    def fitting(self):
        """For each visit, the workers who fit it."""
        return [[w for w in range(len(self.workers)) if self.fits(w, v)] for v in range(len(self.visits))]

    @cached_property
    def places(self):
        """Visits first, then each worker's first and last place: `home(worker)`, `last(worker)`."""
        ends = [place for worker in self.workers for place in (worker.home, worker.last_place)]
        return [visit.place for visit in self.visits] + ends

    def home(self, worker):
        return len(self.visits) + 2 * worker

    def last(self, worker):
        return len(self.visits) + 2 * worker + 1

    @cached_property
    def table(self):
        """Minutes between places, row by row."""
        known = {}
        rows = []
        for a in self.places:
            row = []
            for b in self.places:
                key = (abs(a[0] - b[0]), abs(a[1] - b[1]))
                if key not in known:
                    known[key] = travel(a, b)
                row.append(known[key])
            rows.append(row)
        return rows


def travel(a, b):
    """Minutes: none within a point, otherwise 3 and 2.4 a kilometre, rounded up; exact, where binary fractions are not."""
    if a == b:
        return 0
    # 2.4 minutes a kilometre are 24 thousandths of a minute a hundredth.
    squared = 576 * ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
    thousandths = isqrt(squared - 1) + 1
    return 3 - (-thousandths // 1000)


def hundredths(pair):
    x, y = pair
    return (round(x * 100), round(y * 100))


def read(path):
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    try:
        return parsed(json.loads(content), hashlib.sha256(content).hexdigest()[:16])
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise Unreadable(f"{path}: not a day: {error!r}") from error


def parsed(tree, digest=""):
    weights = tree["weights"]
    return Day(
        name=tree["name"],
        variant=tree["variant"],
        weights=Weights(tuple(weights["tier"]), weights["travel"], weights["late"], weights["discont"],
                        weights["overtime"]),
        workers=tuple(worker(record) for record in tree["staff"]),
        visits=tuple(visit(record) for record in tree["visits"]),
        digest=digest,
    )


def worker(record):
    rest = record.get("break")
    return Worker(
        role=record["role"], skills=frozenset(record["skills"]), begin=record["shift"][0], end=record["shift"][1],
        overtime=record["max_ot"], home=hundredths(record["start"]), last_place=hundredths(record["end"]),
        rest=Rest(rest["dur"], rest["from"], rest["to"]) if rest else None)


def visit(record):
    return Visit(
        place=hundredths(record["patient_xy"]), length=record["dur"], opens=record["tw"][0], closes=record["tw"][1],
        preferred=record["pref"], roles=frozenset(record["roles"]), skills=frozenset(record["skills"]),
        workers=record["n"], tier=record["tier"], known=frozenset(record["cont"]))
