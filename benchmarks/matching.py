"""How fast forms are found: 5,000 invented actors with 15,000 forms, 60 topics, 10,000 invented articles of 700 words.

    python benchmarks/matching.py [ARTICLES [ACTORS]]

Prints the processor's seconds for compiling, for the actors and for the topics of all articles, and the greatest memory of the process.
The same on every machine: nothing is read, the random numbers have a fixed seed.
"""

import itertools
import random
import resource
import sys
import time
from collections.abc import Iterator

from generator.matching.actors import find_actors
from generator.matching.forms import compile_forms
from generator.matching.topics import find_topics
from generator.model import (
    Actor,
    ActorKind,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    Registry,
    Role,
    Term,
    Topic,
    TopicSlug,
)

WORDS_AN_ARTICLE = 700
BATCH = 500  # articles made and then measured together: making them empties the processor's caches
SYLLABLES = [
    c + v + e
    for c in ("b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr")
    for v in "aeiou"
    for e in ("", "n", "r", "s")
]
COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "was",
    "on",
    "are",
    "as",
    "with",
    "his",
    "they",
    "at",
]


def name(dice: random.Random) -> str:
    return " ".join("".join(dice.choice(SYLLABLES) for _ in range(3)).capitalize() for _ in range(2))


def registry(count: int, dice: random.Random) -> Registry:
    """Persons with two aliases each, and so three forms that the files claim; their family names come on top."""
    actors = {}
    for number in range(count):
        full = name(dice)
        first, last = full.split()
        slug = ActorSlug(f"actor-{number}")
        aliases = (f"{first[:-1]}i {last}", f"{first} {last}ev")
        actors[slug] = Actor(slug=slug, path=f"{slug}.md", name=full, kind=ActorKind.PERSON, aliases=aliases)
    topics = {}
    for number in range(60):
        topic = TopicSlug(f"topic-{number}")
        terms = tuple(Term(text=name(dice).lower()) for _ in range(5))
        topics[topic] = Topic(slug=topic, path=f"{topic}.md", name=str(topic), terms=terms)
    return Registry(actors=actors, topics=topics)


def articles(count: int, known: Registry, dice: random.Random) -> Iterator[Article]:
    """Prose of invented words in which each paragraph names an actor and a topic, and begins sentences with capitals."""
    vocabulary = COMMON + ["".join(dice.choice(SYLLABLES) for _ in range(dice.randint(1, 3))) for _ in range(20_000)]
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary))))
    actors, topics = list(known.actors.values()), list(known.topics.values())
    for number in range(count):
        blocks = []
        for at in range(20):
            prose = dice.choices(vocabulary, cum_weights=weights, k=WORDS_AN_ARTICLE // 20 - 6)
            for start in range(0, len(prose), 10):
                prose[start] = prose[start].capitalize()
            who = dice.choice(actors)
            text = f"{who.name} said {' '.join(prose)}, {who.name.split()[1]} on {dice.choice(topics).terms[0].text}."
            blocks.append(Block(role=Role.PARAGRAPH, text=text, line=at + 1, origin=((0, 0),)))
        yield Article(slug=ArticleSlug(str(number)), path=f"{number}.md", blocks=tuple(blocks))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    actors = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
    dice = random.Random(20261121)
    known = registry(actors, dice)
    begun = time.process_time()
    forms = compile_forms(known)
    print(f"{actors:,} actors, {len(forms.uses):,} forms compiled in {time.process_time() - begun:.2f} s")
    spent = {"actors": 0.0, "topics": 0.0}
    mentions = 0
    made = articles(count, known, dice)
    while batch := list(itertools.islice(made, BATCH)):
        begun = time.process_time()
        for article in batch:
            mentions += sum(len(actor.mentions) for actor in find_actors(article, forms))
        between = time.process_time()
        for article in batch:
            find_topics(article, forms)
        spent["actors"] += between - begun
        spent["topics"] += time.process_time() - between
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:,} articles, {mentions:,} mentions: actors {spent['actors']:.2f} s, topics {spent['topics']:.2f} s, {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
