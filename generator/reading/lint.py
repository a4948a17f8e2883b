"""What is wrong with a file's text as it is written: what a parser would put up with, and a reader would not.

One rule, one function, its docstring is the rule; all stand in ``RULES``.  Clips (.txt, .html) came as they are: of theirs
only what no clip can mean is told.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.problems import Problem, Severity
from generator.reading.fields import TABLES, right_folder

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:\s|$)")
_TORN = re.compile("Ã[\x80-\xbf\u0152-\u2122]|Â[\x80-\xbf]|â[\x80-\xbf€]|[ÐÑ][\x80-\xbf\u0152-\u2122]")
_WITH_COMMENT = re.compile(r"""([a-z_]+):[ \t]+(?!["'\[{>|])\S.*?[ \t](#\S.*)""")
_CURLY = re.compile(r"([a-z_]+):[ \t]+([“”„«‘][^“”„«»‘]*[”“»’])[ \t]*")
_TEXTS = frozenset({"title", "summary", "name", "role", "description", "country"})
_LIKE_A_KEY = re.compile(r"[ \t]*([A-Za-z_]+)[ \t]*[:=](?:[ \t]|$)")
_LIKE_LINKS = (
    (re.compile(r"\[[^\[\]]{1,200}\] \((?:https?://|\.\.?/)[^()\s]{1,300}\)"), "a blank stands before the address"),
    (re.compile(r"\[[^\[\]]{1,200}\]\([^()\s<>]{1,200} [^()\"'<>]{0,200}\.(?:md|txt|html)\)"), "a blank stands in the address"),
    (re.compile(r"\[[^\[\]]{1,200}\]\((?:javascript|vbscript|data|file):[^()\s]{0,300}(?:\([^()]{0,100}\))?[^()\s]{0,300}\)", re.I), "no page has such an address"),
)  # fmt: skip
_GLUED_HEADING = re.compile(r"(#{2,6})([^\s#].*)")
_REACH = 12  # lines in which a header that is not marked as one is looked for
_MOST = 20  # problems of one kind in one file
_LONGEST = 20_000  # characters of a line in which torn letters are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file as it is written."""

    path: str
    data: bytes
    lines: tuple[str, ...]
    header: int  # lines that the header takes, with its fences

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0].rpartition("/")[2]

    @property
    def is_markdown(self) -> bool:
        return self.path.endswith(".md")

    @property
    def body(self) -> Iterator[tuple[int, str]]:
        """The lines below the header, with their numbers."""
        return enumerate(self.lines[self.header :], self.header + 1)

    @property
    def head(self) -> Iterator[tuple[int, str]]:
        return enumerate(self.lines[: self.header], 1)


def lint(path: str, data: bytes) -> list[Problem]:
    """What the rules find in a file, whichever folder it lies in."""
    if b"\0" in data:
        return []  # no text, or UTF-16: ``decode`` speaks of it
    text = data.decode("utf-8-sig", "replace")
    lines = tuple(line.rstrip("\r") for line in text.split("\n")) if "\r" in text else tuple(text.split("\n"))
    written = Text(path=path, data=data, lines=lines, header=_header(lines))
    return [problem for rule, traces in RULES if _has_any(data, traces) for problem in rule(written)]


def _has_any(data: bytes, traces: tuple[bytes, ...]) -> bool:
    """Whether a file holds one of some traces.  (Most hold none, and a single byte is found many times as fast as two.)"""
    for trace in traces:  # noqa: SIM110 - thirteen generators a file would cost more than most rules
        if trace[-1:] in data and trace in data:
            return True
    return False


def _header(lines: tuple[str, ...]) -> int:
    """How many lines the header takes; 0: there is none.  (To read its YAML once more would cost as much as all else here.)"""
    if lines[0].rstrip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() in {"---", "..."}), 0)


def no_merge_conflict(text: Text) -> Iterator[Problem]:
    """No file holds the marks that git leaves where two versions differ (told once; the rest of the file is then unsure)."""
    for number, line in enumerate(text.lines, 1):
        if line.startswith("<<<<<<<") and _CONFLICT.match(line):
            if any(other.startswith(">>>>>>>") for other in text.lines[number:]):
                yield _problem(
                    text,
                    number,
                    "merge-conflict",
                    "git left two versions of these lines here",
                    "Keep what is right of the lines between <<<<<<< and >>>>>>>, and remove the three lines of marks.",
                    line,
                )
            return


def no_byte_order_mark(text: Text) -> Iterator[Problem]:
    """A Markdown file has no byte order mark: git and many tools take it for a part of the text."""
    if text.is_markdown and text.data.startswith(codecs.BOM_UTF8):
        message = "the file begins with a byte order mark, which cannot be seen"
        yield _problem(text, 1, "encoding-bom", message, "Save it as UTF-8 without BOM; explainer check --fix does it.")


def encoded_as_utf8(text: Text) -> Iterator[Problem]:
    """A Markdown file is UTF-8: in another encoding its letters can only be guessed (clips may have any)."""
    if not text.is_markdown:
        return
    try:
        text.data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = text.data[: error.start]
        yield _problem(
            text,
            before.count(b"\n") + 1,
            "encoding-not-utf8",
            f"the byte 0x{text.data[error.start]:02x} is not UTF-8: the file was saved in an old encoding",
            "Save it as UTF-8 and look at the letters with accents; pasted, this is what we read in it.",
            column=len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1,
        )


def letters_whole(text: Text) -> Iterator[Problem]:
    """No text was read in a wrong encoding and saved again ("cafÃ©")."""
    if not text.is_markdown:
        return
    count = 0
    for number, line in enumerate(text.lines, 1):
        found = _TORN.search(line)
        if found and len(line) < _LONGEST and (mended := unmangled(line)) != line:
            count += 1
            if count > _MOST:
                return
            help = f"If it should read “{mended.strip()[:120]}”, correct it."
            yield _problem(text, number, "text-mojibake", "letters were torn by a wrong encoding", help, found[0])


def unmangled(line: str) -> str:
    """The line as it was before it was read in a wrong encoding, where that is certain."""
    from ftfy import fix_encoding  # it takes a while to load, and few files need it

    return fix_encoding(line)


def fences_closed(text: Text) -> Iterator[Problem]:
    """A block of code that begins with ``` ends with ```: left open, it swallows the rest of the text."""
    if not text.is_markdown:
        return
    opened: tuple[int, str] | None = None
    for number, line in text.body:
        found = _FENCE.fullmatch(line)
        if opened is None:
            if found and not (found[1][0] == "`" and "`" in found[2]):
                opened = number, found[1]
        elif found and found[1].startswith(opened[1]) and not found[2].strip():
            opened = None
    if opened:
        message = "the block of code that begins here has no end: all that follows would be code"
        yield _problem(
            text, opened[0], "fence-open", message, f"Add a line with only {opened[1]} below the code.", opened[1]
        )


def headings_in_steps(text: Text) -> Iterator[Problem]:
    """A heading is at most one level below the one before it: whoever listens to a page steps from heading to heading."""
    last = 0
    for number, level in _headings(text):
        if last and level > last + 1:
            message = f"a heading of level {level} follows one of level {last}"
            help = f"Write it with {last + 1} signs: {'#' * (last + 1)}"
            yield _problem(text, number, "heading-jump", message, help, "#" * level)
            level = last + 1
        last = level


def one_title(text: Text) -> Iterator[Problem]:
    """Only the title is a heading of the first level."""
    tops = [number for number, level in _headings(text) if level == 1]
    for number in tops[1:]:
        message = f"a second heading of the first level (the title is in line {tops[0]})"
        yield _problem(text, number, "heading-second-title", message, "Write it with two signs: ##", "#")


def _headings(text: Text) -> Iterator[tuple[int, int]]:
    """Line and level of each heading with # in a Markdown file."""
    fence = ""
    for number, line in text.body if text.is_markdown else ():
        if not line.startswith((" ", "#", "`", "~")):
            continue  # most lines: a pattern costs more than a look at their first letter
        if found := _FENCE.fullmatch(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence) and not found[2].strip():
                fence = ""
        elif not fence and (heading := _HEADING.match(line)):
            yield number, len(heading[1])


def values_whole(text: Text) -> Iterator[Problem]:
    """No text of a header is cut off at a #: what stands behind a blank and a # is a remark to YAML."""
    for number, line in text.head:
        found = _WITH_COMMENT.fullmatch(line)
        if found and found[1] in _TEXTS:
            message = f"`{found[1]}`: the text ends before {found[2]}, which YAML takes for a remark"
            yield _problem(text, number, "header-cut", message, "Put the whole text in quotes.", found[2])


def quotes_straight(text: Text) -> Iterator[Problem]:
    """Curly quotation marks round a whole value are part of it: YAML knows only straight ones."""
    for number, line in text.head:
        found = _CURLY.fullmatch(line)
        if found and found[1] in _TEXTS:
            message = f"`{found[1]}`: the curly quotation marks would be shown as part of the text"
            yield _problem(text, number, "header-curly", message, 'Write straight ones: "', found[2])


def header_begun(text: Text) -> Iterator[Problem]:
    """A header stands between two lines of just three hyphens, and nothing stands above it."""
    first = next((line for line in text.lines if line.strip()), "")
    if text.header or first.rstrip() == "---" or not text.is_markdown or text.folder not in TABLES:
        return  # a header that begins and does not end is another mistake
    names = {field.name for field in TABLES[text.folder]}
    lines = [bool((found := _LIKE_A_KEY.match(line)) and found[1].casefold() in names) for line in text.lines[:_REACH]]
    for number, (one, two) in enumerate(pairwise(lines), 1):
        if one and two:
            message = "the lines of a header stand here, but no line of three hyphens above them"
            help = "Put --- above the first and below the last of them, on top of the file."
            yield _problem(text, number, "header-start", message, help)
            return


def links_whole(text: Text) -> Iterator[Problem]:
    """What is written like a link is one: no blank before or in the address, and an address that a browser may follow."""
    for number, line in text.body if text.is_markdown else ():
        for pattern, what in _LIKE_LINKS if "](" in line or "] (" in line else ():
            if found := pattern.search(line):
                help = "Write [words](address) with the path of a file or an address beginning with https://"
                yield _problem(text, number, "link-form", f"this is shown as text, no link: {what}", help, found[0])
                break


def headings_whole(text: Text) -> Iterator[Problem]:
    """Behind the signs of a heading comes a blank."""
    for number, line in text.body if text.is_markdown else ():
        if line.startswith("##") and (found := _GLUED_HEADING.match(line)):
            message = "a heading needs a blank behind its signs"
            yield _problem(text, number, "heading-form", message, f"Write {found[1]} {found[2]}", found[1])


def folder_right(text: Text) -> Iterator[Problem]:
    """A file lies in the folder of its kind."""
    keys = {found[1] for _, line in text.head if (found := _KEY.match(line))}
    if text.folder in TABLES and (folder := right_folder(text.folder, keys)):
        kind = {"articles": "an article", "pages": "a page"}.get(
            folder, f"{'an' if folder[0] in 'ao' else 'a'} {folder[:-1]}"
        )
        message = f"the header is that of {kind}, and the file lies in {text.folder}"
        yield _problem(text, 1, "file-wrong-folder", message, f"Move it into the folder {folder}.", value=folder)


def _problem(
    text: Text, line: int, code: str, message: str, help: str, value: str = "", *, column: int | None = None
) -> Problem:
    at = text.lines[line - 1].find(value) + 1 if value and line <= len(text.lines) else 0
    return Problem(
        path=text.path,
        line=line,
        column=column or at or None,
        code=code,
        message=message,
        help=help,
        value=value,
        severity=Severity.ERROR if code in _ERRORS else Severity.WARNING,
    )


_ERRORS = frozenset({"merge-conflict", "fence-open", "file-wrong-folder", "header-start"})
_TORN_BYTES = tuple(letter.encode() for letter in "ÃÂâÐÑ")
# Each rule with the bytes of which a file must hold one, so that most rules need not look at most files.
RULES: tuple[tuple[Callable[[Text], Iterator[Problem]], tuple[bytes, ...]], ...] = (
    (no_merge_conflict, (b"<<<<<<<",)),
    (no_byte_order_mark, (codecs.BOM_UTF8,)),
    (encoded_as_utf8, (b"",)),
    (letters_whole, _TORN_BYTES),
    (fences_closed, (b"```", b"~~~")),
    (headings_in_steps, (b"\n#", b"\r#")),
    (one_title, (b"\n#", b"\r#")),
    (values_whole, (b" #", b"\t#")),
    (quotes_straight, (b"\xe2\x80", b"\xc2\xab")),
    (headings_whole, (b"\n##",)),
    (links_whole, (b"] (", b"](")),
    (header_begun, (b":", b"=")),
    (folder_right, (b"---",)),
)
