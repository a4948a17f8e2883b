"""Quotations, who said them, and which of them are one statement in several wordings."""

from generator.statements.declared import RULE as DECLARED
from generator.statements.declared import place_of, with_declared
from generator.statements.numbered import from_numbers, numbered
from generator.statements.quotes import find_quotes
from generator.statements.statement import Decisions, Grouping, Proposal, Statement, Variant, Verdict, variant_key
from generator.statements.variants import (
    Group,
    Spoken,
    compare_statements,
    decisions_by_speaker,
    group_each,
    group_speaker,
    group_statements,
    propose_statements,
    spoken_by,
    together,
)

__all__ = [
    "DECLARED",
    "Decisions",
    "Group",
    "Grouping",
    "Proposal",
    "Spoken",
    "Statement",
    "Variant",
    "Verdict",
    "compare_statements",
    "decisions_by_speaker",
    "find_quotes",
    "from_numbers",
    "group_each",
    "group_speaker",
    "group_statements",
    "numbered",
    "place_of",
    "propose_statements",
    "spoken_by",
    "together",
    "variant_key",
    "with_declared",
]
