"""What a reader hands on: the parts of a clip, before the header has its word."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Block, Dropped, Evidence
from generator.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a file's own text (or, for HTML, its metadata) states.  What it does not state is None or empty.

    ``headline``, ``standfirst`` and ``blocks`` are what is article, in the file's order; ``dropped`` is the rest.
    ``evidence`` has a key for each stated value ("title", "date", "updated" ...).
    """

    headline: Block | None = None
    standfirst: Block | None = None
    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    date: datetime.date | None = None
    updated: datetime.date | None = None
    authors: tuple[str, ...] = ()
    outlet_name: str | None = None
    url: str | None = None
    language: str | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
