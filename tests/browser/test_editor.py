"""The web editor with the archive's settings: it opens a file, saves it so that it is read, and leaves the text as it was.

The editor's program is not part of this repository: the test is skipped where it was not fetched (see .ci/test).  Its local
mode asks for a folder by a dialogue of the browser's; here a folder that the browser keeps for the page stands in for it.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from generator.reading import read_article, read_topic

PROJECT = Path(__file__).resolve().parent.parent.parent
PROGRAM = PROJECT / ".venv" / "share" / "sveltia-cms" / "sveltia-cms.js"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not PROGRAM.is_file(), reason="no Sveltia CMS here: see .ci/test"),
]

FOLDER = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemHandle.prototype.queryPermission = FileSystemHandle.prototype.requestPermission = async () => "granted";
window.placeOf = async (path, create) => {
  const parts = path.split("/");
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return folder.getFileHandle(parts.at(-1), { create });
};
"""
FILL = """async files => {
  for (const [path, text] of Object.entries(files)) {
    const stream = await (await placeOf(path, true)).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = "async path => (await (await placeOf(path, false)).getFile()).text()"


@pytest.fixture
def editor(
    browser: Browser, web: Callable[[Path], str], explainer: Callable[..., object], ruritania: Path, tmp_path: Path
) -> Page:
    """The editor, opened on a copy of the small tree."""
    explainer("editor", tmp_path / "editor", "--content", ruritania)
    shutil.copy(PROGRAM, tmp_path / "editor")
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(FOLDER)
    address = web(tmp_path / "editor").replace("127.0.0.1", "localhost")
    page.goto(address)
    files = {
        f"content/{path.relative_to(ruritania).as_posix()}": path.read_text("utf-8", "replace")
        for path in sorted(ruritania.rglob("*.md"))
    }
    page.evaluate(FILL, files | {".git/config": ""})
    page.reload()
    page.get_by_role("button", name="Work with Local Repository").click()
    page.wait_for_url("**/#/collections/articles")
    return page


def saved(page: Page, folder: str, slug: str, field: str, words: str) -> str:
    """A file as it is after one of its fields was changed and saved."""
    path = f"content/{folder}/{slug}.md"
    before = page.evaluate(READ, path)
    page.goto(page.url.split("#")[0] + f"#/collections/{folder}/entries/{slug}")
    page.get_by_role("textbox", name=field).first.fill(words)
    page.get_by_role("button", name="Save").first.click()
    for _ in range(150):
        try:
            after = str(page.evaluate(READ, path))
        except Error:  # read in the very moment in which it is written
            after = before
        if after != before:
            return after
        page.wait_for_timeout(100)
    raise AssertionError("nothing was saved")


def test_an_article_is_saved_as_the_archive_reads_it(editor: Page, ruritania: Path) -> None:
    name = "why-the-strelsau-talks-stalled"
    after = saved(editor, "articles", name, "Title", "Talks: no end in sight")
    path = f"content/articles/{name}.md"
    article, problems = read_article(path, after.encode())
    before, _ = read_article(path, (ruritania / "articles" / f"{name}.md").read_bytes())
    assert article
    assert before
    assert problems == []
    assert article.title == "Talks: no end in sight"
    for part in (
        "date",
        "updated",
        "summary",
        "key_points",
        "authors",
        "outlet",
        "rights",
        "status",
        "actors",
        "topics",
        "autolink",
    ):
        assert getattr(article, part) == getattr(before, part), part
    assert [block.text for block in article.blocks] == [block.text for block in before.blocks]


def test_what_is_in_no_form_stays(editor: Page) -> None:
    """The terms of this topic have weights, which no form holds."""
    after = saved(editor, "topics", "truce-of-april", "Name", "The truce of April")
    topic, problems = read_topic("content/topics/truce-of-april.md", after.encode())
    assert topic
    assert problems == []
    assert topic.name == "The truce of April"
    assert [(term.text, term.weight) for term in topic.terms] == [("truce of 2 April", 2.0), ("signed a truce", 1.0)]
    assert topic.parent == "strelsau-talks"


def test_the_editor_reaches_no_host_but_githubs(editor: Page) -> None:
    """Its policy holds: what it asks of other hosts (fonts, its newest version) fails, and it works."""
    reached: list[str] = []
    editor.on("response", lambda answer: reached.append(answer.url))
    editor.reload()
    editor.wait_for_load_state("networkidle")
    assert reached
    assert [url for url in reached if not url.startswith(("http://localhost:", "blob:", "data:"))] == []
