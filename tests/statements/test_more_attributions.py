"""Attributions by relative clauses, wishes told by another, words shared or denied, and labels; and who is described."""

import pytest

from tests.statements.reading import quotes, speakers, texts

ADA, BORIS = "ada-example", "boris-sample"
SLOW = "“slow as honey in a cold winter”"
SHORT = "“well said, old friend”"
LINE = "The pause is a pause. Nobody has drained the lake."
LAKE = "“We will all swim in the lake.”"


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        (f"President Ada Example, who has called the mayor {SLOW}, did not comment.", ADA),
        (f"Ada Example, who had described it as {SLOW}, left.", ADA),
        (f"The louder Boris Sample shouts, the less is done – and the more in the room of Ada Example, who ordered {SLOW}.", ADA),
        (f"Boris Sample told a radio host that Ruritania had been asking for {SLOW}.", BORIS),
        (f"Boris Sample said that Ada Example asked for {SLOW}.", BORIS),
        (f"Ruritania asked for {SLOW}.", "ruritania"),
        (f"The Lake Union denied that it had been {SLOW}, a phrase that had been used by an official.", None),
        (f"The Lake Union denied that it had been {SLOW}, a phrase coined by Ada Example.", ADA),
        (f"The Lake Union said that it had been {SLOW}, a phrase coined by Ada Example.", "lake-union"),
        (f"According to one senator, Boris Sample, it was {SLOW}.", BORIS),
        (f"It was {SLOW}, according to a minister, Boris Sample.", BORIS),
        (f"According to one senator, Strelsau was {SLOW}.", None),
        (f"The Ruritanian Foreign Ministry said that they had read it {SLOW}.", "ruritanian-foreign-ministry"),
    ],
)  # fmt: skip
def test_clauses_around_a_quotation(paragraph: str, speaker: str | None) -> None:
    assert speakers(paragraph) == [speaker]


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        (f"Boris Sample, the envoy, reposted the speech with the words {SHORT}.", BORIS),
        (f"Ada Example opened the meeting with the words {SHORT}.", ADA),
        (f"Ada Example shared it with a comment: {SHORT}.", ADA),
        (f"Boris Sample kept silent, but an aide of his told the paper it was {SHORT}.", None),
    ],
)
def test_words_with_which_something_is_done(paragraph: str, speaker: str | None) -> None:
    assert speakers(paragraph) == [speaker]


@pytest.mark.parametrize(
    "paragraph",
    [f"Ada Example was greeted with the words {SHORT}.", f"Ada Example opened a letter with the words {SHORT}."],
)
def test_words_that_somebody_only_meets_with_are_not_hers(paragraph: str) -> None:
    assert ADA not in speakers(paragraph)


def test_a_label_announces_a_line_without_marks() -> None:
    assert speakers("Boris Sample on the summit plan:", LINE) == [BORIS]
    assert speakers("President Boris Sample to reporters:", LINE) == [BORIS]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The lake on the summit plan:", LINE),
        ("Boris Sample on the summit plan:", "Sample was silent. Nobody knows why."),
        ("Boris Sample:", LINE),
        ("Boris Sample on the summit plan:", "- It is late.", LINE),
        ("What we know of Boris Sample on the lake:", LINE),
    ],
)
def test_other_lines_with_a_colon_announce_nothing(paragraphs: tuple[str, ...]) -> None:
    assert texts(*paragraphs) == []


def test_a_verb_after_an_office_is_no_part_of_the_name() -> None:
    assert [quote.speaker_text for quote in quotes(f"A Ruritanian official put it otherwise: {LAKE}")] == [
        "A Ruritanian official"
    ]


@pytest.mark.parametrize(
    ("before", "description", "speaker"),
    [
        ("Northern Pact chief Boris Sample came.", "The Dutchman", BORIS),
        ("Boris Sample came.", "The 60-year-old Ruritanian", BORIS),
        ("Bordurian President Boris Sample came.", "The Ruritanian", None),
        ("Boris Sample met Ada Example.", "The Spaniard", None),
        ("Boris Sample met Carlos Mello do Prado and laughed.", "The Dutchman", None),
        ("Ada Example came.", "The Dutchman", None),
        ("Boris Sample came.", "The Hague", None),
        ("Boris Sample came.", "The Jordan", None),
        ("Boris Sample left for the lake.", "The former defence minister", BORIS),
        ("Boris Sample met Ada Example.", "The former defence minister", None),
        ("President Boris Sample came.", "The former president", None),
    ],
)
def test_nationality_or_a_former_office_stands_for_a_person(before: str, description: str, speaker: str | None) -> None:
    assert speakers(before, f"{description} replied: {LAKE}") == [speaker]


def test_an_opening_may_tell_the_office_of_who_is_named_next() -> None:
    opening = (
        "STRELSAU (Agency) — Soldiers will stay away from the lake, the foreign minister of Ruritania said Sunday."
    )
    said = "“To keep a lake is one thing,” said Boris Sample."
    assert speakers(opening, said, "The minister said it was “a condition, not an ornament.”")[-1] == BORIS
    between = "The foreign minister met the mayor."
    assert speakers(opening, said, between, "The minister said it was “a condition, not an ornament.”")[-1] is None


def test_an_office_stands_for_a_person_who_is_not_registered() -> None:
    said = "“A city is no trophy for anyone,” Eve Nobody, Borduria’s permanent representative to the lake, told us."
    found = quotes(said, "The envoy said that nobody wanted “a peace that comes by telephone.”")
    assert [(one.speaker, one.speaker_text) for one in found] == [(None, "Eve Nobody")] * 2
    assert quotes(said, "The mayor said it was “a peace that comes by telephone.”")[-1].speaker_text == "The mayor"


def test_a_group_is_known_by_the_word_in_its_name() -> None:
    said = "“We will open the roads,” the Lake Guard said."
    assert speakers(said, "The paramilitaries added that it “has to lay its own pen down.”")[-1] == "lake-guard"
    assert speakers(said, "The rebels added that it “has to lay its own pen down.”")[-1] is None


def test_he_is_the_man_of_the_paragraph_before_over_dates() -> None:
    told = "On Thursday, November 6, 2025, Boris Sample stood at the lake and told the people that it was theirs."
    off = "Two weeks earlier, on October 22, Strelsau had put off the summit, and the vice president seemed relieved."
    assert speakers(f"{told} {off}", "“I can want a lake for them, but not more than they do,” he said.") == [BORIS]
