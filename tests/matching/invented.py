"""Builders of invented actors, topics and articles."""

from generator.model import (
    Actor,
    ActorKind,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    Choice,
    Registry,
    Role,
    Term,
    Topic,
    TopicSlug,
)

PERSON, STATE, ORGANISATION = ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION
AS_FOUND = Choice()


def actor(name: str, kind: ActorKind, slug: str = "", **fields: tuple[str, ...]) -> Actor:
    slug = slug or name.lower().replace(" ", "-")
    return Actor(slug=ActorSlug(slug), path=f"content/actors/{slug}.md", name=name, kind=kind, **fields)  # type: ignore[arg-type]


def registry_of(*actors: Actor, topics: tuple[Topic, ...] = ()) -> Registry:
    return Registry(actors={one.slug: one for one in actors}, topics={one.slug: one for one in topics})


def topic(slug: str, *terms: str | Term, parent: str | None = None) -> Topic:
    made = tuple(term if isinstance(term, Term) else Term(text=term) for term in terms)
    above = None if parent is None else TopicSlug(parent)
    return Topic(slug=TopicSlug(slug), path=f"content/topics/{slug}.md", name=slug, terms=made, parent=above)


def article_of(
    *paragraphs: str | Block,
    title: str = "",
    standfirst: str = "",
    actors: Choice = AS_FOUND,
    topics: Choice = AS_FOUND,
) -> Article:
    """An article whose file holds the title, the standfirst and the paragraphs, one a line."""
    line, offset, blocks = 1, 0, []
    wanted = [
        (title, Role.TITLE),
        (standfirst, Role.STANDFIRST),
        *((paragraph, Role.PARAGRAPH) for paragraph in paragraphs),
    ]
    for text, role in wanted:
        if isinstance(text, str) and text:
            blocks.append(Block(role=role, text=text, line=line, origin=((0, offset),)))
        elif isinstance(text, Block):
            blocks.append(text)
        if text:
            line, offset = line + 1, offset + len(blocks[-1].text) + 1
    headline = next((block for block in blocks if block.role is Role.TITLE), None)
    deck = next((block for block in blocks if block.role is Role.STANDFIRST), None)
    body = tuple(block for block in blocks if block.role not in {Role.TITLE, Role.STANDFIRST})
    return Article(
        slug=ArticleSlug("a"),
        path="content/articles/a.txt",
        headline=headline,
        standfirst=deck,
        blocks=body,
        actors=actors,
        topics=topics,
    )
