"""The index pages: all articles, actors, topics and outlets."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator import text
from generator.crossref import Archive
from generator.model import ActorKind, Article, Page, TopicSlug
from generator.pages import paths
from generator.pages.listing import (
    Count,
    Row,
    actor_css,
    by_month,
    by_year,
    event_row,
    newest,
    newest_first,
    outlet_counts,
    row,
    topic_css,
)
from generator.pages.registry import RIGHTS_MEAN
from generator.pages.render import render

NEWEST = 50  # articles on their index page; the timeline lists them all
WITH_LETTERS = 24  # names of one kind, from which on they stand below letters

Listed = tuple[Count, str]  # an actor in the index: name and number, role


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The actors of one kind in their index: by first letter, or below an empty one where they are few."""

    heading: str
    anchor: str
    css: str
    count: int
    letters: Sequence[tuple[str, Sequence[Listed]]]


KINDS = (
    (ActorKind.PERSON, "Persons"),
    (ActorKind.STATE, "States"),
    (ActorKind.ORGANISATION, "Organisations"),
    (ActorKind.GROUP, "Groups"),
)


def articles_page(archive: Archive) -> Page:
    every = [*(entry.article for entry in archive.entries), *archive.withdrawn]
    counts = Counter((article.date.year, article.date.month) for article in every if article.date)
    years = sorted({year for year, _ in counts}, reverse=True)
    outlets = [count for count in outlet_counts(archive.entries, archive) if count.page]
    lead = f"{text.counted(len(every), 'article')}, newest first."
    if len(every) > NEWEST:
        lead = f"The newest {NEWEST} of {text.counted(len(every), 'article')}; the years hold them all."
    front_matter = {
        "title": "Articles",
        "description": "All articles of the archive, newest first, by year and by outlet.",
        "kind": "index",
        "section": "articles",
        "date": newest(archive.entries),
    }
    return render(
        "articles",
        paths.ARTICLES,
        front_matter,
        lead=lead,
        months=[
            (text.month_and_year(year, month), f"m{year}-{month:02}", group)
            for year, month, group in by_month(_newest_rows(every, archive))
        ],
        years=[
            (
                year,
                paths.year(year),
                [
                    (text.MONTHS[month - 1][:3], paths.month(month, year))
                    for month in range(1, 13)
                    if (year, month) in counts
                ],
                sum(count for (of, _), count in counts.items() if of == year),
            )
            for year in years
        ],
        outlets=outlets,
    )


def _newest_rows(every: Sequence[Article], archive: Archive) -> list[Row]:
    """The newest of the articles.  (Only of these rows are made, and of what has the day of the last.)"""
    days = nlargest(NEWEST, (article.date for article in every if article.date))
    shown = [article for article in every if article.date and article.date >= days[-1]]
    return newest_first(row(article, archive) for article in shown)[:NEWEST]


def actors_page(archive: Archive) -> Page:
    actors = sorted(archive.registry.actors.values(), key=lambda actor: (text.slugify(actor.name), actor.slug))
    kinds = []
    for kind, heading in KINDS:
        items = [
            (
                Count(
                    name=a.name, count=len(archive.by_actor[a.slug]), css=actor_css(a.kind), page=paths.actor(a.slug)
                ),
                text.shorten(a.role or "", 80),
            )
            for a in actors
            if a.kind is kind
        ]
        if items:
            letters = _letters(items) if len(items) > WITH_LETTERS else [("", items)]
            kinds.append(
                Kind(
                    heading=heading, anchor=f"ex-{heading.lower()}", css=f"ex-{kind}", count=len(items), letters=letters
                )
            )
    front_matter = {
        "title": "Actors",
        "description": "The persons, states, organisations and groups that the archive's articles name.",
        "kind": "index",
        "section": "actors",
        "date": newest(archive.entries),
    }
    lead = f"The {len(actors):,} persons, states, organisations and groups that act or speak in our articles, with the number of articles that name them."
    return render("actors", paths.ACTORS, front_matter, lead=lead, kinds=kinds)


def _letters(items: Sequence[Listed]) -> list[tuple[str, list[Listed]]]:
    """Names that stand in order, below their first letters; names in other scripts stand together."""

    def letter(listed: Listed) -> str:
        first = text.slugify(listed[0].name)[:1]
        return first.upper() if first.isalpha() and first.isascii() else "Other"

    groups: dict[str, list[Listed]] = {}
    for item in items:
        groups.setdefault(letter(item), []).append(item)
    return sorted(groups.items(), key=lambda group: (group[0] == "Other", group[0]))


def topics_page(archive: Archive) -> Page:
    topics = archive.registry.topics
    events = newest_first(event_row(topic) for topic in topics.values() if topic.date)
    front_matter = {
        "title": "Topics",
        "description": "The subjects of the archive as a tree, and its dated events in order.",
        "kind": "index",
        "section": "topics",
        "date": newest(archive.entries),
    }
    lead = f"What our articles are about: {text.counted(len(topics), 'topic')}, {len(events):,} of them events with a date."
    return render("topics", paths.TOPICS, front_matter, lead=lead, tree=list(_tree(archive)), events=by_year(events))


def _tree(archive: Archive) -> Iterator[tuple[int, Count]]:
    """Every topic below its parent, with its depth, by name."""
    topics = archive.registry.topics

    def below(slugs: list[TopicSlug], depth: int) -> Iterator[tuple[int, Count]]:
        for slug in sorted(slugs, key=lambda s: (text.slugify(topics[s].name), s)):
            topic = topics[slug]
            yield (
                depth,
                Count(name=topic.name, count=len(archive.by_topic[slug]), css=topic_css(topic), page=paths.topic(slug)),
            )
            yield from below(list(archive.children[slug]), depth + 1)

    yield from below([slug for slug, topic in topics.items() if topic.parent not in topics], 0)


def outlets_page(archive: Archive) -> Page:
    outlets = sorted(archive.registry.outlets.values(), key=lambda outlet: (text.slugify(outlet.name), outlet.slug))
    front_matter = {
        "title": "Outlets",
        "description": "The newspapers and agencies whose articles the archive keeps.",
        "kind": "index",
        "section": "outlets",
        "date": newest(archive.entries),
    }
    items = [
        (
            Count(name=o.name, count=len(archive.by_outlet[o.slug]), css="ex-outlet", page=paths.outlet(o.slug)),
            o.country or "",
            RIGHTS_MEAN[o.rights].split(":")[0],
        )
        for o in outlets
    ]
    return render("outlets", paths.OUTLETS, front_matter, outlets=items)
