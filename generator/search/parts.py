"""Records in parts, one index each: few, none too large, and a new article changes one.

A part is a run of time.  Runs are halves of halves, as a ruler is divided: all years, 1024 of them from a multiple of 1024
on, 512, ... 2, a year, eight months of it, ... a month, sixteen days, ... a day.  The largest runs that are not too full are
the parts, so that where they begin does not depend on what lies in the others: an article changes the part of its
day, and at most cuts it in halves.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.search.findable import Findable

# Pagefind holds a part in memory while it indexes it: see the note in generator/indexing.py.  A smaller part is made again
# sooner when one of its articles changes; but each part costs a reader about 40 KB a search.
OVERHEAD = 800  # what a record costs besides its text, in characters that cost as much
FULL = 1_000 * (5_000 + OVERHEAD)  # characters: 1,000 articles of 700 words, or 6,000 statements
_DAY_SLOTS, _MONTH_SLOTS = 32, 16  # powers of two, so that the runs are years and months
_YEAR = _DAY_SLOTS * _MONTH_SLOTS
_WHOLE = _YEAR * 16_384  # all years


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Records that are indexed together, newest first; its name is a folder's."""

    name: str
    records: tuple[Findable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All parts, newest first."""

    articles: tuple[Part, ...] = ()
    statements: tuple[Part, ...] = ()
    registry: tuple[Part, ...] = ()

    @property
    def every(self) -> tuple[Part, ...]:
        return self.registry + self.articles + self.statements

    @property
    def bare(self) -> "Parts":
        """The parts without their records."""
        return Parts(articles=_bare(self.articles), statements=_bare(self.statements), registry=_bare(self.registry))


def _bare(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(replace(part, records=()) for part in parts)


def parts_of(records: Iterable[Findable], full: int = FULL) -> Parts:
    """The parts of all records.  ``full``: the characters that a part may hold."""
    articles: list[Findable] = []
    statements: list[Findable] = []
    registry: list[Findable] = []
    for record in records:
        {"article": articles, "statement": statements}.get(record.kind, registry).append(record)
    return Parts(
        articles=tuple(_by_time(articles, full, lambda run: run)),
        statements=tuple(_by_time(statements, full, lambda run: f"statements-{run}")),
        registry=(Part(name="registry", records=tuple(registry)),) if registry else (),
    )


def _by_time(records: Sequence[Findable], full: int, named: Callable[[str], str]) -> Iterator[Part]:
    ordered = sorted(records, key=lambda record: (_slot(record), record.url))
    slots = [_slot(record) for record in ordered]
    sizes = [OVERHEAD + record.size for record in ordered]
    for start, width in sorted(_runs(slots, sizes, 0, _WHOLE, full), reverse=True):
        within = ordered[bisect_left(slots, start) : bisect_left(slots, start + width)]
        yield Part(name=named(_run_name(start, width)), records=tuple(reversed(within)))


def _slot(record: Findable) -> int:
    """A day's place on the ruler."""
    if record.date is None:
        return 0
    return record.date.year * _YEAR + (record.date.month - 1) * _DAY_SLOTS + record.date.day - 1


def _runs(slots: Sequence[int], sizes: Sequence[int], start: int, width: int, full: int) -> Iterator[tuple[int, int]]:
    """The runs (start, width) within one run that become parts; of a run with one half empty, the other half."""
    first, last = bisect_left(slots, start), bisect_left(slots, start + width)
    if first == last:
        return
    half = width // 2
    middle = bisect_left(slots, start + half)
    empty_half = width > _YEAR and middle in (first, last)
    if width == 1 or (sum(sizes[first:last]) <= full and not empty_half):
        yield start, width
        return
    yield from _runs(slots, sizes, start, half, full)
    yield from _runs(slots, sizes, start + half, half, full)


def _run_name(start: int, width: int) -> str:
    """``2024-2027``, ``2025``, ``2025-01-to-08``, ``2025-03``, ``2025-03-01-to-16``, ``2025-03-07``."""
    year, month, day = start // _YEAR, start % _YEAR // _DAY_SLOTS + 1, start % _DAY_SLOTS + 1
    if width > _YEAR:
        return f"{year:04}-{year + width // _YEAR - 1:04}"
    if width == _YEAR:
        return f"{year:04}"
    if width >= _DAY_SLOTS:
        last = min(month + width // _DAY_SLOTS - 1, 12)
        return f"{year:04}-{month:02}" + (f"-to-{last:02}" if width > _DAY_SLOTS else "")
    return f"{year:04}-{month:02}-{day:02}" + (f"-to-{min(day + width - 1, 31):02}" if width > 1 else "")
