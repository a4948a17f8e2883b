"""The things the archive is made of.  Plain data: frozen, slotted, keyword-only; no behaviour beyond reading its own fields.

All offsets count characters (code points) from 0; all lines count from 1; every ``start:end`` is half open.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

ArticleSlug = NewType("ArticleSlug", str)
ActorSlug = NewType("ActorSlug", str)
TopicSlug = NewType("TopicSlug", str)
OutletSlug = NewType("OutletSlug", str)
PagePath = NewType("PagePath", str)  # of a generated page, from the root of build/docs, e.g. "actors/ada-example.md"


# --- text and its markup ---------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a block of text is in its article."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


class Style(StrEnum):
    """How a stretch of a block's text is marked up."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKETHROUGH = "strikethrough"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    LINK = "link"
    BREAK = "break"  # over one "\n" in the text: a line break that is meant
    ANCHOR = "anchor"  # a place that the generator links to; ``href`` is its id; never from content
    CHANGED = "changed"  # words that another wording of the statement has not; never from content


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One style over ``text[start:end]`` of a block.  Marks nest or are disjoint, never half overlap.

    ``href`` is a link's target: an http(s) or mailto address, a fragment, or a path relative to the article's file.
    ``classes`` are CSS classes of links that the generator itself makes; nothing from content ever comes here.
    """

    style: Style
    start: int
    end: int
    href: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item ... of an article, as plain text with marks.

    ``line`` is the block's first line in its file.  ``origin`` maps the text back to the file: pairs (offset in text,
    offset in file) in rising order; between one pair's text offset and the next the two run alike, character by
    character.  A file offset of -1, or an empty origin, means that the text does not stand in the file as it is.
    ``level`` is a heading's (2 to 6), or the depth of a list item or quotation (1 is outermost).
    ``rows`` holds a table's cells (first row: head), each a block; ``language`` a code block's.
    """

    role: Role
    text: str
    line: int
    marks: tuple[Mark, ...] = ()
    origin: tuple[tuple[int, int], ...] = ()
    level: int = 1
    ordered: bool = False
    number: int | None = None  # of an ordered list's item, as written
    quoted: bool = False  # stands inside a block quotation (a list item or heading may)
    rows: tuple[tuple["Block", ...], ...] = ()
    language: str = ""

    def offset_in_file(self, position: int) -> int | None:
        """Where ``text[position]`` stands in the file as decoded; None if the text is not from the file."""
        if not self.origin:
            return None
        at = max(bisect_right(self.origin, (position, 1 << 62)) - 1, 0)
        text_offset, file_offset = self.origin[at]
        return None if file_offset < 0 else file_offset + position - text_offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A stretch of a clip that is not its article: the text as it stands there, its line, and why it was left out."""

    text: str
    line: int
    reason: str  # "caption", "credit", "share counter" ...: one or two words for a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a value is stated: the words that state it, their line, and the rule that read them (e.g. "label", "byline")."""

    text: str
    line: int
    how: str


# --- what contributors write --------------------------------------------------------------------------------------------------


class ActorKind(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class Rights(StrEnum):
    """How much of an article is published."""

    FULL = "full"
    EXCERPT = "excerpt"
    LINK = "link"


class Status(StrEnum):
    PUBLISHED = "published"
    DRAFT = "draft"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A header's word on which actors or topics an article has.

    ``only`` replaces what is found in the text (None: it does not); ``add`` and ``drop`` correct it.
    """

    only: tuple[str, ...] | None = None
    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a clip's file came from: a file's name or a web address, the day it was taken, the SHA-256 of its bytes then."""

    source: str | None = None
    retrieved: datetime.date | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A quotation that a header declares by hand, with its speaker."""

    speaker: ActorSlug
    text: str
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A person's word on two quotations: whether they are one statement.  Each is named ``article/first-words``."""

    same: bool
    first: str
    second: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong in an article as it was published, and the day on which it was put right."""

    date: datetime.date
    what: str
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text of the archive.  Values that it does not state are None or empty.

    ``headline`` and ``standfirst`` are blocks, so that names in them have a place in the file; ``blocks`` is the body.
    ``corrections`` stand newest first.  ``inward`` holds the links of its body to other files of the archive, as written, each
    with its line (None: nobody has looked yet).  ``lines`` gives the line of each key of its header (and 1 for a key that is missing).
    """

    slug: ArticleSlug
    path: str
    headline: Block | None = None
    standfirst: Block | None = None
    date: datetime.date | None = None
    updated: datetime.date | None = None
    summary: str | None = None
    key_points: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: OutletSlug | None = None
    outlet_name: str | None = None  # as a clip's own metadata names it, where no registered outlet is known
    url: str | None = None
    language: str | None = None
    blocks: Sequence[Block] = ()
    rights: Rights | None = None
    status: Status = Status.PUBLISHED
    redirects: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    provenance: Provenance | None = None
    actors: Choice = Choice()
    topics: Choice = Choice()
    autolink: bool = True
    statements: tuple[Declared, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    inward: tuple[tuple[str, int], ...] | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def title(self) -> str | None:
        return self.headline.text if self.headline else None

    @property
    def word_count(self) -> int:
        """The words of its body, as blanks part them."""
        # Of blocks that are kept somebody has counted them.
        counted: int | None = getattr(self.blocks, "words", None)
        return sum(len(block.text.split()) for block in self.blocks) if counted is None else counted

    @property
    def changed(self) -> datetime.date | None:
        """The day of its last change: its newest correction, its update, or its publication."""
        return max(
            filter(None, (self.date, self.updated, *(correction.date for correction in self.corrections))), default=None
        )

    @property
    def readable(self) -> Iterator[Block]:
        """Headline, standfirst and body, in the order they are read."""
        yield from (block for block in (self.headline, self.standfirst) if block)
        yield from self.blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    slug: ActorSlug
    path: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    role: str | None = None
    affiliations: tuple[ActorSlug, ...] = ()
    wikidata: str | None = None
    not_same_as: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    introduction: tuple[Block, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A phrase that speaks for a topic, and how much it counts (1 unless the header says otherwise)."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject; with a ``date`` it is an event."""

    slug: TopicSlug
    path: str
    name: str
    terms: tuple[Term, ...] = ()
    parent: TopicSlug | None = None
    related: tuple[TopicSlug, ...] = ()
    date: datetime.date | None = None
    wikidata: str | None = None
    redirects: tuple[str, ...] = ()
    introduction: tuple[Block, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    slug: OutletSlug
    path: str
    name: str
    url: str
    rights: Rights
    country: str | None = None
    redirects: tuple[str, ...] = ()
    introduction: tuple[Block, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandwrittenPage:
    """Home, about, contribute: a page of content/pages."""

    slug: str
    path: str
    title: str
    description: str | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All actors, topics and outlets, by slug."""

    actors: Mapping[ActorSlug, Actor] = field(default_factory=dict)
    topics: Mapping[TopicSlug, Topic] = field(default_factory=dict)
    outlets: Mapping[OutletSlug, Outlet] = field(default_factory=dict)


# --- what is found in texts ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where a text names an actor, or a topic's term.

    ``block`` counts the article's ``readable`` blocks from 0; ``at`` is where the form starts in that block's text;
    ``start`` and ``end`` are offsets in the file as decoded (None where the text is not from the file).
    """

    form: str
    block: int
    at: int
    line: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFound:
    """An actor that an article names: every mention, and the weight by which it heads the article."""

    slug: ActorSlug
    mentions: tuple[Mention, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFound:
    """A topic of an article: its score and the places that speak for it.  No mention: it follows from a child, or the header says it."""

    slug: TopicSlug
    score: float = 0.0
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A direct quotation in an article, without its outer marks.

    ``speaker`` is a registered actor, or None; ``speaker_text`` the words that name the speaker as written, if any.
    ``rule`` names what decided ("said X after", "no attribution" ...).  ``block``, ``at`` and ``to`` place it in the
    article's readable blocks (``at:to`` in that block's text); a quotation over several paragraphs is one quote each.
    """

    text: str
    line: int
    block: int
    at: int
    to: int
    start: int | None = None
    end: int | None = None
    speaker: ActorSlug | None = None
    speaker_text: str | None = None
    rule: str = ""
    partial: bool = False


# --- what is published -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One generated Markdown file: where it goes, its front matter, its body."""

    path: PagePath
    front_matter: Mapping[str, object]
    body: str
