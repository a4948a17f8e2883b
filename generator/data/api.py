"""A small API of static files below ``api/``: one JSON object for each actor, topic and article, and two that hold all.

A file about one thing says nothing of the whole archive (no totals, no dates of builds), so that a new article changes only
the files of what it names.  Each object says the ``version`` of its form; ``schema/v1/`` holds a JSON Schema for each.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from generator.crossref import Entry
from generator.data.articles import ARTICLES, CORRECTIONS
from generator.data.columns import Scope, Table, Type, Value
from generator.data.connections import MENTIONS, STATEMENTS
from generator.data.formats import json_text
from generator.data.package import VERSION
from generator.data.registry import ACTORS, TOPICS
from generator.data.said import newest_first, wordings_at
from generator.model import ActorSlug, ArticleSlug, Registry, TopicSlug
from generator.settings import Settings

ROOT = "api/"
FORMS, INDEX = f"{ROOT}search-forms.json", f"{ROOT}index.json"
Spellings = dict[str, list[dict[str, str]]]  # each with what it may mean
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def thing_file(kind: str, slug: str, scope: Scope) -> tuple[str, bytes]:
    """The file of one article, actor or topic, by its path from the site's root."""
    table, thing, more = _PARTS[kind](slug, scope)
    record = table.record(thing, scope, table.names(long=False))
    return f"{ROOT}{kind}/{slug}.json", _line({"version": VERSION, **record, **more})


def whole_files(rows: Mapping[str, int], forms: Spellings, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The files that are of all things, and the schemas.  ``rows`` says how many each table has."""
    yield FORMS, _line({"version": VERSION, "forms": forms})
    yield INDEX, _read_by_people(_index(rows, settings))
    for name, schema in schemas().items():
        yield _schema_path(name), _read_by_people(schema)


def whole_paths() -> list[str]:
    """Where the files stand that are of all things."""
    return [FORMS, INDEX, *map(_schema_path, schemas())]


def _schema_path(name: str) -> str:
    return f"{ROOT}schema/v{VERSION}/{name}.json"


_Parts = tuple[Table, object, dict[str, object]]  # the table of a thing, the thing, and what stands behind its row


def _article(slug: str, scope: Scope) -> _Parts:
    archive = scope.archive
    entry = archive.by_slug[ArticleSlug(slug)]
    said = {
        statement.id: statement
        for quote in entry.quotes
        if (statement := archive.statement_of.get((entry.article.slug, quote.block, quote.at)))
        and statement.speaker in archive.registry.actors
    }
    quoted = [
        {"id": statement.id, "speaker": statement.speaker, "words": at.words}
        for statement in sorted(said.values(), key=newest_first)
        for at in wordings_at(statement, scope)
        if at.variant.article == slug
    ]
    more = {
        "mentions": _kept(MENTIONS, entry, scope, "actor", "form", "count"),
        "quotations": quoted,
        "corrections": _kept(CORRECTIONS, entry, scope, "date", "what"),
    }
    return ARTICLES, entry, more


def _actor(slug: str, scope: Scope) -> _Parts:
    archive = scope.archive
    actor = ActorSlug(slug)
    said = sorted(archive.said_by.get(actor, ()), key=newest_first)
    others = [(other, count) for other, count in archive.co_actors.get(actor, ()) if other in archive.registry.actors]
    more = {
        "articles": [_title(entry) for entry in archive.by_actor[actor]],
        "statements": [
            row for statement in said for row in _kept(STATEMENTS, statement, scope, "id", "date", "words", "address")
        ],
        "beside": [
            {"slug": other, "articles": count} for other, count in sorted(others, key=lambda pair: (-pair[1], pair[0]))
        ],
    }
    return ACTORS, archive.registry.actors[actor], more


def _topic(slug: str, scope: Scope) -> _Parts:
    archive = scope.archive
    topic = TopicSlug(slug)
    more: dict[str, object] = {
        "articles": [_title(entry) for entry in archive.by_topic[topic]],
        "below": sorted(archive.children[topic]),
    }
    return TOPICS, archive.registry.topics[topic], more


_PARTS: Mapping[str, Callable[[str, Scope], _Parts]] = {"articles": _article, "actors": _actor, "topics": _topic}


def _title(entry: Entry) -> dict[str, object]:
    article = entry.article
    return {"slug": article.slug, "title": article.title, "date": article.date and article.date.isoformat()}


def _kept(table: Table, of: object, scope: Scope, *names: str) -> list[dict[str, Value]]:
    """Some columns of the rows that follow from an article or a statement."""
    return [table.record(thing, scope, names) for thing in table.things(of, scope)]


def spellings(registry: Registry) -> Spellings:
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


def _index(rows: Mapping[str, int], settings: Settings) -> dict[str, object]:
    at = settings.absolute
    endpoints = {name: at(f"{ROOT}{name}/{{slug}}.json") for name in ("actors", "articles", "topics")}
    return {
        "version": VERSION,
        "name": settings.site_name,
        "description": settings.description,
        "licence": settings.licence,
        "documentation": at("data/"),
        "endpoints": {**endpoints, "search-forms": at(FORMS)},
        "schemas": {name: at(_schema_path(name)) for name in schemas()},
        "downloads": at("data/datapackage.json"),
        "counts": dict(rows),
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
