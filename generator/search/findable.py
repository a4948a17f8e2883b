"""What the parts of the index are made up of: each record by what decides where it stands, and by its page."""

import datetime
from dataclasses import dataclass, field

from generator.fingerprints import fingerprint
from generator.search.lean import lean_page
from generator.search.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A record of the index without its words: ``size`` in characters, ``of`` the fingerprint of the page that Pagefind reads.

    The page itself is here, or kept elsewhere under ``name``.
    """

    url: str
    kind: str
    date: datetime.date | None = None
    size: int = 0
    of: bytes = b""
    page: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What the page is kept as: all that is known of the record."""
        return f"{self.kind} {self.date or '-'} {self.size} {self.of.hex()} {self.url}"


def findable(record: Record) -> Findable:
    """A record as it stands in the index."""
    page = lean_page(record)
    size = len(record.summary) + sum(len(passage.text) for passage in record.body)
    return Findable(
        url=record.url,
        kind=record.kind,
        date=record.date,
        size=size,
        of=fingerprint(page.encode("utf-8", "replace")),
        page=page,
    )


def named(name: str) -> Findable:
    """The record whose page is kept under a name."""
    kind, date, size, of, url = name.split(" ", 4)
    day = None if date == "-" else datetime.date.fromisoformat(date)
    return Findable(url=url, kind=kind, date=day, size=int(size), of=bytes.fromhex(of))
