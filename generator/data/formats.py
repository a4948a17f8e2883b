"""Tables as files: JSON Lines, CSV, one SQLite database."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Mapping
from json.encoder import encode_basestring as _quoted

from generator.data.columns import Column, Filled, Row, Table, Type, Value

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")
_SQL_TYPES = {
    Type.STRING: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.DATE: "TEXT",
    Type.ARRAY: "TEXT",
}
# What the full-text index of a table holds.  Not the bodies: they would double the file and the time.
SEARCHED = {"articles": ("title", "summary"), "statements": ("words",)}
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")
_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
).encode  # made once: json.dumps makes one each time
_VERSION_FIELD = slice(96, 100)  # SQLite's file format 1.3: the version of the library that wrote last


def json_text(value: object) -> str:
    """JSON on one line, keys in the order given.

    By its number stands what would end a line for some readers, and half a character, which UTF-8 cannot hold.
    """
    return _on_one_line(_encode(value))


def _on_one_line(written: str) -> str:
    if written.isprintable():
        return written
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", written.encode("utf-8", "backslashreplace").decode())


def json_lines(filled: Filled) -> bytes:
    """One object a line, long values included."""
    return json_rows(filled).encode()


def json_rows(filled: Filled) -> str:
    heads = [f"{',' if index else '{'}{_quoted(name)}:" for index, name in enumerate(filled.table.names())]
    lines = []
    for row in filled.rows:
        values = [head + (_quoted(v) if type(v) is str else _json(v)) for head, v in zip(heads, row, strict=True)]
        lines.append(_on_one_line("".join(values)) + "}\n")
    return "".join(lines)


def _json(value: Value) -> str:
    """A value as JSON.  (One by one: the encoder takes three times as long for whole rows.)"""
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{','.join(map(_quoted, value))}]"
    return _quoted(value) if isinstance(value, str) else repr(value)


def csv_text(filled: Filled) -> bytes:
    """RFC 4180 with a head line, UTF-8, without long values.  No value is an empty cell, a list is a JSON array.

    A spreadsheet takes a cell that starts with ``=``, ``+``, ``-`` or ``@`` for a formula: an apostrophe goes before such
    text.  One goes before an apostrophe too, so that whoever takes one off has the text again (``from_cell``).
    """
    return (csv_head(filled.table) + csv_rows(filled)).encode()


def csv_head(table: Table) -> str:
    return ",".join(table.names(long=False)) + "\r\n"


def csv_rows(filled: Filled) -> str:
    """The lines below the head line; half a character, which no file can hold, is a question mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    table = filled.table
    short = [(index, column.type is Type.STRING) for index, column in enumerate(table.columns) if not column.long]
    writer.writerows([_cell(row[index], is_text=is_text) for index, is_text in short] for row in filled.rows)
    return out.getvalue().encode("utf-8", "replace").decode()


def _cell(value: Value, *, is_text: bool) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if is_text and value.startswith(_GUARDED) else value
    return f"[{', '.join(map(_quoted, value))}]" if isinstance(value, list) else value


def from_cell(column: Column, cell: str) -> Value:
    """The value that a cell was made of: what the page on data tells readers to do."""
    if cell == "":
        return None
    if column.type is Type.ARRAY:
        return [str(item) for item in json.loads(cell)]
    if column.type is Type.INTEGER:
        return int(cell)
    if column.type is Type.NUMBER:
        return float(cell)
    return cell.removeprefix("'") if column.type is Type.STRING else cell


def database(filled: Mapping[str, Filled]) -> bytes:
    """Every table in one SQLite file: keys, foreign keys with an index each, full-text indexes of titles and statements.

    The same rows give the same bytes with one version of the SQLite library.  (Its version number, which the library
    writes into the header, is set to 0; another version may lay out pages or full-text indexes in another way.)
    """
    connection = sqlite3.connect("", isolation_level=None)  # on the disk, as long as it is open: it may be large
    try:
        connection.executescript(
            "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF; BEGIN;"
        )
        for each in filled.values():
            connection.execute(table_sql(each.table))
            marks = ", ".join("?" * len(each.table.columns))
            connection.executemany(
                f"INSERT INTO {each.table.name} VALUES ({marks})",  # noqa: S608 - our own names
                map(_stored, each.rows),
            )
            for statement in index_sql(each.table):
                connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("VACUUM")  # full-text indexes leave holes when they are built: a tenth of the file
        written = connection.serialize()
    finally:
        connection.close()
    return b"".join([written[: _VERSION_FIELD.start], bytes(4), memoryview(written)[_VERSION_FIELD.stop :]])


def _stored(row: Row) -> list[str | int | float | None]:
    """A row as SQLite keeps it: a list as a JSON array, no half of a character."""
    return [
        _on_one_line(_json(value)) if isinstance(value, list) else _whole(value) if isinstance(value, str) else value
        for value in row
    ]


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
