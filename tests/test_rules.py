"""The table of rules holds every code that the source yields and no other; the documents list what the table has."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator
from generator.problems import Severity
from generator.rules import RULES

PACKAGE = Path(generator.__file__).parent
CONTRIBUTING = PACKAGE.parent / "CONTRIBUTING.md"
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (error|warning) \| (.+) \|$", re.MULTILINE)


def code_arguments(tree: ast.Module) -> Iterator[ast.expr]:
    """Every argument for a parameter ``code``: of Problem, and of the functions of a module that take one."""
    takes = {
        node.name: [argument.arg for argument in node.args.args].index("code")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and "code" in [argument.arg for argument in node.args.args]
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        yield from (keyword.value for keyword in call.keywords if keyword.arg == "code" and name)
        if name in takes and len(call.args) > takes[name]:
            yield call.args[takes[name]]


def yielded() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "rules" or path.name == "cli.py":
            continue
        source = path.read_text("utf-8")
        if "import" not in source or "Problem" not in source:
            continue
        tree = ast.parse(source)
        tables = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for value in code_arguments(tree):
            if isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name):  # a code out of a table
                table = tables[value.value.id]
                assert isinstance(table, ast.Dict)
                yield from (str(part.value) for part in table.values if isinstance(part, ast.Constant))
            elif isinstance(value, ast.Constant):
                yield str(value.value)
            else:
                assert isinstance(value, ast.Name | ast.Attribute), (
                    f"{path}: a code must be written out: {ast.dump(value)}"
                )


def test_every_code_that_the_source_yields_is_in_the_table_and_no_other() -> None:
    assert sorted(set(yielded())) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_explains_itself(code: str) -> None:
    rule = RULES[code]
    assert rule.code == code
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code)
    assert not rule.what.endswith(".")
    assert all((rule.why, rule.wrong, rule.right))
    assert len(rule.help.splitlines()) >= 6
    assert rule.wrong != rule.right
    assert rule.severity in Severity


def test_contributing_lists_the_table() -> None:
    """To renew the list: .venv/bin/python -c "from generator.rules import table; print(table())"."""
    listed = ROW.findall(CONTRIBUTING.read_text("utf-8"))
    assert listed == [(rule.code, str(rule.severity), rule.what) for rule in RULES.values()]
