"""Whom an article names, and who heads it."""

from collections.abc import Callable

import pytest

from generator.matching.actors import find_actors, heads
from generator.matching.forms import Forms, compile_forms
from generator.model import ActorKind, Block, Choice, Mark, Role, Style

from .invented import actor, article_of, registry_of

Slugs = Callable[..., set[str]]
Named = Callable[..., dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Kubelik spoke.", {"ada-kubelik"}),
        ("Ada\u00a0Kubelik and Ada\nKubelyk", {"ada-kubelik"}),
        ("Ада Кубелик выступила.", {"ada-kubelik"}),
        ("Ruritania’s plan, Borduria's answer, BD-led talks", {"ruritania", "borduria"}),
        ("pro-Ruritania and Ruritania-Borduria talks", {"ruritania", "borduria"}),
        ("bd and Bd and ABD", set()),
        ("Attacking Jordan was a mistake.", {"jordan"}),
        ("Ruritanian plans, Ruritaniasaurus", set()),
        ("See https://example.org/Ruritania and @Borduria.", set()),
    ],
)
def test_names_and_aliases(text: str, found: set[str], slugs: Slugs) -> None:
    assert slugs(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In Strelsau nothing moved.", "They met at the Rose Palace.", "He flew from Strelsau.", "She travelled to Strelsau.",
        "The Strelsau talks failed.", "a Strelsau-based bank", "The streets of Strelsau were empty.", "drone strikes on Strelsau",
        "Strelsau, Sept. 4 (Gazette News) — It rained.", "Strelsau: It rained.", "in central Strelsau", "He left Strelsau.",
        "She offered Strelsau as the place.", "The Strelsau Times wrote of it.",
    ],
)  # fmt: skip
def test_metonym_that_is_the_place(text: str, slugs: Slugs) -> None:
    assert slugs(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Strelsau refused.", "The plan is unacceptable to Strelsau.", "sanctions on Strelsau", "talks with Strelsau",
        "In Strelsau's view it is over.", "the Rose Palace said", "Now, Strelsau frets.", "pressure on Strelsau",
    ],
)  # fmt: skip
def test_metonym_that_acts(text: str, slugs: Slugs) -> None:
    assert slugs(text) == {"ruritania"}


def test_second_place_of_a_pair(named: Named) -> None:
    assert named("He spoke in Strelsau and Szohod. Klow agreed.") == {"syldavia": ["Klow"]}


def test_state_in_a_dateline_is_a_place(slugs: Slugs) -> None:
    assert slugs("PRALA, Ruritania (Gazette News) — It rained.") == set()


def test_weak_forms_need_the_name(named: Named) -> None:
    assert named("Kubelik spoke. Kubelick left.") == {}
    found = named("Kubelick spoke.", "Ada Kubelik left.", title="Kubelik warns")
    assert found == {"ada-kubelik": ["Kubelik", "Kubelick", "Ada Kubelik"]}


def test_particles_and_articles(named: Named) -> None:
    assert named("Ursula von der Lunde met Omar Hamid al-Tarik. Von der Lunde and Tarik spoke.") == {
        "ursula-von-der-lunde": ["Ursula von der Lunde", "Von der Lunde"],
        "omar-hamid-al-tarik": ["Omar Hamid al-Tarik", "Tarik"],
    }
    assert (
        named("Omar Hamid Tarik met Omar Hamid El-Tarik, Al Tarik and al-Tarik.")["omar-hamid-al-tarik"][0]
        == "Omar Hamid Tarik"
    )
    assert named("Ursula von der Lunde left. Lunde wept.") == {
        "ursula-von-der-lunde": ["Ursula von der Lunde", "Lunde"]
    }
    assert named("Lunde wept. President Lunde met Borduria and Syldavia.").keys() == {"borduria", "syldavia"}


def test_shared_family_name_goes_to_the_one_named_before(named: Named) -> None:
    found = named("Lena Horvat spoke. Horvat smiled.", "Milo Horvat left. Horvat wept.", title="Horvat smiles")
    assert found == {"lena-horvat": ["Lena Horvat", "Horvat"], "milo-horvat": ["Milo Horvat", "Horvat"]}


@pytest.mark.parametrize(
    ("text", "forms_found"),
    [
        ("Ada Kubelik and Boris Kubelik met.", ["Ada Kubelik"]),
        ("Ada Kubelik met Boris Kubelik. Kubelik wept. Ada Kubelik left. Kubelik laughed.", ["Ada Kubelik", "Ada Kubelik", "Kubelik"]),
        ("Ada Kubelik saw the Kubelik Tower.", ["Ada Kubelik"]),
        ("Ada Kubelik Jr. spoke. Ada Kubelik did not.", ["Ada Kubelik"]),
        ("Ada Kubelik spoke, Foreign Minister Kubelik said. On Monday Kubelik left.", ["Ada Kubelik", "Kubelik", "Kubelik"]),
        ("Ada Kubelik went to see Anna. Kubelik left.", ["Ada Kubelik", "Kubelik"]),
        ("Ada Kubelik saw Kubelikova.", ["Ada Kubelik"]),
    ],
)  # fmt: skip
def test_namesakes(text: str, forms_found: list[str], named: Named) -> None:
    assert named(text) == {"ada-kubelik": forms_found}


def test_namesake_in_a_headline(named: Named) -> None:
    found = named("Boris Kubelik and Ada Kubelik spoke.", title="Boris Kubelik Praises Ada Kubelik")
    assert found == {"ada-kubelik": ["Ada Kubelik", "Ada Kubelik"]}
    assert named("Ada Kubelik spoke.", title="Council Praises Kubelik")["ada-kubelik"] == ["Kubelik", "Ada Kubelik"]


def test_family_name_that_is_a_word(named: Named) -> None:
    found = named("Otto Marsh spoke. Marsh is wet. Then Marsh left in Marsh country.")
    assert found == {"otto-marsh": ["Otto Marsh", "Marsh"]}


@pytest.mark.parametrize(
    "text", ["South Jordan voted.", "The plan of Ada Jordan failed.", "Then Jordan Example spoke."]
)
def test_state_in_another_name(text: str, slugs: Slugs) -> None:
    assert slugs(text) == set()


def test_alias_of_common_words_needs_a_sign(named: Named) -> None:
    assert named("Borduria said the army was late.") == {"borduria": ["Borduria"]}
    assert named("Ruritania said the army was late.")["ruritanian-army"] == ["the army"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Borduria, Syldavia and Ruritania met. Kubelik spoke, and Kubelik left.", True),
        ("Borduria, Syldavia and Ruritania met. Kubelik spoke.", False),
        ("Borduria, Syldavia and Ruritania met. Kubelik spoke. Boris Kubelik and Kubelik left.", False),
        ("Borduria, Syldavia, Ruritania, Milo Horvat and Otto Marsh met. Kubelik spoke.", True),
        ("Borduria, Syldavia, Ruritania, the Zenda Council and Otto Marsh met. Kubelik spoke.", False),
        ("Borduria and Syldavia met. President Kubelik spoke.", True),
        ("Borduria met. President Kubelik spoke.", False),
        ("Borduria and Syldavia met. Kubelik, of Syldavia, spoke.", True),
        ("Borduria and Syldavia met. Syldavia's Kubelik spoke.", True),
        ("Borduria and Syldavia met. President Horvat spoke.", False),
    ],
)  # fmt: skip
def test_family_name_alone(text: str, found: bool, slugs: Slugs) -> None:
    assert bool(slugs(text) & {"ada-kubelik", "lena-horvat", "milo-horvat"}) is found


def test_not_same_as_is_nobody() -> None:
    forms = compile_forms(registry_of(actor("Ada Kubelik", ActorKind.PERSON, not_same_as=("Ada Kubelik the painter",))))
    found = find_actors(article_of("Ada Kubelik the painter spoke."), forms)
    assert found == ()


def test_mentions_stand_where_the_file_has_them(forms: Forms) -> None:
    file = "Strelsau frets\nNobody spoke.\nThen the Republic of Ruritania and Ada Kubelik spoke."
    (first, second, third) = file.split("\n")
    for found in find_actors(article_of(second, third, title=first), forms):
        for mention in found.mentions:
            assert file[mention.start : mention.end] == mention.form
            assert file.count("\n", 0, mention.start) + 1 == mention.line
            assert [first, second, third][mention.block][mention.at :].startswith(mention.form)


def test_decomposed_letters_and_code() -> None:
    forms = compile_forms(registry_of(actor("Ada Kubelík", ActorKind.PERSON)))
    code = Block(role=Role.CODE, text="Ada Kubelík", line=1)
    marked = Block(role=Role.PARAGRAPH, text="Ada Kubelík", line=2, marks=(Mark(style=Style.CODE, start=0, end=11),))
    assert find_actors(article_of(code, marked), forms) == ()
    (found,) = find_actors(article_of("Ada Kubeli\u0301k spoke."), forms)
    assert found.mentions[0].form == "Ada Kubeli\u0301k"


def test_weight_and_heads(forms: Forms) -> None:
    article = article_of(
        "Ruritania and Syldavia spoke. Ruritania won.",
        "Nothing.",
        "Borduria slept.",
        "Ada Kubelik slept.",
        title="Ruritania wins",
    )
    found = find_actors(article, forms)
    assert [(actor.slug, actor.weight) for actor in found] == [
        ("ruritania", 9.0), ("syldavia", 2.0), ("ada-kubelik", 1.0), ("borduria", 1.0),
    ]  # fmt: skip
    assert heads(found, article) == ("ruritania",)


def test_the_header_has_the_last_word(forms: Forms) -> None:
    text = "Ruritania and Borduria spoke."
    corrected = article_of(text, actors=Choice(add=("syldavia", "nobody"), drop=("borduria",)))
    found = find_actors(corrected, forms)
    assert [(actor.slug, len(actor.mentions)) for actor in found] == [("ruritania", 1), ("syldavia", 0)]
    assert heads(found, corrected) == ("ruritania", "syldavia")
    replaced = article_of(text, actors=Choice(only=("borduria",)))
    assert [actor.slug for actor in find_actors(replaced, forms)] == ["borduria"]


def test_long_hostile_text_takes_no_time(forms: Forms) -> None:
    for text in (
        "Ada Kubelik Kubelik " * 20_000,
        "in Strelsau and " * 20_000,
        "Ada" + " " * 300_000,
        "\n" * 300_000,
        "Ada\nKubelik\n" * 20_000,
    ):
        find_actors(article_of(text), forms)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kravonian Rifles took the bridge, and the guard withdrew.", {"kravonian-rifles", "kravonian-guard"}),
        ("The Grand Lodge took the bridge, and the guard withdrew.", {"grand-lodge"}),
        ("Then the guard withdrew.", set()),
    ],
)
def test_an_alias_of_ordinary_words_counts_beside_an_actor_of_the_same_house(text: str, found: set[str]) -> None:
    registry = registry_of(
        actor("Kravonian guard", kind=ActorKind.ORGANISATION, aliases=("the guard",)),
        actor("Kravonian Rifles", kind=ActorKind.ORGANISATION),
        actor("Grand Lodge", kind=ActorKind.ORGANISATION),
    )
    article = article_of(text)
    assert {f.slug for f in find_actors(article, compile_forms(registry))} == found
