"""What the pages of an archive are cited as, and the box that shows it."""

from pathlib import Path

import lxml.html
import markdown
import pytest

from generator import pipeline
from generator.citations import Citations, citations_of, event_citations, statement_citations
from generator.crossref import Archive
from generator.model import ArticleSlug, TopicSlug
from generator.pages import paths
from generator.pages.render import _environment
from generator.settings import Settings

SETTINGS = Settings(site_name="The Archive", site_url="https://archive.example/")
OURS = "https://archive.example/articles/"


@pytest.fixture(scope="module")
def archive(ruritania: Path) -> Archive:
    return pipeline.connect(pipeline.load(ruritania)[0])


def cited(archive: Archive, slug: str, settings: Settings = SETTINGS) -> Citations:
    return citations_of(archive.by_slug[ArticleSlug(slug)], archive, settings)


def shown(citations: Citations) -> str:
    return "\n".join(
        [text for work in citations.works for _, text in work.texts] + [text for *_, text in citations.files]
    )


def test_a_clip_has_its_original_and_our_copy(archive: Archive) -> None:
    original, copy = cited(archive, "fishers-block-the-harbour").works
    assert original.label == "The original in The Gazette"
    assert original.texts[0] == (
        "APA", "Muster, C. (2024, May 10). Fishers block the harbour of Zenda. <i>The Gazette</i>. https://gazette.example/fishers",
    )  # fmt: skip
    assert f"Archived in The Archive. {OURS}fishers-block-the-harbour/" in copy.texts[0][1]


def test_an_explainer_is_its_own_original(archive: Archive) -> None:
    (page,) = cited(archive, "why-the-strelsau-talks-stalled").works
    assert page.texts[1][1] == (
        "The archive’s editors. 2024. “Why the Strelsau talks stalled.” The Archive, May 14."
        f" {OURS}why-the-strelsau-talks-stalled/."
    )


def test_a_retraction_is_part_of_the_title(archive: Archive) -> None:
    written = shown(cited(archive, "harbour-blockade-lifted"))
    assert written.count("Retracted: Harbour blockade lifted") == 2 * 5  # two works, in two styles and three formats


def test_no_withheld_word(archive: Archive) -> None:
    written = shown(cited(archive, "a-count-of-the-bordurian-fleet")) + shown(
        cited(archive, "fishers-block-the-harbour")
    )
    for word in ("an insult", "pay for the coffee", "More than forty boats"):
        assert word not in written


def test_without_an_address_none_is_given(archive: Archive) -> None:
    written = shown(cited(archive, "why-the-strelsau-talks-stalled", Settings(site_name="The Archive")))
    assert "http" not in written
    assert "URL" not in written


def test_an_event_and_a_statement(archive: Archive) -> None:
    (event,) = event_citations(archive.registry.topics[TopicSlug("truce-of-april")], archive, SETTINGS).works
    assert event.texts[0][1] == (
        "The Archive. (2024, May 14). <i>Truce of 2 April 2024</i>. https://archive.example/topics/truce-of-april/"
    )
    statement = archive.grouping.statements[0]
    source, page = statement_citations(statement, paths.statement(statement.id), archive, SETTINGS).works
    assert source.label.startswith("The article that had it first, in ")
    assert f"https://archive.example/statements/{statement.id}/" in page.texts[0][1]


def test_the_same_bytes_again(archive: Archive, ruritania: Path) -> None:
    again = pipeline.connect(pipeline.load(ruritania)[0])
    for entry in archive.entries:
        assert citations_of(entry, archive, SETTINGS) == cited(again, entry.article.slug)


# --- the box -------------------------------------------------------------------------------------------------------------------


def box(citations: Citations) -> lxml.html.HtmlElement:
    """The box as the publisher makes it of the page's Markdown."""
    written = _environment().get_template("cite.md.jinja").module.box(citations)  # type: ignore[attr-defined]
    extensions = ["attr_list", "md_in_html", "tables", "fenced_code", "toc"]
    return lxml.html.fragment_fromstring(
        markdown.markdown(f"# Page\n\ntext\n\n{written}\n\nmore\n", extensions=extensions), create_parent="main"
    )


def test_the_box_shows_every_character(archive: Archive, content: Path) -> None:
    """Through Jinja and Markdown, what a reader selects is what the libraries wrote."""
    title = "A <b>*title* &amp; {{ 1 }} `x` \\ _y_ [z](http://a.example) </details> { .x }"
    article = content / "articles" / "hostile.md"
    article.write_text(
        f"---\ntitle: '{title}'\ndate: 2024-05-01\noutlet: the-gazette\nurl: https://gazette.example/x\n---\n\nText.\n",
        "utf-8",
    )
    spoiled = pipeline.connect(pipeline.load(content)[0])
    citations = cited(spoiled, "hostile")
    page = box(citations)
    texts = [element.text_content() for element in page.find_class("ex-cite__text")]
    expected = [
        lxml.html.fragment_fromstring(text, create_parent="p").text_content()
        for work in citations.works
        for _, text in work.texts
    ]
    assert texts == expected + [text for *_, text in citations.files]
    assert title in texts[0]
    assert {element.tag for element in page.iter()} == {
        "main",
        "h1",
        "p",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "span",
        "i",
        "pre",
    }
    assert [child.tag for child in page] == ["h1", "p", "details", "p"]


def test_the_box_is_not_in_the_search(archive: Archive) -> None:
    (details,) = box(cited(archive, "fishers-block-the-harbour")).find_class("ex-cite")
    assert "data-pagefind-ignore" in details.attrib
    assert "open" not in details.attrib
