"""What MkDocs complains of: any of it stops a build, as in its strict mode."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from generator.problems import ToolError


class Messages(logging.Handler):
    """Warnings and errors, in the order in which they come."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


@contextmanager
def listening() -> Iterator[Messages]:
    """All that MkDocs says, while the block lasts."""
    messages = Messages()
    log = logging.getLogger("mkdocs")
    level = log.level
    log.addHandler(messages)
    log.setLevel(logging.INFO)
    try:
        yield messages
    finally:
        log.removeHandler(messages)
        log.setLevel(level)


def stopped(found: Iterable[str], why: str = "Aborted in strict mode!") -> ToolError:
    """The error that MkDocs' complaints are."""
    return ToolError(f"the publisher stopped: {why}\n" + "\n".join(found), help="The last good site is as it was.")
