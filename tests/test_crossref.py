"""Who appears where, and with whom: counted in both directions, the same each time."""

import dataclasses
import datetime
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.crossref import RELATED, Archive, Entry, connect, rights_of
from generator.model import (
    Actor,
    ActorFound,
    ActorKind,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    HandwrittenPage,
    Outlet,
    OutletSlug,
    Quote,
    Registry,
    Rights,
    Role,
    Status,
    Topic,
    TopicFound,
    TopicSlug,
)

BOUNDED = settings(max_examples=80, derandomize=True, deadline=None, database=None)
DAY = datetime.date(2025, 8, 22)
ACTORS = ("ada", "bo", "cy", "ruritania")
TOPICS = {"talks": ("peace", ("truce",)), "truce": ("peace", ()), "peace": (None, ("talks",)), "fishing": (None, ())}
OUTLETS = {"the-gazette": Rights.LINK, "the-herald": Rights.FULL}
REGISTRY = Registry(
    actors={ActorSlug(s): Actor(slug=ActorSlug(s), path="", name=s.title(), kind=ActorKind.PERSON) for s in ACTORS},
    topics={
        TopicSlug(s): Topic(slug=TopicSlug(s), path="", name=s.title(), parent=parent and TopicSlug(parent), related=tuple(map(TopicSlug, related)))
        for s, (parent, related) in TOPICS.items()
    },
    outlets={OutletSlug(s): Outlet(slug=OutletSlug(s), path="", name=s.title(), url="https://example.org", rights=r) for s, r in OUTLETS.items()},
)  # fmt: skip


def entry(
    slug: str,
    *,
    actors: str = "",
    topics: str = "",
    days: int = 0,
    title: str = "",
    quotes: tuple[Quote, ...] = (),
    **more: object,
) -> Entry:
    headline = Block(role=Role.TITLE, text=title or slug, line=1)
    article = Article(
        slug=ArticleSlug(slug),
        path=f"content/articles/{slug}.md",
        headline=headline,
        date=DAY - datetime.timedelta(days),
        **more,
    )  # type: ignore[arg-type]
    return Entry(
        article=article,
        actors=tuple(ActorFound(slug=ActorSlug(name)) for name in actors.split()),
        topics=tuple(TopicFound(slug=TopicSlug(name)) for name in topics.split()),
        quotes=quotes,
    )


def slugs(entries: tuple[Entry, ...]) -> list[str]:
    return [e.article.slug for e in entries]


def related(archive: Archive, slug: str) -> list[str]:
    return slugs(archive.related[ArticleSlug(slug)])


# --- what is in it -----------------------------------------------------------------------------------------------------------------


def test_entries_stand_newest_first_and_by_slug_on_one_day() -> None:
    archive = connect(REGISTRY, [entry("b"), entry("old", days=9), entry("a"), entry("new", days=-1)])
    assert slugs(archive.entries) == ["new", "a", "b", "old"]


def test_drafts_are_nowhere_and_withdrawn_articles_are_a_notice() -> None:
    every = [
        entry(status, actors="ada bo", topics="talks", outlet=OutletSlug("the-herald"), status=Status(status))
        for status in Status
    ]
    archive = connect(REGISTRY, every)
    assert slugs(archive.entries) == ["published", "retracted"]
    assert [article.slug for article in archive.withdrawn] == ["withdrawn"]
    assert slugs(archive.by_actor[ActorSlug("ada")]) == ["published", "retracted"]
    assert slugs(archive.by_topic[TopicSlug("talks")]) == ["published", "retracted"]
    assert slugs(archive.by_outlet[OutletSlug("the-herald")]) == ["published", "retracted"]
    assert archive.co_actors[ActorSlug("ada")] == (("bo", 2),)
    assert set(archive.related) == set(archive.by_slug) == {"published", "retracted"}


def test_every_registered_slug_has_its_place_in_the_registrys_order() -> None:
    archive = connect(
        REGISTRY, [entry("a", actors="ada unknown", topics="talks unknown", outlet=OutletSlug("unknown"))]
    )
    assert list(archive.by_actor) == list(ACTORS)
    assert list(archive.by_topic) == list(archive.children) == list(archive.related_topics) == list(TOPICS)
    assert list(archive.by_outlet) == list(OUTLETS)
    assert [len(group) for group in archive.by_actor.values()] == [1, 0, 0, 0]


def test_pages_stand_by_slug() -> None:
    pages = [HandwrittenPage(slug=slug, path="", title=slug) for slug in ("contribute", "about")]
    assert [page.slug for page in connect(REGISTRY, [], pages).pages] == ["about", "contribute"]


# --- both directions ---------------------------------------------------------------------------------------------------------------

ENTRIES = st.lists(
    st.tuples(st.sets(st.sampled_from(ACTORS)), st.sets(st.sampled_from(sorted(TOPICS))), st.integers(0, 60), st.sampled_from(list(Status))), max_size=12
).map(lambda rows: [entry(f"a{n}", actors=" ".join(sorted(a)), topics=" ".join(sorted(t)), days=d, status=s) for n, (a, t, d, s) in enumerate(rows)])  # fmt: skip


@BOUNDED
@given(ENTRIES)
def test_each_link_holds_in_both_directions(entries: list[Entry]) -> None:
    archive = connect(REGISTRY, entries)
    for actor, group in archive.by_actor.items():
        assert list(group) == [e for e in archive.entries if actor in e.actor_slugs]
    for topic, group in archive.by_topic.items():
        assert list(group) == [e for e in archive.entries if topic in e.topic_slugs]
    for one, others in archive.co_actors.items():
        for other, count in others:
            assert one != other
            assert (one, count) in archive.co_actors[other]
            assert count == sum(one in e.actor_slugs and other in e.actor_slugs for e in archive.entries) > 0
        assert list(others) == sorted(others, key=lambda pair: (-pair[1], pair[0]))


@BOUNDED
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(entries: list[Entry], chance: random.Random) -> None:
    shuffled = entries[:]
    chance.shuffle(shuffled)
    assert connect(REGISTRY, entries) == connect(REGISTRY, shuffled)


def test_topics_know_their_children_and_neighbours_in_both_directions() -> None:
    archive = connect(REGISTRY, [])
    assert archive.children == {"talks": (), "truce": (), "peace": ("talks", "truce"), "fishing": ()}
    assert archive.related_topics == {
        "talks": ("peace", "truce"),
        "truce": ("talks",),
        "peace": ("talks",),
        "fishing": (),
    }


def test_a_topic_is_not_its_own_neighbour_and_an_unknown_one_is_none() -> None:
    odd = Topic(
        slug=TopicSlug("odd"),
        path="",
        name="Odd",
        parent=TopicSlug("gone"),
        related=(TopicSlug("odd"), TopicSlug("gone")),
    )
    archive = connect(Registry(topics={odd.slug: odd}), [])
    assert (archive.related_topics, archive.children) == ({"odd": ()}, {"odd": ()})


# --- related articles --------------------------------------------------------------------------------------------------------------


def test_related_articles_share_more_and_rarer_things_first() -> None:
    archive = connect(
        REGISTRY,
        [
            entry("here", actors="ada ruritania", topics="talks"),
            entry("closest", actors="ada ruritania", topics="talks"),
            entry("rare", actors="ada"),
            entry("common", actors="ruritania"),
            entry("also-common", actors="ruritania"),
            entry("nothing", actors="cy"),
        ],
    )
    assert related(archive, "here") == ["closest", "rare", "common", "also-common"]
    assert related(archive, "nothing") == []


def test_a_nearer_date_breaks_what_else_is_even() -> None:
    archive = connect(
        REGISTRY,
        [entry("here", actors="ada"), entry("far", actors="ada", days=400), entry("near", actors="ada", days=3)],
    )
    assert related(archive, "here") == ["near", "far"]


def test_words_of_the_title_relate_articles_too() -> None:
    archive = connect(
        REGISTRY,
        [
            entry("a", title="The harbour of Zenda"),
            entry("b", title="Zenda: a HARBOUR reopens"),
            entry("c", title="The of a"),
        ],
    )
    assert (related(archive, "a"), related(archive, "b"), related(archive, "c")) == (["b"], ["a"], [])


def test_a_new_article_moves_only_the_neighbours_of_those_that_share_something_with_it() -> None:
    entries = [entry(f"a{n}", actors="ada bo" if n % 2 else "ada", topics="talks", days=7 * n) for n in range(9)]
    before = connect(REGISTRY, entries).related
    strangers = [entry(f"aa{n}", actors="cy", topics="fishing", days=n) for n in range(30)]
    after = connect(REGISTRY, [*entries, *strangers]).related
    assert {slug: slugs(after[slug]) for slug in before} == {slug: slugs(before[slug]) for slug in before}


@BOUNDED
@given(ENTRIES)
def test_no_article_is_related_to_itself_or_to_too_many(entries: list[Entry]) -> None:
    archive = connect(REGISTRY, entries)
    for slug, group in archive.related.items():
        assert len(group) <= RELATED
        assert slug not in slugs(group)
        assert len(set(slugs(group))) == len(group)
        assert all(e in archive.entries for e in group)


def test_an_actor_of_every_article_costs_little() -> None:
    entries = [entry(f"a{n}", actors="ada bo", topics="talks", days=n % 900) for n in range(2_000)]
    before = time.process_time()
    connect(REGISTRY, entries)
    assert time.process_time() - before < 3


# --- neighbours and the days of the archive ----------------------------------------------------------------------------------------


def test_neighbours_are_the_articles_before_and_after_in_the_first_registered_topic() -> None:
    archive = connect(
        REGISTRY,
        [
            entry("newest", topics="talks"),
            entry("middle", topics="unknown talks fishing", days=3),
            entry("fish", topics="fishing", days=4),
            entry("oldest", topics="talks", days=9),
            entry("none", topics="unknown", days=2),
        ],
    )
    found = {slug: tuple(e and e.article.slug for e in beside) for slug, beside in archive.neighbours.items()}
    assert found == {
        "newest": ("middle", None),
        "middle": ("oldest", "newest"),
        "fish": (None, "middle"),
        "oldest": (None, "middle"),
    }


def test_the_span_reaches_from_the_oldest_to_the_newest_readable_article() -> None:
    entries = [entry("new"), entry("old", days=40), entry("draft", days=90, status=Status.DRAFT)]
    assert connect(REGISTRY, entries).span == (DAY - datetime.timedelta(40), DAY)
    assert connect(REGISTRY, []).span == ()


# --- rights and quotations ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, Rights.FULL),
        ({"outlet": "the-gazette"}, Rights.LINK),
        ({"outlet": "the-gazette", "rights": Rights.FULL}, Rights.FULL),
        ({"outlet": "unknown"}, Rights.FULL),
        ({"rights": Rights.EXCERPT}, Rights.EXCERPT),
    ],
)
def test_an_articles_own_rights_then_its_outlets_then_all(more: dict[str, object], expected: Rights) -> None:
    assert rights_of(entry("a", **more).article, REGISTRY) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "counts"),
    [({}, True), ({"status": Status.RETRACTED}, False), ({"status": Status.DRAFT}, False), ({"status": Status.WITHDRAWN}, False), ({"rights": Rights.LINK}, False), ({"rights": Rights.EXCERPT}, True)],
)  # fmt: skip
def test_only_quotations_that_may_be_relied_on_are_statements(more: dict[str, object], counts: bool) -> None:
    words = "We shall not sign a truce before the winter comes to Strelsau"
    text = f"“{words},” said Ada."
    body = Block(role=Role.PARAGRAPH, text=text, line=3)
    quote = Quote(text=words, line=3, block=1, at=1, to=1 + len(words), speaker=ActorSlug("ada"))
    one = entry("a", actors="ada", quotes=(quote,), blocks=(body,), **more)  # type: ignore[arg-type]
    archive = connect(REGISTRY, [one, dataclasses.replace(entry("b", actors="ada"))])
    assert bool(archive.said_by.get(ActorSlug("ada"))) is counts
    assert bool(archive.statement_of) is counts
