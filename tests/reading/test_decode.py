"""Bytes to text: encodings as files have them, and files that are no text."""

import pytest

from generator.reading.decode import MAX_BYTES, decode

SENTENCES = {
    "Polish": "Minister powiedziała w środę, że inżynierowie nie widzieli planów. „Jesteśmy gotowi”, dodała. Żółć i łąka.\n",
    "German": "Die Ministerin sagte, die Gespräche würden fortgesetzt. „Wir sind bereit“, fügte sie hinzu. Größe.\n",
    "French": "La ministre a déclaré que les négociations se poursuivront là-bas. « Nous sommes prêts », a-t-elle ajouté.\n",
    "English": "The minister said on Wednesday that talks would go on. “We’re ready,” she added — twice.\n",
    "Russian": "Министр заявила в среду, что переговоры продолжатся на следующей неделе. Мы готовы, сказала она.\n",
    "Greek": "Η υπουργός δήλωσε την Τετάρτη ότι οι συνομιλίες θα συνεχιστούν. Είμαστε έτοιμοι.\n",
    "Turkish": "Bakan çarşamba günü görüşmelerin süreceğini söyledi. Hazırız, diye ekledi. Işığın gücü.\n",
    "Czech": "Ministryně ve středu řekla, že rozhovory budou pokračovat. „Jsme připraveni,“ dodala. Kůň.\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("language", ["English", "Polish"])
def test_unicode(language: str, encoding: str) -> None:
    text = SENTENCES[language]
    assert decode("a.txt", text.encode(encoding)) == (text, [])


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("Polish", "cp1250"),
        ("Czech", "cp1250"),
        ("German", "cp1252"),
        ("French", "cp1252"),
        ("English", "cp1252"),
        ("Russian", "cp1251"),
        ("Russian", "koi8_r"),
        ("Greek", "cp1253"),
        ("Turkish", "cp1254"),
    ],
)
def test_old_encodings_are_recognised(language: str, encoding: str) -> None:
    text = SENTENCES[language]
    assert decode("a.txt", text.encode(encoding)) == (text, [])


def test_one_wrong_byte_does_not_change_the_encoding() -> None:
    data = (SENTENCES["Polish"] * 3).encode() + b"\xff"
    text, problems = decode("a.txt", data)
    assert text == SENTENCES["Polish"] * 3 + "\ufffd"
    assert problems == []


def test_a_page_says_its_encoding() -> None:
    page = '<html><head><meta http-equiv="content-type" content="text/html; charset=iso-8859-2"></head>' + SENTENCES[
        "Czech"
    ].replace("„", "").replace("“", "")
    assert decode("a.html", page.encode("iso-8859-2"), markup=True) == (page, [])


@pytest.mark.parametrize("declared", ["rot13", "no-such-encoding", "utf-16"])
def test_a_page_may_say_nonsense(declared: str) -> None:
    page = f"<meta charset={declared}>" + SENTENCES["German"]
    assert decode("a.html", page.encode("cp1252"), markup=True)[0] is not None


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "file-empty", "empty"),
        (b" \r\n\t", "file-empty", "empty"),
        (b"%PDF-1.7\n\xe2\xe3", "file-binary", "PDF"),
        (b"PK\x03\x04\x14\x00", "file-binary", "office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "file-binary", "old office document"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "file-binary", "JPEG"),
        (b"A clip\0with a NUL\0", "file-binary", "NUL"),
        (b"x" * (MAX_BYTES + 1), "file-too-large", "5 MB"),
        (bytes(range(1, 256)), "encoding-unknown", "encoding"),
        (b"\xff\xfe\x00\xd8a", "encoding-unknown", "utf-16"),
    ],
)
def test_no_text(data: bytes, code: str, words: str) -> None:
    text, problems = decode("content/articles/clip.txt", data)
    assert text is None
    (problem,) = problems
    assert (problem.path, problem.line, problem.code) == ("content/articles/clip.txt", 1, code)
    assert words in problem.message
    assert problem.help
