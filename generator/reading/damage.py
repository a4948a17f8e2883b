"""Words that something on the clip's way has damaged: reported, never changed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import Block
from generator.problems import Problem, Severity

_TOKEN = re.compile(r"[^\W\d_]+")
_GLUED_OLD = re.compile(
    r"\b\w{1,20}-(?:old|year|based|led|born|backed|wide|term)(?!er|est|ers|s|ed|y|ish|ness|ing|ies)[a-z]{3,20}\b"
)
_GLUED_STARTER = re.compile(
    r"\b[a-z]{3,20}[.,]?(?:The|But|He|She|It|In|On|And|This|They|We|His|Her|That|For|At|When|While|After)\b"
)
_LOST = re.compile(r"\w*\ufffd+\w*")
_SHORT_WORDS = frozenset(
    """a i o u y e s t d m re ll ve an as at am be by do go he if in is it me my no of oh ok on or so to up us we the and for are but not you all any can had her was one our out day get has him his how man new
    now old see two way who boy did its let put say she too use per via ago off own set yet far few got may men non pre sub anti pro sea war oil gas law tax air top end big bad key aid ex de la le el van von al bin""".split()
)
_MOST = 20  # damaged words of one clip that are reported


def damaged_words(blocks: Sequence[Block], path: str) -> Iterator[Problem]:
    """A warning for each word that is split ("st ates", where "states" stands elsewhere in the clip), glued ("year-oldwar",
    "endedThe") or has lost letters to a wrong encoding."""
    count = 0
    known = Counter(token.lower() for block in blocks for token in _TOKEN.findall(block.text))
    for block in blocks:
        for word, meant in _damaged(block.text, known):
            count += 1
            if count > _MOST:
                return
            yield Problem(
                path=path,
                line=block.line,
                code="damaged-word",
                message=f"“{word}” looks damaged",
                help=f"If the source has {meant}, correct it in the file; the tool changes no words.",
                severity=Severity.WARNING,
            )


def _damaged(text: str, known: Counter[str]) -> Iterator[tuple[str, str]]:
    if "-" in text:
        for match in _GLUED_OLD.finditer(text):
            yield match.group(), "a space in it"
    for match in _GLUED_STARTER.finditer(text):
        yield match.group(), "a space in it"
    if "\ufffd" in text:
        for match in _LOST.finditer(text):
            yield match.group(), "other letters"
    before = None
    for match in _TOKEN.finditer(text):
        if (
            before
            and match.start() == before.end() + 1
            and text[before.end()] == " "
            and _is_split(before.group(), match.group(), known)
        ):
            yield f"{before.group()} {match.group()}", f"“{before.group()}{match.group()}”"
        before = match


def _is_split(first: str, second: str, known: Counter[str]) -> bool:
    """Whether two fragments are one word: the whole stands elsewhere in the clip, and the fragments are no words there or anywhere."""
    if not second.islower() or len(first) + len(second) < 5:
        return False
    whole = (first + second).lower()
    if whole not in known:
        return False
    return (
        all(part.lower() not in _SHORT_WORDS and known[part.lower()] == 1 for part in (first, second))
        and min(len(first), len(second)) <= 4
    )
