"""The home page and the other hand-written pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import text
from generator.crossref import Archive, Entry
from generator.links import for_page
from generator.markup import to_markdown
from generator.matching.outlets import rights_of
from generator.model import Block, HandwrittenPage, Page, PagePath, Rights, Role, Status
from generator.pages import paths
from generator.pages.article import story_of
from generator.pages.listing import Count, Row, actor_counts, newest, row, rows, topic_css
from generator.pages.pictures import through_time
from generator.pages.render import Markdown, render
from generator.pages.statements import newest_statements
from generator.pages.timeline import dated

DEFAULTS = {
    "about": HandwrittenPage(
        slug="about",
        path="content/pages/about.md",
        title="About this archive",
        blocks=(Block(role=Role.PARAGRAPH, text="Nobody has written this page yet: content/pages/about.md.", line=1),),
    ),
    "contribute": HandwrittenPage(
        slug="contribute",
        path="content/pages/contribute.md",
        title="Contribute",
        blocks=(
            Block(role=Role.PARAGRAPH, text="Nobody has written this page yet: content/pages/contribute.md.", line=1),
            Block(role=Role.HEADING, text="Correct something", line=1, level=2),
            Block(role=Role.PARAGRAPH, text="Each page names, at its end, the file that its text comes from.", line=1),
        ),
    ),
}
LATEST = 7  # the lead, and as many more as fill two columns
POINTS = 3  # of the lead's key points
RUNNING = 6
NAMED = 8
SAID = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The article on top: with the story that it belongs to, and what it says in short."""

    row: Row
    story: Count | None
    points: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A story that goes on: its topic, and the newest article about it."""

    topic: Count
    newest: Row


def home_page(archive: Archive) -> Page:
    """The home page: content/pages/index.md, and below it what is new."""
    written = next((page for page in archive.pages if page.slug == "index"), None)
    title = written.title if written else "Explainer archive"
    front_matter = {
        "title": title,
        "description": (written and written.description)
        or "News explained and kept, with who said what, where and when.",
        "template": "home.html",
        "kind": "home",
        "date": newest(archive.entries),
    }
    registry = archive.registry
    named = actor_counts(archive.entries, archive, NAMED)
    return render(
        "home",
        paths.HOME,
        front_matter,
        title=title,
        introduction=Markdown(to_markdown(for_page(written.blocks, written.path), anchors=True) if written else ""),
        tally=[
            (text.counted(len(archive.entries), "article"), paths.ARTICLES),
            (text.counted(len(registry.actors), "actor"), paths.ACTORS),
            (text.counted(len(registry.topics), "topic"), paths.TOPICS),
            (text.counted(len(registry.outlets), "outlet"), paths.OUTLETS),
        ],
        lead=_lead(archive.entries[0], archive) if archive.entries else None,
        latest=rows(archive.entries[1:LATEST], archive),
        running=_running(archive),
        named=named,
        shares=[max(1, round(10 * actor.count / named[0].count)) for actor in named],  # in tenths of the first
        said=newest_statements(archive, SAID),
        strip=through_time(paths.HOME, *dated(archive)),
        articles=paths.ARTICLES,
        actors=paths.ACTORS,
        timeline=paths.TIMELINE,
        statements=paths.STATEMENTS,
        map=paths.MAP,
    )


def _lead(entry: Entry, archive: Archive) -> Lead:
    article = entry.article
    shown = rights_of(article, archive.registry) is Rights.FULL and article.status is Status.PUBLISHED
    points = entry.article.key_points[:POINTS] if shown else ()
    return Lead(row=row(entry.article, archive), story=story_of(entry, archive), points=points)


def _running(archive: Archive) -> list[Running]:
    """Dated topics by their newest article; of those with the same day, the fuller ones first."""
    stories = []
    for slug, topic in archive.registry.topics.items():
        entries = archive.by_topic[slug]
        if topic.date and entries and entries[0].article.date:
            count = Count(name=topic.name, count=len(entries), css=topic_css(topic), page=paths.topic(slug))
            stories.append(Running(topic=count, newest=row(entries[0].article, archive)))
    return sorted(stories, key=lambda s: (-s.newest.date.toordinal(), -s.topic.count, s.topic.name))[:RUNNING]


def handwritten_pages(archive: Archive) -> Iterator[Page]:
    """The pages of content/pages, and a plain one for each that the site's navigation names and content does not have."""
    written = {page.slug: page for page in archive.pages if page.slug != "index"}
    yield from (_handwritten(page) for page in (DEFAULTS | written).values())


def _handwritten(page: HandwrittenPage) -> Page:
    front_matter = {
        "title": page.title,
        "description": page.description or next((text.shorten(block.text, 200) for block in page.blocks), page.title),
        "kind": "plain",
    }
    body = Markdown(to_markdown(for_page(page.blocks, page.path), anchors=True))
    return render("handwritten", PagePath(f"{page.slug}.md"), front_matter, title=page.title, body=body)
