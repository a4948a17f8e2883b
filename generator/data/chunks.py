"""What one article, or one statement, adds to the files that hold all of the archive: its rows, and its lines of each file.

A large archive's files are put together of these; those of articles and statements that have not changed are kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.crossref import Entry
from generator.data.columns import Each, Filled, Scope
from generator.data.database import Stored, stored
from generator.data.formats import csv_rows, json_rows
from generator.data.ftm import article_entities
from generator.data.package import ENTITIES
from generator.data.tables import TABLES, rows_of
from generator.packing import packed, unpacked
from generator.statements import Statement

_HEAD = 8  # bytes: how long the rows are

Rows = Mapping[str, Sequence[Stored]]  # by table, as the database has them
Lines = Mapping[str, bytes]  # by file


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows and lines.  (Written they stand behind each other: who fills the database has no use for the lines, and the other way round.)"""

    rows: Rows
    lines: Lines

    def written(self) -> bytes:
        rows = packed(self.rows)
        return len(rows).to_bytes(_HEAD) + rows + packed(self.lines)


def rows_in(written: bytes) -> Rows:
    """The rows of a chunk that was written.  Raises an error of Python's where it is none."""
    rows: Rows = unpacked(written[_HEAD : _HEAD + int.from_bytes(written[:_HEAD])])
    return rows


def lines_in(written: bytes) -> Lines:
    """Its lines."""
    lines: Lines = unpacked(written[_HEAD + int.from_bytes(written[:_HEAD]) :])
    return lines


def chunk_of(each: Each, thing: Entry | Statement, scope: Scope) -> Chunk:
    """What an article or a statement adds."""
    filled = {
        table.name: Filled(table=table, rows=rows_of(table, thing, scope)) for table in TABLES if table.each is each
    }
    lines = {f"{name}.jsonl": json_rows(each_) for name, each_ in filled.items()}
    lines |= {f"{name}.csv": csv_rows(each_) for name, each_ in filled.items()}
    if isinstance(thing, Entry):
        actors = scope.archive.registry.actors
        kinds = {str(found.slug): str(actors[found.slug].kind) for found in thing.actors if found.slug in actors}
        lines[ENTITIES] = article_entities(filled, kinds)
    return Chunk(
        {name: [stored(row) for row in each_.rows] for name, each_ in filled.items() if each_.rows},
        {name: text.encode() for name, text in lines.items() if text},
    )
