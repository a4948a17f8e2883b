"""What ``explainer check`` looks at: the whole content, some paths of it, or what a change touches."""

import datetime
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator import checks, content_tree, git, loading
from generator.addresses import FOLDERS, by_slug
from generator.content_tree import ContentFile
from generator.intake.header import ARTICLE
from generator.links import is_outward, links_in, page_of, resolve
from generator.problems import Problem, in_order
from generator.reading.fields import read_fields
from generator.reading.header import read_header

MANY = 60  # changed files from which on reading everything is as quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which files a person asks about: all; some files and folders; those that differ from a branch (None: the main one)."""

    paths: tuple[Path, ...] = ()
    changed: bool = False
    base: str | None = None

    def names(self, content: Path, path: str) -> bool:
        """Whether a file (``content/articles/a.md``) is, or lies in, one of the paths; so is every one, where none is named."""
        place = content.resolve().parent / path
        return not self.paths or any(place.is_relative_to(wanted.resolve()) for wanted in self.paths)


def problems_of(
    content: Path, wanted: Wanted, today: datetime.date, note: Callable[[str], None] = lambda _: None
) -> list[Problem]:
    """The problems of the files that are wanted.  ``note`` is told where there is nothing to compare with."""
    problems = None
    if wanted.changed and content.is_dir():
        try:
            problems = of_changes(content, git.changes(content, wanted.base), today)
        except git.NoHistory as reason:
            note(f"{reason}: everything is checked.")
    if problems is None:
        _, problems = loading.load(content, today)
    return [problem for problem in problems if wanted.names(content, problem.path)] if wanted.paths else problems


def of_changes(content: Path, changes: git.Changes, today: datetime.date) -> list[Problem]:
    """The problems of files that differ, and those of other files that have to do with them.

    The registry is read whole.  Of the other articles those are read that may name a changed file, or that one links to.
    """
    files, strays = content_tree.read_content(content)
    touched = changes.present | changes.removed
    near, paths = _of_interest(files, changes)
    loaded = loading.with_record(loading.on_day(loading.read_files(near, paths), today), content)
    loaded = replace(loaded, content=_with_redirects(loaded.content, files))
    strays = [stray for stray in strays if stray.path in touched]
    every = [*strays, *loaded.problems, *checks.check_content(loaded.content)]
    pages = {f"{path.split('/')[0]}/{page_of(path)}" for path in touched}
    found = [
        problem
        for problem in checks.told_once(every, loaded.content)
        if problem.path in touched
        or not {*problem.others}.isdisjoint(touched | pages)
        or problem.code == "address-lost"  # the line of a file's redirects that is gone names no file
    ]
    return loading.with_remedies(in_order(found), replace(loaded, files=files))


def _with_redirects(content: checks.Content, files: Sequence[ContentFile]) -> checks.Content:
    """The content with the redirects of files that were not read, where a published address may need them."""
    stems = {folder: content.stems(folder) for folder in FOLDERS}
    if all(folder == "pages" or slug in stems[folder] for folder, slug, _ in by_slug(content.recorded)):
        return content
    read = {file.path for file in content.files}
    found = (
        (file.folder, slug)
        for file in files
        if file.path not in read and b"\nredirects" in file.data
        for slug in _redirects_in(file)
    )
    return replace(content, led_on_elsewhere=frozenset(found))


def _redirects_in(file: ContentFile) -> Iterator[str]:
    header, _ = read_header(file.path, file.data.decode("utf-8", "replace"))
    values, _ = read_fields(file.path, header, (ARTICLE["redirects"],), complete=False)
    yield from values.get("redirects", ())  # type: ignore[misc]


def _of_interest(files: Sequence[ContentFile], changes: git.Changes) -> tuple[list[ContentFile], list[str]]:
    """The files that a change has to do with, and the paths of all."""
    paths = [file.path for file in files if file.folder != content_tree.DECISIONS]
    touched = changes.present | changes.removed
    if len(touched) > MANY:
        return list(files), paths
    near = [file for file in files if file.folder != "articles" or file.path in changes.present]
    own = loading.read_files([file for file in near if file.path in changes.present], paths).content
    names = _Names(touched, own)
    linked = set(_linked(own))
    near_paths = {file.path for file in near}
    others = [
        file
        for file in files
        if file.path not in near_paths and ((linked and page_of(file.path) in linked) or names.are_in(file.data))
    ]
    wanted = near_paths | {file.path for file in others}
    return [file for file in files if file.path in wanted], paths


class _Names:
    """The words by which another file may refer to one of the changed: their slugs, redirects and addresses."""

    def __init__(self, touched: Collection[str], own: checks.Content) -> None:
        slugs = {PurePosixPath(path).stem for path in touched} | {slug for file in own.files for slug in file.redirects}
        self.addresses = [
            checks.plain_address(article.url).encode() for article in own.articles if article.url is not None
        ]
        self.slugs = [slug.encode() for slug in sorted(slugs)]
        either = b"|".join(re.escape(slug) for slug in self.slugs) or b"(?!)"
        self.in_header = re.compile(rb"(?<![\w-])(?:" + either + rb")(?![\w-])")
        self.in_link = re.compile(rb"(?<![\w-])(?:" + either + rb")\.(?:md|txt|html)")

    def are_in(self, data: bytes) -> bool:
        """Whether a file's header names one of them, or its text links to one."""
        if any(slug in data for slug in self.slugs):
            end = data.find(b"\n---", 3)
            if self.in_link.search(data) or self.in_header.search(data, 0, max(end, 0)):
                return True
        return any(address in data.lower() for address in self.addresses)


def _linked(own: checks.Content) -> Iterator[str]:
    """The pages to which the changed files link."""
    for path, blocks, _ in checks.texts(own):
        yield from (resolve(path, href)[0] for _, href in links_in(blocks) if not is_outward(href))
