"""One build of a folder at a time: a second one waits, or says who is at work.

The lock is the system's, on an open file: it ends with the process that holds it, however that ends, so that none is ever stale.
The file itself stays, and says who had it last.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.problems import ToolError

LOCK = ".lock"  # in the build folder
PATIENCE = 60.0  # seconds that a second build waits
_PAUSE = 0.1
_LONGEST = 60  # bytes of the file
_FAR = 1 << 30  # on Windows a locked byte cannot be read: one far behind what is written is locked


@dataclass(frozen=True, slots=True)
class Turn:
    """Having the folder: which turn it is, and which was the one before, so that one knows whether another was between two of one's own."""

    own: bytes  # the number of the process, and when it began
    before: bytes


@contextmanager
def only_one(
    folder: Path, note: Callable[[str], None] = lambda _: None, patience: float | None = None
) -> Iterator[Turn]:
    """Hold a build folder, which is made if it is not there.  ``note`` is told, once, that this one waits.

    Raises ToolError if another process still holds it after ``patience`` seconds (None: ``PATIENCE``), or if the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise ToolError(
            f"{folder} cannot be written to: {error.strerror}",
            help="Is there a file of that name, or is it read-only? Another folder: --build-dir DIR",
        ) from None
    try:
        _wait(handle, folder, note, PATIENCE if patience is None else patience)
        turn = Turn(f"{os.getpid()} {time.time_ns()}".encode(), _content(handle))
        with suppress(OSError):  # a full disk: the lock holds all the same
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, turn.own)
        yield turn
    finally:
        os.close(handle)  # which ends the lock


def _wait(handle: int, folder: Path, note: Callable[[str], None], patience: float) -> None:
    end = time.monotonic() + patience
    is_told = False
    while not _taken(handle):
        if time.monotonic() >= end:
            raise ToolError(
                f"another build is at work in {folder} ({_holder(handle)})",
                help="Wait until it is done, or build elsewhere: --build-dir DIR",
            )
        if not is_told:
            note(f"Another build is at work in {folder} ({_holder(handle)}): waiting for it.")
            is_told = True
        time.sleep(_PAUSE)


def _content(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _LONGEST)


def _holder(handle: int) -> str:
    number = _content(handle).decode("ascii", "replace").partition(" ")[0]
    return f"process {number}" if number.isdigit() else "its process is not known"


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        """Whether the lock is ours now."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        """Whether the lock is ours now; also where the file system knows none (some network ones): it cannot be had there."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
