"""A unit is made again when something that it read has changed, or a file of it is not as it was left, and only then."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import disk, making
from generator.content_tree import read_content
from generator.crossref import Archive
from generator.fingerprints import fingerprint
from generator.generating import Shop, load
from generator.kept import Damaged, Kept
from generator.made import Made, Prints
from generator.making import Drawer, Folder, Run, make
from generator.model import ActorSlug, Registry
from generator.progress import Progress
from generator.settings import Settings
from generator.units import Unit, file_units, made_by

pytestmark = pytest.mark.usefixtures("closing")

ADA, BOB, CORA = (ActorSlug(slug) for slug in ("ada", "bob", "cora"))
UNITS = [Unit("one", (slug,)) for slug in (ADA, BOB, CORA)] + [Unit("all"), Unit("none")]
ARCHIVE = Archive(registry=Registry(), members={ADA: (BOB,), BOB: ()}, months=((2024, 5),))


class Bench:
    """Units of one, of all and of nothing, made into a folder; ``run`` says which were made."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.before, self.made = root, Made(of=b"1"), list[str]()
        monkeypatch.setattr(making, "made_by", self.made_by)

    def made_by(self, unit: Unit, archive: Archive, *_: object) -> Iterable[tuple[str, bytes]]:
        self.made.append(unit.name)
        if unit.kind == "one":
            yield f"{unit.key[0]}/a.md", repr(archive.members.get(ActorSlug(str(unit.key[0])))).encode()
        elif unit.kind == "all":
            yield "all.md", repr(list(archive.members.items())).encode()
            yield "months.md", repr(tuple(archive.months)).encode()
        else:
            yield "none.md", b"always the same"

    def run(self, archive: Archive = ARCHIVE, units: Sequence[Unit] = UNITS) -> list[str]:
        self.made.clear()
        folder = Folder(self.root)
        run = Run(
            archive=archive,
            settings=Settings(),
            prints=Prints(archive, {}, {}),
            jobs=1,
            progress=Progress(),
        )
        self.before, self.changed = make("", units, run, sink=folder, stands=disk.stamps(self.root), before=self.before)
        self.before = Made.read(self.before.written(), b"1")
        return self.made


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench(tmp_path / "docs", monkeypatch)
    assert bench.run() == [unit.name for unit in UNITS]
    return bench


def test_nothing_is_made_where_nothing_changed(bench: Bench) -> None:
    assert bench.run() == []
    assert bench.run(replace(ARCHIVE, span=ARCHIVE.span, children={})) == []
    assert bench.changed == 0


@pytest.mark.parametrize(
    ("change", "made"),
    [
        ({"members": {ADA: (CORA,), BOB: ()}}, ["one ada", "all"]),
        ({"members": {ADA: (BOB,), BOB: (), CORA: ()}}, ["one cora", "all"]),  # it was asked for, and was not there
        ({"members": {ADA: (BOB,)}}, ["one bob", "all"]),
        ({"members": {BOB: (), ADA: (BOB,)}}, ["all"]),  # whoever read all of it may show its order
        ({"months": ()}, ["all"]),
        ({"years": {("actors", "ada"): (2024,)}}, []),
    ],
)
def test_what_read_something_that_changed_is_made_again_and_nothing_else(
    bench: Bench, change: dict[str, Any], made: list[str]
) -> None:
    assert bench.run(replace(ARCHIVE, **change)) == made
    assert bench.run(replace(ARCHIVE, **change)) == []
    assert bench.run() == made


def gone(path: Path) -> None:
    path.unlink()


def other(path: Path) -> None:
    path.write_bytes(b"other bytes")


def a_folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("spoil", [gone, other, a_folder, a_link])
def test_a_file_that_is_not_as_it_was_left_is_made_again(bench: Bench, spoil: Callable[[Path], None]) -> None:
    path = bench.root / "ada" / "a.md"
    good = path.read_bytes()
    spoil(path)
    assert bench.run() == ["one ada"]
    assert path.read_bytes() == good
    assert not path.is_symlink()


def test_a_new_unit_is_made_and_one_that_is_no_more_is_forgotten(bench: Bench) -> None:
    assert bench.run(units=UNITS[1:]) == []
    assert "ada/a.md" not in bench.before.prints
    assert bench.run() == ["one ada"]


def test_another_program_makes_all_again(bench: Bench) -> None:
    bench.before = Made.read(bench.before.written(), b"2")
    assert len(bench.run()) == len(UNITS)
    assert bench.changed == 0


def drawer_with(tmp_path: Path, **pieces: bytes) -> Drawer:
    drawer = Drawer(Kept(tmp_path / "kept", b"1"), "rows")
    for path, data in pieces.items():
        stamp, changed = drawer.put(path, data, fingerprint(data))
        assert changed is not None
        drawer.take([changed])
        assert drawer.stamps()[path] == stamp
    return drawer


def test_a_damaged_piece_is_told(tmp_path: Path) -> None:
    drawer = drawer_with(tmp_path, a=b"1", b=b"2")
    assert list(drawer.read(["b", "a", "b"])) == [b"2", b"1", b"2"]
    drawer.remove(["a"])
    with pytest.raises(Damaged, match="lacks a piece"):
        list(drawer.read(["a", "b"]))


def test_another_piece_of_the_same_path_has_another_stamp(tmp_path: Path) -> None:
    """Else one of a run that was killed, which told nobody what it made, would be taken for that of the run before."""
    before = drawer_with(tmp_path, a=b"1").stamps()
    assert drawer_with(tmp_path, a=b"2").stamps().keys() == before.keys()
    assert drawer_with(tmp_path, a=b"2").stamps() != before
    assert drawer_with(tmp_path, a=b"1").stamps() == before


# --- an archive of files -------------------------------------------------------------------------------------------------------------


def made_of(content: Path, folder: Path, before: Made, monkeypatch: pytest.MonkeyPatch) -> tuple[Made, set[str]]:
    """The files of a content tree, and the names of the units that were made."""
    shop, settings = Shop(folder=folder / "kept", version=b"1", jobs=1), Settings()
    names: set[str] = set()
    monkeypatch.setattr(making, "made_by", lambda unit, *of: names.add(unit.name) or made_by(unit, *of))
    kept = Kept(shop.folder / "archive.sqlite", b"1")
    loaded = load(content, *read_content(content), shop, kept)
    run = Run(
        archive=loaded.archive,
        settings=settings,
        prints=Prints(loaded.archive, loaded.prints, loaded.statements),
        jobs=1,
        progress=shop.progress,
    )
    docs = folder / "docs"
    stands = disk.stamps(docs)
    units = file_units(loaded.archive, settings)
    made, _ = make("", units, run, sink=Folder(docs), stands=stands, before=before)
    return made, names


def test_what_is_added_to_a_text_changes_what_shows_that_text(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no list of articles, no feed in which it does not stand."""
    made, every = made_of(content, tmp_path, Made(of=b"1"), monkeypatch)
    assert {"page home", "page map", "feed site"} <= every
    article = content / "articles" / "harbour-blockade-lifted.md"
    article.write_text(f"{article.read_text('utf-8')}\nIt rained.\n", "utf-8")
    _, again = made_of(content, tmp_path, made, monkeypatch)
    name = "harbour-blockade-lifted"
    assert again >= {f"page article {name}", f"data articles {name}"}
    assert {unit for unit in again if unit.startswith("page")} == {f"page article {name}"}
    assert b"It rained." in (tmp_path / "docs" / "articles" / f"{name}.md").read_bytes()
