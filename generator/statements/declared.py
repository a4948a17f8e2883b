"""Quotations that an article's header declares by hand: a person's word stands above what the rules found."""

import dataclasses
from collections.abc import Sequence

from generator.model import Article, Declared, Quote

RULE = "declared in the header"


def place_of(article: Article, declared: Declared) -> tuple[int, int] | None:
    """Block and offset where the declared words stand verbatim; None if they stand nowhere."""
    for index, block in enumerate(article.readable):
        at = block.text.find(declared.text)
        if at >= 0:
            return index, at
    return None


def with_declared(article: Article, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotations with the declared speakers; a declared one that no rule found is added, in reading order."""
    kept = list(quotes)
    for declared in article.statements:
        place = place_of(article, declared)
        if place is None:
            continue  # the checks report it
        block, at = place
        to = at + len(declared.text)
        same = [i for i, q in enumerate(kept) if q.block == block and q.at < to and at < q.to]
        if same:
            for index in same:
                kept[index] = dataclasses.replace(kept[index], speaker=declared.speaker, rule=RULE)
            continue
        text = list(article.readable)[block]
        kept.append(
            Quote(
                text=declared.text,
                line=text.line,
                block=block,
                at=at,
                to=to,
                start=text.offset_in_file(at),
                end=text.offset_in_file(to),
                speaker=declared.speaker,
                rule=RULE,
            )
        )
    return tuple(sorted(kept, key=lambda quote: (quote.block, quote.at)))
