"""What can be found, and that nothing can be found that is withheld."""

from pathlib import Path

import pytest

from generator import pipeline
from generator.crossref import Archive
from generator.pages import all_pages
from generator.pages.render import page_bytes
from generator.search import Record, records_of
from generator.settings import Settings


def archive_of(content: Path) -> Archive:
    return pipeline.connect(pipeline.load(content)[0])


def by_url(content: Path) -> dict[str, Record]:
    return {record.url: record for record in records_of(archive_of(content))}


def words(record: Record) -> str:
    return " ".join([record.title, record.summary, *(passage.text for passage in record.body)])


def test_every_kind_of_page_and_each_statement_is_a_record(ruritania: Path) -> None:
    found = by_url(ruritania)
    assert {record.kind for record in found.values()} == {"article", "actor", "topic", "outlet", "statement", "page"}
    for url in (
        "actors/ada-example/",
        "topics/truce-of-april/",
        "outlets/the-gazette/",
        "about/",
        "articles/why-the-strelsau-talks-stalled/",
        "articles/why-the-strelsau-talks-stalled/#said-a-truce-without-trade-is-a",
    ):
        assert url in found


def test_an_actor_is_found_by_every_spelling(ruritania: Path) -> None:
    found = by_url(ruritania)
    assert "Ада Примерова" in words(found["actors/ada-example/"])
    assert "Strelsau" in words(found["actors/ruritania/"])  # a metonym
    assert found["actors/ada-example/"].body[0].weight > 1
    assert found["actors/ada-example/"].by == "Envoy of Ruritania"


def test_an_article_has_its_facets_and_the_anchors_of_its_page(ruritania: Path) -> None:
    article = by_url(ruritania)["articles/why-the-strelsau-talks-stalled/"]
    assert article.actors[0] == "ada-example Ada Example"
    assert "truce-of-april Truce of 2 April 2024" in article.topics
    assert article.by == "Written for this archive"
    assert article.outlets == ()
    archive = archive_of(ruritania)
    page = next(
        page for page in all_pages(archive, Settings()) if page.path == "articles/why-the-strelsau-talks-stalled.md"
    )
    headings = [passage for passage in article.body if passage.level]
    assert len(headings) == 2
    for heading in headings:
        assert f"{heading.text} {{ #{heading.anchor} }}" in page.body


def test_the_address_of_every_record_is_a_page(ruritania: Path) -> None:
    archive = archive_of(ruritania)
    pages = {str(page.path): page_bytes(page).decode() for page in all_pages(archive, Settings())}
    for record in records_of(archive):
        path, _, anchor = record.url.partition("#")
        page = pages[path.rstrip("/") + ".md"]
        assert not anchor or f'id="{anchor}"' in page


def test_a_statement_has_its_speaker_its_words_and_the_topics_of_its_article(ruritania: Path) -> None:
    statement = by_url(ruritania)["articles/why-the-strelsau-talks-stalled/#said-a-truce-without-trade-is-a"]
    assert statement.by == "Bertram Sample"
    assert statement.summary == "A truce without trade is a siege"
    assert statement.actors == ("bertram-sample Bertram Sample",)
    assert "strelsau-talks Strelsau talks" in statement.topics
    assert statement.css == "ex-person"


def test_a_statement_with_two_wordings_leads_to_its_own_page(content: Path) -> None:
    (content / "articles" / "another.md").write_text(
        "---\ntitle: Another report\ndate: 2024-05-15\noutlet: the-gazette\nurl: https://gazette.example/another\nrights: full\n---\n\n"
        "“A truce without any trade is a siege,” Bertram Sample told reporters in Klow.\n",
        "utf-8",
    )
    told = [record for url, record in by_url(content).items() if url.startswith("statements/")]
    assert [record.kind for record in told] == ["statement"]
    assert "without trade" in words(told[0])
    assert "without any trade" in words(told[0])
    assert told[0].outlets == ("the-gazette The Gazette",)


@pytest.mark.parametrize(
    "withheld",
    [
        "A draft about",  # a draft
        "must not be published any more",  # withdrawn
        "who will pay for the coffee",  # behind the excerpt
        "an insult",  # only the address may be shown
        "no boat had moved",  # retracted
        "left the harbour of Zenda",
    ],
)
def test_what_is_withheld_is_not_found(ruritania: Path, withheld: str) -> None:
    articles = "\n".join(
        path.read_text("utf-8")
        for path in (ruritania / "articles").iterdir()
        if path.suffix in (".md", ".txt", ".html")
    )
    assert withheld in articles
    assert not [record.url for record in records_of(archive_of(ruritania)) if withheld in words(record)]


def test_what_rights_allow_is_found(ruritania: Path) -> None:
    found = by_url(ruritania)
    assert "More than forty boats" in words(found["articles/fishers-block-the-harbour/"])
    assert found["articles/harbour-blockade-lifted/"].summary == "This article was retracted."
    assert "articles/the-second-draft/" not in found
    assert words(found["articles/a-count-of-the-bordurian-fleet/"]).startswith("A count of the Bordurian fleet")
