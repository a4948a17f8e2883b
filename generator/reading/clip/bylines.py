"""Bylines: which lines are such, and whom they name; and notes on who the author is."""

import re
from collections.abc import Sequence

from generator.reading.clip import wording
from generator.reading.clip.captions import is_agency
from generator.reading.clip.roles import Line, has_quotes

NAME = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'.-]+ ){1,3}[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'.-]+$")


def is_byline(line: Line) -> bool:
    """Who wrote it: a word like "By" and names, or names "with" an agency or with their shifts, in few words and without the end of
    a sentence."""
    if line.words > 16 or len(line.text) > 160:
        return False
    if line.words <= 8 and wording.REPORTING_FROM.match(line.head):
        return True
    if (match := _WITH_AGENCY.fullmatch(line.text)) and is_agency(match["source"]):
        return True
    if _SHIFTS.fullmatch(line.text):
        return True
    match = wording.BYLINE.match(line.head)
    if not match or (line.is_sentence and line.words > 8) or has_quotes(line.text):
        return False
    rest = _NAME_WORD.findall(_BRACKETED.sub("", line.text[match.end() :]))
    capital = sum(word[0].isupper() for word in rest)
    return (
        bool(rest)
        and rest[0][0].isupper()
        and 2 * capital >= len(rest)
        and rest[0].casefold().strip(".") not in _NO_NAMES
    )


_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_BRACKETED = re.compile(r"\s?[(\[][^()\[\]]{1,60}[)\]]")
_PERSON = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'.-]{1,30}(?: [A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'.-]{0,30}){1,3}"
_WITH_AGENCY = re.compile(
    rf"{_PERSON}(?:(?:, | and | und | et | y | e ){_PERSON}){{0,3}},? (?:with|mit|avec|con|com|met|z|med|и|и с|с|з) (?P<source>.{{2,40}})"
)
_SHIFTS = re.compile(
    rf"{_PERSON} \((?:now|earlier|until|from|before|previously|jetzt|zuvor)\b.{{0,12}}\)(?:(?:, | and |, and ){_PERSON} \((?:now|earlier|until|from|before|previously|jetzt|zuvor)\b.{{0,12}}\)){{0,4}}"
)
_NO_NAMES = wording.words(
    """monday tuesday wednesday thursday friday saturday sunday land sea air the
    january february march april may june july august september october november december"""
)


def authors_in(text: str) -> tuple[tuple[str, ...], str | None]:
    """The names of a byline, and the outlet behind a bar, if there is one; places and desks are no authors."""
    text = _BRACKETED.sub("", text)
    text = re.sub(r"^(?:reuters|afp|ap)\s*[|/]\s*", "", text, flags=re.I)
    match = wording.BYLINE.match(text)
    parts = re.split(r"\s*[|•·]\s*|\s+[–—-]\s+", text[match.end() :] if match else text)
    names, outlet = [], None
    for name in re.split(
        r",\s*(?:and\s+)?|\s+(?:and|und|et|y|e|i|og|och|ja|ve|και|и|і|та|&|with|mit|avec|con|com|met|for)\s+",
        parts[0].strip(" ,."),
    ):
        if (
            NAME.fullmatch(name.strip())
            and len(name) <= 60
            and not {w.casefold() for w in name.split()} & (wording.OUTLET_WORDS | wording.AGENCIES | _NO_PERSONS)
            and name.strip().casefold() not in wording.PLACES
        ):
            names.append(name.strip())
        else:
            break
    for part in parts[1:]:
        words = {word.casefold().strip(".,") for word in part.split()}
        if part and words & wording.OUTLET_WORDS and len(words) <= 6 and not any(c.isdigit() for c in part):
            outlet = part.strip()
    return tuple(names), outlet


# What names of desks hold, and how writers are called.
_NO_PERSONS = wording.words(
    "correspondent correspondents editor editors reporter reporters staff writer writers desk team bureau newsroom editorial board agencies agency service services section redaktion redação redacción redazione rédaction redactie redakcja redakce redakcia redaktionen press-service"
)


# --- who the author is ---------------------------------------------------------------------------------------------------------

_CALLING = r"(?:reporters?|correspondents?|journalists?|editors?|columnists?|writers?|bureau chief|producers?|fellow|contributor|freelancer|analyst|author|journaliste|correspondante?|rédact(?:eur|rice)|journalistin|redakteur(?:in)?|korrespondent(?:in)?|periodista|corresponsal|redactora?|jornalista|correspondente|giornalista|corrispondente|redacteur|verslaggever|dziennikar(?:z|ka)|novinář(?:ka)?|redaktor(?:ka)?|toimittaja|журналист(?:ка)?|журналіст(?:ка)?|кореспондент(?:ка)?|корреспондент(?:ка)?)"
_BIO = re.compile(
    rf"\s(?:(?:is|was|has been|works as|ist|est|es|è|é|jest|je|är|er|is een) .{{0,100}}\b{_CALLING}\b|(?:covers|writes (?:about|on|for)|reports (?:on|for|from)|joined|has (?:covered|worked|written|reported)|works for|schreibt|berichtet|couvre|cubre|cobre)\b)",
    re.I,
)
_BIO_ANYONE = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){{1,3}}) is (?:an?|the|our) .{{0,60}}\b{_CALLING} (?:at|for|with|of|based|covering)\b"
)


def mark_author_notes(lines: Sequence[Line], reasons: list[str], authors: Sequence[str]) -> None:
    """Who the author is ("A. Example is a reporter at The Gazette. She ..."): for a name of the byline behind the first paragraph,
    for another only as the last paragraph, where the text does not speak of that person."""
    prose = [at for at, line in enumerate(lines) if not reasons[at] and line.is_prose]
    names = {author.casefold() for author in authors}
    for at in prose[1:]:
        head = lines[at].head
        name = next((name for name in names if head.casefold().startswith(name)), None)
        if name and not has_quotes(head) and _BIO.match(head, len(name)):
            reasons[at] = "author note"
    left = [at for at in prose if not reasons[at]]
    if len(left) < 3 or not (match := _BIO_ANYONE.match(lines[left[-1]].head)) or has_quotes(lines[left[-1]].head):
        return
    surname = match["name"].split()[-1]
    if not any(surname in lines[at].text for at in left[:-1]):
        reasons[left[-1]] = "author note"
