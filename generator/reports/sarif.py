"""Problems as SARIF 2.1.0, which editors and GitHub's code scanning read (docs.oasis-open.org/sarif/sarif/v2.1.0)."""

import hashlib
from collections.abc import Sequence
from urllib.parse import quote

from generator.problems import Paste, PasteKind, Problem
from generator.rules import RULES, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(problems: Sequence[Problem], version: str) -> dict[str, object]:
    """One run of the check: all rules with their explanation, and the problems as results."""
    index = {code: number for number, code in enumerate(RULES)}
    driver = {"name": "explainer", "version": version, "rules": [_rule(rule) for rule in RULES.values()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ARCHIVE": {"description": {"text": "The folder above the content folder."}}},
        "results": [_result(problem, index) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.code.split("-")),
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(problem: Problem, index: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": index[problem.code],
        "level": str(problem.severity),
        "message": {"text": f"{problem.message}\n{problem.advice}"},
        "locations": [{"physicalLocation": {"artifactLocation": _file(problem.path), "region": _region(problem)}}],
        "partialFingerprints": {"explainer/v1": fingerprint(problem)},
    }
    if problem.paste and problem.paste.kind is PasteKind.LINES:
        result["fixes"] = [_fix(problem.paste)]
    return result


def _file(path: str) -> dict[str, object]:
    return {"uri": quote(path), "uriBaseId": "ARCHIVE"}


def _region(problem: Problem) -> dict[str, object]:
    region: dict[str, object] = {"startLine": problem.line}
    if problem.column:
        region["startColumn"] = problem.column
        if problem.end:
            region["endColumn"] = problem.end
    return region


def _fix(paste: Paste) -> dict[str, object]:
    """Whole lines out, whole lines in."""
    after = max(paste.last + 1, paste.first)
    deleted = {"startLine": paste.first, "startColumn": 1, "endLine": after, "endColumn": 1}
    replacement: dict[str, object] = {"deletedRegion": deleted}
    if paste.text:
        replacement["insertedContent"] = {"text": paste.text}
    return {
        "description": {"text": paste.instruction},
        "artifactChanges": [{"artifactLocation": _file(paste.path), "replacements": [replacement]}],
    }


def fingerprint(problem: Problem) -> str:
    """The same for the same mistake, wherever the lines above move it."""
    parts = (problem.code, problem.path, problem.field, problem.value or problem.source.strip() or problem.message)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
