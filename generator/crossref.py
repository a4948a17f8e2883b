"""Who appears where, and with whom: the archive's cross references, each counted in one pass over the articles."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any, TypeVar

from generator.anchors import Place, body_start
from generator.matching.outlets import rights_of
from generator.matching.shown import is_shown, shown_blocks
from generator.model import (
    ActorFound,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    HandwrittenPage,
    OutletSlug,
    Quote,
    Registry,
    Rights,
    Status,
    Topic,
    TopicFound,
    TopicSlug,
)
from generator.once import Once
from generator.related import Days, Features, nearest
from generator.statements import DECLARED, Decisions, Group, Grouping, Statement, compare_statements, group_each
from generator.text import words

Slug = TypeVar("Slug", bound=str)
Listed = tuple[str, str]  # whose articles: "actors", "topics" or "outlets", and the slug
Month = tuple[int, int]  # year and month
RELATED = 5  # articles shown under an article
Beside = Sequence[Sequence[int]]  # the nearest articles of each, by their places in the list
Near = Callable[[Sequence[str], Features, Features, Days], Callable[[], Beside]]  # of slugs, names, words and days


def near_in(_: Sequence[str], names: Features, said: Features, days: Days) -> Callable[[], Beside]:
    """Finds the nearest articles of each."""
    return lambda: nearest(names, said, days, RELATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article with what was found in it.  Actors and topics stand in order of weight.

    ``places`` are the ids of its quotations in its page, where that shows the whole text (None: nobody has looked yet).
    """

    article: Article
    actors: tuple[ActorFound, ...] = ()
    topics: tuple[TopicFound, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: Mapping[Place, str] | None = None

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
    block and place, ``statements`` by its id.  ``neighbours`` are the article before and the one after each in its story, the
    topic that it belongs to first of all; ``members`` the actors that say that they belong to one.  ``in_year`` holds what an
    actor's, a topic's or an outlet's mapping does, year by year (``years``, newest first); ``in_month`` everything that has a
    day, withdrawn articles and events too, by the months that have anything (``months``, newest first); ``span`` the oldest and
    the newest day of an article, or nothing; ``outlet_names`` the outlets by their casefolded names; ``texts`` the body of every
    article.

    Whoever makes a page asks by key: what is asked for is noted (``observed``), and the page made again when it changes.
    A retracted article takes its quotations with it,
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
    statements: Mapping[str, Statement] = field(default_factory=dict)
    neighbours: Mapping[ArticleSlug, tuple[Entry | None, Entry | None]] = field(default_factory=dict)
    members: Mapping[ActorSlug, tuple[ActorSlug, ...]] = field(default_factory=dict)
    years: Mapping[Listed, tuple[int, ...]] = field(default_factory=dict)
    in_year: Mapping[tuple[Listed, int], tuple[Entry, ...]] = field(default_factory=dict)
    months: tuple[Month, ...] = ()
    in_month: Mapping[Month, tuple[Entry | Article | Topic, ...]] = field(default_factory=dict)
    span: tuple[datetime.date, ...] = ()
    outlet_names: Mapping[str, OutletSlug] = field(default_factory=dict)
    texts: Mapping[ArticleSlug, Sequence[Block]] = field(default_factory=dict)
    once: Once = field(default_factory=Once, compare=False, repr=False)

    @property
    def told(self) -> tuple[Statement, ...]:
        """The statements with two wordings or more, newest first: those that have a page of their own."""
        return tuple(sorted((s for s in self.grouping.statements if len(s.variants) > 1), key=_statement_newest_first))


def connect(
    registry: Registry,
    entries: Iterable[Entry],
    pages: Iterable[HandwrittenPage] = (),
    decisions: Decisions | None = None,
    near: Near = near_in,
    group: Group = group_each,
) -> Archive:
    """The archive of a registry and its articles.  Articles without a date or title cannot come here: the checks hold them.

    ``near`` begins to find the nearest articles of each, and gives what waits for them; ``group`` finds the statements of each speaker.
    Or they know them.
    """
    every = sorted(entries, key=_newest_first)
    readable = tuple(e for e in every if e.article.status in (Status.PUBLISHED, Status.RETRACTED))
    beside = _nearest(readable, near)
    relied_on = [
        (entry.article, _quotes_shown(entry, registry))
        for entry in readable
        if entry.article.status is Status.PUBLISHED and rights_of(entry.article, registry) is not Rights.LINK
    ]
    grouping = compare_statements(relied_on, decisions, group)
    withdrawn = tuple(e.article for e in every if e.article.status is Status.WITHDRAWN)
    by_actor = _grouped(registry.actors, readable, lambda e: e.actor_slugs)
    by_topic = _grouped(registry.topics, readable, lambda e: e.topic_slugs)
    by_outlet = _grouped(registry.outlets, readable, lambda e: [e.article.outlet] if e.article.outlet else [])
    in_year = _in_years((("actors", by_actor), ("topics", by_topic), ("outlets", by_outlet)))
    in_month = _in_months(readable, withdrawn, registry)
    return Archive(
        registry=registry,
        entries=readable,
        withdrawn=withdrawn,
        pages=tuple(sorted(pages, key=lambda page: page.slug)),
        by_slug={entry.article.slug: entry for entry in readable},
        by_actor=by_actor,
        by_topic=by_topic,
        by_outlet=by_outlet,
        co_actors=_co_actors(readable),
        children=_children(registry),
        related_topics=_related_topics(registry),
        related={
            entry.article.slug: tuple(readable[other] for other in others)
            for entry, others in zip(readable, beside(), strict=True)
        },
        grouping=grouping,
        said_by=_said_by(grouping.statements),
        statement_of={(v.article, v.quote.block, v.quote.at): s for s in grouping.statements for v in s.variants},
        statements={statement.id: statement for statement in grouping.statements},
        neighbours=_neighbours(readable, by_topic),
        outlet_names={outlet.name.casefold(): outlet.slug for outlet in registry.outlets.values()},
        texts={entry.article.slug: entry.article.blocks for entry in every},
        members=_members(registry),
        years=_years(in_year),
        in_year=in_year,
        months=tuple(sorted(in_month, reverse=True)),
        in_month=in_month,
        span=tuple(day for entry in (*readable[-1:], *readable[:1]) if (day := entry.article.date)),
    )


def _neighbours(
    entries: Sequence[Entry], by_topic: Mapping[TopicSlug, Sequence[Entry]]
) -> dict[ArticleSlug, tuple[Entry | None, Entry | None]]:
    """The articles before and after each in its story: that of the first of its topics which is registered."""
    places = {slug: {e.article.slug: at for at, e in enumerate(story)} for slug, story in by_topic.items()}
    found: dict[ArticleSlug, tuple[Entry | None, Entry | None]] = {}
    for entry in entries:
        slug = next((slug for slug in entry.topic_slugs if slug in by_topic), None)
        if slug is not None:
            story, at = by_topic[slug], places[slug][entry.article.slug]
            found[entry.article.slug] = (story[at + 1] if at + 1 < len(story) else None, story[at - 1] if at else None)
    return found


def _members(registry: Registry) -> dict[ActorSlug, tuple[ActorSlug, ...]]:
    found: dict[ActorSlug, list[ActorSlug]] = defaultdict(list)
    for slug, actor in registry.actors.items():
        for group in dict.fromkeys(actor.affiliations):
            found[group].append(slug)
    return {group: tuple(slugs) for group, slugs in found.items()}


def _in_years(
    lists: Iterable[tuple[str, Mapping[Any, Sequence[Entry]]]],
) -> dict[tuple[Listed, int], tuple[Entry, ...]]:
    found: dict[tuple[Listed, int], list[Entry]] = defaultdict(list)
    for kind, by in lists:
        for slug, entries in by.items():
            for entry in entries:
                if entry.article.date:
                    found[(kind, slug), entry.article.date.year].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _years(in_year: Iterable[tuple[Listed, int]]) -> dict[Listed, tuple[int, ...]]:
    found: dict[Listed, list[int]] = defaultdict(list)
    for listed, year in in_year:
        found[listed].append(year)
    return {listed: tuple(sorted(years, reverse=True)) for listed, years in found.items()}


def _in_months(
    entries: Iterable[Entry], withdrawn: Iterable[Article], registry: Registry
) -> dict[Month, tuple[Entry | Article | Topic, ...]]:
    found: dict[Month, list[Entry | Article | Topic]] = defaultdict(list)
    things: list[Entry | Article | Topic] = [*entries, *withdrawn, *registry.topics.values()]
    for thing in things:
        date = thing.article.date if isinstance(thing, Entry) else thing.date
        if date:
            found[date.year, date.month].append(thing)
    return {month: tuple(things) for month, things in found.items()}


def _quotes_shown(entry: Entry, registry: Registry) -> tuple[Quote, ...]:
    """The quotations that may be published: of an excerpt those that stand in it, and those that its header declares."""
    article, rights = entry.article, rights_of(entry.article, registry)
    if rights is Rights.FULL:
        return entry.quotes
    shown = shown_blocks(article.blocks, rights)
    body_from = body_start(article)
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


def _nearest(entries: Sequence[Entry], near: Near) -> Callable[[], Beside]:
    """The nearest articles of each, by actors, topics and the longer words of titles and summaries: see ``related``."""
    names = [
        [f"actor {slug}" for slug in entry.actor_slugs] + [f"topic {slug}" for slug in entry.topic_slugs]
        for entry in entries
    ]
    days = [entry.article.date.toordinal() if entry.article.date else None for entry in entries]
    slugs = [entry.article.slug for entry in entries]
    said = [_longer_words(f"{entry.article.title} {entry.article.summary or ''}") for entry in entries]
    return near(slugs, names, said, days)


@cache  # those of articles that have not changed are asked for at every edit in the preview
def _longer_words(said: str) -> list[str]:
    return sorted({word.casefold() for word in words(said) if len(word) > 3})
