"""Mistakes that contributors make: each is told once, at its place, with a help that, pasted, mends it.

``tests/mistakes/KIND/content`` holds the files with one mistake, ``expected.txt`` the line that is told of it; they lie in
the sound archive ``_sound``.  To add a kind, add a folder.
"""

import datetime
import shutil
from pathlib import Path

import pytest

from generator import loading
from generator.problems import Problem
from generator.remedies import REMEDIES, pasted
from generator.rules import RULES

TODAY = datetime.date(2026, 1, 1)
MISTAKES = Path(__file__).resolve().parent / "mistakes"
SOUND = MISTAKES / "_sound" / "content"
KINDS = sorted(path.name for path in MISTAKES.iterdir() if path.is_dir() and path != SOUND.parent)


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """The files by path, in a fresh folder; the content folder in it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "content"


def files_in(content: Path) -> dict[str, bytes]:
    return {
        path.relative_to(content.parent).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


def with_mistake(kind: str) -> dict[str, bytes]:
    return files_in(SOUND) | files_in(MISTAKES / kind / "content")


def told(problem: Problem) -> str:
    return f"{problem.place} {problem.code} {problem.severity}"


def test_the_sound_archive_is_sound() -> None:
    assert loading.load(SOUND, TODAY)[1] == []


def test_there_are_kinds_enough() -> None:
    assert len(KINDS) >= 100


@pytest.mark.parametrize("kind", KINDS)
def test_a_mistake_is_told_once_and_its_help_mends_it(kind: str, tmp_path: Path) -> None:
    files = with_mistake(kind)
    _, problems = loading.load(written(tmp_path / "a", files), TODAY)
    assert [told(problem) for problem in problems] == (MISTAKES / kind / "expected.txt").read_text("utf-8").splitlines()
    (problem,) = problems
    assert problem.severity is RULES[problem.code].severity
    assert problem.paste, f"nothing to paste:\n{problem}"
    _, left = loading.load(written(tmp_path / "b", pasted(files, problem.paste)), TODAY)
    assert [str(other) for other in left] == [], f"pasted:\n{problem}"


def test_each_remedy_is_of_a_rule() -> None:
    assert set(REMEDIES) <= set(RULES)
