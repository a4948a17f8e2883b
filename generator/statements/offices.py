"""Whether a description can mean a person ("the French leader"), and which organisation one means ("the central bank")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.model import ActorKind, ActorSlug
from generator.statements.context import Context
from generator.statements.introductions import state_stems
from generator.statements.names import gender_fits_word
from generator.statements.office_words import FIELDS, OFFICE_ADJECTIVES, SAME_OFFICE, SECOND_NAMES, SOLE_OFFICES
from generator.statements.reading_offices import Office, office_words, read_office, stem
from generator.statements.words import ARTICLES, BODY_WORDS, ORGANISATION_HEADS, OUTLET_HEADS

# Fields of offices of state: "the police chief" may be anybody's, "the defence minister" is the one whom a text is about.
MINISTRIES = FIELDS - frozenset(
    [
        "army",
        "navy",
        "air",
        "police",
        "military",
        "intelligence",
        "spy",
        "bank",
        "bishop",
        "union",
        "opposition",
        "campaign",
        "party",
        "parliamentary",
        "tech",
        "sports",
        "home",
    ]
)
COMMON_OWNERS = frozenset(["government", "state", "cabinet", "country", "nation", "bloc", "alliance", "union"])


class Fit(IntEnum):
    """How far what is known of a person agrees with a description."""

    NOT = 0  # another office, nation or body
    OPEN = 1  # nothing is known that agrees or disagrees
    LIKELY = 2  # the office agrees, but nobody says of which nation or body
    SURE = 3


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says; ``names`` are the names of each registered body in it, any of which will do."""

    head: str
    office: Office
    wanted: frozenset[str]
    names: tuple[tuple[frozenset[str], ...], ...] = ()
    plain: bool = True  # no common noun says of what the office is ("the museum director")

    @property
    def is_bare(self) -> bool:
        office = self.office
        return not (office.fields or office.nations or office.bodies or office.parties or self.names)

    @property
    def is_second_name(self) -> bool:
        """Whether it may mean somebody of whom no office is known."""
        return (
            self.plain
            and self.office.fields <= MINISTRIES
            and any(office.removeprefix("former-") in SECOND_NAMES for office in self.office.offices)
        )

    @property
    def is_former(self) -> bool:
        """Whether it names an office held once: what its holder is called now is another."""
        return any(one.startswith("former-") for one in self.office.offices)

    @property
    def is_office(self) -> bool:
        """Whether it may mean somebody who was not introduced with it."""
        return any(office.removeprefix("former-") in SOLE_OFFICES for office in self.office.offices)


def describe(context: Context, text: str, head: str, places: Sequence[ActorSlug]) -> Description:
    """The description that this text is; ``places`` are the states and organisations named in it."""
    office = read_office(text, state_stems(context.registry))
    if not office.offices:
        office |= Office(offices=frozenset([head]))
    names: list[tuple[frozenset[str], ...]] = []
    named: set[str] = set()
    for slug in places:
        actor = context.actor(slug)
        if actor.kind is not ActorKind.PERSON:
            own = tuple(frozenset(office_words(name)) for name in (actor.name, *actor.aliases, *actor.metonyms))
            names.append(own)
            named.update(*own)
    rest = Office(office.offices, office.fields, office.nations - named, office.bodies - named, office.parties)
    return Description(
        head,
        rest,
        wanted_offices(rest, is_bare=rest.nations | rest.bodies | rest.fields == set() and not names),
        tuple(names),
        is_plain(text, head),
    )


def is_plain(text: str, head: str) -> bool:
    """Whether only names, fields and common adjectives stand with the office: "the Ruritanian security chief"."""
    before, _, after = text.partition(head)
    modifiers = [word for word in before.replace("’s", "").split() if word[:1].islower()]
    owner = re.match(r" (?:of|for) (?:the |its |an? )?([^\W\d_]+)", after)
    return all(
        word in OFFICE_ADJECTIVES or word in FIELDS or word in ARTICLES or word.endswith("-old") for word in modifiers
    ) and (owner is None or owner.group(1)[0].isupper() or owner.group(1) in COMMON_OWNERS)


def wanted_offices(office: Office, *, is_bare: bool) -> frozenset[str]:
    """The offices in an introduction that a description's office may mean."""
    former = any(one.startswith("former-") for one in office.offices)
    wanted: set[str] = set()
    for one in office.offices:
        if former and not one.startswith("former-"):
            continue
        base = one.removeprefix("former-").removeprefix("deputy-")
        prefix = one[: len(one) - len(base)]
        same = {base}
        if not (is_bare and base in ("chief", "head", "boss")):
            same.update(*(row for said, row in SAME_OFFICE if base in said))
        if base in ("chief", "head", "boss") and office.fields:
            same.add("minister")
        wanted.update(prefix + other for other in same)
    return frozenset(wanted)


def judge(context: Context, actor: ActorSlug, description: Description) -> Fit:
    """How a person's introductions agree with a description: another nation, body or office is a contradiction, none is none."""
    known = context.introduced(actor)
    said = description.office
    if not gender_fits_word(context.actor(actor).name, description.head):
        return Fit.NOT
    holds = bool(known.offices & description.wanted)
    holds_another = any(one.removeprefix("former-") in SOLE_OFFICES for one in known.offices)
    still_holds = any("former-" + one in description.wanted for one in known.offices)
    if not holds and (not description.is_office or (holds_another and (not description.is_former or still_holds))):
        return Fit.NOT
    owner = min(
        owned(said.nations, known.nations, known.bodies if holds else frozenset()),
        owned(said.bodies, known.bodies, known.nations if holds else frozenset()),
        owned(said.parties, known.parties, frozenset()),
        *(named_owner(names, known, titled=holds) for names in description.names),
    )
    if owner is Fit.NOT:
        return Fit.NOT
    if not holds:
        agrees = owner is Fit.SURE and (said.nations or said.bodies or description.names)
        return Fit.LIKELY if agrees else Fit.OPEN if description.is_second_name else Fit.NOT
    if not said.fields <= known.fields:
        return Fit.NOT if known.fields and not said.fields & known.fields else min(owner, Fit.LIKELY)
    return owner


def owned(said: frozenset[str], known: frozenset[str], others: frozenset[str]) -> Fit:
    """Whether what a description says its office is of agrees with what is known; ``others`` would be of another kind."""
    if said <= known:
        return Fit.SURE
    return Fit.NOT if known or others else Fit.LIKELY


def named_owner(names: Sequence[frozenset[str]], known: Office, *, titled: bool) -> Fit:
    """The same for a registered state or organisation: one of its names is enough."""
    words = known.nations | known.bodies
    if any(name and name <= words for name in names):
        return Fit.SURE
    return Fit.NOT if known.nations or (known.bodies and titled) else Fit.LIKELY


def described_organisation(
    context: Context, block: int, position: int, head: str, modifiers: Sequence[str]
) -> ActorSlug | None:
    """For "the company", "the central bank", "the newspaper": the one organisation named shortly before that it can be."""
    if head in OUTLET_HEADS:
        return reporting_outlet(context, block, position)
    if head not in ORGANISATION_HEADS or (modifiers and [*modifiers, head] != ["central", "bank"]):
        return None
    kinds = frozenset(map(stem, BODY_WORDS.get(head, (head,))))
    for index in range(block, max(block - 2, 0) - 1, -1):
        end = position if index == block else 1 << 60
        places = context.frames[index].named_before(end)
        named = {place.actor for place in places if context.actor(place.actor).kind is ActorKind.ORGANISATION}
        fitting = {actor for actor in named if is_body(context, actor, kinds)}
        if len(fitting) > 1:  # one whose own name has the word is meant rather than another of its kind
            fitting = {actor for actor in fitting if is_body(context, actor, frozenset([stem(head)]))}
        if len(fitting) == 1 and (len(named) == 1 or head in BODY_WORDS):
            return fitting.pop()
        if len(named) == 1 and head in ("company", "firm", "group"):
            return named.pop()
        if named:
            return None
    return None


def is_body(context: Context, slug: ActorSlug, kinds: frozenset[str]) -> bool:
    """Whether one of the organisation's names says that it is of this kind."""
    actor = context.actor(slug)
    return any(kinds & set(office_words(name)) for name in (actor.name, *actor.aliases))


def reporting_outlet(context: Context, block: int, position: int) -> ActorSlug | None:
    """The one organisation that the article so far says to report."""
    earlier = [actor for actor, place in context.reporters.items() if place < (block, position)]
    return earlier[0] if len(earlier) == 1 else None
