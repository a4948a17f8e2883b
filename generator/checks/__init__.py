"""Rules across files.  One rule, one function; its docstring is the rule; all stand in ``RULES``."""

from collections.abc import Callable, Iterator

from generator.checks.addresses import (
    addresses_free,
    articles_once,
    plain_address,
    redirects_free,
    slugs_unique,
    slugs_well_formed,
)
from generator.checks.articles import (
    body_present,
    corrections_later,
    date_stated,
    dates_likely,
    summaries_short,
    title_stated,
)
from generator.checks.content import Content
from generator.checks.disguises import names_apart, names_for_every_computer, names_in_one_script, names_visible
from generator.checks.kept import addresses_kept
from generator.checks.links import links_lead_somewhere, texts
from generator.checks.once import told_once
from generator.checks.references import (
    names_no_self,
    slug_meant,
    slugs_known,
    statements_verbatim,
    topics_acyclic,
)
from generator.matching.collisions import form_problems
from generator.problems import Problem

__all__ = [
    "RULES",
    "Content",
    "body_present",
    "check_content",
    "date_stated",
    "plain_address",
    "slug_meant",
    "texts",
    "title_stated",
    "told_once",
]


def check_content(content: Content) -> Iterator[Problem]:
    """Every rule's problems, rule by rule."""
    for rule in RULES:
        yield from rule(content)


def forms_unambiguous(content: Content) -> Iterator[Problem]:
    """No form of one actor may denote another, or be a word that anyone uses (``matching.collisions``)."""
    yield from form_problems(content.registry)


RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    title_stated,
    date_stated,
    body_present,
    dates_likely,
    corrections_later,
    summaries_short,
    slugs_well_formed,
    names_for_every_computer,
    names_visible,
    names_in_one_script,
    names_apart,
    addresses_free,
    slugs_unique,
    redirects_free,
    addresses_kept,
    articles_once,
    slugs_known,
    topics_acyclic,
    names_no_self,
    forms_unambiguous,
    statements_verbatim,
    links_lead_somewhere,
)
