"""All hostile content that is published, under both publishers: the gate lets it pass, and in a real browser it does nothing."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator import pipeline
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
    """One site of all of it but for what is slow; what stands in hand-written pages stands in the one that the navigation has."""
    module = corpus()
    folder = tmp_path_factory.mktemp("hostile")
    content = module.write(folder, [case for case in module.cases() if case.code is None and not case.is_slow])
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
    site = getattr(hostile, publisher)
    pages = [path for path in files(site) if path.endswith("index.html")]
    assert done_by(pages if publisher == "mkdocs" else pages[::10], web(site), browser) == []


def test_no_page_that_is_slow_to_make_runs_anything(
    a_project: Path, browser: Browser, web: Callable[[Path], str]
) -> None:
    module = corpus()
    slow = [case for case in module.cases() if case.is_slow and case.code is None]
    module.write(a_project, slow)
    pipeline.build(a_project / "content", a_project / "build", a_project)
    site = a_project / "build" / "site"
    made = [path for case in slow for path in (f"{file.removesuffix('.md')}/index.html" for file in case.files)]
    assert done_by(made, web(site), browser) == []


def done_by(pages: list[str], root: str, browser: Browser) -> list[str]:
    """What pages do that they should not: run a script, show a dialog, ask another host, lead elsewhere; one after the other."""
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
    for at in pages:
        address = root + at.removesuffix("index.html")
        page.goto(address, wait_until="load")
        if page.url.partition("#")[0] != address or page.evaluate("window.pwned !== undefined"):
            wrong.append(f"{at}: runs, or leads to {page.url}")
    context.close()
    return wrong


def test_a_page_that_runs_something_is_seen(browser: Browser, web: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><img src=x onerror=window.pwned=1>", "utf-8")
    page = browser.new_page()
    page.goto(web(tmp_path))
    page.wait_for_function("window.pwned === 1")
    page.close()
    assert faults(tmp_path, ["index.html"])
