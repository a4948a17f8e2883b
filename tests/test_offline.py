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
def test_a_link_to_a_folder_names_its_page(address: str, expected: str, tmp_path: Path) -> None:
    page(tmp_path, "index.html", "")
    page(tmp_path, "actors/ada-example/index.html", "")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "archive.css").touch()
    links = page(tmp_path, "articles/a/index.html", f'<a class="x" href="{address}">href="../.."</a>')
    for_the_disk(tmp_path)
    (link,) = lxml.html.fromstring(links.read_text("utf-8")).iter("a")
    assert link.get("href") == expected
    assert link.text == 'href="../.."'


def test_forms_and_old_addresses_name_pages_too(tmp_path: Path) -> None:
    page(tmp_path, "search/index.html", "")
    forms = page(tmp_path, "index.html", '<form action="search/"></form><meta content="0; url=search/">')
    for_the_disk(tmp_path)
    assert 'action="search/index.html"' in forms.read_text("utf-8")
    assert 'content="0; url=search/index.html"' in forms.read_text("utf-8")


def test_nothing_is_asked_for_ahead_of_time(tmp_path: Path) -> None:
    path = page(tmp_path, "index.html", '<link rel="preload" href="a.woff2" as="font" crossorigin>\n<p>text</p>')
    for_the_disk(tmp_path)
    assert path.read_text("utf-8") == "<html><body><p>text</p></body></html>"


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
