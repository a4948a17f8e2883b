"""Files of actors, topics, outlets and hand-written pages."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import ActorKind, Rights, Term
from generator.problems import Problem
from generator.reading.registry import read_actor, read_outlet, read_page, read_topic

BOUNDED = settings(max_examples=100, derandomize=True, deadline=None, database=None)


def test_an_actor() -> None:
    actor, problems = read_actor(
        "content/actors/ada-example.md",
        b"---\nname: Ada Example\nkind: person\naliases: [A. Example]\nmetonyms: [Strelsau]\naffiliations: [ruritania]\nwikidata: Q42\n---\n\nAn *envoy*.\n",
    )
    assert problems == []
    assert actor is not None
    assert (actor.slug, actor.name, actor.kind, actor.wikidata) == (
        "ada-example",
        "Ada Example",
        ActorKind.PERSON,
        "Q42",
    )
    assert (actor.aliases, actor.metonyms, actor.affiliations) == (("A. Example",), ("Strelsau",), ("ruritania",))
    assert [(b.text, b.line) for b in actor.introduction] == [("An envoy.", 10)]
    assert actor.lines["affiliations"] == 6


def test_a_topic() -> None:
    topic, problems = read_topic(
        "content/topics/talks.md",
        b"---\nname: Talks\nterms: {border talks: 2}\nparent: peace\nrelated: [truce]\ndate: 2025-08-15\n---\n",
    )
    assert problems == []
    assert topic is not None
    assert (topic.slug, topic.terms, topic.parent, topic.related) == (
        "talks",
        (Term(text="border talks", weight=2),),
        "peace",
        ("truce",),
    )
    assert (topic.date, topic.introduction) == (datetime.date(2025, 8, 15), ())


def test_an_outlet() -> None:
    outlet, problems = read_outlet(
        "content/outlets/the-gazette.md",
        b"---\nname: The Gazette\nurl: https://example.org\nrights: link\ncountry: Ruritania\n---\n",
    )
    assert problems == []
    assert outlet is not None
    assert (outlet.slug, outlet.name, outlet.url, outlet.rights, outlet.country) == (
        "the-gazette", "The Gazette", "https://example.org", Rights.LINK, "Ruritania",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("read", "data", "codes"),
    [
        (read_actor, b"Just words.", ["header-missing", "header-missing"]),
        (read_actor, b"---\nname: Ada Example\n---\n", ["header-missing"]),
        (read_actor, b"---\nname: Ada Example\nkind: robot\n---\n", ["header-value"]),
        (read_actor, b"---\nname: [\n---\n", ["header-broken"]),
        (read_actor, b"", ["file-empty"]),
        (read_topic, b"---\nterms: [talks]\n---\n", ["header-missing"]),
        (read_topic, b"---\nname: Talks\ntitle: x\n---\n", ["header-unknown"]),
        (read_outlet, b"---\nname: The Gazette\nurl: https://example.org\n---\n", ["header-missing"]),
        (read_page, b"Only words.", ["header-missing"]),
    ],
)
def test_what_is_wrong_is_told(
    read: Callable[[str, bytes], tuple[object, list[Problem]]], data: bytes, codes: list[str]
) -> None:
    thing, problems = read("content/x/y.md", data)
    assert [p.code for p in problems] == codes
    assert all(p.path == "content/x/y.md" and p.help for p in problems)
    assert (thing is None) == (codes != ["header-unknown"])


@pytest.mark.parametrize(
    ("text", "title", "blocks"),
    [
        ("# About\n\nText", "About", ["Text"]),
        ("---\ntitle: About\n---\nText", "About", ["Text"]),
        ("---\ndescription: What it is.\n---\n# About\n\nText", "About", ["Text"]),
    ],
)
def test_a_page_has_its_title_from_header_or_first_heading(text: str, title: str, blocks: list[str]) -> None:
    page, problems = read_page("content/pages/about.md", text.encode())
    assert problems == []
    assert page is not None
    assert (page.slug, page.title, [b.text for b in page.blocks]) == ("about", title, blocks)


@BOUNDED
@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(max_size=80).map(lambda text: f"---\nname: x\n{text}\n---\n".encode("utf-8", "replace")),
    )
)
def test_no_file_is_a_traceback(data: bytes) -> None:
    for read in (read_actor, read_topic, read_outlet, read_page):
        thing, problems = read("content/x/y.md", data)
        assert thing is not None or problems
