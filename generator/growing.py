"""Files that grow at their ends, all at once; they stand elsewhere until they are whole."""

import shutil
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from generator import disk
from generator.disk import Stamp
from generator.fingerprints import fingerprint

_AT_ONCE = 1 << 20  # bytes that are read at once


@dataclass(slots=True)
class _File:
    """A file that is being written: where, how much of it there is, and its sum."""

    path: Path
    file: IO[bytes]
    size: int = 0
    sum: Any = field(default_factory=sha256)


class GrowingFiles:
    """Files to be put into a folder.  Raises ToolError where the disk refuses something."""

    def __init__(self, root: Path, beside: Path) -> None:
        """``beside`` is a folder of our own, on the disk of ``root``; it is emptied before and after."""
        self._root = root
        self._beside = beside
        self._files: dict[str, _File] = {}

    def __enter__(self) -> "GrowingFiles":
        self._clear()
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._files.values():
            each.file.close()
        self._clear()

    def _clear(self) -> None:
        try:
            if self._beside.is_symlink() or self._beside.is_file():
                self._beside.unlink()
            elif self._beside.exists():
                shutil.rmtree(self._beside)
        except OSError as error:
            raise disk.unwritten(error, error.filename or self._beside) from None

    def add(self, path: str, data: bytes) -> None:
        """Put something at the end of a file; the first time it is there."""
        try:
            each = self._files.get(path)
            if each is None:
                self._beside.mkdir(parents=True, exist_ok=True)
                place = self._beside / str(len(self._files))
                # SIM115: it is open for as long as it grows
                each = self._files[path] = _File(place, place.open("wb"))
            each.file.write(data)
        except OSError as error:
            raise disk.unwritten(error, error.filename or self._root / path) from None
        each.size += len(data)
        each.sum.update(data)

    def room_for(self, path: str) -> Path:
        """Where somebody else may write a file, from its beginning to its end."""
        try:
            self._beside.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk.unwritten(error, error.filename or self._root / path) from None
        return self._beside / f"whole-{fingerprint(path).hex()}"

    def take(self, path: str) -> None:
        """Have the file for which there was room, as it stands there now."""
        place = self.room_for(path)
        try:
            # SIM115: as one that grows
            each = self._files[path] = _File(place, place.open("rb"))
            while piece := each.file.read(_AT_ONCE):
                each.size += len(piece)
                each.sum.update(piece)
        except OSError as error:
            raise disk.unwritten(error, self._root / path) from None

    def told(self, path: str) -> tuple[int, str]:
        """Of a file as it is: its bytes, their SHA-256."""
        each = self._files[path]
        return each.size, each.sum.hexdigest()

    def put(self) -> dict[str, tuple[bytes, Stamp, bool]]:
        """Put each file in its place: its sum, its stamp, and whether that changed anything."""
        done = {}
        for path, each in self._files.items():
            try:
                each.file.close()
            except OSError as error:  # what it still held may not fit
                raise disk.unwritten(error, self._root / path) from None
            done[path] = (each.sum.digest(), *disk.put_from(self._root, path, each.path))
        return done
