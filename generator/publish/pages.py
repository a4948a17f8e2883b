"""The new site, file by file, beside the last one: what has not changed stays, all else is made, on all cores."""

import gzip
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from mkdocs.exceptions import MkDocsException

from generator import disk, exchange
from generator.fingerprints import fingerprint
from generator.gate import Finding, inspect, looks_into
from generator.inspection import refused
from generator.progress import Progress
from generator.publish.frame import WHOLE, Frame
from generator.publish.messages import listening, stopped
from generator.publish.offline import for_the_disk
from generator.publish.record import Place, Record
from generator.publish.site import named_again, written
from generator.workers import spread

FEW = 30  # pages that one process publishes sooner than others could be started
FEW_FILES = 1_000  # the same of files that are published as they are
# By the fingerprint of program, settings and theme (empty: nobody knows it) and the folders of the theme: those of the last build.
_theme: dict[tuple[bytes | str, ...], list["Task"]] = {}


class Task(NamedTuple):
    """One file of the site: where it stands, what it is made of (a file on the disk, and that file's fingerprint)."""

    place: str
    source: str
    of: bytes
    page: str = ""  # its path in build/docs, where it is a page that MkDocs renders


@dataclass(frozen=True, slots=True)
class _Shared:
    frame: Frame
    beside: Path
    tasks: Sequence[Task]
    places: frozenset[str] | None  # all files of the site, where links must name files


@dataclass(frozen=True, slots=True)
class _Answer:
    places: list[tuple[str, Place]]
    findings: list[Finding]
    messages: list[str]


def by_page(
    frame: Frame,
    docs: Path,
    site: Path,
    *,
    files: Mapping[str, bytes],
    late: Callable[[], Mapping[str, bytes]],
    before: Record,
    lacking: Callable[[], Collection[str]],
    offline: bool,
    jobs: int,
    progress: Progress,
) -> Record:
    """Make the new site beside ``site``; what it then holds, and of what.  ``late`` are files that come while pages are made.

    The folder beside holds what ``before`` says, but for what is ``lacking``.
    Raises ToolError with what MkDocs complains of, or with what the gate finds.
    """
    work = _Work(frame=frame, site=site, before=before, offline=offline, jobs=jobs, progress=progress)
    tasks = {task.place: task for task in _tasks(frame, docs, files, before.under)}
    with progress.stage("Keeping what has not changed", len(before.places)):
        missing = lacking()
    places = _known(tasks, before, docs, missing)
    places |= work.publish("Publishing", [task for path, task in tasks.items() if path not in places], tasks)
    places |= work.of_all(tasks, places)
    if found := [*work.messages, *_lost(places, frame)]:
        raise stopped(found)
    later = {path: Task(place=path, source=f"{docs}/{path}", of=of) for path, of in late().items()}
    tasks |= later
    places |= _known(later, before, docs, missing)
    disk.remove_files(exchange.beside(site), before.places.keys() - tasks.keys() - places.keys())
    places |= work.publish(
        "Adding the search index", [task for path, task in later.items() if path not in places], tasks
    )
    refused(work.findings)
    return Record(under=before.under, by_page=frame.is_fast, places={path: places[path] for path in sorted(places)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """One site being made: how, and what was found wrong with it so far."""

    frame: Frame
    site: Path
    before: Record
    offline: bool
    jobs: int
    progress: Progress
    messages: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def beside(self) -> Path:
        return exchange.beside(self.site)

    def publish(self, stage: str, todo: Sequence[Task], tasks: Collection[str]) -> dict[str, Place]:
        """Make some files."""
        places: dict[str, Place] = {}
        shared = _Shared(self.frame, self.beside, todo, frozenset(tasks) if self.offline else None)
        has_pages = any(task.page for task in todo)
        if has_pages:
            _ = self.frame.is_fast  # found out once, before there are several processes
        few = FEW if has_pages else FEW_FILES
        with self.progress.stage(stage, len(todo)) as done:
            for answer in spread(_publish_some, shared, range(len(todo)), jobs=self.jobs, few=few, done=done):
                places.update(answer.places)
                self.findings.extend(answer.findings)
                self.messages.extend(answer.messages)
        return places

    def of_all(self, tasks: Mapping[str, Task], places: Mapping[str, Place]) -> dict[str, Place]:
        """Make the files that belong to no page, or list all of them."""
        made = {}
        with listening() as said:
            for place, data in _of_all_pages(self.frame, tasks, places):
                self.findings.extend(inspect(place, data))
                made[place] = Place(b"", *written(f"{self.beside}/{place}", data))
        self.messages.extend(said.found)
        return made


def _tasks(frame: Frame, docs: Path, files: Mapping[str, bytes], under: bytes) -> Iterator[Task]:
    """Every file that a site is made of; the theme's files stand back where the archive has one of the same path."""
    taken = set()
    for path, of in files.items():
        place = frame.place_of(path) if path.endswith(".md") else path
        taken.add(place)
        yield Task(place=place, source=f"{docs}/{path}", of=of, page=path if path.endswith(".md") else "")
    yield from (task for task in _theme_tasks(frame, under) if task.place not in taken)


def _theme_tasks(frame: Frame, under: bytes) -> list[Task]:
    """The theme's files; to list them takes as long as all else that a preview does to publish a page."""
    key: tuple[bytes | str, ...] = (under, *map(str, frame.config.theme.dirs))
    if not under or key not in _theme:
        _theme.clear()
        _theme[key] = [
            Task(place=place, source=source, of=fingerprint(under, place))
            for place, source in frame.theme_files().items()
        ]
    return _theme[key]


def _known(tasks: Mapping[str, Task], before: Record, docs: Path, missing: Collection[str]) -> dict[str, Place]:
    """Of the files of the last site those that are to be the same in the new one, and are not missing there."""
    known = {
        path: place
        for path, place in before.places.items()
        if path in tasks and tasks[path].of == place.of and path not in missing
    }
    if not any(task.page for task in tasks.values()):
        return known
    gone = [path for path in before.places if path not in tasks and path.endswith("/index.html")]
    if gone and known:  # MkDocs tells of a link to a page that is not there: pages that name one are rendered again
        names = {path.removesuffix("/index.html").rpartition("/")[2] for path in gone}
        named = re.compile(b"|".join(re.escape(f"{name}.md".encode()) for name in sorted(names)))
        known = {
            path: place
            for path, place in known.items()
            if not (tasks[path].page and named.search(disk.read_file(docs / tasks[path].page)))
        }
    return known


def _publish_some(shared: _Shared, numbers: Sequence[int]) -> _Answer:
    places: list[tuple[str, Place]] = []
    findings: list[Finding] = []
    with listening() as messages:
        for number in numbers:
            task = shared.tasks[number]
            try:
                place = _page(shared, task, findings) if task.page else _file(shared, task, findings)
            except MkDocsException as error:
                messages.found.append(f"{task.page}: {error}")
                continue
            places.append((task.place, place))
    return _Answer(places, findings, messages.found)


def _page(shared: _Shared, task: Task, findings: list[Finding]) -> Place:
    with open(task.source, encoding="utf-8-sig", newline="") as file:  # noqa: PTH123 - many thousand times
        shown = shared.frame.page(task.page, file.read())
    html = shown.html if shared.places is None else for_the_disk(shown.html, task.place, shared.places)
    data = html.encode("utf-8", "xmlcharrefreplace")
    findings += inspect(task.place, data)
    stamp = written(f"{shared.beside}/{task.place}", data)
    return Place(task.of, *stamp, shown.anchors, shown.fragments, shown.listed)


def _file(shared: _Shared, task: Task, findings: list[Finding]) -> Place:
    """A file that is published as it is."""
    if Path(task.source).is_symlink():
        findings.append(Finding(path=task.place, line=1, what="a link to another file", excerpt=task.place[:80]))
    data = disk.read_file(Path(task.source)) if looks_into(task.place) else b""
    findings += inspect(task.place, data)
    return Place(task.of, *named_again(task.source, f"{shared.beside}/{task.place}"))


def _of_all_pages(frame: Frame, tasks: Mapping[str, Task], places: Mapping[str, Place]) -> Iterator[tuple[str, bytes]]:
    """The files that belong to no page, or list all of them."""
    for name in frame.static_templates():
        if (html := frame.static(name)).strip():
            yield name, html.encode()
    listed = [
        SimpleNamespace(page=None, canonical_url=place.listed[0], meta={"date": place.listed[1]})
        for task in sorted(tasks.values(), key=_in_order)
        if (place := places[task.place]).listed
    ]
    if (sitemap := frame.static(WHOLE, listed)).strip():
        yield WHOLE, sitemap.encode()
        yield f"{WHOLE}.gz", gzip.compress(sitemap.encode(), mtime=0)  # no time: the same site, the same bytes


def _in_order(task: Task) -> tuple[list[str], bool, str]:
    """MkDocs' order of pages: a folder's own page and its pages, then those of its folders."""
    *folders, name = task.page.split("/")
    return folders, name != "index.md", name


def _lost(places: Mapping[str, Place], frame: Frame) -> Iterator[str]:
    """Links to places in pages that are not there, in MkDocs' words (``Page.validate_anchor_links``)."""
    targets = {page for place in places.values() for page, _, _ in place.fragments}
    anchors = {page: frozenset(places[at].anchors) for page in targets if (at := frame.place_of(page)) in places}
    for path, place in places.items():
        for page, anchor, link in place.fragments:
            if page in anchors and anchor not in anchors[page]:
                yield f"{path} contains a link '{link}', but '{page}' does not contain an anchor '#{anchor}'."
