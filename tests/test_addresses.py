"""What was published keeps its address: the record, the rule that guards it, and the pages that lead on."""

import dataclasses
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from click.testing import Result

from generator import checking, content_tree, loading, pipeline
from generator.addresses import address_of, page_at, read_record, record_bytes, worth_recording
from generator.crossref import Archive
from generator.model import Page
from generator.pages import all_pages
from generator.pages.redirects import files_once_there, pages_once_there
from generator.problems import Problem
from generator.settings import Settings

ARTICLE = "---\ntitle: {title}\ndate: 2025-08-20\n{more}---\n\nThe talks in Strelsau ended on Wednesday.\n"
ACTOR = "---\nname: {name}\nkind: person\n{more}---\n"
FOLDERS = ("articles", "actors", "topics", "outlets", "pages")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small content tree, all of it published and recorded."""
    content = tmp_path / "content"
    files = {
        "articles/talks.md": ARTICLE.format(title="Talks", more=""),
        "articles/more-talks.txt": ARTICLE.format(title="More talks", more=""),
        "actors/ada-example.md": ACTOR.format(name="Ada Example", more=""),
        "topics/strelsau-talks.md": "---\nname: Strelsau talks\nterms: [talks in Strelsau]\n---\n",
        "outlets/the-gazette.md": "---\nname: The Gazette\nurl: https://gazette.example/\nrights: full\n---\n",
        "pages/index.md": "---\ntitle: Home\n---\n\nAn archive.\n",
        "pages/method.md": "---\ntitle: Method\n---\n\nAbout it.\n",
    }
    for folder in FOLDERS:
        (content / folder).mkdir(parents=True)
    for name, text in files.items():
        (content / name).write_text(text, "utf-8")
    record(content, *(f"{name.partition('.')[0].removeprefix('pages/')}/" for name in files if "index" not in name))
    return content


def record(content: Path, *addresses: str) -> None:
    (content / content_tree.ADDRESSES).write_bytes(record_bytes(addresses))


def problems_of(content: Path) -> list[Problem]:
    return loading.load(content)[1]


def lost(content: Path) -> list[str]:
    """The addresses that would be lost; any other problem is a mistake of the test."""
    problems = problems_of(content)
    assert {problem.code for problem in problems} <= {"address-lost"}, "\n".join(map(str, problems))
    return [problem.value for problem in problems]


def add_to_header(path: Path, line: str) -> None:
    path.write_text(path.read_text("utf-8").replace("\n---\n", f"\n{line}\n---\n", 1), "utf-8")


# --- the record --------------------------------------------------------------------------------------------------------------------


def test_the_record_is_read_as_it_was_written() -> None:
    addresses = ["timeline/2025/08/", "about/", "articles/a_b-1/", "articles/"]
    written = record_bytes([*addresses, "about/"])
    recorded, problems = read_record("content/addresses.txt", written)
    assert (sorted(recorded.lines), problems) == (sorted(addresses), [])
    assert record_bytes(reversed(addresses)) == written == record_bytes(recorded.lines)
    assert written.startswith(b"#")
    assert written.decode().splitlines()[1:] == sorted(addresses)


def test_two_branches_lines_in_any_order_are_read() -> None:
    recorded, problems = read_record("a", b"\xef\xbb\xbf# a comment\r\nb/\r\na/\n\n# another\n  a/  \n")
    assert (list(recorded.lines), [problem.line for problem in problems]) == (["b/", "a/"], [1])
    recorded, problems = read_record("a", b"b/\na/\nb/\n")
    assert (dict(recorded.lines), problems) == ({"b/": 1, "a/": 2}, [])


@pytest.mark.parametrize(
    "line",
    [
        "articles/talks", "/articles/talks/", "articles/../../etc/", "https://archive.example/a/", "articles//", "Articles/a/", "a/b/c/d/",
        "articles/a b/", "articles/a.md", "<<<<<<< HEAD", "articles/\x00/", "articles/ä/", "articles/-a/", ".git/", "a" * 400 + "/", "/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_told(line: str) -> None:
    recorded, problems = read_record("content/addresses.txt", f"about/\n{line}\n".encode())
    assert list(recorded.lines) == ["about/"]
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [
        ("address-form", "content/addresses.txt", 2)
    ]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("articles/index.md", "articles/"),
        ("actors/a/2025.md", "actors/a/2025/"),
        ("pages/the-index.md", "pages/the-index/"),
    ],
)
def test_a_page_and_its_address(page: str, address: str) -> None:
    assert address_of(page) == address
    assert not address or page_at(address, {page}) == page
    assert page_at("nothing/", {page}) is None


def test_what_a_statement_might_have_been_called_is_not_recorded() -> None:
    pages = {"index.md": False, "statements/a.md": False, "statements/b.md": True, "actors/b.md": True}
    assert worth_recording(pages) == ["actors/b/", "statements/a/"]


def test_git_merges_two_branches_records(archive: Path) -> None:
    """Both add a line at the same place: git takes both, without asking."""
    project = Path(__file__).resolve().parent.parent
    shutil.copy(project / ".gitattributes", archive.parent)

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=archive.parent, check=True, capture_output=True)

    before, _ = read_record("", content_tree.read_addresses(archive))
    git("init", "--initial-branch=main")
    for branch, new in (("main", ()), ("one", ("articles/one/",)), ("two", ("articles/two/", "articles/three/"))):
        git("checkout", "-B", branch, *(["main"] if new else []))
        record(archive, *before.lines, *new)
        git("add", ".")
        git("commit", "--message", "Record")
    git("merge", "one")
    after, problems = read_record("", content_tree.read_addresses(archive))
    assert problems == []
    assert after.lines.keys() == before.lines.keys() | {"articles/one/", "articles/two/", "articles/three/"}


def test_a_link_in_place_of_the_record_is_a_stray(archive: Path, tmp_path: Path) -> None:
    (archive / content_tree.ADDRESSES).rename(tmp_path / "elsewhere")
    (archive / content_tree.ADDRESSES).symlink_to(tmp_path / "elsewhere")
    assert [problem.code for problem in problems_of(archive)] == ["file-stray"]


# --- the rule ----------------------------------------------------------------------------------------------------------------------


def test_a_sound_archive_loses_nothing(archive: Path) -> None:
    assert problems_of(archive) == []


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("articles/talks.md", "articles/talks/"),
        ("articles/more-talks.txt", "articles/more-talks/"),
        ("actors/ada-example.md", "actors/ada-example/"),
        ("topics/strelsau-talks.md", "topics/strelsau-talks/"),
        ("outlets/the-gazette.md", "outlets/the-gazette/"),
        ("pages/method.md", "method/"),
    ],
)
def test_a_file_that_was_published_is_not_removed(file: str, address: str, archive: Path) -> None:
    (archive / file).unlink()
    (problem,) = problems_of(archive)
    assert (problem.code, problem.value) == ("address-lost", address)
    line = (archive / content_tree.ADDRESSES).read_text("utf-8").splitlines()[problem.line - 1]
    assert (problem.path, line) == ("content/addresses.txt", address)
    expected = "Put content/pages/method.md back" if "pages" in file else f"redirects: [{Path(file).stem}]"
    assert expected in problem.help


def test_what_was_never_recorded_may_be_removed(archive: Path) -> None:
    record(archive)
    (archive / "articles/talks.md").unlink()
    assert problems_of(archive) == []
    (archive / content_tree.ADDRESSES).unlink()
    assert problems_of(archive) == []


@pytest.mark.parametrize("folder", ["articles", "actors", "topics", "outlets"])
def test_a_rename_needs_a_redirect_and_the_help_says_where(folder: str, archive: Path) -> None:
    file = next(path for path in sorted((archive / folder).iterdir()) if path.stem != "more-talks")
    renamed = file.with_name(f"{file.stem}-2{file.suffix}")
    file.rename(renamed)
    (problem,) = problems_of(archive)
    assert f"Was it renamed to content/{folder}/{renamed.name}?" in problem.help
    add_to_header(renamed, re.search(r"redirects: \[.*\]", problem.help)[0])  # type: ignore[index]
    assert problems_of(archive) == []


def test_a_merge_takes_over_what_the_other_was_called(archive: Path) -> None:
    record(archive, "articles/talks/", "articles/more-talks/", "articles/early-talks/")
    add_to_header(archive / "articles/talks.md", "redirects: [early-talks]")
    assert lost(archive) == []
    (archive / "articles/talks.md").unlink()
    assert lost(archive) == ["articles/early-talks/", "articles/talks/"]
    add_to_header(archive / "articles/more-talks.txt", "redirects: [talks, early-talks]")
    assert lost(archive) == []


def test_a_split_is_listed_by_each_part_if_it_was_published(archive: Path) -> None:
    (archive / "articles/talks.md").unlink()
    for part in ("talks-one", "talks-two"):
        (archive / f"articles/{part}.md").write_text(ARTICLE.format(title=part, more="redirects: [talks]\n"), "utf-8")
    assert lost(archive) == []
    record(archive, "articles/more-talks/")
    assert [problem.code for problem in problems_of(archive)] == ["redirect-taken"]


def test_a_draft_has_no_page_and_a_withdrawn_article_has(archive: Path) -> None:
    add_to_header(archive / "articles/talks.md", "status: withdrawn")
    assert lost(archive) == []
    text = (archive / "articles/talks.md").read_text("utf-8")
    (archive / "articles/talks.md").write_text(text.replace("withdrawn", "draft"), "utf-8")
    (problem,) = problems_of(archive)
    assert (problem.code, problem.path, problem.line) == ("address-lost", "content/articles/talks.md", 4)


def test_a_draft_leads_nowhere(archive: Path) -> None:
    record(archive, "articles/old/")
    add_to_header(archive / "articles/talks.md", "status: draft\nredirects: [old]")
    assert lost(archive) == ["articles/old/"]


def test_redirects_of_another_folder_are_none(archive: Path) -> None:
    (archive / "actors/ada-example.md").unlink()
    add_to_header(archive / "articles/talks.md", "redirects: [ada-example]")
    assert lost(archive) == ["actors/ada-example/"]


def test_a_ring_of_redirects_is_refused(archive: Path) -> None:
    add_to_header(archive / "articles/talks.md", "redirects: [more-talks]")
    add_to_header(archive / "articles/more-talks.txt", "redirects: [talks]")
    assert [problem.code for problem in problems_of(archive)] == ["redirect-taken", "redirect-taken"]


def test_a_broken_file_still_holds_its_address(archive: Path) -> None:
    (archive / "articles/talks.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert {problem.code for problem in problems_of(archive)} == {"header-broken"} | {
        problem.code for problem in problems_of(archive) if problem.path.endswith("talks.md")
    }


def test_pages_without_a_file_are_no_matter_of_the_check(archive: Path) -> None:
    record(
        archive,
        "timeline/1999/",
        "timeline/",
        "search/",
        "about/",
        "contribute/",
        "actors/ada-example/1999/",
        "statements/nothing/",
        "feeds/",
    )
    assert problems_of(archive) == []


def test_check_changed_tells_what_this_change_loses(archive: Path) -> None:
    """Also where the redirect stands in a file that did not change, and where the line of a redirect was taken out."""
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    add_to_header(archive / "articles/more-talks.txt", "redirects: [early-talks]")
    record(archive, *read_record("", content_tree.read_addresses(archive))[0].lines, "articles/early-talks/")
    for arguments in (["init", "-b", "main"], ["add", "."], ["commit", "-m", "All"], ["checkout", "-b", "work"]):
        subprocess.run([*git, *arguments], cwd=archive.parent, check=True, capture_output=True)

    def changed() -> list[tuple[str, str]]:
        wanted = checking.Wanted(changed=True)
        today = loading.datetime.date(2026, 1, 1)
        return [(problem.code, problem.value) for problem in checking.problems_of(archive, wanted, today)]

    assert changed() == []
    (archive / "articles/talks.md").unlink()
    assert changed() == [("address-lost", "articles/talks/")]
    text = (archive / "articles/more-talks.txt").read_text("utf-8")
    (archive / "articles/more-talks.txt").write_text(text.replace("redirects: [early-talks]\n", ""), "utf-8")
    assert changed() == [("address-lost", "articles/early-talks/"), ("address-lost", "articles/talks/")]


def test_ten_thousand_addresses_are_checked_at_once(archive: Path) -> None:
    content, _ = loading.load(archive)
    paths = tuple(f"content/articles/article-{number}.md" for number in range(10_000))
    lines = {f"articles/article-{number}/": number for number in range(10_050)}
    recorded = dataclasses.replace(content.recorded, lines=lines)
    start = time.perf_counter()
    from generator.checks.kept import addresses_kept

    found = list(addresses_kept(dataclasses.replace(content, paths=paths, recorded=recorded)))
    assert len(found) == 50
    assert time.perf_counter() - start < 1


# --- the pages that lead on -----------------------------------------------------------------------------------------------------------


def archive_of(content: Path) -> Archive:
    loaded, problems = loading.load(content)
    assert problems == []
    return pipeline.connect(loaded)


def pages_of(content: Path) -> dict[str, Page]:
    archive = archive_of(content)
    recorded, _ = read_record("", content_tree.read_addresses(content))
    pages = list(all_pages(archive, Settings()))
    pages += pages_once_there(archive, recorded.lines, [page.path for page in pages])
    assert len({page.path for page in pages}) == len(pages)
    return {str(page.path): page for page in pages}


def target(pages: dict[str, Page], path: str) -> str:
    """The page to which an old one leads, which is there and no old one itself."""
    moved_to = str(pages[path].front_matter["moved_to"])
    parts = [*address_of(path).rstrip("/").split("/")]
    for step in moved_to.rstrip("/").split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    found = page_at("/".join(parts) + "/", pages.keys()) if parts else "index.md"
    assert found is not None, moved_to
    assert "moved_to" not in pages[found].front_matter
    assert pages[path].front_matter["canonical"] == address_of(found)
    return found


def test_a_split_page_lists_both_and_leads_nowhere_by_itself(archive: Path) -> None:
    (archive / "actors/ada-example.md").unlink()
    for slug, name in (("ada-one", "Ada One"), ("ada-two", "Ada Two")):
        (archive / f"actors/{slug}.md").write_text(ACTOR.format(name=name, more="redirects: [ada-example]\n"), "utf-8")
    page = pages_of(archive)["actors/ada-example.md"]
    assert "moved_to" not in page.front_matter
    assert "[Ada One](ada-one.md)" in page.body
    assert "[Ada Two](ada-two.md)" in page.body


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("actors/ada-example/1999/", "actors/ada-example.md"),
        ("actors/ada-example/statements/", "actors/ada-example.md"),
        ("actors/ada/1999/", "actors/ada-example.md"),
        ("topics/strelsau-talks/1999/", "topics/strelsau-talks.md"),
        ("timeline/1999/", "timeline/index.md"),
        ("timeline/2025/07/", "timeline/2025.md"),
        ("statements/ada-example-1999-01-01-we-will-come/", "actors/ada-example.md"),
        ("statements/ada-1999-01-01-we-will-come/", "actors/ada-example.md"),
        ("statements/nobody-undated-we-will-come/", "statements/index.md"),
        ("search/old/", "search/index.md"),
    ],
)
def test_an_address_without_a_page_leads_to_the_nearest(address: str, leads_to: str, archive: Path) -> None:
    """(A page of its own that is no more is an error; here nothing is left of what made it.)"""
    add_to_header(archive / "actors/ada-example.md", "redirects: [ada]")
    loaded, _ = loading.load(archive)
    made = pipeline.connect(loaded)
    pages = {str(page.path): page for page in all_pages(made, Settings())}
    (page,) = pages_once_there(made, [address, "method/", "old/", "old/things/"], list(pages))  # type: ignore[arg-type]
    pages[str(page.path)] = page
    assert target(pages, str(page.path)) == leads_to


def test_every_old_address_leads_to_a_page_of_today(ruritania: Path, tmp_path: Path) -> None:
    """No chains: also with what was recorded of an actor before it was renamed twice."""
    content = tmp_path / "content"
    shutil.copytree(ruritania, content)
    add_to_header(content / "articles/the-second-draft.md", "redirects: [the-first-draft]")
    record(content, "actors/a-example/2024/", "actors/a-example/", "articles/the-first-draft/", "timeline/1999/")
    pages = pages_of(content)
    old = [path for path, page in pages.items() if "moved_to" in page.front_matter]
    assert {"actors/a-example.md", "actors/a-example/2024.md", "articles/the-first-draft.md"} <= set(old)
    assert {path: target(pages, path) for path in old}["articles/the-first-draft.md"] == "articles/the-second-draft.md"


def test_the_files_of_what_has_moved_are_under_its_old_name_too(archive: Path) -> None:
    add_to_header(archive / "actors/ada-example.md", "redirects: [ada]")
    files = {
        "api/actors/ada-example.json": b"{}", "actors/ada-example/feed.xml": b"new", "actors/ada/feed.xml": b"old", "actors/ada-example.md": b"",
        "api/topics/ada-example.json": b"", "data/actors.csv": b"", "actors/ada-example-too/feed.xml": b"",
    }  # fmt: skip
    assert files_once_there(archive_of(archive), files) == {"api/actors/ada.json": b"{}"}


# --- the command -----------------------------------------------------------------------------------------------------------------------


def test_the_command_needs_a_site(archive: Path, explainer: Callable[..., Result]) -> None:
    done = explainer("addresses", "--content", archive, "--build-dir", archive.parent / "build")
    assert done.exit_code == 2
    assert "explainer build" in done.stderr


@pytest.mark.slow
def test_what_was_built_is_recorded_and_what_vanishes_is_told(
    archive: Path, explainer: Callable[..., Result], tmp_path: Path
) -> None:
    def run(*arguments: object) -> Result:
        return explainer(*arguments, "--content", archive, "--build-dir", tmp_path / "build")

    (archive / content_tree.ADDRESSES).unlink()
    (archive / "pages/method.md").unlink()  # a page that the site's own mkdocs.yml would have to name
    done = run("build")
    assert done.exit_code == 0, done.output
    assert run("addresses", "--check").exit_code == 0
    assert not (archive / content_tree.ADDRESSES).exists()
    listed = run("addresses", "--record").stdout.splitlines()
    recorded, problems = read_record("", content_tree.read_addresses(archive))
    assert problems == []
    assert listed == [f"+ {address}" for address in recorded.lines]
    assert {"about/", "articles/talks/", "timeline/2025/08/", "actors/ada-example/"} <= recorded.lines.keys()
    before = (archive / content_tree.ADDRESSES).read_bytes()
    assert run("addresses", "--record").stdout == ""
    assert (archive / content_tree.ADDRESSES).read_bytes() == before
    record(archive, *recorded.lines, "timeline/1999/")
    done = run("addresses", "--check")
    assert (done.exit_code, done.stdout) == (1, "- timeline/1999/\n")
    done = run("build")
    assert done.exit_code == 0, done.output
    assert run("addresses", "--check").exit_code == 0
    assert (tmp_path / "build/site/timeline/1999/index.html").is_file()


def test_the_samples_addresses_are_kept(project: Path) -> None:
    content, problems = loading.load(project / "content")
    assert content.recorded.lines
    assert [problem for problem in problems if problem.code.startswith("address")] == []
    assert content_tree.read_addresses(project / "content") == record_bytes(content.recorded.lines)


# --- what readers get ------------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.xdist_group("sites")
@pytest.mark.parametrize("publisher", ["mkdocs", "zensical"])
def test_an_old_page_leads_on_with_and_without_scripts(publisher: str, request: pytest.FixtureRequest) -> None:
    small = request.getfixturevalue("small")
    page = lxml.html.fromstring((getattr(small, publisher) / "actors/a-example/index.html").read_bytes())
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../ada-example/"]
    (canonical,) = page.xpath("//link[@rel='canonical']/@href")
    assert canonical.endswith("/ada-example/")
    assert "../ada-example/" in page.xpath("//article//a/@href")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
