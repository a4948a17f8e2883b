"""A web address to the bytes of the page there, and never to anything in the network that the tool runs in.

Each address on the way is resolved once, every address found is checked, and the connection goes to the very one that was
checked, so that a name cannot point elsewhere a moment later.  No cookies, no credentials, no proxies from the environment.
"""

import ipaddress
import queue
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import TypeVar
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from generator.intake.addresses import Address, is_public
from generator.intake.targets import Target, target_of
from generator.problems import ToolError
from generator.reading.decode import MAX_BYTES

MAX_REDIRECTS = 5
MAX_ADDRESSES = 4  # of one host that are tried
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_BY_HAND = (
    "Open it in a browser, save the page as .html or copy its text into a .txt file, and add that: explainer add FILE"
)

Resolver = Callable[[str, int], list[str]]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: its bytes (unpacked), the address where it was found in the end, what it is."""

    data: bytes
    url: str
    suffix: str
    charset: str | None


def system_resolver(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How hosts are found and which of their addresses are allowed.  Tests give their own."""

    resolve: Resolver = system_resolver
    allowed: Callable[[Address], bool] = is_public
    tls: ssl.SSLContext | None = None
    seconds: float = 20  # for everything together


PUBLIC = Network()


def fetch(address: str, network: Network = PUBLIC) -> Fetched:
    """The page at a web address.  Raises ToolError where there is none, or none that may be fetched."""
    return _within(network.seconds, lambda: _followed(address, network))


def _within(seconds: float, work: Callable[[], Thing]) -> Thing:
    """What ``work`` gives, if it does so in time: looking up a name, for one, cannot be given a time limit of its own."""
    answer: queue.SimpleQueue[tuple[Thing | None, Exception | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            answer.put((work(), None))
        except Exception as error:  # noqa: BLE001 (raised again below, in the thread that waits)
            answer.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = answer.get(timeout=seconds)
    except queue.Empty:
        raise ToolError(f"the page did not arrive within {seconds:g} seconds", help=_BY_HAND) from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value]


def _followed(address: str, network: Network) -> Fetched:
    for _ in range(MAX_REDIRECTS + 1):
        target = target_of(address)
        with _answered(target, network) as response:
            location = response.headers.get("Location") if response.status in _REDIRECTS else None
            if location is None:
                return _page(response, target)
            address = urljoin(target.url, location)
    raise ToolError(f"the address leads on more than {MAX_REDIRECTS} times, last to {address}", help=_BY_HAND)


@contextmanager
def _answered(target: Target, network: Network) -> Iterator[urllib3.BaseHTTPResponse]:
    """The answer of the first of the host's addresses that takes the connection."""
    trouble: Exception | None = None
    for address in _checked(target, network)[:MAX_ADDRESSES]:
        with _pool(target, address, network) as pool:
            try:
                response = _request(pool, target)
            except (NewConnectionError, ConnectTimeoutError) as error:
                trouble = error
                continue
            except SSLError as error:
                raise ToolError(
                    f"{target.host} cannot prove that it is {target.host}: {error}", help=_BY_HAND
                ) from None
            except HTTPError as error:
                raise ToolError(f"{target.host} broke the connection: {error}", help=_BY_HAND) from None
            try:
                yield response
            finally:
                response.close()
            return
    raise ToolError(
        f"{target.host} does not answer: {type(trouble).__name__}",
        help="Check the address, and that this machine is online.",
    )


def _checked(target: Target, network: Network) -> list[Address]:
    """The addresses of a host.  One that is not public is enough to refuse them all: nobody needs such a host by accident."""
    try:
        found = [target.host] if target.is_numeric else network.resolve(target.host, target.port)
        addresses = [ipaddress.ip_address(number) for number in found]
    except (OSError, UnicodeError, ValueError):
        addresses = []
    if not addresses:
        raise ToolError(
            f"there is no host {target.host}", help="Check the address, and that this machine is online."
        ) from None
    for address in addresses:
        if not network.allowed(address):
            raise ToolError(
                f"{target.host} is not on the public internet: it is not fetched",
                help="Only pages that everyone can read are fetched. "
                "If you may read it, save it as a file, and add that: explainer add FILE",
            )
    return addresses


def _pool(target: Target, address: Address, network: Network) -> urllib3.HTTPConnectionPool:
    """One connection to the address itself, that asks for the host and believes only the host's certificate."""
    timeout = urllib3.Timeout(connect=min(5, network.seconds), read=min(10, network.seconds))
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(str(address), target.port, timeout=timeout, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        str(address),
        target.port,
        timeout=timeout,
        maxsize=1,
        cert_reqs="CERT_REQUIRED",
        ssl_context=network.tls,
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _request(pool: urllib3.HTTPConnectionPool, target: Target) -> urllib3.BaseHTTPResponse:
    headers = {
        "Host": target.host_header,
        "User-Agent": f"explainer-archive/{version('explainer-archive')} (one page, asked for by a person)",
        "Accept": "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8",
        "Accept-Encoding": "gzip",
    }
    return pool.request(
        "GET",
        target.path,
        headers=headers,
        redirect=False,
        retries=False,
        preload_content=False,
        decode_content=False,
        assert_same_host=False,
    )


def _page(response: urllib3.BaseHTTPResponse, target: Target) -> Fetched:
    if response.status != 200:
        raise ToolError(f"{target.host} answers {response.status} for {target.url}", help=_what_to_do(response.status))
    kind, _, rest = (response.headers.get("Content-Type") or "").partition(";")
    suffix = _SUFFIXES.get(kind.strip().lower())
    if suffix is None:
        raise ToolError(
            f"{target.url} is no page or text, but {kind.strip() or 'of no stated kind'}",
            help="If it is an article, open it, copy its text, and paste that: explainer add -",
        )
    if suffix == ".txt" and target.path.partition("?")[0].lower().endswith((".md", ".markdown")):
        suffix = ".md"
    _, _, charset = rest.lower().partition("charset=")
    data = _unpacked(_body(response, target), (response.headers.get("Content-Encoding") or "").strip().lower())
    return Fetched(data=data, url=target.url, suffix=suffix, charset=charset.split(";")[0].strip(" \"'") or None)


def _what_to_do(status: int) -> str:
    if status in {404, 410}:
        return "Check the address: there is no page."
    return f"The site does not give the page to this tool. {_BY_HAND}"


def _body(response: urllib3.BaseHTTPResponse, target: Target) -> bytes:
    """The answer's bytes, still packed, up to the limit."""
    data = bytearray()
    try:
        for chunk in response.stream(_CHUNK, decode_content=False):
            data += chunk
            if len(data) > MAX_BYTES:
                raise _too_large()
    except ReadTimeoutError:
        raise ToolError(f"{target.host} stopped answering", help=_BY_HAND) from None
    except (ProtocolError, HTTPError) as error:
        raise ToolError(f"{target.host} broke off in the middle of the page: {error}", help=_BY_HAND) from None
    return bytes(data)


def _unpacked(data: bytes, coding: str) -> bytes:
    """The page, unpacked by ourselves: a few bytes that unpack to gigabytes must stop at the limit."""
    if coding in {"", "identity"}:
        return data
    if coding not in {"gzip", "x-gzip"}:
        raise ToolError(f"the page is packed in a way that was not asked for ({coding})", help=_BY_HAND)
    unpacker = zlib.decompressobj(wbits=31)  # 31: gzip only
    try:
        page = unpacker.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise ToolError(f"the page cannot be unpacked: {error}", help=_BY_HAND) from None
    if len(page) > MAX_BYTES:
        raise _too_large()
    if not unpacker.eof:
        raise ToolError("the page cannot be unpacked: its end is missing", help=_BY_HAND)
    return page


def _too_large() -> ToolError:
    return ToolError(f"the page is larger than {MAX_BYTES // 1024 // 1024} MB", help=_BY_HAND)
