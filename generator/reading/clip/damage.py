"""Words that something on the clip's way has damaged: reported, never changed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import add

from generator.model import Block
from generator.problems import Problem, Severity

_TOKEN = re.compile(r"[^\W\d_]+")
_GLUED_OLD = re.compile(
    r"\b\w{1,20}-(?:old|year|based|led|born|backed|wide|term)(?!er|est|ers|s|ed|y|ish|ness|ing|ies)[a-z]{3,20}\b"
)
_STARTERS = "The|But|He|She|It|In|On|And|This|They|We|His|Her|That|For|At|When|While|After"
_GLUED_STARTER = re.compile(rf"\b[a-z]{{3,20}}[.,]?(?:{_STARTERS})\b")
_JOINT = re.compile(r"[A-Z](?<=[a-z.,].)")  # what all glued sentences have
_LOST = re.compile(r"\w*\ufffd+\w*")
# Short words and prefixes of English and its neighbours: no fragments, even where they stand only once in a clip.
_SHORT_WORDS = frozenset(
    """a i o u y e s t d m re ll ve an as at am be by do go he if in is it me my no of oh ok on or so to up us we the and
    for are but not you all any can had her was one our out day get has him his how man new now old see two way who boy did
    its let put say she too use per via ago off own set yet far few got may men non pre sub anti pro sea war oil gas law
    tax air top end big bad key aid ex de la le el van von al bin over under some any out with back down hand land side
    work time house be fore there here where""".split()  # noqa: SIM905 - a list of words reads best as text
)
_LONGEST_FRAGMENT = 4  # letters
_MOST = 20  # damaged words of one clip that are reported


def damaged_words(blocks: Sequence[Block], path: str) -> Iterator[Problem]:
    """A warning for each word that is split ("st ates", where "states" stands elsewhere in the clip), glued ("year-oldwar",
    "endedThe") or has lost letters to a wrong encoding."""
    tokens = [_TOKEN.findall(block.text.lower()) for block in blocks]
    known = Counter(chain.from_iterable(tokens))
    rare = {word for word, times in known.items() if times == 1 and len(word) <= _LONGEST_FRAGMENT} - _SHORT_WORDS
    none: set[str] = set()
    count = 0
    for block, some in zip(blocks, tokens, strict=True):
        # split words are looked for only where a fragment stands, and two neighbours are together a word of the clip
        may_be_split = not rare.isdisjoint(some) and not known.keys().isdisjoint(map(add, some, some[1:]))
        for word, meant in _damaged(block.text, known, rare if may_be_split else none):
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


def _damaged(text: str, known: Counter[str], rare: set[str]) -> Iterator[tuple[str, str]]:
    if "-" in text:
        for match in _GLUED_OLD.finditer(text):
            yield match.group(), "a space in it"
    for match in _GLUED_STARTER.finditer(text) if _JOINT.search(text) else ():
        yield match.group(), "a space in it"
    if "\ufffd" in text:
        for match in _LOST.finditer(text):
            yield match.group(), "other letters"
    for first, second in pairwise(text.split(" ")) if rare else ():
        behind = second.rstrip('.,;:!?”"’)')
        if (first in rare or behind in rare) and _is_split(first, behind, known):
            yield f"{first} {behind}", f"“{first}{behind}”"


def _is_split(first: str, second: str, known: Counter[str]) -> bool:
    """Whether two fragments are one word: the whole stands elsewhere in the clip, the fragments nowhere else."""
    whole = first + second
    parts = (first, second)
    return (
        len(whole) >= 5
        and whole.isalpha()
        and second.islower()
        and whole.lower() in known
        and all(part.lower() not in _SHORT_WORDS and known[part.lower()] == 1 for part in parts)
    )
