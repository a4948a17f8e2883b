"""What the generator reads from mkdocs.yml, whatever else stands in it."""

from pathlib import Path

import pytest

from generator.problems import ToolError
from generator.settings import Settings, directory, read_settings

PROJECT = Path(__file__).resolve().parent.parent


def test_the_projects_own_file_is_read() -> None:
    found = read_settings((PROJECT / "mkdocs.yml").read_bytes(), {})
    assert found.site_name
    assert found.description
    assert found.copyright.startswith("Text of this archive")
    assert "\n" not in found.copyright
    assert found.language == "en"


def test_an_empty_file_gives_the_defaults() -> None:
    assert read_settings("", {}) == Settings()
    assert read_settings("theme: material", {}) == Settings()


def test_every_setting_is_taken() -> None:
    text = (
        "site_name: A\nsite_url: https://a.example/b\nsite_description: C\ncopyright: D\ntheme: {language: de}\n"
        "extra: {licence: {name: CC-BY-4.0, url: https://l.example/}}\n"
    )
    assert read_settings(text, {}) == Settings(
        site_name="A", site_url="https://a.example/b/", description="C", copyright="D", language="de",
        licence="CC-BY-4.0", licence_url="https://l.example/",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "environment", "expected"),
    [
        ("!ENV SITE", {"SITE": "https://a.example/"}, "https://a.example/"),
        ("!ENV SITE", {}, ""),
        ("!ENV [SITE, 'https://b.example']", {}, "https://b.example/"),
        ("!ENV [SITE, OTHER, '']", {"OTHER": "https://c.example"}, "https://c.example/"),
        ("!ENV [SITE]", {"SITE": "https://d.example"}, "https://d.example/"),
    ],
)
def test_the_environment_may_name_the_address(value: str, environment: dict[str, str], expected: str) -> None:
    assert read_settings(f"site_url: {value}", environment).site_url == expected


def test_other_tags_and_merges_do_not_break_it() -> None:
    text = (
        "site_name: A\nmarkdown_extensions:\n  - x:\n      y: !!python/name:material.extensions.emoji.twemoji\n"
        "      z: !!python/object/apply:os.system [exit]\n      d: !relative $config_dir\nhooks: !unknown [a]\n"
        "a: &b {c: 1}\nd: {<<: *b}\n"
    )
    assert read_settings(text, {}).site_name == "A"


@pytest.mark.parametrize(
    "text",
    ["site_name: [", "- a", "site_name: {a: b}", "extra: {licence: CC0}", "site_url: example.org", "site_url: ftp://a.example",
     "site_url: 'https://a.example/?b'", "site_url: 'https://a.example/\"><script>'", "site_url: 'https://[a'", b"\xff\xfe\xff"],
)  # fmt: skip
def test_what_cannot_be_meant_says_so(text: str | bytes) -> None:
    with pytest.raises(ToolError, match=r"mkdocs\.yml") as raised:
        read_settings(text, {})
    assert raised.value.help


@pytest.mark.parametrize(
    ("page", "address"),
    [("index.md", ""), ("about.md", "about/"), ("actors/index.md", "actors/"), ("articles/a.md", "articles/a/"),
     ("actors/a/2024.md", "actors/a/2024/"), ("articles/a.md#said-b", "articles/a/#said-b"), ("articles/my-index.md", "articles/my-index/")],
)  # fmt: skip
def test_a_page_is_a_folder(page: str, address: str) -> None:
    assert directory(page) == address
