"""The index pages: all articles, actors, topics and outlets."""

from collections import Counter
from collections.abc import Iterator

from generator import text
from generator.crossref import Archive
from generator.model import ActorKind, Page, TopicSlug
from generator.pages import paths
from generator.pages.listing import (
    Count,
    actor_css,
    by_month,
    by_year,
    event_row,
    newest,
    newest_first,
    outlet_counts,
    row,
    rows,
    topic_css,
)
from generator.pages.registry import RIGHTS_MEAN
from generator.pages.render import render

NEWEST = 50  # articles on their index page; the timeline lists them all
KINDS = (
    (ActorKind.PERSON, "Persons"),
    (ActorKind.STATE, "States"),
    (ActorKind.ORGANISATION, "Organisations"),
    (ActorKind.GROUP, "Groups"),
)


def articles_page(archive: Archive) -> Page:
    every = newest_first([*rows(archive.entries, archive), *(row(article, archive) for article in archive.withdrawn)])
    counts = Counter(item.date.year for item in every)
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
        "search": {"exclude": True},
    }
    return render(
        "articles",
        paths.ARTICLES,
        front_matter,
        lead=lead,
        months=[
            (text.month_and_year(year, month), f"m{year}-{month:02}", group)
            for year, month, group in by_month(every[:NEWEST])
        ],
        years=sorted(counts.items(), reverse=True),
        page_of_year=paths.year,
        outlets=outlets,
    )


def actors_page(archive: Archive) -> Page:
    actors = sorted(archive.registry.actors.values(), key=lambda actor: (text.slugify(actor.name), actor.slug))
    kinds = []
    for kind, heading in KINDS:
        items = [
            Count(name=a.name, count=len(archive.by_actor[a.slug]), css=actor_css(a.kind), page=paths.actor(a.slug))
            for a in actors
            if a.kind is kind
        ]
        if items:
            kinds.append((heading, f"ex-{heading.lower()}", f"ex-{kind}", items))
    front_matter = {
        "title": "Actors",
        "description": "The persons, states, organisations and groups that the archive's articles name.",
        "kind": "index",
        "section": "actors",
        "date": newest(archive.entries),
    }
    lead = f"The {len(actors):,} persons, states, organisations and groups that act or speak in our articles, with the number of articles that name them."
    return render("actors", paths.ACTORS, front_matter, lead=lead, kinds=kinds)


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
