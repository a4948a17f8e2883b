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


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that a person should mend.

    ``path`` is as the contributor knows it (relative to the folder above ``content/``, with ``/``); ``line`` and ``column``
    count from 1; ``code`` is a stable kebab-case name of the rule; ``message`` says what is wrong; ``help`` says what to
    do, with the text to paste where there is one.
    """

    path: str
    line: int
    code: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
    column: int | None = None

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")
        kind = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        lines = [f"{place}: {self.code} {kind}{self.message}"]
        lines += [f"    {'help: ' if i == 0 else '      '}{text}" for i, text in enumerate(self.help.splitlines())]
        return "\n".join(lines)


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
