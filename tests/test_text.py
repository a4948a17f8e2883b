"""Words, slugs and dates as people read them."""

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import text

BOUNDED = settings(max_examples=200, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Talks in Ruritania: what is known", "talks-in-ruritania-what-is-known"),
        ("Łódź & Øst", "lodz-ost"),
        ("Straße, Þór, Œuvre, Çelik, İzmir, ılık", "strasse-thor-oeuvre-celik-izmir-ilik"),
        ("It’s Ada's", "its-adas"),
        ("  --__--  ", ""),
        ("1.10 %", "1-10"),
        ("Стрельсау", ""),
        ("日本 2025", "2025"),
        ("ﬁrst ①", "first-1"),
        ("", ""),
    ],
)
def test_slugs_are_plain_words_joined_by_hyphens(words: str, expected: str) -> None:
    assert text.slugify(words) == expected


@BOUNDED
@given(st.text(max_size=40))
def test_what_is_made_a_slug_is_one(words: str) -> None:
    slug = text.slugify(words)
    assert slug == "" or text.is_slug(slug)
    assert text.slugify(slug) == slug


@pytest.mark.parametrize("slug", ["a", "2025", "ada-example", "a-1-b", "saved_clip"])
def test_slugs(slug: str) -> None:
    assert text.is_slug(slug)


@pytest.mark.parametrize(
    "other", ["", "-", "a-", "-a", "a--b", "Ada", "a b", "a.b", "a/b", "..", "łódź", "a\n", "_a", "٢"]
)
def test_no_slugs(other: str) -> None:
    assert not text.is_slug(other)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The talks ended. Nobody spoke.", "The talks ended."),
        ("The talks ended", "The talks ended"),
        ("", ""),
        ("Mr. Sample met Dr. Example. They spoke.", "Mr. Sample met Dr. Example."),
        ("A. B. Example left. Others stayed.", "A. B. Example left."),
        ("The U.S. Envoy came. He left.", "The U.S. Envoy came."),
        ("“It is over.” She left.", "“It is over.”"),
        ("“Is it over?” she asked. Nobody knew.", "“Is it over?” she asked."),
        ("It cost 1.5 million. That is much.", "It cost 1.5 million."),
        ("What now? “Nothing,” he said.", "What now?"),
        ("They waited… Then they left.", "They waited…"),
        ("Es endete. Ähnlich war es 1918.", "Es endete."),
        ("Конец. Все ушли.", "Конец."),
        ("It ended. 20 left.", "It ended."),
        ("It ended. and more", "It ended. and more"),
        ("It ended.\n\nThen more.", "It ended."),
    ],
)
def test_the_first_sentence(paragraph: str, expected: str) -> None:
    assert text.first_sentence(paragraph) == expected


@pytest.mark.parametrize(
    "hostile", ["Mr. " * 100_000, "A. " * 100_000, ". " * 200_000, "." * 500_000, "!" + ")" * 500_000, "." + " " * 500_000, '."' * 200_000]
)  # fmt: skip
def test_the_first_sentence_of_hostile_text_costs_little(hostile: str) -> None:
    before = time.process_time()
    text.first_sentence(hostile)
    assert time.process_time() - before < 1


@pytest.mark.parametrize(
    ("words", "limit", "expected"),
    [
        ("The talks ended.", 16, "The talks ended."),
        ("The talks ended.", 15, "The talks…"),
        ("The talks, then – more", 14, "The talks…"),
        ("The talks, then – more", 18, "The talks, then…"),
        ("Donaudampfschiff", 8, "Donauda…"),
        ("", 5, ""),
    ],
)
def test_texts_are_cut_between_words(words: str, limit: int, expected: str) -> None:
    assert text.shorten(words, limit) == expected


@BOUNDED
@given(st.text(max_size=60), st.integers(2, 40))
def test_a_cut_text_is_no_longer_than_asked(words: str, limit: int) -> None:
    cut = text.shorten(words, limit)
    assert len(cut) <= limit
    assert cut == words or (cut.endswith("…") and words.startswith(cut[:-1]))


def test_words_are_counted_as_people_do() -> None:
    assert text.words("It’s Ada's well-known 1,5 — …") == ["It’s", "Ada's", "well", "known", "1", "5"]


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (100, 1), (230, 1), (460, 2), (2_300, 10)])
def test_reading_takes_whole_minutes(count: int, minutes: int) -> None:
    assert text.reading_minutes(count) == minutes


def test_dates_are_written_out() -> None:
    assert text.long_date(datetime.date(2025, 8, 2)) == "2 August 2025"
    assert text.month_and_year(2025, 12) == "December 2025"


def test_counts_and_lists_read_as_english() -> None:
    assert [text.counted(n, "article") for n in (0, 1, 1_200)] == ["0 articles", "1 article", "1,200 articles"]
    assert text.counted(2, "outlet story", "outlet stories") == "2 outlet stories"
    assert [text.listed(list(items)) for items in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
