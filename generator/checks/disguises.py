"""Rules against names that show a reader something else than they are, and files that some computers cannot have."""

import re
import unicodedata
from collections.abc import Iterator

from generator.checks.content import Content, line_at, parts
from generator.model import Actor, Article, Outlet, Topic
from generator.problems import Problem, Severity

# Controls that turn the order of the letters round (Unicode TR 36, "Trojan Source"); marks such as U+200E turn nothing.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What nobody can see.  (Not U+200C and U+200D: Persian, Hindi and emoji are written with them.)
_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")  # fmt: skip
# Letters of Cyrillic and Greek that look like these of Latin (after Unicode TR 39, confusables.txt; the certain ones).
_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜаеіјорсухѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρϲ",
    "ABESIJKMHOPCTYXQWaeijopcyxsdqwhABEZHIKMNOPTYXoavpc",
)
_FOREIGN = frozenset(map(chr, _LIKE))
_WORD = re.compile(r"[^\W\d_]+")
# Names that Windows keeps for its devices, whatever the ending.
_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        "clock$",
        "conin$",
        "conout$",
        *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)),
    ]
)

_Named = tuple[
    Article | Actor | Topic | Outlet, str, str, bool
]  # file, key of its header, words, whether they are a form


def _names(content: Content) -> Iterator[_Named]:
    """Every title, name and form."""
    for article in content.articles:
        if article.title:
            yield article, "title", article.title, False
        yield from ((article, "authors", author, False) for author in article.authors)
    for actor in content.actors:
        yield actor, "name", actor.name, True
        for key in ("aliases", "weak_aliases", "metonyms"):
            yield from ((actor, key, form, True) for form in getattr(actor, key))
        if actor.role:
            yield actor, "role", actor.role, False
    for topic in content.topics:
        yield topic, "name", topic.name, True
        yield from ((topic, "terms", term.text, True) for term in topic.terms)
    for outlet in content.outlets:
        yield outlet, "name", outlet.name, True


def names_visible(content: Content) -> Iterator[Problem]:
    """No title, name or form holds characters that turn its letters round, and no form any that nobody can see."""
    for file, key, words, is_form in _names(content):
        found = _TURNS.search(words) or (_UNSEEN.search(words) if is_form else None)
        if found:
            name = unicodedata.name(found[0], f"U+{ord(found[0]):04X}").lower()
            yield Problem(
                path=file.path,
                line=line_at(file, key),
                code="name-hidden",
                message=f"`{key}` holds a character that cannot be seen (U+{ord(found[0]):04X}, {name})",
                help=f"Type it anew: {_TURNS.sub('', _UNSEEN.sub('', words))}",
            )


def names_in_one_script(content: Content) -> Iterator[Problem]:
    """No word of a title, name or form mixes letters of two alphabets that look alike."""
    for file, key, words, is_form in _names(content):
        word = None if words.isascii() else next((word for word in _WORD.findall(words) if _is_mixed(word)), None)
        if word:
            odd = next(letter for letter in word if letter in _FOREIGN)
            yield Problem(
                path=file.path,
                line=line_at(file, key),
                code="name-mixed",
                message=f"`{key}`: the word {word} mixes two alphabets ({unicodedata.name(odd).lower()})",
                help=f"If it is meant so, choose one alphabet; most likely it is {word.translate(_LIKE)}",
                severity=Severity.ERROR if is_form else Severity.WARNING,
            )


def _is_mixed(word: str) -> bool:
    """Whether letters that look like Latin ones stand among Latin ones."""
    if word.isascii() or not any(letter in _FOREIGN for letter in word):
        return False
    return any(letter.isascii() for letter in word) and word.translate(_LIKE).isascii()


def names_apart(content: Content) -> Iterator[Problem]:
    """No actor, topic or outlet has a name or form that looks like that of another, letter by letter."""
    seen: dict[tuple[type, str], tuple[str, str]] = {}
    for file, key, words, is_form in _names(content):
        if not is_form:
            continue
        shown = (type(file), unicodedata.normalize("NFKC", words).translate(_LIKE).casefold())
        first_path, first = seen.setdefault(shown, (file.path, words))
        if (
            first_path != file.path
            and unicodedata.normalize("NFKC", first).casefold() != unicodedata.normalize("NFKC", words).casefold()
        ):
            yield Problem(
                path=file.path,
                line=line_at(file, key),
                code="name-lookalike",
                message=f"`{key}`: {words} looks like the name {first} in {first_path}, and is written with other letters",
                help="If it is the same, take one of the two files out; if not, add what tells them apart.",
            )


def names_for_every_computer(content: Content) -> Iterator[Problem]:
    """No file and no redirect has a name that Windows keeps for a device: nobody there could check the archive out."""
    for path in content.paths:
        _, stem, ending = parts(path)
        if stem.split(".")[0].rstrip().lower() in _DEVICES:
            yield _reserved(path, 1, stem + ending)
    for file in content.files:
        yield from (
            _reserved(file.path, line_at(file, "redirects"), slug) for slug in file.redirects if slug in _DEVICES
        )


def _reserved(path: str, line: int, name: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="file-reserved",
        message=f"{name!r} is a name that Windows keeps for a device",
        help="Give it another name, for example with a word more.",
    )
