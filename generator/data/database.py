"""All tables in one SQLite file: keys, foreign keys with an index each, full-text indexes of titles and statements."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.data.columns import Row, Table, Type
from generator.data.formats import json_value
from generator.problems import ToolError

_SQL_TYPES = {
    Type.STRING: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.DATE: "TEXT",
    Type.ARRAY: "TEXT",
}
# What the full-text index of a table holds.  Not the bodies: they would double the file and the time.
SEARCHED = {"articles": ("title", "summary"), "statements": ("words",)}
_VERSION_FIELD = slice(96, 100)  # SQLite's file format 1.3: the version of the library that wrote last

Stored = tuple[str | int | float | None, ...]  # a row as SQLite keeps it


class Database:
    """A database as it is being filled.

    The same rows in the same order give the same bytes with one version of the SQLite library.  (Its version number, which the
    library writes into the header, is set to 0; another version may lay out pages or full-text indexes in another way.)
    Raises ToolError where there is no room for it.
    """

    def __init__(self, tables: Iterable[Table]) -> None:
        self._tables = {table.name: table for table in tables}
        self._connection = sqlite3.connect("", isolation_level=None)  # on the disk, while it is open: it may be large

    def __enter__(self) -> "Database":
        with _told():
            self._connection.executescript(
                "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; BEGIN;"
            )
            for table in self._tables.values():
                self._connection.execute(table_sql(table))
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def add(self, name: str, rows: Iterable[Stored]) -> None:
        """Put rows into a table."""
        marks = ", ".join("?" * len(self._tables[name].columns))
        with _told():
            self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - our own names

    def write(self, path: Path) -> None:
        """Write the file, which is not there yet; nothing can be added after that."""
        with _told():
            for table in self._tables.values():
                for statement in index_sql(table):
                    self._connection.execute(statement)
            self._connection.execute("COMMIT")
            # Full-text indexes leave holes when they are built, a tenth of the file: the copy has none.
            self._connection.execute("VACUUM INTO ?", (str(path),))
        with path.open("r+b") as file:
            file.seek(_VERSION_FIELD.start)
            file.write(bytes(4))


@contextmanager
def _told() -> Iterator[None]:
    """What SQLite has to say of the disk, said as everywhere."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise ToolError(
            f"the database of the downloads cannot be written: {error}",
            help="Is the disk full? It is made in the folder for temporary files first.",
        ) from None


def stored(row: Row) -> Stored:
    """A row as SQLite keeps it: a list as a JSON array, no half of a character."""
    return tuple(
        [
            json_value(value) if isinstance(value, list) else _whole(value) if isinstance(value, str) else value
            for value in row
        ]
    )


def _whole(value: str) -> str:
    if value.isprintable():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def table_sql(table: Table) -> str:
    """How the database defines a table."""
    lines = [
        f"{column.name} {_SQL_TYPES[column.type]}{' NOT NULL' if column.required else ''}"
        + (f" REFERENCES {column.refers}" if column.refers else "")
        for column in table.columns
    ]
    # A key of text needs no row numbers of its own; but full-text indexes refer to them.
    without = "" if table.name in SEARCHED else " WITHOUT ROWID"
    return (
        f"CREATE TABLE {table.name} (\n  "
        + ",\n  ".join([*lines, f"PRIMARY KEY ({', '.join(table.key)})"])
        + f"\n){without}"
    )


def index_sql(table: Table) -> list[str]:
    """The indexes of a table: one for each column that refers to another and does not lead its key; one for full text."""
    lines = [
        f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})"
        for column in table.columns
        if column.refers and column.name != table.key[0]
    ]
    searched = SEARCHED.get(table.name)
    if searched:
        name, columns = f"{table.name}_fts", ", ".join(searched)
        # The double quotes are what Datasette looks for, so that its pages have a field for searching.
        options = f"content=\"{table.name}\", tokenize='unicode61 remove_diacritics 2'"
        lines.append(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, {options})")
        lines.append(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608 - our own names
    return lines
