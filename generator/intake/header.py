"""The header that ``add`` and ``new`` write: what is known as lines, what is missing as lines to complete.

Names, order, meaning and examples come from the one table of fields.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

import yaml

from generator.model import Provenance
from generator.reading.fields import ARTICLE_FIELDS, Field, FieldError, quoted
from generator.reading.header import Header

ARTICLE = {field.name: field for field in ARTICLE_FIELDS}
_PLAIN = frozenset({"outlet", "language", "status", "rights", "kind", "wikidata"})  # words that need no quotes
_LONGEST_COMMENT = 400


def typed(field: Field, words: str) -> object:
    """What a person typed for a field, as its value.  Raises FieldError."""
    return field.read(_node(quoted(_visible(words))))


def _node(yaml_text: str) -> yaml.Node:
    node = yaml.compose(yaml_text, Loader=yaml.SafeLoader)
    assert node is not None, "there is always a value"
    return node


def line_of(name: str, value: object) -> str:
    """A value as a header's line (or lines)."""
    match value:
        case Provenance():
            parts = [("source", value.source), ("retrieved", value.retrieved), ("sha256", value.sha256)]
            return "\n".join([f"{name}:", *(f"  {key}: {_written(key, part)}" for key, part in parts if part)])
        case tuple():
            return f"{name}: [{', '.join(quoted(_visible(str(item))) for item in value)}]"
    return f"{name}: {_written(name, value)}"


def _written(name: str, value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if name in _PLAIN or name == "sha256" else quoted(_visible(str(value)))


def readable(field: Field, value: object) -> bool:
    """Whether the value, written into a header, is read again: what a page says of itself may be anything."""
    try:
        field.read(_node(line_of(field.name, value)).value[0][1])
    except (FieldError, yaml.YAMLError):
        return False
    return True


def comment(words: str) -> str:
    """One commented line."""
    return f"# {_visible(words)[:_LONGEST_COMMENT]}"


def to_complete(field: Field, example: str = "") -> str:
    """A commented line that is right once the # in front is removed and the value is."""
    return f"# {field.name}: {example or field.example}  # {field.meaning}"


def header_text(fields: Iterable[Field], stated: Mapping[str, object], missing: Mapping[str, Sequence[str]]) -> str:
    """A header's lines in the order of the table: ``stated`` values, and for ``missing`` ones their commented lines."""
    lines: list[str] = []
    for field in fields:
        if field.name in stated:
            lines.append(line_of(field.name, stated[field.name]))
        lines += missing.get(field.name, ())
    return "".join(f"{line}\n" for line in lines)


def own_lines(text: str, header: Header) -> str:
    """The lines of a header that a file has already, as they stand there, without its fences."""
    if not header.start:
        return ""
    inside = text[header.offset : header.start].rstrip("\r\n").rpartition("\n")[0]
    return f"{inside}\n" if inside.strip() else ""


def _visible(words: str) -> str:
    """In one line, and without characters that YAML or a terminal would trip over."""
    return "".join(character for character in " ".join(words.split()) if character.isprintable())
