"""A web address taken apart: which host, which port, what to ask for there.

The parts that are checked are the parts that are used, so that nothing hangs on how another program would read the address.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.problems import ToolError

MAX_ADDRESS = 2_000  # characters
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE = "/%:@!$&'()*+,;=~-._"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What one request asks for.  ``path`` holds the query too; ``url`` is the whole address without its fragment."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_numeric(self) -> bool:
        return ":" in self.host or self.host.replace(".", "").isdecimal()

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host_header}{self.path}"


def target_of(address: str) -> Target:
    """The parts of a web address.  Raises ToolError where it is none, or names its host in a roundabout way."""
    address = address.strip()
    if len(address) > MAX_ADDRESS:
        raise _refused(address[:80] + "…", f"is longer than {MAX_ADDRESS} characters")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _refused(address, "is no web address") from None
    if parts.scheme not in _PORTS:
        raise _refused(address, "does not begin with http:// or https://")
    if _FORBIDDEN.search(address):
        raise _refused(address, "holds blanks, backslashes or characters that cannot be seen")
    if "@" in parts.netloc:
        raise _refused(address, "holds a user's name or password")
    if port == 0:
        raise _refused(address, "has no valid port")
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE + "?")
    return Target(scheme=parts.scheme, host=_host(host, address), port=port or _PORTS[parts.scheme], path=path)


def _host(host: str, address: str) -> str:
    """The host in plain small letters.  Numbers count only in the usual form: 127.1, 0x7f000001 and 2130706433 are tricks."""
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host.partition("%")[0]))
        except ValueError:
            raise _refused(address, "has no valid host") from None
    try:
        plain = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        raise _refused(address, "has no valid host") from None
    if not _HOST.fullmatch(plain):
        raise _refused(address, "has no valid host")
    if _NUMBER.fullmatch(plain.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(plain))
        except ValueError:
            raise _refused(address, "writes a numeric host in an unusual way") from None
    return plain


def _refused(address: str, why: str) -> ToolError:
    return ToolError(
        f"{address} {why}", help="Copy the article's address from the browser: it begins with https:// or http://"
    )
