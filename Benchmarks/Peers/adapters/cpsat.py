"""CP-SAT on a day, core or full: an interval for each worker and visit, hinted with a plan.

A visit has one start, whoever serves it, so that a visit for two needs nothing more. Each worker has a circuit of legs; the
intervals may not overlap one another or the break, and a leg that the break falls into is that much longer. Legs are those
to the nearest visits in time, and those of the hint.
"""

from ortools.sat.python import cp_model

from child import Task, route

# Legs from a visit, of each worker.
NEXT = {True: 25, False: 12}
LARGE_DAY = 160


class Model:
    def __init__(self, task):
        self.task, self.day = task, task.day
        self.model = cp_model.CpModel()
        self.costs = []
        self.present, self.leg, self.rest_first, self.rest, self.back = {}, {}, {}, {}, {}
        self.used, self.over, self.late, self.missing = {}, {}, {}, {}
        day = self.day
        self.start = [self.model.new_int_var(v.opens, v.closes, f"start {n}") for n, v in enumerate(day.visits)]
        self.hinted = {r["staff"]: r for r in task.hint["routes"]} if task.hint else {}
        for worker in range(len(day.workers)):
            self.build_worker(worker)
        for number in range(len(day.visits)):
            self.build_visit(number)
        self.model.minimize(sum(self.costs))

    def legs_of(self, worker, visits):
        """The legs worth having: from each visit to the soonest that can follow it."""
        day, legs = self.day, set()
        most = NEXT[len(day.visits) < LARGE_DAY]
        for a in visits:
            after = []
            for b in visits:
                ready = day.visits[a].opens + day.visits[a].length + day.table[a][b]
                if a != b and ready <= day.visits[b].closes:
                    after.append((max(ready, day.visits[b].opens) + 2 * day.table[a][b], b))
            legs.update((a, b) for _, b in sorted(after)[:most])
        hint = self.hinted.get(worker)
        if hint:
            legs.update(zip(hint["visits"], hint["visits"][1:]))
        return sorted(legs)

    def build_worker(self, worker):
        day, model = self.day, self.model
        person = day.workers[worker]
        visits = [v for v in range(len(day.visits)) if day.fits(worker, v) and day.visits[v].closes >= person.begin
                  and day.visits[v].opens + day.visits[v].length <= person.end + person.overtime]
        used = self.used[worker] = model.new_bool_var(f"used {worker}")
        back = self.back[worker] = model.new_int_var(person.begin, person.end + person.overtime, f"back {worker}")
        intervals = []
        for visit in visits:
            present = self.present[worker, visit] = model.new_bool_var(f"{worker} to {visit}")
            model.add_implication(present, used)
            intervals.append(model.new_optional_fixed_size_interval_var(
                self.start[visit], day.visits[visit].length, present, f"{worker} at {visit}"))
            if day.weights.unknown and worker not in day.visits[visit].known:
                self.costs.append(day.weights.unknown * present)
        if person.rest:
            start = self.rest[worker] = model.new_int_var(person.rest.earliest, person.rest.latest, f"rest {worker}")
            intervals.append(
                model.new_optional_fixed_size_interval_var(start, person.rest.length, used, f"rest {worker}"))
            for visit in visits:
                first = self.rest_first[worker, visit] = model.new_bool_var(f"rest {worker} before {visit}")
                present = self.present[worker, visit]
                model.add(start + person.rest.length <= self.start[visit]).only_enforce_if(first, present)
                model.add(self.start[visit] + day.visits[visit].length <= start).only_enforce_if(~first, present)
        model.add_no_overlap(intervals)
        self.build_circuit(worker, visits)
        if day.weights.overtime and person.overtime:
            over = self.over[worker] = model.new_int_var(0, person.overtime, f"overtime {worker}")
            model.add(over >= back - person.end)
            self.costs.append(day.weights.overtime * over)

    def build_circuit(self, worker, visits):
        day, model = self.day, self.model
        node = {visit: number + 1 for number, visit in enumerate(visits)}
        arcs = [(0, 0, ~self.used[worker])]
        for visit in visits:
            arcs.append((node[visit], node[visit], ~self.present[worker, visit]))
            for a, b in ((None, visit), (visit, None)):
                arcs.append((node.get(a, 0), node.get(b, 0), self.new_leg(worker, a, b)))
        arcs += [(node[a], node[b], self.new_leg(worker, a, b)) for a, b in self.legs_of(worker, visits)]
        model.add_circuit(arcs)

    def new_leg(self, worker, a, b):
        """A leg between two visits; `None` is the worker's first or last place."""
        day, model = self.day, self.model
        person = day.workers[worker]
        taken = self.leg[worker, a, b] = model.new_bool_var(f"{worker}: {a} to {b}")
        origin = day.home(worker) if a is None else a
        target = day.last(worker) if b is None else b
        minutes = day.table[origin][target]
        if minutes:
            self.costs.append(day.weights.travel * minutes * taken)
        free = person.begin if a is None else self.start[a] + day.visits[a].length
        arrival = self.back[worker] if b is None else self.start[b]
        model.add(arrival >= free + minutes).only_enforce_if(taken)
        if person.rest:
            conditions = [taken]
            if a is not None:
                conditions.append(~self.rest_first[worker, a])
            if b is not None:
                conditions.append(self.rest_first[worker, b])
            else:
                model.add(arrival >= self.rest[worker] + person.rest.length).only_enforce_if(conditions)
            model.add(arrival >= free + minutes + person.rest.length).only_enforce_if(conditions)
        return taken

    def build_visit(self, number):
        visit, model = self.day.visits[number], self.model
        missing = model.new_bool_var(f"{number} uncovered")
        crew = [self.present[w, number] for w in self.day.fitting[number] if (w, number) in self.present]
        model.add(sum(crew) + visit.workers * missing == visit.workers)
        self.costs.append(self.day.weights.uncovered[visit.tier] * missing)
        self.missing[number] = missing
        if self.day.weights.late and visit.closes > visit.preferred:
            late = self.late[number] = model.new_int_var(0, visit.closes - visit.preferred, f"late {number}")
            model.add(late >= self.start[number] - visit.preferred)
            self.costs.append(self.day.weights.late * late)

    def give_hint(self):
        """Every choice of the hinted plan, with its earliest starts."""
        from evaluator import follow, readable, settle

        day, model = self.day, self.model
        routes = readable(day, self.task.hint, [])
        crews = [[n for n, r in enumerate(routes) if v in r.visits] for v in range(len(day.visits))]
        starts = settle(day, routes, crews, [])
        values = {}
        for number, start in enumerate(starts):
            values[self.start[number].index] = start
            values[self.missing[number].index] = not crews[number]
            if number in self.late:
                values[self.late[number].index] = max(0, start - day.visits[number].preferred)
        for worker, rest in self.rest.items():
            values[rest.index] = day.workers[worker].rest.earliest
        for worker, back in self.back.items():
            values[back.index] = day.workers[worker].begin
        for route_ in routes:
            worker = route_.worker
            stops = [None, *route_.visits, None]
            values[self.used[worker].index] = 1
            values.update({self.leg[worker, a, b].index: 1 for a, b in zip(stops, stops[1:])})
            values.update({self.present[worker, visit].index: 1 for visit in route_.visits})
            for visit, arrival, _, rest in follow(day, route_, starts):
                if rest is not None:
                    values[self.rest[worker].index] = rest
                if visit is None:
                    values[self.back[worker].index] = arrival
                    if worker in self.over:
                        values[self.over[worker].index] = max(0, arrival - day.workers[worker].end)
            if route_.rest_before is not None:
                values.update({self.rest_first[worker, visit].index: position >= route_.rest_before
                               for position, visit in enumerate(route_.visits)})
        # Whole, because only a whole hint is a plan at once.
        choices = [self.start, self.missing, self.late, self.rest, self.back, self.over, self.used, self.present,
                   self.leg, self.rest_first]
        for variables in choices:
            for variable in variables.values() if isinstance(variables, dict) else variables:
                model.add_hint(variable, int(values.get(variable.index, 0)))

    def solve(self):
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        # One thread's own search never improved the hint in ten seconds; its neighbourhoods by turns do. Probing took most of
        # five seconds.
        solver.parameters.interleave_search = True
        solver.parameters.use_lns_only = True
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.random_seed = self.task.seed
        # The clock's limit is for the worst; the processor's seconds stop it before.
        solver.parameters.max_time_in_seconds = self.task.seconds * 10 + 60
        self.task.begin()
        self.task.watch(solver.stop_search)
        status = solver.solve(self.model)
        self.task.end()
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None, f"no plan: {solver.status_name(status)}"
        return self.routes(solver), f"bound {solver.best_objective_bound:.0f} on the legs offered"

    def routes(self, solver):
        after = {(w, a): b for (w, a, b), literal in self.leg.items() if solver.boolean_value(literal)}
        found = []
        for worker in range(len(self.day.workers)):
            visits = []
            visit = after.get((worker, None))
            while visit is not None:
                visits.append(visit)
                visit = after[worker, visit]
            if not visits:
                continue
            before = None
            if worker in self.rest:
                before = sum(not solver.boolean_value(self.rest_first[worker, visit]) for visit in visits)
            found.append(route(worker, visits, before))
        return found


def main():
    task = Task()
    model = Model(task)
    if task.hint:
        model.give_hint()
    routes, note = model.solve()
    task.write(routes, note)


main()
