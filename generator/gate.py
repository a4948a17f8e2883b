"""The gate: every published file is looked at before readers get it, whatever made it and whatever was checked before.

A second line that knows nothing of the first: it reads the bytes of the site, tag by tag, and lets pass only what
``allowed`` names.  Each wording of a tag is looked at once, for most pages have the same.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.allowed import CLOBBERS, DATA_SCRIPTS, FRAME, is_allowed_attribute, is_allowed_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a published file that should not be there."""

    path: str
    line: int
    what: str
    excerpt: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}: {self.excerpt}"


# Kinds of files that a site holds; any other is a stray.
_KINDS = (
    ".html .css .js .svg .png .woff2 .txt .json .jsonl .csv .xml .atom .rss .sqlite .db .webmanifest .map .gz .ico .bib .ris "
    ".wasm .pagefind .pf_meta .pf_index .pf_fragment .pf_filter .md .yaml .zip"
)
ENDINGS = frozenset(_KINDS.split())
_TAGS = re.compile(rb"<(?!/)[^>]*>?").findall  # every place where a tag, a comment or the like begins
# A tag without anything to look at: plain attributes of plain values, or a link to a page of the site.
_PLAIN = re.compile(
    rb"<(?:a|b|bdi|blockquote|br|caption|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|g|h[1-6]|hr|i|kbd|li|mark|nav|ol|p|pre|"
    rb"section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|ul|line|rect|text|circle)"
    rb'(?: (?:class="ex-[\w -]*"|id="(?:ex|text|said)-[\w-]*"|datetime="[\d-]*"|align="[a-z]+"|scope="[a-z]+"|'
    rb'(?:x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|width|height)="[\d.-]*"|href="(?:\.\./)*(?:[a-z0-9][\w/.-]*)?(?:#[\w-]*)?"))* ?/?>'
).fullmatch
_TAG = re.compile(r"""<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*"|='[^'<>]*')?)*)\s*/?>""", re.ASCII)
_ATTRIBUTE = re.compile(r"""\s+([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)"|='([^']*)')?""", re.ASCII)
_COMMENT = re.compile(r"<!--[\w ,.:;#\n-]*-->", re.ASCII)
_DATA_KINDS = tuple(f'type="{kind}"'.encode() for kind in sorted(DATA_SCRIPTS))
_SCRIPT = re.compile(rb"<script[^>]*>([^<]*)</script>")
_REFRESH = re.compile(r"0; ?url=(?!//)[\w./-]+", re.ASCII)
_POLICY = re.compile(r"[\w'\-;: .+/=]+", re.ASCII)
_SECOND_HOST = re.compile(
    rb"(?<!namespace )(?<!namespace h )url\(\s*[\"']?\s*(?:https?:)?//|@import|expression\(|-moz-binding", re.IGNORECASE
)
_SVG_DANGER = re.compile(
    rb"<\s*(?:script|foreignobject|animate|set|iframe|image|a|use|style|handler|!doctype|!entity)\b|\bon[a-z]+\s*=|javascript:|xlink:href",
    re.IGNORECASE,
)
_FEED_DANGER = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\s*script\b(?![^>]*/assets/)", re.IGNORECASE)


# Tags that were looked at and may stand in any page: most pages have the same.
_PASSED: set[bytes] = set()
_MOST_PASSED = 1_000_000


_DANGERS = {".svg": _SVG_DANGER, ".css": _SECOND_HOST, ".xml": _FEED_DANGER, ".atom": _FEED_DANGER}


def looks_into(path: str) -> bool:
    """Whether ``inspect`` asks for the bytes of such a file; of any other its name is enough."""
    return path[path.rfind(".") :].lower() in {*_DANGERS, ".html"}


def inspect(path: str, data: bytes) -> list[Finding]:
    """Everything in a published file that should not be there; ``path`` is from the root of the site, with ``/``."""
    name = path.rsplit("/", 1)[-1]
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending not in ENDINGS and path not in {"CNAME", ".nojekyll"}:
        return [Finding(path=path, line=1, what="a kind of file that a site does not hold", excerpt=name[:80])]
    if ending == ".html":
        return list(_page(path, data))
    danger = _DANGERS.get(ending)
    found = danger.search(data) if danger else None
    return [_finding(path, data, found.start(), "what runs, or asks another host")] if found else []


def _page(path: str, data: bytes) -> Iterator[Finding]:
    if b"\0" in data:
        yield _finding(path, data, data.index(b"\0"), "a NUL")
    is_redirect = b'http-equiv="refresh"' in data
    for tag in sorted(set(_TAGS(data)) - _PASSED):
        what = "" if _PLAIN(tag) else _wrong_with(tag)
        if what:
            yield _finding(path, data, data.index(tag), what)
        elif len(_PASSED) < _MOST_PASSED:
            _PASSED.add(tag)
    if is_redirect and (b'<meta name="robots" content="noindex">' not in data):
        yield _finding(path, data, data.index(b'http-equiv="refresh"'), "a page that leads on, and is none of ours")
    if data.count(b"<script") > 0:
        yield from _scripts(path, data)


def _scripts(path: str, data: bytes) -> Iterator[Finding]:
    """No script has words of its own, but data that no browser runs."""
    whole = {found.start(): found[1] for found in _SCRIPT.finditer(data)}
    at = data.find(b"<script")
    while at >= 0:
        words = whole.get(at)
        if words is None or (words.strip() and not (_is_of_data(data[at : at + 80]) and _is_json(words))):
            yield _finding(path, data, at, "a script with words of its own")
        at = data.find(b"<script", at + 1)


def _is_of_data(tag: bytes) -> bool:
    return any(kind in tag for kind in _DATA_KINDS)


def _is_json(words: bytes) -> bool:
    try:
        json.loads(words)
    except ValueError:
        return False
    return True


def _finding(path: str, data: bytes, at: int, what: str) -> Finding:
    excerpt = " ".join(data[at : at + 160].decode("utf-8", "replace").split())
    return Finding(path=path, line=data.count(b"\n", 0, at) + 1, what=what, excerpt=excerpt)


def _wrong_with(written: bytes) -> str:
    """What is wrong with one tag as it is written; empty: nothing."""
    tag = written.decode("utf-8", "replace")
    if tag.lower() == "<!doctype html>" or _COMMENT.fullmatch(tag):
        return ""
    found = _TAG.fullmatch(tag)
    if not found:
        return "a tag that is not well formed, or that no page of ours has"
    name = found[1]
    if name not in FRAME:
        return f"a tag that no page of ours has (<{name}>)"
    attributes: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(found[2]):
        if each[1].lower() in attributes:
            return f"an attribute that stands twice ({each[1]})"
        attributes[each[1].lower()] = html.unescape(each[2] or each[3] or "")
    for key, value in attributes.items():
        if not is_allowed_attribute(name, key, table=FRAME):
            return f"an attribute that no page of ours has ({key})"
        if not is_allowed_value(name, key, value) and not _of_the_frame(name, key, value):
            return f"a value that {key} may not have"
    if attributes.get("id", "").lower() in CLOBBERS:
        return "an id that takes the place of a property of the page"
    return _wrong_as_a_whole(name, attributes)


def _of_the_frame(name: str, key: str, value: str) -> bool:
    """A page's own address stands in its head, and may be of any host."""
    return name == "link" and key == "href" and urlsplit(value).scheme in {"http", "https"}


def _wrong_as_a_whole(name: str, attributes: Mapping[str, str]) -> str:
    """Rules on more than one attribute of a tag."""
    if name == "script" and attributes.get("type", "module") not in {"module", "text/javascript", *DATA_SCRIPTS}:
        return "a script of an unknown kind"
    if name == "meta" and "http-equiv" in attributes:
        kind, content = attributes["http-equiv"].lower(), attributes.get("content", "")
        if kind == "refresh":
            return "" if _REFRESH.fullmatch(content) else "a page that leads elsewhere"
        if kind == "content-security-policy":
            return "" if _POLICY.fullmatch(content) else "a policy that is none"
        return "a meta element that speaks for the server"
    if name == "link":
        own = urlsplit(attributes.get("href", "")).scheme == ""
        loads = set(attributes.get("rel", "").split()) & {
            "stylesheet",
            "icon",
            "preload",
            "modulepreload",
            "manifest",
            "prefetch",
        }
        return "a file from another host" if loads and not own else ""
    if name == "form" and attributes.get("method", "get") != "get":
        return "a form that sends"
    return ""
