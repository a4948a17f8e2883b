"""No file holds the build longer than a moment: what would is a problem, and what is none is quick all the way to HTML."""

import time
from pathlib import Path

import pytest
from markdown import Markdown

from generator.crossref import connect
from generator.markup import heading_anchors, to_markdown
from generator.matching.forms import compile_forms
from generator.model import Block, Mark, Registry, Role, Style
from generator.pipeline import entry_of
from generator.problems import Problem
from generator.reading import read_article
from generator.reading.bounds import MAX_LINE, too_much, too_tangled

_HEAD = '---\ntitle: "A title"\ndate: 2025-02-03\n---\n\n'
LIMIT = 2.0  # seconds of this process, for one file: the promise
# What took longest before there were bounds, and what comes just below them.
UNITS = (
    "[", "]", "![", "[[", "[](", "[a](", "*", "_", "**a ", "*a **a ", "_a __a ", "`", "`a``b", "<", "<a", "</", "<?", "&#", "&amp;", ">", "> ",
    "> > - ", "* * * x", "- ", "- \n", " - a\n", "1) ", "#", "# a\n", "|", "|a", "|-", "{", "}", "{{", "{%", "~~a", "\\", "x\n", "x\n\n",
    "“x\n\n", "“A b ", "“a” said ", "Ada Example ", "Strelsau, 22 August 2025 - ", "A. ", "@", ":", "=", "http://a.b ", "a\u2028", "[a]: b\n",
    "*[a]: b\n", "```\n", "<div>", "<b>", "<p>“Ab” said Ada.</p>", "<!--", "<![CDATA[",
)  # fmt: skip


def whole_way(path: str, data: bytes) -> list[Problem]:
    """Read, find who is named and who speaks, write as Markdown, render: as far as a file without problems goes."""
    article, problems = read_article(path, data)
    if article is None or problems:
        return problems
    registry = Registry()
    connect(registry, [entry_of(article, registry, compile_forms(registry))], (), {})
    Markdown(extensions=["attr_list", "md_in_html", "tables", "fenced_code", "toc"]).convert(
        to_markdown(article.blocks, anchors=True)
    )
    return problems


@pytest.mark.parametrize("size", [12_000, pytest.param(490_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("ending", [".md", ".txt", ".html"])
@pytest.mark.parametrize("unit", UNITS)
def test_no_file_takes_two_seconds(unit: str, ending: str, size: int) -> None:
    begin = time.process_time()
    whole_way(f"content/articles/a{ending}", (_HEAD + "Start. " + unit * (size // len(unit)) + " End.\n").encode())
    assert time.process_time() - begin < LIMIT


@pytest.mark.parametrize(
    "tag",
    ["<p>", "<p>x</p>", "<li>x", "<td>x", "<h1>A</h1>", "<h2>x</h2>", "<time datetime=2025-01-01>x</time>", "<div>", "<p>By Ada Example</p>",
     "<p>22 August 2025</p>", "<table>", "<form>", "<svg>", "<a href=x>y</a>", "<meta name=a content=b>", "<p " + "a " * 3000 + ">"],
)  # fmt: skip
@pytest.mark.parametrize("count", [900, *(pytest.param(count, marks=pytest.mark.slow) for count in (19_000, 200_000))])
def test_no_saved_page_takes_two_seconds(tag: str, count: int) -> None:
    page = f"<!doctype html><html><head><title>A</title></head><body><article>{tag * (count // max(1, tag.count('<')))}</article></body></html>"
    begin = time.process_time()
    whole_way("content/articles/a.html", page[: 5 * 1024 * 1024 - 100].encode())
    assert time.process_time() - begin < LIMIT


def codes(path: str, text: str) -> set[str]:
    return {problem.code for problem in too_much(path, text, markup=path.endswith(".html"))}


def test_what_is_too_much_says_so() -> None:
    assert codes("a.md", "word " * 110_000) == {"text-too-long"}
    assert codes("a.md", "x\n\n" * 15_001) == {"text-too-long"}
    assert codes("a.md", "Text.\n\n" + "[" * 6_000) == {"text-tangled"}
    assert codes("a.md", ("[" * 4_000 + "\n\n") * 13) == {"text-tangled"}
    assert codes("a.html", "x" * (MAX_LINE + 1)) == {"line-too-long"}
    assert codes("a.html", "<p>" * 20_001) == {"text-too-long"}
    assert codes("a.html", "<p " + "a=b " * 2_001 + ">") == {"text-tangled"}
    assert too_much("a.md", "One.\n\nTwo.\n\n" + "[" * 6_000, markup=False)[0].line == 5


def test_what_articles_have_is_not_too_much() -> None:
    assert codes("a.md", ("word " * 80 + "\n\n") * 1_000) == set()
    assert codes("a.md", "| a | b | c | d |\n" * 3_000) == set()
    assert codes("a.md", "Read [this](https://example.org/a_b) and *that*. " * 400) == set()
    assert codes("a.html", '<p class="a">Some <a href="https://example.org/">words</a></p>\n' * 4_000) == set()
    assert codes("a.html", '<img src="data:image/png;base64,' + "A" * 900_000 + '=">') == set()
    assert too_tangled("a.md", [Block(role=Role.PARAGRAPH, text="A word. " * 900, line=n) for n in range(50)]) == []


def test_too_many_blocks_or_columns_are_a_problem() -> None:
    block = Block(role=Role.PARAGRAPH, text="x", line=1)
    assert [p.code for p in too_tangled("a.md", [block] * 5_001)] == ["text-too-long"]
    wide = Block(role=Role.TABLE, text="", line=3, rows=((block,) * 201,))
    assert [(p.code, p.line) for p in too_tangled("a.md", [wide])] == [("text-too-long", 3)]


def test_marks_are_counted_for_each_paragraph_and_for_all() -> None:
    def found(*blocks: Block) -> list[tuple[int, str]]:
        return [(problem.line, problem.message.split(" has ")[1].split()[0]) for problem in too_tangled("a.md", blocks)]

    many = [Block(role=Role.PARAGRAPH, text="[" * 4_999, line=line) for line in range(1, 12)]
    assert found(*many[:10]) == []
    assert found(*many) == [(1, "54,989")]
    assert found(many[0], Block(role=Role.PARAGRAPH, text="[" * 5_001, line=3)) == [(3, "5,001")]
    marks = tuple(Mark(style=Style.STRONG, start=0, end=1) for _ in range(2_501))
    assert found(Block(role=Role.PARAGRAPH, text="x", line=4, marks=marks)) == [(4, "5,002")]
    cell = Block(role=Role.PARAGRAPH, text="[" * 5_001, line=6)
    assert found(Block(role=Role.TABLE, text="", line=5, rows=((cell,),))) == [(6, "5,001")]
    assert found(Block(role=Role.CODE, text="[" * 60_000, line=1)) == []
    cells = Block(role=Role.TABLE, text="", line=1, rows=((Block(role=Role.PARAGRAPH, text="x", line=1),) * 150,) * 100)
    assert found(cells) == [(1, "15,001")]


def test_headings_of_the_same_words_have_addresses_of_their_own_and_cost_no_more_than_others() -> None:
    blocks = [Block(role=Role.HEADING, text=words, line=1, level=2) for words in ("A", "A", "A 2", "A")]
    assert list(heading_anchors(blocks).values()) == ["text-a", "text-a-2", "text-a-2-2", "text-a-3"]
    begin = time.process_time()
    assert len(set(heading_anchors([blocks[0]] * 20_000).values())) == 20_000
    assert time.process_time() - begin < LIMIT


def test_the_bounds_let_the_project_s_own_files_pass(project: Path) -> None:
    for path in (project / "content").rglob("*.*"):
        assert too_much(path.name, path.read_text("utf-8", "replace"), markup=path.suffix == ".html") == []
