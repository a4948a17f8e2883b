"""An invented registry, and what is found with it."""

from collections.abc import Callable

import pytest

from generator.matching.actors import find_actors
from generator.matching.forms import Forms, compile_forms
from generator.model import Registry

from .invented import ORGANISATION, PERSON, STATE, actor, article_of, registry_of, topic


@pytest.fixture(scope="session")
def known() -> Registry:
    return registry_of(
        actor("Ada Kubelik", PERSON, aliases=("Ada Kubelyk", "Ада Кубелик"), weak_aliases=("Kubelick",)),
        actor("Otto Marsh", PERSON),
        actor("Ursula von der Lunde", PERSON),
        actor("Omar Hamid al-Tarik", PERSON),
        actor("Lena Horvat", PERSON, slug="lena-horvat"),
        actor("Milo Horvat", PERSON, slug="milo-horvat"),
        actor(
            "Ruritania",
            STATE,
            aliases=("RU", "Republic of Ruritania"),
            metonyms=("Strelsau", "the Rose Palace", "Rose Palace"),
        ),
        actor("Borduria", STATE, aliases=("BD",), metonyms=("Szohod",)),
        actor("Syldavia", STATE, metonyms=("Klow",)),
        actor("Jordan", STATE),
        actor("Ruritanian army", ORGANISATION, aliases=("the army",)),
        actor("Council of Zenda", ORGANISATION, aliases=("Zenda Council",)),
        topics=(
            topic("truce", "truce", "end to the fighting"),
            topic("grain", "grain", "wheat"),
            topic("border", "border deal", "Zenda line"),
            topic("meeting", "meet with Kubelik", "meeting between Kubelik and Horvat"),
            topic("farming", "farming", parent="economy"),
            topic("economy", "economy"),
        ),
    )


@pytest.fixture(scope="session")
def forms(known: Registry) -> Forms:
    return compile_forms(known)


@pytest.fixture(scope="session")
def slugs(forms: Forms) -> Callable[..., set[str]]:
    """The actors found in paragraphs."""
    return lambda *paragraphs, **fields: {found.slug for found in find_actors(article_of(*paragraphs, **fields), forms)}


@pytest.fixture(scope="session")
def named(forms: Forms) -> Callable[..., dict[str, list[str]]]:
    """The forms found in paragraphs, by actor."""
    return lambda *paragraphs, **fields: {
        found.slug: [mention.form for mention in found.mentions]
        for found in find_actors(article_of(*paragraphs, **fields), forms)
    }
