"""The kept result of all sizes, and the report that is made of it."""

import json
import os
import re

import comparison
import plots
import records

PLAN = re.compile(r"plan-(?P<service>.+)$")
DAY = re.compile(r"day-(?P<day>.+)-(?P<plan>greedy|usual|\d+k)$")


# MARK: Keeping


def machine(compiler):
    """What the figures were measured on, by kind: no names."""
    processor, memory = "unknown", 0
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            processor = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), processor)
        with open("/proc/meminfo", encoding="utf-8") as file:
            memory = next((int(line.split()[1]) for line in file if line.startswith("MemTotal")), 0)
    except OSError:
        pass
    return {"processor": processor, "cores": os.cpu_count(), "memoryGigabytes": round(memory / 1024**2),
            "compiler": compiler}


def keep(options):
    """Replaces the kept result, and tells what differs from the one before; that fails nothing."""
    before = records.load_folder(options.results)
    now = records.load_measured(options.measured)
    if not now:
        raise records.Unreadable(f"{options.measured}: nothing was measured")
    if before:
        lines, _ = comparison.report(comparison.compare(before, now), before)
        print("\n".join(line for line in lines if "bench-accept" not in line))
    for case in set(before) - set(now):
        os.remove(os.path.join(options.results, case + ".json"))
    for case, record in now.items():
        records.write(os.path.join(options.results, case + ".json"), records.text(record, with_spans=True))
    records.write(os.path.join(options.results, "machine.json"), json.dumps(machine(options.compiler), indent=2) + "\n")
    print(f"Kept {len(now)} results in {os.path.relpath(options.results)}. The report: make bench-report")
    return 0


# MARK: Reading the days


class Day:
    """A case on a whole day, with what the report asks of it."""

    def __init__(self, record, day, plan):
        self.record, self.day, self.plan = record, day, plan
        self.calls = record.value("size.calls") or 0
        self.workers = record.value("size.workers") or 0
        self.units = record.value("work.units") or 0
        self.seconds = sum(microseconds for _, microseconds in record.spans) / 1e6
        self.megabytes = (record.peak_memory_kilobytes or 0) / 1024
        self.cost = record.value("level.cost") or 0
        self.levels = [counter for counter in record.counters if counter.kind == "level"]
        self.proven = record.value("bound.proven") or 0
        self.open_bound = next((c for c in record.counters if c.name == "bound.open"), None)

    @property
    def cost_bound(self):
        """The bound of the cost; nothing where an earlier level isn't proven."""
        is_last = self.proven == len(self.levels) - 1
        return self.open_bound.value if is_last and self.open_bound else None


def days_of(kept):
    found = []
    for record in kept.values():
        match = DAY.match(record.case)
        if match:
            found.append(Day(record, match["day"], match["plan"]))
    return sorted(found, key=lambda day: (day.calls, day.units))


# MARK: Writing the report


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |"]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def growth(days, pictures):
    rows = [[day.day, f"{day.calls:,}", str(day.workers), day.plan, f"{day.units:,}", f"{day.seconds:.2f}",
             f"{day.seconds / day.units * 1e6:.2f}" if day.units and day.plan != "greedy" else "-", f"{day.megabytes:.0f}"]
            for plan in ("greedy", "usual") for day in days if day.plan == plan]
    by_plan = [(words, [day for day in days if day.plan == plan])
               for plan, words in (("greedy", "greedy"), ("usual", "usual budget"))]
    pictures["time.svg"] = plots.lines(
        "Time by size of the day", "calls", "processor seconds", [(words, [(d.calls, d.seconds) for d in of]) for words, of in by_plan],
        logarithmic=True, description="Processor seconds for a whole day against its calls, both logarithmic")
    pictures["memory.svg"] = plots.lines(
        "Peak memory by size of the day", "calls", "megabytes",
        [(words, [(d.calls, d.megabytes) for d in of]) for words, of in by_plan],
        description="Megabytes of resident memory at the highest against calls")
    return ["## Growth with the size", "",
            "A whole day the way `reable rota` goes: reading, travel, every stage, proof, reasons, writing. *Greedy* is the greedy",
            "stage alone, *usual* the budget that follows from the size. Seconds are the processor's, memory is resident.", "",
            *table(["day", "calls", "workers", "plan", "work units", "seconds", "µs a unit", "MB"], rows), "",
            *picture("time.svg", "time by size", pictures), *picture("memory.svg", "memory by size", pictures)]


def picture(name, words, pictures):
    return [f"![{words}](benchmarks/{name})", ""] if pictures.get(name) else []


def quality(days, pictures):
    lines = ["## Level values and bound against work", ""]
    for name in dict.fromkeys(day.day for day in days):
        of = [day for day in days if day.day == name]
        if len(of) < 4:
            continue
        open_levels = [index for index, level in enumerate(of[0].levels)
                       if level.name != "level.cost" and any(day.levels[index].value for day in of)]
        heads = ["work units", "seconds", "levels proven", *[of[0].levels[i].words for i in open_levels], "cost, pence", "bound"]
        rows = [[f"{day.units:,}", f"{day.seconds:.2f}", f"{day.proven} of {len(day.levels)}",
                 *[f"{day.levels[i].value:,}" for i in open_levels], f"{day.cost:,}",
                 "-" if day.cost_bound is None else f"{day.cost_bound:,}"] for day in of]
        whole = [day for day in of if all(day.levels[i].value == of[-1].levels[i].value for i in open_levels)]
        series = [("cost", [(day.units, day.cost / 100) for day in whole])]
        bound = [(day.units, day.cost_bound / 100) for day in whole if day.cost_bound is not None]
        if bound:
            series.append(("bound", bound))
        pictures[f"quality-{name}.svg"] = plots.lines(
            f"Cost against work: {name}", "work units", "pounds", series,
            description="Cost in pounds, of the rotas whose earlier levels are as good as the last one's, against work units")
        lines += [f"**{name}**, {of[0].calls} calls. A bound says that no rota can be better; a dash, that an earlier level is not",
                  "proven, so that nothing is said of the cost.", "", *table(heads, rows), "",
                  *picture(f"quality-{name}.svg", f"cost of {name} against work", pictures)]
    return lines


def stages(days, pictures):
    chosen = [day for day in days if day.plan == "usual"]
    rows = [(day.day, [(name, microseconds / 1e6) for name, microseconds in day.record.spans]) for day in chosen]
    greedy = [day for day in days if day.plan == "greedy"]
    less = [(day.day, [(name, microseconds / 1e6) for name, microseconds in day.record.spans]) for day in greedy]
    if rows:
        pictures["stages.svg"] = plots.stacked("Where the time goes, usual budget", rows, "s")
    if less:
        pictures["stages-greedy.svg"] = plots.stacked("Where the time goes, greedy alone", less, "s")
    parts = list(dict.fromkeys(name for _, amounts in rows + less for name, _ in amounts))
    body = [[f"{name}, {plan}", *[f"{dict(amounts)[part]:.3f}" if part in dict(amounts) else "-" for part in parts]]
            for plan, of in (("greedy", less), ("usual", rows)) for name, amounts in of]
    return ["## Where the time goes", "", "Processor seconds. *Greedy* has the compiling of the problem in it, *proof* the checker.", "",
            *table(["day", *parts], body), "", *picture("stages.svg", "time by stage, usual budget", pictures),
            *picture("stages-greedy.svg", "time by stage, greedy alone", pictures)]


def plans(kept, pictures):
    found = sorted((record for record in kept.values() if PLAN.match(record.case)), key=lambda r: r.value("size.episodes") or 0)
    if not found:
        return []
    rows, points, memory = [], [], []
    for record in found:
        people, steps = record.value("size.episodes") or 0, record.value("work.pivots") or 0
        seconds, megabytes = (record.wall_clock_microseconds or 0) / 1e6, (record.peak_memory_kilobytes or 0) / 1024
        levels = [counter for counter in record.counters if counter.kind == "level"]
        proven = sum(record.value(level.name.replace("level.", "bound.", 1)) == level.value for level in levels)
        rows.append([PLAN.match(record.case)["service"], f"{people:,}", str(record.value("size.starts") or 0),
                     f"{record.value('size.calls') or 0:,}", f"{steps:,}", f"{proven} of {len(levels)}", f"{seconds:.2f}",
                     f"{megabytes:.0f}"])
        points.append((people, seconds))
        memory.append((people, megabytes))
    pictures["plan-time.svg"] = plots.lines(
        "Time to plan six weeks, by size of the service", "running episodes", "seconds", [("planning", points)], logarithmic=True,
        description="Seconds for six weeks planned against running episodes, both logarithmic")
    pictures["plan-memory.svg"] = plots.lines(
        "Peak memory of planning", "running episodes", "megabytes", [("planning", memory)],
        description="Megabytes of resident memory at the highest against running episodes")
    return ["## Planning six weeks", "",
            "Starts, plans, reviews and therapy of a whole service placed by `EpisodePlanner`, without rotas of the first days. Steps are the",
            "simplex's; a level is proven where it can't be better with those before it. Seconds are the clock's, on one thread.", "",
            *table(["service", "running episodes", "waiting", "calls", "steps", "levels proven", "seconds", "MB"], rows), "",
            *picture("plan-time.svg", "time to plan by size", pictures), *picture("plan-memory.svg", "memory of planning by size", pictures)]


def micro(kept):
    rows = [[f"`{record.case}`", record.summary, f"{(record.wall_clock_microseconds or 0) / 1000:.2f}",
             "; ".join(f"{counter.words} {counter.value:,}" for counter in record.counters if counter.kind != "size") or "-"]
            for record in kept.values() if not DAY.match(record.case) and not PLAN.match(record.case)]
    return ["## Single steps", "", *table(["benchmark", "what", "milliseconds (p90)", "counted"], rows), ""]


def report(options):
    """Writes the page and its pictures beside it, from the kept result alone."""
    kept = records.load_folder(options.results)
    if not kept:
        raise records.Unreadable(f"{options.results}: no result is kept. Maybe run make bench-long first.")
    made_on = records.load_json(os.path.join(options.results, "machine.json"))
    days = days_of(kept)
    pictures = {}
    sections = [*growth(days, pictures), *quality(days, pictures), *stages(days, pictures), *plans(kept, pictures), *micro(kept)]
    head = [
        "# Benchmarks", "",
        "Made by `make bench-report` from the last kept result of `make bench-long` (`Benchmarks/Results`); don't edit by hand.",
        "How they are held: [benchmark-guard.md](benchmark-guard.md).", "",
        f"Machine: {made_on['processor']}, {made_on['cores']} cores, {made_on['memoryGigabytes']} GB; "
        f"{made_on['compiler']}; release build. What is counted is the",
        "same on every machine, seconds and memory are not. Processor seconds, too, are more when the machine does other work besides.", "",
    ]
    records.write(options.out, "\n".join(head + sections).rstrip("\n") + "\n")
    folder = os.path.join(os.path.dirname(options.out), "benchmarks")
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        if name.endswith(".svg") and not pictures.get(name):
            os.remove(os.path.join(folder, name))
    for name, content in pictures.items():
        if content:
            records.write(os.path.join(folder, name), content)
    print(f"Wrote {os.path.relpath(options.out)} and {sum(1 for content in pictures.values() if content)} plots.")
    return 0
