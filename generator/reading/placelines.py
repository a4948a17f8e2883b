"""The dateline that opens a text and stays in it ("ZENDA, Ruritania (AP) —"): what a summary leaves out."""

import re

from generator.reading.clip import wording

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω"
_SIGN = re.compile(r"—|–|--|-(?=\s)|:(?=\s)")  # what ends it
_DATELINE = re.compile(
    rf"(?P<place>[{_CAPITAL}][^\W\d_]*(?:[ ./’'-]{{1,2}}[^\W\d_]+){{0,4}}\.?)"
    r"(?P<rest>(?:,? \w[^\s,()\[\]]{0,19}){0,5},?)"
    r"\s?(?P<agency>[(\[][\w .,/&-]{2,40}[)\]]|/[\w ./-]{2,30}/)?"
    rf"\s?(?P<sign>{_SIGN.pattern})\s?(?=[\"“«„‘']?[^\W\d_])"
)
_HEAD = 110  # characters in which a dateline ends
_SHORTEST = 4  # letters of a place in capitals: "EU - ..." is none


def without_dateline(text: str) -> str:
    """The text without the place (in capitals, a known city, or before an agency in brackets), region, day and agency that open it."""
    head = text[:_HEAD]
    match = _DATELINE.match(head) if _SIGN.search(head) else None  # most texts have none, and the pattern tries much
    if not match or len(text) - match.end() < 20:
        return text
    place, rest = match["place"].strip(" ."), match["rest"].strip(" ,.")
    if len(rest.split()) > 4 or not all(word[0].isupper() or word[0].isdigit() for word in rest.split()):
        return text
    known = place.casefold() in wording.PLACES
    capitals = place.isupper() and len(place) >= _SHORTEST
    if match["sign"] == ":" and not (known or match["agency"]):
        return text
    agency = (match["agency"] or "").strip("()[]/ ")
    named = bool(agency) and (agency.isupper() or agency.casefold() in wording.AGENCIES)
    following = text[match.end() :].lstrip("\"“«„‘'")
    if not (known or capitals or named) or following[:1].islower():
        return text
    return text[match.end() :]
