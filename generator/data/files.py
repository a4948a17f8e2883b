"""Archive to files: the downloads below data/, the API below api/, llms.txt, and the page that documents them."""

from collections.abc import Mapping

from generator.crossref import Archive
from generator.data.api import api_files
from generator.data.columns import Column, Filled, Scope, Table, Type, Value
from generator.data.formats import csv_text, database, json_lines, json_text
from generator.data.ftm import entities
from generator.data.llms import llms_text
from generator.data.package import DATABASE, ENTITIES, VERSION, package
from generator.data.tables import TABLES, fill
from generator.model import Page, PagePath
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


def data_files(archive: Archive, settings: Settings) -> dict[str, bytes]:
    """Every file but the page, by its path from the root of build/docs."""
    scope = Scope(archive=archive, settings=settings)
    filled = fill(scope)
    files = _downloads(filled)
    files["datapackage.json"] = package(filled, files, settings)
    every = {FOLDER + name: data for name, data in files.items()}
    every |= dict(api_files(filled, scope))
    every[LLMS] = llms_text(settings)
    return every


def _downloads(filled: Mapping[str, Filled]) -> dict[str, bytes]:
    """The downloads by name, without their description."""
    files: dict[str, bytes] = {}
    for name, each in filled.items():
        files[f"{name}.jsonl"] = json_lines(each)
        files[f"{name}.csv"] = csv_text(each)
    files[DATABASE] = database(filled)
    files[ENTITIES] = entities(filled)
    return files


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
