"""The page of the map: whom it shows, and the same as a list."""

import datetime

import lxml.html
import markdown

from generator.crossref import Archive, Entry, connect
from generator.model import Actor, ActorFound, ActorKind, ActorSlug, Article, ArticleSlug, Block, Registry, Role
from generator.pages import map as pages_map
from generator.pages.map import map_page, most_named

HOSTILE = '<b onclick=x>"Bo"</b> {: .y }'
NAMES = {"ada": "Ada Example", "bo": HOSTILE, "ruritania": "Ruritania", "nobody": "Nobody Named"}


def archive(*named: str) -> Archive:
    """Articles that name these actors, a word of slugs each."""
    registry = Registry(
        actors={
            ActorSlug(slug): Actor(
                slug=ActorSlug(slug),
                path=f"content/actors/{slug}.md",
                name=name,
                kind=ActorKind.STATE if slug == "ruritania" else ActorKind.PERSON,
            )
            for slug, name in (NAMES | {s: s.title() for text in named for s in text.split() if s not in NAMES}).items()
        }
    )
    entries = [
        Entry(
            article=Article(
                slug=ArticleSlug(f"a{index}"),
                path=f"content/articles/a{index}.md",
                headline=Block(role=Role.TITLE, text=f"A {index}", line=1),
                date=datetime.date(2025, 8, 1),
            ),
            actors=tuple(ActorFound(slug=ActorSlug(slug)) for slug in slugs.split()),
        )
        for index, slugs in enumerate(named)
    ]
    return connect(registry, entries)


HERE = archive("ada ruritania", "ada ruritania", "ada bo", "ada")


def body(text: str) -> lxml.html.HtmlElement:
    """As publishers show it."""
    page = markdown.markdown(text, extensions=["attr_list", "md_in_html"])
    return lxml.html.fragment_fromstring(page, create_parent="div")


def test_the_most_named_are_shown_and_nobody_unnamed() -> None:
    assert most_named(HERE, 60) == ["ada", "ruritania", "bo"]
    assert most_named(HERE, 1) == ["ada"]


def test_each_actor_leads_to_its_page() -> None:
    links = body(map_page(HERE).body).xpath(".//svg//a")
    assert [(a.get("href"), a.xpath("string(./title)")) for a in links] == [
        ("actors/ada.md", "Ada Example: 4 articles"), ("actors/ruritania.md", "Ruritania: 2 articles"), ("actors/bo.md", f"{HOSTILE}: 1 article"),
    ]  # fmt: skip


def test_the_list_says_the_same_in_figures() -> None:
    rows = body(map_page(HERE).body).xpath(".//table/tbody/tr")
    assert [[cell.text_content() for cell in row] for row in rows] == [
        ["Ada Example", "4", f"Ruritania 2, {HOSTILE} 1"], ["Ruritania", "2", "Ada Example 2"], [HOSTILE, "1", "Ada Example 1"],
    ]  # fmt: skip
    assert rows[1].xpath("./td//a/@href") == ["actors/ada.md"]


def test_a_long_list_of_others_is_cut_and_leads_on() -> None:
    others = [f"someone-{number:02}" for number in range(20)]
    rows = body(map_page(archive("ada " + " ".join(others))).body).xpath(".//table/tbody/tr")
    links = rows[0].xpath("./td[2]//a")
    assert len(links) == pages_map.LISTED + 1
    assert (links[-1].text, links[-1].get("href")) == ("and 8 more", "actors/ada.md#ex-with")


def test_the_key_names_only_the_kinds_that_are_there() -> None:
    assert body(map_page(HERE).body).xpath("//ul[@class='ex-key']/li/text()") == ["Person", "State"]


def test_the_page_says_how_many_it_shows() -> None:
    assert "Each shape is an actor" in map_page(HERE).body
    many = archive(" ".join(f"someone-{number:02}" for number in range(70)))
    page = map_page(many)
    assert "one of the 60 actors named in most articles" in page.body
    assert len(body(page.body).xpath(".//svg//a")) == 60


def test_hostile_names_stay_names() -> None:
    page = body(map_page(HERE).body)
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert not page.xpath(".//b")


def test_archives_with_nobody_or_one_to_show_have_a_page() -> None:
    assert "No article" in map_page(archive()).body
    alone = map_page(archive("ada")).body
    assert "<svg" not in alone
    assert "nobody" in alone
