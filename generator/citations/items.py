"""What a citation cites, as the fields that all formats are made of."""

import datetime
import re
from dataclasses import dataclass

from generator.citations.names import Name, name_of
from generator.crossref import Archive
from generator.links import page_of
from generator.matching.outlets import host_of
from generator.model import Article, Status
from generator.settings import Settings, directory

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One work to cite.  ``container`` is what it appeared in, ``archive`` where a copy of it is kept; empty is unknown."""

    key: str
    title: str
    authors: tuple[Name, ...] = ()
    date: datetime.date | None = None
    container: str = ""
    archive: str = ""
    url: str = ""
    language: str = ""
    news: bool = False  # appeared in an outlet; else it is a page of the archive

    @property
    def kind(self) -> str:
        """Its type in the Citation Style Language."""
        return "article-newspaper" if self.news else "webpage"


def plain(text: str) -> str:
    """One line without characters that cannot be shown: what starts a line means something in RIS."""
    return " ".join((text if text.isprintable() else _UNSEEN.sub(" ", text)).split())


def address(page: str, settings: Settings) -> str:
    """The full address of a page of the archive, empty while the site has none."""
    return settings.absolute(directory(page)) if settings.site_url else ""


def original(article: Article, archive: Archive) -> Item | None:
    """A clip as its outlet published it; None for what was written for the archive."""
    outlet = archive.registry.outlets.get(article.outlet) if article.outlet else None
    container = outlet.name if outlet else article.outlet_name or host_of(article.url)
    if not container:
        return None
    return Item(
        key=article.slug,
        title=_title(article),
        authors=_authors(article, archive),
        date=article.date,
        container=container,
        url=article.url or "",
        language=article.language or "",
        news=True,
    )


def copy_of(article: Article, first: Item | None, archive: Archive, settings: Settings) -> Item:
    """Our page of an article: of a clip (``first`` is its original), its copy in the archive; else the explainer itself."""
    authors = (first.authors if first else _authors(article, archive)) or (
        () if first else (Name(literal=settings.site_name),)
    )
    ours = first is None and authors == (Name(literal=settings.site_name),)
    return Item(
        key=f"{article.slug}-archived" if first else article.slug,
        title=_title(article),
        authors=authors,
        date=article.date,
        container=first.container if first else "" if ours else settings.site_name,
        archive=settings.site_name if first else "",
        url=address(page_of(article.path), settings),
        language=article.language or "",
        news=first is not None,
    )


def page_item(page: str, key: str, title: str, date: datetime.date | None, settings: Settings) -> Item:
    """A page that the archive makes by itself: an event's or a statement's.  The archive is its author."""
    return Item(
        key=key,
        title=title,
        authors=(Name(literal=settings.site_name),),
        date=date,
        url=address(page, settings),
        language=settings.language,
    )


def _title(article: Article) -> str:
    title = plain(article.title or "")
    return f"Retracted: {title}" if article.status is Status.RETRACTED else title


def _authors(article: Article, archive: Archive) -> tuple[Name, ...]:
    if not article.authors:
        return ()
    own = article.outlet_name.casefold() if article.outlet_name else ""
    return tuple(name_of(author, archive.outlet_names, own) for author in article.authors if author.strip())
