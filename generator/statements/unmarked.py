"""Quotations without marks: block quotations, what "X said:" announces, what "- the article says" closes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Role
from generator.statements.context import Context
from generator.statements.frames import Frame
from generator.statements.history import History, Speaker
from generator.statements.introductions import title_before
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
# After a name: of what or to whom its bearer speaks ("X on the summit plan:").
LABELLED = re.compile(r" (?:on|about|to|in|at|after|before|regarding) [^:.;!?,]{2,80}:\s*$")
Ending = tuple[int, str, Speaker]  # where a quotation without marks ends, the rule that found it, who speaks
LONGEST_COLON = 200  # characters of a paragraph that announces an unmarked quotation


def may_be_unmarked(block: Block) -> bool:
    return (
        block.role is Role.QUOTATION
        or block.text.rstrip().endswith(":")
        or "- " in block.text
        or "— " in block.text
        or "– " in block.text
    )


def is_worth_a_look(blocks: Sequence[Block], number: int) -> bool:
    """Whether ``unmarked`` may find anything in a block: a block quotation, one with a dash, one behind a colon."""
    block = blocks[number]
    text = block.text
    return (
        block.role is Role.QUOTATION
        or "-" in text
        or "–" in text
        or "—" in text
        or (number > 0 and blocks[number - 1].text.rstrip().endswith(":"))
    )


def unmarked(context: Context, history: History, number: int) -> Found | None:
    """A quotation without marks: a block quotation, a paragraph that "X said:" announces, or one closed by "- X said"."""
    frame = context.frames[number]
    text, role = frame.block.text, frame.block.role
    if role not in (Role.PARAGRAPH, Role.QUOTATION) or not text.strip():
        return None
    found = closed_by_speaker(context, history, number) or announced(context, history, number)
    if found is None and role is Role.QUOTATION:
        found = block_quotation(context, history, number)
    if found is None or not found[1]:
        return None
    to, rule, speaker = found
    span = trimmed(text, Span(open=0, at=0, to=to, close=to))
    history.add(number, span.at, speaker)
    own = replace(frame, spans=(span,), masked=MASK * to + frame.masked[to:])
    return Found(make_place(context, history, number, 0, own), rule, speaker)


def closed_by_speaker(context: Context, history: History, number: int) -> Ending | None:
    """``... - X said.``"""
    closing = UNMARKED.match(context.frames[number].block.text)
    speaker = closing_speaker(context, history, number, closing) if closing else None
    return (closing.end(1), "unmarked, X said at its end", speaker) if closing and speaker else None


def announced(context: Context, history: History, number: int) -> Ending | None:
    """What a short paragraph before announces: ``X said:``, ``X on the plan:``.  Without a rule where it announces a list."""
    earlier = context.frames[number - 1] if number else None
    if earlier is None or not earlier.block.text.rstrip().endswith(":") or len(earlier.block.text) >= LONGEST_COLON:
        return None
    if earlier.block.role is not Role.PARAGRAPH:
        return None
    speaker = speaker_of_colon(context, history, number - 1)
    if speaker is None:
        return None
    frame = context.frames[number]
    text = frame.block.text
    to, rule = len(text.rstrip()), "unmarked, after a colon"
    if frame.block.role is Role.QUOTATION:
        return to, rule, speaker
    following = context.frames[number + 1].block.role if number + 1 < len(context.frames) else None
    tokens = earlier.tokens(0, len(earlier.masked))
    announces = saying_verbs(tokens) or is_label(context, earlier, frame)
    if not announces or looks_like_heading(text) or following is Role.LIST_ITEM:
        return to, "", speaker
    return to, rule, speaker


def is_label(context: Context, earlier: Frame, frame: Frame) -> bool:
    """``X on the plan:``, ``Minister X to reporters:``: a person and of what they speak, no verb; the line names nobody so."""
    places = earlier.named_between(0, len(earlier.masked))
    person = next((place for place in places if context.is_person(place.actor)), None)
    if person is None or not LABELLED.match(earlier.masked, person.to):
        return False
    start = title_before(earlier, person, context.registry)
    if earlier.masked[:start].strip():
        return False
    return all(place.actor != person.actor for place in frame.named)


def block_quotation(context: Context, history: History, number: int) -> Ending:
    """A block quotation, perhaps signed with a dash and a name."""
    frame = context.frames[number]
    text = frame.block.text
    if signed := SIGNED.search(text):
        tokens = frame.tokens(signed.start(1), signed.end(1))
        return signed.start(), "block quotation, signed", resolve_name(context, history, number, tokens)
    return len(text.rstrip()), "block quotation", Speaker()


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
