"""datapackage.json: what is in the folder, by the Data Package standard (https://datapackage.org, version 2)."""

import json
from collections.abc import Callable, Mapping

from generator.data.columns import Column, Filled, Table
from generator.data.tables import TABLES
from generator.settings import Settings

VERSION = 1  # of the tables and of the API: raised when a field changes its meaning or goes; new fields do not raise it
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DATABASE, ENTITIES = "archive.db", "entities.ftm.json"
Told = tuple[int, str]  # of a file: its bytes, their SHA-256


def package(rows: Mapping[str, int], outlets: Filled, told: Callable[[str], Told], settings: Settings) -> bytes:
    """The description of the files: schema, rows, bytes, SHA-256, licence, sources.

    ``rows`` says how many each table has, ``told`` what there is to tell of a file, by its name in the folder.
    """
    described: dict[str, object] = {
        "$schema": _PROFILE,
        "name": "explainer-archive",
        "title": settings.site_name,
        "version": f"{VERSION}.0.0",
    }
    if settings.description:
        described["description"] = settings.description
    if settings.site_url:
        described["homepage"] = settings.site_url
    if settings.licence:
        licence = {"name": settings.licence, "path": settings.licence_url, "title": settings.copyright}
        described["licenses"] = [{key: value for key, value in licence.items() if value}]
    if outlets.rows:
        described["sources"] = [{"title": outlet["name"], "path": outlet["url"]} for outlet in outlets.records()]
    described["resources"] = _resources(rows, told)
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _resources(rows: Mapping[str, int], told: Callable[[str], Told]) -> list[dict[str, object]]:
    """Each table as CSV and as JSON Lines; the database and the entities, which have a schema of their own."""
    resources = []
    for table in TABLES:
        about: dict[str, object] = {"title": table.title, "description": table.description}
        csv, lines, count = f"{table.name}.csv", f"{table.name}.jsonl", rows[table.name]
        resources.append(
            {"name": table.name, "type": "table", **about, **_file(csv, told(csv)), "format": "csv"}
            | {"mediatype": "text/csv", "encoding": "utf-8", "rows": count, "schema": schema(table)}
        )
        resources.append(
            {"name": f"{table.name}-lines", **about, **_file(lines, told(lines)), "format": "jsonl"}
            | {"mediatype": "application/jsonl", "encoding": "utf-8", "rows": count}
        )
    for name, path, mediatype, title in (
        ("database", DATABASE, "application/vnd.sqlite3", "All tables in one SQLite database"),
        ("entities", ENTITIES, "application/jsonl", "Actors and articles for followthemoney"),
    ):
        resources.append({"name": name, "title": title, **_file(path, told(path)), "mediatype": mediatype})
    return resources


def _file(path: str, told: Told) -> dict[str, object]:
    return {"path": path, "bytes": told[0], "hash": f"sha256:{told[1]}"}


def schema(table: Table) -> dict[str, object]:
    """The Table Schema of a table's CSV file."""
    described: dict[str, object] = {
        "fields": [_field(column) for column in table.columns if not column.long],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    keys = [
        {"fields": [c.name], "reference": {"resource": "" if c.refers == table.name else c.refers, "fields": ["id" if c.refers == "statements" else "slug"]}}
        for c in table.columns
        if c.refers
    ]  # fmt: skip
    return described | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, object]:
    described: dict[str, object] = {"name": column.name, "type": str(column.type), "description": column.description}
    described["example"] = column.example
    return described | ({"constraints": {"required": True}} if column.required else {})
