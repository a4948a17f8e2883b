"""An article as attributions are read from it: masked text, sentences, and who is named where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Actor, ActorFound, ActorKind, ActorSlug, Article, Block, Registry
from generator.statements.marks import Span
from generator.statements.words import ABBREVIATIONS, MEN, PERSON_HEADS, TITLES, WOMEN

MASK = "\ufffc"  # stands for each character of a quotation, so that offsets hold and no word in it is read
NEAR = 3000  # characters before a description in which its actor is looked for
SENTENCE_END = re.compile(r"[.!?…]+[’')\]]*\s+(?=[\"'“‘«(\[]?[^\Wa-z_]|" + MASK + r")|\n+|;\s")
LAST_WORD = re.compile(r"(?:^|[\s(—–-])([^\s(]{1,12})$")
ABBREVIATED = re.compile(r"(?:\w\.)+\w|[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place in a block where an actor is named: ``text[at:to]``."""

    at: int
    to: int
    actor: ActorSlug


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One block, its quotations masked."""

    block: Block
    spans: tuple[Span, ...]
    masked: str
    sentences: tuple[int, ...]  # where each begins
    named: tuple[Named, ...]

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around a position."""
        index = bisect_right(self.sentences, position)
        start = self.sentences[index - 1] if index else 0
        return start, self.sentences[index] if index < len(self.sentences) else len(self.masked)

    def named_between(self, start: int, end: int) -> tuple[Named, ...]:
        low = bisect_left(self.named, start, key=lambda named: named.at)
        high = bisect_left(self.named, end, key=lambda named: named.at)
        return tuple(named for named in self.named[low:high] if named.to <= end)

    def named_before(self, end: int) -> tuple[Named, ...]:
        """The names in the stretch before a position that a description may point to."""
        return self.named_between(max(min(end, len(self.masked)) - NEAR, 0), min(end, len(self.masked)))

    def names_at(self, position: int) -> bool:
        """Whether a registered actor's name covers this position."""
        high = bisect_right(self.named, position, key=lambda named: named.at)
        return any(named.to > position for named in self.named[max(high - 4, 0) : high])

    def named_ending(self, end: int) -> Named | None:
        """The longest name that ends here."""
        high = bisect_left(self.named, end, key=lambda named: named.at)
        ending = [named for named in self.named[max(high - 6, 0) : high] if named.to == end]
        return min(ending, key=lambda named: named.at, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that the rules read: the frames, the actors, and the names by which organisations may be described."""

    frames: tuple[Frame, ...]
    registry: Registry
    introduced: Mapping[ActorSlug, frozenset[str]] = field(default_factory=dict)  # words of office beside their names
    organisations: Mapping[frozenset[str], tuple[ActorSlug, ...]] = field(
        default_factory=dict
    )  # by the words of their names

    def actor(self, slug: ActorSlug) -> Actor:
        return self.registry.actors[slug]

    def is_person(self, slug: ActorSlug | None) -> bool:
        return slug is not None and self.registry.actors[slug].kind is ActorKind.PERSON

    reporters: Mapping[ActorSlug, tuple[int, int]] = field(default_factory=dict)  # outlets that report: block, position
    strangers: frozenset[str] = frozenset()  # last names of persons that are no registered actors


def make_context(
    article: Article, spans: Sequence[Sequence[Span]], found: Sequence[ActorFound], registry: Registry
) -> Context:
    named: dict[int, list[Named]] = {}
    for actor in found:
        if actor.slug not in registry.actors:
            continue
        for mention in actor.mentions:
            place = Named(at=mention.at, to=mention.at + len(mention.form), actor=actor.slug)
            named.setdefault(mention.block, []).append(place)
    frames = tuple(
        make_frame(block, tuple(spans[index]), named.get(index, [])) for index, block in enumerate(article.readable)
    )
    return Context(
        frames=frames,
        registry=registry,
        introduced=introductions(frames, registry),
        organisations=organisation_names(registry),
        reporters=reporters_in(frames, registry),
        strangers=strangers_in(frames),
    )


_latest: list[tuple[Registry, dict[frozenset[str], tuple[ActorSlug, ...]]]] = []  # one entry: articles share a registry


def organisation_names(registry: Registry) -> dict[frozenset[str], tuple[ActorSlug, ...]]:
    """Organisations by the stems of the words of each of their names, so that adjective and nation are alike."""
    if _latest and _latest[0][0] is registry:
        return _latest[0][1]
    names: dict[frozenset[str], set[ActorSlug]] = {}
    for actor in registry.actors.values():
        if actor.kind in (ActorKind.ORGANISATION, ActorKind.GROUP):
            for name in (actor.name, *actor.aliases):
                names.setdefault(frozenset(office_words(name)), set()).add(actor.slug)
    _latest[:] = [(registry, {words: tuple(sorted(slugs)) for words, slugs in names.items()})]
    return _latest[0][1]


def make_frame(block: Block, spans: tuple[Span, ...], named: list[Named]) -> Frame:
    masked = mask(block.text, spans)
    ordered = sorted(named, key=lambda place: (place.at, -place.to, place.actor))
    outside = [place for place in ordered if MASK not in masked[place.at : place.to]]
    return Frame(
        block=block,
        spans=spans,
        masked=masked,
        sentences=sentence_starts(masked, block.text, spans),
        named=tuple(outside),
    )


def mask(text: str, spans: Sequence[Span]) -> str:
    parts, position = [], 0
    for span in spans:
        if span.open < position:
            continue
        parts += [text[position : span.open], MASK * (span.close - span.open)]
        position = span.close
    return "".join([*parts, text[position:]])


def sentence_starts(masked: str, text: str, spans: Sequence[Span]) -> tuple[int, ...]:
    """A sentence ends at a full stop before a capital, also where that stop stands inside a quotation's closing mark."""
    starts = {0}
    for end in SENTENCE_END.finditer(masked):
        last = LAST_WORD.search(masked[max(end.start() - 16, 0) : end.start()])
        if last and masked[end.start()] == "." and is_abbreviation(last.group(1)):
            continue
        starts.add(end.end())
    for span in spans:
        inside = text[span.at : span.to].rstrip("’'*_ ")
        following = re.compile(r"[’')\]]*\s+").match(text, span.close)
        if inside[-1:] in ".!?…" and following and following.end() < len(text):
            next_one = text[following.end()]
            if not next_one.islower() and next_one not in "—–-(,":
                starts.add(following.end())
    return tuple(sorted(starts))


def is_abbreviation(word: str) -> bool:
    return word.lower() in ABBREVIATIONS or ABBREVIATED.fullmatch(word) is not None


REPORTS = re.compile(r"\s(?:writes|wrote|reports|reported)\b")


def reporters_in(frames: Sequence[Frame], registry: Registry) -> dict[ActorSlug, tuple[int, int]]:
    """Organisations that the article says to report ("The Gazette writes", "according to The Gazette"), and where first."""
    found: dict[ActorSlug, tuple[int, int]] = {}
    for number, frame in enumerate(frames):
        for place in frame.named:
            if registry.actors[place.actor].kind is ActorKind.ORGANISATION and place.actor not in found:
                before = frame.masked[max(place.at - 13, 0) : place.at].lower()
                if REPORTS.match(frame.masked, place.to) or before.endswith("according to "):
                    found[place.actor] = (number, place.at)
    return found


CAPITALISED = re.compile(
    r"\b([^\W\d_a-z][\w-]+)[’']?,? (?:said|says|told|added|wrote|noted|asked|explained|who|\d\d,)\b"
)
STATED_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? (?:[^\W\d_a-z][\w.-]* )?([^\W\d_a-z][\w-]+)|\b([^\W\d_a-z]\w+) (?:[A-Z]\. )?([^\W\d_a-z][\w-]+)"
)


def strangers_in(frames: Sequence[Frame]) -> frozenset[str]:
    """Last names of persons that are not registered: with a title or first name before them, or a verb of saying after."""
    found: set[str] = set()
    for frame in frames:
        places = [(match.start(1), match.group(1)) for match in CAPITALISED.finditer(frame.masked)]
        for match in STATED_NAME.finditer(frame.masked):
            if match.group(1):
                places.append((match.start(1), match.group(1)))
            elif match.group(2).lower() in MEN or match.group(2).lower() in WOMEN:
                places.append((match.start(3), match.group(3)))
        for at, word in places:
            if not word.isupper() and not frame.names_at(at):
                found.add(word)
    registered = {
        word for frame in frames for place in frame.named for word in frame.block.text[place.at : place.to].split()
    }
    return frozenset(
        found - registered - {"He", "She", "It", "They", "We", "I", "You", "Who", "And", "But", "The", "That"}
    )


INTRODUCTION = 60  # characters before a name that may hold its office
DESCRIBES = re.compile(
    r"(?!(?:and|but|as|while|when|after|before|with|in|on|at|to|for|from|by|or|that) )(?:[a-z]+|\w+[’']s) "
)
APPOSITION = re.compile(r"\s*,\s*([^,.;:" + MASK + r"]{3,80})")


def introductions(frames: Sequence[Frame], registry: Registry) -> dict[ActorSlug, frozenset[str]]:
    """For each person the words of office that stand right before the name, or between commas after it, and its registered role."""
    found: dict[ActorSlug, set[str]] = {}
    for frame in frames:
        for place in frame.named:
            actor = registry.actors[place.actor]
            if actor.kind is not ActorKind.PERSON:
                continue
            words = found.setdefault(place.actor, set(office_words(actor.role or "")))
            words.update(office_words(title_before(frame, place, registry)))
            after = APPOSITION.match(frame.masked, place.to)
            if after and DESCRIBES.match(after.group(1)):
                words.update(office_words(after.group(1)))
    return {slug: frozenset(words) for slug, words in found.items()}


def title_before(frame: Frame, place: Named, registry: Registry) -> str:
    """The words that run up to a name as a title does ("Ruritanian Foreign Minister", "Ruritania’s top diplomat")."""
    start = max(place.at - INTRODUCTION, 0)
    others = [other for other in frame.named_between(start, place.at) if is_person(registry, other.actor)]
    start = max([start, *(other.to for other in others)])
    title: list[str] = []
    for word in reversed(frame.masked[start : place.at].split()):
        plain = word.lower().removesuffix("’s").removesuffix("'s")
        if (
            not word[0].isalpha()
            or word[-1] in ",;:)"
            or not (
                word[0].isupper()
                or plain in TITLES
                or plain in PERSON_HEADS
                or plain in ("top", "senior", "of", "state")
            )
        ):
            break
        title.append(word)
    return " ".join(reversed(title))


def is_person(registry: Registry, slug: ActorSlug) -> bool:
    return registry.actors[slug].kind is ActorKind.PERSON


def office_words(text: str) -> list[str]:
    return [
        stem(word)
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower().replace("’s", "").replace("'s", ""))
        if len(word) > 1
    ]


# Adjectives of nations whose first letters are not the nation's own.
NATIONS = {
    "french": "franc", "british": "uk", "britain": "uk", "dutch": "nethe", "netherlands": "nethe", "swiss": "switz",
    "american": "us", "america": "us", "spanish": "spai", "greek": "greec", "danish": "denma", "turkish": "turk", "welsh": "wales",
    "polish": "pola", "finnish": "finl", "swedish": "swed", "irish": "irel", "kingdom": "uk", "states": "us", "moscow": "russ",
    "kremlin": "russ", "kyiv": "ukra", "kiev": "ukra", "beijing": "chin", "washington": "us", "london": "uk", "paris": "franc",
    "berlin": "germ", "chinese": "chin", "portuguese": "port", "norwegian": "norw", "czech": "czec",
    "ukrainian": "ukra", "ukraine": "ukra",
}  # fmt: skip


def stem(word: str) -> str:
    """The first letters, the same for a nation and its adjective: "Russian" and "Russia", "French" and "France"."""
    if word in NATIONS:
        return NATIONS[word]
    for ending in ("ese", "ish", "ian", "an", "ia", "i", "y", "a"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return stem(word[: -len(ending)])
    return word
