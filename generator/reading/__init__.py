"""Content files to articles, actors, topics, outlets and pages.

What a header says wins; what it leaves out is read from the text; what cannot be read with certainty stays unknown.
"""

from generator.reading.article import SUFFIXES, read_article
from generator.reading.decisions import read_decisions
from generator.reading.lint import lint
from generator.reading.registry import read_actor, read_outlet, read_page, read_topic

__all__ = ["SUFFIXES", "lint", "read_actor", "read_article", "read_decisions", "read_outlet", "read_page", "read_topic"]
