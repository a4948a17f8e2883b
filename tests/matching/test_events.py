"""What it takes to find an event in a text."""

import datetime

import pytest

from generator.matching.forms import Forms, compile_forms
from generator.matching.topics import find_topics
from generator.model import Article

from .invented import PERSON, actor, article_of, registry_of, topic

FILLER = "Nothing else was said on that long and quiet day by anybody in the town hall."
EARLY = (FILLER, FILLER)


@pytest.fixture(scope="module")
def forms() -> Forms:
    return compile_forms(
        registry_of(
            actor("Ada Kubelik", PERSON),
            actor("Milo Horvat", PERSON),
            topics=(
                topic("Strelsau summit", "Strelsau summit", "Strelsau", "at the Rose Palace", "talks in Strelsau"),
                topic("Klow meeting (18 May 2031)", "Klow meeting", "talks in Klow", "at the Red Palace"),
                topic("Zenda 2031 draft", "Zenda", "Zenda draft"),
                topic("Szohod summit plan", "Szohod"),
                topic("Kubelik-Horvat meeting", "meet Kubelik", "face to face"),
            ),
        )
    )


def dated(article: Article, date: str) -> Article:
    values = {name: getattr(article, name) for name in article.__slots__}  # type: ignore[attr-defined]
    return Article(**{**values, "date": datetime.date.fromisoformat(date)})


def topics(forms: Forms, *paragraphs: str, date: str = "", **fields: str) -> set[str]:
    article = article_of(*paragraphs, **fields)  # type: ignore[arg-type]
    return {found.slug for found in find_topics(dated(article, date) if date else article, forms)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It was quiet in Strelsau.", False),
        ("They spoke at the Rose Palace.", False),
        ("They spoke at the Rose Palace. So it was in Strelsau.", True),
        ("The Strelsau summit is over.", True),
        ("The summit was held in Strelsau.", True),
        ("A summit is over. It rained in Strelsau.", False),
    ],
)
def test_a_venue_late_in_the_text(text: str, named: bool, forms: Forms) -> None:
    assert topics(forms, *EARLY, text) == ({"Strelsau summit"} if named else set())


def test_a_venue_early_in_the_text(forms: Forms) -> None:
    assert topics(forms, "They spoke in Strelsau.") == {"Strelsau summit"}
    assert topics(forms, FILLER, title="Rain in Strelsau") == {"Strelsau summit"}
    assert topics(forms, *EARLY, "They will go to Szohod.") == {"Szohod summit plan"}  # a plan is no event


@pytest.mark.parametrize(
    ("date", "text", "named"),
    [
        ("2031-05-20", "They met at the Red Palace.", True),
        ("2031-08-20", "They met at the Red Palace.", False),
        ("2031-08-20", "They met at the Red Palace for talks in Klow.", False),
        ("2031-08-20", "On May 18 they spoke at the Red Palace.", True),
        ("2031-08-20", "On 18 May they spoke at the Red Palace.", True),
        ("2031-08-20", "On May 188 they spoke at the Red Palace.", False),
        ("2031-08-20", "The Klow meeting was long.", True),
        ("2031-05-17", "The Klow meeting will be long.", False),
    ],
)
def test_the_article_s_date(date: str, text: str, named: bool, forms: Forms) -> None:
    assert topics(forms, text, date=date) == ({"Klow meeting (18 May 2031)"} if named else set())


def test_a_year_in_the_name(forms: Forms) -> None:
    assert topics(forms, "They spoke in Zenda.", date="2034-01-01") == set()
    assert topics(forms, "They spoke in Zenda in 2031.", date="2034-01-01") == {"Zenda 2031 draft"}
    assert topics(forms, "They wrote the draft in Zenda.", date="2034-01-01") == {"Zenda 2031 draft"}


def test_a_meeting_of_two_needs_both(forms: Forms) -> None:
    assert topics(forms, "They will meet Kubelik.") == set()
    assert topics(forms, "Horvat will meet Kubelik.") == {"Kubelik-Horvat meeting"}
    assert topics(forms, "They came face to face. Ada Kubelik smiled.") == set()


def test_long_hostile_text_takes_no_time(forms: Forms) -> None:
    for text in ("Strelsau " * 20_000, "Strelsau. " * 20_000, "at the Rose Palace" * 20_000, "meet " * 50_000):
        find_topics(article_of(text), forms)
