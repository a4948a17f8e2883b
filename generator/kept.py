"""What earlier runs worked out, in one SQLite file of the build folder: to be read again while nothing it was made of changed.

Everything stands under a fingerprint of all that it was made of, so that nothing in it can be out of date: what is not found
is made.  A file of another version is begun anew; so is one that is damaged, when it is opened or, where that shows only later
(``Damaged``), by whoever runs the build, from its beginning.

What is kept of Python's objects is plain data (``packing``).
"""

import os
import shutil
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from typing import Any, overload

from generator.model import ArticleSlug, Block
from generator.packing import unpacked
from generator.problems import ToolError

TABLES = ("readings", "blocks", "findings", "statements", "related", "rows", "records")
_AT_HAND = 32  # articles whose blocks stay in memory: those that one page and what belongs to it ask for
_PAGE = 16_384  # bytes of a page of the file
_File = tuple[int, int]  # its disk and its number there
_WIDEST = 500  # values in one statement of SQL


class Damaged(ToolError):
    """What is kept cannot be read: the run has to begin anew, without it (``Kept.begin_anew``)."""


class Kept:
    """The file, opened where it is asked for first, in each process by itself."""

    def __init__(self, path: Path, version: bytes) -> None:
        """``version`` is of the program: what another one kept is forgotten."""
        self._path = path
        self._version = version
        self._connections: dict[tuple[int, int], sqlite3.Connection] = {}
        self._file: _File | None = None  # the one that was there when it was opened
        self._at_hand: OrderedDict[bytes, tuple[Block, ...]] = OrderedDict()

    def __reduce__(self) -> tuple[type["Kept"], tuple[Path, bytes]]:
        return Kept, (self._path, self._version)

    def begin(self) -> None:
        """Have the file be there, and be the one that is open, before several processes look for it.

        (Of one that is not ours each would make another; and where somebody has put another in its place, this process would write
        into the one that is no more, and those that it begins read the other.)
        """
        if self._file and self._file != _file_at(self._path):
            self.close()
        self._open()
        self._file = _file_at(self._path)

    def _open(self) -> sqlite3.Connection:
        """The connection of this process and thread: none may be used behind a fork, nor by two threads."""
        own = (os.getpid(), get_ident())
        connection = self._connections.get(own)
        if connection is None:
            connection = self._connections[own] = self._begun()
        return connection

    def _begun(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(sqlite3.Error):
                return self._known()
            self._remove()
            connection = self._connected()
            for table in TABLES:
                connection.execute(f"CREATE TABLE {table} (key BLOB PRIMARY KEY, data BLOB)")
            connection.execute("CREATE TABLE about (data BLOB)")
            connection.execute("INSERT INTO about VALUES (?)", (self._version,))
            connection.commit()
        except (OSError, sqlite3.Error) as error:
            raise _cannot(self._path, error) from None
        return connection

    def _known(self) -> sqlite3.Connection:
        """The file as it is there.  Raises an error of SQLite's where it is not ours, or of another version."""
        connection = self._connected()
        try:
            if connection.execute("SELECT data FROM about").fetchone() == (self._version,):
                return connection
            raise sqlite3.DatabaseError("of another version")
        except BaseException:
            connection.close()
            raise

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=60, check_same_thread=False)  # another may close it
        try:
            # Rows are some thousand bytes long: with small pages, or in the order of their keys, they take six times as long to write.
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute("PRAGMA journal_mode = WAL")
            # Whoever is killed leaves it whole; after a power cut it is made anew.
            connection.execute("PRAGMA synchronous = OFF")
        except BaseException:
            connection.close()
            raise
        return connection

    def _remove(self) -> None:
        for each in (self._path, *(self._path.with_name(f"{self._path.name}-{end}") for end in ("wal", "shm"))):
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            each.unlink(missing_ok=True)

    def begin_anew(self) -> None:
        """Begin another file in its place: all is made again.  Raises ToolError where that cannot be done."""
        self.close()
        try:
            self._remove()
        except OSError as error:
            raise _cannot(self._path, error) from None
        self.begin()

    def all(self, table: str) -> dict[bytes, bytes]:
        """Everything in a table, by key."""
        return dict(self._asked(f"SELECT key, data FROM {table}", ()))  # noqa: S608 - our own names

    def some(self, table: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What a table has for some keys."""
        found: dict[bytes, bytes] = {}
        for at in range(0, len(keys), _WIDEST):
            piece = keys[at : at + _WIDEST]
            marks = ", ".join("?" * len(piece))
            found.update(self._asked(f"SELECT key, data FROM {table} WHERE key IN ({marks})", piece))  # noqa: S608
        return found

    def heads(self, table: str, length: int) -> list[tuple[bytes, bytes]]:
        """The keys of a table, each with the first bytes of what stands there."""
        return self._asked(f"SELECT key, substr(data, 1, {length}) FROM {table}", ())  # noqa: S608 - our own names

    def _asked(self, sql: str, values: Sequence[bytes]) -> list[tuple[Any, ...]]:
        try:
            return self._open().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _cannot(self._path, error) from None

    def keep(self, tables: Mapping[str, Iterable[tuple[bytes, bytes]]]) -> None:
        """Put rows into tables, in one step."""
        try:
            connection = self._open()
            with connection:
                for table, rows in tables.items():
                    connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)  # noqa: S608
        except sqlite3.Error as error:
            raise _cannot(self._path, error) from None

    def forget(self, tables: Mapping[str, Iterable[bytes]]) -> None:
        """Take rows out of tables, in one step."""
        try:
            connection = self._open()
            with connection:
                for table, keys in tables.items():
                    connection.executemany(f"DELETE FROM {table} WHERE key = ?", ((key,) for key in keys))  # noqa: S608
        except sqlite3.Error as error:
            raise _cannot(self._path, error) from None

    def blocks(self, key: bytes) -> tuple[Block, ...]:
        """The blocks of an article; those of the last few are at hand."""
        if key in self._at_hand:
            self._at_hand.move_to_end(key)
            return self._at_hand[key]
        data = self.some("blocks", [key]).get(key)
        if data is None:
            raise self.damaged("it lacks the text of an article")
        blocks: tuple[Block, ...] = self.unpacked(data)
        self._at_hand[key] = blocks
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return blocks

    def unpacked(self, data: bytes) -> Any:
        """The plain data of bytes that stood in the file.  Raises Damaged."""
        try:
            return unpacked(data)
        except Exception as error:  # noqa: BLE001 - a pickle that is cut off or changed raises what it likes
            raise self.damaged(error) from None

    def damaged(self, what: object) -> Damaged:
        """What to raise where something in the file is not as it was put there."""
        return _cannot(self._path, what)

    def close(self) -> None:
        """Close the connections of this process, those of threads that have ended, too, and let go of what was read."""
        self._at_hand.clear()
        for own in [own for own in self._connections if own[0] == os.getpid()]:
            self._connections.pop(own).close()


def _file_at(path: Path) -> _File | None:
    """Which file is at a path, whatever it holds."""
    with suppress(OSError):
        known = path.stat()
        return known.st_dev, known.st_ino
    return None


def _cannot(path: Path, error: object) -> Damaged:
    return Damaged(
        f"{path} cannot be used: {error}",
        help="Is the disk full, or the folder read-only? If it is damaged, remove it: it is made anew.",
    )


_noting: ContextVar[Callable[[ArticleSlug], None] | None] = ContextVar("noting", default=None)


@contextmanager
def texts_noted(note: Callable[[ArticleSlug], None]) -> Iterator[None]:
    """Who looks at the text of an article in the block has that noted."""
    before = _noting.set(note)
    try:
        yield
    finally:
        _noting.reset(before)


@dataclass(frozen=True, slots=True, eq=False)
class KeptBlocks(Sequence[Block]):
    """The blocks of an article, read from the file when somebody looks at them: those of 10,000 articles are half a gigabyte.

    Whoever looks, if only at how many there are, is noted (``texts_noted``): most of what is made of an article does not.
    """

    kept: Kept
    key: bytes
    article: ArticleSlug
    length: int
    in_words: int

    def _noted(self) -> "KeptBlocks":
        if note := _noting.get():
            note(self.article)
        return self

    @property
    def words(self) -> int:
        """How many words they have, as blanks part them."""
        return self._noted().in_words

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        return self._noted().kept.blocks(self.key)[index]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._noted().kept.blocks(self.key))

    def __len__(self) -> int:
        return self._noted().length
