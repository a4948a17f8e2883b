"""Which actor a noun phrase means: a name by its place, a description or pronoun only where one candidate fits."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.context import Context
from generator.statements.descriptions import described_person
from generator.statements.first_names import MEN, WOMEN
from generator.statements.history import NOBODY, History, Speaker, known
from generator.statements.introduced_strangers import stranger_described
from generator.statements.names import (
    can_mean,
    gender_fits,
    is_institution,
    name_start,
    names_stranger,
    organisation_named,
    other_name,
    several,
)
from generator.statements.nationals import nation_of, national
from generator.statements.office_words import PERSON_HEADS
from generator.statements.offices import described_organisation
from generator.statements.phrases import Phrase, main_subject
from generator.statements.tokens import Token
from generator.statements.words import DOCUMENT_HEADS, HE, PREPOSITIONS, PRONOUNS, SHE, SPEECH_NOUNS

BLOCKS_BACK = 3  # how many blocks before its own a description or pronoun may point to
SENTENCES_IN_BLOCK = 8  # how many sentences of its own block a pronoun may point back over
LONGEST_SENTENCE = 1000  # characters of a sentence that are read
SENTENCES_BACK = 2  # how many sentences of an earlier block a pronoun may point to
SHORT_BLOCK = 80  # characters: a shorter block (a heading, a short line) does not end the search
DEPTH = 8  # pronouns that point to pronouns
INDEFINITE = frozenset(
    ["a", "an", "one", "another", "some", "several", "many", "most", "no", "every", "each", "two", "three"]
)


def resolve(context: Context, history: History, block: int, phrase: Phrase, depth: int = 0) -> Speaker:
    """The speaker that a noun phrase in this block names."""
    key = (block, phrase.at, phrase.to)
    if key in history.memo:
        return history.memo[key]
    frame = context.frames[block]
    tokens = phrase.tokens
    text = frame.block.text[phrase.at : phrase.to]
    if depth > DEPTH:
        return Speaker(None, text)
    if len(tokens) == 1 and tokens[0].lower in PRONOUNS | HE | SHE:
        meant = by_pronoun(context, history, block, tokens[0], depth + 1)
        speaker = (
            replace(meant, how="pronoun")
            if meant
            else Speaker(None, text, "pronoun", person=tokens[0].lower in HE | SHE)
        )
    elif several(tokens, frame):
        speaker = Speaker(None, text, "several")
    elif tokens[-1].is_capital or frame.named_ending(tokens[-1].to):
        speaker = by_name(context, history, block, phrase, depth)
    else:
        speaker = by_description(context, history, block, phrase, depth)
    history.remember(key, speaker)
    return speaker


def by_name(context: Context, history: History, block: int, phrase: Phrase, depth: int) -> Speaker:
    """A phrase that ends in a name: that name, unless a preposition makes it the complement of another noun."""
    frame, tokens = context.frames[block], phrase.tokens
    place = frame.named_ending(tokens[-1].to)
    start = next((i for i, token in enumerate(tokens) if place and token.at >= place.at), name_start(tokens))
    head = tokens[:start]
    if any(token.lower in PREPOSITIONS for token in head[1:]) or (head and head[0].lower in PREPOSITIONS):
        return by_description(context, history, block, phrase, depth)
    run = frame.block.text[tokens[name_start(tokens)].at : phrase.to]
    if place and place.at >= phrase.at and not other_name(context, head, place):
        return Speaker(
            place.actor, frame.block.text[place.at : place.to], "name", person=context.is_person(place.actor)
        )
    if (actor := organisation_named(context, tokens)) is not None:
        return Speaker(actor, frame.block.text[phrase.at : phrase.to], "name")
    whole = frame.block.text[phrase.at : phrase.to]
    if nation_of(context, tokens) is not None:
        actor = national(
            context, history, block, tokens, lambda at, other: resolve(context, history, at, other, depth + 1)
        )
        return Speaker(actor, whole, "description", person=True)
    return Speaker(None, run, "name", person=not is_institution(run, tokens))


def by_description(context: Context, history: History, block: int, phrase: Phrase, depth: int) -> Speaker:
    """A phrase that ends in a common noun, or whose name is a complement ("a readout of the ministry")."""
    frame, tokens = context.frames[block], phrase.tokens
    text = frame.block.text[phrase.at : phrase.to]
    cut = next((i for i, token in enumerate(tokens) if i and token.lower in PREPOSITIONS), len(tokens))
    core = tokens[:cut]
    head = core[-1].lower if core else ""
    if head in DOCUMENT_HEADS | SPEECH_NOUNS:
        owner = document_owner(context, history, block, tokens, cut, depth)
        return owner if owner else Speaker(None, text, "document")
    if (actor := organisation_named(context, tokens)) is not None:
        return Speaker(actor, text, "description")
    person = head in PERSON_HEADS
    definite = core[0].lower not in INDEFINITE and core[0].lower != head if core else False
    actor = None
    if definite and person and (not head.endswith("s") or head == "boss"):
        actor = described_person(
            context, history, block, core, tokens, lambda at, other: resolve(context, history, at, other, depth + 1)
        )
        if actor is None and (name := stranger_described(context, history, block, core, text)):
            return Speaker(None, name, "description", person=True)
    elif definite and core[0].lower in ("the", "its", "their") and len(core) <= 3:
        actor = described_organisation(context, block, phrase.at, head, [token.lower for token in core[1:-1]])
    return Speaker(actor, text, "description", person=person)


def document_owner(
    context: Context, history: History, block: int, tokens: Sequence[Token], cut: int, depth: int
) -> Speaker | None:
    """Whose statement, readout or post it is: "of X", "from X", "by X", "X’s statement", "a X statement"."""
    frame = context.frames[block]
    if cut < len(tokens) and tokens[cut].lower in ("of", "from", "by") and cut + 1 < len(tokens):
        return resolve(context, history, block, Phrase(tuple(tokens[cut + 1 :])), depth + 1)
    places = frame.named_between(tokens[0].at, tokens[min(cut, len(tokens)) - 1].at)
    if places:
        place = places[-1]
        following = frame.block.text[place.to : tokens[cut - 1].at].strip()
        if (
            not following
            or following.startswith(("’s", "'s", "’ ", "' "))
            or (
                following.islower()
                and following.split()[-1] in ("press", "written", "joint", "news", "video", "public", "twitter")
            )
        ):
            return Speaker(
                place.actor, frame.block.text[place.at : place.to], "document", person=context.is_person(place.actor)
            )
    return None


def by_pronoun(context: Context, history: History, block: int, pronoun: Token, depth: int) -> Speaker | None:
    """The subject or speaker of the sentence before, if the pronoun can mean them; None if nobody or more than one fits.

    Who is not registered counts as a candidate too: "An official ... he said" is not the minister two sentences back.
    """
    if depth > DEPTH or pronoun.lower in ("they", "we", "i", "you", "them"):
        return None
    frame = context.frames[block]
    start, _ = frame.sentence_at(pronoun.at)
    own = main_subject(frame.tokens(max(start, pronoun.at - LONGEST_SENTENCE), pronoun.at))
    if own is not None and own.at != pronoun.at:
        verdict = weigh(context, resolve(context, history, block, own, depth), pronoun)
        if verdict is not None:
            return known(verdict)
    for index in range(block, max(block - BLOCKS_BACK, 0) - 1, -1):
        current = context.frames[index]
        limit = start if index == block else len(current.masked)
        count = bisect_left(current.sentences, limit)
        back = SENTENCES_IN_BLOCK if index == block else SENTENCES_BACK
        for sentence in reversed(current.sentences[max(count - back, 0) : count]):
            end = min(current.sentence_at(sentence)[1], limit, sentence + LONGEST_SENTENCE)
            verdict = sentence_candidate(context, history, index, sentence, end, pronoun, depth)
            if verdict is not None:
                return known(verdict)
        if index != block and limit > SHORT_BLOCK:
            return None
    return None


def weigh(context: Context, speaker: Speaker, pronoun: Token, *, said: bool = False) -> Speaker | None:
    """The speaker if the pronoun can mean them; NOBODY if it means somebody without a name; None if the search goes on."""
    if speaker.actor is not None:
        return speaker if can_mean(context, speaker.actor, pronoun) else None
    if pronoun.lower == "it":
        return None
    if speaker.person and speaker.text and speaker.how in ("name", "pronoun") and speaker.text.lower() not in PRONOUNS:
        if not gender_fits(speaker.text, pronoun):
            return None
        parts = speaker.text.split()
        return speaker if said or parts[0].lower() in MEN | WOMEN or parts[-1] in context.strangers else NOBODY
    return NOBODY if speaker.person or speaker.how in ("pronoun", "several") else None


def sentence_candidate(
    context: Context, history: History, block: int, start: int, end: int, pronoun: Token, depth: int
) -> Speaker | None:
    """Whom a pronoun after this sentence means: its speaker or its subject, or the only person in it."""
    frame = context.frames[block]
    subject = main_subject(frame.tokens(start, end))
    spoken = history.last(block, start, end)
    candidates = [spoken] if spoken and (spoken.actor or spoken.text) else []
    if subject is not None:
        candidates.append(resolve(context, history, block, subject, depth))
    verdicts = [
        verdict
        for speaker in candidates
        if (verdict := weigh(context, speaker, pronoun, said=spoken is not None)) is not None
    ]
    if verdicts:
        same = all(
            (verdict.actor, verdict.actor or verdict.text) == (verdicts[0].actor, verdicts[0].actor or verdicts[0].text)
            for verdict in verdicts
        )
        return verdicts[0] if same or (spoken and known(verdicts[0])) else NOBODY
    if names_stranger(context, frame, start, end, pronoun):
        return NOBODY
    places = [place for place in frame.named_between(start, end) if can_mean(context, place.actor, pronoun)]
    if len({place.actor for place in places}) == 1:
        place = places[0]
        return Speaker(
            place.actor, frame.block.text[place.at : place.to], "name", person=context.is_person(place.actor)
        )
    return NOBODY if places else None
