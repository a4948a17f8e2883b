"""Events: topics that took place once, and what it takes to find one in a text.

A topic with a date is an event, and so is one whose name has a date or year, or a proper name and an occasion ("Strelsau
summit").  A term of it that says no more than where it was ("Strelsau", "at the Rose Palace", "talks in Strelsau") is a
*venue*: other things take place there too.  Unless the occasion that the event's name speaks of stands in the same
sentence, venues speak for the event in the headline, the standfirst and the first two paragraphs only; elsewhere where
the article also has another term of the event, or its date.  An event more than four weeks before the article needs its
date or more than venues everywhere.  An event after the article's date is none of its topics.
The event's name, being its alone, proves as much as the longest terms.

A topic named for two persons is an article's only if the article names both.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.matching.plain import key
from generator.matching.wording import OCCASIONS, VENUE_WORDS
from generator.model import Topic
from generator.text import MONTHS

LONG_AGO = datetime.timedelta(weeks=4)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\.? ([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8}) (\d{1,2})(?!\d)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)]* ")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_AT_MOST = 300


class Event(NamedTuple):
    """When an event took place (first and last possible day), how its date is written, what occasion its name speaks of.

    A name that only speaks of an occasion ("Strelsau summit plan") is no event: ``once`` is false.
    """

    once: bool
    first: datetime.date | None
    last: datetime.date | None
    dates: re.Pattern[str] | None
    occasions: frozenset[str]


class Found(NamedTuple):
    """A term of an event that stands in an article: whether early in it, and whether it is but a venue."""

    term: str
    early: bool
    venue: bool


def event_of(topic: Topic) -> Event | None:
    """The topic as an event, if it is one."""
    words = [word.lower() for word in _WORD.findall(topic.name)]
    occasions = frozenset(word for word in words if word in OCCASIONS)
    if topic.date is not None:
        return Event(True, topic.date, topic.date, _dates(topic.date), occasions)
    year = _YEAR.search(topic.name)
    if year is not None:
        day = _day_in(topic.name, int(year.group()))
        if day is not None:
            return Event(True, day, day, _dates(day), occasions)
        whole = int(year.group())
        dates = re.compile(rf"(?<!\d){whole}(?!\d)")
        return Event(True, datetime.date(whole, 1, 1), datetime.date(whole, 12, 31), dates, occasions)
    if occasions and any(word.istitle() and word.lower() not in OCCASIONS for word in _WORD.findall(topic.name)[:-1]):
        return Event(words[-1] in OCCASIONS, None, None, None, occasions)
    return None


def is_venue(term: str, event: Event, persons: Iterable[str]) -> bool:
    """Whether a term of the event says no more than where it was: it has proper names, and no other telling word."""
    words = _WORD.findall(term)
    small = [word for word in words if word.islower()]
    if len(small) == len(words) or any(word in persons for word in words):
        return False
    if any(_is_occasion(word, event) for word in words):
        return False
    return all(word in OCCASIONS or word in VENUE_WORDS for word in small)


def is_name(term: str, event: Event) -> bool:
    """Whether a term is the event's name: its occasion and a proper name ("Strelsau summit", "summit in Strelsau")."""
    words = _WORD.findall(term)
    return any(_is_occasion(word, event) for word in words) and any(
        word[0].isupper() and not _is_occasion(word, event) for word in words
    )


def is_beside_its_occasion(text: str, at: int, to: int, event: Event) -> bool:
    """Whether the occasion that the event's name speaks of stands in the same sentence."""
    near = max(0, at - _SENTENCE_AT_MOST)
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, near, at)]
    begins = max([near, text.rfind("\0", near, at) + 1, *ends])
    end = _SENTENCE_ENDS.search(text, to, to + _SENTENCE_AT_MOST)
    sentence = text[begins : end.start() if end is not None else to + _SENTENCE_AT_MOST].partition("\0")[0]
    return any(_is_occasion(word, event) for word in _WORD.findall(sentence))


def is_named(text: str, to: int, event: Event) -> bool:
    """Whether the occasion follows the venue: "the Strelsau summit" is the event's name."""
    word = _WORD.match(text, to + 1) if text[to : to + 1] == " " else None
    return word is not None and _is_occasion(word.group(), event)


def _is_occasion(word: str, event: Event) -> bool:
    return word.lower() in event.occasions or word.lower().removesuffix("s") in event.occasions


def proved(event: Event, found: Sequence[Found], text: str, date: datetime.date | None) -> Sequence[bool]:
    """Which of the terms of the event speak for it in an article of this date."""
    none, every = [False] * len(found), [True] * len(found)
    if event.first is not None and date is not None and date < event.first:
        return none
    if (
        not event.once
        or any(not one.venue for one in found)
        or (event.dates is not None and event.dates.search(text) is not None)
    ):
        return every
    if event.last is not None and date is not None and date - event.last > LONG_AGO:
        return none
    if len({one.term for one in found}) > 1:
        return every
    return [one.early for one in found]


def pair_of(topic: Topic, persons: Mapping[str, Sequence[str]]) -> tuple[re.Pattern[str], ...]:
    """For a topic named for two persons or more: what names each of them."""
    named = [persons[word] for piece in key(topic.name).split(" ") for word in piece.split("-") if word in persons]
    if len(named) < 2:
        return ()
    return tuple(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)") for forms in named)


def _day_in(name: str, year: int) -> datetime.date | None:
    for match in _DAY.finditer(name):
        day, month = match.group(1) or match.group(4), match.group(2) or match.group(3)
        for number, full in enumerate(MONTHS, 1):
            if full.startswith(month):
                try:
                    return datetime.date(year, number, int(day))
                except ValueError:
                    continue
    return None


def _dates(date: datetime.date) -> re.Pattern[str]:
    """How a text may write the day: "18 August", "Aug. 18", 2025-08-18, 18.08.2025."""
    month = MONTHS[date.month - 1]
    written = rf"(?:{month}|{month[:3]}\.?|{month[:4]}\.)"
    return re.compile(
        rf"(?<!\d){written} {date.day}(?!\d)|(?<!\d){date.day}(?:st|nd|rd|th)?\.? {written}(?!\w)"
        rf"|{date.isoformat()}|(?<!\d)0?{date.day}\.0?{date.month}\.{date.year}"
    )
