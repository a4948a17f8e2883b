"""What the tests share: the command in this process and as a program, content trees to spoil, and sites built once.

``pytest --bless`` accepts what the golden tests find as what they expect from now on; read the difference before you commit it.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from click.testing import CliRunner, Result

from generator.cli import command
from generator.kept import Kept

PROJECT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent  # where `explainer`, `mkdocs`, `zensical` and `lychee` of this environment are
RURITANIA = PROJECT / "tests" / "golden" / "ruritania" / "content"
LIMIT = 180  # seconds that a program may take, so that a hanging one fails

# In CI the examples are the same in every run: what a change breaks is then its own doing.  Elsewhere they differ, to find more.
hypothesis.settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("ci")

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Explainer = Callable[..., Result]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A content tree as both publishers show it: the pages, and the two sites made of them."""

    docs: Path
    mkdocs: Path
    zensical: Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="Accept what the golden tests find as what they expect.")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def ruritania() -> Path:
    """The small invented content tree; copy it before changing anything."""
    return RURITANIA


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small content tree that a test may spoil."""
    copy = tmp_path / "content"
    shutil.copytree(RURITANIA, copy)
    return copy


@pytest.fixture(scope="session")
def explainer() -> Explainer:
    """The command in this process: ``explainer("check", "--content", folder)``; ``.stdout``, ``.stderr``, ``.exit_code``."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(command, [str(argument) for argument in arguments])

    return run


def program(
    name: str, *arguments: object, folder: Path = PROJECT, environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """A program of this environment, run to its end."""
    return subprocess.run(
        [str(PROGRAMS / name), *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | dict(environment or {}),
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
    )


@pytest.fixture(scope="session")
def run() -> Run:
    """``run("mkdocs", "build", folder=..., environment=...)``."""
    return program


def published_by_zensical(docs: Path, folder: Path) -> Path:
    """The same pages and the same mkdocs.yml under Zensical, in a folder of its own."""
    folder.mkdir(parents=True)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copytree(docs, folder / "build" / "docs")
    done = program("zensical", "build", "--clean", "--strict", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "site"


def published(content: Path, folder: Path) -> Site:
    """A content tree built by the command, and its pages by Zensical."""
    done = program("explainer", "build", "--content", content, "--build-dir", folder / "build")
    assert done.returncode == 0, done.stdout + done.stderr
    docs = folder / "build" / "docs"
    return Site(
        docs=docs,
        mkdocs=folder / "build" / "site",
        zensical=published_by_zensical(docs, folder / "zensical"),
    )


@pytest.fixture(scope="session")
def publish() -> Callable[[Path, Path], Site]:
    """``publish(content, folder)``: a content tree under both publishers."""
    return published


@pytest.fixture
def closing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close every file of what is kept that a test opened: from Python 3.13 on one that nobody closed is warned of."""
    opened = []
    init = Kept.__init__

    def noted(kept: Kept, path: Path, version: bytes) -> None:
        opened.append(kept)
        init(kept, path, version)

    monkeypatch.setattr(Kept, "__init__", noted)
    yield
    for kept in opened:
        kept.close()


@pytest.fixture
def a_project(tmp_path: Path) -> Path:
    """A copy of the project as it is after cloning, its content the small tree; ``mkdocs`` and ``explainer`` run there."""
    folder = tmp_path / "project"
    for name in ("generator", "theme"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    shutil.copytree(RURITANIA, folder / "content")
    (folder / "build" / "docs").mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The project's own content, published."""
    return published(PROJECT / "content", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small content tree, published: it has the kinds of page that the sample may lack (clip, retracted, withdrawn)."""
    return published(RURITANIA, tmp_path_factory.mktemp("small"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the tests' own output is what matters."""


@pytest.fixture(scope="session")
def web() -> Iterator[Callable[[Path], str]]:
    """``web(folder)``: the address under which a folder is served until the tests end."""
    servers: dict[Path, http.server.ThreadingHTTPServer] = {}

    def address(folder: Path) -> str:
        if folder not in servers:
            handler = functools.partial(_Quiet, directory=str(folder))
            servers[folder] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[folder].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield address
    for server in servers.values():
        server.shutdown()
        server.server_close()
