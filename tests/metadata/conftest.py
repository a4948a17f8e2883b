"""The small content tree with what it lacks: a statement with a page, a state that speaks, hostile names, letters of other scripts."""

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.crossref import Archive
from generator.metadata import with_metadata
from generator.model import Page
from generator.pages import all_pages
from generator.settings import Settings

HOSTILE = '</script><!-- & \\u2028 \\" {{ x }}'
MORE = {
    "articles/the-word-goes-round.md": (
        "---\ntitle: The word goes round\ndate: 2024-05-16\nlanguage: en\n---\n\n"
        "“We have agreed to stop but not to forget,” said Ada Example, the envoy of Ruritania.\n"
    ),
    "articles/a-hostile-title.md": (
        f'---\ntitle: "A {HOSTILE}"\ndate: 2024-05-18\nupdated: 2024-05-19\nauthors: ["{HOSTILE}"]\nsummary: "{HOSTILE}"\n'
        f'url: "https://news.example/a?b=c&d=e"\n---\n\nBertram Sample of Borduria says nothing.\n'
    ),
    "actors/szostakowicz.md": f'---\nname: "Łucja Szostakowicz </script>"\nkind: person\nrole: "{HOSTILE}"\n---\n\nUnknown.\n',
    "topics/zhongwen.md": "---\nname: 中文\n---\n\nA topic in other letters.\n",
}  # fmt: skip
SETTINGS = Settings(
    site_name="The Ruritanian archive",
    site_url="https://archive.example/r/",
    description="What was said in Strelsau.",
    licence="CC-BY-4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
)


@pytest.fixture(scope="session")
def archive(ruritania: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("metadata") / "content"
    shutil.copytree(ruritania, folder)
    for name, text in MORE.items():
        (folder / name).write_text(text, "utf-8")
    loaded, problems = pipeline.load(folder)
    assert not [p for p in problems if str(p.severity) == "error"], problems
    return pipeline.connect(loaded)


def made(archive: Archive, settings: Settings) -> dict[str, Page]:
    """Every page with its metadata, by its path."""
    return {str(page.path): with_metadata(page, archive, settings) for page in all_pages(archive, settings)}


@pytest.fixture(scope="session")
def settings() -> Settings:
    return SETTINGS


@pytest.fixture(scope="session")
def pages(archive: Archive) -> dict[str, Page]:
    return made(archive, SETTINGS)
