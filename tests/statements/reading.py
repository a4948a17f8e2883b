"""Articles made of paragraphs, and the actors named in them, for the tests of quotations."""

import datetime
import re
from dataclasses import dataclass

from generator.model import (
    Actor,
    ActorFound,
    ActorKind,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    Mention,
    Quote,
    Registry,
    Role,
)
from generator.statements import find_quotes
from generator.text import slugify


def actor(name: str, kind: ActorKind = ActorKind.PERSON, **more: tuple[str, ...] | str) -> Actor:
    return Actor(slug=ActorSlug(slugify(name)), path="", name=name, kind=kind, **more)  # type: ignore[arg-type]


ACTORS = (
    actor("Ada Example"),
    actor("Boris Sample"),
    actor("Clara Muster"),
    actor("Ruritania", ActorKind.STATE, metonyms=("Strelsau",)),
    actor("Borduria", ActorKind.STATE),
    actor("Ruritanian Foreign Ministry", ActorKind.ORGANISATION),
    actor("Gazette", ActorKind.ORGANISATION),
    actor("Lake Union", ActorKind.ORGANISATION),
    actor("Syldavia", ActorKind.STATE),
    actor("Fritz Beispiel", role="President of Borduria"),
    actor("Carlos Mello do Prado"),
    actor("Omar as-Sample"),
    actor("Dora May"),
    actor("St. Eve Probe"),
    actor("Ruritanian Central Reserve", ActorKind.ORGANISATION),
    actor("European Lake Commission", ActorKind.ORGANISATION, aliases=("Lake Commission",)),
    actor("Lake Guard", ActorKind.ORGANISATION, aliases=("Ruritania’s paramilitaries",)),
    actor("Northern Pact", ActorKind.ORGANISATION, aliases=("NOPA",)),
)
REGISTRY = Registry(actors={one.slug: one for one in ACTORS})


@dataclass(frozen=True)
class Said:
    """What a test looks at of a quotation."""

    text: str
    speaker: str | None
    words: str | None = None


def article(*paragraphs: str, title: str | None = None, slug: str = "a", date: str | None = None) -> Article:
    """``> `` before a paragraph makes it a block quotation, ``# `` a heading."""
    roles = {"> ": Role.QUOTATION, "# ": Role.HEADING, "- ": Role.LIST_ITEM}
    offset, blocks = 0, []
    for line, text in enumerate(paragraphs, 1):
        role = roles.get(text[:2], Role.PARAGRAPH)
        shown = text[2:] if role is not Role.PARAGRAPH else text
        start = offset + len(text) - len(shown)
        blocks.append(Block(role=role, text=shown, line=line, origin=((0, start),)))
        offset += len(text) + 1
    return Article(
        slug=ArticleSlug(slug),
        path=f"{slug}.txt",
        headline=Block(role=Role.TITLE, text=title, line=1) if title else None,
        blocks=tuple(blocks),
        date=datetime.date.fromisoformat(date) if date else None,
    )


def mentions(text: Article) -> tuple[ActorFound, ...]:
    """Names, aliases and metonyms wherever they stand; a last name where the whole name stands too."""
    blocks = list(text.readable)
    found = []
    for one in ACTORS:
        forms = [one.name, *one.aliases, *one.metonyms]
        if one.kind is ActorKind.PERSON and any(one.name in block.text for block in blocks):
            forms.append(one.name.split()[-1])
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
        places = tuple(
            Mention(form=match.group(), block=number, at=match.start(), line=block.line)
            for number, block in enumerate(blocks)
            for match in pattern.finditer(block.text)
        )
        if places:
            found.append(ActorFound(slug=one.slug, mentions=places))
    return tuple(found)


def quotes(*paragraphs: str, title: str | None = None) -> tuple[Quote, ...]:
    text = article(*paragraphs, title=title)
    return find_quotes(text, mentions(text), REGISTRY)


def speakers(*paragraphs: str, title: str | None = None) -> list[str | None]:
    return [quote.speaker for quote in quotes(*paragraphs, title=title)]


def texts(*paragraphs: str, title: str | None = None) -> list[str]:
    return [quote.text for quote in quotes(*paragraphs, title=title)]
