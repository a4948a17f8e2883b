"""Saved pages and fragments: what is article is kept as blocks with marks and places, all other text is dropped with its reason."""

import datetime
import html
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Role, Style
from generator.reading.html import read_html
from generator.reading.html.source import mark_source, tokens
from generator.reading.result import Reading

PARAGRAPHS = (
    "The council of Strelsau voted on Monday to close the old bridge, which has stood over the river for two hundred years.",
    "Engineers had found cracks in three of its five arches, and the mayor said that nobody could promise it would bear the winter.",
    "Traders on the western bank fear for their customers, since the next crossing lies four kilometres upstream near the mills.",
    "A ferry will run from dawn to dusk until a new bridge of steel is ready, which the council expects in about three years.",
)


def page(body: str, head: str = "", title: str = "Strelsau closes its old bridge") -> str:
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} | The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example/2025/bridge">
{head}
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<header><h1>{title}</h1></header>
{body}
</article>
<aside class="related"><h3>More stories</h3><ul><li><a href="/x">Ferry fares to rise in spring</a></li></ul></aside></main>
<footer><p>© The Gazette. All rights reserved by the publishers of Ruritania.</p></footer>
<script>var text = "<p>never shown</p>";</script>
</body></html>"""


def prose(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts or PARAGRAPHS)


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def read(text: str) -> Reading:
    return read_html("content/articles/bridge.html", text)


def test_a_page_becomes_its_title_and_its_paragraphs() -> None:
    reading = read(page(prose()))
    assert reading.headline is not None
    assert reading.headline.text == "Strelsau closes its old bridge"
    assert texts(reading) == list(PARAGRAPHS)
    assert reading.url == "https://gazette.example/2025/bridge"
    assert reading.language == "en"
    assert reading.outlet_name == "The Gazette"


def test_every_block_knows_its_line_and_its_place_in_the_file() -> None:
    text = "\n\n" + page(
        prose(
            *PARAGRAPHS[:2],
            "Ticket &amp; fare: <b>the ferry&nbsp;fee</b> is <i>two</i> crowns a head, said the mayor on Friday.",
            PARAGRAPHS[3],
        )
    )
    reading = read_html("x.html", text, start=2, line=3)
    for block in (reading.headline, *reading.blocks):
        assert block is not None
        assert block.line == text.count("\n", 0, block.offset_in_file(0)) + 1
        for at, character in enumerate(block.text):
            place = block.offset_in_file(at)
            assert place is not None
            assert text[place] == character or text[place] == "&"


def test_windows_line_ends_do_not_move_offsets() -> None:
    text = page(prose()).replace("\n", "\r\n")
    block = read(text).blocks[-1]
    place = block.offset_in_file(0)
    assert place is not None
    assert text.startswith(block.text, place)


def test_furniture_is_dropped_with_its_reason() -> None:
    reading = read(page(prose() + '<figure><img src="b.jpg"><figcaption>The bridge in spring</figcaption></figure>'))
    reasons = {dropped.text: dropped.reason for dropped in reading.dropped}
    assert reasons["Home"] == "navigation"
    assert reasons["The bridge in spring"] == "caption"
    assert reasons["Ferry fares to rise in spring"] == "teaser"
    assert not any("never shown" in text for text in (*reasons, *texts(reading)))


def test_headings_lists_quotations_and_tables_keep_their_roles() -> None:
    body = (
        prose(*PARAGRAPHS[:2])
        + "<h2>What happens now</h2>"
        + f"<p>{PARAGRAPHS[2]}</p>"
        + '<ol start="3"><li>The bridge will be closed to carts and horses.</li><li>The ferry starts to run on the first day.</li></ol>'
        + "<blockquote><p>Nobody wants to close a bridge that our grandparents crossed every day, but we have no choice.</p></blockquote>"
        + "<table><tr><th>Year</th><th>Repairs</th></tr><tr><td>2019</td><td>Two arches</td></tr></table>"
        + f"<p>{PARAGRAPHS[3]}</p>"
    )
    blocks = {block.role: block for block in read(page(body)).blocks}
    assert blocks[Role.HEADING].text == "What happens now"
    assert blocks[Role.HEADING].level == 2
    assert (blocks[Role.LIST_ITEM].ordered, blocks[Role.LIST_ITEM].number) == (True, 4)
    assert blocks[Role.QUOTATION].text.startswith("Nobody wants to close")
    assert [[cell.text for cell in row] for row in blocks[Role.TABLE].rows] == [
        ["Year", "Repairs"],
        ["2019", "Two arches"],
    ]


def test_words_that_the_extraction_loses_within_a_sentence_are_kept() -> None:
    sentence = 'The vote was taken on <time datetime="2025-08-18">Monday</time> by <abbr>RCC</abbr> <mark>members</mark> alone, as the mayor confirmed.'
    assert "taken on Monday by RCC members alone" in " ".join(texts(read(page(prose(*PARAGRAPHS, sentence)))))


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("//example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../other.md", "../other.md"),
        ("#part", "#part"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("", None),
    ],
)
def test_only_safe_links_stay_links(href: str, kept: str | None) -> None:
    reading = read_html("x.html", f'---\n---\n<p>See <a href="{href}">this</a> page.</p>', start=8, line=3)
    links = [mark.href for block in reading.blocks for mark in block.marks if mark.style is Style.LINK]
    assert links == ([kept] if kept else [])
    assert texts(reading) == ["See this page."]


def test_marks_cover_their_words_without_outer_spaces() -> None:
    reading = read_html("x.html", "---\n---\n<p>A<b> bold </b>word and <em>two<br>lines</em>.</p>", start=8, line=3)
    block = reading.blocks[0]
    assert block.text == "A bold word and two\nlines."
    marks = {(mark.style, block.text[mark.start : mark.end]) for mark in block.marks}
    assert marks == {(Style.STRONG, "bold"), (Style.EMPHASIS, "two\nlines"), (Style.BREAK, "\n")}


def test_an_explainer_of_our_own_is_kept_as_it_is() -> None:
    header = "---\ntitle: The bridge\n---\n"
    fragment = "<p>Share this.</p>\n<h2>Why</h2>\n<ul><li>One</li><li>Two<ul><li>Deep</li></ul></li></ul>\n<hr>\n<pre><code class='language-py'>a = 1\n  b</code></pre>"
    reading = read_html("x.html", header + fragment, start=len(header), line=4)
    found = [(block.role, block.text, block.line, block.level) for block in reading.blocks]
    assert found == [
        (Role.PARAGRAPH, "Share this.", 4, 1),
        (Role.HEADING, "Why", 5, 2),
        (Role.LIST_ITEM, "One", 6, 1),
        (Role.LIST_ITEM, "Two", 6, 1),
        (Role.LIST_ITEM, "Deep", 6, 2),
        (Role.RULE, "", 6, 1),
        (Role.CODE, "a = 1\n  b", 8, 1),
    ]
    assert reading.dropped == ()


def test_a_fragment_with_its_own_heading_has_it_as_title() -> None:
    reading = read(f"<h1>Strelsau closes its old bridge</h1>\n{prose()}")
    assert reading.headline is not None
    assert reading.headline.text == "Strelsau closes its old bridge"
    assert texts(reading) == list(PARAGRAPHS)


def escaped_rows(source: str) -> str:
    """What Chrome saves of view-source: a table with a row for each line."""
    lines = (re.sub("(&lt;.*?&gt;)", r"<span class=tag>\1</span>", html.escape(line)) for line in source.split("\n"))
    number = '<td class="line-number" value="1"></td>'
    rows = "".join(f'<tr>{number}<td class="line-content">{line}</td></tr>' for line in lines)
    return f"<html><head></head><body><table><tbody>{rows}</tbody></table></body></html>"


@pytest.mark.parametrize(
    "show",
    [
        escaped_rows,
        lambda source: (
            f'<!DOCTYPE html><html><head><title>view-source:x</title></head><body id="viewsource"><pre>{html.escape(source)}</pre></body></html>'
        ),
        html.escape,
    ],
    ids=["chrome", "firefox", "escaped"],
)
def test_a_page_saved_as_its_source_is_read_as_the_page(show: "object") -> None:
    assert callable(show)
    text = show(page(prose(), head='<meta property="article:published_time" content="2025-08-19T08:00:00Z">'))
    reading = read(text)
    assert texts(reading) == list(PARAGRAPHS)
    assert reading.headline is not None
    assert reading.headline.text == "Strelsau closes its old bridge"
    assert reading.date == datetime.date(2025, 8, 19)
    place = reading.blocks[1].offset_in_file(0)
    assert place is not None
    assert text.startswith(PARAGRAPHS[1], place)
    assert reading.blocks[1].line == text.count("\n", 0, place) + 1


def test_a_reader_view_is_read() -> None:
    text = f"""<html><head><title>Strelsau closes its old bridge</title></head><body>
<div class="container"><div class="header reader-header"><a class="domain reader-domain" href="https://gazette.example/2025/bridge">gazette.example</a>
<h1 class="reader-title">Strelsau closes its old bridge</h1><div class="credits reader-credits">Ada Example</div>
<div class="meta-data"><div class="reader-estimated-time">2-3 minutes</div></div></div><hr>
<div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">{prose()}</div></div></div></div></body></html>"""
    reading = read(text)
    assert reading.headline is not None
    assert reading.headline.text == "Strelsau closes its old bridge"
    assert texts(reading) == list(PARAGRAPHS)


def test_parts_of_an_article_that_a_paywall_cuts_are_one_article() -> None:
    parts = [
        f'<div class="body__part"><p>{a}</p><p class="paywall">{b}</p></div>'
        for a, b in (PARAGRAPHS[:2], PARAGRAPHS[2:])
    ]
    assert texts(read(page('<div class="advert">Buy soap</div>'.join(parts)))) == list(PARAGRAPHS)


def test_a_standfirst_is_known_by_its_name_or_by_the_description() -> None:
    summary = "After two centuries the old crossing of Strelsau is too weak, say engineers, and a ferry will take over."
    named = read(page(f'<p class="article__standfirst">{summary}</p>' + prose()))
    described = read(
        page(f"<div><p>{summary}</p></div>" + prose(), head=f'<meta name="description" content="{summary}">')
    )
    for reading in (named, described):
        assert reading.standfirst is not None or texts(reading)[0] == summary
        assert texts(reading)[-4:] == list(PARAGRAPHS)
    assert named.standfirst is not None
    assert named.standfirst.text == summary


def test_links_to_other_articles_among_the_text_are_dropped() -> None:
    body = prose(
        *PARAGRAPHS[:2], '<a href="/ferry">Read also: The ferry that nobody wanted to pay for</a>', *PARAGRAPHS[2:]
    )
    assert texts(read(page(body))) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "text", ["", "  \n ", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<script>x</script>", "<!-- -->"]
)
def test_a_page_without_article_is_a_problem(text: str) -> None:
    reading = read_html("content/articles/x.html", text, line=1)
    assert [(p.code, p.path, p.line) for p in reading.problems] == [("html-no-article", "content/articles/x.html", 1)]
    assert reading.blocks == ()


def test_a_front_page_is_no_article() -> None:
    text = page(prose()).replace("https://gazette.example/2025/bridge", "https://gazette.example/")
    assert [problem.code for problem in read(text).problems] == ["html-no-article"]


def test_a_page_written_by_hand_keeps_its_short_lines() -> None:
    text = f"<html><body><h1>The bridge</h1><p>It is old.</p>{prose()}<p>It was loved.</p></body></html>"
    reading = read(text)
    assert reading.headline is not None
    assert reading.headline.text == "The bridge"
    assert {"It is old.", *PARAGRAPHS, "It was loved."} <= set(texts(reading)) | {
        reading.standfirst and reading.standfirst.text
    }


def test_an_article_whose_text_stands_deep_is_not_lost() -> None:
    deep = "<div>" * 3000 + prose() + "</div>" * 3000
    assert texts(read(page(deep))) == list(PARAGRAPHS)


def test_nul_and_control_characters_do_not_split_or_end_the_text() -> None:
    text = prose(*PARAGRAPHS).replace("council", "coun\0cil").replace("cracks", "cra\x01cks&#1;")
    assert texts(read(page(text))) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "hostile",
    [
        '<p title="' + 'x"' * 500_000 + ">",
        "<p " + "a=b " * 250_000 + ">",
        "<" * 1_000_000,
        "<a" * 500_000,
        "<!" * 500_000,
        "<!--" * 250_000,
        "&" * 1_000_000,
        "<b><i>x</b></i> " * 2_000,
        "<table><tr><td>" * 3_000,
        "<title>" + " | x" * 250_000 + "</title>",
        '<script type="application/ld+json">' + "[" * 500_000 + "</script>",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + " - x" * 250_000 + '"}</script>',
        "<p>a" + " " * 1_000_000 + "b</p>",
        "<style>" * 100_000,
    ],
)
def test_hostile_pages_end(hostile: str) -> None:
    before = time.monotonic()
    read_html("x.html", f"<html><body>{hostile}{prose()}</body></html>")
    assert time.monotonic() - before < 30  # seconds; the worst takes 2 on a free core


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class='share'>", "</div>", "<b>", "</b>", "<ul><li>", "</ul>", "<nav>", "</nav>", "<table><tr><td>", "</table>",
        "<br>", "<button>", "</button>", "<select><option>", "</select>", "<svg><text>", "</text></svg>", "<h2>", "</h2>", "<article>", "</article>",
        "<!-- note -->", "<figure><figcaption>", "</figcaption></figure>", "<blockquote>", "<pre>", "</pre>", "\n", " ", "&amp;", "&nbsp;", "&#8217;",
        "<font>" * 260, "</font>" * 260, "<template>", "</template>", "<time>", "</time>", '<a href="x">', "</a>", "<td>", "<option>", "<",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.integers(min_value=0, max_value=999))), st.booleans())
def test_nothing_is_lost(pieces: list[str | int], whole: bool) -> None:
    """Every word of a page is kept, or dropped with a reason: none vanishes."""
    said = [f"word{n}x" for n in pieces if isinstance(n, int)]
    body = "".join(piece if isinstance(piece, str) else f" word{piece}x " for piece in pieces)
    reading = read_html("x.html", f"<html><body>{body}</body></html>" if whole else body)
    found = " ".join(
        [
            *(block.text for block in (reading.headline, reading.standfirst, *reading.blocks) if block),
            *(dropped.text for dropped in reading.dropped),
        ]
    )
    assert sorted(set(said) - set(re.findall(r"word\d+x", found))) == []


@given(st.text(alphabet="<>/!-='\"ab &;p\n", max_size=60))
def test_tokens_are_the_whole_source(text: str) -> None:
    assert "".join(text[token.start : token.end] for token in tokens(text)) == text


@given(st.text(alphabet="<>/ab &;\r\n\0", max_size=60))
def test_runs_of_text_are_in_order_and_apart(text: str) -> None:
    runs = mark_source(text).runs
    assert all(end <= start for (_, end), (start, _) in pairwise(runs))
