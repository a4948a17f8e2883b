"""A picture of each kind of page, as readers see it: kept in build/screenshots for people to look at after a run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_pages import SAMPLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]
PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"
SHOTS = {"desktop": (1440, "light"), "phone": (390, "light"), "dark": (1440, "dark")}


@pytest.mark.parametrize("shot", list(SHOTS))
@pytest.mark.parametrize("kind", list(SAMPLE))
def test_each_kind_of_page_has_its_picture(kind: str, shot: str, open_page: Callable[..., Page]) -> None:
    """The picture shows a page: as wide as the window, and light or dark as was asked."""
    width, colours = SHOTS[shot]
    page = open_page("sample", SAMPLE[kind], width=width, color_scheme=colours, wait="networkidle")
    path = PICTURES / f"{kind.replace(' ', '-')}-{shot}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)
    assert int.from_bytes(path.read_bytes()[16:20]) == width
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(paper[:3]) < 90) == (colours == "dark")
