"""Words of a sentence.  A registered actor's name is one token, whatever words it is made of ("as-Safadi", "do Lago")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import ActorSlug
from generator.statements.marks import MASK
from generator.statements.words import PARTICLES

TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?=\s|[A-Z]\w)|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Prof|Rev|Jr|Sr)\.|"
    r"[^\W_]+(?:[-.'’&@][^\W_]+)*[’'](?=\s)|[^\W_]+(?:[-.'’&@][^\W_]+)*|" + MASK + r"+|[^\w\s]|_"
)
ARTICLE_IN_NAME = re.compile(r"(?:a[a-z]|e[a-z]|u[a-z]|bin)-[^\W\d_a-z]")  # "al-Sample", "as-Sample", "el-Sample"
POSSESSIVE = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place in a block where an actor is named: ``text[at:to]``."""

    at: int
    to: int
    actor: ActorSlug


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark.  ``lower`` is empty for a name, so that no word list knows it."""

    text: str
    at: int
    to: int
    lower: str
    is_word: bool
    is_capital: bool

    @property
    def possessive(self) -> bool:
        return self.text.endswith(POSSESSIVE) and len(self.text) > 2


def tokens_of(masked: str, start: int, end: int, named: Sequence[Named] = ()) -> list[Token]:
    """The tokens of ``masked[start:end]``; ``named`` are the actors named there, in order, the longer of two first."""
    tokens: list[Token] = []
    names = iter([place for place in named if start <= place.at and place.to <= end])
    name = next(names, None)
    covered = -1
    for found in TOKEN.finditer(masked, start, end):
        at, to, text = found.start(), found.end(), found.group()
        if at < covered:
            continue
        while name is not None and name.at < at:
            name = next(names, None)
        if name is not None and name.at == at and (ended := name_end(masked, to, name)):
            tokens.append(Token(masked[at:ended], at, ended, "", True, True))
            covered = ended
            continue
        first = text[0]
        capital = first.isupper() or (first in "aeub" and ARTICLE_IN_NAME.match(text) is not None)
        tokens.append(Token(text, at, to, text.lower(), first.isalnum(), capital))
    return with_particles(tokens)


def name_end(masked: str, to: int, name: Named) -> int | None:
    """Where the token of a name ends, with its possessive ending; None if the name is part of a longer word."""
    if to > name.to:
        return to if masked[name.to : to] in POSSESSIVE else None
    following = masked[name.to : name.to + 2]
    if following in ("’s", "'s") and not masked[name.to + 2 : name.to + 3].isalnum():
        return name.to + 2
    if following[:1] in ("’", "'") and masked[name.to - 1] == "s" and following[1:2].isspace():
        return name.to + 1
    return None if following[:1] == "-" and following[1:2].isalnum() else name.to


def with_particles(tokens: list[Token]) -> list[Token]:
    """Small words between two capitalised ones are part of a name ("Example do Lago"), no verb or preposition."""
    for index in range(len(tokens) - 2, 0, -1):
        token = tokens[index]
        if token.lower in PARTICLES and tokens[index + 1].is_capital:
            before = tokens[index - 1]
            if before.lower in PARTICLES and index > 1:
                before = tokens[index - 2]
            if before.is_word and before.is_capital and not before.possessive:
                tokens[index] = Token(token.text, token.at, token.to, "", True, True)
    return tokens
