"""The whole run: read the content, check it, connect it, write its pages, publish them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator import checks, crossref, disk, publish, reading
from generator.crossref import Archive, Entry
from generator.matching.actors import find_actors
from generator.matching.forms import Forms, compile_forms
from generator.matching.outlets import outlet_of
from generator.matching.topics import find_topics
from generator.model import ActorSlug, Article, Decided, Registry
from generator.pages import all_pages
from generator.pages.render import page_bytes
from generator.problems import ContentError, Problem, has_errors, in_order
from generator.statements import Decisions, Proposal, Verdict, find_quotes, with_declared
from generator.suggest import Suggestion, unmet_forms, without_introduction
from generator.suggest import suggest as names_unknown

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What one run made: the archive, what the disk did, and the warnings that did not stop it."""

    archive: Archive
    written: disk.Written
    problems: list[Problem]


def load(content: Path) -> tuple[checks.Content, list[Problem]]:
    """Everything in a content tree, with everything that is wrong with it."""
    loaded, problems = _read(content)
    return loaded, in_order([*problems, *checks.check_content(loaded)])


def _read(content: Path, *, articles: bool = True) -> tuple[checks.Content, list[Problem]]:
    """The files of a content tree as they are, each by itself."""
    files, problems = disk.read_content(content)

    def read_all(folder: str, reader: Callable[[str, bytes], tuple[Thing | None, list[Problem]]]) -> tuple[Thing, ...]:
        things = []
        for file in files:
            if file.folder == folder:
                thing, found = reader(file.path, file.data)
                problems.extend(found)
                things += [thing] if thing is not None else []
        return tuple(things)

    decided: list[Decided] = []
    for file in files:
        if file.folder == disk.DECISIONS:
            pairs, found = reading.read_decisions(file.path, file.data)
            decided += pairs
            problems += found
    loaded = checks.Content(
        decided=tuple(decided),
        articles=read_all("articles", reading.read_article) if articles else (),
        actors=read_all("actors", reading.read_actor),
        topics=read_all("topics", reading.read_topic),
        outlets=read_all("outlets", reading.read_outlet),
        pages=read_all("pages", reading.read_page) if articles else (),
        paths=tuple(file.path for file in files if file.folder != disk.DECISIONS),
    )
    return loaded, in_order(problems)


def entry_of(article: Article, registry: Registry, forms: Forms) -> Entry:
    """An article with the outlet, actors, topics and quotations found in it."""
    if article.outlet is None:
        known = outlet_of(article.url, article.outlet_name, registry.outlets.values())
        article = replace(article, outlet=known)
    actors = find_actors(article, forms)
    return Entry(
        article=article,
        actors=actors,
        topics=find_topics(article, forms),
        quotes=with_declared(article, find_quotes(article, actors, registry)),
    )


def decisions(decided: Sequence[Decided]) -> Decisions:
    """What people decided, by the pair of quotations."""
    return {frozenset((d.first, d.second)): Verdict.SAME if d.same else Verdict.DIFFERENT for d in decided}


def connect(content: checks.Content) -> Archive:
    """The archive that a checked content tree makes."""
    registry = content.registry
    forms = compile_forms(registry)
    return crossref.connect(
        registry,
        (entry_of(article, registry, forms) for article in content.articles),
        content.pages,
        decisions(content.decided),
    )


def generate(content: Path, docs: Path) -> Generated:
    """Write the Markdown pages of a content tree into ``docs``.

    Raises ContentError, with nothing written, while one of the problems is an error.
    """
    loaded, problems = load(content)
    if has_errors(problems):
        raise ContentError(problems)
    archive = connect(loaded)
    files = {str(page.path): page_bytes(page) for page in all_pages(archive)}
    return Generated(archive=archive, written=disk.write_tree(docs, files), problems=problems)


def build(content: Path, folder: Path, project: Path) -> Generated:
    """Make ``folder``/docs and publish it as ``folder``/site with the settings of the project."""
    made = generate(content, folder / "docs")
    publish.publish(project / "mkdocs.yml", folder / "docs", folder / "site")
    return made


def serve(content: Path, project: Path, port: int) -> None:
    """Preview at http://127.0.0.1:``port`` and rebuild what changed, until interrupted.

    Raises ContentError, before anything is shown, while one of the problems is an error.
    """
    generate(content, project / "build" / "docs")
    publish.serve(project / "mkdocs.yml", content, port)


def convert(path: Path, registry: Registry, forms: Forms) -> tuple[Entry | None, list[Problem]]:
    """One clip, wherever it lies, against a registry; None if it cannot be read at all."""
    article, problems = reading.read_article(path.as_posix(), disk.read_file(path))
    if article is None:
        return None, in_order(problems)
    entry = entry_of(article, registry, forms)
    alone = checks.Content(articles=(article,))
    return entry, in_order(
        [*problems, *checks.title_stated(alone), *checks.date_stated(alone), *checks.body_present(alone)]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the registry lacks: names in the texts, actors that no text names (with their forms), actors
    without introduction; and the pairs of quotations that may be one statement."""

    names: list[Suggestion]
    unmet: list[tuple[ActorSlug, list[str]]]
    bare: list[ActorSlug]
    proposals: list[Proposal]


def suggest(content: Path) -> Advice:
    """What a content tree's articles name and its registry does not, and the reverse.  Articles need not be free of problems."""
    loaded, _ = _read(content)
    registry = loaded.registry
    forms = compile_forms(registry)
    entries = [entry_of(article, registry, forms) for article in loaded.articles]
    archive = crossref.connect(registry, entries, (), decisions(loaded.decided))
    return Advice(
        names=names_unknown(entries, registry),
        unmet=unmet_forms(entries, registry),
        bare=without_introduction(registry),
        proposals=list(archive.grouping.proposals),
    )


def registry_of(content: Path) -> tuple[Registry, Forms]:
    """The registry of a content tree, without its articles.  Raises ContentError while one of its files is wrong."""
    loaded, problems = _read(content, articles=False)
    if has_errors(problems):
        raise ContentError(problems)
    return loaded.registry, compile_forms(loaded.registry)
