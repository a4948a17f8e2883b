"""The rules for an attribution that stands before its quotation, and for "according to"."""

import re
from collections.abc import Sequence

from generator.statements.history import Speaker
from generator.statements.marks import MASK
from generator.statements.office_words import PERSON_HEADS
from generator.statements.phrases import Phrase, main_subject, phrase_starting, subject_after
from generator.statements.place import Place
from generator.statements.subjects import (
    phrase_ending,
    skip_between,
    subject_before,
    subject_of_saying,
)
from generator.statements.tokens import Token
from generator.statements.verbs import is_saying_verb, quoted_as, saying_verbs
from generator.statements.words import (
    ARTICLES,
    AUXILIARY,
    INVERTED,
    PARTICIPLES,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SPEAKING,
    SPEECH_NOUNS,
)

LONGEST_BETWEEN = 5  # words between "spoke" and its "of"
LABEL = re.compile(
    r"^(?:[^:"
    + MASK
    + r"]{0,60}\b(?:[Qq]uote|[Qq]uotation|[Ss]tatement|[Mm]essage|[Pp]ost|[Tt]weet) (?:from|by|of|on) )?([^:"
    + MASK
    + r"]{2,70}):\s*$"
)


def is_announced(place: Place) -> bool:
    """Whether a verb of saying and a comma or colon stand right before ("X said, “...”"), or one governs it ("X claimed that “")."""
    tokens = place.before
    if not tokens:
        return False
    near = len(tokens) - 1 - max((i for i in range(len(tokens)) if is_saying_verb(tokens, i)), default=-100)
    return near < 12 if tokens[-1].text in (":", ",") else near < 7 and not place.is_sentence


def label_before(place: Place) -> Speaker | None:
    """``X: “...”``, ``Quote from X: “...”``: a name and a colon, with no verb of saying."""
    start = place.sentence[0]
    found = LABEL.match(place.frame.masked, start, place.span.open)
    if found is None:
        return None
    tokens = place.frame.tokens(found.start(1), found.end(1))
    if tokens and tokens[0].lower == "according":
        return according(place, tokens, 0)
    if not tokens or saying_verbs(tokens) or len(tokens) > 8 or any(token.lower in AUXILIARY for token in tokens):
        return None
    cut = next(
        (i for i, token in enumerate(tokens) if i and (token.text in ",(" or token.lower in ("on", "in", "at", "to"))),
        len(tokens),
    )
    phrase = phrase_ending(tokens, cut)
    speaker = place.speaker(phrase)
    return speaker if speaker and (speaker.actor or tokens[cut - 1].is_capital) else None


def x_said_before(place: Place) -> Speaker | None:
    """``X said: “...”``, ``X told reporters, “...”``, ``X said that Y was “...”``: the nearest cue before it in its sentence."""
    tokens = place.before
    for cue in range(len(tokens) - 1, -1, -1):
        token = tokens[cue]
        if is_reported_wish(tokens, cue):
            continue
        if token.lower in PARTICIPLES and not token.is_capital:
            return by_participle(place, tokens, cue)
        if token.lower in INVERTED and (inverted := inverted_before(place, tokens, cue)):
            return inverted
        if is_saying_verb(tokens, cue):
            return place.speaker(subject_before(tokens, cue))
        if token.lower in SPEAKING and (speaker := spoke_of(place, tokens, cue)):
            return speaker
        if token.lower in SPEECH_NOUNS and (speaker := speech_noun(place, tokens, cue)):
            return speaker
        if token.lower == "according":
            return according(place, tokens, cue)
        if token.lower == "words" and [t.lower for t in tokens[cue + 1 : cue + 2]] == ["of"]:
            return place.speaker(phrase_starting(tokens, cue + 2))
        if token.lower in ("put", "puts") and cue + 1 < len(tokens) and tokens[cue + 1].lower == "it" and cue:
            return place.speaker(phrase_ending(tokens, cue))
    return None


def is_reported_wish(tokens: Sequence[Token], cue: int) -> bool:
    """``Y said that X had asked for “...”``: what X wants is told in Y's words."""
    words = [token.lower for token in tokens[: cue + 2]]
    if words[cue] not in ("asked", "asking", "asks") or words[cue + 1 :] != ["for"] or "that" not in words[:cue]:
        return False
    that = words.index("that")
    return any(is_saying_verb(tokens, index) for index in range(that))


def spoke_of(place: Place, tokens: Sequence[Token], cue: int) -> Speaker | None:
    """``X spoke of “...”``, ``X spoke on Monday of a “...”``: the "of" stands right before the mark, but for an article."""
    last = len(tokens) - 1
    while last > cue and (tokens[last].lower in ARTICLES or tokens[last].lower in ("such", "what")):
        last -= 1
    if last - cue > LONGEST_BETWEEN or tokens[last].lower not in ("of", "about") or not cue:
        return None
    if tokens[cue].lower in ("speaking", "talking"):
        return place.speaker(main_subject(tokens[:cue]))
    return place.speaker(subject_before(tokens, cue))


def inverted_before(place: Place, tokens: Sequence[Token], cue: int) -> Speaker | None:
    """``Said X: “...”``: verb and subject fill the space up to the mark."""
    if (cue and tokens[cue - 1].is_word) or tokens[-1].text not in (":", ","):
        return None
    phrase = subject_after(tokens, cue)
    return place.speaker(phrase) if phrase and phrase.to == tokens[-1].at else None


def by_participle(place: Place, tokens: Sequence[Token], cue: int) -> Speaker | None:
    """``X did A, saying “...”``: the sentence's subject; ``criticised Y for saying “...”``: Y, if that is a name."""
    if tokens[cue].lower == "saying" and (passive := quoted_as(tokens, cue)) is not None:
        verb = tokens[passive].lower
        if verb in ("is", "was", "are", "were", "been", "be"):
            return place.speaker(subject_before(tokens, passive))
    previous = tokens[cue - 1].lower if cue else ""
    if previous in ("for", "of", "from", "as"):
        end = cue - 1
        phrase = phrase_ending(tokens, end) if end > 0 and tokens[end - 1].is_word else None
        if phrase is None or phrase.tokens[-1].lower in PRONOUNS:
            return Speaker()
        named = place.frame.named_ending(phrase.to)
        return Speaker(named.actor, place.frame.block.text[named.at : named.to]) if named else Speaker()
    if previous in ("to",):
        return None
    start, _ = place.sentence
    if previous in (",", "and", "") or not tokens[cue - 1].is_word:
        if last := place.history.last(place.block, start, place.span.open):
            return last
        if phrase := subject_of_saying(tokens, cue) or main_subject(tokens[:cue]):
            return place.speaker(phrase)
    elif (end := skip_between(tokens, cue)) and tokens[end - 1].is_word and (phrase := phrase_ending(tokens, end)):
        absolute = phrase.tokens[0].lower == "with" or tokens[end - len(phrase.tokens) - 1].lower == "with"
        if phrase.tokens[0].lower == "with" and len(phrase.tokens) > 1:
            phrase = Phrase(phrase.tokens[1:])
        speaker = place.speaker(phrase) if phrase.tokens[0].lower not in PREPOSITIONS else None
        if speaker and (absolute or speaker.actor or speaker.person or speaker.how == "document"):
            return speaker
    if phrase := subject_of_saying(tokens, cue):
        return place.speaker(phrase)
    if cue and tokens[cue - 1].lower in ("who", "that", "was", "is", "were", "are", "been"):
        return place.speaker(subject_before(tokens, cue))
    return place.speaker(main_subject(tokens))


def speech_noun(place: Place, tokens: Sequence[Token], cue: int) -> Speaker | None:
    """``X’s claim that “...”``: the possessor of a noun for words.

    A noun right before the mark is the subject of what is quoted ("Sample said Example’s words “amount to ...”"), no attribution.
    """
    if cue + 1 == len(tokens):
        return None
    for back in range(cue - 1, max(cue - 5, -1), -1):
        token = tokens[back]
        if token.lower in ("his", "her"):
            return place.speaker(Phrase((token,)))
        if token.possessive:
            owner = possessor(place, token)
            return owner if owner.actor or token.is_capital else None
        if not token.is_word or token.lower in ("the", "a", "of"):
            return None
    return None


def according(place: Place, tokens: Sequence[Token], cue: int) -> Speaker | None:
    """The phrase after "according to"."""
    if cue + 2 >= len(tokens) or tokens[cue + 1].lower != "to":
        return None
    phrase = phrase_starting(tokens, cue + 2)
    speaker = named_in_apposition(place, tokens, phrase) or place.speaker(phrase)
    return (
        None
        if speaker
        and speaker.text
        and re.fullmatch(r"(?:the )?(?:\w+ )?(?:report|reports|media|poll|survey|translation|AFP|AP)", speaker.text)
        and not speaker.actor
        else speaker
    )


def named_in_apposition(place: Place, tokens: Sequence[Token], phrase: Phrase | None) -> Speaker | None:
    """``according to one senator, X, ...``: a person's description, and between commas the name."""
    if phrase is None or phrase.tokens[-1].is_capital or not {one.lower for one in phrase.tokens} & PERSON_HEADS:
        return None
    comma = next((index for index, token in enumerate(tokens) if token.at >= phrase.to), len(tokens))
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    named = phrase_starting(tokens, comma + 1)
    if named is None or not all(token.is_capital or token.lower in PARTICLES for token in named.tokens):
        return None
    after = comma + 1 + len(named.tokens)
    if after < len(tokens) and tokens[after].text not in (",", ";", ":", "."):
        return None
    speaker = place.speaker(named)
    return speaker if speaker and speaker.person else None


def passive_by_after(place: Place) -> Speaker | None:
    """``It was described as “...” by X``: a passive verb of saying before, its agent right after the mark."""
    tokens, after = place.before, place.after
    if len(after) < 2 or after[0].lower != "by":
        return None
    passive = any(
        tokens[i].lower in SAYING and tokens[i - 1].lower in ("was", "were", "is", "are", "been", "being", "be")
        for i in range(1, len(tokens))
    )
    return place.speaker(phrase_starting(after, 1)) if passive else None


def possessor(place: Place, token: Token) -> Speaker:
    """Whom a name with a possessive ending names."""
    to = token.to - (2 if token.text.endswith(("’s", "'s")) else 1)
    named = place.frame.named_ending(to)
    text = place.frame.block.text
    if named is None:
        return Speaker(None, text[token.at : to])
    return Speaker(named.actor, text[named.at : named.to], person=place.context.is_person(named.actor))


def according_to_after(place: Place) -> Speaker | None:
    """``“...,” according to X``."""
    tokens = place.rest
    for cue, token in enumerate(tokens):
        if token.lower == "according":
            return according(place, tokens, cue)
    return None
