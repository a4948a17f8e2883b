"""Pagefind's files in the same bytes on every run.

Pagefind 1.5 writes the filters of an index, and the values of a filter, in an order that changes from run to run, and names
the files after what they hold.  Here both are sorted and named anew.  Its files are gzip over a signature and CBOR (RFC 8949)
of whole numbers, texts and arrays; anything else is refused.
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

ENTRY = "pagefind-entry.json"
SIGNATURE = b"pagefind_dcd"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4  # CBOR's major types
_FILTERS = 3  # where a meta file lists them: version, pages, words, filters, sorts, names of meta values
_LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}


def steady(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index with their filters in order.  Raises ValueError for a form that is not Pagefind 1.5's."""
    settled = {name: data for name, data in files.items() if not name.endswith((".pf_filter", ".pf_meta"))}
    names: dict[str, str] = {}
    for name, data in files.items():
        if name.endswith(".pf_filter"):
            key, values = _opened(data)
            packed = pack([key, sorted(values)])
            old = name.removeprefix("filter/").removesuffix(".pf_filter")
            names[old] = f"{old.split('_')[0]}_{sha256(packed).hexdigest()[:10]}"
            settled[f"filter/{names[old]}.pf_filter"] = _closed(packed)
    entry = json.loads(files[ENTRY])
    for language, indexed in entry["languages"].items():
        meta = _opened(files[f"pagefind.{indexed['hash']}.pf_meta"])
        meta[_FILTERS] = sorted([key, names[old]] for key, old in meta[_FILTERS])
        packed = pack(meta)
        indexed["hash"] = f"{language}_{sha256(packed).hexdigest()[:10]}"
        settled[f"pagefind.{indexed['hash']}.pf_meta"] = _closed(packed)
    return settled | {ENTRY: json.dumps(entry).encode()}


def _opened(data: bytes) -> Any:
    try:
        plain = gzip.decompress(data)
        signature, packed = plain[: len(SIGNATURE)], plain[len(SIGNATURE) :]
        value, end = _unpack(packed, 0)
    except (OSError, EOFError, IndexError) as error:
        raise ValueError(str(error)) from None
    if signature != SIGNATURE or end != len(packed) or not isinstance(value, list):
        raise ValueError("an index file of another form")
    return value


def _closed(packed: bytes) -> bytes:
    return gzip.compress(SIGNATURE + packed, mtime=0)


def _unpack(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins at a place, and where it ends."""
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number in _LENGTHS:
        end = at + _LENGTHS[number]
        number, at = int.from_bytes(data[at:end], "big"), end
    elif number > 27:
        raise ValueError("CBOR without a length")
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise ValueError(f"CBOR of type {kind}")
    items = []
    for _ in range(number):
        item, at = _unpack(data, at)
        items.append(item)
    return items, at


def pack(value: Any) -> bytes:
    """Whole numbers, texts and arrays of them as CBOR, each length as short as it can be."""
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    if isinstance(value, list):
        return _head(_ARRAY, len(value)) + b"".join(map(pack, value))
    return _head(_NUMBER, value)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    code, length = next((code, length) for code, length in _LENGTHS.items() if number < 256**length)
    return bytes([kind << 5 | code]) + number.to_bytes(length, "big")
