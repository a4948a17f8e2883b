"""A person's family name, read from the full name."""

import unicodedata
from collections.abc import Iterator

from generator.matching.wording import ARTICLES, FUNCTION_WORDS, NAME_SUFFIXES, OFFICES, PARTICLES, PATRONYMICS


def last_names(name: str) -> tuple[str, ...]:
    """How the family name of a full name is written alone; empty where the text is not a full name in Latin or Cyrillic script.

    The last word, without "Jr." and numbers, with the particles before it ("von der Example", also "Von der Example");
    an Arabic article may be left out ("al-Example": also "Al-Example" and "Example").  Of three words and more, all after
    the first as well: "Prado do Exemplo", "Ejemplo Prado".
    """
    words = _words_of(name)
    if not words:
        return ()
    start = _family_from(words)
    last, word = " ".join(words[start:]), words[-1]
    if not _is_family_name(word):
        return ()
    found = [last, last[0].upper() + last[1:]]
    article, _, bare = word.partition("-")
    if bare and article.lower() in ARTICLES:
        found.append(bare)
    elif start < len(words) - 1 and words[-2].lower() in ARTICLES:
        found += [word, f"{words[-2]}-{word}"]
    found += [" ".join(words[of:]) for of in range(1, start) if len(words[of].strip(".")) > 1]
    return tuple(dict.fromkeys(form for form in found if _is_family_name(form)))


def bare_last_names(name: str) -> tuple[str, ...]:
    """The family name without its particles, as some write it: "Example" for "von der Example"; not after "bin", which names a father."""
    words = _words_of(name)
    start = _family_from(words) if words else 0
    if not words or start == len(words) - 1 or not _is_family_name(words[-1]):
        return ()
    if any(word.lower() in PATRONYMICS for word in words[start:]) or words[-1] in last_names(name):
        return ()
    return (words[-1],)


def other_articles(name: str) -> Iterator[str]:
    """A full name with the Arabic article before its last word written otherwise, or left out: "Ada el-Example", "Ada Example"."""
    words = _words_of(name)
    if len(words) < 2:
        return
    given, last = words[:-1], words[-1]
    article, _, bare = last.partition("-")
    if not bare or article.lower() not in ARTICLES:
        article, bare = words[-2], last
        given = words[:-2]
        if article.lower() not in ARTICLES or not given:
            return
    for written in (f"{article.lower()}-", f"{article.title()}-", f"{article.lower()} ", f"{article.title()} ", ""):
        yield f"{' '.join(given)} {written}{bare}"


def _words_of(name: str) -> list[str]:
    """The words of a full name without "Jr."; none if it is not one."""
    words = name.replace(",", " ").split()
    while words and words[-1].lower() in NAME_SUFFIXES:
        words.pop()
    return words if len(words) > 1 and all(map(_is_part_of_a_name, words)) else []


def _family_from(words: list[str]) -> int:
    """Where the family name begins: the last word, with the particles before it."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return start


def _is_part_of_a_name(word: str) -> bool:
    """Capitalised, an initial, or a particle."""
    return word[0].isupper() or word.lower() in PARTICLES or word.split("-")[0].lower() in ARTICLES


def _is_family_name(word: str) -> bool:
    """Two letters or more, Latin or Cyrillic, and not an office or a function word."""
    plain = word.strip(".").lower()
    if len(plain) < 2 or plain in OFFICES or plain in FUNCTION_WORDS or any(letter.isdigit() for letter in plain):
        return False
    return unicodedata.name(word[0], "").split(" ")[0] in {"LATIN", "CYRILLIC"}
