"""Rules across files.  One rule, one function; its docstring is the rule; all stand in ``RULES``."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.links import INDEXES, anchor_for, anchors_of, is_outward, links_in, page_of, resolve
from generator.matching.collisions import form_problems
from generator.matching.outlets import rights_of
from generator.model import (
    Actor,
    Article,
    Block,
    Decided,
    HandwrittenPage,
    Outlet,
    PagePath,
    Registry,
    Rights,
    Status,
    Topic,
)
from generator.problems import Problem
from generator.statements import place_of
from generator.text import is_slug, slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that was read, before it is connected.  Lists, not mappings: two files may claim one slug."""

    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    topics: tuple[Topic, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    pages: tuple[HandwrittenPage, ...] = ()
    decided: tuple[Decided, ...] = ()
    paths: tuple[str, ...] = ()  # of every file, also of those that could not be read

    def stems(self, folder: str) -> set[str]:
        """The slugs of a folder's files, also of those that could not be read: what is wrong with them is told once."""
        return {PurePosixPath(path).stem for path in self.paths if PurePosixPath(path).parent.name == folder}

    @property
    def files(self) -> tuple[Article | Actor | Topic | Outlet, ...]:
        """Everything that has an address of its own by its slug."""
        return (*self.articles, *self.actors, *self.topics, *self.outlets)

    @property
    def registry(self) -> Registry:
        return Registry(
            actors={actor.slug: actor for actor in self.actors},
            topics={topic.slug: topic for topic in self.topics},
            outlets={outlet.slug: outlet for outlet in self.outlets},
        )


def check_content(content: Content) -> Iterator[Problem]:
    """Every rule's problems, rule by rule."""
    for rule in RULES:
        yield from rule(content)


def _at(file: Article | Actor | Topic | Outlet, key: str) -> int:
    return file.lines.get(key, 1)


def title_stated(content: Content) -> Iterator[Problem]:
    """An article that is published has a title: in its header or, with certainty, in its text.

    (One that the header states but that cannot be read is a problem of the header's own.)
    """
    for article in content.articles:
        if article.title is None and "title" not in article.lines and article.status is not Status.DRAFT:
            yield Problem(
                path=article.path,
                line=1,
                code="title-missing",
                message="the text states no title",
                help=_what_to_add(article),
            )


def date_stated(content: Content) -> Iterator[Problem]:
    """An article that is published has a date: in its header or, with certainty, in its text."""
    for article in content.articles:
        if article.date is None and "date" not in article.lines and article.status is not Status.DRAFT:
            hint = article.evidence.get("date-hint")
            guess = f"\nA guess that only you can confirm: {hint.text}" if hint else ""
            yield Problem(
                path=article.path,
                line=1,
                code="date-missing",
                message="the text states no day of publication",
                help=_what_to_add(article) + guess,
            )


def _what_to_add(article: Article) -> str:
    """The header lines that an article lacks, as they may be pasted."""
    lines = [] if article.title else ['title: "The headline as it was published"']
    lines += [] if article.date else ["date: YYYY-MM-DD"]
    if article.lines:
        return "Add to the header, above its closing ---:\n" + "\n".join(lines)
    return "Put this at the very top of the file, with what is right:\n" + "\n".join(["---", *lines, "---"])


def body_present(content: Content) -> Iterator[Problem]:
    """An article has a text, unless only its address is published or it was withdrawn."""
    for article in content.articles:
        if not article.blocks and article.status is not Status.WITHDRAWN and not article.summary:
            yield Problem(
                path=article.path,
                line=1,
                code="article-empty",
                message="the file holds no text of an article",
                help="Paste the article's text below the header.",
            )


def slugs_well_formed(content: Content) -> Iterator[Problem]:
    """A file's stem is its address for ever: lower-case ASCII words joined by hyphens."""
    for path in content.paths:
        pure = PurePosixPath(path)
        if not is_slug(pure.stem):
            yield Problem(
                path=path,
                line=1,
                code="slug-form",
                message=f"the file's name {pure.name!r} cannot be an address",
                help=f"Rename the file to {slugify(pure.stem) or 'a-short-name'}{pure.suffix.lower()}: small letters, digits and hyphens.",
            )


def addresses_free(content: Content) -> Iterator[Problem]:
    """No file takes the address of a page that the archive makes by itself: its indexes."""
    made = {"articles", "actors", "topics", "outlets", "statements", "timeline"}
    for path in content.paths:
        pure = PurePosixPath(path)
        if pure.stem in (made if pure.parent.name == "pages" else {"index"}):
            yield Problem(
                path=path,
                line=1,
                code="slug-reserved",
                message=f"the address of {pure.name!r} is that of an index of the archive",
                help="Give the file another name.",
            )


def slugs_unique(content: Content) -> Iterator[Problem]:
    """No two files of one folder have the same slug, and no redirect takes one that is in use."""
    seen: dict[tuple[str, str], str] = {}
    for path in content.paths:
        pure = PurePosixPath(path)
        first = seen.setdefault((pure.parent.name, pure.stem), path)
        if first != path:
            yield Problem(
                path=path,
                line=1,
                code="slug-twice",
                message=f"{first} has the same slug, so both would have one address",
                help="Rename one of the two files, or remove it if they are the same article.",
            )
    for file in content.files:
        folder = PurePosixPath(file.path).parent.name
        for slug in file.redirects:
            taken = seen.setdefault((folder, slug), file.path)
            if taken != file.path or slug == file.slug:
                yield Problem(
                    path=file.path,
                    line=_at(file, "redirects"),
                    code="redirect-taken",
                    message=f"the redirect {slug} is the address of {taken}",
                    help="Remove it from the list of redirects.",
                )


def slugs_known(content: Content) -> Iterator[Problem]:
    """Every slug that a header names has its file."""
    actors, topics, outlets = (content.stems(folder) for folder in ("actors", "topics", "outlets"))
    for article in content.articles:
        yield from _known(article, "actors", _chosen(article, "actors"), actors)
        yield from _known(article, "topics", _chosen(article, "topics"), topics)
        yield from _known(article, "outlet", [article.outlet] if article.outlet else [], outlets)
    for actor in content.actors:
        yield from _known(actor, "affiliations", actor.affiliations, actors, folder="actors")
    for topic in content.topics:
        yield from _known(topic, "related", topic.related, topics, folder="topics")
        yield from _known(topic, "parent", [topic.parent] if topic.parent else [], topics, folder="topics")


def _chosen(article: Article, field: str) -> list[str]:
    choice = article.actors if field == "actors" else article.topics
    return [*(choice.only or ()), *choice.add, *choice.drop]


def _known(
    file: Article | Actor | Topic, field: str, slugs: Iterable[str], known: Iterable[str], folder: str | None = None
) -> Iterator[Problem]:
    folder = folder or (field if field.endswith("s") else field + "s")
    for slug in slugs:
        if slug in known:
            continue
        near = difflib.get_close_matches(slug, sorted(known), 1)
        help = f"Did you mean `{near[0]}`? " if near else ""
        yield Problem(
            path=file.path,
            line=_at(file, field),
            code=f"{folder.removesuffix('s')}-unknown",
            message=f"`{field}` names {slug}, and there is no file {folder}/{slug}.md",
            help=f"{help}If it is new, add it: explainer new {folder.removesuffix('s')} {slug}",
        )


def topics_acyclic(content: Content) -> Iterator[Problem]:
    """No topic is its own ancestor."""
    parents = {topic.slug: topic.parent for topic in content.topics}
    for topic in content.topics:
        seen, at = [topic.slug], topic.parent
        while at is not None and at in parents and at not in seen:
            seen.append(at)
            at = parents[at]
        if at == topic.slug:
            yield Problem(
                path=topic.path,
                line=_at(topic, "parent"),
                code="topic-cycle",
                message="the topic is its own ancestor: " + " → ".join([*seen, topic.slug]),
                help="Remove one of these `parent` lines.",
            )


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """A link to another file of the archive leads to a page that is published and, with a #, to a heading that it shows."""
    texts = list(_texts(content))
    anchors: dict[PagePath, frozenset[str]] = dict.fromkeys(INDEXES, frozenset())
    anchors |= {page_of(path): anchors_of(shown) for path, _, shown in texts if shown is not None}
    for path, blocks, _ in texts:
        for block, href in links_in(blocks):
            if is_outward(href):
                continue
            page, fragment = resolve(path, href)
            if page not in anchors or (fragment and anchor_for(fragment, anchors[page]) is None):
                missing = f"no heading {fragment}" if page in anchors else "no page of the archive"
                yield Problem(
                    path=path,
                    line=block.line,
                    code="link-dead",
                    message=f"the link {href} leads to {missing}",
                    help="Write the path of a file, such as ../actors/ada-example.md, or a web address beginning with https://",
                )


def _texts(content: Content) -> Iterator[tuple[str, tuple[Block, ...], tuple[Block, ...] | None]]:
    """Each file's path, its blocks, and those that its page shows whole (None: it has no page)."""
    registry = content.registry
    for article in content.articles:
        whole = rights_of(article, registry) is Rights.FULL and article.status is not Status.WITHDRAWN
        published = None if article.status is Status.DRAFT else article.blocks if whole else ()
        yield article.path, article.blocks, published
    for page in content.pages:
        yield page.path, page.blocks, page.blocks
    for file in content.files:
        if not isinstance(file, Article):
            yield file.path, file.introduction, file.introduction


def statements_verbatim(content: Content) -> Iterator[Problem]:
    """A statement that a header declares stands word for word in the text, and its speaker has a file."""
    actors = content.stems("actors")
    for article in content.articles:
        for declared in article.statements:
            if place_of(article, declared) is None:
                yield Problem(
                    path=article.path,
                    line=declared.line,
                    code="statement-not-found",
                    message=f"the text does not hold these words: {declared.text}",
                    help="Copy them from the text below the header, without the quotation marks around them.",
                )
            if actors and declared.speaker not in actors:
                yield from _known(article, "statements", [declared.speaker], actors, folder="actors")


def forms_unambiguous(content: Content) -> Iterator[Problem]:
    """No form of one actor may denote another, or be a word that anyone uses (``matching.collisions``)."""
    yield from form_problems(content.registry)


RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    title_stated,
    date_stated,
    body_present,
    slugs_well_formed,
    addresses_free,
    slugs_unique,
    slugs_known,
    topics_acyclic,
    forms_unambiguous,
    statements_verbatim,
    links_lead_somewhere,
)
