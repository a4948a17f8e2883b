"""A small API of static files below ``api/``: one JSON object for each actor, topic and article, and two that hold all.

A file about one thing says nothing of the whole archive (no totals, no dates of builds), so that a new article changes only
the files of what it names.  Each object says the ``version`` of its form; ``schema/v1/`` holds a JSON Schema for each.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.data.articles import ARTICLES
from generator.data.columns import Filled, Scope, Table, Type, Value
from generator.data.formats import json_text
from generator.data.package import VERSION
from generator.data.registry import ACTORS, TOPICS
from generator.model import Registry

ROOT = "api/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Record = dict[str, Value]


def api_files(filled: Mapping[str, Filled], scope: Scope) -> Iterator[tuple[str, bytes]]:
    """Every file of the API by its path from the site's root."""
    grouped = _Grouped(filled)
    for kind, of in (("articles", grouped.article), ("actors", grouped.actor), ("topics", grouped.topic)):
        for record in filled[kind].records(long=False):
            yield (
                f"{ROOT}{kind}/{record['slug']}.json",
                _line({"version": VERSION, **record, **of(str(record["slug"]))}),
            )
    yield f"{ROOT}search-forms.json", _line({"version": VERSION, "forms": spellings(scope.archive.registry)})
    yield f"{ROOT}index.json", _read_by_people(_index(filled, scope))
    for name, schema in schemas().items():
        yield f"{ROOT}schema/v{VERSION}/{name}.json", _read_by_people(schema)


class _Grouped:
    """The rows of the connecting tables by what they connect: read once, asked for each file."""

    def __init__(self, filled: Mapping[str, Filled]) -> None:
        self.titles = {
            str(a["slug"]): _kept(a, "slug", "title", "date") for a in filled["articles"].records(long=False)
        }
        self.mentions: dict[str, list[Record]] = defaultdict(list)
        self.named_in: dict[str, list[str]] = defaultdict(list)
        self.on_topic: dict[str, list[str]] = defaultdict(list)
        self.said_by: dict[str, list[Record]] = defaultdict(list)
        self.quoted: dict[str, list[Record]] = defaultdict(list)
        self.corrected: dict[str, list[Record]] = defaultdict(list)
        self.beside: dict[str, list[Record]] = defaultdict(list)
        self.below: dict[str, list[str]] = defaultdict(list)
        self._read(filled)

    def _read(self, filled: Mapping[str, Filled]) -> None:
        for mention in filled["mentions"].records():
            self.mentions[str(mention["article"])].append(_kept(mention, "actor", "form", "count"))
        for article in filled["articles"].records(long=False):
            for slugs, listed in ((article["actors"], self.named_in), (article["topics"], self.on_topic)):
                for slug in slugs if isinstance(slugs, list) else []:
                    listed[slug].append(str(article["slug"]))
        speakers = {}
        for said in filled["statements"].records():
            speakers[said["id"]] = said["speaker"]
            self.said_by[str(said["speaker"])].append(_kept(said, "id", "date", "words", "address"))
        for wording in filled["wordings"].records():
            by: Record = {
                "id": wording["statement"],
                "speaker": speakers[wording["statement"]],
                "words": wording["words"],
            }
            self.quoted[str(wording["article"])].append(by)
        for correction in filled["corrections"].records():
            self.corrected[str(correction["article"])].append(_kept(correction, "date", "what"))
        for edge in filled["edges"].records():
            for one, other in (("source", "target"), ("target", "source")):
                self.beside[str(edge[one])].append({"slug": edge[other], "articles": edge["articles"]})
        for topic in filled["topics"].records():
            self.below[str(topic["parent"])].append(str(topic["slug"]))

    def article(self, slug: str) -> dict[str, object]:
        return {
            "mentions": self.mentions[slug],
            "quotations": self.quoted[slug],
            "corrections": self.corrected[slug],
        }

    def actor(self, slug: str) -> dict[str, object]:
        beside = sorted(self.beside[slug], key=lambda other: (-_number(other["articles"]), str(other["slug"])))
        articles = [self.titles[article] for article in self.named_in[slug]]
        return {"articles": articles, "statements": self.said_by[slug], "beside": beside}

    def topic(self, slug: str) -> dict[str, object]:
        return {"articles": [self.titles[article] for article in self.on_topic[slug]], "below": self.below[slug]}


def _kept(record: Mapping[str, Value], *names: str) -> Record:
    return {name: record[name] for name in names}


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def spellings(registry: Registry) -> dict[str, list[dict[str, str]]]:
    """Each spelling of the registry with what it may mean: kind, slug, and how surely (name, alias, weak alias, metonym)."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)

    def add(kind: str, slug: str, form: str, *words: str) -> None:
        for word in words:
            meaning = {"kind": kind, "slug": slug, "form": form}
            if not any(other["kind"] == kind and other["slug"] == slug for other in found[word]):
                found[word].append(meaning)

    for actor_slug, actor in sorted(registry.actors.items()):
        add("actor", actor_slug, "name", actor.name)
        add("actor", actor_slug, "alias", *actor.aliases)
        add("actor", actor_slug, "weak alias", *actor.weak_aliases)
        add("actor", actor_slug, "metonym", *actor.metonyms)
    for topic_slug, topic in sorted(registry.topics.items()):
        add("topic", topic_slug, "name", topic.name)
    for outlet_slug, outlet in sorted(registry.outlets.items()):
        add("outlet", outlet_slug, "name", outlet.name)
    return dict(sorted(found.items()))


def _index(filled: Mapping[str, Filled], scope: Scope) -> dict[str, object]:
    at = scope.settings.absolute
    endpoints = {name: at(f"{ROOT}{name}/{{slug}}.json") for name in ("actors", "articles", "topics")}
    return {
        "version": VERSION,
        "name": scope.settings.site_name,
        "description": scope.settings.description,
        "licence": scope.settings.licence,
        "documentation": at("data/"),
        "endpoints": {**endpoints, "search-forms": at(f"{ROOT}search-forms.json")},
        "schemas": {name: at(f"{ROOT}schema/v{VERSION}/{name}.json") for name in schemas()},
        "downloads": at("data/datapackage.json"),
        "counts": {name: len(each.rows) for name, each in filled.items()},
    }


def _line(value: Mapping[str, object]) -> bytes:
    return (json_text(value) + "\n").encode()


def _read_by_people(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


# --- JSON Schemas ---------------------------------------------------------------------------------------------------------------

_TEXT: dict[str, object] = {"type": "string"}
_COUNT: dict[str, object] = {"type": "integer", "minimum": 0}
_MAYBE: dict[str, object] = {"type": ["string", "null"]}


def schemas() -> dict[str, dict[str, object]]:
    """The JSON Schema of each kind of file, by its name."""
    title = _object({"slug": _TEXT, "title": _TEXT, "date": _TEXT})
    said = _object({"id": _TEXT, "date": _MAYBE, "words": _TEXT, "address": _TEXT})
    meaning = _object({"kind": {"enum": ["actor", "topic", "outlet"]}, "slug": _TEXT, "form": _TEXT})
    return {
        "article": _described("An article", ARTICLES, {
            "mentions": _list("The names by which it calls each actor.", _object({"actor": _TEXT, "form": _TEXT, "count": _COUNT})),
            "quotations": _list("What it quotes.", _object({"id": _TEXT, "speaker": _TEXT, "words": _TEXT})),
            "corrections": _list("What was put right in it, newest first.", _object({"date": _TEXT, "what": _TEXT})),
        }),
        "actor": _described("An actor", ACTORS, {
            "articles": _list("The articles that name it, newest first.", title),
            "statements": _list("What it said, newest first.", said),
            "beside": _list("Who is named beside it, in how many articles.", _object({"slug": _TEXT, "articles": _COUNT})),
        }),
        "topic": _described("A topic", TOPICS, {
            "articles": _list("The articles on it, newest first.", title),
            "below": _list("Slugs of narrower topics.", _TEXT),
        }),
        "search-forms": _whole("Every spelling and what it may mean", {
            "forms": {"type": "object", "additionalProperties": _list("", meaning)},
        }),
        "index": _whole("What the API holds", {
            **dict.fromkeys(("name", "description", "licence", "documentation", "downloads"), _TEXT),
            "endpoints": {"type": "object", "additionalProperties": _TEXT},
            "schemas": {"type": "object", "additionalProperties": _TEXT},
            "counts": {"type": "object", "additionalProperties": _COUNT},
        }),
    }  # fmt: skip


def _described(title: str, table: Table, more: Mapping[str, object]) -> dict[str, object]:
    columns = {
        column.name: {"description": column.description, "examples": [column.example]} | _type(column.type, required=column.required)
        for column in table.columns
        if not column.long
    }  # fmt: skip
    return _whole(title, {**columns, **more})


def _type(kind: Type, *, required: bool) -> dict[str, object]:
    if kind is Type.ARRAY:
        return {"type": "array", "items": _TEXT}
    name = "string" if kind is Type.DATE else str(kind)
    shape: dict[str, object] = {"type": name if required else [name, "null"]}
    return shape | ({"format": "date"} if kind is Type.DATE else {})


def _whole(title: str, properties: Mapping[str, object]) -> dict[str, object]:
    """A file's schema: further properties may come without a new version."""
    every = {"version": {"const": VERSION}, **properties}
    return {"$schema": _DIALECT, "title": title, "type": "object", "properties": every, "required": list(every)}


def _object(properties: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _list(description: str, items: Mapping[str, object]) -> dict[str, object]:
    return ({"description": description} if description else {}) | {"type": "array", "items": dict(items)}
