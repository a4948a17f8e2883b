"""What the script in the browser loads first: which parts and shards there are, and how a query is folded."""

import json
from collections.abc import Iterable

from generator.search.lean import EVERY
from generator.search.parts import Parts
from generator.search.spellings import FOLDS

FOLDER = "search"  # in build/docs
MADE_LAST = (
    f"{FOLDER}/parts/",
    f"{FOLDER}/pagefind/",
    f"{FOLDER}/manifest.json",
)  # what begins so is of Pagefind's index
VERSION = 1


def manifest(parts: Parts, shards: Iterable[str]) -> tuple[str, bytes]:
    """The manifest by its path in build/docs; ``shards`` are the names of those of the spellings."""
    told = {
        "version": VERSION,
        "articles": [part.name for part in parts.articles],
        "statements": [part.name for part in parts.statements],
        "registry": [part.name for part in parts.registry],
        "every": EVERY,
        "shards": sorted(filter(None, shards)),
        "folds": FOLDS,
    }
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
    return f"{FOLDER}/manifest.json", data.encode()


def shard_of(path: str) -> str:
    """The name of the shard that a file of build/docs is; empty if it is none."""
    start, end = spelling_path("\n").split("\n")
    return path[len(start) : -len(end)] if path.startswith(start) and path.endswith(end) else ""


def spelling_path(shard: str) -> str:
    """Where a shard of the spellings stands in build/docs."""
    return f"{FOLDER}/spellings/{shard}.json"
