"""What the browser tests share: Chromium, pages that note what goes wrong while they are open, and axe.

Needs Chromium (Debian's package is enough); its path may be given in EXPLAINER_CHROMIUM.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    named = os.environ.get("EXPLAINER_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        if not named and not Path(playwright.chromium.executable_path).is_file():
            pytest.skip("no Chromium here; on Debian or Ubuntu: apt-get install chromium fonts-dejavu-core")
        started = playwright.chromium.launch(executable_path=named, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def open_page(
    browser: Browser, web: Callable[[Path], str], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """``open_page("sample", "actors/", width=390)``: a page in a window of its own."""
    contexts: list[BrowserContext] = []

    def opened(
        which: str, path: str, *, width: int = 1280, publisher: str = "mkdocs", wait: str = "load", **options: object
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.heard = heard(page)
        page.goto(web(getattr(request.getfixturevalue(which), publisher)) + path, wait_until=wait)
        return page

    yield opened
    for context in contexts:
        context.close()


def heard(page: Page) -> list[str]:
    """What goes wrong on a page while it is open: errors, warnings, and requests that leave this machine or fail."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda asked: found.append(f"failed: {asked.url}"))
    page.on(
        "request",
        lambda asked: (
            None
            if re.match(r"http://127\.0\.0\.1[:/]|data:|blob:http://127", asked.url)
            else found.append(f"elsewhere: {asked.url}")
        ),
    )
    return found


def _faults(page: Page) -> list[str]:
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    result = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:120]} {node['failureSummary'][:200]}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]


@pytest.fixture(scope="session")
def faults() -> Callable[[Page], list[str]]:
    """``faults(page)``: what axe finds on a page."""
    return _faults
