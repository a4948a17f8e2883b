"""In a real browser: a feed is readable without XSLT, and a citation is copied with one click."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]


@pytest.fixture(scope="module")
def site(small: object, web: Callable[[Path], str]) -> str:
    return web(small.mkdocs)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["feed.xml", "actors/ada-example/feed.xml"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_feed_can_be_read_by_people(path: str, colours: str, site: str, page: Page) -> None:
    """Its words stand there, what is for programs does not, and its links lead on."""
    page.emulate_media(color_scheme=colours)
    page.goto(site + path)
    seen = page.evaluate("document.documentElement.innerText ?? document.documentElement.textContent")
    display = """name => [...document.getElementsByTagName(name)].map(each => getComputedStyle(each).display)"""
    assert set(page.evaluate(display, "title")) == {"block"}
    assert set(page.evaluate(display, "id")) == {"none"}
    assert set(page.evaluate(display, "content")) <= {"none"}
    assert "Why the Strelsau talks stalled" in seen
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert background == ("rgb(21, 24, 26)" if colours == "dark" else "rgb(253, 252, 250)")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    link = page.locator("xpath=//*[local-name()='a' and contains(@href, 'fishers')]").first
    link.click()
    expect(page).to_have_url(f"{site}articles/fishers-block-the-harbour/")


def test_a_citation_is_copied_with_one_click(site: str, page: Page) -> None:
    page.goto(f"{site}articles/fishers-block-the-harbour/")
    page.locator(".ex-cite summary").click()
    page.get_by_role("button", name="Copy APA").first.click()
    expect(page.locator(".ex-cite").get_by_role("status").first).to_have_text("Copied")
    apa = "Muster, C. (2024, May 10). Fishers block the harbour of Zenda. The Gazette. https://gazette.example/fishers"
    assert page.evaluate("navigator.clipboard.readText()") == apa
    page.get_by_role("button", name="Copy RIS").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r", "").startswith("TY  - NEWS\nTI  - Fishers")
    expect(page.locator(".ex-cite").get_by_role("status").first).to_have_text("", timeout=4000)


def test_a_citation_is_kept_as_a_file(site: str, page: Page) -> None:
    page.goto(f"{site}articles/fishers-block-the-harbour/")
    page.locator(".ex-cite summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save BibTeX").click()
    assert download.value.suggested_filename == "fishers-block-the-harbour.bib"
    assert Path(download.value.path()).read_text("utf-8").startswith("@article{fishers-block-the-harbour,")


def test_without_the_clipboard_the_words_are_copied_all_the_same(site: str, page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))")
    page.goto(f"{site}articles/fishers-block-the-harbour/")
    page.locator(".ex-cite summary").click()
    page.get_by_role("button", name="Copy Chicago").first.click()
    assert page.evaluate("getSelection().toString()").startswith("Muster, Cora. 2024.")
    expect(page.locator(".ex-cite").get_by_role("status").nth(1)).to_have_text("Copied")


def test_without_a_script_citations_are_text(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}articles/fishers-block-the-harbour/")
    page.locator(".ex-cite summary").click()
    expect(page.locator(".ex-cite__text").first).to_contain_text("Muster, C.")
    expect(page.locator(".ex-cite button")).to_have_count(0)
    context.close()


def test_the_box_fits_a_phone(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{site}articles/fishers-block-the-harbour/")
    page.locator(".ex-cite summary").click()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    for button in page.locator(".ex-cite").get_by_role("button").all():
        size = button.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24
