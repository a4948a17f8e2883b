"""build/docs: what publishers need of an archive, made again where something has changed.

Pages and their data are made here; the search index and the files that hold all of the archive are made beside, in processes of
their own, and come last (``Docs.finish``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator import disk, indexing, search
from generator.crossref import Archive
from generator.data import whole_paths
from generator.downloads import Downloads, Put, Wanted, put_downloads, wanted
from generator.fingerprints import fingerprint, of_all
from generator.generating import Loaded, Shop
from generator.kept import Kept
from generator.made import Made, Prints
from generator.making import Drawer, Folder, Run, make
from generator.metadata import with_metadata
from generator.model import PagePath
from generator.pages.redirects import files_once_there, pages_once_there
from generator.pages.render import page_bytes
from generator.publish import Record
from generator.publish.site import named_again
from generator.settings import Settings
from generator.units import Unit, file_units, record_units, row_units
from generator.workers import Aside


@dataclass(slots=True, kw_only=True)
class Late:
    """What is made in processes of its own while pages are made and published: the search index, if it is wanted, and the downloads."""

    shop: Shop
    index: "Aside[_Indexed] | None"
    downloads: Aside[Put]
    before: Made = field(default_factory=Made)  # of the downloads
    wanted: Wanted | None = None  # what they are made of; nothing where they are as they should be

    def stop(self) -> None:
        """Nobody wants it any more."""
        if self.index:
            self.index.stop()
        self.downloads.stop()

    def result(self) -> "tuple[_Indexed, Downloads]":
        """The search index, and the downloads."""
        if self.wanted:
            downloads = self.wanted.made(self.downloads.result())
            self.shop.write("downloads", downloads.made.written())
        else:
            self.downloads.stop()
            downloads = Downloads(made=self.before)
        return self.index.result() if self.index else _Indexed(), downloads


@dataclass(frozen=True, slots=True, kw_only=True)
class _Indexed:
    """A search index: its parts, without what is in them, and its files."""

    parts: search.Parts = field(default_factory=search.Parts)
    files: Mapping[str, indexing.Kept] = field(default_factory=dict)


@contextmanager
def late_work(kept: Kept, docs: Path, shop: Shop) -> Iterator[Late]:
    """What comes late of what is made in the block.  It is begun before an archive is read, since this process is small then."""
    index = partial(_ready_to_index, Drawer(kept, "records"), shop.folder / "search")
    put = partial(put_downloads, Drawer(kept, "rows").rows, docs, shop.folder / "growing", shop.jobs)
    late = Late(
        shop=shop,
        index=Aside(index, jobs=shop.jobs, waits=True) if shop.search else None,
        downloads=Aside(lambda: put, jobs=shop.jobs, waits=True, yields=True),
    )
    try:
        yield late
    except BaseException:
        late.stop()
        raise


def _ready_to_index(drawer: Drawer, cache: Path) -> Callable[[Sequence[str]], _Indexed]:
    """What makes the index of the pages that a drawer holds under some names: most names, and files, are those of the last run."""
    stands = indexing.stands_in(cache)
    known = {name: _record_named(name) for name in drawer.stamps()}

    def index(names: Sequence[str]) -> _Indexed:
        parts = search.parts_of([known.get(name) or _record_named(name) for name in names])
        return _Indexed(parts=parts.bare, files=indexing.index(parts, cache, drawer.pages, stands=stands))

    return index


def _record_named(name: str) -> search.Findable:
    return search.named(name.partition(" ")[2])


@dataclass(slots=True, kw_only=True)
class Docs:
    """build/docs as it is being made: a fingerprint of each file, and what writing them did.

    ``finish`` waits for what is made beside it, puts it in, and takes out what is no longer made; ``coming`` are the downloads, which
    it brings and pages may lead to.
    """

    folder: Path
    files: dict[str, bytes]
    stamps: dict[str, disk.Stamp]  # of each file; of those of a quick build, not of those that it leaves
    changed: int
    removed: int = 0
    late: Late | None = None  # nothing in a quick build
    stands: Mapping[str, disk.Stamp] = field(default_factory=dict)  # what was there before
    coming: frozenset[str] = field(default_factory=lambda: frozenset(whole_paths()))

    def finish(self) -> Mapping[str, bytes]:
        """The files that came last, each with its fingerprint."""
        assert self.late is not None, "a quick build leaves what comes late"
        indexed, downloads = self.late.result()
        path, data = search.manifest(indexed.parts, map(search.shard_of, self.files))
        self.stamps[path], is_new = disk.put(self.folder, path, data)
        self.stamps |= downloads.made.stamps
        late = (
            {path: fingerprint(data)} | downloads.made.prints | {path: kept.of for path, kept in indexed.files.items()}
        )
        self._end_with(late)  # first: what goes may be in the place of a folder
        self.changed += is_new + downloads.changed
        for path, kept in indexed.files.items():
            self.stamps[path] = kept.stamp
            if self.stands.get(path) != kept.stamp:
                self.stamps[path] = named_again(kept.path, f"{self.folder}/{path}")
                self.changed += 1
        return late

    def leave(self, before: Record) -> Mapping[str, bytes]:
        """The files of an earlier search index, and earlier downloads, that stand there still, as they were published."""
        late = {
            path: before.places[path].of
            for path in self.stands
            if path not in self.files
            and (path in self.coming or path.startswith(search.MADE_LAST))
            and path in before.places
        }
        self._end_with(late)
        return late

    def left(self) -> dict[str, disk.Stamp]:
        """All that stands there now, when it is done."""
        return {path: self.stamps.get(path) or self.stands[path] for path in self.files}

    def _end_with(self, late: Mapping[str, bytes]) -> None:
        gone = [path for path in self.stands if path not in self.files and path not in late]
        disk.remove_files(self.folder, gone)
        self.removed += len(gone)
        self.files |= late

    @property
    def written(self) -> disk.Written:
        return disk.Written(changed=self.changed, removed=self.removed, unchanged=len(self.files) - self.changed)


def make_docs(
    loaded: Loaded,
    docs: Path,
    settings: Settings,
    shop: Shop,
    *,
    stands: Callable[[], Mapping[str, disk.Stamp]],
    late: Late | None,
) -> Docs:
    """Make ``docs`` hold what publishers need of an archive; search index and downloads may still be at work (``Docs.finish``).

    ``stands`` gives what is in ``docs``.
    Without ``late``: without search index and downloads; those that stand there may be left (``Docs.leave``).
    """
    archive = loaded.archive
    of = fingerprint(shop.version, repr(settings))
    run = Run(
        archive=archive,
        settings=settings,
        prints=Prints(archive, loaded.prints, loaded.statements, before=shop.memory.prints if shop.memory else None),
        jobs=shop.jobs,
        progress=shop.progress,
    )
    if late:
        _begin_index(late, run, loaded.kept, of, shop)
    with shop.progress.stage("Looking for what has changed"):
        there = _without_links(docs, stands())
    if late:
        _begin_downloads(late, run, loaded.kept, there, of, shop)
    units = file_units(archive, settings)
    before = _made_before(shop, of)
    made, changed = make("Writing pages and data", units, run, sink=Folder(docs), stands=there, before=before)
    _keep_made(shop, made, run.prints, is_quick=late is None)
    files, left = made.prints, made.stamps
    for path, data in _once_there(archive, settings, loaded.recorded, docs, files).items():
        left[path], is_new = disk.put(docs, path, data)
        changed += is_new
        files[path] = fingerprint(data)
    return Docs(folder=docs, files=files, stamps=left, changed=changed, late=late, stands=there)


def _made_before(shop: Shop, of: bytes) -> Made:
    """What stands in build/docs, by what the last run found."""
    known = shop.memory.made if shop.memory else None
    return known if known and known.of == of else Made.read(shop.read("docs"), of)


def _keep_made(shop: Shop, made: Made, prints: Prints, *, is_quick: bool) -> None:
    """Keep it for the next run; a quick one, which others follow, keeps it in memory alone.

    (What an earlier run wrote down stays true: of the files that have changed since it says what they no longer are.)
    """
    if shop.memory:
        shop.memory.made, shop.memory.prints = made, prints
        prints.settled()
    if not is_quick:
        shop.write("docs", made.written())


def _begin_index(late: Late, run: Run, kept: Kept, of: bytes, shop: Shop) -> None:
    """Let the search index be made of its pages, if it is wanted.  (First of all: it takes longest.)"""
    if late.index:
        units, drawer = record_units(run.archive), Drawer(kept, "records")
        with _pieces("Preparing the search index", units, run, drawer, of, shop) as pieces:
            late.index.give(list(pieces))


def _begin_downloads(late: Late, run: Run, kept: Kept, stands: Mapping[str, disk.Stamp], of: bytes, shop: Shop) -> None:
    """Let the files that hold all of the archive be put together of its rows."""
    with _pieces("Preparing tables", row_units(run.archive), run, Drawer(kept, "rows"), of, shop) as pieces:
        late.before = Made.read(shop.read("downloads"), fingerprint(of, of_all(pieces.values())))
        late.wanted = wanted(run, stands=stands, before=late.before)
        if late.wanted:
            late.downloads.give(late.wanted.whole, run.settings)


@contextmanager
def _pieces(
    stage: str, units: Sequence[Unit], run: Run, drawer: Drawer, of: bytes, shop: Shop
) -> Iterator[Mapping[str, bytes]]:
    """Have a drawer hold pieces of what is put together in the block: the fingerprint of each, by name.  It is written down behind it."""
    before, stands = Made.read(shop.read(drawer.table), of), drawer.stamps()
    made, _ = make(stage, units, run, sink=drawer, stands=stands, before=before)
    pieces = made.prints
    yield pieces
    if made != before:
        shop.write(drawer.table, made.written())
    drawer.remove(stands.keys() - pieces.keys())


def _without_links(docs: Path, stands: Mapping[str, disk.Stamp]) -> Mapping[str, disk.Stamp]:
    """What is in the folder, when what is no ordinary file has been taken out of it: nobody writes through a link."""
    links = [path for path, stamp in stands.items() if stamp == disk.NO_FILE]
    disk.remove_files(docs, links)
    return {path: stamp for path, stamp in stands.items() if stamp != disk.NO_FILE} if links else stands


def _once_there(
    archive: Archive, settings: Settings, recorded: Iterable[str], docs: Path, files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """What stands at addresses that nothing else is made for any more."""
    pages = [PagePath(path) for path in files if path.endswith(".md")]
    found = {
        str(page.path): page_bytes(with_metadata(page, archive, settings))
        for page in pages_once_there(archive, recorded, pages)
    }
    return found | files_once_there(archive, disk.Files(docs, files))
