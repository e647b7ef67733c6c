"""What was measured: a line of JSON a run, so that a stopped run goes on where it was."""

import json
import os
from dataclasses import asdict, dataclass


@dataclass
class Run:
    engine: str
    # The engine's version; for reable the digest of the program.
    version: str
    instance: str
    digest: str
    size: int
    variant: str
    # Asked for.
    limit: float
    seed: int
    # Counted: of the solver, and of the whole process.
    seconds: float
    process_seconds: float
    megabytes: int
    # None where there is no plan, or it breaks a rule.
    uncovered: list | None
    cost: int | None
    weighted: int | None
    # What else is to say: why there is no plan, the budget given.
    note: str
    budget: int | None = None

    @property
    def key(self):
        return (self.engine, self.version, self.instance, self.digest, self.limit, self.seed)

    @property
    def rank(self):
        """Tiers first, then cost; no plan is the worst."""
        return (1,) if self.weighted is None else (0, *self.uncovered, self.cost)


class Cache:
    """A folder with `runs.jsonl`."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        self.path = os.path.join(folder, "runs.jsonl")
        self.runs = {}
        for run in read(self.path):
            self.runs[run.key] = run

    def get(self, *key):
        return self.runs.get(key)

    def add(self, run):
        self.runs[run.key] = run
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(run)) + "\n")


def read(path):
    """The runs of a file, the last of a key; a line cut off by a stop is passed over."""
    found = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            for line in file:
                try:
                    run = Run(**json.loads(line))
                except (ValueError, TypeError):
                    continue
                found[run.key] = run
    return list(found.values())


def newest(runs):
    """Of each engine the version measured last."""
    last = {run.engine: run.version for run in runs}
    return [run for run in runs if run.version == last[run.engine]]
