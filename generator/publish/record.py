"""What stands in a published site, and what it was made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.packing import packed, unpacked

Fragment = tuple[str, str, str]  # a link to a place in a page: the page, the place's id, the link as written


class Place(NamedTuple):
    """One file of the site: what it was made of, and how the disk has it (bytes, nanoseconds).

    Of a page also the ids that links may name, its own links to such, and what the sitemap says of it.
    """

    of: bytes
    size: int
    when: int
    anchors: tuple[str, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    listed: tuple[str, str] | None = None

    @property
    def stamp(self) -> tuple[int, int]:
        return self.size, self.when


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A whole site by path.  ``under`` is the fingerprint of program, settings and theme.

    ``by_page``: under these, pages can be rendered one by one, and by our own renderer.
    """

    under: bytes = b""
    by_page: bool = False
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def stamps(self) -> dict[str, tuple[int, int]]:
        """Each file as the disk has it, by path."""
        return {path: place.stamp for path, place in self.places.items()}

    def written(self) -> bytes:
        places = {path: tuple(place) for path, place in self.places.items()}
        return packed((self.under, self.by_page, places), shares=False)

    @staticmethod
    def read(data: bytes, under: bytes) -> "Record":
        """What was kept; nothing where it is of another program or theme, or cannot be read."""
        try:
            was_under, by_page, rows = unpacked(data)
            places = {path: Place(*row) for path, row in rows.items()}
        # BLE001: whatever is wrong with what is kept, all is published anew
        except Exception:  # noqa: BLE001
            return Record(under=under)
        return Record(under=under, by_page=by_page, places=places) if was_under == under else Record(under=under)
