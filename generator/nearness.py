"""What a misspelt word was meant to be."""

from collections.abc import Iterable

LEAST = 72.0  # of 100: below it, a proposal misleads more often than it helps


def nearest(word: str, known: Iterable[str], least: float = LEAST) -> str | None:
    """The known word that is most like ``word``, whatever its capitals; None if none is like it.  Ties go by the alphabet."""
    from rapidfuzz import fuzz, process  # only a mistake needs it, and it takes a while to load

    found = process.extractOne(
        word,
        sorted(known),
        scorer=fuzz.ratio,
        processor=lambda text: text.casefold().replace("_", "-"),
        score_cutoff=least,
    )
    return found[0] if found else None
