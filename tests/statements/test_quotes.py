"""What is a quotation, where it stands, and what is none."""

import time

import pytest

from generator.statements import find_quotes
from tests.statements.reading import REGISTRY, article, mentions, quotes, texts


@pytest.mark.parametrize(
    "text",
    [
        "She spoke of “fake lakes” and of “swimming”.",
        "He joined the so-called “coalition of the swimmers”.",
        "The film “The Long Way To Strelsau” won a prize.",
        "Fans held up signs: “Make The Lake Blue Again”.",
        "He is known as “the man of the lake”.",
        "Sam “Big Fish” Doe left the room.",
        "It is a matter of “life and death” in the mountains.",
    ],
)
def test_scare_quotes_titles_and_names_are_no_quotations(text: str) -> None:
    assert texts(text) == []


def test_two_words_are_a_quotation_only_as_a_sentence_with_its_attribution() -> None:
    assert texts("“No comment,” Ada Example said.") == ["No comment,"]
    assert texts("Ada Example had “no comment” for us.") == []


def test_offsets_are_those_of_the_file_and_of_the_block() -> None:
    paragraphs = ("Ada Example came.", "She said: “The lake is not for sale.”")
    (quote,) = quotes(*paragraphs)
    file = "\n".join(paragraphs)
    assert quote.start is not None
    assert file[quote.start : quote.end] == quote.text == "The lake is not for sale."
    assert (quote.block, quote.line) == (1, 2)
    assert paragraphs[1][quote.at : quote.to] == quote.text


def test_a_quotation_over_paragraphs_is_one_each_with_one_speaker() -> None:
    found = quotes(
        "“The lake is ours. It was ours before.", '"It will be ours tomorrow.', "“Nobody takes it,” Ada Example said."
    )
    assert [quote.text for quote in found] == [
        "The lake is ours. It was ours before.",
        "It will be ours tomorrow.",
        "Nobody takes it,",
    ]
    assert {quote.speaker for quote in found} == {"ada-example"}
    assert found[0].rule == "continued over paragraphs"


def test_paragraphs_inside_a_quotation_need_no_mark_of_their_own() -> None:
    found = quotes("“The lake is ours.", "It was ours before we came.", "Nobody takes it,” Ada Example said.")
    assert [quote.speaker for quote in found] == ["ada-example"] * 3


def test_two_speakers_stay_two_where_a_closing_mark_was_forgotten() -> None:
    found = quotes("“The lake is ours,” Ada Example said. “Nobody takes it.", "“We will see,” Boris Sample said.")
    assert [quote.speaker for quote in found] == ["ada-example", "ada-example", "boris-sample"]


def test_a_forgotten_closing_mark_does_not_swallow_the_attribution() -> None:
    assert texts("“The lake is ours, Ada Example said. “Nobody takes it.”") == [
        "The lake is ours,",
        "Nobody takes it.",
    ]


def test_partial_quotations_have_no_sentence_of_their_own() -> None:
    found = quotes("Ada Example called it “a road to the lake”. “We will all swim there,” she said, “and soon enough.”")
    assert [quote.partial for quote in found] == [True, False, False]


def test_block_quotations_and_announced_paragraphs_need_no_marks() -> None:
    (quote,) = quotes("> The lake is not for sale to anyone in this world. — Ada Example")
    assert (quote.text, quote.speaker) == ("The lake is not for sale to anyone in this world.", "ada-example")
    (quote,) = quotes("Ada Example claimed on Monday:", "He told me that it will be sold. Not at once, but it will.")
    assert (quote.block, quote.speaker) == (1, "ada-example")


def test_a_paragraph_closed_by_an_attribution_is_a_quotation() -> None:
    (quote,) = quotes(
        "The Gazette writes about this, citing an official.",
        "The lake may be sold next year, as three men heard who did not want to be named. - the article says.",
    )
    assert quote.text.endswith("be named.")
    assert (quote.speaker, quote.speaker_text) == ("gazette", "the article")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Here are the rules:", "Nobody may swim in the lake after dark, and dogs stay on the shore."),
        ("Ada Example said three things:", "- The lake is ours."),
        ("The lake is wide - and it is deep.",),
    ],
)
def test_not_every_colon_or_dash_makes_a_quotation(paragraphs: tuple[str, ...]) -> None:
    assert texts(*paragraphs) == []


@pytest.mark.parametrize("piece", ['"a" ', '"," ', "“A b c,” said X. ", "“A b c d e f g” ", "''a ", "a, ", "said "])
def test_a_hostile_line_takes_no_time(piece: str) -> None:
    text = article(piece * (200_000 // len(piece)))
    started = time.process_time()
    find_quotes(text, mentions(text), REGISTRY)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    "piece", ["Ada Example left. “A b c d,” the president said. ", "“A b c,” the envoy of Borduria said. He said so. "]
)
def test_many_descriptions_take_no_time(piece: str) -> None:
    text = article(*[piece * 4] * (30_000 // len(piece)))
    found = mentions(text)
    started = time.process_time()
    find_quotes(text, found, REGISTRY)
    assert time.process_time() - started < 8
