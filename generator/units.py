"""What is made of an archive, in units: the smallest groups of files that are made together, each by itself.

A unit is a kind and a key; ``KINDS`` says how the units of a kind are made.  They ask the archive for what they need by key, so
that who observes them knows when to make them again.
"""

# ruff: noqa: ARG005 - every kind is made of the archive, the settings and a key, whichever it needs

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import pages, search
from generator.crossref import Archive
from generator.data import Each, data_keys, data_of, data_page, piece_keys, piece_of
from generator.feeds import feed_keys, feed_of, feeds_page
from generator.metadata import card_file, card_keys, robots_files, with_metadata
from generator.model import Page
from generator.pages.render import page_bytes
from generator.schemas import schema_files
from generator.settings import Settings

Key = tuple[str | int, ...]
File = tuple[str, bytes]  # path, and what it holds
Make = Callable[[Archive, Settings, Key], Iterable[File]]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is made together."""

    kind: str
    key: Key = ()

    @property
    def name(self) -> str:
        return " ".join(map(str, (self.kind, *self.key)))


def made_by(unit: Unit, archive: Archive, settings: Settings) -> Iterable[File]:
    """The files of a unit, one after the other."""
    return KINDS[unit.kind](archive, settings, unit.key)


def file_units(archive: Archive, settings: Settings) -> list[Unit]:
    """All units of build/docs but for those files that are put together of pieces."""
    found = [Unit("page " + kind, key) for kind, key in pages.page_keys(archive)]
    found += [Unit("feeds page"), Unit("data page"), Unit("schemas"), Unit("robots"), Unit("spellings")]
    found += [Unit("feed", key) for key in feed_keys(archive)]
    found += [Unit("data", key) for key in data_keys(archive)]
    found += [Unit("card", key) for key in card_keys(archive, settings)]
    return found


def row_units(archive: Archive) -> list[Unit]:
    """The pieces of which the files are put together that hold all of the archive."""
    return [Unit(f"rows {each}", (key,)) for each in Each for key in piece_keys(each, archive)]


def record_units(archive: Archive) -> list[Unit]:
    """The pages of which the search index is made."""
    return [Unit("record", key) for key in search.record_keys(archive)]


def _pages(made: Iterable[Page], archive: Archive, settings: Settings) -> Iterator[File]:
    """Pages as files, with what they say of themselves to machines."""
    for page in made:
        yield str(page.path), page_bytes(with_metadata(page, archive, settings))


def _page_kind(make: pages.Make) -> Make:
    return lambda archive, settings, key: _pages(make(archive, settings, key), archive, settings)


def _rows(each: Each) -> Make:
    def make(archive: Archive, settings: Settings, key: Key) -> list[File]:
        return [(rows_name(each, str(key[0])), piece_of(each, str(key[0]), archive, settings))]

    return make


def rows_name(each: Each, key: str) -> str:
    """The name of the piece that holds the rows of an article or a statement."""
    return f"rows {each} {key}"


def _record(archive: Archive, _: Settings, key: Key) -> list[File]:
    kind, slug = map(str, key)
    found = search.findable(search.record_of(kind, slug, archive))
    return [(record_name(found), found.page.encode("utf-8", "replace"))]


def record_name(record: search.Findable) -> str:
    """The name of the piece that holds the page of a record of the index."""
    return f"record {record.name}"


KINDS: Mapping[str, Make] = {
    **{f"page {kind}": _page_kind(make) for kind, make in pages.KINDS.items()},
    **{f"rows {each}": _rows(each) for each in Each},
    "feeds page": lambda a, s, key: _pages([feeds_page(a, s)], a, s),
    "data page": lambda a, s, key: _pages([data_page(s)], a, s),
    "feed": lambda a, s, key: feed_of(tuple(map(str, key)), a, s),
    "data": lambda a, s, key: [data_of(str(key[0]), str(key[1]), a, s)],
    "card": lambda a, s, key: card_file(str(key[0]), str(key[1]), a, s),
    "schemas": lambda a, s, key: schema_files(s.site_url).items(),
    "robots": lambda a, s, key: robots_files(s).items(),
    "spellings": lambda a, s, key: (
        (search.spelling_path(shard), data) for shard, data in search.spelling_files(a.registry).shards.items()
    ),
    "record": _record,
}
