"""The whole run: read the content, check it, connect it, write its pages, publish them."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import checks, crossref, disk, indexing, loading, publish, reading, search
from generator.addresses import Recorded, address_of, page_at, read_record, record_bytes, worth_recording
from generator.crossref import Archive, Entry
from generator.data import data_files, data_page
from generator.feeds import feed_files, feeds_page
from generator.locking import only_one
from generator.matching.actors import find_actors
from generator.matching.forms import Forms, compile_forms
from generator.matching.outlets import outlet_of
from generator.matching.topics import find_topics
from generator.metadata import card_files, robots_files, with_metadata
from generator.model import ActorSlug, Article, Decided, Registry
from generator.pages import all_pages
from generator.pages.redirects import files_once_there, pages_once_there
from generator.pages.render import page_bytes
from generator.problems import ContentError, Problem, ToolError, has_errors, in_order
from generator.schemas import schema_files
from generator.settings import Settings, read_settings
from generator.statements import Decisions, Proposal, Verdict, find_quotes, with_declared
from generator.suggest import Suggestion, unmet_forms, without_introduction
from generator.suggest import suggest as names_unknown

load = loading.load
INDEXES = "search"  # the folder beside docs in which the parts of the search index are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What one run made: the archive, what the disk did, and the warnings that did not stop it."""

    archive: Archive
    written: disk.Written
    problems: list[Problem]


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


def generate(content: Path, docs: Path, settings: Settings) -> Generated:
    """Write what publishers need of a content tree into ``docs``: pages, feeds, data, and the search index.

    The index's parts are kept in a folder beside it, so that the next run makes only those that changed.
    Raises ContentError, with nothing written, while one of the problems is an error; ToolError while another build is at work.
    """
    loaded, problems = sound(content)
    with only_one(docs.parent):
        return _generate(loaded, problems, docs, settings)


def sound(content: Path) -> tuple[checks.Content, list[Problem]]:
    """A content tree that may be published, with its warnings.  Raises ContentError while one of its problems is an error."""
    loaded, problems = load(content)
    if has_errors(problems):
        raise ContentError(problems)
    return loaded, problems


def _generate(loaded: checks.Content, problems: list[Problem], docs: Path, settings: Settings) -> Generated:
    archive = connect(loaded)
    parts = search.parts_of(search.records_of(archive))
    kept = indexing.index(parts, docs.with_name(INDEXES))
    files = _pages(archive, settings, loaded.recorded) | feed_files(archive, settings) | data_files(archive, settings)
    files |= dict(card_files(archive, settings)) | schema_files(settings.site_url) | robots_files(settings)
    files |= files_once_there(archive, files)
    files |= search.text_files(parts, search.spelling_files(archive.registry))
    return Generated(archive=archive, written=disk.write_tree(docs, indexing.Files(files, kept)), problems=problems)


def _pages(archive: Archive, settings: Settings, recorded: Recorded) -> dict[str, bytes]:
    """Every page by its path, with what it says of itself to machines."""
    told = {statement.id: statement for statement in archive.told}
    pages = [*all_pages(archive, settings), feeds_page(archive, settings), data_page(settings)]
    pages += pages_once_there(archive, recorded.lines, [page.path for page in pages])
    return {str(page.path): page_bytes(with_metadata(page, archive, settings, told)) for page in pages}


def settings_of(config_file: Path) -> Settings:
    """What mkdocs.yml says of the site."""
    return read_settings(disk.read_file(config_file), os.environ)


def build(
    content: Path,
    folder: Path,
    project: Path,
    *,
    offline: bool = False,
    note: Callable[[str], None] = lambda _: None,
) -> Generated:
    """Make ``folder``/docs and publish it as ``folder``/site with the settings of the project.

    One build of a folder at a time; ``note`` is told where this one waits for another.
    """
    config_file = project / "mkdocs.yml"
    loaded, problems = sound(content)
    with only_one(folder, note):
        publish.make_good(folder / "site")
        made = _generate(loaded, problems, folder / "docs", settings_of(config_file))
        publish.publish(config_file, folder / "docs", folder / "site", offline=offline)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of a site, beside the record: those that it does not have yet, and those of it that lead nowhere."""

    published: list[str]
    new: list[str]
    lost: list[str]


def addresses(content: Path, folder: Path, *, record: bool = False) -> Addresses:
    """The addresses of the pages of ``folder``/site; with ``record`` the new ones are added to the record.

    Raises ToolError where no site was built, ContentError where the record cannot be read.
    """
    docs = disk.pages_in(folder / "docs")
    pages = {
        path: b'\nmoved_to: "' in head
        for path, head in docs.items()
        if (folder / "site" / address_of(path) / "index.html").is_file()
    }
    if not pages:
        raise ToolError(f"there is no site in {folder / 'site'}", help="Build it first: explainer build")
    path = f"{content.name}/{disk.ADDRESSES}"
    recorded, problems = read_record(path, disk.read_addresses(content))
    if problems:
        raise ContentError(problems)
    published = worth_recording(pages)
    found = Addresses(
        published=published,
        new=[address for address in published if address not in recorded.lines],
        lost=sorted(address for address in recorded.lines if page_at(address, pages) is None),
    )
    if record and found.new:
        disk.write_whole(content / disk.ADDRESSES, record_bytes([*recorded.lines, *published]))
    return found


def serve(content: Path, project: Path, port: int) -> None:
    """Preview at http://127.0.0.1:``port`` and rebuild what changed, until interrupted.

    Raises ContentError, before anything is shown, while one of the problems is an error.
    """
    config_file = project / "mkdocs.yml"
    generate(content, project / "build" / "docs", settings_of(config_file))
    publish.serve(config_file, content, port)


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
    loaded, _ = loading.read(content)
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
    loaded, problems = loading.read(content, articles=False)
    if has_errors(problems):
        raise ContentError(problems)
    return loaded.registry, compile_forms(loaded.registry)
