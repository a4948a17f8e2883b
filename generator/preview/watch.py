"""What watches the files that people write, and tells when one of them changes."""

import signal
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

_QUIET = ("opened", "closed_no_write")  # events of who only reads


class _Teller(FileSystemEventHandler):
    def __init__(self, told: Connection) -> None:
        self._told = told
        self._lock = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = Path(str(event.dest_path or event.src_path)).name
        if event.event_type in _QUIET or name.startswith(".") or name.endswith("~"):
            return
        with self._lock:
            self._told.send(str(event.src_path))


def watch(watched: list[Path], told: Connection) -> None:
    """Send the path of each file that changes below some folders (or a file among these), until the process is ended.

    The first that is sent is empty: from then on nothing is missed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that builds, which ends this one
    observer = Observer()
    teller = _Teller(told)
    try:
        _begin(observer, teller, watched)
    except OSError:  # more folders than the system lets anybody watch: look at them again and again
        observer = PollingObserver()
        _begin(observer, teller, watched)
    told.send("")
    observer.join()


def _begin(observer, teller: _Teller, watched: list[Path]) -> None:  # type: ignore[no-untyped-def]
    for path in watched:
        observer.schedule(teller, str(path), recursive=path.is_dir())
    observer.start()
