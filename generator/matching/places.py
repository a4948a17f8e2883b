"""Whether a metonym is the place here: in Moscow, a dateline, the Washington talks; one rule, one function, in a table.

A metonym denotes its actor unless a rule sees the place.  The rules read the words beside it only, and where a word
can mean both ("from Moscow"), they take it for the place: an actor that acts is named again.
"""

import re
from collections.abc import Callable

from generator.matching.hits import Hit

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_PART = r"(?:the|central|downtown|inner|greater|nearby|northern|southern|eastern|western|north|south|east|west)"

_IN = re.compile(
    rf"\b(?:in|at|from|near|outside|inside|into|through|throughout|across|around|via|within|beyond|above|downtown|central"
    rf"|en|im|in der|aus|nach|bei|à|em|w|we|v|ve|в|во|из|под)\s+(?:{_PART}\s+){{0,2}}$",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"'s?\s+(?:own\s+)?(?:view|eyes|favou?r|hands|interests?|opinion|perspective|side|sphere|orbit|request|insistence|behest"
    r"|urging|expense|direction|position|demands?|intentions?|approach|policy|support|orders?|pocket|power)\b"
)
_MOTION_TO = re.compile(
    r"\b(?:go|goes|going|went|gone|travel\w*|fl(?:y|ies|ew|ying|own)|return\w*|come|comes|came|coming|trips?|visits?|flights?"
    r"|journeys?|driv\w+|drove|head(?:s|ed|ing)?|mov(?:e|es|ed|ing)|back|invit\w+|summoned|recalled|brought|bring|road|route"
    r"|way|trains?|march\w*|rush\w*|closer?|next|welcome\w*|extradit\w+|deport\w+)(?:\s+[\w'-]+){0,3}\s+(?:to|for)\s+$",
    re.IGNORECASE,
)
_LEAVE_FOR = re.compile(r"\b(?:leav\w+|left|depart\w*|bound)(?:\s+\w+){0,2}\s+for\s+$", re.IGNORECASE)
_ATTACK_ON = re.compile(
    r"\b(?:attack|strike|raid|assault|drone|missile|rocket|advance|march|barrage|bomb|bombardment|bombing|shelling|siren)s?"
    r"(?:\s+\w+)?\s+(?:on|over|against|at|towards?)\s+$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:city|capital|centre|center|outskirts|streets?|suburbs?|mayor|region|province|siege|halls?|walls?|steps|grounds|lawn"
    r"|north|south|east|west|parts?|half|skies|airport|residents?|km|kilomet(?:re|er)s|miles)\s+(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOES_THERE = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|leav(?:e|es|ing)|left|reach(?:es|ed|ing)?|tour(?:s|ed|ing)|enter(?:s|ed|ing)?|shell(?:s|ed|ing)"
    r"|bomb(?:s|ed|ing)|bombard\w*|fle(?:d|e|es|eing)|besieg\w+|captur\w+)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_EVENT_AFTER = re.compile(
    r"\s+(?:summits?|meetings?|talks|visits?|conferences?|treaty|accords?|declaration|protocol|format|trip|time"
    r"|region|oblast|suburbs?|airport|metro|underground|streets?|residents?|mayor|court|police|hotels?|university|zoo|bureau)\b",
    re.IGNORECASE,
)
_BASED = re.compile(r"-(?:based|born|area)\b|,?\s+D\.?C\b")
_AS_THE_PLACE = re.compile(
    r"\s+as\s+(?:the|a|an|its|their)?\s*(?:possible\s+|likely\s+|next\s+)?(?:place|venue|site|location|host|city|capital)\b"
)
_AFTER_A_PLACE = re.compile(r"\s*(?:,|/|,?\s(?:and|or|to|und|oder|et|ou|y|e)|,?\s&)\s*(?:the\s+)?")
_DATELINE_END = re.compile(r"[—–:]|--|\s-\s")
_DATELINE_WORD = re.compile(r"[^\W_a-z][\w.'/()-]*,?$|\d[\w.]*,?$|\([^)]*\)?$|/[^/]*/?$")
_DATE_AFTER = re.compile(rf",\s+(?:{_MONTH}\.?\s+\d|\d{{1,2}}\.?\s+\w)|\s+\([A-Z][\w\s/.]{{1,30}}\)")

Rule = Callable[[Hit], bool]


def is_place(hit: Hit, earlier: Hit | None) -> bool:
    """Whether the metonym is the place here.  ``earlier`` is the metonym before it in the block that was one, if any."""
    return any(rule(hit) for rule in RULES) or (earlier is not None and beside_a_place(hit, earlier))


def within(hit: Hit) -> bool:
    """After a preposition of place ("in Moscow"), but not in a turn of speech ("in Moscow's view")."""
    return _IN.search(hit.before) is not None and _VIEW.match(hit.after) is None


def gone_to(hit: Hit) -> bool:
    """Where somebody goes, leaves, visits, attacks: "flew to Moscow", "a trip to", "left", "a strike on", "leaves for"."""
    before = hit.before
    return any(pattern.search(before) for pattern in (_MOTION_TO, _LEAVE_FOR, _ATTACK_ON, _GOES_THERE))


def part_of(hit: Hit) -> bool:
    """What only a place has: "the streets of Moscow", "40 km from Moscow", "Moscow-based", "Washington, DC"."""
    return _PART_OF.search(hit.before) is not None or _BASED.match(hit.after) is not None


def venue(hit: Hit) -> bool:
    """Where something happens: "the Washington talks", "Moscow airport", "Moscow as the place"."""
    return _EVENT_AFTER.match(hit.after) is not None or _AS_THE_PLACE.match(hit.after) is not None


def dateline(hit: Hit) -> bool:
    """At the head of one of the first paragraphs, before its dash or date: "Moscow, Sept 4 (Agency) —", "Moscow:"."""
    if not hit.first or hit.at > 60:
        return False
    head = hit.text[: hit.to + 60]
    if not all(_DATELINE_WORD.match(word) for word in head[: hit.at].split()):
        return False
    if _DATE_AFTER.match(hit.after):
        return True
    end = _DATELINE_END.search(head, hit.to)
    return end is not None and all(
        _DATELINE_WORD.match(word) for word in head[hit.to : end.start()].split() if word != ","
    )


def beside_a_place(hit: Hit, earlier: Hit) -> bool:
    """Joined to a metonym that is the place: "in Moscow and Washington", "from Moscow to Kyiv"."""
    return earlier.block == hit.block and _AFTER_A_PLACE.fullmatch(hit.text[earlier.to : hit.at][:20]) is not None


RULES: tuple[Rule, ...] = (within, gone_to, part_of, venue, dateline)
