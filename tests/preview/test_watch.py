"""What is saved while the preview lasts is told: from the first moment on."""

import socket
from pathlib import Path
from threading import Thread

from generator.preview import preview


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def test_what_is_saved_at_once_is_not_missed(tmp_path: Path) -> None:
    """The watcher is another process, which takes its time to begin."""
    (tmp_path / "content").mkdir()
    with preview(tmp_path / "site", free_port(), [tmp_path / "content"], lambda _: None) as shown:
        assert not shown.waiting()
        (tmp_path / "content" / "a.md").write_text("saved")
        told = Thread(target=next, args=(shown.changes(),), daemon=True)
        told.start()
        told.join(10)
        assert not told.is_alive()
