"""Which links are sources: those to elsewhere that stand alone in parentheses, and no others."""

import pytest

from generator.markup import to_markdown
from generator.model import Block, Mark, Role, Style
from generator.pages.sources import with_sources

URL = "https://gazette.example/a"


def marked(text: str, *linked: str, href: str = URL, style: Style = Style.LINK) -> str:
    """The Markdown of a paragraph whose words are linked, after its sources are marked."""
    marks = tuple(
        Mark(style=style, start=text.index(words), end=text.index(words) + len(words), href=href) for words in linked
    )
    return to_markdown(with_sources([Block(role=Role.PARAGRAPH, text=text, marks=marks, line=1)])).strip()


def test_a_link_alone_in_parentheses_is_a_source() -> None:
    assert marked("It rained. (The Gazette, 2 May 2024)", "The Gazette, 2 May 2024") == (
        f"It rained. [(The Gazette, 2 May 2024)]({URL}){{ .ex-source }}"
    )


def test_several_links_in_the_same_parentheses_are_sources() -> None:
    assert marked("It rained (The Gazette; The Herald).", "The Gazette", "The Herald") == (
        f"It rained [(The Gazette]({URL}){{ .ex-source }}; [The Herald)]({URL}){{ .ex-source }}."
    )


@pytest.mark.parametrize(
    ("text", "linked", "href"),
    [
        ("It rained, says The Gazette.", "The Gazette", URL),
        ("It rained (says The Gazette).", "The Gazette", URL),
        ("It rained (The Gazette, page 2).", "The Gazette", URL),
        ("It rained (The Gazette", "The Gazette", URL),
        ("It rained (Ada Example).", "Ada Example", "../actors/ada-example.md"),
    ],
)
def test_no_other_link_is_a_source(text: str, linked: str, href: str) -> None:
    assert "ex-source" not in marked(text, linked, href=href)


def test_emphasis_in_parentheses_is_no_source() -> None:
    assert "ex-source" not in marked("It rained (much).", "much", style=Style.EMPHASIS)


def test_a_quotation_around_the_parentheses_stays_whole() -> None:
    text = "“It rained (The Gazette).”"
    start = text.index("The Gazette")
    marks = (
        Mark(style=Style.ANCHOR, start=1, end=len(text) - 1, href="said-it-rained"),
        Mark(style=Style.LINK, start=start, end=start + len("The Gazette"), href=URL),
    )
    markdown = to_markdown(with_sources([Block(role=Role.PARAGRAPH, text=text, marks=marks, line=1)]))
    assert f"It rained [(The Gazette)]({URL}){{ .ex-source }}.</span>" in markdown
