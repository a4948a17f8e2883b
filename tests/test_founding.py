"""An archive of one's own: what `init` makes checks, builds and upgrades; what it must not touch it leaves alone."""

import datetime
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.founding import first_files, own_settings, tool_files
from generator.problems import ToolError
from generator.settings import read_settings

PROJECT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2025, 8, 22)
Explainer = Callable[..., Any]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def archive(tmp_path: Path, explainer: Explainer) -> Path:
    done = explainer("init", tmp_path / "mine", "--name", "Ruritania: “explained” & kept")
    assert done.exit_code == 0, done.output
    return tmp_path / "mine"


def test_a_new_archive_has_no_problems(archive: Path, explainer: Explainer) -> None:
    done = explainer("check", "--content", archive / "content")
    assert (done.exit_code, done.stdout) == (0, ""), done.stdout


def test_it_has_the_tool_and_nothing_of_this_archive(archive: Path) -> None:
    for name in (
        "generator/cli.py",
        "theme/main.html",
        "requirements.lock",
        ".github/workflows/deploy.yml",
        "LICENSE",
        "build/docs/.gitignore",
    ):
        assert (archive / name).read_bytes() == (PROJECT / name).read_bytes()
    assert sorted(path.name for path in (archive / "content").iterdir()) == [
        "actors",
        "articles",
        "outlets",
        "pages",
        "topics",
    ]
    assert [path.name for path in (archive / "content" / "articles").iterdir()] == ["welcome.md"]
    assert not list(archive.rglob("__pycache__"))
    assert not (archive / "tests").exists()
    assert "## The code" not in (archive / "CONTRIBUTING.md").read_text("utf-8")


def test_it_is_called_what_it_was_named(archive: Path) -> None:
    settings = read_settings((archive / "mkdocs.yml").read_text("utf-8"), {})
    assert settings.site_name == "Ruritania: “explained” & kept"
    assert settings.site_url == ""
    assert "# Ruritania: “explained” & kept\n" in (archive / "README.md").read_text("utf-8")
    for path in archive.rglob("*.md"):
        if "content" in path.parts or path.name == "README.md":
            assert not re.search("ARCHIVE|QUOTED|TODAY", path.read_text("utf-8")), path


def test_its_readme_installs_as_ours_does(archive: Path) -> None:
    """The one command below "Run it" is the one that the tests of this repository run."""
    blocks = [
        re.search(r"^## Run it\n.*?^```sh\n(.*?)^```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        for path in (archive / "README.md", PROJECT / "README.md")
    ]
    assert blocks[0]
    assert blocks[1]
    assert blocks[0][1] == blocks[1][1]


@pytest.mark.parametrize("name", ['A "b" \\1 \\g<0>', "no", "1.10", "x" * 200, "Łódź: всё"])
def test_any_name_is_written_so_that_it_is_read(name: str) -> None:
    settings = own_settings((PROJECT / "mkdocs.yml").read_text("utf-8"), name)
    assert read_settings(settings, {}).site_name == name
    files = first_files(PROJECT, name, TODAY)
    header = files["content/pages/index.md"].decode().split("---")[1]
    assert yaml.safe_load(header)["title"] == name


def test_the_same_day_gives_the_same_bytes() -> None:
    assert first_files(PROJECT, "A", TODAY) == first_files(PROJECT, "A", TODAY)
    assert b"date: 2025-08-22\n" in first_files(PROJECT, "A", TODAY)["content/articles/welcome.md"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, explainer: Explainer) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Mine.", "utf-8")
    done = explainer("init", tmp_path / "mine")
    assert done.exit_code == 2
    assert "holds files already" in done.stderr
    assert [path.name for path in (tmp_path / "mine").rglob("*")] == ["letter.txt"]


def test_a_fresh_clone_of_an_empty_repository_is_free(tmp_path: Path, explainer: Explainer) -> None:
    (tmp_path / "mine" / ".git").mkdir(parents=True)
    assert explainer("init", tmp_path / "mine").exit_code == 0


def test_a_tool_without_its_folder_says_so(tmp_path: Path) -> None:
    """As it is when the package alone was installed."""
    with pytest.raises(ToolError, match="without its folder"):
        tool_files(tmp_path)


def test_the_next_command_is_said(tmp_path: Path, explainer: Explainer) -> None:
    done = explainer("init", tmp_path / "my archive")
    assert re.search(rf"^Next: cd '{re.escape(str(tmp_path))}/my archive' && \S+ serve$", done.stdout, re.MULTILINE)


def test_an_upgrade_renews_the_tool_and_leaves_the_rest(archive: Path, explainer: Explainer) -> None:
    kept = [
        "content/articles/welcome.md",
        "mkdocs.yml",
        "README.md",
        ".github/CODEOWNERS",
        ".github/workflows/mine.yml",
        "notes.txt",
    ]
    for name in kept:
        (archive / name).write_text("Mine.", "utf-8")
    for name in ("generator/cli.py", ".github/workflows/deploy.yml", "requirements.lock"):
        (archive / name).write_text("old", "utf-8")
    (archive / "generator" / "gone.py").write_text("old", "utf-8")
    done = explainer("upgrade", archive)
    assert done.exit_code == 0, done.output
    assert "3 files renewed, 1 removed" in done.stdout
    assert "git diff" in done.stdout
    assert {(archive / name).read_text("utf-8") for name in kept} == {"Mine."}
    assert (archive / "generator" / "cli.py").read_bytes() == (PROJECT / "generator" / "cli.py").read_bytes()
    assert not (archive / "generator" / "gone.py").exists()
    assert explainer("upgrade", archive).stdout.startswith("0 files renewed, 0 removed")


def test_what_is_no_archive_is_not_upgraded(tmp_path: Path, explainer: Explainer) -> None:
    assert explainer("upgrade", tmp_path).exit_code == 2
    assert list(tmp_path.iterdir()) == []
    assert explainer("upgrade", PROJECT).exit_code == 2


@pytest.mark.slow
def test_a_new_archive_builds_with_its_own_tool_under_both_publishers(archive: Path, run: Run) -> None:
    own = {"PYTHONPATH": str(archive)}
    done = run("python", "-c", "from generator.cli import main; main()", "build", folder=archive, environment=own)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (archive / "build" / "site" / "articles" / "welcome" / "index.html").read_text("utf-8")
    assert "Welcome to Ruritania: “explained” &amp; kept" in page
    shutil.rmtree(archive / "build" / "site")
    done = run("zensical", "build", "--clean", "--strict", folder=archive)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (archive / "build" / "site" / "articles" / "welcome" / "index.html").is_file()
