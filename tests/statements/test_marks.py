"""Which stretches of a paragraph stand between quotation marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statements.marks import ANY_MARK, MARK, find_spans


def inside(text: str, *, carried: bool = False) -> list[str]:
    return [text[span.at : span.to] for span in find_spans(text, carried=carried)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will swim,” she said. “Soon.”", ["We will swim,", "Soon."]),
        ('"We will swim," she said. "Soon."', ["We will swim,", "Soon."]),
        ('“We will swim," she said, adding, “Soon."', ["We will swim,", "Soon."]),
        ('"We will swim,” she said.', ["We will swim,"]),
        ("«We will swim», she said.", ["We will swim"]),
        ("« We will swim », she said.", ["We will swim"]),
        ("»We will swim«, she said.", ["We will swim"]),
        ("„We will swim“, she said, „soon”.", ["We will swim", "soon"]),
        ("``We will swim,'' she said.", ["We will swim,"]),
        ("‘We won’t swim in the ministers’ lake,’ she said.", ["We won’t swim in the ministers’ lake,"]),
        ("She called it ‘the ministers’ and him ‘a swimmer’.", ["the ministers", "a swimmer"]),
        ("'We won't swim,' she said.", ["We won't swim,"]),
        ("‘She said “no” to me,’ he said.", ["She said “no” to me,"]),
        ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
        ("“She said “no” to me,” he said.", ["She said “no” to me,"]),
        ('"She said "no" to me," he said.', ['She said "no" to me,']),
        ("“We will swim, she said. “Soon.”", ["We will swim, she said.", "Soon."]),
        ("We will swim,” she said.", ["We will swim,"]),
        ("“We will swim. We will", ["We will swim. We will"]),
        ('A lake 6" deep and a man 5\'10" tall.', []),
        ("The swimmers’ lake and rock ’n’ roll in the ’90s.", []),
        ('“” and "" and ‘’', []),
    ],
)
def test_outermost_quotations(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_carried_quotation_ends_at_the_first_closing_mark() -> None:
    spans = find_spans("We will swim,” she said.", carried=True)
    assert [(span.at, span.opened, span.closed) for span in spans] == [(0, True, True)]


def test_a_quotation_that_is_not_closed_says_so() -> None:
    (span,) = find_spans("“We will swim. We will")
    assert not span.closed
    assert span.at_end


@given(st.text(alphabet="“”\"'‘’«»„ abS,.", max_size=80))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for span in find_spans(text):
        assert end <= span.open <= span.at < span.to <= span.close <= len(text)
        end = span.close


@pytest.mark.parametrize("piece", ["“", "‘", '"', "‘a ", '"a ', "“x ‘y ", "» ", "'' a"])
def test_a_long_line_of_marks_takes_no_time(piece: str) -> None:
    started = time.process_time()
    find_spans(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 3


@given(st.text(alphabet="“”„‟«»‹›「」『』\"＂″‘'`’a ", max_size=12))
def test_the_quick_look_passes_over_no_mark(text: str) -> None:
    assert ANY_MARK.search(text) or not MARK.search(text)
