"""Random blocks, and random Markdown of the kinds that ours knows: where it answers, it answers as MkDocs does."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import markup
from generator.model import Block, Mark, Role, Style
from generator.rendering import render

from .publisher import both

BOUNDED = settings(max_examples=250, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])

# All that means something to Markdown, its extensions or HTML; blanks and digits of every kind; writing from right to left.
NASTY = (
    "a", "b c", "Ada", "1.", "12. ", "1)", "٣. ", "- ", "-", "--", "* * *", "+", "=", "===", "#", "## ", ">", "~~~", "```", "`", "``", "*", "**", "***", "_", "__",
    "[", "]", "(", ")", "](x)", "[x]: y", "[TOC]", "![x](y)", "{ .x }", "{: #y }", "{", "}", "\\", "\\\\", "!", "|", "| - |", ":", ": x", "<", ">", "<b>", "</div>",
    "<!-- -->", "<a@b.c>", "<https://example.org>", "&", "&amp;", "&lt;", "&#38;", "&#38", "&#x41;", "&copy;", "&ſ;", "R&D", ";", "'", '"', "“", " ", "  ", "\t",
    "\n", "\u00a0", "\u2003", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\u200b", "\u202e", "\u2067", "\ufeff", "😀", "שלום", "é", "İ", "K",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), st.characters(max_codepoint=0x2FFF)), max_size=8).map("".join)
HREFS = st.sampled_from(
    ["b.md", "../actors/ada-example.md#x", "#x", "https://example.org/a_b?c=1&d=2&copy;=3", "mailto:ada@example.org", "gone.md", "../feed.xml"]
)  # fmt: skip


@st.composite
def marks(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    """Marks side by side over parts of the text."""
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return tuple(
        Mark(style=style, start=start, end=end, href=draw(HREFS) if style in (Style.LINK, Style.ANCHOR) else "")
        for start, end in zip(ends[::2], ends[1::2], strict=False)
        if (style := draw(st.sampled_from(list(Style))))
    )


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(TEXTS)
    role = draw(st.sampled_from([*Role, Role.PARAGRAPH, Role.LIST_ITEM, Role.LIST_ITEM]))
    cells = (
        draw(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=2, max_size=3)) if role is Role.TABLE else []
    )
    return Block(
        role=role,
        text=text,
        line=1,
        marks=draw(marks(text)) if role is not Role.CODE else (),
        level=draw(st.integers(1, 4)),
        ordered=draw(st.booleans()),
        number=draw(st.sampled_from([None, None, 1, 3, 1789])),
        quoted=draw(st.sampled_from([False, False, True])),
        rows=tuple(tuple(Block(role=Role.PARAGRAPH, text=cell, line=1) for cell in row) for row in cells),
        language=draw(st.sampled_from(["", "python", "c++"])),
    )


@BOUNDED
@given(st.lists(blocks(), min_size=1, max_size=6), st.booleans(), st.booleans())
def test_blocks_come_out_as_mkdocs_renders_them(written: list[Block], anchors: bool, boxed: bool) -> None:
    page = markup.to_markdown(written, anchors=anchors)
    ours, theirs = both(f'<div class="ex-text" markdown>\n\n{page}\n</div>\n' if boxed else page)
    assert ours is None or ours == theirs


KNOWN = (
    *NASTY[:6], "é", " ", " - ", "=", "~", "!", "“", '"', "\u00a0", "\u2003", "\x1c", "\u202e", *(f"\\{mark}" for mark in "\\`*_{}[]()#+-.!|"), "&amp;", "&#39;", "&", "R&D",
    "[a](b.md)", "[a **b** `c`](../index.md){ .ex-a .ex-b }", "[a](#x){ #y }", "**a b**", "*a*", "`a b`", "`<slug>`", "<br>", "<bdi>", "</bdi>", '<span class="ex-x">', "</span>",
)  # fmt: skip
LINE = st.lists(st.sampled_from(KNOWN), min_size=1, max_size=5).map("".join)
ATTRIBUTES = st.sampled_from(
    ["", "", "", "\n{ .ex-x }", "\n    { value=3 }", "\n  { #x .a .b }", "\n{ lang=fr dir=ltr }"]
)
INSIDE = st.tuples(LINE, ATTRIBUTES).map("".join)
ITEM = st.tuples(st.sampled_from(["- ", "-   ", "1.  ", "10. ", "    - ", "    1.  ", "        - "]), INSIDE).map(
    "".join
)
ITEMS = st.lists(ITEM, min_size=1, max_size=4).map("\n".join)
PART = st.one_of(
    INSIDE,
    ITEMS,
    INSIDE.map("    {}".format),
    st.tuples(st.sampled_from(["# ", "## ", "### "]), LINE, st.sampled_from(["", " { #x }", " { #ex-title .ex-hidden }"])).map("".join),
    st.one_of(LINE, ITEMS).map(lambda text: "\n".join(f"> {line}" for line in text.split("\n"))),
    st.tuples(LINE, LINE, LINE, LINE).map(lambda cells: "| {} | {} |\n| --- | ---: |\n| {} | {} |".format(*cells)),
    st.tuples(LINE, LINE).map(lambda lines: "```python\n{}\n\n{}\n```".format(*lines)),
    LINE.map(lambda text: f'<figure class="ex-p" markdown="span"> <svg height="1">[<title>a</title><rect x="1"/>](b.md){{ .c }}</svg>{text}</figure>'),
    st.sampled_from(["* * *", "<!-- -->", '<div class="a" markdown>', "</div>", '<details class="a" markdown>\n<summary>b</summary>', "</details>"]),
    LINE.map(lambda text: f'<details class="a">\n<dl>\n<dd><pre class="b">c\n\nd</pre></dd>\n</dl>\n</details>\n\n{text}'),
)  # fmt: skip


@settings(BOUNDED, max_examples=400)
@given(st.lists(PART, min_size=1, max_size=6).map("\n\n".join))
@example("> a\n>")
@example("[a](b.md&#38c.md)")
@example("</div>\n</>")
def test_markdown_comes_out_as_mkdocs_renders_it(page: str) -> None:
    if render(page, lambda href: href) is not None:  # MkDocs itself fails at some of what we give up
        ours, theirs = both(page)
        assert ours is None or ours == theirs


@settings(BOUNDED, max_examples=400)
@given(st.text() | TEXTS)
def test_no_text_makes_it_fail(page: str) -> None:
    render(page, lambda _: None)
