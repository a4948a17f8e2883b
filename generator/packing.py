"""Plain data as bytes and back: what runs keep for the next one.

It is read back by a reader that makes plain data alone (``_Plain``): should somebody's pull request bring such a file along, it can
hold wrong words, but nothing that runs.
"""

import io
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from generator import finding, model, problems

_OURS: Mapping[str, Any] = {"generator.finding": finding, "generator.model": model, "generator.problems": problems}


def packed(value: object) -> bytes:
    """Plain data as bytes."""
    written = io.BytesIO()
    _Packer(written, 5).dump(value)
    return written.getvalue()


def unpacked(data: bytes) -> Any:
    """The plain data of bytes.  Raises UnpicklingError, or another error of Python's, if they are not ours."""
    return _Plain(io.BytesIO(data)).load()


_found: dict[tuple[str, str], Any] = {}  # what names stand for; each is asked for ten thousand times


class _Packer(pickle.Pickler):
    """Writes of a dataclass its kind and its values.  (What dataclasses do by themselves takes twice as long to read back.)"""

    def reducer_override(self, thing: Any) -> Any:
        kind: Any = type(thing)
        values = _values_of(kind)
        return (_filled, (kind, *values(thing))) if values else NotImplemented


class _Plain(pickle.Unpickler):
    """Makes nothing but the dataclasses of the model, problems and dates."""

    def find_class(self, module: str, name: str) -> Any:
        found = _found.get((module, name))
        if found is None:
            found = _found[module, name] = self._find(module, name)
        return found

    def _find(self, module: str, name: str) -> Any:
        if module in _OURS and not name.startswith("_"):
            found = getattr(_OURS[module], name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        if (module, name) in (("datetime", "date"), (__name__, _filled.__name__)):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not kept")


def _filled(kind: Any, *values: object) -> Any:
    """A dataclass with its values.  Raises an error where there is no such kind, or it has not as many."""
    thing = object.__new__(kind)
    for put, value in zip(_places_in(kind), values, strict=True):
        put(thing, value)
    return thing


@cache
def _values_of(kind: Any) -> Callable[[Any], Sequence[object]] | None:
    """How the values of one of our dataclasses are read; nothing for what is none."""
    if not is_dataclass(kind) or kind.__module__ not in _OURS:
        return None
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda thing: [getattr(thing, name) for name in names]


@cache
def _places_in(kind: Any) -> list[Callable[[Any, object], None]]:
    """How the values of a dataclass with slots are set, though it is frozen."""
    return [getattr(kind, field.name).__set__ for field in fields(kind)]
