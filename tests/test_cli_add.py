"""``explainer add`` and ``explainer new``, as a newcomer meets them: what is written, what is said, what is left alone."""

import hashlib
import http.server
import ipaddress
import os
import pty
import re
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import arrival
from generator.cli import command
from generator.intake.fetch import Network

CLIP = """Envoys leave Zenda without a paper

By Cora Muster
Published: 22 August 2025

The envoys of Ruritania and Borduria left the harbour town of Zenda on Thursday without a common paper, after two days of talks that both sides had called useful.

“We have not come to sign,” Ada Example said to reporters at the gate, and she added that the next meeting would be held in Strelsau in the first week of September.

Borduria’s delegation did not speak to the press. Its cars left by the northern road shortly before midnight, and the hotel turned off the lights.
"""
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys leave Zenda without a paper - Klow Courier</title>
<meta property="og:site_name" content="Klow Courier"><meta property="og:title" content="Envoys leave Zenda without a paper">
<meta property="article:published_time" content="2025-08-22T08:00:00Z"></head><body><article><h1>Envoys leave Zenda without a paper</h1>
<p>The envoys of Ruritania and Borduria left the harbour town of Zenda on Thursday without a common paper, after two days of talks that both sides had called useful.</p>
<p>“We have not come to sign,” Ada Example said to reporters at the gate, and she added that the next meeting would be held in Strelsau in September.</p>
<p>Borduria’s delegation did not speak to the press. Its cars left by the northern road shortly before midnight, and the hotel turned off the lights.</p>
</article></body></html>
"""


@pytest.fixture
def add(content: Path, tmp_path: Path) -> Callable[..., Result]:
    """``add("--slug", "x", text="...", name="clip.txt")``: a clip in a file of that name, or piped in for ``-``."""

    def run(*options: object, text: str | bytes = CLIP, name: str = "clip.txt") -> Result:
        data = text.encode() if isinstance(text, str) else text
        source = name
        if name != "-":
            (tmp_path / name).write_bytes(data)
            source = str(tmp_path / name)
        arguments = ["add", source, "--content", str(content), *map(str, options)]
        return CliRunner().invoke(command, arguments, input=data if name == "-" else None)

    return run


@pytest.fixture
def new(content: Path) -> Callable[..., Result]:
    return lambda *arguments: CliRunner().invoke(command, ["new", *arguments, "--content", str(content)])


def tree(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def written(content: Path, result: Result) -> Path:
    found = re.search(r"^Wrote (\S+)$", result.stdout, re.MULTILINE)
    assert result.exit_code == 0, result.output
    assert found, result.output
    return content / "articles" / Path(found[1]).name


def problems(content: Path, path: Path) -> str:
    return CliRunner().invoke(command, ["check", "--content", str(content), str(path)]).stdout


def test_a_clip_with_everything_passes_the_check_at_once(content: Path, add: Callable[..., Result]) -> None:
    before = tree(content)
    result = add("--outlet", "the-gazette", "--url", "https://gazette.example/zenda?utm_source=x")
    path = written(content, result)
    text = path.read_text("utf-8")
    assert path.name == "envoys-leave-zenda-without-a-paper.txt"
    for line in (
        'title: "Envoys leave Zenda without a paper"',
        "date: 2025-08-22",
        'authors: ["Cora Muster"]',
        "outlet: the-gazette",
        '  source: "clip.txt"',
        f"  sha256: {hashlib.sha256(CLIP.encode()).hexdigest()}",
    ):
        assert f"\n{line}\n" in text
    assert re.search(r"\n  retrieved: \d{4}-\d\d-\d\d\n", text)
    assert problems(content, path) == ""
    assert f"check {path.as_posix()}" in result.stdout
    assert {name: data for name, data in tree(content).items() if name in before} == before


@pytest.mark.parametrize(
    "data",
    [
        CLIP.encode(),
        CLIP.replace("\n", "\r\n").encode(),
        CLIP.rstrip().encode(),
        b"\n\n  " + CLIP.encode() + b"\xc2\xa0 \t\n\n",
        b"---\nA rule opens it.\n\n" + CLIP.encode(),
    ],
)
def test_the_original_stands_below_the_header_byte_by_byte(
    content: Path, add: Callable[..., Result], data: bytes
) -> None:
    whole = written(content, add("--title", "A title", "--date", "2025-08-22", text=data)).read_bytes()
    assert whole.startswith(b"---\n")
    assert whole.endswith(b"\n---\n" + data)
    assert hashlib.sha256(data).hexdigest().encode() in whole


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_become_utf_8(content: Path, add: Callable[..., Result], encoding: str) -> None:
    data = CLIP.encode(encoding)
    path = written(content, add(text=data))
    assert path.read_text("utf-8").endswith(f"\n---\n{CLIP}")
    assert hashlib.sha256(data).hexdigest() in path.read_text("utf-8")


def test_an_ambiguous_date_is_offered_twice_and_never_set(content: Path, add: Callable[..., Result]) -> None:
    result = add(text=CLIP.replace("22 August 2025", "04/09/2025"))
    path = written(content, result)
    text = path.read_text("utf-8")
    assert "\n# date: 2025-09-04\n" in text
    assert "\n# date: 2025-04-09\n" in text
    assert "\ndate:" not in text
    assert "2025-04-09" in result.stdout
    assert re.search(r":\d+: date-(ambiguous|missing)", problems(content, path))
    mended = path.read_text("utf-8").replace("# date: 2025-09-04", "date: 2025-09-04")
    path.write_text(mended, "utf-8")
    assert "date-" not in problems(content, path)


def test_what_is_missing_is_commented_and_right_once_completed(content: Path, add: Callable[..., Result]) -> None:
    body = CLIP.split("\n\n", 2)[2]
    result = add(text=body, name="notes.txt")
    path = written(content, result)
    text = path.read_text("utf-8")
    assert "\n# date: YYYY-MM-DD  # the day of publication\n" in text
    assert "date: missing" in result.stdout
    assert "date-missing" in problems(content, path)
    text = text.replace("# date: YYYY-MM-DD", "date: 2025-08-22")
    path.write_text(re.sub(r'^# title: "[^"]*"', 'title: "A title"', text, flags=re.MULTILINE), "utf-8")
    assert problems(content, path) == ""


def test_its_own_header_wins_and_stays(content: Path, add: Callable[..., Result]) -> None:
    own = "---\n# mine\ntitle:   Another title   # kept\noutlet: klow-courier\n---\n"
    result = add("--title", "A third", text=own + CLIP)
    text = written(content, result).read_text("utf-8")
    assert text.startswith("---\n# mine\ntitle:   Another title   # kept\noutlet: klow-courier\ndate: 2025-08-22\n")
    assert text.count("title:") == 1
    assert text.endswith(f"\n---\n{CLIP}")
    assert "another-title.txt" in result.stdout


@pytest.mark.parametrize("header", ["---\ntitle: A: b\n---\n", "---\ntitle: &a b\n---\n", "---\ntitle: A\n\nno end\n"])
def test_a_header_that_cannot_be_read_is_mended_first(content: Path, add: Callable[..., Result], header: str) -> None:
    before = tree(content)
    result = add(text=header + CLIP)
    assert result.exit_code == 1
    assert re.search(r"clip\.txt:\d+(:\d+)?: header-", result.stdout), result.output
    assert tree(content) == before


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "file-empty"),
        (b"%PDF-1.7\n1 0 obj", "a.txt", "file-binary"),
        (b"PK\x03\x04" + bytes(100), "a.docx", "file-binary"),
        (b"\x89PNG\r\n", "-", "file-binary"),
        (b"a " * 3_000_000, "-", "file-too-large"),
        (b"a " * 3_000_000, "a.txt", "file-too-large"),
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "a.html", "html-no-article"),
    ],
)
def test_what_is_no_article_is_said_and_not_written(
    content: Path, add: Callable[..., Result], data: bytes, name: str, code: str
) -> None:
    before = tree(content)
    result = add(text=data, name=name)
    assert result.exit_code == 1, result.output
    assert code in result.stdout
    assert "help: " in result.stdout
    assert tree(content) == before


def test_a_saved_page_finds_its_outlet(content: Path, add: Callable[..., Result]) -> None:
    path = written(content, add(text=PAGE, name="saved page.htm"))
    text = path.read_text("utf-8")
    assert path.suffix == ".html"
    assert "\noutlet: klow-courier\n" in text
    assert "\ndate: 2025-08-22\n" in text
    assert text.endswith(f"\n---\n{PAGE}")
    assert problems(content, path) == ""


def test_an_unknown_outlet_is_named_and_its_command_given(content: Path, add: Callable[..., Result]) -> None:
    result = add(text=PAGE.replace("Klow Courier", "Zenda's $(Post)"), name="a.html")
    text = written(content, result).read_text("utf-8")
    assert "\n# outlet: the-gazette  # who published it first\n# The clip says “Zenda's $(Post)”" in text
    assert """new outlet 'Zenda'"'"'s $(Post)' --rights excerpt""" in result.stdout


@pytest.mark.parametrize(
    ("text", "suffix"), [(CLIP, ".txt"), (PAGE, ".html"), (f"---\nlanguage: en\n---\n# A day\n\n{CLIP}", ".md")]
)
def test_what_is_pasted_shows_its_kind(content: Path, add: Callable[..., Result], text: str, suffix: str) -> None:
    path = written(content, add(text=text, name="-"))
    assert path.suffix == suffix
    assert 'source: "standard input"' in path.read_text("utf-8")


def test_nothing_is_overwritten(content: Path, add: Callable[..., Result]) -> None:
    names = [written(content, add("--anyway")).name for _ in range(3)]
    stem = "envoys-leave-zenda-without-a-paper"
    assert names == [f"{stem}.txt", f"{stem}-2.txt", f"{stem}-3.txt"]
    before = tree(content)
    assert add("--anyway", "--slug", stem).exit_code == 2
    assert add("--anyway", "--slug", "../outside").exit_code == 2
    assert add("--anyway", "--slug", "Not A Slug").exit_code == 2
    assert tree(content) == before


def test_a_slug_that_redirects_is_taken(content: Path, add: Callable[..., Result]) -> None:
    (content / "articles" / "other.md").write_text(
        "---\ntitle: A\ndate: 2025-01-01\nredirects: [zenda]\n---\nA text.\n", "utf-8"
    )
    assert add("--slug", "zenda").exit_code == 2
    assert written(content, add("--slug", "zenda-talks")).name == "zenda-talks.txt"


def test_the_same_article_is_named_before_anything_is_written(content: Path, add: Callable[..., Result]) -> None:
    first = written(content, add())
    before = tree(content)
    longer = (
        CLIP.replace("Published", "Updated")
        + "\nA paragraph more, with which another paper has ended its copy of the same report.\n"
    )
    for text in (CLIP, longer):
        result = add(text=text, name="other.txt")
        assert result.exit_code == 1
        assert f"content/articles/{first.name}: " in result.stdout
        assert "--anyway" in result.stdout
    assert tree(content) == before
    assert add("--anyway", text=longer, name="other.txt").exit_code == 0


def test_a_dry_run_writes_nothing(content: Path, add: Callable[..., Result]) -> None:
    before = tree(content)
    result = add("--dry-run")
    assert result.exit_code == 0
    assert "\ndate: 2025-08-22\n" in result.stdout
    assert "Would write" in result.stdout
    assert tree(content) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--date", "22 August"], "YYYY-MM-DD"),
        (["--url", "gazette"], "https://"),
        (["--outlet", "the-gazete"], "Did you mean the-gazette?"),
    ],
)
def test_options_that_cannot_be_right(content: Path, add: Callable[..., Result], options: list[str], said: str) -> None:
    before = tree(content)
    result = add(*options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert tree(content) == before


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "file:///etc/passwd", "http://2130706433/"]
)
def test_addresses_inside_are_refused(content: Path, address: str) -> None:
    before = tree(content)
    result = CliRunner().invoke(command, ["add", address, "--content", str(content)])
    assert result.exit_code == 2
    assert "help: " in result.stderr
    assert tree(content) == before


@pytest.fixture
def served() -> Iterator[str]:
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE.replace("Klow Courier", "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
    yield f"http://courier.example:{server.server_port}/zenda?utm_campaign=x"
    server.shutdown()
    server.server_close()


def test_a_web_page_arrives(content: Path, served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the door, with a network in which only the invented host is allowed; the outlet is known by its host."""
    loopback = ipaddress.ip_address("127.0.0.1")
    network = Network(resolve=lambda *_: ["127.0.0.1"], allowed=lambda address: address == loopback, seconds=5)
    take = arrival.take
    monkeypatch.setattr(arrival, "take", lambda source, stdin: take(source, stdin, network))
    home = content / "outlets" / "klow-courier.md"
    home.write_text(
        re.sub(r"^url: .*$", "url: http://courier.example/", home.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    result = CliRunner().invoke(command, ["add", served, "--content", str(content)])
    text = written(content, result).read_text("utf-8")
    assert f'\nurl: "{served.partition("?")[0]}"\n' in text
    assert "\noutlet: klow-courier\n" in text
    assert f'\n  source: "{served}"\n' in text
    again = CliRunner().invoke(command, ["add", served.partition("?")[0] + "/", "--content", str(content)])
    assert again.exit_code == 1
    assert "the very same file" in again.stdout or "the same address" in again.stdout


def talk(arguments: list[str], answers: list[bytes], folder: Path) -> tuple[str, int]:
    """The command at a terminal of its own: each answer is typed when it asks (a line that ends with a colon)."""
    main, side = pty.openpty()
    done = subprocess.Popen(
        [str(Path(sys.executable).parent / "explainer"), *arguments],
        stdin=side, stdout=side, stderr=side, cwd=folder, close_fds=True,
    )  # fmt: skip
    os.close(side)
    shown, waiting, until = b"", list(answers), time.monotonic() + 60
    while time.monotonic() < until:
        ready, _, _ = select.select([main], [], [], 0.2)
        if ready:
            try:
                part = os.read(main, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        elif done.poll() is not None:
            break
        if waiting and shown.rstrip(b" ").endswith(b":") and not ready:
            os.write(main, waiting.pop(0) + b"\n")
            shown += b"\n"
    os.close(main)
    return shown.decode(), done.wait(timeout=10)


def test_a_person_is_asked_for_what_is_missing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(CLIP.replace("Published: 22 August 2025\n", ""), "utf-8")
    shown, status = talk(["add", "notes.txt"], [b"22 August", b"2025-08-22"], tmp_path)
    assert status == 0, shown
    assert "date (the day of publication; Enter to skip)" in shown
    assert "is not a date" in shown
    text = (content / "articles" / "envoys-leave-zenda-without-a-paper.txt").read_text("utf-8")
    assert "\ndate: 2025-08-22\n" in text
    assert "# date" not in text


def test_a_person_may_skip(content: Path, tmp_path: Path) -> None:
    shown, status = talk(["new", "actor", "Cora Muster"], [b""], tmp_path)
    assert status == 0, shown
    assert "kind (person, state, organisation or group; Enter to skip)" in shown
    assert "\n# kind: " in (content / "actors" / "cora-muster.md").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("actor", "Cora Muster", "--kind", "person"),
        ("topic", "Fog at sea"),
        ("topic", "Night of fog", "--date", "2025-08-01"),
        ("outlet", "Zenda Post", "--url", "https://post.example", "--rights", "link"),
        ("article", "What the fog hides"),
        ("article", "What the fog hides", "--date", "2025-08-01", "--rights", "excerpt"),
    ],
)
def test_a_new_file_passes_the_check(content: Path, new: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    result = new(*arguments)
    assert result.exit_code == 0, result.output
    path = content / f"{arguments[0]}s" / f"{re.sub(' ', '-', arguments[1].lower())}.md"
    assert path.is_file()
    assert f"check {path.as_posix()}" in result.stdout
    assert problems(content, path) == ""


def test_what_a_new_file_lacks_is_said(content: Path, new: Callable[..., Result]) -> None:
    result = new("outlet", "Zenda Post")
    assert "url, rights" in result.stdout
    assert problems(content, content / "outlets" / "zenda-post.md").count("header-missing") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("actor", "Ada Example", "--kind", "person"),
        ("actor", "ada-example"),
        ("outlet", "the gazette"),
        ("topic", "Strelsau talks"),
        ("article", "The second draft"),
        ("outlet", "Post", "--kind", "person"),
        ("topic", "Fog", "--rights", "full"),
        ("topic", "Fog", "--date", "today"),
        ("topic", "???"),
        ("ship", "Fog"),
    ],
)
def test_what_is_there_or_cannot_be_is_refused(
    content: Path, new: Callable[..., Result], arguments: tuple[str, ...]
) -> None:
    before = tree(content)
    result = new(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert tree(content) == before


def test_a_person_may_leave_out_kind_and_name(content: Path, tmp_path: Path) -> None:
    shown, status = talk(["new"], [b"actor", b"Cora Muster", b"person"], tmp_path)
    assert status == 0, shown
    assert problems(content, content / "actors" / "cora-muster.md") == ""


@pytest.mark.parametrize(
    ("arguments", "usage"), [((), "explainer new actor NAME"), (("topic",), "explainer new topic NAME")]
)
def test_a_script_that_leaves_out_kind_or_name_is_told(
    content: Path, new: Callable[..., Result], arguments: tuple[str, ...], usage: str
) -> None:
    before = tree(content)
    result = new(*arguments)
    assert result.exit_code == 2
    assert usage in result.stderr
    assert tree(content) == before


def test_a_new_file_names_the_schema_of_its_header_once_the_site_has_an_address(
    content: Path, new: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    (content.parent / "mkdocs.yml").write_text("site_name: News\nsite_url: https://example.org/news/\n", "utf-8")
    monkeypatch.chdir(content.parent)
    assert new("actor", "Cora Muster", "--kind", "person").exit_code == 0
    path = content / "actors" / "cora-muster.md"
    assert path.read_text("utf-8").startswith(
        "---\n# yaml-language-server: $schema=https://example.org/news/schema/v1/actor.json\nname:"
    )
    assert problems(content, path) == ""
