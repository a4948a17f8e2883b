"""Each mistake is told once: what only follows from another problem of the same file is left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.checks.content import Content
from generator.model import Status
from generator.problems import Problem

# Behind these nothing else that is said of the file is sure.
_UNSURE = frozenset({"merge-conflict", "file-wrong-folder"})
# Behind these the header is unknown, and so is what it lacks.
_HEADER_LOST = frozenset(
    {
        "header-start",
        "header-open",
        "header-broken",
        "header-anchor",
        "header-tag",
        "header-too-deep",
        "header-too-long",
    }
)
_OF_A_HEADER = frozenset(
    {"title-missing", "date-missing", "article-empty", "header-missing", "date-ambiguous", "header-curly", "header-cut"}
)
_MISSING = frozenset({"title-missing", "date-missing", "header-missing"})
# The first says the same as the second, and less of it.
_SAID_BETTER: Mapping[str, str] = {
    "common-word-alias": "form-too-short",
    "alias-in-another-name": "form-twice",
    "heading-jump": "heading-second-title",
    "damaged-word": "text-mojibake",
    "slug-reserved": "slug-form",
    "link-dead": "link-form",
}


def told_once(problems: Iterable[Problem], content: Content) -> list[Problem]:
    """The problems without those that follow from others of the same file.  A draft's date may be open."""
    drafts = {article.path for article in content.articles if article.status is Status.DRAFT}
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.code != "date-ambiguous" or problem.path not in drafts:
            by_path[problem.path].append(problem)
    return [problem for found in by_path.values() for problem in (found if len(found) == 1 else _of_one_file(found))]


def _of_one_file(found: list[Problem]) -> list[Problem]:
    codes = {problem.code for problem in found}
    if codes & _UNSURE:
        return [problem for problem in found if problem.code in _UNSURE][:1]
    if codes & _HEADER_LOST:
        found = [problem for problem in found if problem.code not in _OF_A_HEADER]
    misspelt = {problem.field for problem in found if problem.code == "header-unknown"}
    found = [problem for problem in found if not (problem.code in _MISSING and problem.field in misspelt)]
    said = {(problem.code, problem.line, problem.value) for problem in found}
    found = [p for p in found if (_SAID_BETTER.get(p.code, ""), p.line, p.value) not in said]
    return _with_the_date(found)


def _with_the_date(found: list[Problem]) -> list[Problem]:
    """An ambiguous date that leaves the article without one is one problem: at the date, with the readings."""
    open_dates = [problem for problem in found if problem.code == "date-ambiguous"]
    missing = [problem for problem in found if problem.code == "date-missing"]
    if not open_dates or not missing:
        return found
    first = open_dates[0]
    told = replace(missing[0], line=first.line, message=first.message, help=first.help)
    return [told if p is missing[0] else p for p in found if p is not first]
