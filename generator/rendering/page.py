"""A page of Markdown to what MkDocs keeps of it: blocks that pass as they are first, then all others."""

import html
import re
from collections.abc import Callable

from generator.rendering.blocks import document
from generator.rendering.headings import named
from generator.rendering.model import Rendered, Sheet, Unknown

_TAB = 4
_BLANK_LINE = re.compile(r"\n +(?=\n)")
_CONTROL = "\x00\x02\x03\r"  # what Python-Markdown replaces, or keeps places with
_CUT_REFERENCE = re.compile(r"&#(?![0-9]+;|x[0-9a-fA-F]+;)")  # to which the reading of tags adds a semicolon
_FENCE = re.compile(
    r"(?P<fence>^(?:~{3,}|`{3,})) *\.?(?P<language>[\w#.+-]*) *\n(?P<code>.*?)(?<=\n)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
_FENCE_LEFT = re.compile(r"^(?:~~~|```)", re.MULTILINE)
# Raw HTML: a folded box of the elements that our templates write, alone between blank lines.
_RAW_ATTRIBUTES = r'(?: (?:class|id|data-[a-z-]+|lang|dir|title|datetime)="[^"<>&\n]*")*'
_RAW_OPENED = re.compile(rf"\n<details{_RAW_ATTRIBUTES}>\n")
_RAW_CLOSED = "\n</details>\n\n"
_RAW_INNER = re.compile(
    rf"(?:[^<&\x02]++|</?(?:summary|p|dl|dt|dd|span|pre|i|b|em|strong|sup|sub|code|time|bdi){_RAW_ATTRIBUTES}>"
    r"|&(?:#[0-9]+;|(?!#)))*+"
)
_TAG_WITH_ID = re.compile(r'<[a-zA-Z][^<>]*? id="[^<>]*>', re.IGNORECASE)
_ID = re.compile(r' id="([^"]*)"', re.IGNORECASE)


def render(markdown: str, resolve: Callable[[str], str | None]) -> Rendered | None:
    """A page's body as MkDocs renders it; None where that is not known for certain.

    ``resolve`` gives the address of what a link names, as MkDocs writes it: it is asked for relative addresses as they
    are written, and answers None where MkDocs would warn.
    """
    if not markdown.strip():
        return Rendered(html="", headings=(), anchors=frozenset(), links=(), title=None)
    sheet = Sheet(resolve=resolve)
    try:
        return _rendered(markdown, sheet)
    except Unknown:
        return None


def _rendered(markdown: str, sheet: Sheet) -> Rendered:
    markdown = _without_fences(_normal(markdown), sheet)
    if "&#" in markdown and _CUT_REFERENCE.search(markdown):
        raise Unknown
    raw_ids = _raw_ids(markdown)
    body, begins_with_title = document(_without_raw(markdown, sheet).strip("\n"), sheet)
    body, headings = named(body, sheet)
    return Rendered(
        html=body.strip(),
        headings=headings,
        anchors=raw_ids | sheet.ids,
        links=tuple(sheet.urls),
        title=sheet.headings[0][2] if begins_with_title else None,
    )


def _raw_ids(markdown: str) -> frozenset[str]:
    """The ids in tags, which MkDocs looks for in the Markdown."""
    ids = frozenset(name for tag in _TAG_WITH_ID.findall(markdown) for name in _ID.findall(tag))
    if any("&" in name for name in ids):
        raise Unknown
    return ids


def _normal(markdown: str) -> str:
    """Blanks as Python-Markdown makes them the same, before all else."""
    if "\t" in markdown:
        markdown = markdown.expandtabs(_TAB)
    if any(character in markdown for character in _CONTROL):
        raise Unknown
    return "\n" + _BLANK_LINE.sub("\n", markdown + "\n\n")


def _without_fences(markdown: str, sheet: Sheet) -> str:
    """Fences put aside: they are found anywhere, before any other block."""
    if "```" not in markdown and "~~~" not in markdown:
        return markdown

    def put_aside(found: re.Match[str]) -> str:
        language = f' class="language-{found["language"]}"' if found["language"] else ""
        code = html.escape(found["code"], quote=False).replace('"', "&quot;")
        sheet.stash.append(f"<pre><code{language}>{code}</code></pre>")
        return f"\n\x02{len(sheet.stash) - 1}\x03\n"

    markdown = _FENCE.sub(put_aside, markdown)
    if _FENCE_LEFT.search(markdown):
        raise Unknown
    return markdown


def _without_raw(markdown: str, sheet: Sheet) -> str:
    """Raw HTML put aside."""
    out: list[str] = []
    at = 0
    for found in _RAW_OPENED.finditer(markdown):
        end = markdown.find(_RAW_CLOSED, found.end())
        if found.start() < at or end < 0 or not _RAW_INNER.fullmatch(markdown, found.end(), end + 1):
            raise Unknown
        end += len(_RAW_CLOSED) - 2
        sheet.stash.append(markdown[found.start() + 1 : end] + "\n")
        out += [markdown[at : found.start()], f"\n\n\x02{len(sheet.stash) - 1}\x03\n"]
        at = end
    return "".join(out) + markdown[at:] if out else markdown
