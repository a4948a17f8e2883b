"""The preview: the site as it stands is shown at once, and what is saved is built and shown again.

Three processes: one shows the site (``pages``), one watches what people write (``watch``), this one builds.  It has no threads,
so that it may fork.  A build that fails leaves the last good pages to be read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from generator.preview.pages import Shown, listening_at, show
from generator.preview.watch import watch
from generator.problems import ToolError

SETTLED = 0.05  # seconds without another change, behind one: an editor writes a file in several steps
_CONTEXT = get_context("spawn")


@contextmanager
def preview(site: Path, port: int, watched: list[Path], say: Callable[[str], None]) -> Iterator["Preview"]:
    """Show a site at http://127.0.0.1:``port`` while the block lasts; what is saved from its beginning on is told.

    Raises ToolError where the port cannot be had.
    """
    socket = listening_at(port)
    changes, told = _CONTEXT.Pipe(duplex=False)
    version = _CONTEXT.Value("L", 1)
    helpers = [
        _CONTEXT.Process(target=show, args=(Shown(site=site, socket=socket, version=version),), daemon=True),
        _CONTEXT.Process(target=watch, args=(watched, told), daemon=True),
    ]
    for helper in helpers:
        helper.start()
    socket.close()
    told.close()
    say(f"The site is at http://127.0.0.1:{port}/ - what you save shows there. Ctrl-C ends this.")
    try:
        shown = Preview(changes, version)
        shown.wait()  # for the watcher: whoever looks at the content now, and saves it later, is seen
        yield shown
    finally:
        for helper in helpers:
            helper.terminate()
        for helper in helpers:
            helper.join()


class Preview:
    """A preview that is being shown."""

    def __init__(self, changes, version) -> None:  # type: ignore[no-untyped-def]
        self._changes = changes
        self._version = version

    def shown(self) -> None:
        """The site has changed: let the browsers load it again."""
        with self._version.get_lock():
            self._version.value += 1

    def changes(self) -> Iterator[None]:
        """Something each time that people have saved something, and are done with it; until the watcher ends."""
        while True:
            self.wait()
            while self._changes.poll(SETTLED):
                self.wait()
            yield

    def wait(self) -> None:
        """Wait for the watcher to tell something.  Raises ToolError where it has ended."""
        try:
            self._changes.recv()
        except EOFError:
            raise ToolError("the preview ended: nothing watches the files any more") from None

    def waiting(self) -> bool:
        """Whether something has been saved that was not built yet."""
        return bool(self._changes.poll(0))
