"""What each field of a header may say, and what a problem with it tells its author to type."""

import datetime
import time
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import ActorKind, Choice, Rights, Status, Term
from generator.problems import Problem
from generator.reading.fields import (
    ACTOR_FIELDS,
    ARTICLE_FIELDS,
    OUTLET_FIELDS,
    PAGE_FIELDS,
    TOPIC_FIELDS,
    Field,
    quoted,
    read_fields,
)
from generator.reading.header import read_header

BOUNDED = settings(max_examples=200, derandomize=True, deadline=None, database=None)
TABLES = (ARTICLE_FIELDS, ACTOR_FIELDS, TOPIC_FIELDS, OUTLET_FIELDS, PAGE_FIELDS)
PATH = "content/articles/talks.md"


def read(
    lines: str, fields: tuple[Field, ...] = ARTICLE_FIELDS, *, complete: bool = False
) -> tuple[Mapping[str, object], list[Problem]]:
    header, problems = read_header(PATH, f"---\n{lines}\n---\nText")
    assert problems == []
    return read_fields(PATH, header, fields, complete=complete)


def value(lines: str, fields: tuple[Field, ...] = ARTICLE_FIELDS) -> object:
    """The value of the first key, which must be without problem."""
    values, problems = read(lines, fields)
    assert problems == []
    return values[lines.split(":")[0]]


def the_problem(lines: str, fields: tuple[Field, ...] = ARTICLE_FIELDS) -> Problem:
    values, problems = read(lines, fields)
    assert len(problems) == 1, (values, problems)
    assert problems[0].path == PATH
    assert problems[0].help
    return problems[0]


# --- values ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("title: Talks in Ruritania", "Talks in Ruritania"),
        ('title: "Talks: a guide"', "Talks: a guide"),
        ("title: 'It''s over'", "It's over"),
        ("title: >-\n  Talks in\n  Ruritania", "Talks in Ruritania"),
        ("title: |\n  Talks in\n  Ruritania", "Talks in Ruritania"),
        ("title: Talks # in Ruritania", "Talks"),
        ('title: "  Talks \\n in   Ruritania "', "Talks in Ruritania"),
        ("title: 2025-08-22", "2025-08-22"),  # a headline may be a date; YAML's own idea of it is not asked
        ('title: "1.10"', "1.10"),
        ('title: "no"', "no"),
        ("title: 'null'", "null"),
        ("title: No deal", "No deal"),
        ("title: Łódź 😀 ‘x’", "Łódź 😀 ‘x’"),
        ("date: 2025-08-22", datetime.date(2025, 8, 22)),
        ('date: "2025-08-22"', datetime.date(2025, 8, 22)),
        ("updated: 2024-02-29", datetime.date(2024, 2, 29)),
        ("authors: [Ada Example, 'Bo Sample']", ("Ada Example", "Bo Sample")),
        ("authors:\n- Ada Example\n- Bo Sample", ("Ada Example", "Bo Sample")),
        ("authors: []", ()),
        ("outlet: the-gazette", "the-gazette"),
        ("url: https://example.org/talks?a=1&b=2#c", "https://example.org/talks?a=1&b=2#c"),
        ("url: http://example.org", "http://example.org"),
        ("language: no", "no"),
        ("language: en", "en"),
        ("language: pt-BR", "pt-BR"),
        ("actors: [ada-example, ruritania]", Choice(only=("ada-example", "ruritania"))),
        ("actors: []", Choice(only=())),
        ("actors: {add: [ada-example], drop: [ruritania]}", Choice(add=("ada-example",), drop=("ruritania",))),
        ("topics:\n  drop: [talks]", Choice(drop=("talks",))),
        ("topics: {}", Choice()),
        ("autolink: false", False),
        ("autolink: True", True),
        ("rights: excerpt", Rights.EXCERPT),
        ("status: withdrawn", Status.WITHDRAWN),
        ("redirects: [old-talks, '2025']", ("old-talks", "2025")),
    ],
)
def test_values_of_articles(lines: str, expected: object) -> None:
    assert value(lines) == expected


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        ("kind: person", ACTOR_FIELDS, ActorKind.PERSON),
        ("aliases: [A. Example, 'No']", ACTOR_FIELDS, ("A. Example", "No")),
        ("wikidata: Q42", ACTOR_FIELDS, "Q42"),
        ("affiliations: [ruritania]", ACTOR_FIELDS, ("ruritania",)),
        ("terms: [border talks, truce]", TOPIC_FIELDS, (Term(text="border talks"), Term(text="truce"))),
        ("terms: {border talks: 2, truce: 0.5}", TOPIC_FIELDS, (Term(text="border talks", weight=2), Term(text="truce", weight=0.5))),
        ("terms:\n- border talks: 2\n- truce", TOPIC_FIELDS, (Term(text="border talks", weight=2), Term(text="truce"))),
        ("date: 2025-08-15", TOPIC_FIELDS, datetime.date(2025, 8, 15)),
        ("rights: link", OUTLET_FIELDS, Rights.LINK),
        ("country: Ruritania", OUTLET_FIELDS, "Ruritania"),
        ("description: What it is.", PAGE_FIELDS, "What it is."),
    ],
)  # fmt: skip
def test_values_of_the_registry(lines: str, fields: tuple[Field, ...], expected: object) -> None:
    assert value(lines, fields) == expected


# --- problems --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "line", "message", "help"),
    [
        ("title:", 2, "is empty", "remove the line"),
        ("title: ''", 2, "is empty", "remove the line"),
        ('title: "  "', 2, "is empty", "remove the line"),
        ("title: null", 2, "is empty", "remove the line"),
        ("title: ~", 2, "is empty", "remove the line"),
        ("title: no", 2, "YAML reads no", '"no"'),
        ("title: YES", 2, "YAML reads YES", '"YES"'),
        ("title: 1.10", 2, "YAML reads 1.10", '"1.10"'),
        ("title: 1984", 2, "YAML reads 1984", '"1984"'),
        ("title: 12:30", 2, "YAML reads 12:30", '"12:30"'),
        ("title: .inf", 2, "YAML reads .inf", '".inf"'),
        ("title: 0x1F", 2, "YAML reads 0x1F", '"0x1F"'),
        ("title: [Talks, more]", 2, "not a list", "without [ ]"),
        ("title:\n- Talks", 3, "not a list", "leading dashes"),
        ("title: {Talks: x}", 2, "wants one text", "quotes"),
        ("title: " + "x" * 2_001, 2, "2,001 characters", "Shorten"),
        ("authors: Ada Example", 2, "wants a list", '["Ada Example"]'),
        ("authors:", 2, "wants a list", '["first"]'),
        ("authors: {a: b}", 2, "wants a list", '["first"]'),
        ("authors:\n- Ada\n- no", 4, "YAML reads no", '"no"'),
        ("authors:\n- Ada\n-", 4, "is empty", "remove"),
        ("authors: [[Ada]]", 2, "not a list", "without"),
        ("key_points:\n- One.\n- Two: three.", 4, "wants one text", "quotes"),
        ("date: 2026-02-30", 2, "there is no day 2026-02-30", "YYYY-MM-DD"),
        ("date: 2025-02-29", 2, "there is no day", "YYYY-MM-DD"),
        ("date: 2025-13-01", 2, "there is no day", "YYYY-MM-DD"),
        ("date: 0000-01-01", 2, "there is no day", "YYYY-MM-DD"),
        ("date: 04/09/2025", 2, "04/09/2025 is not a date", "YYYY-MM-DD"),
        ("date: 2025-8-22", 2, "is not a date", "YYYY-MM-DD"),
        ("date: 2025-08-22 10:00:00", 2, "is not a date", "YYYY-MM-DD"),
        ("date: 22 August 2025", 2, "is not a date", "YYYY-MM-DD"),
        ("date: ٢٠٢٥-٠٨-٢٢", 2, "is not a date", "YYYY-MM-DD"),
        ("date:", 2, "this is not a date", "YYYY-MM-DD"),
        ("date: [2025-08-22]", 2, "this is not a date", "YYYY-MM-DD"),
        ("outlet: The Gazette", 2, "is not a slug", "the-gazette"),
        ("outlet: the__gazette", 2, "is not a slug", "the-gazette"),
        ("outlet: the-gazette-", 2, "is not a slug", "the-gazette"),
        ("outlet: ../x", 2, "is not a slug", "x"),
        ("outlet: Газета", 2, "is not a slug", "ada-example"),
        ("actors: ada-example", 2, "wants a list", '["ada-example"]'),
        ("actors:\n- ada-example\n- Bo Sample", 4, "is not a slug", "bo-sample"),
        ("actors: {only: [ada-example]}", 2, "does not know `only`", "{add: [...], drop: [...]}"),
        ("actors: {add: ada-example}", 2, "wants a list", '["ada-example"]'),
        ("actors: {[add]: [x]}", 2, "not a list", "without"),
        ("actors:", 2, "wants a list", "["),
        ("url: example.org/talks", 2, "is not a web address", "https://"),
        ("url: javascript:alert(1)", 2, "is not a web address", "https://"),
        ("url: ftp://example.org", 2, "is not a web address", "https://"),
        ("url: mailto:ada@example.org", 2, "is not a web address", "https://"),
        ("url: //example.org", 2, "is not a web address", "https://"),
        ("url: https://", 2, "is not a web address", "https://"),
        ("url: 'https://['", 2, "is not a web address", "https://"),
        ("language: English", 2, "is not a language code", "for example en"),
        ("language: [en]", 2, "is not a language code", "for example en"),
        ("autolink: no", 2, "true or false", "true or false"),
        ("autolink: [x]", 2, "true or false", "true or false"),
        ("rights: Full", 2, "is not one of full, excerpt, link", "Did you mean `full`?"),
        ("rights: all", 2, "is not one of full, excerpt, link", "Write one of: full, excerpt, link."),
        ("status: publishd", 2, "is not one of", "Did you mean `published`?"),
        ("redirects: [Old Talks]", 2, "is not a slug", "old-talks"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_a_problem(lines: str, line: int, message: str, help: str) -> None:
    problem = the_problem(lines)
    assert (problem.code, problem.line) == ("header-value", line)
    assert problem.message.startswith(f"`{lines.split(':')[0]}`: ")
    assert message in problem.message
    assert help in problem.help
    assert problem.column is not None


@pytest.mark.parametrize(
    ("lines", "fields", "message"),
    [
        ("wikidata: 42", ACTOR_FIELDS, "YAML reads 42"),
        ("wikidata: Q0", ACTOR_FIELDS, "is not a Wikidata number"),
        ("wikidata: Q٤٢", ACTOR_FIELDS, "is not a Wikidata number"),
        ("kind: Persn", ACTOR_FIELDS, "is not one of person, state, organisation, group"),
        ("aliases: [A, 1.10]", ACTOR_FIELDS, "YAML reads 1.10"),
        ("terms: talks", TOPIC_FIELDS, "wants a list"),
        ("terms: {talks: many}", TOPIC_FIELDS, "a term's weight"),
        ("terms: {talks: 0}", TOPIC_FIELDS, "a term's weight"),
        ("terms: {talks: -1}", TOPIC_FIELDS, "a term's weight"),
        ("terms: {talks: nan}", TOPIC_FIELDS, "a term's weight"),
        ("terms: {talks: .inf}", TOPIC_FIELDS, "a term's weight"),
        ("terms: {talks: [2]}", TOPIC_FIELDS, "a term's weight"),
        ("terms: [[talks]]", TOPIC_FIELDS, "not a list"),
        ("terms: {[talks]: 2}", TOPIC_FIELDS, "not a list"),
        ("parent: [talks]", TOPIC_FIELDS, "not a list"),
    ],
)
def test_values_of_the_registry_that_cannot_be_read(lines: str, fields: tuple[Field, ...], message: str) -> None:
    assert message in the_problem(lines, fields).message


@pytest.mark.parametrize(
    "lines", ["clip.txt", "[a]", "{by: x}", "{source: [x]}", "{retrieved: soon}", "{sha256: abc}", "{[a]: b}"]
)
def test_a_provenance_that_nobody_wrote_is_a_problem(lines: str) -> None:
    assert the_problem(f"provenance: {lines}").code == "header-value"


def test_a_value_that_cannot_be_read_is_left_out_and_the_others_stay() -> None:
    values, problems = read("title: Talks\ndate: soon\noutlet: the-gazette")
    assert values == {"title": "Talks", "outlet": "the-gazette"}
    assert [p.line for p in problems] == [3]


@pytest.mark.parametrize(
    ("key", "hint"),
    [("tittle", "`title`"), ("author", "`authors`"), ("Date", "`date`"), ("key-points", "`key_points`")],
)
def test_an_unknown_field_asks_which_was_meant(key: str, hint: str) -> None:
    problem = the_problem(f"title: Talks\n{key}: x")
    assert (problem.code, problem.line, problem.column) == ("header-unknown", 3, 1)
    assert problem.help == f"Did you mean {hint}?"


def test_an_unknown_field_that_is_like_none_lists_them_all() -> None:
    assert "title, date, updated" in the_problem("zzz: x").help


def test_missing_fields_say_what_to_paste() -> None:
    _, problems = read("role: Envoy", ACTOR_FIELDS, complete=True)
    assert [(p.code, p.line) for p in problems] == [("header-missing", 1)] * 2
    assert problems[0].help.endswith("\nname: Ada Example")
    assert problems[1].help.endswith("\nkind: person")


def test_a_field_with_a_broken_value_is_not_also_missing() -> None:
    _, problems = read("name: no\nkind: person", ACTOR_FIELDS, complete=True)
    assert [p.code for p in problems] == ["header-value"]


def test_many_unknown_fields_cost_little() -> None:
    before = time.process_time()
    _, problems = read("\n".join(f"k{n}: x" for n in range(5_000)))
    assert problems
    assert time.process_time() - before < 1


@pytest.mark.parametrize("fields", TABLES)
def test_each_field_reads_its_own_example(fields: tuple[Field, ...]) -> None:
    """The examples are what the help texts tell people to paste."""
    values, problems = read("\n".join(f"{field.name}: {field.example}" for field in fields), fields, complete=True)
    assert problems == []
    assert set(values) == {field.name for field in fields}
    assert all(field.meaning for field in fields)


@BOUNDED
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=40))
def test_quoted_text_reads_as_itself(text: str) -> None:
    values, problems = read(f"title: {quoted(text)}")
    words = " ".join(text.split())
    assert (values, [p.code for p in problems]) == (({"title": words}, []) if words else ({}, ["header-value"]))


NODES = st.recursive(
    st.sampled_from(["x", "no", "1.10", "", "~", "2025-08-22", "add", "'quoted'", "a-b", "Q42", "https://example.org", "[]", "{}"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: "[" + ", ".join(part or "''" for part in parts) + "]"),
        st.lists(st.tuples(inner, inner), max_size=3).map(lambda pairs: "{" + ", ".join(f"? {k or 'x'} : {v}" for k, v in pairs) + "}"),
    ),
    max_leaves=6,
)  # fmt: skip


@BOUNDED
@given(NODES, st.sampled_from([(field, fields) for fields in TABLES for field in fields]))
def test_any_value_is_read_or_is_a_problem(written: str, chosen: tuple[Field, tuple[Field, ...]]) -> None:
    field, fields = chosen
    values, problems = read(f"{field.name}: {written}", fields)
    assert (field.name in values) == (not problems)
    assert all(problem.line == 2 and problem.help for problem in problems)
