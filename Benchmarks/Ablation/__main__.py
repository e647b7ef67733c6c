"""What each operator of the search is worth: the tight days without it, beside the tight days with all.

    python3 Benchmarks/Ablation --reable .build/release/reable [--budget UNITS] [--seeds N] [--out FILE]

Writes a Markdown table: for each operator left out, the geometric mean of the values by size, and how many percent the mean over all
days is above that with every operator. Values are the weighted sums of the days' own rules; smaller is better. A whole table
takes about 20 solves a row.
"""

import argparse
import csv
import io
import math
import subprocess
import sys

OPERATORS = [
    "cover", "eject", "relocate", "swapTails", "exchange", "moveString", "related", "strings", "wholeRuns",
    "blocks", "recombination",
]
SIZES = ["s20", "m40", "l80", "x150"]


def values(reable, budget, seed, without):
    """The value of each day; the command's own words where it fails."""
    command = [reable, "bench-public", "--set", "days", "--budget", str(budget), "--seed", str(seed), "--format", "csv"]
    for operator in without:
        command += ["--without", operator]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{answer.stderr}")
    return {row["instance"]: float(row["ours"]) for row in csv.DictReader(io.StringIO(answer.stdout))}


def geometric_mean(numbers):
    return math.exp(sum(map(math.log, numbers)) / len(numbers))


def means(runs):
    """By size, then over all days."""
    by_size = [
        geometric_mean([run[day] for run in runs for day in run if day.startswith(size)]) for size in SIZES
    ]
    return by_size + [geometric_mean([run[day] for run in runs for day in run])]


def table(rows):
    lines = ["| left out | " + " | ".join(SIZES) + " | all | beyond |", "| --- |" + " ---: |" * (len(SIZES) + 2)]
    whole = rows[0][1][-1]
    for name, numbers in rows:
        cells = [f"{number:.0f}" for number in numbers]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {100 * (numbers[-1] / whole - 1):+.1f} % |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/Ablation", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--reable", default=".build/release/reable", help="the program to measure")
    parser.add_argument("--budget", type=int, default=1_000_000, help="work units a solve (default: a million)")
    parser.add_argument("--seeds", type=int, default=3, help="solves of each day (default: 3)")
    parser.add_argument("--out", help="the file to write; standard output unless set")
    options = parser.parse_args()
    rows = []
    for operator in [None] + OPERATORS:
        name = f"`{operator}`" if operator else "nothing"
        print(f"without {operator or 'nothing'} ...", file=sys.stderr)
        without = [operator] if operator else []
        runs = [values(options.reable, options.budget, seed, without) for seed in range(1, options.seeds + 1)]
        rows.append((name, means(runs)))
    text = table(rows)
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
