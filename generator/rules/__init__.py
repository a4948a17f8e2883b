"""The one table of what can be wrong with content: each rule's code, how serious it is, what it is, and how it is mended.

``explainer rules`` prints it, SARIF reports and CONTRIBUTING take it over; a test holds that it has every code that the
source can yield, and no other.  Codes are for ever: people and scripts know them.
"""

from collections.abc import Mapping

from generator.rules.files import FILES
from generator.rules.headers import HEADERS
from generator.rules.registry import REGISTRY
from generator.rules.rule import Rule
from generator.rules.texts import TEXTS

__all__ = ["RULES", "Rule", "table"]

RULES: Mapping[str, Rule] = {rule.code: rule for rule in (*FILES, *HEADERS, *REGISTRY, *TEXTS)}


def table() -> str:
    """The rules as a table in Markdown, as CONTRIBUTING has it."""
    rows = (f"| `{rule.code}` | {rule.severity} | {rule.what} |" for rule in RULES.values())
    return "\n".join(["| code | | what is wrong |", "|---|---|---|", *rows])
