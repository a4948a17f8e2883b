"""Our pages for Hugo: what its Markdown has no word for becomes HTML, the rest stays."""

import pytest
from hugo_site import folder_of, page_place, page_source


def body(path: str, text: str) -> str:
    return page_source(path, f'---\ntitle: "T"\n---\n{text}').split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    ("path", "place", "folder"),
    [
        ("index.md", "_index.md", ""),
        ("about.md", "about.md", "about"),
        ("actors/index.md", "actors/_index.md", "actors"),
        ("actors/ada-example/2015.md", "actors/ada-example/2015.md", "actors/ada-example/2015"),
    ],
)
def test_a_page_keeps_its_address(path: str, place: str, folder: str) -> None:
    assert (page_place(path), folder_of(path)) == (place, folder)


def test_hugo_keeps_its_own_keys_and_the_rest_become_parameters() -> None:
    page = page_source(
        "about.md", '---\ntitle: "T"\ntemplate: "article.html"\nkind: "plain"\ndate: 2025-01-02\n---\n\nText.\n'
    )
    assert page == '---\ntitle: "T"\ndate: 2025-01-02\nparams:\n  kind: "plain"\n---\n\nText.\n'


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("articles/a.md", "[A](../actors/ada.md)", "[A](../../actors/ada/)"),
        ("articles/a.md", "[A](b.md#said-x)", "[A](../b/#said-x)"),
        ("articles/index.md", "[A](b.md)", "[A](b/)"),
        ("index.md", "[A](articles/index.md)", "[A](articles/)"),
        ("articles/a.md", "[A](../index.md)", "[A](../../)"),
        ("articles/a.md", "[A](#here)", "[A](#here)"),
        ("articles/a.md", "[A](https://gazette.example/b.md)", "[A](https://gazette.example/b.md)"),
        ("data.md", "[A](data/articles.csv)", "[A](articles.csv)"),
        ("articles/a.md", "`[A](b.md)` [A](b.md)", "`[A](b.md)` [A](../b/)"),
        ("articles/a.md", r"[A \[x\]](b.md)", r"[A \[x\]](../b/)"),
    ],
)
def test_links_name_folders(path: str, text: str, expected: str) -> None:
    assert body(path, text) == expected


def test_a_link_with_attributes_becomes_html() -> None:
    assert body("articles/a.md", '[A *b*](c.md){ .ex-chip .ex-topic #x title="T" }') == (
        '<a href="../c/" class="ex-chip ex-topic" id="x" title="T">A *b*</a>'
    )


def test_attributes_of_blocks_stay_and_markdown_attributes_go() -> None:
    assert body("a.md", '## One { #text-one }\n\n<div class="ex-text" markdown>\n\nOne.\n{ .ex-note }') == (
        '## One { #text-one }\n\n<div class="ex-text">\n\nOne.\n{ .ex-note }'
    )


def test_links_in_a_line_of_html_become_html() -> None:
    assert body("a.md", r'<div class="x" markdown="span"> <td>[A \_b](c.md)</td></div>') == (
        '<div class="x"> <td><a href="../c/">A _b</a></td></div>'
    )


def test_a_blank_line_does_not_end_preformatted_html() -> None:
    assert body("a.md", "<pre>one {{x}}\n\ntwo</pre>\n\nText") == "<pre>one &#123;{x}}\n&#10;two</pre>\n\nText"
