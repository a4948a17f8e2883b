"""A map of who appears with whom: a shape for each actor, a line for each pair that shares many articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.pictures.drawing import element, frame, label, linked, number, words
from generator.pictures.layout import Point, Size, apart, distances, fit, stress
from generator.pictures.lettering import lines, width
from generator.text import counted

_LETTERS = 14.0  # pixels, at the picture's full width
_LEADING = 16.0
_SMALLEST, _LARGEST = 6.0, 27.0  # radius of the circle with a shape's area
_THINNEST, _THICKEST = 0.8, 6.0
_AIR = (7.0, 7.0)  # free room round each shape with its name
_REACH, _BROAD = 1.2, 1.35  # how far shapes reach beyond such a circle, up and down, and sideways
_EDGE = 12.0  # of the paper
_WIDE, _NARROW, _MANY = 1240.0, 720.0, 20  # the paper's width for more than so many actors, and for fewer

_DIAMOND = ((0.0, -1.2533), (1.2533, 0.0), (0.0, 1.2533), (-1.2533, 0.0))
_TRIANGLE = ((0.0, -1.2), (1.3468, 1.1328), (-1.3468, 1.1328))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of the map: ``kind`` is a class and the name of a shape, ``articles`` how many name it."""

    name: str
    kind: str
    articles: int
    page: str  # the way to its file


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The actors, most named first, and the pairs that are joined, by their places in that order, with what they share."""

    actors: tuple[Actor, ...]
    edges: tuple[tuple[int, int, int], ...]


def strongest(
    shared: Mapping[tuple[int, int], int], articles: Sequence[int], close: int
) -> tuple[tuple[int, int, int], ...]:
    """The pairs that a map shows: each actor with the one it shares most articles with, and the ``close`` ones it is closest to.

    Close are two whose shared articles are many of the articles of both (the square of their cosine): by numbers alone,
    every line would lead to the most named.  Of equals, the more named.
    """
    beside: list[list[tuple[int, float, int]]] = [[] for _ in articles]
    for (one, other), count in sorted(shared.items()):
        if count > 0:
            closeness = count * count / (articles[one] * articles[other])
            beside[one].append((count, closeness, other))
            beside[other].append((count, closeness, one))
    chosen = set()
    for at, others in enumerate(beside):
        most = sorted(others, key=lambda pair: (-pair[0], pair[2]))[:1]
        closest = sorted(others, key=lambda pair: (-pair[1], pair[2]))[:close]
        chosen |= {(min(at, other), max(at, other), count) for count, _, other in (*most, *closest)}
    return tuple(sorted(chosen))


def network(graph: Network, description: str) -> str:
    """The picture in its frame, without caption or figures; nothing for fewer than two actors."""
    if len(graph.actors) < 2:
        return ""
    radii = _radii(graph)
    boxes = [_box(actor, radius) for actor, radius in zip(graph.actors, radii, strict=True)]
    middles, (across, down) = _placed(graph, boxes)
    shapes = [
        (x, y - (box[1] - _AIR[1]) / 2 + _REACH * radius)
        for (x, y), box, radius in zip(middles, boxes, radii, strict=True)
    ]
    svg = element(
        "svg",
        element("g", *_lines(graph, shapes), class_="ex-lines", aria_hidden="true"),
        *(
            _node(actor, index, shapes[index], radii[index], middles[index], boxes[index])
            for index, actor in enumerate(graph.actors)
        ),
        class_="ex-map" if across > _NARROW else "ex-map ex-map--small",
        viewBox=f"0 0 {number(across)} {number(down)}",
        width=across,
        height=down,
        role="group",
        aria_label=description,
    )
    return frame(svg, description, scrolls=True)


def _radii(graph: Network) -> list[float]:
    """The area of a shape stands for the number of articles."""
    most = max(actor.articles for actor in graph.actors) or 1
    return [_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(actor.articles / most) for actor in graph.actors]


def _box(actor: Actor, radius: float) -> Size:
    """The room of a shape with its name below, and air."""
    shown = lines(actor.name)
    broad = max(2 * _BROAD * radius, *(width(line, _LETTERS) for line in shown))
    return broad + _AIR[0], 2 * _REACH * radius + _LEADING * len(shown) + _AIR[1]


def _placed(graph: Network, boxes: Sequence[Size]) -> tuple[list[Point], Size]:
    """The middle of each box and the size of the paper."""
    paper = _WIDE if len(graph.actors) > _MANY else _NARROW
    across = paper - 2 * _EDGE
    area = 0.0
    for box in boxes:
        area += box[0] * box[1]
    wanted = distances(len(boxes), [(one, other) for one, other, _ in graph.edges])
    start = fit(stress(wanted), across, max(2.2 * area / across, across * 0.4))
    placed = apart(start, boxes, across)
    top = min(y - box[1] / 2 for (_, y), box in zip(placed, boxes, strict=True))
    bottom = max(y + box[1] / 2 for (_, y), box in zip(placed, boxes, strict=True))
    return [(x + _EDGE, y - top + _EDGE) for x, y in placed], (paper, bottom - top + 2 * _EDGE)


def _lines(graph: Network, points: Sequence[Point]) -> list[str]:
    """Lines from shape to shape, thin ones first; ``data-ends`` names both ends for the script that brings neighbours out."""
    most = max((count for _, _, count in graph.edges), default=1)
    drawn = []
    for one, other, count in sorted(graph.edges, key=lambda edge: (edge[2], edge)):
        (x1, y1), (x2, y2) = points[one], points[other]
        across = _THINNEST + (_THICKEST - _THINNEST) * count / most
        drawn.append(
            element(
                "path",
                d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}",
                stroke_width=across,
                data_ends=f"{one} {other}",
            )
        )
    return drawn


def _node(actor: Actor, index: int, at: Point, radius: float, middle: Point, box: Size) -> str:
    """A shape with its name below, both in a box to point at, that leads to the actor's page."""
    x, y = at
    below = y + _REACH * radius + _LEADING * 0.85
    across, down = box[0] - _AIR[0] + 6, box[1] - _AIR[1] + 6  # less than the air, so that no two touch
    return linked(
        actor.page,
        f"{actor.name}: {counted(actor.articles, 'article')}",
        element("rect", class_="ex-hit", x=middle[0] - across / 2, y=middle[1] - down / 2, width=across, height=down),
        shape(actor.kind, x, y, radius),
        *(label(line, class_="ex-name", x=x, y=below + _LEADING * row) for row, line in enumerate(lines(actor.name))),
        css=f".ex-node .ex-node--{actor.kind}",
        data=str(index),
    )


def shape(kind: str, x: float, y: float, radius: float) -> str:
    """A circle for a person, a square for a state, a diamond for an organisation, a triangle for a group: of the same area."""
    if kind == "person":
        return element("circle", class_="ex-shape", cx=x, cy=y, r=radius)
    if kind == "state":
        half = radius * 0.886
        return element("rect", class_="ex-shape", x=x - half, y=y - half, width=2 * half, height=2 * half)
    corners = _DIAMOND if kind == "organisation" else _TRIANGLE
    points = "L".join(f"{number(x + radius * right)} {number(y + radius * down)}" for right, down in corners)
    return element("path", class_="ex-shape", d=f"M{points}Z")


def key(kinds: Sequence[tuple[str, str]]) -> str:
    """What the shapes stand for: (kind, its word) each."""
    items = (
        element("li", element("svg", shape(kind, 9, 9, 6), class_=f"ex-key__sign ex-node--{kind}", width="18", height="18", aria_hidden="true"), words(word))
        for kind, word in kinds
    )  # fmt: skip
    return element("ul", *items, class_="ex-key")
