"""The files of a site on the disk: the new one beside the last good one, by further names of the same files.

Between builds the site before the last stays beside the one that readers have, as ``exchange.beside`` names it.  The next
build makes the new site of it: what has not changed is there already, and what changed in the last build gets a second name
(a hard link) of what readers have, so that only what is new is written.  No file is ever written over: it would change under
its other name, too.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator import disk
from generator.disk import Stamp


def brought_in_step(
    beside: Path, site: Path, wanted: Mapping[str, Stamp], stands: Mapping[str, Stamp] | None = None
) -> set[str]:
    """Make ``beside`` hold what ``site`` does: no file but those wanted, by path with the stamps that they must have.

    ``stands`` is what it holds, where that is known.  Those that it lacks are linked.  The paths of those that neither has as
    they should be.
    """
    if not beside.is_dir() or beside.is_symlink():
        beside.unlink(missing_ok=True)
        beside.mkdir(parents=True)
        stands = {}
    elif stands is None:
        stands = disk.stamps(beside, hidden=True)
    disk.remove_files(beside, [path for path in stands if path not in wanted])
    lacking = [path for path, stamp in wanted.items() if stands.get(path) != stamp]
    if len(lacking) > len(stands):
        # Mostly all: every page has a folder, and to find that one is missing takes longer than to make it.
        _make_folders(beside, lacking)
    missing = set()
    for path in lacking:
        other = f"{site}/{path}"
        with suppress(OSError):
            if disk.stamp_of(other) == wanted[path]:
                name_again(other, f"{beside}/{path}")
                continue
        missing.add(path)
    return missing


def _make_folders(root: Path, paths: Iterable[str]) -> None:
    """Make the folders of files, those above them first.  What is in the way of one stays, to be cleared when its file comes."""
    folders = {path.rpartition("/")[0] for path in paths}
    while above := {folder.rpartition("/")[0] for folder in folders} - folders:
        folders |= above
    for folder in sorted(folders):
        with suppress(OSError):
            os.mkdir(f"{root}/{folder}")  # noqa: PTH102 - many thousand times; a Path costs as much again


def named_again(path: str, to: str) -> Stamp:
    """Let a file be at a second place, and what it is there."""
    name_again(path, to)
    return disk.stamp_of(to)


def name_again(path: str, to: str) -> None:
    """Let a file be at a second place: by a second name, or where the file system has none, as a copy."""
    try:
        os.link(path, to)  # mostly there is room; to ask first takes as long again
    except OSError:
        clear(to)
        try:
            os.link(path, to)
        except OSError:
            shutil.copy2(path, to)


def written(path: str, data: bytes) -> Stamp:
    """Write a file anew."""
    try:
        disk.write_anew(path, data)
    except OSError:  # mostly there is room; to ask first takes as long again
        clear(path)
        disk.write_anew(path, data)
    return disk.stamp_of(path)


def clear(path: str) -> None:
    """Make room for a file: what is in its place goes, its folder is there."""
    try:
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    except (IsADirectoryError, PermissionError):
        if not os.path.isdir(path):  # noqa: PTH112
            raise
        shutil.rmtree(path)
