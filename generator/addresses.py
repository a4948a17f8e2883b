"""The record of every address that was ever published: ``addresses.txt`` in the content folder, kept in the repository.

One line an address of a page, from the root of the site (``articles/talks/``), in alphabetical order, for ever: a line is added
when a page is published first, and none is taken out.  Two branches' lines merge by taking both (``merge=union`` in
.gitattributes), so order and repetitions do not matter to readers.  What belongs to a page (its feed, its data, the anchors in
it) is not listed: it moves with the page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.problems import Problem

NAME = "addresses.txt"
FOLDERS = ("articles", "actors", "topics", "outlets")  # whose files have an address by their slug
MOST = 20_000_000  # bytes: a quarter of a million addresses
_HEAD = "# Every address that was ever published. `explainer addresses --record` adds to it; no line is ever taken out."
_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:[-_]+[a-z0-9]+)*/){1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The record as it was read: each address with its line, and the path of the file."""

    path: str = NAME
    lines: Mapping[str, int] = field(default_factory=dict)

    def has(self, folder: str, slug: str) -> bool:
        """Whether the page of a file's slug was published."""
        return f"{folder}/{slug}/" in self.lines


def read_record(path: str, data: bytes) -> tuple[Recorded, list[Problem]]:
    """The addresses of a record's bytes, and what in it is none."""
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if _ADDRESS.fullmatch(address) and len(address) < 300:
            lines.setdefault(address, number)
        else:
            problems.append(
                Problem(
                    path=path,
                    line=number,
                    code="address-form",
                    message=f"{address[:60]!r} is no address of a page",
                    help="Put the line back as it was; `explainer addresses --record` writes this file.",
                    value=address[:60],
                )
            )
    return Recorded(path=path, lines=lines), problems


def record_bytes(addresses: Iterable[str]) -> bytes:
    """The record of some addresses, the same whatever their order."""
    return "\n".join([_HEAD, *sorted(set(addresses)), ""]).encode()


def address_of(page: str) -> str:
    """The address of a page by its path in build/docs: articles/a.md -> articles/a/, articles/index.md -> articles/."""
    stem = page.removesuffix(".md")
    return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"


def page_at(address: str, pages: Mapping[str, object] | frozenset[str] | set[str]) -> str | None:
    """The page, of those that are made, that has an address; None if none has."""
    stem = address.rstrip("/")
    return next((page for page in (f"{stem}.md", f"{stem}/index.md") if page in pages), None)


def by_slug(recorded: Recorded) -> Iterator[tuple[str, str, int]]:
    """Of the recorded addresses those that a file of the content folder stands for: its folder, its slug, the line."""
    for address, line in recorded.lines.items():
        first, _, rest = address.rstrip("/").partition("/")
        if first in FOLDERS and rest and "/" not in rest:
            yield first, rest, line
        elif not rest:
            yield "pages", first, line


def worth_recording(pages: Mapping[str, bool]) -> list[str]:
    """Of the pages of a site, by path, with whether each only leads on: the addresses to record.

    A statement has pages under names that it might have had: they lead on and were never its address.
    """
    return sorted(
        address
        for page, leads_on in pages.items()
        if (address := address_of(page)) and not (leads_on and page.startswith("statements/"))
    )
