"""A file of content/articles to an article: what the header says, what the text says, and what neither does."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.markup import to_markdown
from generator.model import Article, Choice, Provenance, Rights, Role, Status
from generator.problems import Problem
from generator.reading.article import read_article

BOUNDED = settings(max_examples=150, derandomize=True, deadline=None, database=None)
PATH = "content/articles/strelsau-talks.md"


def read(text: str, path: str = PATH) -> tuple[Article, list[Problem]]:
    article, problems = read_article(path, text.encode())
    assert article is not None
    return article, problems


def test_all_that_a_header_can_say() -> None:
    article, problems = read(
        """---
title: "The talks of Strelsau: what is known"
date: 2025-08-22
updated: 2025-08-25
summary: What the talks were about.
key_points: ["They ended.", "Nobody spoke."]
authors: [Ada Example]
outlet: the-gazette
url: https://example.org/talks
language: en
actors: {add: [ada-example], drop: [ruritania]}
topics: [talks]
autolink: false
rights: excerpt
status: retracted
redirects: [old-talks]
provenance: {source: talks.html, retrieved: 2025-08-23}
---
The talks ended on Friday.
"""
    )
    assert problems == []
    assert (article.slug, article.path) == ("strelsau-talks", PATH)
    assert article.title == "The talks of Strelsau: what is known"
    assert (article.date, article.updated) == (datetime.date(2025, 8, 22), datetime.date(2025, 8, 25))
    assert (article.summary, article.key_points) == ("What the talks were about.", ("They ended.", "Nobody spoke."))
    assert (article.authors, article.outlet) == (("Ada Example",), "the-gazette")
    assert (article.url, article.language) == ("https://example.org/talks", "en")
    assert article.actors == Choice(add=("ada-example",), drop=("ruritania",))
    assert article.topics == Choice(only=("talks",))
    assert (article.autolink, article.rights, article.status) == (False, Rights.EXCERPT, Status.RETRACTED)
    assert article.redirects == ("old-talks",)
    assert article.provenance == Provenance(source="talks.html", retrieved=datetime.date(2025, 8, 23))
    assert [(b.role, b.text, b.line) for b in article.blocks] == [(Role.PARAGRAPH, "The talks ended on Friday.", 19)]
    assert {key: article.lines[key] for key in ("title", "date", "redirects")} == {
        "title": 2,
        "date": 3,
        "redirects": 16,
    }
    assert {key: article.evidence[key].how for key in ("title", "date", "updated", "summary")} == dict.fromkeys(
        ("title", "date", "updated", "summary"), "header"
    )


def test_what_is_not_stated_is_not_there_and_no_problem_here() -> None:
    article, problems = read("The talks ended on Friday. Nobody spoke.\n\nMore.")
    assert problems == []
    assert (article.headline, article.date, article.outlet, article.rights) == (None, None, None, None)
    assert article.status is Status.PUBLISHED
    assert article.autolink
    assert article.summary == "The talks ended on Friday."


def test_the_first_heading_is_the_title() -> None:
    article, _ = read("# The *talks*\n\nText\n\n# More")
    assert article.headline is not None
    assert (article.title, article.headline.role, article.headline.line) == ("The talks", Role.TITLE, 1)
    assert [b.text for b in article.blocks] == ["Text", "More"]
    assert article.evidence["title"].how == "first heading"
    assert "## More" in to_markdown(article.blocks)


@pytest.mark.parametrize("text", ["Text\n\n# Talks", "## Talks\n\nText"])
def test_no_other_heading_is_the_title(text: str) -> None:
    assert read(text)[0].title is None


def test_a_heading_that_the_header_overrules_is_not_lost() -> None:
    article, _ = read("---\ntitle: Talks\n---\n# Other words\n\nText")
    assert next((b.role, b.level, b.text) for b in article.blocks) == (Role.HEADING, 2, "Other words")
    same, _ = read("---\ntitle: The Talks\n---\n# the  talks\n\nText")
    assert [b.text for b in same.blocks] == ["Text"]


@pytest.mark.parametrize("written", ["Talks", '"Talks"', "'Talks'", "   Talks   "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n"])
def test_the_headers_title_has_its_place_in_the_file(written: str, end: str, before: str) -> None:
    text = before + end.join(["---", "# Talks?", f"title: {written}", "---", "Talks"])
    article, problems = read(text)
    assert (problems, article.title) == ([], "Talks")
    assert article.headline is not None
    decoded = text.removeprefix("\ufeff")
    assert article.headline.offset_in_file(0) == decoded.index("Talks", decoded.index("title"))


def test_problems_of_header_and_values_are_both_told() -> None:
    article, problems = read("---\ntitle: no\ndate: 2026-02-30\ndate: 2026-02-28\ntittle: x\n---\nText")
    assert [(p.code, p.line) for p in sorted(problems, key=lambda p: p.line)] == [
        ("header-value", 2), ("header-value", 3), ("header-twice", 4), ("header-unknown", 5),
    ]  # fmt: skip
    assert [b.text for b in article.blocks] == ["Text"]


def test_a_file_that_is_no_text_is_a_problem() -> None:
    article, problems = read_article(PATH, b"%PDF-1.7 \x00\x01")
    assert article is None
    assert problems
    assert all(p.path == PATH and p.help for p in problems)


PIECES = st.sampled_from(
    ["---\n", "---\r\n", "title: ", "date: ", "no", "2026-02-30", "04/09/2025", "actors: ", "[", "]", "{", "}", "&a ", "*a", "\n", "\n\n", "\r\n", "\r", "# ", "> ", "- ",
     "| a |\n|---|\n| b |", "<div>", "<script>", "</p>", "<!--", "```", "\\", "\x00", "\ufeff", "\u2028", "\x85", "😀", "Ada", " said ", "“", "”", "\t", "!", "'", '"'],
)  # fmt: skip


@BOUNDED
@given(
    st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80)),
    st.sampled_from(["", "---\n", "---\ntitle: Talks\n---\n", "\ufeff---\r\ntitle: x\r\n---\r\n"]),
)
@example("title: {[a]: b}\n---\n", "---\n")
@example("actors: {[a]: b}\n---\n", "---\n")
@example("a: 1\n--- b\n---\n", "---\n")
def test_no_text_is_a_traceback(text: str, before: str) -> None:
    article, problems = read_article(PATH, (before + text).encode())
    assert article is not None or problems
    assert all(p.path == PATH and p.line >= 1 and p.help for p in problems)
    if article:
        assert "<script" not in to_markdown(article.blocks, anchors=True)


@BOUNDED
@given(st.binary(max_size=200))
def test_no_bytes_are_a_traceback(data: bytes) -> None:
    article, problems = read_article(PATH, data)
    assert article is not None or problems
