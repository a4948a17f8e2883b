"""Rules on what a header names: every slug has its file, and no file names itself."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.content import Content, line_at
from generator.model import Actor, Article, Outlet, Topic
from generator.nearness import nearest
from generator.problems import Problem, Severity
from generator.text import slugify


def slugs_known(content: Content) -> Iterator[Problem]:
    """Every slug that a header names has its file."""
    actors, topics, outlets = (content.stems(folder) for folder in ("actors", "topics", "outlets"))
    for article in content.articles:
        for field, known in (("actors", actors), ("topics", topics)):
            yield from _known(content, article, field, _chosen(article, field), known, field)
        yield from _known(content, article, "outlet", [article.outlet] if article.outlet else [], outlets, "outlets")
    for actor in content.actors:
        yield from _known(content, actor, "affiliations", actor.affiliations, actors, "actors")
    for topic in content.topics:
        yield from _known(content, topic, "related", topic.related, topics, "topics")
        yield from _known(content, topic, "parent", [topic.parent] if topic.parent else [], topics, "topics")


def _chosen(article: Article, field: str) -> list[str]:
    choice = article.actors if field == "actors" else article.topics
    return [*(choice.only or ()), *choice.add, *choice.drop]


_CODES: Mapping[str, str] = {"actors": "actor-unknown", "topics": "topic-unknown", "outlets": "outlet-unknown"}


def _known(
    content: Content,
    file: Article | Actor | Topic,
    field: str,
    slugs: Iterable[str],
    known: Iterable[str],
    folder: str,
    line: int | None = None,
) -> Iterator[Problem]:
    for slug in dict.fromkeys(slugs):
        if slug in known:
            continue
        near = slug_meant(content, folder, slug)
        help = f"Did you mean `{near}`? " if near else ""
        yield Problem(
            path=file.path,
            line=line or line_at(file, field),
            code=_CODES[folder],
            message=f"`{field}` names {slug}, and there is no file {folder}/{slug}.md",
            help=f"{help}If it is new, add it: explainer new {folder.removesuffix('s')} {slug}",
            field=field,
            value=slug,
            others=(f"{file.path.split('/')[0]}/{folder}/{slug}.md",),
        )


_latest: list[tuple[Content, dict[tuple[str, str], str | None]]] = []  # many articles may name a file that was removed


def slug_meant(content: Content, folder: str, words: str) -> str | None:
    """The slug of a folder's file that a misspelt slug, or a name or alias, stands for."""
    if not _latest or _latest[0][0] is not content:
        _latest[:] = [(content, {})]
    meant = _latest[0][1]
    if (folder, words) not in meant:
        meant[folder, words] = _slug_meant(content, folder, words)
    return meant[folder, words]


def _slug_meant(content: Content, folder: str, words: str) -> str | None:
    things: dict[str, tuple[Actor | Topic | Outlet, ...]] = {
        "actors": content.actors,
        "topics": content.topics,
        "outlets": content.outlets,
    }
    named: dict[str, str] = {}
    for thing in things[folder]:
        names = [thing.name, *(thing.aliases if isinstance(thing, Actor) else ())]
        for name in names:
            named.setdefault(slugify(name), thing.slug)
    slug = slugify(words)
    if slug in named:
        return named[slug]
    known = dict(named) | {stem: stem for stem in content.stems(folder)}
    near = nearest(slug, (name for name in known if name)) if slug else None
    return known[near] if near else None


def statements_verbatim(content: Content) -> Iterator[Problem]:
    """A statement that a header declares stands word for word in the text, and its speaker has a file."""
    actors = content.stems("actors")
    for article in content.articles:
        for declared in article.statements:
            from generator.statements import place_of  # it takes a while to load, and few articles need it

            if place_of(article, declared) is None:
                yield Problem(
                    path=article.path,
                    line=declared.line,
                    code="statement-not-found",
                    message=f"the text does not hold these words: {declared.text}",
                    help="Copy them from the text below the header, without the quotation marks around them.",
                    field="statements",
                    value=declared.text,
                )
            if actors and declared.speaker not in actors:
                yield from _known(content, article, "statements", [declared.speaker], actors, "actors", declared.line)


def topics_acyclic(content: Content) -> Iterator[Problem]:
    """No topic is its own ancestor.  (A ring is told once, at its first topic by the alphabet.)"""
    topics = {topic.slug: topic for topic in content.topics}
    for topic in content.topics:
        seen, at = [topic.slug], topic.parent
        while at is not None and at in topics and at not in seen:
            seen.append(at)
            at = topics[at].parent
        if at == topic.slug and topic.slug == min(seen):
            yield Problem(
                path=topic.path,
                line=line_at(topic, "parent"),
                code="topic-cycle",
                message="the topic is its own ancestor: " + " → ".join([*seen, topic.slug]),
                help="Remove one of these `parent` lines.",
                field="parent",
                value=topic.parent or "",
                others=tuple(topics[slug].path for slug in seen[1:]),
            )


def names_no_self(content: Content) -> Iterator[Problem]:
    """An actor does not belong to itself and is not mistaken for itself; a topic is not related to itself."""
    for actor in content.actors:
        own = {actor.slug, actor.name}
        yield from _names_itself(actor, "affiliations", [name for name in actor.affiliations if name in own])
        yield from _names_itself(actor, "not_same_as", [name for name in actor.not_same_as if name in own])
    for topic in content.topics:
        yield from _names_itself(topic, "related", [slug for slug in topic.related if slug == topic.slug])


def _names_itself(file: Actor | Topic, field: str, names: Iterable[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(names):
        yield Problem(
            path=file.path,
            line=line_at(file, field),
            code="names-itself",
            message=f"`{field}` names {name}, which is this file itself",
            help=f"Take it out of {field}.",
            severity=Severity.WARNING,
            field=field,
            value=name,
        )
