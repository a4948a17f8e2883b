"""What kind of file some bytes are, and their text."""

import hashlib

import pytest

from generator.intake.clip import clip_of, suffix_of
from generator.problems import ContentError


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("A title\n\nA text.", ".txt"),
        ("<!DOCTYPE html><p>A</p>", ".html"),
        ("\n  <div class=a><p>A</p></div>", ".html"),
        ("<?xml version='1.0'?><html></html>", ".html"),
        ("<3 is no tag", ".txt"),
        ("---\ntitle: A\n---\nA text.", ".md"),
        ("---\nA rule, then a text.\n---\n", ".txt"),
        ("# A title\n\nA text.", ".md"),
        ("#talks in Zenda", ".txt"),
    ],
)
def test_the_look_decides_where_no_name_does(text: str, suffix: str) -> None:
    assert clip_of(text.encode(), source="standard input").suffix == suffix


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.MD", ".md"),
        ("a.markdown", ".md"),
        ("a.htm", ".html"),
        ("a.xhtml", ".html"),
        ("a.text", ".txt"),
        ("a.docx", ".txt"),
        ("a", ".txt"),
        ("a.b/c", ".txt"),
    ],
)
def test_the_name_decides(name: str, suffix: str) -> None:
    assert clip_of(b"A text.", source=name, suffix=suffix_of(name)).suffix == suffix


def test_the_text_is_decoded_and_the_sum_is_of_the_bytes() -> None:
    data = "Zürich – “A”".encode("cp1252")
    clip = clip_of(data, source="a.txt", suffix=".txt")
    assert clip.text == "Zürich – “A”"
    assert clip.sha256 == hashlib.sha256(data).hexdigest()
    assert clip_of(b"\xef\xbb\xbfA", source="a.txt").text == "A"
    assert clip_of("Ä".encode("utf-16"), source="a.txt").text == "Ä"


def test_the_servers_encoding_counts_unless_it_is_wrong() -> None:
    russian = "<p>Ада Пример сказала, что переговоры продолжатся.</p>"
    assert clip_of(russian.encode("koi8-r"), source="u", suffix=".html", charset="koi8-r").text == russian
    assert clip_of(russian.encode(), source="u", suffix=".html", charset="koi8-r").text == russian
    assert clip_of("é “x”".encode("cp1252"), source="u", charset="iso-8859-1").text == "é “x”"
    assert clip_of("é".encode("cp1252") * 3, source="u", charset="nonsense").text


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"%PDF-1.7 abc", b"PK\x03\x04abc", b"a\0b\0\0c", b"a" * (5 * 1024 * 1024 + 1)]
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(ContentError) as error:
        clip_of(data, source="it.txt", suffix=".txt")
    assert error.value.problems[0].path == "it.txt"
