"""Reading a content tree: all of it, nothing outside it, and again only what has changed."""

import os
import time
from pathlib import Path

import pytest

from generator import content_tree
from generator.content_tree import ContentFile, Known
from generator.problems import Problem, ToolError
from tests.planted import plant, refuse


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def the_problem(content: Path) -> Problem:
    files, problems = content_tree.read_content(content)
    assert files == []
    assert len(problems) == 1
    assert (problems[0].code, problems[0].line) == ("file-stray", 1)
    assert problems[0].help
    return problems[0]


def test_a_content_tree_is_read_in_order(content: Path) -> None:
    plant(
        content,
        "topics/talks.md",
        "articles/b.txt",
        "articles/a.html",
        "articles/c.md",
        "actors/ada-example.md",
        "pages/about.md",
    )
    files, problems = content_tree.read_content(content)
    assert problems == []
    assert [file.path for file in files] == [
        "content/actors/ada-example.md", "content/articles/a.html", "content/articles/b.txt", "content/articles/c.md",
        "content/pages/about.md", "content/topics/talks.md",
    ]  # fmt: skip
    assert files[0] == ContentFile(folder="actors", path="content/actors/ada-example.md", data=b"Talks.")


def test_hidden_files_are_passed_over(content: Path) -> None:
    plant(content, ".gitkeep", "articles/.draft.md", ".git/config", "articles/.cache/a.md")
    assert content_tree.read_content(content) == ([], [])


@pytest.mark.parametrize(
    ("name", "message", "help"),
    [
        ("a.md", "lies outside", "actors, articles, outlets, pages, topics"),
        ("article/a.md", "lies outside", "articles"),
        ("articles/2025/a.md", "lies in a subfolder", "content/articles/a.md"),
        ("articles/a.pdf", ".md or .txt or .html", "Rename it"),
        ("articles/a.MD", ".md or .txt or .html", "Rename it"),
        ("articles/a", ".md or .txt or .html", "Rename it"),
        ("actors/ada-example.txt", "does not end in .md", "Rename it"),
        ("pages/logo.svg", "does not end in .md", "Rename it"),
    ],
)
def test_strays_are_problems(content: Path, name: str, message: str, help: str) -> None:
    plant(content, name)
    problem = the_problem(content)
    assert problem.path == f"content/{name}"
    assert message in problem.message
    assert help in problem.help


@pytest.mark.parametrize("target", ["secret.md", "folder", "nowhere", "/etc/hostname"])
@pytest.mark.parametrize("name", ["articles/a.md", "articles"])
def test_links_are_never_followed(content: Path, target: str, name: str) -> None:
    plant(content.parent, "secret.md", "folder/b.md")
    link = content / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(content.parent / target)
    problem = the_problem(content)
    assert problem.path == f"content/{name}"
    assert "link" in problem.message


def test_what_is_no_ordinary_file_is_not_opened(content: Path) -> None:
    plant(content, "articles/a.md")
    os.mkfifo(content / "articles" / "b.md")
    files, problems = content_tree.read_content(content)
    assert [file.path for file in files] == ["content/articles/a.md"]
    assert [problem.path for problem in problems] == ["content/articles/b.md"]


def test_a_name_that_is_no_utf8_can_be_told(content: Path) -> None:
    (content / "articles").mkdir()
    (content / "articles" / os.fsdecode(b"caf\xe9.md")).write_bytes(b"Talks.")
    files, _ = content_tree.read_content(content)
    assert [file.path.encode() for file in files] == ["content/articles/caf\ufffd.md".encode()]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"there is no folder .*nowhere") as caught:
        content_tree.read_content(tmp_path / "nowhere")
    assert "--content" in caught.value.help
    plant(tmp_path, "file")
    with pytest.raises(ToolError, match="there is no folder"):
        content_tree.read_content(tmp_path / "file")


def test_what_cannot_be_read_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(content, "articles/a.md")
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ToolError, match=r"a\.md cannot be read: Permission denied"):
        content_tree.read_content(content)
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ToolError, match="content cannot be read: Permission denied"):
        content_tree.read_content(content)


# --- reading again -----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def quiet(content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree whose files were written long ago, as far as anybody can see."""
    plant(content, "articles/a.md", "articles/b.md")
    monkeypatch.setattr(content_tree, "_QUIET", -1)
    return content


def data_of(content: Path, known: Known) -> dict[str, bytes]:
    return {Path(file.path).name: file.data for file in content_tree.read_content(content, known)[0]}


def test_a_file_that_stands_as_it_was_is_not_read_again(quiet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Known()
    first, _ = content_tree.read_content(quiet, known)
    monkeypatch.setattr(content_tree, "read_bytes", refuse)
    again, _ = content_tree.read_content(quiet, known)
    assert [id(file) for file in again] == [id(file) for file in first]


def test_a_change_of_the_same_length_and_time_is_seen(quiet: Path) -> None:
    known = Known()
    data_of(quiet, known)
    then = (quiet / "articles/a.md").stat().st_mtime_ns
    time.sleep(0.02)  # the clock of a file system may stand still for 10 ms
    (quiet / "articles/a.md").write_bytes(b"Truce.")
    os.utime(quiet / "articles/a.md", ns=(then, then))
    assert data_of(quiet, known) == {"a.md": b"Truce.", "b.md": b"Talks."}


def test_a_file_that_was_just_written_is_read_again(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be written again within the same moment of the file system's clock."""
    plant(content, "articles/a.md")
    known = Known()
    content_tree.read_content(content, known)
    monkeypatch.setattr(content_tree, "read_bytes", lambda _: b"Truce.")
    assert data_of(content, known) == {"a.md": b"Truce."}


def test_files_that_go_and_come_are_seen(quiet: Path) -> None:
    known = Known()
    data_of(quiet, known)
    (quiet / "articles/a.md").unlink()
    plant(quiet, "articles/c.md")
    assert data_of(quiet, known) == {"b.md": b"Talks.", "c.md": b"Talks."}
    (quiet / "articles/b.md").rename(quiet / "articles/a.md")
    assert data_of(quiet, known) == {"a.md": b"Talks.", "c.md": b"Talks."}


def test_the_same_bytes_at_another_path_have_another_fingerprint() -> None:
    one, same, other = (ContentFile(folder="articles", path=path, data=b"Talks.") for path in ("a", "a", "b"))
    assert one.of == same.of != other.of
