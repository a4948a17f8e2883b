"""Files that grow: whole in their places, or not there; what is as it was stays untouched."""

import errno
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generator import disk
from generator.growing import GrowingFiles
from generator.problems import ToolError


def grown(root: Path, files: dict[str, list[bytes]]) -> dict[str, bool]:
    """Which files changed."""
    with GrowingFiles(root / "docs", root / "beside") as growing:
        for number in range(max(map(len, files.values()))):
            for path, pieces in files.items():
                growing.add(path, pieces[number] if number < len(pieces) else b"")
        for path, pieces in files.items():
            whole = b"".join(pieces)
            assert growing.told(path) == (len(whole), sha256(whole).hexdigest())
        put = growing.put()
    assert not (root / "beside").exists()
    for path, pieces in files.items():
        whole = b"".join(pieces)
        assert (root / "docs" / path).read_bytes() == whole
        assert put[path][:2] == (sha256(whole).digest(), disk.stamp_of(root / "docs" / path))
    return {path: is_new for path, (*_, is_new) in put.items()}


def test_they_stand_in_their_places_when_they_are_whole(tmp_path: Path) -> None:
    files = {"data/a.csv": [b"head\n", b"1\n"], "b.txt": [b""]}
    assert grown(tmp_path, files) == {"data/a.csv": True, "b.txt": True}
    before = disk.stamps(tmp_path / "docs")
    assert grown(tmp_path, files) == {"data/a.csv": False, "b.txt": False}
    assert disk.stamps(tmp_path / "docs") == before
    assert grown(tmp_path, files | {"b.txt": [b"1"]}) == {"data/a.csv": False, "b.txt": True}


def test_what_is_in_the_way_goes(tmp_path: Path) -> None:
    (tmp_path / "docs" / "a" / "inside").mkdir(parents=True)
    (tmp_path / "docs" / "data").write_bytes(b"a file")
    (tmp_path / "beside").write_bytes(b"a file")
    (tmp_path / "elsewhere").write_bytes(b"1")
    (tmp_path / "docs" / "link").symlink_to(tmp_path / "elsewhere")
    assert all(grown(tmp_path, {"a": [b"1"], "data/b": [b"2"], "link": [b"1"]}).values())
    assert not (tmp_path / "docs" / "link").is_symlink()
    assert (tmp_path / "elsewhere").read_bytes() == b"1"


def test_what_is_never_put_changes_nothing(tmp_path: Path) -> None:
    grown(tmp_path, {"a": [b"old"]})
    with GrowingFiles(tmp_path / "docs", tmp_path / "beside") as growing:
        growing.add("a", b"ne")
    assert (tmp_path / "docs" / "a").read_bytes() == b"old"
    assert not (tmp_path / "beside").exists()


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", None)

    with GrowingFiles(tmp_path / "docs", tmp_path / "beside") as growing:
        growing.add("data/a.csv", b"1")
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(ToolError, match=r"data/a.csv cannot be written: No space left"):
            growing.put()


def test_one_that_somebody_else_writes_is_taken_as_it_stands(tmp_path: Path) -> None:
    with GrowingFiles(tmp_path / "docs", tmp_path / "beside") as growing:
        growing.add("a", b"1")
        growing.room_for("data/b").write_bytes(b"2" * 3_000_000)
        growing.take("data/b")
        assert growing.told("data/b") == (3_000_000, sha256(b"2" * 3_000_000).hexdigest())
        assert growing.put()["data/b"][2]
    assert (tmp_path / "docs" / "data" / "b").read_bytes() == b"2" * 3_000_000
    with GrowingFiles(tmp_path / "docs", tmp_path / "beside") as growing, pytest.raises(ToolError, match="data/c"):
        growing.take("data/c")
