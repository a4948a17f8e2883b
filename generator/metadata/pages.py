"""Which node stands on which page, and the tags for link previews: given to a finished page as front matter.

The theme prints both as they stand: ``json_ld`` is a list of scripts (see ``script``), ``social`` a list of tags, each
[attribute, name, content] with the content escaped for HTML.  (Lists, since a plain string of front matter is escaped when
the page is written.)
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.crossref import Archive
from generator.metadata import json_ld
from generator.metadata.cards import HEIGHT, WIDTH, card_of
from generator.metadata.json_ld import Node, Where
from generator.metadata.script import script
from generator.model import ActorSlug, ArticleSlug, OutletSlug, Page, PagePath, TopicSlug
from generator.pages import paths
from generator.pages.render import for_html
from generator.settings import Settings, directory

TAGS = 8  # names of actors and topics in an article's tags
_SECTIONS = {
    "articles": ("Articles", paths.ARTICLES),
    "actors": ("Actors", paths.ACTORS),
    "topics": ("Topics", paths.TOPICS),
    "outlets": ("Outlets", paths.OUTLETS),
    "statements": ("Statements", paths.STATEMENTS),
    "timeline": ("Timeline", paths.TIMELINE),
}


def with_metadata(page: Page, archive: Archive, settings: Settings) -> Page:
    """The page with its JSON-LD and its tags.  A redirect and a withdrawn article get neither: they are not to be shared."""
    meta = page.front_matter
    if "moved_to" in meta or (meta.get("robots") and not _is_readable(page, archive)):
        return page
    where = Where(page=page.path, archive=archive, settings=settings)
    nodes = _nodes(page, where)
    more = {
        "json_ld": [script({"@context": "https://schema.org", "@graph": nodes})],
        "social": [[attribute, name, for_html(content)] for attribute, name, content in tags(page, archive, settings)],
    }
    return replace(page, front_matter={**meta, **more})


def _is_readable(page: Page, archive: Archive) -> bool:
    return _parts(page.path)[1] in archive.by_slug


def _parts(path: PagePath) -> tuple[str, str]:
    """The folder and the slug of a page of one thing; the slug is empty for any other."""
    folder, _, name = path.removesuffix(".md").partition("/")
    return folder, "" if "/" in name or name == "index" else name


def _nodes(page: Page, where: Where) -> list[Node]:
    """What a page is about, and the way to it."""
    if page.path == paths.HOME:
        return [json_ld.site(where), json_ld.publisher(where)]
    title = str(page.front_matter.get("title") or "")
    folder, slug = _parts(page.path)
    node = _thing(folder, slug, where)
    if node is None:
        listing = page.front_matter.get("kind") in ("index", "list", "timeline")
        node = json_ld.collection(title, where) if listing else json_ld.web_page(title, where)
    return [node, json_ld.breadcrumbs(_steps(page.path, folder, title), where)]


def _thing(folder: str, slug: str, where: Where) -> Node | None:
    """The node of the article, actor, topic, outlet or statement that a page is about; None for any other page."""
    archive, registry = where.archive, where.archive.registry
    if folder == "articles" and (entry := archive.by_slug.get(ArticleSlug(slug))):
        return json_ld.article(entry, where)
    if folder == "actors" and (actor := registry.actors.get(ActorSlug(slug))):
        return json_ld.actor(actor, where)
    if folder == "topics" and (topic := registry.topics.get(TopicSlug(slug))):
        return json_ld.topic(topic, where)
    if folder == "outlets" and (outlet := registry.outlets.get(OutletSlug(slug))):
        return json_ld.outlet(outlet, where)
    if folder == "statements" and (statement := archive.statements.get(slug)) and len(statement.variants) > 1:
        return json_ld.statement(statement, where) if statement.speaker in registry.actors else None
    return None


def _steps(path: PagePath, folder: str, title: str) -> list[tuple[str, PagePath]]:
    """Home, the section, the page."""
    steps = [("Home", paths.HOME)]
    section = _SECTIONS.get(folder)
    if section and section[1] != path:
        steps.append(section)
    return [*steps, (title, path)]


# --- tags --------------------------------------------------------------------------------------------------------------------


def tags(page: Page, archive: Archive, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Open Graph and Twitter's card as (attribute, name, content).

    Addresses must be absolute there: without the site's own there is neither og:url nor a picture.
    """
    meta = page.front_matter
    folder, slug = _parts(page.path)
    article = folder == "articles" and slug in archive.by_slug
    person = folder == "actors" and meta.get("actor_kind") == "person" and slug
    yield "property", "og:site_name", settings.site_name
    yield "property", "og:title", str(meta.get("title") or settings.site_name)
    yield "property", "og:description", str(meta.get("description") or settings.description)
    yield "property", "og:type", "article" if article else "profile" if person else "website"
    if settings.site_url:
        yield "property", "og:url", settings.absolute(directory(page.path))
        card, words = card_of(page.path, archive, settings)
        yield "property", "og:image", settings.absolute(card)
        yield "property", "og:image:type", "image/png"
        yield "property", "og:image:width", str(WIDTH)
        yield "property", "og:image:height", str(HEIGHT)
        yield "property", "og:image:alt", words
    yield "name", "twitter:card", "summary_large_image" if settings.site_url else "summary"
    if article:
        yield from _article_tags(ArticleSlug(slug), archive)


def _article_tags(slug: ArticleSlug, archive: Archive) -> Iterator[tuple[str, str, str]]:
    entry, registry = archive.by_slug[slug], archive.registry
    if entry.article.date:
        yield "property", "article:published_time", entry.article.date.isoformat()
    if (changed := entry.article.changed) and changed != entry.article.date:
        yield "property", "article:modified_time", changed.isoformat()
    topics = [registry.topics[topic].name for topic in entry.topic_slugs if topic in registry.topics]
    if topics:
        yield "property", "article:section", topics[0]
    actors = [registry.actors[actor].name for actor in entry.actor_slugs if actor in registry.actors]
    for name in dict.fromkeys([*topics[: TAGS // 2], *actors[: TAGS // 2]]):
        yield "property", "article:tag", name
