"""The nearest articles: as rare as what they share, as near as their days; the same as if each pair were compared."""

from collections import Counter
from functools import reduce
from operator import add

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.related import MOST, Features, nearest, worth_of

BOUNDED = settings(max_examples=150, derandomize=True, deadline=None, database=None)
FEATURES = st.lists(st.sampled_from("abcdefgh"), max_size=3, unique=True)
ARTICLES = st.lists(st.tuples(FEATURES, FEATURES, st.none() | st.integers(1, 40)), max_size=40)


def pair_by_pair(names: Features, said: Features, days: list[int | None], count: int) -> list[list[int]]:
    """What ``nearest`` finds, by comparing each article with every other."""
    named, spoken = Counter(name for own in names for name in own), Counter(word for own in said for word in own)

    def score(one: int, other: int) -> float:
        shared = [worth_of(named[name]) for name in names[one] if name in names[other]]
        shared += [worth_of(spoken[word]) / 2 for word in said[one] if word in said[other]]
        day, other_day = days[one], days[other]
        near = 0.0 if day is None or other_day is None else 0.5 / (1 + abs(day - other_day) / 30)
        return reduce(add, shared, 0.0) * (0.5 + near)

    def best(one: int) -> list[int]:
        beside = [other for other in range(len(names)) if other != one and score(one, other)]
        return sorted(beside, key=lambda other: (-score(one, other), other > one, abs(other - one)))[:count]

    return [best(one) for one in range(len(names))]


@BOUNDED
@given(ARTICLES)
def test_it_finds_what_comparing_each_pair_finds(articles: list[tuple[list[str], list[str], int | None]]) -> None:
    newest_first = sorted(articles, key=lambda article: -(article[2] or 0))
    names, said = ([article[part] for article in newest_first] for part in range(2))
    days = [day for _, _, day in newest_first]
    assert nearest(names, said, days, 3) == pair_by_pair(names, said, days, 3)


def test_a_feature_of_too_many_articles_is_passed_over() -> None:
    names: list[list[str]] = [["everywhere"] for _ in range(MOST + 1)]
    said: list[list[str]] = [[] for _ in names]
    days = [1 for _ in names]
    assert nearest(names, said, days, 5)[0] == []
    assert nearest(names[:MOST], said[:MOST], days[:MOST], 5)[0] == [1, 2, 3, 4, 5]


def test_a_word_counts_half_of_a_name() -> None:
    names: list[list[str]] = [["a"], [], ["a"]]
    said: list[list[str]] = [["w"], ["w"], []]
    assert nearest(names, said, [3, 3, 3], 5)[0] == [2, 1]


def test_what_many_share_counts_less_and_no_other_article_matters() -> None:
    assert worth_of(2) > worth_of(3) > worth_of(MOST) > 0
    names: list[list[str]] = [["a", "b"], ["a"], ["b"], ["b"]]
    said: list[list[str]] = [[], [], [], []]
    alone = nearest(names, said, [3, 3, 3, 3], 5)
    assert alone[0] == [1, 2, 3]
    assert nearest([*names, ["c"]], [*said, []], [3, 3, 3, 3, 3], 5)[:4] == alone
