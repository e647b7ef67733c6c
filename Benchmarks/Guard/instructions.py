"""Instructions of one fixed small day, counted by valgrind's callgrind.

The clock can't tell a slow-down of some per cent, and counted work doesn't see one that isn't counted: a copy too many,
a hash where an index did. Instructions see both. The loader's are left out: they follow from the machine's libraries.
"""

import re

from records import Unreadable

TOLERANCE = 0.02
# By object file: what is left out.
FOREIGN = re.compile(r"/ld-(linux|musl|[0-9])|^\?\?\?$")


def by_object(path):
    """Self cost of each object file in a callgrind profile."""
    costs = {}
    names = {}
    current = "???"
    positions = 1
    is_call_line = False
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if line.startswith("positions:"):
                    positions = len(line.split()) - 1
                elif line.startswith("ob="):
                    match = re.match(r"ob=(?:\((\d+)\))?\s*(.*)", line)
                    number, name = match.group(1), match.group(2).strip()
                    if name and number:
                        names[number] = name
                    current = name or names.get(number, "???")
                elif line.startswith("cob="):
                    match = re.match(r"cob=\((\d+)\)\s*(.+)", line)
                    if match:
                        names[match.group(1)] = match.group(2).strip()
                elif line.startswith("calls="):
                    # The line behind it is what the callee cost in all, counted where it was spent.
                    is_call_line = True
                elif line[:1] in "0123456789+-*":
                    if is_call_line:
                        is_call_line = False
                        continue
                    parts = line.split()
                    if len(parts) > positions:
                        costs[current] = costs.get(current, 0) + int(parts[positions])
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    if not costs:
        raise Unreadable(f"{path}: no costs in it. Maybe valgrind was stopped.")
    return costs


def own(costs):
    return sum(cost for name, cost in costs.items() if not FOREIGN.search(name))


def measured(path, command, compiler):
    costs = by_object(path)
    return {"command": command, "compiler": compiler, "instructions": own(costs), "withSystemLibraries": sum(costs.values())}


def compare(committed, now):
    """The lines to print, and the exit code."""
    if committed is None:
        return ["Instructions: not committed yet. To take them: make bench-accept REASON=\"why\""], 3
    for key, words in (("command", "of another command"), ("compiler", "with another compiler")):
        if committed[key] != now[key]:
            return [f"Instructions: counted {words} ({now[key]}) than committed ({committed[key]}), so that they can't be compared.",
                    'If that is meant: make bench-accept REASON="why"'], 3
    before, after = committed["instructions"], now["instructions"]
    change = (after - before) / before if before else 0.0
    line = f"{after:,} for the same budget of work now, {before:,} committed ({change * 100:+.2f} %, {TOLERANCE * 100:.0f} % allowed)"
    reason = [f"  the committed count was accepted for: {committed['reason']}"] if committed.get("reason") else []
    if change > TOLERANCE:
        return [f"Instructions: WORSE: {line}", *reason,
                'Mend it; or, if it must be so: make bench-accept REASON="why"'], 1
    if change < -TOLERANCE:
        return [f"Instructions: BETTER: {line}", *reason,
                'Accept it, so that it can\'t be lost again: make bench-accept REASON="why"'], 3
    return [f"Instructions: as committed: {line}."], 0


