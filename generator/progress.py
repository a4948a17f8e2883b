"""How far a long run is, stage by stage: for whoever watches, and for ``--timings``."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where a stage is: things done of how many (None: unknown), seconds since it began."""

    name: str
    done: int
    total: int | None
    seconds: float
    ended: bool = False

    @property
    def rate(self) -> float:
        """Things a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds until the end, at the rate until now; None where nobody can know."""
        if self.total is None or not self.done or self.ended:
            return None
        return (self.total - self.done) * self.seconds / self.done


class Progress:
    """The stages of one run, in their order.  ``show`` is told of each step; ``taken`` holds the stages that have ended."""

    def __init__(self, show: Callable[[Step], None] = lambda _: None) -> None:
        self._show = show
        self._taken: list[Step] = []

    @property
    def taken(self) -> Sequence[Step]:
        return tuple(self._taken)

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
        """A stage, as long as the block lasts; what it yields is told how many things more are done."""
        begun = time.perf_counter()
        done = 0

        def advance(number: int) -> None:
            nonlocal done
            done += number
            self._show(Step(name=name, done=done, total=total, seconds=time.perf_counter() - begun))

        advance(0)
        yield advance
        ended = Step(name=name, done=done, total=total, seconds=time.perf_counter() - begun, ended=True)
        self._taken.append(ended)
        self._show(ended)
