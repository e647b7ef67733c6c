import os
import tempfile
import unittest

from support import plan

import engines
import instances
import processes


def outcome(seconds, code=0):
    return processes.Outcome(code=code, output="", errors="", seconds=seconds, wall_seconds=seconds, peak_megabytes=30)


class Slowing(engines.Reable):
    """A unit takes a millisecond, and twice that from the sixth run on."""

    def __init__(self):
        self.program, self.version, self.budgets, self.asked = "", "1", {}, []

    def solve(self, instance, budget, seed, scratch, most_seconds=600):
        self.asked.append((budget, seed))
        return outcome(0.1 + budget / 1000 * (2 if len(self.asked) > 5 else 1)), plan(), 0


class Runs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.day = instances.instance(20, 1, "core", os.path.join(self.folder.name, "days"))

    def test_the_budget_comes_to_the_seconds_and_no_run_takes_much_more(self):
        reable = Slowing()
        self.assertTrue(4.65 <= reable.run(self.day, 5.0, 1, self.folder.name).seconds <= 5.25)
        # Tried with a seed of its own.
        self.assertEqual({seed for _, seed in reable.asked[:-1]}, {0})
        while len(reable.asked) < 5:
            reable.asked.append(None)
        slow = reable.run(self.day, 5.0, 2, self.folder.name)
        self.assertLessEqual(slow.seconds, 5.25)
        self.assertLess(slow.budget, reable.budgets[self.day.name, 5.0])

    def test_a_peer_that_fails_is_a_row(self):
        peer = engines.Peer("pyvrp", "pyvrp_core", "pyvrp", ("core",), "/bin/false")
        self.assertIsNone(peer.version)
        run = peer.run(self.day, 1.0, 1, self.folder.name)
        self.assertEqual((run.weighted, run.uncovered, run.note), (None, None, "exit code 1"))

    def test_a_plan_that_breaks_a_rule_has_no_value_and_the_rule_is_told(self):
        reable = Slowing()
        run = engines.record(reable, self.day, 1.0, 1, outcome(1), 1, plan((99, [0])), "")
        self.assertIsNone(run.weighted)
        self.assertIn("breaks 1 rules: there is no worker 99", run.note)

    def test_a_process_is_counted_and_ended_at_its_seconds(self):
        busy = processes.run(["/bin/sh", "-c", "while :; do :; done"], self.folder.name, 0.5)
        self.assertIsNone(busy.code)
        self.assertGreater(busy.seconds, 0.5)
        idle = processes.run(["/bin/sh", "-c", "sleep 0.1; exit 3"], self.folder.name, 5)
        self.assertEqual(idle.code, 3)
        self.assertLess(idle.seconds, 0.1)


if __name__ == "__main__":
    unittest.main()
