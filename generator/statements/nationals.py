"""Whom a nationality alone means: "the Dutchman", "the Ruritanian" (one person, and no nation)."""

from collections.abc import Sequence

from generator.model import ActorSlug
from generator.statements.context import Context
from generator.statements.descriptions import Resolve, person_of
from generator.statements.first_names import MEN, WOMEN
from generator.statements.history import History
from generator.statements.introductions import state_stems
from generator.statements.nations import NATIONS
from generator.statements.reading_offices import stem
from generator.statements.tokens import Token

# Nationals whose word is not their nation's adjective.
NATIONALS = {
    "dutchman": "netherlands", "dutchwoman": "netherlands", "frenchman": "franc", "frenchwoman": "franc", "briton": "uk",
    "englishman": "uk", "englishwoman": "uk", "scot": "uk", "scotsman": "uk", "scotswoman": "uk", "welshman": "uk",
    "welshwoman": "uk", "irishman": "ireland", "irishwoman": "ireland", "dane": "denmark", "swede": "swed", "finn": "finland",
    "pole": "poland", "turk": "turk", "spaniard": "spain", "czech": "czech", "slovak": "slovak", "greek": "greec",
    "serb": "serb", "croat": "croat", "slovene": "sloven", "norwegian": "norway",
}  # fmt: skip
NO_NATIONALS = frozenset(["jordan"])  # nations that end like an adjective


def national(
    context: Context, history: History, block: int, tokens: Sequence[Token], resolve: Resolve
) -> ActorSlug | None:
    """The only person of the sentence before, if nothing says that they are of another nation; nobody if two may be meant."""
    nation = nation_of(context, tokens)
    if nation is None:
        return None
    frame = context.frames[block]
    start, _ = frame.sentence_at(tokens[0].at)
    index = block if start else block - 1
    if index < 0:
        return None
    earlier = context.frames[index]
    end = start or len(earlier.masked)
    before, _ = earlier.sentence_at(end - 1) if end else (0, 0)
    about = person_of(context, history, index, before, end, resolve)
    if about is None or about.actor is None or not fits(context, about.actor, nation, tokens[-1].lower):
        return None
    people = {place.actor for place in earlier.named_between(before, end) if context.is_person(place.actor)}
    others = [actor for actor in people - {about.actor} if fits(context, actor, nation, tokens[-1].lower)]
    sure = nation in context.introduced(about.actor).nations
    return about.actor if sure or not others else None


def nation_of(context: Context, tokens: Sequence[Token]) -> str | None:
    """The nation in ``the Dutchman``, ``the 60-year-old Ruritanian``; None for any other phrase."""
    middle = [token.text for token in tokens[1:-1]]
    if len(tokens) < 2 or tokens[0].lower != "the" or not all(word.endswith("-old") for word in middle):
        return None
    word = tokens[-1].lower
    if word in NATIONALS:
        return NATIONALS[word]
    nation = stem(word)
    is_nation = nation in NATIONS or nation in state_stems(context.registry)
    return nation if is_nation and word.endswith(("an", "i")) and word != nation and word not in NO_NATIONALS else None


def fits(context: Context, actor: ActorSlug, nation: str, word: str) -> bool:
    """Whether a person may be of this nation, and be this woman or man."""
    first = next(iter(context.actor(actor).name.lower().split()), "")
    if word.endswith("woman") and first in MEN - WOMEN:
        return False
    if word.endswith("man") and word in NATIONALS and not word.endswith("woman") and first in WOMEN - MEN:
        return False
    nations = context.introduced(actor).nations
    return not nations or nation in nations
