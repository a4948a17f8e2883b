"""Problems on GitHub: as annotations beside the lines of a pull request, and whole in the job's summary.

The limits are GitHub's: of each kind ten annotations a step, fifty a job; a summary of 1 MiB.
"""

from collections.abc import Sequence
from itertools import islice

from generator.markup import escape
from generator.problems import Problem, Severity
from generator.reports.plain import summary_line

EACH = 10  # annotations of a kind and step
MOST_SUMMARY = 1024 * 1024 - 4096  # bytes, with room for the last line
_LONGEST = 4000  # characters of an annotation


def annotations(problems: Sequence[Problem]) -> list[str]:
    """The worst problems as workflow commands, errors first; the last line counts those for which there was no room."""
    shown = [
        problem
        for severity in (Severity.ERROR, Severity.WARNING)
        for problem in islice((p for p in problems if p.severity is severity), EACH)
    ]
    lines = [_annotation(problem) for problem in shown]
    left = len(problems) - len(shown)
    if left:
        lines.append(
            "::notice title=explainer check::"
            + _data(f"{left} more; GitHub shows ten of a kind. All of them: the job's summary, or explainer check")
        )
    return lines


def _annotation(problem: Problem) -> str:
    place = {"file": problem.path, "line": str(problem.line)}
    if problem.column:
        place |= {"col": str(problem.column)}
        place |= {"endColumn": str(problem.end)} if problem.end else {}
    place |= {"title": problem.code}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    text = f"{problem.message}\n{problem.advice}"[:_LONGEST]
    return f"::{problem.severity} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem]) -> str:
    """All problems as Markdown, errors first, as many as a summary holds."""
    if not problems:
        return "### explainer check\n\nNo problems.\n"
    parts = [f"### explainer check: {summary_line(problems)}\n"]
    size = len(parts[0].encode())
    ordered = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    for number, problem in enumerate(ordered):
        part = _entry(problem)
        size += len(part.encode())
        if size > MOST_SUMMARY:
            parts.append(f"\n… and {len(ordered) - number} more: run `explainer check`.\n")
            break
        parts.append(part)
    return "\n".join(parts)


def _entry(problem: Problem) -> str:
    head = f"- **{problem.severity}** `{problem.code}` {escape(problem.place)}: {escape(problem.message)}\n"
    return head + _fenced(problem.advice)


def _fenced(text: str) -> str:
    """Text as code, whatever it holds."""
    longest = max((len(run) for run in _runs(text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(f"  {line}".rstrip() for line in text.replace("\r", "").split("\n"))
    return f"\n  {fence}text\n{lines}\n  {fence}\n"


def _runs(text: str) -> list[str]:
    return [run for run in "".join(letter if letter == "`" else " " for letter in text).split() if run]
