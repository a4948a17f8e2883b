"""Slugs from titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.slugs import MAX_LENGTH, MAX_WORDS, slug_of, unused
from generator.text import is_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Envoys leave Zenda", "envoys-leave-zenda"),
        ("“Ada’s” day: Łódź & Øst!", "adas-day-lodz-ost"),
        ("One two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"),
        (
            "Extraordinarily interminable negotiations notwithstanding circumstances",
            "extraordinarily-interminable-negotiations-notwithstanding",
        ),
        ("Переговоры в Зенде", "peregovory-v-zende"),
        ("Συνομιλίες", "synomilies"),
        ("2025", "2025"),
        ("a" * 200, "a" * MAX_LENGTH),
        ("…", ""),
        ("", ""),
    ],
)
def test_slug_of(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=200))
def test_a_slug_is_a_slug(title: str) -> None:
    slug = slug_of(title)
    assert slug == "" or (is_slug(slug) and len(slug) <= MAX_LENGTH and slug.count("-") < MAX_WORDS)


def test_unused() -> None:
    assert unused("a", {"b"}) == "a"
    assert unused("a", {"a", "a-2"}) == "a-3"
