"""Names that the archive's texts hold and its registry does not: found by counting capitalised runs.

A run of capitalised words inside a sentence is a name; at a sentence's start only if its words are capitalised elsewhere
too.  Offices, nations and titles before a name are taken off.  States, cities, days and agencies are no news to anybody.
Counting finds as many persons as a trained model does (DESIGN.md section 8), and can say why.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from rapidfuzz import fuzz, process

from generator.crossref import Entry
from generator.matching.wording import NOT_GIVEN_NAMES, OFFICES, PARTICLES
from generator.model import ActorKind, ActorSlug, Block, Registry, Role, Style
from generator.text import slugify, word_list

ALIKE = 85.0  # from here on, a name may be a spelling of a registered one
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?")
_SENTENCE = re.compile(r"(?:^|[.!?…:][\"'”’»)]*\s+|[“\"«‘]\s*)$")
_PARENTHESIS = re.compile(r"\([^()]{1,300}\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,3}\.")
_ACTS = re.compile(
    r",|['’]s\b| (?:said|says|told|added|wrote|warned|called|met|spoke|argued|insisted)\b"
)  # what follows a person

# Words that make a run of capitals the name of an organisation, of a place, or of neither.
_ORGANISATION = frozenset(
    [
        "agency",
        "alliance",
        "army",
        "assembly",
        "association",
        "authority",
        "bank",
        "board",
        "bureau",
        "cabinet",
        "chamber",
        "club",
        "coalition",
        "college",
        "command",
        "commission",
        "committee",
        "company",
        "congress",
        "conference",
        "corporation",
        "corps",
        "council",
        "court",
        "department",
        "directorate",
        "embassy",
        "",
        "forces",
        "force",
        "foundation",
        "front",
        "fund",
        "government",
        "group",
        "institute",
        "institution",
        "league",
        "mission",
        "ministry",
        "movement",
        "network",
        "office",
        "organisation",
        "organization",
        "parliament",
        "party",
        "police",
        "press",
        "secretariat",
        "senate",
        "service",
        "society",
        "treasury",
        "tribunal",
        "union",
        "university",
        "watch",
        "duma",
        "bundestag",
        "rada",
    ]
)
_PLACE = word_list(
    """
    airport avenue base bay bridge canal cape city coast desert east forest gulf hall hill house island islands
    joint lake mount mountain north ocean oblast palace peninsula plaza port province region republic river road sea
    south square state states strait street valley west white central eastern western northern southern middle
    """
)
_NEITHER = word_list(
    """
    act accord accords agreement article award club cup charter conversation day declaration doctrine era festival
    games general-assembly memorandum one pact peace plan prize protocol resolution round social start summit
    telegram times treaty truth war week world year tomahawk tomahawks facebook twitter youtube instagram monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december foreign prime vice special defence defense interior finance press security direct
    national supreme european former federal general republican democratic democrat democrats republicans western
    """
)
_OFFICE_TAILS = word_list(
    """
    state affairs treasury
    """
)  # "Secretary of State Ada Example"
_OUTLETS = word_list(
    """
    AFP AP Reuters TASS RIA Interfax Bloomberg CNN BBC NBC CBS ABC Fox CNBC Getty Shutterstock EPA DPA ANI PTI UPI
    Anadolu Xinhua Kyodo Sputnik Politico UNN
    """
)
_NO_NAMES = word_list(
    """
    CEO CFO GMT UTC EST EDT CET BST PDF FAQ USA FILE PHOTO LIVE UPDATE BREAKING LEADER HAPPY
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A name that no registry file knows.

    ``mentions`` counts it over all articles, ``articles`` in how many; ``sentence`` is where it stands first, ``where``
    that place as path:line.  ``near`` is the registered actor of which it may be a spelling, with the likeness (0 to 100).
    """

    name: str
    kind: ActorKind
    mentions: int
    articles: int
    sentence: str
    where: str
    near: ActorSlug | None = None
    likeness: int = 0

    @property
    def path(self) -> str:
        return f"content/actors/{slugify(self.name)}.md"

    @property
    def file(self) -> str:
        """The actor's file, ready to paste; what only a person can know is left to fill in."""
        return (
            f"---\nname: {self.name}\nkind: {self.kind}\n---\nWho or what this is, in two sentences, with the source.\n"
        )


@dataclass(slots=True)
class _Seen:
    mentions: int = 0
    articles: set[str] = field(default_factory=set)
    sentence: str = ""
    where: str = ""


def suggest(entries: Sequence[Entry], registry: Registry) -> list[Suggestion]:
    """Persons first, then organisations; each by the number of articles, then of mentions."""
    seen = _collect(entries)
    known = {
        name: actor.slug
        for actor in registry.actors.values()
        for name in (actor.name, *actor.aliases, *actor.weak_aliases)
    }
    suggestions = []
    for name, found in seen.items():
        kind = _kind(name)
        if kind is None or name in known:
            continue
        near = process.extractOne(name, known.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        suggestions.append(
            Suggestion(
                name=name,
                kind=kind,
                mentions=found.mentions,
                articles=len(found.articles),
                sentence=found.sentence,
                where=found.where,
                near=known[near[0]] if near else None,
                likeness=round(near[1]) if near else 0,
            )
        )
    return sorted(suggestions, key=lambda s: (s.kind is not ActorKind.PERSON, -s.articles, -s.mentions, s.name))


def _collect(entries: Sequence[Entry]) -> dict[str, _Seen]:
    """Every unknown run with where it stands; a family name alone counts for the full name in the same article."""
    inside = _words_inside_sentences(entries)
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for entry in entries:
        covered = {
            (m.block, at) for found in entry.actors for m in found.mentions for at in range(m.at, m.at + len(m.form))
        }
        runs: list[tuple[str, int, Block, int]] = []
        for index, block in enumerate(entry.article.readable):
            if block.role in (Role.HEADING, Role.CODE, Role.TABLE, Role.RULE, Role.TITLE):
                continue
            cited = _citations(block)
            for name, at in _runs(block.text, inside):
                if (index, at) not in covered and not any(start <= at < end for start, end in cited):
                    runs.append((name, index, block, at))
        full = {name.split()[-1]: name for name, _, _, _ in reversed(runs) if " " in name}
        for name, _, block, at in runs:
            whole = full.get(name, name)
            if " " not in whole and not (whole.isupper() and inside[whole] > 1):
                continue  # one word alone is an organisation's only as an acronym, met again
            found = seen[whole]
            found.mentions += 1
            found.articles.add(entry.article.slug)
            if not found.sentence:
                found.sentence = _sentence(block.text, at)
                found.where = f"{entry.article.path}:{block.line}"
    return seen


def _citations(block: Block) -> list[tuple[int, int]]:
    """Where a block names its sources: links that leave the archive, and parentheses that hold a year."""
    links = [
        (mark.start, mark.end) for mark in block.marks if mark.style is Style.LINK and mark.href.startswith("http")
    ]
    return links + [found.span() for found in _PARENTHESIS.finditer(block.text) if _YEAR.search(found[0])]


def _words_inside_sentences(entries: Iterable[Entry]) -> Counter[str]:
    """How often each word stands capitalised where no sentence begins."""
    counts: Counter[str] = Counter()
    for entry in entries:
        for block in entry.article.readable:
            if block.role in (Role.PARAGRAPH, Role.STANDFIRST, Role.QUOTATION, Role.LIST_ITEM):
                for token in _TOKEN.finditer(block.text):
                    if token[0][0].isupper() and not _opens(block.text, token.start()):
                        counts[token[0].rstrip(".")] += 1
    return counts


def _opens(text: str, at: int) -> bool:
    return at == 0 or _SENTENCE.search(text[max(0, at - 4) : at]) is not None


def _runs(text: str, inside: Counter[str]) -> Iterator[tuple[str, int]]:
    """Names in a text with their offsets: capitalised words in a row, with initials and particles between them."""
    run: list[re.Match[str]] = []
    for token in [*_TOKEN.finditer(text), None]:
        if token is not None and run and text[run[-1].end() : token.start()] == " " and _joins(token[0], run):
            run.append(token)
            continue
        yield from _cleaned(run, text, inside)
        run = [token] if token is not None and token[0][0].isupper() else []


def _joins(word: str, run: list[re.Match[str]]) -> bool:
    if run[-1][0].endswith(".") and not _INITIAL.fullmatch(run[-1][0]):
        return False  # a sentence ended
    return word[0].isupper() or (word in PARTICLES and len(run) < 5)


def _cleaned(run: list[re.Match[str]], text: str, inside: Counter[str]) -> Iterator[tuple[str, int]]:
    """A run without what is no name: offices, nations, opening words; nothing if nothing is left."""
    tokens = list(run)
    while tokens and not tokens[-1][0][0].isupper():
        tokens.pop()
    offices = [i for i, token in enumerate(tokens[:-1]) if token[0].lower() in OFFICES]
    if offices:
        tokens = tokens[offices[-1] + 1 :]  # "Treasury Secretary Ada Example": the office, then its holder
    elif any(token[0].lower() in _ORGANISATION for token in tokens):
        if _opens(text, tokens[0].start()) and tokens[0][0].lower() in NOT_GIVEN_NAMES:
            tokens.pop(0)
        yield " ".join(token[0] for token in tokens).rstrip("."), tokens[0].start() if tokens else 0
        return
    acts = bool(tokens) and len(tokens) in (2, 3) and _ACTS.match(text, tokens[-1].end()) is not None
    while tokens and _is_lead(tokens[0], text, inside, acts=acts):
        tokens.pop(0)
    if not tokens or len(tokens) > 6:
        return
    words = [re.sub(r"['’]s?$", "", token[0]) for token in tokens]
    words[-1] = words[-1].rstrip(".") if not _INITIAL.fullmatch(words[-1]) else words[-1]
    yield " ".join(words), tokens[0].start()


def _is_lead(token: re.Match[str], text: str, inside: Counter[str], *, acts: bool) -> bool:
    """Whether a run's first word is no part of the name: an office, a nation, or a word that only opens the sentence."""
    word = token[0].rstrip(".")
    lower = word.lower()
    if (
        lower in NOT_GIVEN_NAMES
        or lower in OFFICES
        or lower in _NEITHER
        or lower in _OFFICE_TAILS
        or word in _nations()
        or not word[0].isupper()
    ):
        return lower not in _ORGANISATION
    return not acts and _opens(text, token.start()) and not inside[word] and not _INITIAL.fullmatch(token[0])


def _sentence(text: str, at: int) -> str:
    start = max((found.end() for found in re.finditer(r"[.!?]\s+", text[:at])), default=0)
    end = re.compile(r"[.!?](?:\s|$)").search(text, at)
    return text[start : end.end() if end else len(text)].strip()


@cache
def _nations() -> frozenset[str]:
    """Names of states and languages as Unicode lists them: Ruritania's kind, and the adjectives that go with it."""
    locale = Locale("en")
    names = {str(name) for name in locale.territories.values()} | {str(name) for name in locale.languages.values()}
    adjectives = "American British Israeli Palestinian Iranian Iraqi Syrian Jordanian Egyptian Saudi Emirati Qatari Yemeni Sudanese Indian Pakistani Afghan Australian Canadian Mexican Brazilian Argentine Austrian Belgian Swiss European African Asian Western Houthi Soviet Slavic Kurdish Lebanese Libyan Moroccan Algerian Tunisian Nigerian Kenyan Ethiopian Venezuelan Colombian Cuban Chilean Taiwanese US UK EU UN U.S U.K U.N"
    return frozenset(names | set(adjectives.split()))


@cache
def _places() -> frozenset[str]:
    """States, and the cities by which the time zones are named, with the capitals and seats of talks that those lack."""
    cities = {zone.rsplit("/", 1)[-1].replace("_", " ") for zone in available_timezones()}
    more = "Washington Beijing Geneva Strasbourg Davos Alaska Kiev Kharkiv Odesa Odessa Lviv Ankara Tel_Aviv New_Delhi Mumbai Gaza Rafah Munich Donbas Donetsk Luhansk Crimea Kherson Zaporizhzhia Texas Florida California Camp_David Oval_Office Red_Sea White_House"
    return frozenset(
        cities
        | {place.replace("_", " ") for place in more.split()}
        | {str(n) for n in Locale("en").territories.values()}
    )


def _kind(name: str) -> ActorKind | None:
    """Person or organisation, where the words of the name say so; None for what is neither, or not certain."""
    words = name.split()
    lower = [word.lower().strip(".") for word in words]
    if name in _places() or any(word in _OUTLETS for word in words):
        return None
    if any(word in _ORGANISATION for word in lower):
        return (
            ActorKind.ORGANISATION
            if len(words) > 1 and not any(word in _NEITHER - {"foreign"} or word in _PLACE for word in lower[-1:])
            else None
        )
    if len(words) == 1:
        return ActorKind.ORGANISATION if name.isupper() and 3 <= len(name) <= 7 and name not in _NO_NAMES else None
    if any(word in _PLACE or word in _NEITHER for word in lower) or any(word in _nations() for word in words):
        return None
    if len(words) > 4 or any(word.isupper() and len(word) > 3 for word in words):
        return None
    if " ".join(words[:2]) in _places() or words[-1] in _places():
        return None
    return ActorKind.PERSON


def unmet_forms(entries: Sequence[Entry], registry: Registry) -> list[tuple[ActorSlug, list[str]]]:
    """For each actor whose names the archive never writes: those forms.  Other scripts wait for their readers, and are left out."""
    met: dict[ActorSlug, set[str]] = defaultdict(set)
    for entry in entries:
        for found in entry.actors:
            met[found.slug].update(mention.form for mention in found.mentions)
    unmet = []
    for slug, actor in sorted(registry.actors.items()):
        forms = [form for form in (actor.name, *actor.aliases) if form.isascii() and form not in met[slug]]
        if forms and not met[slug]:
            unmet.append((slug, forms))
    return unmet


def without_introduction(registry: Registry) -> list[ActorSlug]:
    """The actors whose page would open with nothing."""
    return [slug for slug, actor in sorted(registry.actors.items()) if not actor.introduction]
