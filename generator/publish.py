"""build/docs to build/site, by MkDocs: beside the last good site first, then in its place."""

import logging
import os
import re
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator import exchange
from generator.cleaning import clean
from generator.inspection import admit
from generator.problems import ToolError

CONTENT_VARIABLE = (
    "EXPLAINER_CONTENT"  # names the content folder to the hook, where it is not the one beside mkdocs.yml
)

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a banner of the theme's that is no use to readers of our output


# In a page's HTML: an address in this site that may name a folder, with the ? or # behind it.
_ADDRESS = re.compile(r'((?:\shref="|\saction="|;\s?url=))([^"#?:]+)(?=["#?])')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\s*')


def publish(config_file: Path, docs: Path, site: Path, *, offline: bool = False) -> None:
    """Publish a folder of Markdown pages; ``site`` is replaced only by a whole new site, in one step.

    With ``offline`` its links name files, not folders, so that it can be read from the disk.

    Raises ToolError if it does not succeed, with MkDocs' own words, a warning of its strict mode included, or with the disk's.
    """
    site = exchange.place_of(site)
    beside = exchange.beside(site)
    try:
        exchange.made_good(site)
        _render(config_file, docs, beside)
        if offline:
            for_the_disk(beside)
        admit(beside, _files(beside))
        exchange.put(beside, site)
    except OSError as error:
        what = error.filename2 or error.filename or site
        raise ToolError(
            f"the site cannot be written: {what}: {error.strerror or error}",
            help="Is the disk full, the folder read-only, a file of it open, or did something change it meanwhile? "
            "The last good site is as it was.",
        ) from None
    finally:
        with suppress(OSError):  # what stays is removed by the next build
            exchange.remove(beside)


def make_good(site: Path) -> None:
    """Clean up after a build that was killed.  Raises ToolError where that cannot be done."""
    try:
        exchange.made_good(exchange.place_of(site))
    except OSError as error:
        raise ToolError(
            f"{error.filename or site} cannot be removed: {error.strerror or error}",
            help="It is what an earlier build left. Is a file of it open, or the folder read-only?",
        ) from None


def _render(config_file: Path, docs: Path, site: Path) -> None:
    """MkDocs at work, in its strict mode, with our cleaning."""
    messages = _Messages()
    log = logging.getLogger("mkdocs")
    level = log.level
    log.addHandler(messages)
    log.setLevel(logging.INFO)
    try:
        config = load_config(str(config_file), docs_dir=str(docs.resolve()), site_dir=str(site), strict=True, hooks=[])
        config.plugins.events["page_content"].append(lambda html, **_: clean(html))  # as the hook does for plain MkDocs
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        raise ToolError(
            f"the publisher stopped: {error}\n" + "\n".join(messages.found), help="The last good site is as it was."
        ) from None
    finally:
        log.removeHandler(messages)
        log.setLevel(level)


def _files(site: Path) -> list[str]:
    """Everything in a site but its folders, by its path from the root."""
    found = (path for path in site.rglob("*") if path.is_symlink() or not path.is_dir())
    return [path.relative_to(site).as_posix() for path in found]


def for_the_disk(site: Path) -> None:
    """Let every link to a folder of a site name the page in it: from the disk, a browser would list the folder's files.

    What pages ask for ahead of time goes: from the disk, a browser refuses it with an error.
    """
    folders = {str(path.parent) for path in site.rglob("index.html")}

    def named(found: re.Match[str], folder: str) -> str:
        address = found[2]
        if address.startswith("/") or os.path.normpath(f"{folder}/{unquote(address)}") not in folders:
            return found[0]
        return f"{found[1]}{address.rstrip('/')}/index.html"

    for page in sorted(site.rglob("*.html")):
        before = page.read_text("utf-8")
        after = _ADDRESS.sub(partial(named, folder=str(page.parent)), _PRELOAD.sub("", before))
        if after != before:
            page.write_text(after, "utf-8", newline="")


def serve(config_file: Path, content: Path, port: int) -> None:
    """MkDocs' preview server; the hook makes the pages before each build and watches ``content``.

    Raises ToolError if it cannot start.
    """
    docs = config_file.parent / "build" / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    os.environ[CONTENT_VARIABLE] = str(content.resolve())
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.addHandler(logging.StreamHandler())  # MkDocs' own command would do so; else nothing says where to look
    try:
        mkdocs_serve(str(config_file), dev_addr=f"127.0.0.1:{port}", watch_theme=True)
    except (Abort, MkDocsException) as error:
        raise ToolError(f"the preview stopped: {error}", help="What is wrong stands above.") from None
    except OSError as error:
        raise ToolError(
            f"the preview cannot start at port {port}: {error.strerror}",
            help=f"Is another preview running? End it, or take another port: explainer serve --port {port % 65535 + 1}",
        ) from None


class _Messages(logging.Handler):
    """What MkDocs complained of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())
