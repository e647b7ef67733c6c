import hashlib
import unittest

import support  # noqa: F401

import day as days
import generator


class Generated(unittest.TestCase):
    def test_a_seed_gives_the_same_bytes_everywhere(self):
        content = generator.text(generator.day(20, "tight", 1, "full"))
        self.assertEqual(hashlib.sha256(content.encode()).hexdigest()[:16], "323dae156b1c6f7d")

    def test_days_have_the_asked_size_and_can_be_read(self):
        for size, count in generator.VISITS.items():
            for tightness in generator.TIGHTNESS:
                for variant in generator.WEIGHTS:
                    tree = generator.day(size, tightness, 3, variant)
                    day = days.parsed(tree)
                    self.assertEqual((len(day.workers), len(day.visits)), (size, count))
                    self.assertEqual([record["id"] for record in tree["visits"]], list(range(count)))
                    self.assertTrue(all(v.opens <= v.preferred <= v.closes and v.roles for v in day.visits))

    def test_a_core_day_has_no_breaks_and_nobody_in_twos(self):
        day = days.parsed(generator.day(40, "tight", 1, "core"))
        self.assertTrue(all(worker.rest is None for worker in day.workers))
        self.assertTrue(all(visit.workers == 1 for visit in day.visits))
        full = days.parsed(generator.day(40, "tight", 1, "full"))
        self.assertTrue(any(worker.rest for worker in full.workers))
        self.assertTrue(any(visit.workers == 2 for visit in full.visits))
        self.assertEqual([v.place for v in day.visits], [v.place for v in full.visits])

    def test_a_loose_day_asks_for_less(self):
        def share(tightness):
            day = days.parsed(generator.day(80, tightness, 1, "full"))
            wanted = sum(visit.length * visit.workers for visit in day.visits)
            return wanted / sum(worker.end - worker.begin for worker in day.workers)

        self.assertLess(share("loose"), 0.45)
        self.assertGreater(share("tight"), 0.65)


if __name__ == "__main__":
    unittest.main()
