"""All tables, those that others refer to first."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.crossref import Archive, Entry
from generator.data.articles import ARTICLES, CORRECTIONS
from generator.data.columns import Each, Filled, Row, Scope
from generator.data.connections import EDGES, MENTIONS, STATEMENTS, SUBJECTS, WORDINGS
from generator.data.registry import ACTORS, OUTLETS, TOPICS
from generator.data.said import every_statement
from generator.statements import Statement

TABLES = (ARTICLES, ACTORS, TOPICS, OUTLETS, STATEMENTS, WORDINGS, MENTIONS, SUBJECTS, EDGES, CORRECTIONS)


def rows_of(each: Each, thing: Entry | Statement, scope: Scope) -> dict[str, list[Row]]:
    """The rows that follow from one article or statement, by table."""
    return {table.name: table.rows(scope, thing) for table in TABLES if table.each is each}


def fill(
    scope: Scope, known: Callable[[Each], Iterable[Mapping[str, Sequence[Row]]]] | None = None
) -> dict[str, Filled]:
    """Each table with its rows, by name.

    ``known`` gives what ``rows_of`` made of each article, or of each statement, in their order; None: it is made now.
    """
    rows: dict[str, list[Row]] = {table.name: [] if table.each else table.rows(scope) for table in TABLES}
    for each in Each:
        for made in known(each) if known else (rows_of(each, thing, scope) for thing in things(each, scope.archive)):
            for name, more in made.items():
                rows[name] += more
    return {table.name: Filled(table=table, rows=rows[table.name]) for table in TABLES}


def things(each: Each, archive: Archive) -> Sequence[Entry | Statement]:
    """The articles or the statements of an archive, in the order in which they stand in tables."""
    return archive.entries if each is Each.ARTICLE else every_statement(archive)
