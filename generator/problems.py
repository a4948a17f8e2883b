"""What is wrong, where, and what to do: the one way in which every floor speaks of mistakes.

Rules yield problems and never decide what becomes of them; the pipeline collects, sorts and prints them all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the site from being written; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class PasteKind(StrEnum):
    """What a paste does to its file."""

    LINES = "lines"  # replaces lines, or inserts some before ``first``
    FILE = "file"  # is the whole new text of a file
    MOVE = "move"  # gives the file another path
    REMOVE = "remove"  # removes the file


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """What mends a problem, so that a person or a program can do it.

    ``LINES``: ``text`` takes the place of the lines ``first`` to ``last``, both included and counted from 1; with ``last``
    below ``first`` it is inserted before line ``first``.  Text that is not empty ends with a line break.
    ``safe``: nothing but the form changes, and it is certain what was meant, so that a program may do it unasked.
    """

    path: str
    kind: PasteKind = PasteKind.LINES
    first: int = 1
    last: int = 0
    text: str = ""
    to: str = ""
    safe: bool = False

    @property
    def instruction(self) -> str:
        """What to do with the text, in words."""
        match self.kind:
            case PasteKind.FILE:
                return f"Save this as {self.path}:"
            case PasteKind.MOVE:
                return f"Rename it: git mv {_shell(self.path)} {_shell(self.to)}"
            case PasteKind.REMOVE:
                return f"Remove it: git rm {_shell(self.path)}"
        lines = f"line {self.first}" if self.last <= self.first else f"lines {self.first} to {self.last}"
        if self.last < self.first:
            return f"Insert before {lines}:"
        return f"Put this in place of {lines}:" if self.text else f"Remove {lines}."

    @property
    def as_text(self) -> str:
        """The instruction with the text below it, indented so that it can be told from words."""
        shown = "\n".join(f"    {line}".rstrip() for line in self.text.splitlines())
        return f"{self.instruction}\n{shown}" if shown else self.instruction


def _shell(path: str) -> str:
    return path if path.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() else f"'{path}'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that a person should mend.

    ``path`` is as the contributor knows it (relative to the folder above ``content/``, with ``/``); ``line`` and ``column``
    count from 1 (None: the whole line); ``code`` is a stable kebab-case name of a rule in ``generator.rules``; ``message``
    says what is wrong; ``help`` says what to do.  For those who mend: ``field`` is the header's key that it is about,
    ``value`` the words in the file that it is about, ``others`` the files that it is about too; ``end`` is the column behind
    the place, ``source`` the line's text, ``paste`` what mends it, where that can be said (``remedies`` fills in these).
    """

    path: str
    line: int
    code: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
    column: int | None = None
    field: str = ""
    value: str = ""
    others: tuple[str, ...] = ()
    end: int | None = None
    source: str = ""
    paste: Paste | None = None

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")

    @property
    def advice(self) -> str:
        """The help with what to paste below it."""
        return f"{self.help}\n{self.paste.as_text}" if self.paste else self.help

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.code} {self.severity}: {self.message}"]
        lines += [f"    {'help: ' if i == 0 else '      '}{text}" for i, text in enumerate(self.advice.splitlines())]
        return "\n".join(line.rstrip() for line in lines)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by path, line, column and code, each once."""
    return sorted(set(problems), key=lambda p: (p.path, p.line, p.column or 0, p.code, p.message, p.help))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems keeps the site from being written."""
    return any(p.severity is Severity.ERROR for p in problems)


class ContentError(Exception):
    """The content cannot be published; ``problems`` says why.  The core raises it, the doors print it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


class ToolError(Exception):
    """The tool cannot do its work (a folder is missing, a disk is full); the message is for a person, the help says what to do."""

    def __init__(self, message: str, *, help: str = "") -> None:
        self.help = help
        super().__init__(message)
