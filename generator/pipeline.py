"""The whole run: read the content, check it, connect it, make its pages, publish them."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator import checks, content_tree, crossref, disk, loading, reading
from generator.addresses import address_of, page_at, read_record, record_bytes, worth_recording
from generator.building import Builder, Built, build, settings_of
from generator.crossref import Archive, Entry
from generator.docs import late_work, make_docs
from generator.finding import entry_of
from generator.generating import KEPT, Shop, decisions, lasting, must_be_ours, with_kept
from generator.generating import load as load_for
from generator.kept import Kept
from generator.locking import only_one
from generator.matching.forms import Forms, compile_forms
from generator.model import ActorSlug, Registry
from generator.preview import preview
from generator.problems import ContentError, Problem, ToolError, has_errors, in_order
from generator.settings import Settings
from generator.statements import Proposal
from generator.suggest import Suggestion, unmet_forms, without_introduction
from generator.suggest import suggest as names_unknown
from generator.workers import seldom_collecting

__all__ = [
    "Addresses", "Advice", "Built", "Generated", "addresses", "build", "connect", "convert", "generate", "load", "registry_of", "serve",
    "settings_of", "suggest",
]  # fmt: skip

load = loading.load


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What one run made: the archive, what the disk did, and the warnings that did not stop it."""

    archive: Archive
    written: disk.Written
    problems: list[Problem]


def connect(content: checks.Content) -> Archive:
    """The archive that a checked content tree makes."""
    registry = content.registry
    forms = compile_forms(registry)
    entries = (entry_of(article, registry, forms) for article in content.articles)
    return crossref.connect(registry, entries, content.pages, decisions(content.decided))


def generate(content: Path, docs: Path, settings: Settings, shop: Shop | None = None) -> Generated:
    """Write what publishers need of a content tree into ``docs``: pages, feeds, data, and the search index.

    What the next run need not do again is kept in a folder beside it.
    Raises ContentError, with nothing written, while one of the problems is an error; ToolError while another build is at work.
    """
    shop = shop or Shop(folder=docs.parent / KEPT)
    must_be_ours(docs.parent)
    files, strays = content_tree.read_content(content)

    def work(kept: Kept) -> Generated:
        with late_work(kept, docs, shop) as late:
            loaded = load_for(content, files, strays, shop, kept)
            made = make_docs(loaded, docs, settings, shop, stands=partial(disk.stamps, docs), late=late)
            made.finish()
        return Generated(archive=loaded.archive, written=made.written, problems=loaded.problems)

    with only_one(docs.parent), seldom_collecting():
        return with_kept(shop, work)


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
    path = f"{content.name}/{content_tree.ADDRESSES}"
    recorded, problems = read_record(path, content_tree.read_addresses(content))
    if problems:
        raise ContentError(problems)
    published = worth_recording(pages)
    found = Addresses(
        published=published,
        new=[address for address in published if address not in recorded.lines],
        lost=sorted(address for address in recorded.lines if page_at(address, pages) is None),
    )
    if record and found.new:
        disk.write_whole(content / content_tree.ADDRESSES, record_bytes([*recorded.lines, *published]))
    return found


def serve(content: Path, project: Path, port: int, shop: Shop, say: Callable[[str], None]) -> None:
    """Preview at http://127.0.0.1:``port`` and build again what is saved, until interrupted; ``say`` is told what happens.

    A site that was built before is shown at once.  Pages come first; search index and downloads follow, while nobody saves.
    Raises ContentError, before anything is shown, where there is no site yet and one of the problems is an error; ToolError
    where the preview cannot start.
    """
    content_tree.must_be_there(content)
    folder = project / "build"
    builder = Builder(content, folder, project, offline=False, shop=lasting(shop), note=say)
    told: list[Problem] = []

    def built(*, quick: bool, silently: bool = False) -> bool:
        begun = time.monotonic()
        made = builder.build(quick=quick)
        if silently and not made.written.changed + made.written.removed:
            return made.is_whole
        if made.problems != told:
            told[:] = made.problems
            say("\n".join(map(str, told)) or "No problems any more.")
        what = f"{made.articles} articles, {made.written.changed} files written"
        say(f"{what}{'' if made.is_whole else '; search and downloads follow'} ({time.monotonic() - begun:.1f} s)")
        return made.is_whole

    is_new = not (folder / "site" / "index.html").is_file() or shop.read("content") != os.fsencode(content.resolve())
    if is_new:
        say("Building.")
        built(quick=False)
    with preview(folder / "site", port, [content, project / "mkdocs.yml", project / "theme"], say) as shown:
        # What was saved before it was watched is built, too; where that is nothing after a first build, nobody wants to read of it.
        for silently in chain([is_new], (False for _ in shown.changes())):
            if not silently:
                say("Building.")
            try:
                is_whole = built(quick=True, silently=silently)
                shown.shown()
                if not is_whole and not shown.waiting():
                    built(quick=False)
                    shown.shown()
            except ContentError as error:
                say(
                    "\n".join(map(str, error.problems))
                    + "\nThe pages stay as they were. Mend what is named above and save."
                )
            except ToolError as error:
                say(f"{error}\n{error.help}\nThe pages stay as they were.")


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
