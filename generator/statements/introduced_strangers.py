"""Descriptions of persons who are not registered: "the envoy" after "“...,” said Eve Nobody, Borduria’s ambassador"."""

import re
from collections.abc import Sequence

from generator.statements.context import Context
from generator.statements.history import History
from generator.statements.introductions import APPOSITION, state_stems
from generator.statements.offices import describe
from generator.statements.reading_offices import read_office
from generator.statements.tokens import Token

TITLE = 60  # characters before a name that may hold its office


def stranger_described(context: Context, history: History, block: int, core: Sequence[Token], text: str) -> str | None:
    """The name of who spoke last, here or in the paragraph before, if the office beside that name is the described one."""
    if core[0].lower != "the":
        return None
    at = core[0].at
    spoken = history.last(block, 0, at)
    index = block
    if spoken is None and block and not context.frames[block].sentence_at(at)[0]:
        index, spoken = block - 1, history.last(block - 1)
    if spoken is None or spoken.actor or not spoken.text or spoken.how != "name" or not spoken.person:
        return None
    masked = context.frames[index].masked
    name = masked.find(spoken.text)
    if name < 0:
        return None
    places = [place.actor for place in context.frames[block].named_between(at, core[-1].to)]
    wanted = describe(context, text, core[-1].lower, places).wanted
    states = state_stems(context.registry)
    title = re.split(r"[,.;:]", masked[max(name - TITLE, 0) : name])[-1]
    offices = read_office(title, states).offices
    if after := APPOSITION.match(masked, name + len(spoken.text)):
        offices |= read_office(after.group(1), states).offices
    return spoken.text if offices & wanted else None
