"""The rules for attributions without a verb of saying: "X was blunt: “...”", "“...,” in the words of X"."""

from collections.abc import Callable, Sequence

from generator.statements.context import Context
from generator.statements.cues import possessor
from generator.statements.history import Speaker
from generator.statements.phrases import Phrase, main_subject, phrase_starting
from generator.statements.place import Place, without_dashes
from generator.statements.subjects import before_relative
from generator.statements.tokens import Token
from generator.statements.words import AUXILIARY, SAYING

# Verbs, beside auxiliaries and those in -ed, with which a clause about a person announces that person's words.
CLAUSE_VERBS = frozenset(
    [
        "went",
        "came",
        "took",
        "put",
        "made",
        "gave",
        "kept",
        "struck",
        "sounded",
        "spoke",
        "drew",
        "began",
        "chose",
        "shot",
        "hit",
        "goes",
        "comes",
        "takes",
        "puts",
        "makes",
        "gives",
        "keeps",
        "sounds",
        "strikes",
        "speaks",
        "draws",
        "sums",
    ]
)
# What such a clause announces is read or heard, not said by its subject.
NOT_ANNOUNCING = frozenset(
    [
        "sign",
        "signs",
        "banner",
        "banners",
        "poster",
        "posters",
        "placard",
        "placards",
        "slogan",
        "slogans",
        "headline",
        "inscription",
        "plaque",
        "cap",
        "hat",
        "t-shirt",
        "wall",
        "walls",
        "letter",
        "leaflet",
        "screen",
        "greeted",
        "met",
        "heard",
        "received",
        "shown",
        "welcomed",
        "confronted",
        "handed",
        "entitled",
        "named",
        "quotes",
        "crowd",
        "fans",
        "protesters",
        "title",
        "song",
        "film",
        "book",
        "motto",
    ]
)


def clause_and_colon(place: Place) -> Speaker | None:
    """``X was blunt: “...”``: a clause about a person, a colon, and a quotation with a sentence of its own."""
    tokens = place.before
    if len(tokens) < 3 or tokens[-1].text != ":" or not place.is_sentence or (place.rest and place.rest[0].text == ","):
        return None
    return clause_speaker(place.context, tokens[:-1], place.speaker)


def clause_speaker(
    context: Context, tokens: Sequence[Token], resolved: Callable[[Phrase | None], Speaker | None]
) -> Speaker | None:
    """The subject of the clause that announces a quotation, if that is a registered person."""
    start = max(
        (
            index + 1
            for index, token in enumerate(tokens)
            if token.text == ";" or (index and token.lower in ("but", "and", "while", "whereas", "yet"))
        ),
        default=0,
    )
    clause = tokens[start:]
    relative = max((i for i, token in enumerate(clause) if i and token.lower == "who"), default=None)
    if relative is not None and not any(token.text == "," for token in clause[relative:]):
        phrase, rest = before_relative(clause, relative), clause[relative:]
    else:
        phrase, rest = main_subject(clause), clause
    if any(token.lower in NOT_ANNOUNCING for token in rest) or any(
        token.lower in SAYING and rest[index].lower in ("was", "were", "been", "being", "is", "are")
        for index, token in enumerate(rest[1:])
    ):
        return None
    if not any(token.lower in AUXILIARY | CLAUSE_VERBS or token.lower.endswith("ed") for token in rest):
        return None
    speaker = resolved(phrase)
    return speaker if speaker is not None and context.is_person(speaker.actor) else None


def in_the_words_of_after(place: Place) -> Speaker | None:
    """``“...,” in the words of X``, ``“...,” in X’s words``, ``“...,” to quote X``."""
    tokens = without_dashes(place.after)
    words = [token.lower for token in tokens]
    if words[:4] == ["in", "the", "words", "of"]:
        return place.speaker(phrase_starting(tokens, 4))
    if words[:2] == ["to", "quote"] or words[:1] == ["per"]:
        return place.speaker(phrase_starting(tokens, 2 if words[0] == "to" else 1))
    if words[:1] == ["in"] or words[:2] == ["to", "use"] or words[:2] == ["to", "borrow"]:
        owner = next((i for i, token in enumerate(tokens[:8]) if token.possessive), None)
        if owner is not None and set(words[owner + 1 : owner + 4]) & {"words", "phrase", "word", "telling", "formula"}:
            return possessor(place, tokens[owner])
    return None
