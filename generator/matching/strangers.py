"""Other people of the same family name: whom an article names though no registry file knows them.

Once an article speaks of "Boris Example", a bare "Example" after that is Boris, until Ada Example is named again.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.matching.forms import Strength
from generator.matching.hits import Hit
from generator.matching.namesakes import only_opens_sentence, other_given_name

Place = tuple[int, int]  # block, offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers:
    """Where an article names strangers by given and family name, by the last word of the family name, and their names."""

    places: dict[str, list[Place]]
    names: frozenset[tuple[str, str]]

    def named(self, hit: Hit) -> bool:
        """Whether the hit is one of them, in a headline too, where capitals alone prove no given name."""
        return bool(self.names) and (hit.word_before, _last_word(hit)) in self.names

    def shares_name(self, hit: Hit) -> bool:
        """Whether the article names one of them with this family name anywhere."""
        return bool(self.places) and _last_word(hit) in self.places

    def before(self, hit: Hit) -> Place | None:
        """Where one of them is last named before the hit."""
        return max(
            (place for place in self.places.get(_last_word(hit), ()) if place < (hit.block, hit.at)), default=None
        )


def last_before(places: Sequence[Place], here: Place) -> Place | None:
    """The last of the places, given in reading order, that stands before here."""
    at = bisect_left(places, here)
    return places[at - 1] if at else None


def find_strangers(hits: Sequence[Hit]) -> Strangers:
    """Those that other given names, and the "not to be confused with" of the registry, tell from its actors."""
    places: dict[str, list[Place]] = {}
    names: set[tuple[str, str]] = set()
    for hit in hits:
        strength = hit.uses[0].strength
        if strength is Strength.NAME and len(hit.uses) == 1:
            continue
        if strength is Strength.NOBODY:
            places.setdefault(_last_word(hit), []).append((hit.block, hit.at))
        elif (given := _stranger(hit)) is not None and not hit.capitals:
            places.setdefault(_last_word(hit), []).append((hit.block, hit.at))
            names.add((given, _last_word(hit)))
    return Strangers(places=places, names=frozenset(names))


def _stranger(hit: Hit) -> str | None:
    """The other given name before a family name, where it is surely one."""
    if not hit.amid_capitals or not hit.word_before[:1].isupper():
        return None
    given = [other_given_name(hit, use.own_words) for use in hit.uses if use.family]
    return given[0] if given and None not in given and not only_opens_sentence(hit) else None


def _last_word(hit: Hit) -> str:
    return hit.form.split()[-1]
