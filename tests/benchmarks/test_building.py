"""The benchmark itself, on a very small archive with the tools at hand."""

from pathlib import Path

import building
import contestants
import lxml.html
import pytest
import yaml
from contestants import Contestant, Missing
from timing import Run

PROJECT = Path(contestants.__file__).resolve().parents[1]


def contestant(name: str, folder: Path, **more: object) -> Contestant:
    article = folder / "article.md"
    article.write_text("Text.\n", "utf-8")
    return Contestant(name=name, command=(name,), folder=folder, site=folder / "site", article=article, **more)


def test_tools_take_turns_and_a_full_build_starts_from_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def pretended(command: tuple[str, ...], folder: Path, site: Path, *_: object) -> Run:
        seen.append((command[0], site.exists(), (folder / "article.md").read_text("utf-8").count("Turn")))
        site.mkdir(exist_ok=True)
        return Run(seconds=1, processor=1, memory=1)

    monkeypatch.setattr(building, "timed", pretended)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    tools = [contestant("a", tmp_path / "a"), contestant("b", tmp_path / "b")]
    found = building.compared(tools, rounds=2, limit=1, aside=tmp_path / "aside")
    turn = [(False, 0), (True, 1), (True, 1)]
    again = [(False, 1), (True, 1), (True, 1)]
    assert seen == [(name, *one) for states in (turn, again) for name in "ab" for one in states]
    assert {len(runs) for states in found.values() for runs in states.values()} == {2}
    assert sum(1 for _ in (tmp_path / "aside").iterdir()) == 2, "what the first round made is put aside, not removed"


def test_what_failed_is_not_run_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "timed", lambda *_: Run(seconds=1, processor=1, memory=1, failed="no"))
    found = building.compared([contestant("a", tmp_path)], rounds=3, limit=1, aside=tmp_path / "aside")
    assert [len(runs) for runs in found["a"].values()] == [1]


def test_an_article_changes_in_every_turn_of_each_who_shares_it(tmp_path: Path) -> None:
    tools = [contestant("a", tmp_path), contestant("b", tmp_path)]
    texts = set()
    for turn in range(3):
        for tool in tools:
            tool.change(turn)
            texts.add(tool.article.read_text("utf-8"))
    assert len(texts) == 6
    assert all(text.startswith("Text.") and text.count("Turn") == 1 for text in texts)


def test_only_leaves_out_what_has_none_of_the_words(tmp_path: Path) -> None:
    every = [
        contestant("ours", tmp_path),
        contestant("Hugo, same pages", tmp_path),
        Missing(name="Pelican", install="x"),
    ]
    tools, missing = building.chosen(every, ["ours", "pelican"])
    assert ([one.name for one in tools], [one.name for one in missing]) == (["ours"], ["Pelican"])


def test_lean_mkdocs_has_our_settings_but_no_hook() -> None:
    settings = yaml.safe_load(contestants.lean_settings((PROJECT / "mkdocs.yml").read_text("utf-8"), "mkdocs"))
    assert (settings["hooks"], settings["plugins"], settings["docs_dir"]) == ([], [], "docs")
    assert settings["markdown_extensions"]
    assert settings["theme"]["custom_dir"] == "theme"


def test_the_machine_is_named_without_its_name() -> None:
    said = building.machine(None)
    assert "cores" in said
    assert "mkdocs 1." in said
    assert "/" not in said


def test_a_tool_that_is_not_there_is_named_with_what_installs_it(tmp_path: Path) -> None:
    found = list(contestants.same_articles(tmp_path, 1, tools=tmp_path))
    assert [type(one) for one in found] == [Missing, Missing]
    assert all("pip install" in one.install for one in found if isinstance(one, Missing))


@pytest.mark.slow
def test_ours_and_mkdocs_are_timed_on_thirty_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "table.md"
    words = ["30", "--rounds", "1", "--only", "ours,publisher,mkdocs", "--sizes", "10", "--write", str(report)]
    building.main([*words, "--keep", str(tmp_path / "kept")])
    printed = capsys.readouterr().out
    assert report.read_text("utf-8") == printed
    rows = [line for line in printed.splitlines() if line.startswith(("| ours |", "| our publisher", "| MkDocs"))]
    assert len(rows) == 3 + 3 + 3 + 2 + 2
    assert "failed" not in printed
    assert str(tmp_path) not in printed
    whole, alone = (tmp_path / "kept" / "compared" / site for site in ("build--no-search/site", "pages/site-ours"))
    pages = [page.relative_to(whole) for page in whole.rglob("*.html")]
    assert len(pages) > 400
    changed = contestants.first_article(tmp_path / "kept" / "compared").stem
    for page in pages:
        if changed not in page.parts:
            assert (alone / page).read_bytes() == (whole / page).read_bytes(), page


@pytest.mark.slow
def test_hugo_makes_the_same_pages(tmp_path: Path) -> None:
    """Text, links, classes and data for machines are those of our own site; so both are timed on the same work."""
    if not contestants.program("hugo", None):
        pytest.skip("Hugo is not installed")
    building.main(["30", "--rounds", "1", "--only", "ours,hugo", "--keep", str(tmp_path / "kept")])
    ours = tmp_path / "kept" / "compared" / "build--no-search" / "site"
    hugo = tmp_path / "kept" / "compared" / "hugo-pages" / "public"
    pages = [page.relative_to(ours) for page in ours.rglob("index.html")]
    changed = contestants.first_article(tmp_path / "kept" / "compared").stem
    assert len(pages) > 400
    assert (hugo / "404.html").is_file()
    for page in pages:
        if page != Path("index.html") and page.parent.name not in (
            changed,
            "search",
        ):  # what the theme adds is in one alone
            assert facts(ours / page) == facts(hugo / page), page


def facts(page: Path) -> list[object]:
    document = lxml.html.document_fromstring(page.read_bytes())
    (text,) = document.xpath('//article[@id="ex-content"]')
    return [
        " ".join(text.text_content().split()),
        [
            (element.tag, element.get("class"), element.get("href"))
            for element in text.iter()
            if isinstance(element.tag, str)
        ],
        document.xpath("//title/text() | //head/meta[@property]/@content"),
        document.xpath('//script[@type="application/ld+json"]/text()'),
    ]
