"""What runs keep for the next one: should somebody else have written it, nothing of it runs and nothing leads out of its folder."""

import datetime
import json
import os
import pickle
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import indexing, pipeline
from generator.kept import Kept, packed, unpacked
from generator.made import Made
from generator.model import Block, Evidence, Status
from generator.problems import Problem, Severity, ToolError
from generator.publish.record import Record
from generator.settings import Settings

from .test_indexing import TWO_YEARS, contents


def test_plain_data_comes_back() -> None:
    evidence = Evidence(line=3, text="Talks", how="header")
    problem = Problem(path="a.md", line=1, code="x", message="y", help="z", severity=Severity.WARNING)
    data = (evidence, problem, Status.DRAFT, datetime.date(2025, 2, 3), b"", {"a": [1, None, True]}, "")
    assert unpacked(packed(data)) == data


class Runs:
    """Data that runs a command where it is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self.folder}/owned",)


def named(module: str, name: str) -> bytes:
    """A pickle of something by its name."""
    parts = (part.encode() for part in (module, name))
    return b"\x80\x04" + b"".join(b"\x8c" + bytes([len(part)]) + part for part in parts) + b"\x93."


HOSTILE = {
    "eval": named("builtins", "eval"),
    "getattr": named("builtins", "getattr"),
    "system": named("posix", "system"),
    "through a dot": named("generator.problems", "ToolError.__init__.__globals__"),
    "an import of ours": named("generator.finding", "compile_forms"),
    "a function of ours": named("generator.finding", "found_in"),
    "a module of ours": named("generator.disk", "remove_files"),
    "a database": named("generator.kept", "Kept"),
    "a class of another": named("generator.model", "NewType"),
    "the old form": b"cos\nsystem\n(S'true'\ntR.",
    "an instance": b"(ios\nsystem\n.",
    "an extension": b"\x80\x02\x82\x01.",
    "a person's id": b"Pa\n.",
    "nothing": b"",
    "half": pickle.dumps(list(range(100)))[:50],
    "no pickle": b"\x00\xff" * 20,
    "too long": b"\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\x7f",
    "deep": b"\x80\x04" + b"]" * 5 + b"a" * 9 + b".",
    "on a class": b"\x80\x04\x8c\x0fgenerator.model\x8c\x05Block\x93N}\x8c\x04text\x8c\x01xs\x86b.",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_plain_data_is_refused(data: bytes) -> None:
    with pytest.raises(ToolError, match="damaged"):
        unpacked(data)
    assert Made.read(data, b"x") == Made(of=b"x")
    assert Record.read(data, b"x") == Record(under=b"x")
    assert Block.__doc__


def test_nothing_runs(tmp_path: Path) -> None:
    with pytest.raises(ToolError):
        unpacked(pickle.dumps(Runs(tmp_path)))
    assert not (tmp_path / "owned").exists()
    pickle.loads(pickle.dumps(Runs(tmp_path)))  # else the test above could not fail
    assert (tmp_path / "owned").exists()


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + b"\xff" * 4_000, b"#!/bin/sh\n"])
def test_a_file_that_is_no_database_is_begun_anew(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(data)
    kept = Kept(tmp_path / "archive.sqlite", b"1")
    kept.keep({"pieces": [(b"a", b"b")]})
    assert kept.all("pieces") == {b"a": b"b"}
    kept.close()


@pytest.mark.parametrize("damaged", ["readings", "findings", "blocks"])
def test_a_build_with_what_somebody_else_kept_runs_nothing(damaged: str, ruritania: Path, tmp_path: Path) -> None:
    """The rows of a build, with other words in them: it says what to do, and nothing is harmed."""
    content, docs = tmp_path / "content", tmp_path / "build" / "docs"
    shutil.copytree(ruritania, content)
    pipeline.generate(content, docs, Settings())
    before = {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    with sqlite3.connect(tmp_path / "build" / "kept" / "archive.sqlite") as database:
        database.execute(f"UPDATE {damaged} SET data = ?", (pickle.dumps(Runs(tmp_path)),))
    database.close()
    (content / "articles" / "more.md").write_text("---\ntitle: More\ndate: 2025-02-03\n---\n\nMore of it.\n", "utf-8")
    if damaged == "blocks":  # they are read only where a page is made anew
        (docs / "articles" / "index.md").unlink()
        for path in docs.glob("articles/*.md"):
            path.unlink()
    with pytest.raises(ToolError, match="damaged") as raised:
        pipeline.generate(content, docs, Settings())
    assert "Remove the folder build/kept" in raised.value.help
    assert not (tmp_path / "owned").exists()
    assert damaged == "blocks" or {path: path.read_bytes() for path in before} == before
    shutil.rmtree(tmp_path / "build" / "kept")
    pipeline.generate(content, docs, Settings())


@pytest.mark.parametrize(
    "name", ["../../../secret.txt", "/etc/passwd", "a/../../secret.txt", "..", "C:\\secret.txt", "a\\..\\secret.txt", "", "a//b", "a\0", ".git/config"]
)  # fmt: skip
def test_a_list_that_leads_out_of_its_folder_is_none(name: str, tmp_path: Path) -> None:
    good = contents(indexing.index(TWO_YEARS, tmp_path / "kept"))
    (tmp_path / "secret.txt").write_text("Words outside")
    for mark in (tmp_path / "kept").rglob("whole-*"):
        mark.write_text(json.dumps([name]))
    again = indexing.index(TWO_YEARS, tmp_path / "kept")
    assert contents(again) == good
    assert (tmp_path / "secret.txt").read_text() == "Words outside"


@pytest.fixture
def repository(tmp_path: Path, ruritania: Path) -> Path:
    shutil.copytree(ruritania, tmp_path / "content")
    (tmp_path / "build" / "docs").mkdir(parents=True)
    (tmp_path / "build" / "docs" / ".gitignore").write_text("*\n!.gitignore\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize(
    "path", ["build/kept/archive.sqlite", "build/kept/site", "build/docs/a.md", "build/site/a.html", "build"]
)
def test_what_came_with_the_repository_is_not_built_upon(path: str, repository: Path) -> None:
    docs = repository / "build" / "docs"
    pipeline.generate(repository / "content", docs, Settings())
    if path == "build":  # a link in the folder's place
        git(repository, "rm", "--cached", "-r", "--quiet", "build")
        shutil.rmtree(repository / "build")
        (repository / "build").symlink_to("content")
    else:
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_bytes(b"x")
    git(repository, "add", "--force", path)
    with pytest.raises(ToolError, match="came with the repository") as raised:
        pipeline.generate(repository / "content", docs, Settings())
    assert raised.value.help.endswith("git rm -r build")
