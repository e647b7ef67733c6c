"""All tests of the harness: `python3 Benchmarks/Peers/tests`, with `REABLE=program` those beside reable's own evaluator too."""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

found = unittest.defaultTestLoader.discover(HERE, top_level_dir=HERE)
result = unittest.TestResult()
found.run(result)
for test, trace in result.errors + result.failures:
    print(f"{test}\n{trace}", file=sys.stderr)
if not result.testsRun:
    print("no test was found", file=sys.stderr)
sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
