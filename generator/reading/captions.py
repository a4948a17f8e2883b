"""Captions and credits of pictures: the lines whose dates must never date an article.

A caption is known by its wording, or by the credit that stands beside it, or by a full date at its end where no report is given.
"""

import re
from collections.abc import Sequence

from generator.reading import wording
from generator.reading.dates import find_dates
from generator.reading.roles import HEAD, Line, word_list

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\.?$")
_AGENCY_SLASH = re.compile(r"(?:reuters|ap|afp|epa|getty images?|tass|sputnik|ap photo|afp photo|zuma|xinhua|pool|pap|dpa|imago|ukrinform|anadolu)\s?/\s?\S", re.I)  # fmt: skip
_TAIL_CREDIT = re.compile(
    r"(?:^|[\s|.;,(–—-])(?:(?:crédit )?(?:photo(?:graph)?|image|picture|pic|foto|bild|фото)s?(?: (?:credit|source|by|courtesy(?: of)?))?\s?[:|/©]|"
    r"credits?\s?:|courtesy of (?=(?-i:[A-Z]))|(?:photo(?:graph)?|image|picture)s? by (?=(?-i:[A-Z]))|©|\(c\))\s*[^.:]{2,60}\.?$",
    re.I,
)
_CREDIT_STEMS = ("photo", "image", "pic", "credit", "courtesy", "foto", "bild", "crédit", "фото", "©", "(c)")
_CREDIT_LABEL = re.compile(
    r"[(\[]?(?:(?:photo|image|picture|pic|cover|featured image|illustration)s?\s?(?:by|credits?|courtesy(?: of)?|source|:|©|/)|"
    r"(?:video|media)\s?(?:credit|:)|photograph(?:er|y)?\s?(?:by|:)|credits?\s*:|courtesy of\b|crédits?\s*[:©]|crédit photo|"
    r"(?:foto|fotos|bild|bilder|kuva|fotó|fotografija|фото|zdj(?:ęcie|\.)?)\s*[:/©]|photo\s+\S+\s*/|©|\(c\)|via getty|getty images|"
    r"ap photo|afp photo)",
    re.I,
)
_PARTS = re.compile(r"\s*[|/]\s*|\s+via\s+|,\s+|\s+[-–—]\s+|\s+")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž\u0386-\u03abΑ-ΩА-ЯЁІЇЄҐ]")
_ORPHAN = re.compile(r"[(\[]?\s?[A-Z][A-Za-z /-]{1,30}[)\]]\.?$")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]+(?: (?:(?:von|van|de|der|al|bin|la|el|da|di|du|den|ter|of|the) )?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]+){1,3}$"
)
_BRACKETED_NAME = re.compile(r"[(\[][A-Z]\w+(?:[ /][A-Z]\w+){0,2}[)\]]")
_LAST_PART = re.compile(r"[/|]\s?([A-Za-z][\w .-]{1,30})$")
_NAME_BEFORE_DATE = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.’-]*,? (?:on |in )?(?:the )?(?:\w+day,? )?$")
_MOST_NAMES = 40  # lines: more are a list of names
_LONGEST_CAPTION = 70  # words


def mark_pictures(lines: Sequence[Line], reasons: list[str]) -> None:
    """Enter "credit" and "caption" for the lines that are such."""
    for place, line in enumerate(lines):
        if not reasons[place] and not line.is_fixed and is_credit(line):
            reasons[place] = "credit"
    for place, line in enumerate(lines):
        if not reasons[place] and not line.is_fixed and is_caption(line):
            reasons[place] = "caption"
    _mark_beside_credits(lines, reasons)
    _mark_twins(lines, reasons)


def is_credit(line: Line) -> bool:
    """Who took a picture: "A. Example | AFP | Getty Images", "REUTERS/A. Example", "Photo: ...", " AFP)"; no sentence, few words."""
    if line.words > 16 or len(line.text) > 140 or line.is_prose:
        return False
    text = line.text
    if _CREDIT_LABEL.match(text):
        return not (line.is_sentence and line.words > 10)
    if text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        return line.words <= 6 and _names_agency(text)  # the tail of a caption that was cut
    if _ORPHAN.match(text) and text[0] in "([" and _names_agency(text):
        return True
    if line.words <= 3 and _BRACKETED_NAME.fullmatch(text):
        return True
    if line.is_sentence or not _is_capitalised(text):
        return False
    if line.words <= 4 and text.lower().startswith("via "):
        return True
    if _AGENCY_SLASH.match(text) or re.search(r"\bvia (?:getty|ap|reuters|afp|imago|anadolu|xinhua)\b", text, re.I):
        return True
    if "|" in text or "/" in text:
        return _names_agency(text)
    return text.casefold().endswith(
        ("getty images", "shutterstock", "/afp", "via reuters", "handout", "ap photo", "/reuters")
    )


def is_caption(line: Line) -> bool:
    """A caption by its own wording: how it begins, a credit at its end, where people stand in the picture, or a full date at the end of
    a line that reports nothing."""
    text = line.text
    if line.words > _LONGEST_CAPTION or len(text) > 600:
        return False
    if wording.CAPTION_LABEL.match(text):
        return not (line.words > 45 and line.is_sentence)
    if _ends_in_credit(line):
        return True
    if _reports(text) or _has_speech(text):
        return False
    if wording.CAPTION_START.match(text) or ends_in_date(line):
        return True
    shown = any(word in wording.CAPTION_VERBS for word in word_list(text[:HEAD])) or not line.is_sentence
    return shown and bool(wording.POSITIONS.search(text[:HEAD]))


def _ends_in_credit(line: Line) -> bool:
    """Whether the line closes with who took the picture: "(A. Example/Agency)", "Photo: A. Example", "/ Agency"."""
    text = line.text
    bracket = _BRACKET.search(text[-130:])
    if bracket and _is_credit_bracket(bracket[1]):
        return "/" in bracket[1] or len(bracket[1].split()) > 1 or not (_reports(text) or _has_speech(text))
    tail = text[-80:].lower()
    if line.words >= 4 and any(word in tail for word in _CREDIT_STEMS) and _TAIL_CREDIT.search(text[-80:]):
        return True
    last = _LAST_PART.search(text[-40:])
    return bool(last) and line.words >= 6 and last is not None and last[1].count(" ") < 3 and _names_agency(last[1])


def ends_in_date(line: Line) -> bool:
    """A full date closes the line: where no sentence does, or a sentence of the kind that captions have, without report or past tense."""
    if line.words < 4 or line.words > 50 or _has_speech(line.text):
        return False
    tail = line.text[-40:]
    dates = find_dates(tail)
    if not dates or tail[dates[-1].end :].strip(" .)]"):
        return False
    tokens = word_list(line.text[:HEAD])
    if any(token in wording.REPORTING or token in wording.SERIES_WORDS for token in tokens):
        return False
    rest = line.text[: len(line.text) - len(tail) + dates[-1].start]
    if not _leads_into_date(rest):
        return False
    if not line.is_sentence:
        return len(find_dates(line.text)) == 1 and line.words >= 5
    return any(token in wording.CAPTION_VERBS for token in tokens) or bool(_NAME_BEFORE_DATE.search(rest[-60:]))


def _leads_into_date(rest: str) -> bool:
    """Whether words of a scene, not a label, stand before the date."""
    words = word_list(rest[-60:])
    while words and words[-1] in {
        "on",
        "in",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "the",
        "of",
        "am",
        "le",
        "el",
    }:
        words.pop()
    return (
        bool(words)
        and " ".join(words[-2:]) not in wording.PUBLISHED | wording.UPDATED
        and words[-1] not in wording.PUBLISHED | wording.UPDATED
    )


def _mark_beside_credits(lines: Sequence[Line], reasons: list[str]) -> None:
    """The line before a credit is its caption, if it reports nothing and another line can be the title."""
    first = _first_open(lines, reasons)
    for place, reason in enumerate(reasons):
        if reason != "credit":
            continue
        before = place - 1
        if before >= 0 and reasons[before] == "caption":
            continue
        if before > first and not reasons[before] and _can_be_caption(lines[before]):
            reasons[before] = "caption"


def _first_open(lines: Sequence[Line], reasons: Sequence[str]) -> int:
    """The first line that is undecided and long enough for a title: no neighbour makes it a caption."""
    return next((at for at, line in enumerate(lines) if not reasons[at] and line.words >= 4), len(lines))


def _mark_twins(lines: Sequence[Line], reasons: list[str]) -> None:
    """A line beside a caption that has most of its words again (the picture's alternative text) is one, too."""
    first = _first_open(lines, reasons)
    for place in range(first + 1, len(lines) - 1):
        line = lines[place]
        if reasons[place] or line.is_fixed or not 5 <= line.words <= 40 or line.is_sentence:
            continue
        own = set(word_list(line.text))
        for beside in (place - 1, place + 1):
            if reasons[beside] == "caption" and len(own & set(word_list(lines[beside].text))) * 10 >= 7 * len(own):
                reasons[place] = "caption"


def _can_be_caption(line: Line) -> bool:
    """A scene, not a report: of at most 60 words, without quotation marks, without a verb of the past or of reporting; a sentence
    only with a verb or date as captions have them."""
    if line.is_fixed or not 5 <= line.words <= 60 or _has_speech(line.text) or _reports(line.text):
        return False
    if line.text.endswith(("?", ":")):
        return False
    shown = any(word in wording.CAPTION_VERBS for word in word_list(line.text[:HEAD]))
    return not line.is_sentence or shown or ends_in_date(line)


def _reports(text: str) -> bool:
    return any(token in wording.REPORTING for token in word_list(text[:HEAD]))


def _has_speech(text: str) -> bool:
    return any(sign in text for sign in '“”"«»„')


def _is_capitalised(text: str) -> bool:
    """Whether every word but small ones begins with a capital."""
    tokens = [token for token in _PARTS.split(text) if token and token[0].isalpha()]
    small = {"via", "and", "for", "by", "of", "the", "pool", "handout", "de", "van", "von", "al", "through"}
    return bool(tokens) and all(_CAPITALISED.match(token) or token.casefold() in small for token in tokens)


def _names_agency(text: str) -> bool:
    tokens = [token.strip("()[].,:;") for token in _PARTS.split(text.casefold()) if token]
    return any(token in wording.AGENCIES or token in {"images", "pool", "photo"} for token in tokens)


def _is_credit_bracket(inside: str) -> bool:
    """(A. Example/Agency), [File: A. Example/AP], (Photo by ...), (IMAGE: AFP), (Government handout): not (1,550 miles)."""
    if (
        any(character.isdigit() for character in inside)
        and "/" not in inside
        and ":" not in inside
        and not find_dates(inside)
    ):
        return False
    if "/" in inside and not any(character.isdigit() for character in inside):
        parts = inside.split("/")
        return (
            all(
                part.strip()
                and (_CAPITALISED.match(part.strip()) or (part.strip().islower() and part.strip() in wording.AGENCIES))
                for part in parts
            )
            and len(inside.split()) >= 2
        ) or _names_agency(inside)
    tokens = word_list(inside)
    if not tokens or len(tokens) > 12 or not _CAPITALISED.match(inside.strip()):
        return False
    if tokens[0] in {"file", "via"} or any(
        token in wording.CREDIT_WORDS - {"via", "file", "pool", "pic"} for token in tokens
    ):
        return True
    return ":" in inside and len(tokens) <= 5 and _names_agency(inside)


# --- names alone ---------------------------------------------------------------------------------------------------------------


def mark_names(lines: Sequence[Line], reasons: list[str]) -> None:
    """Names alone on a line ("Ada Example, Bela Muster") are the caption of a portrait, if the text names one of them, too.

    One name alone is a caption only where no other line is like it: several are the headings of a list of persons.
    """
    alone = [
        (place, parts)
        for place, line in enumerate(lines)
        if not reasons[place] and not line.is_fixed and not line.is_sentence and line.words <= 12
        if (parts := _name_parts(line.text))
    ]
    if len(alone) > _MOST_NAMES:
        return
    single = sum(len(parts) == 1 for _, parts in alone)
    for place, parts in alone:
        if len(parts) == 1 and (single > 1 or place == 0):
            continue
        if any(_is_named(part, lines, place) for part in parts):
            reasons[place] = "caption"


def _name_parts(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r",| and | & ", text) if part.strip()]
    return parts if parts and len(parts) <= 5 and all(_NAME.match(part) and len(part) <= 40 for part in parts) else []


def _is_named(name: str, lines: Sequence[Line], place: int) -> bool:
    return any(name in line.text for at, line in enumerate(lines) if at != place and line.is_prose)
