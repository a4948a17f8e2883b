"""Old addresses that must keep working: a page that leads on."""

from collections.abc import Callable, Iterator

from generator.crossref import Archive
from generator.model import ActorSlug, ArticleSlug, OutletSlug, Page, PagePath, TopicSlug
from generator.pages import paths
from generator.pages.render import render


def redirect_pages(archive: Archive) -> Iterator[Page]:
    """One page for each slug that a header lists under ``redirects``; the checks have seen that none is in use.

    A statement's address is made of its earliest wording; those that its later ones would give lead to it too, so that it
    holds when an older article comes in."""
    for entry in archive.entries:
        yield from _led_on(
            entry.article.redirects, entry.article.title or "", paths.article(entry.article.slug), _article
        )
    for article in archive.withdrawn:
        yield from _led_on(article.redirects, article.title or "", paths.article(article.slug), _article)
    for actor in archive.registry.actors.values():
        yield from _led_on(
            actor.redirects, actor.name, paths.actor(actor.slug), lambda slug: paths.actor(ActorSlug(slug))
        )
    for topic in archive.registry.topics.values():
        yield from _led_on(
            topic.redirects, topic.name, paths.topic(topic.slug), lambda slug: paths.topic(TopicSlug(slug))
        )
    for outlet in archive.registry.outlets.values():
        yield from _led_on(
            outlet.redirects, outlet.name, paths.outlet(outlet.slug), lambda slug: paths.outlet(OutletSlug(slug))
        )
    for statement in archive.told:
        yield from _led_on(statement.redirects, "Statement", paths.statement(statement.id), paths.statement)


def _article(slug: str) -> PagePath:
    return paths.article(ArticleSlug(slug))


def _led_on(old: tuple[str, ...], name: str, page: PagePath, page_of: Callable[[str], PagePath]) -> Iterator[Page]:
    for slug in old:
        front_matter = {
            "title": name,
            "description": f"This page has moved: {name}.",
            "template": "redirect.html",
            "kind": "plain",
            "moved_to": f"../{page.rsplit('/', 1)[-1].removesuffix('.md')}/",
            "robots": "noindex",
        }
        yield render("redirect", page_of(slug), front_matter, name=name, page=page)
