"""What a new reader comes to find out, each from the home page and in at most three clicks (typing a question is none)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]
CLICKS = 3


class Reader:
    """Someone with a page before them, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= CLICKS, "too far for a reader"
        what.click()

    def follow(self, name: str, within: str = "main") -> None:
        self.click(self.page.locator(within).get_by_role("link", name=name).first)

    def ask(self, words: str) -> None:
        box = self.page.locator("[name=q]").first
        box.fill(words)
        box.press("Enter")
        expect(self.page.locator(".ex-found__main:not([aria-busy])")).to_be_visible(timeout=15_000)

    def sees(self, words: str, within: str = "main") -> None:
        expect(self.page.locator(within).get_by_text(words).filter(visible=True).first).to_be_visible()


@pytest.fixture
def reader(open_page: Callable[..., Page]) -> Reader:
    return Reader(open_page("sample", ""))


def test_what_has_lavrov_said_on_guarantees_newest_first(reader: Reader) -> None:
    """Ask for guarantees; Statements; tick Lavrov; (the order is one more choice in a list)."""
    reader.ask("guarantees")
    reader.click(reader.page.get_by_role("button", name="Statements"))
    reader.click(reader.page.get_by_label("Sergey Lavrov"))
    reader.page.get_by_label("Sort").select_option("newest")
    hits = reader.page.locator(".ex-hit")
    expect(hits.first).to_contain_text("26 October 2025", timeout=15_000)
    assert all("Sergey Lavrov" in each for each in hits.all_inner_texts())


def test_which_outlets_covered_the_budapest_summit(reader: Reader) -> None:
    """Running stories: the plan for Budapest; its page says how each outlet told it."""
    reader.follow("Budapest summit plan")
    reader.sees("Outlets")
    reader.sees("Written for this archive")


def test_what_happened_in_september_2025(reader: Reader) -> None:
    """Timeline; September."""
    reader.follow("Timeline", within="nav")
    reader.follow("September")
    expect(reader.page.locator("h1")).to_contain_text("September 2025")


def test_who_is_named_in_another_script(reader: Reader) -> None:
    """Ask in Ukrainian; the first result is the person."""
    reader.ask("Рустем Умєров")
    reader.click(reader.page.locator(".ex-hit a").first)
    expect(reader.page.locator("h1")).to_have_text("Rustem Umerov")
    reader.sees("Ukraine")


def test_with_whom_does_the_president_of_ukraine_appear_most(reader: Reader) -> None:
    """Most named actors: Volodymyr Zelenskyy; Appears with; an article that names both."""
    reader.follow("Volodymyr Zelenskyy", within=".ex-side")
    reader.sees("Appears with")
    reader.click(reader.page.locator("summary", has_text="Articles that name both"))
    reader.sees("With Russia")


def test_how_did_the_outlets_word_one_sentence(reader: Reader) -> None:
    """Statements; the first that was told in several wordings."""
    reader.follow("Statements", within="nav")
    reader.click(reader.page.locator("main .ex-sayings a").first)
    reader.sees("wording")


def test_what_came_before_in_the_story(reader: Reader) -> None:
    """The lead story's own page; The story so far: earlier."""
    reader.follow("The Budapest summit that was put off")
    reader.sees("The story so far")
    reader.click(reader.page.locator(".ex-sequence a").last)
    expect(reader.page.locator("h1")).to_be_visible()


def test_what_was_written_about_tomahawks_and_nothing_else(reader: Reader) -> None:
    """Ask for tomahawks; Articles; the topic."""
    reader.ask("tomahawk")
    reader.click(reader.page.get_by_role("button", name="Articles"))
    reader.click(reader.page.get_by_label("Tomahawk missiles"))
    expect(reader.page.locator(".ex-hit").first).to_contain_text("Tomahawk", timeout=15_000)


def test_where_do_the_words_come_from(reader: Reader) -> None:
    """An article's source is a link beside the words."""
    reader.follow("Sanctions on Rosneft and Lukoil: what changed in October")
    source = reader.page.locator("a.ex-source").first
    expect(source).to_be_visible()
    assert (source.get_attribute("href") or "").startswith("https://")


def test_how_do_i_say_that_something_is_wrong(reader: Reader) -> None:
    """Every page: How to correct this page."""
    reader.follow("Who said what after the Budapest delay")
    reader.follow("How to correct this page")
    reader.sees("Correct something")


def test_who_stands_near_whom(reader: Reader) -> None:
    """The map; a name in it."""
    reader.follow("A map of who appears with whom")
    reader.follow("Kaja Kallas", within="svg")
    expect(reader.page.locator("h1")).to_have_text("Kaja Kallas")
