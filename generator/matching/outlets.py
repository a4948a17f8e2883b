"""Which registered outlet a clip is from, by its address or by the name that it gives, and what its rights allow."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from generator.model import Article, Outlet, OutletSlug, Registry, Rights


@lru_cache(maxsize=10_000)
def host_of(url: str | None) -> str:
    """The host of an address without ``www.``; empty if there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""


def outlet_of(url: str | None, name: str | None, outlets: Iterable[Outlet]) -> OutletSlug | None:
    """The outlet whose home page has the address's host (or a part of it), or whose name is the clip's.

    None where none fits, or where host and name speak for different ones: then a person must say.
    """
    host = host_of(url)
    if not host and not name:
        return None
    outlets = list(outlets)
    by_host = [o for o in outlets if (home := host_of(o.url)) and (host == home or host.endswith(f".{home}"))]
    by_name = [o for o in outlets if name and _key(name) in {_key(o.name), _key(o.slug.replace("-", " "))}]
    longest = max((len(host_of(o.url)) for o in by_host), default=0)
    found = {o.slug for o in by_host if len(host_of(o.url)) == longest} | {o.slug for o in by_name}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=10_000)
def _key(name: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def rights_of(article: Article, registry: Registry) -> Rights:
    """How much of an article is published: its own word, else its outlet's, else all."""
    if article.rights:
        return article.rights
    outlet = registry.outlets.get(article.outlet) if article.outlet else None
    return outlet.rights if outlet else Rights.FULL
