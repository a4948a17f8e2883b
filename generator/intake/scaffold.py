"""The first state of a file that a person writes: an actor, a topic, an outlet or an article, from the table of fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.intake.header import header_text, to_complete
from generator.intake.slugs import slug_of
from generator.problems import ToolError
from generator.reading.fields import ACTOR_FIELDS, ARTICLE_FIELDS, OUTLET_FIELDS, TOPIC_FIELDS, Field
from generator.text import is_slug

KINDS: Mapping[str, tuple[Field, ...]] = {
    "article": ARTICLE_FIELDS,
    "actor": ACTOR_FIELDS,
    "topic": TOPIC_FIELDS,
    "outlet": OUTLET_FIELDS,
}
_WRITTEN_BY_TOOLS = frozenset({"provenance", "redirects"})  # no use in a new file
_BODIES = {
    "article": "Write the article here. When it is ready, remove the line `status: draft` above.\n",
    "actor": "", "topic": "", "outlet": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffold:
    """A new file: its folder and slug, its text, and the required fields that are still to be filled in."""

    folder: str
    slug: str
    name: str
    text: str
    missing: tuple[str, ...]


def required(kind: str, given: Mapping[str, object]) -> tuple[Field, ...]:
    """The required fields, besides the name, that are not given.  A draft of an article needs no date yet."""
    return tuple(field for field in KINDS[kind][1:] if field.required and field.name not in given)


def scaffold(kind: str, name: str, given: Mapping[str, object], schema: str = "") -> Scaffold:
    """The file for a thing called ``name`` (or, in small letters with hyphens, its slug), with the values that are given.

    With the address of a ``schema``, its first line names that to editors that check headers as one types.
    Raises ToolError where no slug can be made of the name.
    """
    fields = KINDS[kind]
    name = " ".join(name.split())
    slug = slug_of(name)
    if not is_slug(slug):
        raise ToolError(
            f"no file name can be made of {name!r}", help='Give the name in letters: explainer new actor "Ada Example"'
        )
    if name == slug and "-" in name:
        name = spelled(kind, slug)
    stated: dict[str, object] = {fields[0].name: name} | dict(given)
    if kind == "article":
        stated["status"] = "draft"
    missing = {
        field.name: _to_complete(field)
        for field in fields
        if field.name not in stated and field.name not in _WRITTEN_BY_TOOLS
    }
    return Scaffold(
        folder=f"{kind}s",
        slug=slug,
        name=name,
        text=f"---\n{_schema_line(schema)}{header_text(fields, stated, missing)}---\n\n{_BODIES[kind]}",
        missing=tuple(field.name for field in required(kind, stated)),
    )


def _schema_line(schema: str) -> str:
    return f"# yaml-language-server: $schema={schema}\n" if schema else ""


def _to_complete(field: Field) -> list[str]:
    line = to_complete(field)
    return [line.replace("  # ", "  # required: ", 1)] if field.required else [line]


def spelled(kind: str, slug: str) -> str:
    """A name from a slug: a person's words in capitals, a topic's first only.  Someone must look at the spelling."""
    words = slug.replace("_", "-").replace("-", " ")
    return words.capitalize() if kind in {"topic", "article"} else words.title()
