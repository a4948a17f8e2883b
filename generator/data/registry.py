"""The tables of actors, topics and outlets."""

# ruff: noqa: ARG005 - every getter of a column takes the thing and its scope

from generator.data.columns import Column, Scope, Table, Type, address, plain
from generator.model import Actor, Outlet, Topic
from generator.pages import paths


def _actors(scope: Scope) -> list[Actor]:
    return [actor for _, actor in sorted(scope.archive.registry.actors.items())]


def _topics(scope: Scope) -> list[Topic]:
    return [topic for _, topic in sorted(scope.archive.registry.topics.items())]


def _outlets(scope: Scope) -> list[Outlet]:
    return [outlet for _, outlet in sorted(scope.archive.registry.outlets.items())]


def _introduced(description: str, example: str) -> Column:
    return Column(
        name="introduction", example=example, description=description, of=lambda thing, s: plain(thing.introduction)
    )


_WIKIDATA = "Its item in Wikidata, where the registry knows it."

ACTORS = Table(
    name="actors",
    title="Actors",
    description="Persons, states, organisations and groups of the registry, by slug.",
    key=("slug",),
    things=_actors,
    columns=(
        Column(name="slug", required=True, example="ada-example", of=lambda a, s: a.slug,
               description="The name of the actor in its address; it never changes."),
        Column(name="address", required=True, example="actors/ada-example/", of=lambda a, s: address(paths.actor(a.slug), s),
               description="Its page."),
        Column(name="name", required=True, example="Ada Example", of=lambda a, s: a.name, description="As the archive writes it."),
        Column(name="kind", required=True, example="person", of=lambda a, s: str(a.kind),
               description="`person`, `state`, `organisation` or `group`."),
        Column(name="role", example="Envoy of Ruritania", of=lambda a, s: a.role, description="Office or part played."),
        Column(name="aliases", type=Type.ARRAY, required=True, example=["A. Example", "Ада Примерова"],
               of=lambda a, s: list(a.aliases), description="Other names and spellings that always mean the actor."),
        Column(name="weak_aliases", type=Type.ARRAY, required=True, example=[], of=lambda a, s: list(a.weak_aliases),
               description="Names that mean it only beside a full one in the same article. A person’s last name is one by itself."),
        Column(name="metonyms", type=Type.ARRAY, required=True, example=["Strelsau"], of=lambda a, s: list(a.metonyms),
               description="Places that stand for it."),
        Column(name="affiliations", type=Type.ARRAY, required=True, example=["ruritania"],
               of=lambda a, s: [slug for slug in a.affiliations if slug in s.archive.registry.actors],
               description="Slugs of the actors that it belongs to."),
        Column(name="wikidata", example="Q42", of=lambda a, s: a.wikidata, description=_WIKIDATA),
        Column(name="not_same_as", type=Type.ARRAY, required=True, example=["Ada Exemplar, the painter"],
               of=lambda a, s: list(a.not_same_as), description="Whom it is easily taken for: slugs, or words."),
        _introduced("What stands on top of its page, without markup.",
                    "The Inland Waters League watches over lakes, and over the bay since 1988. (The Gazette, 2 May 1988)"),
        Column(name="article_count", type=Type.INTEGER, required=True, example=3,
               of=lambda a, s: len(s.archive.by_actor[a.slug]), description="How many articles name it."),
        Column(name="statement_count", type=Type.INTEGER, required=True, example=1,
               of=lambda a, s: len(s.archive.said_by.get(a.slug, ())), description="How many of its statements they quote."),
    ),
)  # fmt: skip

TOPICS = Table(
    name="topics",
    title="Topics",
    description="Subjects of the registry, by slug; one with a date is an event.",
    key=("slug",),
    things=_topics,
    columns=(
        Column(name="slug", required=True, example="truce-of-april", of=lambda t, s: t.slug,
               description="The name of the topic in its address; it never changes."),
        Column(name="address", required=True, example="topics/truce-of-april/", of=lambda t, s: address(paths.topic(t.slug), s),
               description="Its page."),
        Column(name="name", required=True, example="Truce of 2 April 2024", of=lambda t, s: t.name,
               description="As the archive writes it."),
        Column(name="date", type=Type.DATE, example="2024-04-02", of=lambda t, s: t.date and t.date.isoformat(),
               description="The day of an event; empty for any other topic."),
        Column(name="parent", refers="topics", example="strelsau-talks",
               of=lambda t, s: t.parent if t.parent in s.archive.registry.topics else None,
               description="The slug of the wider topic that it belongs to."),
        Column(name="related", type=Type.ARRAY, required=True, example=["fishing"],
               of=lambda t, s: list(s.archive.related_topics[t.slug]), description="Slugs of topics near it."),
        Column(name="terms", type=Type.ARRAY, required=True, example=["truce of 2 April", "signed a truce"],
               of=lambda t, s: [term.text for term in t.terms], description="Phrases that speak for it in a text."),
        Column(name="wikidata", example="Q1", of=lambda t, s: t.wikidata, description=_WIKIDATA),
        _introduced("What stands on top of its page, without markup.",
                    "The bay feeds two thousand households. (The Gazette, 2 May 1988)"),
        Column(name="article_count", type=Type.INTEGER, required=True, example=3,
               of=lambda t, s: len(s.archive.by_topic[t.slug]), description="How many articles are on it."),
    ),
)  # fmt: skip

OUTLETS = Table(
    name="outlets",
    title="Outlets",
    description="Who published the clips first, by slug.",
    key=("slug",),
    things=_outlets,
    columns=(
        Column(name="slug", required=True, example="the-gazette", of=lambda o, s: o.slug,
               description="The name of the outlet in its address; it never changes."),
        Column(name="address", required=True, example="outlets/the-gazette/", of=lambda o, s: address(paths.outlet(o.slug), s),
               description="Its page."),
        Column(name="name", required=True, example="The Gazette", of=lambda o, s: o.name, description="As the archive writes it."),
        Column(name="url", required=True, example="https://gazette.example/", of=lambda o, s: o.url, description="Its own site."),
        Column(name="country", example="Ruritania", of=lambda o, s: o.country, description="Where it is at home."),
        Column(name="rights", required=True, example="excerpt", of=lambda o, s: str(o.rights),
               description="How much of its articles the archive shows, unless an article says otherwise."),
        _introduced("What stands on top of its page, without markup.", "The Gazette is a daily paper of Strelsau."),
        Column(name="article_count", type=Type.INTEGER, required=True, example=3,
               of=lambda o, s: len(s.archive.by_outlet[o.slug]), description="How many of its articles are here."),
    ),
)  # fmt: skip
