"""The search page: what it says to readers whose browser runs no scripts; the theme's script takes its place."""

from generator import text
from generator.crossref import Archive
from generator.model import Page
from generator.pages import paths
from generator.pages.render import render


def search_page(archive: Archive) -> Page:
    registry = archive.registry
    front_matter = {
        "title": "Search",
        "description": "Search the articles, actors, topics and statements of the archive.",
        "template": "search.html",
        "kind": "search",
    }
    return render(
        "search",
        paths.SEARCH,
        front_matter,
        indexes=[
            ("Articles", paths.ARTICLES, f"{text.counted(len(archive.entries), 'article')}, newest first, by year and by outlet"),
            ("Actors", paths.ACTORS, f"{text.counted(len(registry.actors), 'person, state, organisation and group', 'persons, states, organisations and groups')}, by name"),
            ("Topics", paths.TOPICS, f"{text.counted(len(registry.topics), 'subject and event', 'subjects and events')}, from the wide to the narrow"),
            ("Timeline", paths.TIMELINE, "everything by its day"),
            ("Statements", paths.STATEMENTS, "who said what, wording beside wording"),
            ("Outlets", paths.OUTLETS, "who published an article first"),
        ],
    )  # fmt: skip
