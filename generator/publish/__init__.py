"""build/docs to build/site: beside the last good site first, then in its place.

Pages are rendered one by one, on all cores, and only those that changed (``frame``, ``pages``, ``record``).  Where MkDocs or its
settings are such that pages have to do with each other, MkDocs' own command makes the whole site (``whole``).
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator import disk, exchange
from generator.inspection import admit
from generator.problems import ToolError
from generator.progress import Progress
from generator.publish.frame import Frame
from generator.publish.messages import listening, stopped
from generator.publish.offline import for_the_disk
from generator.publish.pages import by_page
from generator.publish.record import Record
from generator.publish.site import brought_in_step
from generator.publish.whole import render_whole

__all__ = ["Record", "for_the_disk", "in_step", "made_under", "make_good", "publish"]

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a banner of the theme's that is no use to readers of our output


def publish(
    config_file: Path,
    docs: Path,
    site: Path,
    *,
    files: Mapping[str, bytes],
    coming: frozenset[str] = frozenset(),
    late: Callable[[], Mapping[str, bytes]] = dict,
    before: Record,
    lacking: Callable[[], Collection[str]] | None = None,
    offline: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Record:
    """Publish a folder of Markdown pages; ``site`` is replaced only by a whole new site, in one step.

    ``files`` are all of the folder, with a fingerprint of each, but for those that ``late`` gives when pages have been rendered;
    ``coming`` are those of them that pages may lead to.  ``before`` is what the last call returned, if program, settings and theme
    are the same; ``lacking`` waits for ``in_step``, if that has begun.  With ``offline`` links name files, not folders, so that the
    site can be read from the disk.
    Raises ToolError if it does not succeed, with MkDocs' own words, a warning of its strict mode included, or with the disk's.
    """
    progress = progress or Progress()
    site = exchange.place_of(site)
    beside = exchange.beside(site)
    lacking = lacking or partial(in_step, site, before)
    try:
        exchange.made_good(site)
        with listening() as messages:
            known = before.by_page and bool(before.under)  # without: nobody knows whether all is as it was
            frame = Frame(config_file, docs, beside, frozenset(files) | coming, is_fast=known or None)
        if not known and frame.odds():
            late()
            lacking()
            record = _whole(config_file, docs, beside, offline=offline)
        elif messages.found:
            raise stopped(messages.found)
        else:
            record = by_page(
                frame, docs, site,
                files=files, late=late, before=before, lacking=lacking, offline=offline, jobs=jobs, progress=progress,
            )  # fmt: skip
        with progress.stage("Putting the site in its place"):
            exchange.put(beside, site)
            if not record.places:  # the next one will not be made of it
                exchange.remove(beside)
    except TemplateError as error:
        where = f"{error.name}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
        raise ToolError(
            f"a template cannot be used: {where}{error.message or error}",
            help="Mend it in the theme folder. The last good site is as it was.",
        ) from None
    except OSError as error:
        what = error.filename2 or error.filename or site
        raise ToolError(
            f"the site cannot be written: {what}: {error.strerror or error}",
            help="Is the disk full, the folder read-only, a file of it open, or did something change it meanwhile? "
            "The last good site is as it was.",
        ) from None
    return record


def in_step(site: Path, before: Record, stands: Mapping[str, disk.Stamp] | None = None) -> set[str]:
    """Make the folder beside the site hold the same, so that the next one can be made of it: what it lacks then.

    ``stands`` is what it holds, where that is known.  It needs nothing of the content, so that it may be done while that is read.
    Raises OSError.
    """
    site = exchange.place_of(site)
    return brought_in_step(exchange.beside(site), site, before.stamps, stands)


def made_under(config_file: Path) -> Iterator[bytes]:
    """What every page depends on beside the program: the settings as MkDocs reads them, and the theme's files."""
    try:
        with config_file.open("rb") as file:
            config = yaml_load(file)
    except (MkDocsException, OSError):  # said when MkDocs reads it
        return
    yield repr(config).encode("utf-8", "replace")
    theme = config.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    if own:
        files = disk.read_parts(config_file.parent, [str(own)])
        yield from (part for path, data in files.items() for part in (path.encode("utf-8", "replace"), data))


def _whole(config_file: Path, docs: Path, beside: Path, *, offline: bool) -> Record:
    """The site as MkDocs' own command makes it; nothing is known of its pages then."""
    exchange.remove(beside)
    try:
        render_whole(config_file, docs, beside)
        places = disk.stamps(beside, hidden=True)
        if offline:
            for page in sorted(path for path in places if path.endswith(".html")):
                before = disk.read_file(beside / page).decode()
                disk.put(beside, page, for_the_disk(before, page, places).encode())
        admit(beside, sorted(places))
    except BaseException:
        with suppress(OSError):  # what stays is removed by the next build
            exchange.remove(beside)
        raise
    return Record()


def make_good(site: Path) -> None:
    """Clean up after a build that was killed.  Raises ToolError where that cannot be done."""
    try:
        exchange.made_good(exchange.place_of(site))
    except OSError as error:
        raise ToolError(
            f"{error.filename or site} cannot be removed: {error.strerror or error}",
            help="It is what an earlier build left. Is a file of it open, or the folder read-only?",
        ) from None
