"""The preview's server gives the site's own files, to this machine's own names, and nothing else."""

import http.client
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.preview.pages import OWN, _Handler, listening_at

OUTSIDE = b"Words outside the site"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, in a folder with more than the site, where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outside.txt").write_bytes(OUTSIDE)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "index.html").write_bytes(OUTSIDE)
    site = tmp_path / "site"
    (site / "articles" / "talks").mkdir(parents=True)
    (site / "index.html").write_text("<p>Home</p></body>")
    (site / "404.html").write_text("<p>Nothing here</p></body>")
    (site / "articles" / "talks" / "index.html").write_text("<p>Talks</p></body>")
    (site / "words.txt").write_text("Words")
    return site


@pytest.fixture
def port(site: Path) -> Iterator[int]:
    class Handler(_Handler):
        pass

    Handler.site, Handler.version = site, SimpleNamespace(value=7)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def asked(port: int, path: str, *, method: str = "GET", host: str | None = None) -> tuple[int, bytes, dict[str, str]]:
    """A request as it is written, whatever it is: a browser would tidy its path first."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection._validate_path = lambda _: None  # type: ignore[attr-defined]
    connection._encode_request = lambda request: request.encode("utf-8")  # type: ignore[attr-defined]
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    if host != "":
        connection.putheader("Host", host or f"127.0.0.1:{port}")
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, answer.read(), dict(answer.headers)
    connection.close()
    return found


def test_it_shows_the_site_and_reloads_it(port: int) -> None:
    status, data, _ = asked(port, "/articles/talks/")
    assert (status, b"Talks" in data, f'src="{OWN}reload.js"'.encode() in data) == (200, True, True)
    assert b"Home" in asked(port, "/")[1]
    assert asked(port, "/words.txt?x=../../outside.txt#y")[:2] == (200, b"Words")
    assert asked(port, f"{OWN}version")[:2] == (200, b"7")
    assert asked(port, "/articles/talks")[2]["Location"] == "/articles/talks/"
    assert asked(port, "http://127.0.0.1/words.txt")[:2] == (200, b"Words")
    assert asked(port, "/nothing/")[0] == 404


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/articles/../../outside.txt", "/articles/%2e%2e%2f%2e%2e%2foutside.txt",
        "//outside.txt", "/..%5coutside.txt", "/..\\outside.txt", "/C:/outside.txt", "/outside.txt", "/outside.txt%00", "/words.txt%00.html",
        "/" + "a" * 5_000, "/" + "a/" * 3_000, "/%ff%fe", "/\u0080", "/words.txt/../../outside.txt", "/articles/", "/%252e%252e/outside.txt",
        "/site/../outside.txt", "/...//outside.txt", "/~root", "/.git/config",
    ],
)  # fmt: skip
def test_nothing_from_outside_the_site_is_given(path: str, method: str, port: int) -> None:
    status, data, headers = asked(port, path, method=method)
    assert status == 404, "neither the file, nor a server that fails"
    assert OUTSIDE not in data
    assert "Last-Modified" not in headers


def test_links_out_of_the_site_are_not_followed(port: int, site: Path, tmp_path: Path) -> None:
    (site / "linked.txt").symlink_to(tmp_path / "outside.txt")
    (site / "folder").symlink_to(tmp_path / "outside")
    (site / "half").mkdir()
    (site / "half" / "index.html").symlink_to(tmp_path / "outside.txt")
    (site / "ring").symlink_to(site / "ring")
    (site / "within.txt").symlink_to(site / "words.txt")
    for path in ("/linked.txt", "/folder/", "/folder/index.html", "/half/", "/ring", "/ring/"):
        status, data, _ = asked(port, path)
        assert (path, status, OUTSIDE in data) == (path, 404, False)
    assert asked(port, "/within.txt")[:2] == (200, b"Words")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "host",
    ["evil.test", "evil.test:8000", "127.0.0.1.evil.test:8000", "localhost.evil.test:1", "", "127.0.0.1@evil.test:80", "0.0.0.0:1", "[::1]:1"],
)  # fmt: skip
def test_another_name_that_leads_here_is_refused(host: str, method: str, port: int) -> None:
    for path in ("/", "/words.txt", f"{OWN}version", f"{OWN}reload.js"):
        status, data, _ = asked(port, path, method=method, host=host)
        assert status == 403
        assert b"Words" not in data


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_it_only_shows(method: str, port: int) -> None:
    assert asked(port, "/words.txt", method=method)[0] == 501


@pytest.mark.parametrize(
    "path", ["/articles/talks", "/\\evil.test/../articles", "/articles/talks%0d%0aX:y/..", "//evil.test/../articles"]
)
def test_it_leads_to_no_other_host(path: str, port: int) -> None:
    _, _, headers = asked(port, path)
    assert "X" not in headers
    to = headers.get("Location", "/a")
    assert to.startswith("/")
    assert to[1:2] not in "/\\"


def test_a_head_is_the_same_without_the_file(port: int) -> None:
    status, data, headers = asked(port, "/words.txt", method="HEAD")
    assert (status, data, headers["Content-Length"]) == (200, b"", "5")


def test_only_this_machine_is_listened_to() -> None:
    with listening_at(0) as socket:
        assert socket.getsockname()[0] == "127.0.0.1"
