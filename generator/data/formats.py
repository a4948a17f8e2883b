"""Tables as text: JSON Lines and CSV."""

import csv
import io
import json
import re
from json.encoder import encode_basestring as _quoted

from generator.data.columns import Column, Filled, Table, Type, Value

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")
_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
).encode  # made once: json.dumps makes one each time


def json_text(value: object) -> str:
    """JSON on one line, keys in the order given.

    By its number stands what would end a line for some readers, and half a character, which UTF-8 cannot hold.
    """
    return _on_one_line(_encode(value))


def _on_one_line(written: str) -> str:
    if written.isprintable():
        return written
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", written.encode("utf-8", "backslashreplace").decode())


def json_rows(filled: Filled) -> str:
    """One object a line, long values included."""
    heads = [f"{',' if index else '{'}{_quoted(name)}:" for index, name in enumerate(filled.table.names())]
    lines = []
    for row in filled.rows:
        values = [head + (_quoted(v) if type(v) is str else _json(v)) for head, v in zip(heads, row, strict=True)]
        lines.append(_on_one_line("".join(values)) + "}\n")
    return "".join(lines)


def json_value(value: Value) -> str:
    """A value as JSON on one line."""
    return _on_one_line(_json(value))


def _json(value: Value) -> str:
    """A value as JSON.  (One by one: the encoder takes three times as long for whole rows.)"""
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{','.join(map(_quoted, value))}]"
    return _quoted(value) if isinstance(value, str) else repr(value)


def csv_head(table: Table) -> str:
    return ",".join(table.names(long=False)) + "\r\n"


def csv_rows(filled: Filled) -> str:
    """The lines below the head line, by RFC 4180, without long values.  No value is an empty cell, a list is a JSON array.

    A spreadsheet takes a cell that starts with ``=``, ``+``, ``-`` or ``@`` for a formula: an apostrophe goes before such
    text.  One goes before an apostrophe too, so that whoever takes one off has the text again (``from_cell``).  Half a character,
    which no file can hold, is a question mark.
    """
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
