"""Quotations, who said them, and which of them are one statement in several wordings."""

from generator.statements.quotes import find_quotes
from generator.statements.variants import (
    Decisions,
    Proposal,
    Statement,
    Variant,
    group_statements,
    propose_statements,
)

__all__ = ["Decisions", "Proposal", "Statement", "Variant", "find_quotes", "group_statements", "propose_statements"]
