"""The explainer archive's generator: content/ in, plain Markdown pages out.

The floors of the house.  A module imports only from lines of this drawing below its own, or from its own package; a test reads it
and holds it.  (Beside DESIGN.md: ``markup`` stands on the ground floor, since reading, pages and ``convert`` all
speak its dialect of Markdown; ``publish`` stands beside ``disk``, since it runs the publisher on the folder that disk wrote;
``indexing`` just above them, since it runs Pagefind on what ``search`` makes and has ``disk`` keep what comes of it.)

Runs remember: ``kept`` holds what files and articles were found to be (``memory``), and of each file of build/docs it is known what
of the archive it was made of (``observed``, ``made``), so that the next run makes only what has changed (``making``); ``publish``
does the same with the site.

5  cli mkdocs_hook
4  pipeline arrival mending founding
4  building
4  docs
4  generating
4  checking
4  loading
4  downloads
4  making memory publish preview
4  indexing inspection made versions
4  growing content_tree
4  disk git exchange locking kept
3  units
3  search
3  feeds
3  data metadata
3  packing
3  reports
3  remedies
3  editor
3  pages exports intake messages schemas
2  pictures
2  citations
2  suggest
2  observed finding
2  crossref
2  checks
2  statements related
1  reading matching links settings
0  cleaning gate addresses anchors workers rendering
0  markup allowed
0  rules
0  once nearness model problems text fingerprints progress

``disk`` is the only module that reads or writes files (``content_tree`` reads the content with it; ``publish`` hands folders to the
publisher, which does; ``exchange`` puts a whole folder in the place of another, ``growing`` holds files while they grow, ``locking``
holds one; ``kept`` and ``data.database`` are databases).
"""

__all__: list[str] = []
