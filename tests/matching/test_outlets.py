"""Which outlet a clip is from."""

import pytest

from generator.matching.outlets import outlet_of
from generator.model import Outlet, OutletSlug, Rights


def outlet(slug: str, name: str, url: str) -> Outlet:
    return Outlet(slug=OutletSlug(slug), path="", name=name, url=url, rights=Rights.EXCERPT)


OUTLETS = [
    outlet("the-gazette", "The Gazette", "https://www.gazette.example/"),
    outlet("gazette-sport", "Gazette Sport", "https://sport.gazette.example"),
    outlet("klow-courier", "Klow Courier", "https://courier.example"),
]


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        ("https://gazette.example/a", None, "the-gazette"),
        ("https://m.gazette.example/a", None, "the-gazette"),
        ("https://news.gazette.example/a", "Gazette", "the-gazette"),
        ("https://sport.gazette.example/a", None, "gazette-sport"),
        ("https://notgazette.example/a", None, None),
        ("https://gazette.example.evil.example/a", None, None),
        (None, "KLOW  courier", "klow-courier"),
        (None, "Gazette", "the-gazette"),
        (None, "Klow", None),
        ("https://gazette.example/a", "Klow Courier", None),
        ("https://other.example/a", "Klow Courier", "klow-courier"),
        ("http://[broken", "", None),
        (None, None, None),
    ],
)
def test_outlet_of(url: str | None, name: str | None, expected: str | None) -> None:
    assert outlet_of(url, name, OUTLETS) == expected
