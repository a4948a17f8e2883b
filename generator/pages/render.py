"""Templates to pages.

Whatever a template prints is escaped, as text, for Markdown and HTML; only what is ``Markdown`` already passes as it is.
Front matter is escaped for HTML: the theme prints it as it stands.
"""

import datetime
import html
import json
import re
from collections.abc import Callable, Hashable, Mapping
from functools import cache, lru_cache
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from generator import markup, text
from generator.links import relative
from generator.model import Mark, Page, PagePath, Style

# YAML 1.1, 5.1: line ends of its own, and what may not stand in a stream.  (No character that JSON has not quoted.)
_NOT_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


_encode = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes one each time


class Markdown(str):
    """A string that is Markdown by our own making."""

    __slots__ = ()


def _finalize(value: object) -> str:
    kind = type(value)
    if kind is Markdown:
        return value  # type: ignore[return-value]
    if kind is str:
        return markup.escape(value)  # type: ignore[arg-type]
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    if value is None:
        raise ValueError("a template prints a value that is not there")
    return markup.escape(str(value))


@lru_cache(maxsize=16_384)
def _time(date: datetime.date) -> Markdown:
    return Markdown(f'<time datetime="{date.isoformat()}">{text.long_date(date)}</time>')


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - every printed value is escaped by _finalize, for Markdown and HTML both
        loader=PackageLoader("generator.pages"),
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {
        "html": lambda value: Markdown(html.escape(value)),
        "between_tags": lambda value: Markdown(html.escape(value, quote=False)),
        "paragraph": lambda value: Markdown(markup.escape_line_start(markup.escape(str(value)))),
        "time": _time,
        "day": lambda date: Markdown(
            f'<time datetime="{date.isoformat()}">{date.day} {text.MONTHS[date.month - 1][:3]}</time>'
        ),
        "counted": text.counted,
        "code": lambda value: Markdown(
            markup.inline(str(value), [Mark(style=Style.CODE, start=0, end=len(str(value)))])
        ),
        "generated": Markdown,  # for what macros return: their own prints are escaped already
    }
    return environment


@cache
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.md.jinja")


class Listed(Protocol):
    """What lists show: it keeps how it was written."""

    @property
    def written(self) -> dict[Hashable, Markdown]: ...


class Linker:
    """For templates: ``link(text, page, classes...)`` to a page of the archive from the page at ``path``."""

    __slots__ = ("path", "place")

    def __init__(self, path: str) -> None:
        self.path = path
        folder, slash, _ = path.partition("/")
        # From pages of one place the same links lead to the pages of things, which stand one folder deep.
        self.place = (folder if slash else "", path.count("/"))

    def __call__(self, words: str, page: str, *classes: str) -> Markdown:
        return _link(words, isinstance(words, Markdown), relative(self.path, page), classes)

    def once(self, macro: Callable[..., str], listed: Listed, *options: object) -> Markdown:
        """What a macro writes of something in a list, with this link and options: written once for all pages of one place."""
        name = (macro, self.place, options)
        written = listed.written.get(name)
        if written is None:
            written = listed.written[name] = Markdown(macro(listed, self, *options))
        return written


@lru_cache(maxsize=8192)
def _link(words: str, is_markdown: bool, address: str, classes: tuple[str, ...]) -> Markdown:
    return Markdown(markup.linked(words if is_markdown else markup.escape(words), address, classes))


def out(words: str, url: str, *classes: str) -> Markdown:
    return Markdown(markup.link(words, url, *classes))


def render(template: str, path: str, front_matter: Mapping[str, object], **context: Any) -> Page:
    """One page from ``templates/<template>.md.jinja``."""
    body = _template(template).render(link=Linker(path), out=out, **context)
    return Page(path=PagePath(path), front_matter=front_matter, body=body)


def for_html(value: str) -> str:
    """Text as it may stand between tags and in attributes."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def page_bytes(page: Page) -> bytes:
    """The file as it is written.  A value is JSON, which YAML reads alike; dates stand bare."""
    lines = [f"{key}: {_yaml(value)}" for key, value in page.front_matter.items() if value is not None]
    return ("---\n" + "\n".join(lines) + "\n---\n\n" + page.body.strip("\n") + "\n").encode()


def _yaml(value: object) -> str:
    if isinstance(value, str):
        return _json(for_html(value))
    if isinstance(value, bool | int | dict | list):
        return _json(value)
    return str(value)


def _json(value: object) -> str:
    """JSON that YAML reads alike: what it takes for the end of a line, or refuses, is written by its number."""
    written = _encode(value)
    if written.isprintable():
        return written
    return _NOT_YAML.sub(lambda found: "\\ufffd" if found[0] >= "\ud800" else f"\\u{ord(found[0]):04x}", written)
