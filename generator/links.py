"""Links between the files of the archive: what page a file becomes, and which page and heading a link in it means."""

import dataclasses
import posixpath
from collections.abc import Iterable, Iterator, Sequence

from generator.markup import heading_anchors
from generator.model import Block, Mark, PagePath, Style
from generator.text import slugify

INDEXES = frozenset(
    [PagePath("index.md"), PagePath("map.md"), PagePath("feeds.md"), PagePath("data.md"), PagePath("changes.md")]
    + [
        PagePath(f"{folder}/index.md")
        for folder in ("articles", "actors", "topics", "outlets", "search", "statements", "timeline")
    ]
)


_CONTENT = (".md", ".txt", ".html")


def page_of(path: str) -> PagePath:
    """The page that a content file becomes: content/articles/a.txt -> articles/a.md, content/pages/about.md -> about.md."""
    folder, _, name = path.partition("/")[2].partition("/")
    name = (name or folder).rpartition("/")[2]
    point = name.rfind(".")
    stem = name[:point] if 0 < point < len(name) - 1 else name
    return PagePath(f"{stem}.md" if folder == "pages" else f"{folder}/{stem}.md")


def relative(from_page: str, to_page: str) -> str:
    """The address of one page in a link on another, both from the root of build/docs and without dots.

    (posixpath.relpath asks for the working directory, and cost a tenth of a build.)
    """
    folder, _, name = to_page.rpartition("/")
    here = from_page.rpartition("/")[0]
    if folder == here:
        return name
    if folder.partition("/")[0] != here.partition("/")[0]:  # nothing shared, as between most pages
        return f"{'../' * from_page.count('/')}{to_page}"
    ours, theirs = here.split("/"), folder.split("/")
    shared = 0
    while shared < min(len(ours), len(theirs)) and ours[shared] == theirs[shared]:
        shared += 1
    return "../" * (len(ours) - shared) + "/".join([*theirs[shared:], name])


def within(page: str, path: str) -> str:
    """The file that a relative link on a page of build/docs names, from that folder's root, without dots."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path).lstrip("/"))


def is_outward(href: str) -> bool:
    """Whether a link leaves the archive: to another site, or to a mail program."""
    return ":" in href.split("/")[0].split("#")[0] or href.startswith("//")


def resolve(path: str, href: str) -> tuple[PagePath, str]:
    """The page and the heading (empty: none) that a link in a content file means.

    As on the disk: relative to the file, or from the content folder with a leading ``/``.
    """
    address, _, fragment = href.partition("#")
    address = address.split("?")[0]
    if not address:
        return page_of(path), fragment
    at = [] if address.startswith("/") else [path.split("/")[1]]
    for part in address.split("/"):
        if part == "..":
            at = at[:-1]
        elif part not in ("", "."):
            at.append(part)
    if at[:1] == ["pages"] and len(at) > 2:
        at = at[1:]  # from content/pages, also as the site has it: that page stands at the root there
    elif len(at) == 1:
        at = ["pages", *at]
    if not at or not at[-1].endswith(_CONTENT) or len(at) > 2:
        return PagePath("/".join(at)), fragment  # no file of the archive: no page has this name
    return page_of("/".join(["content", *at])), fragment


def anchor_for(fragment: str, anchors: Iterable[str]) -> str | None:
    """The anchor of the heading that a contributor's fragment names, by the heading's words or by the anchor itself."""
    known = set(anchors)
    return next((name for name in (fragment, f"text-{slugify(fragment)}") if name in known), None)


def links_in(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each link's address with the block that it stands in; a table's cells are blocks of their own."""
    for block in blocks:
        for part in (block, *(cell for row in block.rows for cell in row)):
            yield from ((part, mark.href) for mark in part.marks if mark.style is Style.LINK)


def inward_links(blocks: Iterable[Block]) -> tuple[tuple[str, int], ...]:
    """Each link to another file of the archive, as written, with its line."""
    return tuple((href, block.line) for block, href in links_in(blocks) if not is_outward(href))


def for_page(blocks: Sequence[Block], path: str) -> list[Block]:
    """The blocks of a content file with the links between files rewritten to links between pages."""
    page = page_of(path)

    def moved(mark: Mark) -> Mark:
        if mark.style is not Style.LINK or is_outward(mark.href):
            return mark
        target, fragment = resolve(path, mark.href)
        anchor = f"#text-{slugify(fragment.removeprefix('text-'))}" if fragment else ""
        address = relative(page, target) if target != page or not fragment else ""
        return dataclasses.replace(mark, href=address + anchor)

    def rewritten(block: Block) -> Block:
        if block.rows:
            rows = tuple(tuple(rewritten(cell) for cell in row) for row in block.rows)
            return dataclasses.replace(block, marks=tuple(map(moved, block.marks)), rows=rows)
        if not any(mark.style is Style.LINK for mark in block.marks):
            return block
        return with_marks(block, tuple(map(moved, block.marks)))

    return [rewritten(block) if block.marks or block.rows else block for block in blocks]


def with_marks(block: Block, marks: tuple[Mark, ...], text: str | None = None) -> Block:
    """The block with other marks, and with another text if one is given.

    (Written out: ``dataclasses.replace`` takes six times as long, and took a twentieth of a page's time.)
    """
    return Block(
        role=block.role,
        text=block.text if text is None else text,
        line=block.line,
        marks=marks,
        origin=block.origin,
        level=block.level,
        ordered=block.ordered,
        number=block.number,
        quoted=block.quoted,
        rows=block.rows,
        language=block.language,
    )


def anchors_of(blocks: Sequence[Block]) -> frozenset[str]:
    """The anchors of all headings, as the page has them."""
    return frozenset(heading_anchors(blocks).values())
