import unittest

from support import day, plan, visit, worker

from day import travel
from evaluator import judge

BREAK = {"dur": 30, "from": 540, "to": 600}


class Travel(unittest.TestCase):
    def test_travel_is_rounded_up_and_exact(self):
        self.assertEqual(travel((0, 0), (0, 0)), 0)
        self.assertEqual(travel((0, 0), (250, 0)), 9)
        self.assertEqual(travel((0, 0), (251, 0)), 10)
        # 3 and 4 tenths of a kilometre: 1.2 minutes more.
        self.assertEqual(travel((0, 0), (30, 40)), 5)


class Cost(unittest.TestCase):
    def test_a_route_costs_its_ways_lateness_strangers_and_overtime(self):
        one = day([worker(0, shift=[480, 540])], [visit(0, pref=495, tw=[500, 560], cont=[])])
        judged = judge(one, plan((0, [0])))
        self.assertEqual(judged.broken, [])
        # There and back 9 each, from 500 to 530, back at 539.
        self.assertEqual((judged.travel, judged.late, judged.unknown, judged.overtime), (18, 5, 1, 0))
        self.assertEqual(judged.cost, 36 + 5 + 15)
        later = judge(day([worker(0, shift=[480, 535])], [visit(0)]), plan((0, [0])))
        self.assertEqual((later.overtime, later.cost), (4, 36 + 16))

    def test_what_is_uncovered_counts_by_tier_and_comes_first(self):
        two = day([worker(0)], [visit(0), visit(1, tier=4)])
        judged = judge(two, plan())
        self.assertEqual((judged.uncovered, judged.cost, judged.weighted), ((0, 1, 0, 1), 0, 10600))
        self.assertEqual(judge(two, plan((0, [0]))).weighted, 36 + 600)
        self.assertLess(judge(two, plan((0, [0]))).rank, judge(two, plan((0, [1]))).rank)

    def test_no_route_of_a_worker_without_visits(self):
        judged = judge(day([worker(0, **{"break": BREAK})], [visit(0)]), plan((0, [])))
        self.assertEqual((judged.travel, judged.broken), (0, []))


class Rules(unittest.TestCase):
    def broken(self, workers, visits, *routes):
        return judge(day(workers, visits), plan(*routes)).broken

    def test_a_start_at_the_last_minute_is_kept_and_one_after_it_is_not(self):
        # Ready at 489.
        self.assertEqual(self.broken([worker(0)], [visit(0, tw=[480, 489])], (0, [0])), [])
        self.assertIn("closes at 488", self.broken([worker(0)], [visit(0, tw=[480, 488])], (0, [0]))[0])

    def test_overtime_has_a_limit(self):
        # Back at 539.
        self.assertEqual(self.broken([worker(0, shift=[480, 509])], [visit(0)], (0, [0])), [])
        self.assertIn("31 minutes late", self.broken([worker(0, shift=[480, 508])], [visit(0)], (0, [0]))[0])

    def test_role_and_every_skill_are_needed(self):
        self.assertIn("role or skills", self.broken([worker(0, role="OT")], [visit(0)], (0, [0]))[0])
        self.assertIn("role or skills", self.broken([worker(0)], [visit(0, skills=["meds", "hoist"])], (0, [0]))[0])
        self.assertEqual(self.broken([worker(0)], [visit(0, skills=["meds"], roles=["PT", "RA"])], (0, [0])), [])

    def test_a_visit_has_as_many_workers_as_it_needs(self):
        workers = [worker(0), worker(1)]
        self.assertIn("needs 2 and has 1", self.broken(workers, [visit(0, n=2)], (0, [0]))[0])
        self.assertIn("needs 1 and has 2", self.broken(workers, [visit(0)], (0, [0]), (1, [0]))[0])
        self.assertEqual(self.broken(workers, [visit(0, n=2)], (0, [0]), (1, [0])), [])

    def test_numbers_that_are_not_there_and_doubles_are_told(self):
        self.assertIn("no worker 7", self.broken([worker(0)], [visit(0)], (7, [0]))[0])
        self.assertIn("no visit 5", self.broken([worker(0)], [visit(0)], (0, [0, 5]))[0])
        self.assertIn("two routes", self.broken([worker(0)], [visit(0), visit(1)], (0, [0]), (0, [1]))[0])
        self.assertIn("stands twice", self.broken([worker(0)], [visit(0)], (0, [0, 0]))[0])


class Together(unittest.TestCase):
    def test_a_visit_for_two_waits_for_the_later(self):
        far = worker(1, start=[12.5, 0])
        judged = judge(day([worker(0), far], [visit(0, n=2, tw=[480, 560], pref=480)]), plan((0, [0]), (1, [0])))
        # 10 km take the second until 507; its start counts as late once.
        self.assertEqual((judged.broken, judged.late), ([], 27))

    def test_visits_that_wait_for_each_other_are_told(self):
        both = day([worker(0), worker(1)], [visit(0, n=2), visit(1, n=2)])
        self.assertIn("in a circle", judge(both, plan((0, [0, 1]), (1, [1, 0]))).broken[0])
        self.assertEqual(judge(both, plan((0, [0, 1]), (1, [0, 1]))).broken, [])


class Breaks(unittest.TestCase):
    def judged(self, before, **other):
        one = day([worker(0, **{"break": BREAK, **other})], [visit(0, tw=[480, 560]), visit(1, tw=[480, 700])])
        return judge(one, plan((0, [0, 1], before)))

    def test_a_worker_who_is_used_has_the_break(self):
        self.assertIn("no break", self.judged(None).broken[0])
        self.assertIn("no break", self.judged(3).broken[0])
        for before in (0, 1, 2):
            self.assertFalse([words for words in self.judged(before).broken if "no break" in words])
        without = judge(day([worker(0)], [visit(0)]), plan((0, [0], 0)))
        self.assertIn("has not", without.broken[0])

    def test_a_break_starts_in_its_window(self):
        self.assertEqual(self.judged(1, **{"break": {"dur": 30, "from": 500, "to": 519}}).broken, [])
        late = self.judged(1, **{"break": {"dur": 30, "from": 500, "to": 518}})
        self.assertIn("starts at 519", late.broken[0])

    def test_a_window_that_opens_on_the_way_costs_its_break_alone(self):
        # Five of the nine minutes' way before the break, from 485 to 515, four after it: there at 519.
        one = day([worker(0, **{"break": {"dur": 30, "from": 485, "to": 600}})], [visit(0, tw=[480, 560], pref=480)])
        self.assertEqual(judge(one, plan((0, [0], 0))).late, 39)


if __name__ == "__main__":
    unittest.main()
