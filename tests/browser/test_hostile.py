"""All hostile content that is published, under both publishers: the gate lets it pass, and in a real browser it does nothing."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.inspection import faults

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("hostile"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def corpus() -> ModuleType:
    """The corpus that tests/hostile holds too."""
    spec = spec_from_file_location("hostile_corpus", Path(__file__).parents[1] / "hostile" / "corpus.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, publish: Callable[[Path, Path], Any]) -> Any:
    """One site of all of it; what stands in hand-written pages stands in the one that the navigation has."""
    module = corpus()
    folder = tmp_path_factory.mktemp("hostile")
    content = module.write(folder, [case for case in module.cases() if case.code is None])
    pages = sorted((content / "pages").iterdir())
    together = "\n\n".join(page.read_text("utf-8") for page in pages)
    for page in pages:
        page.unlink()
    (content / "pages" / "about.md").write_text(f"# About\n\n{together}", "utf-8")
    return publish(content, folder)


def files(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_symlink() or not path.is_dir()
    )


@pytest.mark.parametrize("publisher", ["mkdocs", "zensical"])
def test_the_gate_lets_the_site_pass_and_nothing_is_from_outside(hostile: Any, publisher: str) -> None:
    site = getattr(hostile, publisher)
    assert len(files(site)) > 2_000
    ours = [path for path in files(site) if publisher == "mkdocs" or path.endswith(".html")]
    assert [str(found) for found in faults(site, ours)] == []
    word = corpus().CANARY.encode()
    assert [path for path in files(site) if word in (site / path).read_bytes()] == []


@pytest.mark.parametrize("publisher", ["mkdocs", "zensical"])
def test_no_page_runs_anything(hostile: Any, publisher: str, browser: Browser, web: Callable[[Path], str]) -> None:
    """No script, no dialog, no request to another host, no navigation: page after page, in one window."""
    site = getattr(hostile, publisher)
    root = web(site)
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    at = ""
    context.on(
        "request",
        lambda request: (
            wrong.append(f"{at}: asks {request.url}") if not request.url.startswith((root, "data:")) else None
        ),
    )
    page.on("dialog", lambda dialog: (wrong.append(f"{at}: dialog"), dialog.dismiss()))
    context.on("page", lambda opened: wrong.append(f"{at}: opens {opened.url}"))
    pages = [path for path in files(site) if path.endswith("index.html")]
    for at in pages if publisher == "mkdocs" else pages[::10]:
        address = root + at.removesuffix("index.html")
        page.goto(address, wait_until="load")
        if page.url.partition("#")[0] != address or page.evaluate("window.pwned !== undefined"):
            wrong.append(f"{at}: runs, or leads to {page.url}")
    context.close()
    assert wrong == []


def test_a_page_that_runs_something_is_seen(browser: Browser, web: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><img src=x onerror=window.pwned=1>", "utf-8")
    page = browser.new_page()
    page.goto(web(tmp_path))
    page.wait_for_function("window.pwned === 1")
    page.close()
    assert faults(tmp_path, ["index.html"])
