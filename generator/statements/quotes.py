"""Direct quotations in an article: where they are, which of the stretches between marks are none, and who said them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import ActorFound, ActorKind, Article, Block, Quote, Registry, Role
from generator.statements.context import MASK, Context, make_context
from generator.statements.marks import MARK, Span, find_spans, trimmed
from generator.statements.references import History, Speaker, resolve
from generator.statements.speakers import Place, find_speaker, speaker_of_colon
from generator.statements.subjects import saying_verbs, subject_before, tokens_of
from generator.statements.words import INVERTED, NAMING
from generator.text import words

SPOKEN_ROLES = frozenset((Role.TITLE, Role.STANDFIRST, Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTATION))
SHORTEST = 3  # words: what is shorter is a scare quote, unless it is a sentence with its own attribution
SHORTEST_UNATTRIBUTED = 5  # words: what is shorter and ascribed to nobody is a scare quote or a name
# "... , he said." at the end of a quotation whose closing mark was forgotten.
FORGOTTEN_CLOSE = re.compile(
    r",\s+(?:[-–—]\s+)?(?:(?:he|she|they|it)|(?:the\s)?[^\W\d_a-z][\w.’'-]*(?:\s[\w.’'-]+){0,4})\s(\w+)\b[^,]{0,60}$"
)
# "... - the article says." at the end of a quotation without marks.
UNMARKED = re.compile(r"^(.{25,}[.,!?…])\s*[-–—]\s+([^-–—.:;!?]{3,80})\.?\s*$", re.DOTALL)
SIGNED = re.compile(r"\s*[-–—]{1,2}\s*([^\W\d_a-z][^-–—.!?]{2,60})$")
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "in",
        "on",
        "to",
        "for",
        "with",
        "at",
        "by",
        "from",
        "as",
        "is",
        "are",
        "be",
        "not",
        "no",
        "vs",
    ]
)
LONGEST_COLON = 200  # characters of a paragraph that announces an unmarked quotation


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation with its speaker, before it becomes a Quote."""

    place: Place
    rule: str
    speaker: Speaker


def find_quotes(article: Article, found: Sequence[ActorFound], registry: Registry) -> tuple[Quote, ...]:
    """Every direct quotation in the article's readable blocks, in reading order, with its speaker where that is certain."""
    blocks = tuple(article.readable)
    spans = spans_of_blocks(blocks)
    if not any(spans) and not any(map(may_be_unmarked, blocks)):
        return ()
    context = make_context(article, spans, found, registry)
    history = History()
    quotations: list[Found] = []
    for number in range(len(blocks)):
        quotations += read_block(context, history, number)
    quotations = joined_paragraphs(context, quotations)
    quotations = same_words(context, quotations)
    return tuple(as_quote(item) for item in quotations if is_quotation(item))


# --- where they are ---------------------------------------------------------------------------------------------------------


def spans_of_blocks(blocks: Sequence[Block]) -> list[tuple[Span, ...]]:
    """The spans of each block; a quotation left open at a block's end goes on in the next one where its marks say so."""
    spans: list[tuple[Span, ...]] = []
    for number, block in enumerate(blocks):
        if block.role not in SPOKEN_ROLES or block.language:
            spans.append(())
            continue
        is_open = bool(number and spans[-1] and spans[-1][-1].at_end and not spans[-1][-1].single)
        found = find_spans(block.text, carried=is_open)
        if (
            is_open
            and not MARK.search(block.text)
            and block.role is Role.PARAGRAPH
            and closes_later(blocks[number + 1 : number + 5])
        ):
            found = [Span(open=0, at=0, to=len(block.text), close=len(block.text), closed=False, at_end=True)]
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


def may_be_unmarked(block: Block) -> bool:
    return (
        block.role is Role.QUOTATION
        or block.text.rstrip().endswith(":")
        or "- " in block.text
        or "— " in block.text
        or "– " in block.text
    )


# --- reading a block --------------------------------------------------------------------------------------------------------


def read_block(context: Context, history: History, number: int) -> list[Found]:
    frame = context.frames[number]
    if not frame.spans:
        item = unmarked(context, history, number)
        return [item] if item else []
    found = []
    for index, span in enumerate(frame.spans):
        place = Place(context, history, number, index)
        if not span.closed and not span.at_end:
            continue  # nobody can say where it ends
        rule, speaker = find_speaker(place)
        if not span.opened and not rule.startswith(("said X after", "X said after")):
            continue
        item = Found(place, rule, speaker)
        found.append(item)
        if is_quotation(item):
            history.add(number, span.at, speaker)
    return found


def unmarked(context: Context, history: History, number: int) -> Found | None:
    """A quotation without marks: a block quotation, a paragraph that "X said:" announces, or one closed by "- X said"."""
    frame = context.frames[number]
    text, role = frame.block.text, frame.block.role
    if role not in (Role.PARAGRAPH, Role.QUOTATION) or not text.strip():
        return None
    to, rule, speaker = len(text.rstrip()), "", None
    if closing := UNMARKED.match(text):
        tokens = tokens_of(text, closing.start(2), closing.end(2))
        if speaker := closing_speaker(context, history, number, text, closing):
            to, rule = closing.end(1), "unmarked, X said at its end"
    if speaker is None and number:
        earlier = context.frames[number - 1].block
        announced = (
            earlier.text.rstrip().endswith(":") and len(earlier.text) < LONGEST_COLON and earlier.role is Role.PARAGRAPH
        )
        next_block = context.frames[number + 1].block if number + 1 < len(context.frames) else None
        if announced and (speaker := speaker_of_colon(context, history, number - 1)):
            tokens = tokens_of(context.frames[number - 1].masked, 0, len(earlier.text))
            rule = "unmarked, after a colon"
            if role is Role.PARAGRAPH and (
                not saying_verbs(tokens)
                or looks_like_heading(text)
                or (next_block is not None and next_block.role is Role.LIST_ITEM)
            ):
                return None
    if role is Role.QUOTATION and speaker is None:
        if signed := SIGNED.search(text):
            tokens = tokens_of(text, signed.start(1), signed.end(1))
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
    frames = list(context.frames)
    frames[number] = replace(frame, spans=(span,), masked=MASK * to + frame.masked[to:])
    history.add(number, span.at, speaker)
    return Found(Place(replace(context, frames=tuple(frames)), history, number, 0), rule, speaker)


def looks_like_heading(text: str) -> bool:
    return len(text) < 20 or text.rstrip()[-1:] not in '.!?…”"’,'


def resolve_name(context: Context, history: History, number: int, tokens: Sequence) -> Speaker:  # type: ignore[type-arg]
    from generator.statements.subjects import Phrase

    cut = next((i for i, token in enumerate(tokens) if i and token.text in ",("), len(tokens))
    return resolve(context, history, number, Phrase(tuple(tokens[:cut])))


def closing_speaker(
    context: Context, history: History, number: int, text: str, closing: re.Match[str]
) -> Speaker | None:
    """Who says so in a closing ``- the article says`` or ``- said X``."""
    from generator.statements.subjects import subject_after

    tokens = tokens_of(text, closing.start(2), closing.end(2))
    if tokens and tokens[0].lower in INVERTED:
        phrase = subject_after(tokens, 0)
    else:
        verbs = saying_verbs(tokens)
        phrase = subject_before(tokens, verbs[0]) if verbs else None
    return resolve(context, history, number, phrase) if phrase else None


# --- quotations that belong together ----------------------------------------------------------------------------------------


def joined_paragraphs(context: Context, found: Sequence[Found]) -> list[Found]:
    """Paragraphs of one quotation, each opened and only the last closed, have the speaker that one of them names."""
    result = list(found)
    chain: list[int] = []
    for index, item in enumerate(result):
        span = item.place.span
        previous = result[chain[-1]].place if chain else None
        follows = (
            previous is not None and previous.span.at_end and item.place.block == previous.block + 1 and span.open == 0
        )
        if not follows:
            close_chain(result, chain)
            chain = []
        chain.append(index)
        if not span.at_end:
            close_chain(result, chain)
            chain = []
    close_chain(result, chain)
    return result


def close_chain(result: list[Found], chain: Sequence[int]) -> None:
    """Paragraphs without an attribution of their own take the one before them, the first ones the one after."""
    if len(chain) < 2:
        return
    known = [index for index in chain if result[index].speaker.actor or result[index].speaker.text]
    if not known:
        return
    for index in chain:
        if index not in known:
            source = max((other for other in known if other < index), default=known[0])
            result[index] = replace(result[index], speaker=result[source].speaker, rule="continued over paragraphs")


def same_words(context: Context, found: Sequence[Found]) -> list[Found]:
    """A short quotation ascribed to a state or to nobody, whose words a person says in full in the same article, is that person's."""
    spoken = [(plain(item.place.content), item.speaker) for item in found if context.is_person(item.speaker.actor)]
    result = []
    for item in found:
        actor = item.speaker.actor
        is_state = actor is not None and context.actor(actor).kind is ActorKind.STATE
        if (actor is None and not item.speaker.text) or is_state:
            content = plain(item.place.content)
            persons = {
                speaker.actor: speaker
                for text, speaker in spoken
                if len(content.split()) >= 3 and content != text and f" {content} " in f" {text} "
            }
            if len(persons) == 1:
                item = replace(item, speaker=next(iter(persons.values())), rule="same words by a person")
        result.append(item)
    return result


def plain(text: str) -> str:
    return " ".join(words(text.lower().replace("’", "'")))


# --- what is none -----------------------------------------------------------------------------------------------------------


def is_quotation(item: Found) -> bool:
    """Not a scare quote, a title of a work or a name in marks."""
    place = item.place
    content = place.content
    count = len([word for word in content.split() if any(map(str.isalnum, word))])
    direct = item.rule.startswith(("said X after", "X said after")) or (
        place.is_sentence and item.rule.startswith("X said before")
    )
    if count == 0:
        return False
    if count < SHORTEST:
        return item.rule.startswith(("said X after", "X said after")) and place.is_sentence and content[-1] in ",.!?"
    if named_by_cue(place):
        return False
    if is_title_case(content) and not (direct and place.is_sentence and content[-1:] in ",.!?"):
        return False
    attributed = item.speaker.actor is not None or item.speaker.text is not None
    return attributed or (count >= SHORTEST_UNATTRIBUTED and place.frame.block.role not in (Role.TITLE, Role.HEADING))


def named_by_cue(place: Place) -> bool:
    """Right after a word like "so-called" or "dubbed", the marks hold a name."""
    before = place.frame.masked[max(place.span.open - 30, 0) : place.span.open].split()
    last = before[-1].lower().strip(",") if before else ""
    if last == "as" and len(before) > 1:
        last = before[-2].lower()
        return last in ("known", "billed") and len(place.content.split()) < 8
    return last in NAMING and not before[-1].endswith((",", ":")) and len(place.content.split()) < 8


def is_title_case(content: str) -> bool:
    """All words but small ones are capitalised, and it does not end like a sentence."""
    big = [word for word in words(content) if word.lower() not in SMALL_WORDS]
    return len(big) >= 1 and all(not word[0].islower() for word in big) and len(big) < 12 and not content.isupper()


def as_quote(item: Found) -> Quote:
    place = item.place
    block, span = place.frame.block, place.span
    start = block.offset_in_file(span.at)
    last = block.offset_in_file(span.to - 1)
    line = block.line + block.text.count("\n", 0, span.at)
    return Quote(
        text=place.content,
        line=line,
        block=place.block,
        at=span.at,
        to=span.to,
        start=start,
        end=None if last is None else last + 1,
        speaker=item.speaker.actor,
        speaker_text=item.speaker.text,
        rule=item.rule,
        partial=not place.is_sentence and not splits_sentence(place),
    )


def splits_sentence(place: Place) -> bool:
    """The second half of a sentence that "he said" splits."""
    if not place.index:
        return False
    before = place.frame.spans[place.index - 1]
    between = place.frame.masked[before.close : place.span.open]
    start = place.sentence[0]
    return before.open >= start and before.open == start and between.rstrip().endswith(",")
