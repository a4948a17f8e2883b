"""Actors and articles as entities of followthemoney (https://followthemoney.tech), one JSON object a line.

The names of schemata and properties are checked in tests against the library itself, which is too heavy for every build.
States are ``PublicBody``: its model has no schema for a state, and they act here through their governments.  Languages are
left out: it wants codes of three letters, our headers have BCP 47; texts too, which ``articles.jsonl`` and the database hold.
Ids are permanent: ``actor-<slug>``, ``article-<slug>`` ...
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.data.columns import Filled, Value
from generator.data.formats import json_text

SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization", "group": "LegalEntity"}
WIKIDATA = "https://www.wikidata.org/wiki/"
Record = Mapping[str, Value]


def actor_entities(filled: Filled) -> str:
    """The lines of actors and of what they belong to."""
    actors = filled.records(long=False)
    return _lines(chain(map(_actor, actors), _affiliations(actors)))


def article_entities(filled: Mapping[str, Filled], kinds: Mapping[str, str]) -> str:
    """The lines of articles and of the mentions in them; ``kinds`` are those of the actors, by slug."""
    schemata = {slug: SCHEMATA[kind] for slug, kind in kinds.items()}
    articles = map(_article, filled["articles"].records(long=False))
    return _lines(articles) + "".join(f"{line}\n" for line in _mentions(filled["mentions"].records(), schemata))


def _lines(every: Iterable[dict[str, object]]) -> str:
    return "".join(json_text(entity) + "\n" for entity in every)


def _entity(identity: str, schema: str, properties: Mapping[str, Value]) -> dict[str, object]:
    """An entity as its files have it: every property a list of strings, those without a value left out."""
    listed = {name: value if isinstance(value, list) else [str(value)] for name, value in properties.items() if value}
    return {"id": identity, "schema": schema, "properties": listed}


def _actor(actor: Record) -> dict[str, object]:
    schema = SCHEMATA[str(actor["kind"])]
    properties: dict[str, Value] = {
        "name": actor["name"],
        "alias": actor["aliases"],
        "weakAlias": actor["weak_aliases"],
        "wikidataId": actor["wikidata"],
        "summary": actor["introduction"],
        "sourceUrl": _web(actor["address"]),
    }
    properties["position" if schema == "Person" else "description"] = actor["role"]
    return _entity(f"actor-{actor['slug']}", schema, properties)


def _affiliations(actors: list[dict[str, Value]]) -> Iterator[dict[str, object]]:
    for actor in actors:
        above = actor["affiliations"]
        for slug in above if isinstance(above, list) else []:
            ends: dict[str, Value] = {
                "subject": f"actor-{actor['slug']}",
                "object": f"actor-{slug}",
                "role": "affiliation",
            }
            yield _entity(f"affiliation-{actor['slug']}-{slug}", "UnknownLink", ends)


def _article(article: Record) -> dict[str, object]:
    return _entity(
        f"article-{article['slug']}",
        "Article",
        {
            "title": article["title"],
            "author": article["authors"],
            "publisher": article["outlet_name"],
            "publishedAt": article["date"],
            "modifiedAt": article["updated"],
            "sourceUrl": article["source_url"] or _web(article["address"]),
            "summary": article["summary"],
        },
    )


def _mentions(mentions: list[dict[str, Value]], schemata: Mapping[str, str]) -> Iterator[str]:
    """One for each article and actor, with all names by which the one calls the other."""
    names: dict[tuple[Value, Value], list[Value]] = {}
    for mention in mentions:
        names.setdefault((mention["article"], mention["actor"]), []).append(mention["form"])
    for (article, actor), forms in names.items():
        # Written out, since there are more of these than of all else: every property is there, and slugs need no escape.
        yield (
            f'{{"id":"mention-{article}--{actor}","schema":"Mention","properties":{{"document":["article-{article}"],'
            f'"name":{json_text(forms)},"resolved":["actor-{actor}"],"detectedSchema":["{schemata[str(actor)]}"]}}}}'
        )


def _web(address: Value) -> Value:
    """An address as others may use it, None for one from the site's root."""
    return address if str(address).startswith("http") else None
