"""Bytes to text."""

from generator.problems import Problem


def decode(path: str, data: bytes, *, markup: bool = False) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None with the problem that says why there is none."""
    return data.decode("utf-8", "replace"), []
