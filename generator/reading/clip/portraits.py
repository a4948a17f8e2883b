"""Names alone on a line: the captions of portraits."""

import re
from collections.abc import Sequence

from generator.reading.clip.roles import Line

_NAME = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]+(?: (?:(?:von|van|de|der|al|bin|la|el|da|di|du|den|ter|of|the) )?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]+){1,3}$"
)
_MOST_NAMES = 40  # lines: more are a list of names
_AND = re.compile(r",| and | & ")


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
    parts = [part.strip() for part in _AND.split(text) if part.strip()]
    return parts if parts and len(parts) <= 5 and all(_NAME.match(part) and len(part) <= 40 for part in parts) else []


def _is_named(name: str, lines: Sequence[Line], place: int) -> bool:
    return any(name in line.text for at, line in enumerate(lines) if at != place and line.is_prose)
