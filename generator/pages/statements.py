"""The pages of statements: what was said, in the wordings of each outlet, side by side."""

import datetime
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from generator import text
from generator.citations import statement_citations
from generator.crossref import Archive
from generator.markup import inline
from generator.model import ActorSlug, Mark, Page, PagePath, Style, TopicSlug
from generator.pages import paths
from generator.pages.listing import Count, Row, actor_css, row, topic_css
from generator.pages.quotations import address_of, place_of, told_as
from generator.pages.render import Markdown, render
from generator.settings import Settings
from generator.statements import Statement, Variant

LISTED = 200  # statements on the index and on an actor's list, newest first
SHORT = 150  # characters of a statement in a title or list


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One variant as its page shows it; ``differences`` pairs words of the first wording with what stands here instead."""

    words: Markdown
    differences: Sequence[tuple[str, str]]
    title: str
    page: str
    by: str
    by_page: PagePath | None
    date: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement in a list."""

    words: str
    page: str
    date: datetime.date
    told: str  # in how many wordings; empty for a single quotation
    speaker: Count
    by: str
    written: dict[Hashable, Markdown] = field(default_factory=dict, compare=False, repr=False)  # by ``Linker.once``


def statements_page(archive: Archive) -> Page:
    """The index of the statements told in two wordings or more."""
    return _index([statement for statement in archive.told if statement.speaker in archive.registry.actors], archive)


def statement_page(identity: str, archive: Archive, settings: Settings) -> Page:
    return _statement(archive.statements[identity], archive, settings)


def said_by_page(speaker: ActorSlug, archive: Archive) -> Page:
    """Everything that an actor said."""
    return _said_by(speaker, archive.said_by[speaker], archive)


def statements_of(speaker: ActorSlug, archive: Archive, limit: int) -> list[Said]:
    """The newest statements of an actor."""
    return [_said(statement, archive) for statement in archive.said_by.get(speaker, ())[:limit]]


def newest_statements(archive: Archive, limit: int) -> list[Said]:
    """The newest statements of the archive, one of each speaker."""
    newest = [said[0] for speaker, said in archive.said_by.items() if said and speaker in archive.registry.actors]
    said = [_said(statement, archive) for statement in newest]
    return sorted(said, key=lambda item: (-item.date.toordinal(), item.speaker.name, item.page))[:limit]


def _speaker(slug: ActorSlug, archive: Archive) -> Count:
    actor = archive.registry.actors[slug]
    return Count(name=actor.name, count=len(archive.said_by[slug]), css=actor_css(actor.kind), page=paths.actor(slug))


def _said(statement: Statement, archive: Archive) -> Said:
    return archive.once.of(("said", statement.id), lambda: _made(statement, archive))


def _made(statement: Statement, archive: Archive) -> Said:
    """A statement with two wordings leads to its own page, any other to the article that quotes it."""
    first = statement.variants[0]
    return Said(
        words=text.shorten(_words(first), SHORT),
        page=address_of(statement, archive),
        date=_date(first, archive),
        told=told_as(statement) if len(statement.variants) > 1 else "",
        speaker=_speaker(statement.speaker, archive),
        by=_row(first, archive).by,
    )


def _words(variant: Variant) -> str:
    return variant.quote.text.strip().rstrip(",")


def _row(variant: Variant, archive: Archive) -> Row:
    return row(archive.by_slug[variant.article].article, archive)


def _date(variant: Variant, archive: Archive) -> datetime.date:
    return _row(variant, archive).date


def _index(told: Sequence[Statement], archive: Archive) -> Page:
    said = [_said(statement, archive) for statement in told[:LISTED]]
    speakers: dict[ActorSlug, int] = {
        slug: len(group) for slug, group in archive.said_by.items() if slug in archive.registry.actors
    }
    front_matter = {
        "title": "Statements",
        "description": "Who said what, in whose words: statements that more than one article quotes, wording beside wording.",
        "kind": "index",
        "section": "statements",
        "date": said[0].date if said else None,
    }
    ranked = sorted(speakers.items(), key=lambda pair: (-pair[1], pair[0]))[:30]
    actors = archive.registry.actors
    return render(
        "statements",
        paths.STATEMENTS,
        front_matter,
        said=said,
        speakers=[
            Count(name=actors[s].name, count=n, css=actor_css(actors[s].kind), page=paths.said_by(s)) for s, n in ranked
        ],
    )


def _statement(statement: Statement, archive: Archive, settings: Settings) -> Page:
    first = statement.variants[0]
    speaker = _speaker(statement.speaker, archive)
    date = _date(first, archive)
    words = text.shorten(_words(first), SHORT)
    wordings = [_wording(variant, first, archive) for variant in statement.variants]
    front_matter = {
        "title": f"{speaker.name}: “{words}”",
        "description": f"What {speaker.name} said, {told_as(statement)}, as reported from {text.long_date(date)} on.",
        "kind": "statement",
        "section": "statements",
        "date": max(_date(variant, archive) for variant in statement.variants),
    }
    return render(
        "statement",
        paths.statement(statement.id),
        front_matter,
        speaker=speaker,
        all_page=paths.said_by(statement.speaker),
        words=words,
        date=date,
        told=told_as(statement),
        articles=len({variant.article for variant in statement.variants}),
        wordings=wordings,
        differ=any(wording.differences for wording in wordings),
        citations=statement_citations(statement, paths.statement(statement.id), archive, settings),
    )


def _wording(variant: Variant, first: Variant, archive: Archive) -> Wording:
    item = _row(variant, archive)
    marks, differences = compare(_words(first), _words(variant))
    return Wording(
        words=Markdown(inline(_words(variant), marks)),
        differences=differences,
        title=item.title,
        page=place_of(variant, archive),
        by=item.by,
        by_page=item.by_page,
        date=item.date,
    )


def compare(first: str, other: str) -> tuple[list[Mark], list[tuple[str, str]]]:
    """Where another wording differs from the first, word by word: marks in the other, and pairs (there, here).

    An empty side of a pair says that the words are added, or left out.
    """
    one, two = first.split(), other.split()
    starts, at = [], 0
    for word in two:
        at = other.index(word, at)
        starts.append(at)
        at += len(word)
    marks: list[Mark] = []
    differences: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, [_key(word) for word in one], [_key(word) for word in two], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        differences.append((" ".join(one[a:b]), " ".join(two[c:d])))
        if c < d:
            marks.append(Mark(style=Style.CHANGED, start=starts[c], end=starts[d - 1] + len(two[d - 1])))
    return marks, differences


def _key(word: str) -> str:
    """A word as it is compared: without its marks, in lower case."""
    return word.strip(".,;:!?…—–-()[]“”\"‘’'").casefold().replace("’", "'")


def _said_by(speaker: ActorSlug, statements: Sequence[Statement], archive: Archive) -> Page:
    """An actor's statements by date, and again below each topic of the articles that quote them."""
    registry = archive.registry
    name = registry.actors[speaker].name
    said = statements_of(speaker, archive, LISTED)
    topics: dict[TopicSlug, list[Said]] = {}
    for statement, item in zip(statements[:LISTED], said, strict=True):
        for slug in archive.by_slug[statement.variants[0].article].topic_slugs:
            if slug in registry.topics:
                topics.setdefault(slug, []).append(item)
    front_matter = {
        "title": f"What {name} said",
        "description": f"{text.counted(len(statements), 'statement')} of {name}, by date and by topic, each with the article that quotes it.",
        "kind": "list",
        "section": "statements",
        "date": said[0].date,
    }
    ranked = sorted(topics.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return render(
        "said_by",
        paths.said_by(speaker),
        front_matter,
        speaker=_speaker(speaker, archive),
        count=len(statements),
        said=said,
        topics=[
            (
                Count(
                    name=registry.topics[s].name,
                    count=len(group),
                    css=topic_css(registry.topics[s]),
                    page=paths.topic(s),
                ),
                f"ex-on-{s}",
                group,
            )
            for s, group in ranked
        ],
    )
