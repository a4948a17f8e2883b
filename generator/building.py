"""Content to build/site: what has changed is made and published again; nothing, where nothing has changed."""

import os
from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator import content_tree, disk, exchange, publish
from generator.content_tree import ContentFile
from generator.disk import Stamp
from generator.docs import Docs, late_work, make_docs
from generator.fingerprints import fingerprint, of_all
from generator.generating import KEPT, Shop, load, must_be_ours, with_kept
from generator.kept import Kept
from generator.locking import Turn, only_one
from generator.packing import packed, unpacked
from generator.problems import ContentError, Problem, ToolError
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
    content: Path, folder: Path, project: Path, *, offline: bool = False, shop: Shop | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> Built:  # fmt: skip
    """Build once: see ``Builder``."""
    return Builder(
        content, folder, project, offline=offline, shop=shop or Shop(folder=folder / KEPT), note=note
    ).build()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """What a build left, as it knows it: it holds for the next build of this process while no other had the folder since.

    ``beside`` is what stands in the folder beside the site; None: nobody knows.
    """

    turn: bytes
    docs: Mapping[str, Stamp]
    record: Record
    beside: Mapping[str, Stamp] | None


class Builder:
    """Makes ``folder``/docs of a content tree and publishes it as ``folder``/site with the settings of the project."""

    def __init__(
        self, content: Path, folder: Path, project: Path, *, offline: bool, shop: Shop, note: Callable[[str], None]
    ) -> None:
        """One build of a folder at a time; ``note`` is told where this one waits for another.

        With a ``lasting`` shop builds that follow each other know what the last one knew.
        """
        self._content, self._folder = content, folder
        self._site = folder / "site"
        self._config_file = project / "mkdocs.yml"
        self._offline, self._shop, self._note = offline, shop, note
        self._files: list[tuple[list[ContentFile], list[Problem]]] = []
        self._left: _Left | None = None

    def build(self, *, quick: bool = False) -> Built:
        """Build what has changed; nothing, if nothing has.

        ``quick``, where others follow: the pages alone; search index and downloads stay those of an earlier build, until one that is
        whole.
        """
        shop = self._shop
        must_be_ours(self._folder)
        with shop.progress.stage("Looking at the content"):
            files, strays = self._read()
        with only_one(self._folder, self._note) as turn, seldom_collecting():
            publish.make_good(self._site)
            under = fingerprint(shop.version, repr(self._offline), *publish.made_under(self._config_file))
            state = _state(self._content, files, strays, under, shop)
            known = _last(shop, state, self._folder)
            if known and self._knows_enough(turn):
                return known
            self._files = [(files, strays)]
            del files  # they are let go of once they were read
            # Where nothing has changed, but more builds follow, it is gone through all the same: the first change need not wait for that.
            built = with_kept(shop, partial(self._built, turn, under, state, quick=quick or known is not None))
            return known or built

    def _read(self) -> tuple[list[ContentFile], list[Problem]]:
        memory = self._shop.memory
        return content_tree.read_content(self._content, memory.files if memory else None)

    def _knows_enough(self, turn: Turn) -> bool:
        """Whether the next build would learn nothing of one that changes nothing."""
        if self._left and self._left.turn == turn.before:
            self._left = replace(self._left, turn=turn.own)
            return True
        return self._shop.memory is None

    def _built(self, turn: Turn, under: bytes, state: bytes, kept: Kept, *, quick: bool) -> Built:
        shop, docs = self._shop, self._folder / "docs"
        left, self._left = self._left_at(turn, under), None
        before = left.record if left else Record.read(shop.read("site"), under)
        settings = settings_of(self._config_file)
        quick = quick and bool(before.places)
        trusted = left if quick else None  # who builds all of it looks at all of it
        # What needs nothing of the content is done while that is read.
        stands = Aside(lambda: trusted.docs, jobs=1) if trusted else Aside(partial(disk.stamps, docs), jobs=shop.jobs)
        beside = Aside(
            partial(publish.in_step, self._site, before, trusted.beside if trusted else None),
            jobs=1 if trusted and trusted.beside else shop.jobs,
        )
        try:
            with nullcontext() if quick else late_work(kept, docs, shop) as late:
                loaded = load(self._content, *(self._files.pop() if self._files else self._read()), shop, kept)
                made = make_docs(loaded, docs, settings, shop, stands=stands.result, late=late)
                record = publish.publish(
                    self._config_file,
                    docs,
                    self._site,
                    files=made.files,
                    coming=made.coming,
                    late=partial(made.leave, before) if quick else made.finish,
                    before=before,
                    lacking=beside.result,
                    offline=self._offline,
                    jobs=shop.jobs,
                    progress=shop.progress,
                )
        except BaseException as error:
            stands.stop()
            beside.stop()
            if left and isinstance(error, ContentError):  # which is found before anything is written
                self._left = replace(left, turn=turn.own)
            raise
        built = Built(
            articles=len(loaded.archive.entries), written=made.written, problems=loaded.problems, is_whole=not quick
        )
        known = before.stamps if trusted else None
        if record.places and not quick and (shop.memory or not before.places):
            # What was the site till now may not be as it was published: a quick build, which trusts that, would bring it back.
            # Where that does not succeed it is left to the next build, which tells of it: this one has succeeded.
            with shop.progress.stage("Making ready for the next build"), suppress(OSError, ToolError):
                known = None if publish.in_step(self._site, record) else record.stamps
        if shop.memory:
            self._left = _Left(turn=turn.own, docs=made.left(), record=record, beside=known)
        if not quick:
            self._keep(built, made, record, state)
        return built

    def _left_at(self, turn: Turn, under: bytes) -> _Left | None:
        """What the last build of this process left, where that still holds."""
        left, index = self._left, self._site / "index.html"
        holds = left and left.turn == turn.before and left.record.under == under and index.is_file()
        return left if holds else None

    def _keep(self, built: Built, made: Docs, record: Record, state: bytes) -> None:
        """Write down for the next run what was made of what.

        (A quick build leaves what an earlier one wrote: that does not say that anything is as it is not.)
        """
        shop = self._shop
        with shop.progress.stage("Keeping what was found"):
            shop.write("site", record.written())
            shop.write("content", os.fsencode(self._content.resolve()))
            left = (_print(made.stamps), _print(record.stamps))
            shop.write(_LAST, packed((state, *left, built.articles, len(made.files), built.problems)))


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


def _print(stands: Mapping[str, Stamp]) -> bytes:
    paths = sorted(stands)
    return fingerprint("\0".join(paths), array("q", chain.from_iterable(map(stands.__getitem__, paths))).tobytes())
