"""The threat model names modules and tests that are there, and says of each promise which test holds it."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
MODEL = PROJECT / ".github" / "THREAT_MODEL.md"
SECURITY = PROJECT / ".github" / "SECURITY.md"
PROMISE = re.compile(r"^\| (?!what holds|---)(.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def promises() -> list[tuple[str, str, str]]:
    return PROMISE.findall(MODEL.read_text("utf-8"))


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize(("what", "where", "tests"), promises(), ids=[what[:40] for what, _, _ in promises()])
def test_each_promise_names_what_holds_it_and_its_test(what: str, where: str, tests: str) -> None:
    assert named(where), what
    assert named(tests), what
    assert [path for path in named(where) if not (PROJECT / path).exists()] == []
    assert [
        path
        for path in named(tests)
        if not (PROJECT / path).is_file() or "def test_" not in (PROJECT / path).read_text("utf-8")
    ] == []


def test_everybody_is_in_it() -> None:
    text = MODEL.read_text("utf-8")
    assert len(promises()) >= 20
    for who in ("A reader", "A contributor", "An outlet", "A dependency", "A person who may write", "CI"):
        assert f"### {who}" in text
    assert "## What is out of scope" in text


def test_it_is_said_how_to_report() -> None:
    text = SECURITY.read_text("utf-8")
    assert "## Report a weakness" in text
    assert "THREAT_MODEL.md" in text


def test_the_audit_by_hand_is_that_of_the_workflow() -> None:
    (command,) = re.findall(r"^pipx run pip-audit.+$", SECURITY.read_text("utf-8"), re.MULTILINE)
    assert command in (PROJECT / ".github" / "workflows" / "audit.yml").read_text("utf-8")
