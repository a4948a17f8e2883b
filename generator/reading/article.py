"""One article file, of whatever kind, to an Article."""

import dataclasses
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import cast

from generator.model import (
    Article,
    ArticleSlug,
    Block,
    Choice,
    Correction,
    Declared,
    Evidence,
    OutletSlug,
    Provenance,
    Rights,
    Role,
    Status,
)
from generator.problems import Problem
from generator.reading.bounds import too_much, too_tangled
from generator.reading.decode import decode
from generator.reading.fields import ARTICLE_FIELDS, read_fields
from generator.reading.header import Header, read_header
from generator.reading.markdown import read_markdown
from generator.reading.result import Reading
from generator.text import first_sentence

SUFFIXES = (".md", ".txt", ".html")


def read_article(path: str, data: bytes) -> tuple[Article | None, list[Problem]]:
    """The article in a file, with all that is wrong with the file itself.

    ``path`` is for problems and ends in one of ``SUFFIXES``; ``data`` is the file as it is on the disk.  None: the file
    cannot be read at all, and a problem says why.  A value that the file does not state is None, and no problem here:
    whether it must be stated is for the checks.
    """
    suffix = PurePosixPath(path).suffix.lower()
    text, problems = decode(path, data, markup=suffix == ".html")
    if text is None:
        return None, problems
    if bounded := too_much(path, text, markup=suffix == ".html"):
        return None, [*problems, *bounded]
    header, header_problems = read_header(path, text)
    values, value_problems = read_fields(path, header, ARTICLE_FIELDS, complete=False)
    reading = _read_text(path, suffix, text, header)
    problems += [*header_problems, *value_problems, *_still_open(reading, values), *too_tangled(path, reading.blocks)]
    return _article(path, text, header, values, reading), problems


def _read_text(path: str, suffix: str, text: str, header: Header) -> Reading:
    match suffix:
        case ".md":
            return _titled(read_markdown(text, start=header.start, line=header.line))
        case ".html":
            from generator.reading.html import (
                read_html,
            )  # it takes a third of a second to load: only where there is a clip

            return read_html(path, text, start=header.start, line=header.line)
    from generator.reading.clip.plain import read_plain  # likewise

    return read_plain(path, text, start=header.start, line=header.line)


def _titled(blocks: tuple[Block, ...]) -> Reading:
    """Markdown's own first heading, where it opens the text, is the title; any other of its level moves down by one.

    (One without words is none.)
    """
    headline, evidence = None, {}
    if blocks and blocks[0].role is Role.HEADING and not blocks[0].text.strip():
        blocks = blocks[1:]
    elif blocks and blocks[0].role is Role.HEADING and blocks[0].level == 1:
        headline = dataclasses.replace(blocks[0], role=Role.TITLE)
        evidence["title"] = Evidence(text=headline.text, line=headline.line, how="first heading")
        blocks = blocks[1:]
    return Reading(headline=headline, blocks=blocks, evidence=evidence)


def _still_open(reading: Reading, values: Mapping[str, object]) -> list[Problem]:
    """The reader's problems, without those on values that the header settles."""
    settled = {f"{name}-" for name in values}
    return [p for p in reading.problems if not any(p.code.startswith(prefix) for prefix in settled)]


def _article(path: str, text: str, header: Header, values: Mapping[str, object], reading: Reading) -> Article:
    headline, blocks = reading.headline, reading.blocks
    evidence = dict(reading.evidence)
    for name in ("title", "date", "updated", "summary"):
        if name in values:
            key, _ = header.entries[name]
            evidence[name] = Evidence(text=str(values[name]), line=header.line_of(key), how="header")
    if "title" in values:
        said = str(values["title"])
        if headline and headline.text.casefold().split() != said.casefold().split():  # a header's blanks are all alike
            blocks = (dataclasses.replace(headline, role=Role.HEADING, level=2), *blocks)  # nothing is lost
        headline = _header_block(said, text, header)
    return Article(
        slug=ArticleSlug(PurePosixPath(path).stem),
        path=path,
        headline=headline,
        standfirst=reading.standfirst,
        date=values.get("date", reading.date),  # type: ignore[arg-type]
        updated=values.get("updated", reading.updated),  # type: ignore[arg-type]
        summary=cast("str | None", values.get("summary")) or _summary(reading.standfirst, blocks),
        key_points=cast("tuple[str, ...]", values.get("key_points", ())),
        authors=cast("tuple[str, ...]", values.get("authors", reading.authors)),
        outlet=cast("OutletSlug | None", values.get("outlet")),
        outlet_name=reading.outlet_name,
        url=cast("str | None", values.get("url", reading.url)),
        language=cast("str | None", values.get("language", reading.language)),
        blocks=blocks,
        rights=cast("Rights | None", values.get("rights")),
        status=cast("Status", values.get("status", Status.PUBLISHED)),
        redirects=cast("tuple[str, ...]", values.get("redirects", ())),
        corrections=tuple(
            dataclasses.replace(correction, line=correction.line + header.first_line)
            for correction in cast("tuple[Correction, ...]", values.get("corrections", ()))
        ),
        provenance=cast("Provenance | None", values.get("provenance")),
        actors=cast("Choice", values.get("actors", Choice())),
        topics=cast("Choice", values.get("topics", Choice())),
        autolink=cast("bool", values.get("autolink", True)),
        statements=tuple(
            dataclasses.replace(declared, line=declared.line + header.first_line)
            for declared in cast("tuple[Declared, ...]", values.get("statements", ()))
        ),
        dropped=reading.dropped,
        evidence=evidence,
        lines=header.lines(),
    )


def _header_block(title: str, text: str, header: Header) -> Block:
    """The header's title as a block, with its place in the file where it stands there as it is."""
    key, node = header.entries["title"]
    at = text.find(title, header.offset + node.start_mark.index, header.start)
    return Block(role=Role.TITLE, text=title, line=header.line_of(key), origin=((0, at),) if at >= 0 else ())


def _summary(standfirst: Block | None, blocks: tuple[Block, ...]) -> str | None:
    """The standfirst, or the first sentence of the first paragraph without the dateline before it."""
    if standfirst:
        return standfirst.text
    from generator.reading.placelines import without_dateline  # its lists of words take a while to load

    return next((first_sentence(without_dateline(b.text)) for b in blocks if b.role is Role.PARAGRAPH), None)
