"""The tables of articles and of their corrections.

No value says more than the site shows: nothing of drafts and withdrawn articles, no text of retracted ones, no summary that
rights withhold, and the whole text of an article only where its rights are full.
"""

# ruff: noqa: ARG005 - every getter of a column takes the thing and its scope

from collections.abc import Iterator

from generator.crossref import Entry
from generator.data.columns import Column, Each, Scope, Table, Type, address, plain
from generator.matching.outlets import rights_of
from generator.model import Article, ArticleSlug, Correction, Rights, Status
from generator.pages import paths
from generator.pages.listing import shown_summary


def is_clip(article: Article) -> bool:
    """Whether an article was published elsewhere first; else it was written for the archive."""
    return bool(article.outlet or article.outlet_name or article.url)


def _body(entry: Entry, scope: Scope) -> str | None:
    article = entry.article
    if article.status is Status.RETRACTED or rights_of(article, scope.archive.registry) is not Rights.FULL:
        return None
    return plain(article.blocks)


def _summary(entry: Entry, scope: Scope) -> str | None:
    return None if entry.article.status is Status.RETRACTED else shown_summary(entry.article, scope.archive)


def _licence(entry: Entry, scope: Scope) -> str | None:
    return None if is_clip(entry.article) else scope.settings.licence


def actor_slugs(entry: Entry, scope: Scope) -> list[str]:
    return [slug for slug in entry.actor_slugs if slug in scope.archive.registry.actors]


def topic_slugs(entry: Entry, scope: Scope) -> list[str]:
    return [slug for slug in entry.topic_slugs if slug in scope.archive.registry.topics]


def _key_points(entry: Entry) -> list[str]:
    return [] if entry.article.status is Status.RETRACTED else list(entry.article.key_points[:5])


ARTICLES = Table(
    name="articles",
    title="Articles",
    description="Every article that can be read here, newest first; withdrawn ones and drafts are left out.",
    key=("slug",),
    each=Each.ARTICLE,
    things=lambda entry, scope: [entry],
    columns=(
        Column(name="slug", required=True, example="why-the-strelsau-talks-stalled", of=lambda e, s: e.article.slug,
               description="The name of the article in its address; it never changes."),
        Column(name="address", required=True, example="articles/why-the-strelsau-talks-stalled/",
               of=lambda e, s: address(paths.article(e.article.slug), s),
               description="Its page: absolute where the site’s own address is known, else from the site’s root."),
        Column(name="kind", required=True, example="explainer", of=lambda e, s: "clip" if is_clip(e.article) else "explainer",
               description="`explainer` (written for this archive) or `clip` (published elsewhere first)."),
        Column(name="title", required=True, example="Why the Strelsau talks stalled", of=lambda e, s: e.article.title,
               description="Its headline."),
        Column(name="date", required=True, type=Type.DATE, example="2024-05-14",
               of=lambda e, s: e.article.date.isoformat(), description="The day of publication."),
        Column(name="updated", type=Type.DATE, example="2024-06-02",
               of=lambda e, s: e.article.updated and e.article.updated.isoformat(),
               description="The day of its last update, where it says one."),
        Column(name="language", example="en", of=lambda e, s: e.article.language,
               description="The language of its text (BCP 47), where known."),
        Column(name="authors", type=Type.ARRAY, required=True, example=["Cora Muster"], of=lambda e, s: list(e.article.authors),
               description="Who wrote it."),
        Column(name="outlet", refers="outlets", example="the-gazette",
               of=lambda e, s: e.article.outlet if e.article.outlet in s.archive.registry.outlets else None,
               description="The slug of the outlet that published it first."),
        Column(name="outlet_name", example="The Gazette", of=lambda e, s: _outlet_name(e.article, s),
               description="The name of that outlet, also of one that has no entry here."),
        Column(name="source_url", example="https://gazette.example/fishers", of=lambda e, s: e.article.url,
               description="Where the original stands."),
        Column(name="rights", required=True, example="excerpt", of=lambda e, s: str(rights_of(e.article, s.archive.registry)),
               description="How much the archive may show: `full`, `excerpt` or `link`."),
        Column(name="status", required=True, example="retracted", of=lambda e, s: str(e.article.status),
               description="`published`, or `retracted`: taken back by its outlet or by us. A retracted one has no text here."),
        Column(name="licence", example="CC-BY-4.0", of=_licence,
               description="The licence (SPDX) of an explainer. Empty for a clip, which belongs to its outlet."),
        Column(name="summary", of=_summary,
               example="Ruritania and Borduria agreed on a pause in April. By May they no longer agreed on what it meant.",
               description="One or two sentences, where rights allow."),
        Column(name="key_points", type=Type.ARRAY, required=True, of=lambda e, s: _key_points(e),
               example=["The truce of 2 April set no date for its end.", "Borduria wants the harbour opened first.",
                        "Ruritania wants observers first."],
               description="What stands under “In short”."),
        Column(name="actors", type=Type.ARRAY, required=True, example=["ada-example", "borduria", "inland-waters-league"], of=actor_slugs,
               description="Slugs of the actors that it names, most important first."),
        Column(name="topics", type=Type.ARRAY, required=True, example=["harbour-of-zenda", "fishing", "strelsau-talks"],
               of=topic_slugs, description="Slugs of its topics, most important first."),
        Column(name="words", type=Type.INTEGER, required=True, example=147, of=lambda e, s: e.article.word_count,
               description="How many words the whole text has, split at blanks; also where the text itself is withheld."),
        Column(name="body", long=True, of=_body, example="“We have agreed to stop but not to forget,” said Ada Example, the envoy of Ruritania.",
               description="The whole text without markup, a blank line between paragraphs; only where rights are `full`."),
    ),
)  # fmt: skip


def _corrections(entry: Entry, _: Scope) -> Iterator[tuple[ArticleSlug, int, Correction]]:
    """Each correction with its number; an article's newest first, which has the highest."""
    corrections = entry.article.corrections
    yield from (
        (entry.article.slug, len(corrections) - index, correction) for index, correction in enumerate(corrections)
    )


CORRECTIONS = Table(
    name="corrections",
    title="Corrections",
    description="What was wrong in an article and has been put right. A retracted article is one by its status, in `articles`.",
    key=("article", "number"),
    each=Each.ARTICLE,
    things=_corrections,
    columns=(
        Column(name="article", required=True, refers="articles", example="why-the-strelsau-talks-stalled", of=lambda c, s: c[0],
               description="The slug of the article."),
        Column(name="number", type=Type.INTEGER, required=True, example=1, of=lambda c, s: c[1],
               description="Counts the article’s corrections from 1, the earliest."),
        Column(name="date", type=Type.DATE, required=True, example="2024-05-20", of=lambda c, s: c[2].date.isoformat(),
               description="The day on which it was put right."),
        Column(name="what", required=True, of=lambda c, s: c[2].what,
               example="An earlier version said that the hotline dates from 1978. It is of 1988.",
               description="What was wrong, in the words of the archive."),
    ),
)  # fmt: skip


def _outlet_name(article: Article, scope: Scope) -> str | None:
    outlet = scope.archive.registry.outlets.get(article.outlet) if article.outlet else None
    return outlet.name if outlet else article.outlet_name
