"""The gate at work on a whole site, on all cores: what it finds, or that it found nothing."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from generator import disk
from generator.gate import Finding, inspect
from generator.problems import ToolError

FEW = 2_000  # files that one process looks at sooner than others could be started
SHOWN = 20  # findings that are printed


def admit(site: Path, paths: Sequence[str]) -> None:
    """Let a site pass, of which these are all files (from its root, with ``/``).  Raises ToolError with what should not be there."""
    refused(faults(site, sorted(paths)))


def refused(found: Sequence[Finding]) -> None:
    """Raises ToolError with what was found, if anything was."""
    if found:
        more = f"\nand {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise ToolError(
            "the site holds what should not be there, and was not published:\n"
            + "\n".join(map(str, found[:SHOWN]))
            + more,
            help="The last good site is as it was. If it is a new part of the theme, generator/allowed.py has to learn it; "
            "if it comes from an article, please report it: it is a hole.",
        )


def faults(site: Path, paths: Sequence[str]) -> list[Finding]:
    """What the gate finds in the files of a site, by path."""
    cores = min(os.cpu_count() or 1, 8)
    if cores == 1 or len(paths) < FEW:
        return _of_some(site, paths)
    size = len(paths) // (cores * 4) + 1
    parts = [paths[at : at + size] for at in range(0, len(paths), size)]
    with ProcessPoolExecutor(cores, mp_context=get_context("forkserver" if os.name == "posix" else "spawn")) as pool:
        return [finding for part in pool.map(partial(_of_some, site), parts) for finding in part]


def _of_some(site: Path, paths: Sequence[str]) -> list[Finding]:
    found: list[Finding] = []
    for path in paths:
        if (site / path).is_symlink():
            found.append(Finding(path=path, line=1, what="a link to another file", excerpt=path[:80]))
        else:
            found += inspect(path, disk.read_file(site / path))
    return found
