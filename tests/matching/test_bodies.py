"""Whose body a generic name denotes."""

import pytest

from generator.matching.actors import find_actors
from generator.matching.forms import Forms, compile_forms
from generator.matching.topics import find_topics

from .invented import ORGANISATION, PERSON, STATE, actor, article_of, registry_of, topic


@pytest.fixture(scope="module")
def world() -> Forms:
    return compile_forms(
        registry_of(
            actor("League of Lands", ORGANISATION, slug="league", aliases=("LL",)),
            actor("LL Security Council", ORGANISATION, slug="council", aliases=("Security Council",)),
            actor("Ruritania", STATE),
            actor("Otto Marsh", PERSON),
            topics=(topic("council", "LL Security Council", "Security Council"),),
        )
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Security Council met.", True),
        ("On Monday the Security Council met. Ruritania spoke.", True),
        ("The LL Security Council met.", True),
        ("Monday's Security Council session failed.", True),
        ("Ruritania's Security Council seat is safe.", True),
        ("A Ruritanian Security Council bid failed.", True),
        ("The Security Council of the League met.", True),
        ("The Security Council of the LL met.", True),
        ("The secretary of the LL Security Council spoke.", True),
        ("Bordurian Security Council Secretary Otto Marsh spoke.", False),
        ("The Bordurian Security Council met. The Security Council will meet again.", False),
        ("Ruritania's Security Council met.", False),
        ("The Ruritania Security Council met.", False),
        ("The French Security Council met.", False),
        ("The country's Security Council met.", False),
        ("The National Security Council met.", False),
        ("The Security Council of Borduria met.", False),
        ("Otto Marsh, of Ruritania, spoke. The deputy chairman of the Security Council laughed.", False),
        ("Security Council Secretary Otto Marsh spoke.", False),
        ("The LL Security Council met. So did the Bordurian Security Council.", True),
    ],
)
def test_whose_council(text: str, named: bool, world: Forms) -> None:
    article = article_of(text)
    assert ("council" in {found.slug for found in find_actors(article, world)}) is named
    assert ("council" in {found.slug for found in find_topics(article, world)}) is named
