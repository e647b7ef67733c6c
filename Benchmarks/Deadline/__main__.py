"""How long `reable rota --time-limit` goes on beyond its limit, at every size.

A rota is never refused for want of time: reading the day, the greedy rota, the checker's proof and writing are done to
their end. What that takes by itself is measured first (`--budget 0`), and the limit or that, whichever is more, is what
the command may take.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

PRESETS = ["small-borough", "small-borough-2x", "small-borough-4x", "small-borough-8x", "largest-county"]
MOST_BEYOND = 0.3


def seconds(reable, day, *options):
    begin = time.monotonic()
    done = subprocess.run(
        [reable, "rota", day, "--quiet", "--format", "json", *options], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(prog="Deadline", description=__doc__)
    parser.add_argument("--reable", required=True, help="the release build")
    parser.add_argument("--limits", type=float, nargs="+", default=[1, 3, 10], help="seconds")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--presets", nargs="+", default=PRESETS)
    arguments = parser.parse_args()
    print("| day | least | limit | threads | took | beyond |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for preset in arguments.presets:
            day = str(pathlib.Path(folder) / f"{preset}.json")
            subprocess.run(
                [arguments.reable, "generate", "--preset", preset, "--out", day], check=True, capture_output=True)
            least = min(seconds(arguments.reable, day, "--budget", "0") for _ in range(3))
            for limit in arguments.limits:
                for threads in arguments.threads:
                    took = seconds(
                        arguments.reable, day, "--time-limit", f"{limit:g}", "--threads", str(threads),
                        "--budget", "1000000000")
                    beyond = took - max(limit, least)
                    worst = max(worst, beyond)
                    print(
                        f"| {preset} | {least:.2f} s | {limit:g} s | {threads} | {took:.2f} s | {beyond:.2f} s |",
                        flush=True)
    print(f"\nAt most {worst:.2f} s beyond; {MOST_BEYOND} s are allowed.")
    return 1 if worst > MOST_BEYOND else 0


if __name__ == "__main__":
    sys.exit(main())
