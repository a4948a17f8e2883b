"""Repair of lines, and the way back to the file."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Mark, Role, Style
from generator.reading.clip.lines import cut, joined, repair, repaired, split_lines, unwrapped


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the\u00a0dam", "the dam"),
        ("sig\u00adna\u200bture\ufeff", "signature"),
        ("a\x07b\x1b", "ab"),
        ("two  spaces", "two spaces"),
        ("‘curly’ “quotes”", "‘curly’ “quotes”"),
        ("Iâ€™m at the cafÃ©", "I’m at the café"),
        ("Größe, naïve, Łódź, №", "Größe, naïve, Łódź, №"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ab\u200cc", "abc"),
    ],
)
def test_repair(text: str, meant: str) -> None:
    assert repair(text)[0] == meant


@given(st.text(alphabet="ab \u00a0\u00ad\u200bé’\t", max_size=40), st.integers(0, 100))
def test_origin_leads_back(text: str, offset: int) -> None:
    fixed, segments = repair(text, offset)
    block = Block(role=Role.PARAGRAPH, text=fixed, line=1, origin=segments)
    for at, character in enumerate(fixed):
        place = block.offset_in_file(at)
        assert place is not None
        assert (text[place - offset] == character) or (character == " " and text[place - offset] in "\u00a0\t")


def test_mojibake_is_aligned_by_words() -> None:
    (block,) = split_lines("GrÃ¶ÃŸe des Damms, sagt sie")
    assert block.text == "Größe des Damms, sagt sie"
    assert block.offset_in_file(block.text.index("Damms")) == "GrÃ¶ÃŸe des Damms".index("Damms")


def test_lines_have_their_numbers() -> None:
    blocks = split_lines("---\n---\none\r\n\r\n two \n\n\nthree\u2028four", start=8, line=3)
    assert [(block.text, block.line) for block in blocks] == [("one", 3), ("two", 5), ("three", 8), ("four", 8)]
    assert [block.offset_in_file(0) for block in blocks] == [8, 16, 23, 29]


def test_cut_and_join_keep_marks_and_origin() -> None:
    block = Block(
        role=Role.PARAGRAPH, text="One two three", line=1, origin=((0, 10),),
        marks=(Mark(style=Style.STRONG, start=4, end=7),),
    )  # fmt: skip
    piece = cut(block, 3)
    assert (piece.text, piece.origin, piece.marks[0].start, piece.marks[0].end) == ("two three", ((0, 14),), 0, 3)
    whole = joined(piece, block)
    assert whole.text == "two three One two three"
    assert whole.offset_in_file(10) == 10
    assert [(mark.start, mark.end) for mark in whole.marks] == [(0, 3), (14, 17)]


def test_repaired_moves_marks() -> None:
    block = Block(
        role=Role.PARAGRAPH, text="a\u00ad\u00a0dam at Zenda", line=1, origin=((0, 5),),
        marks=(Mark(style=Style.LINK, start=3, end=6, href="https://example.org"),),
    )  # fmt: skip
    fixed = repaired(block)
    (mark,) = fixed.marks
    assert (fixed.text, fixed.text[mark.start : mark.end]) == ("a dam at Zenda", "dam")
    assert fixed.offset_in_file(2) == 8


@given(
    st.lists(
        st.tuples(st.text(alphabet="ab \u00a0\u00ad’", min_size=1, max_size=6), st.integers(1, 9)),
        min_size=1,
        max_size=6,
    )
)
def test_repaired_keeps_each_stretch_of_the_origin(stretches: list[tuple[str, int]]) -> None:
    text, origin, file = "", [], ""
    for piece, gap in stretches:  # between the stretches stands what the text does not show, as markup does
        file += "<" * gap
        origin.append((len(text), len(file)))
        text, file = text + piece, file + piece
    block = repaired(Block(role=Role.PARAGRAPH, text=text, line=1, origin=tuple(origin)))
    for at, character in enumerate(block.text):
        place = block.offset_in_file(at)
        assert place is not None
        assert file[place] == character or (character == " " and file[place] == "\u00a0")


def test_repair_of_a_megabyte_is_quick() -> None:
    start = time.process_time()
    repair("a\u00a0\u00ad" * 330_000)
    assert time.process_time() - start < 10


def test_short_lines_above_unbroken_paragraphs_are_no_wrapped_paragraph() -> None:
    head = "The dam at Zenda, seen from the bridge in the spring\nRuritania holds back its signature from the treaty\nBela Muster, August 20, 2025"
    paragraph = "The talks on the river went on for hours before anybody thought of the dam. " * 3
    blocks = unwrapped(split_lines(f"{head}\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}"))
    assert [block.text for block in blocks[:3]] == head.split("\n")
