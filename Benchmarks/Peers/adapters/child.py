"""What every adapter does around its solver: reads its arguments and the day, counts processor seconds, writes the solution.

    adapter.py DAY SECONDS SEED OUT [--hint SOLUTION]

SECONDS are of the processor, from the call of the solver: neither Python's start nor building the model counts against a
peer. Writes `{"routes": [...], "solverSeconds": 4.98, "note": ""}`; `routes` is null where there is no plan.
"""

import argparse
import json
import os
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import day as days


class Task:
    def __init__(self):
        parser = argparse.ArgumentParser()
        parser.add_argument("day")
        parser.add_argument("seconds", type=float)
        parser.add_argument("seed", type=int)
        parser.add_argument("out")
        parser.add_argument("--hint")
        options = parser.parse_args()
        self.day = days.read(options.day)
        self.seconds = options.seconds
        self.seed = options.seed
        self.out = options.out
        self.hint = None
        if options.hint:
            with open(options.hint, encoding="utf-8") as file:
                self.hint = json.load(file)
        self.begun = None
        self.used = None
        self.asked = 0

    def begin(self):
        """From here the solver's processor seconds count."""
        self.begun = time.process_time()

    def end(self):
        self.used = time.process_time() - self.begun

    @property
    def is_over(self):
        return time.process_time() - self.begun >= self.seconds

    def is_over_now_and_then(self):
        """The same for a solver that asks so often that asking the clock would cost it seconds."""
        self.asked += 1
        return self.asked % 64 == 0 and self.is_over

    def watch(self, stop):
        """Calls `stop` when the seconds are used up, from a thread of its own."""

        def wait():
            while self.used is None:
                if self.is_over:
                    stop()
                time.sleep(0.01)

        threading.Thread(target=wait, daemon=True).start()

    def write(self, routes, note=""):
        if self.used is None:
            self.end()
        partial = self.out + ".partial"
        with open(partial, "w", encoding="utf-8") as file:
            json.dump({"routes": routes, "solverSeconds": round(self.used, 3), "note": note}, file)
        os.replace(partial, self.out)


def route(worker, visits, rest_before=None):
    return {"staff": worker, "visits": visits, "break_before": rest_before}
