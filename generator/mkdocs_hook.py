"""The door for plain ``mkdocs build`` and ``mkdocs serve``: it makes the pages before MkDocs looks for them."""

import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from generator import pipeline
from generator.problems import ContentError, ToolError
from generator.publish import CONTENT_VARIABLE


def on_pre_build(config: Any) -> None:
    """Write build/docs.  An error in content stops this build; what was published before stays as it is."""
    content = _content(config)
    try:
        pipeline.generate(content, Path(config["docs_dir"]))
    except ContentError as error:
        raise PluginError("the content has problems\n" + "\n".join(map(str, error.problems))) from None
    except ToolError as error:
        raise PluginError(f"{error}\n{error.help}") from None


def on_serve(server: Any, config: Any, builder: Any) -> None:  # noqa: ARG001 - MkDocs calls it with these names
    """Watch what people write, not what is made of it: else each build would start the next one."""
    server.unwatch(config["docs_dir"])
    server.watch(str(_content(config)))


def _content(config: Any) -> Path:
    """The content folder: the one that ``explainer serve`` names, else the one beside mkdocs.yml."""
    return Path(os.environ.get(CONTENT_VARIABLE) or Path(config["config_file_path"]).parent / "content")
