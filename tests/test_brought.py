"""What came with the repository into the build folder: no build believes it, and no list of files leads out of its folder."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator import indexing, pipeline
from generator.problems import ToolError
from generator.settings import Settings
from tests.test_indexing import TWO_YEARS, contents


@pytest.mark.parametrize(
    "name", ["../../../secret.txt", "/etc/passwd", "a/../../secret.txt", "..", "C:\\secret.txt", "a\\..\\secret.txt", "", "a//b", "a\0", ".git/config"]
)  # fmt: skip
def test_a_list_that_leads_out_of_its_folder_is_none(name: str, tmp_path: Path) -> None:
    good = contents(indexing.index(TWO_YEARS, tmp_path / "kept"))
    (tmp_path / "secret.txt").write_text("Words outside")
    for mark in (tmp_path / "kept").rglob("whole-*"):
        mark.write_text(json.dumps({name: [1, 1, "x"]}))
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
