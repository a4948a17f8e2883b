"""Bars over time: the figures drawn, said and listed are those given, whatever the words in them."""

import datetime

import lxml.html
import markdown
import pytest

from generator.pictures import Column, Event, Unit, bars, periods

THINGS = (("mention", "mentions"), ("article", "articles"))
HOSTILE = "</title><script>alert(1)</script> \"x\" & 'y' `z` [a](b) {: onclick=c } *d* <!-- \n\n# e"


def columns(*counts: int, unit: Unit = Unit.MONTH, events: str = "") -> list[Column]:
    first = datetime.date(2024, 1, 1)
    parts = periods(first, datetime.date(2050, 1, 1), unit)[: len(counts)]
    return [
        Column(
            period=part,
            values=(count, 1 if count else 0),
            page=f"../timeline/{index}.md" if count else "",
            events=(Event(title=events, page="../topics/truce.md"),) if events and index == 1 else (),
        )
        for index, (part, count) in enumerate(zip(parts, counts, strict=True))
    ]


def drawn(*counts: int, events: str = "") -> lxml.html.HtmlElement:
    return rendered(bars(columns(*counts, events=events), THINGS, "Mentions"))


def rendered(text: str) -> lxml.html.HtmlElement:
    """As publishers show it."""
    page = markdown.markdown(text, extensions=["attr_list", "md_in_html"])
    return lxml.html.fragment_fromstring(page, create_parent="div")


@pytest.mark.parametrize("counts", [(), (3,), (3, 0, 0), (0, 0, 0)])
def test_where_nothing_compares_there_is_no_picture(counts: tuple[int, ...]) -> None:
    assert bars(columns(*counts), THINGS, "Mentions") == ""


def test_the_table_holds_every_figure_newest_first() -> None:
    rows = drawn(3, 0, 1200).xpath(".//tbody/tr")
    assert [[cell.text_content() for cell in row] for row in rows] == [
        ["March 2024", "1,200", "1"], ["February 2024", "0", "0"], ["January 2024", "3", "1"],
    ]  # fmt: skip
    assert drawn(3, 1).xpath(".//thead//th/text()") == ["Month", "Mentions", "Articles"]
    assert {cell.get("scope") for cell in drawn(3, 1).iter("th")} == {"col", "row"}
    assert drawn(3, 1).xpath("string(.//caption)") == "Mentions, by month"


def test_a_bar_is_as_high_as_its_count_and_leads_to_its_page() -> None:
    links = drawn(10, 0, 5, 1).xpath(".//svg//a")
    assert [(a.get("href"), a.xpath("string(./title)")) for a in links] == [
        ("../timeline/0.md", "January 2024: 10 mentions"),
        ("../timeline/2.md", "March 2024: 5 mentions"),
        ("../timeline/3.md", "April 2024: 1 mention"),
    ]
    heights = [float(a.xpath("./rect[contains(@class, 'ex-bar')]/@height")[0]) for a in links]
    assert heights[1] == pytest.approx(heights[0] / 2)
    assert heights[2] == pytest.approx(heights[0] / 10)


def test_the_highest_is_named() -> None:
    picture = drawn(4, 9, 2)
    assert picture.xpath(".//text[contains(@class, 'ex-value')]/text()") == ["9 mentions"]
    assert "Most: 9 mentions, February 2024." in picture.xpath(".//svg/@aria-label")[0]


def test_the_scale_has_two_to_four_lines() -> None:
    for most in (*range(1, 60), 99, 100, 101, 4999, 12345, 10**7):
        lines = [int(text.replace(",", "")) for text in drawn(most, 1).xpath(".//text[@class='ex-scale']/text()")]
        assert lines == [lines[0] * (index + 1) for index in range(len(lines))]
        assert min(most, 2) <= len(lines) <= 4, most
        assert lines[-1] <= most


def test_events_are_marked_and_named() -> None:
    picture = drawn(4, 0, 2, events="The truce")
    assert len(picture.xpath(".//svg[contains(@class, 'ex-bars')]//path")) == 1
    titles = picture.xpath(".//*[local-name()='title']/text()")
    assert "February 2024: 0 mentions; The truce" in titles
    assert picture.xpath(".//tbody//a[@href='../topics/truce.md']/text()") == ["The truce"]


def test_words_stay_words() -> None:
    text = bars(columns(4, 0, 2, events=HOSTILE), THINGS, HOSTILE)
    picture = rendered(text)
    assert "\n" not in text
    assert not list(picture.iter("script"))
    said = " ".join(HOSTILE.split())
    assert picture.xpath("string(.//figcaption/strong)") == said
    assert picture.xpath(".//tbody//a[@href='../topics/truce.md']/text()") == [said]
    assert not [key for element in picture.iter() for key in element.attrib if key.startswith("on") or key == "style"]


def test_no_id_and_always_the_same_bytes() -> None:
    picture = drawn(*range(30), events="The truce")
    assert picture.xpath(".//@id") == []
    assert bars(columns(3, 1, 4), THINGS, "Mentions") == bars(columns(3, 1, 4), THINGS, "Mentions")


def test_a_picture_wider_than_a_phone_scrolls_and_says_so() -> None:
    assert drawn(*[1] * 13).xpath(".//*[@tabindex='0'][contains(@class, 'frame')]") == []
    (frame,) = drawn(*[1] * 14).xpath(".//*[@tabindex='0'][contains(@class, 'frame')]")
    assert frame.get("aria-label") == "Mentions, by month"


def test_nothing_stands_outside_the_width() -> None:
    for number in (2, 7, 18, 40):
        picture = drawn(*range(1, number + 1))
        for rect in picture.xpath(".//svg//rect"):
            x, width = (float(rect.get(name).removesuffix("%")) for name in ("x", "width"))
            assert x >= 0
            assert x + width <= 100.05


def test_a_picture_may_stand_inside_other_markdown() -> None:
    """Its tags are neither taken for blocks nor for the end of what it stands in, and what follows is Markdown still."""
    text = bars(columns(4, 0, 2, events="The truce"), THINGS, "Mentions")
    page = rendered(
        f'<div class="one" markdown>\n<div class="two" markdown>\n\n{text}\n\nAnd *more*.\n\n</div>\n</div>\n\nAfter.'
    )
    (inner,) = page.xpath("./div[@class='one']/div[@class='two']")
    assert [child.tag for child in inner] == ["figure", "p"]
    assert inner.xpath("string(./p/em)") == "more"
    assert len(inner.xpath("./figure//svg//a")) == 2
    assert inner.xpath("./figure//p") == []
    assert page.xpath("string(./p)") == "After."
