"""Who said a quotation: the rules, in the order in which they are asked.  The first that answers decides.

Each rule looks at one kind of attribution around a quotation and returns the speaker, or None where it does not apply.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.statements.clauses import (
    clause_and_colon,
    clause_speaker,
    denied_words_of_after,
    in_the_words_of_after,
    with_the_words,
)
from generator.statements.context import Context
from generator.statements.cues import (
    LABEL,
    according_to_after,
    is_announced,
    label_before,
    passive_by_after,
    x_said_before,
)
from generator.statements.history import History, Speaker
from generator.statements.marks import MASK
from generator.statements.phrases import Phrase, main_subject, subject_after
from generator.statements.place import Place, make_place, without_dashes
from generator.statements.references import resolve
from generator.statements.subjects import phrase_ending, subject_before, subject_of_saying
from generator.statements.tokens import Token
from generator.statements.verbs import is_saying_verb, saying_verbs
from generator.statements.words import INVERTED, PARTICIPLES, PREPOSITIONS, PRONOUNS, SAYING, SPEECH_NOUNS


def said_x_after(place: Place) -> Speaker | None:
    """``“...,” said X``: a verb of saying right after the mark, then its subject."""
    tokens = without_dashes(place.after)
    if not place.set_off or not tokens:
        return None
    verb = 1 if tokens[0].lower in ("then", "later", "also", "so", "thus") and len(tokens) > 1 else 0
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    anyone = (
        following is not None
        and following.is_word
        and (following.is_capital or following.lower in ("the", "a", "an", "one"))
    )
    if tokens[verb].lower not in (SAYING if anyone and tokens[0].lower not in ("called", "offers") else INVERTED):
        return None
    phrase = subject_after(tokens, verb)
    if phrase and phrase.tokens[0].lower in PRONOUNS and len(tokens) > verb + 2 and is_saying_verb(tokens, verb + 2):
        return None
    speaker = place.speaker(phrase)
    return speaker if tokens[verb].lower in INVERTED or (speaker and (speaker.actor or speaker.person)) else None


def x_said_after(place: Place) -> Speaker | None:
    """``“...,” X said``: right after the mark a subject, perhaps with an apposition, then its verb of saying."""
    tokens = without_dashes(place.after)
    if not place.set_off or not tokens:
        return None
    announced = is_announced(place)
    for verb in saying_verbs(tokens)[:2]:
        phrase = subject_before(tokens, verb)
        if phrase is None:
            continue
        if announced and (place.content[-1:] in "?!." or phrase.at > tokens[0].at):
            return None
        lead = [token for token in tokens if token.at < phrase.at and token.is_word]
        if not lead or (lead[0].lower in PREPOSITIONS | {"as", "the", "when", "while"} and len(lead) < 8):
            return place.speaker(phrase)
        if lead[0].lower not in ("and", "but"):
            return None
    return None


def signed_after(place: Place) -> Speaker | None:
    """``“...” — X``: a dash and a name, and nothing else, after a quotation that fills its paragraph."""
    tokens: Sequence[Token] = place.after
    if (
        not tokens
        or tokens[0].text not in ("-", "–", "—", "―")
        or place.index
        or re.search(r"\w", place.frame.masked[: place.span.open])
    ):
        tail = place.frame.tokens(place.span.close, min(len(place.frame.masked), place.span.close + 80))
        if place.index or place.span.open or len(tail) < 2 or tail[0].text not in ("-", "–", "—", "―"):
            return None
        tokens = tail
    return signature(place, tokens)


def signature(place: Place, tokens: Sequence[Token]) -> Speaker | None:
    end = next((i for i, token in enumerate(tokens) if i and (token.text in ",(." or not token.is_word)), len(tokens))
    name = tokens[1:end]
    if not 1 <= len(name) <= 5 or not all(
        token.is_capital or token.lower in ("de", "van", "von", "al", "bin", "da") for token in name
    ):
        return None
    return place.speaker(Phrase(tuple(name)))


def signed_in_the_next_paragraph(place: Place) -> Speaker | None:
    """A quotation that fills its paragraph, and the next paragraph begins with a dash and a name."""
    following = place.block + 1
    if place.index or not place.alone or len(place.frame.sentences) > 1 or following >= len(place.context.frames):
        return None
    frame = place.context.frames[following]
    if not re.match(r"[-–—―] ?[^\W\d_a-z]", frame.masked) or len(frame.masked) > 100:
        return None
    return signature(replace(place, block=following), frame.tokens(0, len(frame.masked)))


def put_it_after(place: Place) -> Speaker | None:
    """``“...”, as X put it`` / ``as X described it``."""
    words = without_dashes(place.after)
    if words and words[0].lower == "as":
        for index, token in enumerate(words):
            if token.lower in ("put", "puts", "phrased") or (index > 1 and is_saying_verb(words, index)):
                return place.speaker(phrase_ending(words, index)) if index > 1 else None
    return None


def x_said_at_the_end(place: Place) -> Speaker | None:
    """``It is “...” and more, X said``: the attribution that closes its sentence."""
    tokens = place.rest
    for verb in reversed(saying_verbs(tokens)):
        phrase = subject_before(tokens, verb)
        if phrase is None:
            continue
        index = next((i for i, token in enumerate(tokens) if token.at == phrase.at), 0)
        if index and tokens[index - 1].text in (",", "–", "—", "-"):
            return place.speaker(phrase)
    return None


def colon_before_the_block(place: Place) -> Speaker | None:
    """The paragraph before ends with ``X said:`` or ``X:``, and this one is the quotation."""
    if place.index or not place.alone or place.sentence[0] > 0 or not place.block:
        return None
    earlier = place.context.frames[place.block - 1]
    if not earlier.masked.rstrip().endswith(":"):
        return None
    return speaker_of_colon(place.context, place.history, place.block - 1)


def speaker_of_colon(context: Context, history: History, block: int) -> Speaker | None:
    """Who is announced by a paragraph that ends with a colon."""
    frame = context.frames[block]
    end = len(frame.masked.rstrip())
    start, _ = frame.sentence_at(end - 1)
    tokens = frame.tokens(start, end - 1)
    for cue in range(len(tokens) - 1, -1, -1):
        if is_saying_verb(tokens, cue):
            phrase = subject_before(tokens, cue)
            return resolve(context, history, block, phrase) if phrase else None
        if tokens[cue].lower in PARTICIPLES:
            phrase = main_subject(tokens)
            return resolve(context, history, block, phrase) if phrase else None
    if tokens and tokens[0].lower in SAYING and (phrase := subject_after(tokens, 0)):
        return resolve(context, history, block, phrase)
    if any(token.lower in SPEECH_NOUNS for token in tokens) and (phrase := main_subject(tokens)):
        speaker = resolve(context, history, block, phrase)
        return speaker if speaker.actor or speaker.person else None
    named = frame.named_between(start, end)
    if LABEL.match(frame.masked, start, end) and len(tokens) <= 10 and len({place.actor for place in named}) == 1:
        return Speaker(named[0].actor, frame.block.text[named[0].at : named[0].to])
    return clause_speaker(
        context, tokens, lambda phrase: resolve(context, history, block, phrase) if phrase is not None else None
    )


def same_sentence(place: Place) -> Speaker | None:
    """A further quotation in a sentence that has no cue of its own for it: the speaker of the one before."""
    return place.history.last(place.block, place.sentence[0], place.span.open)


def next_in_paragraph(place: Place) -> Speaker | None:
    """A sentence that is nothing but quotation, after a quotation in the same paragraph: the same speaker."""
    last = place.history.last(place.block, 0, place.span.open)
    return last if last and place.alone else None


def subject_of_its_sentence(place: Place) -> Speaker | None:
    """No cue, but the subject of its sentence is who spoke last in this paragraph."""
    last = place.history.last(place.block, 0, place.span.open)
    tokens = place.before
    if not last or not last.actor or not tokens or len(place.content.split()) < 5:
        return None
    speaker = place.speaker(main_subject(tokens))
    return speaker if speaker and speaker.actor == last.actor else None


def x_said_in_the_sentence_before(place: Place) -> Speaker | None:
    """A quotation with a sentence of its own, after a sentence in the same paragraph that reports what X said."""
    start, _ = place.sentence
    if not place.alone or not place.is_sentence or not start or len(place.content.split()) < 4:
        return None
    before, end = place.frame.sentence_at(start - 1)
    tokens = place.frame.tokens(before, end)
    if any(token.text[0] == MASK for token in tokens):
        return None
    speaker = place.speaker(subject_of_saying(tokens, len(tokens)))
    return speaker if speaker and (speaker.actor or speaker.person) else None


def after_a_closed_attribution(place: Place) -> Speaker | None:
    """A paragraph that is one quotation goes on where the paragraph before was a quotation closed by its attribution.

    (Measured on public news texts: right 29 of 30 times; after a paragraph that ends with its quotation it is a toss-up.)
    """
    if place.index or not place.block or not place.alone or len(place.frame.spans) > 1 or place.content[-1:] == "?":
        return None
    earlier = place.context.frames[place.block - 1]
    if (
        not earlier.spans
        or not re.search(r"\w", earlier.masked[earlier.spans[-1].close :])
        or re.search(r"\w", place.frame.masked)
    ):
        return None
    tail = make_place(place.context, place.history, place.block - 1, len(earlier.spans) - 1)
    if (said_x_after(tail) is None and x_said_after(tail) is None) or earlier.sentence_at(tail.span.close)[1] < len(
        earlier.masked
    ):
        return None
    return place.history.last(place.block - 1)


def only_person_before(place: Place) -> Speaker | None:
    """A quotation with a sentence of its own after a sentence in the same paragraph that names just one person."""
    start, _ = place.sentence
    if not place.alone or not place.is_sentence or not start:
        return None
    before, _ = place.frame.sentence_at(start - 1)
    subject = place.speaker(main_subject(place.frame.tokens(before, start)))
    if subject and subject.person and not subject.actor:
        return None
    people = {named.actor for named in place.frame.named_between(before, start) if place.context.is_person(named.actor)}
    if len(people) != 1:
        return None
    named = next(named for named in place.frame.named_between(before, start) if named.actor in people)
    return Speaker(named.actor, place.frame.block.text[named.at : named.to], person=True)


RULES: tuple[tuple[str, Callable[[Place], Speaker | None]], ...] = (
    ("said X after", said_x_after),
    ("X said after", x_said_after),
    ("signed after", signed_after),
    ("signed in the next paragraph", signed_in_the_next_paragraph),
    ("as X put it", put_it_after),
    ("in the words of X", in_the_words_of_after),
    ("words of another, denied", denied_words_of_after),
    ("label before", label_before),
    ("with the words", with_the_words),
    ("X said before", x_said_before),
    ("according to X after", according_to_after),
    ("by X after", passive_by_after),
    ("X said at the end", x_said_at_the_end),
    ("clause and colon before", clause_and_colon),
    ("colon before the paragraph", colon_before_the_block),
    ("same sentence", same_sentence),
    ("next in the paragraph", next_in_paragraph),
    ("subject of its sentence", subject_of_its_sentence),
    ("after a closed attribution", after_a_closed_attribution),
    ("X said in the sentence before", x_said_in_the_sentence_before),
    ("only person in the sentence before", only_person_before),
)


def find_speaker(place: Place) -> tuple[str, Speaker]:
    """The rule that decided and the speaker it found; a rule may decide that nobody is named."""
    for name, rule in RULES:
        speaker = rule(place)
        if speaker is not None:
            suffix = {"pronoun": ", pronoun", "description": ", description"}.get(speaker.how, "")
            return name + suffix, speaker
    return "no attribution", Speaker()
