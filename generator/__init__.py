"""The explainer archive's generator: content/ in, plain Markdown pages out.

The floors of the house.  A module imports only from lines of this drawing below its own, or from its own package; a test reads it
and holds it.  (Beside DESIGN.md: ``markup`` stands on the ground floor, since reading, pages and ``convert`` all
speak its dialect of Markdown; ``publish`` stands beside ``disk``, since it runs the publisher on the folder that disk wrote.)

5  cli mkdocs_hook
4  pipeline arrival
4  disk publish
3  pages exports intake messages
2  suggest
2  crossref
2  checks
2  statements
1  reading matching links
0  markup
0  model problems text

``disk`` is the only module that reads or writes files (``publish`` hands folders to the publisher, which does).
"""

__all__: list[str] = []
