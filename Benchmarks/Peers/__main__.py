"""The peers harness: the same days for reable and for other solvers, at equal processor seconds, judged by one evaluator.

    python3 Benchmarks/Peers run --reable PROGRAM [--seconds 1 5 30] [--sizes 20 40 80] [--seeds 5] [--out FILE]
    python3 Benchmarks/Peers table [--cache FOLDER] [--out FILE]
    python3 Benchmarks/Peers judge DAY SOLUTION
    python3 Benchmarks/Peers generate FOLDER [--sizes 20 40 80] [--days 3]

`run` goes on where it was stopped. Exit codes: 0 done; 64 usage; 65 a file can't be read; 69 something is missing.
"""

import argparse
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import day as days
import engines
import instances
import results
import rotas
import table
from evaluator import judge

CACHE = os.path.join(os.path.dirname(HERE), ".build", "peers")


def run(options):
    cache = results.Cache(options.cache)
    found = engines.chosen(options.engines, options.reable, options.python)
    wanted = instances.chosen(options.sizes, options.days, options.variants, os.path.join(options.cache, "days"))
    tasks = list(plan(found, wanted, options.seconds, options.seeds))
    for number, (engine, instance, limit, seed) in enumerate(tasks, start=1):
        done = cache.get(engine.name, engine.version, instance.name, instance.digest, limit, seed)
        if engine.name == "reable" and done and done.budget:
            # A run made again has less than was tried out.
            key = (instance.name, limit)
            engine.budgets[key] = max(done.budget, engine.budgets.get(key, 0))
        if not done:
            done = engine.run(instance, limit, seed, os.path.join(options.cache, "scratch"))
            cache.add(done)
            print(f"{number} of {len(tasks)}: {told(done)}", file=sys.stderr, flush=True)
    keys = {(e.name, e.version, i.name, i.digest, limit, seed) for e, i, limit, seed in tasks}
    put(table.markdown([run for run in cache.runs.values() if run.key in keys]), options.out)
    return 0


def plan(found, wanted, limits, seeds):
    """Engines in turn, so that what else the machine does meets them alike."""
    for instance in wanted:
        for limit in limits:
            for seed in range(1, seeds + 1):
                for engine in found:
                    if instance.variant in engine.variants and (engine.seeds is None or seed in engine.seeds):
                        yield engine, instance, limit, seed


def told(run):
    what = run.note or "no plan"
    if run.weighted is not None:
        what = f"{'/'.join(map(str, run.uncovered))} {run.cost} ({run.weighted})"
    return f"{run.engine} {run.instance} {run.limit:g} s seed {run.seed}: {what} in {run.seconds:.2f} s"


def tabulate(options):
    put(table.markdown(list(results.Cache(options.cache).runs.values())), options.out)
    return 0


def judged(options):
    day = days.read(options.day)
    if options.solution.endswith(".txt"):
        solution = rotas.read(options.solution)
    else:
        with open(options.solution, encoding="utf-8") as file:
            solution = json.load(file)
    judgement = judge(day, solution)
    print(json.dumps(vars(judgement), indent=2))
    return 0


def generate(options):
    for instance in instances.chosen(options.sizes, options.days, options.variants, options.folder):
        print(instance.path)
    return 0


def put(text, path):
    if not path:
        print(text, end="")
        return
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def positive(text):
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError("must be above 0")
    return value


def parsed(arguments):
    parser = argparse.ArgumentParser(prog="Peers", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    measure = commands.add_parser("run", help="measure, and write the table")
    measure.add_argument("--reable", required=True, help="the release build")
    measure.add_argument("--python", default=sys.executable, help="the Python that has the peers")
    measure.add_argument("--seconds", nargs="+", type=positive, default=[1, 5, 30], help="processor seconds a run")
    measure.add_argument("--seeds", type=int, default=5, help="runs of each engine, day and limit")
    measure.add_argument("--engines", nargs="+", choices=engines.NAMES, default=list(engines.NAMES))
    make = commands.add_parser("generate", help="write the days that are measured")
    make.add_argument("folder")
    for command in (measure, make):
        command.add_argument("--sizes", nargs="+", type=int, choices=sorted(instances.SHIPPED), default=[20, 40, 80],
                             help="workers")
        command.add_argument("--days", type=int, default=3, help="of each size and variant")
        command.add_argument("--variants", nargs="+", choices=("core", "full"), default=["core", "full"])
    show = commands.add_parser("table", help="the table of what was measured")
    for command in (measure, show):
        command.add_argument("--cache", default=CACHE, help="where runs are kept")
        command.add_argument("--out", help="a file; otherwise standard output")
    one = commands.add_parser("judge", help="judge one solution: JSON, or a rota of reable's (.txt)")
    one.add_argument("day")
    one.add_argument("solution")
    return parser.parse_args(arguments)


def main(arguments):
    options = parsed(arguments)
    command = {"run": run, "table": tabulate, "judge": judged, "generate": generate}[options.command]
    try:
        return command(options)
    except engines.Missing as error:
        print(error, file=sys.stderr)
        return 69
    except days.Unreadable as error:
        print(error, file=sys.stderr)
        return 65


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SystemExit as stop:
        sys.exit(64 if stop.code == 2 else stop.code)
