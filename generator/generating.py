"""Content to an archive: read, checked and connected, with what runs keep for the next one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator import content_tree, crossref, disk, git, loading, versions
from generator.crossref import Archive
from generator.kept import Damaged, Kept
from generator.memory import Memory
from generator.model import ActorSlug, ArticleSlug, Decided
from generator.problems import ContentError, Problem, ToolError, has_errors
from generator.progress import Progress
from generator.statements import Decisions, Verdict
from generator.workers import every_core, not_collecting

KEPT = "kept"  # the folder beside docs in which runs keep what the next one need not do again
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Where and how a run works: the folder in which it keeps things, its processes, who watches, whether search is wanted."""

    folder: Path
    version: bytes = field(default_factory=versions.of_program)
    jobs: int = field(default_factory=every_core)
    progress: Progress = field(default_factory=Progress)
    search: bool = True
    memory: Memory | None = None  # of runs that follow each other in one process

    def read(self, name: str) -> bytes:
        return disk.read_if_there(self.folder / name)

    def write(self, name: str, data: bytes) -> None:
        disk.put(self.folder, name, data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A content tree that may be published: the archive, what earlier runs kept, what each article is made of, the
    fingerprint of each statement (by speaker and id), the record of addresses, the warnings."""

    archive: Archive
    kept: Kept
    prints: Mapping[ArticleSlug, bytes]
    statements: Mapping[tuple[ActorSlug, str], bytes]
    recorded: Mapping[str, int]
    problems: list[Problem]


def decisions(decided: Sequence[Decided]) -> Decisions:
    """What people decided, by the pair of quotations."""
    return {frozenset((d.first, d.second)): Verdict.SAME if d.same else Verdict.DIFFERENT for d in decided}


def lasting(shop: Shop) -> Shop:
    """The same shop for runs that follow each other in one process: what they know stays in memory."""
    memory = Memory(_kept(shop), jobs=shop.jobs, progress=shop.progress, lasts=True)
    return replace(shop, memory=memory)


def _kept(shop: Shop) -> Kept:
    return Kept(shop.folder / "archive.sqlite", shop.version)


def with_kept(shop: Shop, work: Callable[[Kept], Result]) -> Result:
    """What some work returns that has what earlier runs worked out; where that turns out to be damaged, once more without it."""
    kept = shop.memory.kept if shop.memory else _kept(shop)
    try:
        kept.begin()
        return work(kept)
    except Damaged:
        kept.begin_anew()
        if shop.memory:
            shop.memory.forget()
        return work(kept)
    finally:
        if not shop.memory:
            kept.close()


def must_be_ours(folder: Path) -> None:
    """Raises ToolError where the build folder holds what somebody else made: a build would believe it, and nobody reviews it."""
    if brought := git.brought(folder):
        raise ToolError(
            f"{brought[0]} came with the repository, and only a build makes such files",
            help=f"Nothing was built. Remove what it brought: git rm -r {folder.name}",
        )


def load(
    content: Path, files: Sequence[content_tree.ContentFile], strays: Iterable[Problem], shop: Shop, kept: Kept
) -> Loaded:
    """A content tree, checked and connected.  Raises ContentError while one of its problems is an error."""
    memory = shop.memory or Memory(kept, jobs=shop.jobs, progress=shop.progress)
    loaded = loading.with_record(loading.read_files(files, None, memory.readings), content)
    with shop.progress.stage("Checking"):
        problems = loading.finished(loaded, strays)
    if has_errors(problems):
        raise ContentError(problems)
    found = memory.entries(loaded.content.articles, loaded.content.registry)
    with shop.progress.stage("Connecting", len(found.entries)) as done, not_collecting():
        archive = crossref.connect(
            loaded.content.registry,
            found.entries,
            loaded.content.pages,
            decisions(loaded.content.decided),
            memory.near,
            memory.group,
        )
        done(len(found.entries))
    return Loaded(
        archive=archive,
        kept=kept,
        prints=found.prints,
        statements=memory.statements,
        recorded=loaded.content.recorded.lines,
        problems=problems,
    )
