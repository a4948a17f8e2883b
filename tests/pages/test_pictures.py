"""Pictures over time on their pages: what they count, and that each bar leads to the list of its time."""

import datetime

import lxml.html
import markdown
import pytest

from generator.model import PagePath
from generator.pages import paths
from generator.pages.listing import SPLIT, Row
from generator.pages.pictures import mentions, through_time

DAY = datetime.date
ADA = PagePath("actors/ada-example.md")


def rendered(text: str) -> lxml.html.HtmlElement:
    """As publishers show it."""
    page = markdown.markdown(text, extensions=["attr_list", "md_in_html"])
    return lxml.html.fragment_fromstring(page, create_parent="div")


def links(picture: str) -> list[tuple[str, str]]:
    found = rendered(picture).xpath(".//svg//a")
    return [(a.xpath("string(./title)"), a.get("href")) for a in found]


def figures(picture: str) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in rendered(picture).xpath(".//tbody/tr")]


def a_row(date: DAY, page: str = "articles/a.md", *, event: bool = False) -> Row:
    return Row(title="The truce" if event else "x", page=PagePath(page), date=date, event=event)


# --- mentions -----------------------------------------------------------------------------------------------------------------------


def test_mentions_and_articles_are_both_counted() -> None:
    counts = [(DAY(2025, 8, 20), 3), (DAY(2025, 8, 18), 1), (DAY(2025, 9, 3), 2)]
    assert figures(mentions(ADA, counts, None)) == [
        ["1–7 September 2025", "2", "1"], ["25–31 August 2025", "0", "0"], ["18–24 August 2025", "4", "2"],
    ]  # fmt: skip


def test_a_bar_leads_to_the_first_day_that_has_anything() -> None:
    counts = [(DAY(2025, 8, 20), 3), (DAY(2025, 8, 19), 1), (DAY(2025, 9, 3), 2)]
    assert links(mentions(ADA, counts, None)) == [
        ("18–24 August 2025: 4 mentions", "../timeline/2025/08.md#d19"), ("1–7 September 2025: 2 mentions", "../timeline/2025/09.md#d03"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (DAY(2025, 2, 10), ["ada-example/2025.md#m01", "ada-example/2025.md#m02"]),  # weeks
        (DAY(2025, 12, 10), ["ada-example/2025.md#m01", "ada-example/2025.md#m12"]),  # months
        (DAY(2027, 12, 10), ["ada-example/2025.md#m01", "ada-example/2027.md#m12"]),  # quarters
        (DAY(2044, 12, 10), ["ada-example/2025.md", "ada-example/2044.md"]),  # years
    ],
)
def test_who_has_lists_by_year_is_led_to_them(last: DAY, expected: list[str]) -> None:
    counts = [(DAY(2025, 1, 7), 1)] * SPLIT + [(last, 1)]
    assert [href for _, href in links(mentions(ADA, counts, None))] == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (DAY(2025, 12, 10), "../timeline/2025/12.md"),
        (DAY(2027, 12, 10), "../timeline/2027.md#m12"),
        (DAY(2044, 12, 10), "../timeline/2044.md"),
    ],
)
def test_who_has_none_is_led_to_the_timeline(last: DAY, expected: str) -> None:
    assert links(mentions(ADA, [(DAY(2025, 1, 7), 1), (last, 1)], None))[-1][1] == expected


def test_the_archive_is_the_frame_where_it_is_as_short() -> None:
    counts = [(DAY(2025, 8, 20), 3), (DAY(2025, 9, 3), 2)]
    assert len(figures(mentions(ADA, counts, (DAY(2025, 8, 4), DAY(2025, 10, 26))))) == 12
    assert len(figures(mentions(ADA, counts, (DAY(2015, 8, 4), DAY(2025, 10, 26))))) == 3


def test_nobody_mentioned_has_no_picture() -> None:
    assert mentions(ADA, [], None) == ""
    assert mentions(ADA, [(DAY(2025, 8, 20), 3)], (DAY(2025, 8, 4), DAY(2025, 10, 26))) == ""


# --- the timeline ---------------------------------------------------------------------------------------------------------------------


def test_the_timeline_counts_articles_and_marks_events() -> None:
    truce = a_row(DAY(2025, 8, 18), "topics/truce.md", event=True)
    picture = through_time(paths.HOME, [DAY(2025, 8, 20), DAY(2025, 8, 21), DAY(2025, 9, 2)], [truce])
    assert figures(picture) == [
        ["1–7 September 2025", "1", ""], ["25–31 August 2025", "0", ""], ["18–24 August 2025", "2", "The truce"],
    ]  # fmt: skip
    assert links(picture)[0] == ("18–24 August 2025: 2 articles; The truce", "timeline/2025/08.md#d18")
    assert "[The truce](topics/truce.md)" in picture


def test_a_year_has_all_its_months() -> None:
    picture = through_time(paths.year(2025), [DAY(2025, 3, 1), DAY(2025, 8, 20)], [], year=2025)
    assert len(figures(picture)) == 12
    assert links(picture) == [("March 2025: 1 article", "2025/03.md"), ("August 2025: 1 article", "2025/08.md")]


def test_an_empty_archive_has_no_picture() -> None:
    assert through_time(paths.HOME, [], []) == ""
