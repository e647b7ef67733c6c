"""What a benchmark counted and took: as measured, and as committed.

A measured case is a file of the benchmarks' own (`counted/<case>.json`) and one of the benchmark tool
(`clocked/<target>.<case>.p90.json`, the clock in nanoseconds). A committed one is `<case>.json` in `Thresholds/`,
with the reason for which its values were accepted, and neither date nor commit: git has both.
"""

import json
import os
from dataclasses import dataclass, field
from typing import Optional


NOT_RECORDS = ("instructions.json", "machine.json")


class Unreadable(Exception):
    """A file that is not there or not as it must be."""


@dataclass
class Counter:
    name: str
    words: str
    kind: str
    value: int


@dataclass
class Record:
    case: str
    counters: list
    peak_memory_kilobytes: Optional[int] = None
    wall_clock_microseconds: Optional[int] = None
    spans: list = field(default_factory=list)
    reason: str = ""
    summary: str = ""

    def value(self, name):
        return next((counter.value for counter in self.counters if counter.name == name), None)


def load_json(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise Unreadable(f"{path}: no JSON: {error}") from error


def load(path):
    """One record, measured or committed."""
    tree = load_json(path)
    try:
        counters = [Counter(str(c["name"]), str(c["words"]), str(c["kind"]), int(c["value"])) for c in tree["counters"]]
        return Record(
            case=str(tree["case"]),
            counters=counters,
            peak_memory_kilobytes=tree.get("peakMemoryKilobytes"),
            wall_clock_microseconds=tree.get("wallClockMicroseconds"),
            spans=[(s["name"], int(s["microseconds"])) for s in tree.get("spans", [])],
            reason=str(tree.get("reason", "")),
            summary=str(tree.get("summary", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"{path}: not a benchmark's record: {error!r}") from error


def load_folder(folder):
    """By case; nothing where the folder is missing."""
    if not os.path.isdir(folder):
        return {}
    names = sorted(name for name in os.listdir(folder) if name.endswith(".json") and name not in NOT_RECORDS)
    records = [load(os.path.join(folder, name)) for name in names]
    return {record.case: record for record in records}


def load_measured(folder):
    """What a run left in `counted/` and `clocked/`, by case."""
    records = load_folder(os.path.join(folder, "counted"))
    clocked = os.path.join(folder, "clocked")
    for name in os.listdir(clocked) if os.path.isdir(clocked) else []:
        case = name.removesuffix(".p90.json").partition(".")[2]
        if case in records:
            nanoseconds = load_json(os.path.join(clocked, name)).get("wallClock")
            records[case].wall_clock_microseconds = None if nanoseconds is None else nanoseconds // 1000
    return records


def text(record, with_spans=False):
    """A record as committed: a counter a line, so that two can be compared line by line."""
    counters = ",\n".join("    " + json.dumps(vars(counter), ensure_ascii=False) for counter in record.counters)
    members = [
        f'  "case": {json.dumps(record.case)}',
        f'  "summary": {json.dumps(record.summary, ensure_ascii=False)}',
        f'  "reason": {json.dumps(record.reason, ensure_ascii=False)}' if record.reason else None,
        f'  "wallClockMicroseconds": {json.dumps(record.wall_clock_microseconds)}',
        f'  "peakMemoryKilobytes": {json.dumps(record.peak_memory_kilobytes)}',
        f'  "counters": [\n{counters}\n  ]',
    ]
    if with_spans:
        spans = [{"name": name, "microseconds": microseconds} for name, microseconds in record.spans]
        members.append(f'  "spans": {json.dumps(spans)}')
    return "{\n" + ",\n".join(member for member in members if member) + "\n}\n"


def write(path, content):
    """Whole or not at all."""
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    partial = path + ".partial"
    with open(partial, "w", encoding="utf-8") as file:
        file.write(content)
    os.replace(partial, path)
