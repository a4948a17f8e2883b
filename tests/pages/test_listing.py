"""What lists of articles share: rows, counts, and the split of long lists."""

import dataclasses
import datetime

import pytest

from generator.crossref import Archive, Entry, connect
from generator.model import (
    Actor,
    ActorFound,
    ActorKind,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    Evidence,
    Outlet,
    OutletSlug,
    PagePath,
    Registry,
    Rights,
    Role,
    Status,
    Topic,
    TopicFound,
    TopicSlug,
)
from generator.pages import listing
from generator.pages.listing import Row

DAY = datetime.date(2025, 8, 22)
GAZETTE, HERALD = OutletSlug("the-gazette"), OutletSlug("the-herald")


def entry(slug: str, date: datetime.date = DAY, *, actors: str = "", topics: str = "", **more: object) -> Entry:
    headline = Block(role=Role.TITLE, text=slug.replace("-", " ").title(), line=1)
    article = Article(slug=ArticleSlug(slug), path=f"content/articles/{slug}.md", headline=headline, date=date, **more)  # type: ignore[arg-type]
    return Entry(
        article=article,
        actors=tuple(ActorFound(slug=ActorSlug(name)) for name in actors.split()),
        topics=tuple(TopicFound(slug=TopicSlug(name)) for name in topics.split()),
    )


def actor(name: str, kind: ActorKind = ActorKind.PERSON) -> Actor:
    return Actor(slug=ActorSlug(name), path="", name=name.title(), kind=kind)


REGISTRY = Registry(
    actors={
        ActorSlug("ada"): actor("ada"),
        ActorSlug("bo"): actor("bo"),
        ActorSlug("ruritania"): actor("ruritania", ActorKind.STATE),
    },
    topics={
        TopicSlug("talks"): Topic(slug=TopicSlug("talks"), path="", name="Talks"),
        TopicSlug("truce"): Topic(slug=TopicSlug("truce"), path="", name="Truce", date=DAY),
    },
    outlets={
        GAZETTE: Outlet(slug=GAZETTE, path="", name="The Gazette", url="https://example.org", rights=Rights.LINK),
        HERALD: Outlet(slug=HERALD, path="", name="The Herald", url="https://example.com", rights=Rights.FULL),
    },
)


def archive(*entries: Entry) -> Archive:
    return connect(REGISTRY, entries)


def a_row(year: int, month: int = 1, day: int = 1, *, event: bool = False, page: str = "articles/a.md") -> Row:
    return Row(title="x", page=PagePath(page), date=datetime.date(year, month, day), event=event)


# --- rows --------------------------------------------------------------------------------------------------------------------------


def test_a_row_names_who_published() -> None:
    by = [
        listing.row(entry("talks", **more).article, archive())
        for more in ({}, {"outlet": GAZETTE}, {"outlet_name": "Zenda News"})
    ]  # type: ignore[arg-type]
    assert [(row.by, row.by_page) for row in by] == [
        (listing.OUR_OWN, None), ("The Gazette", "outlets/the-gazette.md"), ("Zenda News", None),
    ]  # fmt: skip
    assert by[0] == Row(title="Talks", page=PagePath("articles/talks.md"), date=DAY, by=listing.OUR_OWN)


@pytest.mark.parametrize(
    ("status", "flag"), [(Status.PUBLISHED, ""), (Status.RETRACTED, "Retracted"), (Status.WITHDRAWN, "Withdrawn")]
)
def test_a_row_says_what_befell_an_article(status: Status, flag: str) -> None:
    assert listing.row(entry("talks", status=status).article, archive()).flag == flag


HEADER = {"summary": Evidence(text="x", line=2, how="header")}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "They ended."),
        ({"outlet": HERALD}, "They ended."),
        ({"outlet": GAZETTE}, ""),  # a first sentence is the outlet's own text
        ({"outlet": GAZETTE, "rights": Rights.EXCERPT}, "They ended."),
        ({"rights": Rights.LINK}, ""),
        ({"rights": Rights.LINK, "evidence": HEADER}, "They ended."),
        ({"status": Status.WITHDRAWN}, ""),
        ({"status": Status.WITHDRAWN, "evidence": HEADER}, ""),
        ({"status": Status.RETRACTED}, "They ended."),
    ],
)
def test_a_summary_is_shown_where_the_rights_allow(more: dict[str, object], expected: str) -> None:
    article = entry("talks", summary="They ended.", **more).article  # type: ignore[arg-type]
    assert listing.shown_summary(article, archive()) == expected
    retracted = article.status is Status.RETRACTED
    assert listing.row(article, archive()).summary == (
        "" if retracted else expected
    )  # no list repeats what was taken back


def test_a_long_summary_is_cut() -> None:
    summary = listing.row(entry("talks", summary="word " * 100).article, archive()).summary
    assert len(summary) <= 240
    assert summary.endswith("word…")


def test_an_event_has_the_first_sentence_of_its_introduction() -> None:
    truce = REGISTRY.topics[TopicSlug("truce")]
    assert listing.event_row(truce) == Row(title="Truce", page=PagePath("topics/truce.md"), date=DAY, event=True)
    block = Block(role=Role.PARAGRAPH, text="The guns fell silent. More.", line=3)
    assert listing.event_row(dataclasses.replace(truce, introduction=(block,))).summary == "The guns fell silent."


# --- order and groups ---------------------------------------------------------------------------------------------------------------


def test_rows_stand_newest_first_and_events_before_articles() -> None:
    rows = [a_row(2024), a_row(2025, page="articles/b.md"), a_row(2025), a_row(2025, event=True, page="topics/x.md")]
    assert [(r.date.year, r.page) for r in listing.newest_first(rows)] == [
        (2025, "topics/x.md"), (2025, "articles/a.md"), (2025, "articles/b.md"), (2024, "articles/a.md"),
    ]  # fmt: skip


def test_rows_are_grouped_by_year_and_month() -> None:
    rows = [a_row(2025, 8), a_row(2025, 7), a_row(2025, 7), a_row(2023, 7)]
    assert [(year, len(group)) for year, group in listing.by_year(rows)] == [(2025, 3), (2023, 1)]
    assert [(year, month, len(group)) for year, month, group in listing.by_month(rows)] == [
        (2025, 8, 1),
        (2025, 7, 2),
        (2023, 7, 1),
    ]


def test_only_a_long_list_is_split_by_year() -> None:
    days = [datetime.date(2025, 3, 1)] * 7 + [datetime.date(2024, 3, 1)] * 5 + [datetime.date(2022, 3, 1)]
    long = [entry(f"e{number:02}", date=day) for number, day in enumerate(days)]
    assert listing.split(long[: listing.SPLIT]) == (long[: listing.SPLIT], [])
    assert listing.split(long) == (long[: listing.LATEST], [(2025, 7), (2024, 5), (2022, 1)])


# --- counts -------------------------------------------------------------------------------------------------------------------------

ENTRIES = (
    entry("one", actors="ruritania ada", topics="talks", outlet=HERALD),
    entry("two", actors="ada bo", topics="truce", outlet=HERALD),
    entry("three", actors="ruritania unknown", topics="truce talks", outlet=GAZETTE),
    entry("four"),
)


def test_actors_and_topics_are_counted_most_first() -> None:
    here = archive(*ENTRIES)
    counts = listing.actor_counts(here.entries, here)
    assert [(c.name, c.count, c.css, c.page) for c in counts] == [
        ("Ada", 2, "ex-person", "actors/ada.md"), ("Ruritania", 2, "ex-state", "actors/ruritania.md"), ("Bo", 1, "ex-person", "actors/bo.md"),
    ]  # fmt: skip
    assert [c.name for c in listing.actor_counts(here.entries, here, limit=1)] == ["Ada"]
    assert [(c.name, c.count, c.css) for c in listing.topic_counts(here.entries, here)] == [
        ("Talks", 2, "ex-topic"),
        ("Truce", 2, "ex-event"),
    ]


def test_outlets_are_counted_and_our_own_come_last() -> None:
    here = archive(*ENTRIES, entry("five"), entry("six"))
    found = [(c.name, c.count, c.page) for c in listing.outlet_counts(here.entries, here)]
    assert found == [
        ("The Herald", 2, "outlets/the-herald.md"),
        ("The Gazette", 1, "outlets/the-gazette.md"),
        (listing.OUR_OWN, 3, None),
    ]


def test_the_newest_day_of_a_list() -> None:
    here = archive(entry("old", datetime.date(2020, 1, 1)), entry("new"))
    assert listing.newest(here.entries) == DAY
    assert listing.newest([]) is None
