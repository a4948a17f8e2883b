"""Whatever is changed, in whatever order: what a build makes of what earlier builds kept is what a build from nothing makes.

Random edits of a small archive, one after the other, each followed by a build with what was kept and by one of the same content
in an empty folder.  The same again as a preview builds: in one process, the pages first.  ``EDITS`` in the environment says how
many (a dozen, if it does not), ``SEED`` which, ``SEARCH=no`` leaves the search index out.  What an edit may be is in ``edits.py`` and ``spoiling.py``.
"""

import hashlib
import os
import random
import shutil
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline, search, versions
from generator.building import Builder
from generator.data import whole_paths
from generator.generating import KEPT, Shop, lasting
from generator.problems import ContentError, ToolError
from generator.publish.whole import render_whole
from tests import edits, spoiling
from tests.edits import Edit, World, begin

pytestmark = pytest.mark.slow

EDITS: Mapping[Edit, int] = {  # how often each comes, beside the others
    edits.add_article: 6,
    edits.remove_article: 3,
    edits.rename_article: 5,
    edits.change_text: 6,
    edits.change_weather: 4,
    edits.change_words_said: 4,
    edits.change_article: 12,
    edits.break_something: 3,
    edits.touch: 2,
    edits.add_actor: 2,
    edits.remove_actor: 2,
    edits.rename_actor: 3,
    edits.change_actor: 10,
    edits.add_topic: 2,
    edits.remove_topic: 2,
    edits.rename_topic: 2,
    edits.change_topic: 7,
    edits.add_outlet: 1,
    edits.remove_outlet: 1,
    edits.rename_outlet: 2,
    edits.change_outlet: 4,
    edits.change_page: 3,
    edits.decide: 4,
    edits.record_addresses: 4,
    edits.change_theme: 3,
    edits.change_settings: 3,
    edits.switch: 3,
    spoiling.spoil_built: 10,
    spoiling.spoil_kept: 8,
    spoiling.remember: 4,
    spoiling.older: 5,
    spoiling.back_and_older: 5,
}

Tree = Mapping[str, str]  # the hash of each file, by path
of_program = cache(versions.of_program)


def tree(root: Path) -> Tree:
    """Every file of a folder that is published, hidden ones too."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }


def differing(one: Tree, other: Tree) -> list[str]:
    """What is in the first alone, in the second alone, or not the same in both."""
    return sorted(
        f"{'+' if path not in other else '-' if path not in one else '!'} {path}"
        for path in one.keys() | other.keys()
        if one.get(path) != other.get(path)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a build: both trees, or what it complained of."""

    docs: Tree = field(default_factory=dict)
    site: Tree = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    broke: str = ""


def shop_of(world: World, folder: Path, *, jobs: int) -> Shop:
    return Shop(folder=folder / KEPT, version=of_program(), jobs=jobs, search=world.search)


def built(world: World, folder: Path, *, jobs: int) -> Outcome:
    """The project as it is now, built in a folder."""
    shop = shop_of(world, folder, jobs=jobs)
    return outcome(
        folder, lambda: pipeline.build(world.content, folder, world.project, offline=world.offline, shop=shop)
    )


def outcome(folder: Path, build: Callable[[], object]) -> Outcome:
    """What came of a build."""
    try:
        build()
    except ContentError as error:
        return Outcome(problems=tuple(map(str, error.problems)))
    except ToolError as error:
        return Outcome(broke=str(error).replace(str(folder), ""))
    except Exception:  # noqa: BLE001 - told with the edit that led to it
        return Outcome(broke=f"{folder.name}: {traceback.format_exc()}")  # never what another build says
    return Outcome(docs=tree(folder / "docs"), site=tree(folder / "site"))


def unlike_mkdocs(world: World, folder: Path) -> Iterator[str]:
    """Which pages are not as MkDocs itself makes them of the same folder.  (Two builds of ours may be wrong in the same way.)"""
    shutil.rmtree(folder, ignore_errors=True)
    render_whole(world.project / "mkdocs.yml", world.build / "docs", folder)
    ours, plain = tree(world.build / "site"), tree(folder)
    if paths := [path for path in differing(ours, plain) if path.endswith((".html", ".xml", ".json", ".js"))]:
        yield f"{len(paths)} files are not as MkDocs makes them: {', '.join(paths[:9])}"


def wrong_with(found: Outcome, wanted: Outcome) -> Iterator[str]:
    """How what came of a build is not what should have."""
    if (found.problems, found.broke) != (wanted.problems, wanted.broke):
        yield f"said {found.problems or found.broke!r} in the place of {wanted.problems or wanted.broke!r}"
        return
    for name, one, other in (("docs", found.docs, wanted.docs), ("site", found.site, wanted.site)):
        if paths := differing(one, other):
            yield f"{len(paths)} files of build/{name} are not the same: {', '.join(paths[:9])}"


class Sources:
    """What a build is made of, as it was before an edit: an edit that stops the build is taken back."""

    def __init__(self, world: World, aside: Path) -> None:
        self._world, self._aside = world, aside
        self._settings = world.offline, world.search
        self._names = ("content", "theme", "mkdocs.yml")
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        for name in self._names:
            _copied(world.project / name, aside / name)

    def print(self) -> str:
        """The same for the same sources."""
        files = sorted(tree(self._world.project).items())
        mine = [item for item in files if item[0].split("/")[0] in self._names]
        return repr((mine, self._world.offline, self._world.search))

    def back(self) -> None:
        for name in self._names:
            there = self._world.project / name
            shutil.rmtree(there) if there.is_dir() else there.unlink()
            _copied(self._aside / name, there)
        self._world.offline, self._world.search = self._settings


def _copied(path: Path, to: Path) -> None:
    shutil.copytree(path, to) if path.is_dir() else shutil.copy2(path, to)


def tell(*words: object) -> None:
    """For who looks on, with ``pytest -s``."""
    print(*words, flush=True)  # noqa: T201


def test_what_is_built_of_what_was_kept_is_what_is_built_from_nothing(a_project: Path, tmp_path: Path) -> None:
    count, seed = int(os.environ.get("EDITS", "12")), int(os.environ.get("SEED", "1"))
    chance = random.Random(seed)
    world = World(project=a_project, build=tmp_path / "build", chance=chance, search=os.environ.get("SEARCH") != "no")
    begin(world)
    before = built(world, world.build, jobs=2)
    assert before.site, before
    known: dict[str, Outcome] = {}
    wrong: list[str] = []
    for number in range(1, count + 1):
        sources = Sources(world, tmp_path / "aside")
        [edit] = chance.choices(list(EDITS), list(EDITS.values()))
        said = f"SEED={seed}, edit {number}: {edit.__name__}: {edit(world)}"
        tell(said)
        as_it_stood = tree(world.build / "docs"), tree(world.build / "site")
        found = built(world, world.build, jobs=chance.choice([1, 2]))
        if (now := sources.print()) not in known:
            shutil.rmtree(tmp_path / "empty", ignore_errors=True)
            known = {now: built(world, tmp_path / "empty", jobs=chance.choice([1, 2]))}
        seen = [f"{said}: {what}" for what in wrong_with(found, known[now])]
        if not (found.problems or found.broke or world.offline) and (number % 10 == 0 or number == count):
            seen += [f"{said}: {what}" for what in unlike_mkdocs(world, tmp_path / "plain")]
        if found.problems and as_it_stood != (tree(world.build / "docs"), tree(world.build / "site")):
            seen.append(f"{said}: a build that was refused changed something")
        if found.problems or found.broke:
            tell("  refused:", str(found.problems[:1] or found.broke)[-300:])
            sources.back()
        if seen:  # what follows is seen by itself
            tell(*seen)
            wrong += seen
            shutil.rmtree(world.build)
    assert not wrong, "\n".join(wrong)


SEEN: Mapping[Edit, int] = {  # what happens to an archive while it is previewed
    edit: often for edit, often in EDITS.items() if edit.__module__ == edits.__name__ and edit is not edits.switch
} | {spoiling.spoil_built: 6, spoiling.forget: 6}


def pages_of(found: Outcome) -> Outcome:
    """The same without what a quick build leaves for later."""

    def pages(files: Tree) -> Tree:
        return {path: of for path, of in files.items() if path not in LATE and not path.startswith(search.MADE_LAST)}

    return replace(found, docs=pages(found.docs), site=pages(found.site))


LATE = frozenset(whole_paths())


def test_what_a_preview_shows_is_what_is_built_from_nothing(a_project: Path, tmp_path: Path) -> None:
    count, seed = int(os.environ.get("EDITS", "12")), int(os.environ.get("SEED", "1"))
    chance = random.Random(seed)
    world = World(project=a_project, build=tmp_path / "build", chance=chance, search=os.environ.get("SEARCH") != "no")
    begin(world)
    jobs = chance.choice([1, 2])
    shop = lasting(shop_of(world, world.build, jobs=jobs))
    builder = Builder(world.content, world.build, a_project, offline=world.offline, shop=shop, note=tell)
    builder.build()
    wrong: list[str] = []
    for number in range(1, count + 1):
        sources = Sources(world, tmp_path / "aside")
        [edit] = chance.choices(list(SEEN), list(SEEN.values()))
        said = f"SEED={seed}, jobs={jobs}, edit {number}: {edit.__name__}: {edit(world)}"
        if chance.random() < 0.1:
            said += ", then built by another process"
            built(world, world.build, jobs=1)
        tell(said)
        is_spoiled = edit.__module__ == spoiling.__name__  # which only who builds all of it need see
        shutil.rmtree(tmp_path / "empty", ignore_errors=True)
        wanted = built(world, tmp_path / "empty", jobs=2)
        seen = []
        if not is_spoiled or chance.random() < 0.5:
            found = outcome(world.build, lambda: builder.build(quick=True))
            seen += (
                []
                if is_spoiled
                else [f"{said}, quick: {what}" for what in wrong_with(pages_of(found), pages_of(wanted))]
            )
        if is_spoiled or chance.random() < 0.4 or number == count:
            found = outcome(world.build, builder.build)
            seen += [f"{said}, whole: {what}" for what in wrong_with(found, wanted)]
        if wanted.problems or wanted.broke:
            tell("  refused:", str(wanted.problems[:1] or wanted.broke)[-300:])
            sources.back()
        tell(*seen)
        wrong += seen
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("before", [[], [True]])
def test_what_was_mended_stays_mended(a_project: Path, tmp_path: Path, before: Sequence[bool]) -> None:
    """A page that somebody removed from the site of a preview comes back with a whole build, behind quick ones or not, and stays."""
    world = World(project=a_project, build=tmp_path / "build", chance=random.Random(1), search=False)
    shop = lasting(shop_of(world, world.build, jobs=1))
    builder = Builder(world.content, world.build, a_project, offline=False, shop=shop, note=tell)
    about, page = world.content / "pages" / "about.md", world.build / "site" / "articles" / "index.html"

    def shown(text: str, *, quick: bool) -> bool:
        about.write_text(f"{about.read_text('utf-8')}\n{text}\n", "utf-8")
        builder.build(quick=quick)
        return page.is_file()

    builder.build()
    assert shown("One more line.", quick=True)
    assert shown("Another line.", quick=False)
    page.unlink()
    for quick in (*before, False):
        builder.build(quick=quick)
    assert page.is_file()
    assert [shown(f"Line {number}.", quick=True) for number in range(3)] == [True, True, True]
