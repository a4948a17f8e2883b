"""A built site, served on this machine as a web server of today sends it: text compressed, and kept by the browser."""

import functools
import gzip
import http.server
import threading
from collections.abc import Mapping
from pathlib import Path

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


@functools.cache
def packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class Compressed(http.server.SimpleHTTPRequestHandler):
    """``headers_of_all`` are sent with every answer."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    headers_of_all: Mapping[str, str] = {}

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        is_text = path.suffix in TEXT
        body = packed(path) if is_text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the figures are what matters."""


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # a browser opens many connections at once


def serve(site: Path, headers: Mapping[str, str] | None = None) -> http.server.ThreadingHTTPServer:
    """A running server of a folder, at ``server_port`` of this machine; ``headers`` go with every answer."""
    kind = type("Handler", (Compressed,), {"headers_of_all": headers or {}})
    server = _Server(("127.0.0.1", 0), functools.partial(kind, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
