"""Rendered HTML through nh3's allow-list: the second line behind our own closed set of blocks and marks.

What the table of ``allowed`` names stays byte for byte as the publisher wrote it; only where something had to go is nh3's
own writing taken.
"""

import html
import re
from functools import lru_cache

import nh3

from generator.allowed import DATA, GLOBAL, TEXT, is_allowed_attribute, is_allowed_value

_VOID = re.compile(r"<(br|hr|img|wbr|col)((?: [^<>/ ][^<>]*?)?) ?/>")
_SHAPE_END = re.compile(r"<(g|path|rect|circle|ellipse|line|polyline|polygon)((?: [^<>/ ][^<>]*?)?) ?/>")
_TAG_WITH_ENTITY = re.compile(r"<[a-zA-Z][^<>&]*&[^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_BARE = re.compile(r"(<[a-z][a-z0-9]*(?: [^<>]*?)?? (?:hidden|open|reversed|data-[a-z-]+))(?=[ >])")
_COMMENT = re.compile(r"<!--(?!\s*-->).*?-->", re.DOTALL)  # with words: ours are empty, between two lists
_CONTENT = frozenset({"script", "style", "iframe", "object", "embed", "template", "noscript", "math", "textarea"})
_MAY_BE_BARE = re.compile(r" (?:hidden|open|reversed|data-[a-z-]+)[ >]")
_MOST_BARE = 8  # attributes without a value in one tag


@lru_cache(maxsize=65_536)  # most pages have the same tags, classes and links; nh3 asks for each of them
def _kept(tag: str, attribute: str, value: str) -> str | None:
    """An attribute's value as it may stay, or None."""
    fine = is_allowed_attribute(tag, attribute, table=TEXT) and is_allowed_value(tag, attribute, value)
    return value if fine else None


_CLEANER = nh3.Cleaner(
    tags=set(TEXT),
    clean_content_tags=set(_CONTENT),
    attributes={tag: set(own | GLOBAL | DATA) - {"rel"} for tag, own in TEXT.items()} | {"*": set(GLOBAL | DATA)},
    attribute_filter=_kept,
    generic_attribute_prefixes={"aria-", "data-ex-"},
    link_rel=None,
    strip_comments=False,
    url_schemes={"http", "https", "mailto"},
)


def clean(rendered: str) -> str:
    """A rendered page without what no page of ours may have; the same text, byte for byte, if there is nothing of the kind.

    Deterministic and idempotent: ``clean(clean(x)) == clean(x)``.
    """
    cleaned = _COMMENT.sub("", _CLEANER.clean(rendered))
    return rendered if cleaned == _as_nh3_writes(rendered) else cleaned


def _as_nh3_writes(rendered: str) -> str:
    """The publisher's writing as nh3 writes the same elements and words."""
    written = _VOID.sub(r"<\1\2>", rendered)
    written = _SHAPE_END.sub(r"<\1\2></\1>", written)
    for _ in range(_MOST_BARE if _MAY_BE_BARE.search(written) else 0):
        written, found = _BARE.subn(r'\1=""', written)
        if not found:
            break
    if "&quot;" in written:
        written = _TAG_WITH_ENTITY.sub(lambda tag: tag[0].replace("&quot;", "&#x22;"), written)
    written = _ENTITY.sub(_entity, written)
    return written.replace("\r\n", "\n").replace("\u00a0", "&nbsp;")


def _entity(found: re.Match[str]) -> str:
    """An entity as nh3 writes what it stands for."""
    if found[0] == "&#x22;":  # of an attribute: it would end there
        return "&quot;"
    meant = html.unescape(found[0])
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"}.get(meant, meant)
