"""The comment on a proposal, from the report of its check: ``comment.py FOLDER ADDRESS CONCLUSION``, to standard output.

The report comes from a run of the proposal's own code, so it may say anything: it is read with bounds, and shown as text in
a block of code, where no link, no mention and no HTML of it comes alive.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

MARK = "<!-- explainer check -->"  # by it the next run finds the comment, and writes in its place
MAX_REPORT = 1_000_000  # bytes that are read
SHOWN = 30  # problems
LONGEST = 400  # characters of one line
SEVERITIES = ("error", "warning")


def problems_of(data: bytes) -> Iterator[dict[str, object]]:
    """The problems in the lines of a report; what is none is passed over."""
    for line in data[:MAX_REPORT].decode("utf-8", "replace").splitlines():
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and found.get("severity") in SEVERITIES:
            yield found


def shown(problem: dict[str, object]) -> Iterator[str]:
    """A problem in two lines, as `explainer check` prints it."""
    line = problem.get("line")
    place = f"{problem.get('path', '')}:{line if isinstance(line, int) else 1}"
    yield plain(f"{place}: {problem.get('code', '')} {problem['severity']}: {problem.get('message', '')}")
    if problem.get("help"):
        yield plain(f"    help: {problem['help']}")


def plain(words: str) -> str:
    """One line that cannot end the block of code which it stands in."""
    kept = "".join(c if c.isprintable() else " " for c in words).replace("`", "'")
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"


def counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def comment(problems: list[dict[str, object]], run: str, conclusion: str) -> str:
    """The comment's Markdown."""
    errors = [p for p in problems if p["severity"] == "error"]
    warnings = [p for p in problems if p["severity"] == "warning"]
    lines = [MARK]
    if errors:
        lines.append(
            f"**{counted(len(errors), 'error')}** to mend before this can be published"
            + (f", and {counted(len(warnings), 'warning')}." if warnings else ".")
        )
    elif conclusion == "success":
        lines.append(
            f"**Nothing to mend.** [The preview]({run}#artifacts) of the whole site is kept for a week: "
            "download `preview`, unpack it and open `index.html`."
            + (
                f" There {'is' if len(warnings) == 1 else 'are'} {counted(len(warnings), 'warning')}."
                if warnings
                else ""
            )
        )
    else:
        lines.append(f"The check did not come to its end. [Its log]({run}) says why; it need not be your mistake.")
    worst = [*errors, *warnings]
    if worst:
        lines += ["", "```text", *(line for problem in worst[:SHOWN] for line in shown(problem)), "```"]
    if len(worst) > SHOWN:
        lines += ["", f"{len(worst) - SHOWN} more stand in [the log]({run})."]
    if errors:
        lines += ["", "To mend a line, open the file under *Files changed*, choose *…* and *Edit file*, and commit."]
    return "\n".join(lines) + "\n"


def main() -> None:
    folder, run, conclusion = sys.argv[1:]
    report = Path(folder) / "problems.jsonl"
    with report.open("rb") as file:
        data = file.read(MAX_REPORT)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(comment(list(problems_of(data)), run, conclusion))


if __name__ == "__main__":
    main()
