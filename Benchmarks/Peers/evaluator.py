"""Judges a solution of a day: what is uncovered, what it costs, and every rule that it breaks.

A solution is `{"routes": [{"staff": 0, "visits": [3, 1], "break_before": 1}]}`; a visit for two stands on two routes. Everybody
goes as early as they can: no part of the cost falls with time, so the earliest schedule is the best. It is found by going over
the routes until no start moves any more.
"""

from dataclasses import dataclass, field

from day import travel


@dataclass
class Judgement:
    # Uncovered visits of tier 1, 2, 3 and 4.
    uncovered: tuple = (0, 0, 0, 0)
    # Minutes.
    travel: int = 0
    late: int = 0
    overtime: int = 0
    # Visits and workers who are not one of those who know the person.
    unknown: int = 0
    # Weighted travel, lateness, strangers and overtime.
    cost: int = 0
    # The set's own value: the cost and the weights of what is uncovered.
    weighted: int = 0
    broken: list = field(default_factory=list)

    @property
    def rank(self):
        """What is compared: tiers first, then cost."""
        return (*self.uncovered, self.cost)


@dataclass
class Route:
    worker: int
    visits: list
    rest_before: int | None


def judge(day, solution):
    judgement = Judgement()
    routes = readable(day, solution, judgement.broken)
    crews = cover(day, routes, judgement)
    starts = settle(day, routes, crews, judgement.broken)
    price(day, routes, crews, starts, judgement)
    weights = day.weights
    judgement.cost = (weights.travel * judgement.travel + weights.late * judgement.late
                      + weights.unknown * judgement.unknown + weights.overtime * judgement.overtime)
    judgement.weighted = judgement.cost + sum(
        weights.uncovered[tier] * count for tier, count in enumerate(judgement.uncovered, start=1))
    return judgement


def readable(day, solution, broken):
    """The routes that can be followed; what can't be is told."""
    routes, seen = [], set()
    for record in solution["routes"]:
        worker, visits, rest = record["staff"], list(record["visits"]), record.get("break_before")
        if not is_number(worker, len(day.workers)):
            broken.append(f"there is no worker {worker}")
            continue
        if worker in seen:
            broken.append(f"worker {worker} has two routes")
            continue
        seen.add(worker)
        strangers = [visit for visit in visits if not is_number(visit, len(day.visits))]
        broken += [f"there is no visit {visit}" for visit in strangers]
        visits = [visit for visit in visits if visit not in strangers]
        if len(set(visits)) < len(visits):
            broken.append(f"a visit stands twice on the route of worker {worker}")
            visits = list(dict.fromkeys(visits))
        if not visits:
            continue
        has = day.workers[worker].rest is not None
        if has and not is_number(rest, len(visits) + 1):
            broken.append(f"worker {worker} has no break, or one behind the end")
            rest = None
        if not has and rest is not None:
            broken.append(f"worker {worker} has a break that the shift has not")
            rest = None
        routes.append(Route(worker, visits, rest))
    return routes


def is_number(value, below):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < below


def cover(day, routes, judgement):
    """Who goes to whom: for each visit, the routes it stands on."""
    crews = [[] for _ in day.visits]
    for number, route in enumerate(routes):
        for visit in route.visits:
            crews[visit].append(number)
    counts = [0, 0, 0, 0]
    for number, visit in enumerate(day.visits):
        crew = [routes[route].worker for route in crews[number]]
        if not crew:
            counts[visit.tier - 1] += 1
        elif len(crew) != visit.workers:
            judgement.broken.append(f"visit {number} needs {visit.workers} and has {len(crew)}")
        for worker in crew:
            if not day.fits(worker, number):
                judgement.broken.append(f"worker {worker} has not the role or skills for visit {number}")
            if worker not in visit.known:
                judgement.unknown += 1
    judgement.uncovered = tuple(counts)
    return crews


def follow(day, route, starts):
    """Yields when each visit of a route can start at the earliest, then when the worker is back, with the break's start.

    The leg before the break's place is interrupted by it or not: it starts when the visit before it is over or its window
    opens, and the rest of the way comes after it.
    """
    worker = day.workers[route.worker]
    free, place = worker.begin, worker.home
    for position in range(len(route.visits) + 1):
        at_end = position == len(route.visits)
        target = worker.last_place if at_end else day.visits[route.visits[position]].place
        leg = travel(place, target)
        arrival, rest_start = free + leg, None
        if route.rest_before == position:
            rest_start = max(free, worker.rest.earliest)
            arrival = max(arrival, worker.rest.earliest) + worker.rest.length
        yield (None if at_end else route.visits[position]), arrival, leg, rest_start
        if not at_end:
            visit = route.visits[position]
            free, place = starts[visit] + day.visits[visit].length, day.visits[visit].place


def settle(day, routes, crews, broken):
    """Each visit's earliest start: the least that all its routes allow."""
    starts = [visit.opens for visit in day.visits]
    # A start moves only after one before it has: without a circle, one round a visit is enough.
    for _ in range(len(day.visits) + 1):
        moved = False
        for route in routes:
            for visit, arrival, _, _ in follow(day, route, starts):
                if visit is not None and arrival > starts[visit]:
                    starts[visit] = arrival
                    moved = True
        if not moved:
            break
    else:
        broken.append("visits for two wait for each other in a circle")
    for number, visit in enumerate(day.visits):
        if crews[number] and starts[number] > visit.closes:
            broken.append(f"visit {number} starts at {starts[number]}, its window closes at {visit.closes}")
    return starts


def price(day, routes, crews, starts, judgement):
    for number, visit in enumerate(day.visits):
        if crews[number]:
            judgement.late += max(0, starts[number] - visit.preferred)
    for route in routes:
        worker = day.workers[route.worker]
        for visit, arrival, leg, rest_start in follow(day, route, starts):
            judgement.travel += leg
            if rest_start is not None and rest_start > worker.rest.latest:
                judgement.broken.append(
                    f"the break of worker {route.worker} starts at {rest_start}, its window closes at {worker.rest.latest}")
            if visit is None:
                over = max(0, arrival - worker.end)
                judgement.overtime += over
                if over > worker.overtime:
                    judgement.broken.append(
                        f"worker {route.worker} is back {over} minutes late, {worker.overtime} are allowed")
