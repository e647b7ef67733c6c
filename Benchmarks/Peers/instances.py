"""The days that are measured, by size: the shipped one, then made ones, tight and loose by turns."""

import os
from dataclasses import dataclass

import day as days
import generator

SHIPPED = {20: "s20-1", 40: "m40-1", 80: "l80-1", 150: "x150-1"}
SHIPPED_FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "PublicSets", "days",
                              "instances")


@dataclass(frozen=True)
class Instance:
    name: str
    size: int
    variant: str
    path: str
    digest: str


def chosen(sizes, count, variants, folder):
    """So many days of each size and variant; made ones are written to the folder, each in a set's folder of its own."""
    found = []
    for variant in variants:
        for size in sizes:
            for number in range(count):
                found.append(instance(size, number, variant, folder))
    return found


def instance(size, number, variant, folder):
    """Number 0 is the shipped day; odd ones are tight, even ones loose, each pair of one seed."""
    suffix = "-core" if variant == "core" else ""
    if number == 0:
        name = SHIPPED[size] + suffix
        with open(os.path.join(SHIPPED_FOLDER, name + ".json"), encoding="utf-8") as file:
            content = file.read()
    else:
        tree = generator.day(size, "tight" if number % 2 else "loose", (number + 1) // 2, variant)
        name, content = tree["name"], generator.text(tree)
    path = os.path.join(folder, name, "days", "instances", name + ".json")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    return Instance(name, size, variant, path, days.read(path).digest)


def set_folder(instance):
    """The folder that `bench-public --folder` wants for this day alone."""
    return os.path.dirname(os.path.dirname(os.path.dirname(instance.path)))
