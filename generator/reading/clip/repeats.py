"""Lines that only repeat what the article says elsewhere: pull quotes, paragraphs and captions that stand twice."""

from collections import Counter
from collections.abc import Sequence

from generator.reading.clip.roles import Line

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
    texts = [line.tokens if not reasons[at] and not line.is_fixed else [] for at, line in enumerate(lines)]
    first_with: dict[str, int] = {}
    candidates = []
    for at, tokens in enumerate(texts):
        if len(tokens) < _FEWEST:
            continue
        if first_with.setdefault(" ".join(tokens), at) != at:
            reasons[at] = "repeated line"
        elif at > after and len(tokens) <= _MOST:
            candidates.append(at)
    where = _places({shingle for at in candidates for shingle in _sought(lines[at], texts[at])}, texts)
    for at in candidates:
        if _is_pulled(at, lines[at], texts, where):
            reasons[at] = "pull quote"


def _sought(line: Line, tokens: list[str]) -> list[tuple[str, ...]]:
    """The shingles by which a line is looked for: of a sentence, which must stand there word for word, the first is enough."""
    return _shingles(tokens) if _may_differ(line) else _shingles(tokens[:_SIZE])


def _may_differ(line: Line) -> bool:
    """Whether a line is the kind of pull quote that editors shorten: no whole sentence, or one in quotation marks."""
    return not line.is_sentence or line.text[0] in _QUOTES


def _shingles(tokens: list[str]) -> list[tuple[str, ...]]:
    return list(zip(tokens, tokens[1:], tokens[2:], strict=False))


def _places(sought: set[tuple[str, ...]], texts: Sequence[list[str]]) -> dict[tuple[str, ...], list[int]]:
    """The lines in which each shingle stands, the first few of them."""
    where: dict[tuple[str, ...], list[int]] = {shingle: [] for shingle in sought}
    for at, tokens in enumerate(texts):
        for shingle in sought.intersection(zip(tokens, tokens[1:], tokens[2:], strict=False)):
            if len(where[shingle]) < _PLACES:
                where[shingle].append(at)
    return where


def _is_pulled(at: int, line: Line, texts: Sequence[list[str]], where: dict[tuple[str, ...], list[int]]) -> bool:
    """Whether a longer paragraph holds this line: a sentence word for word, any other line of eight words or more nearly so."""
    shingles = _sought(line, texts[at])
    places = [place for shingle in shingles for place in where[shingle] if len(texts[place]) > len(texts[at])]
    if not places:
        return False
    votes = Counter(places)
    text = " ".join(texts[at])
    if any(text in " ".join(texts[place]) for place in votes):
        return True
    shared = max(votes.values(), default=0)
    return _may_differ(line) and len(texts[at]) >= 8 and shared >= _SHARE * len(set(shingles))
