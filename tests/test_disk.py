"""Reading a content tree and writing a tree of pages: nothing outside is read, nothing is touched that did not change."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import disk
from generator.disk import Written
from generator.problems import ToolError
from tests.planted import plant, refuse


def tree(root: Path) -> set[str]:
    """Every file, and every folder (with a / behind it)."""
    return {path.relative_to(root).as_posix() + "/" * path.is_dir() for path in root.rglob("*")}


# --- one file -----------------------------------------------------------------------------------------------------------------


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"there is no file .*nowhere"):
        disk.read_file(tmp_path / "nowhere")
    with pytest.raises(ToolError, match="is a folder"):
        disk.read_file(tmp_path)
    plant(tmp_path, "file")
    assert disk.read_file(tmp_path / "file") == b"Talks."


# --- writing -----------------------------------------------------------------------------------------------------------------------


def test_a_tree_is_written(tmp_path: Path) -> None:
    root = tmp_path / "build" / "docs"
    assert disk.write_tree(root, {"index.md": b"a", "actors/ada-example/2025.md": b"b"}) == Written(
        changed=2, removed=0, unchanged=0
    )
    assert tree(root) == {"index.md", "actors/", "actors/ada-example/", "actors/ada-example/2025.md"}
    assert (root / "index.md").read_bytes() == b"a"


def test_only_what_changed_is_touched(tmp_path: Path) -> None:
    files = {"index.md": b"a", "a/b.md": b"b", "a/c.md": b"c"}
    disk.write_tree(tmp_path, files)
    for name in files:
        os.utime(tmp_path / name, (1, 1))
    os.utime(tmp_path / "a", (1, 1))
    assert disk.write_tree(tmp_path, files) == Written(changed=0, removed=0, unchanged=3)
    assert disk.write_tree(tmp_path, files | {"a/c.md": b"d"}) == Written(changed=1, removed=0, unchanged=2)
    times = {name: (tmp_path / name).stat().st_mtime for name in (*files, "a")}
    assert [name for name, time in times.items() if time != 1 and name.endswith(".md")] == ["a/c.md"]
    assert (tmp_path / "a/c.md").read_bytes() == b"d"


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    plant(tmp_path, "old.md", "a/b/old.md", "a/kept.md")
    (tmp_path / "empty" / "more").mkdir(parents=True)
    assert disk.write_tree(tmp_path, {"a/kept.md": b"Talks."}) == Written(changed=0, removed=2, unchanged=1)
    assert tree(tmp_path) == {"a/", "a/kept.md"}


def test_hidden_files_stay(tmp_path: Path) -> None:
    plant(tmp_path, ".gitignore", ".cache/plugin/x.md", "a/.keep")
    disk.write_tree(tmp_path, {})
    assert {".gitignore", ".cache/plugin/x.md", "a/.keep"} <= tree(tmp_path)


def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(tmp_path: Path) -> None:
    plant(tmp_path, "a/b.md", "c")
    disk.write_tree(tmp_path, {"a": b"x", "c/d.md": b"y"})
    assert tree(tmp_path) == {"a", "c/", "c/d.md"}


def test_links_in_the_tree_are_removed_and_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, "outside/a.md")
    root = tmp_path / "docs"
    root.mkdir()
    (root / "index.md").symlink_to(tmp_path / "outside" / "a.md")
    (root / "articles").symlink_to(tmp_path / "outside")
    disk.write_tree(root, {"index.md": b"x", "articles/a.md": b"y"})
    assert (tmp_path / "outside" / "a.md").read_bytes() == b"Talks."
    assert not any(path.is_symlink() for path in root.rglob("*"))
    assert (root / "articles" / "a.md").read_bytes() == b"y"


@pytest.mark.parametrize("broken", ["write_bytes", "mkdir"])
def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    monkeypatch.setattr(Path, broken, refuse)
    with pytest.raises(ToolError, match="cannot be written: Permission denied") as caught:
        disk.write_tree(tmp_path / "docs", {"index.md": b"a"})
    assert caught.value.help


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    plant(tmp_path, "docs")
    with pytest.raises(ToolError, match="docs cannot be written"):
        disk.write_tree(tmp_path / "docs", {"index.md": b"a"})


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    disk.write_new(tmp_path / "articles" / "a.md", b"a")
    with pytest.raises(ToolError, match="is there already"):
        disk.write_new(tmp_path / "articles" / "a.md", b"b")
    assert (tmp_path / "articles" / "a.md").read_bytes() == b"a"


def test_a_new_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really: Callable[..., object] = Path.open

    class Full:
        def __init__(self, path: Path) -> None:
            self.file = really(path, "xb")

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()  # type: ignore[attr-defined]

        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda path, _: Full(path))
    with pytest.raises(ToolError, match="No space left on device"):
        disk.write_new(tmp_path / "a.md", b"a")
    assert not (tmp_path / "a.md").exists()


# --- one file --------------------------------------------------------------------------------------------------------------------


def test_a_file_that_holds_it_already_is_left_alone(tmp_path: Path) -> None:
    stamp, changed = disk.put(tmp_path, "a/b.md", b"text")
    assert changed
    assert disk.put(tmp_path, "a/b.md", b"text") == (stamp, False)
    assert disk.put(tmp_path, "a/b.md", b"more text")[1]
    assert disk.put(tmp_path, "a/b.md", b"more")[1]  # the beginning of what was there
    assert (tmp_path / "a" / "b.md").read_bytes() == b"more"


def test_what_stands_in_its_way_goes(tmp_path: Path) -> None:
    (tmp_path / "a.md" / "inside").mkdir(parents=True)
    (tmp_path / "b").write_bytes(b"a file in the place of a folder")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d").write_bytes(b"one further below")
    for name in ("a.md", "b/c/d.md", "c/d/e/f.md"):
        assert disk.put(tmp_path, name, b"text")[1]
        assert (tmp_path / name).read_bytes() == b"text"


def test_files_are_removed_with_the_folders_that_they_leave_empty(tmp_path: Path) -> None:
    for name in ("a/b/c.md", "a/d.md", "e.md/inside.md", "f"):
        disk.put(tmp_path, name, b"text")
    disk.remove_files(tmp_path, ["a/b/c.md", "never/there.md", "e.md", "f/below-a-file.md"])
    assert disk.stamps(tmp_path).keys() == {"a/d.md", "e.md/inside.md", "f"}
    assert not (tmp_path / "a" / "b").exists()
