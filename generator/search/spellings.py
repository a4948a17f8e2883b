"""Every spelling of the registry, folded, in small files by the letters that words begin with.

A query and a spelling meet if they fold alike.  The theme's script folds by the same table and the same steps:
compatibility decomposition, marks left out, the table, lower case, marks left out again, and every run of what is
neither letter nor digit a space.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Registry
from generator.pages import paths
from generator.pages.listing import actor_css, topic_css
from generator.search.records import url_of

SHARD = 60_000  # bytes; a reader loads one a letter typed
OTHER = "other"

# Letters that Unicode does not decompose, as people type them who lack them; signs within words that many leave out.
FOLDS = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H",
    "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ə": "a", "Ə": "A", "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K",
    "ς": "σ", "Σ": "σ",  # lower case would depend on what stands behind it
    "ґ": "г", "Ґ": "Г",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
    "’": "", "'": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "`": "", "ʹ": "", "ʺ": "",
}  # fmt: skip
_FOLDED = str.maketrans(FOLDS)
_LATIN = re.compile(r"[a-z]")

Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """Files of spellings by the name of their shard."""

    shards: dict[str, bytes]

    @property
    def names(self) -> list[str]:
        return list(self.shards)


def folded(words: str) -> str:
    """``Łódź`` -> ``lodz``, ``Straße 3`` -> ``strasse 3``, ``O’Example`` -> ``oexample``; empty if no letter or digit is left."""
    plain = _unmarked(_unmarked(words).translate(_FOLDED).lower())
    return " ".join("".join(c if unicodedata.category(c)[0] in "LN" else " " for c in plain).split())


def _unmarked(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if unicodedata.category(c)[0] != "M")


def rows_of(registry: Registry) -> Iterator[Row]:
    """(folded, spelling, kind, url, name, css) of every name, alias, weak alias and metonym of actors, and names of topics and outlets."""
    for actor in registry.actors.values():
        url, css = url_of(paths.actor(actor.slug)), actor_css(actor.kind)
        for form in (actor.name, *actor.aliases, *actor.weak_aliases, *actor.metonyms):
            yield folded(form), form, "actor", url, actor.name, css
    for topic in registry.topics.values():
        yield folded(topic.name), topic.name, "topic", url_of(paths.topic(topic.slug)), topic.name, topic_css(topic)
    for outlet in registry.outlets.values():
        yield folded(outlet.name), outlet.name, "outlet", url_of(paths.outlet(outlet.slug)), outlet.name, "ex-outlet"


def key(word: str) -> str:
    """Where a folded word is filed: ``zenda`` -> ``z-enda``; ``зенда`` -> ``other-000437``, the number of its first letter."""
    return f"{word[0]}-{word[1:]}" if _LATIN.match(word) else f"{OTHER}-{ord(word[0]):06x}"


def spelling_files(registry: Registry, limit: int = SHARD) -> Spelled:
    """The shards.  A spelling stands in the shard of each of its words.

    A shard holds what is filed under keys that begin with its name, but for what a shard with a longer name holds.  ``z`` and
    ``other`` are enough for most; of those that pass the limit, the fullest beginnings get shards of their own (``z-e``).
    """
    filed: dict[str, set[Row]] = {}
    for row in rows_of(registry):
        for word in row[0].split():
            filed.setdefault(key(word), set()).add(row)
    heads = sorted({name.partition("-")[0] for name in filed})
    shards: dict[str, bytes] = {}
    for head in heads:
        within = {name: rows for name, rows in filed.items() if name.partition("-")[0] == head}
        shards.update(_divided(head, within, limit))
    return Spelled(shards=dict(sorted(shards.items())))


def _divided(name: str, filed: dict[str, set[Row]], limit: int) -> Iterator[tuple[str, bytes]]:
    """One shard, or where that is too large one for each next letter."""
    data = _written(set().union(*filed.values()))
    longer: dict[str, dict[str, set[Row]]] = {}
    rest: dict[str, set[Row]] = {}
    for filed_as, rows in filed.items():
        if len(filed_as) > len(name) and filed_as != name + "-":
            cut = len(name) + (2 if "-" not in name else 1)
            longer.setdefault(filed_as[:cut], {})[filed_as] = rows
        else:
            rest[filed_as] = rows
    if len(data) <= limit or not longer:
        yield name, data
        return
    if rest:
        yield name, _written(set().union(*rest.values()))
    for longer_name, within in longer.items():
        yield from _divided(longer_name, within, limit)


def _written(rows: set[Row]) -> bytes:
    return (json.dumps(sorted(rows), ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")
