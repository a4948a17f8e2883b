"""The rules for attributions without a verb of saying: "X was blunt: “...”", "“...,” in the words of X"."""

from collections.abc import Callable, Sequence

from generator.statements.context import Context
from generator.statements.cues import possessor
from generator.statements.history import Speaker
from generator.statements.phrases import Phrase, main_subject, phrase_starting
from generator.statements.place import Place, without_dashes
from generator.statements.subjects import before_relative, subject_before
from generator.statements.tokens import Token
from generator.statements.words import AUXILIARY, CLAUSE_VERBS, SAYING, word_set

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

# Nouns for words that go with what somebody does ("reposted the speech with the words “...”").
ACCOMPANYING = frozenset(["words", "comment", "message", "remark", "caption", "line", "note", "reply", "post"])
# What is done with words, beside saying.
DONE_WITH_WORDS = word_set("""
reposted reposts shared shares opened opens closed closes ended ends began begins finished finishes left reacted reacts
greeted greets dismissed dismisses forwarded retweeted published publishes accompanied parted bowed intervened
signed signs turned resigned rose
""")
DENYING = word_set("denied denies deny rejected rejects reject disputed disputes dismissed dismisses rebuffed")
WORDING = word_set("phrase phrases term terms word words expression expressions wording formula line image metaphor")


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


def with_the_words(place: Place) -> Speaker | None:
    """``X reposted it with the words “...”``: the subject of what is done with words; not of "was greeted with the words"."""
    tokens = place.before[:-1] if place.before and place.before[-1].text in (":", ",") else place.before
    if not is_with_words(tokens):
        return None
    clause = tokens[:-3]
    verb = next((i for i in range(len(clause) - 1, 0, -1) if clause[i].lower in DONE_WITH_WORDS | SAYING), None)
    if verb is None or clause[verb - 1].lower in ("was", "were", "is", "are", "been", "being"):
        return None
    if any(token.lower in NOT_ANNOUNCING for token in clause[verb + 1 :]):
        return None
    speaker = place.speaker(subject_before(clause, verb))
    return speaker if speaker and (speaker.actor or speaker.person) else None


def is_with_words(tokens: Sequence[Token]) -> bool:
    """Whether these words end with ``with the words``, ``in these words``, ``with a comment``."""
    words = [token.lower for token in tokens[-3:]]
    return (
        len(words) == 3
        and words[0] in ("with", "in", "under")
        and words[1] in ("the", "these", "a", "this", "his", "her")
        and words[2] in ACCOMPANYING
    )


def denied_words_of_after(place: Place) -> Speaker | None:
    """``X denied that it was “...,” a phrase used by Y``: Y's words, not those of who denies them."""
    tokens = without_dashes(place.after)
    if len(tokens) < 3 or tokens[0].lower not in ("a", "an", "the") or tokens[1].lower not in WORDING:
        return None
    if not any(token.lower in DENYING for token in place.before):
        return None
    by = next((i for i, token in enumerate(tokens[:10]) if token.lower in ("by", "from")), None)
    if by is None:
        return Speaker()
    return place.speaker(phrase_starting(tokens, by + 1)) or Speaker()
