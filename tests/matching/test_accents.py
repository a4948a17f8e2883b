"""Names are found with accents left out or added, at their place; ordinary words are not."""

import pytest

from generator.matching.actors import find_actors
from generator.matching.forms import Forms, compile_forms
from generator.matching.topics import find_topics

from .invented import ORGANISATION, PERSON, actor, article_of, registry_of, topic


@pytest.fixture(scope="module")
def forms() -> Forms:
    return compile_forms(
        registry_of(
            actor("André Prãdo do Exemplo", PERSON, slug="prado"),
            actor("Lukasz Zoltek", PERSON),
            actor("Peña Group", ORGANISATION),
            actor("Pena Group", ORGANISATION),
            actor("Army of Zenda", ORGANISATION, aliases=("l'armée",)),
            topics=(topic("visit", "meet Zoltek", "plan of Exémplo"), topic("wealth", "dû")),
        )
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Andre Prado do Exemplo spoke.", {"prado": ["Andre Prado do Exemplo"]}),
        ("André Prado do Exemplo spoke.  Prado do Exemplo left.", {"prado": ["André Prado do Exemplo", "Prado do Exemplo"]}),
        ("Andre Prado do Exemplo spoke. Andre Prãdo do Exemplo left.", {"prado": ["Andre Prado do Exemplo", "Andre Prãdo do Exemplo"]}),
        ("Łukasz Żółtek spoke — “Żółtek” left.", {"lukasz-zoltek": ["Łukasz Żółtek", "Żółtek"]}),
        ("The Peña Group spoke to the Pena Group.", {"peña-group": ["Peña Group"], "pena-group": ["Pena Group"]}),
        ("L'armee and l'armee: Army of Zenda", {"army-of-zenda": ["Army of Zenda"]}),
    ],
)  # fmt: skip
def test_accents(text: str, found: dict[str, list[str]], forms: Forms) -> None:
    article = article_of("Élan vîtal — ça, İstanbul.", text)
    actors = find_actors(article, forms)
    assert {one.slug: [mention.form for mention in one.mentions] for one in actors} == found
    for mention in (mention for one in actors for mention in one.mentions):
        assert tuple(article.readable)[mention.block].text[mention.at :].startswith(mention.form)


def test_accents_of_names_in_terms(forms: Forms) -> None:
    assert [one.slug for one in find_topics(article_of("They meet Żółtek."), forms)] == ["visit"]
    assert [one.slug for one in find_topics(article_of("The plan of Exemplo."), forms)] == ["visit"]
    assert find_topics(article_of("It is du. And du. And du."), forms) == ()


def test_family_names_without_their_particles(forms: Forms) -> None:
    def named(text: str) -> list[str]:
        return [mention.form for one in find_actors(article_of(text), forms) for mention in one.mentions]

    assert named("André Prãdo do Exemplo spoke. Exemplo left for Mar-do-Exemplo.")[1:] == ["Exemplo"]
    assert named("Exemplo spoke.") == []
