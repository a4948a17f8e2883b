"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same entries for programs that would rather not read XML."""

import json
from collections.abc import Mapping, Sequence

from generator.feeds.atom import summary_html
from generator.feeds.html import escaped
from generator.feeds.items import Item
from generator.links import is_outward
from generator.markup import safe_href
from generator.settings import Settings

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(*, title: str, about: str, home: str, own: str, entries: Sequence[str], settings: Settings) -> bytes:
    """A feed of entries from ``json_entry``; ``about`` is plain text, ``own`` the feed's address (empty: unknown)."""
    head = {
        "version": VERSION,
        "title": title,
        "description": about,
        "home_page_url": home,
        "feed_url": own,
        "language": settings.language,
        "authors": [{"name": settings.site_name}],
    }
    written = _json({name: value for name, value in head.items() if value})
    return (written[:-1] + ', "items": [\n' + ",\n".join(entries) + "\n]}\n").encode()


def json_entry(item: Item, base: str) -> str:
    day = "{}T00:00:00Z"
    original = safe_href(item.original) if is_outward(item.original) else None
    entry: dict[str, object] = {
        "id": item.id,
        "url": base + item.address,
        "external_url": original,
        "title": item.title,
        "content_html": item.content
        or (f"<p>{escaped(item.summary)}</p>" if item.summary else summary_html(item, base)),
        "summary": item.summary if item.content else None,
        "date_published": day.format(item.published.isoformat()),
        "date_modified": day.format(item.updated.isoformat()),
        "authors": [{"name": name} for name in item.authors],
        "tags": item.categories,
        "language": item.language,
    }
    return _json({name: value for name, value in entry.items() if value})


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)
