"""Web addresses taken apart."""

import pytest

from generator.intake.targets import target_of
from generator.problems import ToolError


@pytest.mark.parametrize(
    ("address", "url", "host", "port"),
    [
        ("https://gazette.example", "https://gazette.example/", "gazette.example", 443),
        (" HTTP://Gazette.Example/A?b=c#d ", "http://gazette.example/A?b=c", "gazette.example", 80),
        ("https://gazette.example:8443/x", "https://gazette.example:8443/x", "gazette.example", 8443),
        ("https://gazette.example:443/x", "https://gazette.example/x", "gazette.example", 443),
        ("https://gazette.example./x", "https://gazette.example/x", "gazette.example", 443),
        ("https://zürich.example/ä", "https://xn--zrich-kva.example/%C3%A4", "xn--zrich-kva.example", 443),
        ("https://gazette.example/%D0%B0?q=%20", "https://gazette.example/%D0%B0?q=%20", "gazette.example", 443),
        ("http://[2606:4700::1]:81/", "http://[2606:4700::1]:81/", "2606:4700::1", 81),
        ("http://1.2.3.4/", "http://1.2.3.4/", "1.2.3.4", 80),
    ],
)
def test_taken_apart(address: str, url: str, host: str, port: int) -> None:
    target = target_of(address)
    assert (target.url, target.host, target.port) == (url, host, port)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "gopher://gazette.example/",
        "ftp://gazette.example/",
        "javascript:alert(1)",
        "//gazette.example/",
        "https://",
        "https:///x",
        "https://ada:secret@gazette.example/",
        "https://gazette.example@127.0.0.1/",
        "https://gazette.example\\@127.0.0.1/",
        "https://gazette.example/a b",
        "https://gazette.example/a\r\nHost: other",
        "https://gazette.example:0/",
        "https://gazette.example:99999/",
        "https://gazette.example:x/",
        "https://[::1/",
        "https://[nothing]/",
        "https://gaz ette.example/",
        "https://gazette..example/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1.5/",
        "http://1.2.3.0x4/",
        "https://gazette.example/" + "a" * 3000,
    ],
)
def test_refused(address: str) -> None:
    with pytest.raises(ToolError) as refused:
        target_of(address)
    assert refused.value.help


def test_digits_of_other_widths_are_the_same_host() -> None:
    assert target_of("http://１２７.0.0.1/").host == "127.0.0.1"
