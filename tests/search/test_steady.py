"""Pagefind's files in one order, and still what they were."""

import gzip
import json

import pytest

from generator.search import ENTRY, steady
from generator.search.steady import pack

SIGNATURE = b"pagefind_dcd"


@pytest.mark.parametrize(
    ("value", "packed"),
    [  # RFC 8949, appendix A
        (0, "00"), (23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (1000000, "1a000f4240"),
        (1000000000000, "1b000000e8d4a51000"), ("", "60"), ("IETF", "6449455446"), ("ü", "62c3bc"), ("水", "63e6b0b4"),
        ([], "80"), ([1, [2, 3], [4, 5]], "8301820203820405"),
        (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
    ],
)  # fmt: skip
def test_cbor_is_as_the_standard_has_it(value: object, packed: str) -> None:
    assert pack(value).hex() == packed


def closed(value: object) -> bytes:
    return gzip.compress(SIGNATURE + pack(value), mtime=0)


def index(actors: list[str], filters: list[str]) -> dict[str, bytes]:
    """An index as Pagefind makes it, its filters in some order."""
    packed = {
        "actor": ["actor", [[name, [len(name)]] for name in actors]],
        "year": ["year", [["2025", list(range(300))]]],
    }
    hashes = {"actor": "en_a" + "".join(actors)[:3], "year": "en_bbb"}
    meta = [
        "1.5.2",
        [["en_1", 70000]],
        [["a", "z", "en_i"]],
        [[name, hashes[name]] for name in filters],
        [["date", [0]]],
        ["title"],
    ]
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_m" + filters[0], "wasm": "en", "page_count": 1}}}
    return {
        "fragment/en_1.pf_fragment": b"as it is",
        ENTRY: json.dumps(entry).encode(),
        f"pagefind.en_m{filters[0]}.pf_meta": closed(meta),
        **{f"filter/{hashes[name]}.pf_filter": closed(packed[name]) for name in filters},
    }


def test_any_order_becomes_one() -> None:
    one = steady(index(["ada Ada", "bob Bob"], ["actor", "year"]))
    other = steady(index(["bob Bob", "ada Ada"], ["year", "actor"]))
    assert one == other
    assert one["fragment/en_1.pf_fragment"] == b"as it is"


def test_the_files_are_where_the_others_say() -> None:
    made = steady(index(["bob Bob", "ada Ada"], ["year", "actor"]))
    entry = json.loads(made[ENTRY])
    meta = gzip.decompress(made[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    filters = [name for name in made if name.startswith("filter/")]
    assert len(filters) == 2
    for name in filters:
        assert name.removeprefix("filter/").removesuffix(".pf_filter").encode() in meta
    actors = next(gzip.decompress(made[name]) for name in filters if b"actor" in gzip.decompress(made[name]))
    assert actors == SIGNATURE + pack(["actor", [["ada Ada", [7]], ["bob Bob", [7]]]])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b"another"),
        gzip.compress(SIGNATURE + b"\xf5"),
        gzip.compress(SIGNATURE + b"\x81"),
    ],
    ids=["empty", "no gzip", "no signature", "no value", "half a list"],
)
def test_another_form_is_refused(data: bytes) -> None:
    files = index(["ada Ada"], ["actor"])
    with pytest.raises((ValueError, KeyError)):
        steady(files | {"filter/en_aada.pf_filter": data})
