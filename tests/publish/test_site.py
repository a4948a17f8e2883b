"""The files of a new site: kept, linked or made, and never written over, since they have other names."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import disk
from generator.publish.site import brought_in_step, clear, named_again, written


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name in ("a/index.html", "b/index.html", "c.css"):
        written(f"{root}/{name}", name.encode())
    return root


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    return tmp_path / "beside"


def test_what_is_wanted_is_linked(site: Path, beside: Path) -> None:
    wanted = disk.stamps(site)
    assert brought_in_step(beside, site, wanted) == set()
    assert all((beside / name).samefile(site / name) for name in wanted)


def test_what_is_not_wanted_goes(site: Path, beside: Path) -> None:
    wanted = disk.stamps(site)
    written(f"{beside}/old/index.html", b"old")
    brought_in_step(beside, site, wanted)
    assert disk.stamps(beside).keys() == wanted.keys()
    assert not (beside / "old").exists()


def gone(path: Path) -> None:
    path.unlink()


def longer(path: Path) -> None:
    path.write_bytes(b"longer than it was")


def later(path: Path) -> None:
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("spoil", [gone, longer, later])
def test_what_neither_has_as_it_should_be_is_missing(site: Path, beside: Path, spoil: Callable[[Path], None]) -> None:
    wanted = disk.stamps(site)
    spoil(site / "a" / "index.html")
    assert brought_in_step(beside, site, wanted) == {"a/index.html"}


def test_what_the_other_has_as_it_should_be_takes_the_place_of_what_is_spoiled(site: Path, beside: Path) -> None:
    wanted = disk.stamps(site)
    written(f"{beside}/a/index.html", b"spoiled")
    assert brought_in_step(beside, site, wanted) == set()
    assert (beside / "a" / "index.html").samefile(site / "a" / "index.html")


def test_nothing_is_written_over(site: Path, beside: Path) -> None:
    """The one that readers have stays as it is while the new one is made of it."""
    brought_in_step(beside, site, disk.stamps(site))
    written(f"{beside}/a/index.html", b"new")
    disk.put(beside, "b/index.html", b"new")
    named_again(f"{site}/c.css", f"{beside}/a/index.html")
    assert {name: (site / name).read_text() for name in disk.stamps(site)} == {
        name: name for name in ("a/index.html", "b/index.html", "c.css")
    }


def test_a_link_or_a_file_in_its_place_goes_and_what_it_leads_to_stays(site: Path, beside: Path) -> None:
    beside.symlink_to(site)
    assert brought_in_step(beside, site, disk.stamps(site)) == set()
    assert not beside.is_symlink()
    assert (site / "c.css").read_text() == "c.css"


def test_without_links_of_the_file_system_there_is_a_copy_with_its_time(
    site: Path, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: str) -> None:
        raise PermissionError

    wanted = disk.stamps(site)
    monkeypatch.setattr(os, "link", refused)
    assert brought_in_step(beside, site, wanted) == set()
    assert disk.stamps(beside) == wanted
    assert not (beside / "c.css").samefile(site / "c.css")


def test_room_is_made_where_a_folder_stands(tmp_path: Path) -> None:
    (tmp_path / "a" / "inside").mkdir(parents=True)
    clear(f"{tmp_path}/a")
    assert not (tmp_path / "a").exists()
    clear(f"{tmp_path}/b/c")
    assert (tmp_path / "b").is_dir()
