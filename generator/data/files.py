"""Archive to files: the downloads below data/, the API below api/, llms.txt, and the page that documents them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Protocol, TypeVar

from generator.crossref import Archive
from generator.data import api
from generator.data.chunks import Chunk, chunk_of
from generator.data.columns import Column, Each, Filled, Scope, Table, Type, Value
from generator.data.database import Database, stored
from generator.data.formats import csv_head, csv_rows, json_rows, json_text
from generator.data.ftm import actor_entities
from generator.data.llms import llms_text
from generator.data.package import DATABASE, ENTITIES, VERSION, Told, package
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


_AT_ONCE = 500  # articles or statements whose parts are put together in memory
# What ``piece_of`` made for some keys, in their order.
Pieces = Callable[[Each, Sequence[str]], Iterable[bytes]]
Part = TypeVar("Part")


class Growing(Protocol):
    """Files that grow at their ends, by their paths from the root of build/docs."""

    def add(self, path: str, data: bytes) -> None:
        """Put something at the end of a file; the first time it is there."""

    def told(self, path: str) -> Told:
        """What there is to tell of a file as it is."""


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


def whole_paths() -> list[str]:
    """Where the files stand that hold all of the archive, from the root of build/docs."""
    names = [*(f"{table.name}.{end}" for table in TABLES for end in ("jsonl", "csv")), ENTITIES, DATABASE, PACKAGE]
    return [*(FOLDER + name for name in names), *api.whole_paths(), LLMS]


def whole_data(archive: Archive, settings: Settings, files: Growing, pieces: Pieces | None = None) -> None:
    """Write the files that hold all of the archive: they grow together, so that nothing large is ever in memory."""
    scope = Scope(archive=archive, settings=settings)
    lists = {table.name: Filled(table=table, rows=table.rows(scope)) for table in TABLES if not table.each}
    rows: Counter[str] = Counter()

    def add(name: str, data: bytes) -> None:
        files.add(FOLDER + name, data)

    for table in TABLES:
        add(f"{table.name}.csv", csv_head(table).encode())
        add(f"{table.name}.jsonl", b"")
    add(ENTITIES, actor_entities(lists["actors"]).encode())
    with Database(TABLES) as database:
        for some in _batches(_chunks(archive, settings, pieces)):
            for name, more in _joined(chunk.rows for chunk in some).items():
                database.add(name, chain.from_iterable(more))
                rows[name] += sum(map(len, more))
            for name, texts in _joined(chunk.lines for chunk in some).items():
                add(name, b"".join(texts))
        for name, each in lists.items():
            database.add(name, map(stored, each.rows))
            rows[name] = len(each.rows)
            add(f"{name}.jsonl", json_rows(each).encode())
            add(f"{name}.csv", csv_rows(each).encode())
        for piece in database.written():
            add(DATABASE, piece)
    counts = {table.name: rows[table.name] for table in TABLES}
    add(PACKAGE, package(counts, lists["outlets"], lambda name: files.told(FOLDER + name), settings))
    for path, data in api.whole_files(counts, scope):
        files.add(path, data)
    files.add(LLMS, llms_text(settings))


def _chunks(archive: Archive, settings: Settings, pieces: Pieces | None) -> Iterator[Chunk]:
    """What every article and statement adds, in the order in which they stand in the files."""
    for each in Each:
        keys = piece_keys(each, archive)
        made = pieces(each, keys) if pieces else (piece_of(each, key, archive, settings) for key in keys)
        yield from map(Chunk.read, made)


def _batches(chunks: Iterator[Chunk]) -> Iterator[list[Chunk]]:
    while some := list(islice(chunks, _AT_ONCE)):
        yield some


def _joined(some: Iterable[Mapping[str, Part]]) -> Mapping[str, list[Part]]:
    """By each name all that stands there."""
    found: dict[str, list[Part]] = defaultdict(list)
    for each in some:
        for name, part in each.items():
            found[name].append(part)
    return found


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
