"""What mends a problem: its exact place in the file, and the text to paste.

The rules say what is wrong; here stands, for each code, what a person would do about it.  One remedy, one function, in the
tables of the modules.  Nothing of this runs where nothing is wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.checks import Content
from generator.problems import Paste, PasteKind, Problem
from generator.remedies import files as of_files
from generator.remedies import headers, registry, texts, values
from generator.remedies.case import Case, Remedy
from generator.remedies.sheet import Sheet, pasted, sheet_of

__all__ = ["REMEDIES", "pasted", "with_remedies"]

REMEDIES: Mapping[str, Remedy] = (
    headers.REMEDIES | values.REMEDIES | registry.REMEDIES | of_files.REMEDIES | texts.REMEDIES  # type: ignore[operator]
)
MOST = 300  # problems of one run that get a remedy: whoever has more mends some and runs the check again
_LONGEST_PASTE = 20_000  # characters: a longer one is no help
_FAR = 60  # lines of a paragraph in which a link is looked for


def with_remedies(problems: Iterable[Problem], files: Mapping[str, bytes], content: Content) -> list[Problem]:
    """The problems with their column, their line's text and what mends them, where these can be said.

    ``files`` are the bytes of the content's files by path; a problem of a file that is not among them stays as it is.
    """
    sheets: dict[str, Sheet] = {}
    told = []
    for number, problem in enumerate(problems):
        if problem.path not in files and problem.code != "file-stray":
            told.append(problem)
            continue
        if problem.path not in sheets:
            sheets[problem.path] = sheet_of(problem.path, files.get(problem.path, b""))
        case = Case(problem=problem, sheet=sheets[problem.path], files=files, content=content)
        told.append(_with_remedy(case) if number < MOST else _placed(case))
    return told


def _with_remedy(case: Case) -> Problem:
    problem = _placed(case)
    case = replace(case, problem=problem)
    remedy = REMEDIES.get(problem.code)
    paste = remedy(case) if remedy else None
    if paste is None or len(paste.text) > _LONGEST_PASTE:
        return problem
    problem = replace(problem, paste=paste, help=_meant(case, paste))
    if problem.code == "header-broken" and paste.kind is PasteKind.LINES and paste.first != problem.line:
        # the parser stumbled later than where the mistake is
        return replace(problem, line=paste.first, column=None, end=None, source=case.sheet.line(paste.first))
    return problem


def _meant(case: Case, paste: Paste) -> str:
    """The problem's help; with what was meant, where only the archive around the file tells it."""
    help = case.problem.help
    if paste.text.strip("-\n") == "status: draft":
        return f"{help}\nUntil that is known, keep it as a draft, which no reader sees."
    folder_known = case.problem.code == "header-value" and "is not a slug" in case.problem.message
    if folder_known and paste.kind is PasteKind.LINES and case.problem.value:
        slug = values.meant_slug(case)
        return f"Did you mean `{slug}`? {help}" if slug else help
    return help


def _placed(case: Case) -> Problem:
    """The problem with its exact place and the text of its line."""
    problem, sheet = case.problem, case.sheet
    line, column, end = problem.line, problem.column, problem.end
    node = sheet.item(problem.field, problem.value) if problem.field and problem.value else None
    if node is not None:
        start, behind = sheet.span(node)
        line, column = sheet.line_at(start)
        end = column + min(behind - start, len(sheet.line(line)) - column + 1)
    elif problem.code == "link-dead":
        line, column = _link_at(sheet, problem)
    elif column is None and problem.field in sheet.header.entries and problem.code != "header-missing":
        column = 1
        end = 1 + len(problem.field)
    if column and end is None:
        source = sheet.line(line)
        is_there = problem.value and source.startswith(problem.value, column - 1)
        end = column + len(problem.value) if is_there else None
    return replace(problem, line=line, column=column, end=end, source=sheet.line(line))


def _link_at(sheet: Sheet, problem: Problem) -> tuple[int, int | None]:
    """Where a link's address stands, from its block's first line on."""
    for line in range(problem.line, problem.line + _FAR):
        for before in ("(", "]: ", "](<", '="'):
            found = sheet.line(line).find(before + problem.value)
            if found >= 0:
                return line, found + len(before) + 1
    return problem.line, None
