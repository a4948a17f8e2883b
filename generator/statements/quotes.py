"""Direct quotations in an article, with who said them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import ActorFound, ActorKind, Article, Quote, Registry
from generator.statements.context import Context, make_context
from generator.statements.history import History
from generator.statements.paragraphs import BODY_ROLES, spans_of_blocks
from generator.statements.place import Found, Place, make_place
from generator.statements.sifting import is_quotation
from generator.statements.speakers import find_speaker
from generator.statements.unmarked import is_worth_a_look, may_be_unmarked, unmarked
from generator.text import words


def find_quotes(article: Article, found: Sequence[ActorFound], registry: Registry) -> tuple[Quote, ...]:
    """Every direct quotation in the article's body, in reading order, with its speaker where that is certain.

    Headline, standfirst and headings repeat what the body quotes, often shortened: they have names, but no quotations.
    """
    blocks = tuple(article.readable)
    spans = spans_of_blocks(blocks)
    if not any(spans) and not any(map(may_be_unmarked, blocks)):
        return ()
    context = make_context(blocks, spans, found, registry)
    history = History()
    quotations: list[Found] = []
    for number in range(len(blocks)):
        if spans[number] or is_worth_a_look(blocks, number):
            quotations += read_block(context, history, number)
    quotations = joined_paragraphs(quotations)
    quotations = same_words(context, quotations)
    return tuple(as_quote(item) for item in quotations if is_quotation(item))


def read_block(context: Context, history: History, number: int) -> list[Found]:
    frame = context.frames[number]
    if frame.block.role not in BODY_ROLES:
        return []
    if not frame.spans:
        item = unmarked(context, history, number)
        return [item] if item else []
    found = []
    for index, span in enumerate(frame.spans):
        if (not span.closed and not span.at_end) or not re.search(r"\w", frame.block.text[span.at : span.to]):
            continue  # nobody can say where it ends, or nothing is said
        place = make_place(context, history, number, index)
        rule, speaker = find_speaker(place)
        if not span.opened and not rule.startswith(("said X after", "X said after")):
            continue
        item = Found(place, rule, speaker)
        found.append(item)
        if is_quotation(item):
            history.add(number, span.at, speaker)
    return found


def joined_paragraphs(found: Sequence[Found]) -> list[Found]:
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


LONGEST_ECHO = 120  # characters of a short quotation whose words a person says in full elsewhere


def same_words(context: Context, found: Sequence[Found]) -> list[Found]:
    """A short quotation ascribed to a state or to nobody, whose words a person says in full in the same article, is that person's."""
    spoken = [(plain(item.place.content), item.speaker) for item in found if context.is_person(item.speaker.actor)]
    result = []
    for item in found:
        actor = item.speaker.actor
        is_state = actor is not None and context.actor(actor).kind is ActorKind.STATE
        if (actor is None and not item.speaker.text) or is_state:
            content = plain(item.place.content) if len(item.place.content) < LONGEST_ECHO else ""
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
