"""Quotations without marks: block quotations, what "X said:" announces, what "- the article says" closes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Role
from generator.statements.context import Context
from generator.statements.history import History, Speaker
from generator.statements.marks import MASK, Span, trimmed
from generator.statements.phrases import Phrase, subject_after
from generator.statements.place import Found, make_place
from generator.statements.references import resolve
from generator.statements.speakers import speaker_of_colon
from generator.statements.subjects import subject_before
from generator.statements.tokens import Token
from generator.statements.verbs import saying_verbs
from generator.statements.words import INVERTED

# "... - the article says." at the end of a quotation without marks.
UNMARKED = re.compile(r"^(.{25,}[.,!?…])\s*[-–—]\s+([^-–—.:;!?]{3,80})\.?\s*$", re.DOTALL)
SIGNED = re.compile(r"\s*[-–—]{1,2}\s*([^\W\d_a-z][^-–—.!?]{2,60})$")
LONGEST_COLON = 200  # characters of a paragraph that announces an unmarked quotation


def may_be_unmarked(block: Block) -> bool:
    return (
        block.role is Role.QUOTATION
        or block.text.rstrip().endswith(":")
        or "- " in block.text
        or "— " in block.text
        or "– " in block.text
    )


def unmarked(context: Context, history: History, number: int) -> Found | None:
    """A quotation without marks: a block quotation, a paragraph that "X said:" announces, or one closed by "- X said"."""
    frame = context.frames[number]
    text, role = frame.block.text, frame.block.role
    if role not in (Role.PARAGRAPH, Role.QUOTATION) or not text.strip():
        return None
    to, rule, speaker = len(text.rstrip()), "", None
    if closing := UNMARKED.match(text):
        tokens = frame.tokens(closing.start(2), closing.end(2))
        if speaker := closing_speaker(context, history, number, closing):
            to, rule = closing.end(1), "unmarked, X said at its end"
    if speaker is None and number:
        earlier = context.frames[number - 1].block
        announced = (
            earlier.text.rstrip().endswith(":") and len(earlier.text) < LONGEST_COLON and earlier.role is Role.PARAGRAPH
        )
        next_block = context.frames[number + 1].block if number + 1 < len(context.frames) else None
        if announced and (speaker := speaker_of_colon(context, history, number - 1)):
            tokens = context.frames[number - 1].tokens(0, len(earlier.text))
            rule = "unmarked, after a colon"
            if role is Role.PARAGRAPH and (
                not saying_verbs(tokens)
                or looks_like_heading(text)
                or (next_block is not None and next_block.role is Role.LIST_ITEM)
            ):
                return None
    if role is Role.QUOTATION and speaker is None:
        if signed := SIGNED.search(text):
            tokens = frame.tokens(signed.start(1), signed.end(1))
            speaker, to, rule = (
                resolve_name(context, history, number, tokens),
                signed.start(),
                "block quotation, signed",
            )
        else:
            speaker, rule = Speaker(), "block quotation"
    if not rule or speaker is None:
        return None
    span = trimmed(text, Span(open=0, at=0, to=to, close=to))
    history.add(number, span.at, speaker)
    own = replace(frame, spans=(span,), masked=MASK * to + frame.masked[to:])
    return Found(make_place(context, history, number, 0, own), rule, speaker)


def looks_like_heading(text: str) -> bool:
    return len(text) < 20 or text.rstrip()[-1:] not in '.!?…”"’,'


def resolve_name(context: Context, history: History, number: int, tokens: Sequence[Token]) -> Speaker:
    cut = next((i for i, token in enumerate(tokens) if i and token.text in ",("), len(tokens))
    return resolve(context, history, number, Phrase(tuple(tokens[:cut])))


def closing_speaker(context: Context, history: History, number: int, closing: re.Match[str]) -> Speaker | None:
    """Who says so in a closing ``- the article says`` or ``- said X``."""
    tokens = context.frames[number].tokens(closing.start(2), closing.end(2))
    if tokens and tokens[0].lower in INVERTED:
        phrase = subject_after(tokens, 0)
    else:
        verbs = saying_verbs(tokens)
        phrase = subject_before(tokens, verbs[0]) if verbs else None
    return resolve(context, history, number, phrase) if phrase else None
