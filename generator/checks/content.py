"""What the rules across files look at: all that was read."""

import datetime
from dataclasses import dataclass, field
from functools import cache

from generator.addresses import Recorded
from generator.model import Actor, Article, Decided, HandwrittenPage, Outlet, Registry, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that was read, before it is connected.  Lists, not mappings: two files may claim one slug."""

    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    topics: tuple[Topic, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    pages: tuple[HandwrittenPage, ...] = ()
    decided: tuple[Decided, ...] = ()
    paths: tuple[str, ...] = ()  # of every file, also of those that could not be read
    recorded: Recorded = field(default_factory=Recorded)  # every address that was ever published
    led_on_elsewhere: frozenset[tuple[str, str]] = (
        frozenset()
    )  # (folder, slug) in the redirects of files that were not read
    today: datetime.date | None = None  # where the day matters; None: it does not

    def stems(self, folder: str) -> set[str]:
        """The slugs of a folder's files, also of those that could not be read: what is wrong with them is told once."""
        return {stem for path in self.paths for of, stem, _ in (parts(path),) if of == folder}

    @property
    def files(self) -> tuple[Article | Actor | Topic | Outlet, ...]:
        """Everything that has an address of its own by its slug."""
        return (*self.articles, *self.actors, *self.topics, *self.outlets)

    @property
    def registry(self) -> Registry:
        return Registry(
            actors={actor.slug: actor for actor in self.actors},
            topics={topic.slug: topic for topic in self.topics},
            outlets={outlet.slug: outlet for outlet in self.outlets},
        )


@cache  # a dozen rules ask for those of every file
def parts(path: str) -> tuple[str, str, str]:
    """Folder, stem and ending of a content file's path."""
    before, _, name = path.rpartition("/")
    stem, point, ending = name.rpartition(".")
    return before.rpartition("/")[2], stem or name, f".{ending}" if point and stem else ""


def line_at(file: Article | Actor | Topic | Outlet, key: str) -> int:
    """The line of a key of the file's header."""
    return file.lines.get(key, 1)
