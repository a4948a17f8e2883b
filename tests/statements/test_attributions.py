"""Names with small words, relative clauses, lists of speakers, clauses that announce: who is meant, and who only stands near."""

import pytest

from generator.statements.first_names import MEN, WOMEN
from generator.statements.nations import NATIONS, SAME_NATION
from generator.statements.reading_offices import read_office, stem
from tests.statements.reading import quotes, speakers, texts

ADA, BORIS = "ada-example", "boris-sample"
LAKE = "“We will all swim in the lake,” "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (LAKE + "said Carlos Mello do Prado.", "carlos-mello-do-prado"),
        (LAKE + "Carlos Mello do Prado said.", "carlos-mello-do-prado"),
        ("On behalf of Borduria, Carlos Mello do Prado asked us “to leave the shore now”.", "carlos-mello-do-prado"),
        ("On behalf of Borduria, Omar as-Sample asked all sides “to leave the shore at once”.", "omar-as-sample"),
        (LAKE + "said Omar as-Sample, who led the talks.", "omar-as-sample"),
        ("Dora May came. On Monday May said: “We will all swim.”", "dora-may"),
        ("Dora May came. “We will all swim,” May said.", "dora-may"),
        ("Nobody but St. Eve Probe said: “We will all swim.”", "st-eve-probe"),
    ],
)
def test_a_registered_name_is_one_word(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_small_words_inside_a_name_that_is_not_registered_are_part_of_it() -> None:
    (quote,) = quotes(LAKE + "said Tiago Prado do Campo.")
    assert (quote.speaker, quote.speaker_text) == (None, "Tiago Prado do Campo")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boris Sample had no word for President Ada Example, who wrote that he was “much too slow, as ever.”", ADA),
        ("It was no better with Ada Example, who said it was “much too slow, as ever”.", ADA),
        ("Boris Sample thanked Ada Example, the president of Ruritania, who said: “It is too late.”", ADA),
        ("Boris Sample quarrelled with Ada Example — who said: “It is too late.”", ADA),
        ("Among the critics was Ada Example, who called it “a very bad day for lakes”.", ADA),
        ("It was Ada Example who said “nobody swims in the lake”.", ADA),
        ("Boris Sample, who met Ada Example, said: “It is too late.”", BORIS),
        ("Boris Sample met an adviser to Ada Example, who said: “It is too late.”", None),
        ("The man who attacked Ada Example said “nobody swims in the lake”.", None),
    ],
)
def test_a_relative_clause_hangs_on_the_nearest_name(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "subject",
    [
        "Borduria, Syldavia and Ruritania",
        "Borduria, Syldavia and the Lake Union, who had met before,",
        "Borduria, Syldavia, and the Lake Union",
        "Both Borduria and Ruritania",
        "Borduria as well as Ruritania",
        "Borduria, along with Ruritania,",
        "Ada Example, Boris Sample and Clara Muster",
        "The leaders of Borduria, Syldavia and Ruritania",
        "A joint statement by Borduria and Ruritania",
    ],
)
def test_several_speakers_are_nobody(subject: str) -> None:
    assert speakers(f"{subject} said in a note that “the boat stays in the harbour”.") == [None]
    assert speakers(f"“The boat stays in the harbour,” {subject} said.") == [None]


def test_several_speakers_after_the_verb_are_nobody() -> None:
    assert speakers("“The boat stays in the harbour,” said Borduria, Syldavia and Ruritania.") == [None]
    assert speakers("“The boat stays,” said Ada Example, president of Ruritania and Borduria.") == [ADA]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Monday, Ruritania said “the boat stays in the harbour.”", "ruritania"),
        ("After talks with Borduria and Syldavia, the Lake Union said “the boat stays in the harbour”.", "lake-union"),
        ("In Borduria, Syldavia and Ruritania, Ada Example said, “the boat stays in the harbour”.", ADA),
    ],
)
def test_a_list_of_something_else_is_no_list_of_speakers(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Example was tired, but Boris Sample was blunt: “The lake is ours for ever.”", BORIS),
        ("Ada Example met Boris Sample, who was blunt: “The lake is ours for ever.”", BORIS),
        ("Ada Example, whose father dug the lake, was blunt: “The lake is ours for ever.”", ADA),
        ("Ada Example came. Her verdict: “The lake is ours for ever.”", ADA),
        ("Ruritania was blunt: “The lake is ours for ever.”", None),
        ("The sign was blunt: “The lake is ours for ever.”", None),
        ("Ada Example stood before a sign: “The lake is ours for ever.”", None),
        ("Ada Example was asked: “Will you swim in the lake?”", None),
        ("Ada Example was greeted by fans: “Swim with us in the lake!”", None),
    ],
)
def test_a_clause_and_a_colon_announce_its_subject_s_words(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_clause_and_a_colon_announce_the_next_paragraph() -> None:
    assert speakers("Ada Example was blunt:", "“Nobody swims in the lake.”") == [ADA]


@pytest.mark.parametrize(
    "words", ["in the words of one envoy", "as one envoy put it", "according to one envoy", "an envoy said"]
)
def test_unnamed_speakers_are_not_the_person_nearby(words: str) -> None:
    (quote,) = quotes(f"Boris Sample left Ada Example with “a boat without a bottom,” {words}.")
    assert quote.speaker is None
    assert "envoy" in (quote.speaker_text or "")


def test_there_is_talk_without_a_speaker() -> None:
    assert speakers("Boris Sample left, amid talk of “a bad day for the lake”.") == [None]


def test_headlines_and_headings_repeat_what_the_body_quotes() -> None:
    title = "‘The lake is not for sale’: Ada Example says no"
    assert texts("# Ada Example: “The lake is ours for ever”", "It rained.", title=title) == []
    assert texts("“The lake is ours,” Ada Example said.", title=title) == ["The lake is ours,"]
    assert texts("- Ada Example said: “The lake is ours.”", title=title) == ["The lake is ours."]


def test_a_mark_left_open_in_the_headline_does_not_reach_the_body() -> None:
    assert texts("The lake is calm, Ada Example said.", title="“The lake is not for sale") == []


@pytest.mark.parametrize(
    ("nation", "adjective"),
    [
        ("France", "French"),
        ("Poland", "Polish"),
        ("Turkey", "Turkish"),
        ("Japan", "Japanese"),
        ("Ruritania", "Ruritanian"),
    ],
)
def test_a_nation_and_its_adjective_have_one_stem(nation: str, adjective: str) -> None:
    assert stem(nation.lower()) == stem(adjective.lower())


def test_every_derived_name_is_of_a_known_nation() -> None:
    assert set(SAME_NATION.values()) <= NATIONS
    assert {"andrea"} >= MEN & WOMEN


@pytest.mark.parametrize(
    ("text", "offices", "nations"),
    [
        ("South Korea’s prime minister", {"prime"}, {"south-kore"}),
        ("the head of the Polish government", {"government-head"}, {"poland"}),
        ("White House press secretary", {"spokesman"}, set()),
        ("the deputy chairman of the Harbour Council", {"deputy-chair"}, set()),
        ("the French president’s aide", {"aide"}, {"franc"}),
        ("British Foreign Secretary", {"secretary", "diplomat"}, {"uk"}),
        ("ex-president", {"president", "former-president"}, set()),
    ],
)
def test_offices_are_read_from_words(text: str, offices: set[str], nations: set[str]) -> None:
    office = read_office(text)
    assert (office.offices, office.nations) == (offices, nations)
