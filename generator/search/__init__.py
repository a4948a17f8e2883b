"""What a reader can search: the records of the archive, the small pages that Pagefind indexes, the spellings of the registry.

Pure functions.  ``indexing`` runs Pagefind on what they make; theme/assets/archive/search*.js asks what comes of it.
All of it lies in build/docs/search, as plain files, so that every publisher copies it:

- ``manifest.json``: the parts (newest first), the shards of spellings, and the table by which a query is folded;
- ``parts/<part>/``: one Pagefind bundle each; ``pagefind/``: Pagefind's script, once for all parts;
- ``spellings/<shard>.json``: every spelling of the registry.
"""

from generator.search.findable import Findable, findable, named
from generator.search.lean import lean_page
from generator.search.manifest import FOLDER, MADE_LAST, manifest, shard_of, spelling_path
from generator.search.parts import Part, Parts, parts_of
from generator.search.records import Record, record_keys, record_of, records_of
from generator.search.spellings import spelling_files
from generator.search.steady import ENTRY, SIGNATURE, steady

__all__ = [
    "ENTRY", "FOLDER", "MADE_LAST", "SIGNATURE", "Findable", "Part", "Parts", "Record", "findable", "lean_page", "manifest", "named", "parts_of",
    "record_keys", "record_of", "records_of", "shard_of", "spelling_files", "spelling_path", "steady",
]  # fmt: skip
