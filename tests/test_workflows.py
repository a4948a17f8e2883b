"""The files below .github: audited, valid, harmless to proposals from strangers; and each step of them does what it says.

Steps run as GitHub runs them (``bash --noprofile --norc -eo pipefail``) in a clone made for the test, with fakes of what only
GitHub has: ``gh`` is a program that notes its arguments and gives the answers that a test wrote down.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parent.parent
GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
ACTIONLINT = PROJECT / ".venv" / "share" / "actionlint"
PROGRAMS = Path(sys.executable).parent
HOSTILE = "\"; touch owned; $(touch owned) `touch owned` ' | ${{ github.token }}"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def read(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    if True in found:  # YAML 1.1 reads the key `on` so
        found["on"] = found.pop(True)
    return found


def steps(workflow: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each step with the name of its job."""
    for name, job in workflow["jobs"].items():
        for step in job["steps"]:
            yield name, step


ALL_STEPS = [(path, job, step) for path in WORKFLOWS for job, step in steps(read(path))]
SCRIPTS = [(path.name, step["name"], step["run"]) for path, _, step in ALL_STEPS if "run" in step]


# --- what they are -----------------------------------------------------------------------------------------------------------------


def audited(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(PROGRAMS / "zizmor"), "--offline", "--no-config", "--no-progress", "--color=never", "--render-links=never", "--persona=auditor", "--strict-collection", str(folder)],
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_the_strictest_audit_finds_nothing() -> None:
    done = audited(GITHUB)
    assert done.returncode == 0, done.stdout


def test_the_audit_sees_what_is_dangerous(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - uses: actions/checkout@v7\n      - run: echo ${{ github.event.pull_request.title }}\n",
        "utf-8",
    )
    done = audited(tmp_path)
    assert done.returncode != 0
    assert {"template-injection", "dangerous-triggers", "unpinned-uses"} <= set(
        re.findall(r"\[([a-z-]+)\]:", done.stdout)
    )


def test_every_exception_of_the_audit_has_its_reason() -> None:
    exceptions = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "zizmor:" in line]
    assert exceptions
    for line in exceptions:
        assert re.search(r"# zizmor: ignore\[[a-z-]+\] \w.{20,}", line), line


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_the_files_are_what_github_reads(schema: str, paths: Sequence[Path], run: Run) -> None:
    assert paths
    done = run("check-jsonschema", "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout


# As a file: in `node -e` the program would find a file system where it expects none.
_LINT = """
const lint = require(process.argv[2]);
const { readFileSync } = require("node:fs");
(async () => {
  for (const path of process.argv.slice(3)) {
    for (const found of await lint.runLint(readFileSync(path, "utf8"), path)) {
      if (found.message) console.log(`${path}:${found.line}: ${found.kind}: ${found.message}`);
    }
  }
  process.exit(0);
})();
"""


def linted(folder: Path, *paths: Path) -> str:
    """What actionlint says of workflows."""
    script = folder / "lint.cjs"
    script.write_text(_LINT, "utf-8")
    done = subprocess.run(
        ["node", str(script), str(ACTIONLINT / "build" / "run-lint.js"), *map(str, paths)],
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not (ACTIONLINT.is_dir() and shutil.which("node")), reason="no actionlint here: see .ci/test")
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.nothing }}\n",
        "utf-8",
    )
    assert "nothing" in linted(tmp_path, bad)
    assert linted(tmp_path, *WORKFLOWS) == ""


def test_every_action_is_pinned_by_its_commit_with_its_version() -> None:
    """And each by one commit: two pins of one action drift apart."""
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line:
                found = re.fullmatch(r"\s*(?:- )?uses: ([\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", line)
                assert found, f"{path.name}: {line}"
                pins.setdefault(found[1], set()).add(f"{found[2]} {found[3]}")
    assert {action: len(found) for action, found in pins.items()} == dict.fromkeys(pins, 1)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_bounds(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    assert workflow["defaults"]["run"]["shell"] == "bash"
    assert "secrets." not in path.read_text("utf-8")
    assert "pull_request_target" not in workflow["on"]
    for job in workflow["jobs"].values():
        assert 0 < job["timeout-minutes"] <= 20
        assert "permissions" in job
    for _, step in steps(workflow):
        assert "${{" not in step.get("run", ""), "what a stranger wrote reaches a shell as a variable, or not at all"
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_may_write_runs_nothing_of_a_proposal(path: Path) -> None:
    """A job that a stranger's proposal starts may only read; one that may write installs nothing, and checks out the main branch at most."""
    workflow = read(path)
    for name, job in workflow["jobs"].items():
        writes = [right for right, level in job["permissions"].items() if level == "write"]
        if "pull_request" in workflow["on"]:
            assert writes == [], name
        if writes:
            for step in job["steps"]:
                assert ".venv" not in step.get("run", ""), name
                if str(step.get("uses", "")).startswith("actions/checkout@"):
                    assert step["with"]["ref"] == "${{ github.event.repository.default_branch }}"


def test_only_a_maintainer_makes_an_issue_a_proposal() -> None:
    """The label that starts the workflow is given by none of the forms: whoever opens an issue would give it."""
    condition = read(GITHUB / "workflows" / "issue-article.yml")["jobs"]["read"]["if"]
    (label,) = re.findall(r"label\.name == '([^']+)'", condition)
    for path in FORMS:
        assert label not in read(path).get("labels", [])


@pytest.mark.parametrize(("workflow", "name", "script"), SCRIPTS, ids=[f"{path} {name}" for path, name, _ in SCRIPTS])
def test_every_script_is_bash(workflow: str, name: str, script: str) -> None:
    done = subprocess.run(["bash", "-n"], input=script, capture_output=True, encoding="utf-8", timeout=20, check=False)
    assert done.returncode == 0, done.stderr


# --- what they do ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """A machine as GitHub gives it: a clone, a folder of fake programs that come first, what the fakes were called with."""

    clone: Path
    programs: Path
    calls: Path
    answers: Path

    def step(
        self, workflow: str, name: str, values: Mapping[str, str] | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """Run a step by its name, with ``values`` for the expressions of its `env:`."""
        (found,) = [step for path, _, step in ALL_STEPS if path.name == workflow and step.get("name") == name]
        given = {key: filled(str(value), values or {}) for key, value in found.get("env", {}).items()}
        script = self.programs / "step.sh"
        script.write_text(found["run"], "utf-8")
        plain = {key: os.environ[key] for key in ("HOME", "LANG", "TMPDIR") if key in os.environ}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.clone,
            env=plain | {"PATH": f"{self.programs}:{os.environ['PATH']}", "CALLS": str(self.calls), "ANSWERS": str(self.answers), "NO_MKDOCS_2_WARNING": "1"} | given | environment,
            capture_output=True, encoding="utf-8", timeout=180, check=False,
        )  # fmt: skip

    def fake(self, name: str, answers: Mapping[str, str] | None = None, folder: Path | None = None) -> None:
        """A program that notes its arguments, and prints the answer whose key stands in them."""
        program = (folder or self.programs) / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!{sys.executable}\n{_FAKE}", "utf-8")
        program.chmod(0o755)
        self.answers.write_text(json.dumps(answers or {}), "utf-8")

    def called(self) -> list[list[str]]:
        """The arguments of each call, the program's name first."""
        lines = self.calls.read_text("utf-8").splitlines() if self.calls.exists() else []
        return [json.loads(line) for line in lines]


_FAKE = """
import json, os, pathlib, sys
name, arguments = pathlib.Path(sys.argv[0]).name, sys.argv[1:]
noted = [name, *arguments]
for before, after in zip(arguments, arguments[1:]):  # files are noted with what is in them
    path = after.partition("=@")[2] or after
    if before in ("--input", "--body-file", "--field") and pathlib.Path(path).is_file():
        noted.append(pathlib.Path(path).read_text("utf-8"))
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    calls.write(json.dumps(noted) + "\\n")
for key, answer in json.loads(pathlib.Path(os.environ["ANSWERS"]).read_text("utf-8")).items():
    if key in " ".join(arguments):
        print(answer)
        break
"""


def filled(expression: str, values: Mapping[str, str]) -> str:
    """A value of `env:` with its expressions replaced; one that the test does not give is a mistake of the test's."""
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: values[found[1]], expression)


def git(folder: Path, *arguments: str) -> None:
    named = ("-c", "user.name=Ada Example", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def runner(tmp_path: Path, ruritania: Path) -> Runner:
    """A clone of a small archive whose main branch has a remote, with the commands of this environment installed."""
    clone = tmp_path / "clone"
    shutil.copytree(ruritania, clone / "content")
    for name in ("theme", ".github"):
        shutil.copytree(PROJECT / name, clone / name)
    for name in ("mkdocs.yml", ".gitignore", "requirements.lock", "requirements-test.lock"):
        shutil.copy(PROJECT / name, clone)
    (clone / ".venv" / "bin").mkdir(parents=True)
    for name in ("explainer", "zensical"):
        (clone / ".venv" / "bin" / name).symlink_to(PROGRAMS / name)
    git(clone, "init", "--quiet", "--initial-branch=main")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--message=The archive")
    git(clone, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(clone, "switch", "--quiet", "--create", "proposal")
    programs = tmp_path / "programs"
    programs.mkdir()
    return Runner(clone=clone, programs=programs, calls=tmp_path / "calls", answers=tmp_path / "answers")


needs_jq = pytest.mark.skipif(shutil.which("jq") is None, reason="no jq here")
EXECUTED = {
    "audit.yml": {"Ask"},
    "comment.yml": {"Write the comment", "Put it on the proposal, in place of the last one"},
    "deploy.yml": {
        "Install, by the lock file", "Use nothing that somebody else built", "Check", "Build", "List its addresses", "Add those that are new to the record",
    },
    "issue-article.yml": {"Install, by the lock file", "Take the article out of the issue", "Add it", "Make the branch and the pull request"},
    "pull-request.yml": {"Use nothing that somebody else built", "Install, by the lock file", "Check", "Note the problems for the comment", "Publish by Zensical", "Publish by MkDocs, to be read from the disk"},
}  # fmt: skip


def test_every_step_is_run_by_a_test() -> None:
    found: dict[str, set[str]] = {}
    for workflow, name, _ in SCRIPTS:
        found.setdefault(workflow, set()).add(name)
    assert found == EXECUTED


@pytest.mark.parametrize("workflow", ["pull-request.yml", "deploy.yml", "issue-article.yml"])
def test_it_installs_by_a_lock_file_with_hashes(workflow: str, runner: Runner) -> None:
    runner.fake("python3")
    runner.fake("pip", folder=runner.clone / ".venv" / "bin")
    done = runner.step(workflow, "Install, by the lock file")
    assert done.returncode == 0, done.stderr
    venv, locked, own = runner.called()
    assert venv == ["python3", "-m", "venv", ".venv"]
    assert "--require-hashes" in locked
    assert "--hash=sha256:" in (runner.clone / locked[-1]).read_text("utf-8")
    assert "--no-deps" in own


def test_the_audit_asks_about_all_that_is_locked(runner: Runner) -> None:
    runner.fake("pipx")
    assert runner.step("audit.yml", "Ask").returncode == 0
    ((_, _, program, *arguments),) = runner.called()
    assert re.fullmatch(r"pip-audit==[\d.]+", program)
    assert (runner.clone / arguments[-1]).is_file()


WRONG = "---\ntitle: A meeting in spring\ndate: 2025-02-30\n---\n\nThey met in Strelsau, and said so.\n"
RIGHT = WRONG.replace("02-30", "03-30")


def proposed(runner: Runner, text: str) -> None:
    (runner.clone / "content" / "articles" / "a-meeting-in-spring.md").write_text(text, "utf-8")
    git(runner.clone, "add", ".")
    git(runner.clone, "commit", "--quiet", "--message=A meeting")


def test_a_proposal_with_a_mistake_fails_at_its_line_and_the_comment_says_so(runner: Runner) -> None:
    proposed(runner, WRONG)
    done = runner.step("pull-request.yml", "Check", GITHUB_BASE_REF="main")
    assert done.returncode == 1, done.stderr
    assert "::error file=content/articles/a-meeting-in-spring.md,line=3" in done.stdout
    values = {"github.event.pull_request.number": "7"}
    assert runner.step("pull-request.yml", "Note the problems for the comment", values).returncode == 0
    assert (runner.clone / "report" / "number").read_text("utf-8") == "7\n"
    written = comment_of(runner, "failure")
    assert written.startswith("<!-- explainer check -->\n**1 error** to mend")
    assert "content/articles/a-meeting-in-spring.md:3: header-value" in written


def comment_of(runner: Runner, conclusion: str) -> str:
    values = {
        "github.event.workflow_run.html_url": "https://github.com/example/archive/actions/runs/1",
        "github.event.workflow_run.conclusion": conclusion,
    }
    done = runner.step("comment.yml", "Write the comment", values)
    assert done.returncode == 0, done.stderr
    return (runner.clone / "comment.md").read_text("utf-8")


def test_a_proposal_without_mistakes_passes(runner: Runner) -> None:
    proposed(runner, RIGHT)
    done = runner.step("pull-request.yml", "Check")
    assert done.returncode == 0, done.stdout
    assert (
        runner.step(
            "pull-request.yml", "Note the problems for the comment", {"github.event.pull_request.number": "7"}
        ).returncode
        == 0
    )
    written = comment_of(runner, "success")
    assert "**Nothing to mend.** [The preview](https://github.com/example/archive/actions/runs/1#artifacts)" in written
    assert runner.step("deploy.yml", "Check").returncode == 0


@pytest.mark.slow
def test_both_publishers_make_the_proposal(runner: Runner) -> None:
    proposed(runner, RIGHT)
    for name in ("Publish by Zensical", "Publish by MkDocs, to be read from the disk"):
        done = runner.step("pull-request.yml", name)
        assert done.returncode == 0, done.stdout + done.stderr
        assert (runner.clone / "build" / "site" / "articles" / "a-meeting-in-spring" / "index.html").is_file()
    assert "index.html" in (runner.clone / "build" / "site" / "index.html").read_text("utf-8"), "links for the disk"
    done = runner.step("deploy.yml", "Build")
    assert done.returncode == 0, done.stdout + done.stderr
    done = runner.step("deploy.yml", "List its addresses")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\narticles/a-meeting-in-spring/\n" in (runner.clone / "content" / "addresses.txt").read_text("utf-8")


@pytest.mark.parametrize("workflow", ["pull-request.yml", "deploy.yml"])
@pytest.mark.parametrize(
    "path", ["build/kept/archive.sqlite", "build/kept/site", "build/site/index.html", "build/docs/a.md", "build"]
)
def test_nothing_that_somebody_else_built_is_used(workflow: str, path: str, runner: Runner) -> None:
    (runner.clone / "build" / "docs").mkdir(parents=True)
    (runner.clone / "build" / "docs" / ".gitignore").write_text("*\n!.gitignore\n", "utf-8")
    assert runner.step(workflow, "Use nothing that somebody else built").returncode == 0
    git(runner.clone, "add", "--force", "build/docs/.gitignore")
    assert runner.step(workflow, "Use nothing that somebody else built").returncode == 0
    if path == "build":  # a link in the folder's place
        shutil.rmtree(runner.clone / path)
        git(runner.clone, "rm", "--cached", "-r", "--quiet", "build")
        (runner.clone / path).symlink_to("content")
    else:
        (runner.clone / path).parent.mkdir(parents=True, exist_ok=True)
        (runner.clone / path).write_bytes(b"SQLite format 3\0")
    git(runner.clone, "add", "--force", path)
    done = runner.step(workflow, "Use nothing that somebody else built")
    assert done.returncode == 1
    assert "::error::" in done.stdout
    assert path in done.stdout.splitlines()


def test_it_is_looked_for_before_anything_is_built() -> None:
    for name in ("pull-request.yml", "deploy.yml"):
        order = [step.get("name") for path, _, step in ALL_STEPS if path.name == name]
        assert order.index("Use nothing that somebody else built") < order.index("Check")


# --- the record of addresses ---------------------------------------------------------------------------------------------------------

RECORD = "Add those that are new to the record"
ARCHIVE = {
    "github.event.repository.default_branch": "main",
    "github.token": "a-token",
    "github.repository": "example/archive",
    "github.run_id": "77",
}
_HOST = """
import base64, hashlib, json, os, pathlib, sys
folder = pathlib.Path(os.environ["HOST"])  # what the host has: a file for each branch, and how it answers
arguments = sys.argv[1:]
def refuse(words):
    print("gh: " + words, file=sys.stderr)
    sys.exit(1)
rules = json.loads((folder / "rules").read_text())
if arguments[:2] == ["pr", "create"]:
    if rules.get("no proposals"):
        refuse("GitHub Actions is not permitted to create or approve pull requests (HTTP 403)")
    (folder / "proposal").write_text(" ".join(arguments))
elif "/git/ref/" in arguments[1]:
    print("abc123")
elif arguments[-1].startswith("sha="):
    if rules.get("no branches"):
        refuse("Resource not accessible by integration (HTTP 403)")
    branch = next(each for each in arguments if each.startswith("ref=")).removeprefix("ref=refs/heads/")
    if (folder / "main").exists():
        (folder / branch).write_bytes((folder / "main").read_bytes())
elif "PUT" in arguments:
    sent = json.loads(pathlib.Path(arguments[-1]).read_text())
    file = folder / sent["branch"]
    meets = folder / "meets"
    if meets.exists():  # another run is faster
        (folder / "main").write_bytes(meets.read_bytes())
        meets.unlink()
    if sent["branch"] == "main" and rules.get("main"):
        refuse(rules["main"])
    data = file.read_bytes() if file.exists() else None
    blob = data is not None and hashlib.sha1(b"blob %d\\0" % len(data) + data).hexdigest()
    if (sent.get("sha") or False) != blob:
        refuse("content/addresses.txt does not match " + str(sent.get("sha")) + " (HTTP 409)")
    file.write_bytes(base64.b64decode(sent["content"]))
else:
    file = folder / arguments[-1].partition("?ref=")[2]
    if rules.get("broken"):
        refuse("Server Error (HTTP 502)")
    if not file.exists():
        refuse("Not Found (HTTP 404)")
    sys.stdout.buffer.write(file.read_bytes())
"""
HEAD = "# Every address that was ever published.\n"


def recording(runner: Runner, before: str | None, published: str, **rules: object) -> tuple[int, str, Path]:
    """The step at work beside a host that has ``before``: its status, its words, the host's folder."""
    host = runner.clone.parent / "host"
    host.mkdir()
    if before is not None:
        (host / "main").write_text(before, "utf-8")
    if "meets" in rules:
        (host / "meets").write_text(str(rules.pop("meets")), "utf-8")
    (host / "rules").write_text(json.dumps(rules), "utf-8")
    (runner.clone / "published").mkdir()
    (runner.clone / "published" / "addresses.txt").write_text(published, "utf-8")
    program = runner.programs / "gh"
    program.write_text(f"#!{sys.executable}\n{_HOST}", "utf-8")
    program.chmod(0o755)
    done = runner.step("deploy.yml", RECORD, ARCHIVE, HOST=str(host))
    return done.returncode, done.stdout + done.stderr, host


@needs_jq
@pytest.mark.parametrize("before", [None, f"{HEAD}about/\n", f"{HEAD}about/\narticles/old/\n"])
def test_new_addresses_are_added_to_the_record(runner: Runner, before: str | None) -> None:
    status, said, host = recording(runner, before, f"{HEAD}about/\narticles/talks/\n")
    assert status == 0, said
    lines = {*f"{HEAD}about/\narticles/talks/\n".splitlines(), *(before or "").splitlines()}
    assert (host / "main").read_text("utf-8") == "\n".join(sorted(lines)) + "\n", (
        "in the order in which the command has them"
    )
    assert not (host / "proposal").exists()


@needs_jq
def test_nothing_new_makes_no_commit(runner: Runner) -> None:
    status, said, host = recording(
        runner, f"{HEAD}about/\narticles/old/\n", f"{HEAD}about/\n", main="no commit is to be made"
    )
    assert (status, "has them all" in said) == (0, True)
    assert (host / "main").read_text("utf-8") == f"{HEAD}about/\narticles/old/\n"


@needs_jq
@pytest.mark.parametrize("before", [None, f"{HEAD}about/\n"])
def test_two_runs_that_meet_lose_none_of_each_others_addresses(runner: Runner, before: str | None) -> None:
    status, said, host = recording(runner, before, f"{HEAD}about/\nmine/\n", meets=f"{HEAD}about/\ntheirs/\n")
    assert status == 0, said
    assert (host / "main").read_text("utf-8") == f"{HEAD}about/\nmine/\ntheirs/\n"


PROTECTED = "Changes must be made through a pull request. (HTTP 409)"


@needs_jq
def test_where_the_branch_takes_proposals_alone_the_addresses_are_proposed(runner: Runner) -> None:
    status, said, host = recording(runner, f"{HEAD}about/\n", f"{HEAD}mine/\n", main=PROTECTED)
    assert status == 0, said
    assert "::warning::" in said
    assert (host / "main").read_text("utf-8") == f"{HEAD}about/\n"
    assert (host / "record-addresses-77").read_text("utf-8") == f"{HEAD}about/\nmine/\n"
    assert "--head record-addresses-77 --base main" in (host / "proposal").read_text("utf-8")


@needs_jq
@pytest.mark.parametrize("rules", [{"no proposals": True}, {"no branches": True}])
def test_without_the_right_to_write_it_fails_and_says_what_to_do(runner: Runner, rules: dict[str, bool]) -> None:
    status, said, _ = recording(
        runner, f"{HEAD}about/\n", f"{HEAD}mine/\n", main="Resource not accessible by integration (HTTP 403)", **rules
    )
    assert status == 1
    assert "::error::The site is published, but its new addresses are not recorded" in said
    assert "explainer addresses --record" in said
    assert "HTTP 403" in said


@needs_jq
def test_a_host_that_fails_is_no_empty_record(runner: Runner) -> None:
    status, said, host = recording(runner, f"{HEAD}about/\n", f"{HEAD}mine/\n", broken=True)
    assert status != 0
    assert "HTTP 502" in said
    assert (host / "main").read_text("utf-8") == f"{HEAD}about/\n"


def test_addresses_are_recorded_only_of_what_was_published() -> None:
    jobs = read(GITHUB / "workflows" / "deploy.yml")["jobs"]
    assert (jobs["record"]["needs"], jobs["deploy"]["needs"]) == ("deploy", "build")
    assert read(GITHUB / "workflows" / "deploy.yml")["on"]["push"] == {"branches": ["main"]}


# --- the comment -------------------------------------------------------------------------------------------------------------------


def reported(runner: Runner, *lines: object) -> None:
    (runner.clone / "report").mkdir()
    words = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    (runner.clone / "report" / "problems.jsonl").write_text("\n".join(words), "utf-8")
    (runner.clone / "report" / "number").write_text("7\n", "utf-8")


def test_nothing_of_a_report_comes_alive_in_a_comment(runner: Runner) -> None:
    message = "```\n\n@everyone look at [this](https://evil.example) <img src=x>\n" + HOSTILE
    reported(
        runner, {"severity": "error", "path": "`a`\n# b", "line": "3", "code": "x", "message": message, "help": "```"}
    )
    written = comment_of(runner, "failure")
    before, block, after = re.split(r"^```(?:text)?$", written, flags=re.MULTILINE)
    assert "evil" not in before + after
    assert "evil" in block
    assert len(block.strip().splitlines()) == 2
    assert not (runner.clone / "owned").exists()


def test_a_report_of_any_size_and_form_makes_a_comment(runner: Runner) -> None:
    problem = {
        "severity": "warning",
        "path": "content/articles/a.md",
        "line": 1,
        "code": "x",
        "message": "y" * 3_000,
        "help": "",
    }
    error = problem | {"severity": "error", "code": "worst"}
    reported(runner, "no JSON", "[" * 20_000, "7", "[]", {"severity": "error's"}, *([problem] * 200), error)
    written = comment_of(runner, "failure")
    assert len(written) < 65_536
    assert written.index("worst") < written.index(": x warning"), "the worst comes first"
    assert "171 more stand in [the log]" in written
    (runner.clone / "report" / "problems.jsonl").write_text("", "utf-8")
    assert "did not come to its end" in comment_of(runner, "failure")


PLACE = "Put it on the proposal, in place of the last one"
VALUES = {
    "github.token": "a-token",
    "github.event.workflow_run.head_sha": "abc123",
    "github.repository": "example/archive",
}


@pytest.mark.parametrize(
    ("last", "method", "address"),
    [("", "POST", "repos/example/archive/issues/7/comments"), ("41\n42", "PATCH", "repos/example/archive/issues/comments/42")],
)  # fmt: skip
def test_there_is_one_comment(runner: Runner, last: str, method: str, address: str) -> None:
    reported(runner)
    (runner.clone / "comment.md").write_text("Words.\n", "utf-8")
    runner.fake("gh", {"pulls/7 ": "abc123", "--paginate": last})
    done = runner.step("comment.yml", PLACE, VALUES)
    assert done.returncode == 0, done.stderr
    *_, written = runner.called()
    assert written[written.index("--method") + 1] == method
    assert address in written
    assert written[-1] == "Words.\n"


def test_a_report_on_another_proposal_is_not_believed(runner: Runner) -> None:
    reported(runner)
    (runner.clone / "comment.md").write_text("Words.\n", "utf-8")
    runner.fake("gh", {"pulls/7 ": "another"})
    done = runner.step("comment.yml", PLACE, VALUES)
    assert done.returncode == 0
    assert len(runner.called()) == 1, "it asked, and wrote nothing"


@pytest.mark.parametrize("number", [HOSTILE, "", "0", "../../x", "7 8", "12345678901", "-1"])
def test_a_number_that_is_none_is_refused(runner: Runner, number: str) -> None:
    reported(runner)
    (runner.clone / "report" / "number").write_text(number + "\n", "utf-8")
    runner.fake("gh")
    assert runner.step("comment.yml", PLACE, VALUES).returncode != 0
    assert runner.called() == []
    assert not (runner.clone / "owned").exists()


# --- an issue becomes a proposal -----------------------------------------------------------------------------------------------------


def issue(**answers: str) -> str:
    """An issue's text as GitHub makes it of the form's answers, in the form's order."""
    parts = []
    for field in read(GITHUB / "ISSUE_TEMPLATE" / "add-article.yml")["body"]:
        if "id" in field:
            answer = answers.get(field["id"], "")
            if answer and field["attributes"].get("render"):
                answer = f"```{field['attributes']['render']}\n{answer}\n```"
            parts.append(f"### {field['attributes']['label']}\n\n{answer or '_No response_'}")
    return "\n\n".join(parts)


def taken(runner: Runner, body: str) -> "subprocess.CompletedProcess[str]":
    event = runner.clone.parent / "event.json"
    event.write_text(json.dumps({"issue": {"number": 12, "body": body}}), "utf-8")
    return runner.step("issue-article.yml", "Take the article out of the issue", GITHUB_EVENT_PATH=str(event))


TEXT = "# Talks in Strelsau end early\n\nThe talks ended after an hour.\n\n### Date\n\nNobody knew why.\n"


def test_an_issue_becomes_a_file_of_the_archive(runner: Runner) -> None:
    body = issue(date="2025-08-22", url="", text=TEXT, address="https://example.org/talks").replace("\n", "\r\n")
    done = taken(runner, body)
    assert done.returncode == 0, done.stderr
    done = runner.step("issue-article.yml", "Add it")
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = (runner.clone / "proposal" / "file").iterdir()
    text = made.read_text("utf-8")
    assert made.stem == "talks-in-strelsau-end-early"
    assert "\ndate: 2025-08-22\n" in text
    assert "https://example.org/talks" in text
    assert "### Date\n\nNobody knew why." in text, "what the text holds is no answer of the form"
    assert "```" not in text
    assert "talks-in-strelsau-end-early" in (runner.clone / "proposal" / "said").read_text("utf-8")


def test_an_issue_with_an_address_alone_is_fetched(runner: Runner) -> None:
    assert taken(runner, issue(address="https://example.org/talks")).returncode == 0
    program = runner.clone / ".venv" / "bin" / "explainer"
    program.unlink()
    runner.fake("explainer", folder=program.parent)
    assert runner.step("issue-article.yml", "Add it").returncode != 0, (
        "the fake makes no file, and so nothing is proposed"
    )
    assert runner.called() == [["explainer", "add", "https://example.org/talks"]]


@pytest.mark.parametrize(
    "address", ["", HOSTILE, "javascript:alert(1)", "--debug", "/etc/passwd", "https://example.org/`touch owned`", "file:///etc/passwd"]
)  # fmt: skip
def test_an_issue_with_neither_text_nor_address_makes_nothing(runner: Runner, address: str) -> None:
    done = taken(runner, issue(address=address))
    assert done.returncode != 0
    assert "neither a text nor a web address" in done.stderr
    assert not (runner.clone / "clip" / "address").exists()
    assert not (runner.clone / "owned").exists()


def test_hostile_answers_stay_words(runner: Runner) -> None:
    done = taken(
        runner,
        issue(title=f"Talks {HOSTILE}", outlet="x\n---\nstatus: withdrawn", date="soon", text=f"{HOSTILE}\n\nText.\n"),
    )
    assert done.returncode == 0, done.stderr
    found, _, text = (runner.clone / "clip" / "text").read_text("utf-8").removeprefix("---\n").partition("---\n")
    assert yaml.safe_load(found) == {"title": f"Talks {HOSTILE}", "outlet": "x --- status: withdrawn", "date": "soon"}
    assert HOSTILE in text
    runner.step("issue-article.yml", "Add it")
    assert not list(runner.clone.rglob("owned"))


def test_the_form_and_its_reader_use_the_same_headings(runner: Runner) -> None:
    labels = [
        field["attributes"]["label"]
        for field in read(GITHUB / "ISSUE_TEMPLATE" / "add-article.yml")["body"]
        if "id" in field
    ]
    script = (GITHUB / "scripts" / "article_of_issue.py").read_text("utf-8")
    found = re.search(r"^FIELDS = (\{.*\})$", script, re.MULTILINE)
    assert found
    assert labels == [*json.loads(found[1]), "Text"]


PROPOSE = "Make the branch and the pull request"
ISSUE = {
    "github.event.issue.user.login": "ada-example",
    "github.event.repository.default_branch": "main",
    "github.token": "a-token",
    "github.event.issue.number": "12",
    "github.repository": "example/archive",
}


def made(runner: Runner, name: str, data: bytes = b"Words.\n", said: str = "Wrote it.\n\x07::error::x\n") -> None:
    folder = runner.clone / "proposal" / "file"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    (folder.parent / "said").write_text(said, "utf-8")
    runner.fake("gh", {"git/ref/heads/main": "abc123"})


@needs_jq
def test_a_file_becomes_a_pull_request(runner: Runner) -> None:
    data = "Wörter “here”.\n".encode()
    made(runner, "talks.md", data)
    done = runner.step("issue-article.yml", PROPOSE, ISSUE)
    assert done.returncode == 0, done.stderr
    _, branch, file, request = runner.called()
    assert "ref=refs/heads/article-from-issue-12" in branch
    assert "sha=abc123" in branch
    assert "repos/example/archive/contents/content/articles/talks.md" in file
    sent = json.loads(file[-1])
    assert base64.b64decode(sent["content"]) == data
    assert (sent["branch"], sent["message"]) == ("article-from-issue-12", "Add talks.md, from issue #12")
    assert request[1:3] == ["pr", "create"]
    assert request[-1].startswith("From issue #12, written by ada-example.\n\nCloses #12.\n")
    assert "\n    Wrote it.\n    ::error::x\n" in request[-1]


@needs_jq
@pytest.mark.parametrize(
    "name", ["Talks.md", "talks.py", ".md", "a b.md", "-rf.md", "talks.md\nx", "talks.md.sh", "$(touch owned).md"]
)
def test_a_file_by_another_name_is_refused(runner: Runner, name: str) -> None:
    made(runner, name)
    assert runner.step("issue-article.yml", PROPOSE, ISSUE).returncode != 0
    assert runner.called() == []


@needs_jq
def test_a_file_that_is_too_large_is_refused(runner: Runner) -> None:
    made(runner, "talks.md", b"x" * 1_000_001)
    assert runner.step("issue-article.yml", PROPOSE, ISSUE).returncode != 0
    assert runner.called() == []


# --- elsewhere than on GitHub ---------------------------------------------------------------------------------------------------------

GUIDE = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def block_below(heading: str, language: str) -> str:
    """The block of code below a heading of CONTRIBUTING.md."""
    part = GUIDE.split(f"\n### {heading}\n", 1)[1].split("\n### ", 1)[0]
    found = re.search(rf"^```{language}\n(.*?)^```", part, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_file_for_gitlab_is_what_gitlab_reads(tmp_path: Path, run: Run) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(block_below("Publish it with GitLab", "yaml"), "utf-8")
    done = run("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", path)
    assert done.returncode == 0, done.stdout


def test_the_check_for_gitlab_finds_a_mistake(runner: Runner) -> None:
    pipeline = yaml.safe_load(block_below("Publish it with GitLab", "yaml"))
    assert "requirements.lock" in pipeline["before_script"][1]
    fetch, check, build = pipeline["check"]["script"]
    assert build == ".venv/bin/explainer build --offline"
    git(runner.clone, "remote", "add", "origin", ".")
    for text, status in ((WRONG, 1), (RIGHT, 0)):
        proposed(runner, text)
        done = subprocess.run(
            ["bash", "-e", "-c", f"{fetch}\n{check}"],
            cwd=runner.clone, env=os.environ | {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"},
            capture_output=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr


@pytest.mark.parametrize("token", ["a-token", ""])
def test_gitlab_records_the_addresses_that_are_new(runner: Runner, token: str) -> None:
    job = yaml.safe_load(block_below("Publish it with GitLab", "yaml"))["record"]
    host = runner.clone.parent / "host.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", str(runner.clone), str(host)], check=True, timeout=60)
    git(runner.clone, "remote", "add", "origin", str(host))
    git(runner.clone, "config", f"url.{host}.insteadOf", "https://addresses:a-token@gitlab.example/example/archive.git")
    (runner.clone / "content" / "addresses.txt").write_text(f"{HEAD}mine/\n", "utf-8")
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(job["script"]).replace("--push-option=ci.skip", "")],
        cwd=runner.clone, capture_output=True, encoding="utf-8", timeout=60, check=False,
        env=os.environ | {"CI_DEFAULT_BRANCH": "main", "CI_PROJECT_DIR": str(runner.clone), "RECORD_TOKEN": token,
                          "CI_SERVER_HOST": "gitlab.example", "CI_PROJECT_PATH": "example/archive"},
    )  # fmt: skip
    shown = subprocess.run(
        ["git", "show", "main:content/addresses.txt"], cwd=host, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, f"{HEAD}mine/\n" in shown.stdout) == ((0, True) if token else (1, False)), done.stderr
    assert ("RECORD_TOKEN" in done.stdout) == (not token)


def test_a_server_publishes_only_what_was_checked_and_built(runner: Runner) -> None:
    script = block_below("Publish it on a server of your own", "sh")
    for name in ("git", "rsync"):
        runner.fake(name)
    program = runner.clone / ".venv" / "bin" / "explainer"
    program.unlink()
    runner.fake("explainer", folder=program.parent)
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=runner.clone, capture_output=True, timeout=60, check=False,
        env=os.environ | {"PATH": f"{runner.programs}:{os.environ['PATH']}", "CALLS": str(runner.calls), "ANSWERS": str(runner.answers)},
    )  # fmt: skip
    assert done.returncode == 0
    assert [call[:2] for call in runner.called()] == [
        ["git", "pull"],
        ["explainer", "check"],
        ["explainer", "build"],
        ["explainer", "addresses"],
        ["rsync", "--archive"],
    ]


def test_the_pictures_are_there_and_say_what_they_show() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\((\.github/pictures/[^)]+)\)", GUIDE)
    assert len(pictures) >= 4
    for words, path in pictures:
        assert len(words) > 20
        drawing = (PROJECT / path).read_text("utf-8")
        assert "<title" in drawing
        assert "<desc" in drawing
        assert "href" not in drawing
        assert "<script" not in drawing
    for path in FORMS:  # the names in the first picture are those of the forms
        assert read(path)["name"] in (GITHUB / "pictures" / "form-1-choose.svg").read_text("utf-8")
