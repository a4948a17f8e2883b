"""`check --changed` and `check --fix`: what a change touches is told, what is safe is mended, and nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator import git
from generator.checking import MANY

Explainer = Callable[..., Result]
SOUND = Path(__file__).resolve().parent / "mistakes" / "_sound" / "content"
ARTICLE = "---\ntitle: {title}\ndate: 2025-08-20\n{more}---\n\nThe talks ended.\n"


def in_git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sound archive in a repository, on a branch of its own; the content folder in it."""
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    content = tmp_path / "archive" / "content"
    shutil.copytree(SOUND, content)
    in_git(content, "init", "--initial-branch=main", "..")
    commit(content)
    in_git(content, "checkout", "-b", "work")
    return content


def commit(content: Path) -> None:
    in_git(content, "add", "--all", ".")
    in_git(content, "commit", "--message", "Change")


def write(content: Path, name: str, text: str) -> None:
    (content / name).write_bytes(text.encode())


def told(result: Result) -> list[tuple[str, str]]:
    """File and code of each problem of a JSON report."""
    found = [json.loads(line) for line in result.stdout.splitlines()]
    return [(problem["path"].removeprefix("content/"), problem["code"]) for problem in found]


def changed(explainer: Explainer, content: Path, *more: object) -> list[tuple[str, str]]:
    return told(explainer("check", "--content", content, "--format", "json", "--changed", *more))


def test_only_what_differs_is_told(archive: Path, explainer: Explainer) -> None:
    """Old mistakes on the main branch are not told again; new ones are, whether committed, changed or not yet added."""
    in_git(archive, "checkout", "main")
    write(archive, "articles/old.md", ARTICLE.format(title="Old", more="topics: [nothing]\n"))
    commit(archive)
    in_git(archive, "checkout", "work")
    in_git(archive, "merge", "main")
    assert changed(explainer, archive) == []
    write(archive, "articles/committed.md", ARTICLE.format(title="One", more="actors: [ada-exampel]\n"))
    commit(archive)
    write(archive, "articles/untracked.md", ARTICLE.format(title="Two", more="outlet: nobody\n"))
    first = (archive / "articles/first-talks.md").read_text("utf-8")
    write(archive, "articles/first-talks.md", first.replace("2025-08-15", "15.8.2025"))
    assert changed(explainer, archive) == [
        ("articles/committed.md", "actor-unknown"),
        ("articles/first-talks.md", "header-value"),
        ("articles/untracked.md", "outlet-unknown"),
    ]
    assert ("articles/old.md", "topic-unknown") in told(explainer("check", "--content", archive, "--format", "json"))


def test_what_refers_to_a_removed_or_renamed_file_is_told(archive: Path, explainer: Explainer) -> None:
    write(archive, "articles/named.md", ARTICLE.format(title="Named", more="actors: {add: [ada-example]}\n"))
    in_git(archive, "checkout", "main")
    commit(archive)
    in_git(archive, "checkout", "-B", "work")
    (archive / "actors/ada-example.md").rename(archive / "actors/ada-exemplar.md")
    assert changed(explainer, archive) == [("articles/named.md", "actor-unknown")]
    (archive / "articles/first-talks.md").unlink()
    assert changed(explainer, archive) == [("articles/named.md", "actor-unknown"), ("pages/about.md", "link-dead")]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("articles/first-talks.txt", ARTICLE.format(title="More", more=""), ("articles/first-talks.txt", "slug-twice")),
        ("articles/more.md", ARTICLE.format(title="More", more="redirects: [early-talks]\n"), ("articles/more.md", "redirect-taken")),
        ("articles/early-talks.md", ARTICLE.format(title="More", more=""), ("articles/first-talks.md", "redirect-taken")),
        ("articles/more.md", ARTICLE.format(title="More", more="url: http://gazette.example/first-talks/\n"), ("articles/more.md", "article-twice")),
        ("actors/bo.md", "---\nname: Bo Sample\nkind: person\naliases: [Strelsau]\n---\n", ("actors/ruritania.md", "form-of-two-actors")),
        ("articles/more.md", ARTICLE.format(title="More", more="") + "\n[x](first-talks.md#nobody)\n", ("articles/more.md", "link-dead")),
        ("articles/more.md", ARTICLE.format(title="More", more="") + "\n[x](first-talks.md#who-came)\n", None),
    ],
)  # fmt: skip
def test_rules_across_files_see_the_files_that_did_not_change(
    name: str, text: str, expected: tuple[str, str] | None, archive: Path, explainer: Explainer
) -> None:
    write(archive, name, text)
    assert changed(explainer, archive) == ([expected] if expected else [])


def test_many_changes_and_few_find_the_same(archive: Path, explainer: Explainer) -> None:
    for number in range(MANY + 5):
        more = "actors: [nobody]\n" if number == 3 else ""
        write(archive, f"articles/more-{number}.md", ARTICLE.format(title=f"More {number}", more=more))
    assert changed(explainer, archive) == [("articles/more-3.md", "actor-unknown")]


def test_without_history_everything_is_checked_and_that_is_said(
    archive: Path, tmp_path: Path, explainer: Explainer
) -> None:
    write(archive, "articles/more.md", ARTICLE.format(title="More", more="outlet: nobody\n"))
    nowhere = explainer("check", "--content", archive, "--changed", "no-such-branch")
    assert "there is no no-such-branch: everything is checked" in nowhere.stderr
    assert "outlet-unknown" in nowhere.stdout
    bare = tmp_path / "bare" / "content"
    shutil.copytree(archive, bare)
    result = explainer("check", "--content", bare, "--changed")
    assert "in no git repository: everything is checked" in result.stderr
    assert result.exit_code == 1
    assert (
        explainer("check", "--content", archive, "--changed", "--output=x").exit_code == 2
        or not (archive / "x").exists()
    )


def test_a_base_may_be_named(archive: Path, explainer: Explainer) -> None:
    write(archive, "articles/more.md", ARTICLE.format(title="More", more="outlet: nobody\n"))
    commit(archive)
    assert changed(explainer, archive, "HEAD~1") == [("articles/more.md", "outlet-unknown")]
    assert changed(explainer, archive, "HEAD") == []
    assert git.changes(archive).present == {"content/articles/more.md"}


def test_one_change_among_many_articles_is_quick(archive: Path, explainer: Explainer) -> None:
    """Only what has to do with the change is parsed: a tenth of the time of all is far above what it takes."""
    in_git(archive, "checkout", "main")
    for number in range(400):
        body = "The delegates of both states met again, and nobody said what they had agreed on.\n\n" * 20
        write(archive, f"articles/old-{number}.md", ARTICLE.format(title=f"Old {number}", more="") + body)
    commit(archive)
    in_git(archive, "checkout", "-B", "work")
    write(archive, "articles/old-7.md", ARTICLE.format(title="New", more="outlet: nobody\n"))
    begin = time.process_time()
    assert changed(explainer, archive) == [("articles/old-7.md", "outlet-unknown")]
    few = time.process_time() - begin
    begin = time.process_time()
    explainer("check", "--content", archive)
    assert few < (time.process_time() - begin) / 2


def test_checking_markdown_loads_no_publisher_and_no_reader_of_web_pages() -> None:
    """What takes long to load is loaded by the commands that need it."""
    code = (
        "import sys; from generator.cli import command; sys.argv=['explainer','check','--content',sys.argv[1]]\n"
        "try: command()\nexcept SystemExit: pass\n"
        "print([n for n in ('trafilatura','mkdocs','babel','lxml','urllib3','rapidfuzz','jinja2','ftfy') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SOUND)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


# --- GitHub, rules -----------------------------------------------------------------------------------------------------------------


def test_the_whole_list_goes_to_the_jobs_summary(
    archive: Path, tmp_path: Path, explainer: Explainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n", "utf-8")
    for number in range(15):
        write(archive, f"articles/more-{number}.md", ARTICLE.format(title=f"More {number}", more="outlet: nobody\n"))
    result = explainer("check", "--content", archive, "--format", "github")
    assert len(result.stdout.splitlines()) == 11
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.startswith("before\n")
    assert text.count("`outlet-unknown`") == 15


def test_sarif_is_one_object(archive: Path, explainer: Explainer) -> None:
    write(archive, "articles/more.md", ARTICLE.format(title="More", more="outlet: nobody\n"))
    result = explainer("check", "--content", archive, "--format", "sarif")
    assert [found["ruleId"] for found in json.loads(result.stdout)["runs"][0]["results"]] == ["outlet-unknown"]


def test_rules_are_listed_and_explained(explainer: Explainer) -> None:
    listed = explainer("rules")
    assert listed.exit_code == 0
    assert "date-missing" in listed.stdout
    one = explainer("rules", "date-missing")
    assert "Wrong:" in one.stdout
    assert "Right:" in one.stdout
    unknown = explainer("rules", "date-mising")
    assert unknown.exit_code == 2
    assert "Did you mean date-missing?" in unknown.stderr


# --- mending -----------------------------------------------------------------------------------------------------------------------

CROOKED = "---\r\ndate: 20.8.2025\r\n# why\r\ntopics: [negotiations]\r\ntitle: Talks: a guide\r\n---\r\n\r\nThe  talks ended. \r\nno: end"
MENDED = '---\r\ntitle: "Talks: a guide"\r\ndate: 2025-08-20\r\n# why\r\ntopics: [negotiations]\r\n---\r\n\r\nThe  talks ended. \r\nno: end\r\n'


def test_fix_mends_the_form_and_says_so(archive: Path, explainer: Explainer) -> None:
    write(archive, "articles/more.md", CROOKED)
    before = {path: path.read_bytes() for path in archive.rglob("*.md")}
    shown = explainer("check", "--content", archive, "--fix", "--dry-run")
    assert {path: path.read_bytes() for path in archive.rglob("*.md")} == before, "a dry run writes nothing"
    assert "-date: 20.8.2025" in shown.stdout
    assert "+date: 2025-08-20" in shown.stdout
    result = explainer("check", "--content", archive, "--fix")
    assert result.exit_code == 0, result.output
    assert (archive / "articles/more.md").read_bytes() == MENDED.encode()
    assert "content/articles/more.md: mended: line 2" in result.stdout
    assert all(path.read_bytes() == data for path, data in before.items() if path.name != "more.md")
    again = explainer("check", "--content", archive, "--fix")
    assert again.stdout == ""


def test_fix_renames_only_what_nobody_can_have_linked_to(archive: Path, explainer: Explainer) -> None:
    in_git(archive, "checkout", "main")
    write(archive, "articles/Old Talks.md", ARTICLE.format(title="Old", more=""))
    commit(archive)
    in_git(archive, "checkout", "-B", "work")
    write(archive, "articles/New Talks.md", ARTICLE.format(title="New", more=""))
    result = explainer("check", "--content", archive, "--fix")
    assert "content/articles/New Talks.md: is renamed to content/articles/new-talks.md" in result.stdout
    assert (archive / "articles/new-talks.md").is_file()
    assert (archive / "articles/Old Talks.md").is_file()


def test_fix_without_history_renames_nothing(tmp_path: Path, explainer: Explainer) -> None:
    content = tmp_path / "content"
    shutil.copytree(SOUND, content)
    write(content, "articles/New Talks.md", ARTICLE.format(title="New", more=""))
    explainer("check", "--content", content, "--fix")
    assert (content / "articles/New Talks.md").is_file()


def test_fix_of_changes_leaves_the_rest(archive: Path, explainer: Explainer) -> None:
    in_git(archive, "checkout", "main")
    write(archive, "articles/old.md", CROOKED)
    commit(archive)
    in_git(archive, "checkout", "-B", "work")
    write(archive, "articles/more.md", CROOKED)
    explainer("check", "--content", archive, "--fix", "--changed")
    assert (archive / "articles/old.md").read_bytes() == CROOKED.encode()
    assert (archive / "articles/more.md").read_bytes() == MENDED.encode()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_fix_says_what_it_cannot_write(archive: Path, explainer: Explainer) -> None:
    write(archive, "articles/more.md", CROOKED)
    (archive / "articles").chmod(0o555)
    result = explainer("check", "--content", archive, "--fix")
    (archive / "articles").chmod(0o755)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
