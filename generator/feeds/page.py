"""The page that says what feeds are and where they stand."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from generator.crossref import Archive, Entry
from generator.model import Page, PagePath
from generator.pages import paths
from generator.pages.listing import Count, actor_css, topic_css
from generator.pages.render import render
from generator.settings import Settings

Slug = TypeVar("Slug", bound=str)
PAGE = PagePath("feeds.md")
LISTED = 12  # actors, topics and outlets that the page names, those with most articles


def feeds_page(archive: Archive, settings: Settings) -> Page:
    """What a feed is, the feeds of the whole archive, those of the things with most articles, and how to find any other."""
    registry = archive.registry
    actors = [
        Count(name=registry.actors[s].name, count=0, css=actor_css(registry.actors[s].kind), page=paths.actor(s))
        for s in _most(archive.by_actor)
    ]
    topics = [
        Count(name=registry.topics[s].name, count=0, css=topic_css(registry.topics[s]), page=paths.topic(s))
        for s in _most(archive.by_topic)
    ]
    outlets = [
        Count(name=registry.outlets[s].name, count=0, css="ex-outlet", page=paths.outlet(s))
        for s in _most(archive.by_outlet)
    ]
    front_matter = {
        "title": "Feeds",
        "description": "How to hear of new articles in a feed reader: of the whole archive, of one actor, topic or outlet, of statements.",
        "kind": "plain",
        "section": "about",
        "search": {"exclude": True},
    }
    statements = any(one.speaker in registry.actors for one in archive.grouping.statements)
    return render(
        "feeds",
        PAGE,
        front_matter,
        site=settings.site_name,
        articles=bool(archive.entries or archive.withdrawn),
        statements=statements,
        groups=[group for group in (("Actors", paths.ACTORS, actors), ("Topics", paths.TOPICS, topics), ("Outlets", paths.OUTLETS, outlets)) if group[2]],
        has_address=bool(settings.site_url),
    )  # fmt: skip


def _most(by: Mapping[Slug, Sequence[Entry]]) -> list[Slug]:
    return sorted((slug for slug, entries in by.items() if entries), key=lambda slug: (-len(by[slug]), slug))[:LISTED]
