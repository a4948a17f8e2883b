"""Blocks as HTML for feed readers: nothing of an article can be markup, every link leads somewhere from anywhere."""

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.feeds.html import addresses, to_html
from generator.model import Block, Mark, Role, Style
from generator.text import word_list

BASE = "https://archive.example/"
ADDRESS = addresses("articles/here.md", BASE)
ELEMENTS = word_list(
    "div p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr table thead tbody tr th td br a em strong del sup sub"
)


def block(text: str, role: Role = Role.PARAGRAPH, **fields: object) -> Block:
    return Block(role=role, text=text, line=1, **fields)  # type: ignore[arg-type]


def mark(style: Style, start: int, end: int, href: str = "") -> Mark:
    return Mark(style=style, start=start, end=end, href=href)


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://gazette.example/a?b=1&c", "https://gazette.example/a?b=1&amp;c"),
        ("../actors/ada.md", f"{BASE}actors/ada/"),
        ("there.md#text-b", f"{BASE}articles/there/#text-b"),
        ("#text-a", f"{BASE}articles/here/#text-a"),
        ("../about.md", f"{BASE}about/"),
        ("../index.md", BASE),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_lead_there_from_anywhere(href: str, shown: str) -> None:
    written = to_html([block("see this", marks=(mark(Style.LINK, 4, 8, href),))], ADDRESS)
    assert written == f'<p>see <a href="{shown}">this</a></p>'


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//evil.example", "data:text/html,x", "../../../out.md", "\\\\evil"]
)
def test_unsafe_links_are_words(href: str) -> None:
    assert to_html([block("see this", marks=(mark(Style.LINK, 4, 8, href),))], ADDRESS) == "<p>see this</p>"


def test_every_kind_of_block() -> None:
    blocks = [
        block("Heading", Role.HEADING, level=3),
        block("one", Role.LIST_ITEM), block("in it", Role.LIST_ITEM, level=2), block("two", Role.LIST_ITEM),
        block("third", Role.LIST_ITEM, ordered=True, number=3),
        block("said", Role.QUOTATION), block("and again", Role.QUOTATION),
        block("a < b", Role.CODE), block("", Role.RULE),
        block("", Role.TABLE, rows=((block("x"),), (block("y"),))),
        block("line\nline", marks=(mark(Style.BREAK, 4, 5), mark(Style.STRONG, 5, 9))),
    ]  # fmt: skip
    assert to_html(blocks, ADDRESS) == (
        '<h3>Heading</h3><ul><li>one<ul><li>in it</li></ul></li><li>two</li></ul><ol start="3"><li>third</li></ol>'
        "<blockquote><p>said</p><p>and again</p></blockquote><pre><code>a &lt; b</code></pre><hr/>"
        "<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table>"
        "<p>line<br/><strong>line</strong></p>"
    )


BLOCKS = st.builds(
    lambda text, role, level, ordered, quoted, style: Block(
        role=role, text=text, line=1, level=level, ordered=ordered, quoted=quoted,
        marks=(Mark(style=style, start=0, end=len(text), href=text),) if text else (),
        rows=((Block(role=Role.PARAGRAPH, text=text, line=1),),) if role is Role.TABLE else (),
    ),
    st.text(max_size=20), st.sampled_from(Role), st.integers(1, 7), st.booleans(), st.booleans(), st.sampled_from(Style),
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=6))
@settings(max_examples=150, deadline=None)
def test_it_is_xml_and_html_of_few_elements(blocks: list[Block]) -> None:
    written = to_html(blocks, ADDRESS)
    root = etree.fromstring(f"<div>{written}</div>".encode())
    assert {element.tag for element in root.iter()} <= ELEMENTS
    assert {name for element in root.iter() for name in element.attrib} <= {"href", "start"}
    as_html = lxml.html.fragment_fromstring(written, create_parent="div")
    assert [element.tag for element in as_html.iter()] == [element.tag for element in root.iter()]
