"""Which stretches between marks are no quotations: scare quotes, titles of works, names in marks."""

from generator.statements.place import Found, Place
from generator.statements.words import NAMING
from generator.text import words

SHORTEST = 3  # words: what is shorter is a scare quote, unless it is a sentence with its own attribution
SHORTEST_UNATTRIBUTED = 5  # words: what is shorter and ascribed to nobody is a scare quote or a name
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
    if named_by_cue(place) and item.rule != "with the words":
        return False
    if is_title_case(content) and not (direct and place.is_sentence and content[-1:] in ",.!?"):
        return False
    attributed = item.speaker.actor is not None or item.speaker.text is not None
    return attributed or count >= SHORTEST_UNATTRIBUTED


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
