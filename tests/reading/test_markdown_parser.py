"""The short way for plain paragraphs: it finds just what the parser's own rules find."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.reading.markdown_parser import DEEPEST, parse

STOCK = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"]).disable("text_join")
PIECES = (
    "Words", " of Ada", "“Yes,”", "“", "(", " 1", "1. ", "- ", "> ", "# ", "* ", "*", "_", "`", "```", "~~", "[", "](a.md)", "!", "<b>",
    "<", "&amp;", "&", "\\", "|", "\n|--|--|\n", "---", "===", "    ", " ", "\t", "\u00a0", "\u3000", "\n", "\n\n", "\n\n", "\r\n", "\r",
)  # fmt: skip

Seen = tuple[str, list[int] | None, int, str, list[tuple[str, str]]]


def seen(tokens: list[Token]) -> list[Seen]:
    """What a reader of the tokens looks at: all but what opens and closes a paragraph, plain text written in one way."""
    return [
        (token.type, token.map, token.level, token.content, _inside(token))
        for token in tokens
        if token.type not in ("paragraph_open", "paragraph_close")
    ]


def _inside(token: Token) -> list[tuple[str, str]]:
    inside = [(child.type, child.content) for child in token.children or ()]
    return inside or ([("text", token.content)] if token.type == "inline" and token.content else [])


@pytest.mark.parametrize(
    "text",
    [
        "Words of Ada Example.\n\nMore of them.",
        "Words\n===\n\nmore",
        "Words | more\n--|--\nAda | Example",
        "- Words\n\n  more\n\nWords",
        "> Words\nmore\n\n> Words",
        "Words \n\n\u3000Words\u3000\n\nWords\\\n",
        "- Words\n\n      code\n\n1. Words\n\n   Words",
        "Words\r\rWords\r\n\r\nWords",
        "<div>\n\nWords\n\n</div>\n\n```\n\nWords\n\n```",
        "Ada [Example]\n\n[Example]: a.md\n\nWords [Example] & *more*",
    ],
)
def test_the_short_way_finds_what_the_parser_finds(text: str) -> None:
    assert seen(parse(text)) == seen(STOCK.parse(text))


@settings(max_examples=400, derandomize=True, deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("1. Words\n\n Words")
def test_it_finds_the_same_in_any_text(text: str) -> None:
    assert seen(parse(text)) == seen(STOCK.parse(text))


def test_plain_paragraphs_take_the_short_way() -> None:
    tokens = parse("Words of Ada Example.\n\n“We will not go,” she said.\n")
    assert [(token.type, token.children) for token in tokens] == [("inline", None), ("inline", None)]
