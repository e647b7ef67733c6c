"""The benchmark guard: holds what was measured against what is committed, and says in words what differs.

    python3 Benchmarks/Guard compare --measured DIR [--committed DIR]
    python3 Benchmarks/Guard accept --measured DIR --reason TEXT [--committed DIR]
    python3 Benchmarks/Guard keep --measured DIR [--results DIR]
    python3 Benchmarks/Guard report [--results DIR] [--out FILE]

A measured folder holds `counted/`, `clocked/` and, where instructions were counted, `callgrind.out` with `instructions.txt`
(the command, then the compiler). Exit codes: 0 as committed; 1 worse; 3 better or changed, to be accepted; 64 usage;
65 a file can't be read.
"""

import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import comparison
import instructions
import records
import results

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def counted_instructions(folder):
    """What callgrind counted; nothing where it wasn't run."""
    profile = os.path.join(folder, "callgrind.out")
    if not os.path.exists(profile):
        return None
    try:
        with open(os.path.join(folder, "instructions.txt"), encoding="utf-8") as file:
            command, compiler = file.read().splitlines()[:2]
    except (OSError, ValueError) as error:
        raise records.Unreadable(f"{folder}/instructions.txt: {error}") from error
    return instructions.measured(profile, command, compiler)


def committed_instructions(folder):
    path = os.path.join(folder, "instructions.json")
    return records.load_json(path) if os.path.exists(path) else None


def measured_records(folder):
    """By case; never none, for then every committed case would seem to be gone."""
    measured = records.load_measured(folder)
    if not measured:
        raise records.Unreadable(f"{folder}: nothing was measured")
    return measured


def compare(options):
    committed = records.load_folder(options.committed)
    measured = measured_records(options.measured)
    lines, code = comparison.report(comparison.compare(committed, measured), committed)
    now = counted_instructions(options.measured)
    if now is not None:
        more, other = instructions.compare(committed_instructions(options.committed), now)
        lines += more
        code = 1 if 1 in (code, other) else max(code, other)
    print("\n".join(lines))
    return code


def accept(options):
    reason = " ".join(options.reason.split())
    if not reason:
        print("A reason is needed: why are the values others than before?", file=sys.stderr)
        return 64
    committed = records.load_folder(options.committed)
    measured = measured_records(options.measured)
    found = comparison.compare(committed, measured)
    changed = []
    for case, differences in found.items():
        # What is as committed stays byte for byte: clock and memory would else move with every acceptance.
        if not differences:
            continue
        changed.append(case)
        path = os.path.join(options.committed, case + ".json")
        if case in measured:
            measured[case].reason = reason
            records.write(path, records.text(measured[case]))
        else:
            os.remove(path)
    now = counted_instructions(options.measured)
    if now is not None and instructions.compare(committed_instructions(options.committed), now)[1] != 0:
        changed.append("instructions")
        content = json.dumps({"reason": reason, **now}, indent=2, ensure_ascii=False) + "\n"
        records.write(os.path.join(options.committed, "instructions.json"), content)
    print(f"Accepted: {', '.join(changed)}." if changed else "Everything is as committed: nothing to accept.")
    return 0


def main(arguments):
    parser = argparse.ArgumentParser(prog="Guard", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("compare", "accept", "keep", "report"):
        command = commands.add_parser(name)
        if name in ("compare", "accept"):
            command.add_argument("--committed", default=os.path.join(HERE, "Thresholds"))
        if name != "report":
            command.add_argument("--measured", required=True)
        if name == "accept":
            command.add_argument("--reason", required=True)
        if name in ("keep", "report"):
            command.add_argument("--results", default=os.path.join(HERE, "Results"))
        if name == "keep":
            command.add_argument("--compiler", default="")
        if name == "report":
            command.add_argument("--out", default=os.path.join(os.path.dirname(HERE), "Documentation", "Benchmarks.md"))
    options = parser.parse_args(arguments)
    run = {"compare": compare, "accept": accept, "keep": results.keep, "report": results.report}[options.command]
    try:
        return run(options)
    except records.Unreadable as error:
        print(error, file=sys.stderr)
        return 65


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SystemExit as stop:
        sys.exit(64 if stop.code == 2 else stop.code)
