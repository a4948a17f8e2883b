"""The schemas and the reader say the same of every value, and of every header there is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.reading.decisions import read_decisions
from generator.reading.fields import TABLES, read_fields
from generator.reading.header import read_header
from generator.schemas import CHOICES, HEADERS, field_schema, schema_files

PROJECT = Path(__file__).resolve().parent.parent
TREES = (PROJECT / "content", PROJECT / "tests" / "golden" / "ruritania" / "content")
SCHEMAS = {Path(path).stem: json.loads(data) for path, data in schema_files().items()}


class AsEditorsRead(yaml.SafeLoader):
    """YAML as editors see it with the settings in .vscode: the types of YAML 1.1, but days are text."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(kind: str, value: object) -> list[str]:
    checker = jsonschema.Draft7Validator(SCHEMAS[kind], format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(value)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["title"]
    assert "$id" not in SCHEMAS[kind], "the site has no address"


def test_a_schema_has_the_address_of_the_site() -> None:
    named = schema_files("https://example.org/archive/")
    assert json.loads(named["schema/v1/actor.json"])["$id"] == "https://example.org/archive/schema/v1/actor.json"
    assert named == schema_files("https://example.org/archive/"), "the same bytes each time"


def headers() -> Iterator[tuple[str, Path, Any]]:
    for tree in TREES:
        for path in sorted(tree.glob("*/*")):
            kind = path.parent.name.removesuffix("s")
            found = re.match(r"---\r?\n(.*?)^---\s*$", path.read_text("utf-8", "replace"), re.DOTALL | re.MULTILINE)
            if kind in SCHEMAS and found:
                yield kind, path, yaml.load(found[1], Loader=AsEditorsRead)


ALL_HEADERS = list(headers())


def test_there_are_headers_of_every_kind() -> None:
    assert {kind for kind, _, _ in ALL_HEADERS} == set(HEADERS)


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    ALL_HEADERS,
    ids=[f"{path.parents[2].name}-{path.parent.name}-{path.name}" for _, path, _ in ALL_HEADERS],
)
def test_every_header_of_the_archive_is_taken(kind: str, path: Path, value: object) -> None:
    assert errors(kind, {} if value is None else value) == []


def test_the_decisions_of_the_archive_are_taken() -> None:
    for tree in TREES:
        path = tree / "statements.yaml"
        if path.exists():
            assert errors("statements", yaml.load(path.read_text("utf-8"), Loader=AsEditorsRead)) == []


# Each reader's values, right ones and wrong ones; of a field each that has this reader.  A value that only its quotes make right
# (`no`) is read by editors as YAML 1.1 reads it.
VALUES: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("article", "title", ("Talks", '"Talks: a guide"', '"no"', '"1.10"', "2025-08-22", "x y"), ("no", "1.10", "12", "null", "''", "'  '", "[a]", "{a: b}", "~", "", "x" * 2001)),
    ("article", "date", ("2025-08-22", '"2025-08-22"', "2024-02-29"), ("22.8.2025", "2025-8-2", "2025-02-30", "2025-13-01", "20 August 2025", "2025", "[2025-08-22]", "2025-08-22 10:00", "''", "0000-01-01")),
    ("article", "key_points", ("[]", "[One., Two.]", "[a, b, c, d, e]"), ("[a, b, c, d, e, f]", "One.", "[1]", "[[a]]", "['']")),
    ("article", "authors", ("[Ada Example]", "[]"), ("Ada Example", "{a: b}", "[no]", "''")),
    ("article", "outlet", ("the-gazette", "a_b", "g7"), ("The Gazette", "the--gazette", "-a", "a-", "12", "[a]", "a b", "ä")),
    ("article", "url", ("https://example.org/talks", "http://example.org", "HTTPS://example.org/a?b#c"), ("example.org", "javascript:alert(1)", "https://", "ftp://example.org", "//example.org", "https:///x", "https://exa\\mple.org", "[a]")),
    ("article", "language", ("en", "no", "pt-BR", "zh-Hant", "kmr"), ("English", "EN", "e", "[en]", "''", "en_US", "12")),
    ("article", "actors", ("[]", "[ada-example]", "{add: [ada-example]}", "{add: [], drop: [x]}", "{}"), ("ada-example", "[Ada Example]", "{ad: [x]}", "{add: x}", "[{add: [x]}]")),
    ("article", "autolink", ("true", "false", "True", '"false"'), ("maybe", "1", "[true]", "''", "0")),
    ("article", "statements", ("[]", '[{speaker: ada-example, text: "We go."}]'), ("[{speaker: ada-example}]", '[{speaker: Ada, text: "x"}]', "[a]", "{speaker: a, text: b}", '[{speaker: a, text: "x", who: y}]')),
    ("article", "corrections", ("[]", '[{date: 2025-08-22, what: "A wrong year."}]', "[{what: A year., date: 2025-08-22}]"), ("[{date: 2025-08-22}]", '[{date: soon, what: "x"}]', "[a]", "{date: 2025-08-22, what: b}", "[{date: 2025-08-22, what: ''}]", '[{date: 2025-08-22, what: "x", who: y}]')),
    ("article", "rights", ("full", "excerpt", '"link"'), ("Full", "some", "[full]", "''", "no")),
    ("article", "status", ("draft", "published", "retracted", "withdrawn"), ("Draft", "done", "")),
    ("article", "redirects", ("[old-slug]", "[]"), ("old-slug", "[Old Slug]", "[1]")),
    ("article", "provenance", ("{source: clip.txt, retrieved: 2025-08-23}", "{}", "{sha256: " + "ab" * 32 + "}"), ("clip.txt", "{from: x}", "{retrieved: soon}", "{sha256: abc}", "[a]")),
    ("actor", "kind", ("person", "state", "organisation", "group"), ("organization", "Person", "", "[person]")),
    ("actor", "wikidata", ("Q42", '"Q1"'), ("42", "Q0", "q42", "Q", "[Q42]", "https://www.wikidata.org/wiki/Q42")),
    ("actor", "affiliations", ("[ruritania]",), ("ruritania", "[Ruritania]")),
    ("topic", "terms", ("[]", "[border talks]", "[{truce: 2}, talks]", "{truce: 2, talks: 0.5}", "[{truce: 10}]"), ("border talks", "[{truce: 0}]", "[{truce: 11}]", "{truce: much}", "[1]", "{truce: [1]}", "[{truce: -1}]")),
    ("topic", "parent", ("talks",), ("Talks", "[talks]")),
    ("topic", "date", ("2025-08-15",), ("August 2025",)),
    ("outlet", "country", ("Ruritania",), ("no", "[a]")),
    ("page", "description", ("What this is.",), ("[a]", "null")),
)  # fmt: skip


def test_the_table_of_values_knows_every_reader() -> None:
    named = {(kind, name) for kind, name, _, _ in VALUES}
    every = [(kind, field) for kind, (table, _) in HEADERS.items() for field in table]
    readers = {field.read for kind, field in every if (kind, field.name) in named}
    chosen = {name for _, name in named if name in CHOICES}
    assert [field.name for _, field in every if field.read not in readers and field.name not in chosen] == []


def read_as_header(kind: str, name: str, value: str) -> list[str]:
    """The problems that the reader has with one field of a header."""
    header, problems = read_header("a.md", f"---\n{name}: {value}\n---\n")
    _, found = read_fields("a.md", header, TABLES[f"{kind}s"], complete=False)
    return [problem.code for problem in [*problems, *found]]


CASES = [
    (kind, name, value, right)
    for kind, name, good, bad in VALUES
    for right, values in ((True, good), (False, bad))
    for value in values
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "value", "right"), CASES, ids=[f"{k}-{n}-{v[:30]}" for k, n, v, _ in CASES])
def test_schema_and_reader_agree(kind: str, name: str, value: str, right: bool) -> None:
    assert (read_as_header(kind, name, value) == []) is right
    field = next(field for field in HEADERS[kind][0] if field.name == name)
    checker = jsonschema.Draft7Validator(dict(field_schema(field)), format_checker=jsonschema.FormatChecker())
    found = [error.message for error in checker.iter_errors(yaml.load(value, Loader=AsEditorsRead))]
    assert (found == []) is right, found


@pytest.mark.parametrize("kind", HEADERS)
def test_every_example_of_the_table_is_taken(kind: str) -> None:
    for field in HEADERS[kind][0]:
        assert read_as_header(kind, field.name, field.example) == [], field.name
        jsonschema.validate(yaml.load(field.example, Loader=AsEditorsRead), dict(field_schema(field)))


@pytest.mark.parametrize("kind", HEADERS)
def test_an_unknown_field_is_refused_and_a_missing_one_where_it_must_be(kind: str) -> None:
    table, complete = HEADERS[kind]
    assert errors(kind, {"tilte": "x"})
    required = [field.name for field in table if field.required]
    assert bool(errors(kind, {})) is complete
    if complete:
        assert (
            errors(
                kind, {field.name: yaml.load(field.example, Loader=AsEditorsRead) for field in table if field.required}
            )
            == []
        )
        assert required


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("same:\n  - [a/b, c/d]\n", True),
        ("same:\nnot_the_same:\n  - [a/b, c/d]\n", True),
        ("# Nothing yet.\n", True),
        ("equal:\n  - [a/b, c/d]\n", False),
        ("same:\n  - [a/b]\n", False),
        ("same:\n  - [a/b, c/d, e/f]\n", False),
        ("same: a/b\n", False),
        ("same:\n  - a/b\n", False),
        ("same:\n  - [a/b, 1]\n", False),
    ],
)
def test_decisions_are_taken_as_the_reader_takes_them(text: str, right: bool) -> None:
    assert (read_decisions("content/statements.yaml", text.encode())[1] == []) is right
    assert (errors("statements", yaml.load(text, Loader=AsEditorsRead)) == []) is right
