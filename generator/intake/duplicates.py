"""Whether the archive has a clip already: the same bytes, the same address, or the same words.

Ten thousand files must take seconds, so each is first asked cheap questions of its raw bytes; only the few that answer yes
are read as articles and compared in earnest.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from generator.model import Article
from generator.reading import read_article
from generator.text import words

SIZE = 5  # words of a shingle
SHARED = 0.5  # of the shorter text's shingles: it is then an excerpt, an older state or a longer copy of the other
MIN_SHINGLES = 20  # of the shorter text: below, one common sentence would be half of it, and all shingles of both count
_SAMPLES = 32
_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|cmpid|ocid|at_\w+", re.IGNORECASE
)
# Bytes of words, roughly: ASCII small letters and digits, and all beyond ASCII but general punctuation and NBSP.
_LETTERS = bytes(
    b + 32 if 65 <= b <= 90 else b if b >= 128 or 97 <= b <= 122 or 48 <= b <= 57 else 32 for b in range(256)
)
_PUNCTUATION = tuple(mark.encode() for mark in "“”‘’„‚«»‹›–—‑…\xa0\xad•")
_PARAGRAPH = re.compile(rb"<p\b[^<]{0,1000}>([^<]{40,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An article that may be the clip's: its path, and why."""

    path: str
    why: str


def plain_url(url: str) -> str:
    """An address without what does not change the page: scheme, www, port, closing slash, tracking, fragment."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.strip()
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key)
    ]
    path = unquote(parts.path).rstrip("/")
    return f"{host}{path}" + (f"?{urlencode(sorted(query))}" if query else "")


def without_tracking(url: str) -> str:
    """The address as one would cite it: nothing that only counts visitors."""
    parts = urlsplit(url)
    query = "&".join(part for part in parts.query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0]))
    return parts._replace(query=query, fragment="").geturl()


def shingles(article: Article) -> frozenset[tuple[str, ...]]:
    """All runs of five words in an article's text, small letters, without punctuation."""
    text = [word for block in article.blocks for word in words(block.text.casefold().replace("’", "'"))]
    return frozenset(zip(*(text[start:] for start in range(SIZE)), strict=False))


def near_duplicates(article: Article, url: str | None, sha256: str, files: Iterable[tuple[str, bytes]]) -> list[Near]:
    """The archive's articles (path and bytes of each) that seem to be ``article``."""
    mine = shingles(article)
    address = plain_url(url) if url else ""
    raw = _raw_words(" ".join(block.text for block in article.blocks).encode())
    screen = _Screen(
        addresses=tuple(_needles(address)),
        sha256=sha256.encode(),
        runs=frozenset(_runs(raw)),
        sample=tuple((run, sorted(run.split(), key=len, reverse=True)) for run in _sample(raw)),
    )
    return [
        near for path, data in files if screen.may_be(data) for near in _compared(path, data, mine, address, sha256)
    ]


def _needles(address: str) -> Iterator[tuple[bytes, ...]]:
    """What a file with this address holds, as written with and without percent signs; nothing for a mere host."""
    place, _, query = address.partition("?")
    host, slash, path = place.partition("/")
    if slash or query:
        for written in {path, quote(path)}:
            yield tuple(part.encode() for part in (f"{host}{slash}{written}", *query.split("&")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Screen:
    """The cheap questions: does a file hold the clip's address or sum, or some runs of its words (or it of the file's)?"""

    addresses: tuple[tuple[bytes, ...], ...]
    sha256: bytes
    runs: frozenset[bytes]
    sample: tuple[tuple[bytes, list[bytes]], ...]  # each run with its words, the long and rare ones first

    def may_be(self, data: bytes) -> bool:
        if self.sha256 in data or any(all(part in data for part in parts) for parts in self.addresses):
            return True
        if not self.sample:
            return False
        if b"<p" in data:
            data = b" ".join(_PARAGRAPH.findall(data)) or data
        theirs = _raw_words(data)
        sample = list(_sample(theirs))
        if sum(run in self.runs for run in sample) >= _enough(sample):
            return True
        known = set(theirs)  # cheap to ask: most runs of another text have a word that this one lacks
        likely = [run for run, parts in self.sample if known.issuperset(parts)]
        if len(likely) < _enough(self.sample):
            return False
        joined = b" ".join(theirs)
        return sum(run in joined for run in likely) >= _enough(self.sample)


def _enough(sample: Sequence[object]) -> int:
    """So many common runs are worth a closer look: half of them would be, and stray phrases are common to any two texts."""
    return max(1, min(4, len(sample) // 8))


def _compared(path: str, data: bytes, mine: frozenset[tuple[str, ...]], address: str, sha256: str) -> Iterator[Near]:
    other, _ = read_article(path, data)
    if other is None:
        return
    if other.provenance and other.provenance.sha256 == sha256:
        yield Near(path=path, why="it was made from the very same file")
    elif address and other.url and plain_url(other.url) == address:
        yield Near(path=path, why="it has the same address")
    elif (share := shared(mine, shingles(other))) >= SHARED:
        yield Near(path=path, why=f"{share:.0%} of the shorter text stand in both")


def shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """How much of the shorter text stands in the other; of very short ones, how much of both together is common."""
    common, shorter = len(one & other), min(len(one), len(other))
    if shorter < MIN_SHINGLES:
        return common / max(len(one | other), 1)
    return common / shorter


def _raw_words(data: bytes) -> list[bytes]:
    if not data.isascii():
        for mark in _PUNCTUATION:
            data = data.replace(mark, b" ")
    return data.translate(_LETTERS).split()


def _runs(raw: Sequence[bytes]) -> Iterator[bytes]:
    return (b" ".join(raw[at : at + SIZE]) for at in range(len(raw) - SIZE + 1))


def _sample(raw: Sequence[bytes]) -> Iterator[bytes]:
    """Some runs, evenly spread: of two texts that share half of their runs, one is all but certain to be common."""
    step = max(1, (len(raw) - SIZE + 1) // _SAMPLES)
    return (b" ".join(raw[at : at + SIZE]) for at in range(0, len(raw) - SIZE + 1, step))
