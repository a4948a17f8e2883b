"""A speaker's statements as numbers of that speaker's quotations: what is kept of them, when the quotations are kept elsewhere."""

from collections.abc import Sequence

from generator.model import ActorSlug
from generator.statements.statement import Grouping, Proposal, Statement, Variant

# Of each statement its id, its other ids, and its quotations; of each proposal its two quotations and its score.
Numbers = tuple[list[tuple[str, tuple[str, ...], list[int]]], list[tuple[int, int, int]]]


def numbered(grouping: Grouping, variants: Sequence[Variant]) -> Numbers:
    """What was made of these quotations, by their numbers."""
    number = {id(variant): number for number, variant in enumerate(variants)}
    return (
        [(each.id, each.redirects, [number[id(one)] for one in each.variants]) for each in grouping.statements],
        [(number[id(each.first)], number[id(each.second)], each.score) for each in grouping.proposals],
    )


def from_numbers(speaker: ActorSlug, variants: Sequence[Variant], numbers: Numbers) -> Grouping:
    """What ``numbered`` was given.  Raises an error of Python's where the numbers are not of these quotations."""
    statements, proposals = numbers
    return Grouping(
        statements=tuple(
            Statement(
                id=name,
                speaker=speaker,
                date=variants[its[0]].date,
                variants=tuple(map(variants.__getitem__, its)),
                redirects=redirects,
            )
            for name, redirects, its in statements
        ),
        proposals=tuple(
            Proposal(first=variants[first], second=variants[second], score=score) for first, second, score in proposals
        ),
    )
