"""A content file as lines and header nodes, and the pastes that change it in one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

import yaml

from generator.problems import Paste, PasteKind
from generator.reading.decode import decode
from generator.reading.header import Header, read_header


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The text of one file.  Lines end with ``\\n``; a ``\\r`` before it is part of the line.  Offsets count characters."""

    path: str
    text: str

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line's first character, and the end of the text."""
        found, at = [0], self.text.find("\n")
        while at >= 0:
            found.append(at + 1)
            at = self.text.find("\n", at + 1)
        return found

    @cached_property
    def header(self) -> Header:
        return read_header(self.path, self.text)[0]

    @property
    def folder(self) -> str:
        return PurePosixPath(self.path).parent.name

    @property
    def stem(self) -> str:
        return PurePosixPath(self.path).stem

    def line(self, number: int) -> str:
        """A line without its end; empty if there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def line_at(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - self.starts[line - 1] + 1

    def span(self, node: yaml.Node) -> tuple[int, int]:
        """Where a node of the header stands in the text."""
        start = self.header.offset + node.start_mark.index
        end = self.header.offset + node.end_mark.index
        return start, start + len(self.text[start:end].rstrip())

    def written(self, node: yaml.Node) -> str:
        start, end = self.span(node)
        return self.text[start:end]

    # --- pastes ---------------------------------------------------------------------------------------------------------------

    def with_lines(self, first: int, last: int, text: str, *, safe: bool = False) -> Paste:
        """Other lines in place of some; ``text`` without its last line break (empty: the lines go)."""
        return Paste(path=self.path, first=first, last=last, text=f"{text}\n" if text else "", safe=safe)

    def with_text(self, start: int, end: int, text: str, *, safe: bool = False) -> Paste:
        """Other words in place of a stretch of the text."""
        (first, column), (last, behind) = self.line_at(start), self.line_at(end)
        whole = self.line(first)[: column - 1] + text + self.line(last)[behind - 1 :]
        return self.with_lines(first, last, whole, safe=safe)

    def with_header_line(self, line: str) -> Paste:
        """One more line in the header, above its end; a header, where the file has none."""
        if self.header.line > 1:
            return self.with_lines(self.header.line - 1, self.header.line - 2, line)
        return self.with_lines(1, 0, f"---\n{line}\n---\n")

    def without_entry(self, name: str) -> Paste | None:
        """The header without a key and all its lines."""
        return self.with_entry(name, "")

    def with_entry(self, name: str, text: str, *, safe: bool = False) -> Paste | None:
        """Other lines in place of a key's."""
        if name not in self.header.entries:
            return None
        key, value = self.header.entries[name]
        first = self.header.line_of(key)
        start, end = self.span(value)
        last = max(self.line_at(max(end - 1, start))[0], first) if end > start else first
        return self.with_lines(first, last, text, safe=safe)

    def without_item(self, name: str, value: str) -> Paste | None:
        """The header without one item of a list."""
        if name not in self.header.entries:
            return None
        parent = next((node for node in sequences(self.header.entries[name][1]) if _items(node, value)), None)
        if parent is None:
            return self.without_entry(name)
        gone = _items(parent, value)[-1]
        kept = [self.written(item) for item in parent.value if item is not gone]
        if not kept and parent is self.header.entries[name][1]:
            return self.without_entry(name)
        if parent.flow_style:
            start, end = self.span(parent)
            return self.with_text(start, end, "[" + ", ".join(kept) + "]")
        line = self.header.line_of(gone)
        return self.with_lines(line, line, "")

    def item(self, name: str, value: str) -> yaml.Node | None:
        """The last place in the entry of a key where a value is written."""
        if name not in self.header.entries:
            return None
        found = [node for node in scalars(self.header.entries[name][1]) if " ".join(node.value.split()) == value]
        return found[-1] if found else None


def _items(node: yaml.SequenceNode, value: str) -> list[yaml.Node]:
    return [item for item in node.value if isinstance(item, yaml.ScalarNode) and item.value == value]


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for inner in part if isinstance(part, tuple) else (part,):
            yield from scalars(inner)


def sequences(node: yaml.Node) -> Iterator[yaml.SequenceNode]:
    if isinstance(node, yaml.SequenceNode):
        yield node
    for part in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for inner in part if isinstance(part, tuple) else (part,):
            yield from sequences(inner)


def sheet_of(path: str, data: bytes) -> Sheet:
    """The sheet of a file, as well as it can be read."""
    text, _ = decode(path, data, markup=path.endswith(".html"))
    return Sheet(path=path, text=text if text is not None else data.decode("utf-8", "replace"))


def pasted(files: dict[str, bytes], paste: Paste) -> dict[str, bytes]:
    """The files by path after a paste: what a person would have who did as it says."""
    files = dict(files)
    match paste.kind:
        case PasteKind.REMOVE:
            files.pop(paste.path, None)
        case PasteKind.MOVE:
            files[paste.to] = files.pop(paste.path)
        case PasteKind.FILE:
            files[paste.path] = paste.text.encode()
        case PasteKind.LINES:
            files[paste.path] = _with_lines(sheet_of(paste.path, files[paste.path]).text, paste).encode()
    return files


def _with_lines(text: str, paste: Paste) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    ends = [*(line + "\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]
    before, after = ends[: paste.first - 1], ends[max(paste.last, paste.first - 1) :]
    middle = paste.text.replace("\n", newline)
    if before and middle and not before[-1].endswith("\n"):
        before[-1] += newline
    if not after and ends and not ends[-1].endswith("\n") and paste.last >= paste.first:
        middle = middle.removesuffix(newline)  # the file ended so before
    return "".join([*before, middle, *after])
