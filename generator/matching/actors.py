"""The actors that an article names, and which of them head it.

What counts as naming: a name or alias always; a metonym unless it is the place (``places``); a family name or weak
alias where the article names its actor by name or alias anywhere, in the headline too.  If several such actors share
it, it goes to the one named nearest before; a stranger of that family name counts too (``strangers``).  A form that is
part of somebody else's name counts for nobody (``namesakes``).  An alias of ordinary words ("the army") counts where the
article names the actor otherwise, or an actor that the actor's own name or affiliations speak of.

A family name alone, without the full name in the article, counts only where writer and reader can mean one person: it
is nobody else's in the registry, no other given name stands before it in the article, and either it stands beside a
high office ("President Example") or a registered state ("Example, of Ruritania") and two more actors are named, or it
stands at least twice and three more are named, or once among five more, two of them persons: whom a writer names
so, amid all these, without ever introducing them, every reader knows.  Else we are silent.

Weight, in one paragraph: every mention counts 1, in the first two paragraphs 2, in the standfirst 3, in the headline 6;
the second and further mentions in one block count half.  The actors of an article are listed by weight.  Those that
*head* it are the ones named in its headline, and those with at least a quarter of the greatest weight, eight at most;
``actors: {add: [..]}`` in the header always puts one among them, ``drop`` takes one away, a plain list replaces them all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from generator.matching.forms import Forms, Strength, Use
from generator.matching.hits import Hit, find_hits, mention
from generator.matching.namesakes import is_another, other_given_name
from generator.matching.places import dateline, is_place
from generator.matching.strangers import Place, Strangers, find_strangers, last_before
from generator.matching.wording import HIGH_OFFICES, NAMES_THAT_ARE_WORDS
from generator.model import Actor, ActorFound, ActorKind, ActorSlug, Article, Block, Choice, Mention, Role
from generator.text import word_list

HEADS_SHARE = 0.25  # of the greatest weight in the article
HEADS_AT_MOST = 8
_PARAGRAPHS = frozenset({Role.LIST_ITEM, Role.QUOTATION})
_COMPANY = 5  # others that an article names in which a family name standing once is that of one whom all know
_PERSONS_IN_COMPANY = 2
_ROOT = 5  # letters by which names of one house are alike: Rurit-ania, Rurit-anian
_SHARED_ROOTS = word_list("unite natio inter feder democ repub gener counc minis north south weste easte centr secur")
_OF_AFTER = re.compile(r",?\s(?:of|from)\s")

Found = dict[ActorSlug, list[Hit]]


def find_actors(article: Article, forms: Forms) -> tuple[ActorFound, ...]:
    """The actors named in the article's readable blocks, those that weigh most first.

    The header's ``actors`` has the last word: an actor that it adds and the text does not name has no mentions.
    """
    hits = find_hits(article, forms)
    strangers = find_strangers(hits)
    found = _named(hits, strangers)
    _add_plain(hits, found, forms)
    _add_lone(hits, found, strangers, forms)
    blocks = tuple(article.readable)
    mentions = {slug: tuple(mention(hit, blocks[hit.block]) for hit in sorted(of)) for slug, of in found.items()}
    return _in_order(_chosen(mentions, article.actors, forms), blocks)


def heads(found: Sequence[ActorFound], article: Article) -> tuple[ActorSlug, ...]:
    """The actors that head the article, in order of weight: see the rule in this module's docstring."""
    if article.actors.only is not None:
        return tuple(actor.slug for actor in found)
    least = HEADS_SHARE * max((actor.weight for actor in found), default=0.0)
    in_headline = {actor.slug for actor in found if article.headline and any(m.block == 0 for m in actor.mentions)}
    heavy = [actor.slug for actor in found if actor.slug in in_headline or (actor.mentions and actor.weight >= least)]
    kept = set(heavy[:HEADS_AT_MOST]) | set(article.actors.add)
    return tuple(actor.slug for actor in found if actor.slug in kept)


# --- who is named ---------------------------------------------------------------------------------------------------


def _named(hits: Sequence[Hit], strangers: Strangers) -> Found:
    """The hits of every actor that the article names surely, with those of the weak forms that go with it.

    A form that is one actor's name and another's family name is the person's where the article names the person in full.
    """
    sure: list[tuple[ActorSlug, Hit]] = []
    family: list[Hit] = []
    by_name: dict[ActorSlug, list[Place]] = {}
    place: Hit | None = None
    for hit in hits:
        for use in hit.uses:
            strength = use.strength
            if use.weak:
                if not family or family[-1] is not hit:
                    family.append(hit)
            elif strength is Strength.METONYM and is_place(hit, place):
                place = hit
            elif (strength is Strength.NAME or strength is Strength.METONYM) and not _is_other(hit, use):
                sure.append((use.slug, hit))
                if strength is Strength.NAME:
                    by_name.setdefault(use.slug, []).append((hit.block, hit.at))
    found: Found = {}
    persons: set[Place] = set()
    for hit in family:
        slug = _nearest_before(hit, by_name, strangers)
        if slug is not None:
            found.setdefault(slug, []).append(hit)
            persons.add((hit.block, hit.at))
    for slug, hit in sure:
        if (hit.block, hit.at) not in persons:
            found.setdefault(slug, []).append(hit)
    return found


def _nearest_before(hit: Hit, by_name: Mapping[ActorSlug, Sequence[Place]], strangers: Strangers) -> ActorSlug | None:
    """Whom a weak form means: the one actor that the article names; of several the one whose name stands last before it."""
    able = [use.slug for use in hit.uses if use.weak and use.slug in by_name and not _is_other(hit, use)]
    if not able or strangers.named(hit):
        return None
    if len(able) == 1 and not strangers.shares_name(hit):
        return able[0]
    here = (hit.block, hit.at)
    before = max(((at, slug) for slug in able if (at := last_before(by_name[slug], here)) is not None), default=None)
    stranger = strangers.before(hit)
    if stranger is not None and (before is None or before[0] < stranger):
        return None
    if before is not None:
        return before[1]
    return able[0] if len(able) == 1 else None


def _is_other(hit: Hit, use: Use) -> bool:
    if is_another(hit, use):
        return True
    return use.strength is Strength.NAME and use.actor.kind is ActorKind.STATE and hit.at > 0 and dateline(hit)


# --- aliases of ordinary words --------------------------------------------------------------------------------------


def _add_plain(hits: Iterable[Hit], found: Found, forms: Forms) -> None:
    """Aliases of ordinary words, where the article names the actor otherwise or an actor that this one belongs to."""
    named = frozenset(found)
    meant: dict[ActorSlug, bool] = {}
    for hit, slug in _plain_hits(hits):
        if slug not in meant:
            meant[slug] = slug in named or _belongs_to_one(forms.registry.actors[slug], named, forms)
        if meant[slug]:
            found.setdefault(slug, []).append(hit)


def _plain_hits(hits: Iterable[Hit]) -> Iterator[tuple[Hit, ActorSlug]]:
    for hit in hits:
        if any(use.strength is Strength.PLAIN for use in hit.uses):
            able = [use.slug for use in hit.uses if use.strength is Strength.PLAIN]
            if len(able) == 1:
                yield hit, able[0]


def _belongs_to_one(actor: Actor, named: frozenset[ActorSlug], forms: Forms) -> bool:
    """Whether the article names an actor of the same house.

    An affiliation, a state that the actor's name speaks of (Ruritania, "Ruritanian army"), or a body whose name has the same
    root ("Ruritania's paramilitaries", the "European Parliament" beside the "European Union").
    """
    if named.intersection(actor.affiliations):
        return True
    if any(_roots(forms.registry.actors[slug]) & _roots(actor) for slug in named):
        return True
    states = [other.name for slug in named if (other := forms.registry.actors[slug]).kind is ActorKind.STATE]
    return any(name.startswith(state.rstrip("ae")) for state in states for name in (actor.name, *actor.aliases))


def _roots(actor: Actor) -> frozenset[str]:
    """What the actor's names begin with, where that is long enough to speak of a place or house; a person's speak of nobody else."""
    return frozenset() if actor.kind is ActorKind.PERSON else _roots_of((actor.name, *actor.aliases))


@cache
def _roots_of(forms: tuple[str, ...]) -> frozenset[str]:
    names = " ".join(forms).replace("’", " ").split()
    return frozenset(word[:_ROOT].lower() for word in names if word[0].isupper() and len(word) >= _ROOT) - _SHARED_ROOTS


# --- family names alone ---------------------------------------------------------------------------------------------


def _add_lone(hits: Sequence[Hit], found: Found, strangers: Strangers, forms: Forms) -> None:
    """Family names of persons whom the article never names in full, where they prove enough."""
    lone: Found = {}
    for hit in hits:
        if len(hit.uses) == 1 and hit.uses[0].strength is Strength.LAST_NAME and hit.uses[0].slug not in found:
            lone.setdefault(hit.uses[0].slug, []).append(hit)
    lone = {slug: of for slug, of in lone.items() if not any(map(strangers.shares_name, of))}
    named = frozenset(found)
    of_states = [hit for slug in named for hit in found[slug] if forms.registry.actors[slug].kind is ActorKind.STATE]
    edges = {(hit.block, edge) for hit in of_states for edge in (hit.at, hit.to)}
    persons = sum(forms.registry.actors[slug].kind is ActorKind.PERSON for slug in named)
    for slug, of in lone.items():
        if _proves_enough(of, len(named), persons, edges):
            found[slug] = [hit for hit in of if not _is_other(hit, hit.uses[0])]


def _proves_enough(of: Sequence[Hit], company: int, persons: int, edges: set[Place]) -> bool:
    own_words = of[0].uses[0].own_words
    if any(hit.form.lower() in NAMES_THAT_ARE_WORDS for hit in of):
        return False
    if any(other_given_name(hit, own_words) is not None for hit in of if not hit.capitals):
        return False
    sure = [hit for hit in of if not _is_other(hit, hit.uses[0])]
    if any(_has_high_office(hit) or _is_of_a_state(hit, edges) for hit in sure):
        return company >= 2
    if company >= _COMPANY and persons >= _PERSONS_IN_COMPANY:
        return bool(sure)
    return len(sure) >= 2 and company >= 3


def _has_high_office(hit: Hit) -> bool:
    """President Example, Foreign Minister Example."""
    return hit.word_before.lower() in HIGH_OFFICES


def _is_of_a_state(hit: Hit, edges: set[Place]) -> bool:
    """Example, of Ruritania; Ruritania's Example."""
    after = _OF_AFTER.match(hit.text, hit.to)
    if after is not None and (hit.block, after.end()) in edges:
        return True
    return hit.text[max(0, hit.at - 3) : hit.at] == "'s " and (hit.block, hit.at - 3) in edges


# --- the header's word, weight and order ----------------------------------------------------------------------------


def _chosen(
    mentions: Mapping[ActorSlug, tuple[Mention, ...]], choice: Choice, forms: Forms
) -> Mapping[ActorSlug, tuple[Mention, ...]]:
    """The actors that the header lets stand: ``only`` replaces those found, ``add`` and ``drop`` correct them."""
    wanted = list(mentions if choice.only is None else map(ActorSlug, choice.only)) + list(map(ActorSlug, choice.add))
    return {
        slug: mentions.get(slug, ()) for slug in wanted if slug in forms.registry.actors and slug not in choice.drop
    }


def _in_order(mentions: Mapping[ActorSlug, tuple[Mention, ...]], blocks: Sequence[Block]) -> tuple[ActorFound, ...]:
    places = list(_weights(blocks))
    found = [ActorFound(slug=slug, mentions=of, weight=_weight(of, places)) for slug, of in mentions.items()]
    return tuple(sorted(found, key=lambda actor: (-actor.weight, actor.slug)))


def _weights(blocks: Iterable[Block]) -> Iterator[float]:
    paragraphs = 0
    for block in blocks:
        paragraphs += block.role is Role.PARAGRAPH or block.role in _PARAGRAPHS  # hashing a role takes its time
        if block.role is Role.TITLE:
            yield 6.0
        elif block.role is Role.STANDFIRST:
            yield 3.0
        else:
            yield 2.0 if paragraphs <= 2 and block.role is not Role.HEADING else 1.0


def _weight(mentions: Iterable[Mention], places: Sequence[float]) -> float:
    total, seen = 0.0, set()
    for one in mentions:
        total += places[one.block] / (2 if one.block in seen else 1)
        seen.add(one.block)
    return total
