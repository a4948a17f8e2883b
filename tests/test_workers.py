"""Work over processes: in order, in few pieces, and nothing that happens to a worker goes unsaid."""

import os
import signal
import sys
import time
from collections.abc import Sequence

import pytest

from generator.problems import ToolError
from generator.workers import Aside, pieces_of, spread

FORKS = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere work aside is done when it is asked for")


def times(shared: int, things: Sequence[int]) -> tuple[int, list[int]]:
    if things[0] % 2:
        time.sleep(0.01)  # the later ones are done before
    return os.getpid(), [shared * thing for thing in things]


def fail(shared: int, things: Sequence[int]) -> None:
    if shared in things:
        raise ToolError(f"at {shared}", help="Go round it.")


def be_killed(shared: int, things: Sequence[int]) -> None:
    if shared in things:
        os.kill(os.getpid(), signal.SIGKILL)


def test_pieces_hold_all_things_in_order() -> None:
    for count in (1, 2, 33, 10_000):
        pieces = pieces_of(range(count), 2)
        assert [thing for piece in pieces for thing in piece] == list(range(count))
    assert pieces_of([], 2) == []


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_come_in_the_order_of_the_things(jobs: int) -> None:
    told: list[int] = []
    answers = list(spread(times, 3, range(101), jobs=jobs, few=10, done=told.append))
    assert [thing for _, things in answers for thing in things] == [3 * thing for thing in range(101)]
    assert sum(told) == 101
    assert ({pid for pid, _ in answers} == {os.getpid()}) == (jobs == 1)


def test_few_things_are_done_here() -> None:
    assert {pid for pid, _ in spread(times, 3, range(10), jobs=2, few=10)} == {os.getpid()}
    assert os.getpid() not in {pid for pid, _ in spread(times, 3, range(11), jobs=2, few=10)}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_worker_raises_is_raised(jobs: int) -> None:
    with pytest.raises(ToolError, match="at 50") as raised:
        list(spread(fail, 50, range(101), jobs=jobs, few=10))
    assert raised.value.help == "Go round it."


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_worker_that_was_killed_is_told() -> None:
    with pytest.raises(ToolError, match="ended from outside"):
        list(spread(be_killed, 50, range(101), jobs=2, few=10))


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_aside_returns_and_raises(jobs: int) -> None:
    assert Aside(lambda: "x" * 1_000_000, jobs=jobs).result() == "x" * 1_000_000
    with pytest.raises(ToolError, match="at 1"):
        Aside(lambda: fail(1, [1]), jobs=jobs).result()


@FORKS
def test_work_aside_is_another_process() -> None:
    assert Aside(os.getpid, jobs=2).result() != os.getpid()
    assert Aside(os.getpid, jobs=1).result() == os.getpid()


@FORKS
def test_work_aside_that_was_killed_is_told() -> None:
    with pytest.raises(ToolError, match="ended from outside"):
        Aside(lambda: be_killed(1, [1]), jobs=2).result()


@FORKS
def test_work_aside_can_be_ended() -> None:
    begun = time.monotonic()
    Aside(lambda: time.sleep(30), jobs=2).stop()
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_that_waits_begins_with_what_it_is_given(jobs: int) -> None:
    aside = Aside(lambda: lambda one, other: [one, other], jobs=jobs, waits=True)
    aside.give("x" * 1_000_000, 3)
    assert aside.result() == ["x" * 1_000_000, 3]


@FORKS
def test_work_that_waits_can_be_stopped_and_is_missed_when_it_was_killed() -> None:
    Aside(lambda: lambda _: time.sleep(30), jobs=2, waits=True).stop()
    aside = Aside(lambda: lambda _: None, jobs=2, waits=True)
    os.kill(aside._process.pid or 0, signal.SIGKILL)
    aside._process.join()
    aside.give("anything")
    with pytest.raises(ToolError, match="ended from outside"):
        aside.result()


@FORKS
def test_work_that_yields_lets_others_go_first() -> None:
    assert Aside(lambda: os.nice(0), jobs=2, yields=True).result() > os.nice(0)
    assert Aside(lambda: os.nice(0), jobs=2).result() == os.nice(0)
