"""What was measured as Markdown: a row a day and limit, a column an engine, and what follows from it in words."""

import statistics
from dataclasses import dataclass

from results import newest

NAMES = {"reable": "reable", "pyvrp": "PyVRP", "vroom": "VROOM", "ortools": "OR-Tools routing", "cpsat": "CP-SAT"}
# Below, two costs are called level.
LEVEL = 0.005


@dataclass
class Cell:
    """The runs of an engine on a day within a limit."""

    runs: list

    @property
    def middle(self):
        """The median run, by tiers first, then cost; of an even number the worse of the two."""
        ranked = sorted(self.runs, key=lambda run: run.rank)
        return ranked[len(ranked) // 2]

    @property
    def weighted(self):
        """The median of the weighted sums; None where half of the runs have no plan."""
        values = sorted(float("inf") if run.weighted is None else run.weighted for run in self.runs)
        value = values[len(values) // 2]
        return None if value == float("inf") else value

    @property
    def seconds(self):
        return statistics.median(run.seconds for run in self.runs)


def cells(runs):
    """By variant, size, day, limit; then by engine."""
    found = {}
    for run in newest(runs):
        row = found.setdefault((run.variant, run.size, run.instance, run.limit), {})
        row.setdefault(run.engine, Cell([])).runs.append(run)
    return dict(sorted(found.items()))


def grouped(number):
    return f"{number:,}"


def seconds(value):
    return f"{value:g} s"


def written(cell):
    if cell is None:
        return "-"
    run = cell.middle
    if run.weighted is None:
        return "no plan"
    tiers = "/".join(str(count) for count in run.uncovered)
    planless = sum(other.weighted is None for other in cell.runs)
    more = f", {planless} of {len(cell.runs)} without plan" if planless else ""
    return f"{tiers} · {grouped(run.cost)} ({grouped(cell.weighted)}){more}"


def against(ours, theirs):
    """`-3.2 %` of the weighted sum; below zero is better for reable."""
    return f"{100 * (ours / theirs - 1):+.1f} %" if ours is not None and theirs else "-"


def by_tiers(ours, theirs):
    a, b = ours.middle.rank, theirs.middle.rank
    return "better" if a < b else "worse" if a > b else "same"


def variant_table(variant, rows):
    engines = [name for name in NAMES if any(name in row for row in rows.values())]
    peers = [name for name in engines if name != "reable"]
    head = ["day", "limit", "runs"] + [NAMES[name] for name in engines]
    if "reable" in engines:
        head += [f"against {NAMES[name]}" for name in peers]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for (_, _, instance, limit), row in rows.items():
        runs = "/".join(str(len(row[name].runs)) if name in row else "-" for name in engines)
        words = [instance, seconds(limit), runs] + [written(row.get(name)) for name in engines]
        if "reable" in engines:
            words += [comparison(row, name) for name in peers]
        lines.append("| " + " | ".join(words) + " |")
    return lines


def comparison(row, peer):
    if "reable" not in row or peer not in row:
        return "-"
    ours, theirs = row["reable"], row[peer]
    return f"{by_tiers(ours, theirs)}, {against(ours.weighted, theirs.weighted)}"


def claims(rows):
    """For each size, limit and peer: on how many days reable is better by tiers first, and the mean of the weighted sums."""
    groups = {}
    for (variant, size, _, limit), row in rows.items():
        for peer in row:
            if peer != "reable" and "reable" in row:
                groups.setdefault((variant, size, limit, peer), []).append((row["reable"], row[peer]))
    lines = []
    for (variant, size, limit, peer), pairs in sorted(groups.items()):
        verdicts = [by_tiers(*pair) for pair in pairs]
        counts = ", ".join(f"{word} on {verdicts.count(word)}" for word in ("better", "same", "worse")
                           if word in verdicts)
        ratios = [a.weighted / b.weighted for a, b in pairs if a.weighted and b.weighted]
        if ratios:
            mean = 100 * (statistics.geometric_mean(ratios) - 1)
            amount = "level" if abs(mean) < 100 * LEVEL else f"{abs(mean):.1f} % {'below' if mean < 0 else 'above'}"
            counts += f"; weighted sum {amount} (geometric mean of {len(ratios)})"
        lines.append(f"- {variant}, {size} workers, {seconds(limit)}: against {NAMES[peer]} {counts}.")
    return lines


def used(rows):
    """The processor seconds that were really used, as shares of the limit."""
    shares = {}
    for (_, _, _, limit), row in rows.items():
        for name, cell in row.items():
            shares.setdefault(name, []).extend(run.seconds / limit for run in cell.runs)
    return [f"- {NAMES[name]}: median {statistics.median(shares[name]):.2f} of the limit, "
            f"{min(shares[name]):.2f} to {max(shares[name]):.2f}; {len(shares[name])} runs."
            for name in NAMES if name in shares]


def remarks(rows):
    """What is to say of runs without a plan, once each."""
    found = {}
    for (_, _, instance, limit), row in rows.items():
        for name, cell in row.items():
            for run in cell.runs:
                if run.weighted is None or run.note.startswith("reable itself"):
                    found.setdefault((NAMES[name], run.note), []).append(f"{instance} at {seconds(limit)}")
    return [f"- {name}: {note} ({', '.join(sorted(set(where)))})." for (name, note), where in sorted(found.items())]


def markdown(runs):
    rows = cells(runs)
    if not rows:
        return "Nothing has been measured.\n"
    lines = []
    for variant in ("core", "full"):
        part = {key: row for key, row in rows.items() if key[0] == variant}
        if part:
            lines += [f"### {variant.capitalize()} days", "", *variant_table(variant, part), ""]
    lines += ["### In words", "", *claims(rows), "", "### Processor seconds used", "", *used(rows), ""]
    told = remarks(rows)
    if told:
        lines += ["### Without a plan", "", *told, ""]
    versions = {run.engine: run.version for run in newest(runs)}
    lines.append("Versions: " + ", ".join(f"{NAMES[name]} {versions[name]}" for name in NAMES if name in versions) + ".")
    return "\n".join(lines) + "\n"
