"""Bars over time: one for each week, month, quarter or year, the highest named, events marked above them.

Across, everything is a part of a hundred, so that the picture takes whatever width it gets while its words keep their
size; down, it is in pixels.
"""

from dataclasses import dataclass

from generator.pictures.drawing import (
    element,
    figure,
    folded,
    frame,
    label,
    linked,
    number,
    percent,
    table,
    text_link,
    words,
)
from generator.pictures.periods import Period, ticks
from generator.text import counted

_PLOT = 112  # height of the highest bar
_HEAD = 22  # room for its number above it
_LANE = 26  # room for marks of events
_AXIS = 20  # a line of names below
_SLACK = 0.14  # of a bar's place that stays free on either side
_MARK = 5.5  # half of an event's mark
_FITS = 13  # bars that a phone shows beside each other, each wide enough for a finger
# What the picture is at least as wide as, by class: each bar must stay wide enough to be hit.
_WIDTHS = ((_FITS, ""), (18, "ex-bars--18"), (26, "ex-bars--26"), (40, "ex-bars--40"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated topic, with the way to its page's file."""

    title: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A period with its figures: the first is drawn, all stand in the table."""

    period: Period
    values: tuple[int, ...]
    page: str = ""
    events: tuple[Event, ...] = ()


def bars(columns: list[Column], things: tuple[tuple[str, str], ...], title: str) -> str:
    """The figure, or nothing where there is nothing to compare.

    ``things`` names what is counted, one and many, for each value: ``(("mention", "mentions"), ("article", "articles"))``.
    """
    if sum(1 for column in columns if column.values[0] or column.events) < 2:
        return ""
    unit = columns[0].period.unit
    heading = f"{title}, by {unit}"
    description = _description(columns, things[0], heading)
    width = next((css for most, css in _WIDTHS if len(columns) <= most), _WIDTHS[-1][1])
    few = " ex-bars--few" if len(columns) <= 6 else ""
    svg = _svg(columns, things, description, f"ex-bars {width}".rstrip() + few)
    caption = element("strong", words(title)) + " " + words(f"by {unit}, {_span(columns)}")
    if any(column.events for column in columns):
        caption += f' <span class="ex-picture__key">{_key()}{words("event")}</span>'
    framed = frame(svg, heading, scrolls=len(columns) > _FITS)
    return figure(
        caption, framed, folded("As a table", _table(columns, things, heading), f"{heading}, as a table"), "bars"
    )


def _span(columns: list[Column]) -> str:
    first, last = columns[0].period, columns[-1].period
    if first.unit == "week":
        return f"{Period(unit=first.unit, first=first.first, last=last.last).name}"
    begun = first.name.split(" to ")[0]
    if first.first.year == last.last.year:
        begun = begun.removesuffix(f" {first.first.year}")
    return f"{begun} to {last.name.split(' to ')[-1]}"


def _description(columns: list[Column], thing: tuple[str, str], heading: str) -> str:
    most = _highest(columns)
    events = sum(len(column.events) for column in columns)
    text = (
        f"{heading}, {_span(columns)}. Most: {counted(columns[most].values[0], *thing)}, {columns[most].period.name}."
    )
    return text + (f" {counted(events, 'event')} marked." if events else "")


def _highest(columns: list[Column]) -> int:
    """The highest bar; of equals, the latest."""
    return max(range(len(columns)), key=lambda index: (columns[index].values[0], index))


def said(column: Column, thing: tuple[str, str]) -> str:
    """A period in words: ``August 2025: 39 mentions``, with its events."""
    text = f"{column.period.name}: {counted(column.values[0], *thing)}"
    return text + "".join(f"; {event.title}" for event in column.events)


def _svg(columns: list[Column], things: tuple[tuple[str, str], ...], description: str, css: str) -> str:
    named = ticks([column.period for column in columns])
    lane = _LANE if any(column.events for column in columns) else 0
    floor = lane + _HEAD + _PLOT
    lines = 2 if any(year for _, year in named) else 1
    most = max(1, max(column.values[0] for column in columns))
    parts = [_scale(most, floor)]
    parts += [_column(column, index, columns, things[0], most, floor, lane) for index, column in enumerate(columns)]
    parts.append(element("line", class_="ex-base", x1="0", x2="100%", y1=floor, y2=floor))
    slot = 100 / len(columns)
    for index, (name, year) in enumerate(named):
        # A name that speaks for the bars after it stands where they begin; one of its own bar below its middle.
        alone = all(name for name, _ in named)
        at = percent((index + 0.5 if alone else index + _SLACK) * slot)
        css_anchor = "ex-middle" if alone else "ex-start"
        if name:
            parts.append(label(name, class_=f"ex-tick {css_anchor}", x=at, y=floor + 16))
        if year:
            parts.append(label(year, class_=f"ex-tick ex-tick--year {css_anchor}", x=at, y=floor + 16 + _AXIS - 4))
    height = floor + _AXIS * lines + 4
    return element("svg", *parts, class_=css, height=height, role="group", aria_label=description, focusable="false")


def _scale(most: int, floor: int) -> str:
    """Hairlines at round numbers, two to four of them, each with its number."""
    step = next(
        size * power
        for power in (10**exponent for exponent in range(12))
        for size in (1, 2, 5)
        if most // (size * power) <= 4
    )
    parts = []
    for value in range(step, most + 1, step):
        y = floor - _PLOT * value / most
        parts.append(element("line", class_="ex-grid", x1="0", x2="100%", y1=y, y2=y))
        parts.append(label(f"{value:,}", class_="ex-scale", x="0", dx=-6, y=y + 4))
    return element("g", *parts, aria_hidden="true") if parts else ""


def _column(
    column: Column, index: int, columns: list[Column], thing: tuple[str, str], most: int, floor: int, lane: int
) -> str:
    """A bar with the marks of its events and the room above it to point at; nothing where there is nothing."""
    count = column.values[0]
    if not count and not column.events:
        return ""
    slot = 100 / len(columns)
    marks = [
        element("rect", class_="ex-hit", x=percent(index * slot), width=percent(slot), y="0", height=floor),
    ]
    if count:
        height = max(2.0, _PLOT * count / most)
        x, width = percent((index + _SLACK) * slot), percent(slot * (1 - 2 * _SLACK))
        css = "ex-bar ex-bar--most" if count == most else "ex-bar"
        marks.append(element("rect", class_=css, x=x, width=width, y=floor - height, height=height))
        if index == _highest(columns):
            marks.append(_named(column, index, len(columns), thing, floor - height - 7))
    if column.events:
        marks.append(_events(column, (index + 0.5) * slot, lane))
    name = said(column, thing)
    if column.page:
        return linked(column.page, name, *marks, css=".ex-column")
    return element("g", element("title", words(name)), *marks, class_="ex-column")


def _named(column: Column, index: int, number_of: int, thing: tuple[str, str], y: float) -> str:
    """The highest bar's number, leaning inwards at either end of the picture."""
    slot = 100 / number_of
    middle = (index + 0.5) * slot
    anchor, x = "ex-middle", middle
    if middle < 10:
        anchor, x = "ex-start", (index + _SLACK) * slot
    elif middle > 90:
        anchor, x = "ex-end", (index + 1 - _SLACK) * slot
    return label(counted(column.values[0], *thing), class_=f"ex-value {anchor}", x=percent(x), y=y)


def _events(column: Column, middle: float, lane: int) -> str:
    """One mark for the events of a period, with their number where there are more."""
    # A nested drawing stands at a part of the width; inside it the mark is in pixels.
    y = lane / 2 + 1
    diamond = element("path", class_="ex-mark-event", d=_diamond(0, y, _MARK))
    several = (
        label(str(len(column.events)), class_="ex-several", x=_MARK + 3, y=y + 4) if len(column.events) > 1 else ""
    )
    return element("svg", diamond, several, x=percent(middle), y="0", class_="ex-nested")


def _diamond(x: float, y: float, half: float) -> str:
    return f"M{number(x)} {number(y - half)}L{number(x + half)} {number(y)}L{number(x)} {number(y + half)}L{number(x - half)} {number(y)}Z"


def _key() -> str:
    return element(
        "svg",
        element("path", class_="ex-mark-event", d=_diamond(6, 6, _MARK)),
        class_="ex-key__sign",
        width="12",
        height="12",
        aria_hidden="true",
    )


def _table(columns: list[Column], things: tuple[tuple[str, str], ...], caption: str) -> str:
    """Every figure, the newest first; events by their names."""
    with_events = any(column.events for column in columns)
    heads = [str(columns[0].period.unit).capitalize(), *(many.capitalize() for _, many in things)]
    rows = []
    for column in reversed(columns):
        cells = [text_link(column.page, column.period.name) if column.page else words(column.period.name)]
        cells += [f"{value:,}" for value in column.values]
        if with_events:
            cells.append("; ".join(text_link(event.page, event.title) for event in column.events))
        rows.append(cells)
    return table(caption, heads + (["Events"] if with_events else []), rows)
