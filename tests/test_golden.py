"""A content tree in, the tree of Markdown pages out.

Each folder of tests/golden holds ``content`` and the ``docs`` that it becomes.  ``pytest --bless`` writes ``docs`` anew.
"""

import difflib
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.settings import Settings

GOLDEN = Path(__file__).parent / "golden"
BINARY = ("search/parts/", "search/pagefind/", "data/archive.db")  # tests/test_indexing.py and tests/data hold those
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "content").is_dir())


def tree(root: Path) -> dict[str, str]:
    """Every file below a folder that people can read, by its path."""
    files = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    return {name: path.read_bytes().decode() for name, path in files.items() if not name.startswith(BINARY)}


def differences(expected: dict[str, str], found: dict[str, str]) -> list[str]:
    """What differs between two trees, as a person reads it."""
    lines: list[str] = []
    for name in sorted(expected.keys() | found.keys()):
        before, after = expected.get(name, "").splitlines(), found.get(name, "").splitlines()
        if name not in found:
            lines.append(f"{name}: is no longer made")
        elif name not in expected:
            lines.append(f"{name}: is new")
        else:
            lines += difflib.unified_diff(before, after, f"expected/{name}", f"found/{name}", lineterm="", n=1)
    return lines


@pytest.mark.parametrize("case", CASES)
def test_content_becomes_these_pages(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = GOLDEN / case
    made = pipeline.generate(folder / "content", tmp_path / "docs", Settings())
    assert made.problems == [], "\n".join(map(str, made.problems))
    if request.config.getoption("--bless"):
        shutil.rmtree(folder / "docs", ignore_errors=True)
        for name, text in tree(tmp_path / "docs").items():
            (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "docs" / name).write_bytes(text.encode())
    found = differences(tree(folder / "docs"), tree(tmp_path / "docs"))
    assert not found, "\n".join([*found[:200], "If this is what you meant: pytest --bless, then read what changed."])


def test_a_difference_is_seen() -> None:
    """The comparison can fail: in a line, by a file too few, by a file too many."""
    assert differences({"a.md": "one\n"}, {"a.md": "two\n"})
    assert differences({"a.md": ""}, {}) == ["a.md: is no longer made"]
    assert differences({}, {"a.md": ""}) == ["a.md: is new"]
    assert not differences({"a.md": "one\n"}, {"a.md": "one\n"})


def test_nothing_withheld_is_published() -> None:
    """Drafts, withdrawn texts and what rights forbid stand on no page, and neither in any front matter."""
    pages = "\n".join(tree(GOLDEN / "ruritania" / "docs").values())
    for withheld in ("A draft about", "must not be published any more", "who will pay for the coffee", "an insult"):
        assert withheld not in pages
    for shown in ("More than forty boats", "Its text stays here", "This article was withdrawn"):
        assert shown in pages
