"""Where the actors of a map stand: those who appear together near each other, and no name over another.

Two steps.  First distances on the paper are brought as near as possible to distances along the lines of the map (stress
majorization: Gansner, Koren, North 2004, "Graph Drawing by Stress Majorization"), from a fixed start.  Then boxes that
overlap push each other apart, sideways only within the paper's width; the paper grows downwards until all have room.

Only + - * / and square roots, in a fixed order, which every machine computes alike (IEEE 754).
"""

from collections.abc import Sequence
from math import sqrt

Point = tuple[float, float]
Size = tuple[float, float]  # width and height of what stands round a point, its middle at the point

_ROUNDS = 60  # of majorization
_PUSHES = 120  # rounds of pushing before the paper grows
_GROWTH = 1.12
# A turn by the golden angle: successive turns never meet.
_COSINE, _SINE = -0.7373688780783197, 0.6754902942615238


def distances(number_of: int, edges: Sequence[tuple[int, int]]) -> list[list[float]]:
    """Steps from each node to each other along the edges; what no edge joins is a step and a half further than the longest way."""
    beside: list[list[int]] = [[] for _ in range(number_of)]
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    found = []
    for origin in range(number_of):
        steps = [-1.0] * number_of
        steps[origin] = 0.0
        queue = [origin]
        for at in queue:
            for other in beside[at]:
                if steps[other] < 0:
                    steps[other] = steps[at] + 1
                    queue.append(other)
        found.append(steps)
    longest = max((max(steps) for steps in found), default=1.0)
    apart = max(longest, 1.0) + 1.5
    return [[step if step >= 0 else apart for step in steps] for steps in found]


def spiral(number_of: int) -> list[Point]:
    """The fixed start: points on a sunflower's spiral, the first in the middle."""
    points, x, y = [], 1.0, 0.0
    for index in range(number_of):
        radius = sqrt(index)
        points.append((radius * x, radius * y))
        x, y = x * _COSINE - y * _SINE, x * _SINE + y * _COSINE
    return points


def stress(wanted: Sequence[Sequence[float]], rounds: int = _ROUNDS) -> list[Point]:
    """Points whose distances are as near as may be to those wanted; near ones count most (by the inverse square)."""
    number_of = len(wanted)
    points = spiral(number_of)
    for _ in range(rounds):
        for at in range(number_of):
            own_x, own_y = points[at]
            sum_x = sum_y = weights = 0.0
            row = wanted[at]
            for other in range(number_of):
                if other == at:
                    continue
                x, y = points[other]
                apart_x, apart_y = own_x - x, own_y - y
                length = sqrt(apart_x * apart_x + apart_y * apart_y)
                want = row[other]
                weight = 1 / (want * want)
                pull = want / length if length > 1e-9 else 0.0
                sum_x += weight * (x + apart_x * pull)
                sum_y += weight * (y + apart_y * pull)
                weights += weight
            if weights:
                points[at] = (sum_x / weights, sum_y / weights)
    return points


def fit(points: Sequence[Point], width: float, height: float) -> list[Point]:
    """The points moved and stretched so that they fill a box from (0, 0), each direction by itself; the longer way lies across."""
    if not points:
        return []
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    if down > across:
        points = [(y, x) for x, y in points]
        xs, ys, across, down = ys, xs, down, across
    left, top = min(xs), min(ys)
    return [
        (
            (x - left) / across * width if across > 1e-9 else width / 2,
            (y - top) / down * height if down > 1e-9 else height / 2,
        )
        for x, y in points
    ]


def overlap(one: Point, other: Point, size: Size, other_size: Size) -> Point:
    """By how much two boxes lie over each other, across and down; they do where both are above 0."""
    return (
        (size[0] + other_size[0]) / 2 - abs(one[0] - other[0]),
        (size[1] + other_size[1]) / 2 - abs(one[1] - other[1]),
    )


def apart(points: Sequence[Point], sizes: Sequence[Size], width: float) -> list[Point]:
    """The points moved until no two boxes overlap, all within 0 to ``width`` across (a box wider than that: in the middle)."""
    placed = [(_within(x, size[0], width), y) for (x, y), size in zip(points, sizes, strict=True)]
    for _ in range(80):
        for _ in range(_PUSHES):
            if not _push(placed, sizes, width):
                return placed
        placed = [(x, y * _GROWTH) for x, y in placed]
    return _stacked(placed, sizes, width)


def _within(x: float, own: float, width: float) -> float:
    return min(max(x, own / 2), width - own / 2) if own < width else width / 2


def _push(placed: list[Point], sizes: Sequence[Size], width: float) -> bool:
    """One round: each pair that overlaps parts the shorter way, half each.  Whether any did."""
    moved = False
    order = sorted(range(len(placed)), key=lambda index: (placed[index][1], index))
    highest = max((size[1] for size in sizes), default=0.0)
    for position, first in enumerate(order):
        for second in order[position + 1 :]:
            if placed[second][1] - placed[first][1] > highest:
                break  # the rest stands lower still; where this round has moved some, the next looks again
            across, down = overlap(placed[first], placed[second], sizes[first], sizes[second])
            if across <= 1e-6 or down <= 1e-6:
                continue
            moved = True
            (x1, y1), (x2, y2) = placed[first], placed[second]
            if across < down:
                by = (across / 2 + 0.01) * (1 if (x1, first) > (x2, second) else -1)
                placed[first] = (_within(x1 + by, sizes[first][0], width), y1)
                placed[second] = (_within(x2 - by, sizes[second][0], width), y2)
            else:
                by = (down / 2 + 0.01) * (1 if (y1, first) > (y2, second) else -1)
                placed[first], placed[second] = (x1, y1 + by), (x2, y2 - by)
    return moved


def _stacked(placed: Sequence[Point], sizes: Sequence[Size], width: float) -> list[Point]:
    """The last resort: one below the other, in the order in which they stand."""
    result = list(placed)
    y = 0.0
    for index in sorted(range(len(placed)), key=lambda index: (placed[index][1], index)):
        result[index] = (_within(placed[index][0], sizes[index][0], width), y + sizes[index][1] / 2)
        y += sizes[index][1] + 0.01
    return result
