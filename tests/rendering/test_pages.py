"""Every page that there is comes out as MkDocs renders it, and hardly any is left to MkDocs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.utils import meta

from generator import pipeline
from generator.rendering import SPECIMENS, Heading, Rendered, render
from generator.settings import Settings
from tests.hostile.corpus import MORE_WORDS, cases, write

from . import publisher
from .publisher import both, files_of

GOLDEN = sorted(folder for folder in (Path(__file__).parents[1] / "golden").iterdir() if (folder / "docs").is_dir())
ODD = tuple(f"-{trick}" for trick in MORE_WORDS)
CONTENT = Path(__file__).parents[2] / "content"


def compared(docs: Path) -> tuple[list[str], list[str], int]:
    """Of a folder of pages: those that the two render differently, those that ours gives up, and how many there are."""
    names = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*")) if path.is_file()]
    files = files_of(names)
    pages = [name for name in names if name.endswith(".md")]
    different, given_up = [], []
    for name in pages:
        body, _ = meta.get_data((docs / name).read_text(encoding="utf-8"))
        ours, theirs = both(body, name, files)
        if ours is None:
            given_up.append(name)
        elif ours != theirs:
            different.append(name)
    return different, given_up, len(pages)


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_golden_pages_are_the_same(folder: Path) -> None:
    different, given_up, number = compared(folder / "docs")
    assert number > 30
    assert (different, given_up) == ([], [])


def test_the_pages_of_our_own_content_are_the_same(tmp_path: Path) -> None:
    pipeline.generate(CONTENT, tmp_path / "docs", Settings())
    different, given_up, number = compared(tmp_path / "docs")
    assert different == []
    assert len(given_up) <= number // 100, given_up


@pytest.mark.parametrize(("is_odd", "most"), [(False, 1 / 50), (True, 1 / 10)])
def test_hostile_pages_are_the_same(is_odd: bool, most: float, tmp_path: Path) -> None:
    """Odd are those that are made of what Markdown has at its edges: it is right to leave some of these to MkDocs."""
    harmless = [case for case in cases() if case.code is None and case.name.endswith(ODD) == is_odd]
    pipeline.generate(write(tmp_path, harmless[::5]), tmp_path / "docs", Settings())
    different, given_up, number = compared(tmp_path / "docs")
    assert number > 150
    assert different == []
    assert len(given_up) <= number * most, given_up


def test_a_difference_and_a_page_given_up_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "same.md").write_text("Ada\n")
    (tmp_path / "unknown.md").write_text("Ada  \nExample\n")
    assert compared(tmp_path) == ([], ["unknown.md"], 2)
    wrong = Rendered(html="<p>Eve</p>", headings=(), anchors=frozenset(), links=(), title=None)
    monkeypatch.setattr(publisher, "render", lambda *_: wrong)
    assert compared(tmp_path) == (["same.md", "unknown.md"], [], 2)


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_specimens_are_known_and_the_same(specimen: str) -> None:
    ours, theirs = both(specimen)
    assert ours == theirs


def made() -> Iterator[str]:
    """Pieces of HTML that stand in the specimens, one at least for each construct."""
    yield from (
        '<h1 class="ex-hidden" dir="ltr" id="ex-title" lang="fr">',
        '<h3 id="same-words_1">',
        "<hr />",
        "<blockquote>\n<p>",
    )
    yield from (
        '<li value="3">',
        '<li class="ex-is-event">',
        '<p class="ex-label">Earlier',
        "<li>two <strong>strong</strong><ul>",
    )
    yield from (
        '<th align="center">',
        '<td align="center"></td>',
        '<pre><code class="language-python">',
        '<div class="ex-empty"></div>',
        "<!-- -->",
    )
    yield from (
        "<summary>2 more</summary>",
        '<a class="ex-column" data-node="n1" href="#ex-side">',
        "<em>stressed</em>",
        "<code>code</code>",
    )
    yield from (
        "R&amp;D",
        "&#124;",
        "&copy;",
        "C#",
        '<a class="ex-a ex-b" href="https://example.org/a_b?c=1&amp;d=2&amp;e=%20#f" id="ex-link">',
    )
    yield from ("[y](z) *", "<dt>RIS</dt>", '<figure class="ex-picture">')


@pytest.mark.parametrize("piece", list(made()))
def test_the_specimens_hold_each_construct(piece: str) -> None:
    pages = [both(specimen)[1].html for specimen in SPECIMENS]
    assert any(piece in page for page in pages)


def test_what_a_page_yields() -> None:
    page = "# Ada & *Eve* { #ex-title }\n\n## On [x](b.md#y){ .ex-a }\n\n[x](b.md#y) [z](https://example.org)\n{ #p }\n\n#### Deep { #d }\n"
    assert render(page, lambda href: f"../{href}!") == Rendered(
        html='<h1 id="ex-title">Ada &amp; <em>Eve</em></h1>\n<h2 id="on-x">On <a class="ex-a" href="../b.md#y!">x</a></h2>\n'
        '<p id="p"><a href="../b.md#y!">x</a> <a href="https://example.org">z</a></p>\n<h4 id="d">Deep</h4>',
        headings=(Heading(level=2, id="on-x", name="On x"),),
        anchors=frozenset({"ex-title", "on-x", "p", "d"}),
        links=("b.md#y", "https://example.org"),
        title="Ada &amp; Eve",
    )


def test_a_link_that_leads_nowhere_gives_the_page_up() -> None:
    assert render("[x](gone.md)", lambda _: None) is None


@pytest.mark.parametrize(
    "page",
    [
        "a  \nb", "a _b_", "a <b>", "<p>a</p>", "<div>a</div>", "    code", "a\n===", "a\n---", "---", "[a]: b", "[a]", "![a](b)", "[a](b 'c')", "[a](<b>)",
        "[a]: x](b.md)", "[a\\]: x](b.md)", "***a***", "*a* *", "``a``", "```\na", "~~~ x y\na\n~~~", "<!-- a -->", "> a\nb", "> a\n>", ">> a", "- a\nb", "- - -",
        "1. ", "- a\n\n        b", "| a |\n| - |", "a | b\n--|--\n1 | 2", "a { .x }", "{ .x }", "a\n{ onclick=x }", "a\n{ .x", "# a #", "## { #x }", "a > b", "a &#38 b",
        "[a](b.md&#38c)", "[a](/b)", "[a](//b)", "[a](javascript:b)", "<div class='a' markdown>\n\na\n\n</div>", '<div class="a" markdown>\n\na', "</div>",
        '<details class="a">\n<script>\n</details>', '<details class="a">\nb\n</details>\nc', "\x02klzzwxh:0000\x03", "a\rb", "<a@example.org>", "<https://example.org>",
    ],
)  # fmt: skip
def test_what_is_not_ours_is_left_to_mkdocs(page: str) -> None:
    assert render(page, lambda href: href) is None


def test_what_only_pictures_may_hold_is_not_known_elsewhere() -> None:
    link = "[<title>x</title>](b.md)"
    picture = f'<figure class="a" markdown="span"> {link}</figure>'
    assert render(picture, lambda href: href) is not None
    assert render(f"{picture}\n\n{link}", lambda href: href) is None
