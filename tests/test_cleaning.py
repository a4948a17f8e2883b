"""The cleaner: what must go goes, what is ours stays byte for byte, and cleaning twice changes nothing more."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator import pipeline
from generator.cleaning import clean
from generator.settings import Settings

PIECES = [
    "<script>window.pwned=1</script>", "<img src=x onerror=1>", "<b onclick=1>", "</b>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<!--", "-->",
    "<p>", "</p>", "<div class='md-x'>", "</div>", '<a href="javascript:1">', "</a>", "&lt;", "&amp;", "&nbsp;", "&quot;", '"', "'", ">", "<", "text ",
    '<span id="__config">', "</span>", "<br />", "<noscript>", "<template>", "<table><tr><td>", '<time datetime="2025-01-01">', "<h1 id='x'>", "\u2028",
]  # fmt: skip


@pytest.mark.parametrize(
    ("rendered", "cleaned"),
    [
        ("<p>a<script>window.pwned=1</script>b</p>", "<p>ab</p>"),
        ('<p onclick="1" style="a" class="ex-note">a</p>', '<p class="ex-note">a</p>'),
        ('<p class="md-toggle mermaid">a</p>', "<p>a</p>"),
        ('<p id="__config">a</p>', "<p>a</p>"),
        ('<a href="javascript:1">a</a>', "<a>a</a>"),
        ('<a href="//evil.test/">a</a>', "<a>a</a>"),
        ('<iframe src="a"></iframe><form action="a"><input name="b"></form>', ""),
    ],
)
def test_what_must_go_goes(rendered: str, cleaned: str) -> None:
    assert clean(rendered) == cleaned


@pytest.mark.parametrize(
    "rendered",
    [
        '<p>a<br />b &amp; "c" &lt;d&gt; &quot;e&quot; é&nbsp;f</p>\n<hr />',
        '<div class="ex-x" hidden data-ex-y aria-label="a &quot;b&quot;">x</div>',
        '<a class="ex-out" href="https://example.org/?a=1&amp;b=2">x</a><a href="../b.md#text-x">y</a>',
        '<svg class="ex-map" viewBox="0 0 1 1"><g class="ex-a"><path d="M0 0"/></g></svg>',
        '<ol>\n<li value="3">a</li>\n</ol>\n<table>\n<tbody>\n<tr>\n<td align="right">x</td>\n</tr>\n</tbody>\n</table>',
        "<!-- -->",
    ],
)
def test_what_is_ours_stays_byte_for_byte(rendered: str) -> None:
    assert clean(rendered) == rendered


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_cleaning_twice_changes_nothing_more(rendered: str) -> None:
    once = clean(rendered)
    assert clean(once) == once
    assert "<script" not in once
    assert "javascript:" not in once


def test_generated_pages_stay_byte_for_byte(ruritania: Path, tmp_path: Path) -> None:
    publisher = Markdown(
        extensions=["attr_list", "md_in_html", "tables", "fenced_code", "toc"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    pipeline.generate(ruritania, tmp_path / "docs", Settings())
    pages = sorted((tmp_path / "docs").rglob("*.md"))
    assert len(pages) > 20
    for path in pages:
        rendered = publisher.reset().convert(path.read_text("utf-8").split("\n---\n", 1)[1])
        assert clean(rendered) == rendered, path
