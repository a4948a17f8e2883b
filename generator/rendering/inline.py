"""Inline Markdown to HTML: text with escapes, entities, known tags, links, code, emphasis.

One pass over the text.  Python-Markdown makes a pass for each kind of mark instead; the two agree because each kind is
taken only in a form that no other can reach into, and any other special character gives the page up.
"""

import re
from functools import lru_cache
from typing import Final

from generator.rendering.model import Sheet, Unknown

# What an attribute's value may hold: nothing in which Markdown, or the reading of tags, could see something.
_VALUE = r'"[^"<>&\\`\[\]{}\n]*"'
_TAG = rf"/?(?:span|time|bdi|br|sup|sub|del|mark|code|em|strong|i)(?: (?:class|id|datetime|lang|dir)={_VALUE})*>"
# In a picture, any tag but those that hold other things than HTML, or whose end could be taken for that of a block round it.
_DRAWN_VALUE = r'"(?:[^"<>&\\`\[\]{}\n]|&#[0-9]+;)*"'
_DRAWN_TAG = (
    r"/?(?!(?:a|div|figure|script|style|textarea|pre|hr|p)\b)[a-z][a-zA-Z0-9]*"
    rf"(?: [a-zA-Z][a-zA-Z0-9-]*={_DRAWN_VALUE})*/?>"
)
_PLAIN = r"""[^\s{}=#.,:;<>&"'\\`*_\[\]|/!()\x02]"""
_WORD = rf'(?:[.#]{_PLAIN}+|(?:lang|dir|value)=[A-Za-z0-9-]+|data-node="[A-Za-z0-9-]+")'
ATTRIBUTES: Final = rf"{_WORD}(?: {_WORD})*"  # of an attribute list, between its braces and blanks
_WORDS = r"(?:[^\[\]\\`]++|\\.|`[^`\\\n]++`)++"
_HREF = r"[A-Za-z0-9/?:@!$&+,;=%#~._-]+"

_PLAIN_TEXT = r"[^\\`*_\[\]{}<>&|\x02]*+"
_MARKS = r"[\\`*_\[\]{}<>&|\x02]"


def _tokens(tag: str) -> re.Pattern[str]:
    """Each mark that is known, and last whatever else is special.

    Each begins with the same set of characters, by which the search finds it; the first alternative that fits follows.
    """
    return re.compile(
        rf"{_MARKS}(?:(?<=\[)(?<!!\[)(?P<link>(?P<words>{_WORDS})\]\((?P<href>{_HREF})\)(?:\{{ (?P<attributes>{ATTRIBUTES}) \}})?)"
        rf"|(?<=<)(?P<tag>{tag}(?:{_PLAIN_TEXT}<{tag})*+)"
        r"|(?<=\\)(?P<escape>[\\`*_{}\[\]()#+.!|-])"
        r"|(?<=&)(?P<entity>(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)"
        r"|(?<=&)(?P<ampersand>(?![#\\]|\w+;))"
        r"|(?<=`)(?<!``)(?P<code>(?P<typed>(?:[^`\\<>&\n\x02]|<slug>)++)`(?!`))"
        r"|(?<=\*)(?<!\*\*)(?P<stars>(?P<second>\*?)(?![\s*])(?P<stressed>[^*]+)(?<![\s\\])\*(?P=second)(?!\*))"
        r"|(?P<other>))"
    )


_SPECIAL = re.compile(_MARKS)
_TEXT = _tokens(_TAG)
_PICTURE = _tokens(_DRAWN_TAG)
_SCHEME = re.compile(r"(?:https?://|mailto:)")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def text(markdown: str, sheet: Sheet) -> str:
    """The HTML of inline Markdown.  Raises Unknown."""
    return _rendered(markdown, sheet, _TEXT)


def picture(markdown: str, sheet: Sheet) -> str:
    """The HTML of a picture's inside, where many more tags are known.  Raises Unknown."""
    drawn = _rendered(markdown, sheet, _PICTURE)
    sheet.made.clear()  # what is known in a picture may not be elsewhere
    return drawn


def _rendered(markdown: str, sheet: Sheet, tokens: re.Pattern[str]) -> str:
    if not _SPECIAL.search(markdown):
        return markdown

    def token(found: re.Match[str]) -> str:
        kind = found.lastgroup
        if kind == "link":
            return sheet.made.get(found[0]) or _link(found, sheet, tokens)
        if kind in ("tag", "entity"):
            return found[0]
        if kind == "escape":
            return found["escape"]
        if kind == "ampersand":
            return "&amp;"
        if kind == "code":
            return f"<code>{found['typed'].strip().replace('<', '&lt;').replace('>', '&gt;')}</code>"
        if kind == "stars":
            name = "strong" if found["second"] else "em"
            return f"<{name}>{_rendered(found['stressed'], sheet, tokens)}</{name}>"
        raise Unknown

    return tokens.sub(token, markdown)


def _link(found: re.Match[str], sheet: Sheet, tokens: re.Pattern[str]) -> str:
    words, href, listed = found.group("words", "href", "attributes")
    inner = _rendered(words, sheet, tokens)
    url = sheet.urls.get(href)
    if url is None:
        url = sheet.urls[href] = escaped(_target(href, sheet))
    name, before, after = attributes(listed) if listed else (None, "", "")
    if name is not None:
        sheet.ids.add(name)
    made = sheet.made[found[0]] = f'<a{before} href="{url}"{after}>{inner}</a>'
    return made


def _target(href: str, sheet: Sheet) -> str:
    """Where a link leads on the site: as written, unless it names a file."""
    if href[0] == "#" or _SCHEME.match(href):
        return href
    if href[0] in "/?" or ":" in href:
        raise Unknown
    url = sheet.resolve(href)
    if url is None:
        raise Unknown
    return url


def escaped(value: str) -> str:
    """A value as it stands in an attribute; what is an entity already stays one."""
    if "&" in value:
        value = _BARE_AMPERSAND.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@lru_cache(maxsize=4096)
def attributes(listed: str) -> tuple[str | None, str, str]:
    """The inside of an attribute list as (id or None, attributes before ``href``, those after it): they are sorted by name."""
    values: dict[str, str] = {}
    for word in listed.split(" "):
        if word[0] == ".":
            values["class"] = f"{values['class']} {word[1:]}" if "class" in values else word[1:]
        elif word[0] == "#":
            values["id"] = word[1:]
        else:
            key, _, value = word.partition("=")
            values[key] = value.strip('"')
    written = [(key, f' {key}="{value}"') for key, value in sorted(values.items())]
    before, after = (
        "".join(attribute for key, attribute in written if (key < "href") is earlier) for earlier in (True, False)
    )
    return values.get("id"), before, after
