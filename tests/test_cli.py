"""The command, as a person meets it: what it prints, its exit status, and what it leaves alone when something is wrong."""

import json
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Explainer = Callable[..., Result]

ARTICLE = (
    "---\ntitle: A day in Zenda\ndate: 2024-05-15\n{more}---\n\nAda Example went to Zenda for a day and came back.\n"
)
PLACE = re.compile(r"^content/[\w./-]+:\d+(:\d+)?: [a-z][a-z-]+ \S", re.MULTILINE)


def write(content: Path, name: str, text: str | bytes) -> None:
    (content / name).write_bytes(text.encode() if isinstance(text, str) else text)


def spoil_yaml(content: Path) -> None:
    write(content, "articles/a-day.md", "---\ntitle: A day: in Zenda\ndate: 2024-05-15\n---\n\nA text.\n")


def name_an_unknown_actor(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="actors: [ada-exampel]\n"))


def name_an_unknown_topic(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="topics: {add: [fishin]}\n"))


def name_an_unknown_outlet(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="outlet: the-gazete\n"))


def give_two_files_one_slug(content: Path) -> None:
    write(content, "articles/the-second-draft.txt", ARTICLE.format(more=""))


def empty_an_article(content: Path) -> None:
    write(content, "articles/a-day.md", "")


def empty_an_actor(content: Path) -> None:
    write(content, "actors/nobody.md", "")


def leave_out_the_title(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="").replace("title: A day in Zenda\n", ""))


def leave_out_the_date(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="").replace("date: 2024-05-15\n", ""))


def write_a_day_that_is_none(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="").replace("2024-05-15", "2024-02-30"))


def misspell_a_field(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="sumary: Short.\n"))


def leave_out_an_actors_kind(content: Path) -> None:
    write(content, "actors/ada-example.md", "---\nname: Ada Example\n---\n\nA text.\n")


def link_to_nothing(content: Path) -> None:
    write(content, "articles/a-day.md", ARTICLE.format(more="") + "\nSee [more](../actors/nobody.md).\n")


def make_a_topic_its_own_parent(content: Path) -> None:
    write(content, "topics/fishing.md", "---\nname: Fishing\nterms: [fishers]\nparent: fishing\n---\n\nA text.\n")


def put_a_file_astray(content: Path) -> None:
    write(content, "articles/a-day.docx", b"PK\x03\x04")


def write_bytes_that_are_no_text(content: Path) -> None:
    write(content, "articles/a-day.md", bytes(range(256)) * 8)


# what is done to the content, where the problem is, its code, a word of its help
FAILURES: tuple[tuple[Callable[[Path], None], str, str, str], ...] = (
    (spoil_yaml, "content/articles/a-day.md:2", "header-broken", "quotes"),
    (name_an_unknown_actor, "content/articles/a-day.md:4", "actor-unknown", "Did you mean `ada-example`?"),
    (name_an_unknown_topic, "content/articles/a-day.md:4", "topic-unknown", "Did you mean `fishing`?"),
    (name_an_unknown_outlet, "content/articles/a-day.md:4", "outlet-unknown", "Did you mean `the-gazette`?"),
    (give_two_files_one_slug, "content/articles/the-second-draft.txt:1", "slug-twice", "Rename one"),
    (empty_an_article, "content/articles/a-day.md:1", "", ""),
    (empty_an_actor, "content/actors/nobody.md:1", "", ""),
    (leave_out_the_title, "content/articles/a-day.md:1", "title-missing", "title:"),
    (leave_out_the_date, "content/articles/a-day.md:1", "date-missing", "date: YYYY-MM-DD"),
    (write_a_day_that_is_none, "content/articles/a-day.md:3", "header-value", "YYYY-MM-DD"),
    (misspell_a_field, "content/articles/a-day.md:4", "header-unknown", "Did you mean `summary`?"),
    (leave_out_an_actors_kind, "content/actors/ada-example.md:1", "header-missing", "kind:"),
    (link_to_nothing, "content/articles/a-day.md:8", "link-dead", "../actors/ada-example.md"),
    (make_a_topic_its_own_parent, "content/topics/fishing.md:4", "topic-cycle", "parent"),
    (put_a_file_astray, "content/articles/a-day.docx:1", "file-stray", ".md"),
    (write_bytes_that_are_no_text, "content/articles/a-day.md:1", "", ""),
)
each_failure = pytest.mark.parametrize(
    ("spoil", "place", "code", "help"), FAILURES, ids=[spoil.__name__ for spoil, *_ in FAILURES]
)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the moment when it was written, but for what runs keep for themselves."""
    own = {".lock", "kept", ".site.beside"}
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and own.isdisjoint(p.parts)]
    return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in files}


@pytest.mark.parametrize("command", ["check", "build"])
@each_failure
def test_a_failure_is_clear(
    command: str,
    spoil: Callable[[Path], None],
    place: str,
    code: str,
    help: str,
    content: Path,
    tmp_path: Path,
    explainer: Explainer,
) -> None:
    """path:line, a code, a message, what to do; exit status 1; no traceback; nothing written; the last site is kept."""
    last = tmp_path / "build"
    for name in ("docs/index.md", "site/index.html"):
        (last / name).parent.mkdir(parents=True, exist_ok=True)
        write(last, name, "what was there before")
    before = snapshot(tmp_path / "build")
    spoil(content)
    written = snapshot(content)
    options = ["--content", content, *(["--build-dir", last] if command == "build" else [])]
    result = explainer(command, *options)
    assert result.exit_code == 1, result.output
    problem = next((part for part in result.stdout.split("\ncontent/") if place.removeprefix("content/") in part), "")
    assert problem, result.output
    assert PLACE.search(result.stdout)
    assert f" {code}" in problem
    assert re.search(r"^    help: \S", problem, re.MULTILINE)
    assert help in problem
    assert "Traceback" not in result.output
    assert "\n1 error" in result.stdout or "errors, " in result.stdout
    assert snapshot(tmp_path / "build") == before
    assert snapshot(content) == written


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "--content", "nowhere"), "there is no folder nowhere"),
        (("build", "--content", "nowhere", "--build-dir", "unmade"), "there is no folder nowhere"),
        (("convert", "--content", "nowhere", "some.txt"), "there is no folder nowhere"),
        (("convert", "nowhere.txt"), "there is no file nowhere.txt"),
        (("convert", "."), "is a folder"),
        (("convert",), "Missing argument"),
        (("check", "--format", "xml"), "xml"),
        (("chekc",), "No such command"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...],
    says: str,
    content: Path,
    explainer: Explainer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing folder or file, or a wrong option: one message that says so, exit status 2, no traceback."""
    monkeypatch.chdir(content.parent)
    result = explainer(*arguments)
    assert result.exit_code == 2, result.output
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert not (content.parent / "unmade").exists()


def test_all_problems_come_at_once_in_order(content: Path, explainer: Explainer) -> None:
    spoil_yaml(content)
    give_two_files_one_slug(content)
    make_a_topic_its_own_parent(content)
    places = [
        line.split(":")[0] for line in explainer("check", "--content", content).stdout.splitlines() if PLACE.match(line)
    ]
    assert {"content/articles/a-day.md", "content/articles/the-second-draft.txt", "content/topics/fishing.md"} <= set(
        places
    )
    assert places == sorted(places)


def test_check_of_good_content_says_nothing(ruritania: Path, explainer: Explainer) -> None:
    result = explainer("check", "--content", ruritania)
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_of_some_paths_shows_only_theirs(content: Path, explainer: Explainer) -> None:
    leave_out_the_date(content)
    put_a_file_astray(content)
    result = explainer("check", "--content", content, content / "articles" / "a-day.md")
    assert result.exit_code == 1
    assert "a-day.md:1" in result.stdout
    assert "a-day.docx" not in result.stdout
    good = explainer("check", "--content", content, content / "actors")
    assert (good.exit_code, good.stdout) == (0, "")


def test_check_as_json(content: Path, explainer: Explainer) -> None:
    """One object a line, with every part of the problem; nothing else on the output."""
    name_an_unknown_actor(content)
    leave_out_an_actors_kind(content)
    result = explainer("check", "--content", content, "--format", "json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert found
    for problem in found:
        assert set(problem) == {
            "path", "line", "column", "end_column", "severity", "code", "message", "help", "source", "paste",
        }  # fmt: skip
        assert problem["severity"] in {"error", "warning"}
        assert problem["line"] >= 1
    assert ("content/articles/a-day.md", 4, "actor-unknown") in {(p["path"], p["line"], p["code"]) for p in found}
    assert explainer("check", "--content", content.parent / "none", "--format", "json").stdout == ""


def test_check_for_github(content: Path, explainer: Explainer) -> None:
    """A workflow command a line; a line break in a message or help does not end it."""
    leave_out_the_date(content)
    result = explainer("check", "--content", content, "--format", "github")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    shape = r"::(error|warning) file=content/\S+,line=\d+(,col=\d+)?(,endColumn=\d+)?,title=[a-z-]+::\S"
    assert all(re.match(shape, line) for line in lines)
    assert any("file=content/articles/a-day.md,line=1,title=date-missing::" in line and "%0A" in line for line in lines)


def test_check_for_github_of_good_content_says_nothing(ruritania: Path, explainer: Explainer) -> None:
    result = explainer("check", "--content", ruritania, "--format", "github")
    assert (result.exit_code, result.stdout) == (0, "")


# --- convert --------------------------------------------------------------------------------------------------------------------

KEYS = [
    "source",
    "title",
    "date",
    "updated",
    "summary",
    "authors",
    "outlet",
    "url",
    "language",
    "body",
    "actors",
    "topics",
    "quotes",
    "dropped",
    "evidence",
    "problems",
]


def converted(explainer: Explainer, content: Path, *files: Path) -> list[dict[str, object]]:
    result = explainer("convert", "--json", "--content", content, *files)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_convert_as_json_has_the_agreed_keys(ruritania: Path, explainer: Explainer) -> None:
    """DESIGN.md section 6: an object a line for each file, in order, with these keys in this order."""
    files = sorted((ruritania / "articles").iterdir())
    records = converted(explainer, ruritania, *files)
    assert [record["source"] for record in records] == [str(file) for file in files]
    for record in records:
        assert list(record) == KEYS
        assert all(list(actor) == ["slug", "name", "kind", "mentions"] for actor in record["actors"])
        assert all(list(topic) == ["slug", "name", "score", "evidence"] for topic in record["topics"])
        assert all({"text", "speaker", "line", "start", "end"} <= set(quote) for quote in record["quotes"])
        assert all(list(part) == ["text", "line", "reason"] for part in record["dropped"])
        assert all({"line", "severity", "code", "message", "help"} <= set(p) for p in record["problems"])
        for name in ("title", "date"):
            assert name not in record["evidence"] or set(record["evidence"][name]) == {"line", "text", "how"}


def test_convert_says_where_everything_stands(ruritania: Path, explainer: Explainer) -> None:
    """Offsets are of characters in the file as decoded, lines from 1: cut there, the file gives the words again."""
    file = ruritania / "articles" / "why-the-strelsau-talks-stalled.md"
    text = file.read_text("utf-8")
    (record,) = converted(explainer, ruritania, file)
    assert {actor["slug"] for actor in record["actors"]} == {
        "ada-example",
        "bertram-sample",
        "borduria",
        "inland-waters-league",
        "ruritania",
    }
    mentions = [mention for actor in record["actors"] for mention in actor["mentions"] if mention["start"] is not None]
    assert mentions
    for mention in mentions:
        assert text[mention["start"] : mention["end"]] == mention["form"]
        assert text.count("\n", 0, mention["start"]) + 1 == mention["line"]
    quotes = [quote for quote in record["quotes"] if quote["start"] is not None]
    assert {(q["text"].strip(",."), q["speaker"]) for q in quotes} >= {
        ("We have agreed to stop, not to forget", "ada-example"),
        ("A truce without trade is a siege", "bertram-sample"),
    }
    for quote in quotes:
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_convert_leaves_unknown_what_a_clip_does_not_state(
    ruritania: Path, tmp_path: Path, explainer: Explainer
) -> None:
    clip = tmp_path / "clip.md"
    clip.write_text("Ada Example went to Zenda yesterday and came back.\n", "utf-8")
    (record,) = converted(explainer, ruritania, clip)
    assert {name: record[name] for name in ("title", "date", "updated", "outlet", "url", "language")} == dict.fromkeys(
        ("title", "date", "updated", "outlet", "url", "language")
    )
    assert {p["code"] for p in record["problems"]} >= {"title-missing", "date-missing"}


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"---\ntitle: [\n---\n", b"---\n"])
def test_convert_of_a_file_that_cannot_be_read(
    data: bytes, ruritania: Path, tmp_path: Path, explainer: Explainer
) -> None:
    """The object still has all its keys, and a problem says what is wrong."""
    for name in ("clip.md", "clip.txt", "clip.html"):
        (tmp_path / name).write_bytes(data)
        (record,) = converted(explainer, ruritania, tmp_path / name)
        assert set(record) == set(KEYS)
        assert record["problems"]


def test_convert_shows_the_page(ruritania: Path, explainer: Explainer) -> None:
    result = explainer("convert", "--content", ruritania, ruritania / "articles" / "fishers-block-the-harbour.txt")
    assert result.exit_code == 0
    assert "title: Fishers block the harbour of Zenda  # line" in result.stdout
    assert "\n# Fishers block the harbour of Zenda\n\nMore than forty boats" in result.stdout
    assert re.search(r"\nLeft out:\n    line \d+ \([a-z -]+\): ", result.stdout)


def test_convert_writes_nothing(content: Path, explainer: Explainer) -> None:
    before = snapshot(content.parent)
    converted(explainer, content, *(content / "articles").iterdir())
    assert snapshot(content.parent) == before


# --- build ----------------------------------------------------------------------------------------------------------------------


def test_build_then_a_failed_build_then_a_mended_one(content: Path, tmp_path: Path, explainer: Explainer) -> None:
    """A site is replaced by a whole new one or not at all, and says where it is."""
    options = ("--content", content, "--build-dir", tmp_path / "build")
    first = explainer("build", *options)
    assert first.exit_code == 0, first.output
    assert str(tmp_path / "build" / "site") in first.stdout
    site = tmp_path / "build" / "site"
    assert (site / "articles" / "why-the-strelsau-talks-stalled" / "index.html").is_file()
    assert (site / "search" / "manifest.json").is_file()
    before = snapshot(tmp_path / "build")
    name_an_unknown_actor(content)
    assert explainer("build", *options).exit_code == 1
    assert snapshot(tmp_path / "build") == before
    write(content, "articles/a-day.md", ARTICLE.format(more="actors: [ada-example]\n"))
    mended = explainer("build", *options)
    assert mended.exit_code == 0, mended.output
    assert (site / "articles" / "a-day" / "index.html").is_file()
    (content / "articles" / "a-day.md").unlink()
    gone = explainer("build", *options)
    assert gone.exit_code == 0, gone.output
    assert not (site / "articles" / "a-day").exists()
    assert [path.name for path in sorted((tmp_path / "build").iterdir())] == [
        ".lock",
        ".site.beside",
        "docs",
        "kept",
        "site",
    ]


def test_content_is_never_served_as_it_is(content: Path, tmp_path: Path, explainer: Explainer) -> None:
    """What lies in content/ reaches the site only through the generator."""
    result = explainer("build", "--content", content, "--build-dir", tmp_path / "build")
    assert result.exit_code == 0, result.output
    docs = tmp_path / "build" / "docs"
    made = {path.relative_to(docs) for path in docs.rglob("*") if path.is_file()}
    written = {".md", ".json", ".jsonl", ".csv", ".db", ".xml"}
    assert {path.suffix for path in made if path.parts[0] != "search"} - written == {".txt"}
    assert {path.name for path in made if path.suffix == ".txt"} == {"llms.txt", "robots.txt"}
    assert not list((tmp_path / "build" / "site").rglob("*.md"))


def test_a_folder_that_cannot_be_written_is_said(content: Path, tmp_path: Path, explainer: Explainer) -> None:
    (tmp_path / "build").write_text("a file where the folder should be", "utf-8")
    result = explainer("build", "--content", content, "--build-dir", tmp_path / "build")
    assert result.exit_code == 2, result.output
    assert "cannot be written" in result.stderr
    assert "Traceback" not in result.output


def test_rights_of_an_outlet_that_the_clip_itself_names(content: Path, tmp_path: Path, explainer: Explainer) -> None:
    """A saved page that names a registered outlet is under that outlet's rights, also where no header says so."""
    clip = content / "articles" / "a-count-of-the-bordurian-fleet.html"
    text = clip.read_text("utf-8")
    assert text.startswith("---\noutlet: klow-courier\n---\n")
    clip.write_text(text.removeprefix("---\noutlet: klow-courier\n---\n"), "utf-8")
    result = explainer("build", "--content", content, "--build-dir", tmp_path / "build")
    page = tmp_path / "build" / "docs" / "articles" / "a-count-of-the-bordurian-fleet.md"
    assert result.exit_code == 1 or "called the count an insult" not in page.read_text("utf-8")


# --- the program itself -----------------------------------------------------------------------------------------------------------


def test_the_program_is_installed(run: Callable[..., object], ruritania: Path, tmp_path: Path) -> None:
    """The same through the installed program, from another folder: `check`, `--help` and `--version`."""
    shutil.copytree(ruritania, tmp_path / "content")
    checked = run("explainer", "check", folder=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr
    help = run("explainer", "--help", folder=tmp_path)
    assert all(name in help.stdout for name in ("build", "check", "convert", "serve"))
    assert run("explainer", "--version", folder=tmp_path).returncode == 0


def test_serve_says_what_keeps_it_from_starting(run: Callable[..., object], content: Path) -> None:
    """Broken content, a missing folder, a port that is taken: what is wrong and an exit status, as with build."""
    nowhere = run("explainer", "serve", "--content", content / "nowhere")
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "there is no folder" in nowhere.stderr
    leave_out_the_date(content)
    broken = run("explainer", "serve", "--content", content)
    assert (broken.returncode, broken.stderr) == (1, "")
    assert "content/articles/a-day.md:1: date-missing" in broken.stdout


@pytest.mark.slow
def test_serve_says_that_its_port_is_taken(run: Callable[..., object], a_project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("explainer", "serve", "--port", port, folder=a_project)
    assert result.returncode == 2, result.stderr
    assert f"cannot start at port {port}" in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.stderr
