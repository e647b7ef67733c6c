import os
import subprocess
import tempfile
import unittest

import support  # noqa: F401

import day as days
import instances
import rotas
from evaluator import judge


class Rotas(unittest.TestCase):
    def test_a_rota_gives_the_visits_in_order_and_the_place_of_the_break(self):
        text = "0: 7.1@426 83.0@468 rest@530-560 91.0@570\n3: rest@400-430 5.0@450\n"
        self.assertEqual(rotas.parsed(text), support.plan((0, [7, 83, 91], 2), (3, [5], 0)))


@unittest.skipUnless(os.environ.get("REABLE"), "REABLE names the program")
class Agreement(unittest.TestCase):
    """The evaluator and reable's own say the same of the same rotas, on shipped and on made days."""

    def test_values_are_the_same(self):
        program = os.environ["REABLE"]
        with tempfile.TemporaryDirectory() as folder:
            for instance in instances.chosen((20, 40), 3, ("core", "full"), os.path.join(folder, "days")):
                for budget in ("0", "100000"):
                    run = subprocess.run(
                        [program, "bench-public", "--set", "days", "--folder", instances.set_folder(instance),
                         "--budget", budget, "--format", "csv", "--rotas", folder], capture_output=True, text=True)
                    head, row = (line.split(",") for line in run.stdout.splitlines())
                    solution = rotas.read(os.path.join(folder, f"days-{instance.name}-own.txt"))
                    judged = judge(days.read(instance.path), solution)
                    self.assertEqual((judged.broken, str(judged.weighted)), ([], row[head.index("ours")]), instance.name)


if __name__ == "__main__":
    unittest.main()
