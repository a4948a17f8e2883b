"""A clip on its way into the archive: what was found in it, what is missing, and the file that it becomes."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.intake.clip import Clip
from generator.intake.duplicates import without_tracking
from generator.intake.header import ARTICLE, comment, header_text, own_lines, readable, to_complete
from generator.intake.slugs import slug_of, unused
from generator.matching.outlets import host_of, outlet_of
from generator.model import Article, Outlet, Provenance
from generator.problems import ContentError, Problem, Severity
from generator.reading import read_article
from generator.reading.header import Header, read_header
from generator.text import is_slug

ASKED = (
    "title",
    "date",
    "authors",
    "outlet",
    "url",
    "language",
)  # what a clip's header should say: missing, it is commented
_FOUND = ("title", "date", "updated", "authors", "url", "language")  # what an article states by itself
_PLACEHOLDERS = {"title": '"The headline as it was published"', "date": "YYYY-MM-DD"}
_UNMERGEABLE = frozenset(
    {"header-broken", "header-open", "header-anchor", "header-tag", "header-too-deep", "header-too-long"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``stated`` is what the new header lines will say; ``own`` the header that the clip has already."""

    clip: Clip
    article: Article
    own: Header
    stated: Mapping[str, object]
    problems: tuple[Problem, ...]

    @property
    def known(self) -> frozenset[str]:
        return frozenset(self.stated) | frozenset(self.own.entries)

    @property
    def missing(self) -> tuple[str, ...]:
        """The required values that neither the clip nor a person has stated."""
        return tuple(name for name in ASKED if ARTICLE[name].required and name not in self.known)

    @property
    def url(self) -> str | None:
        """Where the article was published first, by its own header or by what was found."""
        return (
            self.article.url if "url" in self.own.entries else str(self.stated["url"]) if "url" in self.stated else None
        )

    def options(self, name: str) -> tuple[str, ...]:
        """What the clip leaves open: the readers' words on a missing value, and the values they offer."""
        return tuple(_options(self.problems, self.article, name))


def draft_of(clip: Clip, outlets: Iterable[Outlet], said: Mapping[str, object]) -> Draft:
    """What a clip states.  ``said`` is what a person states beside it; the clip's own header wins over both.

    Raises ContentError where the clip cannot be read, has a header to which nothing can be added, or holds no article.
    """
    article, problems = read_article(clip.path, clip.text.encode())
    problems = clip.problems(problems)
    if article is None or any(problem.code in _UNMERGEABLE for problem in problems):
        raise ContentError(problems)
    if not article.blocks and not article.summary:
        raise ContentError(_without_text(clip, problems))
    own, _ = read_header(clip.path, clip.text)
    stated = {name: value for name in _FOUND if (value := getattr(article, name))}
    if clip.url:
        stated.setdefault("url", without_tracking(clip.url))
    stated |= said
    found = outlet_of(str(stated["url"]) if "url" in stated else None, article.outlet_name, outlets)
    if found:
        stated.setdefault("outlet", found)
    stated = {
        name: value for name, value in stated.items() if name not in own.entries and readable(ARTICLE[name], value)
    }
    return Draft(clip=clip, article=article, own=own, stated=stated, problems=tuple(problems))


def _without_text(clip: Clip, problems: Sequence[Problem]) -> list[Problem]:
    serious = [problem for problem in problems if problem.severity is Severity.ERROR]
    return serious or [
        Problem(
            path=clip.shown,
            line=1,
            code="article-empty",
            message="no text of an article was found in it",
            help="Copy the article's text, and paste that: explainer add -",
        )
    ]


def file_text(draft: Draft, today: datetime.date) -> str:
    """The file: a header, and below it the clip's text, every character of it as it came.

    Hints name lines; they count in the file that is written, so its problems are read from a first writing of it.
    """
    first = _composed(draft, today, draft.problems, draft.article)
    again, problems = read_article(draft.clip.path, first.encode())
    return _composed(draft, today, problems, again or draft.article)


def _composed(draft: Draft, today: datetime.date, problems: Sequence[Problem], article: Article) -> str:
    own, clip = draft.own, draft.clip
    stated = dict(draft.stated)
    if "provenance" not in own.entries:
        stated["provenance"] = Provenance(source=clip.source, retrieved=today, sha256=clip.sha256)
    missing = {
        name: [*map(comment, _words(problems, article, name)), *_lines(problems, draft, name)]
        for name in ASKED
        if name not in draft.known
    }
    added = header_text(ARTICLE.values(), stated, missing)
    return f"---\n{own_lines(clip.text, own)}{added}---\n{clip.text[own.start :]}"


def _lines(problems: Sequence[Problem], draft: Draft, name: str) -> list[str]:
    """The commented lines for a missing value: what the readers offer, else what to type."""
    if name == "outlet":
        said = draft.article.outlet_name or host_of(draft.url)
        return [to_complete(ARTICLE[name])] + (
            [comment(f"The clip says “{said}”, which is not registered.")] if said else []
        )
    offered = [f"# {value}" for problem in _about(problems, name) for value in _offers(problem, name)]
    return offered or [to_complete(ARTICLE[name], _PLACEHOLDERS.get(name, ""))]


def _about(problems: Iterable[Problem], name: str) -> list[Problem]:
    return [problem for problem in problems if problem.code.startswith(f"{name}-")]


def _offers(problem: Problem, name: str) -> list[str]:
    return [line.strip() for line in problem.help.splitlines() if line.strip().startswith(f"{name}: ")]


def _words(problems: Sequence[Problem], article: Article, name: str) -> list[str]:
    hint = article.evidence.get(f"{name}-hint")
    return [problem.message for problem in _about(problems, name)] + (
        [f"A guess that only you can confirm: {hint.text}"] if hint else []
    )


def _options(problems: Sequence[Problem], article: Article, name: str) -> list[str]:
    return [*_words(problems, article, name), *(o for p in _about(problems, name) for o in _offers(p, name))]


def slug_for(draft: Draft, taken: Collection[str]) -> str:
    """From the title; else from the file's name or the address; else from the first words.  Never one that is taken."""
    title = str(draft.stated.get("title") or draft.article.title or "")
    path = urlsplit(draft.clip.url).path.rstrip("/") if draft.clip.url else draft.clip.source
    stem = path.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    first = next((block.text for block in draft.article.blocks if block.text.strip()), "")
    slugs = (slug_of(words) for words in (title, stem if draft.clip.source != "standard input" else "", first, "clip"))
    return unused(next(slug for slug in slugs if is_slug(slug)), taken)
