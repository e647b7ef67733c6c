import json
import os
import tempfile
import unittest
from dataclasses import asdict

import support  # noqa: F401

import results
import table


def run(engine, seed, uncovered, cost, weighted, **other):
    values = {"version": "1", "instance": "s20-1-core", "digest": "d", "size": 20, "variant": "core", "limit": 5.0,
              "seconds": 5.0, "process_seconds": 5.5, "megabytes": 30, "note": "", **other}
    return results.Run(engine=engine, seed=seed, uncovered=uncovered, cost=cost, weighted=weighted, **values)


def none(engine, seed):
    return run(engine, seed, None, None, None, note="no plan")


class Table(unittest.TestCase):
    def test_tiers_come_before_cost_and_cost_before_nothing(self):
        tiers = [[0, 1, 0, 0], [0, 0, 9, 0], [0, 0, 0, 0]]
        runs = [run("reable", n, uncovered, 100 - n, 1000) for n, uncovered in enumerate(tiers)]
        self.assertEqual(table.Cell(runs).middle.uncovered, [0, 0, 9, 0])
        self.assertEqual(table.Cell(runs + [none("reable", 4), none("reable", 5)]).middle.uncovered, [0, 1, 0, 0])

    def test_most_runs_without_a_plan_are_a_row_without_one(self):
        runs = [run("reable", 1, [0, 0, 0, 0], 90, 90), none("cpsat", 1), none("cpsat", 2),
                run("cpsat", 3, [0, 0, 0, 1], 90, 690)]
        text = table.markdown(runs)
        self.assertIn("| s20-1-core | 5 s | 1/3 | 0/0/0/0 · 90 (90) | no plan | better, - |", text)
        self.assertIn("- CP-SAT: no plan (s20-1-core at 5 s).", text)

    def test_both_comparisons_are_told_where_they_differ(self):
        # Better by tiers, dearer by the weights.
        runs = [run("reable", 1, [0, 0, 0, 6], 14000, 17600), run("pyvrp", 1, [0, 0, 1, 0], 12000, 14500)]
        text = table.markdown(runs)
        self.assertIn("better, +21.4 %", text)
        self.assertIn("core, 20 workers, 5 s: against PyVRP better on 1; weighted sum 21.4 % above", text)

    def test_only_the_version_measured_last_counts(self):
        runs = [run("reable", 1, [0, 0, 0, 0], 90, 90, version="old"), run("reable", 1, [0, 0, 0, 0], 80, 80)]
        self.assertIn("0/0/0/0 · 80 (80)", table.markdown(runs))
        self.assertNotIn("90", table.markdown(runs))


class Cache(unittest.TestCase):
    def test_runs_are_there_again_and_a_line_cut_off_is_passed_over(self):
        with tempfile.TemporaryDirectory() as folder:
            first = run("pyvrp", 1, [0, 0, 0, 0], 90, 90)
            results.Cache(folder).add(first)
            with open(os.path.join(folder, "runs.jsonl"), "a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(run("pyvrp", 2, [0, 0, 0, 0], 90, 90)))[:40])
            self.assertEqual(list(results.Cache(folder).runs.values()), [first])
            self.assertEqual(results.Cache(folder).get("pyvrp", "1", "s20-1-core", "d", 5.0, 1), first)


if __name__ == "__main__":
    unittest.main()
