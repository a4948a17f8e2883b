"""Tags for link previews, and the pictures in them."""

import dataclasses
import io
import re

import pytest
from PIL import Image

from generator.crossref import Archive
from generator.metadata.cards import HEIGHT, SITE_CARD, WIDTH, card_files, card_of, drawable
from generator.model import Page, PagePath
from generator.settings import Settings

from .conftest import SETTINGS, made


@pytest.fixture(scope="module")
def cards(archive: Archive) -> dict[str, bytes]:
    return dict(card_files(archive, SETTINGS))


def tags(page: Page) -> dict[str, str]:
    return {name: content for _, name, content in page.front_matter["social"]}  # type: ignore[attr-defined]


def test_each_card_is_a_small_png_of_the_right_size(cards: dict[str, bytes]) -> None:
    for data in cards.values():
        image = Image.open(io.BytesIO(data))
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
        assert len(data) < 30_000
        assert len(image.getcolors(16) or ()) >= 3, "nothing is drawn on it"


def test_a_card_is_made_of_the_pages_own_words(cards: dict[str, bytes]) -> None:
    assert len({*cards.values()}) == len(cards)
    assert {SITE_CARD, "cards/articles/why-the-strelsau-talks-stalled.png", "cards/topics/truce-of-april.png",
            "cards/outlets/the-gazette.png", "cards/actors/ada-example.png"} <= cards.keys()  # fmt: skip


def test_the_same_words_give_the_same_bytes(archive: Archive, cards: dict[str, bytes]) -> None:
    assert dict(card_files(archive, SETTINGS)) == cards


def test_every_picture_that_a_page_names_is_there(pages: dict[str, Page], cards: dict[str, bytes]) -> None:
    named = {
        tags(page)["og:image"].removeprefix(SETTINGS.site_url)
        for page in pages.values()
        if "social" in page.front_matter
    }
    assert named <= cards.keys()
    assert SITE_CARD in named


@pytest.mark.parametrize(
    ("page", "card"),
    [("articles/fishers-block-the-harbour.md", "cards/topics/harbour-of-zenda.png"), ("topics/zhongwen.md", SITE_CARD),
     ("actors/ada-example/statements.md", "cards/actors/ada-example.png"), ("actors/szostakowicz.md", SITE_CARD),
     ("timeline/2024.md", SITE_CARD), ("articles/index.md", SITE_CARD), ("articles/2024.md", SITE_CARD)],
)  # fmt: skip
def test_which_card_a_page_shows(archive: Archive, page: str, card: str) -> None:
    assert card_of(PagePath(page), archive, SETTINGS)[0] == card


def test_letters_that_the_font_lacks_are_not_drawn() -> None:
    assert drawable("Łódź, Erdoğan, Кремль, Ελλάδα: “yes” – no…")
    for words in ("中文", "العربية", "a\nb", "\u202ea", "😀"):
        assert not drawable(words)


def test_without_an_address_there_is_no_picture(archive: Archive) -> None:
    bare = dataclasses.replace(SETTINGS, site_url="")
    assert dict(card_files(archive, bare)) == {}
    found = tags(made(archive, bare)["index.md"])
    assert not {"og:image", "og:url"} & found.keys()
    assert found["twitter:card"] == "summary"


def test_an_archive_of_nothing_has_a_card() -> None:
    from generator.model import Registry

    assert list(dict(card_files(Archive(registry=Registry()), Settings(site_url="https://a.example/")))) == [SITE_CARD]


def test_the_tags_of_an_article(pages: dict[str, Page]) -> None:
    found = tags(pages["articles/why-the-strelsau-talks-stalled.md"])
    assert found["og:type"] == "article"
    assert found["og:url"] == "https://archive.example/r/articles/why-the-strelsau-talks-stalled/"
    assert found["article:published_time"] == "2024-05-14"
    assert found["article:modified_time"] == "2024-06-02"
    assert found["article:section"] == "Strelsau talks"
    assert found["og:image:alt"] == "14 May 2024: Why the Strelsau talks stalled"


def test_every_page_has_the_four_basic_tags(pages: dict[str, Page]) -> None:
    for page in pages.values():
        if "social" in page.front_matter:
            found = tags(page)
            assert all(found[name] for name in ("og:title", "og:type", "og:url", "og:image", "og:description"))
            assert found["og:type"] in {"article", "profile", "website"}


def test_hostile_words_stay_in_the_attribute(pages: dict[str, Page]) -> None:
    for path in ("articles/a-hostile-title.md", "actors/szostakowicz.md"):
        for attribute, name, content in pages[path].front_matter["social"]:  # type: ignore[attr-defined]
            assert attribute in ("property", "name")
            assert re.fullmatch(r"[a-z_:]+", name)
            assert not re.search('[<>"]', content)
