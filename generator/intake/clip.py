"""A clip as it comes: its bytes, what kind of file they are, and their text."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.problems import ContentError, Problem
from generator.reading.decode import decode
from generator.reading.header import read_header

_SUFFIXES = {
    ".md": ".md", ".markdown": ".md",
    ".txt": ".txt", ".text": ".txt",
    ".html": ".html", ".htm": ".html", ".xhtml": ".html",
}  # fmt: skip
_LOOKED_AT = 2_000  # characters that show what a text without a name is
_OPENING_TAG = re.compile(
    r"<(?:!doctype html|\?xml|!--|html|head|meta|title|link|script|style|body|main|article|section|header|div|p|h[1-6]|span|figure|ul|ol|table)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"#{1,2} \S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """What a contributor hands in.

    ``source`` is the file's name or the address; ``shown`` names it in messages; ``suffix`` is .md, .txt or .html;
    ``data`` is as it came, ``text`` the same decoded; ``url`` is where it was fetched.
    """

    source: str
    shown: str
    suffix: str
    data: bytes
    text: str
    url: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def path(self) -> str:
        """A path for the readers, which go by the ending."""
        return f"clip{self.suffix}"

    def problems(self, found: Iterable[Problem]) -> list[Problem]:
        """A reader's problems under the name that the contributor knows."""
        return [replace(problem, path=self.shown) for problem in found]


def clip_of(
    data: bytes,
    *,
    source: str,
    shown: str | None = None,
    suffix: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Clip:
    """The clip in some bytes.  Without a known ``suffix`` their look decides.  Raises ContentError where they are no text."""
    suffix = _SUFFIXES.get(suffix.lower()) if suffix else None
    text = _in_charset(data, charset)
    if text is None:
        markup = suffix == ".html" or (suffix is None and data.lstrip()[:1] == b"<")
        text, problems = decode(shown or source, data, markup=markup)
        if text is None:
            raise ContentError(problems)
    return Clip(
        source=source,
        shown=shown or source,
        suffix=suffix or _look(text),
        data=data,
        text=text.removeprefix("\ufeff"),
        url=url,
    )


def suffix_of(name: str) -> str:
    """The ending of a file's name or an address's path."""
    return PurePosixPath(name.replace("\\", "/")).suffix


def _in_charset(data: bytes, charset: str | None) -> str | None:
    """The text in the encoding that the server names, where it is not UTF-8 and the name is right."""
    if not charset or b"\0" in data or _is_utf8(data):
        return None
    try:
        return data.decode({"iso-8859-1": "cp1252", "us-ascii": "cp1252"}.get(charset, charset))
    except (LookupError, UnicodeError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _look(text: str) -> str:
    """HTML begins with a tag, Markdown with a header or a heading; everything else is plain text."""
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if _OPENING_TAG.match(head):
        return ".html"
    header, _ = read_header("", text)
    return ".md" if header.entries or _HEADING.match(head) else ".txt"
