"""What every list of articles shares: a row for an article or event, and the split of long lists by year and month."""

import datetime
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator import text
from generator.crossref import Archive, Entry
from generator.matching.outlets import rights_of
from generator.matching.shown import EXCERPT_SENTENCE
from generator.model import ActorKind, Article, PagePath, Rights, Status, Topic
from generator.pages import paths
from generator.pages.render import Markdown

LATEST = 8  # articles on an actor's, topic's or outlet's own page ...
SPLIT = 12  # ... where there are more than this many; then each year has a page of its own

OUR_OWN = "Written for this archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article or an event in a list."""

    title: str
    page: PagePath
    date: datetime.date
    summary: str = ""
    by: str = ""
    by_page: PagePath | None = None
    flag: str = ""
    event: bool = False
    written: dict[Hashable, Markdown] = field(default_factory=dict, compare=False, repr=False)  # by ``Linker.once``


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A name with a number: an actor, topic or outlet and its articles."""

    name: str
    count: int
    css: str
    page: PagePath | None = None


def shown_summary(article: Article, archive: Archive) -> str:
    """The summary that may be shown: where only the address is published, no word of the text, unless the header wrote it.

    (A text without points is one sentence: of an excerpt it is cut.)
    """
    if article.status is Status.WITHDRAWN:
        return ""
    evidence = article.evidence.get("summary")
    rights = rights_of(article, archive.registry)
    if rights is Rights.FULL or (evidence and evidence.how == "header"):
        return article.summary or ""
    return "" if rights is Rights.LINK else text.shorten(article.summary or "", EXCERPT_SENTENCE)


def row(article: Article, archive: Archive) -> Row:
    """An article in a list: the same one for all lists, since it stands in dozens."""
    return archive.once.of(("row", article.slug), lambda: _row(article, archive))


def _row(article: Article, archive: Archive) -> Row:
    outlet = archive.registry.outlets.get(article.outlet) if article.outlet else None
    assert article.title is not None, "the checks hold back what has no title"
    assert article.date is not None, "the checks hold back what has no date"
    return Row(
        title=article.title,
        page=paths.article(article.slug),
        date=article.date,
        summary="" if article.status is Status.RETRACTED else text.shorten(shown_summary(article, archive), 240),
        by=outlet.name if outlet else article.outlet_name or OUR_OWN,
        by_page=paths.outlet(outlet.slug) if outlet else None,
        flag=str(article.status).capitalize() if article.status is not Status.PUBLISHED else "",
    )


def rows(entries: Iterable[Entry], archive: Archive) -> list[Row]:
    return [row(entry.article, archive) for entry in entries]


def event_row(topic: Topic) -> Row:
    """A dated topic in a list, with the first sentence of its introduction."""
    assert topic.date is not None, "only events come here"
    introduction = next((block.text for block in topic.introduction), "")
    return Row(
        title=topic.name,
        page=paths.topic(topic.slug),
        date=topic.date,
        summary=text.shorten(text.first_sentence(introduction), 160),
        event=True,
    )


def newest(entries: Sequence[Entry]) -> datetime.date | None:
    """The day of the newest of some articles that stand newest first: when a page that lists them last changed."""
    return entries[0].article.date if entries else None


def newest_first(every: Iterable[Row]) -> list[Row]:
    """Rows by date, newest first; on one day events stand before articles."""
    return sorted(every, key=lambda r: (-r.date.toordinal(), not r.event, r.page))


def by_year(every: Sequence[Row]) -> list[tuple[int, list[Row]]]:
    """Rows that stand newest first, in groups."""
    return [(year, list(group)) for year, group in groupby(every, key=lambda r: r.date.year)]


def by_month(every: Sequence[Row]) -> list[tuple[int, int, list[Row]]]:
    return [
        (year, month, list(group)) for (year, month), group in groupby(every, key=lambda r: (r.date.year, r.date.month))
    ]


def actor_css(kind: ActorKind) -> str:
    return f"ex-{kind}"


def topic_css(topic: Topic) -> str:
    return "ex-event" if topic.date else "ex-topic"


def actor_counts(entries: Iterable[Entry], archive: Archive, limit: int | None = None) -> list[Count]:
    """The actors of some articles with the number of those that name them, most first."""
    counts = Counter([found.slug for entry in entries for found in entry.actors])
    actors = archive.registry.actors
    known = [pair for pair in counts.items() if pair[0] in actors]
    ranked = sorted(known, key=lambda pair: (-pair[1], pair[0]))[:limit]
    return [Count(name=actors[s].name, count=n, css=actor_css(actors[s].kind), page=paths.actor(s)) for s, n in ranked]


def topic_counts(entries: Iterable[Entry], archive: Archive, limit: int | None = None) -> list[Count]:
    counts = Counter([found.slug for entry in entries for found in entry.topics])
    topics = archive.registry.topics
    known = [pair for pair in counts.items() if pair[0] in topics]
    ranked = sorted(known, key=lambda pair: (-pair[1], pair[0]))[:limit]
    return [Count(name=topics[s].name, count=n, css=topic_css(topics[s]), page=paths.topic(s)) for s, n in ranked]


def outlet_counts(entries: Iterable[Entry], archive: Archive) -> list[Count]:
    counts = Counter(entry.article.outlet for entry in entries)
    outlets = archive.registry.outlets
    ranked = sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))
    return [
        Count(name=outlets[s].name, count=n, css="ex-outlet", page=paths.outlet(s))
        if s
        else Count(name=OUR_OWN, count=n, css="")
        for s, n in ranked
    ]


def split(entries: Sequence[Entry]) -> tuple[Sequence[Entry], list[tuple[int, int]]]:
    """What a page itself lists, and the years (with counts) that have a page of their own: none for a short list."""
    if len(entries) <= SPLIT:
        return entries, []
    years = Counter(entry.article.date.year for entry in entries if entry.article.date)
    return entries[:LATEST], list(years.items())
