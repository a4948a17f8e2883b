"""The files of a site on the disk: the new one beside the last good one, by further names of the same files.

Between builds the site before the last stays beside the one that readers have, as ``exchange.beside`` names it.  The next
build makes the new site of it: what has not changed is there already, and what changed in the last build gets a second name
(a hard link) of what readers have, so that only what is new is written.  No file is ever written over: it would change under
its other name, too.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from generator import disk
from generator.disk import Stamp


class Beside:
    """The folder in which the new site is made."""

    def __init__(self, beside: Path, site: Path) -> None:
        if beside.is_symlink() or beside.is_file():
            beside.unlink()
        beside.mkdir(parents=True, exist_ok=True)
        self._beside = beside
        self._site = site
        self._stands = disk.stamps(beside, hidden=True)  # but for what was made since

    def bring_in_step(self, wanted: Mapping[str, Stamp], leave: Collection[str] = frozenset()) -> set[str]:
        """Make it hold no file but those wanted, by path with the stamps that they must have, those to be left, and those made since.

        Those that it lacks are linked from the site.  The paths of those that neither has as they should be: they have to be made.
        """
        stands = self._stands
        gone = [path for path in stands if path not in wanted and path not in leave]
        disk.remove_files(self._beside, gone)
        for path in gone:
            del stands[path]
        missing = set()
        for path, stamp in wanted.items():
            if stands.get(path) != stamp:
                other = f"{self._site}/{path}"
                with suppress(OSError):
                    if disk.stamp_of(other) == stamp:
                        named_again(other, f"{self._beside}/{path}")
                        continue
                missing.add(path)
        return missing


def named_again(path: str, to: str) -> Stamp:
    """Let a file be at a second place: by a second name, or where the file system has none, as a copy."""
    clear(to)
    try:
        os.link(path, to)
    except OSError:
        shutil.copy2(path, to)
    return disk.stamp_of(to)


def written(path: str, data: bytes) -> Stamp:
    """Write a file anew."""
    clear(path)
    with open(path, "xb") as file:  # noqa: PTH123 - many thousand times; a Path costs as much again
        file.write(data)
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
