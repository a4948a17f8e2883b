"""Bytes to text: byte order marks, UTF-8, what a page declares, and only then a guess among the old encodings.

A file that is no text gets a problem that says what it is and what to do.
"""

import codecs
import re

from generator.problems import Problem

MAX_BYTES = 5 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_META_REACH = 4096  # bytes: where browsers look, and some more
_SAMPLE = 64 * 1024  # bytes that are enough to tell an encoding
# What charset-normalizer may choose from: what news sites of Europe were written in.  Without a list it finds EBCDIC.
_CANDIDATES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1257",
    "iso8859_2",
    "iso8859_5",
    "iso8859_7",
    "koi8_r",
    "koi8_u",
]
# Those of them for Latin script, which charset-normalizer mixes up; the first that fits best is taken.
_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859_2", "cp1257")
_PUNCTUATION = frozenset("“”„‘’‚«»‹›–—…€§°•·©®™\xa0¿¡º½\xad")
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "äöüß", "éèêëàâîïôùûçœæ", "áéíóúñüç", "ãõáéíóúâêôàç", "àèéìíòóù", "ëéïóüè", "ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕäô", "åäöéæøü", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "çğıöşüâîi̇", "āčēģīķļņšūž", "ąčęėįšųūž", "õäöüšž"
    )
)  # fmt: skip
# WHATWG: pages that declare these mean their Windows superset.
_MEANT = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254"}  # fmt: skip
_SAVE_AS_TEXT = "Open it in the program it was made with, copy the text, and save it as a .txt file (UTF-8)."
# The first bytes of files that are no text: what they are, and what to do.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF document", "Open it in a PDF reader, copy the text, and save it as a .txt file (UTF-8)."),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt, .epub)", _SAVE_AS_TEXT),
    (b"PK\x05\x06", "an empty ZIP archive", "Unpack what you meant to add, and save its text as a .txt file (UTF-8)."),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc, .xls)", _SAVE_AS_TEXT),
    (b"{\\rtf", "a Rich Text document (.rtf)", _SAVE_AS_TEXT),
    (b"\x89PNG", "a picture (PNG)", "Type in the text that it shows, as a .txt file (UTF-8)."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Type in the text that it shows, as a .txt file (UTF-8)."),
    (b"GIF8", "a picture (GIF)", "Type in the text that it shows, as a .txt file (UTF-8)."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first, and save its text as a .txt file (UTF-8)."),
    (b"Rar!", "a RAR archive", "Unpack it first, and save its text as a .txt file (UTF-8)."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first, and save its text as a .txt file (UTF-8)."),
    (b"\x7fELF", "a program", "Remove it from content/."),
    (b"bplist00", "a Safari web archive", "Save the page again as page source (.html), or copy its text into a .txt file (UTF-8)."),
)  # fmt: skip


def decode(path: str, data: bytes, *, markup: bool = False) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None with the problem that says why there is none.

    ``markup`` says that the bytes are HTML: then the encoding that the page declares counts before any guess.
    """
    if problem := _no_text(path, data):
        return None, [problem]
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(path, data[len(mark) :], encoding)
    if unmarked := _utf16_without_mark(data):
        return _decoded(path, data, unmarked)
    if b"\0" in data:
        return None, [_nul(path, data[: data.index(b"\0")].decode("utf-8", "replace"))]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _decoded_as_declared(path, data) if markup else _decoded_by_guess(path, data)


def _no_text(path: str, data: bytes) -> Problem | None:
    if len(data) > MAX_BYTES:
        return _problem(
            path,
            "file-too-large",
            f"the file has {len(data) / 1024 / 1024:.1f} MB, more than {MAX_BYTES // 1024 // 1024} MB",
            "Keep only the article's text; pictures and scripts do not belong in it.",
        )
    if not data.strip(b" \t\r\n\x0b\x0c\0\xef\xbb\xbf\xff\xfe"):
        return _problem(path, "file-empty", "the file is empty", "Paste the article into it, or remove the file.")
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what, todo in _MAGIC:
        if head.startswith(magic):
            return _problem(path, "file-binary", f"the file is no text, it is {what}", todo)
    return None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, known by the NULs of its ASCII characters on every other byte."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    if odd * 2 > half and not even:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half and not odd else None


def _decoded(path: str, data: bytes, encoding: str) -> tuple[str | None, list[Problem]]:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None, [_unknown(path, f"the file says that it is {encoding}, but it is not")]
    if "\0" in text:
        return None, [_nul(path, text[: text.index("\0")])]
    return text, []


def _nul(path: str, before: str) -> Problem:
    """The problem of a NUL, at the line where the first one stands."""
    return Problem(
        path=path,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        code="file-binary",
        message="the file holds NUL bytes: it is no text",
        help=_SAVE_AS_TEXT,
    )


def _decoded_as_declared(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    match = _META.search(data[:_META_REACH])
    if not match:
        return _decoded_by_guess(path, data)
    declared = match.group(1).decode("ascii").lower()
    try:
        encoding = codecs.lookup(_MEANT.get(declared, declared)).name
    except LookupError:
        return _decoded_by_guess(path, data)
    if encoding.startswith(("utf-16", "utf-32", "utf-7")):
        encoding = "utf-8"  # a page whose meta element could be read is none of these
    try:
        text = data.decode(encoding, "replace")
    except LookupError:  # a codec that is no text encoding: rot13, zlib ...
        return _decoded_by_guess(path, data)
    lost = text.count("\ufffd")
    return (text, []) if lost * 1000 <= len(text) else _decoded_by_guess(path, data)


def _decoded_by_guess(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """What charset-normalizer finds likeliest; a stray wrong byte in UTF-8 loses one letter, not the whole file."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text[:_SAMPLE]) - bad
    if bad * 4 <= good:
        return text, []
    from charset_normalizer import from_bytes  # it takes a while to load, and few files need it

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, threshold=0.4, enable_fallback=False).best()
    if best and best.encoding not in _LATIN:
        return data.decode(best.encoding, "replace"), []
    if any(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in data[:_SAMPLE]):
        return None, [_unknown(path, "the file's encoding is unknown")]
    readable = [encoding for encoding in _LATIN if _is_readable(data, encoding)]
    if not readable:
        return None, [_unknown(path, "the file's encoding is unknown")]
    return data.decode(max(readable, key=lambda encoding: _likeness(data[:_SAMPLE].decode(encoding, "replace")))), []


def _is_readable(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(text: str) -> int:
    """How much the letters beyond ASCII are those of one language; punctuation counts for all."""
    odd = [character for character in text.lower() if character > "\x7f"]
    common = sum(character in _PUNCTUATION for character in odd)
    return max(sum(character in letters for character in odd) for letters in _ALPHABETS) + common - len(odd)


def _unknown(path: str, message: str) -> Problem:
    return _problem(
        path, "encoding-unknown", message, "Open it in a text editor and save it again with the encoding UTF-8."
    )


def _problem(path: str, code: str, message: str, todo: str) -> Problem:
    return Problem(path=path, line=1, code=code, message=message, help=todo)
