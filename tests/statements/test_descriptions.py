"""Whom "the president" or "the Ruritanian leader" means, and when nobody can say."""

import pytest

from tests.statements.reading import speakers

ADA, BORIS, FRITZ = "ada-example", "boris-sample", "fritz-beispiel"
LAKE = "“We will all swim in the lake,” "


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Ada Example had hoped for rain. " + LAKE + "the president told reporters.",), ADA),
        (("Ruritanian President Ada Example left. Boris Sample laughed. " + LAKE + "the minister said.",), BORIS),
        (("It was dark when Ada Example came. " + LAKE + "the president of the European Lake Commission said.",), ADA),
        (("“Too late,” Ada Example said. “It is cold,” the Ruritanian leader added.",), ADA),
        (("Ada Example came late.", LAKE + "the chair said."), ADA),
        (("Ada Example came late, Ada Example has said.", LAKE + "the Ruritanian leader told reporters."), ADA),
        (("Boris Sample wrote that it was late.", LAKE + "the deputy chairman of the Harbour Council added."), BORIS),
        (("Ada Example won the vote.", LAKE + "the Ruritanian premier said after the vote."), ADA),
        (("Boris Sample met Clara Muster and laughed.", LAKE + "the Syldavian leader said."), None),
        (("Ada Example and Boris Sample came. " + LAKE + "the president said.",), None),
        (("Ada Example came. Jan Novak laughed. " + LAKE + "the minister said.",), None),
    ],
)
def test_without_an_office_it_is_the_subject_of_the_sentence_before_or_the_only_person(
    paragraphs: tuple[str, ...], speaker: str | None
) -> None:
    assert speakers(*paragraphs)[-1] == speaker


@pytest.mark.parametrize(
    ("before", "description", "speaker"),
    [
        ("Prime Minister Ada Example came.", "the premier", ADA),
        ("Prime Minister Ada Example came.", "the head of government", ADA),
        ("Prime Minister Ada Example came.", "the Ruritanian head of government", ADA),
        ("Prime Minister Ada Example came.", "the head of the Ruritanian government", ADA),
        ("Prime Minister Ada Example came.", "the head of state", None),
        ("Prime Minister Ada Example came.", "the president", None),
        ("Prime Minister Ada Example came.", "the minister", None),
        ("President Ada Example came.", "the head of state", ADA),
        ("President Ada Example came.", "the former president", None),
        ("Former President Ada Example came.", "the former president", ADA),
        ("Vice President Ada Example came.", "the president", None),
        ("Vice President Ada Example came.", "the vice president", ADA),
        ("Ruritanian Security Council Secretary Ada Example came.", "the security chief", ADA),
        ("Ruritanian Security Council Secretary Ada Example came.", "the foreign minister", None),
        ("Northern Pact Secretary General Ada Example came.", "the NOPA chief", ADA),
        ("Northern Pact Secretary General Ada Example came.", "the secretary-general", ADA),
        ("Northern Pact Secretary General Ada Example came.", "the Ruritanian leader", None),
        ("Lake Union chairman Boris Sample came.", "the Lake Union head", BORIS),
        ("Ambassador Boris Sample came.", "the envoy", BORIS),
        ("Boris Sample, the senior adviser to Ruritanian President Ada Example for lakes, came.", "the envoy", BORIS),
        ("Boris Sample, the senior adviser to Ruritanian President Ada Example for lakes, came.", "the president", ADA),
        ("Yesterday came Boris Sample, the Ruritanian president’s foreign policy aide.", "the Strelsau aide", BORIS),
        ("Bordurian Foreign Minister Boris Sample came.", "the Bordurian diplomat", BORIS),
        ("Spokesman Boris Sample came.", "the spokesperson", BORIS),
        ("Spokesman Boris Sample came.", "the spokeswoman", None),
        ("Ada Example and Fritz Beispiel came.", "the Bordurian leader", FRITZ),  # the registry knows his role
        ("Fritz Beispiel came.", "the Ruritanian president", None),
    ],
)
def test_equal_offices_are_one_and_other_offices_contradict(before: str, description: str, speaker: str | None) -> None:
    assert speakers(before, f"{LAKE}{description} said.") == [speaker]


def test_a_missing_nation_is_no_contradiction_but_another_is() -> None:
    before = ("President Ada Example spoke in Strelsau.", "Bordurian President Boris Sample had a cold.")
    assert speakers(*before, LAKE + "the Ruritanian leader said.") == [ADA]
    assert speakers(*before, LAKE + "the Bordurian leader said.") == [BORIS]
    both = "President Ada Example spoke in Strelsau. Boris Sample had a cold."
    assert speakers(both, "It rained.", LAKE + "the Syldavian leader said.") == [None]


def test_who_alone_was_introduced_so_may_be_named_long_before() -> None:
    before = "Ruritania’s President Ada Example arrived with Bordurian Foreign Minister Boris Sample."
    between = ("The lake was calm.", "Nobody swam.", "It rained.", "It rained again.")
    assert speakers(before, *between, LAKE + "the Ruritanian president said.") == [ADA]
    assert speakers(before, *between, LAKE + "the minister said.") == [BORIS]


@pytest.mark.parametrize(
    ("before", "description"),
    [
        ("Ada Example met the Bordurian president.", "the Bordurian president"),
        ("Ada Example met a Bordurian minister.", "the minister"),
        ("Ada Example met Foreign Minister Jan Novak.", "the minister"),
        ("Ada Example met Jan Novak, the foreign minister.", "the minister"),
        ("Ada Example arrived with the foreign minister.", "the minister"),
        ("Ada Example arrived with her envoy.", "the envoy"),
        ("Ada Example’s spokesman was busy.", "the spokesman"),
        ("Ada Example sacked the army chief.", "the general"),
        ("Ada Example visited Geesville, where the mayor met her.", "the mayor"),
        ("Ada Example is on trial.", "the prosecutor"),
        ("Ada Example was there.", "the museum director"),
        ("Ada Example was there.", "the director of the museum"),
        ("Ada Example was there.", "the police chief"),
        ("Ada Example was there.", "the other minister"),
        ("Ada Example was there.", "her minister"),
        ("Ada Example was there.", "a minister"),
        ("Ada Example was there.", "the expert"),
    ],
)
def test_whoever_may_be_somebody_else_is_nobody(before: str, description: str) -> None:
    assert speakers(before, f"{LAKE}{description} said.") == [None]


def test_a_pronoun_after_a_description_goes_on() -> None:
    said = speakers(
        "Prime Minister Ada Example came.",
        LAKE + "the head of government said.",
        "Ruritania asked for help.",
        "“It is not our storm,” she stressed. “But it is our lake.”",
    )
    assert said == [ADA] * 3


@pytest.mark.parametrize(
    ("before", "description", "speaker"),
    [
        ("The Ruritanian Central Reserve cut its rate.", "The central bank", "ruritanian-central-reserve"),
        ("The Ruritanian Foreign Ministry was silent.", "The ministry", "ruritanian-foreign-ministry"),
        ("The Gazette was silent.", "The central bank", None),
        ("The Gazette was silent.", "The ministry", None),
    ],
)
def test_bodies_are_known_by_their_kind(before: str, description: str, speaker: str | None) -> None:
    assert speakers(before, f"{description} said it had “nothing to add to that”.") == [speaker]
