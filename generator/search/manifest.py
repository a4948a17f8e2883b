"""What the script in the browser loads first: which parts and shards there are, and how a query is folded."""

import json

from generator.search.lean import EVERY
from generator.search.parts import Parts
from generator.search.spellings import FOLDS, Spelled

FOLDER = "search"  # in build/docs
VERSION = 1


def text_files(parts: Parts, spelled: Spelled) -> dict[str, bytes]:
    """The manifest and the spellings, by their paths in build/docs."""
    manifest = {
        "version": VERSION,
        "articles": [part.name for part in parts.articles],
        "statements": [part.name for part in parts.statements],
        "registry": [part.name for part in parts.registry],
        "every": EVERY,
        "shards": spelled.names,
        "folds": FOLDS,
    }
    files = {f"{FOLDER}/spellings/{name}.json": data for name, data in spelled.shards.items()}
    return {
        f"{FOLDER}/manifest.json": (json.dumps(manifest, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    } | files
