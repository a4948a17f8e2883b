"""A record as the page that Pagefind indexes: its words, the ids of its headings, and what results show and filter by.

The page is never published.  Values stand in attributes, since Pagefind would take a comma or colon for its own.
"""

import re
from collections.abc import Iterator

from generator.pages.render import for_html
from generator.search.records import Passage, Record
from generator.text import long_date

# A word that every record has, and that nobody types: to ask a part for all its records Pagefind would load all of its words.
EVERY = "ꙮꙮ"
NO_DATE = "0000-00-00"  # Pagefind leaves out of a sorted list what has no date at all
# Control characters, lone halves of characters: no page may hold them, nor Pagefind's messages.
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def lean_page(record: Record) -> str:
    """The small HTML page of a record."""
    head = "\n".join(_head(record))
    passages = [_passage(passage) for passage in record.body]
    # A statement's own words are its title: once is enough.
    heading = [] if record.kind == "statement" else [f"<h1>{for_html(record.title)}</h1>"]
    body = "\n".join([*heading, *passages])
    page = f"<!doctype html><html lang=en><head>\n{head}\n</head>\n<body data-pagefind-body>\n{body}\n</body></html>"
    # Nothing unseen is printable; to ask that first takes a twentieth of the time.
    return page if page.replace("\n", "").isprintable() else _UNSEEN.sub(" ", page)


def _head(record: Record) -> Iterator[str]:
    meta = {
        "title": record.title,
        "kind": record.kind,
        "css": record.css,
        "date": long_date(record.date) if record.date else "",
        "by": record.by,
        "summary": record.summary,
        "every": EVERY,
    }
    yield from (_value("meta", name, value) for name, value in meta.items())
    yield _value("filter", "kind", record.kind)
    for name, values in (("actor", record.actors), ("topic", record.topics), ("outlet", record.outlets)):
        yield from (_value("filter", name, value) for value in values)
    if record.date:
        yield _value("filter", "year", f"{record.date.year:04}")
    yield _value("sort", "date", record.date.isoformat() if record.date else NO_DATE)


def _value(what: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{what}="{name}[content]" content="{for_html(value)}">'


def _passage(passage: Passage) -> str:
    if passage.level:
        return f'<h{passage.level} id="{for_html(passage.anchor)}">{for_html(passage.text)}</h{passage.level}>'
    weight = f' data-pagefind-weight="{passage.weight}"' if passage.weight != 1 else ""
    return f"<p{weight}>{for_html(passage.text)}</p>"
