"""What git knows of the content folder: what differs from the main branch; and whether it brought what only builds make.

It asks, and changes nothing.
"""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAIN = ("origin/main", "main", "origin/master", "master")  # the first that is there
_PATIENCE = 60  # seconds that git may take


class NoHistory(Exception):
    """There is nothing to compare with; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The files of the content folder that differ from ``base`` (a commit), by path with the folder's own name first."""

    base: str
    present: frozenset[str]  # new or changed, committed or not
    removed: frozenset[str]  # also those that were renamed, by their old path


def changes(content: Path, base: str | None = None) -> Changes:
    """What differs from where this work left the main branch (or ``base``): commits, uncommitted and untracked files.

    Raises NoHistory where git, a repository or the branch is missing.
    """
    commit = _fork_point(content, base)
    differing = _split(
        _git(content, "diff", "--relative", "--no-renames", "--no-ext-diff", "--name-status", "-z", commit, "--", ".")
    )
    present: set[str] = set()
    removed: set[str] = set()
    for status, name in zip(differing[::2], differing[1::2], strict=False):
        (removed if status == "D" else present).add(f"{content.resolve().name}/{name}")
    for name in _split(_git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")):
        present.add(f"{content.resolve().name}/{name}")
    return Changes(base=commit, present=frozenset(present), removed=frozenset(removed - present))


def is_known(content: Path, path: str) -> bool:
    """Whether the main branch has a file (``content/articles/a.md``).  Raises NoHistory."""
    inside = path.partition("/")[2]
    return bool(_git(content, "ls-tree", "--name-only", _fork_point(content, None), "--", inside).strip())


def brought(folder: Path) -> list[str]:
    """The files below a folder that came with the repository, but for those that keep folders; none where there is no repository."""
    try:
        names = _split(_git(folder.parent, "ls-files", "-z", "--", folder.name))
    except NoHistory:
        return []
    return [name for name in names if name.rpartition("/")[2] != ".gitignore"]


def _fork_point(content: Path, base: str | None) -> str:
    tried = [base] if base else list(_branches())
    for name in tried:
        if not name.startswith("-") and (found := _git(content, "merge-base", "HEAD", name, fails=True).strip()):
            return found
    if not _git(content, "rev-parse", "--git-dir", fails=True).strip():
        raise NoHistory(f"{content} is in no git repository")
    raise NoHistory(f"there is no {base}" if base else f"there is no branch {' or '.join(MAIN[:2])}")


def _branches() -> Iterator[str]:
    if target := os.environ.get("GITHUB_BASE_REF"):  # the branch that a pull request is for
        yield f"origin/{target}"
    yield from MAIN


def _git(content: Path, *arguments: str, fails: bool = False) -> str:
    """What git prints, run in the content folder; empty if it fails and may."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the arguments are ours but for a revision, which begins with no hyphen
            ["git", "-c", "core.quotePath=false", *arguments],  # noqa: S607 - whichever git the person uses
            cwd=content,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise NoHistory("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise NoHistory("git does not answer") from None
    if done.returncode and not fails:
        raise NoHistory(
            done.stderr.decode("utf-8", "replace").strip().splitlines()[-1] if done.stderr else "git failed"
        )
    return "" if done.returncode else done.stdout.decode("utf-8", "replace")


def _split(listed: str) -> list[str]:
    return [part for part in listed.split("\0") if part]
