"""OR-Tools routing on a day, core or full: guided local search on one thread.

A visit for two is two nodes that are served together and start together; breaks are break intervals; continuity is in each
worker's own arc costs. The solver has no seed that changes its search, so that one run says all.
"""

import time

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from child import Task, route


class Model:
    def __init__(self, task):
        self.task = task
        self.day = task.day
        day = self.day
        # A node a visit, or two for a visit for two; then first and last places.
        self.nodes = [(number, part) for number, visit in enumerate(day.visits) for part in range(visit.workers)]
        count = len(self.nodes)
        places = [visit for visit, _ in self.nodes]
        places += [day.home(0) + offset for offset in range(2 * len(day.workers))]
        self.legs = [[day.table[a][b] for b in places] for a in places]
        self.service = [day.visits[visit].length for visit, _ in self.nodes] + [0] * (2 * len(day.workers))
        starts = [count + 2 * worker for worker in range(len(day.workers))]
        ends = [start + 1 for start in starts]
        self.manager = pywrapcp.RoutingIndexManager(len(places), len(day.workers), starts, ends)
        self.routing = pywrapcp.RoutingModel(self.manager)
        self.build_costs()
        self.build_times()
        self.build_visits()

    def index(self, node):
        return self.manager.NodeToIndex(node)

    def build_costs(self):
        day, routing = self.day, self.routing
        travel = [[day.weights.travel * minutes for minutes in row] for row in self.legs]
        if not day.weights.unknown:
            routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitMatrix(travel))
            return
        for worker in range(len(day.workers)):
            strange = [0 if worker in day.visits[visit].known else day.weights.unknown for visit, _ in self.nodes]
            strange += [0] * (2 * len(day.workers))
            costs = [[minutes + extra for minutes, extra in zip(row, strange)] for row in travel]
            routing.SetArcCostEvaluatorOfVehicle(routing.RegisterTransitMatrix(costs), worker)

    def build_times(self):
        day, routing = self.day, self.routing
        transit = [[minutes + service for minutes in row] for row, service in zip(self.legs, self.service)]
        horizon = max(worker.end + worker.overtime for worker in day.workers)
        evaluator = routing.RegisterTransitMatrix(transit)
        routing.AddDimension(evaluator, horizon, horizon, False, "time")
        self.time = routing.GetDimensionOrDie("time")
        solver = routing.solver()
        lengths = [0] * routing.Size()
        for node in range(len(self.nodes)):
            lengths[self.index(node)] = self.service[node]
        self.breaks = {}
        for number, worker in enumerate(day.workers):
            self.time.CumulVar(routing.Start(number)).SetRange(worker.begin, worker.begin)
            last = routing.End(number)
            self.time.CumulVar(last).SetRange(worker.begin, worker.end + worker.overtime)
            self.time.SetCumulVarSoftUpperBound(last, worker.end, day.weights.overtime)
            routing.AddVariableMinimizedByFinalizer(self.time.CumulVar(last))
            if worker.rest:
                interval = solver.FixedDurationIntervalVar(
                    worker.rest.earliest, worker.rest.latest, worker.rest.length, False, f"break {number}")
                self.breaks[number] = interval
                self.time.SetBreakIntervalsOfVehicle([interval], number, lengths)

    def build_visits(self):
        day, routing, solver = self.day, self.routing, self.routing.solver()
        parts = {}
        for node, (number, part) in enumerate(self.nodes):
            visit, index = day.visits[number], self.index(node)
            parts.setdefault(number, []).append(index)
            self.time.CumulVar(index).SetRange(visit.opens, visit.closes)
            routing.VehicleVar(index).SetValues([-1] + day.fitting[number])
            # Served together or not at all, so that half of the weight on each is the whole.
            routing.AddDisjunction([index], day.weights.uncovered[visit.tier] // visit.workers)
            if part == 0 and day.weights.late:
                self.time.SetCumulVarSoftUpperBound(index, visit.preferred, day.weights.late)
        for pair in parts.values():
            if len(pair) == 2:
                a, b = pair
                solver.Add(routing.ActiveVar(a) == routing.ActiveVar(b))
                solver.Add(self.time.CumulVar(a) == self.time.CumulVar(b))
                together = routing.ActiveVar(a) * (routing.VehicleVar(a) == routing.VehicleVar(b))
                solver.Add(together == 0)

    def parameters(self):
        parameters = pywrapcp.DefaultRoutingSearchParameters()
        strategies, searches = routing_enums_pb2.FirstSolutionStrategy, routing_enums_pb2.LocalSearchMetaheuristic
        parameters.first_solution_strategy = (
            strategies.LOCAL_CHEAPEST_INSERTION if self.breaks else strategies.PARALLEL_CHEAPEST_INSERTION)
        parameters.local_search_metaheuristic = searches.GUIDED_LOCAL_SEARCH
        # A limit is needed, and it counts the clock: the processor's seconds stop it before.
        parameters.time_limit.FromMilliseconds(int(self.task.seconds * 10_000) + 60_000)
        return parameters

    def solve(self):
        routing = self.routing
        best = {"cost": None, "routes": None}

        def found():
            cost = routing.CostVar().Min()
            # What comes after the seconds does not count.
            if (best["cost"] is None or cost < best["cost"]) and not self.task.is_over:
                best["cost"], best["routes"] = cost, self.routes()

        routing.AddAtSolutionCallback(found)
        routing.AddSearchMonitor(routing.solver().CustomLimit(self.task.is_over_now_and_then))
        routing.CloseModel()
        self.task.begin()
        routing.SolveWithParameters(self.parameters())
        self.task.end()
        return best["routes"]

    def routes(self):
        """What the search stands at."""
        found = []
        for worker in range(len(self.day.workers)):
            index = self.routing.NextVar(self.routing.Start(worker)).Value()
            visits, starts = [], []
            while not self.routing.IsEnd(index):
                visits.append(self.nodes[self.manager.IndexToNode(index)][0])
                starts.append(self.time.CumulVar(index).Min())
                index = self.routing.NextVar(index).Value()
            if visits:
                rest = self.breaks.get(worker)
                before = sum(start < rest.StartMin() for start in starts) if rest else None
                found.append(route(worker, visits, before))
        return found


def main():
    task = Task()
    built = time.process_time()
    model = Model(task)
    built = time.process_time() - built
    routes = model.solve()
    task.write(routes, f"model built in {built:.1f} s" if routes else "no plan")


main()
