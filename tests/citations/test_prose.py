"""Text citations: as APA and Chicago want them, and the fast way the same as citeproc's own."""

import datetime
import re
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.citations.formats import csl_record
from generator.citations.items import Item
from generator.citations.names import Name, name_of
from generator.citations.prose import STYLES, citation, given_in, rendered

DAY = datetime.date(2024, 5, 1)
URL = "https://gazette.example/a_b?c=1&d"


def item(title: str = "Fishers block the harbour", *authors: str, **changed: object) -> Item:
    fields: dict[str, object] = {
        "key": "k", "title": title, "authors": tuple(map(name_of, authors)), "date": DAY, "container": "The Gazette",
        "url": URL, "news": True,
    }  # fmt: skip
    return Item(**(fields | changed))  # type: ignore[arg-type]


CASES = [
    (
        item("Fishers block the harbour", "Cora Muster"),
        f"Muster, C. (2024, May 1). Fishers block the harbour. <i>The Gazette</i>. {URL}",
        f"Muster, Cora. 2024. “Fishers block the harbour.” <i>The Gazette</i>, May 1. {URL}.",
    ),
    (
        item("Who blocks it?", "Cora Muster", "Karl van der Berg"),
        f"Muster, C., & van der Berg, K. (2024, May 1). Who blocks it? <i>The Gazette</i>. {URL}",
        f"Muster, Cora, and Karl van der Berg. 2024. “Who blocks it?” <i>The Gazette</i>, May 1. {URL}.",
    ),
    (
        item("“We stay,” they say"),
        f"“We stay,” they say. (2024, May 1). <i>The Gazette</i>. {URL}",
        f"<i>The Gazette</i>. 2024. “‘We stay,’ they say.” May 1. {URL}.",
    ),
    (
        item("A page", "Ministry of Silly Affairs", date=None, container="The Archive", news=False, url=""),
        "Ministry of Silly Affairs. (n.d.). <i>A page</i>. The Archive.",
        "Ministry of Silly Affairs. n.d. “A page.” The Archive.",
    ),
    (
        item("Новости", "Иван Пример", "张三", "Ada Example", archive="The Archive"),
        f"Пример, И., 张三, & Example, A. (2024, May 1). Новости. <i>The Gazette</i>. Archived in The Archive. {URL}",
        f"Пример, Иван, 张三, and Ada Example. 2024. “Новости.” <i>The Gazette</i>, May 1. Archived in The Archive. {URL}.",
    ),
]


@pytest.mark.parametrize(("cited", "apa", "chicago"), CASES)
def test_as_the_manuals_have_it(cited: Item, apa: str, chicago: str) -> None:
    assert unescape(citation(cited, "APA")) == apa
    assert unescape(citation(cited, "Chicago")) == chicago


def test_many_authors_are_shortened() -> None:
    many = item("Many", *(f"Ada Example{letter}" for letter in "abcdefghijklmnopqrstuvw"))
    assert "Examples, A., … Examplew, A. (2024" in citation(many, "APA")
    assert citation(many, "Chicago").startswith("Examplea, Ada, Ada Exampleb, Ada Examplec, et al. 2024.")


# Characters that neither style changes: quotation marks and points have rules of their own (above).
WORD = st.text(alphabet="abcXYZäößłЖд张{}%$&<>_#\\~^", min_size=1, max_size=12)
NAMES = st.builds(lambda f, g: Name(family=f, given=g), WORD, WORD) | st.builds(lambda w: Name(literal=w), WORD)
ITEMS = st.builds(
    Item, key=st.just("k"), title=WORD, authors=st.lists(NAMES, max_size=9).map(tuple), date=st.none() | st.dates(datetime.date(1700, 1, 1)),
    container=WORD, archive=st.just("") | WORD, url=st.just("") | st.just(URL), news=st.booleans(),
)  # fmt: skip


@given(ITEMS, st.sampled_from(sorted(STYLES)))
@settings(max_examples=60, deadline=None)
def test_the_fast_way_is_citeprocs_own(cited: Item, style: str) -> None:
    """What goes in where the stand-ins stood reads as if citeproc had seen the values."""
    record = csl_record(cited) | {"id": "it"}
    record.pop("language", None)
    for name, written in zip(cited.authors, record.get("author", []), strict=True):
        if name.given:
            written["given"] = given_in(name, style)
    assert unescape(citation(cited, style)) == unescape(rendered(record, style))


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_title_breaks_out(title: str) -> None:
    for style in STYLES:
        written = citation(item(title, "Ada Example"), style)
        assert not re.search(r"<(?!/?i>)", written)
        assert not re.search(r"[\x00-\x1f\ud800-\udfff]", written)


def test_a_stand_in_in_a_title_is_text() -> None:
    title = "ZzTitleZz 7777 27 <b>"
    assert escape(title, quote=False) in citation(item(title, "Ada Example"), "APA")
