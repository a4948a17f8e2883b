"""What rights or status withhold is nowhere in the finished site: searched byte by byte, in each form in which a file may hold it.

Each place of a content file that must not be published has a word of its own; a word that is published proves that the search
looks where it should.
"""

import gzip
import html
import json
import re
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest

from generator import pipeline

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("withheld")]
ENVOY = "Ada Example, the envoy of Ruritania"


def word(place: str) -> str:
    """A word that stands nowhere else: ASCII and other letters, and signs that each format writes in its own way."""
    return f"qwv{place}zu"


def spread(place: str) -> str:
    return f"{word(place)} and våß & “{word(place)}x” <{word(place)}y>"


LONG = "The boats lie in the harbour of Zenda and nobody knows for how long they will stay there. " * 8
BEHIND = f"""
{LONG}

Then came {spread("paragraph")}.

## A heading of {word("heading")}

- an item of {word("item")}

| a | {word("cell")} |
|---|---|
| b | {word("othercell")} |

> A block of {word("blockquote")}.

```{word("codelanguage")}
{word("code")}
```

“We will never open the {word("quote")} before the fleet comes home,” said {ENVOY}.

[{word("linkwords")}](https://example.org/{word("address")} "{word("linktitle")}") ![{word("alt")}](https://example.org/{word("picture")}.png)

*{word("emphasis")}* <b title="{word("attribute")}">{word("bold")}</b> <!-- {word("comment")} --> &#113;&#119;&#118;entityzu
"""
HEADER = "---\ntitle: {title}\ndate: 2024-05-1{day}\n{more}---\n\n"
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><meta name="keywords" content="{w}keywords">
<meta name="description" content="{description}"><script>var a = "{w}script"</script><style>.{w}style {{ color: red }}</style>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2024-05-13", "articleBody": "{w}jsonld"}}</script>
</head><body><!-- {w}comment --><nav><a href="/{w}navhref">{w}nav</a></nav><article><h1>{title}</h1>
<p class="{w}class" data-x="{w}data" onclick="{w}click()">{opening}</p>{rest}</article>
<aside><h2>{w}aside</h2><p>Most read: {w}mostread</p></aside><footer>{w}footer</footer><noscript>{w}noscript</noscript>
<template>{w}template</template><div hidden>{w}hidden</div><form><input value="{w}input"></form></body></html>"""


def files() -> dict[str, str]:
    """Articles with words that must not be published, by their path below content/articles."""
    junk = f"\n\n{word('share')} Share\n\nAdvertisement {word('advert')}\n"
    everything = (
        f"summary: {word('{0}summary')}\nkey_points: [{word('{0}point')}]\nauthors: [{word('{0}author')}]\n"
        f"url: https://example.org/{word('{0}url')}\ncorrections: [{{{{date: 2024-06-01, what: {word('{0}correction')}}}}}]\n"
        f"provenance: {{{{source: {word('{0}provenance')}.txt}}}}\n# {word('{0}remark')}\n"
    )
    html_page = PAGE.format(
        title="A page of which the beginning is shown",
        description="What the page is about.",
        w="qwvexcerpthtml",
        opening=LONG,
        rest=f"<p>{LONG}</p><p>{spread('excerpthtmlbody')}</p>",
    )
    linked_page = PAGE.format(
        title="A page that is linked",
        description=word("linkdescription"),
        w="qwvlinkhtml",
        opening=word("linkopening") + LONG,
        rest="",
    )
    whole_page = PAGE.format(
        title="A page in full",
        description="What it is about.",
        w="qwvfullhtml",
        opening=LONG,
        rest=f"<p>It ends with {word('published')}.</p>",
    )
    return {
        "excerpt.md": HEADER.format(title="A beginning", day=1, more=f"rights: excerpt\nurl: https://example.org/b # {word('yamlcomment')}\nprovenance: {{source: {word('source')}.txt}}\n") + "It begins here." + BEHIND,
        "one-sentence.md": HEADER.format(title="A text without points", day=1, more="rights: excerpt\n") + "the boats lie in the harbour of Zenda and " * 60 + spread("nopoint"),
        "standfirst.txt": "---\nrights: excerpt\n---\n\nA clip of the beginning\n\nPublished 13 May 2024\n\n" + "and so it went on " * 60 + word("standfirst") + f"\n\n{LONG}\n\n{word('clip')}{junk}",
        "excerpt-page.html": HEADER.format(title="A page of which the beginning is shown", day=3, more="rights: excerpt\n") + html_page,
        "link.md": HEADER.format(title="An address", day=2, more="rights: link\nurl: https://example.org/l\n") + f"{word('linkfirst')} opens it. {BEHIND.replace('qwv', 'qwvlink')}",
        "link-page.html": HEADER.format(title="A page that is linked", day=3, more="rights: link\nurl: https://example.org/p\n") + linked_page,
        "draft.md": HEADER.format(title=word("drafttitle"), day=4, more="status: draft\n" + everything.format("draft")) + BEHIND.replace("qwv", "qwvdraft"),
        "withdrawn.md": HEADER.format(title="A notice is left", day=5, more="status: withdrawn\n" + everything.format("withdrawn")) + BEHIND.replace("qwv", "qwvwithdrawn"),
        "full.html": HEADER.format(title="A page in full", day=3, more=f"# {word('fullremark')}\nprovenance: {{source: {word('fullsource')}.txt}}\n") + whole_page,
        "retracted.md": HEADER.format(title="A report taken back", day=6, more=f"status: retracted\nsummary: {word('onlysummary')}\nkey_points: [{word('onlypoint')}]\n")
        + f"{word('onlyfirst')} is what it says. “We will never open the {word('onlyquote')} before the fleet comes home,” said {ENVOY}.",
        "told.md": HEADER.format(title="What is told", day=7, more="") + f"It is {word('published')}. “We will always keep the {word('said')} open for the fishers,” said {ENVOY}.",
    }  # fmt: skip


def forms(needle: str) -> set[bytes]:
    """A text as files may hold it: plain, in JSON, HTML, addresses and UTF-16; words of the search index are in small letters."""
    written = {needle, needle.lower(), json.dumps(needle)[1:-1], html.escape(needle), quote(needle)}
    return {form.encode() for form in written} | {needle.encode("utf-16-le")}


def inside(data: bytes) -> bytes:
    """A file's bytes, and below them what is packed in them."""
    if data[:2] == b"\x1f\x8b":
        return data + gzip.decompress(data)
    found = [data]
    for at in (match.start() for match in re.finditer(rb"\x1f\x8b\x08|zTXt|iTXt", data)):
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            found.append(unpacked.decompress(data[at:]))
        except zlib.error:
            continue
    return b"".join(found)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, project: Path, ruritania: Path) -> dict[str, bytes]:
    """Every file of a finished site with its own address (so that there are cards), unpacked."""
    import shutil

    folder = tmp_path_factory.mktemp("withheld")
    for name in ("generator", "theme"):
        shutil.copytree(project / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (project / "mkdocs.yml").read_text("utf-8").replace('site_url: ""', "site_url: https://archive.example/")
    assert "archive.example" in settings
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    shutil.copytree(ruritania, folder / "content")
    for name, text in files().items():
        (folder / "content" / "articles" / name).write_text(text, "utf-8")
    pipeline.build(folder / "content", folder / "build", folder)
    archive = pipeline.connect(pipeline.load(folder / "content")[0])
    assert {str(entry.article.slug) for entry in archive.entries} >= {
        "excerpt",
        "link",
        "full",
        "retracted",
        "told",
    }
    root = folder / "build" / "site"
    return {p.relative_to(root).as_posix(): inside(p.read_bytes()) for p in sorted(root.rglob("*")) if p.is_file()}


def holders(site: dict[str, bytes], needle: str) -> list[str]:
    wanted = forms(needle)
    return [name for name, data in site.items() if any(form in data for form in wanted)]


def test_the_search_finds_what_is_published(site: dict[str, bytes]) -> None:
    """Pages, feeds, data, database, API and the packed index: each is searched."""
    kinds = ("articles/told/index.html", "feed.xml", "feed.json", "data/articles.jsonl", "data/archive.db")
    found = holders(site, word("published"))
    assert [name for name in kinds if name not in found] == []
    assert [name for name in found if name.startswith("search/")], "the index is not looked into"
    said = holders(site, word("said"))
    assert [n for n in ("statements/feed.xml", "api/articles/told.json", "data/wordings.csv") if n not in said] == []


def test_no_withheld_word_is_anywhere(site: dict[str, bytes]) -> None:
    """Every invented word of the files that is not published by intent."""
    words = {found for text in files().values() for found in re.findall(r"qwv[a-z]+?zu|qwv[a-z]+html[a-z]+", text)}
    words |= {"qwventityzu", "qwvlinkentityzu"}
    shown = {word(name) for name in ("published", "said", "onlysummary", "onlypoint", "onlyfirst", "onlyquote")}
    assert len(words) > 90
    assert {found: holders(site, found) for found in sorted(words - shown) if holders(site, found)} == {}


@pytest.mark.parametrize("place", ["onlysummary", "onlypoint", "onlyfirst", "onlyquote"])
def test_what_was_taken_back_stands_at_its_own_address_alone(site: dict[str, bytes], place: str) -> None:
    assert holders(site, word(place)) in ([], ["articles/retracted/index.html"])


def test_nothing_about_a_retracted_article_repeats_it(site: dict[str, bytes]) -> None:
    """What previews and search engines show of it: its tags and its JSON-LD."""
    head = site["articles/retracted/index.html"].split(b"</head>")[0]
    assert word("onlysummary").encode() not in head
    assert head.count(b"This article was retracted.") == 2  # description, og:description
