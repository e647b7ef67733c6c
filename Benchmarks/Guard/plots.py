"""Small plots as SVG: lines told apart by dashes and marks, bars by hatching, so that grey will do."""

import math
from html import escape

WIDTH, HEIGHT = 680, 380
LEFT, RIGHT, TOP, BOTTOM = 78, 150, 44, 56
INK, FAINT, PAPER = "#1b1b1b", "#c9c9c9", "#ffffff"
LINES = [("#1f4e9c", ""), ("#b3541e", "7 4"), ("#3d7a3d", "2 3"), ("#6b3fa0", "10 3 2 3")]
# Light to dark and back: neighbours differ in grey, too.
FILLS = ["#f2c9a1", "#1f4e9c", "#9fc5e8", "#3d7a3d", "#d9ead3", "#6b3fa0", "#e6b8d7", "#555555"]


def number(value):
    """A tick's label: 2 000 000 is `2M`."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:.10g}{letter}"
    return f"{value:.10g}"


def document(title, description, body, height=HEIGHT):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="t d" font-family="Liberation Sans, Arial, sans-serif" font-size="12" fill="{INK}">\n'
        f'<title id="t">{escape(title)}</title>\n<desc id="d">{escape(description)}</desc>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>\n'
        f'<text x="{LEFT}" y="24" font-size="15" font-weight="bold">{escape(title)}</text>\n' + "\n".join(body) + "\n</svg>\n"
    )


def linear_ticks(low, high):
    span = (high - low) or max(abs(high), 1)
    step = 10 ** math.floor(math.log10(span / 4))
    step *= next(factor for factor in (1, 2, 5, 10) if span / (step * factor) <= 6)
    first = math.floor(low / step)
    last = math.ceil(high / step)
    return [index * step for index in range(first, last + 1)]


def logarithmic_ticks(low, high):
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [10.0**power for power in range(first, max(last, first + 1) + 1)]


def lines(title, across, up, series, logarithmic=False, description=""):
    """`series`: (name, [(x, y)]); zero and less is left out of a logarithmic plot."""
    kept = [(name, [p for p in points if not logarithmic or min(p) > 0]) for name, points in series]
    kept = [(name, points) for name, points in kept if points]
    if not kept:
        return None
    xs = [x for _, points in kept for x, _ in points]
    ys = [y for _, points in kept for _, y in points]
    ticks = logarithmic_ticks if logarithmic else linear_ticks
    x_ticks, y_ticks = ticks(min(xs), max(xs)), ticks(min(ys), max(ys))
    scale = math.log10 if logarithmic else float

    def place(value, marks, begin, end):
        low, high = scale(marks[0]), scale(marks[-1])
        return begin + (scale(value) - low) / ((high - low) or 1) * (end - begin)

    def x_of(value):
        return place(value, x_ticks, LEFT, WIDTH - RIGHT)

    def y_of(value):
        return place(value, y_ticks, HEIGHT - BOTTOM, TOP)

    body = []
    for tick in x_ticks:
        x = x_of(tick)
        body.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}" stroke="{FAINT}"/>')
        body.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{number(tick)}</text>')
    for tick in y_ticks:
        y = y_of(tick)
        body.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="{FAINT}"/>')
        body.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{number(tick)}</text>')
    body.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}" text-anchor="middle">{escape(across)}</text>')
    body.append(f'<text transform="translate(18 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" '
                f'text-anchor="middle">{escape(up)}</text>')
    labels = []
    for index, (name, points) in enumerate(kept):
        colour, dashes = LINES[index % len(LINES)]
        path = " ".join(f"{x_of(x):.1f},{y_of(y):.1f}" for x, y in points)
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        for x, y in points:
            body.append(f'<circle cx="{x_of(x):.1f}" cy="{y_of(y):.1f}" r="3.5" fill="{colour}"><title>'
                        f"{escape(name)}: {number(x)}, {number(y)}</title></circle>")
        labels.append([y_of(points[-1][1]), x_of(points[-1][0]), name, colour])
    # Labels at the lines' ends, no two on one another.
    labels.sort()
    for before, after in zip(labels, labels[1:]):
        after[0] = max(after[0], before[0] + 15)
    for y, x, name, colour in labels:
        body.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(name)}</text>')
    return document(title, description or f"{up} against {across}", body)


def stacked(title, rows, unit, description=""):
    """`rows`: (name, [(part, amount)]); each row as shares of its sum, the sum behind it."""
    parts = list(dict.fromkeys(part for _, amounts in rows for part, _ in amounts))
    body = []
    top = TOP + 30
    x = LEFT + 40
    width = WIDTH - x - 90
    for index, part in enumerate(parts):
        column, line = index % 8, index // 8
        left = 20 + column * 82
        body.append(f'<rect x="{left}" y="{TOP - 8 + line * 18}" width="12" height="12" '
                    f'fill="{FILLS[index % len(FILLS)]}" stroke="{INK}" stroke-width="0.5"/>')
        body.append(f'<text x="{left + 17}" y="{TOP + 2 + line * 18}">{escape(part)}</text>')
    for row, (name, amounts) in enumerate(rows):
        total = sum(amount for _, amount in amounts) or 1
        y = top + row * 30
        body.append(f'<text x="{x - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>')
        left = float(x)
        for part, amount in amounts:
            span = amount / total * width
            body.append(f'<rect x="{left:.1f}" y="{y}" width="{span:.1f}" height="20" '
                        f'fill="{FILLS[parts.index(part) % len(FILLS)]}" stroke="{INK}" stroke-width="0.5"><title>'
                        f"{escape(part)}: {amount:.3g} {unit}, {amount / total * 100:.0f} %</title></rect>")
            left += span
        body.append(f'<text x="{x + width + 8}" y="{y + 15}">{total:.3g} {unit}</text>')
    return document(title, description or title, body, height=top + len(rows) * 30 + 16)
