"""The standfirst of a page: the sentences under its title that sum the article up."""

import re
from collections.abc import Sequence

from generator.model import Role
from generator.reading.html.metadata import Stated
from generator.reading.html.selection import linked_share, reason
from generator.reading.html.text import PageBlock

SHORTEST, LONGEST = 40, 1200
# Names of elements that hold a standfirst, in the languages of news sites.
_NAMES = re.compile(
    r"stand-?first|(?:^|[\s_-])(?:lead|lede|dek|intro|chapo|chapeau|abstract|excerpt|perex|entradilla|bajada|ingress|vorspann|anrei(?:ss|ß)er)"
    r"(?:$|[\s_-])|sub-?(?:title|head|line)|(?:article|post|story|entry|page)[_-]{1,2}(?:summary|description|intro|lead|teaser|deck)"
    r"|catenaccio|occhiello|sottotitolo|resumen|(?:^|[\s_-])summary(?:$|[\s_-])|underrubrik|manchet",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)$")
# How far above the body, where no title is shown, and around its container a name counts.
BLOCKS_ABOVE, ELEMENTS_AROUND = 8, 3


def standfirst_of(
    blocks: Sequence[PageBlock], title_at: int | None, body: Sequence[int], descriptions: Sequence[Stated]
) -> int | None:
    """The number of the block that is the standfirst: between title and body, by its name or as the metadata's description.

    The body's first block is one only by its name: many sites give the first paragraph as the description.
    """
    first = body[0]
    start = title_at + 1 if title_at is not None and title_at < first else max(first - BLOCKS_ABOVE, 0)
    told = [_folded(_CUT_OFF.sub("", description.value)) for description in descriptions]
    for i in range(start, first):
        if _may_be(blocks[i]) and (
            _is_named(blocks[i]) or any(_agree(_folded(blocks[i].text), words) for words in told)
        ):
            return i
    return first if len(body) > 1 and _may_be(blocks[first]) and _is_named(blocks[first]) else None


def _may_be(block: PageBlock) -> bool:
    """Whether a block has the form of a standfirst."""
    return (
        block.place.role in (Role.PARAGRAPH, Role.HEADING)
        and block.tag != "h1"
        and SHORTEST <= len(block.text) <= LONGEST
        and linked_share(block) < 0.5
        and reason(block) in ("page furniture", "teaser")
    )


def _is_named(block: PageBlock) -> bool:
    names = (
        f"{e.get('class') or ''} {e.get('data-testid') or ''} {e.get('itemprop') or ''}"[:300]
        for e in block.place.elements[-ELEMENTS_AROUND:]
    )
    return any(_NAMES.search(name) for name in names)


def _agree(text: str, words: str) -> bool:
    """Whether a text is what a description says; either may have been cut off."""
    return min(len(text), len(words)) >= SHORTEST * 0.7 and (text.startswith(words) or words.startswith(text))


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
