"""The generator's own Markdown to HTML, byte for byte as MkDocs renders it, only faster.

``render`` is no Markdown renderer.  It knows the small escaped dialect that ``markup`` and the page templates write, and
of each construct only the forms that they write; at anything else it answers None, and the caller has Python-Markdown
render that page.  So a guess never reaches a reader: at worst a page takes longer.

Why it may exist: of publishing 10,000 articles (16,173 pages, 112 s of processor time) Python-Markdown took four fifths,
4.3 ms a page, since it reads any text there may be, in some thirty passes.  This takes 0.3 ms a page, and gave up none of
the pages of two invented archives of 1,000 and 10,000 articles, none of this project's own, three of 2,021 hostile ones.

How it is kept honest:

- tests/rendering compares it with MkDocs' own ``Page.render``, under this project's mkdocs.yml, on every page of the golden
  tree, of the project's content and of the hostile corpus, and on random blocks and random Markdown: a difference fails, and
  so does giving up on more than a few pages;
- ``SPECIMENS`` hold every construct that it knows: whoever uses it compares both renderers on them first, and leaves it
  alone where they differ, as they may under another version of Python, Python-Markdown or MkDocs, or other extensions.

A construct that a template is to write is added here in three places: where it is read, in a specimen, and in the test of
random Markdown.  Left out here, it only costs time.

The parts: ``page`` takes a page and puts aside what passes as it is, ``blocks`` cuts the rest at blank lines, ``paragraphs``,
``headings``, ``lists`` and ``tables`` are kinds of blocks, ``inline`` is what stands in them.
"""

from generator.rendering.model import Heading, Rendered
from generator.rendering.page import render
from generator.rendering.specimens import SPECIMENS

__all__ = ["SPECIMENS", "Heading", "Rendered", "render"]
