"""One block of an article as attributions are read from it: its quotations masked, its sentences, who is named where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Block
from generator.statements.marks import MASK, Span
from generator.statements.tokens import Named, Token, tokens_of
from generator.statements.words import ABBREVIATIONS

NEAR = 3000  # characters before a description in which its actor is looked for
SENTENCE_END = re.compile(r"[.!?…]+[’')\]]*\s+(?=[\"'“‘«(\[]?[^\Wa-z_]|" + MASK + r")|\n+|;\s")
AFTER_CLOSING = re.compile(r"[’')\]]*\s+")
LAST_WORD = re.compile(r"(?:^|[\s(—–-])([^\s(]{1,12})$")
ABBREVIATED = re.compile(r"(?:\w\.)+\w|[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One block, its quotations masked."""

    block: Block
    spans: tuple[Span, ...]
    masked: str
    named: tuple[Named, ...]
    _sentences: list[tuple[int, ...]] = field(default_factory=list, repr=False, compare=False)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around a position."""
        index = bisect_right(self.sentences, position)
        start = self.sentences[index - 1] if index else 0
        return start, self.sentences[index] if index < len(self.sentences) else len(self.masked)

    def named_between(self, start: int, end: int) -> tuple[Named, ...]:
        low = bisect_left(self.named, start, key=lambda named: named.at)
        high = bisect_left(self.named, end, key=lambda named: named.at)
        return tuple(named for named in self.named[low:high] if named.to <= end)

    @property
    def sentences(self) -> tuple[int, ...]:
        """Where each sentence begins.  Read when first asked for: most paragraphs hold no quotation."""
        if not self._sentences:
            self._sentences.append(sentence_starts(self.masked, self.block.text, self.spans, self.named))
        return self._sentences[0]

    def named_before(self, end: int) -> tuple[Named, ...]:
        """The names in the stretch before a position that a description may point to."""
        return self.named_between(max(min(end, len(self.masked)) - NEAR, 0), min(end, len(self.masked)))

    def names_at(self, position: int) -> bool:
        """Whether a registered actor's name covers this position."""
        high = bisect_right(self.named, position, key=lambda named: named.at)
        return any(named.to > position for named in self.named[max(high - 4, 0) : high])

    def named_ending(self, end: int) -> Named | None:
        """The longest name that ends here."""
        high = bisect_left(self.named, end, key=lambda named: named.at)
        ending = [named for named in self.named[max(high - 6, 0) : high] if named.to == end]
        return min(ending, key=lambda named: named.at, default=None)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words between two positions, each actor's name as one."""
        return tokens_of(self.masked, start, end, self.named_between(start, end))


class Frames:
    """The blocks of an article, each made a frame when first asked for: most hold no quotation and stand beside none."""

    __slots__ = ("_made", "blocks", "named", "spans")

    def __init__(
        self, blocks: Sequence[Block], spans: Sequence[tuple[Span, ...]], named: Mapping[int, list[Named]]
    ) -> None:
        self.blocks = blocks
        self.spans = spans
        self.named = named  # by block: the actors named there, in quotations too
        self._made: dict[int, Frame] = {}

    def __len__(self) -> int:
        return len(self.blocks)

    def __getitem__(self, index: int) -> Frame:
        if index not in self._made:
            self._made[index] = make_frame(self.blocks[index], self.spans[index], self.named.get(index, []))
        return self._made[index]

    def __iter__(self) -> Iterator[Frame]:
        return (self[index] for index in range(len(self.blocks)))


def make_frame(block: Block, spans: tuple[Span, ...], named: list[Named]) -> Frame:
    masked = mask(block.text, spans) if spans else block.text
    ordered = sorted(named, key=lambda place: (place.at, -place.to, place.actor)) if len(named) > 1 else named
    outside = tuple(place for place in ordered if MASK not in masked[place.at : place.to]) if named else ()
    return Frame(block=block, spans=spans, masked=masked, named=outside)


def mask(text: str, spans: Sequence[Span]) -> str:
    parts, position = [], 0
    for span in spans:
        if span.open < position:
            continue
        parts += [text[position : span.open], MASK * (span.close - span.open)]
        position = span.close
    return "".join([*parts, text[position:]])


def sentence_starts(masked: str, text: str, spans: Sequence[Span], named: Sequence[Named] = ()) -> tuple[int, ...]:
    """A sentence ends at a full stop before a capital, also where that stop stands inside a quotation's closing mark."""
    starts = {0}
    inner = {
        place.at + dot.end()
        for place in named
        if ". " in masked[place.at : place.to]
        for dot in SENTENCE_END.finditer(masked[place.at : place.to])
    }  # "St. Ada" is one name
    for end in SENTENCE_END.finditer(masked):
        last = LAST_WORD.search(masked[max(end.start() - 16, 0) : end.start()])
        if last and masked[end.start()] == "." and is_abbreviation(last.group(1)):
            continue
        if end.end() not in inner:
            starts.add(end.end())
    for span in spans:
        inside = text[span.at : span.to].rstrip("’'*_ ")
        following = AFTER_CLOSING.match(text, span.close)
        if inside[-1:] in ".!?…" and following and following.end() < len(text):
            next_one = text[following.end()]
            if not next_one.islower() and next_one not in "—–-(,":
                starts.add(following.end())
    return tuple(sorted(starts))


def is_abbreviation(word: str) -> bool:
    return word.lower() in ABBREVIATIONS or ABBREVIATED.fullmatch(word) is not None
