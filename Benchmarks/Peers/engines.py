"""Who is measured: reable and its peers, what each can say, and how one run of each is made."""

import hashlib
import json
import os
import subprocess

import day as days
import processes
import rotas
from evaluator import judge
from instances import set_folder
from results import Run

HERE = os.path.dirname(os.path.abspath(__file__))


class Missing(Exception):
    """Something that is needed is not there."""


class Peer:
    """A solver with an adapter under `adapters/`."""

    def __init__(self, name, adapter, package, variants, python, *, seeds=None, hint=None):
        self.name, self.adapter, self.variants, self.python = name, adapter, variants, python
        # None where every seed is a run; otherwise those that say all.
        self.seeds = seeds
        self.hint = hint
        self.version = version(python, package)

    def most_seconds(self, limit):
        """Of the whole process: building the model of a large day takes longer than a short search."""
        return 1.5 * limit + 180

    def run(self, instance, limit, seed, scratch):
        out = os.path.join(scratch, "solution.json")
        if os.path.exists(out):
            os.remove(out)
        command = [self.python, "-B", os.path.join(HERE, "adapters", self.adapter + ".py"), instance.path, str(limit),
                   str(seed), out]
        if self.hint:
            plan = os.path.join(scratch, "hint.json")
            with open(plan, "w", encoding="utf-8") as file:
                json.dump(self.hint(instance, scratch), file)
            command += ["--hint", plan]
        outcome = processes.run(command, scratch, self.most_seconds(limit))
        if outcome.code != 0 or not os.path.exists(out):
            why = "too slow" if outcome.code is None else last_line(outcome.errors) or f"exit code {outcome.code}"
            return record(self, instance, limit, seed, outcome, outcome.seconds, None, why)
        with open(out, encoding="utf-8") as file:
            answer = json.load(file)
        solution = None if answer["routes"] is None else answer
        return record(self, instance, limit, seed, outcome, answer["solverSeconds"], solution, answer["note"])


class Vroom(Peer):
    """Stops by itself and has no seed: the most thorough exploration that keeps within the seconds is its answer."""

    levels = (5, 4, 3, 2, 1, 0)

    def most_seconds(self, limit):
        return limit + 20

    def run(self, instance, limit, seed, scratch):
        for level in self.levels:
            found = super().run(instance, limit, level, scratch)
            if found.seconds <= 1.05 * limit:
                break
        found.seed = seed
        return found


class Reable:
    """The engine, stopped at about the wanted processor seconds by its budget of work."""

    name = "reable"
    variants = ("core", "full")
    seeds = None
    # Of the wanted seconds, less and more.
    tolerance = (0.93, 1.03)
    # A run that took more is made again with less.
    most = 1.05
    tries = 6

    def __init__(self, program):
        self.program = program
        try:
            with open(program, "rb") as file:
                self.version = hashlib.sha256(file.read()).hexdigest()[:12]
        except OSError as error:
            raise Missing(f"{program}: {error.strerror}") from error
        self.budgets = {}

    def solve(self, instance, budget, seed, scratch, most_seconds=600):
        """The process, its rota as a solution (or None), and the value that reable itself gives it."""
        folder = os.path.join(scratch, "rotas")
        path = os.path.join(folder, f"days-{instance.name}-own.txt")
        if os.path.exists(path):
            os.remove(path)
        outcome = processes.run(
            [self.program, "bench-public", "--set", "days", "--folder", set_folder(instance), "--budget", str(budget),
             "--seed", str(seed), "--format", "csv", "--rotas", folder], scratch, most_seconds)
        if outcome.code != 0 or not os.path.exists(path):
            return outcome, None, None
        lines = [line.split(",") for line in outcome.output.splitlines()]
        return outcome, rotas.read(path), int(lines[1][lines[0].index("ours")])

    def greedy(self, instance, scratch):
        """The first plan, before any search."""
        outcome, solution, _ = self.solve(instance, 0, 1, os.path.join(scratch, "greedy"))
        if solution is None:
            raise Missing(f"reable has no first plan of {instance.name}: {last_line(outcome.errors)}")
        return solution

    def run(self, instance, limit, seed, scratch):
        budget = self.budget(instance, limit, scratch)
        for _ in range(self.tries):
            outcome, solution, own = self.solve(instance, budget, seed, scratch, 3 * limit + 60)
            if outcome.seconds <= self.most * limit:
                break
            # What else runs on the machine makes its seconds longer now and then; the rule holds all the same.
            budget = max(1, int(budget * limit / outcome.seconds))
        found = record(self, instance, limit, seed, outcome, outcome.seconds, solution,
                       "" if solution else last_line(outcome.errors))
        found.budget = budget
        if found.weighted is not None and found.weighted != own:
            found.note = f"reable itself says {own}"
        return found

    def budget(self, instance, limit, scratch):
        """The units that take the seconds on this day, tried with a seed that is not measured."""
        key = (instance.name, limit)
        if key in self.budgets:
            return self.budgets[key]
        known = sorted((seconds, units) for (name, seconds), units in self.budgets.items() if name == instance.name)
        budget = int(known[-1][1] * limit / known[-1][0]) if known else int(400_000 * min(limit, 1))
        for _ in range(self.tries):
            outcome, _, _ = self.solve(instance, budget, 0, scratch, 5 * limit + 60)
            share = outcome.seconds / limit
            if self.tolerance[0] <= share <= self.tolerance[1]:
                break
            # A first plan and reading take seconds that no budget changes: a step too far is mended by the next.
            budget = max(1, int(budget * min(20, 0.98 / max(share, 0.01))))
        self.budgets[key] = budget
        return budget


def record(engine, instance, limit, seed, outcome, seconds, solution, note):
    """The run, judged."""
    found = Run(
        engine=engine.name, version=engine.version, instance=instance.name, digest=instance.digest,
        size=instance.size, variant=instance.variant, limit=limit, seed=seed, seconds=round(seconds, 3),
        process_seconds=round(outcome.seconds, 3), megabytes=outcome.peak_megabytes, uncovered=None, cost=None,
        weighted=None, note=note)
    if solution is None:
        found.note = note or "no plan"
        return found
    judgement = judge(days.read(instance.path), solution)
    if judgement.broken:
        found.note = f"breaks {len(judgement.broken)} rules: {judgement.broken[0]}"
        return found
    found.uncovered, found.cost, found.weighted = list(judgement.uncovered), judgement.cost, judgement.weighted
    return found


def last_line(text):
    lines = text.strip().splitlines()
    return lines[-1][:200] if lines else ""


def version(python, package):
    """As that Python has it; None where it has not."""
    command = [python, "-c", f"import importlib.metadata as m; print(m.version({package!r}))"]
    outcome = subprocess.run(command, capture_output=True, text=True)
    return outcome.stdout.strip() if outcome.returncode == 0 else None


NAMES = ("reable", "pyvrp", "vroom", "ortools", "cpsat")


def chosen(names, program, python):
    """The engines of these names, in the order of `NAMES`."""
    reable = Reable(program)
    peers = {
        "reable": lambda: reable,
        "pyvrp": lambda: Peer("pyvrp", "pyvrp_core", "pyvrp", ("core",), python),
        "vroom": lambda: Vroom("vroom", "vroom_core", "pyvroom", ("core",), python, seeds=(1,)),
        "ortools": lambda: Peer("ortools", "ortools_routing", "ortools", ("core", "full"), python, seeds=(1,)),
        "cpsat": lambda: Peer("cpsat", "cpsat", "ortools", ("core", "full"), python, hint=reable.greedy),
    }
    found = [peers[name]() for name in NAMES if name in names]
    missing = [engine.name for engine in found if engine.version is None]
    if missing:
        raise Missing(f"{python} has not {', '.join(missing)}: pip install -r {os.path.join(HERE, 'requirements.txt')}")
    return found
