"""The pages that Pagefind indexes: nothing in them but what we put there."""

import datetime

import lxml.html
import pytest

from generator.search import Record, lean_page
from generator.search.records import Passage

HOSTILE = [
    '"><script>alert(1)</script>',
    "</body></html><h1>x</h1>",
    "a & b &lt; c &#106;",
    "title[content], other:value",
    "' onload='x",
    "<!-- a comment",
]


def parsed(record: Record) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(lean_page(record))


def values(root: lxml.html.HtmlElement, what: str) -> list[tuple[str, str]]:
    return [
        (meta.get(f"data-pagefind-{what}"), meta.get("content"))
        for meta in root.xpath(f"//meta[@data-pagefind-{what}]")
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    record = Record(
        url="articles/a/", title=text, kind="article", by=text, summary=text, css=text, actors=(f"a {text}",),
        body=(Passage(text=text), Passage(text=text, level=2, anchor=text)),
    )  # fmt: skip
    root = parsed(record)
    assert {element.tag for element in root.iter()} == {"html", "head", "meta", "body", "h1", "h2", "p"}
    assert root.xpath("string(//h1)") == text
    assert root.xpath("string(//p)") == text
    assert root.xpath("//h2/@id") == [text]
    assert ("title[content]", text) in values(root, "meta")
    assert values(root, "filter") == [("kind[content]", "article"), ("actor[content]", f"a {text}")]
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def test_what_no_page_can_hold_is_left_out() -> None:
    page = lean_page(Record(url="a/", title="one\x00two\ud800three\u2028four", kind="article"))
    assert "<h1>one two three four</h1>" in page
    page.encode()


def test_every_record_has_a_date_to_sort_by() -> None:
    dated = parsed(Record(url="a/", title="A", kind="article", date=datetime.date(2024, 5, 9)))
    assert values(dated, "sort") == [("date[content]", "2024-05-09")]
    assert ("date[content]", "9 May 2024") in values(dated, "meta")
    assert ("year[content]", "2024") in values(dated, "filter")
    without = parsed(Record(url="a/", title="A", kind="actor"))
    assert values(without, "sort") == [("date[content]", "0000-00-00")]
    assert values(without, "filter") == [("kind[content]", "actor")]


def test_a_statement_says_its_words_once() -> None:
    statement = Record(url="a/", title="Ada: “No”", kind="statement", body=(Passage(text="Ada: “No”"),))
    assert lean_page(statement).split("<body", 1)[1].count("No") == 1
