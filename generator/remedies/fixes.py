"""What a program may mend unasked in one file: the form of its header, never a word of its text.

Pure: bytes in, bytes out.  What is right stays as it is, byte for byte; what is mended once needs no mending again; the
text below the header keeps every byte (at its end a missing line break is added).
"""

from collections.abc import Sequence
from itertools import pairwise

from generator import reading
from generator.checks import Content
from generator.problems import PasteKind, Problem
from generator.reading.fields import TABLES, Field, read_fields
from generator.reading.header import Header, read_header
from generator.remedies import with_remedies
from generator.remedies.case import HIDES_OTHERS, READERS
from generator.remedies.sheet import Sheet, pasted

_ROUNDS = 40  # each mends one line


def fixed(path: str, data: bytes) -> tuple[bytes, list[str]]:
    """The file mended as far as is safe, and what was done, in words."""
    folder = path.split("/")[-2] if "/" in path else ""
    if folder not in READERS or not path.endswith((".md", ".txt", ".html")) or not _is_utf8(data):
        return data, []
    done: list[str] = []
    for _ in range(_ROUNDS):
        mended = _one_mended(path, data, folder)
        if mended is None:
            break
        data, problem = mended
        done.append(f"line {problem.line}: {problem.code}: {problem.message}")
    ordered = in_order_of_the_table(path, data, TABLES[folder])
    if ordered != data:
        done.append("the header's fields stand in the order of all files")
        data = ordered
    if path.endswith(".md") and data and not data.endswith((b"\n", b"\r")):
        data += b"\r\n" if b"\r\n" in data else b"\n"
        done.append("the last line has an end")
    return data, done


def _is_utf8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _one_mended(path: str, data: bytes, folder: str) -> tuple[bytes, Problem] | None:
    """The file after the first paste that is safe, leaves the text below the header alone and makes it no worse."""
    _, found = READERS[folder](path, data)
    problems = [*found, *reading.lint(path, data)]
    for problem in with_remedies(problems, {path: data}, Content(paths=(path,))):
        paste = problem.paste
        if paste is None or not paste.safe or paste.kind is not PasteKind.LINES:
            continue
        new = pasted({path: data}, paste)[path]
        if new != data and _body(path, new) == _body(path, data) and not _breaks(found, path, new, folder):
            return new, problem
    return None


def _breaks(before: Sequence[Problem], path: str, new: bytes, folder: str) -> bool:
    """Whether a header that could be read no longer can: one paste would then undo what another did, for ever."""
    return _is_unread(READERS[folder](path, new)[1]) and not _is_unread(before)


def _is_unread(found: Sequence[Problem]) -> bool:
    return any(problem.code in HIDES_OTHERS for problem in found)


def _body(path: str, data: bytes) -> str:
    text = data.decode("utf-8-sig")
    return text[read_header(path, text)[0].start :]


def in_order_of_the_table(path: str, data: bytes, fields: tuple[Field, ...]) -> bytes:
    """The file with its header's fields in the order of their table; as it is, where anything about the header is unsure."""
    text = data.decode("utf-8-sig")
    header, problems = read_header(path, text)
    order = {field.name: number for number, field in enumerate(fields)}
    names = list(header.entries)
    if problems or not names or not set(names) <= set(order) or names == sorted(names, key=order.__getitem__):
        return data
    sheet = Sheet(path=path, text=text)
    # By offset: YAML counts lines at characters at which no editor does (U+2028).
    lines = [sheet.line_at(header.offset + key.start_mark.index)[0] for key, _ in header.entries.values()]
    begins = [sheet.starts[line - 1] for line in lines]
    if len(set(begins)) < len(begins) or any(key.start_mark.column for key, _ in header.entries.values()):
        return data  # several fields on a line, or all within brackets
    end = sheet.starts[header.line - 2]
    starts = [
        _remarks_above(text, begin, begins[number - 1] if number else header.offset)
        for number, begin in enumerate(begins)
    ]
    parts = dict(zip(names, (text[a:b] for a, b in pairwise([*starts, end])), strict=True))
    new = text[: starts[0]] + "".join(parts[name] for name in sorted(names, key=order.__getitem__)) + text[end:]
    if not _says_the_same(path, header, new, fields):
        return data
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + new.encode()


def _remarks_above(text: str, begin: int, floor: int) -> int:
    """Where the remarks begin that stand right above a line, no further up than ``floor``."""
    while begin > floor:
        above = text.rfind("\n", 0, begin - 1) + 1
        if above < floor or not text[above:begin].lstrip().startswith("#"):
            break
        begin = above
    return begin


def _says_the_same(path: str, before: Header, text: str, fields: tuple[Field, ...]) -> bool:
    """Whether the header still has the values that it had, and as many lines."""
    after, problems = read_header(path, text)
    return (
        not problems
        and after.start == before.start
        and sorted(after.entries) == sorted(before.entries)
        and read_fields(path, after, _without_lines(fields), complete=False)[0]
        == read_fields(path, before, _without_lines(fields), complete=False)[0]
    )


def _without_lines(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields but for those whose values know their line."""
    return tuple(field for field in fields if field.name not in ("statements", "corrections"))
