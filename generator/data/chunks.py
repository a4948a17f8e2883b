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


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows by table, as the database has them; lines by file."""

    rows: Mapping[str, Sequence[Stored]]
    lines: Mapping[str, bytes]

    def written(self) -> bytes:
        return packed((self.rows, self.lines))

    @staticmethod
    def read(data: bytes) -> "Chunk":
        """Raises an error of Python's where it is none."""
        return Chunk(*unpacked(data))


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
