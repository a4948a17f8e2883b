"""Templates to pages: what they print is text, whatever it holds; front matter is what YAML reads back."""

import datetime
import html
import re

import lxml.html
import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator.links import relative
from generator.model import Page, PagePath
from generator.pages import render
from generator.pages.render import Linker, Markdown, for_html, out, page_bytes

BOUNDED = settings(max_examples=150, derandomize=True, deadline=None, database=None)
HOSTILE = ("<script>", "</title>", "{{ x }}", "{% x %}", "{: #id onclick=x }", "*", "**", "_", "[", "](", "javascript:x", ")", "`", "#", "|", "&lt;", "&", '"', "'",
           "\n", "\r", "\n\n", "- ", "1. ", "---\n", ": ", "\u2028", "\x85", "\x7f", "\x9b", "\ufeff", "\ufffe", "\x00", "\\", "\t", "😀", "Łódź", "!", "~~~", " ")  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=3)), max_size=10).map("".join)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "fenced_code"]


def printed(template: str, **context: object) -> str:
    return render._environment().from_string(template).render(**context)


def html_of(source: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<body>{markdown.markdown(source, extensions=EXTENSIONS)}</body>").body


def shown(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", "", text).split())


# --- what templates print -----------------------------------------------------------------------------------------------------------


@BOUNDED
@given(TEXTS)
def test_what_a_template_prints_is_text(text: str) -> None:
    body = html_of(printed("Before {{ value }} after", value=text))
    assert [e.tag for e in body.iterdescendants()] == ["p"]
    assert shown(body.text_content()) == shown(f"Before {text} after")


@BOUNDED
@given(TEXTS)
def test_a_paragraph_may_begin_with_anything(text: str) -> None:
    for template in ("{{ value|paragraph }}", "- {{ value|paragraph }}\n", "- a\n\n    {{ value|paragraph }}"):
        body = html_of(printed(template, value=text))
        assert {e.tag for e in body.iterdescendants()} <= {"p", "ul", "li"}
        assert shown(body.text_content()) == shown(("a " if "a" in template[:3] else "") + text)


@BOUNDED
@given(TEXTS)
def test_code_is_the_text_as_it_is(text: str) -> None:
    body = html_of("x " + printed("{{ value|code }}", value=text))
    assert [e.tag for e in body.iterdescendants()] == (["p", "code"] if shown(text) else ["p"])
    assert shown(body.text_content()) == shown("x " + text)


@BOUNDED
@given(TEXTS)
def test_a_link_is_one_link_around_its_words(text: str) -> None:
    for source in (
        Linker("articles/a.md")(text, "actors/b.md", "ex-chip"),
        out(text, "https://example.org/", "ex-chip"),
    ):
        assert isinstance(source, Markdown)
        body = html_of("x " + printed("{{ value }}", value=source))
        links = list(body.iter("a"))
        assert len(links) == bool(shown(text))
        assert all(
            dict(a.attrib)
            in ({"href": "../actors/b.md", "class": "ex-chip"}, {"href": "https://example.org/", "class": "ex-chip"})
            for a in links
        )
        assert shown(body.text_content()) == shown("x " + text)


def test_our_own_markdown_passes() -> None:
    assert printed("{{ value }}", value=Markdown("**x**")) == "**x**"
    assert printed("{{ value|generated }}", value="**x**") == "**x**"
    assert Linker("a.md")(Markdown("**x**"), "b.md") == "[**x**](b.md)"


def test_words_put_together_in_a_template_are_text() -> None:
    assert printed("{{ 'At ' ~ value }}", value="*x*") == "At \\*x\\*"


def test_an_unsafe_address_is_not_linked() -> None:
    assert out("words", "javascript:alert(1)") == "words"


@pytest.mark.parametrize(
    ("value", "expected"), [(7, "7"), (9_999, "9999"), (12_345, "12,345"), (2025, "2025"), ("12345", "12345"), ("", "")]
)
def test_numbers_are_grouped_from_ten_thousand(value: object, expected: str) -> None:
    assert printed("{{ value }}", value=value) == expected


def test_what_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(UndefinedError):
        printed("{{ value }}")
    with pytest.raises(ValueError, match="not there"):
        printed("{{ value }}", value=None)


def test_dates_are_times() -> None:
    day = datetime.date(2025, 8, 2)
    assert printed("{{ value|time }}", value=day) == '<time datetime="2025-08-02">2 August 2025</time>'
    assert printed("{{ value|day }}", value=day) == '<time datetime="2025-08-02">2 Aug</time>'
    assert printed("{{ value|counted('article') }}", value=2) == "2 articles"


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("index.md", "about.md", "about.md"),
        ("index.md", "actors/a.md", "actors/a.md"),
        ("actors/a.md", "index.md", "../index.md"),
        ("actors/a.md", "actors/b.md", "b.md"),
        ("actors/a.md", "actors/a.md", "a.md"),
        ("actors/a.md", "actors/a/2025.md", "a/2025.md"),
        ("actors/a/2025.md", "actors/a.md", "../a.md"),
        ("timeline/2025/08.md", "actors/a.md#text-x", "../../actors/a.md#text-x"),
        ("timeline/2025/08.md", "timeline/2024/08.md", "../2024/08.md"),
    ],
)
def test_addresses_are_relative(here: str, there: str, expected: str) -> None:
    assert relative(here, there) == expected


# --- front matter -------------------------------------------------------------------------------------------------------------------


def read_back(page: Page) -> tuple[dict[str, object], str]:
    _, header, body = page_bytes(page).decode().split("---\n", 2)
    return yaml.safe_load(header), body


def page_with(value: object) -> Page:
    return Page(path=PagePath("a.md"), front_matter={"title": value, "last": "x"}, body="\n# Text\n")


@settings(BOUNDED, max_examples=300)
@given(st.one_of(TEXTS, st.text(st.characters(exclude_categories=[]), max_size=6)))
@example("a\u2028b\x85c")
@example("\x9b\x7f")
@example("\ud800 😀")
@example("---\n")
def test_front_matter_is_what_yaml_reads_back(text: str) -> None:
    found, body = read_back(page_with(text))
    expected = re.sub(r"[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    assert found == {"title": for_html(expected), "last": "x"}
    assert html.unescape(str(found["title"])) == html.unescape(for_html(expected))
    assert not re.search(r'[<>"]', str(found["title"]))
    assert body == "\n# Text\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("no", "no"), ("1.10", "1.10"), ("null", "null"), ("2025-08-22", "2025-08-22"), (datetime.date(2025, 8, 22), datetime.date(2025, 8, 22)), (True, True),
     (3, 3), (["a", "😀", "\u2028"], ["a", "😀", "\u2028"]), ({"a": [1]}, {"a": [1]})],
)  # fmt: skip
def test_front_matter_keeps_the_kind_of_its_values(value: object, expected: object) -> None:
    found, _ = read_back(page_with(value))
    assert found["title"] == expected
    assert type(found["title"]) is type(expected)


def test_what_is_none_is_left_out() -> None:
    assert read_back(page_with(None))[0] == {"last": "x"}


def test_a_page_ends_in_one_newline() -> None:
    page = Page(path=PagePath("a.md"), front_matter={"title": "x"}, body="\n\nText\n\n\n")
    assert page_bytes(page) == b'---\ntitle: "x"\n---\n\nText\n'
