"""Captions and credits of pictures: the lines whose dates must never date an article.

A caption is known by its wording, or by the credit that stands beside it, or by a full date at its end where no report is given.
"""

import re
from collections.abc import Sequence

from generator.model import Role
from generator.reading.clip import wording
from generator.reading.clip.dates import find_dates
from generator.reading.clip.roles import HEAD, HEAD_WORDS, Line, has_quotes, word_list

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\.?$")
_AGENCY_SLASH = re.compile(r"(?:reuters|ap|afp|epa|getty images?|tass|sputnik|ap photo|afp photo|zuma|xinhua|pool|pap|dpa|imago|ukrinform|anadolu)\s?/\s?\S", re.I)  # fmt: skip
_TAIL_CREDIT = re.compile(
    r"(?:^|[\s|.;,(–—-])(?:(?:crédit )?(?:photo(?:graph)?|image|picture|pic|foto|bild|фото)s?(?: (?:credit|source|by|courtesy(?: of)?))?\s?[:|/©]|"
    r"credits?\s?:|courtesy of (?=(?-i:[A-Z]))|(?:photo(?:graph)?|image|picture)s? by (?=(?-i:[A-Z]))|©|\(c\))\s*[^.:]{2,60}\.?$",
    re.I,
)
_CREDIT_STEM = re.compile(r"photo|image|pic|cr[eé]dit|courtesy|foto|bild|фото|©|\(c\)")
_CREDIT_LABEL = re.compile(
    r"[(\[]?(?:(?:photo|image|picture|pic|cover|featured image|illustration)s?\s?(?:by|credits?|courtesy(?: of)?|source|:|©|/)|"
    r"(?:video|media)\s?(?:credit|:)|photograph(?:er|y)?\s?(?:by|:)|credits?\s*:|courtesy of\b|crédits?\s*[:©]|crédit photo|"
    r"(?:foto|fotos|bild|bilder|kuva|fotó|fotografija|фото|zdj(?:ęcie|\.)?)\s*[:/©]|photo\s+\S+\s*/|©|\(c\)|via getty|getty images|"
    r"ap photo\b|afp photo\b)",
    re.I,
)
_VIA = re.compile(r"\bvia (?:getty|ap|reuters|afp|imago|anadolu|xinhua)\b", re.I)
_PARTS = re.compile(r"\s*[|/]\s*|\s+via\s+|,\s+|\s+[-–—]\s+|\s+")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž\u0386-\u03abΑ-ΩА-ЯЁІЇЄҐ]")
_ORPHAN = re.compile(r"[(\[]?\s?[A-Z][A-Za-z /-]{1,30}[)\]]\.?$")
_BRACKETED_NAME = re.compile(r"[(\[][A-Z]\w+(?:[ /][A-Z]\w+){0,2}[)\]]")
_LAST_PART = re.compile(r"[/|]\s?([A-Za-z][\w .-]{1,30})$")
_NAME_BEFORE_DATE = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.’-]*,? (?:on |in )?(?:the )?(?:\w+day,? )?$")
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
    if is_agency(text):
        return True
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
    if _AGENCY_SLASH.match(text) or _VIA.search(text):
        return True
    if "|" in text or "/" in text:
        return _names_agency(text)
    return text.casefold().endswith(
        ("getty images", "shutterstock", "/afp", "via reuters", "handout", "ap photo", "/reuters")
    )


def is_agency(text: str) -> bool:
    """The name of an agency or picture library alone: "Reuters", "Getty Images", "AFP, EPA"."""
    if len(text) > 40:
        return False
    tokens = [token for token in _PARTS.split(text.casefold().strip("()[]. ")) if token]
    return bool(tokens) and all(
        token in wording.AGENCIES or (token in {"images", "photo", "and", "via"} and len(tokens) > 1)
        for token in tokens
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
    if _reports(line) or _has_speech(text):
        return False
    if wording.CAPTION_START.match(text) or ends_in_date(line):
        return True
    if line.is_prose and line.words > 35:
        return False
    shown = not line.is_sentence or not wording.CAPTION_VERBS.isdisjoint(line.tokens[:HEAD_WORDS])
    return shown and bool(wording.POSITIONS.search(text[:HEAD]))


def is_certain_caption(line: Line) -> bool:
    """A caption by its label or its credit alone."""
    return bool(wording.CAPTION_LABEL.match(line.text)) or _ends_in_credit(line)


def _ends_in_credit(line: Line) -> bool:
    """Whether the line closes with who took the picture: "(A. Example/Agency)", "Photo: A. Example", "/ Agency"."""
    text = line.text
    bracket = _BRACKET.search(text[-130:]) if ")" in text[-2:] or "]" in text[-2:] else None
    if bracket and line.words > 25 and not _has_names(bracket[1]):
        bracket = None  # "(the text goes on below the picture)"
    if bracket and _is_credit_bracket(bracket[1]):
        return "/" in bracket[1] or len(bracket[1].split()) > 1 or not (_reports(line) or _has_speech(text))
    if bracket and bracket[1].isupper() and is_agency(bracket[1]) and text[-1] in ")]" and line.words >= 4:
        return not (_reports(line) or _has_speech(text))
    tail = text[-80:].lower()
    if line.words >= 4 and _CREDIT_STEM.search(tail) and _TAIL_CREDIT.search(text[-80:]):
        return True
    last = _LAST_PART.search(text[-40:]) if "/" in tail or "|" in tail else None
    return bool(last) and line.words >= 6 and last is not None and last[1].count(" ") < 3 and _names_agency(last[1])


def ends_in_date(line: Line) -> bool:
    """A full date closes the line: where no sentence does, or a sentence of the kind that captions have, without report or past tense."""
    if line.words < 4 or line.words > 50 or _has_speech(line.text):
        return False
    tail = line.text[-40:]
    dates = find_dates(tail)
    if not dates or tail[dates[-1].end :].strip(" .)]"):
        return False
    tokens = line.tokens[:HEAD_WORDS]
    if any(token in wording.REPORTING or token in wording.SERIES_WORDS for token in tokens):
        return False
    rest = line.text[: len(line.text) - len(tail) + dates[-1].start]
    if not _leads_into_date(rest):
        return False
    if not line.is_sentence:
        return len(find_dates(line.text)) == 1 and line.words >= 5
    return any(token in wording.CAPTION_VERBS for token in tokens) or bool(_NAME_BEFORE_DATE.search(rest[-60:]))


_BEFORE_DATES = wording.words("on in monday tuesday wednesday thursday friday saturday sunday the of am le el")


def _leads_into_date(rest: str) -> bool:
    """Whether words of a scene, not a label, stand before the date."""
    words = word_list(rest[-60:])
    while words and words[-1] in _BEFORE_DATES:
        words.pop()
    return (
        bool(words)
        and " ".join(words[-2:]) not in wording.PUBLISHED | wording.UPDATED
        and words[-1] not in wording.PUBLISHED | wording.UPDATED
    )


def _mark_beside_credits(lines: Sequence[Line], reasons: list[str]) -> None:
    """The line before a credit is its caption, if it reports nothing and another line can be the title; beside an agency's name alone,
    which may stand above its caption, too, and above the text for a byline, a line that looks like one."""
    first = _first_open(lines, reasons)
    text = next((at for at, line in enumerate(lines) if not reasons[at] and line.is_prose), len(lines))
    for place, reason in enumerate(reasons):
        if reason != "credit":
            continue
        before, behind = place - 1, place + 1
        alone = is_agency(lines[place].text)
        if before >= 0 and reasons[before] == "caption":
            continue
        if before > first and not reasons[before] and _can_be_caption(lines[before]):
            if not alone or place > text or _shows(lines[before]):
                reasons[before] = "caption"
        elif alone and first < behind < len(lines) and not reasons[behind] and _is_scene(lines[behind]):
            reasons[behind] = "caption" if place > text or _shows(lines[behind]) else ""


def _shows(line: Line) -> bool:
    """Whether a verb or date as captions have them stands in the line."""
    return not wording.CAPTION_VERBS.isdisjoint(line.tokens[:HEAD_WORDS]) or ends_in_date(line)


def _is_scene(line: Line) -> bool:
    """A line of some words, no sentence and no question, with a place or time in it: no heading's wording."""
    tokens = line.tokens[:HEAD_WORDS]
    return (
        6 <= line.words <= 30
        and not line.is_sentence
        and line.block.role is Role.PARAGRAPH
        and _can_be_caption(line)
        and tokens[0] not in _QUESTIONS
        and not _SCENE_WORDS.isdisjoint(tokens)
        and not line.text.istitle()
    )


_QUESTIONS = frozenset({"what", "why", "how", "who", "when", "where", "which", "is", "are", "can", "does", "do", "did"})
_SCENE_WORDS = frozenset({"in", "at", "on", "over", "near", "outside", "inside", "during", "after", "before", "along"})


def _first_open(lines: Sequence[Line], reasons: Sequence[str]) -> int:
    """The first line that is undecided and long enough for a title: no neighbour makes it a caption."""
    return next((at for at, line in enumerate(lines) if not reasons[at] and line.words >= 4), len(lines))


def _mark_twins(lines: Sequence[Line], reasons: list[str]) -> None:
    """A line beside a caption that has most of its words again (the picture's alternative text) is one, too; so is a scene right above a
    caption with its credit."""
    first = _first_open(lines, reasons)
    for place in range(first + 1, len(lines) - 1):
        line = lines[place]
        if reasons[place] or line.is_fixed or not 5 <= line.words <= 40 or line.is_sentence:
            continue
        below = lines[place + 1]
        if not below.gap and reasons[place + 1] == "caption" and _is_scene(line) and _ends_in_credit(below):
            doing = any(word in {"is", "are"} or word.endswith("ing") for word in line.tokens)
            if doing or _shows(line):
                reasons[place] = "caption"
                continue
        own = set(line.tokens)
        for beside in (place - 1, place + 1):
            if reasons[beside] == "caption" and len(own & set(lines[beside].tokens)) * 10 >= 7 * len(own):
                reasons[place] = "caption"


def _can_be_caption(line: Line) -> bool:
    """A scene, not a report: of at most 60 words, without quotation marks, without a verb of the past or of reporting; a sentence
    only with a verb or date as captions have them."""
    if line.is_fixed or not 5 <= line.words <= 60 or _has_speech(line.text) or _reports(line):
        return False
    if line.text.endswith(("?", ":")):
        return False
    shown = not wording.CAPTION_VERBS.isdisjoint(line.tokens[:HEAD_WORDS])
    return not line.is_sentence or shown or ends_in_date(line)


def _reports(line: Line) -> bool:
    return not wording.REPORTING.isdisjoint(line.tokens[:HEAD_WORDS])


def _has_speech(text: str) -> bool:
    return has_quotes(text)


def _is_capitalised(text: str) -> bool:
    """Whether every word but small ones begins with a capital."""
    tokens = [token for token in _PARTS.split(text) if token and token[0].isalpha()]
    small = {"via", "and", "for", "by", "of", "the", "pool", "handout", "de", "van", "von", "al", "through"}
    return bool(tokens) and all(_CAPITALISED.match(token) or token.casefold() in small for token in tokens)


def _names_agency(text: str) -> bool:
    tokens = [token.strip("()[].,:;") for token in _PARTS.split(text.casefold()) if token]
    return any(token in wording.AGENCIES or token in {"images", "pool", "photo"} for token in tokens)


def _has_names(inside: str) -> bool:
    """Whether a bracket of some words holds a capital behind its first letter, or is as short as an agency's name."""
    return len(inside.split()) < 3 or any(character.isupper() for character in inside[1:])


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
