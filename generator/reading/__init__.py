"""Content files to articles, actors, topics, outlets and pages.

What a header says wins; what it leaves out is read from the text; what cannot be read with certainty stays unknown.
"""

from collections.abc import Callable, Mapping

from generator.model import Actor, Article, HandwrittenPage, Outlet, Topic
from generator.problems import Problem
from generator.reading.article import SUFFIXES, read_article
from generator.reading.decisions import read_decisions
from generator.reading.lint import lint
from generator.reading.registry import read_actor, read_outlet, read_page, read_topic

__all__ = [
    "SUFFIXES", "Thing", "lint", "read_actor", "read_article", "read_decisions", "read_file", "read_outlet", "read_page", "read_topic",
]  # fmt: skip

Thing = Article | Actor | Topic | Outlet | HandwrittenPage

_READERS: Mapping[str, Callable[[str, bytes], tuple[Thing | None, list[Problem]]]] = {
    "articles": read_article,
    "actors": read_actor,
    "topics": read_topic,
    "outlets": read_outlet,
    "pages": read_page,
}


def read_file(folder: str, path: str, data: bytes) -> tuple[Thing | None, list[Problem]]:
    """What a file of one of the content tree's folders holds (None: nothing that can be read), with all that is wrong with it."""
    reader = _READERS.get(folder)
    if reader is None:
        return None, []
    thing, problems = reader(path, data)
    return thing, [*problems, *lint(path, data)]
