"""The insertion loop in Swift beside the same loop in C++, over the same arrays.

    python3 Benchmarks/InsertionLoop --reable .build/release/reable [--passes N] [--runs N]

Compiles loop.cpp with each C++ compiler there is at -O2, runs the programs in turn, and prints the best of the runs of each and how many
times as long Swift takes as the faster C++. All must come to the same places and sum. The exit code is 1 where Swift takes more than 1.15 times as long.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

MOST = 1.15


def output(command):
    """What a program prints; its own words where it fails."""
    answer = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{answer.stderr}")
    return answer.stdout


def programs(reable, folder, passes):
    """Each program by its name, as a command that prints places, sum and nanoseconds."""
    arrays = folder / "arrays.txt"
    output([reable, "bench-loop", "--passes", 1, "--arrays", arrays])
    found = {"swift": [reable, "bench-loop", "--passes", passes]}
    for compiler in ["g++", "clang++"]:
        if shutil.which(compiler):
            program = folder / compiler
            output([compiler, "-std=c++17", "-O2", "-o", program, pathlib.Path(__file__).parent / "loop.cpp"])
            found[compiler] = [program, arrays, passes]
    return found


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/InsertionLoop", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--reable", default=".build/release/reable", help="the program to measure")
    parser.add_argument("--passes", type=int, default=100, help="passes of the loop a run (default: 100)")
    parser.add_argument("--runs", type=int, default=6, help="runs of each program (default: 6)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = programs(options.reable, pathlib.Path(folder), options.passes)
        if len(commands) == 1:
            sys.exit("There is no C++ compiler: install g++ or clang++.")
        best, answers = {}, set()
        for _ in range(options.runs):
            for name, command in commands.items():
                places, total, nanoseconds = map(int, output(command).split())
                answers.add((places, total))
                best[name] = min(best.get(name, nanoseconds / places), nanoseconds / places)
    if len(answers) != 1:
        sys.exit(f"The programs don't agree on what there is to find: {sorted(answers)}")
    for name, time in best.items():
        print(f"{name:8} {time:6.2f} ns a place")
    ratio = best["swift"] / min(time for name, time in best.items() if name != "swift")
    print(f"swift takes {ratio:.2f} times as long as the faster of the others ({MOST} at most)")
    sys.exit(0 if ratio <= MOST else 1)


if __name__ == "__main__":
    main()
