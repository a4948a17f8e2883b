"""``explainer check --fix``: what is safe to mend is mended, and told."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from generator import content_tree, disk, git, loading
from generator.checking import Wanted
from generator.content_tree import ContentFile
from generator.problems import PasteKind
from generator.remedies.fixes import fixed


def mend(content: Path, wanted: Wanted, *, dry_run: bool) -> Iterator[str]:
    """Mend the files that are wanted; a line for each thing that was done, or (``dry_run``) the changes as a diff.

    Headers get their form (``remedies.fixes``); an article whose name cannot be an address gets another, if the main branch
    does not have it yet: a published address stays.
    """
    files, _ = content_tree.read_content(content)
    among = _changed(content, wanted)
    chosen = [
        file
        for file in files
        if file.folder != content_tree.DECISIONS
        and wanted.names(content, file.path)
        and (among is None or file.path in among)
    ]
    for file in chosen:
        data, done = fixed(file.path, file.data)
        if data == file.data:
            continue
        if dry_run:
            yield _diff(file, data)
            continue
        disk.rewrite(_place(content, file.path), data)
        yield from (f"{file.path}: mended: {what}" for what in done)
    yield from _renamed(content, {file.path for file in chosen if file.folder == "articles"}, dry_run=dry_run)


def _changed(content: Path, wanted: Wanted) -> frozenset[str] | None:
    """The paths of the files that differ, where only these are wanted and that can be told."""
    try:
        return git.changes(content, wanted.base).present if wanted.changed else None
    except git.NoHistory:
        return None


def _place(content: Path, path: str) -> Path:
    return content / path.partition("/")[2]


def _diff(file: ContentFile, data: bytes) -> str:
    before, after = (text.decode("utf-8").splitlines(keepends=True) for text in (file.data, data))
    lines = difflib.unified_diff(before, after, f"a/{file.path}", f"b/{file.path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines).rstrip(
        "\n"
    )


def _renamed(content: Path, paths: set[str], *, dry_run: bool) -> Iterator[str]:
    """Another name for each article whose name cannot be an address, and that nobody can have linked to yet."""
    _, problems = loading.load(content)
    for problem in problems:
        paste = problem.paste
        if problem.code != "slug-form" or problem.path not in paths or not paste or paste.kind is not PasteKind.MOVE:
            continue
        try:
            if git.is_known(content, problem.path):
                continue
        except git.NoHistory:
            continue  # it may be published: its address stays
        if not dry_run:
            disk.move(_place(content, problem.path), _place(content, paste.to))
        yield f"{problem.path}: {'would be' if dry_run else 'is'} renamed to {paste.to}"
