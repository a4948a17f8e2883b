"""The files that hold all of the archive, put together of the pieces that each article and statement adds.

What else they are made of (``Whole``) is plain data, so that a small process can write them, begun before an archive was read.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Protocol, TypeVar

from generator.crossref import Archive
from generator.data import api
from generator.data.chunks import lines_in, rows_in
from generator.data.columns import Each, Filled, Row, Scope
from generator.data.database import Database, stored
from generator.data.files import FOLDER, LLMS, PACKAGE, piece_keys
from generator.data.formats import csv_head, csv_rows, json_rows
from generator.data.ftm import actor_entities
from generator.data.llms import llms_text
from generator.data.package import DATABASE, ENTITIES, Told, package
from generator.data.tables import TABLES
from generator.settings import Settings
from generator.workers import Aside

_AT_ONCE = 500  # articles or statements whose parts are put together in memory
# What ``piece_of`` made for some keys, in their order.
Pieces = Callable[[Each, Sequence[str]], Iterable[bytes]]
Part = TypeVar("Part")


class Growing(Protocol):
    """Files that grow at their ends, by their paths from the root of build/docs."""

    def add(self, path: str, data: bytes) -> None:
        """Put something at the end of a file; the first time it is there."""

    def room_for(self, path: str) -> Path:
        """Where a file may be written at once; ``take`` has it be one of these."""

    def take(self, path: str) -> None:
        """Take the file for which there was room."""

    def told(self, path: str) -> Told:
        """What there is to tell of a file as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What the files are made of: the keys of the pieces, the rows of all other tables by name, the spellings of names."""

    keys: Mapping[Each, Sequence[str]]
    rows: Mapping[str, Sequence[Row]]
    spellings: api.Spellings

    @property
    def filled(self) -> dict[str, Filled]:
        """The tables that are not made of pieces."""
        return {table.name: Filled(table=table, rows=self.rows[table.name]) for table in TABLES if not table.each}


def whole_of(archive: Archive, settings: Settings) -> Whole:
    """What the files of an archive are made of."""
    scope = Scope(archive=archive, settings=settings)
    return Whole(
        keys={each: piece_keys(each, archive) for each in Each},
        rows={table.name: table.rows(scope) for table in TABLES if not table.each},
        spellings=api.spellings(archive.registry),
    )


def whole_paths() -> list[str]:
    """Where the files stand, from the root of build/docs."""
    names = [*(f"{table.name}.{end}" for table in TABLES for end in ("jsonl", "csv")), ENTITIES, DATABASE, PACKAGE]
    return [*(FOLDER + name for name in names), *api.whole_paths(), LLMS]


def write_whole(whole: Whole, settings: Settings, files: Growing, pieces: Pieces, *, jobs: int = 1) -> None:
    """Write the files: they grow together, so that nothing large is ever in memory.

    The database takes as long as all others, and so with two ``jobs`` is filled in a process of its own.
    """
    written = partial(_written, whole, pieces)
    database = Aside(partial(_fill_database, files.room_for(FOLDER + DATABASE), written, whole.filled), jobs=jobs)
    try:
        _write_texts(files, written, whole.filled)
        rows = database.result()
    except BaseException:
        database.stop()
        raise
    files.take(FOLDER + DATABASE)
    counts = {table.name: rows[table.name] for table in TABLES}
    outlets = whole.filled["outlets"]
    files.add(FOLDER + PACKAGE, package(counts, outlets, lambda name: files.told(FOLDER + name), settings))
    for path, data in api.whole_files(counts, whole.spellings, settings):
        files.add(path, data)
    files.add(LLMS, llms_text(settings))


def _written(whole: Whole, pieces: Pieces) -> Iterator[bytes]:
    """What every article and statement adds, in the order in which they stand in the files."""
    for each, keys in whole.keys.items():
        yield from pieces(each, keys)


def _fill_database(
    path: Path, written: Callable[[], Iterator[bytes]], filled: Mapping[str, Filled]
) -> Mapping[str, int]:
    """Write the database: how many rows each table has."""
    rows: Counter[str] = Counter()
    with Database(TABLES) as database:
        for some in _batches(map(rows_in, written())):
            for name, more in _joined(some).items():
                database.add(name, chain.from_iterable(more))
                rows[name] += sum(map(len, more))
        for name, each in filled.items():
            database.add(name, map(stored, each.rows))
            rows[name] = len(each.rows)
        database.write(path)
    return rows


def _write_texts(files: Growing, written: Callable[[], Iterator[bytes]], filled: Mapping[str, Filled]) -> None:
    """Write the tables as text, and the entities."""

    def add(name: str, data: bytes) -> None:
        files.add(FOLDER + name, data)

    for table in TABLES:
        add(f"{table.name}.csv", csv_head(table).encode())
        add(f"{table.name}.jsonl", b"")
    add(ENTITIES, actor_entities(filled["actors"]).encode())
    for some in _batches(map(lines_in, written())):
        for name, texts in _joined(some).items():
            add(name, b"".join(texts))
    for name, each in filled.items():
        add(f"{name}.jsonl", json_rows(each).encode())
        add(f"{name}.csv", csv_rows(each).encode())


def _batches(parts: Iterator[Part]) -> Iterator[list[Part]]:
    while some := list(islice(parts, _AT_ONCE)):
        yield some


def _joined(some: Iterable[Mapping[str, Part]]) -> Mapping[str, list[Part]]:
    """By each name all that stands there."""
    found: dict[str, list[Part]] = defaultdict(list)
    for each in some:
        for name, part in each.items():
            found[name].append(part)
    return found
