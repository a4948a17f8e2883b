"""The tables of what connects articles, actors and topics: statements and their wordings, mentions, subjects, edges.

No statement has more words than the site shows of it (see ``said``).
"""

# ruff: noqa: ARG005 - every getter of a column takes the thing and its scope

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from generator.crossref import Entry
from generator.data.columns import Column, Each, Scope, Table, Type, address
from generator.data.said import wordings_at
from generator.model import ActorSlug, ArticleSlug, TopicFound

STATEMENTS = Table(
    name="statements",
    title="Statements",
    description="What actors said, each once, however many articles quote it; newest first.",
    key=("id",),
    each=Each.STATEMENT,
    things=lambda statement, scope: islice(wordings_at(statement, scope), 1),
    columns=(
        Column(name="id", required=True, example="ada-example-2024-05-14-we-have-agreed-to-stop-not",
               of=lambda x, s: x.statement.id, description="Made of the speaker, the date and the first words."),
        Column(name="address", required=True, of=lambda x, s: address(x.page, s),
               example="statements/ada-example-2024-05-14-we-have-agreed-to-stop-not/",
               description="Its page, or the place in the one article that quotes it."),
        Column(name="speaker", required=True, refers="actors", example="ada-example", of=lambda x, s: x.statement.speaker,
               description="The slug of the actor who said it."),
        Column(name="date", type=Type.DATE, example="2024-05-14", of=lambda x, s: x.date,
               description="The day of the earliest article that quotes it, not of the words themselves."),
        Column(name="words", required=True, example="We have agreed to stop, not to forget", of=lambda x, s: x.words,
               description="In its earliest wording; cut after 150 characters where the site shows no more."),
        Column(name="wording_count", type=Type.INTEGER, required=True, example=1,
               of=lambda x, s: len(x.statement.variants), description="How many quotations of it there are."),
    ),
)  # fmt: skip

WORDINGS = Table(
    name="wordings",
    title="Wordings",
    description="Each quotation of a statement, the earliest first.",
    key=("statement", "number"),
    each=Each.STATEMENT,
    things=wordings_at,
    columns=(
        Column(name="statement", required=True, refers="statements", of=lambda x, s: x.statement.id,
               example="ada-example-2024-05-14-we-have-agreed-to-stop-not", description="The id of the statement."),
        Column(name="number", type=Type.INTEGER, required=True, example=1, of=lambda x, s: x.number,
               description="Counts the statement’s quotations from 1."),
        Column(name="article", required=True, refers="articles", example="why-the-strelsau-talks-stalled",
               of=lambda x, s: x.variant.article, description="The slug of the article that quotes it."),
        Column(name="date", type=Type.DATE, example="2024-05-14", of=lambda x, s: x.date,
               description="The day of that article."),
        Column(name="words", required=True, example="We have agreed to stop, not to forget", of=lambda x, s: x.words,
               description="As that article has them; cut as in `statements`."),
    ),
)  # fmt: skip


def _mentions(entry: Entry, scope: Scope) -> Iterator[tuple[ArticleSlug, ActorSlug, str, int]]:
    """Each form by which an article names an actor, with how often, most first."""
    for found in entry.actors:
        if found.slug in scope.archive.registry.actors:
            forms = Counter(" ".join(mention.form.split()) for mention in found.mentions)
            for form, count in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])):
                yield entry.article.slug, found.slug, form, count


MENTIONS = Table(
    name="mentions",
    title="Mentions",
    description="By which names each article calls each actor. An actor that only a header names has none.",
    key=("article", "actor", "form"),
    each=Each.ARTICLE,
    things=_mentions,
    columns=(
        Column(name="article", required=True, refers="articles", example="fishers-block-the-harbour", of=lambda m, s: m[0],
               description="The slug of the article."),
        Column(name="actor", required=True, refers="actors", example="ada-example", of=lambda m, s: m[1],
               description="The slug of the actor."),
        Column(name="form", required=True, example="Ada Example", of=lambda m, s: m[2], description="The name as the text has it."),
        Column(name="count", type=Type.INTEGER, required=True, example=1, of=lambda m, s: m[3],
               description="How often the text has it, headline included."),
    ),
)  # fmt: skip


def _subjects(entry: Entry, scope: Scope) -> Iterator[tuple[Entry, TopicFound, int]]:
    known = (found for found in entry.topics if found.slug in scope.archive.registry.topics)
    yield from ((entry, found, rank) for rank, found in enumerate(known, 1))


SUBJECTS = Table(
    name="subjects",
    title="Subjects",
    description="Which article is on which topic, and how surely.",
    key=("article", "topic"),
    each=Each.ARTICLE,
    things=_subjects,
    columns=(
        Column(name="article", required=True, refers="articles", example="fishers-block-the-harbour",
               of=lambda x, s: x[0].article.slug, description="The slug of the article."),
        Column(name="topic", required=True, refers="topics", example="harbour-of-zenda", of=lambda x, s: x[1].slug,
               description="The slug of the topic."),
        Column(name="rank", type=Type.INTEGER, required=True, example=1, of=lambda x, s: x[2],
               description="1 for the topic that the article belongs to first of all."),
        Column(name="score", type=Type.NUMBER, required=True, example=5.25, of=lambda x, s: round(float(x[1].score), 3),
               description="How strongly the text speaks for it; 0 where a header says it or it follows from a narrower topic."),
        Column(name="term_count", type=Type.INTEGER, required=True, example=2, of=lambda x, s: len(x[1].mentions),
               description="How many of the topic’s terms the text has, counted each time."),
    ),
)  # fmt: skip


def _edges(scope: Scope) -> Iterator[tuple[ActorSlug, ActorSlug, int]]:
    actors = scope.archive.registry.actors
    for one, others in scope.archive.co_actors.items():
        for other, count in sorted(others):
            if one < other and one in actors and other in actors:
                yield one, other, count


EDGES = Table(
    name="edges",
    title="Edges",
    description="Who is named beside whom: each pair of actors once, with how many articles name both.",
    key=("source", "target"),
    things=_edges,
    columns=(
        Column(name="source", required=True, refers="actors", example="ada-example", of=lambda x, s: x[0],
               description="The slug of one actor; the pair has no direction."),
        Column(name="target", required=True, refers="actors", example="borduria", of=lambda x, s: x[1],
               description="The slug of the other, later in the alphabet."),
        Column(name="articles", type=Type.INTEGER, required=True, example=2, of=lambda x, s: x[2],
               description="How many articles name both."),
    ),
)  # fmt: skip
