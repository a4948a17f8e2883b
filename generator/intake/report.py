"""What ``add`` and ``new`` tell a person: what was found, what is missing, what to do next."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.intake.draft import ASKED, Draft
from generator.intake.duplicates import Near
from generator.intake.header import ARTICLE
from generator.intake.scaffold import Scaffold
from generator.matching.outlets import host_of
from generator.problems import Problem
from generator.text import shorten

_WIDTH = 100


def near_lines(near: Sequence[Near], shown: str, *, anyway: bool) -> Iterator[str]:
    """The articles that may be the clip's, and how to add it all the same."""
    yield "The archive seems to have this article already:"
    yield from (f"    {one.path}: {one.why}" for one in near)
    if not anyway:
        yield f"    help: Look at it first. If they are two articles, add this one all the same: explainer add --anyway {shlex.quote(shown)}"


def header_of(text: str) -> str:
    """The header of a file that was written, with its fences."""
    return text[: text.index("\n---\n", 3) + 5]


def added_lines(draft: Draft, path: Path, problems: Sequence[Problem], *, dry_run: bool, command: str) -> Iterator[str]:
    """The path, what was found with its evidence, what is missing, the other problems, the next command."""
    yield f"{'Would write' if dry_run else 'Wrote'} {path.as_posix()}"
    for field in ARTICLE.values():
        if field.name in draft.stated:
            yield _found(draft, field.name)
    if draft.own.entries:
        yield f"  from its own header: {', '.join(draft.own.entries)}"
    missing = [name for name in ASKED if name not in draft.known]
    for name in missing:
        if ARTICLE[name].required:
            yield f"  {name}: missing ({ARTICLE[name].meaning})"
        yield from (f"      {_visible(words)}" for words in draft.options(name))
    if optional := [name for name in missing if not ARTICLE[name].required]:
        yield f"  not found, and may stay open: {', '.join(optional)}"
    others = [p for p in problems if not any(p.code.startswith(f"{name}-") for name in missing)]
    yield from map(str, others)
    yield from _next(draft, path, missing, dry_run, command)


def _found(draft: Draft, name: str) -> str:
    value = draft.stated[name]
    words = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    evidence = draft.article.evidence.get(name)
    read = evidence is not None and getattr(draft.article, name, None) == value
    return f"  {name}: {_visible(words)}" + (f"  ({evidence.how}, line {evidence.line})" if read and evidence else "")


def _next(draft: Draft, path: Path, missing: Sequence[str], dry_run: bool, command: str) -> Iterator[str]:
    yield ""
    if dry_run:
        yield "Nothing was written. To write it, leave out --dry-run."
        return
    said = draft.article.outlet_name or host_of(draft.url)
    if "outlet" in missing and said:
        name, host = shlex.quote(_visible(said)), host_of(draft.url)
        home = f" --url {shlex.quote(f'https://{host}')}" if host else ""
        yield f"Its outlet is not registered. To add it: {command} new outlet {name}{home} --rights excerpt"
        yield "Until then the article is published in full: an article of others needs their outlet, or a line `rights: excerpt`."
    if "title" in missing:
        yield f"Without a title its address is only “{path.stem}”, and an address stays for ever: rename the file now, or use --slug."
    needed = [name for name in missing if ARTICLE[name].required]
    if needed:
        yield f"Open {path.as_posix()} and complete {' and '.join(needed)} at the top: remove the # in front of the line, type what is right."
    yield (
        f"Then: {command} check {shlex.quote(path.as_posix())}"
        if needed
        else f"Next: {command} check {shlex.quote(path.as_posix())}"
    )


def begun_lines(path: Path, new: Scaffold, asked: str, command: str) -> Iterator[str]:
    """The path of a new file, what is still to be filled in, the next command."""
    yield f"Wrote {path.as_posix()}"
    if " ".join(asked.split()) != new.name:
        yield f"  The name was made from the slug: {new.name}. Check its spelling."
    if new.missing:
        yield f"  Still to be filled in: {', '.join(new.missing)}. Remove the # in front of the line and type what is right."
    yield ""
    yield f"Next: {command} check {shlex.quote(path.as_posix())}"


def _visible(words: str) -> str:
    """A clip's words as a terminal may show them: no control characters, not too long."""
    return shorten("".join(c if c.isprintable() else " " for c in words), _WIDTH)
