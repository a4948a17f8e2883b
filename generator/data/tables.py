"""All tables, those that others refer to first."""

from collections.abc import Sequence

from generator.crossref import Archive, Entry
from generator.data.articles import ARTICLES, CORRECTIONS
from generator.data.columns import Each, Filled, Row, Scope, Table
from generator.data.connections import EDGES, MENTIONS, STATEMENTS, SUBJECTS, WORDINGS
from generator.data.registry import ACTORS, OUTLETS, TOPICS
from generator.data.said import every_statement
from generator.statements import Statement

TABLES = (ARTICLES, ACTORS, TOPICS, OUTLETS, STATEMENTS, WORDINGS, MENTIONS, SUBJECTS, EDGES, CORRECTIONS)


def rows_of(table: Table, thing: Entry | Statement, scope: Scope) -> list[Row]:
    """The rows of a table that follow from one article or statement."""
    return table.rows(scope, thing)


def fill(scope: Scope) -> dict[str, Filled]:
    """Each table with its rows, by name."""
    filled = {}
    for table in TABLES:
        if table.each:
            rows = [row for thing in things(table.each, scope.archive) for row in rows_of(table, thing, scope)]
        else:
            rows = table.rows(scope)
        filled[table.name] = Filled(table=table, rows=rows)
    return filled


def things(each: Each, archive: Archive) -> Sequence[Entry | Statement]:
    """The articles or the statements of an archive, in the order in which they stand in tables."""
    return archive.entries if each is Each.ARTICLE else every_statement(archive)
