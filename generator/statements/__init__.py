"""Quotations, who said them, and which of them are one statement in several wordings."""

from generator.statements.declared import RULE as DECLARED
from generator.statements.declared import place_of, with_declared
from generator.statements.quotes import find_quotes
from generator.statements.statement import Decisions, Grouping, Proposal, Statement, Variant, Verdict, variant_key
from generator.statements.variants import compare_statements, group_statements, propose_statements

__all__ = [
    "DECLARED",
    "Decisions",
    "Grouping",
    "Proposal",
    "Statement",
    "Variant",
    "Verdict",
    "compare_statements",
    "find_quotes",
    "group_statements",
    "place_of",
    "propose_statements",
    "variant_key",
    "with_declared",
]
