"""What is wrong with forms."""

from generator.matching.collisions import form_problems
from generator.model import Actor, ActorKind, Registry
from generator.problems import Severity

from .invented import actor, registry_of

P, S = ActorKind.PERSON, ActorKind.STATE


def codes(*actors: Actor) -> list[tuple[str, str]]:
    return [(problem.path.rpartition("/")[2], problem.code) for problem in form_problems(registry_of(*actors))]


def test_one_form_on_two_actors() -> None:
    found = list(
        form_problems(registry_of(actor("Borduria", S, metonyms=("Zenda",)), actor("Ruritania", S, aliases=("Zenda",))))
    )
    assert [(problem.code, problem.severity) for problem in found] == [("form-of-two-actors", Severity.ERROR)]
    assert 'weak_aliases: ["Zenda"]' in found[0].help
    assert (found[0].path.rpartition("/")[2], "borduria.md" in found[0].message) == ("ruritania.md", True)


def test_a_name_is_not_what_is_given_up() -> None:
    assert codes(actor("Zenda", S), actor("Borduria", S, aliases=("Zenda",))) == [("borduria.md", "form-of-two-actors")]


def test_a_form_stands_once_in_a_file() -> None:
    twice = actor("Borduria", S, aliases=("BRD", "Borduria", "BRD"), weak_aliases=("BRD",))
    found = [(problem.field, problem.value) for problem in form_problems(registry_of(twice))]
    assert found == [("aliases", "Borduria"), ("aliases", "BRD"), ("weak_aliases", "BRD")]


def test_weak_on_one_side_is_not_enough() -> None:
    strong = actor("Ruritania", S, aliases=("RT",))
    weak = [actor(name, S, weak_aliases=("RT",)) for name in ("Borduria", "Syldavia")]
    assert codes(strong, weak[0]) == [("ruritania.md", "form-of-two-actors")]
    assert codes(*weak) == []


def test_family_names_may_be_shared() -> None:
    assert codes(actor("Lena Horvat", P), actor("Milo Horvat", P)) == []


def test_alias_of_common_words() -> None:
    assert (
        codes(actor("Borduria", S, aliases=("the realm", "May", "BD", "US")))
        == [("borduria.md", "common-word-alias")] * 2
    )


def test_alias_in_another_name() -> None:
    found = codes(actor("Lena Horvat", P), actor("Milo Kral", P, aliases=("Horvat", "Milo")))
    assert found == [("milo-kral.md", "alias-in-another-name")]
    assert codes(actor("Ruritania", S, aliases=("RT",)), actor("RT Central Office", ActorKind.ORGANISATION)) == []


def test_short_forms() -> None:
    assert codes(actor("Borduria", S, aliases=("B", "bd", "BD", "波"))) == [
        ("borduria.md", "common-word-alias"), ("borduria.md", "form-too-short"), ("borduria.md", "form-too-short"),
    ]  # fmt: skip


def test_a_good_registry_has_none(known: Registry) -> None:
    assert [problem.code for problem in form_problems(known)] == ["common-word-alias"]
