"""Pages are rendered one by one only where they have nothing to do with each other; the site is the same either way."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path

import mkdocs
import pytest
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import url_filter

from generator import publish
from generator.fingerprints import fingerprint
from generator.problems import ToolError
from generator.publish import frame
from generator.publish.frame import Frame

PAGES = {
    "index.md": '---\ntitle: "Home"\n---\n\nSee [the bay](articles/bay.md#what-it-is).\n',
    "about.md": '---\ntitle: "About"\n---\n\n## Of what\n\nEverything *here* is invented.\n',
    "articles/bay.md": '---\ntitle: "The bay"\ndate: 2024-05-14\n---\n\n## What it is\n\nWide. [Home](../index.md)\n',
    "data/bay.json": "{}\n",
}
NAV = "nav:\n  - Home: index.md\n  - About: about.md\nnot_in_nav: |\n  /articles/*\n"
Change = Callable[[Path], None]


@pytest.fixture
def small(project: Path, tmp_path: Path) -> Path:
    """A project of three pages, without a generator."""
    shutil.copytree(project / "theme", tmp_path / "theme")
    settings = (project / "mkdocs.yml").read_text().partition("\nnav:")[0]
    settings = settings.replace("hooks:\n  - generator/mkdocs_hook.py\n", "")
    settings = settings.replace('site_url: ""', 'site_url: "https://archive.example/"')
    (tmp_path / "mkdocs.yml").write_text(f"{settings}\n{NAV}")
    for path, text in PAGES.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text)
    return tmp_path


def framed(folder: Path, *, is_fast: bool | None = None) -> Frame:
    return Frame(folder / "mkdocs.yml", folder / "docs", folder / "site", frozenset(PAGES), is_fast=is_fast)


@pytest.mark.parametrize("urls", ["true", "false"])
@pytest.mark.parametrize(
    "path",
    [
        "index.md",
        "README.md",
        "about.md",
        "a/index.md",
        "a/README.md",
        "a/b.md",
        "a/index.md.md",
        "a b/ä.md",
        "a/.b.md",
        "a.b/c.d.md",
    ],
)
def test_pages_stand_where_mkdocs_puts_them(small: Path, path: str, urls: str) -> None:
    config = small / "mkdocs.yml"
    config.write_text(config.read_text() + f"\nuse_directory_urls: {urls}\n")
    assert framed(small).place_of(path) == File(path, "docs", "site", urls == "true").dest_uri


def test_a_rendered_page_is_let_go_at_once(small: Path) -> None:
    """Not when Python next looks for garbage: ten thousand of them are half a gigabyte."""
    frame = framed(small)
    gc.disable()
    try:
        frame.page("articles/bay.md", PAGES["articles/bay.md"])
        alive = [
            thing for thing in gc.get_objects() if isinstance(thing, Page) and thing.file.src_uri.endswith("bay.md")
        ]
    finally:
        gc.enable()
    assert not alive


@pytest.mark.parametrize(
    "asked",
    [
        "assets/a.css",
        "articles/",
        "articles/bay/",
        "articles/bay/#what-it-is",
        "articles/sea/",
        "../x",
        ".",
        "",
        "https://x.example/",
        "/a",
    ],
)
def test_addresses_in_templates_are_as_mkdocs_writes_them(small: Path, asked: str) -> None:
    """Also behind a page that stands beside: what was found for one is taken for the other."""
    frame = framed(small)
    for path in ("articles/sea.md", "articles/bay.md", "about.md", "index.md", "articles/sea.md"):
        page = Page(None, File(path, "docs", "site", True), frame.config)
        context = {"page": page, "base_url": ""}
        assert frame._url(context, asked) == url_filter(context, asked)
    assert frame._url({"page": None, "base_url": "../"}, asked) == url_filter({"page": None, "base_url": "../"}, asked)


@pytest.mark.parametrize("urls", ["true", "false"])
@pytest.mark.parametrize(
    "link", ["bay.md", "bay.md#deep", "sea.md", "bay/deep.md", "../index.md", "../articles/bay.md?x#y"]
)
def test_links_are_written_alike_whichever_page_comes_first(small: Path, link: str, urls: str) -> None:
    """A page's link to itself, or below itself, is no other page's."""
    config = small / "mkdocs.yml"
    config.write_text(config.read_text() + f"\nuse_directory_urls: {urls}\n")
    paths = frozenset(["index.md", "articles/bay.md", "articles/sea.md", "articles/bay/deep.md", "articles/bay/low.md"])

    def framed() -> Frame:
        return Frame(config, small / "docs", small / "site", paths, is_fast=True)

    pages = ["articles/bay.md", "articles/sea.md", "articles/bay.md"]
    for order in (pages, pages[1:], ["articles/bay/deep.md", "articles/bay/low.md"]):
        one = framed()
        for path in order:
            shown, alone = (frame.page(path, f"[There]({link})\n").html for frame in (one, framed()))
            assert shown == alone


def published(folder: Path, name: str, before: publish.Record | None = None) -> tuple[publish.Record, dict[str, bytes]]:
    files = {path: fingerprint((folder / "docs" / path).read_bytes()) for path in PAGES}
    record = publish.publish(
        folder / "mkdocs.yml", folder / "docs", folder / name, files=files, before=before or publish.Record()
    )
    root = folder / name
    return record, {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def with_settings(old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        path = folder / "mkdocs.yml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return change


def with_template(folder: Path) -> None:
    path = folder / "theme" / "partials" / "footer.html"
    path.write_text(path.read_text() + "{% for each in pages %}{{ each.title }}{% endfor %}\n")


ODD: list[tuple[Change, str]] = [
    (with_settings("plugins: []", "plugins: [search]"), "the plugin material/search"),
    (with_settings(NAV, "draft_docs: |\n  /drafts/\n" + NAV), "draft_docs"),
    (with_settings(NAV, "exclude_docs: |\n  /drafts/\n" + NAV), "exclude_docs"),
    (with_settings(NAV, "extra_templates: [more.html]\n" + NAV), "extra_templates"),
    (with_settings(NAV, ""), "a navigation of every page"),
    (with_template, "partials/footer.html, which lists every page"),
]


def test_nothing_is_odd_about_ours(small: Path) -> None:
    assert framed(small).odds() == []


@pytest.mark.parametrize(("change", "named"), ODD)
def test_what_is_odd_is_named(small: Path, change: Change, named: str) -> None:
    change(small)
    assert framed(small).odds() == [named]


def test_another_mkdocs_is_odd(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs, "__version__", "1.7.0")
    assert framed(small).odds() == ["MkDocs 1.7.0"]


def test_the_site_is_the_same_either_way(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record, one_by_one = published(small, "site")
    monkeypatch.setattr(Frame, "odds", lambda _: ["forced"])
    none, whole = published(small, "whole", record)
    assert none.places == {}
    assert record.places.keys() == whole.keys()
    sitemap = "sitemap.xml.gz"  # MkDocs writes the time into it
    assert {name for name in whole if whole[name] != one_by_one[name]} <= {sitemap}


def test_a_plugin_gets_what_it_wants_and_is_forgotten_after(small: Path) -> None:
    """The search index of MkDocs' own plugin; without the plugin the site is as before, whatever was kept."""
    record, before = published(small, "site")
    with_settings("plugins: []", "plugins: [search]")(small)
    record, found = published(small, "site", record)
    assert b"Everything" in found["search/search_index.json"]
    with_settings("plugins: [search]", "plugins: []")(small)
    assert published(small, "site", record)[1] == before


def test_one_changed_page_is_rendered_alone(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    page = Frame.page

    def seen(self: Frame, path: str, source: str) -> frame.Shown:
        rendered.append(path)
        return page(self, path, source)

    monkeypatch.setattr(Frame, "page", seen)
    record, before = published(small, "site")
    assert sorted(rendered) == ["about.md", "articles/bay.md", "index.md"]
    (small / "docs" / "about.md").write_text(PAGES["about.md"].replace("invented", "made up"))
    rendered.clear()
    _, after = published(small, "site", record)
    assert rendered == ["about.md"]
    assert {name for name in after if after[name] != before[name]} == {"about/index.html"}


def test_a_place_that_is_gone_is_told_by_pages_that_did_not_change(small: Path) -> None:
    record, before = published(small, "site")
    (small / "docs" / "articles" / "bay.md").write_text(PAGES["articles/bay.md"].replace("What it is", "What it was"))
    with pytest.raises(ToolError, match="what-it-is"):
        published(small, "site", record)
    assert (small / "site" / "articles" / "bay" / "index.html").read_bytes() == before["articles/bay/index.html"]


def test_a_broken_template_is_told(small: Path) -> None:
    _, before = published(small, "site")
    path = small / "theme" / "main.html"
    path.write_text(path.read_text() + "{% if %}")
    with pytest.raises(ToolError, match=r"main\.html"):
        published(small, "site")
    assert (small / "site" / "index.html").read_bytes() == before["index.html"]


def test_what_was_found_out_before_is_not_asked_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "SPECIMENS", ())
    assert not framed(small).is_fast
    assert framed(small, is_fast=True).is_fast
