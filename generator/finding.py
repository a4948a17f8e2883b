"""What an article holds that the registry knows: its outlet, its actors, its topics, its quotations."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.anchors import Place, anchors
from generator.crossref import Entry
from generator.matching.actors import find_actors
from generator.matching.forms import Forms
from generator.matching.outlets import outlet_of
from generator.matching.topics import find_topics
from generator.model import ActorFound, Article, OutletSlug, Quote, Registry, TopicFound
from generator.statements import find_quotes, with_declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in one article."""

    outlet: OutletSlug | None
    actors: tuple[ActorFound, ...]
    topics: tuple[TopicFound, ...]
    quotes: tuple[Quote, ...]
    places: Mapping[Place, str]


def found_in(article: Article, registry: Registry, forms: Forms) -> Found:
    """What an article holds.  It depends on nothing but the article, and what ``to_find_with`` leaves of the registry."""
    if article.outlet is None:
        known = outlet_of(article.url, article.outlet_name, registry.outlets.values())
        article = replace(article, outlet=known)
    actors = find_actors(article, forms)
    quotes = with_declared(article, find_quotes(article, actors, registry))
    return Found(
        outlet=article.outlet,
        actors=actors,
        topics=find_topics(article, forms),
        quotes=quotes,
        places=anchors(article, quotes, article.blocks),
    )


def entry_with(article: Article, found: Found) -> Entry:
    """An article with what was found in it."""
    known = article if article.outlet == found.outlet else replace(article, outlet=found.outlet)
    return Entry(article=known, actors=found.actors, topics=found.topics, quotes=found.quotes, places=found.places)


def entry_of(article: Article, registry: Registry, forms: Forms) -> Entry:
    """An article with the outlet, actors, topics and quotations found in it."""
    return entry_with(article, found_in(article, registry, forms))


def to_find_with(registry: Registry) -> Registry:
    """The registry without what no article is read by: introductions, places in files."""
    return Registry(
        actors={
            slug: replace(actor, introduction=(), lines={}, redirects=()) for slug, actor in registry.actors.items()
        },
        topics={
            slug: replace(topic, introduction=(), lines={}, redirects=()) for slug, topic in registry.topics.items()
        },
        outlets={
            slug: replace(outlet, introduction=(), lines={}, redirects=()) for slug, outlet in registry.outlets.items()
        },
    )
