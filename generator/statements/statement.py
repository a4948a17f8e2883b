"""What a statement is: the data, and how a person decides on it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model import ActorSlug, ArticleSlug, OutletSlug, Quote
from generator.text import slugify

WORDS_IN_ID = 6


class Verdict(StrEnum):
    """What a person decided on two quotations."""

    SAME = "same"
    DIFFERENT = "not the same"


# By the two quotations' keys (see ``variant_key``).
Decisions = Mapping[frozenset[str], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording: a quotation in an article.  ``date`` is the article's, None where unknown."""

    article: ArticleSlug
    date: datetime.date | None
    outlet: OutletSlug | None
    quote: Quote

    @property
    def key(self) -> str:
        return variant_key(self.article, self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an actor said, in the wordings of one or more articles; the earliest first.

    ``id`` is made of the speaker, the date and the first words of the earliest variant; it is fit for a URL.
    ``redirects`` are the ids that its other variants would give it: what it was called before an older variant was added,
    and what it will be called if the oldest is withdrawn.  No other statement has one of them.
    """

    id: str
    speaker: ActorSlug
    date: datetime.date | None
    variants: tuple[Variant, ...]
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two statements that may be one: a person decides.  ``score`` is from 0 to 100."""

    first: Variant
    second: Variant
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """All statements of an archive, by id, and what is proposed."""

    statements: tuple[Statement, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def variant_key(article: ArticleSlug, quote: Quote) -> str:
    """How a decision names a quotation: the article's slug and the quotation's first words ("some-article/we-will-not-go")."""
    return f"{article}/{slugify(' '.join(quote.text.split()[:WORDS_IN_ID]))}"
