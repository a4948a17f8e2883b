"""How far a run is, as a line of a terminal; and where its time went."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence

from generator.progress import Step

LONG = 1.0  # seconds from which on a stage is worth a line
OFTEN = 0.1  # seconds between two states of a line


def line(step: Step) -> str:
    """``Publishing  1,200 of 16,000  950/s  16 s left``"""
    parts = [f"{step.name:32}"]
    if step.total:
        parts.append(f"{step.done:>7,} of {step.total:,}")
        if step.done:
            parts.append(f"{step.rate:,.0f}/s")
    parts.append(f"{step.left:.0f} s left" if step.left is not None and step.left >= 1 else f"{step.seconds:.1f} s")
    return "  ".join(parts)


def terminal(write: Callable[[str], object] = sys.stderr.write) -> Callable[[Step], None]:
    """What shows the steps of a run to a person: one line, written over and over; a stage that took long leaves it."""
    shown_at = 0.0
    width = 0

    def show(step: Step) -> None:
        nonlocal shown_at, width
        now = time.monotonic()
        if not step.ended and now - shown_at < OFTEN:
            return
        shown_at = now
        words = line(step)
        if step.ended and step.seconds < LONG:
            write("\r" + " " * width + "\r")
            width = 0
            return
        write("\r" + words.ljust(width) + ("\n" if step.ended else ""))
        width = 0 if step.ended else len(words)
        sys.stderr.flush()

    return show


def timings(taken: Sequence[Step]) -> Iterator[str]:
    """A line a stage: its seconds, its share, how many things it was for; stages of the same name are added up."""
    added: dict[str, tuple[float, int]] = {}
    for step in taken:
        seconds, done = added.get(step.name, (0.0, 0))
        added[step.name] = (seconds + step.seconds, done + step.done)
    whole = sum(seconds for seconds, _ in added.values()) or 1.0
    for name, (seconds, done) in added.items():
        yield f"{name:32} {seconds:8.2f} s {seconds / whole:5.0%}" + (f" {done:>9,}" if done else "")
    yield f"{'All stages':32} {whole:8.2f} s"
