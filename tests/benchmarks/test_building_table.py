"""The table: medians, failures in the tool's own words, and what lies on the line through the last two sizes."""

import pytest
from building_table import STATES, comparison, computed, growth, median, seconds
from timing import Run


def run(value: float, failed: str = "") -> Run:
    return Run(seconds=value, processor=2 * value, memory=100 + value, files=int(10 * value), size=value, failed=failed)


def test_each_figure_is_a_median() -> None:
    middle = median([run(3.0), run(100.0), run(4.0)])
    assert (middle.seconds, middle.processor, middle.memory, middle.files) == (4.0, 8.0, 104.0, 40)


def test_a_row_tells_the_median_and_its_spread() -> None:
    rows = list(comparison({"ours": {STATES[0]: [run(3.0), run(12.5), run(4.0)]}}))
    assert rows[2] == "| ours | full | 4.00 | 3.00–12.5 | 8.00 | 104 | 40 | 4.0 |"


def test_a_failure_is_told_and_stays_in_its_cell() -> None:
    rows = list(comparison({"Other": {STATES[0]: [run(3.0), run(7.0, "error: a | b <c>")]}}))
    assert rows[2] == "| Other | full | failed after 7.00 s: error: a / b ‹c› |  |  |  |  |  |"


def test_every_row_has_as_many_cells_as_the_head() -> None:
    states = {state: [run(3.0)] for state in STATES}
    failed = {STATES[0]: [run(3.0, "no memory")]}
    for rows in (
        list(comparison({"ours": states, "Other": failed})),
        list(growth({"ours": {10: states, 20: states}, "Other": {10: failed}})),
    ):
        assert len({row.count("|") for row in rows}) == 1


def test_a_larger_size_lies_on_the_line_through_the_last_two() -> None:
    measured = {1_000: {"full": run(90.0)}, 2_000: {"full": run(30.0)}, 10_000: {"full": run(110.0)}}
    there = computed(measured, 100_000)["full"]
    assert there.seconds == pytest.approx(1_010.0)
    assert there.memory == pytest.approx(1_110.0)
    assert there.files == 10_100


def test_one_size_alone_is_taken_in_proportion() -> None:
    assert computed({1_000: {"full": run(20.0)}}, 100_000)["full"].seconds == pytest.approx(2_000.0)


def test_what_did_not_grow_does_not_shrink_at_larger_sizes() -> None:
    measured = {1_000: {"full": run(30.0)}, 2_000: {"full": run(20.0)}}
    assert computed(measured, 100_000)["full"].seconds == 20.0


def test_growth_computes_only_sizes_that_were_not_measured() -> None:
    rows = list(growth({"ours": {1_000: {STATES[0]: [run(10.0)]}, 100_000: {STATES[0]: [run(500.0)]}}}))
    assert [row.split("|")[2].strip() for row in rows[2:]] == ["1,000", "100,000", "1,000,000 (computed)"]
    assert "| 5.00 |" in rows[3]  # milliseconds an article


@pytest.mark.parametrize(("value", "shown"), [(0.254, "0.25"), (9.994, "9.99"), (16.66, "16.7"), (1234.5, "1,234")])
def test_seconds_have_the_digits_worth_reading(value: float, shown: str) -> None:
    assert seconds(value) == shown
