"""From lines or elements to an article: what is title, standfirst and body, and what is dropped, with its reason."""

from collections.abc import Sequence

from generator.model import Block
from generator.reading.result import Reading


def clean(blocks: Sequence[Block], *, path: str, title: str | None = None, is_markup: bool = False) -> Reading:
    """Sort out what of a clip is its article.

    Each block is one line (of a text clip) or one element (of a page) with its text, line, origin and marks.
    ``title`` is known from elsewhere (a page's metadata): lines that only repeat it are then dropped and no other title
    is looked for.  With ``is_markup`` the blocks' roles are evidence: headings, list items, quotations, tables and code
    stay what they are unless they are junk, and every block stands by itself.
    """
    return Reading(blocks=tuple(blocks))
