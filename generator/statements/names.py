"""What the words of a name tell: where it begins, whose it is not, and whether "he" or "she" can mean it."""

import re
from collections.abc import Sequence

from generator.model import ActorKind, ActorSlug
from generator.statements.context import Context
from generator.statements.first_names import MEN, WOMEN
from generator.statements.frames import Frame
from generator.statements.office_words import PERSON_HEADS, TITLES
from generator.statements.reading_offices import office_words
from generator.statements.tokens import Named, Token
from generator.statements.words import ARTICLES, HE

NAME_LINKS = frozenset(
    ["of", "de", "van", "von", "der", "den", "al", "bin", "ibn", "ben", "el", "la", "du", "di", "da", "the", "&", "and"]
)


def several(tokens: Sequence[Token], frame: Frame) -> bool:
    """``Lake Union and Hill Bank``, ``Lake Union as well as Hill Bank``: more than one speaker, unless the "and" is inside one name."""
    for token in tokens:
        if token.lower in ("well", "along", "together", "alongside"):
            return True
        if token.lower == "and" and not any(
            place.at < token.at < place.to for place in frame.named_between(tokens[0].at, tokens[-1].to)
        ):
            return tokens[0].is_capital or tokens[0].lower in ARTICLES
    return False


INSTITUTION = re.compile(
    r"(?i)\b(?:news|times|post|party|committee|council|house|department|ministry|court|press|university|journal|street|"
    r"agency|commission|group|union|association|institute|foundation|congress|senate|parliament|campaign|twitter|facebook|reuters|inc|corp|"
    r"company|bank|center|centre|school|church|police|army|office|board|league|network|service|administration)\b"
)


def is_institution(run: str, tokens: Sequence[Token]) -> bool:
    """Whether an unregistered name is rather no person's: it has an article, is an acronym, or says so."""
    return (
        (tokens[0].lower in ("the", "a", "an") and len(run.split()) == len(tokens) - 1)
        or run.isupper()
        or INSTITUTION.search(run) is not None
    )


def name_start(tokens: Sequence[Token]) -> int:
    """Where the name at a phrase's end begins: its run of capitalised words, without titles."""
    start = len(tokens) - 1
    while start > 0:
        before = tokens[start - 1]
        linked = (
            before.lower in NAME_LINKS
            and start > 1
            and tokens[start - 2].is_capital
            and not tokens[start - 2].possessive
        )
        if before.possessive or not ((before.is_word and before.is_capital) or before.text == "." or linked):
            break
        start -= 1
    while start < len(tokens) - 1 and (not tokens[start].is_word or is_title(tokens, start)):
        start += 1
    last_title = max((i for i in range(start, len(tokens) - 1) if is_title(tokens, i)), default=None)
    return start if last_title is None or tokens[last_title].lower in ("general", "party") else last_title + 1


def is_title(tokens: Sequence[Token], index: int) -> bool:
    """A title or office, or the part after its "of" ("Secretary of State")."""
    word = tokens[index].lower.rstrip(".")
    if index == len(tokens) - 1:
        return False
    return (
        word in TITLES
        or word in ("of", "the", "and")
        or (index > 1 and tokens[index - 1].lower == "of" and tokens[index - 2].lower in TITLES and word in TITLES)
    )


def other_name(context: Context, head: Sequence[Token], place: Named) -> bool:
    """Whether a capitalised word before the form makes it another name ("Eve Example" is not Example)."""
    if not head or not context.is_person(place.actor):
        return False
    before = head[-1]
    if not before.is_word or not before.is_capital or before.possessive or before.lower.rstrip(".") in TITLES:
        return False
    return (
        before.lower not in ("the", "then", "mr.", "mrs.") and before.lower in (WOMEN | MEN)
    ) or not context.introduced(place.actor).words & set(office_words(before.text))


def organisation_named(context: Context, tokens: Sequence[Token]) -> ActorSlug | None:
    """The organisation whose name or alias has the same words, nation and adjective taken alike ("Ruritania’s foreign ministry")."""
    words = frozenset(office_words(" ".join(token.text for token in tokens if token.lower not in ARTICLES)))
    if len(words) < 2:
        return None
    fitting = set(context.organisations.get(words, ()))
    return fitting.pop() if len(fitting) == 1 else None


STRANGER = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)((?:\s[\w’'-]+){1,5})")
FULL_NAME = re.compile(r"\b([^\W\d_][^\W\d_]+) [^\W\d_a-z][\w’'-]+")


def names_stranger(context: Context, frame: Frame, start: int, end: int, pronoun: Token) -> bool:
    """Whether the sentence names a person who is no registered actor ("an unnamed official", "John Doe") and whom "he" may mean."""
    if pronoun.lower == "it":
        return False
    text = frame.masked[start:end]
    for found in FULL_NAME.finditer(text):
        first = found.group(1).lower()
        is_person = first in MEN | WOMEN and found.group(1)[0].isupper() and gender_fits(first, pronoun)
        if is_person and not any(
            place.at < start + found.end() and start + found.start() < place.to
            for place in frame.named_between(start, end)
        ):
            return True
    if any(token in context.strangers for token in re.findall(r"[^\W\d_][\w’'-]+", text)):
        return True
    described = (word for found in STRANGER.finditer(text) for word in found.group(1).split())
    return any(word in PERSON_HEADS and not word.endswith("s") and word != "people" for word in described)


def can_mean(context: Context, slug: ActorSlug, pronoun: Token) -> bool:
    """Whether he, she or it can mean this actor: persons by their first names, "it" anything but a person."""
    actor = context.actor(slug)
    if pronoun.lower == "it":
        return actor.kind is not ActorKind.PERSON
    return actor.kind is ActorKind.PERSON and gender_fits(actor.name, pronoun)


def gender_fits_word(name: str, head: str) -> bool:
    """Whether a person with this first name can be the "spokeswoman" or the "chairman"."""
    first = next(iter(name.lower().split()), "")
    if head.endswith("woman") or head in ("queen", "princess"):
        return first not in MEN or first in WOMEN
    return first not in WOMEN or first in MEN or not (head in ("king", "prince") or head.endswith("spokesman"))


def gender_fits(name: str, pronoun: Token) -> bool:
    """Whether a person with this first name can be "he" or "she", as far as the lists of first names say."""
    first = next(iter(name.lower().split()), "")
    if pronoun.lower in HE:
        return first not in WOMEN or first in MEN
    return first not in MEN or first in WOMEN
