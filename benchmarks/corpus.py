"""An invented archive of any size, the same on every machine.

    python benchmarks/corpus.py ARTICLES FOLDER

writes FOLDER/content: ARTICLES articles of about 700 words over twelve years, which name 400 invented actors and 60 invented topics,
some often and most seldom (Zipf's law).  A tenth of the articles are .txt clips with what a web page leaves in them, the rest is
Markdown with title and date; who and what they are about is left to be found.  Article 17 says the same in an archive of any size.
"""

import argparse
import datetime
import functools
import itertools
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SEED = 20261121
ACTORS, TOPICS = 400, 60  # fixed: an archive's articles grow faster than the people in it
FIRST_DAY = datetime.date(2014, 1, 1)
DAYS = 4_383  # twelve years
PARAGRAPHS, WORDS_A_PARAGRAPH = 20, 27
OUTLETS = {"gazette": "The Gazette", "klow-herald": "Klow Herald"}
KINDS = ("person",) * 6 + ("organisation", "state")  # taken in turn

SYLLABLES = [
    start + vowel + end
    for start in (*"bcdfghjklmnprstvw", "st", "tr")
    for vowel in (*"aeiou", "ea")
    for end in ("", "", "", "n", "r", "s", "t")
]
COMMON = """the of and to in a is that for it was on are as with his they at be this from have by had not but what all were when
we there can an your which their if do will each about how up out them then she many some so these would other into has more her
two like him see time could no make than first been its who now people made over did down only way find use may water long little
very after called just where most know"""
VOCABULARY = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One invented article: ``body`` holds its paragraphs and, as ``## …``, its headings."""

    number: int
    stem: str
    title: str
    date: datetime.date
    outlet: str
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    body: tuple[str, ...]

    @property
    def is_clip(self) -> bool:
        return self.number % 10 == 9


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What all articles draw from, the most frequent first, each with its cumulative weights."""

    words: tuple[list[str], list[float]]
    actors: tuple[list[str], list[float]]
    topics: tuple[list[str], list[float]]


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


@functools.cache
def world() -> World:
    dice = random.Random(SEED)
    words = list(dict.fromkeys(COMMON.split()))
    for word in _different(dice, VOCABULARY - len(words), set(words), (1, 1, 2, 2, 2, 3)):
        words.append(word)
    names = [word.capitalize() for word in _different(dice, 2 * ACTORS + 2 * TOPICS, set(words), (3,))]
    actors = [" ".join(names[at : at + 2]) for at in range(0, 2 * ACTORS, 2)]
    topics = [" ".join(names[at : at + 2]).lower() for at in range(2 * ACTORS, len(names), 2)]
    return World(words=_by_zipf(words, 1.0, 2.7), actors=_by_zipf(actors, 1.0, 1.0), topics=_by_zipf(topics, 0.7, 1.0))


def _different(dice: random.Random, count: int, known: set[str], syllables: Sequence[int]) -> Iterator[str]:
    """So many new words of so many syllables, none of them known or given twice."""
    seen = set(known)
    while len(seen) < len(known) + count:
        word = "".join(dice.choice(SYLLABLES) for _ in range(dice.choice(syllables)))
        if len(word) > 2 and word not in seen:
            seen.add(word)
            yield word


def _by_zipf(things: list[str], exponent: float, shift: float) -> tuple[list[str], list[float]]:
    return things, list(itertools.accumulate(1 / (rank + shift) ** exponent for rank in range(len(things))))


# --- one article -----------------------------------------------------------------------------------------------------


def article(number: int) -> Article:
    dice = random.Random(f"{SEED} {number}")  # its own, so that it does not depend on how many there are
    title = " ".join(word.capitalize() for word in _words(dice, dice.randint(5, 9)))
    date = FIRST_DAY + datetime.timedelta(days=dice.randrange(DAYS))
    actors = _some(dice, world().actors, dice.randint(3, 6))
    topics = _some(dice, world().topics, dice.randint(2, 4))
    return Article(
        number=number,
        stem=f"{date}-{slug(title)[:40].strip('-')}-{number}",
        title=title,
        date=date,
        outlet=list(OUTLETS)[number % len(OUTLETS)],
        actors=actors,
        topics=topics,
        body=tuple(_body(dice, number, actors, topics)),
    )


def _body(dice: random.Random, number: int, actors: Sequence[str], topics: Sequence[str]) -> list[str]:
    paragraphs = [_paragraph(dice) for _ in range(PARAGRAPHS)]
    for place, name in enumerate(actors):
        paragraphs[1 + 2 * place].insert(0, f"{name} {' '.join(_words(dice, 5))}.")
        paragraphs[19 - place].append(f"{' '.join(_words(dice, 4)).capitalize()} {name.split()[1]}.")
    for place, name in enumerate(topics):
        paragraphs[2 + 2 * place].insert(0, f"In the matter of {name} {' '.join(_words(dice, 6))}.")
        paragraphs[12 + place].append(f"Of {name} {' '.join(_words(dice, 4))}.")
    paragraphs[5].append(f"“{' '.join(_words(dice, 9)).capitalize()},” said {actors[0]}.")
    paragraphs[9].append(f"“{' '.join(_words(dice, 12)).capitalize()},” said {actors[1]}.")
    paragraphs[4].append(f"See [the report](https://gazette.example/reports/{number}).")
    body = [" ".join(sentences) for sentences in paragraphs]
    for place in (15, 9, 3):
        body.insert(place, "## " + " ".join(_words(dice, dice.randint(2, 5))).capitalize())
    return body


def _paragraph(dice: random.Random) -> list[str]:
    """Sentences."""
    left, sentences = max(12, round(dice.gauss(WORDS_A_PARAGRAPH, 8))), []
    while left > 0:
        words = _words(dice, max(3, min(left, dice.randint(8, 22))))
        left -= len(words)
        sentences.append(" ".join(words).capitalize() + ".")
    return sentences


def _words(dice: random.Random, count: int) -> list[str]:
    words, weights = world().words
    return dice.choices(words, cum_weights=weights, k=count)


def _some(dice: random.Random, pool: tuple[list[str], list[float]], count: int) -> tuple[str, ...]:
    """So many different ones, drawn by their weights."""
    things, weights = pool
    found: dict[str, None] = {}
    while len(found) < count:
        found[dice.choices(things, cum_weights=weights)[0]] = None
    return tuple(found)


# --- files -----------------------------------------------------------------------------------------------------------


def content_files(count: int) -> Iterator[tuple[str, str]]:
    """The files of content/ for so many articles: path and text."""
    for number, name in enumerate(world().actors[0]):
        first, last = name.split()
        header = f"name: {name}\nkind: {KINDS[number % len(KINDS)]}\naliases: [{json.dumps(f'{first[0]}. {last}')}]"
        yield f"actors/{slug(name)}.md", f"---\n{header}\n---\n{name} is invented.\n"
    for name in world().topics[0]:
        header = f"name: {name.capitalize()}\nterms: [{name}]"
        yield f"topics/{slug(name)}.md", f"---\n{header}\n---\n{name.capitalize()} is invented.\n"
    for outlet, name in OUTLETS.items():
        yield f"outlets/{outlet}.md", f"---\nname: {name}\nurl: https://{outlet}.example/\nrights: full\n---\n"
    yield "pages/index.md", "# The archive of invented news\n"
    for number in range(count):
        one = article(number)
        yield f"articles/{one.stem}.{'txt' if one.is_clip else 'md'}", clip(one) if one.is_clip else markdown(one)


def markdown(one: Article) -> str:
    header = f"title: {json.dumps(one.title)}\ndate: {one.date}\noutlet: {one.outlet}"
    return f"---\n{header}\n---\n\n" + "\n\n".join(one.body) + "\n"


def clip(one: Article) -> str:
    """The same as a reader would paste it: no links, no marks of headings, counters above and a form below."""
    lines = [re.sub(r"\[(.+?)\]\(.+?\)", r"\1", text.removeprefix("## ")) for text in one.body]
    stamp = f"Date: {one.date:%B} {one.date.day}, {one.date.year}."
    return "\n\n".join([one.title, "0\n4", stamp, *lines, "LEAVE A REPLY", "Please enter your comment!"]) + "\n"


def write(files: Iterator[tuple[str, str]], folder: Path) -> None:
    for path, text in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write(content_files(given.articles), given.folder / "content")


if __name__ == "__main__":
    main()
