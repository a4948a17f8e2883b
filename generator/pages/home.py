"""The home page and the other hand-written pages."""

from collections import Counter
from collections.abc import Iterator

from generator import text
from generator.crossref import Archive
from generator.links import for_page
from generator.markup import to_markdown
from generator.model import Block, HandwrittenPage, Page, PagePath, Role
from generator.pages import paths
from generator.pages.listing import Count, actor_counts, newest, rows, strip, topic_css
from generator.pages.render import Markdown, render
from generator.pages.timeline import timeline_rows

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
LATEST = 6
RUNNING = 6
NAMED = 10


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
        latest=rows(archive.entries[:LATEST], archive),
        running=_running(archive),
        named=actor_counts(archive.entries, archive, NAMED),
        strip=strip(
            Counter((item.date.year, item.date.month) for item in timeline_rows(archive)),
            lambda year, month: paths.month(month, year),
        ),
        articles=paths.ARTICLES,
        actors=paths.ACTORS,
        timeline=paths.TIMELINE,
    )


def _running(archive: Archive) -> list[tuple[Count, object]]:
    """Dated topics by their newest article; of those with the same day, the fuller ones first."""
    stories = []
    for slug, topic in archive.registry.topics.items():
        entries = archive.by_topic[slug]
        if topic.date and entries and entries[0].article.date:
            count = Count(name=topic.name, count=len(entries), css=topic_css(topic), page=paths.topic(slug))
            stories.append((count, entries[0].article.date))
    return sorted(stories, key=lambda story: (-story[1].toordinal(), -story[0].count, story[0].name))[:RUNNING]  # type: ignore[return-value]


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
