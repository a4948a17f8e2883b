"""The files read back to the rows that they were made of, by readers that know nothing of us."""

import csv
import hashlib
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.data.columns import Column, Filled, Table, Type
from generator.data.database import SEARCHED, Database
from generator.data.files import PYTHON, SQL
from generator.data.formats import csv_rows, from_cell, json_rows
from generator.data.tables import TABLES
from generator.problems import ToolError

from .conftest import SETTINGS, data_files, read

BOUNDED = settings(max_examples=100, derandomize=True, deadline=None, database=None)
NAMES = [table.name for table in TABLES]


@pytest.mark.parametrize("name", NAMES)
def test_json_lines_read_back(filled: dict[str, Filled], files: dict[str, bytes], name: str) -> None:
    lines = files[f"data/{name}.jsonl"].decode().splitlines()
    assert [json.loads(line) for line in lines] == filled[name].records()


@pytest.mark.parametrize("name", NAMES)
def test_csv_reads_back(filled: dict[str, Filled], files: dict[str, bytes], name: str) -> None:
    text = files[f"data/{name}.csv"].decode("utf-8")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    columns = [column for column in filled[name].table.columns if not column.long]
    assert head == [column.name for column in columns]
    found = [[from_cell(c, cell) for c, cell in zip(columns, row, strict=True)] for row in rows]
    assert found == [list(record.values()) for record in filled[name].records(long=False)]


def test_no_cell_starts_a_formula(files: dict[str, bytes]) -> None:
    cells = [
        cell
        for name, data in files.items()
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(data.decode(), newline=""))
        for cell in row
    ]
    assert '\'=HYPERLINK("x") </script><b> & \u2028' in cells or any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


TEXT = Column(name="a", description="", example="", of=lambda thing, _: thing)
LIST = Column(name="b", description="", example=[], type=Type.ARRAY, of=lambda thing, _: [thing])
ANY = Table(name="x", title="", description="", key=("a",), columns=(TEXT, LIST), things=lambda _: ())


@BOUNDED
@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=4))
def test_any_text_comes_back_from_every_format(texts: list[str]) -> None:
    """NUL is left out: no text of an article holds one, and SQLite's own tools stop there."""
    rows = [(text.replace("\0", "") or None, [text]) for text in texts]
    made = Filled(table=ANY, rows=rows)
    assert [json.loads(line) for line in json_rows(made).splitlines()] == made.records()
    cells = csv.reader(io.StringIO(csv_rows(made), newline=""))
    assert [(from_cell(TEXT, a), from_cell(LIST, b)) for a, b in cells] == rows


def opened(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


def test_the_database_is_sound_and_whole(filled: dict[str, Filled], files: dict[str, bytes]) -> None:
    connection = opened(files["data/archive.db"])
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, each in filled.items():
        found = {json.dumps(row) for row in connection.execute(f"SELECT * FROM {name}")}
        stored = [
            [json.dumps(v, ensure_ascii=False, separators=(",", ":")) if isinstance(v, list) else v for v in row]
            for row in each.rows
        ]
        assert found == {json.dumps(row) for row in stored}
        references = {(row[3], row[2]) for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
        assert references == {(column.name, column.refers) for column in each.table.columns if column.refers}
    connection.close()


def test_the_database_finds_words(files: dict[str, bytes]) -> None:
    connection = opened(files["data/archive.db"])
    for table, columns in SEARCHED.items():
        assert columns
        query = f"SELECT count(*) FROM {table} JOIN {table}_fts ON {table}_fts.rowid = {table}.rowid WHERE {table}_fts MATCH ?"
        assert connection.execute(query, ("truce" if table == "articles" else "forget",)).fetchone()[0] >= 1
    connection.close()


def test_the_database_opens_as_a_file(files: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(files["data/archive.db"])
    connection = sqlite3.connect(f"file:{tmp_path / 'archive.db'}?mode=ro", uri=True)
    assert connection.execute("SELECT count(*) FROM articles").fetchone()[0] > 3
    connection.close()


def test_the_query_on_the_page_runs(files: dict[str, bytes]) -> None:
    connection = opened(files["data/archive.db"])
    rows = connection.execute(SQL).fetchall()
    assert rows[0][1] >= rows[-1][1] > 0
    assert "Ada Example" in dict(rows)
    connection.close()


def test_the_python_on_the_page_runs(
    files: dict[str, bytes],
    filled: dict[str, Filled],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "articles.jsonl").write_bytes(files["data/articles.jsonl"])
    monkeypatch.chdir(tmp_path)
    exec(compile(PYTHON, "page", "exec"), {})
    clips = sum(article["kind"] == "clip" for article in filled["articles"].records())
    assert capsys.readouterr().out == f"{clips} clips\n"


def test_the_same_content_gives_the_same_bytes(more: Path, files: dict[str, bytes]) -> None:
    again = data_files(read(more), SETTINGS)
    digest: Callable[[bytes], str] = lambda data: hashlib.sha256(data).hexdigest()  # noqa: E731
    assert {name: digest(data) for name, data in again.items()} == {name: digest(data) for name, data in files.items()}


def test_the_database_says_no_version_of_the_library(files: dict[str, bytes]) -> None:
    assert files["data/archive.db"][96:100] == bytes(4)


def test_a_database_for_which_there_is_no_room_is_told() -> None:
    with Database(TABLES) as database:
        database._connection.execute("PRAGMA max_page_count = 40")
        with pytest.raises(ToolError, match="cannot be written: database or disk is full"):
            database.add("corrections", ((f"a-{number}", 1, "2024-05-01", "what " * 200) for number in range(9_000)))


def test_entities_refer_to_entities(files: dict[str, bytes]) -> None:
    every = [json.loads(line) for line in files["data/entities.ftm.json"].decode().splitlines()]
    known = {entity["id"] for entity in every}
    assert len(known) == len(every)
    for entity in every:
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)
        for name in ("document", "resolved", "subject", "object"):
            assert set(entity["properties"].get(name, [])) <= known
    assert {entity["schema"] for entity in every} == {
        "Person",
        "PublicBody",
        "Organization",
        "Article",
        "Mention",
        "UnknownLink",
    }


def test_entities_are_valid_to_followthemoney(files: dict[str, bytes]) -> None:
    """Its model takes every schema and property, and finds nothing to clean away."""
    model = pytest.importorskip("followthemoney").model
    for line in files["data/entities.ftm.json"].decode().splitlines():
        written = json.loads(line)
        proxy = model.get_proxy(written, cleaned=False)
        assert {name: sorted(values) for name, values in written["properties"].items()} == {
            name: sorted(values) for name, values in proxy.to_dict()["properties"].items()
        }
        schema = model.get(written["schema"])
        schema.validate(written)


@pytest.mark.slow
def test_datasette_opens_the_database(files: dict[str, bytes], tmp_path: Path) -> None:
    """Counts, a foreign key's label and a full-text search, asked over its own JSON."""
    database = tmp_path / "archive.db"
    database.write_bytes(files["data/archive.db"])

    def asked(path: str) -> list[dict[str, object]]:
        done = subprocess.run(
            [sys.executable, "-m", "datasette", str(database), "--get", path],
            capture_output=True, encoding="utf-8", check=True, timeout=60,
        )  # fmt: skip
        return json.loads(done.stdout)

    listed = asked("/archive/actors.json?_shape=array")
    assert {"ada-example", "ruritania"} <= {row["slug"] for row in listed}
    found = asked("/archive/articles.json?_shape=array&_search=strelsau")
    assert [row["slug"] for row in found] == ["why-the-strelsau-talks-stalled"]
