"""Which actor a noun phrase means: a name by its place, a description or pronoun only where one candidate fits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.model import ActorKind, ActorSlug
from generator.statements.context import Context, Frame, Named, office_words, stem
from generator.statements.subjects import Phrase, Token, main_subject, tokens_of
from generator.statements.words import (
    ARTICLES,
    DOCUMENT_HEADS,
    HE,
    MEN,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    PERSON_HEADS,
    PREPOSITIONS,
    PRONOUNS,
    SAME_OFFICE,
    SHE,
    SPEECH_NOUNS,
    TITLES,
    WOMEN,
)

BLOCKS_BACK = 3  # how many blocks before its own a description or pronoun may point to
SENTENCES_BACK = 2  # how many sentences of an earlier block a pronoun may point to
SHORT_BLOCK = 80  # characters: a shorter block (a heading, a short line) does not end the search
DEPTH = 8  # pronouns that point to pronouns
INDEFINITE = frozenset(
    ["a", "an", "one", "another", "some", "several", "many", "most", "no", "every", "each", "two", "three"]
)
OFFICE_KINDS = frozenset(
    [
        "foreign",
        "prime",
        "defence",
        "defense",
        "finance",
        "interior",
        "vice",
        "deputy",
        "former",
        "energy",
        "trade",
        "health",
        "justice",
    ]
)
NAME_LINKS = frozenset(
    ["of", "de", "van", "von", "der", "den", "al", "bin", "ibn", "ben", "el", "la", "du", "di", "da", "the", "&", "and"]
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a registered actor or None, the words that name them, and whether those are a pronoun or description."""

    actor: ActorSlug | None = None
    text: str | None = None
    how: str = "name"
    person: bool = False  # certainly a person, if not registered


@dataclass(slots=True)
class History:
    """Speakers of the quotations read so far: for each block (position, speaker), in reading order."""

    spoken: dict[int, list[tuple[int, Speaker]]] = field(default_factory=dict)
    memo: dict[tuple[int, int], Speaker] = field(default_factory=dict)

    def add(self, block: int, at: int, speaker: Speaker) -> None:
        self.spoken.setdefault(block, []).append((at, speaker))

    def last(self, block: int, start: int = 0, end: int = 1 << 60) -> Speaker | None:
        inside = [speaker for at, speaker in self.spoken.get(block, ()) if start <= at < end]
        return inside[-1] if inside else None


def resolve(context: Context, history: History, block: int, phrase: Phrase, depth: int = 0) -> Speaker:
    """The speaker that a noun phrase in this block names."""
    key = (block, phrase.at)
    if depth == 0 and key in history.memo and len(phrase.tokens) == 1:
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
    history.memo[key] = speaker
    return speaker


def several(tokens: Sequence[Token], frame: Frame) -> bool:
    """``Maersk and Central Command``: more than one speaker, unless the "and" is inside one name."""
    for token in tokens:
        if token.lower == "and" and not any(
            place.at < token.at < place.to for place in frame.named_between(tokens[0].at, tokens[-1].to)
        ):
            return tokens[0].is_capital or tokens[0].lower in ARTICLES
    return False


# --- names ------------------------------------------------------------------------------------------------------------------


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
    return Speaker(None, run, "name", person=not is_institution(run, tokens))


INSTITUTION = re.compile(
    r"(?i)\b(?:news|times|post|party|committee|council|house|department|ministry|court|press|university|journal|street|"
    r"agency|commission|group|union|association|institute|foundation|congress|senate|parliament|campaign|twitter|facebook|reuters|inc|corp|"
    r"company|bank|center|centre|school|church|police|army|office|board|league|network|service|administration)\b"
)


def is_institution(run: str, tokens: Sequence[Token]) -> bool:
    """Whether an unregistered name is rather no person's: it has an article, is an acronym, or says so."""
    return (
        (tokens[0].lower in ("the", "a", "an") and len(run.split()) == len(tokens) - 1)
        or run.isupper()
        or INSTITUTION.search(run) is not None
    )


def name_start(tokens: Sequence[Token]) -> int:
    """Where the name at a phrase's end begins: its run of capitalised words, without titles."""
    start = len(tokens) - 1
    while start > 0:
        before = tokens[start - 1]
        linked = (
            before.lower in NAME_LINKS
            and start > 1
            and tokens[start - 2].is_capital
            and not tokens[start - 2].possessive
        )
        if before.possessive or not ((before.is_word and before.is_capital) or before.text == "." or linked):
            break
        start -= 1
    while start < len(tokens) - 1 and (not tokens[start].is_word or is_title(tokens, start)):
        start += 1
    last_title = max((i for i in range(start, len(tokens) - 1) if is_title(tokens, i)), default=None)
    return start if last_title is None or tokens[last_title].lower in ("general", "party") else last_title + 1


def is_title(tokens: Sequence[Token], index: int) -> bool:
    """A title or office, or the part after its "of" ("Secretary of State")."""
    word = tokens[index].lower.rstrip(".")
    if index == len(tokens) - 1:
        return False
    return (
        word in TITLES
        or word in ("of", "the", "and")
        or (index > 1 and tokens[index - 1].lower == "of" and tokens[index - 2].lower in TITLES and word in TITLES)
    )


def other_name(context: Context, head: Sequence[Token], place: Named) -> bool:
    """Whether a capitalised word before the form makes it another name ("Melania Trump" is not Trump)."""
    if not head or not context.is_person(place.actor):
        return False
    before = head[-1]
    if not before.is_word or not before.is_capital or before.possessive or before.lower.rstrip(".") in TITLES:
        return False
    return (
        before.lower not in ("the", "then", "mr.", "mrs.") and before.lower in (WOMEN | MEN)
    ) or not context.introduced.get(place.actor, frozenset()) & set(office_words(before.text))


def organisation_named(context: Context, tokens: Sequence[Token]) -> ActorSlug | None:
    """The organisation whose name or alias has the same words, nation and adjective taken alike ("Russia’s foreign ministry")."""
    words = frozenset(office_words(" ".join(token.text for token in tokens if token.lower not in ARTICLES)))
    if len(words) < 2:
        return None
    fitting = set(context.organisations.get(words, ()))
    return fitting.pop() if len(fitting) == 1 else None


# --- descriptions -----------------------------------------------------------------------------------------------------------


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
    if definite and person and not head.endswith("s"):
        actor = described_person(context, history, block, phrase.at, core, tokens, depth)
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


def described_person(
    context: Context,
    history: History,
    block: int,
    position: int,
    core: Sequence[Token],
    tokens: Sequence[Token],
    depth: int,
) -> ActorSlug | None:
    """The one person named shortly before whose introduction fits the description; failing that, the only person there is."""
    frame = context.frames[block]
    inside = frame.named_between(tokens[0].at, tokens[-1].to)
    own = {place.actor for place in inside if context.is_person(place.actor)}
    personal = [place for place in inside if context.is_person(place.actor)]
    words = [t for t in tokens if not any(place.at <= t.at < place.to for place in personal)]
    for index in range(block, max(block - BLOCKS_BACK, 0) - 1, -1):
        end = position if index == block else 1 << 60
        named = {
            place.actor for place in context.frames[index].named if place.at < end and context.is_person(place.actor)
        } - own
        fitting = [actor for actor in sorted(named) if fits(context, actor, core, words)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return nearest_subject(context, history, block, position, fitting, depth)
    return None


def nearest_subject(
    context: Context, history: History, block: int, position: int, fitting: Sequence[ActorSlug], depth: int
) -> ActorSlug | None:
    """Among several that fit: the one who speaks in the sentence before, if that is clear."""
    frame = context.frames[block]
    start, _ = frame.sentence_at(position)
    last = history.last(block, 0, position)
    return last.actor if last and last.actor in fitting and start > 0 else None


def fits(context: Context, actor: ActorSlug, core: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether an actor's introduction has the description's office, and every nation or party that it names."""
    known = context.introduced.get(actor, frozenset())
    head = core[-1].lower
    rows = [row for said, row in SAME_OFFICE if head in said]
    if (rows and not any({stem(word) for word in row} & known for row in rows)) or (
        not rows and stem(head) not in known
    ):
        return False
    kinds = {token.lower for token in words if token.lower in OFFICE_KINDS} - {"former"}
    if (head in ("president", "minister") and {"vice", "deputy"} & known and not kinds & {"vice", "deputy"}) or not {
        stem(kind) for kind in kinds
    } <= known:
        return False
    modifiers = {
        stem(part)
        for token in words
        if token.is_capital and token.lower not in ARTICLES
        for part in office_words(token.text)
    }
    return modifiers <= known and not (stem(head) not in known and not modifiers and head in ("chief", "head", "boss"))


def described_organisation(
    context: Context, block: int, position: int, head: str, modifiers: Sequence[str]
) -> ActorSlug | None:
    """ "The company", "the ministry", "the newspaper": the one organisation named shortly before that it can be."""
    if head in OUTLET_HEADS:
        return reporting_outlet(context, block, position)
    if head not in ORGANISATION_HEADS or modifiers:
        return None
    for index in range(block, max(block - 2, 0) - 1, -1):
        end = position if index == block else 1 << 60
        named = {
            place.actor
            for place in context.frames[index].named
            if place.at < end and context.actor(place.actor).kind is ActorKind.ORGANISATION
        }
        if len(named) == 1:
            actor = named.pop()
            return (
                actor
                if head in ("company", "firm", "group") or head in office_words(context.actor(actor).name)
                else None
            )
        if named:
            return None
    return None


def reporting_outlet(context: Context, block: int, position: int) -> ActorSlug | None:
    """The one organisation that the article so far says to report ("Bloomberg writes", "told Reuters")."""
    found: set[ActorSlug] = set()
    for index in range(block + 1):
        frame = context.frames[index]
        for place in frame.named:
            if (index == block and place.at >= position) or context.actor(
                place.actor
            ).kind is not ActorKind.ORGANISATION:
                continue
            following = frame.masked[place.to : place.to + 12].split()[:1]
            before = frame.masked[max(place.at - 14, 0) : place.at].split()[-1:]
            if (following and following[0] in ("writes", "wrote", "reports", "reported")) or (
                before
                and before[0] in ("to", "told", "by")
                and "ccording to" in frame.masked[max(place.at - 14, 0) : place.at]
            ):
                found.add(place.actor)
    return found.pop() if len(found) == 1 else None


# --- pronouns ---------------------------------------------------------------------------------------------------------------


def by_pronoun(context: Context, history: History, block: int, pronoun: Token, depth: int) -> Speaker | None:
    """The subject or speaker of the sentence before, if the pronoun can mean them; None if nobody or more than one fits.

    Who is not registered counts as a candidate too: "An official ... he said" is not the minister two sentences back.
    """
    if depth > DEPTH or pronoun.lower in ("they", "we", "i", "you", "them"):
        return None
    frame = context.frames[block]
    start, _ = frame.sentence_at(pronoun.at)
    own = main_subject(tokens_of(frame.masked, start, pronoun.at))
    if own is not None and own.at != pronoun.at:
        verdict = weigh(context, resolve(context, history, block, own, depth), pronoun)
        if verdict is not None:
            return known(verdict)
    for index in range(block, max(block - BLOCKS_BACK, 0) - 1, -1):
        current = context.frames[index]
        limit = start if index == block else len(current.masked)
        starts = [at for at in current.sentences if at < limit]
        for sentence in reversed(starts if index == block else starts[-SENTENCES_BACK:]):
            end = min(current.sentence_at(sentence)[1], limit)
            verdict = sentence_candidate(context, history, index, sentence, end, pronoun, depth)
            if verdict is not None:
                return known(verdict)
        if index != block and limit > SHORT_BLOCK:
            return None
    return None


NOBODY = Speaker(how="pronoun")  # a verdict: the pronoun means somebody, but nobody can say whom


def known(verdict: Speaker) -> Speaker | None:
    return verdict if verdict.actor or verdict.text else None


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
    subject = main_subject(tokens_of(frame.masked, start, end))
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


STRANGER = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)((?:\s[\w’'-]+){1,5})")
FULL_NAME = re.compile(r"\b([^\W\d_][^\W\d_]+) [^\W\d_a-z][\w’'-]+")


def names_stranger(context: Context, frame: Frame, start: int, end: int, pronoun: Token) -> bool:
    """Whether the sentence names a person who is no registered actor ("an unnamed official", "John Doe") and whom "he" may mean."""
    if pronoun.lower == "it":
        return False
    text = frame.masked[start:end]
    for found in FULL_NAME.finditer(text):
        first = found.group(1).lower()
        if first in MEN | WOMEN and gender_fits(first, pronoun) and found.group(1)[0].isupper():
            if not any(
                place.at < start + found.end() and start + found.start() < place.to
                for place in frame.named_between(start, end)
            ):
                return True
    if any(token in context.strangers for token in re.findall(r"[^\W\d_][\w’'-]+", text)):
        return True
    described = (word for found in STRANGER.finditer(text) for word in found.group(1).split())
    return any(word in PERSON_HEADS and not word.endswith("s") for word in described)


def can_mean(context: Context, slug: ActorSlug, pronoun: Token) -> bool:
    """Whether he, she or it can mean this actor: persons by their first names, "it" anything but a person."""
    actor = context.actor(slug)
    if pronoun.lower == "it":
        return actor.kind is not ActorKind.PERSON
    return actor.kind is ActorKind.PERSON and gender_fits(actor.name, pronoun)


def gender_fits(name: str, pronoun: Token) -> bool:
    """Whether a person with this first name can be "he" or "she", as far as the lists of first names say."""
    first = next(iter(name.lower().split()), "")
    if pronoun.lower in HE:
        return first not in WOMEN or first in MEN
    return first not in MEN or first in WOMEN
