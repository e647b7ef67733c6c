"""VROOM on a core day: a skill for each kind of visit, priorities for the tiers.

VROOM has no overtime, so shifts end when they end, and it maximises the sum of the priorities. It stops by itself; SECONDS is
not used, and SEED is the level of its exploration, 0 to 5.
"""

import vroom

from child import Task, route

PRIORITIES = {1: 100, 2: 40, 3: 10, 4: 2}
# VROOM's times are seconds.
MINUTE = 60


def problem(day):
    kinds = {}
    for visit in day.visits:
        kinds.setdefault((visit.roles, visit.skills), len(kinds) + 1)
    of_visit = [kinds[visit.roles, visit.skills] for visit in day.visits]
    data = vroom.Input()
    data.set_durations_matrix("car", [[MINUTE * minutes for minutes in row] for row in day.table])
    for number, worker in enumerate(day.workers):
        skills = {of_visit[visit] for visit in range(len(day.visits)) if day.fits(number, visit)}
        data.add_vehicle(vroom.Vehicle(
            number + 1, start=day.home(number), end=day.last(number), skills=skills,
            time_window=vroom.TimeWindow(MINUTE * worker.begin, MINUTE * worker.end)))
    for number, visit in enumerate(day.visits):
        data.add_job(vroom.Job(
            number + 1, location=number, default_service=MINUTE * visit.length, skills={of_visit[number]},
            priority=PRIORITIES[visit.tier],
            time_windows=[vroom.TimeWindow(MINUTE * visit.opens, MINUTE * visit.closes)]))
    return data


def main():
    task = Task()
    data = problem(task.day)
    task.begin()
    solution = data.solve(exploration_level=task.seed, nb_threads=1)
    task.end()
    stops = {}
    for step in solution.to_dict()["routes"]:
        stops[step["vehicle"] - 1] = [stop["id"] - 1 for stop in step["steps"] if stop["type"] == "job"]
    task.write([route(worker, visits) for worker, visits in sorted(stops.items())], f"exploration {task.seed}")


main()
