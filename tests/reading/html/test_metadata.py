"""What a page says of itself: titles without the outlet's name, dates as written, the right one of several articles."""

import datetime
import json

import pytest

from generator.reading.html import read_html
from generator.reading.html.stamps import read_stamp
from generator.reading.result import Reading

DAY = datetime.date(2025, 8, 19)
PARAGRAPHS = (
    "The council of Strelsau voted on Monday to close the old bridge, which has stood over the river for two hundred years.",
    "Engineers had found cracks in three of its five arches, and the mayor said that nobody could promise it would bear the winter.",
    "Traders on the western bank fear for their customers, since the next crossing lies four kilometres upstream near the mills.",
)


def page(body: str, head: str = "", title: str = "Strelsau closes its old bridge") -> str:
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} | The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example/2025/bridge">
{head}
</head><body><nav><a href="/">Home</a></nav><main><article><header><h1>{title}</h1></header>
{body}
</article></main><footer><p>All rights reserved.</p></footer></body></html>"""


def prose() -> str:
    return "\n".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def read(head: str = "", body: str = "", title: str = "Strelsau closes its old bridge") -> Reading:
    return read_html("x.html", page(body + prose(), head=head, title=title))


def title_of(reading: Reading) -> str:
    assert reading.headline is not None
    return reading.headline.text


def test_the_headline_of_the_json_ld_is_the_title_and_the_others_are_evidence() -> None:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Old bridge of Strelsau to close"}
    reading = read(json_ld(article) + meta("og:title", "The bridge is no more - The Gazette"))
    assert title_of(reading) == "Old bridge of Strelsau to close"
    assert reading.evidence["title"].how == "title-json-ld"
    assert reading.evidence["title-og"].text == "The bridge is no more - The Gazette"
    assert reading.evidence["title-h1"].text == "Strelsau closes its old bridge"


def test_what_a_reader_sees_twice_beats_the_json_ld() -> None:
    article = {"@type": "NewsArticle", "headline": "Bridge Strelsau closing dates, ferry times, map"}
    reading = read(json_ld(article) + meta("og:title", "Strelsau closes its old bridge | The Gazette"))
    assert title_of(reading) == "Strelsau closes its old bridge"


@pytest.mark.parametrize(
    "written",
    [
        "Mayor - and baker - resigns - The Gazette",
        "Mayor - and baker - resigns | The Gazette",
        "Mayor - and baker - resigns — gazette.example",
        "Mayor - and baker - resigns · The Gazette Online",
        "The Gazette | Mayor - and baker - resigns",
        "Mayor - and baker - resigns",
    ],
)
def test_the_outlets_name_is_no_part_of_the_title(written: str) -> None:
    assert title_of(read(meta("og:title", written), title="")) == "Mayor - and baker - resigns"


def test_a_title_that_was_cut_off_is_taken_from_where_it_is_whole() -> None:
    reading = read(json_ld({"@type": "NewsArticle", "headline": "Strelsau closes its..."}))
    assert title_of(reading) == "Strelsau closes its old bridge"


def test_escaped_entities_and_tags_in_metadata_are_read() -> None:
    reading = read(json_ld({"@type": "Article", "headline": "&quot;No bridge&quot;, says <em>mayor</em>"}))
    assert title_of(reading) == '"No bridge", says mayor'


@pytest.mark.parametrize(
    ("head", "how"),
    [
        (json_ld({"@type": "NewsArticle", "datePublished": "2025-08-19T23:30:00-05:00"}), "JSON-LD datePublished"),
        (
            json_ld(
                {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["Article"], "datePublished": "2025-08-19"}]}
            ),
            "JSON-LD datePublished",
        ),
        (meta("article:published_time", "2025-08-19T00:30:00+09:00"), "meta article:published_time"),
        ('<meta name="pubdate" content="20250819">', "meta pubdate"),
        ('<meta itemprop="datePublished" content="Tue, 19 Aug 2025 10:00:00 GMT">', "meta datepublished"),
    ],
)
def test_the_date_is_taken_as_written_with_its_evidence(head: str, how: str) -> None:
    reading = read(head)
    assert reading.date == DAY
    assert reading.evidence["date"].how == how
    assert reading.evidence["date"].line == 5


def test_the_time_in_the_head_of_the_article_dates_it() -> None:
    reading = read(body='<p class="meta">Published <time datetime="2025-08-19T10:00">19 August</time></p>')
    assert reading.date == DAY
    assert reading.evidence["date"].how == "time element"


def test_times_of_teasers_updates_pictures_and_posts_date_nothing() -> None:
    others = (
        '<div class="related-item"><time datetime="2021-01-01">1 January</time></div>'
        '<ul><li><time datetime="2021-01-02">2 January</time></li></ul>'
        '<figure><figcaption>The bridge, <time datetime="2021-01-03">3 January</time></figcaption></figure>'
        '<blockquote class="tweet"><time datetime="2021-01-04">4 January</time></blockquote>'
    )
    assert read(body=others).date is None
    reading = read(body='<p>Updated: <time datetime="2025-08-20">20 August</time></p>')
    assert reading.date is None


def test_an_update_on_another_day_stands_apart() -> None:
    head = meta("article:published_time", "2025-08-19T08:00:00Z")
    assert read(head + meta("article:modified_time", "2025-08-21T08:00:00Z")).updated == datetime.date(2025, 8, 21)
    assert read(head + meta("article:modified_time", "2025-08-19T20:00:00Z")).updated is None
    assert read(head + meta("article:modified_time", "2025-08-01T20:00:00Z")).updated is None


def test_contradicting_dates_are_decided_by_rank() -> None:
    reading = read(
        meta("article:published_time", "2024-01-01") + json_ld({"@type": "NewsArticle", "datePublished": "2025-08-19"})
    )
    assert reading.date == DAY


def test_of_several_articles_the_one_with_the_pages_address_counts() -> None:
    teaser = {
        "@type": "NewsArticle",
        "headline": "Ferry fares",
        "datePublished": "2020-01-01",
        "url": "https://gazette.example/ferry",
    }
    own = {
        "@type": "NewsArticle",
        "headline": "The bridge",
        "datePublished": "2025-08-19",
        "mainEntityOfPage": {"@id": "https://gazette.example/2025/bridge"},
    }
    lists = {
        "@type": "ItemList",
        "itemListElement": [{"@type": "NewsArticle", "headline": "Mills", "datePublished": "2019-01-01"}],
    }
    reading = read(json_ld([lists, teaser, own]))
    assert reading.date == DAY
    assert title_of(reading) == "The bridge"


def test_broken_json_ld_is_read_as_far_as_certain_or_left() -> None:
    mended = '<script type="application/ld+json">// <![CDATA[\n{"@type": "NewsArticle", "headline": "The\nbridge", "datePublished": "2025-08-19",};\n// ]]></script>'
    assert read(mended).date == DAY
    assert (
        read('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-</script>').date
        is None
    )


def test_authors_outlet_and_language() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "The bridge",
        "author": [
            {"@type": "Person", "name": "Ada Example"},
            {"name": "Bo Sample"},
            "https://gazette.example/staff/ada",
        ],
        "publisher": {"name": "The Strelsau Gazette"},
    }
    reading = read(json_ld(article))
    assert reading.authors == ("Ada Example", "Bo Sample")
    assert reading.outlet_name == "The Strelsau Gazette"
    assert reading.language == "en"


def test_authors_of_meta_tags_are_names() -> None:
    head = '<meta name="author" content="By Ada Example"><meta property="article:author" content="https://gazette.example/staff/ada">'
    assert read(head).authors == ("Ada Example",)


def test_the_address_is_http_or_none() -> None:
    text = page(prose()).replace(
        '<link rel="canonical" href="https://gazette.example/2025/bridge">',
        '<link rel="canonical" href="javascript:x">',
    )
    assert read_html("x.html", text).url is None
    saved = "<!-- saved from url=(0035)https://gazette.example/2025/bridge -->\n" + text
    assert read_html("x.html", saved).url == "https://gazette.example/2025/bridge"


def test_the_date_in_the_address_is_the_last_resort() -> None:
    text = page(prose()).replace("gazette.example/2025/bridge", "gazette.example/2025/08/19/bridge")
    reading = read_html("x.html", text)
    assert reading.date == DAY
    assert reading.evidence["date"].how == "date in the address"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2025-08-19", DAY),
        ("2025-08-19T23:59:59-11:00", DAY),
        ("2025-08-19 00:00:01+14:00", DAY),
        ("2025/08/19", DAY),
        ("20250819T100000Z", DAY),
        ("1755561600", DAY),
        ("1755561600000", DAY),
        ("19 August 2025", DAY),
        ("August 19, 2025", DAY),
        ("Tue, 19 Aug 2025 10:00:00 GMT", DAY),
        ("19.08.2025 10:15", DAY),
        ("04/09/2025", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2025-02-30", None),
        ("2025-08", None),
        ("3 hours ago", None),
        ("", None),
        ("20250819" * 1000, None),
    ],
)
def test_stamps(stamp: str, day: datetime.date | None) -> None:
    assert read_stamp(stamp) == day
