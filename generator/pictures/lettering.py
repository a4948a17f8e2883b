"""How much room words take in a picture, and how long names are broken.

The reader's own font is unknown: widths are those of a wide one (Verdana, DejaVu Sans), so that no name runs into another.
"""

import unicodedata

from generator.text import shorten

_NARROW = frozenset("iíìîïıjlł|I.,;:'’!()[]/-‐ft r")
_WIDE = frozenset("mwMWQOGDNHUŁ@%&—…")
_LINE = 17  # characters of a line of a name, where it can be broken
_LONGEST = 34  # characters of a name as it is shown


def width(text: str, size: float) -> float:
    """In pixels at a size of letters in pixels: never less than in a common font."""
    total = 0.0
    for letter in text:
        if unicodedata.combining(letter):
            continue
        if unicodedata.east_asian_width(letter) in "WF":
            total += 1.05
        elif letter in _NARROW:
            total += 0.46
        elif letter in _WIDE:
            total += 0.95
        else:
            total += 0.72 if letter.isupper() else 0.66
    return total * size


def lines(name: str) -> list[str]:
    """A name on one line or two of about the same length, cut where it is very long."""
    shown = shorten(" ".join(name.split()), _LONGEST)
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    if len(shown) <= _LINE or " " not in shown:
        return [shown if len(shown) <= 2 * _LINE else shown[: 2 * _LINE - 1] + "…"]
    breaks = [index for index, letter in enumerate(shown) if letter == " "]
    middle = min(breaks, key=lambda index: (abs(len(shown) - 1 - 2 * index), index))
    return [shown[:middle], shown[middle + 1 :]]
