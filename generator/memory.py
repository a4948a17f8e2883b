"""Articles read, and searched for what they name, once: what earlier runs found is taken from ``kept``.

What a file holds depends on its bytes and its path; what is found in an article depends on that, and on what
``finding.to_find_with`` leaves of the registry.  Only what is not known is worked out, on all cores.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from struct import Struct
from typing import Any, NamedTuple

from generator import reading, related
from generator.content_tree import ContentFile, Known
from generator.crossref import RELATED, Entry
from generator.finding import entry_with, found_in, to_find_with
from generator.fingerprints import LENGTH, fingerprint, of_all
from generator.kept import Kept, KeptBlocks
from generator.links import inward_links
from generator.made import Made, Prints, print_of
from generator.matching.forms import Forms, compile_forms
from generator.model import ActorSlug, Article, ArticleSlug, Block, Registry
from generator.packing import packed
from generator.problems import Problem
from generator.progress import Progress
from generator.related import Days, Features
from generator.statements import Decisions, Grouping, Spoken, Variant, from_numbers, group_speaker, numbered
from generator.workers import Aside, not_collecting, spread

# Into an article that nobody has seen yet.  (To make another of it takes a third of the time of having ten thousand at hand.)
_put_blocks: Callable[[Article, Sequence[Block]], None] = Article.__dict__["blocks"].__set__
Read = tuple[reading.Thing | None, Sequence[Problem]]
# Before what a file holds: how many blocks an article's text has, and words; a fingerprint of all else.
_HEAD = Struct(f">II{LENGTH}s")


class _Recalled(NamedTuple):
    """What a file holds, and a fingerprint of that but for an article's text."""

    read: Read
    of: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Articles with what was found in them, and what each entry but for its text is made of.

    (The same fingerprint, the same entry; a list of articles stays as it is when something is added to the text of one.)
    """

    entries: tuple[Entry, ...]
    prints: dict[ArticleSlug, bytes]


class Memory:
    """What one run knows of files and articles, by what earlier runs kept; and what runs that follow each other in one process know.

    ``statements`` are the fingerprints of those of the last ``group``, by speaker and id.
    ``files`` are those of the content, ``made`` what stands in build/docs and what it was made of, ``prints`` the fingerprints
    of the last archive; of these, one run alone has no use.
    """

    def __init__(self, kept: Kept, *, jobs: int, progress: Progress, lasts: bool = False) -> None:
        """``lasts``: for runs that follow each other.  Such a process is large, and to work beside it begins with a copy of it."""
        self._kept = kept
        self._is_alone = not lasts
        self._jobs = jobs
        self._progress = progress
        self.forget()

    @property
    def kept(self) -> Kept:
        """Where earlier runs kept it."""
        return self._kept

    def forget(self) -> None:
        """Know nothing."""
        self._prints: dict[str, bytes] = {}  # of each file, by path
        self._read: dict[bytes, _Recalled] = {}  # what is in memory already, by the same keys as in the file
        self._found: dict[bytes, tuple[Entry, bytes]] = {}
        self._made_of: Mapping[ArticleSlug, bytes] = {}  # the fingerprints of the last ``entries``
        self.statements: Mapping[tuple[ActorSlug, str], bytes] = {}
        self._grouped: dict[bytes, tuple[Grouping, Sequence[bytes]]] = {}  # with a fingerprint of each statement
        self._near: tuple[tuple[object, ...], list[list[int]]] = ((), [])
        self.files = Known()
        self.made: Made | None = None
        self.prints: Prints | None = None

    def readings(self, files: Sequence[ContentFile]) -> list[Read]:
        """What each file holds, with what is wrong with it."""
        keys = [file.of for file in files]
        self._prints = {file.path: key for file, key in zip(files, keys, strict=True)}
        known = self._known("readings", keys, self._read)
        missing = [number for number, key in enumerate(keys) if key not in known and key not in self._read]
        with self._progress.stage("Reading", len(missing)) as done:
            for rows in spread(_read_some, files, missing, jobs=self._jobs, done=done):
                self._kept.keep(
                    {"readings": [row[:2] for row in rows], "blocks": [(row[0], row[2]) for row in rows if row[2]]}
                )
                known.update(row[:2] for row in rows)
        self._forget(set(keys), known, self._read, "readings", "blocks")
        with not_collecting():
            self._read |= {key: self._recalled(key, data) for key, data in known.items()}
        return [self._read[key].read for key in keys]

    def _known(self, table: str, keys: Sequence[bytes], memory: Mapping[bytes, object]) -> dict[bytes, bytes]:
        """What the file has that is not in memory yet: the first time all of it, so that what nobody wants can go."""
        return self._kept.some(table, [key for key in keys if key not in memory]) if memory else self._kept.all(table)

    def _forget(self, wanted: set[bytes], known: dict[bytes, bytes], memory: dict[bytes, Any], *tables: str) -> None:
        """Let go of what nobody wants any more."""
        gone = [key for key in (*known, *memory) if key not in wanted]
        if gone:
            self._kept.forget(dict.fromkeys(tables, gone))
        for key in gone:
            known.pop(key, None)
            memory.pop(key, None)

    def _recalled(self, key: bytes, data: bytes) -> _Recalled:
        thing, problems = self._kept.unpacked(data[_HEAD.size :])
        length, words, of = _HEAD.unpack_from(data)
        if isinstance(thing, Article):
            _put_blocks(thing, KeptBlocks(self._kept, key, thing.slug, length, words))
        return _Recalled((thing, problems), of)

    def entries(self, articles: Sequence[Article], registry: Registry) -> Entries:
        """The articles with what is found in them; they are those of the last ``readings``."""
        lean = to_find_with(registry)
        shared = fingerprint(repr(lean))
        keys = [of_all((self._prints[article.path], shared)) for article in articles]
        known = self._known("findings", keys, self._found)
        missing = [number for number, key in enumerate(keys) if key not in known and key not in self._found]
        by_key = dict(zip(keys, articles, strict=True))
        self._recall(by_key, known)
        with self._progress.stage("Finding names and quotations", len(missing)) as done:
            forms = compile_forms(lean if missing else Registry())
            for rows in spread(_find_some, (articles, keys, lean, forms), missing, jobs=self._jobs, done=done):
                self._kept.keep({"findings": rows})
                self._recall(by_key, dict(rows))
        self._forget(set(keys), known, self._found, "findings")
        found = [self._found[key] for key in keys]
        prints = self._made_of = {entry.article.slug: made_of for entry, made_of in found}
        return Entries(entries=tuple(entry for entry, _ in found), prints=prints)

    def _recall(self, articles: Mapping[bytes, Article], known: Mapping[bytes, bytes]) -> None:
        """Have in memory what is known to be in some articles, by their keys."""
        with not_collecting():
            for key, data in known.items():
                if article := articles.get(key):
                    made_of = of_all((self._read[self._prints[article.path]].of, fingerprint(data)))
                    self._found[key] = (entry_with(article, self._kept.unpacked(data)), made_of)

    def near(self, slugs: Sequence[str], names: Features, said: Features, days: Days) -> Callable[[], list[list[int]]]:
        """Begin to find the nearest articles of each; what waits for them, and gives their places in the list."""
        asked = (slugs, names, said, days)
        if self._near[0] == asked:
            return lambda: self._near[1]
        looking = Aside(partial(self._nearest, *asked), jobs=self._jobs if self._is_alone else 1)

        def found() -> list[list[int]]:
            self._near = asked, looking.result()
            return self._near[1]

        return found

    def _nearest(self, slugs: Sequence[str], names: Features, said: Features, days: Days) -> list[list[int]]:
        """Only those are looked for that something has changed for."""
        wanted = related.keys(slugs, names, said, days)
        known = self._kept.all("related")
        missing = [index for index, key in enumerate(wanted) if key not in known]
        found = related.nearest(names, said, days, RELATED, missing)
        rows = [
            (wanted[index], "\n".join(slugs[other] for other in others).encode())
            for index, others in zip(missing, found, strict=True)
        ]
        self._kept.keep({"related": rows})
        known.update(rows)
        self._forget(set(wanted), known, {}, "related")
        places = {slug: index for index, slug in enumerate(slugs)}
        return [[places[slug] for slug in known[key].decode().split("\n") if slug] for key in wanted]

    def group(self, spoken: Spoken, decided_of: Mapping[ActorSlug, Decisions]) -> Sequence[Grouping]:
        """The statements of each speaker, of quotations in the last ``entries``: known, where these are of the same articles."""
        keys = {speaker: self._said(speaker, spoken[speaker], decided_of.get(speaker, {})) for speaker in spoken}
        known = self._known("statements", list(keys.values()), self._grouped)
        rows = []
        with not_collecting():
            for speaker, key in keys.items():
                if key in self._grouped:
                    continue
                if key in known:
                    self._grouped[key] = self._regrouped(speaker, spoken[speaker], known[key])
                else:
                    grouping = group_speaker(speaker, spoken[speaker], decided_of.get(speaker, {}))
                    prints = list(map(print_of, grouping.statements))
                    self._grouped[key] = grouping, prints
                    rows.append((key, packed((numbered(grouping, spoken[speaker]), prints))))
        self._kept.keep({"statements": rows})
        self._forget(set(keys.values()), known, self._grouped, "statements")
        found = [self._grouped[key] for key in keys.values()]
        self.statements = {
            (statement.speaker, statement.id): of
            for grouping, prints in found
            for statement, of in zip(grouping.statements, prints, strict=True)
        }
        return [grouping for grouping, _ in found]

    def _regrouped(
        self, speaker: ActorSlug, variants: Sequence[Variant], data: bytes
    ) -> tuple[Grouping, Sequence[bytes]]:
        try:
            numbers, prints = self._kept.unpacked(data)
            grouping = from_numbers(speaker, variants, numbers)
            if len(prints) != len(grouping.statements):
                raise ValueError("statements without a fingerprint")
            return grouping, prints
        except (IndexError, TypeError, ValueError) as error:
            raise self._kept.damaged(error) from None

    def _said(self, speaker: ActorSlug, variants: Sequence[Variant], decisions: Decisions) -> bytes:
        """What a speaker's statements are made of, as a fingerprint: the articles with what was found in them, and the places there."""
        places = array("q", (place for variant in variants for place in (variant.quote.block, variant.quote.at)))
        decided = sorted((sorted(pair), str(verdict)) for pair, verdict in decisions.items())
        articles = of_all(self._made_of[variant.article] for variant in variants)
        return fingerprint(speaker, repr(decided), articles, places.tobytes())


def _read_some(files: Sequence[ContentFile], numbers: Sequence[int]) -> list[tuple[bytes, bytes, bytes]]:
    """For each file its key, what it holds without an article's blocks, and those."""
    return [(files[number].of, *_read_one(files[number])) for number in numbers]


def _read_one(file: ContentFile) -> tuple[bytes, bytes]:
    thing, problems = reading.read_file(file.folder, file.path, file.data)
    if not isinstance(thing, Article):
        return _headed(thing, problems), b""
    light = replace(thing, blocks=(), dropped=(), inward=inward_links(thing.blocks))
    return _headed(light, problems, len(thing.blocks), thing.word_count), packed(tuple(thing.blocks))


def _headed(thing: reading.Thing | None, problems: Sequence[Problem], length: int = 0, words: int = 0) -> bytes:
    data = packed((thing, tuple(problems)))
    return _HEAD.pack(length, words, fingerprint(data)) + data


def _find_some(
    shared: tuple[Sequence[Article], Sequence[bytes], Registry, Forms], numbers: Sequence[int]
) -> list[tuple[bytes, bytes]]:
    """For each article its key, and what is found in it."""
    articles, keys, registry, forms = shared
    return [(keys[number], packed(found_in(articles[number], registry, forms))) for number in numbers]
