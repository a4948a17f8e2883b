"""What the front page, an article and the indexes lead with."""

import re
from pathlib import Path

import pytest

from generator import content_tree, pipeline
from generator.crossref import Archive
from generator.model import Page
from generator.pages.article import article_page
from generator.pages.home import home_page
from generator.pages.indexes import NEWEST, actors_page, articles_page
from generator.pages.statements import newest_statements
from generator.settings import Settings

WORDS = "“We cannot sign a treaty that nobody has read to the end,” {} said in Strelsau."


def archive(content: Path, articles: dict[str, str], actors: list[str] | None = None, topics: str = "") -> Archive:
    """A content tree connected: articles by slug (header and text), actors by name, one topic."""
    files = {f"articles/{slug}.md": text for slug, text in articles.items()}
    for name in actors or []:
        slug = name.lower().replace(" ", "-")
        files[f"actors/{slug}.md"] = f"---\nname: {name}\nkind: person\nrole: Envoy of {name}\n---\n"
    if topics:
        files["topics/harbour-blockade.md"] = topics
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")
    assert content_tree.read_content(content)
    loaded, _ = pipeline.load(content)
    return pipeline.connect(loaded)


def article(title: str, day: int, text: str = "It rained.", header: str = "") -> str:
    return f"---\ntitle: {title}\ndate: 2024-05-{day:02}\n{header}---\n\n{text}\n"


def body(page: Page) -> str:
    return page.body


def test_the_newest_article_leads_the_front_page_with_what_it_says_in_short(tmp_path: Path) -> None:
    points = "key_points: [One., Two., Three., Four.]\n"
    made = archive(tmp_path / "content", {"old": article("Old", 1), "new": article("New", 2, header=points)})
    home = body(home_page(made))
    lead = home[home.index("ex-articles--lead") : home.index('<div class="ex-articles"')]
    assert "### [New](articles/new.md) { #ex-lead }" in lead
    assert "- Three." in lead
    assert "Four." not in lead
    assert "[Old](articles/old.md)" in home[home.index('<div class="ex-articles"') :]
    assert home.count("(articles/new.md)") == 1


def test_key_points_are_withheld_with_the_text(tmp_path: Path) -> None:
    header = "key_points: [One.]\nrights: excerpt\nurl: https://gazette.example/a\n"
    home = body(home_page(archive(tmp_path / "content", {"new": article("New", 2, header=header)})))
    assert "One." not in home


def test_an_archive_without_articles_has_a_front_page(tmp_path: Path) -> None:
    home = body(home_page(archive(tmp_path / "content", {}, ["Ada Example"])))
    assert "ex-articles--lead" not in home
    assert "1 actor" in home


def test_a_running_story_shows_its_newest_article(tmp_path: Path) -> None:
    topic = "---\nname: Harbour blockade\nterms: [harbour blockade]\ndate: 2024-05-01\n---\n"
    text = "The harbour blockade goes on. The harbour blockade hurts. So it goes."
    made = archive(
        tmp_path / "content",
        {"a": article("First day", 1, text), "b": article("Harbour blockade, second day", 2, text)},
        topics=topic,
    )
    home = body(home_page(made))
    stories = home[home.index("ex-stories") :]
    assert "[Harbour blockade](topics/harbour-blockade.md){ .ex-event }" in stories
    assert "[Harbour blockade, second day](articles/b.md)" in stories
    assert "2 articles" in stories
    assert "First day" not in stories


def test_shares_are_tenths_of_the_most_named(tmp_path: Path) -> None:
    texts = {
        f"a{n}": article(f"A{n}", n, "Ada Example waited." + (" Bo Sample too." if n == 1 else "")) for n in (1, 2, 3)
    }
    home = body(home_page(archive(tmp_path / "content", texts, ["Ada Example", "Bo Sample"])))
    assert '(actors/ada-example.md){ .ex-person } <span class="ex-count ex-share-10">3</span>' in home
    assert '(actors/bo-sample.md){ .ex-person } <span class="ex-count ex-share-3">1</span>' in home


def test_each_speaker_has_one_newest_statement(tmp_path: Path) -> None:
    other = "“The harbour stays closed until the fishers are paid,” Ada Example said."
    made = archive(
        tmp_path / "content",
        {
            "a": article("A", 1, WORDS.format("Ada Example")),
            "b": article("B", 3, other),
            "c": article("C", 2, "“No boat of ours will ever leave this harbour again,” Bo Sample said."),
        },
        ["Ada Example", "Bo Sample"],
    )
    assert [(item.speaker.name, item.date.day) for item in newest_statements(made, 5)] == [
        ("Ada Example", 3),
        ("Bo Sample", 2),
    ]
    assert len(newest_statements(made, 1)) == 1


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", 'lang="ar" dir="rtl"'), ("he", 'lang="he" dir="rtl"'), ("de", 'lang="de" dir="ltr"'), ("en", ""), ("", "")],
)
def test_a_text_says_its_language_and_direction(language: str, expected: str, tmp_path: Path) -> None:
    header = f"language: {language}\nkey_points: [One.]\n" if language else "key_points: [One.]\n"
    made = archive(tmp_path / "content", {"a": article("A title", 1, header=header)})
    page = body(article_page(made.entries[0], made, Settings()))
    assert f'<div class="ex-text"{" " + expected if expected else ""} markdown>' in page
    assert f'<div class="ex-short"{" " + expected if expected else ""} markdown>' in page
    assert "# A title { #ex-title" + (" " + expected.replace('"', "") if expected else "") + " }\n" in page


def test_many_names_stand_below_their_letters(tmp_path: Path) -> None:
    names = [f"{letter}da Example" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    page = body(actors_page(archive(tmp_path / "content", {}, [*names, "Żan Example", "Ада"])))
    assert "- [Z](#ex-persons-z)" in page
    assert page.index("### Z {") < page.index("Żan Example") < page.index("### Other {") < page.index("[Ада]")
    assert '<span class="ex-sum">Envoy of Ada Example</span>' in page


def test_few_names_need_no_letters(tmp_path: Path) -> None:
    page = body(actors_page(archive(tmp_path / "content", {}, ["Ada Example", "Bo Sample"])))
    assert "###" not in page
    assert "ex-jump--letters" not in page


def test_all_months_are_within_reach_of_the_list_of_articles(tmp_path: Path) -> None:
    texts = {"a": article("A", 1), "b": "---\ntitle: B\ndate: 2023-11-02\n---\n\nIt rained.\n"}
    page = body(articles_page(archive(tmp_path / "content", texts)))
    assert "- [2024](../timeline/2024.md) [May](../timeline/2024/05.md)" in page
    assert "- [2023](../timeline/2023.md) [Nov](../timeline/2023/11.md)" in page


def test_of_the_last_day_in_the_list_of_articles_those_are_shown_whose_addresses_come_first(tmp_path: Path) -> None:
    """By the addresses of their pages, as everywhere: ``old-a.md`` stands before ``old.md``."""
    texts = {f"new-{number:02}": article(f"New {number}", 9) for number in range(NEWEST - 3)}
    texts |= {f"old{end}": article(f"Old{end}", 8) for end in ("", "-b", "-c", "-d")}
    texts["old-a"] = article("A notice", 8, header="status: withdrawn\n")
    texts["older"] = article("Older", 7)
    page = body(articles_page(archive(tmp_path / "content", texts)))
    shown = [name for name in re.findall(r"\(([\w-]+)\.md\)", page) if name.startswith("old")]
    assert shown == ["old-a", "old-b", "old-c"]
    assert f"The newest {NEWEST} of {len(texts)} articles" in page
