"""Files to be read, and a disk that refuses: for ``test_disk`` and ``test_content_tree``."""

from pathlib import Path


def plant(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Talks.")


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")
