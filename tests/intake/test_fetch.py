"""Fetching a page: over loopback only, with the rules against loopback lifted for one test at a time."""

import gzip
import http.server
import ipaddress
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.intake.addresses import is_public
from generator.intake.fetch import Fetched, Network, fetch
from generator.problems import ToolError
from generator.reading.decode import MAX_BYTES

PAGE = "<!doctype html><title>Talks</title><p>Ада Example spoke.</p>"
NAMES = {"gazette.example": "127.0.0.1", "inside.example": "127.0.0.1", "rebound.example": "10.0.0.7"}

Handler = http.server.BaseHTTPRequestHandler
Answer = Callable[[Handler], None]


def answer(
    handler: Handler,
    body: bytes | str = PAGE,
    kind: str | None = "text/html; charset=utf-8",
    status: int = 200,
    **headers: str,
) -> None:
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    for name, value in {
        **({"Content-Type": kind} if kind else {}),
        "Content-Length": str(len(data)),
        **headers,
    }.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


class Server:
    """What each path answers, and which requests came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[Handler] = []
        server = self

        class Requests(Handler):
            def do_GET(self) -> None:  # noqa: N802 (the name that http.server calls)
                server.requests.append(self)
                try:
                    server.answers.get(self.path, answer)(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Requests)
        self.http.daemon_threads = True
        self.port = self.http.server_port

    def url(self, path: str = "/", host: str = "gazette.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    threading.Thread(target=made.http.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
    yield made
    made.http.shutdown()
    made.http.server_close()


def network(seconds: float = 5, **changed: object) -> Network:
    """Invented names lead to loopback, which is allowed; all else is as in earnest."""
    given: dict[str, object] = {
        "resolve": lambda host, _: [NAMES[host]] if host in NAMES else [],
        "allowed": lambda address: address == ipaddress.ip_address("127.0.0.1") or is_public(address),
        "seconds": seconds,
    }
    return Network(**(given | changed))  # type: ignore[arg-type]


def refused(address: str, by: Network) -> ToolError:
    with pytest.raises(ToolError) as error:
        fetch(address, by)
    assert error.value.help
    return error.value


def test_a_page_comes_as_it_is(server: Server) -> None:
    got = fetch(server.url("/talks?id=5#top"), network())
    assert got == Fetched(data=PAGE.encode(), url=server.url("/talks?id=5"), suffix=".html", charset="utf-8")
    (request,) = server.requests
    assert request.path == "/talks?id=5"
    assert request.headers["Host"] == f"gazette.example:{server.port}"
    assert request.headers["User-Agent"].startswith("explainer-archive/")
    assert not {"Cookie", "Authorization", "Referer"} & set(request.headers)


@pytest.mark.parametrize(
    ("kind", "path", "suffix"),
    [
        ("application/xhtml+xml", "/", ".html"),
        ("TEXT/HTML", "/", ".html"),
        ("text/plain", "/notes", ".txt"),
        ("text/plain; charset=utf-8", "/notes.md?raw=1", ".md"),
    ],
)
def test_kinds_that_are_taken(server: Server, kind: str, path: str, suffix: str) -> None:
    server.answers[path] = lambda handler: answer(handler, kind=kind)
    assert fetch(server.url(path), network()).suffix == suffix


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "text/css", "", None])
def test_other_kinds_are_refused(server: Server, kind: str | None) -> None:
    server.answers["/"] = lambda handler: answer(handler, kind=kind)
    assert "no page or text" in str(refused(server.url(), network()))


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 204, 304])
def test_what_is_not_there_is_said(server: Server, status: int) -> None:
    server.answers["/"] = lambda handler: answer(handler, b"", status=status)
    assert str(status) in str(refused(server.url(), network()))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, status: int) -> None:
    server.answers["/old"] = lambda handler: answer(handler, b"", status=status, Location="../new")
    assert fetch(server.url("/old"), network()).url == server.url("/new")


def test_redirects_have_an_end(server: Server) -> None:
    for number in range(10):
        server.answers[f"/{number}"] = lambda handler, to=number + 1: answer(
            handler, b"", status=302, Location=f"/{to}"
        )  # type: ignore[misc]
    assert fetch(server.url("/5"), network()).url == server.url("/10")
    assert "more than 5 times" in str(refused(server.url("/4"), network()))


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://rebound.example/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "gopher://gazette.example/1",
        "http://2130706433/",
        "http://ada:secret@gazette.example/",
        "//192.168.0.1/",
        "https://",
    ],
)
def test_redirects_are_checked_again(server: Server, location: str) -> None:
    server.answers["/"] = lambda handler: answer(handler, b"", status=302, Location=location)
    refused(server.url(), network())
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "[::]"],
)
def test_this_machine_is_refused_in_earnest(server: Server, host: str) -> None:
    """With the real rules and the system's own way to find hosts; a server listens there."""
    refused(server.url(host=host), Network(seconds=5))
    assert server.requests == []


@pytest.mark.parametrize(
    "numbers", [["127.0.0.1"], ["1.1.1.1", "10.0.0.1"], ["::1"], ["fe80::1%1"], ["64:ff9b::7f00:1"]]
)
def test_a_name_that_leads_inside_is_refused(server: Server, numbers: list[str]) -> None:
    """One closed address among several is enough."""
    error = refused(server.url(), Network(resolve=lambda *_: numbers, seconds=5))
    assert "not on the public internet" in str(error)
    assert server.requests == []


def test_a_name_is_asked_for_once(server: Server) -> None:
    """What was checked is what is connected to: a second answer, inside the network, never counts."""
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    assert fetch(server.url(), network(resolve=lambda *_: next(answers))).data
    assert next(answers) == ["10.0.0.7"]


def test_the_next_address_is_tried(server: Server) -> None:
    given = network(resolve=lambda *_: ["127.0.0.2", "127.0.0.1"], allowed=lambda address: address.is_loopback)
    assert fetch(server.url(), given).data == PAGE.encode()


def test_nobody_answers() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert "does not answer" in str(refused(f"http://gazette.example:{port}/", network()))


def test_no_such_host(server: Server) -> None:
    assert "no host nowhere.example" in str(refused("http://nowhere.example/", network()))


def test_the_proxy_of_the_environment_is_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert fetch(server.url(), network()).data


def test_no_cookie_comes_back(server: Server) -> None:
    server.answers["/"] = lambda handler: answer(handler, b"", status=302, Location="/new", Set_Cookie="a=b")
    fetch(server.url(), network())
    assert "Cookie" not in server.requests[1].headers


def test_a_page_that_is_too_large(server: Server) -> None:
    server.answers["/"] = lambda handler: answer(handler, b"a" * (MAX_BYTES + 1))
    server.answers["/just"] = lambda handler: answer(handler, b"a" * MAX_BYTES)
    assert "larger than 5 MB" in str(refused(server.url(), network(20)))
    assert len(fetch(server.url("/just"), network(20)).data) == MAX_BYTES


def test_a_page_without_end(server: Server) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            handler.wfile.write(b"a" * 100_000)

    server.answers["/"] = endless
    assert "larger than 5 MB" in str(refused(server.url(), network(20)))


def test_a_packed_page(server: Server) -> None:
    server.answers["/"] = lambda handler: answer(handler, gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    assert fetch(server.url(), network()).data == PAGE.encode()


@pytest.mark.parametrize(
    ("data", "coding", "said"),
    [
        (gzip.compress(b"\0" * 50_000_000, mtime=0), "gzip", "larger than 5 MB"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-9], "gzip", "its end is missing"),
        (b"no gzip at all", "gzip", "cannot be unpacked"),
        (zlib.compress(PAGE.encode()), "deflate", "not asked for"),
        (b"anything", "br", "not asked for"),
        (b"anything", "gzip, gzip", "not asked for"),
    ],
    ids=["bomb", "cut off", "not gzip", "deflate", "br", "twice"],
)
def test_packed_pages_that_are_refused(server: Server, data: bytes, coding: str, said: str) -> None:
    server.answers["/"] = lambda handler: answer(handler, data, Content_Encoding=coding)
    assert said in str(refused(server.url(), network()))


def test_a_page_that_breaks_off(server: Server) -> None:
    def broken(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    server.answers["/"] = broken
    assert "broke off" in str(refused(server.url(), network()))


@pytest.mark.parametrize("what", ["head", "body"])
def test_a_server_that_drips(server: Server, what: str) -> None:
    """A byte now and then keeps every single wait short; the whole has a limit all the same."""
    done = threading.Event()

    def dripping(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"Content-Type: text/html\r\n\r\n" if what == "body" else b"X: "))
        while not done.wait(0.05):
            handler.wfile.write(b"a")

    server.answers["/"] = dripping
    began = time.monotonic()
    assert "did not arrive within" in str(refused(server.url(), network(0.5)))
    assert time.monotonic() - began < 3
    done.set()


def test_a_name_server_that_hangs() -> None:
    done = threading.Event()

    def hanging(host: str, port: int) -> list[str]:
        done.wait(10)
        return []

    assert "did not arrive" in str(refused("http://gazette.example/", network(0.2, resolve=hanging)))
    done.set()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key and a certificate for gazette.example, made for this run."""
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "certificate.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout {key} -out {made} -subj /CN=gazette.example -addext subjectAltName=DNS:gazette.example"
    try:
        subprocess.run(command.split(), check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl is not installed")
    return key, made


@pytest.mark.parametrize(
    ("host", "said"), [("gazette.example", ""), ("inside.example", "cannot prove that it is inside.example")]
)
def test_the_certificate_is_the_hosts(server: Server, certificate: tuple[Path, Path], host: str, said: str) -> None:
    """The connection goes to the number that was checked, the certificate and the server's name are the host's."""
    key, made = certificate
    seen: list[str | None] = []
    side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    side.load_cert_chain(made, key)
    side.sni_callback = lambda _, name, __: seen.append(name)
    server.http.socket = side.wrap_socket(server.http.socket, server_side=True)
    given = network(tls=ssl.create_default_context(cafile=str(made)))
    if said:
        assert said in str(refused(server.url(host=host, scheme="https"), given))
    else:
        assert fetch(server.url(host=host, scheme="https"), given).data == PAGE.encode()
    assert seen == [host]


def test_an_unknown_certificate_is_refused(server: Server, certificate: tuple[Path, Path]) -> None:
    key, made = certificate
    side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    side.load_cert_chain(made, key)
    server.http.socket = side.wrap_socket(server.http.socket, server_side=True)
    assert "cannot prove" in str(refused(server.url(scheme="https"), network()))
