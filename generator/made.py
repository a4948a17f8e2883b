"""What units made, of what, and the fingerprints of what they read: how the next run knows what has changed."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from generator.crossref import Archive, Entry
from generator.disk import Stamp
from generator.fingerprints import fingerprint, of_all
from generator.kept import KeptBlocks
from generator.model import ActorSlug, Article, ArticleSlug, Quote
from generator.observed import WHOLE, Reading, value_of
from generator.packing import packed, unpacked
from generator.statements import Statement, Variant

# Its path, its fingerprint, and as it stands on the disk: its size in bytes, its time in nanoseconds.
Output = tuple[str, bytes, int, int]
Trace = bytes  # numbers of readings, an array of "I"
MadeUnit = tuple[Trace, tuple[Output, ...]]
_PLAIN = frozenset([str, int, type(None)])  # of such are pairs: an actor beside another, and how often
_MANY = 3  # readings for each unit; a whole archive has two


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What stands in a folder, and what it was made of.

    ``of`` is the fingerprint of program and settings; ``readings`` all that units read, each with the fingerprint that it
    had; ``units`` each unit's readings, by their numbers, and its files.
    """

    of: bytes = b""
    readings: Sequence[tuple[Reading, bytes]] = ()
    units: Mapping[str, MadeUnit] = field(default_factory=dict)

    @property
    def prints(self) -> dict[str, bytes]:
        """Each file's fingerprint, by path."""
        return {output[0]: output[1] for _, outputs in self.units.values() for output in outputs}

    @property
    def stamps(self) -> dict[str, Stamp]:
        """Each file as the disk has it, by path."""
        return {path: (size, when) for _, outputs in self.units.values() for path, _, size, when in outputs}

    def written(self) -> bytes:
        return packed((self.of, list(self.readings), dict(self.units)), shares=False)

    @staticmethod
    def read(data: bytes, of: bytes) -> "Made":
        """What was kept; nothing where it is of another program or other settings, or cannot be read."""
        try:
            was_of, readings, units = unpacked(data)
        # BLE001: whatever is wrong with what is kept, it is made anew
        except Exception:  # noqa: BLE001
            return Made(of=of)
        return Made(of=of, readings=readings, units=units) if was_of == of else Made(of=of)

    def changed(self, prints: "Prints") -> set[int]:
        """The numbers of the readings that find something else now."""
        return {number for number, (reading, was) in enumerate(self.readings) if prints.of(reading) != was}

    def lost(self, stands: Mapping[str, Stamp]) -> set[str]:
        """The paths of the files that are not as they were left."""
        return {path for path, stamp in self.stamps.items() if stands.get(path) != stamp}

    def after(
        self, prints: "Prints", changed: AbstractSet[int], new: Iterable[Reading], units: Mapping[str, MadeUnit]
    ) -> "Made":
        """What holds when these units stand there, which read what others read before and what is ``new``.

        ``changed`` are the numbers of the readings that find something else now.  Readings that no unit has any more go, once they
        are many.
        """
        readings = list(self.readings)
        for number in changed:
            readings[number] = (readings[number][0], prints.of(readings[number][0]))
        readings += ((reading, prints.of(reading)) for reading in new)
        if len(readings) > _MANY * len(units):
            used = sorted(set().union(*(array("I", trace) for trace, _ in units.values())))
            if len(used) < len(readings) * 3 // 4:
                numbers = dict(zip(used, range(len(used)), strict=True))
                readings = [readings[number] for number in used]
                units = {name: (renumbered(trace, numbers), outputs) for name, (trace, outputs) in units.items()}
        return Made(of=self.of, readings=readings, units=units)


def renumbered(trace: Trace, numbers: Mapping[int, int] | Sequence[int]) -> Trace:
    """A trace with other numbers for the same readings."""
    return array("I", [numbers[number] for number in array("I", trace)]).tobytes()


def _is_plain(thing: Any) -> bool:
    return type(thing) is tuple and _PLAIN.issuperset(map(type, thing))


def _values(kind: Any, *besides: str) -> Callable[[Any], object]:
    return attrgetter(*(field.name for field in fields(kind) if field.name not in besides))


_head_of, _wording_of, _quote_of = _values(Statement, "variants"), _values(Variant, "quote"), _values(Quote)


def print_of(statement: Statement) -> bytes:
    """The fingerprint of all that a statement holds.  (Of plain data: their ``repr`` takes half as long as that of dataclasses.)"""
    variants = [(_wording_of(variant), _quote_of(variant.quote)) for variant in statement.variants]
    return fingerprint(repr((_head_of(statement), variants)))


class Prints:
    """The fingerprints of what can be read of an archive."""

    def __init__(
        self,
        archive: Archive,
        articles: Mapping[ArticleSlug, bytes],
        statements: Mapping[tuple[ActorSlug, str], bytes],
        *,
        before: "Prints | None" = None,
    ) -> None:
        """``articles``: that of each article but for its text, with what was found in it; ``statements``: that of each, by speaker and id.

        ``before`` are those of an earlier archive of this process.
        """
        self._archive = archive
        self._before = (before._archive, before._known) if before else None
        self._articles = articles
        self._statements = statements
        self._entries = {id(entry): articles[entry.article.slug] for entry in archive.entries}
        self._known: dict[Reading, bytes] = {}

    def of(self, reading: Reading) -> bytes:
        known = self._known.get(reading)
        if known is None:
            value = value_of(self._archive, reading)
            known = self._as_before(reading, value) if self._before else None
            self._known[reading] = known = known or self._read(reading, value)
        return known

    def settled(self) -> None:
        """Let go of the earlier archive: all that is asked for from now on was asked for already."""
        self._before = None

    def _as_before(self, reading: Reading, value: Any) -> bytes | None:
        """The fingerprint that the same value had before.  (To see that it is the same takes a third of the time.)"""
        assert self._before is not None, "it was asked for"
        archive, known = self._before
        was = known.get(reading)
        return was if was is not None and value_of(archive, reading) == value else None

    def _read(self, reading: Reading, value: Any) -> bytes:
        """The fingerprint of what a reading found.  (All of a mapping: of what single readings find, which are asked for too.)"""
        field, key = reading
        if key is WHOLE and isinstance(value, Mapping):
            return of_all(part for each in value for part in (fingerprint(repr(each)), self.of((field, each))))
        return self._print(value)

    def _print(self, value: Any) -> bytes:
        """The fingerprint of a value.  (By its class, which is looked at a hundred thousand times.)"""
        kind = type(value)
        if kind is Entry:
            return self._articles[value.article.slug]
        if kind is Statement:
            return self._statements[value.speaker, value.id]
        if kind is Article:
            return self._articles[value.slug]
        if kind is KeptBlocks:
            return bytes(value.key)
        if kind is tuple or kind is list:
            if value and type(value[0]) is Entry:  # most lists are of entries alone, and have hundreds
                with suppress(KeyError):
                    return of_all(map(self._entries.__getitem__, map(id, value)))
            if all(map(_is_plain, value)):
                return fingerprint(repr(value))
            return of_all(map(self._print, value))
        if isinstance(value, Mapping):
            return of_all(part for key, own in value.items() for part in (fingerprint(repr(key)), self._print(own)))
        return fingerprint(repr(value))
