"""What runs keep: plain data alone, of one version, and nothing of it can stop a run."""

import os
import pickle
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from generator.crossref import Entry
from generator.generating import Shop, with_kept
from generator.kept import Damaged, Kept, KeptBlocks, texts_noted
from generator.made import Made
from generator.model import Actor, ActorKind, ActorSlug, ArticleSlug, Block, Role, Term
from generator.packing import packed, unpacked
from generator.problems import Problem
from generator.publish.record import Place, Record

pytestmark = pytest.mark.usefixtures("closing")

ROW = {"rows": [(b"key", b"data")]}


class Evil:
    """What runs a command where it is read as Python's pickle."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (self.command,)


def test_plain_data_comes_back() -> None:
    problem = Problem(path="a.md", line=1, code="odd", message="m", help="h")
    value = (Term(text="truce"), date(2024, 5, 1), problem, {"a": [1, None, True, 0.5]}, b"b", Role.PARAGRAPH)
    assert unpacked(packed(value)) == value


def test_enumerations_come_back_however_python_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python 3.11.2 does, which is Debian's: it has them found by their name."""
    monkeypatch.setattr(Role, "__reduce_ex__", lambda member, _: (getattr, (Role, member.name)))
    assert b"getattr" in pickle.dumps(Role.PARAGRAPH)
    assert unpacked(packed(Role.PARAGRAPH)) is Role.PARAGRAPH


@pytest.mark.parametrize("wrap", [lambda evil: evil, lambda evil: (b"of", [], {"a": evil}), lambda evil: (evil, [])])
def test_what_would_run_is_refused_and_does_not_run(wrap: Callable[[Evil], object], tmp_path: Path) -> None:
    data = pickle.dumps(wrap(Evil(f"touch {tmp_path}/ran")))
    with pytest.raises(pickle.UnpicklingError, match="is not kept"):
        unpacked(data)
    assert Made.read(data, b"of") == Made(of=b"of")
    assert Record.read(data, b"of") == Record(under=b"of")
    kept = Kept(tmp_path / "kept", b"1")
    kept.keep({"blocks": [(b"key", data)]})
    with pytest.raises(Damaged):
        list(KeptBlocks(kept, b"key", ArticleSlug("one"), 1, 2))
    assert not (tmp_path / "ran").exists()
    pickle.loads(data)  # it would have run
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", ["eval", "getattr", "open"])
def test_functions_of_python_are_refused(name: str) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(f"cbuiltins\n{name}\n.".encode())


@pytest.mark.parametrize(
    "what",
    [
        "generator.packing\n_Plain",
        "generator.packing\npickle",
        "generator.model\nMapping",
        "generator.problems\nhas_errors",
    ],
)
def test_of_our_own_only_classes_of_data_are_made(what: str) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(f"c{what}\n.".encode())


@pytest.mark.parametrize("values", ["", "Vtext\n", "Vtext\nVtext\nVtext\n"])
def test_a_dataclass_is_made_with_all_its_values_or_not_at_all(values: str) -> None:
    with pytest.raises(TypeError):
        unpacked(f"cgenerator.model\nTerm\n({values}tR.".encode())


def test_a_field_may_have_any_name() -> None:
    """What makes a dataclass is written for it: its own names are none of a field's."""
    actor = Actor(slug=ActorSlug("ada"), path="p", name="Ada Example", kind=ActorKind.PERSON, lines={"kind": 3})
    assert unpacked(packed(actor)) == actor


def test_other_classes_of_ours_are_not_kept() -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(packed(Entry))


@pytest.mark.parametrize(
    "data", [b"", b"\x80\x05garbage", packed((b"of", [], {}))[:-4], packed(3), packed((b"of", 1, 2, 3))]
)
def test_what_cannot_be_read_is_nothing(data: bytes) -> None:
    assert Made.read(data, b"of") == Made(of=b"of")
    assert Record.read(data, b"of") == Record(under=b"of")


def test_what_is_of_another_program_is_nothing() -> None:
    record = Record(
        under=b"of", by_page=True, places={"a": Place(b"x", 1, 2, ("id",), (("b.md", "id", "b.md#id"),), ("/a/", ""))}
    )
    assert Record.read(record.written(), b"of") == record
    assert Record.read(record.written(), b"other").places == {}
    made = Made(of=b"of", units={"page home": (b"", (("index.md", b"x", 1, 2),))})
    assert Made.read(made.written(), b"of").units == made.units
    assert Made.read(made.written(), b"other").units == {}


# --- the database --------------------------------------------------------------------------------------------------------------


def begun(path: Path) -> None:
    kept = Kept(path, b"1")
    kept.keep(ROW)
    kept.close()


def test_the_next_run_finds_it(tmp_path: Path) -> None:
    begun(tmp_path / "kept")
    kept = Kept(tmp_path / "kept", b"1")
    assert kept.all("rows") == {b"key": b"data"}
    kept.forget({"rows": [b"key"]})
    assert kept.all("rows") == {}


def test_another_version_begins_anew(tmp_path: Path) -> None:
    begun(tmp_path / "kept")
    assert Kept(tmp_path / "kept", b"2").all("rows") == {}


@pytest.mark.parametrize(
    "spoil", [lambda _: b"\x80\x05garbage" * 99, lambda _: b"", lambda data: data[: len(data) // 2]]
)
def test_a_damaged_file_never_stops_a_run(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    begun(path)
    path.write_bytes(spoil(path.read_bytes()))
    begun_with = []

    def work(kept: Kept) -> dict[bytes, bytes]:
        begun_with.append(kept.all("rows"))
        kept.keep({"rows": [(b"new", b"data")]})
        return kept.all("rows")

    assert with_kept(Shop(folder=tmp_path, version=b"1"), work) == {b"new": b"data"}
    assert begun_with[-1] == {}


def test_what_threads_opened_is_closed(tmp_path: Path) -> None:
    """Else the next run of this process waits for them a minute long, where it has to begin anew."""
    kept = Kept(tmp_path / "kept", b"1")
    kept.keep(ROW)
    thread = Thread(target=kept.all, args=("rows",))
    thread.start()
    thread.join()
    kept.close()
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]  # the last connection takes the journal along
    assert kept.all("rows") == {b"key": b"data"}


def test_a_run_is_begun_anew_once(tmp_path: Path) -> None:
    begun(tmp_path / "archive.sqlite")
    seen = []

    def work(kept: Kept) -> None:
        seen.append(kept.all("rows"))
        raise kept.damaged("always")

    with pytest.raises(Damaged, match="always"):
        with_kept(Shop(folder=tmp_path, version=b"1"), work)
    assert seen == [{b"key": b"data"}, {}]


def test_a_folder_in_its_place_goes(tmp_path: Path) -> None:
    (tmp_path / "kept" / "inside").mkdir(parents=True)
    begun(tmp_path / "kept")
    assert Kept(tmp_path / "kept", b"1").heads("rows", 2) == [(b"key", b"da")]


def test_a_table_that_is_gone_is_told(tmp_path: Path) -> None:
    begun(tmp_path / "kept")
    with sqlite3.connect(tmp_path / "kept") as connection:
        connection.execute("DROP TABLE rows")
    connection.close()
    with pytest.raises(Damaged, match="no such table"):
        Kept(tmp_path / "kept", b"1").all("rows")


def test_blocks_are_read_when_somebody_looks(tmp_path: Path) -> None:
    blocks = (Block(role=Role.PARAGRAPH, text="It rained.", line=1), Block(role=Role.PARAGRAPH, text="Twice.", line=2))
    kept = Kept(tmp_path / "kept", b"1")
    lazy = KeptBlocks(kept, b"key", ArticleSlug("one"), 2, 3)
    assert len(lazy) == 2
    with pytest.raises(Damaged, match="lacks the text"):
        lazy[0]
    kept.keep({"blocks": [(b"key", packed(blocks))]})
    assert tuple(lazy) == blocks
    assert lazy[1:] == blocks[1:]


@pytest.mark.parametrize("look", [len, list, lambda lazy: lazy[0], lambda lazy: lazy.words, bool])
def test_who_looks_at_a_text_is_noted(look: Callable[[KeptBlocks], object], tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", b"1")
    kept.keep({"blocks": [(b"key", packed((Block(role=Role.PARAGRAPH, text="It rained.", line=1),)))]})
    lazy = KeptBlocks(kept, b"key", ArticleSlug("one"), 1, 2)
    noted: list[str] = []
    with texts_noted(noted.append):
        assert not noted
        look(lazy)
        assert set(noted) == {"one"}
        noted.clear()
    look(lazy)
    assert not noted


def test_what_is_kept_is_there_before_there_are_processes_that_look_for_it(tmp_path: Path) -> None:
    """Each of them would begin it anew."""
    seen = with_kept(Shop(folder=tmp_path), lambda _: [path.name for path in tmp_path.iterdir()])
    assert "archive.sqlite" in seen


def test_another_file_in_its_place_is_seen(tmp_path: Path) -> None:
    """By a preview, in whose folder somebody removed what was kept, and built."""
    kept = Kept(tmp_path / "kept", b"1")
    kept.begin()
    kept.keep({"rows": [(b"key", b"old")]})
    for path in list(tmp_path.iterdir()):
        path.unlink()
    other = Kept(tmp_path / "kept", b"1")
    other.keep({"rows": [(b"key", b"new")]})
    other.close()
    assert kept.all("rows") == {b"key": b"old"}
    kept.begin()
    assert kept.all("rows") == {b"key": b"new"}
    kept.keep(ROW)
    assert Kept(tmp_path / "kept", b"1").all("rows") == {b"key": b"data"}


def test_one_that_was_begun_anew_is_there_too_before_there_are_processes(tmp_path: Path) -> None:
    seen = []

    def work(kept: Kept) -> None:
        seen.append((tmp_path / "archive.sqlite").exists())
        if len(seen) == 1:
            raise kept.damaged("it lacks a piece")

    with_kept(Shop(folder=tmp_path), work)
    assert seen == [True, True]
