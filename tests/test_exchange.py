"""Putting a new site in the place of the old one: in one step, one build at a time, and nothing lost where the disk fails."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import content_tree, disk, exchange, locking, pipeline
from generator.problems import ToolError
from generator.publish import pages

NO_ROOT = pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write to read-only folders")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, with a new one beside it."""
    folder = tmp_path / "site"
    for place, words in ((folder, "old"), (exchange.beside(folder), "new")):
        place.mkdir()
        (place / "index.html").write_text(words, "utf-8")
    return folder


def words(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


# --- the exchange ------------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="other systems have no such call")
def test_two_folders_change_places_in_one_step(site: Path) -> None:
    assert exchange.swapped(exchange.beside(site), site)
    assert (words(site), words(exchange.beside(site))) == ("new", "old")


@pytest.mark.parametrize("can", [True, False])
def test_the_new_site_stands_and_the_old_one_is_beside_it(
    site: Path, can: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the system cannot exchange folders."""
    if not can:
        monkeypatch.setattr(exchange, "swapped", lambda *_: False)
    exchange.put(exchange.beside(site), site)
    assert (words(site), words(exchange.beside(site))) == ("new", "old")
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.beside", "site"]


def test_a_first_site_takes_its_place(site: Path) -> None:
    shutil.rmtree(site)
    exchange.put(exchange.beside(site), site)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_link_stays_and_what_it_leads_to_is_replaced(site: Path, tmp_path: Path) -> None:
    (tmp_path / "shown").symlink_to("site")
    assert exchange.place_of(tmp_path / "shown") == site


def test_the_old_site_stays_where_neither_step_can_be_done(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In two steps: the second one fails, and the first is taken back."""
    monkeypatch.setattr(exchange, "swapped", lambda *_: False)
    rename = Path.rename

    def fails(self: Path, to: Path) -> Path:
        if self.name.endswith(".beside"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(self))
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        exchange.put(exchange.beside(site), site)
    assert words(site) == "old"


def test_a_failing_call_is_an_error_and_a_missing_one_is_not(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange.swapped(site.with_name("nothing"), site)
    assert words(site) == "old"


def test_what_a_killed_build_left_is_made_good(site: Path) -> None:
    """An old one that was moved aside comes back; what is beside it stays, for the next build to use."""
    site.rename(site.with_name("site.old"))
    exchange.made_good(site)
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.beside", "site"]
    assert words(site) == "old"
    shutil.copytree(site, site.with_name("site.old"))
    exchange.made_good(site)
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.beside", "site"]


# --- one build at a time -------------------------------------------------------------------------------------------------------------

HOLDING = "import sys, time; from pathlib import Path; from generator.locking import only_one\nwith only_one(Path(sys.argv[1])):\n print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def held(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Another process that holds the build folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_second_build_waits_and_says_so(held: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    told: list[str] = []

    def note(message: str) -> None:
        told.append(message)
        assert held.stdin is not None
        held.stdin.close()

    with locking.only_one(tmp_path, note, patience=60):
        pass
    assert told == [f"Another build is at work in {tmp_path} (process {held.pid}): waiting for it."]


def test_a_second_build_does_not_wait_for_ever(held: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=f"another build is at work .* \\(process {held.pid}\\)") as caught:
        locking.only_one(tmp_path, patience=0).__enter__()
    assert "--build-dir" in caught.value.help


def test_the_lock_of_a_dead_process_is_none(held: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    held.kill()
    held.wait()
    with locking.only_one(tmp_path, patience=0):
        assert (tmp_path / locking.LOCK).read_text("utf-8").split()[0] == str(os.getpid())


@pytest.mark.parametrize("there", ["a file", "a folder of a file"])
def test_a_build_folder_that_is_none_is_a_clear_error(there: str, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    folder.write_text("not a folder", "utf-8")
    with pytest.raises(ToolError, match="cannot be written to"):
        locking.only_one(folder if there == "a file" else folder / "below").__enter__()


@NO_ROOT
def test_a_read_only_build_folder_is_a_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ToolError, match="cannot be written to"):
        locking.only_one(tmp_path).__enter__()
    tmp_path.chmod(0o700)


# --- where the disk fails -------------------------------------------------------------------------------------------------------------


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def built(a_project: Path) -> Path:
    """A small archive with its site; a change that the next build would publish."""
    pipeline.build(a_project / "content", a_project / "build", a_project)
    about = a_project / "content" / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\nA new paragraph.\n", "utf-8")
    return a_project


def fails_and_recovers(built: Path, undo: Callable[[], None], match: str) -> None:
    """The build stops with an error for a person, the old site stands whole, and the next build succeeds."""
    before = tree(built / "build" / "site")
    with pytest.raises(ToolError, match=match) as caught:
        pipeline.build(built / "content", built / "build", built)
    assert caught.value.help
    undo()
    assert tree(built / "build" / "site") == before
    pipeline.build(built / "content", built / "build", built)
    assert b"A new paragraph." in (built / "build" / "site" / "about" / "index.html").read_bytes()


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "name", "match"),
    [
        (pages, "written", "the site cannot be written: somewhere: No space left"),
        (pages, "named_again", "the site cannot be written: somewhere: No space left"),
        (exchange, "put", "the site cannot be written: somewhere: No space left"),
        (exchange, "settle", "the site cannot be written: somewhere: No space left"),
        (exchange, "swapped", "the site cannot be written: somewhere: No space left"),
        (disk, "write_anew", "somewhere cannot be written: No space left"),
    ],
)
def test_a_full_disk_leaves_the_old_site(
    built: Path, place: object, name: str, match: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step it fills up in."""
    monkeypatch.setattr(place, name, full_disk)
    fails_and_recovers(built, monkeypatch.undo, match)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="limits are those of Unix")
def test_a_file_that_cannot_grow_leaves_the_old_site(built: Path) -> None:
    """A true failure of the disk in the middle of a file, not one of ours: no file may be longer than 20 kB."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    fails_and_recovers(
        built,
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard)),
        "cannot be written|cannot be used|the publisher stopped",
    )


@pytest.mark.slow
@pytest.mark.parametrize("what", ["a page vanishes", "a folder becomes a file"])
def test_what_changes_in_the_middle_of_a_build_leaves_the_old_site(
    built: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spread = pages.spread

    def disturbed(*arguments: object, **named: object) -> Iterator[object]:
        if what == "a page vanishes":
            (built / "build" / "docs" / "about.md").unlink()
        else:
            beside = exchange.beside(built / "build" / "site")
            shutil.rmtree(beside)
            beside.write_text("in the way", "utf-8")
        return spread(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pages, "spread", disturbed)
    fails_and_recovers(built, monkeypatch.undo, "the site cannot be written")


def test_a_content_file_that_vanishes_is_a_clear_error(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = content_tree._walk

    def vanishing(*arguments: object) -> object:
        for entry, inside in walk(*arguments):
            if inside.endswith("ada-example.md"):
                Path(entry.path).unlink(missing_ok=True)
            yield entry, inside

    monkeypatch.setattr(content_tree, "_walk", vanishing)
    with pytest.raises(ToolError, match=r"ada-example\.md"):
        content_tree.read_content(content)
