"""Who said it: one test for each rule, and what stays open."""

import pytest

from tests.statements.reading import quotes, speakers

ADA, BORIS = "ada-example", "boris-sample"


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“We will all swim,” said Ada Example.", ADA, "said X after"),
        ("“We will all swim,” said President Ada Example, the lake’s owner.", ADA, "said X after"),
        ("“We will all swim,” said the president, Ada Example, on Monday.", ADA, "said X after"),
        ("“We will all swim,” Ada Example said on Monday.", ADA, "X said after"),
        ("“We will all swim,” Ada Example, Ruritania’s president, told reporters.", ADA, "X said after"),
        ("“We will all swim,” Sen. Ada Example (L-Strelsau) said.", ADA, "X said after"),
        ("“Will we all swim?” Ada Example asked.", ADA, "X said after"),
        ("‘We will all swim’, Ada Example said.", ADA, "X said after"),
        ("Ada Example said: “We will all swim.”", ADA, "X said before"),
        ("Ada Example wrote on Telegram, “We will all swim.”", ADA, "X said before"),
        ("Ada Example, who owns the lake, told Boris Sample that “we will all swim”.", ADA, "X said before"),
        ("On Monday, Ada Example went on to say that it was “a very good day”.", ADA, "X said before"),
        ("Ada Example left in anger, calling it “a very bad day for lakes”.", ADA, "X said before"),
        ("Boris Sample criticised Ada Example for saying “the lake is ours for ever”.", ADA, "X said before"),
        ("Ada Example was quoted as saying: “We will all swim.”", ADA, "X said before"),
        ("Not so, says Ada Example: “We will all swim.”", ADA, "X said before"),
        ("Ada Example’s claim that “the lake is ours for ever” angered many.", ADA, "X said before"),
        ("It was, in the words of Ada Example, “a very sad day for lakes”.", ADA, "X said before"),
        ("According to Ada Example, “the lake is ours for ever”.", ADA, "X said before"),
        ("The lake is “ours for ever and ever”, according to Ada Example.", ADA, "according to X after"),
        ("It was described as “a good deal for all” by Ada Example.", ADA, "by X after"),
        ("The lake is “ours for ever and ever” and deep, Ada Example said.", ADA, "X said at the end"),
        ("“We will all swim,” as Ada Example put it.", ADA, "as X put it"),
        ("“We will all swim.” — Ada Example", ADA, "signed after"),
        ("Ada Example: “We will all swim.”", ADA, "label before"),
        ("It was late, and Ada Example spoke of “a fine plan with a hole”.", ADA, "X said before"),
        ("Ada Example spoke on Monday of a “fine plan with a hole”.", ADA, "X said before"),
        ("The lake is “a boat without a bottom,” in the words of Ada Example.", ADA, "in the words of X"),
        ("The lake is “a boat without a bottom”, in Ada Example’s words.", ADA, "in the words of X"),
        ("The lake is “a boat without a bottom”, to quote Ada Example.", ADA, "in the words of X"),
        ("Ada Example was blunt: “We will all swim.”", ADA, "clause and colon before"),
        ("Ada Example did not hold back: “We will all swim.”", ADA, "clause and colon before"),
        ("Asked about it, Ada Example shrugged: “We will all swim.”", ADA, "clause and colon before"),
        ("Ada Example’s answer was short: “We will all swim.”", ADA, "X said before"),
        ("Quote from Ada Example: “We will all swim.”", ADA, "label before"),
    ],
)
def test_each_way_to_name_the_speaker(text: str, speaker: str, rule: str) -> None:
    (quote,) = quotes(text)
    assert (quote.speaker, quote.rule) == (speaker, rule)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We add nothing to that,” the Ruritanian foreign ministry said.", "ruritanian-foreign-ministry"),
        ("Ruritania’s foreign ministry said: “We add nothing to that.”", "ruritanian-foreign-ministry"),
        ("Strelsau this week restated its refusal of “any talks about the northern lake”.", "ruritania"),
        ("“We need two days for this,” a Lake Union statement said.", "lake-union"),
        ("The talks “went on for three long days”, according to a readout of the Lake Union.", "lake-union"),
    ],
)
def test_institutions_can_speak(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_split_sentence_is_two_quotations_of_one_speaker() -> None:
    assert speakers("“The lake,” Ada Example said, “is not for sale.”") == [ADA, ADA]


def test_the_next_quotation_in_a_paragraph_goes_on() -> None:
    found = quotes("“We will swim there,” said Ada Example. Later she left. “Nobody will stop us today.”")
    assert [(quote.speaker, quote.rule) for quote in found][1] == (ADA, "next in the paragraph")


def test_two_speakers_in_one_sentence() -> None:
    text = "Ada Example said “we will go there now” and Boris Sample said “we will not go there”."
    assert speakers(text) == [ADA, BORIS]


def test_the_next_paragraph_goes_on_only_after_an_attribution_that_closes() -> None:
    goes_on = quotes("“We will all swim,” Ada Example said on Monday.", "“Nobody will stop us, I am sure.”")
    assert goes_on[1].speaker == ADA
    opened = quotes("Ada Example said: “We will all swim.”", "“Nobody will stop us, I am sure.”")
    assert opened[1].speaker is None


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Ada Example met the press.", "“We will all swim,” she said."), ADA),
        (("Ada Example met the press.", "“We will all swim,” he said."), None),  # Ada is no man's name
        (("Boris Sample met Ada Example. He said the lake was “cold but very beautiful”.",), BORIS),
        (("An official met Clara Muster at the lake. “We will all swim,” he said.",), None),
        (("Boris Sample was told by John Doe to leave.", "John Doe laughed. “We will all swim,” he said."), None),
        (("Ada Example and Boris Sample met.", "“We will all swim,” they said."), None),
    ],
)
def test_pronouns_mean_a_person_named_shortly_before_or_nobody(
    paragraphs: tuple[str, ...], speaker: str | None
) -> None:
    assert speakers(*paragraphs)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will all swim,” the Ruritanian leader said.", ADA),
        ("“We will all swim,” Borduria’s top diplomat said.", BORIS),
        ("“We will all swim,” the minister said.", BORIS),
        ("“We will all swim,” the senator said.", None),
        ("“We will all swim,” the Bordurian president said.", None),
        ("“We will all swim,” a minister said.", None),
    ],
)
def test_descriptions_mean_the_one_person_whose_office_fits(text: str, speaker: str | None) -> None:
    before = "Ruritanian President Ada Example met Bordurian Foreign Minister Boris Sample."
    (quote,) = quotes(before, text)
    assert quote.speaker == speaker
    assert quote.speaker_text


def test_a_description_that_fits_two_means_nobody() -> None:
    before = "Ruritanian President Ada Example met Bordurian President Boris Sample."
    (quote,) = quotes(before, "“We will all swim,” the president said.")
    assert (quote.speaker, quote.speaker_text) == (None, "the president")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will all swim,” said a spokesman for Ada Example.", "a spokesman for Ada Example"),
        ("“We will all swim,” Melania Example said.", "Melania Example"),
        ("“We will all swim,” Ada Example’s lawyer said.", "Ada Example’s lawyer"),
        ("“We will all swim,” Ada Example and Boris Sample said.", "Ada Example and Boris Sample"),
        ("“We will all swim,” John Doe, an adviser to Ada Example, said.", "John Doe"),
        ("“We will all swim,” said John Doe of Borduria.", "John Doe of Borduria"),
    ],
)
def test_who_is_not_registered_is_named_as_written(text: str, words: str) -> None:
    (quote,) = quotes("Ada Example was there.", text)
    assert (quote.speaker, quote.speaker_text) == (None, words)


def test_words_about_words_are_of_who_reports_them() -> None:
    (quote,) = quotes("Boris Sample said Ada Example’s remarks “went much further than ever before”.")
    assert quote.speaker == BORIS


def test_a_state_s_short_quotation_is_the_person_s_who_says_it_in_full() -> None:
    found = quotes(
        "Ruritania said the plan was a “road into the lake”.",
        "“I am sure that this is a road into the lake for all,” Ada Example said.",
    )
    assert (found[0].speaker, found[0].rule) == (ADA, "same words by a person")


def test_a_dateline_is_no_subject() -> None:
    first = "STRELSAU, Ruritania (Agency) — President Boris Sample left on Monday."
    assert speakers(first, "“Nothing is done until all is done,” he told reporters.") == [BORIS]
