"""What was made once and is wanted again: a row that stands in dozens of lists, an actor that dozens of articles name.

It belongs to one archive (``Archive.once``) and goes with it.  Behind an observed archive it observes as well (``observed``): what is
taken from it counts as reading all that was read when it was made.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Value = TypeVar("Value")
MOST = 10_000  # values that are kept: rows take some 2 kB each, with their words in Markdown


class Once:
    """Values by name, as many as there is room for."""

    __slots__ = ("values",)

    def __init__(self) -> None:
        self.values: dict[Hashable, Any] = {}

    def of(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a name; made now, the first time.  ``make`` reads nothing but the archive, and makes what nobody changes."""
        values = self.values
        if name in values:
            found: Value = values[name]
            return found
        if len(values) >= MOST:
            values.clear()
        values[name] = made = make()
        return made

    def __reduce__(self) -> "tuple[type[Once], tuple[()]]":
        """Another process begins with nothing."""
        return Once, ()
