"""Words, slugs and dates as people read them: the small functions over plain strings that every floor shares."""

import datetime
import re
import unicodedata
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WORDS_A_MINUTE = 230  # silent reading of English non-fiction: Brysbaert 2019, doi:10.1016/j.jml.2019.104047 (238)

# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H",
    "’": "", "'": "",
})  # fmt: skip

SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")  # underscores: saved clips have them; we suggest hyphens
LONGEST_SLUG = 150  # characters: file systems take 255, and what is made of a slug adds dates, words and endings
_SLUG_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(]?[^\Wa-z_])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Prof|No|vs|etc|U\.S|U\.K|U\.N|E\.U)\.$"
)
_LONGEST_ABBREVIATION = 12  # characters before its last point, with room to spare: so that each costs the same


def slugify(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: "Łódź & Øst" -> "lodz-ost".  Empty if no letter has an ASCII base."""
    if text.isascii():
        base = text.replace("'", "")
    else:
        base = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED)).encode("ascii", "ignore").decode()
    return "-".join(_SLUG_WORD.findall(base.lower()))


def is_slug(text: str) -> bool:
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None


def shortened(slug: str) -> str:
    """As much of a slug as a name of a file may have."""
    return slug[:LONGEST_SLUG].rstrip("-_")


def word_list(text: str) -> frozenset[str]:
    """The words of a text as a set: how lists of words are written down."""
    return frozenset(text.split())


def words(text: str) -> list[str]:
    return _WORD.findall(text)


# Of ASCII text, for counting: a word's letters stay, everything else is a blank.
_BLANKS = bytes(code if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(128)) + bytes(128)
_COMMON = ("“", "”", "‘", "—", "–", "…", "\xa0")  # what most texts have beside ASCII and apostrophes


def count_words(text: str) -> int:
    """How many ``words`` there are: the same number, for most texts in a tenth of the time."""
    plain = text.replace("’", "'")
    if not plain.isascii():
        for mark in _COMMON:
            plain = plain.replace(mark, " ")
    if not plain.isascii() or "''" in plain:
        return len(_WORD.findall(text))
    # An apostrophe between letters joins them; any other parts no word that blanks do not part.
    return len(plain.encode().translate(_BLANKS, b"'").split())


@lru_cache(maxsize=16_384)
def long_date(date: datetime.date) -> str:
    """``22 August 2025``: the same in every locale."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def month_and_year(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"


def reading_minutes(word_count: int) -> int:
    """Whole minutes, at least one."""
    return max(1, round(word_count / WORDS_A_MINUTE))


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph; the whole paragraph where no end of a sentence is certain."""
    for end in _SENTENCE_END.finditer(text):
        last_word = text[max(end.start() - _LONGEST_ABBREVIATION, 0) : end.end()].rstrip()
        if not _ABBREVIATION.search(last_word):
            return text[: end.end()].rstrip()
    return text


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words, with an ellipsis where something was cut."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def listed(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""
