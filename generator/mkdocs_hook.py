"""The door for plain ``mkdocs build`` and ``mkdocs serve``: it makes the pages before MkDocs looks for them."""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, PluginError

from generator import pipeline
from generator.cleaning import clean
from generator.problems import ContentError, ToolError

CONTENT_VARIABLE = "EXPLAINER_CONTENT"  # of the environment; names the content folder where it is another one

log = logging.getLogger("mkdocs.explainer")
_preview: list[bool] = []


def on_startup(command: str, **_: Any) -> None:
    """Remember that this is the preview: its pages let MkDocs' own script in, which reloads them."""
    _preview.append(command == "serve")


def on_config(config: Any) -> None:
    config.extra["preview"] = _preview[-1:] == [True]


def on_pre_build(config: Any) -> None:
    """Write build/docs.  An error in content stops this build; what was published before stays as it is."""
    content = _content(config)
    try:
        settings = pipeline.settings_of(Path(config["config_file_path"]))
        pipeline.generate(content, Path(config["docs_dir"]), settings)
    except ContentError as error:
        raise PluginError("the content has problems\n" + "\n".join(map(str, error.problems))) from None
    except ToolError as error:
        raise PluginError(f"{error}\n{error.help}") from None


def on_page_content(html: str, **_: Any) -> str:
    """Clean what the publisher rendered: the second line, should anything have come through the first."""
    return clean(html)


def on_serve(server: Any, config: Any, builder: Any) -> None:
    """Watch what people write, not what is made of it: else each build would start the next one.

    A build that stops leaves the last good pages to be read: MkDocs alone would let every request wait until one succeeds.
    """

    def rebuild() -> None:
        try:
            builder()
        except Abort:
            log.error("The pages stay as they were. Mend what is named above and save.")

    server.builder = rebuild
    server.unwatch(config["docs_dir"])
    server.watch(str(_content(config)))


def _content(config: Any) -> Path:
    """The content folder: the one that ``EXPLAINER_CONTENT`` names, else the one beside mkdocs.yml."""
    return Path(os.environ.get(CONTENT_VARIABLE) or Path(config["config_file_path"]).parent / "content")
