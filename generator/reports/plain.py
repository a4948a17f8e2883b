"""A problem for a person at a terminal: its place, the line with a mark under it, and what to paste."""

import unicodedata
from collections.abc import Sequence

from generator.problems import Problem, Severity
from generator.text import counted

WIDTH = 100  # columns of the line that are shown
_BEFORE = 30  # of these, before the place
_TAB = "    "


def problem_text(problem: Problem) -> str:
    """All that is known of a problem.  (A terminal without colours must do, and a log.)"""
    first, *rest = str(problem).splitlines()
    return "\n".join([first, *excerpt(problem), *rest])


def summary_line(problems: Sequence[Problem]) -> str:
    """How many there are: what a person sees first in a terminal is the last line."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    return f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}."


def excerpt(problem: Problem) -> list[str]:
    """The line of a problem, and below it a mark under the place; nothing where there is nothing to see."""
    if not problem.source.strip():
        return []
    column = min(problem.column or 1, len(problem.source) + 1)
    end = min(max(problem.end or column + 1, column + 1), len(problem.source) + 1) if problem.column else column
    start = max(0, column - 1 - _BEFORE) if len(problem.source) > WIDTH else 0
    stop = min(len(problem.source), start + WIDTH)
    shown = problem.source[start:stop]
    before, marked = problem.source[start : column - 1], problem.source[column - 1 : min(end - 1, stop)]
    lead, tail = "…" if start else "", "…" if stop < len(problem.source) else ""
    gutter = f"    {problem.line} | "
    lines = [gutter + lead + _visible(shown) + tail]
    if problem.column is None:
        return lines
    blank = " " * (len(gutter) - 2) + "| "
    if any(unicodedata.bidirectional(letter) in {"R", "AL", "AN"} for letter in shown):
        # a terminal shows these from right to left: no mark would stand under its word
        return [*lines, f"{blank}here: {_visible(marked)}"] if marked.strip() else lines
    mark = "^" + "~" * (max(_width(_visible(marked)), 1) - 1)
    return [*lines, blank + " " * (len(lead) + _width(_visible(before))) + mark]


def _visible(text: str) -> str:
    """The text with blanks for tabs, and a sign for what cannot be seen or would change the direction of the rest."""
    return "".join(
        _TAB if letter == "\t" else "·" if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else letter
        for letter in text
    )


def _width(text: str) -> int:
    """The columns that a text takes in a terminal: Han, kana and emoji two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
