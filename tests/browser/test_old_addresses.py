"""Old addresses in a real browser: they lead on at once, take the place in the page along, and work without JavaScript."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]
PUBLISHERS = pytest.mark.parametrize("publisher", ["mkdocs", "zensical"])


@PUBLISHERS
@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_on(publisher: str, scripts: bool, open_page: Callable[..., Page]) -> None:
    page = open_page("small", "actors/a-example/", publisher=publisher, java_script_enabled=scripts, wait="commit")
    page.wait_for_url("**/actors/ada-example/")
    assert page.locator("h1").inner_text() == "Ada Example"


@PUBLISHERS
def test_an_old_address_takes_the_place_in_the_page_along(publisher: str, open_page: Callable[..., Page]) -> None:
    """A meta refresh alone would drop it."""
    page = open_page("small", "actors/a-example/#ex-articles", publisher=publisher, wait="commit")
    page.wait_for_url("**/actors/ada-example/#ex-articles")
    assert page.locator(":target").count() == 1
    assert page.heard == []


def test_the_browser_drops_the_place_without_the_script(
    small: object, browser: Browser, web: Callable[[Path], str]
) -> None:
    """Why the script is there; when this fails, it is needed no more."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(web(small.mkdocs) + "actors/a-example/#ex-articles", wait_until="commit")  # type: ignore[attr-defined]
        page.wait_for_url("**/actors/ada-example/*")
        assert page.url.endswith("/actors/ada-example/")
