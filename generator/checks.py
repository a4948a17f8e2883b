"""Rules across files.  One rule, one function; its docstring is the rule; all stand in ``RULES``."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.matching.collisions import form_problems
from generator.model import Actor, Article, Block, Decided, HandwrittenPage, Outlet, Registry, Status, Style, Topic
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
    """An article that is published has a title: in its header or, with certainty, in its text."""
    for article in content.articles:
        if article.title is None and article.status is not Status.DRAFT:
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
        if article.date is None and article.status is not Status.DRAFT:
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
    actors = {a.slug for a in content.actors}
    topics = {t.slug for t in content.topics}
    outlets = {o.slug for o in content.outlets}
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
    """A link to another file of the archive leads to one that is there."""
    generated = {
        f"{folder}/index.md" for folder in ("articles", "actors", "topics", "outlets", "statements", "timeline")
    } | {"index.md"}
    targets = {_target(path) for path in content.paths} | generated
    texts: list[tuple[str, tuple[Block, ...]]] = []
    texts += [(file.path, file.blocks) for file in content.articles]
    texts += [(page.path, page.blocks) for page in content.pages]
    texts += [(file.path, file.introduction) for file in content.files if not isinstance(file, Article)]
    for path, blocks in texts:
        for block, href in _links(blocks):
            target = resolve(path, href)
            if target is not None and target not in targets:
                yield Problem(
                    path=path,
                    line=block.line,
                    code="link-dead",
                    message=f"the link {href} leads to no file of the archive",
                    help="Write the path of a file, such as ../actors/ada-example.md, or a web address beginning with https://",
                )


def _links(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        for part in (block, *(cell for row in block.rows for cell in row)):
            yield from ((part, mark.href) for mark in part.marks if mark.style is Style.LINK)


def _target(path: str) -> str:
    """The generated page that a content file becomes."""
    folder, _, name = path.partition("/")[2].partition("/")
    stem = PurePosixPath(name or folder).stem
    return f"{stem}.md" if folder == "pages" else f"{folder}/{stem}.md"


def resolve(path: str, href: str) -> str | None:
    """The generated page that a relative link in a content file means; None for a link that leaves the archive."""
    address = href.split("#")[0].split("?")[0]
    if not address or ":" in address.split("/")[0] or address.startswith("/"):
        return None
    folder = PurePosixPath(path.partition("/")[2]).parent.as_posix()
    parts = [] if folder == "pages" else [folder]
    for part in address.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    joined = "/".join(parts)
    stem, _, ending = joined.rpartition(".")
    return f"{stem}.md" if ending in ("txt", "html") else joined.removeprefix("pages/")


def statements_verbatim(content: Content) -> Iterator[Problem]:
    """A statement that a header declares stands word for word in the text, and its speaker has a file."""
    actors = {actor.slug for actor in content.actors}
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
    slugs_unique,
    slugs_known,
    topics_acyclic,
    forms_unambiguous,
    statements_verbatim,
    links_lead_somewhere,
)
