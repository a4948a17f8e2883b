"""The marks of a picture as text: elements with escaped attributes, words, links, rounded numbers, and the frame round all of it.

The whole of a picture is inline text to Markdown, on one line: tags stand as they are, only links are read.  Two things
keep it so: a space after the tag that opens it (else what follows is taken for a block), and that it holds no ``div``
(whose end would be taken for that of a div round the picture).
"""

import re
from functools import lru_cache

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
# Beside what HTML asks for: what Markdown or attribute lists could read something into.
_SPECIAL = re.compile(r"""[&<>"'\\`*_{}\[\]|#~!]""")


_IN_TAGS = re.compile(r"""[&<>"\\`\[\]{}!]""")  # Markdown looks for links and code first, then for tags


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Any text as it may stand in an element or a quoted attribute of a page's Markdown; on one line."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", _on_one_line(text))


@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    """Text between quotation marks inside a tag."""
    return _IN_TAGS.sub(lambda found: f"&#{ord(found[0])};", _on_one_line(value))


def _on_one_line(text: str) -> str:
    return " ".join((text if text.isprintable() else _UNSEEN.sub(" ", text)).split())


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """At most two decimals, ``12`` or ``3.5``: finer than any screen."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def percent(value: float) -> str:
    return f"{number(value)}%"


def element(name: str, *inner: str, **attributes: str | float) -> str:
    """One element.  ``inner`` is markup already; attributes are escaped here (``class_`` and ``aria_label`` stand for class and aria-label)."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_quoted(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    content = "".join(inner)
    return f"<{name}{written}>{content}</{name}>" if content or name not in _EMPTY else f"<{name}{written}/>"


_EMPTY = frozenset({"circle", "line", "path", "rect"})


def label(text: str, **attributes: str | float) -> str:
    """Words in a picture that its description says too: nobody hears them twice."""
    return element("text", words(text), aria_hidden="true", **attributes)


def linked(page: str, name: str, *inner: str, css: str = "", data: str = "") -> str:
    """Marks that lead to a page, named for those who hear the picture and those who point at it.

    ``page`` is the way to its file from the file of the page that the picture is on; ``data`` says which node of a map this is.
    """
    node = f' data-node="{data}"' if data else ""
    return f"[{element('title', words(name))}{''.join(inner)}]({page}){{ {css}{node} }}"


def text_link(page: str, text: str, css: str = "") -> str:
    """A link in a table."""
    return f"[{words(text)}]({page})" + (f"{{ {css} }}" if css else "")


def frame(svg: str, description: str, *, scrolls: bool) -> str:
    """The box that a picture scrolls in where the screen is narrow: reached by the keyboard only where it can be needed."""
    if not scrolls:
        return element("span", svg, class_="ex-picture__frame")
    return element("section", svg, class_="ex-picture__frame", tabindex="0", aria_label=description)


def figure(caption: str, body: str, after: str, kind: str) -> str:
    """A whole picture: what it shows, the picture, and its figures."""
    return (
        f'<figure class="ex-picture ex-picture--{kind}" markdown="span"> <figcaption class="ex-picture__caption">{caption}</figcaption>'
        f"{body}{after}</figure>"
    )


def table(caption: str, heads: list[str], rows: list[list[str]]) -> str:
    """A table of figures; ``rows`` is markup, the first cell of each its head."""
    head = "".join(element("th", words(text), scope="col") for text in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return (
        f'<table class="ex-figures"><caption>{words(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def folded(summary: str, inner: str, name: str) -> str:
    """What is shown on demand, in a box that scrolls, named for the keyboard."""
    return (
        f'<details class="ex-picture__figures"><summary>{words(summary)}</summary>'
        f'<section class="ex-picture__scroll" tabindex="0" aria-label="{_quoted(name)}">{inner}</section></details>'
    )
