"""The lines of a header that are written are the values that are read."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.header import ARTICLE, comment, header_text, line_of, own_lines, to_complete, typed
from generator.model import Provenance
from generator.reading.fields import (
    ACTOR_FIELDS,
    ARTICLE_FIELDS,
    OUTLET_FIELDS,
    TOPIC_FIELDS,
    Field,
    FieldError,
    read_fields,
)
from generator.reading.header import read_header


def read_back(header: str) -> tuple[dict[str, object], list[str]]:
    parsed, problems = read_header("a.md", f"---\n{header}---\nA text.\n")
    values, more = read_fields("a.md", parsed, ARTICLE_FIELDS, complete=False)
    return dict(values), [problem.code for problem in [*problems, *more]]


STATED = {
    "title": 'Talks: "a guide" \\ # no',
    "date": datetime.date(2025, 8, 22),
    "updated": datetime.date(2025, 8, 25),
    "authors": ("Ada Example", "no", "O'Neil, B."),
    "outlet": "the-gazette",
    "url": "https://gazette.example/a?b=c#d",
    "language": "no",
    "provenance": Provenance(source='a "clip".txt', retrieved=datetime.date(2025, 8, 26), sha256="0" * 64),
}


def test_values_come_back() -> None:
    assert read_back(header_text(ARTICLE_FIELDS, STATED, {})) == (STATED, [])


@given(st.text(max_size=300))
def test_any_title_comes_back_in_one_line(title: str) -> None:
    visible = "".join(c for c in " ".join(title.split()) if c.isprintable())
    if visible.strip():
        assert read_back(header_text(ARTICLE_FIELDS, {"title": title}, {})) == (
            {"title": " ".join(visible.split())},
            [],
        )


@given(st.text(max_size=600))
def test_any_comment_is_one(words: str) -> None:
    assert read_back(comment(words) + "\ntitle: A\n") == ({"title": "A"}, [])
    assert "\n" not in comment(words)


ALL = [(field, fields) for fields in (ARTICLE_FIELDS, ACTOR_FIELDS, TOPIC_FIELDS, OUTLET_FIELDS) for field in fields]


@pytest.mark.parametrize(("field", "fields"), ALL, ids=[field.name for field, _ in ALL])
def test_every_commented_line_is_right_without_its_mark(field: Field, fields: tuple[Field, ...]) -> None:
    header, problems = read_header("a.md", f"---\n{to_complete(field).removeprefix('# ')}\n---\n")
    assert problems == []
    assert read_fields("a.md", header, fields, complete=False)[1] == []


@pytest.mark.parametrize(
    ("name", "words"), [("date", "22 August"), ("date", "2025-02-30"), ("url", "gazette"), ("outlet", "The Gazette")]
)
def test_what_is_typed_wrongly_is_refused(name: str, words: str) -> None:
    with pytest.raises(FieldError):
        typed(ARTICLE[name], words)


def test_what_is_typed_rightly_is_a_value() -> None:
    assert typed(ARTICLE["date"], " 2025-08-22 ") == datetime.date(2025, 8, 22)
    assert typed(ARTICLE["title"], 'no: "1.10"') == 'no: "1.10"'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ntitle: A  # mine\n\n# a note\n---\nText\n", "title: A  # mine\n\n# a note\n"),
        ("\ufeff---\r\ntitle: A\r\n---\r\nText", "title: A\r\n"),
        ("---\ntitle: A\n...\nText", "title: A\n"),
        ("---\ntitle: A\n---", "title: A\n"),
        ("---\n---\nText", ""),
        ("Text", ""),
    ],
)
def test_own_lines_stay_as_they_are(text: str, lines: str) -> None:
    assert own_lines(text, read_header("a.md", text)[0]).replace("\r\n", "\n") == lines.replace("\r\n", "\n")


def test_line_of_a_list() -> None:
    assert line_of("authors", ("A", "B")) == 'authors: ["A", "B"]'
