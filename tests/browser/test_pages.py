"""The pages in a real browser: accessible in light and dark, fit for a phone, silent, and readable without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Error, Page, expect

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]

SAMPLE = {
    "home": "",
    "explainer": "articles/what-the-alaska-summit-settled/",
    "explainer from text": "articles/would-china-guarantee-ukraine/",
    "explainer from HTML": "articles/tomahawks-why-they-matter/",
    "articles": "articles/",
    "person": "actors/volodymyr-zelenskyy/",
    "state": "actors/ukraine/",
    "actors": "actors/",
    "topic": "topics/security-guarantees/",
    "event": "topics/alaska-summit/",
    "topics": "topics/",
    "statements": "statements/",
    "statement": "statements/dmitry-peskov-2025-10-23-no-one-wants-to-waste-time/",
    "everything that a person said": "actors/sergey-lavrov/statements/",
    "outlet": "outlets/cyprus-mail/",
    "outlets": "outlets/",
    "timeline": "timeline/",
    "year": "timeline/2025/",
    "month": "timeline/2025/10/",
    "search": "search/",
    "about": "about/",
    "contribute": "contribute/",
    "missing page": "404.html",
}
SMALL = {
    "explainer with list, quotation and table": "articles/why-the-strelsau-talks-stalled/",
    "excerpt": "articles/fishers-block-the-harbour/",
    "link": "articles/a-count-of-the-bordurian-fleet/",
    "retracted": "articles/harbour-blockade-lifted/",
    "withdrawn": "articles/the-second-draft/",
    "corrections and changes": "changes/",
    "actor with every field": "actors/ada-example/",
}
ALL = [("sample", path) for path in SAMPLE.values()] + [("small", path) for path in SMALL.values()]
each_page = pytest.mark.parametrize(("which", "path"), ALL, ids=[*SAMPLE, *SMALL])


@pytest.mark.parametrize("colours", ["light", "dark"])
@each_page
def test_pages_are_accessible(
    which: str, path: str, colours: str, open_page: Callable[..., Page], faults: Callable[[Page], list[str]]
) -> None:
    page = open_page(which, path, color_scheme=colours, reduced_motion="reduce")
    dark = page.evaluate(
        "getComputedStyle(document.body).getPropertyValue('color-scheme') || document.body.dataset.mdColorScheme"
    )
    assert ("dark" in dark or "slate" in dark) == (colours == "dark"), dark
    assert faults(page) == []


def test_a_page_that_is_not_accessible_is_seen(browser: Browser, faults: Callable[[Page], list[str]]) -> None:
    """axe runs, and measures contrast (without fonts it stops doing so without a word)."""
    page = browser.new_page()
    page.set_content(
        '<html><body><p style="color: #999; background: #aaa">Grey on grey.</p><img src="data:,"><input></body></html>'
    )
    found = " ".join(faults(page))
    page.close()
    for rule in ("color-contrast", "image-alt", "label", "html-has-lang", "document-title"):
        assert f"{rule} (" in found


@each_page
def test_pages_fit_a_phone_and_load_without_a_sound(which: str, path: str, open_page: Callable[..., Page]) -> None:
    """Nothing scrolls sideways; no error or warning on the console, no request that fails or goes to another host."""
    page = open_page(which, path, width=390, wait="networkidle")
    assert too_wide(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert too_wide(page) == []
    assert page.heard == []


def too_wide(page: Page) -> list[str]:
    """What reaches out of the window, if the page scrolls sideways at all."""
    return page.evaluate(
        """() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
            .filter(each => each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 120))
            .concat(["the page is " + document.scrollingElement.scrollWidth + " wide"])"""
    )


def test_a_page_that_scrolls_sideways_is_seen(open_page: Callable[..., Page]) -> None:
    page = open_page("small", "about/", width=320)
    page.evaluate(
        "() => { const wide = document.querySelector('article').appendChild(document.createElement('div')); wide.style.minWidth = '999px'; wide.textContent = 'wide'; }"
    )
    assert too_wide(page)


def test_an_error_and_a_request_to_elsewhere_are_heard(open_page: Callable[..., Page]) -> None:
    page = open_page("small", "about/")
    page.evaluate("setTimeout(() => { throw new Error('as a test') })")
    page.evaluate("() => { console.error('on purpose'); new Image().src = 'https://cdn.example/a.png' }")
    page.wait_for_timeout(300)
    said = " ".join(page.heard)
    assert "as a test" in said
    assert "on purpose" in said
    assert "cdn.example" in said


@pytest.mark.parametrize("how", ["mouse", "keyboard", "touch"])
def test_a_name_shows_a_glimpse_of_its_page(how: str, open_page: Callable[..., Page]) -> None:
    """Resting, focusing and tapping open it; Escape closes it; a second tap follows the link."""
    page = open_page("sample", "articles/why-lavrov-wants-a-seat-at-the-table/", has_touch=how == "touch")
    link = page.locator(".ex-text > p a", has_text="Ayman Safadi").first
    link.scroll_into_view_if_needed()
    {"mouse": link.hover, "keyboard": link.focus, "touch": link.tap}[how]()
    glimpse = page.locator(".ex-preview")
    expect(glimpse).to_contain_text("foreign minister of Jordan")
    assert link.get_attribute("aria-describedby") == glimpse.get_attribute("id")
    assert "why-lavrov" in page.url
    if how == "touch":
        link.tap()
        expect(page.locator("h1")).to_have_text("Ayman Safadi")
    else:
        page.keyboard.press("Escape")
        expect(glimpse).to_have_count(0)


@pytest.mark.parametrize("path", ["", "articles/what-the-alaska-summit-settled/", "actors/", "timeline/"])
def test_pages_can_be_read_without_javascript(path: str, open_page: Callable[..., Page]) -> None:
    """Heading, text and the ways on are there, and a link leads on."""
    page = open_page("sample", path, java_script_enabled=False)
    expect(page.locator("h1").first).to_be_visible()
    for name in ("Articles", "Actors", "Topics", "Timeline"):
        expect(page.get_by_role("link", name=name, exact=True).first).to_be_visible()
    link = page.locator("article a:not([href^='http']):not([href^='#'])").first
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1").first).to_be_visible()


def test_pages_can_be_read_without_javascript_on_a_phone(open_page: Callable[..., Page]) -> None:
    page = open_page("sample", "articles/what-the-alaska-summit-settled/", width=390, java_script_enabled=False)
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_role("link", name="Actors", exact=True).first).to_be_visible()


def test_a_keyboard_comes_to_the_text_first(open_page: Callable[..., Page]) -> None:
    """The first stop is the way past the navigation, and it is visible when it has the focus."""
    page = open_page("sample", "actors/volodymyr-zelenskyy/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("href", re.compile("#"))
    expect(focused).to_be_visible()


@pytest.mark.parametrize("name", list(SAMPLE))
def test_pages_under_the_second_publisher_work_too(name: str, open_page: Callable[..., Page]) -> None:
    """Under Zensical: no error, nothing from elsewhere, nothing that scrolls sideways on a phone."""
    page = open_page("sample", SAMPLE[name], width=390, publisher="zensical", wait="networkidle")
    try:
        expect(page.locator("h1").first).to_be_visible()
    except (AssertionError, Error):
        pytest.fail(page.content()[:500])
    assert page.heard == []
    assert too_wide(page) == []


@pytest.mark.parametrize("path", ["", "articles/what-the-alaska-summit-settled/", "map/"])
def test_pages_use_a_wide_window(path: str, open_page: Callable[..., Page]) -> None:
    """At 2560 px nothing scrolls sideways, and the page is no narrow strip: its frame takes half of the window or more."""
    page = open_page("sample", path, width=2560)
    assert too_wide(page) == []
    assert page.evaluate("document.querySelector('.ex-shell').getBoundingClientRect().width") >= 1280


def test_an_article_prints_as_an_article(open_page: Callable[..., Page]) -> None:
    """Title, byline and text are on paper; what is for the screen alone is not, and ink is dark even where the screen is."""
    page = open_page("sample", "articles/what-the-alaska-summit-settled/", color_scheme="dark")
    page.emulate_media(media="print")
    for shown in ("h1", ".ex-provenance", ".ex-text p"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".ex-masthead", ".ex-sections", ".ex-footer", ".ex-related", ".ex-cite"):
        expect(page.locator(hidden).first).to_be_hidden()
    ink, paper = page.evaluate(
        "['color', 'backgroundColor'].map(each => Math.max(...getComputedStyle(document.body)[each].match(/\\d+/g).slice(0, 3).map(Number)))"
    )
    assert ink < 60
    assert paper > 240
