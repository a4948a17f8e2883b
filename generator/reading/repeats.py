"""Lines that only repeat what the article says elsewhere: pull quotes, paragraphs and captions that stand twice."""

from collections import Counter
from collections.abc import Sequence

from generator.reading.roles import Line, word_list

_QUOTES = "“\"«„‘'"
_SIZE = 3  # words of a shingle
_FEWEST = 5  # words below which a repetition means nothing
_MOST = 60  # words above which it is no pull quote
_SHARE = 0.75  # of a pull quote's shingles that the sentence it was taken from still has
_PLACES = 12  # where one shingle is looked up: bounds the work on hostile input


def mark_repeats(lines: Sequence[Line], reasons: list[str], *, after: int) -> None:
    """Enter "pull quote" and "repeated line" for the undecided lines behind the line ``after``.

    A pull quote stands, word for word or nearly so, within a longer paragraph; a repeated line is the second of two that are equal.
    """
    texts = [word_list(line.text) if not reasons[at] and not line.is_fixed else [] for at, line in enumerate(lines)]
    where: dict[tuple[str, ...], list[int]] = {}
    for at, tokens in enumerate(texts):
        for shingle in set(_shingles(tokens)):
            places = where.setdefault(shingle, [])
            if len(places) < _PLACES:
                places.append(at)
    first_with: dict[str, int] = {}
    for at, tokens in enumerate(texts):
        line = lines[at]
        if len(tokens) < _FEWEST:
            continue
        text = " ".join(tokens)
        first = first_with.setdefault(text, at)
        if first != at:
            reasons[at] = "repeated line"
        elif at > after and len(tokens) <= _MOST and _is_pulled(at, line, texts, where):
            reasons[at] = "pull quote"


def _shingles(tokens: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(tokens[shift:] for shift in range(_SIZE)), strict=False))


def _is_pulled(at: int, line: Line, texts: Sequence[list[str]], where: dict[tuple[str, ...], list[int]]) -> bool:
    """Whether a longer paragraph holds this line: a sentence word for word, any other line of eight words or more nearly so."""
    shingles = _shingles(texts[at])
    if line.is_sentence and line.text[0] not in _QUOTES and len(where.get(shingles[0], ())) < 2:
        return False  # word for word it stands nowhere else
    votes = Counter(place for shingle in set(shingles) for place in where.get(shingle, ()) if place != at)
    if not votes:
        return False
    best, shared = max(votes.items(), key=lambda item: (item[1], -item[0]))
    if len(texts[best]) <= len(texts[at]):
        return False
    if " ".join(texts[at]) in " ".join(texts[best]):
        return True
    nearly = not line.is_sentence or line.text[0] in _QUOTES
    return nearly and len(texts[at]) >= 8 and shared >= _SHARE * len(set(shingles))
