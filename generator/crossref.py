"""Who appears where, and with whom: the archive's cross references, each counted in one pass over the articles."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from generator.matching.outlets import rights_of
from generator.matching.shown import is_shown, shown_blocks
from generator.model import (
    ActorFound,
    ActorSlug,
    Article,
    ArticleSlug,
    HandwrittenPage,
    OutletSlug,
    Quote,
    Registry,
    Rights,
    Status,
    TopicFound,
    TopicSlug,
)
from generator.related import nearest
from generator.statements import DECLARED, Decisions, Grouping, Statement, compare_statements
from generator.text import words

Slug = TypeVar("Slug", bound=str)
RELATED = 5  # articles shown under an article


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article with what was found in it.  Actors and topics stand in order of weight."""

    article: Article
    actors: tuple[ActorFound, ...] = ()
    topics: tuple[TopicFound, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def actor_slugs(self) -> list[ActorSlug]:
        return [found.slug for found in self.actors]

    @property
    def topic_slugs(self) -> list[TopicSlug]:
        return [found.slug for found in self.topics]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything that is published, with every link in both directions.

    ``entries`` holds the articles that readers can read (published and retracted), newest first; ``withdrawn`` those of
    which only a notice is left.  The ``by_...`` mappings have a key for every registered slug, and keep that order.
    ``said_by`` holds each actor's statements, newest first; ``statement_of`` finds the one of a quotation by its article,
    block and place.  ``neighbours`` holds the articles before and after each in the first of its topics; ``span`` the days of
    the oldest and the newest article that can be read.  A retracted article takes its quotations with it,
    and one of which only the beginning or the address may be shown gives no words but those that it shows.
    """

    registry: Registry
    entries: tuple[Entry, ...] = ()
    withdrawn: tuple[Article, ...] = ()
    pages: tuple[HandwrittenPage, ...] = ()
    by_slug: Mapping[ArticleSlug, Entry] = field(default_factory=dict)
    by_actor: Mapping[ActorSlug, tuple[Entry, ...]] = field(default_factory=dict)
    by_topic: Mapping[TopicSlug, tuple[Entry, ...]] = field(default_factory=dict)
    by_outlet: Mapping[OutletSlug, tuple[Entry, ...]] = field(default_factory=dict)
    co_actors: Mapping[ActorSlug, tuple[tuple[ActorSlug, int], ...]] = field(default_factory=dict)
    children: Mapping[TopicSlug, tuple[TopicSlug, ...]] = field(default_factory=dict)
    related_topics: Mapping[TopicSlug, tuple[TopicSlug, ...]] = field(default_factory=dict)
    related: Mapping[ArticleSlug, tuple[Entry, ...]] = field(default_factory=dict)
    grouping: Grouping = field(default_factory=Grouping)
    said_by: Mapping[ActorSlug, tuple[Statement, ...]] = field(default_factory=dict)
    statement_of: Mapping[tuple[ArticleSlug, int, int], Statement] = field(default_factory=dict)
    neighbours: Mapping[ArticleSlug, tuple[Entry | None, Entry | None]] = field(default_factory=dict)
    span: tuple[datetime.date, datetime.date] | None = None

    @property
    def told(self) -> tuple[Statement, ...]:
        """The statements with two wordings or more, newest first: those that have a page of their own."""
        return tuple(sorted((s for s in self.grouping.statements if len(s.variants) > 1), key=_statement_newest_first))


def connect(
    registry: Registry,
    entries: Iterable[Entry],
    pages: Iterable[HandwrittenPage] = (),
    decisions: Decisions | None = None,
) -> Archive:
    """The archive of a registry and its articles.  Articles without a date or title cannot come here: the checks hold them."""
    every = sorted(entries, key=_newest_first)
    readable = tuple(e for e in every if e.article.status in (Status.PUBLISHED, Status.RETRACTED))
    relied_on = [
        (entry.article, _quotes_shown(entry, registry))
        for entry in readable
        if entry.article.status is Status.PUBLISHED and rights_of(entry.article, registry) is not Rights.LINK
    ]
    grouping = compare_statements(relied_on, decisions)
    by_topic = _grouped(registry.topics, readable, lambda e: e.topic_slugs)
    days = [entry.article.date for entry in readable if entry.article.date]
    return Archive(
        registry=registry,
        entries=readable,
        withdrawn=tuple(e.article for e in every if e.article.status is Status.WITHDRAWN),
        pages=tuple(sorted(pages, key=lambda page: page.slug)),
        by_slug={entry.article.slug: entry for entry in readable},
        by_actor=_grouped(registry.actors, readable, lambda e: e.actor_slugs),
        by_topic=by_topic,
        by_outlet=_grouped(registry.outlets, readable, lambda e: [e.article.outlet] if e.article.outlet else []),
        co_actors=_co_actors(readable),
        children=_children(registry),
        related_topics=_related_topics(registry),
        related=_related(readable),
        grouping=grouping,
        said_by=_said_by(grouping.statements),
        statement_of={(v.article, v.quote.block, v.quote.at): s for s in grouping.statements for v in s.variants},
        neighbours=_neighbours(readable, by_topic),
        span=(days[-1], days[0]) if days else None,
    )


def _neighbours(
    entries: Iterable[Entry], by_topic: Mapping[TopicSlug, Sequence[Entry]]
) -> dict[ArticleSlug, tuple[Entry | None, Entry | None]]:
    """The articles before and after each in its story: the first of its topics that is registered.  None for those without."""
    places = {slug: {e.article.slug: at for at, e in enumerate(story)} for slug, story in by_topic.items()}
    found: dict[ArticleSlug, tuple[Entry | None, Entry | None]] = {}
    for entry in entries:
        slug = next((slug for slug in entry.topic_slugs if slug in by_topic), None)
        if slug is not None:
            story, at = by_topic[slug], places[slug][entry.article.slug]
            found[entry.article.slug] = (story[at + 1] if at + 1 < len(story) else None, story[at - 1] if at else None)
    return found


def _quotes_shown(entry: Entry, registry: Registry) -> tuple[Quote, ...]:
    """The quotations that may be published: of an excerpt those that stand in it, and those that its header declares."""
    article, rights = entry.article, rights_of(entry.article, registry)
    if rights is Rights.FULL:
        return entry.quotes
    shown = shown_blocks(article.blocks, rights)
    body_from = sum(1 for block in (article.headline, article.standfirst) if block)
    return tuple(
        quote for quote in entry.quotes if quote.rule == DECLARED or is_shown(quote, body_from, article.blocks, shown)
    )


def _said_by(statements: Iterable[Statement]) -> dict[ActorSlug, tuple[Statement, ...]]:
    spoken: dict[ActorSlug, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=_statement_newest_first):
        spoken[statement.speaker].append(statement)
    return {speaker: tuple(group) for speaker, group in sorted(spoken.items())}


def _statement_newest_first(statement: Statement) -> tuple[int, str]:
    return (-statement.date.toordinal() if statement.date else 0, statement.id)


def _newest_first(entry: Entry) -> tuple[int, str]:
    date = entry.article.date
    return (-date.toordinal() if date else 0, entry.article.slug)


def _grouped(slugs: Iterable[Slug], entries: Sequence[Entry], of) -> dict[Slug, tuple[Entry, ...]]:  # type: ignore[no-untyped-def]
    groups: dict[Slug, list[Entry]] = {slug: [] for slug in slugs}
    for entry in entries:
        for slug in of(entry):
            if slug in groups:
                groups[slug].append(entry)
    return {slug: tuple(group) for slug, group in groups.items()}


def _co_actors(entries: Sequence[Entry]) -> dict[ActorSlug, tuple[tuple[ActorSlug, int], ...]]:
    """For each actor the others named in the same articles, with the number of those articles, most first."""
    pairs: Counter[tuple[ActorSlug, ActorSlug]] = Counter()
    for entry in entries:
        pairs.update(combinations(sorted(entry.actor_slugs), 2))
    beside: dict[ActorSlug, list[tuple[ActorSlug, int]]] = defaultdict(list)
    for (one, other), count in pairs.items():
        beside[one].append((other, count))
        beside[other].append((one, count))
    return {
        slug: tuple(sorted(others, key=lambda pair: (-pair[1], pair[0]))) for slug, others in sorted(beside.items())
    }


def _children(registry: Registry) -> dict[TopicSlug, tuple[TopicSlug, ...]]:
    below: dict[TopicSlug, list[TopicSlug]] = {slug: [] for slug in registry.topics}
    for slug, topic in sorted(registry.topics.items()):
        if topic.parent in below:
            below[topic.parent].append(slug)
    return {slug: tuple(children) for slug, children in below.items()}


def _related_topics(registry: Registry) -> dict[TopicSlug, tuple[TopicSlug, ...]]:
    """Related topics in both directions, whichever of the two files says so."""
    beside: dict[TopicSlug, set[TopicSlug]] = {slug: set() for slug in registry.topics}
    for slug, topic in registry.topics.items():
        for other in topic.related:
            if other in beside:
                beside[slug].add(other)
                beside[other].add(slug)
    return {slug: tuple(sorted(others - {slug})) for slug, others in beside.items()}


def _related(entries: Sequence[Entry]) -> dict[ArticleSlug, tuple[Entry, ...]]:
    """The nearest articles of each, by actors, topics and the longer words of titles and summaries: see ``related``."""
    names = [
        [f"actor {slug}" for slug in entry.actor_slugs] + [f"topic {slug}" for slug in entry.topic_slugs]
        for entry in entries
    ]
    days = [entry.article.date.toordinal() if entry.article.date else None for entry in entries]
    near = nearest(names, [_longer_words(entry.article) for entry in entries], days, RELATED)
    return {
        entry.article.slug: tuple(entries[other] for other in others)
        for entry, others in zip(entries, near, strict=True)
    }


def _longer_words(article: Article) -> list[str]:
    said = f"{article.title} {article.summary or ''}"
    return sorted({word.casefold() for word in words(said) if len(word) > 3})
