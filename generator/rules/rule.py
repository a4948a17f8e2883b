"""What is known of a rule without running it."""

from dataclasses import dataclass

from generator.problems import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong.

    ``what`` is the mistake in one line; ``why`` says what it does to the archive and what to do; ``wrong`` and ``right`` are
    an example of the mistake, and the same mended.
    """

    code: str
    what: str
    why: str
    wrong: str
    right: str
    severity: Severity = Severity.ERROR

    @property
    def help(self) -> str:
        """The whole explanation, as text of several lines."""
        return f"{self.why}\n\nWrong:\n{_indented(self.wrong)}\n\nRight:\n{_indented(self.right)}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def error(code: str, what: str, why: str, wrong: str, right: str) -> Rule:
    """A rule that keeps the site from being written."""
    return Rule(code=code, what=what, why=why, wrong=wrong, right=right)


def warning(code: str, what: str, why: str, wrong: str, right: str) -> Rule:
    """A rule whose breach is published all the same."""
    return Rule(code=code, what=what, why=why, wrong=wrong, right=right, severity=Severity.WARNING)
