"""All tables, those that others refer to first."""

from generator.data.articles import ARTICLES, CORRECTIONS
from generator.data.columns import Filled, Scope
from generator.data.connections import EDGES, MENTIONS, STATEMENTS, SUBJECTS, WORDINGS
from generator.data.registry import ACTORS, OUTLETS, TOPICS

TABLES = (ARTICLES, ACTORS, TOPICS, OUTLETS, STATEMENTS, WORDINGS, MENTIONS, SUBJECTS, EDGES, CORRECTIONS)


def fill(scope: Scope) -> dict[str, Filled]:
    """Each table with its rows, by name."""
    return {table.name: Filled(table=table, rows=table.rows(scope)) for table in TABLES}
