"""The files of build/docs, made again where something that they were made of has changed.

The archive's files are made by units (``units``), each by itself.  While a unit is made it is noted what it reads of the
archive (``observed``); the notes and the fingerprints of what was read are kept.  In the next run a unit is made again if
one of its readings has another fingerprint, or a file of it is not as it was left; else its files stay as they are.  So
nobody has to write down, or to remember, what a page depends on.  (Such "verifying traces" are described by Mokhov, Mitchell
and Peyton Jones, Build systems à la carte, 2018.)
"""

import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator import disk
from generator.crossref import Archive
from generator.data import Each
from generator.fingerprints import fingerprint
from generator.kept import Kept, texts_noted
from generator.made import Made, MadeUnit, Output, Prints, Trace, renumbered
from generator.observed import WHOLE, Notes, Reading, observed
from generator.progress import Progress
from generator.search import Findable
from generator.settings import Settings
from generator.units import Unit, made_by, record_name, rows_name
from generator.workers import spread

FEW = 100  # units that one process makes sooner than others could be started
_AT_ONCE = 500  # pieces that are read at once
_HEAD = 8  # bytes of a piece's fingerprint

Changed = tuple[str, bytes]  # the path of what was made anew, and what a sink wants of it


class Sink(Protocol):
    """Where the files of units go."""

    def put(self, path: str, data: bytes, of: bytes) -> tuple[disk.Stamp, Changed | None]:
        """Take a file, in a worker; what it is there as, and if it was not there so before, what ``take`` is to be given."""

    def take(self, changed: Sequence[Changed]) -> None:
        """What ``put`` returned, in the process that all workers work for."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Files on the disk."""

    root: Path

    def put(self, path: str, data: bytes, of: bytes) -> tuple[disk.Stamp, Changed | None]:  # noqa: ARG002 - of a sink's
        stamp, is_new = disk.put(self.root, path, data)
        return stamp, (path, b"") if is_new else None

    def take(self, changed: Sequence[Changed]) -> None:
        """They are on the disk."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Pieces of larger files, kept in a table by their paths, each behind the beginning of its fingerprint, which stands for its time.

    (So a piece of a run that was ended before it wrote down what it had made is not taken for that of the run before.)
    """

    kept: Kept
    table: str

    def stamps(self) -> dict[str, disk.Stamp]:
        return {key.decode(): _piece_stamp(head) for key, head in self.kept.heads(self.table, _HEAD)}

    def read(self, names: Sequence[str]) -> Iterator[bytes]:
        """What some pieces hold, in the order of their names."""
        for at in range(0, len(names), _AT_ONCE):
            keys = [name.encode() for name in names[at : at + _AT_ONCE]]
            found = self.kept.some(self.table, keys)
            if len(found) < len(set(keys)):
                raise self.kept.damaged("it lacks a piece")
            yield from (found[key][_HEAD:] for key in keys)

    def rows(self, each: Each, keys: Sequence[str]) -> Iterator[bytes]:
        """What some articles or statements add to the files that hold all of the archive."""
        return self.read([rows_name(each, key) for key in keys])

    def pages(self, records: Sequence[Findable]) -> Iterator[str]:
        """The pages of some records of the index."""
        return (data.decode() for data in self.read([record_name(record) for record in records]))

    def put(self, path: str, data: bytes, of: bytes) -> tuple[disk.Stamp, Changed | None]:
        return _piece_stamp(of), (path, of[:_HEAD] + data)

    def take(self, changed: Sequence[Changed]) -> None:
        self.kept.keep({self.table: [(path.encode(), data) for path, data in changed]})

    def remove(self, paths: Iterable[str]) -> None:
        self.kept.forget({self.table: [path.encode() for path in paths]})


def _piece_stamp(of: bytes) -> disk.Stamp:
    return 0, int.from_bytes(of[:_HEAD])


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What all units of one run are made of, and how."""

    archive: Archive
    settings: Settings
    prints: Prints
    jobs: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Shared:
    archive: Archive
    settings: Settings
    units: Sequence[Unit]
    sink: Sink


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a worker made: each unit with the numbers of its readings, in the order in which this worker met them first."""

    worker: int
    met: list[Reading]  # since its last answer
    units: list[tuple[str, Trace, tuple[Output, ...]]]
    changed: list[Changed]


def make(
    stage: str,
    units: Sequence[Unit],
    run: Run,
    *,
    sink: Sink,
    stands: Mapping[str, disk.Stamp],
    before: Made,
) -> tuple[Made, int]:
    """Make ``sink`` hold the files of all units: what was made of what, and how many files changed.

    ``stands`` is what the sink holds; what no unit makes stays there.
    """
    old = before.changed(run.prints)
    lost = before.lost(stands)
    names = [unit.name for unit in units]
    stale = [number for number, name in enumerate(names) if is_stale(before.units.get(name), old, lost)]
    table = {reading: number for number, (reading, _) in enumerate(before.readings)}
    fresh: dict[str, MadeUnit] = {}
    changed = 0
    met: dict[int, list[int]] = {}  # for each worker the numbers here of the readings that it numbered
    with run.progress.stage(stage, len(stale)) as done:
        shared = _Shared(run.archive, run.settings, units, sink)
        for answer in spread(_make_some, shared, stale, jobs=run.jobs, few=FEW, done=done):
            numbers = met.setdefault(answer.worker, [])
            numbers += (table.setdefault(reading, len(table)) for reading in answer.met)
            for name, trace, outputs in answer.units:
                fresh[name] = (renumbered(trace, numbers), outputs)
            sink.take(answer.changed)
            changed += len(answer.changed)
    made = {name: fresh.get(name) or before.units[name] for name in names}
    new = list(table)[len(before.readings) :]
    return before.after(run.prints, old, new, made), changed


def is_stale(known: MadeUnit | None, changed: AbstractSet[int], lost: AbstractSet[str]) -> bool:
    """Whether a unit has to be made: it is new, read something that ``changed``, or a file of it is not as it was left (``lost``)."""
    return (
        known is None
        or (bool(changed) and not changed.isdisjoint(array("I", known[0])))
        or (bool(lost) and any(output[0] in lost for output in known[1]))
    )


class Observer:
    """An archive that is seen to be read while units are made of it, and what was read, in numbers."""

    def __init__(self, archive: Archive) -> None:
        self.notes = Notes()
        self.archive = observed(archive, self.notes)
        self.numbers: dict[Reading, int] = {}

    @contextmanager
    def watching(self) -> Iterator[None]:
        """What is read in the block is noted: of articles their texts, too."""
        self.notes.begin()
        with texts_noted(lambda article: self.notes.read.add(("texts", article))):
            yield

    def trace(self) -> Trace:
        """The numbers of what was read since the notes were begun."""
        read = self.notes.read
        whole = {field for field, key in read if key is WHOLE}
        numbers = self.numbers
        return array(
            "I",
            (
                numbers.setdefault(reading, len(numbers))
                for reading in read
                if reading[1] is WHOLE or reading[0] not in whole
            ),
        ).tobytes()


_workers: dict[int, tuple[_Shared, Observer]] = {}  # by process: one of its own in each


def _worker(shared: _Shared) -> Observer:
    known = _workers.get(os.getpid())
    if known is None or known[0] is not shared:
        _workers.clear()
        known = _workers[os.getpid()] = (shared, Observer(shared.archive))
    return known[1]


def _make_some(shared: _Shared, numbers: Sequence[int]) -> _Answer:
    worker = _worker(shared)
    known = len(worker.numbers)
    changed: list[Changed] = []
    units = []
    with worker.watching():
        for number in numbers:
            unit = shared.units[number]
            worker.notes.begin()
            outputs = []
            for path, data in made_by(unit, worker.archive, shared.settings):
                of = fingerprint(data)
                stamp, new = shared.sink.put(path, data, of)
                outputs.append((path, of, *stamp))
                changed += [new] if new else []
            units.append((unit.name, worker.trace(), tuple(outputs)))
    met = list(worker.numbers)[known:]
    return _Answer(os.getpid(), met, units, changed)
