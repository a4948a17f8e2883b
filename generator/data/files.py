"""Archive to files: the downloads below data/, the API below api/, llms.txt, and the page that documents them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.crossref import Archive
from generator.data.api import thing_file, whole_files
from generator.data.chunks import ARTICLE_LINES, MENTION_LINES, Chunk, chunk_of, put_together
from generator.data.columns import Column, Each, Filled, Scope, Table, Type, Value
from generator.data.formats import csv_head, csv_text, database, json_lines, json_text
from generator.data.ftm import actor_entities
from generator.data.llms import llms_text
from generator.data.package import DATABASE, ENTITIES, VERSION, Told, package, told_of
from generator.data.said import every_statement
from generator.data.tables import TABLES
from generator.model import ArticleSlug, Page, PagePath
from generator.pages.render import Markdown, render
from generator.settings import Settings

FOLDER = "data/"
DATA_PAGE = PagePath("data.md")
LLMS = "llms.txt"

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


# What ``piece_of`` made for some keys, in their order.
Pieces = Callable[[Each, Sequence[str]], Iterable[bytes]]


def data_keys(archive: Archive) -> Iterator[tuple[str, str]]:
    """What has a file in the API by itself: kind and slug."""
    yield from (("actors", slug) for slug in sorted(archive.registry.actors))
    yield from (("topics", slug) for slug in sorted(archive.registry.topics))
    yield from (("articles", entry.article.slug) for entry in archive.entries)


def data_of(kind: str, slug: str, archive: Archive, settings: Settings) -> tuple[str, bytes]:
    """The file of one thing, by its path from the root of build/docs."""
    return thing_file(kind, slug, Scope(archive=archive, settings=settings))


def piece_of(each: Each, key: str, archive: Archive, settings: Settings) -> bytes:
    """What one article (by its slug) or one statement (by its id) adds to the files that hold all of the archive."""
    thing = archive.by_slug[ArticleSlug(key)] if each is Each.ARTICLE else archive.statements[key]
    return chunk_of(each, thing, Scope(archive=archive, settings=settings)).written()


def piece_keys(each: Each, archive: Archive) -> list[str]:
    """What there are pieces of, in the order in which they stand in the tables."""
    if each is Each.ARTICLE:
        return [entry.article.slug for entry in archive.entries]
    return [statement.id for statement in every_statement(archive)]


def whole_data(archive: Archive, settings: Settings, pieces: Pieces | None = None) -> Iterator[tuple[str, bytes]]:
    """The files that hold all of the archive, by their paths from the root of build/docs.

    Each is given away before the next is made: those of a large archive are a hundred megabytes.
    """
    scope = Scope(archive=archive, settings=settings)
    rows, lines = put_together(_chunks(archive, settings, pieces))
    filled = {
        table.name: Filled(table=table, rows=rows[table.name] if table.each else table.rows(scope)) for table in TABLES
    }
    told: dict[str, Told] = {}
    for name, data in _downloads(filled, lines):
        told[name] = told_of(data)
        yield FOLDER + name, data
    yield f"{FOLDER}datapackage.json", package(filled, told, settings)
    yield from whole_files(filled, scope)
    yield LLMS, llms_text(settings)


def _chunks(archive: Archive, settings: Settings, pieces: Pieces | None) -> Iterator[Chunk]:
    """What every article and statement adds, in the order in which they stand in the files."""
    for each in Each:
        keys = piece_keys(each, archive)
        made = pieces(each, keys) if pieces else (piece_of(each, key, archive, settings) for key in keys)
        yield from map(Chunk.read, made)


def data_files(archive: Archive, settings: Settings) -> dict[str, bytes]:
    """Every file but the page, by its path from the root of build/docs."""
    things = (data_of(kind, slug, archive, settings) for kind, slug in data_keys(archive))
    return dict(whole_data(archive, settings)) | dict(things)


def _downloads(filled: Mapping[str, Filled], lines: dict[str, list[str]]) -> Iterator[tuple[str, bytes]]:
    """The downloads by name, without their description.  ``lines`` are let go of one after the other."""
    for name, each in filled.items():
        if each.table.each:
            yield f"{name}.jsonl", "".join(lines.pop(f"{name}.jsonl")).encode()
            yield f"{name}.csv", "".join([csv_head(each.table), *lines.pop(f"{name}.csv")]).encode()
        else:
            yield f"{name}.jsonl", json_lines(each)
            yield f"{name}.csv", csv_text(each)
    yield ENTITIES, "".join([actor_entities(filled), *lines.pop(ARTICLE_LINES), *lines.pop(MENTION_LINES)]).encode()
    yield DATABASE, database(filled)


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
