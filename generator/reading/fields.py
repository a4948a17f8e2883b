"""The one table of header fields: what each file's header may say, how it is read, and what it means.

Parser, checks, documentation and scaffolds all read this table.  A reader takes a YAML node and gives its value, or
raises ``FieldError`` with a message and the text to type instead.
"""

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import yaml

from generator.markup import safe_href
from generator.model import ActorKind, ActorSlug, Choice, Correction, Declared, Provenance, Rights, Status, Term
from generator.nearness import nearest
from generator.problems import Problem
from generator.reading.header import Header
from generator.text import is_slug, shortened, slugify

MAX_TEXT = 2_000  # characters of one value
MAX_KEY_POINTS = 5
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class FieldError(Exception):
    """A value is not what its field wants; ``node`` is where."""

    def __init__(self, node: yaml.Node, message: str, help: str) -> None:
        super().__init__(message)
        self.node, self.help = node, help


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a header."""

    name: str
    read: Callable[[yaml.Node], object]
    meaning: str
    required: bool = False
    example: str = ""


def quoted(text: str) -> str:
    """A value as it may safely be typed into a header."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- readers ----------------------------------------------------------------------------------------------------------------------


def text(node: yaml.Node) -> str:
    """One line of text.  YAML's own ideas of ``no``, ``1.10`` or ``null`` are refused, never guessed at."""
    if isinstance(node, yaml.SequenceNode):
        raise FieldError(node, "wants one text, not a list", "Write the text without [ ] or leading dashes.")
    if not isinstance(node, yaml.ScalarNode):
        raise FieldError(node, "wants one text", "If the text holds a colon, put it in quotes.")
    value = str(node.value)
    if not node.style and node.tag != "tag:yaml.org,2002:str" and not (node.tag.endswith("timestamp")):
        if not value or node.tag.endswith("null"):
            raise FieldError(node, "is empty", "Add the text, or remove the line.")
        raise FieldError(node, f"YAML reads {value} as something else than text", f"Put it in quotes: {quoted(value)}")
    value = " ".join(value.split())
    if not value:
        raise FieldError(node, "is empty", "Add the text, or remove the line.")
    if len(value) > MAX_TEXT:
        raise FieldError(node, f"is {len(value):,} characters long, more than {MAX_TEXT:,}", "Shorten it.")
    return value


def text_list(node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        written = node.value if isinstance(node, yaml.ScalarNode) and node.value else "first"
        raise FieldError(node, "wants a list", f"Put it in brackets: [{quoted(str(written))}]")
    return tuple(text(item) for item in node.value)


def key_points(node: yaml.Node) -> tuple[str, ...]:
    points = text_list(node)
    if len(points) > MAX_KEY_POINTS:
        raise FieldError(
            node, f"has {len(points)} points, more than {MAX_KEY_POINTS}", "Keep the five that matter most."
        )
    return points


def date(node: yaml.Node) -> datetime.date:
    """A day as YYYY-MM-DD; nothing else, so that no one wonders which number is the month."""
    value = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
    found = _ISO.fullmatch(value)
    if not found:
        raise FieldError(node, f"{value or 'this'} is not a date", "Write it as YYYY-MM-DD, for example 2025-08-22.")
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise FieldError(
            node, f"there is no day {value}", "Look at the month and the day: YYYY-MM-DD, for example 2025-08-22."
        ) from None


def slug(node: yaml.Node) -> str:
    value = text(node)
    if not is_slug(value):
        raise FieldError(
            node,
            f"{quoted(value)} is not a slug",
            f"A slug is a file's name without its ending: {shortened(slugify(value)) or 'ada-example'}",
        )
    return value


def slug_list(node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        text_list(node)
    return tuple(slug(item) for item in node.value)


def choice(node: yaml.Node) -> Choice:
    """A list of slugs, or ``{add: [...], drop: [...]}``."""
    if not isinstance(node, yaml.MappingNode):
        return Choice(only=slug_list(node))
    parts: dict[str, tuple[str, ...]] = {}
    for key, value in node.value:
        if text(key) not in {"add", "drop"}:
            raise FieldError(
                key, f"does not know `{key.value}`", "Write a list of slugs, or {add: [...], drop: [...]}."
            )
        parts[key.value] = slug_list(value)
    return Choice(add=parts.get("add", ()), drop=parts.get("drop", ()))


def one_of(options: type[StrEnum]) -> Callable[[yaml.Node], StrEnum]:
    names = [str(option) for option in options]

    def read(node: yaml.Node) -> StrEnum:
        value = text(node)
        if value not in names:
            near = nearest(value, names)
            hint = f"Did you mean `{near}`? " if near else ""
            raise FieldError(
                node, f"{quoted(value)} is not one of {', '.join(names)}", f"{hint}Write one of: {', '.join(names)}."
            )
        return options(value)

    return read


def url(node: yaml.Node) -> str:
    value = text(node)
    if not re.match(r"https?://", value, re.IGNORECASE) or safe_href(value) is None:
        raise FieldError(
            node, f"{quoted(value)} is not a web address", "Copy the whole address, beginning with https://"
        )
    if " " in value or "@" in urlsplit(value).netloc:  # https://gazette.example@another.example leads to the second
        raise FieldError(
            node,
            f"{quoted(value)} is not where it seems to lead: {safe_href(value)}",
            "Write the address of the page itself, without blanks, and without a name and @ before its host.",
        )
    return value


def boolean(node: yaml.Node) -> bool:
    value = str(node.value).lower() if isinstance(node, yaml.ScalarNode) else ""
    if value not in {"true", "false"}:
        raise FieldError(node, "wants true or false", "Write true or false.")
    return value == "true"


def wikidata(node: yaml.Node) -> str:
    value = text(node)
    if not _WIKIDATA.fullmatch(value):
        raise FieldError(node, f"{quoted(value)} is not a Wikidata number", "It is a Q with digits, for example Q42.")
    return value


def language(node: yaml.Node) -> str:
    value = str(node.value) if isinstance(node, yaml.ScalarNode) else ""  # here `no` is Norwegian, not False
    if not _LANGUAGE.fullmatch(value):
        raise FieldError(
            node, f"{quoted(value)} is not a language code", "Write two letters, for example en, de or uk."
        )
    return value


def terms(node: yaml.Node) -> tuple[Term, ...]:
    """A list of phrases; each may be ``phrase: weight``."""
    if isinstance(node, yaml.MappingNode):
        return tuple(_weighted(key, value) for key, value in node.value)
    if not isinstance(node, yaml.SequenceNode):
        text_list(node)
    found: list[Term] = []
    for item in node.value:
        if isinstance(item, yaml.MappingNode):
            found += [_weighted(key, value) for key, value in item.value]
        else:
            found.append(Term(text=text(item)))
    return tuple(found)


def _weighted(key: yaml.Node, value: yaml.Node) -> Term:
    try:
        weight = float(value.value)
    except (TypeError, ValueError):
        weight = 0.0
    if not 0 < weight <= 10:
        raise FieldError(
            value, "a term's weight is a number above 0, up to 10", "For example: {security guarantees: 2}"
        )
    return Term(text=text(key), weight=weight)


def sha256(node: yaml.Node) -> str:
    value = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
    if not _SHA256.fullmatch(value):
        raise FieldError(
            node, "is not a SHA-256 sum: 64 digits and letters a to f", "Leave it as `explainer add` wrote it."
        )
    return value


_PROVENANCE: Mapping[str, Callable[[yaml.Node], object]] = {"source": text, "retrieved": date, "sha256": sha256}


def provenance(node: yaml.Node) -> Provenance:
    """What ``explainer add`` notes on a clip: source, retrieved, sha256."""
    wanted = "Leave it as `explainer add` wrote it, with lines for source, retrieved and sha256; or remove it."
    if not isinstance(node, yaml.MappingNode):
        raise FieldError(node, f"wants lines for {', '.join(_PROVENANCE)}", wanted)
    parts: dict[str, object] = {}
    for key, value in node.value:
        if text(key) not in _PROVENANCE:
            raise FieldError(key, f"does not know `{key.value}`", wanted)
        parts[key.value] = _PROVENANCE[key.value](value)
    return Provenance(**parts)  # type: ignore[arg-type]


def _parts(node: yaml.Node) -> dict[str, yaml.Node]:
    """The values of a mapping by their keys; empty for anything else, and where a key is no word or stands twice."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    parts = {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}
    return parts if len(parts) == len(pairs) else {}


def statements(node: yaml.Node) -> tuple[Declared, ...]:
    """A list of ``{speaker: slug, text: words}``; ``line`` counts from the header's first line, from 0."""
    if not isinstance(node, yaml.SequenceNode):
        raise FieldError(node, "wants a list", 'For example: [{speaker: ada-example, text: "We will not go."}]')
    declared = []
    for item in node.value:
        parts = _parts(item)
        if set(parts) != {"speaker", "text"}:
            raise FieldError(
                item, "wants a speaker and a text in each", '{speaker: ada-example, text: "We will not go."}'
            )
        declared.append(
            Declared(
                speaker=ActorSlug(slug(parts["speaker"])), text=text(parts["text"]), line=int(item.start_mark.line)
            )
        )
    return tuple(declared)


def corrections(node: yaml.Node) -> tuple[Correction, ...]:
    """A list of ``{date: day, what: words}``, given back newest first; ``line`` counts from the header's first line, from 0."""
    example = '{date: 2025-08-25, what: "An earlier version gave a wrong year."}'
    if not isinstance(node, yaml.SequenceNode):
        raise FieldError(node, "wants a list", f"For example: [{example}]")
    found = []
    for item in node.value:
        parts = _parts(item)
        if set(parts) != {"date", "what"}:
            raise FieldError(item, "wants a date and what was corrected in each", example)
        found.append(
            Correction(date=date(parts["date"]), what=text(parts["what"]), line=int(parts["date"].start_mark.line))
        )
    return tuple(sorted(found, key=lambda correction: correction.date, reverse=True))


# --- the table ----------------------------------------------------------------------------------------------------------------------

_REDIRECTS = Field(name="redirects", read=slug_list, meaning="old slugs that must keep working", example="[old-slug]")
_WIKIDATA_FIELD = Field(name="wikidata", read=wikidata, meaning="its number on Wikidata", example="Q42")

ARTICLE_FIELDS = (
    Field(name="title", read=text, meaning="the headline", required=True, example='"Talks in Ruritania: what is known"'),
    Field(name="date", read=date, meaning="the day of publication", required=True, example="2025-08-22"),
    Field(name="updated", read=date, meaning="the day of the last change", example="2025-08-25"),
    Field(name="corrections", read=corrections, meaning="what was wrong and has been put right, each with its day", example='[{date: 2025-08-25, what: "An earlier version gave a wrong year."}]'),
    Field(name="summary", read=text, meaning="one or two sentences", example='"What the talks were about."'),
    Field(name="key_points", read=key_points, meaning="up to five short sentences, shown as “In short”", example='["The talks ended."]'),
    Field(name="authors", read=text_list, meaning="who wrote it", example='["Ada Example"]'),
    Field(name="outlet", read=slug, meaning="who published it first", example="the-gazette"),
    Field(name="url", read=url, meaning="where it was published first", example="https://example.org/talks"),
    Field(name="language", read=language, meaning="its language", example="en"),
    Field(name="actors", read=choice, meaning="who it is about; left out: found in the text", example="{add: [ada-example], drop: []}"),
    Field(name="topics", read=choice, meaning="what it is about; left out: found in the text", example="[talks]"),
    Field(name="statements", read=statements, meaning="quotations with their speakers, where the rules find them not or wrongly", example='[{speaker: ada-example, text: "We will not go."}]'),
    Field(name="autolink", read=boolean, meaning="whether names in the text become links", example="false"),
    Field(name="rights", read=one_of(Rights), meaning="how much is published; left out: the outlet's", example="excerpt"),
    Field(name="status", read=one_of(Status), meaning="published, draft, retracted or withdrawn", example="draft"),
    _REDIRECTS,
    Field(name="provenance", read=provenance, meaning="where a clip came from; `explainer add` writes it", example='{source: "clip.txt", retrieved: 2025-08-23}'),
)  # fmt: skip
ACTOR_FIELDS = (
    Field(name="name", read=text, meaning="the name as the archive writes it", required=True, example="Ada Example"),
    Field(name="kind", read=one_of(ActorKind), meaning="person, state, organisation or group", required=True, example="person"),
    Field(name="aliases", read=text_list, meaning="other names, spellings, scripts", example='["A. Example"]'),
    Field(name="weak_aliases", read=text_list, meaning="names that count only beside the full one", example='["the envoy"]'),
    Field(name="metonyms", read=text_list, meaning="places that stand for the actor", example='["Strelsau"]'),
    Field(name="role", read=text, meaning="what the actor is or does", example='"Envoy of Ruritania"'),
    Field(name="affiliations", read=slug_list, meaning="actors it belongs to", example="[ruritania]"),
    Field(name="not_same_as", read=text_list, meaning="who it must not be confused with", example='["Ada Exemplar"]'),
    _WIKIDATA_FIELD,
    _REDIRECTS,
)  # fmt: skip
TOPIC_FIELDS = (
    Field(name="name", read=text, meaning="the topic as the archive writes it", required=True, example="Border talks"),
    Field(name="terms", read=terms, meaning="phrases that speak for it", example='["border talks", "talks on the border"]'),
    Field(name="parent", read=slug, meaning="the wider topic", example="negotiations"),
    Field(name="related", read=slug_list, meaning="neighbouring topics", example="[truce]"),
    Field(name="date", read=date, meaning="the day, if the topic is an event", example="2025-08-15"),
    _WIKIDATA_FIELD,
    _REDIRECTS,
)  # fmt: skip
OUTLET_FIELDS = (
    Field(name="name", read=text, meaning="the outlet's name", required=True, example="The Gazette"),
    Field(name="url", read=url, meaning="its home page", required=True, example="https://example.org/"),
    Field(name="country", read=text, meaning="where it is published", example="Ruritania"),
    Field(name="rights", read=one_of(Rights), meaning="how much of its articles is published", required=True, example="excerpt"),
    _REDIRECTS,
)  # fmt: skip
PAGE_FIELDS = (
    Field(name="title", read=text, meaning="the page's title", required=True, example="About"),
    Field(name="description", read=text, meaning="one sentence for search engines", example='"What this archive is."'),
)


# Of which folder each table is, in the order in which a file's right folder is looked for.
TABLES: Mapping[str, tuple[Field, ...]] = {
    "articles": ARTICLE_FIELDS,
    "actors": ACTOR_FIELDS,
    "outlets": OUTLET_FIELDS,
    "topics": TOPIC_FIELDS,
    "pages": PAGE_FIELDS,
}
# What people write who know the headers of other tools.
MEANT: Mapping[str, str] = {
    "author": "authors", "by": "authors", "byline": "authors", "headline": "title", "heading": "title", "subject": "title",
    "published": "date", "pubdate": "date", "day": "date", "modified": "updated", "lastmod": "updated", "description": "summary",
    "abstract": "summary", "excerpt": "summary", "source": "outlet", "publisher": "outlet", "newspaper": "outlet",
    "link": "url", "address": "url", "website": "url", "homepage": "url", "lang": "language", "locale": "language",
    "people": "actors", "persons": "actors", "tags": "topics", "categories": "topics", "category": "topics", "subjects": "topics",
    "license": "rights", "licence": "rights", "state": "status", "draft": "status", "type": "kind", "alias": "aliases",
    "keywords": "terms", "phrases": "terms", "also_known_as": "aliases", "aka": "aliases", "redirect_from": "redirects", "title": "name", "name": "title",
}  # fmt: skip


def meant_field(key: str, names: Iterable[str]) -> str | None:
    """The field that a key which is none was meant to be."""
    names = list(names)
    plain = key.strip().casefold().replace("-", "_").replace(" ", "_")
    if plain in names:
        return plain
    known = MEANT.get(plain)
    return known if known in names else nearest(plain, names)


def right_folder(folder: str, keys: Collection[str]) -> str | None:
    """The folder whose files have just these keys, if they are not those of the file's own folder."""
    if not keys or set(keys) <= {field.name for field in TABLES.get(folder, ())}:
        return None
    for other, table in TABLES.items():
        needed = {field.name for field in table if field.required}
        has_needed = bool(needed & set(keys)) if other == "articles" else needed <= set(keys)
        if other != folder and has_needed and set(keys) <= {field.name for field in table}:
            return other
    return None


def read_fields(
    path: str, header: Header, fields: tuple[Field, ...], *, complete: bool = True
) -> tuple[Mapping[str, object], list[Problem]]:
    """The header's values by name.  A value that cannot be read is left out and is a problem.

    With ``complete``, a required field that is missing is a problem too (an article's may still be found in its text).
    """
    table = {field.name: field for field in fields}
    values: dict[str, object] = {}
    problems = []
    for name, (key, node) in header.entries.items():
        field = table.get(name)
        if field is None:
            problems.append(_unknown(path, header, key, list(table)))
            continue
        try:
            values[name] = field.read(node)
        except FieldError as error:
            problems.append(_unreadable(path, header, name, error))
    if complete:
        meant = {problem.field for problem in problems if problem.code == "header-unknown"}
        problems += [
            _missing(path, field)
            for field in fields
            if field.required and field.name not in header.entries and field.name not in meant
        ]
    return values, problems


def _unreadable(path: str, header: Header, name: str, error: FieldError) -> Problem:
    return Problem(
        path=path,
        line=header.line_of(error.node),
        column=header.column_of(error.node),
        code="header-value",
        message=f"`{name}`: {error}",
        help=error.help,
        field=name,
        value=str(error.node.value) if isinstance(error.node, yaml.ScalarNode) else "",
    )


def _missing(path: str, field: Field) -> Problem:
    return Problem(
        path=path,
        line=1,
        code="header-missing",
        message=f"the header has no `{field.name}` ({field.meaning})",
        help=f"Add a line to the header, for example:\n{field.name}: {field.example}",
        field=field.name,
    )


def _unknown(path: str, header: Header, key: yaml.ScalarNode, names: list[str]) -> Problem:
    near = meant_field(str(key.value), names)
    help = f"Did you mean `{near}`?" if near else "Remove the line, or use one of: " + ", ".join(names)
    return Problem(
        path=path,
        line=header.line_of(key),
        column=header.column_of(key),
        code="header-unknown",
        message=f"the header has no field `{key.value}`",
        help=help,
        field=near or "",
        value=str(key.value),
    )
