"""Corrections: told on the article's page, in feeds, data and for machines, and on one page for the whole archive."""

import datetime
import json
from pathlib import Path

import pytest

from generator import pipeline, reading
from generator.model import Correction
from generator.pages import changes
from generator.settings import Settings

YEAR = "An earlier version gave a wrong year. <b>It is 1988.</b>"
PLACE = "The place was wrong: {{ it }} is Zenda."
CORRECTED = f"""---
title: Talks
date: 2024-05-01
updated: 2024-05-03
corrections:
  - date: 2024-05-02
    what: "{PLACE}"
  - {{date: 2025-01-09, what: "{YEAR}"}}
---

The talks began. They went on.
"""
RETRACTED = "---\ntitle: A report\ndate: 2024-05-04\nupdated: 2024-06-07\nstatus: retracted\n---\n\nIt was wrong.\n"
WITHDRAWN = "---\ntitle: A notice\ndate: 2024-05-05\nstatus: withdrawn\ncorrections: [{date: 2024-05-06, what: It named a child.}]\n---\n\nText.\n"


def written(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        path = folder / "content" / "articles" / f"article-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder / "content"


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("changes")
    made = pipeline.generate(written(folder, CORRECTED, RETRACTED, WITHDRAWN), folder / "docs", Settings())
    assert made.problems == []
    return folder / "docs"


def text(docs: Path, path: str) -> str:
    return (docs / path).read_text("utf-8")


def test_they_are_read_newest_first_with_their_lines() -> None:
    article, problems = reading.read_article("content/articles/a.md", CORRECTED.encode())
    assert article is not None
    assert problems == []
    assert article.corrections == (
        Correction(date=datetime.date(2025, 1, 9), what=YEAR, line=8),
        Correction(date=datetime.date(2024, 5, 2), what=PLACE, line=6),
    )
    assert article.changed == datetime.date(2025, 1, 9)


def test_the_article_says_that_it_was_corrected_and_when(docs: Path) -> None:
    head, _, rest = text(docs, "articles/article-0.md").partition('<div class="ex-text"')
    assert 'Corrected <time datetime="2025-01-09">9 January 2025</time>' in head
    assert "#ex-corrections)" in head
    body, _, end = rest.partition("## Corrections { #ex-corrections }")
    assert "They went on." in body
    assert end.index("9 January 2025") < end.index("2 May 2024")
    assert "<b>" not in end
    assert "It is 1988." in end
    assert "updated: 2025-01-09" in head  # of the sitemap


def test_an_article_without_corrections_says_nothing_of_them(docs: Path) -> None:
    assert "ex-corrections" not in text(docs, "articles/article-1.md")


def test_the_page_lists_all_changes_newest_first(docs: Path) -> None:
    page = text(docs, "changes.md")
    order = ["## January 2025", "It is 1988", "## June 2024", "Retracted", "## May 2024", "Withdrawn", "is Zenda"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert 'Withdrawn</span> published <time datetime="2024-05-05">' in page  # its header states no day
    assert "named a child" not in page


def test_what_was_wrong_in_a_withdrawn_article_is_told_nowhere(docs: Path) -> None:
    held = [path for path in docs.rglob("*") if path.is_file() and b"named a child" in path.read_bytes()]
    assert held == []


def test_an_archive_without_changes_says_so(tmp_path: Path) -> None:
    plain = "---\ntitle: Talks\ndate: 2024-05-01\n---\n\nThe talks began.\n"
    pipeline.generate(written(tmp_path, plain), tmp_path / "docs", Settings())
    assert "Nothing has been corrected" in text(tmp_path / "docs", "changes.md")


def test_many_changes_have_a_page_for_each_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "SPLIT", 3)
    monkeypatch.setattr(changes, "LATEST", 2)
    pipeline.generate(written(tmp_path, CORRECTED, RETRACTED, WITHDRAWN), tmp_path / "docs", Settings())
    newest = text(tmp_path / "docs", "changes.md")
    assert "is Zenda" not in newest
    assert "[2024](changes/2024.md)" in newest
    assert "is Zenda" in text(tmp_path / "docs", "changes/2024.md")
    assert "It is 1988" in text(tmp_path / "docs", "changes/2025.md")


def test_feeds_tell_the_newest_correction_first(docs: Path) -> None:
    items = {item["title"]: item for item in json.loads(text(docs, "feed.json"))["items"]}
    corrected = items["Talks"]
    assert corrected["date_modified"] == "2025-01-09T00:00:00Z"
    assert corrected["summary"].startswith("Corrected on 9 January 2025: An earlier version gave a wrong year.")
    assert corrected["content_html"].startswith("<p>Corrected on 9 January 2025: ")
    assert "<b>It is" not in corrected["content_html"]
    assert next(iter(items)) == "Talks"  # what changed last stands first
    xml = text(docs, "feed.xml")
    assert "<updated>2025-01-09T00:00:00Z</updated>" in xml


def test_data_and_machines_know_them(docs: Path) -> None:
    rows = [json.loads(line) for line in text(docs, "data/corrections.jsonl").splitlines()]
    assert [(row["article"], row["number"], row["date"]) for row in rows] == [
        ("article-0", 2, "2025-01-09"),
        ("article-0", 1, "2024-05-02"),
    ]
    assert json.loads(text(docs, "api/articles/article-0.json"))["corrections"][0] == {
        "date": "2025-01-09",
        "what": YEAR,
    }
    page = text(docs, "articles/article-0.md")
    assert "CorrectionComment" in page
    assert '\\"dateModified\\":\\"2025-01-09\\"' in page.replace('\\": \\"', '\\":\\"')


def test_no_page_takes_its_address(tmp_path: Path) -> None:
    content = written(tmp_path, CORRECTED)
    (content / "pages").mkdir()
    (content / "pages" / "changes.md").write_text("# Changes\n", "utf-8")
    _, problems = pipeline.load(content)
    assert [problem.code for problem in problems] == ["slug-reserved"]
