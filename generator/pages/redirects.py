"""Old addresses that must keep working: pages that lead on, and the files of what has moved under its old name too.

Each leads to a page of today, never to another old address: a file's redirects name all that it was called, and no redirect
may be an address in use (``checks.addresses``), so there are neither chains nor loops.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.addresses import address_of, page_at
from generator.crossref import Archive
from generator.links import INDEXES, relative
from generator.model import ActorSlug, Page, PagePath
from generator.pages import paths
from generator.pages.render import render

Target = tuple[str, PagePath]  # the name of what is there now, and its page
_TOPS = frozenset(page.split("/")[0].removesuffix(".md") for page in INDEXES)
_OF_A_THING = re.compile(r"(?P<before>(?:[a-z]+/)*(?:articles|actors|topics|outlets)/)(?P<slug>[^/.]+)(?P<rest>[/.].+)")


def redirect_pages(archive: Archive) -> Iterator[Page]:
    """One page for each slug that headers list under ``redirects``; the checks have seen that none is in use.

    Where several files list it, what was there has been split, and the page names them all.
    A statement's address is made of its earliest wording; those that its later ones would give lead to it too, so that it
    holds when an older article comes in."""
    for old, targets in moved(archive).items():
        yield _led_on(PagePath(f"{old}.md"), targets)
    for statement in archive.told:
        for other in statement.redirects:
            yield _led_on(paths.statement(other), [("Statement", paths.statement(statement.id))])


def moved(archive: Archive) -> dict[str, list[Target]]:
    """What each old address of an article, actor, topic or outlet leads to, by the address (``actors/ada``), in their order."""
    found: dict[str, list[Target]] = defaultdict(list)
    articles = [*(entry.article for entry in archive.entries), *archive.withdrawn]
    for article in sorted(articles, key=lambda article: article.slug):
        for old in article.redirects:
            found[f"articles/{old}"].append((article.title or article.slug, paths.article(article.slug)))
    for actor in archive.registry.actors.values():
        for old in actor.redirects:
            found[f"actors/{old}"].append((actor.name, paths.actor(actor.slug)))
    for topic in archive.registry.topics.values():
        for old in topic.redirects:
            found[f"topics/{old}"].append((topic.name, paths.topic(topic.slug)))
    for outlet in archive.registry.outlets.values():
        for old in outlet.redirects:
            found[f"outlets/{old}"].append((outlet.name, paths.outlet(outlet.slug)))
    return dict(found)


def pages_once_there(archive: Archive, recorded: Iterable[str], made: Collection[PagePath]) -> Iterator[Page]:
    """A page for each recorded address that has none among those ``made``: it leads to the nearest that is there.

    Such are years without an article any more, statements whose second wording was withdrawn, the pages below an old slug.
    All lie below an index of the archive: of a page at the root the checks have seen to it that it is there.
    """
    there = frozenset(made)
    old = moved(archive)
    names = {f"{folder}/{slug}": thing.name for folder, things in _things(archive) for slug, thing in things.items()}
    for address in sorted(set(recorded)):
        top, _, below = address.partition("/")
        if below and top in _TOPS and page_at(address, there) is None:
            yield _led_on(PagePath(f"{address.rstrip('/')}.md"), [_nearest(address, there, old, names, archive)])


def _nearest(
    address: str,
    there: frozenset[PagePath],
    old: Mapping[str, list[Target]],
    names: Mapping[str, str],
    archive: Archive,
) -> Target:
    """Where the readers of an address that is no more find what it was about: below its new name, above it, or at home."""
    parts = address.rstrip("/").split("/")
    thing, rest = "/".join(parts[:2]), "/".join(parts[2:])
    targets = old.get(thing, [])
    tried = []
    if len(targets) == 1 and rest:
        name, page = targets[0]
        tried += [(name, f"{page.removesuffix('.md')}/{rest}.md"), (name, str(page))]
    if parts[0] == "statements":
        tried += _of_speaker(parts[-1], old, archive)
    while len(parts) > 1:
        parts.pop()
        above = "/".join(parts)
        tried += [(names.get(above, above.split("/")[0].capitalize()), f"{above}{end}") for end in (".md", "/index.md")]
    return next(((name, PagePath(page)) for name, page in tried if page in there), ("Home", paths.HOME))


def _things(archive: Archive):  # type: ignore[no-untyped-def]
    registry = archive.registry
    yield from (("actors", registry.actors), ("topics", registry.topics), ("outlets", registry.outlets))


def _of_speaker(statement: str, old: Mapping[str, list[Target]], archive: Archive) -> list[tuple[str, str]]:
    """The pages of who said it: a statement's id begins with the slug that its speaker had, and the date."""
    slug = re.split(r"-(?:\d{4}-\d\d-\d\d|undated)-", statement)[0]
    targets = old.get(f"actors/{slug}", [])
    if actor := archive.registry.actors.get(ActorSlug(slug)):
        targets = [(actor.name, paths.actor(actor.slug))]
    return [(name, at) for name, page in targets[:1] for at in (f"{page.removesuffix('.md')}/statements.md", str(page))]


def files_once_there(archive: Archive, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of what has moved (feeds, data, citations: all but pages) under its old slugs too; of a split, the first part's."""
    former: dict[str, list[str]] = defaultdict(list)
    for old, targets in moved(archive).items():
        former[targets[0][1].removesuffix(".md")].append(old.partition("/")[2])
    again: dict[str, bytes] = {}
    if not former:
        return again
    for path in files:
        found = None if path.endswith(".md") else _OF_A_THING.fullmatch(path)
        if not found:
            continue
        folder = found["before"].rstrip("/").rpartition("/")[2]
        for slug in former.get(f"{folder}/{found['slug']}", ()):
            at = f"{found['before']}{slug}{found['rest']}"
            if at not in files:
                again[at] = files[path]
    return again


def _led_on(path: PagePath, targets: list[Target]) -> Page:
    names = list(dict.fromkeys(name for name, _ in targets))
    front_matter: dict[str, object] = {
        "title": " / ".join(names),
        "description": f"This page has moved: {', '.join(names)}.",
        "template": "redirect.html",
        "kind": "plain",
    }
    if len(targets) == 1:
        front_matter["moved_to"] = _address(path, targets[0][1])
        front_matter["canonical"] = address_of(targets[0][1])
    front_matter["robots"] = "noindex"
    return render("redirect", path, front_matter, names=names, targets=targets)


def _address(path: PagePath, page: PagePath) -> str:
    """The address of a page as a link in the published page at ``path``, which is a folder there."""
    return relative(f"{address_of(path)}index.html", f"{address_of(page)}index.html").removesuffix("index.html") or "./"
