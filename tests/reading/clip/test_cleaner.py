"""The cleaner over elements of a page: markup is evidence to trust."""

from collections.abc import Sequence

from generator.model import Block, Mark, Role, Style
from generator.reading.clip.cleaner import clean
from generator.reading.result import Reading

TITLE = "Ruritania holds back its signature from the river treaty"
FIRST = "Strelsau will not sign the treaty before its engineers have seen the plans, Ada Example said on Wednesday after talks."
SECOND = "Bela Muster of Borduria called the demand a delay. He said that the plans had been public since the spring."


def page(*elements: tuple[Role, str]) -> list[Block]:
    offset = 0
    blocks = []
    for number, (role, text) in enumerate(elements, 1):
        blocks.append(
            Block(role=role, text=text, line=number, origin=((0, offset),), level=2 if role is Role.HEADING else 1)
        )
        offset += len(text) + 1
    return blocks


def read(blocks: Sequence[Block], title: str | None = TITLE) -> Reading:
    return clean(blocks, path="a.html", title=title, is_markup=True)


def test_roles_of_markup_stay() -> None:
    elements = (
        (Role.PARAGRAPH, FIRST),
        (Role.HEADING, "What is a treaty that ends quarrels in the year after it was signed by all of them?"),
        (Role.LIST_ITEM, "the dam"),
        (Role.QUOTATION, "As agreed."),
        (Role.CODE, "Share"),
        (Role.PARAGRAPH, SECOND),
    )
    reading = read(page(*elements))
    assert [(block.role, block.text) for block in reading.blocks] == list(elements)
    assert reading.dropped == ()


def test_junk_goes_whatever_its_element() -> None:
    reading = read(
        page(
            (Role.PARAGRAPH, TITLE),
            (Role.PARAGRAPH, "By Ada Muster | The Gazette"),
            (Role.PARAGRAPH, FIRST),
            (Role.HEADING, "Related articles"),
            (Role.LIST_ITEM, "Borduria builds another dam"),
            (Role.PARAGRAPH, SECOND),
            (Role.PARAGRAPH, "Subscribe to our newsletter"),
        )
    )
    assert reading.headline is not None
    assert reading.headline.text == TITLE
    assert [block.text for block in reading.blocks] == [FIRST, SECOND]
    assert reading.authors == ("Ada Muster",)
    assert reading.outlet_name == "The Gazette"


def test_a_known_title_is_the_only_one() -> None:
    blocks = page(
        (Role.PARAGRAPH, "Engineers of Zenda wait for the plans"), (Role.PARAGRAPH, FIRST), (Role.PARAGRAPH, SECOND)
    )
    assert read(blocks).headline is None
    assert read(blocks, title=None).headline is not None


def test_marks_move_with_the_text() -> None:
    text = "STRELSAU, Aug. 20, 2025 (NORDA) -- " + FIRST
    at = text.index("engineers")
    block = Block(
        role=Role.PARAGRAPH, text=text, line=1, origin=((0, 100),),
        marks=(Mark(style=Style.LINK, start=at, end=at + 9, href="https://example.org/"),),
    )  # fmt: skip
    reading = read([block, *page((Role.PARAGRAPH, SECOND))])
    (mark,) = reading.blocks[0].marks
    assert reading.blocks[0].text[mark.start : mark.end] == "engineers"
    assert reading.blocks[0].offset_in_file(mark.start) == 100 + at
    assert str(reading.date) == "2025-08-20"


def test_prose_headings_and_items_of_a_page_stay() -> None:
    long = (
        "The engineers stand at the dam of Zenda and wait for the plans (second from left is the oldest, who built the first dam with his "
        "own hands and speaks of little else to this day)."
    )
    elements = (
        (Role.PARAGRAPH, FIRST),
        (Role.PARAGRAPH, long),
        (Role.HEADING, "Groups"),
        (Role.PARAGRAPH, SECOND),
        (Role.HEADING, "All results"),
        (Role.LIST_ITEM, "Ruritania (Group A): 10th appearance"),
        (Role.LIST_ITEM, "Borduria (Group B)"),
    )
    reading = read(page(*elements))
    assert [(block.role, block.text) for block in reading.blocks] == list(elements)


def test_nothing_at_all() -> None:
    assert read([]) == clean([], path="a.html")
