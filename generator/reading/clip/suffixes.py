"""The outlet's name behind a headline: "Dam holds - The Gazette", "Dam holds | Strelsauer Bote"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.reading.clip import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """An outlet's name behind a headline: where the headline ends, and the name."""

    at: int
    name: str


_SUFFIX = re.compile(r"\s+(?P<sign>\||--?|–|—|::|»|•|·|/)\s+(?P<name>[^|–—»•]{2,50})$")
_CERTAIN_SIGNS = frozenset({"|", "»", "::"})
_PARTICLES = wording.words(
    "of the and de la le les los las du del des der die das den el il lo do da di dos das van von voor på och og for in y e et und & a"
)
_DOMAIN = re.compile(
    r"\w\.(?:com|net|org|eu|info|news|co|io|tv|de|fr|es|it|pt|nl|pl|cz|sk|se|dk|no|fi|hu|ro|hr|rs|tr|gr|ru|ua|bg|uk)$",
    re.I,
)
# How outlets' names end where they are one word: "Elbnachrichten", "Sydkysten-posten".
_OUTLET_ENDING = re.compile(
    r".{2,}(?:zeitung|nachrichten|blatt|kurier|anzeiger|rundschau|bote|presse|dagblad|bladet|posten|tidning(?:en)?|tidende|avis(?:en)?|news|times|post|press|media|tv|fm|radio|wire|today|herald|online)$",
    re.I,
)
_LONGEST_UNKNOWN = 3  # words of a name that holds no word of outlets


def outlet_suffix(title: str, texts: Iterable[str] = ()) -> Suffix | None:
    """The outlet's name behind a headline ("... - The Gazette", "... | The Gazette"), if it is certain to be one.

    Behind a bar any name of up to five capitalised words is; behind a dash it must hold a word that outlets are called by, and not be
    a source that headlines name ("- Reuters", "- official").  With the article's ``texts``, which name a headline's source again, a
    short name behind a headline of four words or more is one if none of them holds any word of it.
    """
    match = _SUFFIX.search(title[-80:]) if len(title) < 400 else None
    if not match or len(title) - len(match.group()) < 10:
        return None
    name = match["name"].strip()
    tokens = name.split()
    if len(tokens) > 5 or not all(
        token[0].isupper()
        or not token[0].isalpha()
        or token in _PARTICLES
        or "." in token
        or (place and token in wording.OUTLET_WORDS)  # "Зендский вестник"
        for place, token in enumerate(tokens)
    ):
        return None
    headline = title[: len(title) - len(match.group())]
    if match["sign"] not in _CERTAIN_SIGNS and not _is_known(name) and not _is_unknown_outlet(headline, name, texts):
        return None
    return Suffix(at=len(headline), name=name)


def _is_known(name: str) -> bool:
    """Whether a name holds a word that outlets are called by, or ends as sites do, and is no source that headlines name."""
    tokens = name.split()
    keys = {token.casefold().strip(".,") for token in tokens}
    if keys <= wording.SOURCES_IN_HEADLINES or tokens[0] in {"A", "An"}:
        return False
    known = not keys.isdisjoint(wording.OUTLET_WORDS) or bool(_DOMAIN.search(name))
    return known or any(_OUTLET_ENDING.fullmatch(key) for key in keys)


def _is_unknown_outlet(headline: str, name: str, texts: Iterable[str]) -> bool:
    """Whether a name of one to three words can only be an outlet's: the article, which would tell of a source or a person, holds none
    of its words, and it is no part of a series or kind of text."""
    tokens = name.split()
    keys = [token.casefold().strip(".,:;!?") for token in tokens]
    words = headline.split()
    if (
        len(words) < 4
        or not any(word[0].islower() and len(word) > 3 for word in words)
        or len(tokens) > _LONGEST_UNKNOWN
    ):
        return False
    if not name[0].isupper() or name[-1] in "?!:.…" or any(character.isdigit() for character in name):
        return False
    if any(key in _NO_OUTLETS or key in wording.SOURCES_IN_HEADLINES or key in wording.SERIES_WORDS for key in keys):
        return False
    if " ".join(keys) in wording.SECTIONS or " ".join(keys) in wording.PLACES:
        return False
    telling = [token.strip(".,") for token in tokens if token.casefold() not in _PARTICLES]
    texts = list(texts)
    return bool(texts) and not any(_stem(word) in text for word in telling for text in texts)


def _stem(word: str) -> str:
    """The word without the ending that cases change."""
    return word[: max(4, len(word) - 2)] if len(word) > 4 else word


# Names with such a word say whose words a headline gives or what kind of text it heads; they stay.
_NO_OUTLETS = wording.words(
    """a an ministry minister staff general president presidency chief commander officials authorities intelligence government parliament police army court study poll survey experts expert analyst analysts institute
    agency ambassador mayor governor spokesman spokesperson spokeswoman nato eu un us uk isw iaea pentagon part chapter volume episode text full transcript video photos explained live analysis opinion interview exclusive
    updated update guide review statement part watch key details what why how who when where and as but not no so now here this that these his her their our my it he she they we i you all more
    ministerium minister präsident polizei bericht studie umfrage medien analyse kommentar meinung ministère président rapport médias étude sondage ministerio presidente informe medios estudio análisis opinión ministero presidente rapporto ministerstwo prezydent media raport sztab
    зеленский зеленський путин путін песков пєсков лавров трамп генштаб оп сбу гур мид мзс минобороны міноборони сми змі смi медиа медіа ова кремль эксперты експерти аналитики исследование опрос опитування министр міністр президент глава"""
)
