"""The title of a page: JSON-LD headline, then og:title, then h1, without the outlet's name that sites append."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.reading.html.metadata import Metadata, Stated, plain
from generator.reading.html.text import PageBlock

LONGEST = 400  # characters: what is longer is no title
# What stands between a title and the name of its outlet.
_SEPARATOR = re.compile(r"\s+[-–—|•·»«:/]+\s+|\s*[|ㅣ｜]+\s*|\s+::\s+")
_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00ad": None, "\u200b": None, "\u2060": None}
)
_APPENDED = re.compile(r"\s*[-–—|ㅣ｜_·•]")
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)$")


def title_candidates(metadata: Metadata, blocks: Sequence[PageBlock], title_element: str) -> list[Stated]:
    """Every title that a page states, the best first: JSON-LD, og:title, h1, then other meta tags and ``<title>``."""
    stated = [*metadata.titles]
    headings = [
        Stated(value=" ".join(block.text.split()), raw=block.text, how="title-h1")
        for block in blocks
        if any(element.tag == "h1" for element in block.place.elements) and not _in_furniture(block)
    ]
    ranks = {"title-json-ld": 0, "title-og": 1, "title-h1": 2}
    stated += headings
    if plain(title_element):
        stated.append(Stated(value=plain(title_element), raw=title_element.strip(), how="title-element"))
    return sorted(
        (s for s in stated if 0 < len(s.value) <= LONGEST),
        key=lambda s: ranks.get(s.how, 3 + (s.how == "title-element")),
    )


def _in_furniture(block: PageBlock) -> bool:
    return any(element.tag in ("nav", "footer", "aside", "figure") for element in block.place.elements)


def choose_title(candidates: Sequence[Stated], metadata: Metadata) -> tuple[str, Stated] | None:
    """The title without the outlet's name, and the statement it is from.

    JSON-LD, og:title and h1 count in this order; but where og:title and h1 agree against JSON-LD they win: JSON-LD often has
    a headline for search engines that no reader sees.
    """
    names = outlet_names(metadata)
    everything = [c.value for c in candidates]
    titles = [(without_outlet(stated.value, names, everything), stated) for stated in candidates]
    titles = [(title, stated) for title, stated in titles if _folded(title) and _folded(title) not in names]
    if not titles:
        return None
    first = {stated.how: (title, stated) for title, stated in reversed(titles)}
    shared, shown = first.get("title-og"), first.get("title-h1")
    title, stated = shared if shared and shown and is_same(shared[0], shown[0]) else titles[0]
    if stated.how == "title-element" and len(titles) == 1 and (parts := list(_SEPARATOR.finditer(title))):
        title = title[: parts[-1].start()]
    return _completed(title, stated, titles) if _CUT_OFF.search(title) else (title, stated)


def _completed(title: str, stated: Stated, titles: Sequence[tuple[str, Stated]]) -> tuple[str, Stated]:
    """A title that was cut off ("..."), as another statement has it in full; or as it is."""
    start = _folded(_CUT_OFF.sub("", title))
    full = ((other, by) for other, by in titles if _folded(other).startswith(start) and not _CUT_OFF.search(other))
    return next(full, (title, stated))


def outlet_names(metadata: Metadata) -> set[str]:
    """The names under which a page's outlet may stand behind its titles, folded."""
    names = {_folded(name) for name in metadata.outlet_names}
    host = (urlsplit(metadata.url.value).hostname or "") if metadata.url else ""
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 1:
        names |= {_folded(".".join(labels)), _folded(".".join(labels[-2:])), _folded(labels[-2]), _folded(labels[0])}
        if len(labels) > 2 and len(labels[-2]) <= 3:
            names |= {_folded(labels[-3]), _folded(".".join(labels[-3:]))}
    return {name for name in names if len(name) > 1}


def without_outlet(title: str, names: set[str], others: Sequence[str]) -> str:
    """A title without what its site puts behind it: the outlet's name, or all that another statement of the title lacks."""
    title = next(
        (o for o in others if title.startswith(o) and _APPENDED.match(title, len(o)) and len(title) - len(o) < 40),
        title,
    )
    known = {_folded(other) for other in others}
    while parts := list(_SEPARATOR.finditer(title)):
        last, first = parts[-1], parts[0]
        behind, before = _folded(title[last.end() :]), _folded(title[: first.start()])
        if _is_outlet(behind, names):
            title = title[: last.start()]
        elif before in names and "|" in first[0]:
            title = title[first.end() :]
        else:
            cut = next(
                (p for p in parts if _folded(title[: p.start()]) in known and len(_folded(title[p.end() :])) < 40), None
            )
            return title[: cut.start()].strip() if cut else title.strip()
    return title.strip()


def _is_outlet(words: str, names: set[str]) -> bool:
    """Whether words behind a title name the outlet: its name, or its name with more ("gazettesport", "thegazette")."""
    return words in names or any(
        len(name) > 3
        and len(words) > 3
        and (words.startswith(name) or words.endswith(name) or name.startswith(words) or name.endswith(words))
        and max(len(words), len(name)) < 45
        for name in names
    )


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def is_same(first: str, second: str) -> bool:
    """Whether two titles have the same letters and digits."""
    return _folded(first) == _folded(second)


def reads_alike(first: str, second: str) -> bool:
    """Whether two titles differ by no more than white space and the shape of their quotation marks."""
    return _plain_marks(first) == _plain_marks(second)


def _plain_marks(text: str) -> str:
    return " ".join(text.translate(_MARKS).split())
