"""Quotations, who said them, and which of them are one statement in several wordings."""

from generator.statements.quotes import find_quotes
from generator.statements.variants import (
    Decisions,
    Grouping,
    Proposal,
    Statement,
    Variant,
    Verdict,
    compare_statements,
    group_statements,
    propose_statements,
    variant_key,
)

__all__ = [
    "Decisions",
    "Grouping",
    "Proposal",
    "Statement",
    "Variant",
    "Verdict",
    "compare_statements",
    "find_quotes",
    "group_statements",
    "propose_statements",
    "variant_key",
]
