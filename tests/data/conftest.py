"""The small content tree with what it lacks: a statement in two wordings, a long quotation that an excerpt hides, a hostile title."""

import shutil
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest

from generator import pipeline
from generator.crossref import Archive
from generator.data import Each, data_keys, data_of, piece_of, whole_of, write_whole
from generator.data.columns import Filled, Scope
from generator.data.tables import fill
from generator.settings import Settings

SETTINGS = Settings(
    site_name="The Ruritanian archive",
    site_url="https://archive.example/r/",
    description="What was said in Strelsau.",
    copyright="Texts under CC BY 4.0",
    licence="CC-BY-4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
)
FOLLOWED = "which " * 60 + "ends here"

MORE = {
    "the-word-goes-round.md": (
        "---\ntitle: The word goes round\ndate: 2024-05-16\nlanguage: en\n---\n\n"
        "“We have agreed to stop but not to forget,” said Ada Example, the envoy of Ruritania.\n"
    ),
    "what-the-fishers-heard.md": (
        "---\ntitle: What the fishers heard\ndate: 2024-05-17\noutlet: the-gazette\nurl: https://gazette.example/heard\n"
        f'statements: [{{speaker: ada-example, text: "Nobody pays for the coffee, {FOLLOWED}"}}]\n---\n\n'
        + "The boats came home. " * 30
        + f"\n\n“Nobody pays for the coffee, {FOLLOWED},” said Ada Example, the envoy of Ruritania.\n"
    ),
    "a-hostile-title.md": (
        "---\ntitle: '=HYPERLINK(\"x\") </script><b> & \\u2028'\ndate: 2024-05-18\nauthors: [\"-1+1\", \"'quoted\"]\n"
        "summary: \"@sum </script>\"\n---\n\nBertram Sample says nothing.\n"
    ),
}  # fmt: skip


TOPIC = "---\nname: Salt tax\nwikidata: Q1\n---\n\nA tax on salt.\n"


def more_content(ruritania: Path, folder: Path) -> Path:
    """A copy of the small tree with the further articles."""
    shutil.copytree(ruritania, folder)
    for name, text in MORE.items():
        (folder / "articles" / name).write_text(text, "utf-8")
    (folder / "topics" / "salt-tax.md").write_text(TOPIC, "utf-8")
    return folder


def read(content: Path) -> Archive:
    """The archive of a content tree without errors."""
    loaded, problems = pipeline.load(content)
    assert not [p for p in problems if str(p.severity) == "error"], problems
    return pipeline.connect(loaded)


class InMemory:
    """Files that grow, in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._room = Path(mkdtemp())

    def add(self, path: str, data: bytes) -> None:
        self.files[path] = self.files.get(path, b"") + data

    def room_for(self, path: str) -> Path:
        return self._room / path.replace("/", "-")

    def take(self, path: str) -> None:
        self.files[path] = self.room_for(path).read_bytes()
        shutil.rmtree(self._room)

    def told(self, path: str) -> tuple[int, str]:
        return len(self.files[path]), sha256(self.files[path]).hexdigest()


def whole_files(archive: Archive, settings: Settings) -> dict[str, bytes]:
    """Those that hold all of the archive."""
    files = InMemory()

    def pieces(each: Each, keys: Sequence[str]) -> Iterator[bytes]:
        return (piece_of(each, key, archive, settings) for key in keys)

    write_whole(whole_of(archive, settings), settings, files, pieces)
    return files.files


def data_files(archive: Archive, settings: Settings) -> dict[str, bytes]:
    """Every file of data and API, by its path from the root of build/docs."""
    return whole_files(archive, settings) | dict(
        data_of(kind, slug, archive, settings) for kind, slug in data_keys(archive)
    )


@pytest.fixture(scope="session")
def more(ruritania: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return more_content(ruritania, tmp_path_factory.mktemp("more") / "content")


@pytest.fixture(scope="session")
def archive(more: Path) -> Archive:
    return read(more)


@pytest.fixture(scope="session")
def settings() -> Settings:
    return SETTINGS


@pytest.fixture(scope="session")
def filled(archive: Archive) -> dict[str, Filled]:
    return fill(Scope(archive=archive, settings=SETTINGS))


@pytest.fixture(scope="session")
def files(archive: Archive) -> dict[str, bytes]:
    return data_files(archive, SETTINGS)
