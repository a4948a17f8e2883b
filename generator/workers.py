"""Work spread over processes: the same function for many things, the answers in the order of the things.

Where the system can (Linux) a worker is a fork: it begins with all that its parent holds, at no cost.  Elsewhere what they
share is handed over once to each.
"""

import ctypes
import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, Generic, Literal, TypeVar, cast, overload

from generator.problems import ToolError

Shared = TypeVar("Shared")
Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

FEW = 64  # things that one process does sooner than others could be started
_PARENT_DEATH_SIGNAL = 1  # Linux, <sys/prctl.h>: PR_SET_PDEATHSIG
_SELDOM = 500_000  # things made since the last look
_YIELDING = 5  # as ``nice`` counts: a tenth of the time that others have
_PIECES = 16  # for each worker: so that none waits long for the slowest, and progress is seen
_LARGEST = 500  # things in one piece

_shared: list[Any] = []  # in a worker: what all its work shares
# This process, while it has things that Python need not look at.  (To ask Python takes as long as to look.)
_frozen: set[int] = set()


def every_core() -> int:
    """How many processes this one may keep busy."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let Python look for garbage seldom while the block lasts: in a large archive it looks at a million things, none of them garbage.

    (Of a run over 10,000 articles in which nothing had changed it took 8 of 13 seconds.)
    """
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        _frozen.clear()


@contextmanager
def not_collecting() -> Iterator[None]:
    """Let Python not look for garbage while the block lasts, nor later at what it made: for what makes things by the hundred thousand
    that all stay.  (To look at them took a tenth of a build after one change.)
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        _frozen.add(os.getpid())
        if is_on:
            gc.enable()


def pieces_of(things: Sequence[Thing], workers: int) -> list[Sequence[Thing]]:
    """The things in runs: several for each worker."""
    size = min(-(-len(things) // (workers * _PIECES)), _LARGEST) or 1
    return [things[at : at + size] for at in range(0, len(things), size)]


def spread(
    work: Callable[[Shared, Sequence[Thing]], Answer],
    shared: Shared,
    things: Sequence[Thing],
    *,
    jobs: int,
    few: int = FEW,
    done: Callable[[int], None] = lambda _: None,
) -> Iterator[Answer]:
    """``work`` on runs of the things, up to ``jobs`` at a time; its answers in the order of the runs.

    ``done`` is told how many things each answer was for.  Up to ``few`` things are done in this process.  Raises ToolError
    where a worker was killed, and whatever ``work`` raises.
    """
    if jobs < 2 or len(things) <= few:
        for piece in pieces_of(things, 1):
            yield work(shared, piece)
            done(len(piece))
        return
    pieces = pieces_of(things, jobs)
    method = "fork" if sys.platform == "linux" else "spawn"
    gc.freeze()  # what is there already: no worker looks at it, or has to copy it
    with ProcessPoolExecutor(
        min(jobs, len(pieces)), mp_context=get_context(method), initializer=_begin, initargs=(shared, os.getpid())
    ) as pool:
        try:
            for piece, answer in zip(pieces, pool.map(_do, [work] * len(pieces), pieces), strict=True):
                yield answer
                done(len(piece))
        except BrokenProcessPool:
            raise _killed() from None
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
        finally:
            if os.getpid() not in _frozen:
                gc.unfreeze()


class Aside(Generic[Answer]):
    """Work that goes on in a process of its own while this one does something else; where no fork is to be had, it is done when asked for."""

    @overload
    def __init__(self, work: Callable[[], Answer], *, jobs: int, yields: bool = False) -> None: ...
    @overload
    def __init__(
        self, work: Callable[[], Callable[..., Answer]], *, jobs: int, waits: Literal[True], yields: bool = False
    ) -> None: ...
    def __init__(self, work: Callable[[], Any], *, jobs: int, waits: bool = False, yields: bool = False) -> None:
        """``yields``: it lets others go first where there are fewer cores than processes, for it is done sooner than they are.

        ``waits``: what the work returns is called with what it is given.  (A fork takes its time, as does all that is changed behind
        it, the more the larger a process is: so the process is begun before this one has read an archive, makes itself ready, and is
        told of little.)
        """
        self._work = work
        self._given: tuple[Any, ...] | None = () if waits else None
        self._pipe: Connection | None = None
        if jobs > 1 and sys.platform == "linux":
            self._pipe, other = Pipe()
            self._process = get_context("fork").Process(
                target=_answer, args=(work, other, os.getpid(), waits, yields), daemon=False
            )
            self._process.start()
            other.close()

    def give(self, *given: Any) -> None:
        """What the work is to begin with."""
        self._given = given
        if self._pipe is not None:
            with suppress(BrokenPipeError):  # it was killed: that is told where the answer is asked for
                self._pipe.send(given)

    def result(self) -> Answer:
        """What the work returned.  Raises what it raised, or ToolError if it was killed."""
        if self._pipe is None:
            done = self._work()
            return cast(Answer, done if self._given is None else done(*self._given))
        try:
            done, answer = self._pipe.recv()
        except EOFError:
            raise _killed() from None
        finally:
            self._process.join()
            self._pipe.close()
        if not done:
            raise answer
        return cast(Answer, answer)

    def stop(self) -> None:
        """End it: nobody wants the answer any more."""
        if self._pipe is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join()


def _answer(work: Callable[[], Any], pipe: Connection, parent: int, waits: bool, yields: bool) -> None:
    _end_with(parent)
    if yields:
        os.nice(_YIELDING)
    try:
        done = work()
        pipe.send((True, done(*pipe.recv()) if waits else done))
    except BaseException as error:  # noqa: BLE001 - it is raised again where the answer is asked for
        pipe.send((False, error))
    finally:
        pipe.close()


def _killed() -> ToolError:
    return ToolError(
        "a process of the build was ended from outside", help="Is there enough memory? With fewer: --jobs 1"
    )


def _begin(shared: object, parent: int) -> None:
    _end_with(parent)
    _shared[:] = [shared]


def _end_with(parent: int) -> None:
    """Let this process end when its parent does, however that ends: left alone it would wait for work for ever, and hold a build's lock."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it ended just before
            os._exit(1)
        return

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    Thread(target=look, daemon=True).start()


def _do(work: Callable[[Any, Sequence[Thing]], Answer], piece: Sequence[Thing]) -> Answer:
    return work(_shared[0], piece)
