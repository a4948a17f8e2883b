"""The content folder as it lies on the disk: its files with their bytes, and what does not belong there.

No link is followed out of it.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.disk import read_bytes
from generator.fingerprints import fingerprint
from generator.problems import Problem, ToolError

ADDRESSES = "addresses.txt"  # at the root of the content folder: every address that was ever published
DECISIONS = "statements.yaml"  # at the root of the content folder: what people decided on pairs of quotations
FOLDERS = ("actors", "articles", "outlets", "pages", "topics")
_QUIET = 2_000_000_000  # nanoseconds: a file that changes again so soon may have the same time, by a slow file system's clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """One file of the content tree: its folder ("articles"), its path for problems ("content/articles/a.md"), its bytes.

    ``of`` is the fingerprint of path and bytes.
    """

    folder: str
    path: str
    data: bytes
    of: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "of", fingerprint(self.path, self.data))


class Known:
    """Files of a tree that is read again and again: one that the disk has as it was is not read again."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[tuple[int, ...], ContentFile]] = {}

    def read(self, entry: "os.DirEntry[str]", folder: str, path: str) -> ContentFile:
        """A file of the tree.  Raises ToolError where it cannot be read."""
        try:
            about = entry.stat(follow_symlinks=False)
        except OSError as error:
            raise ToolError(f"{entry.path} cannot be read: {error.strerror}") from None
        marks = (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)
        known = self._files.get(path)
        if known and known[0] == marks:
            return known[1]
        file = _read(entry, folder, path)
        if time.time_ns() - max(about.st_mtime_ns, about.st_ctime_ns) > _QUIET:
            self._files[path] = (marks, file)
        else:
            self._files.pop(path, None)
        return file

    def keep(self, paths: set[str]) -> None:
        """Forget all other files."""
        for path in self._files.keys() - paths:
            del self._files[path]


def read_content(content: Path, known: Known | None = None) -> tuple[list[ContentFile], list[Problem]]:
    """All files of a content tree, by path; hidden files are passed over, strays are problems.

    ``known`` are those of the last time.
    """
    must_be_there(content)
    read = known.read if known else _read
    files: list[ContentFile] = []
    problems: list[Problem] = []
    for entry, inside in _walk(content):
        inside = os.fsencode(inside).decode("utf-8", "replace")  # a name may be any bytes
        shown = f"{content.name}/{inside}"
        folder, _, rest = inside.partition("/")
        problem = _stray(entry, shown, folder, rest)
        if problem:
            problems.append(problem)
        elif inside != ADDRESSES:
            files.append(read(entry, folder, shown))
    if known:
        known.keep({file.path for file in files})
    return files, problems


def _read(entry: "os.DirEntry[str]", folder: str, path: str) -> ContentFile:
    return ContentFile(folder=folder, path=path, data=read_bytes(entry.path))


def read_addresses(content: Path) -> bytes:
    """The record of a content tree's addresses; empty where there is none yet."""
    path = content / ADDRESSES
    return read_bytes(path) if path.is_file() and not path.is_symlink() else b""


def must_be_there(content: Path) -> None:
    """Raises ToolError where there is no content folder."""
    if not content.is_dir():
        raise ToolError(
            f"there is no folder {content}",
            help="Run the command in the archive's folder, or name the content folder: --content DIR",
        )


def _walk(folder: Path | str, inside: str = "") -> Iterator[tuple["os.DirEntry[str]", str]]:
    """Every file below a folder, by path, with its path inside.  (Entries, not Paths: they know their kind without asking.)"""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise ToolError(f"{folder} cannot be read: {error.strerror}") from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{inside}{entry.name}/")
        else:
            yield entry, inside + entry.name


def _stray(path: "os.DirEntry[str]", shown: str, folder: str, rest: str) -> Problem | None:
    """What a content tree does not hold: links, files outside its folders, subfolders, unknown endings."""
    if path.is_symlink():
        return _stray_problem(shown, "is a link to another file", "Put the file itself here.")
    if not path.is_file():
        return _stray_problem(shown, "is no ordinary file", "Remove it.")
    if folder in (ADDRESSES, DECISIONS) and not rest:
        return None
    if folder not in FOLDERS or not rest:
        return _stray_problem(
            shown, "lies outside the folders of the archive", f"Move it into one of: {', '.join(FOLDERS)}."
        )
    if "/" in rest:
        return _stray_problem(shown, "lies in a subfolder", f"Move it to {shown.split('/')[0]}/{folder}/{path.name}.")
    allowed = (".md", ".txt", ".html") if folder == "articles" else (".md",)
    if not path.name.endswith(allowed):
        return _stray_problem(
            shown, f"does not end in {' or '.join(allowed)}", "Rename it, or move it out of the content folder."
        )
    return None


def _stray_problem(path: str, message: str, help: str) -> Problem:
    return Problem(path=path, line=1, code="file-stray", message=f"this file {message}", help=help)
