"""The publisher's own rendering, to hold ours against: MkDocs' ``Page.render`` with mkdocs.yml of this project."""

import logging
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from generator.rendering import Heading, Rendered, render

ROOT = Path(__file__).parents[2]
PATHS = ("articles/a.md", "articles/b.md", "actors/ada-example.md", "topics/harbour.md", "index.md", "feed.xml")


@cache
def config() -> Any:
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # links that lead nowhere are part of what is tried
    return load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "tests"), hooks=[])


@cache
def some_files() -> Files:
    """A few pages for links to lead to."""
    return files_of(PATHS)


def files_of(paths: Iterable[str]) -> Files:
    return Files([File(path, None, "site", use_directory_urls=True) for path in paths])


def both(markdown: str, path: str = "articles/a.md", files: Files | None = None) -> tuple[Rendered | None, Rendered]:
    """A page by our renderer, and by MkDocs (whose links are ours: it does not keep them)."""
    files = some_files() if files is None else files
    file = files.src_uris[path]
    page = Page(None, file, config())
    page.markdown, page.meta = markdown, {}
    page.render(config(), files)
    ours = render(markdown, _RelativePathTreeprocessor(file, files, config()).path_to_url)
    theirs = Rendered(
        html=page.content or "",
        headings=tuple(_flat(page.toc)),
        anchors=frozenset(page.present_anchor_ids or ()),
        links=ours.links if ours else (),
        title=page._title_from_render,
    )
    if ours:
        tokens = [{"level": heading.level, "id": heading.id, "name": heading.name} for heading in ours.headings]
        assert str(get_toc(nest_toc_tokens(tokens))) == str(page.toc)
    return ours, theirs


def _flat(entries: Iterable[Any]) -> Iterator[Heading]:
    for entry in entries:
        yield Heading(level=entry.level, id=entry.id, name=entry.title)
        yield from _flat(entry.children)
