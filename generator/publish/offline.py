"""A page as it can be read from the disk."""

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote

# In a page's HTML: an address in this site that may name a folder, with the ? or # behind it.
_ADDRESS = re.compile(r'((?:\shref="|\saction="|;\s?url=))([^"#?:]+)(?=["#?])')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\s*')
_INDEX = "index.html"


def for_the_disk(html: str, place: str, places: Collection[str]) -> str:
    """A page whose every link to a folder names the page in it: from the disk, a browser would list the folder's files.

    What it asks for ahead of time goes: from the disk, a browser refuses it with an error.  ``place`` is where the page
    stands in the site, ``places`` are all files of it.
    """
    here = posixpath.dirname(place)

    def named(found: re.Match[str]) -> str:
        address = found[2]
        inside = posixpath.normpath(posixpath.join(here, unquote(address)))
        if address.startswith("/") or posixpath.normpath(f"{inside}/{_INDEX}") not in places:
            return found[0]
        return f"{found[1]}{address.rstrip('/')}/{_INDEX}"

    return _ADDRESS.sub(named, _PRELOAD.sub("", html))
