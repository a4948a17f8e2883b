"""The topics of an article.

The rule in one paragraph.  Every paragraph in which a term of the topic stands counts what its most telling term proves
(``terms``: a single common word 0.75, a name or two words 1, three words or more and an event's name 1.5, times the weight that the
topic's header gives it), and a quarter of that for each further term there; doubled in the headline, times one and a half in the
standfirst, in a heading and in the first two paragraphs.  The article has the topic where the sum reaches what its
length asks for: 1 up to 150 words, rising to 1.5 at 500 words and 2 at 1,500: in a short clip one telling term is
enough, in a long text a term in passing is not.  A parent follows from its child, with half of the child's score if it has less itself.
Events and topics named for two persons ask for more: see ``events``.  ``topics: {add, drop}`` in the header corrects what is found, a plain list replaces it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.matching.bodies import without_others
from generator.matching.events import Found, is_beside_its_occasion, is_named, proved
from generator.matching.forms import Forms
from generator.matching.hits import mention_at
from generator.matching.plain import PlainText, folded, key, plain_text
from generator.matching.scan import spans
from generator.matching.terms import LONG_TERM, TermUse
from generator.model import Article, Block, Choice, Role, Topic, TopicFound, TopicSlug

FURTHER_TERM = 0.25
PLACES: Mapping[Role, float] = {Role.TITLE: 2.0, Role.STANDFIRST: 1.5, Role.HEADING: 1.5}
EARLY = 1.5
EARLY_PARAGRAPHS = 2
THRESHOLDS = ((0, 1.0), (150, 1.0), (500, 1.5), (1500, 2.0))  # words of the article, score that a topic needs
OF_A_CHILD = 0.5


class Place(NamedTuple):
    """A term at ``at:to`` of a block, what it proves there, and whether it is but the venue of an event."""

    block: int
    at: int
    to: int
    weight: float
    term: str
    venue: bool


def find_topics(article: Article, forms: Forms) -> tuple[TopicFound, ...]:
    """The article's topics, highest score first, then by slug."""
    text = plain_text(article)
    factors = list(_factors(text.blocks))
    places = _of_kinds(_places(text, forms), text, factors, article, forms)
    scores = {slug: _score(of, factors) for slug, of in places.items()}
    needed = threshold(text.word_count) if scores else 0.0
    found = {slug: score for slug, score in scores.items() if score >= needed}
    kept = _chosen(_with_parents(found, scores, forms.registry.topics), article.topics, forms)
    topics = [
        TopicFound(
            slug=slug,
            score=score,
            mentions=tuple(mention_at(text.blocks[one.block], *one[:3]) for one in places.get(slug, ())),
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
    if len(weights) == 1:
        return weights[0]
    best, *others = sorted(weights, reverse=True)
    return best + FURTHER_TERM * min(sum(others), 2 * best)


def _score(places: Iterable[Place], factors: Sequence[float]) -> float:
    weights: dict[int, list[float]] = {}
    for one in places:
        weights.setdefault(one.block, []).append(one.weight)
    return sum(factors[block] * _of_a_block(of) for block, of in weights.items())


def _factors(blocks: Sequence[Block]) -> Iterator[float]:
    """What a term counts for in each block."""
    paragraphs = 0
    for block in blocks:
        if block.role is not Role.PARAGRAPH and block.role in PLACES:
            yield PLACES[block.role]
        else:
            paragraphs += 1
            yield EARLY if paragraphs <= EARLY_PARAGRAPHS else 1.0


def _places(text: PlainText, forms: Forms) -> dict[TopicSlug, list[Place]]:
    """Where terms stand in the text, by the topic that they may speak for."""
    found = spans(forms.term_index, text.folded.lower())
    written = [text.text[at:to] for at, to in found]
    others = without_others(text.text, found, written, forms.term_bodies, forms.nations) if forms.term_bodies else ()
    events = forms.topic_kinds.events
    places: dict[TopicSlug, list[Place]] = {}
    for span, said, (block, at, to) in zip(found, written, text.places(found), strict=True):
        uses = () if span in others else _meant(said, forms.terms)
        if not uses:
            continue
        for use in uses:
            venue, weight = use.venue, use.weight
            if venue and is_beside_its_occasion(text.text, *span, events[use.slug]):
                venue = False
                weight = LONG_TERM if is_named(text.text, span[1], events[use.slug]) else weight
            places.setdefault(use.slug, []).append(Place(block, at, to, weight, use.term, venue))
    return places


def _of_kinds(
    places: Mapping[TopicSlug, list[Place]], text: PlainText, factors: Sequence[float], article: Article, forms: Forms
) -> dict[TopicSlug, list[Place]]:
    """The places without those that do not prove an event or a topic named for two persons: see ``events``."""
    kept = dict(places)
    for slug in places.keys() & forms.topic_kinds.events.keys():
        found = [Found(one.term, _is_early(one.block, text, factors), one.venue) for one in places[slug]]
        speaks = proved(forms.topic_kinds.events[slug], found, text.text, article.date)
        kept[slug] = [one for one, counts in zip(places[slug], speaks, strict=True) if counts]
    for slug in places.keys() & forms.topic_kinds.pairs.keys():
        if not all(person.search(text.text) for person in forms.topic_kinds.pairs[slug]):
            kept[slug] = []
    return {slug: of for slug, of in kept.items() if of}


def _is_early(block: int, text: PlainText, factors: Sequence[float]) -> bool:
    """In the headline, the standfirst or the first two paragraphs."""
    return factors[block] > 1 and text.blocks[block].role is not Role.HEADING


def _meant(written: str, terms: Mapping[str, Sequence[TermUse]]) -> Sequence[TermUse]:
    """The uses whose words with a capital stand in the text as written; titles and given names before a name are passed over.

    Accents may be left out or added where a term has words with a capital.
    """
    uses = terms.get(written.lower(), ())
    if uses and all(use.any_case for use in uses):
        return uses
    said = key(written)
    for spelling in dict.fromkeys((said, folded(said))):
        words = spelling.split(" ")
        for attempt in (words, _without_titles(words)):
            uses = [
                use
                for use in terms.get(" ".join(attempt).lower(), ())
                if (spelling == said or not use.any_case) and _same_capitals(use.words, attempt)
            ]
            if uses:
                return uses
    return ()


def _without_titles(said: Sequence[str]) -> list[str]:
    """Of each run of capitalised words after the first word, only the last."""
    named = said[1:]
    inner = [word for word, after in pairwise(named) if not (word[0].isupper() and after[0].isupper())]
    return [said[0], *inner, *named[-1:]]


def _same_capitals(term: Sequence[str], said: Sequence[str]) -> bool:
    return all(
        word in (spoken, word.lower()) or folded(word) == folded(spoken)
        for word, spoken in zip(term, said, strict=True)
    )


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
