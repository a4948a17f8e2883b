"""What rendering a page yields, and what it keeps in mind while it works on one."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading for the table of contents: all that MkDocs' ``get_toc`` reads of one of the ``toc`` extension's tokens."""

    level: int
    id: str
    name: str  # its words as HTML, without tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page as MkDocs keeps it after ``Page.render``."""

    html: str
    headings: tuple[Heading, ...]  # of the levels that stand in the table of contents, in the page's order
    anchors: frozenset[str]  # every id that a link may name
    links: tuple[str, ...]  # the targets of its links, as they are written, each once
    title: str | None  # the words of a heading of the first level that the page begins with


class Unknown(Exception):
    """The page holds something whose rendering is not known for certain."""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One page at work: where its links lead, and what has been met so far."""

    resolve: Callable[[str], str | None]
    urls: dict[str, str] = field(default_factory=dict)  # each link's target as it is written: as it is published
    made: dict[str, str] = field(default_factory=dict)  # the HTML of each link: many stand on a page more than once
    ids: set[str] = field(default_factory=set)  # of elements that Markdown makes; those of raw tags are met by another
    headings: list[tuple[int, str | None, str]] = field(default_factory=list)  # level, id if it states one, name
    stash: list[str] = field(default_factory=list)  # blocks that pass as they are: fences and raw HTML
