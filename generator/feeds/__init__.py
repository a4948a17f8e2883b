"""Feeds: what is new in the archive, with an actor, on a topic, from an outlet, and what was said; as Atom and JSON Feed.

Addresses, for ever: ``feed.xml`` and ``feed.json`` at the root and in ``statements/``, and below each actor's, topic's and outlet's
address.  No page can take them: a page's file is named by a slug, which holds no point.

The site's feed holds texts as far as their rights allow; the others hold summaries, or thousands of actors would weigh more
than the archive.  Dates are the articles' own, so that a feed changes only with one of its articles.

An id is ``urn:uuid`` of the archive's name and the first address of what it stands for: it outlives a move to another host.  While
the site has no address (``site_url`` in mkdocs.yml is empty) links are relative to the feed, as Atom allows and good readers
understand; the page on feeds says that an address is missing.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from generator.crossref import Archive
from generator.feeds.atom import atom, atom_entry
from generator.feeds.html import escaped, line, link
from generator.feeds.items import NEWEST, Item, article_item, identifier, newest, statement_item
from generator.feeds.json_feed import json_entry, json_feed
from generator.feeds.page import PAGE, feeds_page
from generator.model import Actor, ActorSlug, Article, Outlet, OutletSlug, Topic, TopicSlug
from generator.pages import paths
from generator.settings import Settings, directory
from generator.statements import Statement

__all__ = ["PAGE", "feed_files", "feed_keys", "feed_of", "feeds_page"]

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed before it is written: the folder that it stands in ("actors/ada-example/"), the page that it follows, its words."""

    folder: str
    home: str
    title: str
    about: str
    items: Sequence[Item]
    atom_entries: Sequence[str]
    json_entries: Sequence[str]
    also: tuple[str, ...] = ()  # folders of the slugs that it had before


def feed_keys(archive: Archive) -> Iterator[Key]:
    """What has a feed: ("site",), ("statements",), and a folder with a slug of it.  A thing without articles has none."""
    yield from (("site",), ("statements",))
    yield from (("actors", slug) for slug, entries in archive.by_actor.items() if entries)
    yield from (("topics", slug) for slug, entries in archive.by_topic.items() if entries)
    gone = {article.outlet for article in archive.withdrawn}
    yield from (("outlets", slug) for slug, entries in archive.by_outlet.items() if entries or slug in gone)


def feed_of(key: Key, archive: Archive, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """One feed in both formats, by their paths in build/docs; below the slugs that its thing had before, too."""
    for feed in _feed(key, archive, settings):
        for folder in (feed.folder, *feed.also):
            as_xml, as_json = _written(feed, folder, settings)
            yield f"{folder}feed.xml", as_xml
            yield f"{folder}feed.json", as_json


def feed_files(archive: Archive, settings: Settings) -> dict[str, bytes]:
    """Every feed by its path in build/docs."""
    return {path: data for key in feed_keys(archive) for path, data in feed_of(key, archive, settings)}


def _base(folder: str, settings: Settings) -> str:
    """What leads from a feed to the site's root."""
    return settings.site_url or "../" * folder.count("/")


def _written(feed: Feed, folder: str, settings: Settings) -> tuple[bytes, bytes]:
    base = _base(folder, settings)
    home = base + feed.home or "./"
    own = f"{settings.site_url}{feed.folder}feed" if settings.site_url else ""
    about = (
        f"<p>{escaped(feed.about)} This is a feed: put its address into a feed reader and it tells you what is new.</p>"
        f"<p>{link('What feeds are', base + directory(PAGE))} · {link('To the page', home)}</p>"
    )
    xml = atom(
        id=identifier(f"{feed.folder}feed", settings),
        title=feed.title,
        about=about,
        home=home,
        own=own and f"{own}.xml",
        base="../" * folder.count("/"),
        changed=max(item.updated for item in feed.items),
        entries=feed.atom_entries,
        settings=settings,
    )
    as_json = json_feed(
        title=feed.title,
        about=feed.about,
        home=settings.site_url and base + feed.home,
        own=own and f"{own}.json",
        entries=feed.json_entries,
        settings=settings,
    )
    return xml, as_json


def _feed(key: Key, archive: Archive, settings: Settings) -> Iterator[Feed]:
    name, registry = settings.site_name, archive.registry
    folder, slug = (*key, "")[:2]
    thing: Actor | Topic | Outlet
    if folder == "site":
        yield from _site(archive, settings)
    elif folder == "statements":
        yield from _statements(archive, settings)
    elif folder == "actors":
        thing, entries = registry.actors[ActorSlug(slug)], archive.by_actor[ActorSlug(slug)]
        about = f"The newest articles of {name} that name {line(thing.name)}."
        yield from _of_thing(folder, thing, about, [entry.article for entry in entries], archive, settings)
    elif folder == "topics":
        thing, entries = registry.topics[TopicSlug(slug)], archive.by_topic[TopicSlug(slug)]
        about = f"The newest articles of {name} on {line(thing.name)}."
        yield from _of_thing(folder, thing, about, [entry.article for entry in entries], archive, settings)
    else:
        thing, entries = registry.outlets[OutletSlug(slug)], archive.by_outlet[OutletSlug(slug)]
        gone = [article for article in archive.withdrawn if article.outlet == slug]
        about = f"The newest articles from {line(thing.name)} in {name}."
        yield from _of_thing(folder, thing, about, [*(e.article for e in entries), *gone], archive, settings)


def _of_thing(
    folder: str,
    thing: Actor | Topic | Outlet,
    about: str,
    articles: Iterable[Article],
    archive: Archive,
    settings: Settings,
) -> Iterator[Feed]:
    """The feed of an actor, a topic or an outlet."""
    entries = [_entry(article, archive, settings) for article in newest(articles)]
    if entries:
        yield Feed(
            folder=f"{folder}/{thing.slug}/",
            home=f"{folder}/{thing.slug}/",
            title=f"{line(thing.name)} · {settings.site_name}",
            about=about,
            items=[item for item, _, _ in entries],
            atom_entries=[as_xml for _, as_xml, _ in entries],
            json_entries=[as_json for _, _, as_json in entries],
            also=tuple(f"{folder}/{old}/" for old in thing.redirects),
        )


def _entry(article: Article, archive: Archive, settings: Settings) -> tuple[Item, str, str]:
    """An article in the feeds of its actors, topics and outlet.  All stand two folders deep: it is written once for all."""

    def written() -> tuple[Item, str, str]:
        base = _base("actors/any/", settings)
        item = article_item(article, archive, settings, base, full=False)
        return item, atom_entry(item, base, settings), json_entry(item, base)

    return archive.once.of(("entry of feeds", article.slug, settings), written)


def _site(archive: Archive, settings: Settings) -> Iterator[Feed]:
    articles = newest([*(entry.article for entry in archive.entries), *archive.withdrawn])
    base = _base("", settings)
    items = [article_item(article, archive, settings, base, full=True) for article in articles]
    about = settings.description or f"The newest articles of {settings.site_name}."
    yield from _whole("", settings.site_name, about, items, base, settings)


def _statements(archive: Archive, settings: Settings) -> Iterator[Feed]:
    def order(statement: Statement) -> tuple[int, str]:
        dates = [archive.by_slug[variant.article].article.date or datetime.date.min for variant in statement.variants]
        return -max(dates).toordinal(), statement.id

    known = [one for one in archive.grouping.statements if one.speaker in archive.registry.actors]
    base = _base("statements/", settings)
    items = [statement_item(statement, archive, settings, base) for statement in nsmallest(NEWEST, known, key=order)]
    about = f"Who said what: the newest statements in {settings.site_name}."
    yield from _whole(directory(paths.STATEMENTS), f"Statements · {settings.site_name}", about, items, base, settings)


def _whole(folder: str, title: str, about: str, items: Sequence[Item], base: str, settings: Settings) -> Iterator[Feed]:
    if items:
        yield Feed(
            folder=folder,
            home=folder,
            title=title,
            about=about,
            items=items,
            atom_entries=[atom_entry(item, base, settings) for item in items],
            json_entries=[json_entry(item, base) for item in items],
        )
