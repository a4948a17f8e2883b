"""The map of who appears with whom, and the same as a list."""

from generator import text
from generator.crossref import Archive
from generator.links import relative
from generator.model import ActorKind, ActorSlug, Page
from generator.pages import paths
from generator.pages.listing import actor_css, newest
from generator.pages.render import Markdown, render
from generator.pictures import Actor, Network, network, strongest
from generator.pictures.drawing import figure, table, text_link
from generator.pictures.network import key

DRAWN = 60  # actors on the map: those named in most articles
CLOSE = 2  # lines to the closest, of each actor, beside that to the one it shares most articles with
LISTED = 12  # others that the list names for each actor

KINDS = (
    (ActorKind.PERSON, "Person"),
    (ActorKind.STATE, "State"),
    (ActorKind.ORGANISATION, "Organisation"),
    (ActorKind.GROUP, "Group"),
)


def map_page(archive: Archive) -> Page:
    shown = most_named(archive, DRAWN)
    front_matter = {
        "title": "Who appears with whom",
        "description": f"A map of the {text.counted(len(shown), 'actor')} named in most articles, and whom each appears with.",
        "template": "map.html",
        "kind": "map",
        "section": "actors",
        "date": newest(archive.entries),
    }
    return render(
        "map",
        paths.MAP,
        front_matter,
        number=len(shown),
        all_actors=len(shown) == sum(1 for entries in archive.by_actor.values() if entries),
        picture=_picture(shown, archive),
        listed=_list(shown, archive),
    )


def most_named(archive: Archive, limit: int) -> list[ActorSlug]:
    """The actors that articles name, most first."""
    ranked = sorted(archive.by_actor, key=lambda slug: (-len(archive.by_actor[slug]), slug))
    return [slug for slug in ranked[:limit] if archive.by_actor[slug]]


def _picture(shown: list[ActorSlug], archive: Archive) -> Markdown:
    places = {slug: index for index, slug in enumerate(shown)}
    shared = {
        (places[slug], places[other]): count
        for slug in shown
        for other, count in archive.co_actors.get(slug, ())
        if other in places and places[slug] < places[other]
    }
    registry = archive.registry.actors
    actors = tuple(
        Actor(
            name=registry[slug].name,
            kind=str(registry[slug].kind),
            articles=len(archive.by_actor[slug]),
            page=relative(paths.MAP, paths.actor(slug)),
        )
        for slug in shown
    )
    drawn = network(
        Network(actors=actors, edges=strongest(shared, [actor.articles for actor in actors], CLOSE)),
        f"Map of the {text.counted(len(actors), 'actor')} named in most articles, each a link to its page.",
    )
    if not drawn:
        return Markdown("")
    kinds = {registry[slug].kind for slug in shown}
    return Markdown(figure(key([(str(kind), word) for kind, word in KINDS if kind in kinds]), drawn, "", "map"))


def _list(shown: list[ActorSlug], archive: Archive) -> Markdown:
    """Every actor of the map with those that it appears with and in how many articles, most first."""
    if not shown:
        return Markdown("")
    rows = [[_name(slug, archive), str(len(archive.by_actor[slug])), _beside(slug, archive)] for slug in shown]
    heads = ["Actor", "Articles", "Appears with, and in how many articles"]
    figures = table("Who appears with whom, in figures", heads, rows)
    return Markdown(f'<div class="ex-with" markdown="span"> {figures}</div>')


def _name(slug: ActorSlug, archive: Archive) -> str:
    actor = archive.registry.actors[slug]
    return text_link(relative(paths.MAP, paths.actor(slug)), actor.name, f".{actor_css(actor.kind)}")


def _beside(slug: ActorSlug, archive: Archive) -> str:
    registry = archive.registry.actors
    others = [(other, count) for other, count in archive.co_actors.get(slug, ()) if other in registry]
    named = [
        f'<span class="ex-pair">{text_link(relative(paths.MAP, paths.actor(other)), registry[other].name)} {count:,}</span>'
        for other, count in others[:LISTED]
    ]
    left = len(others) - len(named)
    if left:
        named.append(text_link(relative(paths.MAP, f"{paths.actor(slug)}#ex-with"), f"and {left:,} more"))
    return ", ".join(named) or "nobody"
