"""An archive that notes what is read of it, so that whoever made something of it knows what that depends on.

Every mapping of the archive and of its registry is put behind one that notes the keys that are asked for; whoever looks at
all of a mapping, or at a list, has read the whole.  A key that is not there is a reading too: it may come.

What an article says is read by itself (``kept.texts_noted``), as a reading of ``texts``: that one has become longer is nothing to a
list in which it stands.
"""

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar, overload

from generator.crossref import Archive
from generator.once import Once

Key = TypeVar("Key")
Value = TypeVar("Value")

WHOLE = None  # in the place of a key: all of it

Reading = tuple[str, Any]  # a field ("by_actor", "registry.actors"), and a key of it or ``WHOLE``


class Notes:
    """What was read since ``begin``."""

    def __init__(self) -> None:
        self.read: set[Reading] = set()

    def begin(self) -> None:
        self.read = set()


class _ObservedMapping(Mapping[Key, Value]):
    """A mapping that notes which of its keys are asked for."""

    __slots__ = ("_field", "_notes", "_real")

    def __init__(self, field: str, real: Mapping[Key, Value], notes: Notes) -> None:
        self._field, self._real, self._notes = field, real, notes

    def __getitem__(self, key: Key) -> Value:
        self._notes.read.add((self._field, key))
        return self._real[key]

    def get(self, key: Key, default: Any = None) -> Any:
        self._notes.read.add((self._field, key))
        return self._real.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._notes.read.add((self._field, key))
        return key in self._real

    def __iter__(self) -> Iterator[Key]:
        self._notes.read.add((self._field, WHOLE))
        return iter(self._real)

    def __len__(self) -> int:
        self._notes.read.add((self._field, WHOLE))
        return len(self._real)


class _ObservedSequence(Sequence[Value]):
    """A list that notes that somebody looked at it."""

    __slots__ = ("_field", "_notes", "_real")

    def __init__(self, field: str, real: Sequence[Value], notes: Notes) -> None:
        self._field, self._real, self._notes = field, real, notes

    def _whole(self) -> Sequence[Value]:
        self._notes.read.add((self._field, WHOLE))
        return self._real

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        return self._whole()[index]

    def __iter__(self) -> Iterator[Value]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def __bool__(self) -> bool:
        return bool(self._whole())


class _ObservedOnce(Once):
    """What is made once, with what was read for it: whoever takes it has read that too."""

    __slots__ = ("_notes", "_read")

    def __init__(self, notes: Notes) -> None:
        super().__init__()
        self._notes = notes
        self._read: dict[Hashable, frozenset[Reading]] = {}

    def of(self, name: Hashable, make: Callable[[], Value]) -> Value:
        notes = self._notes
        if name in self.values:
            notes.read |= self._read[name]
            found: Value = self.values[name]
            return found
        before, notes.read = notes.read, set()
        try:
            made = super().of(name, make)
            if len(self.values) < len(self._read):  # it was full, and has begun anew
                self._read.clear()
            self._read[name] = frozenset(notes.read)
        finally:
            notes.read |= before
        return made


def observed(archive: Archive, notes: Notes) -> Archive:
    """The same archive, noting what is read of it."""
    behind: Archive = _behind(archive, "", notes)
    return behind


def _behind(thing: Any, prefix: str, notes: Notes) -> Any:
    """A dataclass with its mappings and lists behind observing ones; dataclasses that it holds likewise."""
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(thing):
        value, name = getattr(thing, field.name), prefix + field.name
        if isinstance(value, Mapping):
            changed[field.name] = _ObservedMapping(name, value, notes)
        elif isinstance(value, Once):
            changed[field.name] = _ObservedOnce(notes)
        elif isinstance(value, tuple):
            changed[field.name] = _ObservedSequence(name, value, notes)
        elif dataclasses.is_dataclass(value):
            changed[field.name] = _behind(value, f"{name}.", notes)
        elif value is not None:
            raise TypeError(f"nobody would see that {name} is read: it is neither a mapping nor a list")
    return dataclasses.replace(thing, **changed)


def value_of(archive: Archive, reading: Reading) -> Any:
    """What a reading finds in an archive; ``MISSING`` where there is no such key.  Raises AttributeError for no such field."""
    field, key = reading
    thing = attrgetter(field)(archive)
    return thing if key is WHOLE else thing.get(key, MISSING)


class _Missing:
    def __repr__(self) -> str:
        return "missing"


MISSING = _Missing()
