"""What README, CONTRIBUTING and the contribute page tell people to type is what works."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from generator.cli import command
from generator.reading.fields import ACTOR_FIELDS, ARTICLE_FIELDS, OUTLET_FIELDS, PAGE_FIELDS, TOPIC_FIELDS, Field

PROJECT = Path(__file__).resolve().parent.parent
README, CONTRIBUTING = PROJECT / "README.md", PROJECT / "CONTRIBUTING.md"
CONTRIBUTE = PROJECT / "content" / "pages" / "contribute.md"
DOCUMENTS = (README, CONTRIBUTING, CONTRIBUTE)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def section(text: str, heading: str) -> str:
    """What stands below a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading `## {heading}`"
    return found[1]


@pytest.mark.parametrize("heading", ["Run it", "Test it"])
def test_the_readme_has_one_command_for_it(heading: str) -> None:
    """One fenced block below the heading, with one command on one line, in a shell that people have."""
    blocks = FENCE.findall(section(README.read_text("utf-8"), heading))
    assert len(blocks) == 1
    ((language, code),) = blocks
    assert language in ("sh", "bash", "shell")
    assert len(code.strip().splitlines()) == 1
    assert not code.startswith("$")
    shlex.split(code)


def test_ci_runs_the_commands_of_the_readme() -> None:
    """The same words stand in .ci/run, or it reads them from below both headings."""
    script = (PROJECT / ".ci" / "run").read_text("utf-8")
    for heading in ("Run it", "Test it"):
        ((_, code),) = FENCE.findall(section(README.read_text("utf-8"), heading))
        assert code.strip() in script or ("README.md" in script and heading in script)
        for name in re.findall(r"(?<=bash )\.ci/\w+", code):
            assert (PROJECT / name).is_file()


def test_the_first_command_leaves_the_explainer_and_a_site() -> None:
    text = section(README.read_text("utf-8"), "Run it")
    ((_, code),) = FENCE.findall(text)
    assert code.strip().endswith(".venv/bin/explainer build")
    assert "build/site" in text
    assert "explainer serve" in text
    assert not re.search(r"\b(?:uv|make|npm|docker)\b", code)


def command_lines(text: str) -> Iterator[str]:
    """Each `explainer ...` that a document gives to type: in code spans, and on lines of shell blocks."""
    blocks = FENCE.findall(text)
    for language, code in blocks:
        if language in ("sh", "bash", "shell", "console"):
            for part in re.split(r"\n|&&|;|\|", code):
                if found := re.match(r"\s*(?:\$ )?(?:\S*/)?explainer( .*|$)", part):
                    yield f"explainer{found[1]}".strip()
    for code in re.findall(r"`([^`\n]+)`", FENCE.sub("", text)):
        if found := re.match(r"(?:\S*/)?explainer( .*)", code):
            yield f"explainer{found[1]}"


def refused(line: str) -> str:
    """Why the real command would not take a line of a document; empty if it would.  Capital words stand for anything."""
    arguments = shlex.split(line)[1:]
    name = arguments[0] if arguments else ""
    if name.startswith("-") or name.isupper():
        return "" if name in ("--help", "-h", "--version") or name.isupper() else f"no such option: {name}"
    found = command.commands.get(name)
    if found is None:
        return f"no such command: {name}"
    try:
        arguments = [
            "check" if part == "COMMAND" else part.strip("[]") for part in arguments[1:] if part not in ("...", "…")
        ]
        if not {"--help", "-h"} & set(arguments):
            found.make_context(name, arguments)
    except click.ClickException as error:
        return error.format_message()
    return ""


ALL_LINES = [(path.name, line) for path in DOCUMENTS for line in sorted(set(command_lines(path.read_text("utf-8"))))]


@pytest.mark.parametrize(("document", "line"), ALL_LINES, ids=[f"{name}: {line}" for name, line in ALL_LINES])
def test_every_command_line_is_taken(document: str, line: str) -> None:
    assert refused(line) == ""


def test_a_command_line_that_is_none_is_seen() -> None:
    text = "Type `.venv/bin/explainer build --fast`, or:\n\n```sh\ncd here && explainer publish FILE\n$ explainer convert\n```\n\nSee `explainer check FILE`.\n"
    lines = list(command_lines(text))
    assert lines == ["explainer publish FILE", "explainer convert", "explainer build --fast", "explainer check FILE"]
    assert [bool(refused(line)) for line in lines] == [True, True, True, False]


def test_the_readme_names_every_command_somewhere() -> None:
    """What the command can do is said in one of the documents."""
    said = " ".join(line for _, line in ALL_LINES)
    assert [name for name in command.commands if f"explainer {name}" not in said] == []


HEADERS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    ("articles", ARTICLE_FIELDS),
    ("actors", ACTOR_FIELDS),
    ("topics", TOPIC_FIELDS),
    ("outlets", OUTLET_FIELDS),
    ("pages", PAGE_FIELDS),
)


@pytest.mark.parametrize(("folder", "fields"), HEADERS, ids=[folder for folder, _ in HEADERS])
def test_contributing_names_every_header_field(folder: str, fields: tuple[Field, ...]) -> None:
    """The table has exactly the fields that are read, those that are required before the semicolon."""
    (row,) = re.findall(rf"^\| `content/{folder}` \|[^|]*\|([^|]*)\|$", CONTRIBUTING.read_text("utf-8"), re.MULTILINE)
    required, _, others = row.partition(";")
    assert set(re.findall(r"`(\w+)`", required)) == {field.name for field in fields if field.required} or not others
    assert set(re.findall(r"`(\w+)`", row)) == {field.name for field in fields}


HEADER_EXAMPLES = [
    code
    for language, code in FENCE.findall(CONTRIBUTE.read_text("utf-8"))
    if language == "yaml" and code.startswith("---")
]


@pytest.mark.parametrize("example", HEADER_EXAMPLES, ids=range(len(HEADER_EXAMPLES)))
def test_the_headers_to_copy_are_right(example: str, tmp_path: Path, explainer: Callable[..., object]) -> None:
    """A header as the contribute page shows it is taken with the project's own registry, but for what the text must state."""
    article = tmp_path / "an-article.md"
    article.write_text(example + "\nA text of an article.\n", "utf-8")
    result = explainer("convert", "--json", "--content", PROJECT / "content", article)
    assert result.exit_code == 0, result.output
    assert not re.search(r'"code": "header-[a-z]+"', result.stdout), result.stdout


def test_the_problem_on_the_contribute_page_is_a_real_one(content: Path, explainer: Callable[..., object]) -> None:
    """The command prints the example word for word for the file that it is about."""
    ((_, example),) = [block for block in FENCE.findall(CONTRIBUTE.read_text("utf-8")) if block[0] == "text"]
    found = re.match(r"content/articles/(\S+\.md):3:", example)
    assert found
    (content / "articles" / found[1]).write_text(
        "---\ntitle: A meeting in spring\ndate: 2025-02-30\n---\n\nA text.\n", "utf-8"
    )
    printed = explainer("check", "--content", content).stdout
    assert example.strip() in printed, printed
