"""Which person a description means: "the French president", "the chair", "Ruritania’s top diplomat"."""

from collections.abc import Callable, Sequence

from generator.model import ActorSlug, Role
from generator.statements.context import Context
from generator.statements.frames import Frame
from generator.statements.history import History, Speaker
from generator.statements.offices import Description, Fit, describe, judge
from generator.statements.phrases import Phrase, main_subject
from generator.statements.rivals import has_rival, is_held_by_nobody, is_named_beside
from generator.statements.tokens import Token
from generator.statements.verbs import saying_verbs

NEAR_BLOCKS = 3  # how many blocks before its own a description may point to
FAR_BLOCKS = 12  # the same where only one person so far was introduced with its office
SO_FAR = 60  # how many blocks are searched for persons named so far
SENTENCES_BACK = 3  # over how many sentences without a person its paragraph is read back
LONGEST_SENTENCE = 1000  # characters of a sentence that are read
# With these a description means somebody else than who was named before, or one of several.
ANOTHER = frozenset(
    ["other", "another", "second", "third", "next", "new", "late", "previous", "same", "two", "three", "then", "future"]
)
Resolve = Callable[[int, Phrase], Speaker]


def described_person(
    context: Context, history: History, block: int, core: Sequence[Token], tokens: Sequence[Token], resolve: Resolve
) -> ActorSlug | None:
    """Whom a description means: who was introduced so shortly before it, the subject of the sentence before it, or the only
    person so far.  Nobody where what is known of that person contradicts, or where it may be another as well.
    """
    frame, at = context.frames[block], tokens[0].at
    inside = frame.named_between(at, tokens[-1].to)
    own = {place.actor for place in inside if context.is_person(place.actor)}
    others = [place.actor for place in inside if place.actor not in own]
    description = describe(context, frame.masked[at : tokens[-1].to], core[-1].lower, others)
    introduced = nearest_introduced(context, block, at, description, own)
    back = own or not points_back(core) or not description.is_office
    subject = None if back else subject_before(context, history, block, at, resolve)
    if introduced:
        if len(introduced) > 1:
            return nearest_speaker(history, frame, block, at, introduced)
        if has_rival(context, block, at, description, since=introduced[0]):
            return None
        if not description.is_bare or subject is None or subject.actor in (None, introduced[0]):
            return introduced[0]
        unclear = subject.actor is not None and judge(context, subject.actor, description) > Fit.NOT
        here = any(place.actor == introduced[0] for place in frame.named_before(at))
        return introduced[0] if here or not unclear else None
    if back:
        return None
    if subject is not None and (subject.actor is None or judge(context, subject.actor, description) > Fit.NOT):
        if subject.actor is None or is_named_beside(context, block, core, subject.actor):
            return None
        known = judge(context, subject.actor, description) > Fit.OPEN
        return subject.actor if known or not is_held_by_nobody(context, history, block, at, description) else None
    return only_one(context, history, block, core, description, resolve)


def points_back(core: Sequence[Token]) -> bool:
    """``the minister``, ``Ruritania’s minister``; not ``his minister``, ``the other minister``."""
    first = core[0]
    return (first.lower == "the" or (first.is_capital and (first.possessive or len(core) > 1))) and not any(
        token.lower in ANOTHER for token in core
    )


def nearest_introduced(
    context: Context, block: int, at: int, description: Description, own: set[ActorSlug]
) -> list[ActorSlug]:
    """The persons who were introduced so, of the nearest block that names one."""
    for index in range(block, max(block - NEAR_BLOCKS, 0) - 1, -1):
        places = context.frames[index].named_before(at if index == block else 1 << 60)
        named = {place.actor for place in places if context.is_person(place.actor)} - own
        fitting = [actor for actor in sorted(named) if judge(context, actor, description) is Fit.SURE]
        if fitting:
            return fitting
    return []


def nearest_speaker(
    history: History, frame: Frame, block: int, at: int, fitting: Sequence[ActorSlug]
) -> ActorSlug | None:
    """Among several that fit: the one who speaks in the sentence before, if that is clear."""
    start, _ = frame.sentence_at(at)
    last = history.last(block, 0, at)
    return last.actor if last and last.actor in fitting and start > 0 else None


def subject_before(context: Context, history: History, block: int, at: int, resolve: Resolve) -> Speaker | None:
    """The person whom the sentence before in the same paragraph is about; without an actor if that is a stranger or unclear."""
    frame = context.frames[block]
    end, _ = frame.sentence_at(at)
    for _ in range(SENTENCES_BACK):
        if end == 0:
            return None
        start, _ = frame.sentence_at(end - 1)
        about = person_of(context, history, block, start, end, resolve)
        if about is not None:
            return about
        end = start
    return None


def person_of(context: Context, history: History, block: int, start: int, end: int, resolve: Resolve) -> Speaker | None:
    """Who speaks in a sentence or is its subject, or else the only person named in it; None if it is about nobody."""
    frame = context.frames[block]
    spoken = history.last(block, start, end)
    if spoken is not None and (spoken.actor or spoken.text):
        return spoken if context.is_person(spoken.actor) else Speaker(text=spoken.text, person=True)
    phrase = main_subject(frame.tokens(start, min(end, start + LONGEST_SENTENCE)))
    subject = resolve(block, phrase) if phrase is not None else None
    if subject is not None and context.is_person(subject.actor):
        return subject
    if phrase and subject and (subject.how == "several" or (subject.person and is_stranger(context, frame, phrase))):
        return Speaker(text=subject.text, person=True)
    people = {place.actor for place in frame.named_between(start, end) if context.is_person(place.actor)}
    if len(people) > 1:
        return Speaker(person=True)
    return Speaker(actor=people.pop(), person=True) if people else None


def is_stranger(context: Context, frame: Frame, phrase: Phrase) -> bool:
    """Whether an unregistered subject is surely a person, and no common word that begins its sentence ("Twelve nations ...")."""
    word = phrase.tokens[0]
    if len(phrase.tokens) > 1 or not word.is_capital or word.text in context.strangers:
        return True
    following = frame.tokens(word.to, min(word.to + 40, len(frame.masked)))[:1]
    return not following or not following[0].text.islower() or following[0].lower.endswith("ed")


def only_one(
    context: Context,
    history: History,
    block: int,
    core: Sequence[Token],
    description: Description,
    resolve: Resolve,
) -> ActorSlug | None:
    """The only person named so far whom it can mean, or the only one who was introduced so."""
    at = core[0].at
    sentence, _ = context.frames[block].sentence_at(at)
    fits: dict[ActorSlug, Fit] = {}
    last: dict[ActorSlug, int] = {}
    for index in range(max(block - SO_FAR, 0), block + 1):
        for place in context.frames[index].named_before(sentence if index == block else 1 << 60):
            if context.is_person(place.actor):
                last[place.actor] = index
                if place.actor not in fits:
                    fits[place.actor] = judge(context, place.actor, description)
    able = [actor for actor, fit in fits.items() if fit > Fit.NOT and not is_named_beside(context, block, core, actor)]
    sure = [actor for actor in able if fits[actor] is Fit.SURE]
    if has_rival(context, block, at, description):
        return None
    if len(sure) == 1:
        return sure[0] if block - last[sure[0]] <= FAR_BLOCKS else None
    if len(able) == 1 and fits[able[0]] is Fit.LIKELY:
        return able[0]
    since = first_named_after_opening(context, able[0]) if len(fits) == len(able) == 1 else 0
    if is_held_by_nobody(context, history, block, at, description):
        if not since or is_held_by_nobody(context, history, block, at, description, since=since):
            return None
        return told_before(context, history, block, sentence, able, resolve, alone=False)
    alone = len(fits) == 1
    if (
        len(able) == 1
        and (description.is_bare or (alone and description.is_former))
        and block - last[able[0]] <= NEAR_BLOCKS
    ):
        return able[0]
    return told_before(context, history, block, sentence, able, resolve, alone=alone)


def first_named_after_opening(context: Context, actor: ActorSlug) -> int:
    """The block that first names a person without any office, if the one right before it may have told who that is.

    Agencies begin so: "..., the minister of Borduria said Sunday." / "“...,” said Ada Example."
    """
    first = next(i for i, frame in enumerate(context.frames) if any(place.actor == actor for place in frame.named))
    opening = context.frames[first - 1].block.role if first else None
    return first if opening is Role.PARAGRAPH and not context.introduced(actor).offices else 0


def told_before(
    context: Context,
    history: History,
    block: int,
    sentence: int,
    able: Sequence[ActorSlug],
    resolve: Resolve,
    *,
    alone: bool,
) -> ActorSlug | None:
    """At the beginning of a paragraph: whom the last sentence of the one before is about, if nobody else is named there.

    That sentence must report what they say, unless nobody else (``alone``) is named in the article so far.
    """
    if sentence or not block:
        return None
    earlier = context.frames[block - 1]
    end = len(earlier.masked)
    start, _ = earlier.sentence_at(end - 1) if end else (0, 0)
    about = person_of(context, history, block - 1, start, end, resolve)
    if about is None or about.actor not in able:
        return None
    people = {place.actor for place in earlier.named_between(start, end) if context.is_person(place.actor)}
    says = (
        alone
        or history.last(block - 1, start, end)
        or saying_verbs(earlier.tokens(start, min(end, start + LONGEST_SENTENCE)))
    )
    return about.actor if says and people <= {about.actor} else None
