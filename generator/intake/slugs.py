"""The slug of a new file, from its title: short, in ASCII, and not yet in use."""

from collections.abc import Collection
from itertools import count

from anyascii import anyascii

from generator.text import slugify

MAX_WORDS = 8
MAX_LENGTH = 60


def slug_of(title: str) -> str:
    """The first words of a title as a slug, at most ``MAX_WORDS`` and ``MAX_LENGTH``; empty if it has no letter or digit.

    Letters without an ASCII base (Cyrillic, Greek, Arabic ...) are written as they sound.
    """
    if any(letter.isalpha() and not slugify(letter) for letter in title):
        title = anyascii(title.replace("’", "").replace("'", "")).replace("'", "").replace("`", "")
    words = slugify(title).split("-")[:MAX_WORDS]
    while len(words) > 1 and len("-".join(words)) > MAX_LENGTH:
        words.pop()
    return "-".join(words)[:MAX_LENGTH].strip("-")


def unused(slug: str, taken: Collection[str]) -> str:
    """The slug, or the first of slug-2, slug-3 ... that is not taken."""
    if slug not in taken:
        return slug
    return next(f"{slug}-{number}" for number in count(2) if f"{slug}-{number}" not in taken)
