"""Quotations over the blocks of an article: one that a block leaves open may go on in the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Role
from generator.statements.marks import ANY_MARK, MARK, Span, find_spans, trimmed
from generator.statements.words import INVERTED

BODY_ROLES = frozenset((Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION))  # where quotations are looked for
# Where marks are read at all: a headline repeats what the body quotes, but who is named inside its marks is not named by the article.
SPOKEN_ROLES = BODY_ROLES | {Role.TITLE, Role.STANDFIRST, Role.HEADING}


# No text that people wrote has more; a file made to hang the build has.
MOST_IN_BLOCK = 300
MOST_IN_ARTICLE = 3000
# "... , he said." at the end of a quotation whose closing mark was forgotten.
FORGOTTEN_CLOSE = re.compile(
    r",\s+(?:[-–—]\s+)?(?:(?:he|she|they|it)|(?:the\s)?[^\W\d_a-z][\w.’'-]*(?:\s[\w.’'-]+){0,4})\s(\w+)\b[^,]{0,60}$"
)


def spans_of_blocks(blocks: Sequence[Block]) -> list[tuple[Span, ...]]:
    """The spans of each block; a quotation left open at a block's end goes on in the next one where its marks say so."""
    spans: list[tuple[Span, ...]] = []
    left = MOST_IN_ARTICLE
    for number, block in enumerate(blocks):
        last = spans[-1][-1] if number and spans[-1] else None
        is_open = last is not None and last.at_end and not last.single and blocks[number - 1].role in BODY_ROLES
        is_marked = ANY_MARK.search(block.text) is not None
        if not (is_marked or is_open) or block.role not in SPOKEN_ROLES or block.language:
            spans.append(())
            continue
        found = find_spans(block.text, carried=is_open) if is_marked else []
        if (
            is_open
            and not MARK.search(block.text)
            and block.role is Role.PARAGRAPH
            and closes_later(blocks[number + 1 : number + 5])
        ):
            found = [Span(open=0, at=0, to=len(block.text), close=len(block.text), closed=False, at_end=True)]
        found = found[: min(MOST_IN_BLOCK, left)]
        left -= len(found)
        spans.append(tuple(closed_by_attribution(block.text, span) for span in found))
    return spans


def closes_later(blocks: Sequence[Block]) -> bool:
    """Whether the next mark in these blocks closes a quotation that none of them opens."""
    for block in blocks:
        if block.role is not Role.PARAGRAPH:
            return False
        if MARK.search(block.text):
            found = find_spans(block.text, carried=True)
            return (
                bool(found)
                and found[0].at == 0
                and found[0].open == 0
                and found[0].closed
                and block.text[0] not in '“"«„'
            )
    return False


def closed_by_attribution(text: str, span: Span) -> Span:
    """Where a closing mark was forgotten, the quotation ends before ", he said"."""
    if span.closed or span.single:
        return span
    tail_at = max(span.at, span.to - 160)
    for comma in re.finditer(",", text[tail_at : span.to]):
        ending = FORGOTTEN_CLOSE.match(text, tail_at + comma.start(), span.to)
        if ending and ending.group(1).lower() in INVERTED | {"told"}:
            to = tail_at + comma.start() + 1
            return trimmed(text, replace(span, to=to, close=to, closed=True, at_end=False))
    return span
