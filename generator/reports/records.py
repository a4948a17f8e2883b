"""A problem as data: all of it, for programs that mend."""

from generator.problems import Paste, Problem


def record(problem: Problem) -> dict[str, object]:
    """One object of ``check --format json``."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_column": problem.end,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
        "source": problem.source,
        "paste": _paste(problem.paste) if problem.paste else None,
    }


def _paste(paste: Paste) -> dict[str, object]:
    """``kind`` is lines, file, move or remove; of ``lines``, ``first`` to ``last`` are replaced (none, if last is below first)."""
    return {
        "kind": str(paste.kind),
        "path": paste.path,
        "first": paste.first,
        "last": paste.last,
        "text": paste.text,
        "to": paste.to or None,
        "instruction": paste.instruction,
    }
