"""Whom a description can mean: persons by the office they were introduced with, organisations by their kind."""

from collections.abc import Sequence

from generator.model import ActorKind, ActorSlug
from generator.statements.context import Context, office_words, stem
from generator.statements.verbs import Token
from generator.statements.words import ARTICLES, ORGANISATION_HEADS, OUTLET_HEADS, SAME_OFFICE

OFFICE_KINDS = frozenset(
    [
        "foreign",
        "prime",
        "defence",
        "defense",
        "finance",
        "interior",
        "vice",
        "deputy",
        "former",
        "energy",
        "trade",
        "health",
        "justice",
    ]
)


def fits(context: Context, actor: ActorSlug, core: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether an actor's introduction has the description's office, and every nation or party that it names."""
    known = context.introduced.get(actor, frozenset())
    head = core[-1].lower
    rows = [row for said, row in SAME_OFFICE if head in said]
    if (rows and not any({stem(word) for word in row} & known for row in rows)) or (
        not rows and stem(head) not in known
    ):
        return False
    kinds = {token.lower for token in words if token.lower in OFFICE_KINDS} - {"former"}
    if (head in ("president", "minister") and {"vice", "deputy"} & known and not kinds & {"vice", "deputy"}) or not {
        stem(kind) for kind in kinds
    } <= known:
        return False
    modifiers = {
        stem(part)
        for token in words
        if token.is_capital and token.lower not in ARTICLES
        for part in office_words(token.text)
    }
    return modifiers <= known and not (stem(head) not in known and not modifiers and head in ("chief", "head", "boss"))


def described_organisation(
    context: Context, block: int, position: int, head: str, modifiers: Sequence[str]
) -> ActorSlug | None:
    """For "the company", "the ministry", "the newspaper": the one organisation named shortly before that it can be."""
    if head in OUTLET_HEADS:
        return reporting_outlet(context, block, position)
    if head not in ORGANISATION_HEADS or modifiers:
        return None
    for index in range(block, max(block - 2, 0) - 1, -1):
        end = position if index == block else 1 << 60
        places = context.frames[index].named_before(end)
        named = {place.actor for place in places if context.actor(place.actor).kind is ActorKind.ORGANISATION}
        if len(named) == 1:
            actor = named.pop()
            return (
                actor
                if head in ("company", "firm", "group") or head in office_words(context.actor(actor).name)
                else None
            )
        if named:
            return None
    return None


def reporting_outlet(context: Context, block: int, position: int) -> ActorSlug | None:
    """The one organisation that the article so far says to report."""
    earlier = [actor for actor, place in context.reporters.items() if place < (block, position)]
    return earlier[0] if len(earlier) == 1 else None
