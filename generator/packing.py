"""Plain data as bytes and back: what runs keep for the next one.

It is read back by a reader that makes plain data alone (``_Plain``): should somebody's pull request bring such a file along, it can
hold wrong words, but nothing that runs.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from generator import finding, model, problems

_OURS: Mapping[str, Any] = {"generator.finding": finding, "generator.model": model, "generator.problems": problems}


def packed(value: object, *, shares: bool = True) -> bytes:
    """Plain data as bytes.

    Without ``shares`` what stands in it twice is written twice; to look for that takes most of the time, in large tables for nothing.
    """
    written = io.BytesIO()
    packer = _Packer(written, 5)
    packer.fast = not shares
    packer.dump(value)
    return written.getvalue()


def unpacked(data: bytes) -> Any:
    """The plain data of bytes.  Raises UnpicklingError, or another error of Python's, if they are not ours."""
    return _Plain(io.BytesIO(data)).load()


_found: dict[tuple[str, str], Any] = {}  # what names stand for; each is asked for ten thousand times


class _Packer(pickle.Pickler):
    """Writes of a dataclass its kind and its values.  (What dataclasses do by themselves takes three times as long to read back.)

    Of a member of an enumeration, too: some versions of Python, 3.11.2 among them, write that ``getattr`` is to find it by its name.
    """

    def reducer_override(self, thing: Any) -> Any:
        kind: Any = type(thing)
        values = _values_of(kind)
        return (kind, values(thing)) if values else NotImplemented


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
                return _maker_of(found) if is_dataclass(found) else found
        if (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not kept")


@cache
def _values_of(kind: Any) -> Callable[[Any], tuple[object, ...]] | None:
    """How the values of one of our dataclasses or enumerations are read; nothing for what is none."""
    if kind.__module__ not in _OURS:
        return None
    if issubclass(kind, Enum):
        return lambda member: (member.value,)
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda thing: tuple(getattr(thing, name) for name in names)


def _maker_of(kind: Any) -> Callable[..., Any]:
    """Makes a dataclass of its values, each in its slot though it is frozen, as nothing but the class's own ``__init__`` could.

    (It is written for the class, as ``dataclasses`` writes an ``__init__``: for half a million things a loop takes twice as long.)
    """
    names = [field.name for field in fields(kind)]
    puts = {f"_put_{name}": getattr(kind, name).__set__ for name in names}
    lines = "; ".join(f"_put_{name}(_thing, {name})" for name in names)
    space: dict[str, Any] = {"_new": object.__new__, "_kind": kind, **puts}
    exec(f"def _make({', '.join(names)}): _thing = _new(_kind); {lines or 'pass'}; return _thing", space)  # noqa: S102 - our names
    made: Callable[..., Any] = space["_make"]
    return made
