"""One problem with all that a remedy may look at; and whether a paste does mend it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator import reading
from generator.checks import Content
from generator.problems import Paste, Problem, Severity
from generator.remedies.sheet import Sheet, pasted

# Of a header with one of these nothing is read.
HIDES_OTHERS = frozenset({"header-broken", "header-anchor", "header-tag"})
READERS: Mapping[str, Callable[[str, bytes], tuple[Any, list[Problem]]]] = {
    "articles": reading.read_article,
    "actors": reading.read_actor,
    "topics": reading.read_topic,
    "outlets": reading.read_outlet,
    "pages": reading.read_page,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A problem, the file that has it, and the archive around it."""

    problem: Problem
    sheet: Sheet
    files: Mapping[str, bytes]
    content: Content

    @property
    def is_free(self) -> Callable[[str], bool]:
        """Whether no file has a path yet."""
        taken = set(self.content.paths) | set(self.files)
        return lambda path: path not in taken

    @property
    def stems(self) -> set[str]:
        return self.content.stems(self.sheet.folder)


Remedy = Callable[[Case], Paste | None]


def first_that_mends(case: Case, pastes: list[Paste | None]) -> Paste | None:
    """The first paste after which the file has no error that it had not before, and not this problem; else one that only
    takes this problem away."""
    before = _errors(case, case.files[case.sheet.path])
    second_best = None
    for paste in dict.fromkeys(pastes):
        if paste is None:
            continue
        after = _errors(case, pasted({paste.path: case.files[case.sheet.path]}, paste)[paste.path])
        if after.get(case.problem.code, 0) < before.get(case.problem.code, 0):
            if sum(after.values()) < sum(before.values()):
                return paste
            # behind a header that could not be read, other mistakes come to light: this one is mended all the same
            is_certain = paste.safe and case.problem.code in HIDES_OTHERS
            second_best = second_best or replace(paste, safe=is_certain)
    return second_best


def _errors(case: Case, data: bytes) -> dict[str, int]:
    """How many errors of each code a file's own reader finds; the problem's own code counts as a warning, too."""
    reader = READERS.get(case.sheet.folder, reading.read_decisions)  # the one file that lies in no folder
    _, found = reader(case.sheet.path, data)
    counts: dict[str, int] = {}
    for problem in found:
        if problem.severity is Severity.ERROR or problem.code == case.problem.code:
            counts[problem.code] = counts.get(problem.code, 0) + 1
    return counts
