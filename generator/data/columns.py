"""What a table of data is: its columns, each with what it means, an example, and where in the archive its value comes from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.crossref import Archive
from generator.model import Block, PagePath
from generator.settings import Settings, directory

Value = str | int | float | list[str] | None
Row = tuple[Value, ...]


class Type(StrEnum):
    """The types of Frictionless Table Schema that our columns have; an array holds strings."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    ARRAY = "array"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a value may be looked up in."""

    archive: Archive
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.  ``of`` takes the thing of a row and its scope and gives the value, None where there is none.

    ``refers`` names the table whose key the value is; ``example`` is a value from the small archive of the tests.
    ``long`` values stand in the JSON Lines and in the database, not in the CSV file nor in the API.
    """

    name: str
    description: str
    example: Value
    of: Callable[[Any, Scope], Value]
    type: Type = Type.STRING
    required: bool = False
    refers: str = ""
    long: bool = False


class Each(StrEnum):
    """What a table has rows for, one after the other."""

    ARTICLE = "article"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.  ``things`` gives what its rows are made of, in the order in which they are written; ``key`` names its key.

    Where ``each`` is set, the rows follow from articles or from statements, one after the other: ``things`` then takes one of
    these with the scope, and gives its rows' things.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    things: Callable[..., Iterable[Any]]
    each: Each | None = None

    def names(self, *, long: bool = True) -> list[str]:
        """The names of the columns, with or without the long ones."""
        return [column.name for column in self.columns if long or not column.long]

    def rows(self, scope: Scope, *of: Any) -> list[Row]:
        """The rows of the table, or those that follow ``of`` one article or statement; an empty text is None."""
        return [self.row(thing, scope) for thing in self.things(*of, scope)]

    def row(self, thing: Any, scope: Scope) -> Row:
        return tuple([_stated(column.of(thing, scope)) for column in self.columns])

    def record(self, thing: Any, scope: Scope, names: Iterable[str]) -> dict[str, Value]:
        """Some columns of the row of a thing; the others are not looked up."""
        columns = {column.name: column for column in self.columns}
        return {name: _stated(columns[name].of(thing, scope)) for name in names}

    def short(self, row: Row) -> list[Value]:
        """A row without its long values."""
        return [value for column, value in zip(self.columns, row, strict=True) if not column.long]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A table with its rows."""

    table: Table
    rows: Sequence[Row]

    def records(self, *, long: bool = True) -> list[dict[str, Value]]:
        """The rows as objects."""
        names = self.table.names(long=long)
        return [dict(zip(names, row if long else self.table.short(row), strict=True)) for row in self.rows]


def _stated(value: Value) -> Value:
    return None if value == "" else value


def address(page: PagePath | str, scope: Scope) -> str:
    """Where a page stands: absolute where the site's address is known, else from the site's root."""
    return scope.settings.absolute(directory(page))


def plain(blocks: Sequence[Block]) -> str:
    """Blocks as plain text, a blank line between them; a table has a line for each row."""
    return "\n\n".join(
        "\n".join(" | ".join(cell.text for cell in row) for row in block.rows) if block.rows else block.text
        for block in blocks
    )
