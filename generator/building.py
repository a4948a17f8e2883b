"""Content to build/site: what has changed is made and published again; nothing, where nothing has changed."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import content_tree, disk, exchange, publish
from generator.content_tree import ContentFile
from generator.disk import Stamp
from generator.docs import Docs, make_docs
from generator.fingerprints import fingerprint, of_all
from generator.generating import KEPT, Shop, load, must_be_ours, with_kept
from generator.kept import Kept
from generator.locking import only_one
from generator.packing import packed, unpacked
from generator.problems import Problem
from generator.publish import Record
from generator.settings import Settings, read_settings
from generator.workers import Aside, seldom_collecting

_LAST = "last"  # what the last whole build was made of, and what came of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: how many articles there are, what was written of build/docs, and the warnings that did not stop it.

    ``is_whole``: search index and downloads are of this content, too; a quick build leaves those of an earlier one.
    """

    articles: int
    written: disk.Written
    problems: list[Problem]
    is_whole: bool = True


def settings_of(config_file: Path) -> Settings:
    """What mkdocs.yml says of the site."""
    return read_settings(disk.read_file(config_file), os.environ)


def build(
    content: Path,
    folder: Path,
    project: Path,
    *,
    offline: bool = False,
    quick: bool = False,
    shop: Shop | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> Built:
    """Make ``folder``/docs and publish it as ``folder``/site with the settings of the project; nothing, if nothing has changed.

    ``quick``: the pages alone; search index and downloads stay those of an earlier build, until one that is whole.
    One build of a folder at a time; ``note`` is told where this one waits for another.
    """
    shop = shop or Shop(folder=folder / KEPT)
    must_be_ours(folder)
    with shop.progress.stage("Looking at the content"):
        files, strays = content_tree.read_content(content)
    with only_one(folder, note), seldom_collecting():
        publish.make_good(folder / "site")
        config_file = project / "mkdocs.yml"
        under = fingerprint(shop.version, repr(offline), *publish.made_under(config_file))
        state = _state(content, files, strays, under, shop)
        known = _last(shop, state, folder)
        if known:
            return known
        read = [(files, strays)]
        del files  # they are let go of once they were read

        def work(kept: Kept) -> Built:
            given = [read.pop() if read else content_tree.read_content(content)]
            return _built(
                content, given, folder, config_file, under, state, kept, offline=offline, quick=quick, shop=shop
            )

        return with_kept(shop, work)


def _built(
    content: Path,
    given: list[tuple[list[ContentFile], list[Problem]]],
    folder: Path,
    config_file: Path,
    under: bytes,
    state: bytes,
    kept: Kept,
    *,
    offline: bool,
    quick: bool,
    shop: Shop,
) -> Built:
    before = Record.read(shop.read("site"), under)
    quick = quick and bool(before.places)
    made: Docs | None = None
    # What needs nothing of the content is done while that is read.
    stands = Aside(partial(disk.stamps, folder / "docs"), jobs=shop.jobs)
    beside = Aside(partial(publish.in_step, folder / "site", before), jobs=shop.jobs)
    try:
        loaded = load(content, *given.pop(), shop, kept)
        made = make_docs(loaded, folder / "docs", settings_of(config_file), shop, stands=stands.result, quick=quick)
        record = publish.publish(
            config_file,
            folder / "docs",
            folder / "site",
            files=made.files,
            coming=made.coming,
            late=lambda: made.leave(before) if quick else made.finish(),
            before=before,
            lacking=beside.result,
            offline=offline,
            jobs=shop.jobs,
            progress=shop.progress,
        )
    except BaseException:
        stands.stop()
        beside.stop()
        if made:
            made.stop()
        raise
    built = Built(
        articles=len(loaded.archive.entries), written=made.written, problems=loaded.problems, is_whole=not quick
    )
    with shop.progress.stage("Keeping what was found"):
        shop.write("site", record.written())
        shop.write("content", os.fsencode(content.resolve()))
        left = (_print(made.stamps), _print(_stamps(record)))
        last = (state, *left, built.articles, len(made.files), built.problems) if built.is_whole else ()
        shop.write(_LAST, packed(last))
    return built


def _state(content: Path, files: Iterable[ContentFile], strays: Iterable[Problem], under: bytes, shop: Shop) -> bytes:
    """All that a site is made of, as one fingerprint."""
    return fingerprint(
        under,
        repr(shop.search),
        repr(list(strays)),
        content_tree.read_addresses(content),
        of_all(file.of for file in files),
    )


def _last(shop: Shop, state: bytes, folder: Path) -> Built | None:
    """What the last build did, if this one would do the same and all stands as that left it."""
    try:
        was, docs, site, articles, count, problems = unpacked(shop.read(_LAST))
    # BLE001: whatever is wrong with what is kept, there is something to do
    except Exception:  # noqa: BLE001
        return None
    if was != state:
        return None
    with shop.progress.stage("Looking at the site"):
        stands = disk.stamps(exchange.place_of(folder / "site"), hidden=True)
        is_whole = _print(stands) == site and _print(disk.stamps(folder / "docs")) == docs
    written = disk.Written(changed=0, removed=0, unchanged=count)
    return Built(articles=articles, written=written, problems=problems) if is_whole else None


def _stamps(record: Record) -> dict[str, Stamp]:
    return {path: place.stamp for path, place in record.places.items()}


def _print(stands: Mapping[str, Stamp]) -> bytes:
    return fingerprint(repr(sorted(stands.items())))
