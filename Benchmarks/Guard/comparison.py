"""What differs between what is measured and what is committed, in words."""

from dataclasses import dataclass

# The clock and memory are noise: the clock says something only where it is several times as long.
CLOCK_FACTOR = 4
CLOCK_SLACK_MICROSECONDS = 200_000
MEMORY_FACTOR = 1.25
MEMORY_SLACK_KILOBYTES = 4096

WORSE, BETTER, CHANGED = "worse", "better", "changed"


@dataclass
class Difference:
    verdict: str
    words: str
    # A level, as against how the work was spread on the way to it.
    is_level: bool = False
    is_detail: bool = False


def grouped(number):
    return f"{number:,}"


def percent(share):
    """Two figures that say something: `0.0091 %`, `1.4 %`, `26 %`, `150 %`."""
    hundredths = share * 100
    return f"{hundredths:.0f} %" if hundredths >= 10 else f"{hundredths:.2g} %"


def amount(committed, now):
    """`77,038 committed, 78,100 now (1,062 more, 1.4 %)`"""
    change = now - committed
    side = "more" if change > 0 else "fewer" if change < 0 else "the same"
    share = f", {percent(abs(change) / abs(committed))}" if committed else ""
    return f"{grouped(committed)} committed, {grouped(now)} now ({grouped(abs(change))} {side}{share})"


def differences(committed, measured):
    """Every difference between two records of one case, the weightiest first."""
    old = {counter.name: counter for counter in committed.counters}
    new = {counter.name: counter for counter in measured.counters}
    found = levels(committed, measured) + bounds(old, new)
    for name, counter in new.items():
        if counter.kind in ("level", "bound"):
            continue
        if name not in old:
            found.append(Difference(CHANGED, f"{counter.words}: {grouped(counter.value)} now, not counted so far"))
        elif old[name].value != counter.value:
            found.append(Difference(judged(counter.kind, old[name].value, counter.value),
                                    f"{counter.words}: {amount(old[name].value, counter.value)}",
                                    is_detail=counter.kind in ("work", "reach") and name != "work.units"))
    for name, counter in old.items():
        if name not in new and counter.kind not in ("level", "bound"):
            found.append(
                Difference(CHANGED, f"{counter.words}: {grouped(counter.value)} committed, not counted any more"))
    return found + costs(committed, measured)


def judged(kind, committed, now):
    if kind == "size" or committed == now:
        return CHANGED
    return WORSE if (now > committed) == (kind == "work") else BETTER


def levels(committed, measured):
    """Levels are compared in their order: the first that differs decides, later ones are told with it."""
    old = [counter for counter in committed.counters if counter.kind == "level"]
    new = [counter for counter in measured.counters if counter.kind == "level"]
    if [counter.name for counter in old] != [counter.name for counter in new]:
        gone = [counter.words for counter in old if counter.name not in {c.name for c in new}]
        come = [counter.words for counter in new if counter.name not in {c.name for c in old}]
        what = "; ".join(([f"gone: {', '.join(gone)}"] if gone else []) + ([f"new: {', '.join(come)}"] if come else []))
        return [Difference(CHANGED, f"the levels are others, or in another order{': ' + what if what else ''}")]
    found = []
    for before, after in zip(old, new):
        if before.value == after.value:
            continue
        verdict = found[0].verdict if found else WORSE if after.value > before.value else BETTER
        lead = "" if not found else "with it, "
        found.append(Difference(verdict, f"{lead}{after.words}: {amount(before.value, after.value)}", is_level=True))
    return found


def bounds(old, new):
    """What is proven. The bound of the first level not proven is only compared where it is of the same level."""
    found = []
    for name in dict.fromkeys([n for n, c in old.items() if c.kind == "bound"]
                              + [n for n, c in new.items() if c.kind == "bound"]):
        before, after = old.get(name), new.get(name)
        if before is None or after is None or before.words != after.words:
            gone = f"{before.words}: {grouped(before.value)} committed" if before else ""
            come = f"{after.words}: {grouped(after.value)} now" if after else ""
            found.append(Difference(CHANGED, " became ".join(part for part in (gone, come) if part)))
        elif before.value != after.value:
            verdict = BETTER if after.value > before.value else WORSE
            found.append(Difference(verdict, f"{after.words}: {amount(before.value, after.value)}"))
    return found


def costs(committed, measured):
    """Clock and memory: only what is far beyond noise, and never for being better."""
    found = []
    before, now = committed.wall_clock_microseconds, measured.wall_clock_microseconds
    if before is not None and now is not None and now > before * CLOCK_FACTOR + CLOCK_SLACK_MICROSECONDS:
        found.append(Difference(WORSE, f"time: {before / 1e6:.3f} s committed, {now / 1e6:.3f} s now "
                                       f"({now / max(before, 1):.1f} times, {CLOCK_FACTOR} are allowed)"))
    before, now = committed.peak_memory_kilobytes, measured.peak_memory_kilobytes
    if before is not None and now is not None and now > before * MEMORY_FACTOR + MEMORY_SLACK_KILOBYTES:
        found.append(Difference(WORSE, f"peak memory: {before / 1024:.1f} MB committed, {now / 1024:.1f} MB now "
                                       f"({(now / max(before, 1) - 1) * 100:.0f} % more, "
                                       f"{(MEMORY_FACTOR - 1) * 100:.0f} % are allowed)"))
    return found


def verdict(found):
    """Of many differences: a single worse one makes the whole worse.

    Where the rota is another one, it took another way to it: labels, places and rounds don't decide then, the rota, the
    work in all, time and memory do.
    """
    is_other_rota = any(difference.is_level for difference in found)
    kinds = {difference.verdict for difference in found if not (is_other_rota and difference.is_detail)}
    return next((kind for kind in (WORSE, BETTER, CHANGED) if kind in kinds), None)


def compare(committed, measured):
    """By case, its differences; a case that is missing on one side is one."""
    found = {}
    for case in sorted(set(committed) | set(measured)):
        if case not in measured:
            found[case] = [Difference(CHANGED, "committed, and was not run now")]
        elif case not in committed:
            found[case] = [Difference(CHANGED, "not committed yet")]
        else:
            found[case] = differences(committed[case], measured[case])
    return found


def report(found, committed):
    """The lines to print, and the exit code: 0 as committed, 1 worse, 3 better or changed, to be accepted."""
    lines = []
    count = {None: 0, WORSE: 0, BETTER: 0, CHANGED: 0}
    for case, list_of in found.items():
        kind = verdict(list_of)
        count[kind] += 1
        if kind is None:
            continue
        lines.append(f"{case}: {kind.upper()}")
        lines += [f"  {difference.verdict:<8}{difference.words}" for difference in list_of]
        reason = committed[case].reason if case in committed else ""
        if reason:
            lines.append(f"  the committed values were accepted for: {reason}")
    parts = [f"{count[None]} as committed"] + [f"{count[kind]} {kind}" for kind in (WORSE, BETTER, CHANGED) if count[kind]]
    lines.append(f"Benchmarks: {', '.join(parts)}.")
    for kind in (WORSE, BETTER):
        if count[kind]:
            lines.append(f"  {kind}: {', '.join(case for case, of in found.items() if verdict(of) == kind)}")
    if count[WORSE]:
        lines.append('Something got worse. Mend it; or, if it must be so: make bench-accept REASON="why"')
        return lines, 1
    if count[BETTER] or count[CHANGED]:
        better = "Better: accept it, so that it can't be lost again" if count[BETTER] else "Changed: accept it if it is meant"
        lines.append(f'{better}: make bench-accept REASON="why"')
        return lines, 3
    return lines, 0
