"""PyVRP on a core day: prizes for visits, a routing profile for each kind of worker, overtime as it has it.

Who may not go to a visit has forbidden legs there: PyVRP has no skills. A shift starts at its begin, so that its duration's
overtime is the minutes past the shift's end.
"""

import numpy

from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve

from child import Task, route

FORBIDDEN = 10_000_000


class ProcessorSeconds:
    """A stopping criterion of PyVRP's."""

    def __init__(self, task):
        self.task = task

    def __call__(self, best_cost):
        return self.task.is_over


def problem(day):
    count = len(day.visits)
    weights = day.weights
    table = numpy.array(day.table, dtype=numpy.int64)
    # Depots come before clients, and locations are the places in this order.
    order = list(range(count, len(table))) + list(range(count))
    durations = table[numpy.ix_(order, order)]
    depots = 2 * len(day.workers)
    profiles, of_worker, distances = {}, [], []
    for worker in range(len(day.workers)):
        able = tuple(day.fits(worker, visit) for visit in range(count))
        if able not in profiles:
            profiles[able] = len(distances)
            legs = weights.travel * durations
            barred = [depots + visit for visit in range(count) if not able[visit]]
            legs[barred, :] = FORBIDDEN
            legs[:, barred] = FORBIDDEN
            numpy.fill_diagonal(legs, 0)
            distances.append(legs)
        of_worker.append(profiles[able])
    vehicles = [
        VehicleType(
            start_depot=2 * number, end_depot=2 * number + 1, tw_early=worker.begin, start_late=worker.begin,
            tw_late=worker.end + worker.overtime, shift_duration=worker.end - worker.begin,
            max_overtime=worker.overtime, unit_overtime_cost=weights.overtime, unit_distance_cost=1,
            profile=of_worker[number])
        for number, worker in enumerate(day.workers)
    ]
    places = [day.places[index] for index in order]
    clients = [
        Client(location=depots + number, service_duration=visit.length, tw_early=visit.opens, tw_late=visit.closes,
               prize=weights.uncovered[visit.tier], required=False)
        for number, visit in enumerate(day.visits)
    ]
    return ProblemData(
        locations=[Location(x, y) for x, y in places], depots=[Depot(location=number) for number in range(depots)],
        clients=clients, vehicle_types=vehicles, distance_matrices=distances,
        duration_matrices=[durations] * len(distances))


def main():
    task = Task()
    data = problem(task.day)
    task.begin()
    result = solve(data, ProcessorSeconds(task), seed=task.seed, collect_stats=False, display=False)
    task.end()
    if not result.is_feasible():
        task.write(None, "no feasible plan")
        return
    routes = [route(tour.vehicle_type(), visited(tour, data)) for tour in result.best.routes()]
    task.write(routes)


def visited(tour, data):
    return [activity.idx for activity in tour if activity.is_client()]


main()
