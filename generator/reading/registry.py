"""The files of actors, topics, outlets and hand-written pages."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.model import (
    Actor,
    ActorSlug,
    Block,
    HandwrittenPage,
    Outlet,
    OutletSlug,
    Topic,
    TopicSlug,
)
from generator.problems import Problem
from generator.reading.bounds import too_much, too_tangled
from generator.reading.decode import decode
from generator.reading.fields import (
    ACTOR_FIELDS,
    OUTLET_FIELDS,
    PAGE_FIELDS,
    TOPIC_FIELDS,
    Field,
    read_fields,
)
from generator.reading.header import read_header
from generator.reading.markdown import read_markdown

_Parts = tuple[Mapping[str, object], tuple[Block, ...], Mapping[str, int]]


def _read(path: str, data: bytes, fields: tuple[Field, ...]) -> tuple[_Parts | None, list[Problem]]:
    """Header values, body and the lines of the header's keys; None where a required value is missing or cannot be read."""
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    if bounded := too_much(path, text, markup=False):
        return None, [*problems, *bounded]
    header, header_problems = read_header(path, text)
    broken = bool(header_problems) and not header.entries
    values, value_problems = read_fields(path, header, fields, complete=not broken)
    problems += [*header_problems, *value_problems]
    if any(field.required and field.name not in values for field in fields):
        return None, problems
    blocks = read_markdown(text, start=header.start, line=header.line)
    return (values, blocks, header.lines()), [*problems, *too_tangled(path, blocks)]


def read_actor(path: str, data: bytes) -> tuple[Actor | None, list[Problem]]:
    """The actor in a file of content/actors; its stem is the slug."""
    parts, problems = _read(path, data, ACTOR_FIELDS)
    if parts is None:
        return None, problems
    values, blocks, lines = parts
    slug = ActorSlug(PurePosixPath(path).stem)
    return Actor(slug=slug, path=path, introduction=blocks, lines=lines, **values), problems  # type: ignore[arg-type]


def read_topic(path: str, data: bytes) -> tuple[Topic | None, list[Problem]]:
    """The topic in a file of content/topics; its stem is the slug."""
    parts, problems = _read(path, data, TOPIC_FIELDS)
    if parts is None:
        return None, problems
    values, blocks, lines = parts
    slug = TopicSlug(PurePosixPath(path).stem)
    return Topic(slug=slug, path=path, introduction=blocks, lines=lines, **values), problems  # type: ignore[arg-type]


def read_outlet(path: str, data: bytes) -> tuple[Outlet | None, list[Problem]]:
    """The outlet in a file of content/outlets; its stem is the slug."""
    parts, problems = _read(path, data, OUTLET_FIELDS)
    if parts is None:
        return None, problems
    values, blocks, lines = parts
    slug = OutletSlug(PurePosixPath(path).stem)
    return Outlet(slug=slug, path=path, introduction=blocks, lines=lines, **values), problems  # type: ignore[arg-type]


def read_page(path: str, data: bytes) -> tuple[HandwrittenPage | None, list[Problem]]:
    """A hand-written page of content/pages.  Its first heading is its title where the header gives none."""
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    if bounded := too_much(path, text, markup=False):
        return None, [*problems, *bounded]
    header, header_problems = read_header(path, text)
    blocks = read_markdown(text, start=header.start, line=header.line)
    title = blocks[0].text if blocks and blocks[0].level == 1 and blocks[0].role == "heading" else None
    values, value_problems = read_fields(path, header, PAGE_FIELDS, complete=not title)
    problems += [*header_problems, *value_problems, *too_tangled(path, blocks)]
    if title is not None:
        blocks = blocks[1:]
    title = str(values.get("title", title or ""))
    if not title:
        return None, problems
    description = str(values["description"]) if "description" in values else None
    return HandwrittenPage(
        slug=PurePosixPath(path).stem, path=path, title=title, description=description, blocks=blocks
    ), problems
