"""What is measured of a program that was run, and what is told of one that failed."""

import sys
from pathlib import Path

import pytest
from timing import last_words, timed


def python(code: str, folder: Path, limit: float = 60):
    return timed([sys.executable, "-c", code], folder, folder / "made", limit)


def test_files_processor_and_memory_are_measured(tmp_path: Path) -> None:
    code = (
        "import pathlib; held = b'x' * 200_000_000; sum(range(3_000_000)); m = pathlib.Path('made', 'deep'); "
        "m.mkdir(parents=True); (m / 'a').write_bytes(b'x' * 500_000); (m.parent / 'b').write_bytes(b'x' * 500_000)"
    )
    run = python(code, tmp_path)
    assert (run.files, run.size, run.failed) == (2, 1.0, "")
    assert 0 < run.processor < 60
    assert 200 < run.memory < 1_000


def test_the_processor_of_what_it_starts_counts(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.5: pass"
    run = python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])", tmp_path)
    assert run.processor >= 0.5


def test_a_failure_is_told_in_its_own_words(tmp_path: Path) -> None:
    assert python("raise SystemExit('first\\n\\x1b[31mthe harbour is closed\\x1b[0m')", tmp_path).failed == (
        "the harbour is closed"
    )


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    run = python("import time; time.sleep(60)", tmp_path, limit=0.5)
    assert run.failed == "not done after 0 s"
    assert run.seconds < 30


def test_a_silent_failure_has_its_status(tmp_path: Path) -> None:
    assert python("import os; os._exit(3)", tmp_path).failed == "ended with status 3"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ""),
        ("one\ntwo\n\n", "two"),
        ("error: /some/folder/site/page.md: no title", "error: page.md: no title"),
        ("see https://gazette.example/a/b", "see https://gazette.example/a/b"),
    ],
)
def test_last_words_name_no_folder_of_this_machine(said: str, expected: str) -> None:
    assert last_words(said) == expected
