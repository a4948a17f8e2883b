"""A quotation as the rules see it: its sentence, the words before and after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.statements.context import Context
from generator.statements.frames import Frame
from generator.statements.history import History, Speaker
from generator.statements.marks import MASK, Span
from generator.statements.phrases import Phrase
from generator.statements.references import resolve
from generator.statements.tokens import Token

FAR = 400  # characters around a quotation that are read for its attribution
LEAD_INS = frozenset(
    ["then", "instead", "and", "but", "still", "plus", "also", "later", "indeed", "so", "yet"]
)  # before a further quotation of the same speaker


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation as the rules see it."""

    context: Context
    history: History
    block: int
    index: int  # among the block's spans
    frame: Frame
    span: Span
    content: str
    sentence: tuple[int, int]
    before: tuple[Token, ...]  # the words of its sentence before it, quotations masked
    after: tuple[Token, ...]  # the words after it, up to the next quotation or the end of its sentence
    rest: tuple[Token, ...]  # the words after it to the end of its sentence, over further quotations

    @property
    def set_off(self) -> bool:
        """Whether punctuation at its end lets an attribution follow ("...,” said X")."""
        last = self.content.rstrip("’'”\"")[-1:] or " "
        return (
            last in ",!?…—–-"
            or self.frame.masked[self.span.close : self.span.close + 3].lstrip()[:1] in tuple(",–—-")
            or (last == "." and self.frame.masked[self.span.close : self.span.close + 3].lstrip()[:1].islower())
        )

    @property
    def is_sentence(self) -> bool:
        """Whether the quotation has a sentence of its own: it begins like one, and not in the middle of another."""
        first = re.sub(r"^[\W_]+", "", self.content)[:1]
        if not first or first.islower():
            return False
        start = max(self.sentence[0], self.span.open - FAR)
        before = self.frame.masked[start : self.span.open].rstrip(" (’'‘")
        return not before or before[-1] in ",:;—–-" or before.endswith((MASK, "."))

    @property
    def alone(self) -> bool:
        """Whether its sentence is nothing but quotation."""
        before = [token for token in self.before if token.is_word]
        led = len(before) == 1 and before[0].lower in LEAD_INS
        return (not before or led) and not any(token.is_word for token in self.rest)

    def speaker(self, phrase: Phrase | None) -> Speaker | None:
        return resolve(self.context, self.history, self.block, phrase) if phrase is not None else None


def make_place(context: Context, history: History, block: int, index: int, frame: Frame | None = None) -> Place:
    """The quotation ``index`` of a block; ``frame`` where the block is not read as it stands (a quotation without marks)."""
    frame = frame or context.frames[block]
    span = frame.spans[index]
    content = frame.block.text[span.at : span.to]
    start, end = frame.sentence_at(span.open)
    after_end = end
    if content[-1:] in ("!", "?", "…", "—", "-") and end <= span.close + 3:
        after_end = frame.sentence_at(min(span.close + 3, len(frame.masked)))[1]
    following = frame.spans[index + 1].open if index + 1 < len(frame.spans) else after_end
    limit = min(after_end, max(following, span.close), span.close + FAR)
    rest_end = min(end, span.close + FAR)
    following_tokens = frame.tokens(span.close, max(limit, rest_end))
    return Place(
        context=context,
        history=history,
        block=block,
        index=index,
        frame=frame,
        span=span,
        content=content,
        sentence=(start, end),
        before=tuple(frame.tokens(max(start, span.open - FAR), span.open)),
        after=tuple(token for token in following_tokens if token.to <= limit),
        rest=tuple(token for token in following_tokens if token.to <= rest_end),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation with its speaker, before it becomes a Quote."""

    place: Place
    rule: str
    speaker: Speaker


def without_dashes(tokens: Sequence[Token]) -> list[Token]:
    index = 0
    while index < len(tokens) and tokens[index].text in ("-", "–", "—", "―", ",", "’", "'"):
        index += 1
    return list(tokens[index:])
