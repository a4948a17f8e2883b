"""The archive as records: what a reader can find, one record a page or statement, with what a result shows of it.

No word stands in a record that the rights withhold: an article gives what its page shows, a retracted one its title alone.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import text
from generator.crossref import Archive, Entry
from generator.markup import heading_anchors
from generator.matching.outlets import rights_of
from generator.matching.shown import shown_blocks, shown_standfirst
from generator.model import (
    Actor,
    ActorSlug,
    ArticleSlug,
    Block,
    HandwrittenPage,
    Outlet,
    OutletSlug,
    PagePath,
    Registry,
    Rights,
    Role,
    Status,
    Topic,
    TopicSlug,
)
from generator.pages import paths
from generator.pages.home import DEFAULTS
from generator.pages.listing import OUR_OWN, actor_css, row, shown_summary, topic_css
from generator.pages.quotations import address_of, with_quotations
from generator.pages.registry import KIND_WORDS
from generator.statements import Statement

SUMMARY = 240  # characters of what a result says of its page
WORDS = 150  # characters of a statement in its title
RETRACTED = "This article was retracted."
NAME_WEIGHT = 8  # of a name's other spellings against a word of a text; Pagefind gives a first heading 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, or a heading with the id that it has on the published page."""

    text: str
    level: int = 0  # of a heading; 0: a paragraph
    anchor: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing to find.  ``url`` is relative to the site's root; the facets hold ``slug Name``."""

    url: str
    title: str
    kind: str  # article, actor, topic, outlet, statement, page
    css: str = ""
    date: datetime.date | None = None
    by: str = ""
    summary: str = ""
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    body: tuple[Passage, ...] = ()


def record_keys(archive: Archive) -> Iterator[tuple[str, str]]:
    """Kind and key of every record: the registry's and the hand-written pages', the articles', the statements'."""
    registry = archive.registry
    yield from (("actor", slug) for slug in sorted(registry.actors))
    yield from (("topic", slug) for slug in sorted(registry.topics))
    yield from (("outlet", slug) for slug in sorted(registry.outlets))
    yield from (("page", slug) for slug in _written(archive))
    yield from (("article", entry.article.slug) for entry in archive.entries)
    for speaker, statements in archive.said_by.items():
        if speaker in registry.actors:
            yield from (("statement", statement.id) for statement in statements)


def record_of(kind: str, key: str, archive: Archive) -> Record:
    """One record, by its kind and its slug, or a statement's id."""
    registry = archive.registry
    match kind:
        case "actor":
            return _actor(registry.actors[ActorSlug(key)], registry)
        case "topic":
            return _topic(registry.topics[TopicSlug(key)])
        case "outlet":
            return _outlet(registry.outlets[OutletSlug(key)])
        case "page":
            return _page(_written(archive)[key])
        case "article":
            return _article(archive.by_slug[ArticleSlug(key)], archive)
    return _statement(archive.statements[key], archive)


def records_of(archive: Archive) -> Iterator[Record]:
    """Every record of the archive."""
    return (record_of(kind, key, archive) for kind, key in record_keys(archive))


def _written(archive: Archive) -> dict[str, HandwrittenPage]:
    return DEFAULTS | {page.slug: page for page in archive.pages if page.slug != "index"}


def url_of(page: str) -> str:
    """Where a page is published: actors/ada-example.md -> actors/ada-example/, with its fragment if it has one."""
    path, mark, fragment = page.partition("#")
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" + mark + fragment


# --- facets ----------------------------------------------------------------------------------------------------------------------


def _actors(slugs: Iterable[ActorSlug], registry: Registry) -> tuple[str, ...]:
    return tuple(f"{slug} {registry.actors[slug].name}" for slug in slugs if slug in registry.actors)


def _topics(slugs: Iterable[TopicSlug], registry: Registry) -> tuple[str, ...]:
    return tuple(f"{slug} {registry.topics[slug].name}" for slug in slugs if slug in registry.topics)


def _outlets(slugs: Iterable[OutletSlug | None], registry: Registry) -> tuple[str, ...]:
    return tuple(f"{slug} {registry.outlets[slug].name}" for slug in slugs if slug and slug in registry.outlets)


# --- kinds of record -----------------------------------------------------------------------------------------------------------------


def _article(entry: Entry, archive: Archive) -> Record:
    article = entry.article
    item = row(article, archive)
    rights = rights_of(article, archive.registry)
    retracted = article.status is Status.RETRACTED
    return Record(
        url=url_of(item.page),
        title=item.title,
        kind="article",
        date=item.date,
        by=item.by,
        summary=RETRACTED if retracted else item.summary,
        actors=_actors(entry.actor_slugs, archive.registry),
        topics=_topics(entry.topic_slugs, archive.registry),
        outlets=_outlets([article.outlet], archive.registry),
        body=() if retracted else tuple(_article_body(entry, rights, archive)),
    )


def _article_body(entry: Entry, rights: Rights, archive: Archive) -> Iterator[Passage]:
    """What the article's page shows of its text, in the order of the page."""
    article = entry.article
    blocks = shown_blocks(article.blocks, rights)
    lead = shown_standfirst(article, rights) or shown_summary(article, archive)
    if lead and not (blocks and blocks[0].text.startswith(lead)):
        yield Passage(text=lead)
    yield from (Passage(text=point) for point in article.key_points[:5])
    headed = any(block.role is Role.HEADING for block in blocks)
    # A note behind a quotation is part of a heading's words, and so of its anchor.
    names = heading_anchors(with_quotations(entry, blocks, archive)) if headed else {}
    yield from _passages(blocks, names)
    yield from (Passage(text=correction.what) for correction in article.corrections)
    yield from [Passage(text=text.listed(list(article.authors)))] if article.authors else []


def _statement(statement: Statement, archive: Archive) -> Record:
    """A statement, with all its wordings; it leads where the lists of statements lead."""
    registry = archive.registry
    speaker = registry.actors[statement.speaker]
    entries = list({v.article: archive.by_slug[v.article] for v in statement.variants}.values())
    wordings = list(dict.fromkeys(variant.quote.text.strip().rstrip(",") for variant in statement.variants))
    topics = dict.fromkeys(slug for entry in entries for slug in entry.topic_slugs)
    return Record(
        url=url_of(address_of(statement, archive)),
        title=f"{speaker.name}: “{text.shorten(wordings[0], WORDS)}”",
        kind="statement",
        css=actor_css(speaker.kind),
        date=entries[0].article.date,
        by=speaker.name,
        summary=wordings[0],
        actors=_actors([speaker.slug], registry),
        topics=_topics(topics, registry),
        outlets=_outlets(dict.fromkeys(entry.article.outlet for entry in entries), registry),
        body=tuple(Passage(text=f"{speaker.name}: “{words}”") for words in wordings),
    )


def _actor(actor: Actor, registry: Registry) -> Record:
    spellings = [form for form in (*actor.aliases, *actor.weak_aliases, *actor.metonyms) if form != actor.name]
    about = [actor.role] if actor.role else []
    about += [registry.actors[slug].name for slug in actor.affiliations if slug in registry.actors]
    return Record(
        url=url_of(paths.actor(actor.slug)),
        title=actor.name,
        kind="actor",
        css=actor_css(actor.kind),
        by=actor.role or KIND_WORDS[actor.kind],
        summary=_opening(actor.introduction),
        body=(*_names(spellings), *(Passage(text=each) for each in about), *_introduction(actor.introduction)),
    )


def _topic(topic: Topic) -> Record:
    return Record(
        url=url_of(paths.topic(topic.slug)),
        title=topic.name,
        kind="topic",
        css=topic_css(topic),
        date=topic.date,
        by="Event" if topic.date else "Topic",
        summary=_opening(topic.introduction),
        body=(*_names(term.text for term in topic.terms), *_introduction(topic.introduction)),
    )


def _outlet(outlet: Outlet) -> Record:
    return Record(
        url=url_of(paths.outlet(outlet.slug)),
        title=outlet.name,
        kind="outlet",
        css="ex-outlet",
        by=outlet.country or "Outlet",
        summary=_opening(outlet.introduction),
        body=_introduction(outlet.introduction),
    )


def _page(page: HandwrittenPage) -> Record:
    return Record(
        url=url_of(PagePath(f"{page.slug}.md")),
        title=page.title,
        kind="page",
        by=OUR_OWN,
        summary=text.shorten(page.description, SUMMARY) if page.description else _opening(page.blocks),
        body=_introduction(page.blocks),
    )


# --- passages ------------------------------------------------------------------------------------------------------------------------


def _names(names: Iterable[str]) -> Iterator[Passage]:
    written = " · ".join(names)
    if written:
        yield Passage(text=written, weight=NAME_WEIGHT)


def _opening(blocks: Sequence[Block]) -> str:
    return next((text.shorten(block.text, SUMMARY) for block in blocks if block.role is Role.PARAGRAPH), "")


def _introduction(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    return tuple(_passages(blocks, heading_anchors(blocks)))


def _passages(blocks: Sequence[Block], names: dict[int, str]) -> Iterator[Passage]:
    for index, block in enumerate(blocks):
        if block.role is Role.HEADING:
            yield Passage(text=block.text, level=min(max(block.level, 2), 6), anchor=names[index])
        elif block.role is Role.TABLE:
            yield from (Passage(text=" · ".join(cell.text for cell in cells)) for cells in block.rows)
        elif block.role is not Role.RULE:
            yield Passage(text=block.text)
