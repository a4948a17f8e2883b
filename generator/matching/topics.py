"""The topics of an article.

The rule in one paragraph.  Every paragraph in which a term of the topic stands counts what its most telling term proves
(``terms``: a single common word 0.75, a name or two words 1, three words or more 1.5, times the weight that the
topic's header gives it), and a quarter of that for each further term there; doubled in the headline, times one and a half in the
standfirst, in a heading and in the first two paragraphs.  The article has the topic where the sum reaches what its
length asks for: 1 up to 150 words, rising to 1.5 at 500 words and 2 at 1,500: in a short clip one telling term is
enough, in a long text a term in passing is not.  A parent follows from its child, with half of the child's score if it has less itself.
``topics: {add, drop}`` in the header corrects what is found, a plain list replaces it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.matching.forms import Forms
from generator.matching.hits import mention_at
from generator.matching.plain import key, plain
from generator.matching.terms import TermUse
from generator.model import Article, Block, Choice, Role, Topic, TopicFound, TopicSlug

FURTHER_TERM = 0.25
PLACES: Mapping[Role, float] = {Role.TITLE: 2.0, Role.STANDFIRST: 1.5, Role.HEADING: 1.5}
EARLY = 1.5
EARLY_PARAGRAPHS = 2
THRESHOLDS = ((0, 1.0), (150, 1.0), (500, 1.5), (1500, 2.0))  # words of the article, score that a topic needs
OF_A_CHILD = 0.5


def find_topics(article: Article, forms: Forms) -> tuple[TopicFound, ...]:
    """The article's topics, highest score first, then by slug."""
    blocks = tuple(article.readable)
    scores: dict[TopicSlug, float] = {}
    places: dict[TopicSlug, list[tuple[int, int, int]]] = {}
    for number, (block, place) in enumerate(zip(blocks, _places(blocks), strict=True)):
        proved: dict[TopicSlug, list[float]] = {}
        for at, to, uses in _terms_in(block, forms):
            for use in uses:
                proved.setdefault(use.slug, []).append(use.weight)
                places.setdefault(use.slug, []).append((number, at, to))
        for slug, weights in proved.items():
            scores[slug] = scores.get(slug, 0.0) + place * _of_a_block(weights)
    needed = threshold(sum(len(block.text.split()) for block in blocks)) if scores else 0.0
    found = {slug: score for slug, score in scores.items() if score >= needed}
    kept = _chosen(_with_parents(found, scores, forms.registry.topics), article.topics, forms)
    topics = [
        TopicFound(
            slug=slug,
            score=score,
            mentions=tuple(mention_at(blocks[number], number, at, to) for number, at, to in places.get(slug, ())),
        )
        for slug, score in kept.items()
    ]
    return tuple(sorted(topics, key=lambda topic: (-topic.score, topic.slug)))


def threshold(word_count: int) -> float:
    """The score that a topic needs in an article of so many words."""
    for (fewer, low), (more, high) in pairwise(THRESHOLDS):
        if word_count < more:
            return low + (high - low) * (word_count - fewer) / (more - fewer)
    return THRESHOLDS[-1][1]


def _of_a_block(weights: Sequence[float]) -> float:
    best, *others = sorted(weights, reverse=True)
    return best + FURTHER_TERM * min(sum(others), 2 * best)


def _places(blocks: Sequence[Block]) -> Iterator[float]:
    paragraphs = 0
    for block in blocks:
        if block.role in PLACES:
            yield PLACES[block.role]
        else:
            paragraphs += 1
            yield EARLY if paragraphs <= EARLY_PARAGRAPHS else 1.0


def _terms_in(block: Block, forms: Forms) -> Iterator[tuple[int, int, Sequence[TermUse]]]:
    """Where terms stand in the block, and what each may speak for."""
    text = plain(block)
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters have two in lower case: leave those as they are
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for match in forms.term_pattern.finditer(lowered):
        uses = _meant(text[match.start() : match.end()], forms.terms)
        if uses:
            yield match.start(), match.end(), uses


def _meant(written: str, terms: Mapping[str, Sequence[TermUse]]) -> list[TermUse]:
    """The uses whose words with a capital stand in the text as written; titles and given names before a name are passed over."""
    said = key(written).split(" ")
    for attempt in (said, _without_titles(said)):
        uses = [use for use in terms.get(" ".join(attempt).lower(), ()) if _same_capitals(use.words, attempt)]
        if uses:
            return uses
    return []


def _without_titles(said: Sequence[str]) -> list[str]:
    """Of each run of capitalised words after the first word, only the last."""
    named = said[1:]
    inner = [word for word, after in pairwise(named) if not (word[0].isupper() and after[0].isupper())]
    return [said[0], *inner, *named[-1:]]


def _same_capitals(term: Sequence[str], said: Sequence[str]) -> bool:
    return all(word == spoken or word == word.lower() for word, spoken in zip(term, said, strict=True))


def _with_parents(
    found: Mapping[TopicSlug, float], scores: Mapping[TopicSlug, float], topics: Mapping[TopicSlug, Topic]
) -> dict[TopicSlug, float]:
    """The found topics and all that stand above them."""
    whole = dict(found)
    for slug, score in found.items():
        seen, parent = {slug}, topics[slug].parent
        while parent is not None and parent in topics and parent not in seen:
            score *= OF_A_CHILD
            whole[parent] = max(whole.get(parent, 0.0), scores.get(parent, 0.0), score)
            seen.add(parent)
            parent = topics[parent].parent
    return whole


def _chosen(scores: Mapping[TopicSlug, float], choice: Choice, forms: Forms) -> dict[TopicSlug, float]:
    """The topics that the header lets stand, with their scores."""
    wanted = list(scores if choice.only is None else map(TopicSlug, choice.only)) + list(map(TopicSlug, choice.add))
    kept = (slug for slug in wanted if slug in forms.registry.topics and slug not in choice.drop)
    return {slug: scores.get(slug, 0.0) for slug in kept}
