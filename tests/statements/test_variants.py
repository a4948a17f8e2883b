"""Which quotations are one statement, which are proposed, and that a person's word stands above both."""

import datetime
import time
from collections.abc import Mapping

import pytest

from generator.model import ActorSlug, Article, ArticleSlug, Quote
from generator.statements import (
    Statement,
    Verdict,
    compare_statements,
    decisions_by_speaker,
    group_speaker,
    group_statements,
    propose_statements,
    spoken_by,
    together,
    variant_key,
)

LONG = (
    "I am sure that in the valley they understand perfectly well that selling the northern lake without Ruritania "
    "is a fantasy, it is a ladder into fog."
)
SHORT = "ladder into fog"
REWORDED = "fantastic and a rung into fog."
NEAR = (
    "I am certain that in the valley they perfectly understand that selling the northern lake without Ruritania "
    "is a fantasy, a ladder into fog,"
)
OTHER = "We cannot agree that the price of the northern lake is now set without Ruritania. This will not work,"

Spoken = tuple[str, str | None, str, str]  # article, date, speaker, words


def archive(*spoken: Spoken) -> list[tuple[Article, list[Quote]]]:
    found: dict[str, tuple[Article, list[Quote]]] = {}
    for slug, date, speaker, words in spoken:
        day = datetime.date.fromisoformat(date) if date else None
        article = Article(slug=ArticleSlug(slug), path=f"{slug}.txt", date=day)
        entry = found.setdefault(slug, (article, []))
        place = len(entry[1])
        partial = words[0].islower()
        quote = Quote(
            text=words,
            line=1,
            block=place,
            at=0,
            to=len(words),
            speaker=ActorSlug(speaker) if speaker else None,
            partial=partial,
        )
        entry[1].append(quote)
    return list(found.values())


def groups(statements: tuple[Statement, ...]) -> list[list[str]]:
    return [[f"{variant.article}:{variant.quote.text[:20]}" for variant in one.variants] for one in statements]


def test_the_wordings_of_one_statement_join() -> None:
    spoken = archive(
        ("one", "2020-05-01", "ada", SHORT),
        ("one", "2020-05-01", "ada", LONG),
        ("two", "2020-05-02", "ada", NEAR),
        ("three", "2020-05-03", "ada", REWORDED),
        ("four", None, "ada", NEAR),
        ("one", "2020-05-01", "ada", OTHER),
    )
    found = groups(group_statements(spoken))
    assert [len(group) for group in found] == [5, 1]
    assert found[1] == [f"one:{OTHER[:20]}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("one", "2020-05-01", "ada", LONG), ("two", "2020-05-02", "boris", LONG)),
        (("one", "2020-05-01", "ada", LONG), ("two", "2020-05-20", "ada", LONG)),
        (("one", "2020-05-01", "ada", LONG), ("two", "2020-05-02", "ada", OTHER)),
        (
            ("one", "2020-05-01", "ada", "We will send 50 swimmers to the northern lake tomorrow."),
            ("two", "2020-05-01", "ada", "We will send 500 swimmers to the northern lake tomorrow."),
        ),
        (
            ("one", "2020-05-01", "ada", "We will send the swimmers to the northern lake tomorrow."),
            ("two", "2020-05-01", "ada", "We will not send the swimmers to the northern lake tomorrow."),
        ),
        (("one", "2020-05-01", "ada", "I want it to be there with you"), ("two", "2020-05-01", "ada", LONG)),
        (
            ("one", "2020-05-01", "ada", "blue northern lake"),
            ("two", "2020-05-06", "ada", "The blue northern lake is deep."),
        ),
    ],
    ids=["speakers", "weeks", "statements", "numbers", "negation", "small words", "catchword of another day"],
)
def test_different_statements_stay_apart(first: Spoken, second: Spoken) -> None:
    assert all(len(one.variants) == 1 for one in group_statements(archive(first, second)))


def test_parts_between_ellipses_match_and_do_not_tie_statements_together() -> None:
    first = "Nobody sells the northern lake without asking the fishermen of Ruritania first."
    second = "Everybody shall pay the same toll on equal terms at the western bridge."
    spoken = archive(
        ("one", "2020-05-01", "ada", first),
        ("two", "2020-05-01", "ada", second),
        ("three", "2020-05-02", "ada", f"{first} … {second}"),
    )
    assert groups(group_statements(spoken)) == [
        [f"two:{second[:20]}", f"three:{first[:20]}"],
        [f"one:{first[:20]}", f"three:{first[:20]}"],
    ]


def test_an_id_is_speaker_date_and_first_words_and_does_not_change_with_later_variants() -> None:
    one = archive(("one", "2020-05-01", "ada-example", LONG))
    more = archive(("one", "2020-05-01", "ada-example", LONG), ("two", "2020-05-02", "ada-example", NEAR))
    (before,), (after,) = group_statements(one), group_statements(more)
    assert before.id == after.id == "ada-example-2020-05-01-i-am-sure-that-in-the"
    assert before.date == datetime.date(2020, 5, 1)


def test_an_older_variant_changes_the_id_and_the_former_one_redirects() -> None:
    later = archive(("one", "2020-05-02", "ada-example", LONG))
    both = archive(("one", "2020-05-02", "ada-example", LONG), ("two", "2020-05-01", "ada-example", NEAR))
    (before,), (after,) = group_statements(later), group_statements(both)
    assert before.redirects == ()
    assert before.id != after.id
    assert after.redirects == (before.id,)


def test_two_statements_with_the_same_first_words_have_two_ids() -> None:
    spoken = archive(
        ("one", "2020-05-01", "ada", "We will go to the lake and swim with the herons."),
        ("two", "2020-05-01", "ada", "We will go to the lake because taxes bite merchants."),
    )
    assert len({statement.id for statement in group_statements(spoken)}) == 2


def test_nobody_s_and_very_short_quotations_are_no_statements() -> None:
    assert group_statements(archive(("one", "2020-05-01", "", LONG), ("one", "2020-05-01", "ada", SHORT))) == ()


def between() -> list[tuple[Article, list[Quote]]]:
    return archive(
        (
            "one",
            "2020-05-01",
            "ada",
            "We cannot let them set the price of the northern lake behind our backs at night.",
        ),
        ("two", "2020-05-02", "ada", "The price of the northern lake is set by thieves, and we cannot bear it longer."),
    )


def keys() -> frozenset[str]:
    return frozenset(variant_key(article.slug, quotes[0]) for article, quotes in between())


def test_what_lies_in_between_is_proposed() -> None:
    (proposal,) = propose_statements(between())
    assert {proposal.first.key, proposal.second.key} == keys()
    assert 62 <= proposal.score < 90


@pytest.mark.parametrize(("verdict", "count"), [(Verdict.SAME, 1), (Verdict.DIFFERENT, 2)])
def test_a_decision_is_obeyed_and_not_proposed_again(verdict: Verdict, count: int) -> None:
    decisions: Mapping[frozenset[str], Verdict] = {keys(): verdict}
    grouping = compare_statements(between(), decisions)
    assert len(grouping.statements) == count
    assert grouping.proposals == ()


def test_a_decision_parts_what_would_join() -> None:
    spoken = archive(("one", "2020-05-01", "ada", LONG), ("two", "2020-05-02", "ada", NEAR))
    pair = frozenset(variant_key(article.slug, quotes[0]) for article, quotes in spoken)
    assert len(group_statements(spoken)) == 1
    assert len(group_statements(spoken, {pair: Verdict.DIFFERENT})) == 2


def test_the_order_of_articles_does_not_matter() -> None:
    spoken = archive(
        *((f"a{i}", f"2020-05-0{i % 7 + 1}", "ada", words) for i, words in enumerate((LONG, NEAR, OTHER, REWORDED) * 3))
    )
    assert compare_statements(spoken) == compare_statements(spoken[::-1])


def test_ten_thousand_quotations_take_seconds() -> None:
    spoken = archive(
        *(
            (
                f"a{i}",
                str(datetime.date(2020, 1, 1) + datetime.timedelta(days=i // 10)),
                f"s{i % 7}",
                f"{i * 7919 % 9973} lakes of the {i % 211} herons and {i % 97} swans near bridge {i}",
            )
            for i in range(10_000)
        )
    )
    started = time.process_time()
    compare_statements(spoken)
    assert time.process_time() - started < 20


# --- each speaker alone -------------------------------------------------------------------------------------------------------------


def test_speakers_grouped_one_by_one_come_to_the_same() -> None:
    spoken = archive(
        ("a", "2025-08-20", "ada", LONG),
        ("a", "2025-08-20", "bo", OTHER),
        ("b", "2025-08-21", "ada", NEAR),
        ("b", "2025-08-21", "bo", "We cannot agree that the price of the lake is set without Ruritania."),
        ("c", "2025-08-21", "", LONG),
    )
    keys = [variant_key(article.slug, quotes[0]) for article, quotes in spoken]
    decisions = {frozenset(keys[:2]): Verdict.DIFFERENT, frozenset(keys[1:]): Verdict.SAME}
    by_speaker = spoken_by(spoken)
    own = decisions_by_speaker(by_speaker, decisions)
    assert list(by_speaker) == ["ada", "bo"]
    assert own == {"ada": {frozenset(keys[:2]): Verdict.DIFFERENT}}
    alone = [group_speaker(speaker, variants, own.get(speaker, {})) for speaker, variants in by_speaker.items()]
    assert together(alone) == compare_statements(spoken, decisions)
    assert len(alone[0].statements) == 2
    assert together(reversed(alone)) == together(alone)


def test_the_order_of_a_speakers_quotations_does_not_matter() -> None:
    spoken = archive(
        *(
            (f"a{n}", f"2025-08-{20 + n % 4}", "ada", words)
            for n, words in enumerate((LONG, NEAR, SHORT, OTHER, REWORDED))
        )
    )
    variants = spoken_by(spoken)[ActorSlug("ada")]
    assert group_speaker(ActorSlug("ada"), variants[::-1], {}) == group_speaker(ActorSlug("ada"), variants, {})
