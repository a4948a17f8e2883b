"""Contributors' Markdown to blocks: every kind of block, every mark, each character's place, and nothing lost."""

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.markup import to_markdown
from generator.model import Block, Mark, Role, Style
from generator.reading.markdown import read_markdown

BOUNDED = settings(max_examples=200, derandomize=True, deadline=None, database=None)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(str(block.role), block.text) for block in read_markdown(text)]


def the_block(text: str) -> Block:
    (block,) = read_markdown(text)
    return block


def marked(block: Block) -> list[tuple[str, str, str]]:
    return [(str(mark.style), block.text[mark.start : mark.end], mark.href) for mark in block.marks]


def with_cells(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from (cell for row in block.rows for cell in row)


# --- blocks ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo\n\nthree", [("paragraph", "One two"), ("paragraph", "three")]),
        ("# One\n## Two ##\nThree\n===", [("heading", "One"), ("heading", "Two"), ("heading", "Three")]),
        ("- one\n- two", [("list-item", "one"), ("list-item", "two")]),
        ("> one\n> two\n\nthree", [("quotation", "one two"), ("paragraph", "three")]),
        ("> one\n>\n> two", [("quotation", "one"), ("quotation", "two")]),
        ("```py\nx = 1\n\ny\n```", [("code", "x = 1\n\ny")]),
        ("    x = 1\n    y", [("code", "x = 1\ny")]),
        ("One\n\n---\n\n* * *\n\nTwo", [("paragraph", "One"), ("rule", ""), ("rule", ""), ("paragraph", "Two")]),
        ("| a | b |\n|---|---|\n| c | d |", [("table", "a\tb\n\nc\td")]),
        ("", []),
        (" \n\n\t\n", []),
        ("<!-- a note -->\n\nText", [("paragraph", "Text")]),
        ("[a]: https://example.org\n\nText", [("paragraph", "Text")]),
        ("London: it began.", [("paragraph", "London: it began.")]),
    ],
)  # fmt: skip
def test_kinds_of_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected
    assert kinds(text.replace("\n", "\r\n")) == expected


def test_headings_have_their_level() -> None:
    assert [b.level for b in read_markdown("# a\n\n### b\n\n###### c\n\nd\n---\n")] == [1, 3, 6, 2]


def test_lists_have_level_and_number() -> None:
    blocks = read_markdown("3. a\n   - b\n     1. c\n4. d\n\n9. e")
    found = [(b.text, b.level, b.ordered, b.number) for b in blocks]
    assert found == [("a", 1, True, 3), ("b", 2, False, None), ("c", 3, True, 1), ("d", 1, True, 4), ("e", 1, True, 5)]
    assert the_block("0. e").number == 0


def test_what_follows_in_an_item_keeps_its_kind() -> None:
    blocks = read_markdown("- one\n\n  two\n\n      code\n\n  > said\n- three\n  # Four")
    assert [(str(b.role), b.text) for b in blocks] == [
        ("list-item", "one"), ("paragraph", "two"), ("code", "code"), ("quotation", "said"), ("list-item", "three"), ("heading", "Four"),
    ]  # fmt: skip


def test_an_empty_item_takes_no_text_from_outside() -> None:
    assert kinds("- a\n\n  -\n\n  b\n\nc") == [("list-item", "a"), ("paragraph", "b"), ("paragraph", "c")]


def test_what_stands_in_a_quotation_says_so() -> None:
    blocks = read_markdown("> # a\n> - b\n>\n> > c\n\nd")
    assert [(b.text, str(b.role), b.quoted, b.level) for b in blocks] == [
        ("a", "heading", True, 1), ("b", "list-item", True, 1), ("c", "quotation", False, 2), ("d", "paragraph", False, 1),
    ]  # fmt: skip


def test_code_has_its_language_line_and_place() -> None:
    text = "One\n\n``` python extra\nx = 1\n```\n"
    block = read_markdown(text)[1]
    assert (block.language, block.line, block.text) == ("python", 4, "extra\nx = 1"), "no word is lost"
    assert block.offset_in_file(0) == text.index("extra")
    assert block.offset_in_file(block.text.index("x = 1")) == text.index("x = 1")


def test_tables_have_rows_of_cells() -> None:
    table = the_block("| a | *b* |\n|:--|--:|\n| c \\| d | `e` |\n| f |\n")
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["c | d", "e"], ["f", ""]]
    assert [cell.line for row in table.rows for cell in row] == [1, 1, 3, 3, 4, 4]
    assert marked(table.rows[0][1]) == [("emphasis", "b", "")]


def test_a_tables_text_stands_where_its_cells_do() -> None:
    text = "One\n\n| Ada | Bo |\n|---|---|\n| Bo | Cy |\n| Ada | |\n"
    table = read_markdown(text)[1]
    for name in ("Ada", "Bo", "Cy"):
        for found in re.finditer(name, table.text):
            place = table.offset_in_file(found.start())
            assert place is not None
            assert text[place:].startswith(name)
            assert text.count("\n", 0, place) == table.line - 1 + table.text.count("\n", 0, found.start())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_count_in_the_file(end: str) -> None:
    text = end.join(
        [
            "---",
            "title: x",
            "---",
            "",
            "# One",
            "",
            "Two",
            "more",
            "",
            "- a",
            "- b",
            "",
            "> c",
            "",
            "| x |",
            "|---|",
            "| y |",
        ]
    )
    start = text.index("---", 5) + 3 + len(end)
    blocks = read_markdown(text, start=start, line=4)
    assert [b.line for b in blocks] == [5, 7, 10, 11, 13, 15]
    assert all(text[b.offset_in_file(0) or 0] == b.text[0] for b in blocks if b.text)


# --- marks ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("a *b* _c_ **d** __e__", "a b c d e", [("emphasis", "b", ""), ("emphasis", "c", ""), ("strong", "d", ""), ("strong", "e", "")]),
        ("~~a~~", "a", [("strikethrough", "a", "")]),
        ("a `b *c*` d", "a b *c* d", [("code", "b *c*", "")]),
        ("[a *b*](https://example.org)", "a b", [("link", "a b", "https://example.org"), ("emphasis", "b", "")]),
        ("[a][1]\n\n[1]: ../actors/ada-example.md", "a", [("link", "a", "../actors/ada-example.md")]),
        ("<https://example.org>", "https://example.org", [("link", "https://example.org", "https://example.org")]),
        ("<ada@example.org>", "ada@example.org", [("link", "ada@example.org", "mailto:ada@example.org")]),
        ("![A *map*](map.png)", "A map", [("link", "A map", "map.png")]),
        ("![](map.png)", "picture", [("link", "picture", "map.png")]),
        ("![a\\]b](map.png)", "a]b", [("link", "a]b", "map.png")]),
        ('a <img src="map.png" alt="A map"> b', "a A map b", [("link", "A map", "map.png")]),
        ("[![A map](map.png)](x.md)", "A map", [("link", "A map", "map.png"), ("link", "A map", "x.md")]),
        ("a  \nb", "a\nb", [("break", "\n", "")]),
        ("a\\\nb", "a\nb", [("break", "\n", "")]),
        ("a<br>b<br/>c", "a\nb\nc", [("break", "\n", ""), ("break", "\n", "")]),
        ("H<sub>2</sub>O<sup>x</sup> <del>y</del> <B>z</B>", "H2Ox y z", [("subscript", "2", ""), ("superscript", "x", ""), ("strikethrough", "y", ""), ("strong", "z", "")]),
        ('<a href="https://example.org" onclick="x()">a</a>', "a", [("link", "a", "https://example.org")]),
        ("&amp; &lt;b&gt; &#42; &copy; \\* \\_ \\[x]", "& <b> * © * _ [x]", []),
        ("5 * 3 * 2, a_b_c, 1 < 2 & 3", "5 * 3 * 2, a_b_c, 1 < 2 & 3", []),
        ("[x] [y](", "[x] [y](", []),
        ("<em>a <b>c</em> d</b>", "a c d", [("emphasis", "a c", ""), ("strong", "c", "")]),
        ("<em>a", "a", [("emphasis", "a", "")]),
        ("a</em>", "a", []),
        ("<i>a <em>b</em></i>", "a b", [("emphasis", "a b", "")]),
    ],
)  # fmt: skip
def test_marks(text: str, words: str, expected: list[tuple[str, str, str]]) -> None:
    block = the_block(text)
    assert block.text == words
    assert marked(block) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a <script>alert(1)</script> b", "a <span onclick=x()>c</span> b", "a <iframe src=x> b", "a <!-- c --> b", "a <?php c ?> b", "a <!DOCTYPE html> b",
        "a <![CDATA[c]]> b", "a <a href='javascript:alert(1)'>c</a> b", "a <img src=x onerror=alert(1)> b", "a <style>c</style> b", "a <x-y z> b",
        "a [c](javascript:alert(1)) b", "a ![c](javascript:alert(1)) b", "a <javascript:alert(1)> b",
    ],
)  # fmt: skip
def test_raw_html_within_text_is_never_kept_as_markup(text: str) -> None:
    block = the_block(text)
    assert block.text.startswith("a ")
    assert block.text.endswith(" b")
    written = to_markdown([block])
    assert "<" not in written
    assert not re.search(r"(?<!\\)\]\(javascript", written)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<div>\nOne\n</div>", "One"),
        ("<div>\n\n*One*\n\n</div>", "One"),
        ("<p>One <b>two</b></p>\n\nThree", "One two Three"),
        ("<h1>One</h1>\n<p>Two</p>", "One Two"),
        ("<details><summary>One</summary>\n\nTwo\n\n</details>", "One Two"),
        ("<table><tr><td>One</td><td>Two</td></tr><tr><td>Three</td><td>Four</td></tr></table>", "One Two Three Four"),
        ("<ul><li>One</li><li>Two</li></ul>", "One Two"),
        ("<blockquote><p>One</p></blockquote>", "One"),
        ("<figure><img src='x.png'><figcaption>One</figcaption></figure>", "One"),
        ("<p>Share this article</p>", "Share this article"),
        ("<p>By Ada Example</p>\n<p>22 August 2025</p>", "By Ada Example 22 August 2025"),
        ("<p>Advertisement</p>", "Advertisement"),
        ("<nav>One</nav>", "One"),
        ("- <div>One</div>\n- two", "One two"),
        ("> <p>One</p>", "One"),
        ("<pre>One\n  two</pre>", "One two"),
        ("<div>One", "One"),
        ("<center>One</center>", "One"),
    ],
)
def test_words_in_blocks_of_raw_html_are_not_lost(text: str, words: str) -> None:
    blocks = read_markdown(text)
    assert " ".join(" ".join(b.text for b in with_cells(blocks) if not b.rows).split()) == words
    assert "<" not in to_markdown(blocks).replace("<!-- -->", "")


@pytest.mark.parametrize(
    "text", ["<script>\nalert(1)\n</script>", "<style>\nb{}\n</style>", "<!--\na note\n-->", "<script>", "<!DOCTYPE html>", "<?php x ?>"]
)  # fmt: skip
def test_scripts_and_comments_leave_nothing(text: str) -> None:
    assert read_markdown(text) == ()
    assert [b.text for b in read_markdown(f"One\n\n{text}\n\nTwo")][:1] == ["One"]


def test_blocks_of_raw_html_know_their_line_and_place() -> None:
    text = "One\n\n<div>\n<p>Ada</p>\n\n</div>\n\n<p>Bo &amp; Cy</p>\n"
    for start, line in ((0, 1), (5, 3)):
        blocks = [b for b in read_markdown(text, start=start, line=line) if b.text != "One"]
        assert [(b.text, b.line) for b in blocks] == [("Ada", 4), ("Bo & Cy", 8)]
        assert [b.offset_in_file(0) for b in blocks] == [text.index("Ada"), text.index("Bo")]


# --- properties --------------------------------------------------------------------------------------------------------------------

WORDS = ("Ada", "Bo", "Strelsau", "wrote", "Łódź", "😀", "1990", "it")
PIECES = (
    *WORDS, *WORDS, " ", " ", " ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "``", "~~", "[", "](x.md)", "](https://example.org/Ada 'Bo')", "![", "<b>", "</b>", "<br>",
    "<a href='Ada.md'>", "</a>", "<!-- Ada -->", "<div>", "</div>", "<p>", "</p>", "\n\n<div>\n", "\n</div>\n\n", "&amp;", "&lt;", "&Ada;", "\\*", "\\", "\n- ", "\n  - ", "\n1. ", "\n> ",
    "\n# ", "\n```\n", "\n    ", "\n| ", " | ", " |\n|---|---|\n| ", "\n---\n", "\n===\n", "  \n", "\\\n", ".", ",", "!", "(", ")", "<", ">", "&", "\t", "\u00a0",
)  # fmt: skip
SOURCES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(BOUNDED, max_examples=400)
@given(SOURCES, st.sampled_from(["", "---\ntitle: x\n---\n", "\r\n\r\n"]))
@example("`Ada`\r\nAda", "")
@example("| Ada | Ada |\n|---|---|\n| Ada | Ada |", "")
@example("One\n\n<p>Ada</p>\n", "---\nx\n---\n")
def test_each_character_is_where_its_block_says(source: str, before: str) -> None:
    text = before + source
    for block in with_cells(read_markdown(text, start=len(before), line=before.count("\n") + 1)):
        assert 1 <= block.line <= text.count("\n") + 1
        last = -1
        for at, character in enumerate(block.text):
            place = block.offset_in_file(at)
            if place is not None:
                written = text[place]
                # White space stands for white space; an entity or an escape stands at its first character.
                assert written == character or (written.isspace() and character.isspace()) or written in "&\\<", (
                    at,
                    place,
                )
                assert place > last
                last = place


@pytest.mark.parametrize(
    "text",
    [
        "[Ada](https://example.org/Bo)Bo", "[Ada](x.md 'Bo')Bo", "[*Ada*](<Bo x>)Bo", "![Ada](Bo.png)Bo", "<a href='Bo'>Ada</a>Bo", "<b title='Bo'>Ada</b>Bo",
        "<!-- Bo -->Bo", "| Bo | Bo |\n|---|---|\n| Bo | Bo |", "[Ada][1]Bo [x](y)\n\n[1]: Bo.md",
    ],
)  # fmt: skip
def test_text_is_not_found_in_targets_and_tags(text: str) -> None:
    blocks = [block for block in with_cells(read_markdown(text)) if not block.rows]
    places = [b.offset_in_file(b.text.rindex("Bo")) for b in blocks if "Bo" in b.text]
    without = re.sub(r"\(.*?\)|<.*?>|\]: .*", lambda found: " " * len(found[0]), text)
    assert places == [found.start() for found in re.finditer("Bo", without)]


@BOUNDED
@given(SOURCES)
def test_marks_nest_and_lie_within_the_text(source: str) -> None:
    for block in with_cells(read_markdown(source)):
        for mark in block.marks:
            assert 0 <= mark.start <= mark.end <= len(block.text)
        for one in block.marks:
            for other in block.marks:
                assert not one.start < other.start < one.end < other.end


MARKS_ONLY = st.lists(
    st.sampled_from([*WORDS, " ", "\n", "\n\n", " *", "* ", "**", " `", "\n- ", "\n1. ", "\n> ", "\n# ", "\n| ", " | ", "\n|---|\n| ", "\n---\n", "<b>", "</b>", "<p>", "</p>", "<x y>"]),
    max_size=30,
).map("".join)  # fmt: skip


@settings(BOUNDED, max_examples=400)
@given(MARKS_ONLY)
def test_no_word_is_lost(source: str) -> None:
    """Where the source holds words and markup alone (no comments, link targets or cells beyond a table's width)."""
    found = " ".join(b.text for b in with_cells(read_markdown(source)))
    for word in WORDS:
        expected = len(re.findall(word, source))
        assert len(re.findall(word, found)) >= (expected if "|---|" not in source else min(expected, 1)), found


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 8_192, "*" * 8_192, "> " * 4_096, ">" * 8_192, "- " * 4_096, "`" * 8_192, "**a " * 2_000, "*a_ " * 2_000, "![" * 4_096, "[a](" * 2_048, "<" * 8_192,
        "&" * 8_192, "\\" * 8_192, "1. " * 2_700, "#" * 8_192, "|" * 8_192, "~" * 8_192, "`a " * 2_700, "``a" * 2_700, "[a]: b\n" * 1_100, "<div>" * 1_600,
        "<div>\n" * 1_300, "<b>" * 2_700, "<a href=x>" * 800, "<!--" * 2_000, "a\n" * 4_000, "- a\n" * 2_000, "\n".join("  " * n + "- a" for n in range(60)),
        "<p>a</p>\n\n" * 200, "<!-- -->" * 1_000 + "x", "<!-- -->\n" * 1_000 + "x", "[a](<" * 1_600, "[a](b '" * 1_200, "[a](b) " * 1_200, "_" * 8_192, "* " * 4_000, "|a" * 2_000 + "\n" + "|-" * 2_000, "[[" * 1_000 + "a" + "]]" * 1_000, "<a" + " b" * 4_000,
    ],
)  # fmt: skip
def test_hostile_text_costs_little_and_loses_nothing(hostile: str) -> None:
    before = time.process_time()
    blocks = read_markdown(f"Ada\n\n{hostile}\n\nBo")
    to_markdown(blocks)
    assert time.process_time() - before < 2
    assert blocks[0].text == "Ada"


def test_marks_over_one_stretch_are_all_there() -> None:
    block = the_block("***a***")
    assert {mark.style for mark in block.marks} == {Style.EMPHASIS, Style.STRONG}
    assert all(isinstance(mark, Mark) and (mark.start, mark.end) == (0, 1) for mark in block.marks)
    assert block.role is Role.PARAGRAPH
