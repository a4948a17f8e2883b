"""The JSON-LD of each page is JSON, speaks schema.org's vocabulary, says what must be said, and cannot leave its script."""

import dataclasses
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.crossref import Archive
from generator.metadata.json_ld import address_between
from generator.metadata.script import script
from generator.model import Page
from generator.settings import Settings, directory

from .conftest import SETTINGS, made

VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text("utf-8"))
BOUNDED = settings(max_examples=200, derandomize=True, deadline=None, database=None)
Node = dict[str, object]

# What each type must say: for articles Google's guide (headline, author, datePublished, publisher), for the others what
# schema.org calls them by.
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "publisher", "author", "isBasedOn", "mainEntityOfPage", "isPartOf"},
    "Article": {"headline", "datePublished", "publisher", "author", "mainEntityOfPage", "license"},
    "Person": {"name", "url"},
    "Country": {"name", "url"},
    "Organization": {"name", "url"},
    "NewsMediaOrganization": {"name", "url", "mainEntityOfPage"},
    "Event": {"name", "startDate", "url"},
    "DefinedTerm": {"name", "url", "inDefinedTermSet"},
    "Quotation": {"text", "creator", "citation", "datePublished"},
    "BreadcrumbList": {"itemListElement"},
    "WebSite": {"name", "url", "potentialAction"},
    "CollectionPage": {"name", "url"},
    "WebPage": {"name", "url"},
}


@cache
def above(name: str) -> frozenset[str]:
    """A type with all types above it."""
    return frozenset([name]).union(*(above(parent) for parent in VOCABULARY["types"][name]))


def graph(page: Page) -> list[Node]:
    (text,) = page.front_matter["json_ld"]  # type: ignore[misc]
    found = json.loads(text)
    assert found["@context"] == "https://schema.org"
    return list(found["@graph"])


def nodes(value: object) -> Iterator[Node]:
    """Every node in a value, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def with_scripts(pages: dict[str, Page]) -> dict[str, list[Node]]:
    return {path: graph(page) for path, page in pages.items() if "json_ld" in page.front_matter}


def kind_of(value: object) -> set[str]:
    """Which of the vocabulary's types a value may be read as."""
    if isinstance(value, dict):
        return set(above(value["@type"]))
    if isinstance(value, bool):
        return {"Boolean"}
    if isinstance(value, int):
        return {"Integer", "Number"}
    dated = {"Date", "DateTime"} if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else set()
    address = {"URL", "Thing", "CreativeWork"} if re.match(r"https?://|\.{1,2}/|#", str(value)) else set()
    return {"Text"} | dated | address


def test_types_properties_and_values_are_schema_orgs(pages: dict[str, Page]) -> None:
    seen = set()
    for path, found in with_scripts(pages).items():
        for node in nodes(found):
            kind = str(node["@type"])
            assert kind in VOCABULARY["types"], f"{path}: {kind}"
            seen.add(kind)
            for name, value in node.items():
                if name.startswith("@"):
                    continue
                known = VOCABULARY["properties"][name.removesuffix("-input")]
                assert above(kind) & set(known["domain"]), f"{path}: {kind} has no {name}"
                for one in value if isinstance(value, list) else [value]:
                    if not name.endswith("-input"):
                        assert kind_of(one) & set(known["range"]), f"{path}: {kind}.{name} may not be {one}"
    assert seen >= REQUIRED.keys()


def test_required_fields_are_there(pages: dict[str, Page]) -> None:
    for path, (first, *_) in with_scripts(pages).items():
        kind = str(first["@type"])
        assert REQUIRED[kind] <= first.keys(), f"{path}: {REQUIRED[kind] - first.keys()}"


def test_nothing_is_said_empty(pages: dict[str, Page]) -> None:
    for found in with_scripts(pages).values():
        assert not [
            node for node in nodes(found) if None in node.values() or "" in node.values() or [] in node.values()
        ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [("index.md", "WebSite"), ("articles/why-the-strelsau-talks-stalled.md", "Article"),
     ("articles/fishers-block-the-harbour.md", "NewsArticle"), ("actors/ada-example.md", "Person"),
     ("actors/ruritania.md", "Country"), ("actors/inland-waters-league.md", "Organization"),
     ("topics/truce-of-april.md", "Event"), ("topics/fishing.md", "DefinedTerm"), ("outlets/the-gazette.md", "NewsMediaOrganization"),
     ("statements/ada-example-2024-05-14-we-have-agreed-to-stop-not.md", "Quotation"), ("actors/index.md", "CollectionPage"),
     ("timeline/2024.md", "CollectionPage"), ("actors/ada-example/statements.md", "CollectionPage"), ("about.md", "WebPage")],
)  # fmt: skip
def test_each_kind_of_page_has_its_type(pages: dict[str, Page], path: str, kind: str) -> None:
    assert graph(pages[path])[0]["@type"] == kind


def test_every_page_but_notices_and_redirects_has_metadata(pages: dict[str, Page]) -> None:
    bare = {path for path, page in pages.items() if "json_ld" not in page.front_matter}
    assert bare == {"articles/the-second-draft.md", "actors/a-example.md"} | {
        path for path, page in pages.items() if "moved_to" in page.front_matter
    }


def test_a_clip_is_based_on_its_original(pages: dict[str, Page]) -> None:
    node = graph(pages["articles/fishers-block-the-harbour.md"])[0]
    assert node["isBasedOn"]["url"] == "https://gazette.example/fishers"  # type: ignore[index]
    assert node["publisher"]["name"] == "The Gazette"  # type: ignore[index]
    assert node["author"] == [{"@type": "Person", "name": "Cora Muster"}]
    assert "isAccessibleForFree" not in node
    assert "license" not in node


def test_actors_lead_to_wikidata(pages: dict[str, Page]) -> None:
    node = graph(pages["articles/why-the-strelsau-talks-stalled.md"])[0]
    assert "https://www.wikidata.org/entity/Q42" in [about.get("sameAs") for about in node["about"]]  # type: ignore[attr-defined]
    assert node["isAccessibleForFree"] is True
    assert node["dateModified"] == "2024-06-02"


def test_a_retracted_article_says_so(pages: dict[str, Page]) -> None:
    node = graph(pages["articles/harbour-blockade-lifted.md"])[0]
    assert node["creativeWorkStatus"] == "Retracted"
    assert "description" not in node


def test_nothing_withheld_is_said(pages: dict[str, Page]) -> None:
    together = " ".join(str(page.front_matter) for page in pages.values())
    for words in ("A draft about", "must not be published", "pay for the coffee", "an insult", "took the report back"):
        assert words not in together


def test_addresses_are_absolute_and_lead_to_pages(pages: dict[str, Page]) -> None:
    known = {SETTINGS.site_url + directory(path) for path in pages} | {SETTINGS.site_url + "search/"}
    for found in with_scripts(pages).values():
        for node in nodes(found):
            for key in ("@id", "url", "item", "mainEntityOfPage"):
                address = str(node.get(key, ""))
                assert not address or address.startswith("https://"), address
                if address.startswith(SETTINGS.site_url):
                    assert address.partition("#")[0] in known, address


def test_without_an_address_they_are_relative_and_lead_to_the_same_pages(
    archive: Archive, pages: dict[str, Page]
) -> None:
    """Resolved against the page that they stand on, as browsers and JSON-LD readers do, they are the absolute ones."""
    bare = made(archive, dataclasses.replace(SETTINGS, site_url=""))
    assert bare.keys() == pages.keys()
    for path, found in with_scripts(bare).items():
        base = SETTINGS.site_url + directory(path)
        for node, absolute in zip(nodes(found), nodes(graph(pages[path])), strict=True):
            for key in ("@id", "url", "item", "mainEntityOfPage"):
                if key in node:
                    assert not str(node[key]).startswith(SETTINGS.site_url)
                    assert urljoin(base, str(node[key])) == absolute[key]


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [("articles/a.md", "articles/a.md", "./"), ("articles/a.md", "actors/b.md", "../../actors/b/"), ("index.md", "about.md", "about/"),
     ("about.md", "index.md", "../"), ("index.md", "index.md", "./"), ("actors/a/2024.md", "actors/a.md", "../")],
)  # fmt: skip
def test_the_way_between_two_pages(page: str, target: str, expected: str) -> None:
    assert address_between(page, target) == expected
    assert urljoin("https://a.example/" + directory(page), expected) == "https://a.example/" + directory(target)


class _Scripts(HTMLParser):
    """What a browser takes for the text of scripts, and how many other elements there are."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.others = 0
        self.inside = False

    def handle_starttag(self, tag: str, _: object) -> None:
        self.inside = tag == "script"
        self.others += tag != "script"
        self.texts += [""] if self.inside else []

    def handle_endtag(self, _: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data
        else:
            self.others += bool(data.strip())


def test_hostile_words_stay_in_the_script(pages: dict[str, Page]) -> None:
    for path in ("articles/a-hostile-title.md", "actors/szostakowicz.md"):
        (text,) = pages[path].front_matter["json_ld"]  # type: ignore[misc]
        assert not re.search("[<>&\u2028\u2029]", text)
        parser = _Scripts()
        parser.feed(f'<script type="application/ld+json">{text}</script>')
        assert (parser.texts, parser.others) == ([text], 0)
    assert "</script>" in str(graph(pages["articles/a-hostile-title.md"])[0]["headline"])


@BOUNDED
@given(st.dictionaries(st.text(max_size=5), st.text(st.characters()) | st.lists(st.text())))
def test_any_words_are_safe_in_a_script(value: dict[str, object]) -> None:
    written = script(value)
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)
    written.encode()
    assert json.loads(written) == json.loads(
        re.sub(r"[\ud800-\udfff]", "\ufffd", json.dumps(value, ensure_ascii=False))
    )


def test_the_same_archive_gives_the_same_scripts(archive: Archive, pages: dict[str, Page]) -> None:
    assert made(archive, SETTINGS) == pages


def test_the_front_matter_reads_back(pages: dict[str, Page]) -> None:
    """As both publishers read it: YAML between two lines."""
    import yaml

    from generator.pages.render import page_bytes

    page = pages["articles/a-hostile-title.md"]
    head = page_bytes(page).decode().split("---\n")[1]
    found = yaml.safe_load(head)
    assert found["json_ld"] == page.front_matter["json_ld"]
    assert found["social"] == page.front_matter["social"]


def test_settings_without_a_licence_say_none(archive: Archive) -> None:
    bare = made(archive, Settings())
    assert "license" not in graph(bare["articles/why-the-strelsau-talks-stalled.md"])[0]
