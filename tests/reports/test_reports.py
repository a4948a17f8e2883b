"""Problems as they are printed: for a person, for GitHub, as SARIF and as JSON."""

import json
import re
from typing import Any

import pytest

from generator.problems import Paste, PasteKind, Problem, Severity
from generator.reports.github import EACH, MOST_SUMMARY, annotations, summary
from generator.reports.plain import WIDTH, excerpt, problem_text, summary_line
from generator.reports.records import record
from generator.reports.sarif import fingerprint, sarif
from generator.rules import RULES


def problem(**changes: Any) -> Problem:
    values: dict[str, Any] = {
        "path": "content/articles/talks.md",
        "line": 4,
        "column": 10,
        "end": 21,
        "code": "actor-unknown",
        "message": "`actors` names ada-exampel",
        "help": "Did you mean `ada-example`?",
        "source": "actors: [ada-exampel]",
        "paste": Paste(path="content/articles/talks.md", first=4, last=4, text="actors: [ada-example]\n"),
    }
    return Problem(**(values | changes))


# --- for a person -----------------------------------------------------------------------------------------------------------------


def test_a_problem_shows_its_place_its_line_and_what_to_paste() -> None:
    assert problem_text(problem()).splitlines() == [
        "content/articles/talks.md:4:10: actor-unknown error: `actors` names ada-exampel",
        "    4 | actors: [ada-exampel]",
        "      |          ^~~~~~~~~~~",
        "    help: Did you mean `ada-example`?",
        "          Put this in place of line 4:",
        "              actors: [ada-example]",
    ]


@pytest.mark.parametrize(
    ("source", "column", "end", "shown", "mark"),
    [
        ("\tactors: x", 10, 11, "        actors: x"[4:], "            ^"),
        ("题目: [漢字]", 6, 8, "题目: [漢字]", "       ^~~~"),
        ("a\u0301b: x", 5, 6, "a\u0301b: x", "   ^"),
        ("a\u202eb: x", 5, 6, "a·b: x", "    ^"),
        ("title: x", 9, None, "title: x", "        ^"),
        ("title: x", 99, 120, "title: x", "        ^"),
    ],
)
def test_the_mark_stands_under_its_place(source: str, column: int, end: int | None, shown: str, mark: str) -> None:
    lines = excerpt(problem(source=source, column=column, end=end))
    assert lines == [f"    4 | {shown}", f"      | {mark}"]


def test_of_a_long_line_the_stretch_around_the_place_is_shown() -> None:
    line, mark = excerpt(problem(source="x" * 5000 + "here" + "y" * 5000, column=5001, end=5005))
    assert len(line) <= WIDTH + 12
    assert line[mark.index("^") : mark.index("^") + 4] == "here"
    assert mark.endswith("^~~~")
    assert line.startswith("    4 | …")
    assert line.endswith("…")


def test_right_to_left_words_are_named_not_marked() -> None:
    lines = excerpt(problem(source="name: عادة", column=7, end=11))
    assert lines == ["    4 | name: عادة", "      | here: عادة"]


def test_without_a_source_or_a_column_there_is_no_mark() -> None:
    assert excerpt(problem(source="")) == []
    assert excerpt(problem(column=None, end=None)) == ["    4 | actors: [ada-exampel]"]


def test_the_count_comes_last() -> None:
    assert summary_line([problem(), problem(severity=Severity.WARNING)]) == "1 error, 1 warning."


# --- for GitHub -------------------------------------------------------------------------------------------------------------------


def test_annotations_keep_githubs_limits_the_worst_first() -> None:
    every = [problem(severity=Severity.WARNING, line=n + 1) for n in range(30)] + [problem(line=99)] * 12
    lines = annotations(every)
    assert [line.split(" ")[0] for line in lines] == ["::error"] * EACH + ["::warning"] * EACH + ["::notice"]
    assert "22 more" in lines[-1]
    assert annotations([]) == []


def test_nothing_in_an_annotation_ends_it_or_begins_another() -> None:
    (line,) = annotations([problem(path="content/a,b:c%.md", message="one\r\n::error::two", help="100%")])
    assert "\n" not in line
    assert line.startswith(
        "::error file=content/a%2Cb%3Ac%25.md,line=4,col=10,endColumn=21,title=actor-unknown::one%0D%0A"
    )
    assert "100%25" in line


def test_the_summary_holds_all_as_text_within_its_bound() -> None:
    text = summary([problem(message="<img src=x> `a`", help="```\n# no heading"), problem(severity=Severity.WARNING)])
    assert "1 error, 1 warning." in text
    assert "<img" not in text
    assert "\n# no heading" not in text
    assert re.search(r"\n  ````+text\n", text)
    assert "No problems" in summary([])
    many = summary([problem(help="x" * 2000)] * 2000)
    assert len(many.encode()) <= MOST_SUMMARY + 4096
    assert "more: run `explainer check`" in many


# --- for programs -----------------------------------------------------------------------------------------------------------------


def test_a_record_has_all_of_it() -> None:
    found = json.loads(json.dumps(record(problem())))
    assert found["paste"] == {
        "kind": "lines", "path": "content/articles/talks.md", "first": 4, "last": 4, "text": "actors: [ada-example]\n",
        "to": None, "instruction": "Put this in place of line 4:",
    }  # fmt: skip
    assert (found["line"], found["column"], found["end_column"]) == (4, 10, 21)


def test_sarif_has_what_its_schema_requires() -> None:
    """The parts that SARIF 2.1.0 requires, and those that GitHub's code scanning reads."""
    new = Paste(path="content/actors/cy.md", kind=PasteKind.FILE, text="---\n")
    log = json.loads(json.dumps(sarif([problem(), problem(column=None, end=None, paste=new)], "1.0")))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning"}
    first, second = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "actor-unknown"
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 4, "startColumn": 10, "endColumn": 21}
    assert place["artifactLocation"]["uri"] == "content/articles/talks.md"
    assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"] == {
        "startLine": 4,
        "startColumn": 1,
        "endLine": 5,
        "endColumn": 1,
    }
    assert change["replacements"][0]["insertedContent"] == {"text": "actors: [ada-example]\n"}
    assert "fixes" not in second
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}


def test_a_fingerprint_stays_where_lines_move() -> None:
    assert fingerprint(problem()) == fingerprint(problem(line=40))
    assert fingerprint(problem()) != fingerprint(problem(path="content/articles/more.md"))
