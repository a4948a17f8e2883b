"""The page of an article: what it says, as far as its rights allow, and everything it is connected with."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator import text
from generator.anchors import body_start
from generator.citations import citations_of
from generator.crossref import Archive, Entry
from generator.links import for_page, relative, with_marks
from generator.markup import to_markdown
from generator.matching.actors import heads
from generator.matching.outlets import rights_of
from generator.matching.shown import shown_blocks, shown_standfirst
from generator.model import ActorSlug, Article, Block, Mark, Mention, Page, PagePath, Rights, Role, Status, Style
from generator.pages import paths
from generator.pages.listing import (
    Count,
    actor_css,
    row,
    rows,
    shown_summary,
    topic_css,
)
from generator.pages.quotations import with_quotations
from generator.pages.render import Markdown, render
from generator.pages.sources import with_sources
from generator.settings import Settings

OUR_LANGUAGE = "en"
FROM_THE_RIGHT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
RETRACTED = "This article was retracted."  # all that lists and previews say of one
RIGHTS_WORDS = {Rights.FULL: "Published in full", Rights.EXCERPT: "Excerpt", Rights.LINK: "Link only"}


def article_page(entry: Entry, archive: Archive, settings: Settings) -> Page:
    article = entry.article
    path = paths.article(article.slug)
    rights = rights_of(article, archive.registry)
    summary = shown_summary(article, archive)
    retracted = article.status is Status.RETRACTED
    story = story_of(entry, archive)
    earlier, later = archive.neighbours.get(article.slug, (None, None))
    blocks = tuple(article.blocks)  # read once
    shown = with_quotations(entry, shown_blocks(linked_blocks(entry, blocks, archive), rights), archive)
    heading = _actor_chips(entry, archive, heads(entry.actors, article))
    front_matter = {
        "title": article.title,
        "description": RETRACTED
        if retracted
        else text.shorten(summary, 300) or f"{article.title}: who and what it is about, and where to read it.",
        "template": "article.html",
        "kind": "article",
        "section": "articles",
        "date": article.date,
        "updated": changed if (changed := article.changed) != article.date else None,
        "language": article.language,
        "robots": "noindex" if retracted else None,
    }
    return render(
        "article",
        path,
        front_matter,
        title=article.title,
        tongue=_tongue(article.language),
        kicker=story,
        form="Clip" if article.outlet or article.outlet_name or article.url else "Explainer",
        standfirst=_standfirst(article, blocks, summary, rights),
        retracted=retracted,
        row=row(article, archive),
        authors=text.listed(list(article.authors)),
        updated=article.updated,
        corrections=article.corrections,
        minutes=text.reading_minutes(text.count_words("\n".join([b.text for b in blocks])))
        if rights is Rights.FULL
        else None,
        rights_word=RIGHTS_WORDS[rights],
        url=article.url,
        key_points=article.key_points[:5],
        actors=heading,
        also=[chip for chip in _actor_chips(entry, archive, entry.actor_slugs) if chip not in heading],
        topics=_topic_chips(entry, archive),
        body=Markdown(to_markdown(with_sources(shown), anchors=True)),
        notice="" if rights is Rights.FULL else str(rights),
        earlier=earlier and row(earlier.article, archive),
        later=later and row(later.article, archive),
        related=rows(archive.related.get(article.slug, ()), archive),
        citations=citations_of(entry, archive, settings),
        source=article.path,
        correct=paths.CORRECT,
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The language of a text that is not in the archive's own, and the direction in which it is written."""

    language: str
    direction: str


def _tongue(language: str | None) -> Tongue | None:
    """What the page must say of the text's language; nothing for the archive's own."""
    if not language or not _LANGUAGE.fullmatch(language) or language.split("-")[0].lower() == OUR_LANGUAGE:
        return None
    from_the_right = language.split("-")[0].lower() in FROM_THE_RIGHT
    return Tongue(language=language, direction="rtl" if from_the_right else "ltr")


def withdrawn_page(article: Article) -> Page:
    """What is left of a withdrawn article: a short notice at the same address."""
    front_matter = {
        "title": article.title,
        "description": "This article was withdrawn.",
        "template": "article.html",
        "kind": "article",
        "section": "articles",
        "date": article.date,
        "robots": "noindex",
    }
    return render("withdrawn", paths.article(article.slug), front_matter, title=article.title, correct=paths.CORRECT)


def _standfirst(article: Article, blocks: Sequence[Block], summary: str, rights: Rights) -> str:
    """The standfirst, or a summary that is not just the text's first sentence over again."""
    if standfirst := shown_standfirst(article, rights):
        return standfirst
    opening = next((block.text for block in blocks if block.role is Role.PARAGRAPH), "")
    return "" if opening.startswith(summary) else summary


# --- what it is connected with -----------------------------------------------------------------------------------------------------


def _actor_chips(entry: Entry, archive: Archive, slugs: Collection[ActorSlug]) -> list[Count]:
    actors = archive.registry.actors
    found = [(actors[f.slug], len(f.mentions)) for f in entry.actors if f.slug in actors and f.slug in slugs]
    return [Count(name=a.name, count=n, css=actor_css(a.kind), page=paths.actor(a.slug)) for a, n in found]


def _topic_chips(entry: Entry, archive: Archive) -> list[Count]:
    topics = archive.registry.topics
    found = [(topics[f.slug], len(f.mentions)) for f in entry.topics if f.slug in topics]
    return [Count(name=t.name, count=n, css=topic_css(t), page=paths.topic(t.slug)) for t, n in found]


def story_of(entry: Entry, archive: Archive) -> Count | None:
    """The topic that the article belongs to first of all."""
    return next(iter(_topic_chips(entry, archive)), None)


# --- links in the text ---------------------------------------------------------------------------------------------------------------


def linked_blocks(entry: Entry, body: Sequence[Block], archive: Archive) -> list[Block]:
    """The body with a link at the first mention of each actor and topic; as it is where the header says ``autolink: false``.

    Never in headings, code or other links; where two would overlap, the actor's stands.
    """
    article = entry.article
    if not article.autolink:
        return for_page(body, article.path)
    body_from = body_start(article)
    blocks = for_page(body, article.path)
    path = paths.article(article.slug)
    for mentions, target in _targets(entry, archive):
        for mention in mentions:
            index = mention.block - body_from
            if 0 <= index < len(blocks) and _may_link(blocks[index], mention):
                blocks[index] = _with_link(blocks[index], mention, relative(path, target))
                break
    return blocks


def _targets(entry: Entry, archive: Archive) -> Iterator[tuple[Iterable[Mention], PagePath]]:
    for actor in entry.actors:
        if actor.slug in archive.registry.actors:
            yield actor.mentions, paths.actor(actor.slug)
    for topic in entry.topics:
        if topic.slug in archive.registry.topics:
            yield topic.mentions, paths.topic(topic.slug)


def _may_link(block: Block, mention: Mention) -> bool:
    if block.role not in (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION):
        return False
    start, end = mention.at, mention.at + len(mention.form)
    for mark in block.marks:
        outside = mark.end <= start or end <= mark.start
        around = mark.start <= start and end <= mark.end and mark.style not in (Style.LINK, Style.CODE)
        if not (outside or around):
            return False
    return True


def _with_link(block: Block, mention: Mention, href: str) -> Block:
    mark = Mark(style=Style.LINK, start=mention.at, end=mention.at + len(mention.form), href=href)
    return with_marks(block, (*block.marks, mark))
