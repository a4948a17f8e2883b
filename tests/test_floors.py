"""The drawing of the floors in generator/__init__.py holds: imports only go down, and only the cellar touches files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
MAY_TOUCH_FILES = {
    "disk", "content_tree", "publish", "publish.pages", "preview.pages", "publish.site", "exchange", "growing", "locking", "kept", "data.database",
}  # fmt: skip
FILE_CALLS = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "touch", "unlink", "rename", "replace_file", "mkdir", "rmdir",
    "rmtree", "copytree", "copyfile", "copy2", "iterdir", "scandir", "listdir", "walk", "glob", "rglob", "NamedTemporaryFile",
    "mkdtemp", "mkstemp", "symlink_to", "makedirs", "urlopen",
}  # fmt: skip
# By name, any object's: what reads or writes a file, whoever offers it.  Those that other things have too:
NOT_FILES = {("ast", "walk"), ("os", "open")}  # (the module it is called on, its name)


def floors() -> dict[str, int]:
    """Each module or package of the drawing with how high its line is: a floor of two lines has a lower and an upper half."""
    lines = [
        found for line in (generator.__doc__ or "").splitlines() if (found := re.fullmatch(r"(\d)  ([\w ]+)", line))
    ]
    assert [int(found[1]) for found in lines] == sorted((int(found[1]) for found in lines), reverse=True)
    drawn: dict[str, int] = {}
    for height, found in enumerate(reversed(lines)):
        for name in found[2].split():
            assert name not in drawn, f"{name} is drawn twice"
            drawn[name] = height
    return drawn


def modules() -> Iterator[tuple[str, Path]]:
    """Every module's dotted name below the package, with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported(tree: ast.AST, module: str, *, is_package: bool = False) -> Iterator[tuple[int, str]]:
    """(line, top module of this package) for everything of this package that a module imports, inside functions too."""
    package = ["generator", *module.split(".")] if module else ["generator"]
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package[: len(package) - node.level + is_package]
                base = ".".join([*above, *([base] if base else [])])
            names = [f"{base}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "generator" and len(parts) > 1:
                yield node.lineno, parts[1]


def wrong_way(source: str, module: str, drawn: dict[str, int], *, is_package: bool = False) -> list[str]:
    """The imports of one module that do not go down."""
    own = module.partition(".")[0]
    return [
        f"line {line}: {own or 'generator'} imports {name}, which does not stand below it"
        for line, name in imported(ast.parse(source), module, is_package=is_package)
        if name != own and not drawn.get(name, 99) < drawn.get(own, -1)
    ]


def file_calls(source: str) -> list[str]:
    """The calls in one module that read, write or list files."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in FILE_CALLS:
            found.append(f"line {node.lineno}: {node.func.id}()")
        elif isinstance(node.func, ast.Attribute) and node.func.attr in FILE_CALLS:
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            if (owner, node.func.attr) not in NOT_FILES:
                found.append(f"line {node.lineno}: .{node.func.attr}()")
    return found


ALL = list(modules())


def test_every_module_is_drawn_and_every_drawn_one_is_there() -> None:
    assert set(floors()) == {name.partition(".")[0] for name, _ in ALL if name}


@pytest.mark.parametrize(("name", "path"), ALL, ids=[name or "generator" for name, _ in ALL])
def test_imports_only_go_down(name: str, path: Path) -> None:
    assert wrong_way(path.read_text("utf-8"), name, floors(), is_package=path.name == "__init__.py") == []


@pytest.mark.parametrize(("name", "path"), ALL, ids=[name or "generator" for name, _ in ALL])
def test_only_the_disk_touches_files(name: str, path: Path) -> None:
    if name not in MAY_TOUCH_FILES:
        assert file_calls(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from generator import pipeline",
        "import generator.pipeline",
        "from generator.pipeline import load",
        "from .pipeline import load",
        "from . import pipeline",
        "def late():\n    from generator.cli import main",
        "from generator.reading.header import read_header\nimport generator.pages.article",
    ],
)
def test_an_import_that_goes_up_is_seen(source: str) -> None:
    assert wrong_way(source, "checks", floors())


def test_an_import_within_the_package_or_down_is_not() -> None:
    assert not wrong_way("from . import dates\nfrom .dates import x", "reading.article", floors())
    assert not wrong_way("from .dates import x", "reading", floors(), is_package=True)
    assert not wrong_way("from generator.model import Article\nimport os", "reading.article", floors())
    assert wrong_way("from .. import pages", "reading.article", floors())


@pytest.mark.parametrize(
    "source",
    ["open('a')", "Path('a').read_text()", "import io\nio.open('a')", "shutil.rmtree('a')", "urlopen('http://a')"],
)
def test_touching_a_file_is_seen(source: str) -> None:
    assert file_calls(source)
