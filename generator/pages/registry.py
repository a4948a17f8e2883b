"""The pages of actors, topics and outlets."""

import datetime
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from generator import text
from generator.citations import event_citations
from generator.crossref import Archive, Entry, Listed
from generator.links import for_page
from generator.markup import to_markdown
from generator.model import (
    Actor,
    ActorFound,
    ActorKind,
    ActorSlug,
    Outlet,
    OutletSlug,
    Page,
    PagePath,
    Rights,
    Topic,
    TopicFound,
    TopicSlug,
)
from generator.pages import paths
from generator.pages.listing import (
    SPLIT,
    Count,
    Row,
    actor_counts,
    actor_css,
    by_month,
    by_year,
    event_row,
    newest,
    newest_first,
    outlet_counts,
    row,
    rows,
    split,
    topic_counts,
    topic_css,
)
from generator.pages.pictures import mentions
from generator.pages.render import Markdown, render
from generator.pages.sources import with_sources
from generator.pages.statements import statements_of
from generator.settings import Settings

KIND_WORDS = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "State",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.GROUP: "Group",
}
RIGHTS_MEAN = {
    Rights.FULL: "In full: we show the whole text of its articles.",
    Rights.EXCERPT: "Excerpt: we show the beginning of its articles, with a link to the rest.",
    Rights.LINK: "Link: we show title, date and names of its articles, with a link to the text.",
}
SAID = 5  # statements on an actor's own page
TOLD = 3  # articles of each outlet on a topic's page
SHARED = 3  # articles listed for a pair of actors
BESIDE = 12  # names in a list beside the articles

_Link = tuple[str, PagePath | None, str]


def actor_page(slug: ActorSlug, archive: Archive) -> Page:
    actor = archive.registry.actors[slug]
    members = [archive.registry.actors[member] for member in archive.members.get(slug, ())]
    entries = archive.by_actor[slug]
    found = [next(found for found in entry.actors if found.slug == slug) for entry in entries]
    path = paths.actor(actor.slug)
    css = actor_css(actor.kind)
    actors = archive.registry.actors
    role = f", {actor.role}" if actor.role else ""
    front_matter = {
        "title": actor.name,
        "description": text.shorten(
            f"{actor.name}{role}: {text.counted(len(entries), 'article')}, who appears beside and on which topics.", 300
        ),
        "kind": "actor",
        "actor_kind": str(actor.kind),
        "section": "actors",
        "date": newest(entries),
    }
    return render(
        "actor",
        path,
        front_matter,
        actor=actor,
        css=css,
        kind=KIND_WORDS[actor.kind],
        introduction=_introduction(actor),
        variants=[*actor.aliases, *actor.weak_aliases],
        met=_met(found),
        affiliations=[_actor_link(actors[other]) for other in actor.affiliations if other in actors],
        members=[_actor_link(member) for member in members],
        not_same_as=[_other_link(other, archive) for other in actor.not_same_as],
        mentions=_mentions(path, entries, found, archive),
        said=statements_of(actor.slug, archive, SAID),
        said_count=len(archive.said_by.get(actor.slug, ())),
        said_page=paths.said_by(actor.slug),
        **_articles(entries, path, archive),
        co_actors=_co_actors(actor.slug, archive),
        topics=topic_counts(entries, archive, BESIDE),
        outlets=outlet_counts(entries, archive),
        correct=paths.CORRECT,
    )


def _met(found: Sequence[ActorFound]) -> list[tuple[str, int]]:
    """The names by which the archive's articles call an actor, with how often, most first."""
    as_written = Counter(mention.form for each in found for mention in each.mentions)
    forms: Counter[str] = Counter()
    for form, count in as_written.items():
        forms[" ".join(form.split())] += count
    return sorted(forms.items(), key=lambda pair: (-pair[1], pair[0]))[:BESIDE]


def _co_actors(slug: ActorSlug, archive: Archive) -> list[tuple[Count, list[Row]]]:
    """The actors most often named beside one, each with the newest of the articles that name both."""
    actors = archive.registry.actors
    most = [(actors[other], count) for other, count in archive.co_actors.get(slug, ())[:BESIDE] if other in actors]
    shared = _newest_with([actor.slug for actor, _ in most], archive.by_actor[slug])
    return [
        (
            Count(name=actor.name, count=count, css=actor_css(actor.kind), page=paths.actor(actor.slug)),
            rows(shared[actor.slug], archive),
        )
        for actor, count in most
    ]


def _newest_with(others: Sequence[ActorSlug], entries: Sequence[Entry]) -> dict[ActorSlug, list[Entry]]:
    """The first ``SHARED`` of the articles that name each of the others."""
    found: dict[ActorSlug, list[Entry]] = {other: [] for other in others}
    open_still = set(others)
    for entry in entries:
        if not open_still:
            break
        for other in open_still.intersection(entry.actor_slugs):
            found[other].append(entry)
            if len(found[other]) == SHARED:
                open_still.remove(other)
    return found


def topic_page(slug: TopicSlug, archive: Archive, settings: Settings) -> Page:
    topic = archive.registry.topics[slug]
    entries = archive.by_topic[slug]
    found = [next(found for found in entry.topics if found.slug == slug) for entry in entries]
    path = paths.topic(topic.slug)
    topics = archive.registry.topics
    kin = {topic.parent, *archive.children[topic.slug]}
    events = newest_first(event_row(topics[below]) for below in _below(slug, archive) if topics[below].date)
    front_matter = {
        "title": topic.name,
        "description": text.shorten(
            f"{topic.name}: {text.counted(len(entries), 'article')} by outlet and by year, who is named and what belongs to it.",
            300,
        ),
        "kind": "topic",
        "section": "topics",
        "date": newest(entries),
    }
    return render(
        "topic",
        path,
        front_matter,
        topic=topic,
        introduction=_introduction(topic),
        parent=_topic_link(topics[topic.parent]) if topic.parent and topic.parent in topics else None,
        children=[_topic_link(topics[child]) for child in archive.children[slug]],
        related=[_topic_link(topics[near]) for near in archive.related_topics[slug] if near not in kin],
        events=by_year(events),
        told_by=_told_by(entries, archive),
        mentions=_mentions(path, entries, found, archive),
        **_articles(entries, path, archive),
        actors=actor_counts(entries, archive, BESIDE),
        outlets=outlet_counts(entries, archive),
        citations=event_citations(topic, archive, settings) if topic.date else None,
        correct=paths.CORRECT,
    )


def _below(slug: TopicSlug, archive: Archive) -> list[TopicSlug]:
    """All topics below one, children before their own children."""
    found: list[TopicSlug] = []
    queue = list(archive.children[slug])
    while queue:
        at = queue.pop(0)
        found.append(at)
        queue += archive.children[at]
    return found


def outlet_page(slug: OutletSlug, archive: Archive) -> Page:
    outlet = archive.registry.outlets[slug]
    entries = archive.by_outlet[slug]
    path = paths.outlet(outlet.slug)
    country = f", {outlet.country}" if outlet.country else ""
    front_matter = {
        "title": outlet.name,
        "description": f"{outlet.name}{country}: {text.counted(len(entries), 'article')} in the archive, and how much of them is shown.",
        "kind": "outlet",
        "section": "outlets",
        "date": newest(entries),
    }
    return render(
        "outlet",
        path,
        front_matter,
        outlet=outlet,
        host=urlsplit(outlet.url).netloc,
        introduction=_introduction(outlet),
        rights=RIGHTS_MEAN[outlet.rights],
        **_articles(entries, path, archive),
        actors=actor_counts(entries, archive, BESIDE),
        topics=topic_counts(entries, archive, BESIDE),
        correct=paths.CORRECT,
    )


def _articles(entries: Sequence[Entry], path: PagePath, archive: Archive) -> dict[str, object]:
    """What a template needs to list articles: the latest, and the years that have pages of their own."""
    latest, years = split(entries)
    return {"latest": rows(latest, archive), "years": years, "page_of_year": lambda year: paths.in_year(path, year)}


def _told_by(entries: Sequence[Entry], archive: Archive) -> list[tuple[str, PagePath | None, list[Row]]]:
    """How each outlet told it: the newest articles of each, the busiest outlet first; nothing to compare for a single one."""
    names: dict[tuple[OutletSlug | None, str | None], tuple[str, PagePath | None]] = {}
    told: dict[tuple[str, PagePath | None], list[Entry]] = {}
    for entry in entries:
        stated = entry.article.outlet, entry.article.outlet_name
        if stated not in names:
            first = row(entry.article, archive)
            names[stated] = first.by, first.by_page
        told.setdefault(names[stated], []).append(entry)
    ranked = sorted(told.items(), key=lambda pair: (-len(pair[1]), pair[0][0]))
    return [(by, page, rows(group[:TOLD], archive)) for (by, page), group in ranked] if len(ranked) > 1 else []


def years_with_pages(listed: Listed, archive: Archive) -> tuple[int, ...]:
    """The years of a long list that have a page of their own, newest first; none of a short one."""
    years = archive.years.get(listed, ())
    return years if sum(len(archive.in_year[listed, year]) for year in years) > SPLIT else ()


def year_page(listed: Listed, year: int, archive: Archive) -> Page:
    """The page of one year of a long list: of an actor's, a topic's or an outlet's articles."""
    section, _ = listed
    name, page, css = _of_list(listed, archive)
    group = rows(archive.in_year[listed, year], archive)
    years = archive.years[listed]
    at = years.index(year)
    earlier = years[at + 1] if at + 1 < len(years) else None
    later = years[at - 1] if at else None
    front_matter = {
        "title": f"{name} in {year}",
        "description": f"{name}: {text.counted(len(group), 'article')} of {year}, month by month.",
        "kind": "list",
        "section": section,
        "date": group[0].date,
    }
    return render(
        "year",
        paths.in_year(page, year),
        front_matter,
        name=name,
        page=page,
        css=css,
        year=year,
        earlier=earlier,
        later=later,
        earlier_page=earlier and paths.in_year(page, earlier),
        later_page=later and paths.in_year(page, later),
        months=[((text.MONTHS[month - 1], month), items) for _, month, items in by_month(group)],
    )


def _of_list(listed: Listed, archive: Archive) -> tuple[str, PagePath, str]:
    """Name, page and look of what a list is of."""
    section, slug = listed
    registry = archive.registry
    if section == "actors":
        actor = registry.actors[ActorSlug(slug)]
        return actor.name, paths.actor(actor.slug), actor_css(actor.kind)
    if section == "topics":
        topic = registry.topics[TopicSlug(slug)]
        return topic.name, paths.topic(topic.slug), topic_css(topic)
    outlet = registry.outlets[OutletSlug(slug)]
    return outlet.name, paths.outlet(outlet.slug), "ex-outlet"


def _mentions(
    path: PagePath, entries: Sequence[Entry], found: Sequence[ActorFound | TopicFound], archive: Archive
) -> Markdown:
    """How often the articles of each period name an actor, or speak of a topic."""
    counts = [(_day(entry), max(1, len(each.mentions))) for entry, each in zip(entries, found, strict=True)]
    return mentions(path, counts, (archive.span[0], archive.span[-1]) if archive.span else None)


def _day(entry: Entry) -> datetime.date:
    assert entry.article.date is not None, "the checks hold back what has no date"
    return entry.article.date


def _introduction(file: Actor | Topic | Outlet) -> Markdown:
    return Markdown(to_markdown(with_sources(for_page(file.introduction, file.path)), anchors=True))


def _actor_link(actor: Actor) -> _Link:
    return actor.name, paths.actor(actor.slug), actor_css(actor.kind)


def _other_link(slug_or_name: str, archive: Archive) -> _Link:
    actor = archive.registry.actors.get(ActorSlug(slug_or_name))
    return _actor_link(actor) if actor else (slug_or_name, None, "")


def _topic_link(topic: Topic) -> _Link:
    return topic.name, paths.topic(topic.slug), topic_css(topic)
