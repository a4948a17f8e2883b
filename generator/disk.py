"""The only module that reads and writes files (``content_tree`` reads the content with it).

Writing touches only what changed and removes what is no longer made, so that whoever watches the folder sees one change for
one change.
"""

import filecmp
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.problems import ToolError

MAX_FILE = 50 * 1024 * 1024  # bytes read at all; readers have tighter bounds of their own

Stamp = tuple[int, int]  # of a file: its size in bytes, and when it was written, in nanoseconds
NO_FILE: Stamp = (-1, -1)  # of what is no ordinary file


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What writing a tree did, in numbers of files."""

    changed: int
    removed: int
    unchanged: int


def read_bytes(path: Path | str) -> bytes:
    """A file, up to the most that is read at all.  Raises ToolError."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - many thousand times; a Path costs as much again
            is_small = os.fstat(file.fileno()).st_size <= MAX_FILE
            return file.readall() if is_small else file.read(MAX_FILE)  # to ask for the most takes that much memory
    except OSError as error:
        raise ToolError(f"{path} cannot be read: {error.strerror}") from None


def read_file(path: Path) -> bytes:
    """One file that a person named."""
    if path.is_dir():
        raise ToolError(f"{path} is a folder", help="Name the file itself.")
    if not path.exists():
        raise ToolError(f"there is no file {path}", help="Check the name; a name with blanks goes in quotes.")
    return read_bytes(path)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; one that is there stays as it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                path.unlink()
                raise
    except FileExistsError:
        raise ToolError(f"{path} is there already", help="It was left as it is. Choose another name.") from None
    except OSError as error:
        raise unwritten(error, path) from None


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file that another program reads, such as a job's summary."""
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise ToolError(f"{path} cannot be written: {error.strerror}") from None


def rewrite(path: Path, data: bytes) -> None:
    """Give a file other bytes: the new ones stand whole beside it before they take its place."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ToolError(f"{path} cannot be written: {error.strerror}") from None


def write_whole(path: Path, data: bytes) -> None:
    """Make a file hold ``data``, whether it is there or not: the new bytes stand whole on the disk before they take its place."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise unwritten(error, path) from None


def move(path: Path, to: Path) -> None:
    """Give a file another path, unless one is there already."""
    if to.exists():
        raise ToolError(f"{to} is there already", help=f"{path} was left as it is. Choose another name.")
    try:
        path.rename(to)
    except OSError as error:
        raise ToolError(f"{path} cannot be renamed: {error.strerror}") from None


def stamps(root: Path, *, hidden: bool = False) -> dict[str, Stamp]:
    """Every file below a folder, by path with ``/``, as the disk has it; without ``hidden``, not the hidden ones at its root.

    A link is there with a stamp that no file has.  (``os.walk`` with a ``stat`` each took three times as long.)
    """
    found: dict[str, Stamp] = {}
    folders = [""]
    while folders:
        inside = folders.pop()
        try:
            with os.scandir(f"{root}/{inside}") as entries:
                for entry in entries:
                    if not hidden and not inside and entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(f"{inside}{entry.name}/")
                    else:
                        known = entry.stat(follow_symlinks=False)
                        is_file = entry.is_file(follow_symlinks=False)
                        found[inside + entry.name] = (known.st_size, known.st_mtime_ns) if is_file else NO_FILE
        except FileNotFoundError:
            continue
        except OSError as error:
            raise ToolError(f"{error.filename or root} cannot be read: {error.strerror}") from None
    return found


def stamp_of(path: Path | str) -> Stamp:
    """A file as the disk has it now."""
    known = os.lstat(path)
    return known.st_size, known.st_mtime_ns


def put(root: Path, name: str, data: bytes) -> tuple[Stamp, bool]:
    """Make a file below ``root`` hold ``data``: its stamp, and whether that changed it.

    What is there is replaced, never written over: the published site may have the same file, by a second name.
    """
    path = f"{root}/{name}"
    try:
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - many thousand times; a Path costs as much again
                if file.read(len(data) + 1) == data and not os.path.islink(path):  # noqa: PTH114
                    return stamp_of(path), False
            os.unlink(path)  # noqa: PTH108
        except (FileNotFoundError, NotADirectoryError):
            pass
        except IsADirectoryError:
            shutil.rmtree(path)
        try:
            write_anew(path, data)
        except (FileNotFoundError, NotADirectoryError):  # mostly its folder is there
            _make_way(root, name)
            write_anew(path, data)
        return stamp_of(path), True
    except OSError as error:
        raise unwritten(error, error.filename or path) from None


def put_from(root: Path, name: str, path: Path) -> tuple[Stamp, bool]:
    """The same with a file that was written elsewhere on the same disk; it goes from there."""
    place = root / name
    try:
        if place.is_file() and not place.is_symlink() and filecmp.cmp(place, path, shallow=False):
            path.unlink()
            return stamp_of(place), False
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        _make_way(root, name)
        path.replace(place)
        return stamp_of(place), True
    except OSError as error:
        raise unwritten(error, error.filename or place) from None


def _make_way(root: Path, name: str) -> None:
    """Make the folders of a file; a file that is in the place of one goes.  (Several processes may be at it.)"""
    folder = (root / name).parent
    with suppress(FileExistsError, NotADirectoryError):
        folder.mkdir(parents=True, exist_ok=True)
        return
    for above in (*reversed(folder.parents), folder):
        if above.is_relative_to(root) and above != root and not above.is_dir():
            with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                above.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def write_anew(path: str, data: bytes) -> None:
    """Write a file where none is: never over one, which may have another name.  Raises OSError."""
    with open(path, "xb") as file:  # noqa: PTH123 - as above
        file.write(data)


def remove_files(root: Path, names: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that are empty then; what is a folder by now, or lies below a file, is none."""
    try:
        folders = set()
        for name in names:
            with suppress(NotADirectoryError):
                if not (root / name).is_dir() or (root / name).is_symlink():
                    (root / name).unlink(missing_ok=True)
            folders.add(name.rpartition("/")[0])
        for inside in sorted(folders, key=len, reverse=True):
            while inside:
                try:
                    (root / inside).rmdir()
                except OSError:  # something is still in it, or it is gone already
                    break
                inside = inside.rpartition("/")[0]
    except OSError as error:
        raise unwritten(error, error.filename or root) from None


def unwritten(error: OSError, path: Path | str) -> ToolError:
    """What to raise where the disk refuses to take something."""
    return ToolError(f"{path} cannot be written: {error.strerror}", help="Is the disk full, or the folder read-only?")


class Files(Mapping[str, bytes]):
    """Files of a folder, by path with ``/``: read when somebody looks at them."""

    def __init__(self, root: Path, names: Collection[str]) -> None:
        self._root = root
        self._names = names

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return read_bytes(self._root / name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_if_there(path: Path) -> bytes:
    """A file that an earlier run may have left; nothing where it has not."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def write_tree(root: Path, files: Mapping[str, bytes]) -> Written:
    """Make ``root`` hold exactly ``files`` (by path with ``/``), touching only what differs; hidden files stay."""
    changed = unchanged = removed = 0
    try:
        root.mkdir(parents=True, exist_ok=True)
        for old in sorted(_walk_all(root), reverse=True):
            name = old.relative_to(root).as_posix()
            if old.is_symlink() or (not old.is_dir() and name not in files):
                old.unlink()
                removed += 1
            elif old.is_dir() and not any(old.iterdir()):
                old.rmdir()
        for name, data in files.items():
            path = root / name
            if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
                unchanged += 1
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            _replaced(path, data)
            changed += 1
    except OSError as error:
        raise unwritten(error, error.filename or root) from None
    return Written(changed=changed, removed=removed, unchanged=unchanged)


def _replaced(path: Path, data: bytes) -> None:
    """Write a file anew, as executable as it was; what was there is left as it is to whoever has it under another name."""
    mode = path.stat().st_mode & 0o7777 if path.is_file() else None
    path.unlink(missing_ok=True)
    path.write_bytes(data)
    if mode is not None:
        path.chmod(mode)


def _walk_all(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*folders, *names):
            if not name.startswith("."):
                yield Path(folder) / name


def read_parts(root: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Files of a folder, and those below its folders, by path with ``/``; names that are not there, hidden files below a folder,
    links and what Python caches are left out."""
    files: dict[str, bytes] = {}
    for name in names:
        if (root / name).is_file():
            files[name] = read_bytes(root / name)
        for path in sorted(_walk_all(root / name)):
            if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
                files[path.relative_to(root).as_posix()] = read_bytes(path)
    return files


def names_in(folder: Path) -> list[str]:
    """The names of the files and folders in a folder, hidden ones left out; none where there is no such folder."""
    return sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith(".")) if folder.is_dir() else []


def pages_in(docs: Path) -> dict[str, bytes]:
    """The beginning of each page of a folder of pages, by path with ``/``; empty where there is no such folder."""
    pages = {}
    for path in sorted(_walk_all(docs)):
        if path.suffix == ".md" and path.is_file():
            with path.open("rb") as file:
                pages[path.relative_to(docs).as_posix()] = file.read(2_000)
    return pages


def is_free(folder: Path) -> bool:
    """Whether a folder is not there yet, or holds nothing but what git keeps."""
    return not folder.exists() or (folder.is_dir() and all(entry.name == ".git" for entry in folder.iterdir()))


def write_file(path: Path, data: bytes) -> bool:
    """Make a file hold ``data``; whether that changed it."""
    if path.is_file() and path.read_bytes() == data:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise ToolError(f"{path} cannot be written: {error.strerror}") from None
    return True
