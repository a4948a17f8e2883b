"""What people decided on proposed pairs of statements: content/statements.yaml.

same:
  - [an-article/first-words-of-the-quotation, another-article/its-first-words]
not_the_same:
  - [an-article/first-words, another-article/first-words]
"""

import yaml

from generator.model import Decided
from generator.problems import Problem
from generator.reading.bounds import too_much
from generator.reading.decode import decode
from generator.reading.fields import FieldError, text
from generator.reading.header import read_mapping

_KEYS = {"same": True, "not_the_same": False}
_PAIR = "Write a pair as explainer suggest prints it: - [an-article/first-words, another-article/first-words]"


def read_decisions(path: str, data: bytes) -> tuple[tuple[Decided, ...], list[Problem]]:
    """The decisions in a file, in its order, with what is wrong with it."""
    source, problems = decode(path, data)
    if source is None:
        return (), problems
    if bounded := too_much(path, source, markup=False):
        return (), [*problems, *bounded]
    header, found = read_mapping(path, source)
    problems += found
    decided: list[Decided] = []
    for name, (key, node) in header.entries.items():
        try:
            if name not in _KEYS:
                raise FieldError(key, f"does not know `{name}`", "Write `same:` or `not_the_same:`.")
            for pair in _items(node, 0):
                first, second = (text(item) for item in _items(pair, 2))
                decided.append(Decided(same=_KEYS[name], first=first, second=second, line=header.line_of(pair)))
        except FieldError as error:
            problems.append(
                Problem(
                    path=path,
                    line=header.line_of(error.node),
                    code="decision-form",
                    message=f"`{name}`: {error}",
                    help=error.help,
                )
            )
    return tuple(decided), problems


def _items(node: yaml.Node, count: int) -> list[yaml.Node]:
    """The items of a list; of just so many, if a count is given.  A key with nothing behind it has none."""
    if not count and isinstance(node, yaml.ScalarNode) and not node.value:
        return []
    if not isinstance(node, yaml.SequenceNode) or (count and len(node.value) != count):
        raise FieldError(node, "wants pairs of quotations", _PAIR)
    items: list[yaml.Node] = node.value
    return items
