"""Blocks to Markdown, and on to HTML as the publisher makes it: whatever a text holds, it stays text.

The oracle is Python-Markdown itself with the extensions of mkdocs.yml, and lxml as the reader's browser.
"""

import re
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import lxml.html
import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import markup
from generator.model import Block, Mark, Role, Style

BOUNDED = settings(max_examples=120, derandomize=True, deadline=None, database=None)

# What means something to Markdown, to its extensions (also to ones that a publisher might switch on) or to HTML.
HOSTILE = (
    "*", "**", "_", "__", "[", "]", "<", ">", "{", "}", "#", "|", "\\", "`", "``", "```", "~", "~~~", "!", "&", "$$", "^", "==", "++",
    "- x", "+ x", "* x", "1. x", "1) x", "12. ", "# x", "###### x #", "> x", "---", "***", "___", "===", "- - -", "* * *", ": x", "~~~ x",
    "```py", "!!! note", "??? note", "/// x", "    x", "\tx", "  ", "[a]: b", "[a]: https://example.org 'x'", "*[abbr]: x", "[^1]: x", "[^1]",
    "![x](y)", "[x](javascript:alert(1))", "[x][y]", "[x] [y]", "[TOC]", "[[x]]", "[ ] x", "{: #id onclick=x }", "{ .x }", "{: .x}",
    "{{ x }}", "{% x %}", "&lt;", "&#60;", "&#x3c;", "&amp;", "&amp", "&", "&copy;", "&#0;", "&nbsp;", "<script>", "</script>", "<script",
    "<b>", "</p>", "<!--", "-->", "<!-- x -->", "<![CDATA[", "<?php", "?>", "<!DOCTYPE x>", "<https://example.org>", "<a@example.org>",
    "<div markdown>", "</div>", "<p markdown=1>", "<span", "https://example.org/", "www.example.org", "a@example.org", ":smile:", "--8<--",
    "klzzwxh:0000", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "\x0242\x03", "\n", "\r", "\r\n", "\n\n", "\u2028", "\x85", "\x0b", "\x0c",
    "\x1c", "\x7f", "\x00", "\u00a0", "\u200b", "\u202e", "😀", "שלום", "مرحبا", "Łódź", "“x”", "…", "a", "word", "Ada", ". ", ", ", "'", '"', "(", ")",
)  # fmt: skip
CHARACTERS = st.characters(min_codepoint=1, max_codepoint=0x2FFF, exclude_categories=["Cs", "Cn", "Co"])
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), CHARACTERS), max_size=12).map("".join)
# What the pages put around a text.
SURROUNDINGS = (
    "{}",
    "Before.\n\n{}\n\nAfter.",
    '<div class="ex-cols" markdown>\n<div class="ex-main" markdown>\n\n{}\n\n</div>\n</div>',
)


@cache
def publisher() -> markdown.Markdown:
    """Python-Markdown as the publisher sets it up."""
    source = (Path(__file__).parent.parent / "mkdocs.yml").read_text(encoding="utf-8")
    extensions = yaml.safe_load(source)["markdown_extensions"]
    names = [next(iter(e)) if isinstance(e, dict) else e for e in extensions]
    options = {name: e[name] for name, e in zip(names, extensions, strict=True) if isinstance(e, dict)}
    return markdown.Markdown(extensions=names, extension_configs=options)


def html_of(source: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<body>{publisher().reset().convert(source)}</body>").body


def block(role: Role, text: str, **more: object) -> Block:
    return Block(role=role, text=text, line=1, **more)  # type: ignore[arg-type]


def shown(text: str) -> str:
    """A text as a reader sees it: without control characters, its white space as single spaces."""
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", "", text).split())


def elements(body: lxml.html.HtmlElement) -> list[str]:
    """The tags of everything in a page, in order."""
    return [str(e.tag) for e in body.iterdescendants() if isinstance(e.tag, str)]


def attributes(body: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    return [(name, value) for e in body.iterdescendants() for name, value in e.attrib.items()]


def only(source: str, tag: str) -> lxml.html.HtmlElement:
    """The one element of this tag, where it is the only child of the page."""
    body = html_of(source)
    assert [child.tag for child in body] == [tag], source
    assert not shown(body.text or ""), source
    return body[0]


# --- text ----------------------------------------------------------------------------------------------------------------------


@BOUNDED
@given(TEXTS)
@example("- x")
@example("a\r# x")
@example("a\n\n<script>x</script>")
@example("&#60;script&#62;")
@example("\\`*x*\\`")
def test_a_paragraph_stays_text(text: str) -> None:
    source = markup.to_markdown([block(Role.PARAGRAPH, text)])
    if not shown(text):
        assert source == ""
        return
    paragraph = only(source, "p")
    assert shown(paragraph.text_content()) == shown(text)
    assert (elements(paragraph), dict(paragraph.attrib)) == ([], {})


@BOUNDED
@given(TEXTS, st.sampled_from(SURROUNDINGS[1:]))
def test_a_paragraph_stays_text_within_a_page(text: str, around: str) -> None:
    body = html_of(around.format(markup.to_markdown([block(Role.PARAGRAPH, text)])))
    expected = ["Before.", shown(text), "After."] if around.startswith("Before") else [shown(text)]
    assert [shown(p.text_content()) for p in body.iter("p")] == [words for words in expected if words]
    assert set(elements(body)) <= {"p", "div"}
    assert {name for name, _ in attributes(body)} <= {"class"}


@BOUNDED
@given(TEXTS, st.integers(2, 6))
def test_a_heading_stays_text(text: str, level: int) -> None:
    source = markup.to_markdown([block(Role.HEADING, text, level=level)], anchors=True)
    if not shown(text):
        return
    heading = only(source, f"h{level}")
    assert shown(heading.text_content()) == shown(text)
    assert elements(heading) == []
    assert re.fullmatch(r"text-[a-z0-9-]+", heading.attrib.pop("id"))
    assert dict(heading.attrib) == {}


@BOUNDED
@given(TEXTS, st.booleans())
def test_a_list_item_stays_text(text: str, ordered: bool) -> None:
    items = [block(Role.LIST_ITEM, words, ordered=ordered) for words in ("First", text, "Last")]
    element = only(markup.to_markdown(items), "ol" if ordered else "ul")
    expected = [words for words in ("First", shown(text), "Last") if words]
    assert [shown(item.text_content()) for item in element] == expected
    assert elements(element) == ["li"] * len(expected)
    assert attributes(element) == []


@BOUNDED
@given(TEXTS, TEXTS)
def test_quotations_stay_text(one: str, other: str) -> None:
    body = html_of(markup.to_markdown([block(Role.QUOTATION, one), block(Role.QUOTATION, other)]))
    expected = [words for words in (shown(one), shown(other)) if words]
    assert [shown(p.text_content()) for p in body.iter("p")] == expected
    assert elements(body) == (["blockquote"] + ["p"] * len(expected) if expected else [])
    assert attributes(body) == []


@BOUNDED
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_table_cells_stay_text(rows: list[list[str]]) -> None:
    table = block(Role.TABLE, "", rows=tuple(tuple(block(Role.PARAGRAPH, cell) for cell in row) for row in rows))
    element = only(markup.to_markdown([table]), "table")
    width = max(map(len, rows))
    found = [[shown(cell.text_content()) for cell in row] for row in element.iter("tr")]
    body = [[shown(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    assert found[: len(rows)] == body
    assert not any(any(row) for row in found[len(rows) :])
    assert set(elements(element)) <= {"thead", "tbody", "tr", "th", "td"}
    assert attributes(element) == []


CODE_LINES = st.lists(
    st.one_of(TEXTS, st.sampled_from(["```", "````", "~~~", "``` py", "</code></pre>", "    x"])), max_size=4
)


@BOUNDED
@given(
    CODE_LINES.map("\n".join), st.sampled_from(["", "python", "c++", '"><script>', "{ #id onclick=x }"]), st.booleans()
)
@example("</code></pre><script>alert(1)</script>", "", True)
def test_a_code_block_stays_text(text: str, language: str, quoted: bool) -> None:
    source = markup.to_markdown([block(Role.CODE, text, language=language, quoted=quoted)])
    if not shown(text):
        return
    element = only(source, "pre")
    assert elements(element) == ["code"]
    assert shown(element.text_content()) == shown(text)
    assert attributes(element) in ([], [("class", f"language-{language}")])
    assert "<" not in element[0].get("class", "")


def test_code_keeps_its_lines_and_spaces() -> None:
    text = "if x:\n    y = `1`\n\n  z"
    assert only(markup.to_markdown([block(Role.CODE, text, language="python")]), "pre").text_content() == text + "\n"


@BOUNDED
@given(TEXTS)
def test_printed_values_stay_text_in_commonmark_too(text: str) -> None:
    """``convert`` shows pages to people whose editors read CommonMark: there too a text is no markup and no HTML."""
    rendered = MarkdownIt("commonmark", {"html": True}).render(markup.to_markdown([block(Role.PARAGRAPH, text)]))
    body = lxml.html.document_fromstring(f"<body>{rendered}</body>").body
    assert set(elements(body)) <= {"p"}
    assert shown(body.text_content()) == shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 8_000,
        "* " * 2_000,
        "*" * 8_000,
        "`" * 8_000,
        "_ " * 4_000,
        "<" * 8_000,
        "![" * 4_000,
        "\\" * 8_000,
        "&" * 8_000,
        "a](" * 3_000,
    ],
)
def test_a_hostile_paragraph_costs_little(text: str) -> None:
    before = time.process_time()
    paragraph = only(markup.to_markdown([block(Role.PARAGRAPH, text)]), "p")
    assert time.process_time() - before < 1
    assert shown(paragraph.text_content()) == shown(text)


# --- marks ---------------------------------------------------------------------------------------------------------------------

NESTING = (Style.EMPHASIS, Style.STRONG, Style.STRIKETHROUGH, Style.SUPERSCRIPT, Style.SUBSCRIPT, Style.LINK)
HREF = "https://example.org/a_b_(c)?d=1&copy;=*2*#e"
WORDS = st.one_of(
    st.sampled_from(["a", "b c", " ", "", "!", "*", "**", "`", "\\", "_", "]", "](x)", "<", "&", "-", "1.", "[", "{ .x }", "wow!", "😀", ":", "|"]), TEXTS
)  # fmt: skip


@st.composite
def marked(draw: st.DrawFn, depth: int = 3, within: frozenset[Style] = frozenset()) -> tuple[str, list[Mark]]:
    """A text with marks that nest: pieces of plain text, code, and marks around such texts; no style within itself."""
    text, marks = "", []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 3))
        free = [style for style in NESTING if style not in within]
        if kind <= 1 or depth == 0:
            text += draw(WORDS)
        elif kind == 2:
            code = draw(WORDS)
            marks += [Mark(style=Style.CODE, start=len(text), end=len(text) + len(code))] if code else []
            text += code
        elif free:
            style = draw(st.sampled_from(free))
            inner, below = draw(marked(depth=depth - 1, within=within | {style}))
            if inner:
                marks.append(
                    Mark(
                        style=style,
                        start=len(text),
                        end=len(text) + len(inner),
                        href=HREF if style is Style.LINK else "",
                    )
                )
                marks += [
                    Mark(style=m.style, start=m.start + len(text), end=m.end + len(text), href=m.href) for m in below
                ]
            text += inner
    return text, marks


TAGS = {
    "em": Style.EMPHASIS, "strong": Style.STRONG, "del": Style.STRIKETHROUGH, "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT,
    "a": Style.LINK, "code": Style.CODE,
}  # fmt: skip


def styled(text: str, marks: Sequence[Mark]) -> list[tuple[str, frozenset[Style]]]:
    """Each character that can be seen, with the styles around it."""
    return [
        (character, frozenset(m.style for m in marks if m.start <= at < m.end and m.style is not Style.BREAK))
        for at, character in enumerate(text)
        if shown(character)
    ]


def styled_html(
    element: lxml.html.HtmlElement, around: frozenset[Style] = frozenset()
) -> Iterator[tuple[str, frozenset[Style]]]:
    yield from ((c, around) for c in element.text or "" if shown(c))
    for child in element:
        inside = around | {TAGS[child.tag]} if child.tag in TAGS else around
        yield from styled_html(child, inside)
        yield from ((c, around) for c in child.tail or "" if shown(c))


@settings(BOUNDED, max_examples=300)
@given(marked(), st.sampled_from([Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION]))
def test_marks_become_elements_around_the_same_text(content: tuple[str, list[Mark]], role: Role) -> None:
    text, marks = content
    source = markup.to_markdown([block(role, text, marks=tuple(marks))])
    body = html_of(source)
    assert list(styled_html(body)) == styled(text, marks), source
    assert shown(body.text_content()) == shown(text), source
    assert set(elements(body)) <= {*TAGS, "p", "ul", "li", "blockquote"}, source
    assert attributes(body) == [("href", markup.safe_href(HREF))] * elements(body).count("a"), source


@settings(BOUNDED, max_examples=100)
@given(marked())
def test_marks_hold_in_table_cells(content: tuple[str, list[Mark]]) -> None:
    text, marks = content
    cells = (
        block(Role.PARAGRAPH, "first"),
        block(Role.PARAGRAPH, text, marks=tuple(marks)),
        block(Role.PARAGRAPH, "last"),
    )
    source = markup.to_markdown([block(Role.TABLE, "", rows=(cells, cells))])
    rows = [list(row) for row in html_of(source).iter("tr")]
    assert [len(row) for row in rows] == [3, 3], source
    assert list(styled_html(rows[1][1])) == styled(text, marks), source


def link_over(text: str, words: str, href: str = "https://example.org/") -> Mark:
    at = text.index(words)
    return Mark(style=Style.LINK, start=at, end=at + len(words), href=href)


def test_an_exclamation_before_a_link_makes_no_image() -> None:
    paragraph = only(markup.inline("Stop!here", [link_over("Stop!here", "here")]), "p")
    assert (elements(paragraph), paragraph.text_content()) == (["a"], "Stop!here")


def test_neighbouring_code_stays_apart() -> None:
    marks = [Mark(style=Style.CODE, start=0, end=1), Mark(style=Style.CODE, start=1, end=2)]
    assert [e.text for e in only(markup.inline("ab", marks), "p")] == ["a", "b"]


def test_a_link_within_a_link_is_left_out() -> None:
    marks = [
        link_over("the Gazette wrote", "the Gazette"),
        link_over("the Gazette wrote", "Gazette", "https://example.com/"),
    ]
    paragraph = only(markup.inline("the Gazette wrote", marks), "p")
    assert [(a.text_content(), a.get("href")) for a in paragraph] == [("the Gazette", "https://example.org/")]


def test_breaks_are_kept() -> None:
    source = markup.to_markdown([block(Role.PARAGRAPH, "one\n- two", marks=(Mark(style=Style.BREAK, start=3, end=4),))])
    paragraph = only(source, "p")
    assert (elements(paragraph), paragraph.text, paragraph[0].tail) == (["br"], "one", "- two")


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\nscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "//example.org/x", "\\\\example.org", "/\\example.org", "https:", "http:example.org", "https:///x", "http://[", "",
        "&Tab;javascript:alert(1)", "\ud800", "https://example.org/\udfff",
    ],
)  # fmt: skip
def test_unsafe_addresses_are_not_linked(href: str) -> None:
    assert markup.safe_href(href) is None
    assert elements(html_of(markup.link("words", href))) == ["p"]
    assert html_of(markup.inline("words", [link_over("words", "words", href)])).text_content().strip() == "words"


@pytest.mark.parametrize(
    "href",
    ["https://example.org/a_b?c=1&copy;=2&lt;3", "HTTP://example.org/", "mailto:ada@example.org", "../actors/ada-example.md", "#text-talks", "?q=1",
     "https://example.org/it's'x'", "https://example.org/100%", "&#106;avascript:alert(1)"],
)  # fmt: skip
def test_addresses_arrive_as_they_are(href: str) -> None:
    (anchor,) = only(markup.link("words", href), "p")
    assert dict(anchor.attrib) == {"href": markup.safe_href(href)}
    assert not anchor.get("href").lower().startswith("javascript")


def test_addresses_are_encoded_so_that_markdown_cannot_read_them() -> None:
    assert markup.safe_href('https://example.org/a(b)*_[c]<d>"e" f|Łódź') == (
        "https://example.org/a%28b%29%2A_%5Bc%5D%3Cd%3E%22e%22f%7C%C5%81%C3%B3d%C5%BA"
    )


def test_links_carry_the_generators_classes() -> None:
    (anchor,) = only(markup.link("Ada { .x }", "a.md", "ex-chip", "ex-person"), "p")
    assert dict(anchor.attrib) == {"href": "a.md", "class": "ex-chip ex-person"}


# --- blocks --------------------------------------------------------------------------------------------------------------------


def item(text: str, level: int = 1, *, number: int | None = None, quoted: bool = False) -> Block:
    return block(Role.LIST_ITEM, text, level=level, ordered=number is not None, number=number, quoted=quoted)


def outline(element: lxml.html.HtmlElement) -> str:
    """An element as tags and words: ``ul(li(a))``."""
    inside = shown(element.text or "") + "".join(
        outline(child) + shown(child.tail or "") for child in element if isinstance(child.tag, str)
    )
    return f"{element.tag}({inside})" if element.tag != "body" else inside


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([item("a"), item("b", 2), item("c", 2), item("d")], "ul(li(aul(li(b)li(c)))li(d))"),
        ([item("a", 2), item("b", 3)], "ul(li(aul(li(b))))"),
        ([item("a"), item("b", 4), item("c", 9)], "ul(li(aul(li(bul(li(c))))))"),
        ([item("a"), item("", 2), item("b", 3)], "ul(li(aul(li(b))))"),
        ([item("a"), item("b", number=1)], "ul(li(a))ol(li(b))"),
        ([item("a"), item("b", 2, number=1), item("c", 2, number=2)], "ul(li(aol(li(b)li(c))))"),
        ([item("a", number=1), item("b", 2), item("c")], "ol(li(aul(li(b))))ul(li(c))"),
        ([item("a"), block(Role.PARAGRAPH, "b"), item("c", 2)], "ul(li(a))p(b)ul(li(c))"),
        ([item("a", quoted=True), item("b", 2, quoted=True), item("c")], "blockquote(ul(li(aul(li(b)))))ul(li(c))"),
        ([block(Role.QUOTATION, "a"), item("b", quoted=True), block(Role.QUOTATION, "c")], "blockquote(p(a)ul(li(b))p(c))"),
        ([block(Role.QUOTATION, "a"), block(Role.HEADING, "b", level=2, quoted=True)], "blockquote(p(a)h2(b))"),
        ([block(Role.QUOTATION, "a"), block(Role.PARAGRAPH, "b"), block(Role.QUOTATION, "c")], "blockquote(p(a))p(b)blockquote(p(c))"),
        ([block(Role.QUOTATION, "a"), block(Role.CODE, "<b>", quoted=True), block(Role.QUOTATION, "c")], "blockquote(p(a))pre(code(<b>))blockquote(p(c))"),
        ([block(Role.PARAGRAPH, "a"), block(Role.RULE, ""), block(Role.HEADING, "b", level=9)], "p(a)hrh6(b)"),
        ([block(Role.TITLE, "a"), block(Role.HEADING, "b", level=1)], "h1(a)h2(b)"),
        ([block(Role.CODE, "a"), block(Role.CODE, "b"), block(Role.TABLE, "")], "pre(code(a))pre(code(b))"),
        ([block(Role.PARAGRAPH, " \n "), block(Role.HEADING, ""), block(Role.CODE, "\n")], ""),
    ],
)  # fmt: skip
def test_blocks_stand_beside_each_other(blocks: list[Block], expected: str) -> None:
    assert outline(html_of(markup.to_markdown(blocks))).replace("hr()", "hr") == expected


def test_a_list_that_is_interrupted_counts_on() -> None:
    blocks = [
        item("a", number=1),
        block(Role.PARAGRAPH, "x"),
        item("b", number=2),
        item("c", 2, number=1),
        item("d", number=3),
        item("e", number=7),
    ]
    found = [(li.text.strip(), li.get("value")) for li in html_of(markup.to_markdown(blocks, anchors=True)).iter("li")]
    assert found == [("a", None), ("b", "2"), ("c", None), ("d", None), ("e", "7")]
    assert "value" not in markup.to_markdown(blocks)


def test_each_heading_has_an_address_of_its_own() -> None:
    words = ["Talks", "Talks", "Talks 2", "__config", "Łódź", "日本", "日本"]
    body = html_of(markup.to_markdown([block(Role.HEADING, text, level=2) for text in words], anchors=True))
    found = [h.get("id") for h in body]
    assert found == [
        "text-talks",
        "text-talks-2",
        "text-talks-2-2",
        "text-config",
        "text-lodz",
        "text-section",
        "text-section-2",
    ]


def test_no_blocks_are_no_markdown() -> None:
    assert markup.to_markdown([]) == ""
