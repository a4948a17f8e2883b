"""How far a run is, and where its time went, as people read it."""

import pytest

from generator.progress import Progress, Step
from generator.reports.stages import line, terminal, timings


def step(**values: object) -> Step:
    return Step(**({"name": "Publishing", "done": 0, "total": None, "seconds": 2.0} | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (step(done=1200, total=16000), ["1,200 of 16,000", "600/s", "25 s left"]),
        (step(done=0, total=16000), ["0 of 16,000", "2.0 s"]),
        (step(done=16000, total=16000, ended=True), ["16,000 of 16,000", "8,000/s", "2.0 s"]),
        (step(), ["Publishing", "2.0 s"]),
    ],
)
def test_a_line_says_count_rate_and_time_left(given: Step, expected: list[str]) -> None:
    for words in expected:
        assert words in line(given)
    assert ("left" in line(given)) == any("left" in words for words in expected)


def test_a_terminal_has_one_line_that_is_written_over_and_keeps_what_took_long() -> None:
    written: list[str] = []
    show = terminal(written.append)
    show(step(done=1, total=2, seconds=0.2))
    show(step(done=2, total=2, seconds=0.3, ended=True))  # quick: nothing is left of it
    assert "".join(written).rpartition("\r")[2] == ""
    assert "\n" not in "".join(written)
    show(step(done=2, total=2, seconds=8.0, ended=True))
    assert written[-1].endswith("\n")


def test_timings_add_up_what_has_one_name() -> None:
    taken = [step(done=10, seconds=3.0), step(name="Checking", seconds=1.0), step(done=5, seconds=4.0)]
    publishing, checking, whole = timings(taken)
    assert ("7.00 s" in publishing, "88%" in publishing, "15" in publishing) == (True, True, True)
    assert "1.00 s" in checking
    assert "8.00 s" in whole


def test_a_run_tells_of_each_step_and_keeps_the_stages_that_ended() -> None:
    told: list[Step] = []
    progress = Progress(told.append)
    with progress.stage("Reading", 3) as done:
        done(1)
        done(2)
    assert [(each.done, each.ended) for each in told] == [(0, False), (1, False), (3, False), (3, True)]
    assert [(each.name, each.done, each.total) for each in progress.taken] == [("Reading", 3, 3)]


def test_a_stage_that_fails_has_not_ended() -> None:
    progress = Progress()
    with pytest.raises(ValueError, match="no"), progress.stage("Reading"):
        raise ValueError("no")
    assert progress.taken == ()
