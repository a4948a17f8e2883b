"""Statements: every wording beside the others, in words that a screen reader reads as well."""

from pathlib import Path

import pytest

from generator import content_tree, pipeline
from generator.pages.statements import compare
from generator.settings import Settings

FIRST = "“We cannot sign a treaty that nobody has read to the end,” Ada Example said in Strelsau."
OTHER = "“We can not sign any treaty that nobody has read to the end,” Ada Example told the Gazette."
THIRD = "“A paper that no one finished reading will not bear my name,” Ada Example said."


def archive(content: Path, *texts: str, header: str = "", decisions: str = "") -> Path:
    """A content tree with Ada Example and an article for each text."""
    for number, text in enumerate(texts):
        path = content / "articles" / f"article-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: Article {number}\ndate: 2024-05-0{number + 1}\n{header}---\n\n{text}\n", "utf-8")
    (content / "actors").mkdir()
    (content / "actors" / "ada-example.md").write_text("---\nname: Ada Example\nkind: person\n---\n", "utf-8")
    if decisions:
        (content / content_tree.DECISIONS).write_text(decisions, "utf-8")
    return content


def pages(content: Path) -> dict[str, str]:
    docs = content.parent / "docs"
    pipeline.generate(content, docs, Settings())
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}


def told(content: Path) -> list[str]:
    """The pages of statements, without those that only lead on."""
    return [text for name, text in pages(content).items() if name.startswith("statements/") and "# “" in text]


@pytest.mark.parametrize(
    ("first", "other", "marked", "differences"),
    [
        ("a road to nowhere", "a road to nowhere", [], []),
        ("a road to nowhere.", "A road to nowhere", [], []),
        ("a road to nowhere", "a path to nowhere", ["path"], [("road", "path")]),
        ("a road", "a long road", ["long"], [("", "long")]),
        ("a long road", "a road", [], [("long", "")]),
        ("one two two", "two two one", ["one"], [("one", ""), ("", "one")]),
    ],
)
def test_wordings_are_compared_word_by_word(
    first: str, other: str, marked: list[str], differences: list[tuple[str, str]]
) -> None:
    marks, found = compare(first, other)
    assert [other[mark.start : mark.end] for mark in marks] == marked
    assert found == differences


def test_two_wordings_make_a_page(tmp_path: Path) -> None:
    (page,) = told(archive(tmp_path / "content", FIRST, OTHER))
    assert "2 wordings, in 2 articles" in page
    assert "> “We can not sign any treaty" in page.replace("<mark>", "").replace("</mark>", "")
    assert "- “can not” instead of “cannot”" in page
    assert "(../articles/article-0.md#said-we-cannot-sign-a-treaty-that)" in page


def test_the_article_leads_to_the_other_wordings(tmp_path: Path) -> None:
    article = pages(archive(tmp_path / "content", FIRST, OTHER))["articles/article-0.md"]
    assert 'id="said-we-cannot-sign-a-treaty-that"' in article
    assert (
        " [2 wordings](../statements/ada-example-2024-05-01-we-cannot-sign-a-treaty-that.md){ .ex-wordings }" in article
    )


def test_what_people_decided_wins(tmp_path: Path) -> None:
    pair = "[article-0/we-cannot-sign-a-treaty-that, article-1/we-can-not-sign-any-treaty]"
    assert told(archive(tmp_path / "a" / "content", FIRST, OTHER, decisions=f"not_the_same:\n  - {pair}\n")) == []
    pair = "[article-0/we-cannot-sign-a-treaty-that, article-1/a-paper-that-no-one-finished]"
    assert told(archive(tmp_path / "b" / "content", FIRST, THIRD)) == []
    assert len(told(archive(tmp_path / "c" / "content", FIRST, THIRD, decisions=f"same:\n  - {pair}\n"))) == 1


def test_a_decision_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    _, problems = pipeline.load(archive(tmp_path / "content", FIRST, decisions="same:\n  - just-one\nperhaps: []\n"))
    assert [(p.path, p.line, p.code) for p in problems] == [
        ("content/statements.yaml", 2, "decision-form"),
        ("content/statements.yaml", 3, "decision-form"),
    ]


def test_withheld_articles_give_no_words(tmp_path: Path) -> None:
    """Of an article of which only the address may be shown, no quotation is; of an excerpt, those that it shows or declares."""
    linked = pages(archive(tmp_path / "a" / "content", FIRST, OTHER, header="rights: link\n"))
    assert not [name for name, text in linked.items() if "that nobody has read" in text]
    behind = "It rained. " * 60 + "\n\n" + FIRST
    excerpt = pages(archive(tmp_path / "b" / "content", behind, OTHER, header="rights: excerpt\n"))
    assert not [name for name in excerpt if name.startswith("statements/ada")]
    assert "We can not sign any treaty" in excerpt["actors/ada-example/statements.md"]
    words = FIRST.split("“")[1].split("”")[0].rstrip(",")
    declared = f'rights: excerpt\nstatements: [{{speaker: ada-example, text: "{words}"}}]\n'
    content = archive(tmp_path / "c" / "content", behind, header=declared)
    other = archive(tmp_path / "d" / "content", "Nothing.", OTHER, header="rights: excerpt\n")
    (content / "articles" / "article-1.md").write_bytes((other / "articles" / "article-1.md").read_bytes())
    (page,) = (text for name, text in pages(content).items() if name.startswith("statements/ada") and "# “" in text)
    assert "(../articles/article-0.md)" in page  # the quotation does not stand there: no anchor is promised


def test_a_declared_speaker_wins_and_must_be_verbatim(tmp_path: Path) -> None:
    declared = 'statements: [{speaker: ada-example, text: "The bridge stays as it is"}]\n'
    text = "Nobody moved. “The bridge stays as it is,” read a note on the door."
    content = archive(tmp_path / "a" / "content", text, header=declared)
    assert "The bridge stays as it is" in pages(content)["actors/ada-example.md"]
    _, problems = pipeline.load(archive(tmp_path / "b" / "content", "Nobody said a word.", header=declared))
    assert [(p.line, p.code) for p in problems] == [(4, "statement-not-found")]


def test_the_address_holds_when_an_older_article_comes_in(tmp_path: Path) -> None:
    content = archive(tmp_path / "content", FIRST, OTHER)
    before = {name for name in pages(content) if name.startswith("statements/ada")}
    older = content / "articles" / "older.md"
    older.write_text(f"---\ntitle: Older\ndate: 2024-04-30\n---\n\n{FIRST.replace('sign a', 'sign this')}\n", "utf-8")
    assert before <= set(pages(content))
