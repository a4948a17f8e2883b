"""What a published page may hold: the one table of tags, attributes and their values, for the cleaner and for the gate.

``TEXT`` is what generated Markdown becomes; ``FRAME`` is what the theme sets round it.  Whatever is not here is a hole,
or a new part of the theme that this table has yet to learn.
"""

import html
import re
from collections.abc import Mapping

GLOBAL = frozenset({"class", "id", "lang", "dir", "hidden", "role", "tabindex", "title", "translate"})
# What scripts of the theme read, beside data-ex-…: words and numbers, never an address or HTML.
DATA = frozenset(
    {
        "data-ends",
        "data-node",
        "data-pagefind-ignore",
        "data-pagefind-body",
        "data-pagefind-weight",
        "data-file",
        "data-facet",
    }
)
_PLAIN = (
    "abbr b bdi blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd "
    "li main mark nav p pre q s section small span strong sub summary sup table tbody tfoot thead tr u ul wbr"
)
_DRAWN = "svg g path rect circle ellipse line polyline polygon text tspan title desc defs"
_SHAPE = frozenset(
    {"x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "d", "points", "width", "height",
     "viewBox", "viewbox", "focusable", "stroke-width", "fill", "stroke", "transform", "text-anchor", "xmlns", "opacity",
     "preserveAspectRatio", "preserveaspectratio", "pathLength", "pathlength", "offset"}
)  # fmt: skip
TEXT: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset[str]()),
    **dict.fromkeys(_DRAWN.split(), _SHAPE),
    "a": frozenset({"href", "rel", "hreflang", "type", "download"}),
    "article": frozenset[str](),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
    "blockquote": frozenset({"cite"}),
    "data": frozenset({"value"}),
}
FRAME: Mapping[str, frozenset[str]] = {
    **TEXT,
    "html": frozenset[str](),
    "head": frozenset[str](),
    "body": frozenset[str](),
    "title": frozenset[str](),
    "header": frozenset[str](),
    "footer": frozenset[str](),
    "aside": frozenset[str](),
    "search": frozenset[str](),
    "noscript": frozenset[str](),
    "meta": frozenset({"charset", "name", "content", "property", "http-equiv", "media"}),
    "link": frozenset({"rel", "href", "type", "as", "crossorigin", "sizes", "media", "hreflang"}),
    "script": frozenset({"src", "defer", "async", "type"}),
    "form": frozenset({"action", "method", "autocomplete"}),
    "label": frozenset({"for"}),
    "button": frozenset({"type", "disabled"}),
    "input": frozenset(
        {"type", "name", "placeholder", "maxlength", "autocomplete", "autocapitalize", "autocorrect", "spellcheck",
         "enterkeyhint", "value", "checked", "required", "min", "max"}
    ),
    "output": frozenset({"for"}),
    "fieldset": frozenset[str](),
    "legend": frozenset[str](),
    "select": frozenset({"name"}),
    "option": frozenset({"value", "selected"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding"}),
    "dialog": frozenset[str](),
    "template": frozenset[str](),
    "textarea": frozenset({"readonly", "rows", "cols"}),
}  # fmt: skip
_CLASS = re.compile(
    r"(?:ex-[\w-]+|language-[\w+#-]+|no-js|js|highlight)(?: (?:ex-[\w-]+|language-[\w+#-]+))*", re.ASCII
)
_ID = re.compile(r"_[0-9]{1,5}|[a-z0-9-][\w:-]*", re.ASCII)
# Nothing with an address but these; a path of the site has no scheme, and is not relative to the protocol.
_ADDRESS = re.compile(
    r"https?://[^\s\"'<>\\`]+|mailto:[^\s\"'<>\\`]+|(?![/\\]{2}|[^/?#]*:)[^\s\"'<>\\`]*", re.IGNORECASE
)
_OF_THE_SITE = re.compile(r"(?!//)[\w./-]+(?:\?[\w.=&-]*)?", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
ADDRESSES = frozenset({"href", "src", "action", "cite"})
# What a script may be: a file of the site's own, or data that no browser runs.
DATA_SCRIPTS = frozenset({"application/ld+json", "application/json"})
# What would take the place of a property that scripts of a page rely on, where an element had it for its id or name.
CLOBBERS = frozenset(
    {"body", "cookie", "children", "createelement", "defaultview", "documentelement", "forms", "getelementbyid", "head", "images",
     "innerhtml", "queryselector", "queryselectorall", "scripts", "nodename", "attributes", "parentnode", "submit"}
)  # fmt: skip
NAMES = frozenset({"q"})  # of form fields


def is_allowed_value(tag: str, attribute: str, value: str) -> bool:
    """Whether an attribute that a tag may have may have this value (as a browser reads it, entities resolved)."""
    if attribute == "class":
        return not value or _CLASS.fullmatch(value) is not None
    if attribute == "id":
        return _ID.fullmatch(value) is not None
    if attribute in ADDRESSES:
        return is_allowed_address(value, own=tag in {"script", "img"} or attribute == "action")
    return attribute != "name" or tag not in {"input", "select"} or value in NAMES


def is_allowed_address(value: str, *, own: bool = False) -> bool:
    """Whether a link may lead there; ``own``: whether it is a file of the site itself."""
    value = html.unescape(value)
    if _CONTROLS.search(value):
        return False
    return (_OF_THE_SITE if own else _ADDRESS).fullmatch(value) is not None


def is_allowed_attribute(tag: str, attribute: str, *, table: Mapping[str, frozenset[str]]) -> bool:
    """Whether a tag may have an attribute at all."""
    own = table.get(tag)
    if own is None or attribute.startswith("on") or attribute in {"style", "srcdoc"}:
        return False
    # aria-… and data-ex-… are allowed everywhere: they name no script, and no address.
    return attribute in own or attribute in GLOBAL or attribute in DATA or attribute.startswith(("aria-", "data-ex-"))
