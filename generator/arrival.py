"""The way into the archive: a clip becomes a file of content/articles, and a new file of any kind gets its first lines."""

import datetime
import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from generator import checks, content_tree, disk
from generator.intake.clip import Clip, clip_of, suffix_of
from generator.intake.draft import Draft, draft_of, file_text, slug_for
from generator.intake.duplicates import Near, near_duplicates
from generator.intake.fetch import PUBLIC, Network, fetch
from generator.intake.header import ARTICLE, typed
from generator.intake.scaffold import Scaffold, scaffold
from generator.model import Actor, Outlet, Topic
from generator.problems import ContentError, Problem, ToolError, in_order
from generator.reading import read_actor, read_article, read_outlet, read_topic
from generator.reading.decode import MAX_BYTES
from generator.reading.fields import Field, FieldError, read_fields
from generator.reading.header import read_header
from generator.text import is_slug

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A clip that was read against an archive: its draft, the articles that may be the same, the slugs in use."""

    draft: Draft
    near: Sequence[Near]
    taken: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The file that a clip becomes, and what is still wrong with it."""

    path: Path
    text: str
    problems: Sequence[Problem]


def take(source: str, standard_input: BinaryIO, network: Network = PUBLIC) -> Clip:
    """The clip in a file, at a web address, or (for ``-``) in what is piped or pasted in."""
    if source == "-":
        return clip_of(standard_input.read(MAX_BYTES + 1), source=STANDARD_INPUT)
    if "://" in source:
        page = fetch(source, network)
        return clip_of(page.data, source=page.url, suffix=page.suffix, charset=page.charset, url=page.url)
    path = Path(source)
    if not path.exists() and source.startswith("www."):
        raise ToolError(f"there is no file {source}", help=f"If it is a web address, begin it with https://{source}")
    return clip_of(disk.read_file(path), source=path.name, shown=source, suffix=suffix_of(path.name))


def stated(fields: Sequence[Field], words: Mapping[str, str | None]) -> dict[str, object]:
    """What a person typed, as values of fields; what was left out is left out.  Raises ToolError where one cannot be right."""
    table = {field.name: field for field in fields}
    values = {}
    for name, typing in words.items():
        if typing is not None and name in table:
            try:
                values[name] = typed(table[name], typing)
            except FieldError as error:
                raise ToolError(f"{name}: {error}", help=error.help) from None
    return values


def answered(arrival: Arrival, answers: Mapping[str, object]) -> Arrival:
    """The arrival with what a person answered."""
    draft = replace(arrival.draft, stated={**arrival.draft.stated, **answers})
    return replace(arrival, draft=draft)


def read_clip(clip: Clip, content: Path, said: Mapping[str, object]) -> Arrival:
    """What a clip states, beside what a person ``said`` about it, and what of it the archive has already."""
    files, _ = content_tree.read_content(content)
    outlets = [outlet for file in files if file.folder == "outlets" if (outlet := read_outlet(file.path, file.data)[0])]
    _registered(said.get("outlet"), outlets)
    articles = [(file.path, file.data) for file in files if file.folder == "articles"]
    draft = draft_of(clip, outlets, said)
    return Arrival(
        draft=draft,
        near=near_duplicates(draft.article, draft.url, clip.sha256, articles),
        taken=frozenset(_addresses(articles)),
    )


def _registered(slug: object, outlets: Sequence[Outlet]) -> None:
    slugs = sorted(outlet.slug for outlet in outlets)
    if slug is not None and slug not in slugs:
        near = difflib.get_close_matches(str(slug), slugs, 1)
        raise ToolError(
            f"there is no outlet {slug}",
            help=(f"Did you mean {near[0]}? " if near else "")
            + f"If it is new, add it first: explainer new outlet {slug}",
        )


def _addresses(articles: Sequence[tuple[str, bytes]]) -> Iterator[str]:
    """The slugs of all articles, and those that redirect to them."""
    for path, data in articles:
        yield PurePosixPath(path).stem
        if b"\nredirects" in data:
            header, _ = read_header(path, data.decode("utf-8", "replace"))
            values, _ = read_fields(path, header, (ARTICLE["redirects"],), complete=False)
            yield from values.get("redirects", ())  # type: ignore[misc]


def place(
    arrival: Arrival, content: Path, today: datetime.date, *, slug: str | None = None, dry_run: bool = False
) -> Added:
    """Write the file of a clip.  Raises ToolError where its slug is taken or none, ContentError where it could not be read."""
    if slug is not None and not is_slug(slug):
        raise ToolError(
            f"{slug!r} cannot be an address", help="Use small letters, digits and hyphens: --slug talks-in-strelsau"
        )
    if slug in arrival.taken:
        raise ToolError(f"the archive has an article {slug} already", help="Choose another --slug.")
    clip = arrival.draft.clip
    slug = slug or slug_for(arrival.draft, arrival.taken)
    text = file_text(arrival.draft, today)
    path = content / "articles" / f"{slug}{clip.suffix}"
    article, problems = read_article(f"{content.name}/articles/{path.name}", text.encode())
    if article is None:
        raise ContentError(problems)
    alone = checks.Content(articles=(article,))
    for rule in (checks.title_stated, checks.date_stated, checks.body_present):
        problems += rule(alone)
    if not dry_run:
        disk.write_new(path, text.encode())
    return Added(path=path, text=text, problems=in_order(problems))


def begin(
    content: Path, kind: str, name: str, given: Mapping[str, object], *, schema: str = ""
) -> tuple[Path, Scaffold]:
    """Write the first lines of an actor's, topic's, outlet's or article's file.  Raises ToolError where there is one.

    ``schema`` is the address of its header's schema, for editors; empty where there is none.
    """
    new = scaffold(kind, name, given, schema)
    path = content / new.folder / f"{new.slug}.md"
    files, _ = content_tree.read_content(content)
    for file in files:
        if (file.folder == new.folder and PurePosixPath(file.path).stem == new.slug) or _is_named(file, new):
            raise ToolError(
                f"{file.path} is there already, for {new.name}",
                help="Edit that file; or, if this is somebody or something else, give the new one a fuller name.",
            )
    disk.write_new(path, new.text.encode())
    return path, new


_READERS: Mapping[str, Callable[[str, bytes], tuple[Actor | Topic | Outlet | None, list[Problem]]]] = {
    "actors": read_actor,
    "topics": read_topic,
    "outlets": read_outlet,
}


def _is_named(file: content_tree.ContentFile, new: Scaffold) -> bool:
    """Whether a file of the same folder calls its actor, topic or outlet by the new one's name."""
    if file.folder != new.folder or file.folder not in _READERS:
        return False
    thing, _ = _READERS[file.folder](file.path, file.data)
    names = [thing.name, *(thing.aliases if isinstance(thing, Actor) else ())] if thing else []
    return new.name.casefold() in {name.casefold() for name in names}
