"""The whole site by MkDocs' own command, in its strict mode, with our cleaning."""

from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.cleaning import clean
from generator.publish.messages import listening, stopped


def render_whole(config_file: Path, docs: Path, site: Path) -> None:
    """MkDocs at work, as on the command line, but that a warning of its strict mode stops it with all its words."""
    with listening() as messages:
        try:
            config = load_config(
                str(config_file), docs_dir=str(docs.resolve()), site_dir=str(site), strict=True, hooks=[]
            )
            config.plugins.events["page_content"].append(
                lambda html, **_: clean(html)
            )  # as the hook does for plain MkDocs
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, MkDocsException) as error:
            raise stopped(messages.found, str(error)) from None
