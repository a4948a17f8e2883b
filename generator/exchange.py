"""One folder in the place of another in one step: whoever looks finds the old one whole or the new one whole.

Linux and macOS exchange two folders in one step (renameat2 with RENAME_EXCHANGE, renamex_np with RENAME_SWAP).  Where neither
is (Windows, some network file systems) the old folder is moved aside and the new one moved in: between the two steps there is
none for some millionths of a second, and should the machine stop just there, ``made_good`` of the next build puts the old one back.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path
from typing import Any

_HERE = -100  # AT_FDCWD: relative paths are from the working folder
_RENAME_EXCHANGE = 2  # Linux, <linux/fs.h>
_RENAME_SWAP = 2  # macOS, <sys/stdio.h>
_CANNOT = {
    errno.ENOSYS,
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EPERM,
}  # of a kernel or file system without it


def place_of(site: Path) -> Path:
    """Where a folder really is: a link to it stays, and what it leads to is replaced."""
    return site.resolve()


def beside(site: Path) -> Path:
    """Where a new folder is made: next to the old one, so that both are on one file system."""
    return site.with_name(f".{site.name}.beside")


def _aside(site: Path) -> Path:
    return site.with_name(site.name + ".old")


def made_good(site: Path) -> None:
    """After a build that was killed: an old folder that was moved aside comes back.  (What is beside it is for the next to use.)"""
    if not os.path.lexists(site) and _aside(site).is_dir():
        _aside(site).rename(site)
    remove(_aside(site))


def remove(path: Path) -> None:
    """Whatever is at a path, if anything is.  Raises OSError if it stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def put(new: Path, site: Path) -> None:
    """Put a finished folder in the place of another, or where none is yet; ``new`` is then the old one, or gone.

    It is on the disk, not only in memory, before it is in its place: a power cut leaves the old or the new one, too.
    Raises OSError, with the old one in its place.
    """
    settle(new)
    if not os.path.lexists(site):
        new.rename(site)
    elif not swapped(new, site):
        _in_two_steps(new, site)
    _settle_names(site.parent)


def _in_two_steps(new: Path, site: Path) -> None:
    remove(_aside(site))
    site.rename(_aside(site))
    try:
        new.rename(site)
    except OSError:
        _aside(site).rename(site)
        raise
    _aside(site).rename(new)


def swapped(one: Path, other: Path) -> bool:
    """Exchange what two paths name, in one step; False where the system cannot.  Raises OSError if it fails."""
    library: Any = None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        done = library.renameat2(_HERE, first, _HERE, second, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        done = library.renamex_np(first, second, _RENAME_SWAP)
    else:
        return False
    number = ctypes.get_errno() if done else 0
    if number and number not in _CANNOT:
        raise OSError(number, os.strerror(number), str(one), None, str(other))
    return not number


def settle(folder: Path) -> None:
    """Have the disk hold what was written: of its whole file system at once, for a call a file costs a second a thousand."""
    if sys.platform == "win32":
        return
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(handle):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(handle)


def _settle_names(folder: Path) -> None:
    """Have the disk hold the names in a folder."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
