"""What we use of MkDocs to render one page, beside its public commands.

``Frame`` holds MkDocs' configuration, navigation and templates as ``mkdocs build`` has them, and renders a page as it does
(mkdocs/commands/build.py: ``_populate_page``, ``_build_page``), but by itself: no page of this archive needs another one to be
rendered.  ``odds`` says where that is not so; the whole site is then left to MkDocs' own command.  Tests hold each page
against what plain MkDocs makes of it.
"""

import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import mkdocs
from jinja2 import BytecodeCache, Environment, FileSystemLoader, TemplateSyntaxError, pass_context
from jinja2.bccache import Bucket
from jinja2.meta import find_undeclared_variables
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import get_relative_url, meta
from mkdocs.utils.templates import url_filter

from generator.cleaning import clean
from generator.links import within
from generator.rendering import SPECIMENS, Rendered, render

KNOWN = "1.6."  # versions of MkDocs that render a page as it is written down here
WHOLE = "sitemap.xml"  # the one template that lists every page; it is rendered by itself
_EVERY_PAGE = "pages"  # what MkDocs hands to templates that holds every page
_LINE = re.compile(r'([a-z_]+): (?:(["\[{].*|true|false|-?\d+)|(\d{4}-\d\d-\d\d))')
_HEAD = "---\n"
_TO_A_PAGE = re.compile(r"((?:\.\./)*(?:[\w-]+/)*[\w-]+\.md)((?:#[\w-]+)?)", re.ASCII).fullmatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page as it is published, with what other pages have to do with it.

    ``anchors`` are the ids that links may name; ``fragments`` the links of this page that name one: (page, id, as written).
    ``listed`` is what the sitemap says of it: its address, and the day of its last change or nothing; None: it is not listed.
    """

    html: str
    anchors: tuple[str, ...]
    fragments: tuple[tuple[str, str, str], ...]
    listed: tuple[str, str] | None


class _Compiled(BytecodeCache):
    """Templates that this process has compiled already: a preview renders with the same ones again and again.

    (Jinja asks for them by the name and the file of a template, and looks whether they were made of what that holds.)
    """

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Frame:
    """MkDocs, ready to render the pages of a folder, one by one."""

    def __init__(
        self, config_file: Path, docs: Path, site: Path, paths: frozenset[str], *, is_fast: bool | None = None
    ) -> None:
        """``paths`` are those of all files in ``docs``, with ``/``; ``is_fast``, where it was found out before."""
        self._is_fast = is_fast
        self.config: MkDocsConfig = load_config(
            str(config_file), docs_dir=str(docs.resolve()), site_dir=str(site), strict=True, hooks=[]
        )
        self.paths = paths
        self._env: Environment = self.config.theme.get_env()
        self._env.filters["url"] = self._url
        self._env.bytecode_cache = _COMPILED
        self._urls: dict[tuple[str, int], dict[str, str]] = {}  # by folder and depth of the page
        self._nav_files = {path: self._file(path) for path in _pages_in(self.config.nav) if path in paths}
        set_exclusions(self._nav_files.values(), self.config)
        self.nav = get_navigation(Files(list(self._nav_files.values())), self.config)
        self._addresses: dict[str, str] = {}
        self._ways: dict[tuple[str, int], dict[str, tuple[str, str | None]]] = {}  # by folder and depth of the page

    # --- whether pages can be rendered one by one ------------------------------------------------------------------------------

    def odds(self) -> list[str]:
        """Why the pages of this site cannot be rendered one by one; nothing: they can."""
        config = self.config
        found = [] if mkdocs.__version__.startswith(KNOWN) else [f"MkDocs {mkdocs.__version__}"]
        found += [f"the plugin {name}" for name in config.plugins]
        found += [key for key in ("exclude_docs", "draft_docs", "extra_templates") if config.get(key)]
        found += [] if config.nav else ["a navigation of every page"]
        return [*found, *(f"{name}, which lists every page" for name in self._templates() if self._lists_all(name))]

    def _templates(self) -> list[str]:
        """The templates of the folder that lies over the theme."""
        own = self.config.theme.custom_dir
        every = FileSystemLoader(own).list_templates() if own else []
        return [name for name in every if name.endswith((".html", ".xml"))]

    def _lists_all(self, name: str) -> bool:
        if name == WHOLE or self._env.loader is None:
            return False
        try:
            source = self._env.loader.get_source(self._env, name)[0]
            return _EVERY_PAGE in find_undeclared_variables(self._env.parse(source))
        except TemplateSyntaxError:  # MkDocs says it better
            return True

    @property
    def is_fast(self) -> bool:
        """Whether our renderer writes what this Python-Markdown does, for a specimen of each construct."""
        if self._is_fast is None:
            self._is_fast = bool(SPECIMENS) and all(map(self._agrees, SPECIMENS))
        return self._is_fast

    def _agrees(self, specimen: str) -> bool:
        page = Page(None, self._file("specimen.md"), self.config)
        page.markdown, page.meta = specimen, {}
        page.render(self.config, Files([page.file]))
        rendered = render(specimen, self._resolver(page.file, frozenset(["specimen.md"])))
        return rendered is not None and rendered.html == page.content

    # --- one page --------------------------------------------------------------------------------------------------------------

    def page(self, path: str, source: str) -> Shown:
        """One page of the folder, as MkDocs would publish it."""
        file = self._nav_files.get(path) or self._file(path)
        page = file.page or Page(None, file, self.config)
        page.markdown, page.meta = parted(source)
        self._complain_of_nav(file)
        fragments = self._rendered(page)
        page.content = clean(page.content or "")
        page.active = True
        try:
            template = self._env.get_template(page.meta.get("template", "main.html"))
            html = template.render(get_context(self.nav, [], self.config, page))
        finally:
            page.active = False
            # Page and file hold each other: what is large in them would stay until Python looks for garbage.
            page.markdown = page.content = None
            if path not in self._nav_files:
                file.page = None
        anchors = tuple(sorted(page.present_anchor_ids or ()))
        return Shown(html=html, anchors=anchors, fragments=fragments, listed=_listed(page))

    def _complain_of_nav(self, file: File) -> None:
        """A page that is neither in the navigation nor said not to be is told of, as MkDocs does where it looks at all."""
        if file.src_uri not in self._nav_files and file.inclusion == InclusionLevel.UNDEFINED:
            set_exclusions([file], self.config)
            if file.inclusion in (InclusionLevel.INCLUDED, InclusionLevel.UNDEFINED):
                logging.getLogger("mkdocs.structure.nav").log(
                    self.config.validation.nav.omitted_files,
                    'The following pages exist in the docs directory, but are not included in the "nav" configuration:'
                    f"\n  - {file.src_path}",
                )

    def _rendered(self, page: Page) -> tuple[tuple[str, str, str], ...]:
        """Give a page its content; its links that name a place in a page."""
        assert page.markdown is not None
        here = page.file
        rendered = render(page.markdown, self._resolver(here, self.paths)) if self.is_fast else None
        if rendered is None:
            page.render(self.config, self._every_file)
            links = page.links_to_anchors or {}
            return tuple((to.src_uri, anchor, link) for to, named in links.items() for anchor, link in named.items())
        page.content, page.toc = rendered.html, _toc(rendered)
        page.present_anchor_ids = set(rendered.anchors)
        return tuple(_fragments(rendered, here.src_uri))

    def _resolver(self, file: File, paths: frozenset[str]) -> Callable[[str], str | None]:
        """What a link of a page leads to, as MkDocs writes it; None where MkDocs has something to say of it."""
        here, there = file.src_uri, file.url
        # From pages that stand beside each other the same link is written alike, unless it leads to or below the page itself.
        depth = there.removeprefix("./").count("/")
        known = self._ways.setdefault((here.rpartition("/")[0], depth), {})

        def resolve(href: str) -> str | None:
            found = known.get(href)
            if found is None or found[0].startswith(there):
                found = self._way(href, here, there, paths)
                if not found[0].startswith(there):  # else it is of this page alone
                    known[href] = found
            return found[1]

        return resolve

    @pass_context
    def _url(self, context: Any, value: object) -> str:
        """MkDocs' filter ``url``: dozens of times a page, mostly with the same answer as in the page beside it."""
        page, asked = context["page"], str(value)
        there = page.url.removeprefix("./").rstrip("/") if page else ""
        if not there or there in asked or ".." in asked:
            return url_filter(context, asked)
        known = self._urls.setdefault((there.rpartition("/")[0], there.count("/")), {})
        found = known.get(asked)
        if found is None:
            found = known[asked] = url_filter(context, asked)
        return found

    def _way(self, href: str, here: str, there: str, paths: frozenset[str]) -> tuple[str, str | None]:
        """The address that a link leads to in the site (empty: out of it, or nowhere), and the link as the page has it."""
        if plain := _TO_A_PAGE(href):  # most are
            target = within(here, plain[1])
            if target not in paths:
                return "", None
            address = self._address(target)
            return address, get_relative_url(address, there) + plain[2]
        scheme, host, path, query, fragment = urlsplit(href)
        if scheme or host or not path:
            return "", href
        target = within(here, unquote(path))
        if path.startswith("/") or target not in paths:
            return "", None
        address = self._address(target)
        return address, urlunsplit(("", "", get_relative_url(address, there), query, fragment))

    def _address(self, path: str) -> str:
        known = self._addresses.get(path)
        if known is None:
            known = self._addresses[path] = self._address_of_page(path) or self._file(path).url
        return known

    def _address_of_page(self, path: str) -> str:
        """The address of a page in a folder, by MkDocs' rule; of others nothing."""
        folder, mark, name = self.place_of(path).rpartition("/") if path.endswith(".md") else ("", "", "")
        return quote(folder + mark) if folder and name == "index.html" and self.config.use_directory_urls else ""

    def _file(self, path: str) -> File:
        return File(path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)

    @cached_property
    def _every_file(self) -> Files:
        """All files of the folder: what Python-Markdown's links are looked up in."""
        files = [self._nav_files.get(path) or self._file(path) for path in sorted(self.paths)]
        set_exclusions(files, self.config)
        return Files(files)

    # --- what belongs to no page -----------------------------------------------------------------------------------------------

    def place_of(self, path: str) -> str:
        """Where a page of the folder stands in the site.  (By MkDocs' rule: to ask it took ten times as long, for every page.)"""
        folder, _, name = path.removesuffix(".md").rpartition("/")
        below = f"{folder}/" if folder else ""
        if name in ("index", "README"):
            return f"{below}index.html"
        return f"{below}{name}/index.html" if self.config.use_directory_urls else f"{below}{name}.html"

    def theme_files(self) -> dict[str, str]:
        """The theme's own files by their place in the site, each with where it is on the disk."""
        files = Files([])
        files.add_files_from_theme(self._env, self.config)
        return {file.dest_uri: str(file.abs_src_path) for file in files}

    def static_templates(self) -> list[str]:
        """The templates that are pages by themselves, but for the sitemap."""
        return sorted(name for name in self.config.theme.static_templates if name != WHOLE)

    def static(self, name: str, pages: list[Any] | None = None) -> str:
        """One of them; the sitemap with the pages that it lists.  MkDocs takes links of an error page from the root."""
        base = urlsplit(self.config.site_url or "/").path if name[:3].isdigit() else get_relative_url(".", name)
        context = get_context(self.nav, pages or [], self.config, base_url=base)
        return str(self._env.get_template(name).render(context))


def parted(source: str) -> tuple[str, dict[str, Any]]:
    """A page's body and its front matter, as ``mkdocs.utils.meta.get_data`` gives them.

    What ``pages.render`` writes is JSON and dates, a line each: read as such, it takes a tenth of the time.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    head, _, body = source.removeprefix(_HEAD).partition("\n---\n")
    found: dict[str, Any] = {}
    for line in head.split("\n"):
        known = _LINE.fullmatch(line)
        if not known or not source.startswith(_HEAD):
            return meta.get_data(source)
        try:
            found[known[1]] = json.loads(known[2]) if known[2] else date.fromisoformat(known[3])
        except ValueError:
            return meta.get_data(source)
    return body.lstrip("\n"), found


def _listed(page: Page) -> tuple[str, str] | None:
    """What theme/sitemap.xml asks of a page."""
    if not page.canonical_url or page.meta.get("moved_to"):
        return None
    return page.canonical_url, str(page.meta.get("updated") or page.meta.get("date") or "")


def _toc(rendered: Rendered) -> TableOfContents:
    """The table of contents as MkDocs makes it of what Python-Markdown's extension lists."""
    tokens: list[Any] = [
        {"level": heading.level, "id": heading.id, "name": heading.name} for heading in rendered.headings
    ]
    return get_toc(nest_toc_tokens(tokens))


def _fragments(rendered: Rendered, here: str) -> Iterator[tuple[str, str, str]]:
    for link in rendered.links:
        if "#" not in link:
            continue
        scheme, host, path, _, fragment = urlsplit(link)
        if fragment and not scheme and not host:
            yield within(here, unquote(path)) if path else here, fragment, link


def _pages_in(nav: Any) -> Iterator[str]:
    """The paths that a navigation names."""
    match nav:
        case str():
            yield nav
        case list():
            for item in nav:
                yield from _pages_in(item)
        case dict():
            for item in nav.values():
                yield from _pages_in(item)
