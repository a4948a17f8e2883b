"""JSON Schemas of every header and of content/statements.yaml, made from the one table of fields: editors check by them as one types.

They stand under ``schema/v1`` of the site.  A schema sees values, not how they are written: whether `no` has quotes only the
reader sees.  What a schema refuses the reader refuses, and a test holds both to one list of values.
"""

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

import yaml

from generator.model import ActorKind, Rights, Status
from generator.reading import fields
from generator.reading.fields import Field

FOLDER = "schema/v1"
DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that editors know
# Of which table the header of each kind of file is, and whether all its required fields must stand in it: what an article's or a
# page's header leaves out is read from the text.
HEADERS: Mapping[str, tuple[tuple[Field, ...], bool]] = {
    "article": (fields.ARTICLE_FIELDS, False),
    "actor": (fields.ACTOR_FIELDS, True),
    "topic": (fields.TOPIC_FIELDS, True),
    "outlet": (fields.OUTLET_FIELDS, True),
    "page": (fields.PAGE_FIELDS, False),
}
# The fields whose value is one of a few words.
CHOICES: Mapping[str, type[StrEnum]] = {"kind": ActorKind, "rights": Rights, "status": Status}

Schema = Mapping[str, object]

TEXT: Schema = {"type": "string", "pattern": r"\S", "maxLength": fields.MAX_TEXT}
TEXTS: Schema = {"type": "array", "items": TEXT}
DATE: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"}
SLUG: Schema = {"type": "string", "pattern": r"^[a-z0-9]+([-_][a-z0-9]+)*$"}
SLUGS: Schema = {"type": "array", "items": SLUG}


def _object(properties: Mapping[str, Schema], *required: str) -> Schema:
    """A mapping with these keys and no others."""
    made: dict[str, object] = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | ({"required": list(required)} if required else {})


_WEIGHTED: Schema = {
    "type": "object",
    "additionalProperties": {"type": "number", "exclusiveMinimum": 0, "maximum": 10},
}
# What each reader of the table takes.
OF_READER: Mapping[Callable[[yaml.Node], object], Schema] = {
    fields.text: TEXT,
    fields.text_list: TEXTS,
    fields.key_points: {**TEXTS, "maxItems": fields.MAX_KEY_POINTS},
    fields.date: DATE,
    fields.slug: SLUG,
    fields.slug_list: SLUGS,
    fields.choice: {"oneOf": [SLUGS, _object({"add": SLUGS, "drop": SLUGS})]},
    fields.url: {"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\\][^\\]*$"},
    fields.boolean: {"oneOf": [{"type": "boolean"}, {"enum": ["true", "false"]}]},
    fields.wikidata: {"type": "string", "pattern": r"^Q[1-9][0-9]{0,11}$"},
    # Norwegian is `no`, which YAML takes for false.
    fields.language: {"oneOf": [{"type": "string", "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}, {"const": False}]},
    fields.terms: {"oneOf": [{"type": "array", "items": {"oneOf": [TEXT, _WEIGHTED]}}, _WEIGHTED]},
    fields.provenance: _object(
        {"source": TEXT, "retrieved": DATE, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
    ),
    fields.corrections: {
        "type": "array",
        "items": _object({"date": DATE, "what": TEXT}, "date", "what"),
    },
    fields.statements: {
        "type": "array",
        "items": _object({"speaker": SLUG, "text": TEXT}, "speaker", "text"),
    },
}  # fmt: skip


def schema_files(site_url: str = "") -> dict[str, bytes]:
    """All schemas, by their path in the site.  ``site_url`` ends in a slash, or is empty while the site has no address."""
    schemas = {kind: header_schema(kind) for kind in HEADERS} | {"statements": statements_schema()}
    return {
        path_of(kind): _written({"$schema": DIALECT, **_named(site_url, kind), **schema})
        for kind, schema in schemas.items()
    }


def path_of(kind: str) -> str:
    return f"{FOLDER}/{kind}.json"


def header_schema(kind: str) -> Schema:
    """The schema of the header of an article, an actor, a topic, an outlet or a page."""
    table, complete = HEADERS[kind]
    required = [field.name for field in table if field.required and complete]
    return {
        "title": f"The header of {'an' if kind[0] in 'ao' else 'a'} {kind}",
        **_object({field.name: field_schema(field) for field in table}, *required),
    }


def field_schema(field: Field) -> Schema:
    """What one field may hold, with what it means and an example."""
    taken: Schema = (
        {"enum": [str(option) for option in CHOICES[field.name]]}
        if field.name in CHOICES
        else OF_READER[field.read]
    )  # fmt: skip
    example = {"examples": [_plain(yaml.safe_load(field.example))]} if field.example else {}
    return {"description": field.meaning, **taken, **example}


def statements_schema() -> Schema:
    """The schema of content/statements.yaml: pairs of quotations that are one statement, and pairs that are not."""
    pair: Schema = {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}
    pairs: Schema = {"type": ["array", "null"], "items": pair}
    decided = _object({
        "same": {"description": "pairs of quotations that are one statement", **pairs},
        "not_the_same": {"description": "pairs that look alike and are two statements", **pairs},
    })  # fmt: skip
    return {"title": "What people decided on pairs of quotations", **decided, "type": ["object", "null"]}


def _named(site_url: str, kind: str) -> Schema:
    return {"$id": site_url + path_of(kind)} if site_url else {}


def _plain(value: object) -> object:
    """An example as JSON has it: its dates are text."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return value


def _written(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
