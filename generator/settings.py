"""What the site calls itself and where it stands, read from mkdocs.yml: the one place that publishers read it too.

Only the keys that generated files need.  Tags that MkDocs and its plugins define (``!!python/name:``, ``!relative``) mean
nothing here and are passed over; ``!ENV`` is read as MkDocs reads it, since it may hold the site's address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import yaml

from generator.model import PagePath
from generator.problems import ToolError

_HELP = "Correct mkdocs.yml; its comments say what each setting means."


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``site_url`` is absolute and ends in a slash, or is empty while the site has no address.

    ``licence`` is the SPDX name of the licence of the archive's own texts ("CC-BY-4.0") and ``licence_url`` its text; both
    may be empty.  ``copyright`` says the same in words.
    """

    site_name: str = "Explainer archive"
    site_url: str = ""
    description: str = ""
    copyright: str = ""
    language: str = "en"
    licence: str = ""
    licence_url: str = ""

    def absolute(self, address: str) -> str:
        """An address from the site's root as others may use it: absolute where the site's own is known."""
        return self.site_url + address


@lru_cache(maxsize=16_384)
def directory(page: PagePath | str) -> str:
    """The address of a page from the site's root: articles/a.md -> articles/a/, actors/index.md -> actors/, index.md -> "".

    A fragment stays: articles/a.md#said-this -> articles/a/#said-this."""
    path, mark, fragment = str(page).partition("#")
    stem = path.removesuffix(".md")
    address = "" if stem == "index" else stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"
    return address + mark + fragment


def read_settings(text: str | bytes, environment: Mapping[str, str]) -> Settings:
    """The settings in the text of a mkdocs.yml.  ``environment`` is what ``!ENV`` looks names up in.

    Raises ToolError where the file is not YAML, or a setting is not what it must be.
    """
    found = _load(text, environment)
    defaults = Settings()
    theme = _mapping(found, "theme", allow_text=True)
    licence = _mapping(_mapping(found, "extra"), "licence")
    return Settings(
        site_name=_words(found, "site_name") or defaults.site_name,
        site_url=_address(_words(found, "site_url")),
        description=_words(found, "site_description"),
        copyright=_words(found, "copyright"),
        language=_words(theme, "language") or defaults.language,
        licence=_words(licence, "name"),
        licence_url=_words(licence, "url"),
    )


def _load(text: str | bytes, environment: Mapping[str, str]) -> Mapping[str, object]:
    class Loader(yaml.SafeLoader):
        """Takes what SafeLoader takes; ``!ENV``; and null for every other tag."""

    Loader.add_constructor("!ENV", lambda loader, node: _from_environment(loader, node, environment))  # type: ignore[arg-type]
    Loader.add_constructor(None, lambda *_: None)
    try:
        found = yaml.load(text, Loader=Loader)  # noqa: S506 - a SafeLoader of our own
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ToolError(f"mkdocs.yml cannot be read: {' '.join(str(error).split())[:300]}", help=_HELP) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ToolError("mkdocs.yml does not hold settings", help=_HELP)
    return found


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node, environment: Mapping[str, str]) -> object:
    """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``: the first that is set; its value is read as YAML, as MkDocs does."""
    default: object = None
    names: list[str] = []
    if isinstance(node, yaml.ScalarNode):
        names = [loader.construct_scalar(node)]
    elif isinstance(node, yaml.SequenceNode) and node.value:
        *before, last = node.value
        names = [str(loader.construct_object(part)) for part in before]
        if names:
            default = loader.construct_object(last)
        else:
            names = [str(loader.construct_object(last))]
    value = next((environment[name] for name in names if name in environment), None)
    if value is None:
        return default
    tag = loader.resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, value, (True, False)
    )
    return loader.construct_object(yaml.ScalarNode(tag, value))


def _words(found: Mapping[str, object], key: str) -> str:
    """A setting that is text, on one line; empty where it is missing."""
    value = found.get(key)
    if value is None or value == "":
        return ""
    if isinstance(value, dict | list):
        raise ToolError(f"mkdocs.yml: {key} is not text", help=_HELP)
    return " ".join(str(value).split())


def _mapping(found: Mapping[str, object], key: str, *, allow_text: bool = False) -> Mapping[str, object]:
    value = found.get(key)
    if value is None or (allow_text and isinstance(value, str)):
        return {}
    if not isinstance(value, dict):
        raise ToolError(f"mkdocs.yml: {key} does not hold settings", help=_HELP)
    return value


def _address(site_url: str) -> str:
    """The site's address with a slash at its end, as MkDocs completes it; empty where there is none."""
    if not site_url:
        return ""
    try:
        parts = urlsplit(site_url)
        host = parts.hostname
    except ValueError:
        host = None
    if (
        not host
        or parts.scheme not in ("http", "https")
        or parts.query
        or parts.fragment
        or any(c in site_url for c in ' <>"')
    ):
        raise ToolError(
            f"mkdocs.yml: site_url is no web address: {site_url}",
            help="Give it as https://example.org/archive/, or leave it empty.",
        )
    return site_url.rstrip("/") + "/"
