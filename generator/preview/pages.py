"""The server of the preview: the files of a site as they stand, with a script that loads a page again when the site has changed.

It listens on this machine alone, answers to this machine's names alone (a page elsewhere may have a name of its own lead here),
and gives nothing but the site's own files.  The script is a file of the site's own host, as the pages'
Content-Security-Policy asks.
"""

import posixpath
import signal
import socket
import time
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from generator.problems import ToolError

OWN = "/-preview/"  # below this path stands what the preview adds; no page of an archive has such an address
_SCRIPT = f"""\
"use strict";
(async () => {{
  const version = async () => (await fetch("{OWN}version", {{ cache: "no-store" }})).text();
  let before = null;
  for (;;) {{
    try {{
      const now = await version();
      if (before !== null && now !== before) return location.reload();
      before = now;
    }} catch {{
      // the preview was ended; it may begin again
    }}
    await new Promise((resolve) => setTimeout(resolve, document.hidden ? 1000 : 150));
  }}
}})();
"""
_TAG = f'<script src="{OWN}reload.js" defer></script></body>'.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown: a site's folder, at a socket that listens; ``version`` counts up when the site changes."""

    site: Path
    socket: socket.socket
    version: Any


def listening_at(port: int) -> socket.socket:
    """A socket of this machine's alone.  Raises ToolError where the port cannot be had."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise ToolError(
            f"the preview cannot start at port {port}: {error.strerror}",
            help=f"Is another preview running? End it, or take another port: explainer serve --port {port % 65535 + 1}",
        ) from None


def show(shown: Shown) -> None:
    """Serve a site until the process is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that builds, which ends this one

    class Handler(_Handler):
        site, version = shown.site, shown.version

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler, bind_and_activate=False)
    server.socket.close()
    server.socket = shown.socket
    server.server_address = shown.socket.getsockname()
    server.serve_forever()


class _Handler(SimpleHTTPRequestHandler):
    site: Path
    version: Any
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if self.headers.get("Host", "").rpartition(":")[0] not in ("127.0.0.1", "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)  # a page of another site, through a name that leads here
        elif path == f"{OWN}version":
            self._answer(str(self.version.value).encode(), "text/plain")
        elif path == f"{OWN}reload.js":
            self._answer(_SCRIPT.encode(), "text/javascript")
        else:
            self._file(unquote(path))

    def do_HEAD(self) -> None:
        """The same without the file (the class above would look into the folder where the command runs)."""
        self.do_GET()

    def _file(self, path: str) -> None:
        inside = posixpath.normpath("/" + path).lstrip("/")
        file = _within(self.site, inside)
        if file and file.is_dir():
            if not path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", quote(f"/{inside}/"))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            file = _within(self.site, posixpath.join(inside, "index.html"))
        data, found = _read(file) if file else (b"", False)
        if not file or not found:
            file = self.site / "404.html"
            data, _ = _read(file)
        if file.suffix == ".html":
            data = data.replace(b"</body>", _TAG)
        self._answer(data, self.guess_type(str(file)), HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)

    def _answer(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to read of every file."""


def _within(site: Path, inside: str) -> Path | None:
    """Where a file of the site is; None for what is no path of a site, and for what a link puts outside it."""
    if any(character in inside for character in "\\:\0"):  # to Windows, another way to say up, or another disk
        return None
    try:
        file = (site / inside).resolve()
        file.is_dir()  # asks the disk, which says what it does not take
        return file if file.is_relative_to(site.resolve()) else None
    except (OSError, RuntimeError):  # a name that is too long, links in a ring
        return None


def _read(file: Path) -> tuple[bytes, bool]:
    """A file of the site; the site is exchanged at any time, so that one may miss it just then."""
    for _ in range(3):
        try:
            return file.read_bytes(), True
        except (FileNotFoundError, NotADirectoryError):
            time.sleep(0.01)
        except OSError:
            break
    return b"", False
