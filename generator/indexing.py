"""Parts of the archive to search indexes, by Pagefind; each is kept, and made again only when what it holds has changed.

Pagefind runs as a service (``pagefind --service``, what its packages for Node and Python speak to: messages in base64, each
answered before the next is sent), a fresh process for each part, so that its memory is given back.  Its own Python client
waits a tenth of a second for each page.

Two parts are made at a time, since Pagefind takes pages in one after the other: 3.5 ms and 0.5 MB an article of 700 words.
10,000 articles with 10,000 statements are 17 parts and cost Pagefind 47 to 57 s of the processor, this module 9 to 12 s; two
processes of Pagefind hold at most 0.83 GB together.  One changed article costs 4 s of Pagefind's.
"""

import base64
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from generator import disk, search
from generator.fingerprints import fingerprint
from generator.problems import ToolError

# One language for all: Pagefind would make an index for each language, and show a reader the one of the page alone.
LANGUAGE = "en"
KEEPING = 4  # counts up when what is kept of Pagefind's files, or how they are changed, is no longer the same

AT_ONCE = 2  # processes of Pagefind; as many more would need as much more memory (generator/search/parts.py bounds what one needs)

_SHARED = "pagefind"  # the folder of what is the same for all parts
_ANY_PAGE = [("a/", "<html><body><p>a word</p></body></html>")]  # what is the same for all comes with any page
_EMPTY = "wasm.none.pagefind"
# In each kept folder: what it was made of (by its name), and its files as they were left: size, time, fingerprint.  Written last
# and, of what is replaced, removed first (``disk.write_tree`` removes from the end of the alphabet on), so that a folder with a
# mark was whole; whether it is so still is seen by its files.  (build/docs has them by a second name: whoever spoils one there
# spoils what is kept.)
_MARK = "whole-"
_INSIDE = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII).fullmatch
_OVERVIEW = "folders.json"  # in the cache: the folders of the last run
_INSTALL = (
    "Install it with the others: pip install 'pagefind[bin]'. It comes for Linux, macOS and Windows on x86-64 and ARM64; "
    "elsewhere set PAGEFIND_BINARY_PATH to the program."
)

Page = tuple[str, str]  # its URL, its HTML
Stands = Mapping[str, disk.Stamp]  # files by name, each as it stands there


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bundle:
    """A folder of files that Pagefind makes: where it is kept, where it is shown below search/, of which records."""

    folder: Path
    shown: str
    records: Sequence[search.Findable]
    is_first: bool = False  # the one that brings the WebAssembly


Words = Callable[[Sequence[search.Findable]], Iterable[str]]  # the pages of records, for Pagefind to read


def own_pages(records: Sequence[search.Findable]) -> Iterable[str]:
    """The pages that records hold themselves."""
    return (record.page for record in records)


class Kept(NamedTuple):
    """A file of an index: where it is kept, as what it is there, and the fingerprint of what it was made of.

    (A tuple: processes hand over twenty thousand of them, which takes twice as long with instances of a dataclass.)
    """

    path: str
    stamp: disk.Stamp
    of: bytes


def index(
    parts: search.Parts,
    cache: Path,
    words: Words = own_pages,
    language: str = LANGUAGE,
    done: Callable[[int], None] = lambda _: None,
    stands: Mapping[str, Stands] | None = None,
) -> dict[str, Kept]:
    """The files of all parts' indexes, by their paths in build/docs, as they are kept in ``cache``.

    Pagefind runs for those parts alone that are not there as they should be; what no part needs any more is removed.
    ``words`` gives the pages of a part's records; ``done`` is told how many records each part that was made has; ``stands`` is what
    ``stands_in`` found, where somebody has looked already.
    Raises ToolError, with Pagefind's words, if it is not there or fails.
    """
    program = _program()
    options = repr((KEEPING, _version(program), language))
    bundles = [_Bundle(folder=cache / _SHARED, shown=_SHARED, records=())] if parts.every else []
    bundles += [
        _Bundle(
            folder=cache / f"part-{part.name}", shown=f"parts/{part.name}", records=part.records, is_first=number == 0
        )
        for number, part in enumerate(parts.every)
    ]
    prints = {
        bundle.folder: _fingerprint(f"{options}{bundle.is_first}{_is_shared(bundle)}", bundle.records)
        for bundle in bundles
    }
    marks = {folder: f"{_MARK}{of.hex()}.json" for folder, of in prints.items()}
    there = stands_in(cache) if stands is None else stands
    stand = {
        bundle.folder: _standing(bundle.folder, marks[bundle.folder], there.get(bundle.folder.name, {}))
        for bundle in bundles
    }
    missing = [bundle for bundle in bundles if not stand[bundle.folder]]

    def make(bundle: _Bundle) -> None:
        pages = _ANY_PAGE if _is_shared(bundle) else _pages(bundle, words)
        files = _fit(run_pagefind(program, pages, language), bundle, language)
        disk.write_tree(bundle.folder, dict(sorted(files.items())))
        stand[bundle.folder] = _marked(bundle.folder, marks[bundle.folder], files)
        done(len(bundle.records))

    _each(make, sorted(missing, key=lambda bundle: len(bundle.records), reverse=True))
    kept: dict[str, Kept] = {}
    stay = {f"{folder.name}/{mark}" for folder, mark in marks.items()}
    for bundle in bundles:
        for name, stamp in stand[bundle.folder].items():
            of = fingerprint(prints[bundle.folder], name)
            kept[f"{search.FOLDER}/{bundle.shown}/{name}"] = Kept(f"{bundle.folder}/{name}", stamp, of)
            stay.add(f"{bundle.folder.name}/{name}")
    _remove_others(cache, stay, sorted(folder.name for folder in marks))
    return kept


def _is_shared(bundle: _Bundle) -> bool:
    return bundle.shown == _SHARED


def _pages(bundle: _Bundle, words: Words) -> Iterator[Page]:
    return ((record.url, page) for record, page in zip(bundle.records, words(bundle.records), strict=True))


def _each(make: Callable[[_Bundle], None], bundles: Iterable[_Bundle]) -> None:
    """Make bundles, some at a time; after the first that fails none is begun."""
    failed = Event()

    def one(bundle: _Bundle) -> None:
        if failed.is_set():
            return
        try:
            make(bundle)
        except BaseException:
            failed.set()
            raise

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for each in [pool.submit(one, bundle) for bundle in bundles]:
                each.result()
        finally:
            failed.set()  # also where somebody stops the run; nothing is left where all went well


# --- what is kept --------------------------------------------------------------------------------------------------------------------


def _fingerprint(options: str, records: Sequence[search.Findable]) -> bytes:
    """What an index depends on: Pagefind, its options, and every page."""
    return fingerprint(options, *(part for record in records for part in (record.url, record.of)))


def _marked(folder: Path, mark: str, files: Mapping[str, bytes]) -> dict[str, disk.Stamp]:
    """Write down that a folder is whole: its files as they stand there, by name."""
    stands = {name: disk.stamp_of(folder / name) for name in sorted(files)}
    left = {name: (*stamp, fingerprint(files[name]).hex()) for name, stamp in stands.items()}
    disk.put(folder, mark, json.dumps(left).encode())
    return stands


def stands_in(cache: Path) -> Mapping[str, Stands]:
    """The files of each folder of a cache, by the folder's name."""
    found: dict[str, dict[str, disk.Stamp]] = {}
    for path, stamp in disk.stamps(cache).items():
        folder, _, name = path.partition("/")
        found.setdefault(folder, {})[name] = stamp
    return found


def _standing(folder: Path, mark: str, stands: Stands) -> dict[str, disk.Stamp]:
    """Of a folder in which these files stand those that were left there, by name; none if it has no such mark, or one is not as it was."""
    left = _json_in(folder / mark)
    if not isinstance(left, dict) or not all(map(_INSIDE, left)):  # a name that leads out of the folder is none of ours
        return {}
    for name, known in left.items():
        stamp = stands.get(name, disk.NO_FILE)
        if stamp == disk.NO_FILE or not isinstance(known, list) or len(known) != 3:
            return {}
        if list(stamp) != known[:2] and fingerprint(disk.read_file(folder / name)).hex() != known[2]:
            return {}
    return {name: stands[name] for name in sorted(left)}


def _json_in(path: Path) -> Any:
    """What a file of ours says; nothing if it is not there, or not whole."""
    try:
        return json.loads(disk.read_file(path))
    except (ToolError, ValueError):
        return None


def _fit(files: Mapping[str, bytes], bundle: _Bundle, language: str) -> dict[str, bytes]:
    """Of Pagefind's files those that a reader loads: a part's own, or those that are the same for all.

    Each part would bring WebAssembly of its own.  Its entry says which, by a piece of the address (``wasm.<piece>.pagefind``
    in the part's folder), so that it can lead to one beside the script.  The first part's is the true one; the others' is
    empty: the theme's script starts the first part first, and Pagefind takes no other WebAssembly while it has one.
    """
    brought = f"wasm.{language}.pagefind"
    if bundle.shown == _SHARED:
        return {name: files[name] for name in ("pagefind.js", brought)} | {_EMPTY: search.SIGNATURE}
    try:
        files = search.steady(files)
    except (ValueError, KeyError) as error:
        raise ToolError(
            f"Pagefind wrote an index of another form than this archive knows: {error}",
            help="Install the version that requirements.lock names.",
        ) from None
    entry = json.loads(files[search.ENTRY])
    for indexed in entry["languages"].values():
        wasm = (brought if bundle.is_first else _EMPTY).removeprefix("wasm.").removesuffix(".pagefind")
        indexed["wasm"] = f"/../../../{_SHARED}/wasm.{wasm}"
    own = {name: data for name, data in files.items() if "/" in name or name.endswith(".pf_meta")}
    return own | {search.ENTRY: json.dumps(entry).encode()}


def _remove_others(cache: Path, stay: AbstractSet[str], folders: Sequence[str]) -> None:
    """Leave in the cache the files that this run needed; nothing to do while the folders are those of the last run."""
    if _json_in(cache / _OVERVIEW) == folders:
        return
    disk.remove_files(cache, disk.stamps(cache).keys() - stay)
    disk.put(cache, _OVERVIEW, json.dumps(folders).encode())


# --- Pagefind ------------------------------------------------------------------------------------------------------------------------


def get_executable() -> Path | None:
    """Where Pagefind's package has its program.  (The package takes long to load, and most builds of a preview need no index.)"""
    from pagefind.service import get_executable as executable

    return executable()


def _program() -> str:
    try:
        program = get_executable()
    except FileNotFoundError:  # its package is there, for another kind of machine
        program = None
    if program is None:
        raise ToolError("Pagefind, which makes the search index, is not installed", help=_INSTALL)
    return str(program)


def _version(program: str) -> str:
    try:
        # S603: the program is Pagefind's package's own, and no text of others stands in a command.
        done = subprocess.run([program, "--version"], capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise ToolError(f"Pagefind, which makes the search index, cannot run: {error}", help=_INSTALL) from None
    return done.stdout.strip()


def run_pagefind(program: str, pages: Iterable[Page], language: str) -> dict[str, bytes]:
    """All files of Pagefind's index of some pages."""
    pipe = subprocess.PIPE
    service = subprocess.Popen([program, "--service"], stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - as above
    try:
        number = _ask(service, {"type": "NewIndex", "config": {"force_language": language}})["index_id"]
        for url, html in pages:
            message = {"type": "AddFile", "index_id": number, "url": url, "file_path": None, "file_contents": html}
            _ask(service, message)
        files = _ask(service, {"type": "GetFiles", "index_id": number})["files"]
    finally:
        service.kill()
        with suppress(BrokenPipeError):
            service.communicate()
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def _ask(service: "subprocess.Popen[bytes]", payload: Mapping[str, object]) -> dict[str, Any]:
    """Pagefind's answer to one message."""
    assert service.stdin is not None
    assert isinstance(service.stdout, io.BufferedReader)
    assert service.stderr is not None
    said: list[bytes] = []
    try:
        service.stdin.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
        service.stdin.flush()
        while not (said and said[-1].endswith(b",")):
            piece = service.stdout.read1(1 << 20)
            if not piece:
                raise OSError
            said.append(piece)
        answer = json.loads(base64.b64decode(b"".join(said)[:-1]))["payload"]
    except (OSError, ValueError, KeyError):
        service.kill()  # else it may never end what it has to say
        words = (b"".join(said) + service.stderr.read()).decode("utf-8", "replace").strip()
        raise ToolError(f"Pagefind, which makes the search index, stopped: {words or 'it said nothing'}") from None
    if answer["type"] == "Error":
        raise ToolError(f"Pagefind, which makes the search index, says: {answer['message']}")
    return dict(answer)
