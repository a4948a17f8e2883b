"""Which articles are nearest to each other: those that share rare features, and of these the ones of near days.

The work stays in step with the archive: a feature that many articles have is passed over, and what a feature counts for
depends on its own articles alone.  So a new or changed article brings other neighbours only to those that share one with it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from math import inf, log2

from generator.fingerprints import of_all

MOST = 200  # articles that share a feature, at most: one of more says too little to be worth its cost
_OF_A_WORD = 0.5  # what a word counts for, where a name counts 1
_NEAR_DAYS = 30.0  # within which the nearness of days halves

Features = Sequence[Sequence[str]]  # of each article
Days = Sequence[int | None]  # of each article, as ordinals
Shared = tuple[Sequence[int], float]  # of a feature: the articles that have it, in order, and what it counts
Rank = tuple[
    float, bool, int, int
]  # of an article beside another: the least is the nearest; the last number is its own


def nearest(
    names: Features, said: Features, days: Days, count: int, wanted: Iterable[int] | None = None
) -> list[list[int]]:
    """The ``count`` nearest others of each article, or of those wanted, nearest first.

    The articles stand newest first, undated ones last.

    ``names`` are the features that are names, ``said`` those that are words.  A name that two articles share counts
    1 / log2(1 + the articles that have it), a word half of that; the sum is multiplied by the nearness of their days.
    Of equally near ones, those that stand before the article come first, and the next in order before others.
    """
    by_name, by_word = _by_feature(names, 1.0), _by_feature(said, _OF_A_WORD)
    known = [inf if day is None else day for day in days]
    found = []
    for index in range(len(names)) if wanted is None else wanted:
        shared = [by_name[name] for name in names[index] if name in by_name]
        shared += [by_word[word] for word in said[index] if word in by_word]
        found.append([other for *_, other in _ranked(index, shared, known, count)])
    return found


def keys(slugs: Sequence[str], names: Features, said: Features, days: Days) -> list[bytes]:
    """For each article a fingerprint of all that its neighbours depend on: who has its features, in which order and of which days."""
    marks = [f"{slug} {day}".encode() for slug, day in zip(slugs, days, strict=True)]

    def prints(features: Features, worth: float) -> dict[str, bytes]:
        return {name: of_all(marks[at] + b"\n" for at in of) for name, (of, _) in _by_feature(features, worth).items()}

    by_name, by_word = prints(names, 1.0), prints(said, _OF_A_WORD)
    return [
        of_all(
            [
                marks[index],
                *(by_name[name] for name in names[index] if name in by_name),
                b" ",
                *(by_word[word] for word in said[index] if word in by_word),
            ]
        )
        for index in range(len(slugs))
    ]


def worth_of(holders: int) -> float:
    """What a name counts that so many articles have."""
    return 1 / log2(1 + holders)


def _by_feature(features: Features, worth: float) -> Mapping[str, Shared]:
    """The features that two articles have or more, but not too many."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(features):
        for feature in own:
            holders[feature].append(index)
    return {name: (of, worth * worth_of(len(of))) for name, of in holders.items() if 1 < len(of) <= MOST}


def _ranked(index: int, shared: Sequence[Shared], days: Sequence[float], count: int) -> list[Rank]:
    """The ranks of the nearest, least first.

    Few articles share several features with one.  Of those that share a single one only the next in order on either side can
    be among the nearest, since their days are, and these only where the feature counts enough: the others are not looked at.
    """
    several = _sharing_several(shared)
    several.discard(index)
    scores: dict[int, float] = dict.fromkeys(several, 0.0)
    for holders, weight in shared:
        for other in several.intersection(holders):
            scores[other] += weight
    best = nsmallest(count, _ranks(index, scores, days))
    least = -best[-1][0] if len(best) == count else 0.0
    single: dict[int, float] = {}
    for holders, weight in shared:
        if weight >= least:
            at = bisect_left(holders, index)
            beside = (*holders[max(at - count, 0) : at], *holders[at + 1 : at + 1 + count])
            single |= {other: weight for other in beside if other not in several}
    return nsmallest(count, [*best, *_ranks(index, single, days)]) if single else best


def _sharing_several(shared: Iterable[Shared]) -> set[int]:
    """The articles that have two of the features or more."""
    seen: set[int] = set()
    several: set[int] = set()
    for holders, _ in shared:
        several |= seen.intersection(holders)
        seen.update(holders)
    return several


def _ranks(index: int, scores: Mapping[int, float], days: Sequence[float]) -> list[Rank]:
    """The nearness of days is 1 on the same day, falling towards a half; a half where one is not known (infinite)."""
    day = days[index] if days[index] < inf else -inf
    return [
        (
            -score * (0.5 + 0.5 / (1 + abs(day - days[other]) / _NEAR_DAYS)),
            other > index,
            abs(other - index),
            other,
        )
        for other, score in scores.items()
    ]
