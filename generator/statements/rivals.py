"""Who else a description may mean: strangers with the same office, and persons named in one breath with it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.model import ActorSlug
from generator.statements.context import Context
from generator.statements.frames import Frame
from generator.statements.history import History
from generator.statements.introductions import state_stems, title_before
from generator.statements.office_words import OFFICE_FORMS
from generator.statements.offices import Description, Fit, owned
from generator.statements.reading_offices import NO_NAMES, read_office
from generator.statements.tokens import Token

# Capitalised words after an office that are no name; "Jan" and "May" may be one.
NO_SURNAMES = NO_NAMES - frozenset(["jan", "may", "april", "june", "august", "mar", "dec", "sun"])
NEAR = 3000  # characters of a block that are searched
MOST = 50  # phrases of a block whose meaning is known that are looked through
BLOCKS_BACK = 12  # how many blocks are searched
TITLE = 60  # characters before an office that are read with it
NAME_AFTER = re.compile(r" ([^\W\d_a-z][\w’'-]+)")
INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w’'-]+ ){0,4}$")
NAME_BEFORE = re.compile(r"([^\W\d_a-z][\w’'-]+) ([^\W\d_a-z][\w’'-]+), (?:[\w’'-]+ ){0,5}$")


def has_rival(context: Context, block: int, at: int, description: Description, since: ActorSlug | None = None) -> bool:
    """Whether a person who is not registered was introduced with this office (after ``since`` was last named)."""
    pattern = office_pattern(description.wanted | {description.head})
    for index in range(block, max(block - BLOCKS_BACK, 0) - 1, -1):
        frame = context.frames[index]
        near, end = window(frame, at if index == block else None)
        begin = max((place.to for place in frame.named_between(near, end) if place.actor == since), default=0)
        for found in pattern.finditer(frame.masked, begin or near, end):
            title = stranger_title(frame, found.start(), found.end())
            if title is not None and agrees(context, title, description):
                return True
        if begin:
            return False
    return False


def window(frame: Frame, at: int | None) -> tuple[int, int]:
    """The stretch of a block that is searched: what stands before a position, or its end; never more than a bound."""
    end = len(frame.masked) if at is None else at
    return max(end - NEAR, 0), end


@lru_cache(maxsize=256)
def office_pattern(offices: frozenset[str]) -> re.Pattern[str]:
    """Any word for one of the offices."""
    wanted = {one.rpartition("former-")[2].removeprefix("deputy-") for one in offices}
    words = wanted | {form for form, office in OFFICE_FORMS.items() if office in wanted}
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, words))) + r")\b", re.IGNORECASE)


def stranger_title(frame: Frame, start: int, end: int) -> str | None:
    """The words of an office beside a name that is not registered, or after "a"; None if it is no such office."""
    before = frame.masked[max(start - TITLE, 0) : start]
    title = re.split(r"[,.;:]", before)[-1] + frame.masked[start:end]
    if INDEFINITE.search(before):
        return title
    after = NAME_AFTER.match(frame.masked, end)
    if after and after.group(1).lower() not in NO_SURNAMES and not frame.names_at(after.start(1)):
        return title
    named = NAME_BEFORE.search(before)
    if named and not {named.group(1).lower(), named.group(2).lower()} & NO_SURNAMES:
        first = max(start - TITLE, 0)
        return None if frame.names_at(first + named.start(1)) or frame.names_at(first + named.start(2)) else title
    return None


def is_held_by_nobody(
    context: Context, history: History, block: int, at: int, description: Description, since: int = 0
) -> bool:
    """Whether the text (from block ``since`` on) speaks of somebody with this office whom nobody can name ("his envoy")."""
    pattern = office_pattern(description.wanted | {description.head})
    for index in range(block, max(block - BLOCKS_BACK, since, 0) - 1, -1):
        frame = context.frames[index]
        meant = history.meant.get(index, [])[-MOST:]
        for found in pattern.finditer(frame.masked, *window(frame, at if index == block else None)):
            start, end = found.span()
            if any(low <= start < high for low, high in meant) or is_title_of_named(context, frame, start, end):
                continue
            title = re.split(r"[,.;:]", frame.masked[max(start - TITLE, 0) : start])[-1] + found.group()
            if agrees(context, title, description):
                return True
    return False


def is_title_of_named(context: Context, frame: Frame, start: int, end: int) -> bool:
    """Whether an office stands before or behind a registered person's name, or inside another actor's name."""
    if frame.names_at(start):
        return True
    for place in frame.named_between(max(start - TITLE, 0), min(end + TITLE, len(frame.masked))):
        if not context.is_person(place.actor):
            continue
        if place.at >= end and title_before(frame, place, context.registry) <= start:
            return True
        if place.to < start and re.match(r"(?:,|\sis|\swas|\sas)\s[^,.;:]*$", frame.masked[place.to : start]):
            return True
    return False


def agrees(context: Context, title: str, description: Description) -> bool:
    """Whether the stranger's office is of no other nation than the description's."""
    office = read_office(title, state_stems(context.registry))
    return bool(office.offices & description.wanted) and (
        not description.office.nations or owned(description.office.nations, office.nations, frozenset()) is not Fit.NOT
    )


def is_named_beside(context: Context, block: int, core: Sequence[Token], actor: ActorSlug) -> bool:
    """Whether an earlier sentence, or its own, has both the person's name and this description: then they are two people."""
    words = [token.text.lower() for token in core]
    phrase = " ".join(words[1:] if len(words) > 2 and words[0] == "the" else words)
    for index in range(max(block - BLOCKS_BACK, 0), block + 1):
        frame = context.frames[index]
        low, high = window(frame, core[-1].to + NEAR // 4 if index == block else None)
        places = [place for place in frame.named_between(low, high) if place.actor == actor]
        if not places:
            continue
        for relative in occurrences(frame.masked[low:high].lower(), phrase):
            found = low + relative
            start, end = frame.sentence_at(found)
            to = found + len(phrase)
            if index == block and found > core[0].at + len(phrase):
                break
            for place in places:
                beside = start <= place.at < end and not (0 <= place.at - to <= 2 or 0 <= found - place.to <= 6)
                if beside and (index != block or place.at < core[0].at):
                    return True
    return False


def occurrences(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + len(phrase))
