"""Every page of both sites is valid HTML, by the checker that the W3C uses itself.

Needs Java and the checker's file: `.ci/test` fetches it to .venv/share/vnu.jar; EXPLAINER_VNU names another place.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("sites")]
CHECKER = Path(os.environ.get("EXPLAINER_VNU") or Path(sys.prefix) / "share" / "vnu.jar")


def faults(*places: Path) -> list[str]:
    """What the checker finds in HTML files and in folders of them: errors, not advice."""
    if not CHECKER.is_file() or not shutil.which("java"):
        pytest.skip("no Java here, or no HTML checker; .ci/test installs both")
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", CHECKER, "--format", "json", "--errors-only", "--skip-non-html", "--exit-zero-always", *places],
        capture_output=True, encoding="utf-8", timeout=170, check=True,
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    return [f"{each.get('url', '')}:{each.get('lastLine', 0)}: {each['message']}" for each in messages]


@pytest.mark.parametrize("publisher", ["mkdocs", "zensical"])
@pytest.mark.parametrize("which", ["sample", "small"])
def test_every_page_is_valid_html(which: str, publisher: str, request: pytest.FixtureRequest) -> None:
    assert faults(getattr(request.getfixturevalue(which), publisher)) == []


def test_a_page_that_is_not_valid_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><p id="a">One<div id="a">Two</p></html>', "utf-8")
    found = "\n".join(faults(page))
    assert "Duplicate ID" in found
    assert "No “p” element in scope" in found or "No p element in scope" in found
