"""What earlier runs worked out, in one SQLite file of the build folder: to be read again while nothing it was made of changed.

Everything stands under a fingerprint of all that it was made of, so that nothing in it can be out of date: what is not found
is made.  A file of another version, or one that is damaged, is begun anew.

What is kept of Python's objects is read back by a reader that makes plain data alone (``_Plain``): should somebody's pull
request bring such a file along, it can hold wrong words, but nothing that runs.
"""

import io
import os
import pickle
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from typing import Any, overload

from generator import finding, model, problems
from generator.model import Block
from generator.problems import ToolError

TABLES = ("readings", "blocks", "findings", "pieces", "records")
_AT_HAND = 32  # articles whose blocks stay in memory: those that one page and what belongs to it ask for
_OURS: Mapping[str, Any] = {"generator.finding": finding, "generator.model": model, "generator.problems": problems}
_WIDEST = 500  # values in one statement of SQL


class _Plain(pickle.Unpickler):
    """Makes nothing but the dataclasses of the model, problems and dates."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _OURS and not name.startswith("_"):
            found = getattr(_OURS[module], name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        if (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not kept")


def packed(value: object) -> bytes:
    """Plain data as bytes."""
    return pickle.dumps(value, 5)


def unpacked(data: bytes) -> Any:
    """The plain data of bytes.  Raises ToolError if they are not ours."""
    try:
        return _Plain(io.BytesIO(data)).load()
    # BLE001: bytes that are no pickle raise almost anything
    except Exception as error:  # noqa: BLE001
        raise ToolError(
            f"what earlier builds kept is damaged, or not theirs: {error}",
            help="Remove the folder build/kept and build again: all in it is made anew.",
        ) from None


class Kept:
    """The file, opened where it is asked for first, in each process by itself."""

    def __init__(self, path: Path, version: bytes) -> None:
        """``version`` is of the program: what another one kept is forgotten."""
        self._path = path
        self._version = version
        self._connections: dict[tuple[int, int], sqlite3.Connection] = {}
        self._at_hand: OrderedDict[bytes, tuple[Block, ...]] = OrderedDict()

    def __reduce__(self) -> tuple[type["Kept"], tuple[Path, bytes]]:
        return Kept, (self._path, self._version)

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
            with suppress(sqlite3.DatabaseError):  # of another form, or no database at all
                connection = self._connected()
                with suppress(sqlite3.DatabaseError):
                    if connection.execute("SELECT data FROM about").fetchone() == (self._version,):
                        return connection
                connection.close()
            for each in (self._path, *(self._path.with_name(f"{self._path.name}-{end}") for end in ("wal", "shm"))):
                each.unlink(missing_ok=True)
            connection = self._connected()
            for table in TABLES:
                connection.execute(f"CREATE TABLE {table} (key BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID")
            connection.execute("CREATE TABLE about (data BLOB)")
            connection.execute("INSERT INTO about VALUES (?)", (self._version,))
            connection.commit()
        except (OSError, sqlite3.Error) as error:
            raise _cannot(self._path, error) from None
        return connection

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=60)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # Whoever is killed leaves it whole; after a power cut it is made anew.
            connection.execute("PRAGMA synchronous = OFF")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

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

    def keys(self, table: str) -> list[bytes]:
        return [key for (key,) in self._asked(f"SELECT key FROM {table}", ())]  # noqa: S608 - our own names

    def _asked(self, sql: str, values: Sequence[bytes]) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._open().execute(sql, values)
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
            raise ToolError(f"{self._path} lacks the text of an article", help="Remove that file and build again.")
        blocks: tuple[Block, ...] = unpacked(data)
        self._at_hand[key] = blocks
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return blocks

    def close(self) -> None:
        """Close this thread's connection."""
        connection = self._connections.pop((os.getpid(), get_ident()), None)
        if connection is not None:
            connection.close()


def _cannot(path: Path, error: Exception) -> ToolError:
    return ToolError(
        f"{path} cannot be used: {error}",
        help="Is the disk full, or the folder read-only? If it is damaged, remove it: it is made anew.",
    )


@dataclass(frozen=True, slots=True, eq=False)
class KeptBlocks(Sequence[Block]):
    """The blocks of an article, read from the file when somebody looks at them: those of 10,000 articles are half a gigabyte."""

    kept: Kept
    key: bytes
    length: int

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        return self.kept.blocks(self.key)[index]

    def __iter__(self) -> Iterator[Block]:
        return iter(self.kept.blocks(self.key))

    def __len__(self) -> int:
        return self.length
