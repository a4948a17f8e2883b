"""The content as it lies on the disk, read and checked: all of it, or what a change touches."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator import checks, content_tree, reading
from generator.addresses import read_record
from generator.model import Actor, Article, Decided, HandwrittenPage, Outlet, Topic
from generator.problems import Problem, in_order

Thing = TypeVar("Thing", Article, Actor, Topic, Outlet, HandwrittenPage)
Read = tuple[reading.Thing | None, Sequence[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was read, every problem of it, and the files with their bytes."""

    content: checks.Content
    problems: list[Problem]
    files: Sequence[content_tree.ContentFile] = ()


def load(content: Path, today: datetime.date | None = None) -> tuple[checks.Content, list[Problem]]:
    """Everything in a content tree, with everything that is wrong with it, and what mends it.

    With ``today``, dates that are still to come are told too.
    """
    files, strays = content_tree.read_content(content)
    loaded = on_day(with_record(read_files(files), content), today)
    return loaded.content, finished(loaded, strays)


def read(content: Path, *, articles: bool = True) -> tuple[checks.Content, list[Problem]]:
    """The files of a content tree as they are, each by itself; without ``articles``, only its registry."""
    files, strays = content_tree.read_content(content)
    if not articles:
        files = [file for file in files if file.folder not in ("articles", "pages")]
    loaded = read_files(files)
    return loaded.content, in_order([*strays, *loaded.problems])


def read_each(files: Sequence[content_tree.ContentFile]) -> Iterator[Read]:
    """What each of some files holds, with what is wrong with it."""
    return (reading.read_file(file.folder, file.path, file.data) for file in files)


def read_files(
    files: Sequence[content_tree.ContentFile],
    paths: Iterable[str] | None = None,
    readings: Callable[[Sequence[content_tree.ContentFile]], Iterable[Read]] = read_each,
) -> Loaded:
    """Some files as they are; ``paths`` are those of all files of the tree, where these are not all.

    ``readings`` reads them, or knows what they hold.
    """
    problems: list[Problem] = []
    held: list[reading.Thing] = []
    for thing, found in readings(files):
        problems += found
        held += [thing] if thing is not None else []

    def all_of(kind: type[Thing]) -> tuple[Thing, ...]:
        return tuple(thing for thing in held if isinstance(thing, kind))

    decided: list[Decided] = []
    for file in files:
        if file.folder == content_tree.DECISIONS:
            pairs, found = reading.read_decisions(file.path, file.data)
            decided += pairs
            problems += found
    content = checks.Content(
        decided=tuple(decided),
        articles=all_of(Article),
        actors=all_of(Actor),
        topics=all_of(Topic),
        outlets=all_of(Outlet),
        pages=all_of(HandwrittenPage),
        paths=tuple(paths) if paths is not None else _paths(files),
    )
    return Loaded(content=content, problems=problems, files=files)


def with_record(loaded: Loaded, content: Path) -> Loaded:
    """The same, with the addresses that were ever published."""
    recorded, problems = read_record(f"{content.name}/{content_tree.ADDRESSES}", content_tree.read_addresses(content))
    return replace(loaded, content=replace(loaded.content, recorded=recorded), problems=[*loaded.problems, *problems])


def _paths(files: Iterable[content_tree.ContentFile]) -> tuple[str, ...]:
    return tuple(file.path for file in files if file.folder != content_tree.DECISIONS)


def finished(loaded: Loaded, more: Iterable[Problem] = ()) -> list[Problem]:
    """All problems of what was read, those across files too: each told once, in order, with what mends it."""
    every = [*more, *loaded.problems, *checks.check_content(loaded.content)]
    found = in_order(checks.told_once(every, loaded.content))
    return with_remedies(found, loaded)


def with_remedies(problems: list[Problem], loaded: Loaded) -> list[Problem]:
    """The problems with what mends them."""
    if not problems:
        return problems
    from generator import remedies  # it takes a while to load, and a good tree needs none

    files = {file.path: file.data for file in loaded.files}
    return in_order(remedies.with_remedies(problems, files, loaded.content))


def on_day(loaded: Loaded, today: datetime.date | None) -> Loaded:
    """The same, as seen on a day: what is dated later is told."""
    return replace(loaded, content=replace(loaded.content, today=today))
