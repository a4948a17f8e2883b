"""datapackage.json says what is there; the page and llms.txt lead to it."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from generator.crossref import Archive
from generator.data import data_page, whole_paths
from generator.data.columns import Filled
from generator.data.files import shown
from generator.data.llms import llms_text
from generator.data.tables import TABLES
from generator.pages.render import page_bytes
from generator.settings import Settings

from .conftest import SETTINGS, whole_files


def test_each_file_is_described_with_its_size_and_sum(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    found = {resource["path"]: resource for resource in package["resources"]}
    assert found.keys() == {n.removeprefix("data/") for n in files if n.startswith("data/")} - {"datapackage.json"}
    for path, resource in found.items():
        data = files[f"data/{path}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])


def test_rows_are_counted(files: dict[str, bytes], filled: dict[str, Filled]) -> None:
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        if "rows" in resource:
            assert resource["rows"] == len(filled[resource["name"].removesuffix("-lines")].rows)


def test_licence_and_sources(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "Texts under CC BY 4.0"}
    ]
    assert {"title": "The Gazette", "path": "https://gazette.example/"} in package["sources"]
    assert not {"created", "modified"} & package.keys()


@pytest.mark.slow
def test_frictionless_validates_the_package(files: dict[str, bytes], tmp_path: Path) -> None:
    """The standard's own tool reads every CSV file by its schema: types, keys, references, sizes and sums."""
    frictionless = pytest.importorskip("frictionless")
    for name, data in files.items():
        if name.startswith("data/"):
            (tmp_path / name.removeprefix("data/")).write_bytes(data)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    assert {task.name for task in report.tasks} >= {table.name for table in TABLES}


def test_the_page_documents_each_field_and_leads_to_each_file(files: dict[str, bytes]) -> None:
    page = page_bytes(data_page(SETTINGS)).decode()
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page):
        assert target in files
    for table in TABLES:
        section = page.split(f"{{ #ex-{table.name} }}")[1].split("\n## ")[0]
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        assert [line.split("`")[1] for line in rows] == table.names()
        assert f"data/{table.name}.csv" in section
        for line, column in zip(rows, table.columns, strict=True):
            assert (
                re.sub(r"\\(.)|<[^>]+>", r"\1", line).endswith(f"{shown(column.example)} |".replace("\\", ""))
                or f"`{shown(column.example)}`" in line
            )


def test_no_count_stands_on_the_page() -> None:
    """So that it changes only with the tables: it is made without the archive."""
    assert page_bytes(data_page(SETTINGS)) == page_bytes(data_page(SETTINGS))


def test_llms_text_has_the_form_of_llmstxt_org(files: dict[str, bytes]) -> None:
    lines = files["llms.txt"].decode().splitlines()
    assert lines[0] == "# The Ruritanian archive"
    assert lines[2] == "> What was said in Strelsau."
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == ["## Indexes", "## Data", "## Optional"]
    links = [line for line in lines if line.startswith("- ")]
    for line in links:
        found = re.fullmatch(r"- \[[^\]]+\]\((https://archive\.example/r/[^)]*)\): .+", line)
        assert found, line
        path = found[1].removeprefix(SETTINGS.site_url)
        assert path in files or path.endswith("/")


def test_llms_text_without_an_address_and_with_a_hostile_name() -> None:
    text = llms_text(Settings(site_name="A ](x) <b>B</b>", copyright="<a href='x'>C</a>")).decode()
    assert text.startswith("# A \\](x) B\n")
    assert "](/data/)" in text
    assert "<" not in text


def test_it_is_known_beforehand_where_the_files_of_all_stand(archive: Archive) -> None:
    """Pages lead to them before they are made."""
    assert sorted(whole_files(archive, SETTINGS)) == sorted(whole_paths())
