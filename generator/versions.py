"""What this program is made of: its own files, the versions of what it depends on, Python's.

Whatever is kept between runs is of one version of all of them: of another, it may be made in another way.
"""

import platform
import re
import sqlite3
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from generator import disk
from generator.fingerprints import fingerprint

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PACKAGE = Path(__file__).resolve().parent


def of_program() -> bytes:
    """The fingerprint of the program."""
    names = [entry for entry in disk.names_in(_PACKAGE) if entry != "__pycache__"]
    files = disk.read_parts(_PACKAGE, names)
    versions = [f"{name} {_version(name)}" for name in _dependencies()]
    return fingerprint(
        platform.python_version(),
        sqlite3.sqlite_version,
        *versions,
        *(part for path, data in sorted(files.items()) for part in (path, data)),
    )


def _dependencies() -> list[str]:
    """The names of what the package depends on; none where it is not installed."""
    try:
        wanted = distribution("explainer-archive").requires or []
    except PackageNotFoundError:
        return []
    return sorted({found[0] for each in wanted if (found := _NAME.match(each))})


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
