"""What things are made of, as short fingerprints: two that are the same were made of the same."""

from collections.abc import Iterable
from hashlib import blake2b

LENGTH = 16  # bytes: that two different things share one is as likely as that the machine errs


def fingerprint(*parts: bytes | str) -> bytes:
    """One fingerprint of some parts in their order.  (Each with its length: ("ab", "c") is not ("a", "bc").)"""
    made = blake2b(digest_size=LENGTH)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


def of_all(prints: Iterable[bytes]) -> bytes:
    """One fingerprint of many, in their order."""
    return blake2b(b"".join(prints), digest_size=LENGTH).digest()
