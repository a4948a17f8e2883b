"""A person's family name, read from the full name."""

import unicodedata

from generator.matching.wording import ARTICLES, FUNCTION_WORDS, NAME_SUFFIXES, OFFICES, PARTICLES


def last_names(name: str) -> tuple[str, ...]:
    """How the family name of a full name is written alone; empty where the text is not a full name in Latin or Cyrillic script.

    The last word, without "Jr." and numbers, with the particles before it ("von der Example", also "Von der Example");
    an Arabic article may be left out ("al-Example": also "Al-Example" and "Example").
    """
    words = name.replace(",", " ").split()
    while words and words[-1].lower() in NAME_SUFFIXES:
        words.pop()
    if len(words) < 2 or not all(map(_is_part_of_a_name, words)):
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    last, word = " ".join(words[start:]), words[-1]
    if not _is_family_name(word):
        return ()
    found = [last, last[0].upper() + last[1:]]
    article, _, bare = word.partition("-")
    if bare and article.lower() in ARTICLES:
        found.append(bare)
    elif start < len(words) - 1 and words[-2].lower() in ARTICLES:
        found += [word, f"{words[-2]}-{word}"]
    return tuple(dict.fromkeys(form for form in found if _is_family_name(form)))


def _is_part_of_a_name(word: str) -> bool:
    """Capitalised, an initial, or a particle."""
    return word[0].isupper() or word.lower() in PARTICLES or word.split("-")[0].lower() in ARTICLES


def _is_family_name(word: str) -> bool:
    """Two letters or more, Latin or Cyrillic, and not an office or a function word."""
    plain = word.strip(".").lower()
    if len(plain) < 2 or plain in OFFICES or plain in FUNCTION_WORDS or any(letter.isdigit() for letter in plain):
        return False
    return unicodedata.name(word[0], "").split(" ")[0] in {"LATIN", "CYRILLIC"}
