"""The web editor's settings, the snippets of VS Code and its problem matcher say what the table of fields says."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.editor import ICONS, RELATIONS, VERSION, editor_files, editor_settings, not_held, snippets
from generator.reading.fields import TABLES, read_fields, slug, slug_list
from generator.reading.header import read_header
from generator.schemas import CHOICES

PROJECT = Path(__file__).resolve().parent.parent
VS_CODE = PROJECT / ".vscode"
SCHEMA = PROJECT / ".venv" / "share" / "sveltia-cms" / "schema" / "sveltia-cms.json"
COLLECTIONS: dict[str, Any] = {one["name"]: one for one in editor_settings("example/archive")["collections"]}  # type: ignore[attr-defined]


def test_each_folder_is_a_collection_with_the_fields_of_its_table_and_a_body() -> None:
    """In its order: the editor writes them so."""
    assert list(COLLECTIONS) == list(TABLES)
    for folder, table in TABLES.items():
        collection = COLLECTIONS[folder]
        assert collection["folder"] == f"content/{folder}"
        assert [field["name"] for field in collection["fields"]] == [*(field.name for field in table), "body"]
        required = [field["name"] for field in collection["fields"] if field["required"] and field["name"] != "body"]
        assert required == [field.name for field in table if field.required]
        assert collection["delete"] is False, "an address stays"


@pytest.mark.parametrize("folder", TABLES)
def test_choices_and_relations_are_those_of_the_archive(folder: str) -> None:
    for field, settings in zip(TABLES[folder], COLLECTIONS[folder]["fields"], strict=False):
        if field.name in CHOICES:
            assert settings["options"] == [str(option) for option in CHOICES[field.name]]
        if field.read is slug or (field.read is slug_list and field.name != "redirects"):
            assert settings["widget"] == "relation", field.name
            assert settings["collection"] == RELATIONS[field.name]
            assert settings["value_field"] == "{{slug}}"
            assert settings["multiple"] is (field.read is slug_list)


def test_what_the_editor_writes_of_texts_is_read() -> None:
    """It puts every text in quotes and leaves out what is empty; days, words of a choice and slugs in quotes are read too."""
    lines = '---\ntitle: "no"\ndate: "2025-08-22"\nrights: "excerpt"\noutlet: "the-gazette"\nactors:\n  add:\n    - "ada-example"\nautolink: false\n---\n'
    header, problems = read_header("a.md", lines)
    _, found = read_fields("a.md", header, TABLES["articles"])
    assert [*problems, *found] == []


@pytest.mark.skipif(not SCHEMA.is_file(), reason="no schema of Sveltia CMS here: see .ci/test")
def test_the_editor_knows_its_settings() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    settings = yaml.safe_load(editor_files("example/archive", "An archive")["config.yml"])
    jsonschema.Draft7Validator(schema).validate(settings)
    assert list(jsonschema.Draft7Validator(schema).iter_errors({"backend": {"name": "github"}})), (
        "or it would take anything"
    )


def test_what_a_form_cannot_hold_is_left_to_the_files(
    content: Path, tmp_path: Path, explainer: Callable[..., Any]
) -> None:
    """The editor saves a file without what its form cannot hold, and keeps what is in no form."""
    (content / "articles" / "a.md").write_text(
        "---\ntitle: A\ndate: 2024-05-01\nactors: [ada-example]\ntopics: {add: []}\n---\n\nText.\n", "utf-8"
    )
    done = explainer("editor", tmp_path / "editor", "--content", content)
    assert done.exit_code == 0, done.output
    settings = yaml.safe_load((tmp_path / "editor" / "config.yml").read_text("utf-8"))
    names = {one["name"]: [field["name"] for field in one["fields"]] for one in settings["collections"]}
    assert "actors" not in names["articles"]
    assert "topics" in names["articles"]
    assert "terms" not in names["topics"], "a term of the small tree has a weight"
    assert "actors of content/articles" in done.stdout


@pytest.mark.parametrize(
    ("folder", "lines", "left_out"),
    [
        ("topics", "terms: [a, b]", []),
        ("topics", "terms: [a, {b: 1}]", ["terms"]),
        ("topics", "terms: {b: 1}", ["terms"]),
        ("topics", "terms: x", []),
        ("articles", "actors: {drop: [a]}", []),
        ("articles", "topics: []", ["topics"]),
        ("pictures", "actors: []", []),
        ("articles", "actors: [", []),
    ],
)
def test_which_values_a_form_cannot_hold(folder: str, lines: str, left_out: list[str]) -> None:
    assert list(not_held(folder, f"---\n{lines}\n---\n")) == left_out


def test_the_page_of_the_editor_names_no_other_host_than_github() -> None:
    page = editor_files("example/archive", 'A <b>"name"</b>')["index.html"].decode()
    assert "A &lt;b>&quot;name&quot;&lt;/b>" in page
    hosts = {re.sub(r"^https://", "", host) for host in re.findall(r"https?://[a-z.]+", page)}
    assert hosts == {"api.github.com", "avatars.githubusercontent.com", "www.githubstatus.com"}
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == ["config.yml", "sveltia-cms.js"]


def test_the_command_writes_the_folder_and_says_what_to_do(tmp_path: Path, explainer: Callable[..., Any]) -> None:
    done = explainer("editor", tmp_path / "editor", "--repo", "ruritania/archive")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "editor").iterdir()) == ["README.md", "config.yml", "index.html"]
    settings = yaml.safe_load((tmp_path / "editor" / "config.yml").read_text("utf-8"))
    assert settings["backend"]["repo"] == "ruritania/archive"
    assert settings["publish_mode"] == "editorial_workflow"
    assert "README.md" in done.output
    guide = (tmp_path / "editor" / "README.md").read_text("utf-8")
    assert f"@sveltia/cms@{VERSION}" in guide
    assert f"outlined@{ICONS}" in guide
    ((script),) = re.findall(r"^```sh\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert subprocess.run(["bash", "-n"], input=script, encoding="utf-8", timeout=20, check=False).returncode == 0


# --- VS Code -----------------------------------------------------------------------------------------------------------------------


def test_the_snippets_are_those_of_the_table(request: pytest.FixtureRequest) -> None:
    """``pytest tests/test_editor.py --bless`` writes them anew."""
    path = VS_CODE / "markdown.code-snippets"
    made = json.dumps(snippets(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--bless"):
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made, "run: .venv/bin/python -m pytest tests/test_editor.py --bless"


@pytest.mark.parametrize("folder", TABLES)
def test_a_snippet_left_as_it_is_is_a_header_that_is_read(folder: str) -> None:
    (snippet,) = [one for one in snippets().values() if one["description"].endswith(f"/{folder}")]  # type: ignore[index]
    text = "\n".join(snippet["body"])  # type: ignore[index]
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text))
    for name, value in (("YEAR", "2025"), ("MONTH", "08"), ("DATE", "22")):
        text = text.replace("${CURRENT_%s}" % name, value)  # noqa: UP031
    header, problems = read_header("a.md", text)
    _, found = read_fields("a.md", header, TABLES[folder])
    assert [*problems, *found] == []


def test_the_files_of_vs_code_are_json() -> None:
    for path in VS_CODE.iterdir():
        assert json.loads(path.read_text("utf-8")), path.name


def test_vs_code_finds_each_problem_that_check_prints(content: Path, explainer: Callable[..., Any]) -> None:
    (content / "articles" / "a.md").write_text(
        "---\ntitle: Talks\ndate: 2025-02-30\noutlet: nobody\n---\n\nText.\n", "utf-8"
    )
    tasks = json.loads((VS_CODE / "tasks.json").read_text("utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    printed = explainer("check", "--content", content).stdout
    found = [match for line in printed.splitlines() if (match := re.match(pattern["regexp"], line))]
    counted = re.search(r"^(\d+) errors?, (\d+) warning", printed, re.MULTILINE)
    assert counted
    assert len(found) == int(counted[1]) + int(counted[2]) >= 2
    assert {match[pattern["file"]] for match in found} >= {"content/articles/a.md"}
    assert {match[pattern["severity"]] for match in found} <= {"error", "warning"}
    assert "3" in {match[pattern["line"]] for match in found}


# --- before a commit ----------------------------------------------------------------------------------------------------------------


def test_the_hook_checks_what_differs(content: Path) -> None:
    """Its entry is run as pre-commit runs it: in the repository, without file names."""
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["id"] == offered["id"]
    assert hook["entry"].removeprefix(".venv/bin/") == offered["entry"]
    assert not hook["pass_filenames"]
    assert re.match(hook["files"], "content/articles/a.md")
    folder = content.parent
    program, *arguments = hook["entry"].split()
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / program).symlink_to(PROJECT / program)
    named = ("-c", "user.name=Ada Example", "-c", "user.email=ada@example.org")
    for step in (
        ("init", "-q", "-b", "main"),
        ("add", "content"),
        ("commit", "-q", "-m", "All"),
        ("switch", "-q", "-c", "mine"),
    ):
        subprocess.run(["git", *named, *step], cwd=folder, check=True, capture_output=True, timeout=60)

    def status() -> int:
        return subprocess.run(
            [program, *arguments], cwd=folder, capture_output=True, timeout=60, check=False
        ).returncode

    assert shutil.which("git")
    assert status() == 0
    (content / "articles" / "a.md").write_text("---\ntitle: Talks\ndate: 2025-02-30\n---\n\nText.\n", "utf-8")
    assert status() == 1
