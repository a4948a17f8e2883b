"""Text that remembers where it stood in its file."""

from generator.model import Block, Role
from generator.reading.spans import SpanBuilder


def places(builder: SpanBuilder) -> list[int | None]:
    block = Block(role=Role.PARAGRAPH, text=builder.text, line=1, origin=builder.origin)
    return [block.offset_in_file(at) for at in range(len(builder))]


def test_pieces_are_found_one_behind_the_other() -> None:
    builder = SpanBuilder("one *two* one", 0, 13)
    for piece in ("one ", "two", " one"):
        builder.add(piece)
    assert builder.text == "one two one"
    assert places(builder) == [0, 1, 2, 3, 5, 6, 7, 9, 10, 11, 12]


def test_pieces_that_touch_are_one_stretch() -> None:
    builder = SpanBuilder("one two", 0, 7)
    builder.add("one")
    builder.add(" two")
    assert builder.origin == ((0, 0),)


def test_a_piece_may_be_written_otherwise() -> None:
    builder = SpanBuilder("a &amp; b\nc", 0, 11)
    builder.add("a ")
    builder.add("&", written="&amp;")
    builder.add(" b")
    builder.add(" ", written="\n")
    builder.add("c")
    assert (builder.text, places(builder)) == ("a & b c", [0, 1, 2, 7, 8, 9, 10])


def test_what_does_not_stand_in_the_source_has_no_place() -> None:
    builder = SpanBuilder("one two", 0, 7)
    builder.add("one ")
    builder.add("and ")
    builder.add("more ")
    builder.add("two")
    assert places(builder) == [0, 1, 2, 3, *[None] * 9, 4, 5, 6]


def test_only_the_stretch_between_begin_and_end_is_searched() -> None:
    builder = SpanBuilder("one two one", 4, 7, shift=100)
    builder.add("one")
    builder.add("two")
    assert places(builder) == [None, None, None, 104, 105, 106]


def test_a_text_without_any_place_has_no_origin() -> None:
    builder = SpanBuilder("", 0, 0)
    builder.add("one")
    builder.add("")
    assert (builder.origin, len(builder)) == ((), 3)
