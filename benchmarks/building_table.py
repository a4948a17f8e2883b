"""The table of benchmarks/building.py: medians of what was measured, and what that makes at larger sizes, as Markdown."""

import statistics
from collections.abc import Iterator, Mapping, Sequence

from timing import Run

STATES = ("full", "one article changed", "nothing changed")
Runs = Mapping[str, Sequence[Run]]  # of one tool, by state
LARGER = (100_000, 1_000_000)


def median(runs: Sequence[Run]) -> Run:
    """The median of each figure by itself; a failure, should there be one, as it is."""
    for run in runs:
        if run.failed:
            return run
    return Run(
        seconds=statistics.median(run.seconds for run in runs),
        processor=statistics.median(run.processor for run in runs),
        memory=statistics.median(run.memory for run in runs),
        files=round(statistics.median(run.files for run in runs)),
        size=statistics.median(run.size for run in runs),
    )


def comparison(found: Mapping[str, Runs]) -> Iterator[str]:
    """A row for each tool and state; ``found`` holds the runs of each tool by its name."""
    yield "| tool | build | seconds | least–most | processor seconds | peak memory, MB | files | MB |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for name, states in found.items():
        for state, runs in states.items():
            yield f"| {name} | {state} | " + " | ".join(_cells(runs)) + " |"


def _cells(runs: Sequence[Run]) -> list[str]:
    middle = median(runs)
    if middle.failed:
        return [f"failed after {seconds(middle.seconds)} s: {_plain(middle.failed)}", *[""] * 5]
    between = f"{seconds(min(run.seconds for run in runs))}–{seconds(max(run.seconds for run in runs))}"
    figures = [seconds(middle.seconds), between, seconds(middle.processor), f"{middle.memory:,.0f}"]
    return [*figures, f"{middle.files:,}", f"{middle.size:,.1f}"]


def growth(found: Mapping[str, Mapping[int, Runs]]) -> Iterator[str]:
    """A row for each tool and size, and for each larger size what the growth between the last two sizes makes of it."""
    yield "| tool | articles | full, s | processor, s | ms an article | peak memory, MB | files | MB | one changed, s | nothing changed, s |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name, sizes in found.items():
        measured = {
            count: {state: median(runs) for state, runs in states.items()} for count, states in sorted(sizes.items())
        }
        for count, states in measured.items():
            yield _growth_row(name, f"{count:,}", count, states)
        sound = {count: states for count, states in measured.items() if not any(run.failed for run in states.values())}
        if sound:
            for count in LARGER:
                if count > max(sound):
                    yield _growth_row(name, f"{count:,} (computed)", count, computed(sound, count))


def _growth_row(name: str, label: str, count: int, states: Mapping[str, Run]) -> str:
    full = states[STATES[0]]
    if full.failed:
        return f"| {name} | {label} | {_plain(full.failed)} | | | | | | | |"
    cells = [
        seconds(full.seconds),
        seconds(full.processor),
        f"{1000 * full.seconds / count:.2f}",
        f"{full.memory:,.0f}",
    ]
    cells += [f"{full.files:,}", f"{full.size:,.0f}"]
    cells += [
        seconds(states[state].seconds) if state in states and not states[state].failed else "–" for state in STATES[1:]
    ]
    return f"| {name} | {label} | " + " | ".join(cells) + " |"


def computed(measured: Mapping[int, Mapping[str, Run]], count: int) -> dict[str, Run]:
    """Each state at ``count`` articles, on the straight line through the two largest sizes, or through nothing and the only one."""
    last = sorted(measured)[-2:]
    return {state: _on_line([(size, measured[size][state]) for size in last], count) for state in measured[last[-1]]}


def _on_line(points: Sequence[tuple[int, Run]], count: int) -> Run:
    zero = Run(seconds=0, processor=0, memory=0)
    (before, low), (at, high) = points if len(points) == 2 else [(0, zero), *points]

    def there(one: float, other: float) -> float:
        return max(other, other + (other - one) / (at - before) * (count - at))

    return Run(
        seconds=there(low.seconds, high.seconds),
        processor=there(low.processor, high.processor),
        memory=there(low.memory, high.memory),
        files=round(there(low.files, high.files)),
        size=there(low.size, high.size),
    )


def seconds(value: float) -> str:
    """So many digits as are worth reading."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _plain(words: str) -> str:
    """Words that stay in their cell."""
    return words.replace("|", "/").replace("<", "‹").replace(">", "›")
