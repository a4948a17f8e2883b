"""A copy to read from the disk: every link of its pages names a file, as a browser without a server needs it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

from generator.publish import for_the_disk


def page(site: Path, name: str, body: str) -> Path:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><body>{body}</body></html>", "utf-8")
    return path


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../actors/ada-example/", "../../actors/ada-example/index.html"),
        ("../../actors/ada-example/#text-x", "../../actors/ada-example/index.html#text-x"),
        ("../../actors/ada-example/?q=a", "../../actors/ada-example/index.html?q=a"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("#text-x", "#text-x"),
        ("../../no-such-folder/", "../../no-such-folder/"),
        ("../../assets/", "../../assets/"),
        ("../../assets/archive.css", "../../assets/archive.css"),
        ("https://gazette.example/actors/", "https://gazette.example/actors/"),
        ("mailto:ada@gazette.example", "mailto:ada@gazette.example"),
        ("/actors/ada-example/", "/actors/ada-example/"),
        ("//gazette.example/actors/", "//gazette.example/actors/"),
    ],
)
def test_a_link_to_a_folder_names_its_page(address: str, expected: str) -> None:
    places = {"index.html", "actors/ada-example/index.html", "articles/a/index.html", "assets/archive.css"}
    html = for_the_disk(f'<p><a class="x" href="{address}">href="../.."</a></p>', "articles/a/index.html", places)
    (link,) = lxml.html.fromstring(html).iter("a")
    assert link.get("href") == expected
    assert link.text == 'href="../.."'


def test_forms_and_old_addresses_name_pages_too() -> None:
    forms = '<form action="search/"></form><meta content="0; url=search/">'
    shown = for_the_disk(forms, "index.html", {"index.html", "search/index.html"})
    assert 'action="search/index.html"' in shown
    assert 'content="0; url=search/index.html"' in shown


def test_nothing_is_asked_for_ahead_of_time() -> None:
    html = '<link rel="preload" href="a.woff2" as="font" crossorigin>\n<p>text</p>'
    assert for_the_disk(html, "index.html", {"index.html"}) == "<p>text</p>"


def leading_nowhere(site: Path) -> Iterator[str]:
    """Each link, script, style or picture of a site that is no file on the disk."""
    for path in site.rglob("*.html"):
        if path.name == "404.html":  # a server's page: its addresses begin at the root
            continue
        tree = lxml.html.fromstring(path.read_bytes())
        for address in tree.xpath("//@href | //@src | //@action"):
            parts = urlsplit(address)
            if not parts.scheme and parts.path and not (path.parent / unquote(parts.path)).is_file():
                yield f"{path.relative_to(site)}: {address}"


@pytest.mark.slow
def test_a_site_made_offline_is_read_from_the_disk(
    explainer: Callable[..., object], ruritania: Path, tmp_path: Path
) -> None:
    done = explainer("build", "--offline", "--content", ruritania, "--build-dir", tmp_path)
    assert done.exit_code == 0, done.output
    assert "index.html in a browser" in done.output
    assert list(leading_nowhere(tmp_path / "site")) == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page(tmp_path, "actors/index.html", "")
    page(tmp_path, "index.html", '<a href="actors/">a</a><a href="actors/index.html">b</a>')
    assert list(leading_nowhere(tmp_path)) == ["index.html: actors/"]
