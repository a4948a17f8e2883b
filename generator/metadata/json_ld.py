"""Things of the archive in the vocabulary of schema.org (https://schema.org, checked against release 30.0).

Every function gives one node.  Addresses are absolute where the site knows its own, else relative to the page: JSON-LD
resolves both against the page that it stands in.  What is not known is left out.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.crossref import Archive, Entry
from generator.links import relative
from generator.matching.actors import heads
from generator.matching.outlets import host_of, rights_of
from generator.model import Actor, ActorKind, Article, Correction, Outlet, PagePath, Rights, Status, Topic
from generator.pages import paths
from generator.pages.listing import shown_summary
from generator.settings import Settings, directory
from generator.statements import Statement
from generator.text import shorten

Node = dict[str, object]

TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "Country",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GROUP: "Organization",
}
WIKIDATA = "https://www.wikidata.org/entity/"
HEADLINE = 110  # characters: what Google's guide for articles allows


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The page on which a node stands, with the archive and the settings."""

    page: PagePath
    archive: Archive
    settings: Settings

    def address(self, target: PagePath | str) -> str:
        """The address of another page, or of this one."""
        if self.settings.site_url:
            return self.settings.absolute(directory(target))
        return address_between(self.page, target)

    def once(self, kind: str, slug: str, make: Callable[[], Node]) -> Node:
        """What names a thing on an article's page: the same on all of them, since their links to elsewhere are.  Not to be changed."""
        if not self.page.startswith("articles/"):
            return make()
        return self.archive.once.of(("reference", kind, slug, self.settings), make)


def address_between(page: PagePath | str, target: PagePath | str) -> str:
    """The address of one page relative to another, as browsers see them: both are folders."""
    here, there = directory(page), directory(target)
    return relative(here, there) or "./"


def _stated(node: Mapping[str, object]) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def site(where: Where) -> Node:
    """The site, with its search."""
    search = where.address(paths.SEARCH)
    return _stated(
        {
            "@type": "WebSite",
            "@id": where.address(paths.HOME) + "#site",
            "url": where.address(paths.HOME),
            "name": where.settings.site_name,
            "description": where.settings.description,
            "inLanguage": where.settings.language,
            "license": where.settings.licence_url,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": search + "?q={search_term_string}"},
                "query-input": "required name=search_term_string",
            },
        }
    )


def publisher(where: Where) -> Node:
    """The archive as who publishes its explainers."""
    return {
        "@type": "Organization",
        "@id": where.address(paths.HOME) + "#publisher",
        "name": where.settings.site_name,
        "url": where.address(paths.HOME),
    }


def part_of_site(where: Where) -> Node:
    return {"@type": "WebSite", "@id": where.address(paths.HOME) + "#site", "name": where.settings.site_name}


# --- articles ----------------------------------------------------------------------------------------------------------------


def article(entry: Entry, where: Where) -> Node:
    """NewsArticle for a clip, which is based on its original; Article for an explainer of ours."""
    item, archive = entry.article, where.archive
    address = where.address(paths.article(item.slug))
    outlet = archive.registry.outlets.get(item.outlet) if item.outlet else None
    clip = bool(item.outlet or item.outlet_name or item.url)
    about, mentioned = _subjects(entry, where)
    by = _by(outlet, item, where)
    return _stated(
        {
            "@type": "NewsArticle" if clip else "Article",
            "@id": address + "#article",
            "url": address,
            "mainEntityOfPage": address,
            "headline": shorten(item.title or "", HEADLINE),
            "description": "" if item.status is Status.RETRACTED else shorten(shown_summary(item, archive), 300),
            "datePublished": _iso(item.date),
            "dateModified": _iso(item.changed),
            "correction": [_correction(correction) for correction in item.corrections],
            "inLanguage": item.language,
            "author": [_author(name) for name in item.authors] or [by],
            "publisher": by,
            "creativeWorkStatus": "Retracted" if item.status is Status.RETRACTED else None,
            "isAccessibleForFree": True if rights_of(item, archive.registry) is Rights.FULL else None,
            "isBasedOn": _original(item, by) if clip else None,
            "license": None if clip else where.settings.licence_url,
            "about": about,
            "mentions": mentioned,
            "isPartOf": part_of_site(where),
        }
    )


def _correction(correction: Correction) -> Node:
    return {"@type": "CorrectionComment", "text": correction.what, "datePublished": _iso(correction.date)}


def _subjects(entry: Entry, where: Where) -> tuple[list[Node], list[Node]]:
    """Its topics and the actors that head it; the other actors."""
    registry = where.archive.registry
    heading = heads(entry.actors, entry.article)
    actors = [registry.actors[slug] for slug in entry.actor_slugs if slug in registry.actors]
    topics = [topic_reference(registry.topics[slug], where) for slug in entry.topic_slugs if slug in registry.topics]
    about = [actor_reference(actor, where) for actor in actors if actor.slug in heading]
    return about + topics, [actor_reference(actor, where) for actor in actors if actor.slug not in heading]


def _author(name: str) -> Node:
    """A person, or a body where the name begins with "The" ("The archive’s editors")."""
    return {"@type": "Organization" if name.startswith("The ") else "Person", "name": name}


def _by(outlet: Outlet | None, item: Article, where: Where) -> Node:
    """Who published the original: its outlet, or the archive."""
    if outlet:
        return outlet_reference(outlet, where)
    if item.outlet_name:
        return {"@type": "NewsMediaOrganization", "name": item.outlet_name}
    return {"@type": "Organization", "name": host_of(item.url)} if item.url else publisher(where)


def _original(item: Article, by: Node) -> Node:
    return _stated(
        {
            "@type": "NewsArticle",
            "@id": item.url,
            "url": item.url,
            "headline": shorten(item.title or "", HEADLINE),
            "datePublished": _iso(item.date),
            "publisher": by,
        }
    )


def _iso(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


# --- actors, topics, outlets ---------------------------------------------------------------------------------------------------


def actor_reference(actor: Actor, where: Where) -> Node:
    """An actor where another node names it."""
    return where.once("actor", actor.slug, lambda: _actor_reference(actor, where))


def _actor_reference(actor: Actor, where: Where) -> Node:
    address = where.address(paths.actor(actor.slug))
    node = {"@type": TYPES[actor.kind], "@id": address + "#actor", "name": actor.name, "url": address}
    return _stated(node | {"sameAs": _wikidata(actor.wikidata)})


def _wikidata(item: str | None) -> str | None:
    return WIKIDATA + item if item else None


def actor(item: Actor, where: Where) -> Node:
    """Person, Country or Organization, with its other names."""
    actors = where.archive.registry.actors
    belongs = [actor_reference(actors[slug], where) for slug in item.affiliations if slug in actors]
    node: Node = actor_reference(item, where) | {
        "alternateName": list(item.aliases),
        "description": shorten(" ".join(block.text for block in item.introduction[:1]), 300),
    }
    # To the vocabulary a state is a place, and one belongs to organisations only.
    organisations = [other for other in belongs if other["@type"] == "Organization"]
    if item.kind is ActorKind.PERSON:
        node |= {"jobTitle": item.role, "affiliation": organisations}
    else:
        node["disambiguatingDescription"] = item.role
        node["memberOf"] = organisations if item.kind is not ActorKind.STATE else None
    return _stated(node)


def topic_type(topic: Topic) -> str:
    return "Event" if topic.date else "DefinedTerm"


def topic_reference(topic: Topic, where: Where) -> Node:
    """A topic where another node names it; an event with its day."""
    return where.once("topic", topic.slug, lambda: _topic_reference(topic, where))


def _topic_reference(topic: Topic, where: Where) -> Node:
    address = where.address(paths.topic(topic.slug))
    node = {"@type": topic_type(topic), "@id": address + "#topic", "name": topic.name, "url": address}
    return _stated(node | {"startDate": _iso(topic.date), "sameAs": _wikidata(topic.wikidata)})


def topic(item: Topic, where: Where) -> Node:
    """Event for a dated topic, else DefinedTerm in the set of the archive's topics."""
    topics = where.archive.registry.topics
    node: Node = topic_reference(item, where)
    node["description"] = shorten(" ".join(block.text for block in item.introduction[:1]), 300)
    parent = topics.get(item.parent) if item.parent else None
    if item.date:
        node |= {"superEvent": topic_reference(parent, where) if parent and parent.date else None}
        node["about"] = topic_reference(parent, where) if parent and not parent.date else None
    else:
        terms = {"@type": "DefinedTermSet", "@id": where.address(paths.TOPICS) + "#topics", "name": "Topics"}
        node |= {"inDefinedTermSet": terms}
    return _stated(node)


def outlet_reference(outlet: Outlet, where: Where) -> Node:
    """An outlet where another node names it.  Its address is its own site, not our page about it."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": where.address(paths.outlet(outlet.slug)) + "#outlet",
        "name": outlet.name,
        "url": outlet.url,
    }


def outlet(item: Outlet, where: Where) -> Node:
    address = where.address(paths.outlet(item.slug))
    described = shorten(" ".join(block.text for block in item.introduction[:1]), 300)
    return _stated(outlet_reference(item, where) | {"mainEntityOfPage": address, "description": described})


# --- statements, lists ----------------------------------------------------------------------------------------------------------


def statement(item: Statement, where: Where) -> Node:
    """A Quotation with its speaker, quoted in each of its articles."""
    archive = where.archive
    speaker = archive.registry.actors[item.speaker]
    reference = dict(actor_reference(speaker, where))
    if speaker.kind is ActorKind.STATE:
        reference["@type"] = "GovernmentOrganization"  # a Country is a place in the vocabulary, which says nothing
    address = where.address(paths.statement(item.id))
    slugs = dict.fromkeys(variant.article for variant in item.variants)
    return _stated(
        {
            "@type": "Quotation",
            "@id": address + "#statement",
            "url": address,
            "mainEntityOfPage": address,
            "name": f"What {speaker.name} said",
            "text": item.variants[0].quote.text.strip().rstrip(","),
            "creator": reference,
            "datePublished": _iso(item.date),
            "citation": [_cited(archive.by_slug[slug].article, where) for slug in slugs],
            "isPartOf": part_of_site(where),
        }
    )


def _cited(item: Article, where: Where) -> Node:
    address = where.address(paths.article(item.slug))
    clip = bool(item.outlet or item.outlet_name or item.url)
    return {"@type": "NewsArticle" if clip else "Article", "@id": address + "#article", "headline": shorten(item.title or "", HEADLINE), "url": address}  # fmt: skip


def collection(name: str, where: Where) -> Node:
    """A page that lists: an index, a year, what an actor said."""
    address = where.address(where.page)
    return {"@type": "CollectionPage", "@id": address, "url": address, "name": name, "isPartOf": part_of_site(where)}


def web_page(name: str, where: Where) -> Node:
    return collection(name, where) | {"@type": "WebPage"}


def breadcrumbs(steps: Sequence[tuple[str, PagePath]], where: Where) -> Node:
    """The way from the home page; its last step is the page itself."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": where.address(page)}
        for number, (name, page) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
