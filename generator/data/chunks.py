"""What one article, or one statement, adds to the files that hold all of the archive: its rows, and its lines of each file.

A large archive's files are put together of these; those of articles and statements that have not changed are kept.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.crossref import Entry
from generator.data.columns import Each, Filled, Row, Scope, Table
from generator.data.formats import csv_rows, json_rows
from generator.data.ftm import article_entities
from generator.data.tables import TABLES, rows_of
from generator.statements import Statement

ARTICLE_LINES, MENTION_LINES = "entities of articles", "entities of mentions"  # parts of the file of entities


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows by table, but those that their own line holds (``from_line``); lines by file, or part of one."""

    rows: Mapping[str, Sequence[Row]]
    lines: Mapping[str, str]

    def written(self) -> bytes:
        return json.dumps([self.rows, self.lines], ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )

    @staticmethod
    def read(data: bytes) -> "Chunk":
        return Chunk(*json.loads(data))


def chunk_of(each: Each, thing: Entry | Statement, scope: Scope) -> Chunk:
    """What an article or a statement adds."""
    filled = {
        name: Filled(table=table, rows=rows)
        for table in TABLES
        if table.each is each
        for name, rows in [(table.name, rows_of(table, thing, scope))]
    }
    lines = {f"{name}.jsonl": json_rows(each_) for name, each_ in filled.items()}
    lines |= {f"{name}.csv": csv_rows(each_) for name, each_ in filled.items()}
    if isinstance(thing, Entry):
        actors = scope.archive.registry.actors
        kinds = {str(found.slug): str(actors[found.slug].kind) for found in thing.actors if found.slug in actors}
        lines[ARTICLE_LINES], lines[MENTION_LINES] = article_entities(filled, kinds)
    rows = {name: each_.rows for name, each_ in filled.items() if not _is_in_lines(each_.table)}
    return Chunk(rows, {name: text for name, text in lines.items() if text})


def _is_in_lines(table: Table) -> bool:
    """Whether the rows of a table are read back from their lines: they hold a whole text, which need not be kept twice."""
    return any(column.long for column in table.columns)


def put_together(chunks: Iterable[Chunk]) -> tuple[dict[str, list[Row]], dict[str, list[str]]]:
    """The rows by table and the lines by file of all chunks, in their order."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    lines: dict[str, list[str]] = {
        name: [] for table in TABLES for name in (f"{table.name}.jsonl", f"{table.name}.csv")
    }
    lines |= {ARTICLE_LINES: [], MENTION_LINES: []}
    for chunk in chunks:
        for name, more in chunk.rows.items():
            rows[name] += more
        for name, text in chunk.lines.items():
            lines[name].append(text)
    for table in filter(_is_in_lines, TABLES):
        rows[table.name] += _from_lines(lines[f"{table.name}.jsonl"])
    return rows, lines


def _from_lines(texts: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return (tuple(json.loads(line).values()) for text in texts for line in text.split("\n") if line)
