"""The only module that reads and writes files.

Reading never follows a link out of the content folder; writing touches only what changed and removes what is no longer
made, so that whoever watches the folder sees one change for one change.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, ToolError

MAX_FILE = 50 * 1024 * 1024  # bytes read at all; readers have tighter bounds of their own
ADDRESSES = "addresses.txt"  # at the root of the content folder: every address that was ever published
DECISIONS = "statements.yaml"  # at the root of the content folder: what people decided on pairs of quotations
FOLDERS = ("actors", "articles", "outlets", "pages", "topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """One file of the content tree: its folder ("articles"), its path for problems ("content/articles/a.md"), its bytes."""

    folder: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What writing a tree did, in numbers of files."""

    changed: int
    removed: int
    unchanged: int


def read_content(content: Path) -> tuple[list[ContentFile], list[Problem]]:
    """All files of a content tree, by path; hidden files are passed over, strays are problems."""
    if not content.is_dir():
        raise ToolError(
            f"there is no folder {content}",
            help="Run the command in the archive's folder, or name the content folder: --content DIR",
        )
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
            files.append(ContentFile(folder=folder, path=shown, data=_read(entry.path)))
    return files, problems


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


def _read(path: Path | str) -> bytes:
    try:
        with Path(path).open("rb", buffering=0) as file:
            is_small = (
                os.fstat(file.fileno()).st_size <= MAX_FILE
            )  # to ask for the most takes that much memory, each time
            return file.readall() if is_small else file.read(MAX_FILE)
    except OSError as error:
        raise ToolError(f"{path} cannot be read: {error.strerror}") from None


def read_addresses(content: Path) -> bytes:
    """The record of a content tree's addresses; empty where there is none yet."""
    path = content / ADDRESSES
    return _read(path) if path.is_file() and not path.is_symlink() else b""


def read_file(path: Path) -> bytes:
    """One file that a person named."""
    if path.is_dir():
        raise ToolError(f"{path} is a folder", help="Name the file itself.")
    if not path.exists():
        raise ToolError(f"there is no file {path}", help="Check the name; a name with blanks goes in quotes.")
    return _read(path)


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
        raise ToolError(
            f"{path} cannot be written: {error.strerror}", help="Is the disk full, or the folder read-only?"
        ) from None


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
        raise ToolError(
            f"{path} cannot be written: {error.strerror}", help="Is the disk full, or the folder read-only?"
        ) from None


def move(path: Path, to: Path) -> None:
    """Give a file another path, unless one is there already."""
    if to.exists():
        raise ToolError(f"{to} is there already", help=f"{path} was left as it is. Choose another name.")
    try:
        path.rename(to)
    except OSError as error:
        raise ToolError(f"{path} cannot be renamed: {error.strerror}") from None


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
            path.write_bytes(data)
            changed += 1
    except OSError as error:
        raise ToolError(
            f"{error.filename or root} cannot be written: {error.strerror}",
            help="Is the disk full, or the folder read-only?",
        ) from None
    return Written(changed=changed, removed=removed, unchanged=unchanged)


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
            files[name] = _read(root / name)
        for path in sorted(_walk_all(root / name)):
            if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
                files[path.relative_to(root).as_posix()] = _read(path)
    return files


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
