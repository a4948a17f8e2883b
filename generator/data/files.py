"""Archive to files: those of one thing each, the pieces of those of all (``whole``), and the page that documents them."""

from collections.abc import Iterator

from generator.crossref import Archive
from generator.data import api
from generator.data.chunks import chunk_of
from generator.data.columns import Column, Each, Scope, Table, Type, Value
from generator.data.formats import json_text
from generator.data.package import DATABASE, ENTITIES, VERSION
from generator.data.said import every_statement
from generator.data.tables import TABLES
from generator.model import ArticleSlug, Page, PagePath
from generator.pages.render import Markdown, render
from generator.settings import Settings

FOLDER = "data/"
DATA_PAGE = PagePath("data.md")
PACKAGE, LLMS = "datapackage.json", "llms.txt"

# Of what the page shows to type; the tests run both.
SQL = (
    "SELECT actors.name, sum(mentions.count) AS times\n"
    "FROM mentions JOIN actors ON actors.slug = mentions.actor\n"
    "GROUP BY actors.slug ORDER BY times DESC, actors.name LIMIT 10"
)
PYTHON = (
    "import json\n"
    "\n"
    'with open("articles.jsonl", encoding="utf-8") as lines:\n'
    "    articles = [json.loads(line) for line in lines]\n"
    'print(sum(article["kind"] == "clip" for article in articles), "clips")'
)


def data_keys(archive: Archive) -> Iterator[tuple[str, str]]:
    """What has a file in the API by itself: kind and slug."""
    yield from (("actors", slug) for slug in sorted(archive.registry.actors))
    yield from (("topics", slug) for slug in sorted(archive.registry.topics))
    yield from (("articles", entry.article.slug) for entry in archive.entries)


def data_of(kind: str, slug: str, archive: Archive, settings: Settings) -> tuple[str, bytes]:
    """The file of one thing, by its path from the root of build/docs."""
    return api.thing_file(kind, slug, Scope(archive=archive, settings=settings))


def piece_of(each: Each, key: str, archive: Archive, settings: Settings) -> bytes:
    """What one article (by its slug) or one statement (by its id) adds to the files that hold all of the archive."""
    thing = archive.by_slug[ArticleSlug(key)] if each is Each.ARTICLE else archive.statements[key]
    return chunk_of(each, thing, Scope(archive=archive, settings=settings)).written()


def piece_keys(each: Each, archive: Archive) -> list[str]:
    """What there are pieces of, in the order in which they stand in the tables."""
    if each is Each.ARTICLE:
        return [entry.article.slug for entry in archive.entries]
    return [statement.id for statement in every_statement(archive)]


def data_page(settings: Settings) -> Page:
    """The page /data/: it holds no counts, so that it changes only with the tables."""
    front_matter = {
        "title": "Data",
        "description": "The archive as files: tables as CSV, JSON Lines and SQLite, an API of JSON files, each field with an example.",
        "kind": "plain",
    }
    return render(
        "data",
        DATA_PAGE,
        front_matter,
        tables=[(table, _files_of(table), _fields(table)) for table in TABLES],
        folder=FOLDER,
        database=DATABASE,
        entities=ENTITIES,
        version=VERSION,
        sql=SQL,
        python=PYTHON,
        copyright=settings.copyright,
    )


def _files_of(table: Table) -> list[tuple[str, str]]:
    return [("CSV", f"{FOLDER}{table.name}.csv"), ("JSON Lines", f"{FOLDER}{table.name}.jsonl")]


def _fields(table: Table) -> list[tuple[str, str, Markdown, str]]:
    """Name, type, meaning and example of each column, as the page shows them; the meanings are our own Markdown."""
    return [(c.name, _kind(c), Markdown(c.description), shown(c.example)) for c in table.columns]


def _kind(column: Column) -> str:
    words = "list of strings" if column.type is Type.ARRAY else str(column.type)
    words += f", refers to {column.refers}" if column.refers else ""
    return words if column.required else f"{words}, or none"


def shown(example: Value) -> str:
    """An example as JSON, which is how JSON Lines have it."""
    return json_text(example)
