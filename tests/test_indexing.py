"""The search indexes: Pagefind itself on small archives, what is kept, and what is said when it fails."""

import datetime
import gzip
import json
import os
import threading
from pathlib import Path

import pytest

from generator import disk, indexing
from generator.problems import ToolError
from generator.search import Parts, Record, findable, parts_of
from generator.search.records import Passage


def record(number: int, year: int = 2025, text: str = "Boats left the harbour of Zenda.") -> Record:
    return Record(
        url=f"articles/{number}/", title=f"Report {number}", kind="article", date=datetime.date(year, 3, 1),
        actors=("ada-example Ada Example, envoy: of Ruritania", "bertram-sample Bertram Sample"),
        topics=("talks Strelsau talks",), outlets=("the-gazette The Gazette",),
        body=(Passage(text=text), Passage(text="In Klow", level=2, anchor="text-in-klow"), Passage(text="Привет Łódź 乌克兰")),
    )  # fmt: skip


def parts(*records: Record) -> Parts:
    """The parts of an archive of which no two of these records fit into one."""
    return parts_of(map(findable, records), full=1000)


TWO_YEARS = parts(record(1, 2024), record(2, 2025))


def contents(kept: dict[str, indexing.Kept]) -> dict[str, bytes]:
    return {name: Path(file.path).read_bytes() for name, file in kept.items()}


def on_disk(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of pages of each run of Pagefind."""
    numbers: list[int] = []
    run = indexing.run_pagefind

    def counted(program: str, pages: list[indexing.Page], language: str) -> dict[str, bytes]:
        pages = list(pages)
        numbers.append(len(pages))
        return run(program, pages, language)

    monkeypatch.setattr(indexing, "run_pagefind", counted)
    return numbers


def test_each_part_is_a_bundle_without_what_nobody_loads(tmp_path: Path) -> None:
    kept = indexing.index(TWO_YEARS, tmp_path)
    assert {name for name in kept if name.startswith("search/pagefind/")} == {
        "search/pagefind/pagefind.js",
        "search/pagefind/wasm.en.pagefind",
        "search/pagefind/wasm.none.pagefind",
    }
    for part in TWO_YEARS.articles:
        own = {name.removeprefix(f"search/parts/{part.name}/") for name in kept if f"/{part.name}/" in name}
        folders = {name.split("/")[0] for name in own if "/" in name}
        assert folders == {"fragment", "index", "filter"}
        assert "pagefind-entry.json" in own
        assert not [name for name in own if name.endswith((".js", ".css")) or "wasm" in name]


def test_a_fragment_holds_what_a_result_shows(tmp_path: Path) -> None:
    kept = indexing.index(parts(record(7)), tmp_path)
    (fragment,) = [Path(file.path) for name, file in kept.items() if "/fragment/" in name]
    told = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd"))
    assert told["url"] == "articles/7/"
    assert told["meta"]["title"] == "Report 7"
    assert told["meta"]["date"] == "1 March 2025"
    assert told["filters"] == {
        "kind": ["article"],
        "year": ["2025"],
        "actor": ["ada-example Ada Example, envoy: of Ruritania", "bertram-sample Bertram Sample"],
        "topic": ["talks Strelsau talks"],
        "outlet": ["the-gazette The Gazette"],
    }
    assert ("text-in-klow", "In Klow") in [(anchor["id"], anchor["text"]) for anchor in told["anchors"]]
    assert "Привет Łódź 乌克兰" in told["content"]


def test_all_parts_share_one_webassembly(tmp_path: Path) -> None:
    """Pagefind's script asks for ``wasm.<piece>.pagefind`` in the part's folder: the first part's piece leads to the true one."""
    kept = indexing.index(TWO_YEARS, tmp_path)
    led_to = []
    for part in TWO_YEARS.every:
        entry = json.loads(Path(kept[f"search/parts/{part.name}/pagefind-entry.json"].path).read_bytes())
        (language,) = entry["languages"].values()
        steps: list[str] = []
        for step in f"search/parts/{part.name}/wasm.{language['wasm']}.pagefind".split("/"):
            steps = steps[:-1] if step == ".." else [*steps, step]
        led_to.append(Path(kept["/".join(steps)].path))
    assert [path.name for path in led_to] == ["wasm.en.pagefind", "wasm.none.pagefind"]
    assert led_to[0].stat().st_size > 50_000
    assert led_to[1].read_bytes() == b"pagefind_dcd"


def test_what_became_the_first_part_brings_the_webassembly(tmp_path: Path) -> None:
    indexing.index(TWO_YEARS, tmp_path)
    kept = indexing.index(parts(record(1, 2024)), tmp_path)
    assert contents(kept) == contents(indexing.index(parts(record(1, 2024)), tmp_path / "another"))
    assert b"wasm.en" in Path(kept["search/parts/2024/pagefind-entry.json"].path).read_bytes()


def test_parts_are_made_two_at_a_time_and_none_after_one_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    both = threading.Barrier(2, timeout=20)

    def failing(program: str, pages: list[indexing.Page], language: str) -> dict[str, bytes]:
        begun.append(len(list(pages)))
        both.wait()
        raise ToolError("Pagefind stopped")

    monkeypatch.setattr(indexing, "run_pagefind", failing)
    with pytest.raises(ToolError, match="Pagefind stopped"):
        indexing.index(parts(*(record(year, year) for year in range(2010, 2026))), tmp_path)
    assert len(begun) == 2


def test_the_same_archive_makes_the_same_bytes(tmp_path: Path) -> None:
    """Pagefind's own are not: it writes filters in another order each time."""
    archive = parts(*(record(n, 2024 + n % 2) for n in range(40)))
    first = contents(indexing.index(archive, tmp_path / "first"))
    for again in range(4):
        assert contents(indexing.index(archive, tmp_path / str(again))) == first


def test_what_is_kept_is_not_made_again(tmp_path: Path, runs: list[int]) -> None:
    first = indexing.index(TWO_YEARS, tmp_path)
    assert len(runs) == 3
    again = indexing.index(TWO_YEARS, tmp_path)
    assert len(runs) == 3
    assert again == first


def test_an_edit_makes_one_part_again_and_leaves_nothing_behind(tmp_path: Path, runs: list[int]) -> None:
    before = contents(indexing.index(TWO_YEARS, tmp_path))
    runs.clear()
    edited = parts(record(1, 2024), record(2, 2025, "The boats came back."))
    after = contents(indexing.index(edited, tmp_path))
    assert runs == [1]
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} <= {
        name for name in before.keys() | after.keys() if "/2025/" in name
    }
    files = {name for name in on_disk(tmp_path) if (tmp_path / name).is_file()}
    assert len(files) == len(after) + 3 + 1  # the marks of three folders, and the overview


def test_a_part_that_is_no_more_is_removed(tmp_path: Path) -> None:
    indexing.index(TWO_YEARS, tmp_path)
    indexing.index(parts(record(2, 2025)), tmp_path)
    assert not [name for name in on_disk(tmp_path) if "2024" in name]
    assert [name for name in on_disk(tmp_path) if "2025" in name]
    assert indexing.index(parts(), tmp_path) == {}
    assert on_disk(tmp_path) == {"folders.json"}


def test_a_run_that_was_cut_short_is_made_again(
    tmp_path: Path, runs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = contents(indexing.index(TWO_YEARS, tmp_path / "whole"))
    runs.clear()
    cache = tmp_path / "cut"
    write = disk.write_tree

    def cut(root: Path, files: dict[str, bytes]) -> disk.Written:
        write(root, dict(list(files.items())[:2]))
        raise ToolError("the disk is full")

    monkeypatch.setattr(disk, "write_tree", cut)
    with pytest.raises(ToolError, match="the disk is full"):
        indexing.index(TWO_YEARS, cache)
    monkeypatch.setattr(disk, "write_tree", write)
    assert contents(indexing.index(TWO_YEARS, cache)) == whole


@pytest.mark.parametrize("name", ["gone", "other", "linked", "mark"])
def test_a_part_that_is_not_as_it_was_left_is_made_again(tmp_path: Path, runs: list[int], name: str) -> None:
    kept = indexing.index(TWO_YEARS, tmp_path / "cache")
    whole = contents(kept)
    path = next(Path(file.path) for name, file in kept.items() if "/fragment/" in name)
    match name:
        case "gone":
            path.unlink()
        case "other":  # as whoever writes into the file of the same other name in build/docs
            path.write_bytes(b"other bytes")
        case "linked":
            path.rename(tmp_path / "elsewhere")
            path.symlink_to(tmp_path / "elsewhere")
        case "mark":
            next(path.parent.parent.glob("whole-*")).write_text('{"../../secret": [1, 2, ""]}')
    runs.clear()
    assert contents(indexing.index(TWO_YEARS, tmp_path / "cache")) == whole
    assert runs == [1]
    assert not path.is_symlink()


def test_a_part_with_other_times_is_not_made_again(tmp_path: Path, runs: list[int]) -> None:
    """As after it was packed and unpacked by whoever keeps folders between runs."""
    kept = indexing.index(TWO_YEARS, tmp_path)
    for file in kept.values():
        os.utime(file.path, ns=(1, 1))
    runs.clear()
    again = indexing.index(TWO_YEARS, tmp_path)
    assert {name: (file.path, file.of) for name, file in again.items()} == {
        name: (file.path, file.of) for name, file in kept.items()
    }
    assert {file.stamp[1] for file in again.values()} == {1}
    assert runs == []


@pytest.mark.parametrize("said", [b"5", b"[]", b"\xff", b'{"a": 1}', b"{"])
def test_an_overview_or_a_mark_that_nobody_can_read_stops_nothing(tmp_path: Path, said: bytes) -> None:
    whole = contents(indexing.index(TWO_YEARS, tmp_path))
    for path in [tmp_path / "folders.json", *tmp_path.glob("*/whole-*")]:
        path.write_bytes(said)
    assert contents(indexing.index(TWO_YEARS, tmp_path)) == whole


def test_another_language_is_another_index(tmp_path: Path, runs: list[int]) -> None:
    indexing.index(TWO_YEARS, tmp_path)
    indexing.index(TWO_YEARS, tmp_path, language="de")
    assert len(runs) == 6


def test_without_pagefind_the_error_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "get_executable", lambda: None)
    with pytest.raises(ToolError, match="not installed") as raised:
        indexing.index(TWO_YEARS, tmp_path)
    assert "pip install" in raised.value.help


def test_a_package_without_its_program_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> Path:
        raise FileNotFoundError("pagefind")

    monkeypatch.setattr(indexing, "get_executable", lost)
    with pytest.raises(ToolError, match="not installed"):
        indexing.index(TWO_YEARS, tmp_path)


def program(folder: Path, script: str) -> Path:
    path = folder / "pagefind"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 1", "cannot run"),
        ('[ "$1" = --version ] || { echo "no memory" >&2; exit 1; }', "stopped: no memory"),
        ('[ "$1" = --version ] || { echo "thread panicked,"; exec cat >/dev/null; }', "stopped: thread panicked"),
        ('[ "$1" = --version ] || exit 1', "said nothing"),
    ],
)
def test_the_words_of_a_pagefind_that_fails_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setattr(indexing, "get_executable", lambda: program(tmp_path, script))
    with pytest.raises(ToolError, match=said):
        indexing.index(TWO_YEARS, tmp_path / "cache")


def test_a_program_for_another_machine_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pagefind"
    path.write_bytes(b"\x7fELF of another machine")
    path.chmod(0o755)
    monkeypatch.setattr(indexing, "get_executable", lambda: path)
    with pytest.raises(ToolError, match="cannot run"):
        indexing.index(TWO_YEARS, tmp_path / "cache")


def test_what_pagefind_refuses_is_said(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="Pagefind"):
        indexing.run_pagefind(str(indexing.get_executable()), [("a/", 5)], "en")  # type: ignore[list-item]
