"""What readers get: the same pages from both publishers, every link alive, nothing from elsewhere, nothing hostile, and always the same."""

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("sites")]
PROGRAMS = Path(sys.executable).parent
BOTH = pytest.mark.parametrize("publisher", ["mkdocs", "zensical"])
SITES = pytest.mark.parametrize("which", ["sample", "small"])
HOST = "http://archive.example/"


def pages(site: Path) -> set[str]:
    """The HTML pages of a site, without what belongs to a publisher (the page for a missing one)."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    return {name for name in found if name != "404.html"}


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def site_of(request: pytest.FixtureRequest, which: str, publisher: str) -> Path:
    return getattr(request.getfixturevalue(which), publisher)


# --- the same pages, all of them within reach -------------------------------------------------------------------------------------


@SITES
def test_both_publishers_make_the_same_pages(which: str, request: pytest.FixtureRequest) -> None:
    """A page for each Markdown file, under the same addresses."""
    docs = request.getfixturevalue(which).docs
    stems = [path.relative_to(docs).with_suffix("") for path in docs.rglob("*.md")]
    expected = {(stem if stem.name == "index" else stem / "index").with_suffix(".html").as_posix() for stem in stems}
    assert pages(site_of(request, which, "mkdocs")) == expected
    assert pages(site_of(request, which, "zensical")) == expected


def check_links(site: Path) -> dict[str, list[str]]:
    """Every dead link and missing anchor of a site, by page; only what is on the disk is asked."""
    done = subprocess.run(
        [
            str(PROGRAMS / "lychee"), "--offline", "--include-fragments=anchor-only", "--root-dir", str(site), "--index-files", "index.html",
            "--no-ignore", "--hidden", "--no-progress", "--format", "json", "--config", os.devnull, str(site / "**" / "*.html"),
        ],
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 2), done.stderr
    report = json.loads(done.stdout)
    assert report["successful"] > 0
    return {page: [error["url"] for error in errors] for page, errors in report["error_map"].items()}


@BOTH
@SITES
def test_no_link_is_dead_and_no_anchor_is_missing(which: str, publisher: str, request: pytest.FixtureRequest) -> None:
    assert check_links(site_of(request, which, publisher)) == {}


def test_a_dead_link_and_a_missing_anchor_are_seen(small: object, tmp_path: Path) -> None:
    """The check can fail: in a folder, at an anchor of another page, at one of the same page, at an address from the root."""
    site = tmp_path / "site"
    shutil.copytree(small.mkdocs, site)
    dead = ("../no-such-page/", "../ada-example/#no-such-anchor", "#no-such-anchor", "/no-such-file.css")
    alive = ("../ada-example/", "../ada-example/#ex-articles", "#here", "/index.html", "https://gazette.example/")
    links = "".join(f'<p><a href="{href}">a link</a></p>' for href in (*dead, *alive))
    (site / "actors" / "nobody").mkdir()
    (site / "actors" / "nobody" / "index.html").write_text(f'<html><body id="here">{links}</body></html>', "utf-8")
    (errors,) = check_links(site).values()
    assert len(errors) == len(dead), errors
    for part in ("/actors/no-such-page", "/actors/ada-example#no-such", "/nobody#no-such", "/no-such-file.css"):
        assert any(part in address.replace("/index.html", "").replace("/#", "#") for address in errors), errors


def reached(site: Path) -> set[str]:
    """The pages that a reader comes to from the home page by following links."""
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for href in lxml.html.fromstring((site / name).read_bytes()).xpath("//body//a/@href"):
            address = urlsplit(urljoin(HOST + name.removesuffix("index.html"), href))
            target = unquote(address.path.lstrip("/"))
            target += "index.html" if target.endswith("/") or not target else ""
            here = address.netloc == urlsplit(HOST).netloc and target.endswith(".html")
            if here and target not in seen and (site / target).is_file():
                seen.add(target)
                waiting.append(target)
    return seen


@BOTH
@SITES
def test_no_page_is_an_orphan(which: str, publisher: str, request: pytest.FixtureRequest) -> None:
    site = site_of(request, which, publisher)
    assert pages(site) - reached(site) == old_addresses(site)


def old_addresses(site: Path) -> set[str]:
    """Pages that only lead on: nothing of ours links to them, for they are there for the links of others."""
    return {name for name in pages(site) if b'http-equiv="refresh"' in (site / name).read_bytes()}


def test_an_orphan_is_seen(small: object, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(small.mkdocs, site)
    shutil.copytree(site / "about", site / "nobody-links-here")
    assert pages(site) - reached(site) - old_addresses(site) == {"nobody-links-here/index.html"}


# --- nothing from another host ----------------------------------------------------------------------------------------------------

LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest", "xlink:href")
ELSEWHERE = re.compile(r"(?:https?:)?//[^/]", re.IGNORECASE)
IN_CSS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^)"'\s]+)""", re.IGNORECASE)


def from_elsewhere(site: Path) -> list[str]:
    """What a browser would load from another host: by an element that loads, or by a style.  Links to follow are none."""
    found = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".css":
            found += [f"{name}: {address}" for address in IN_CSS.findall(path.read_text("utf-8"))]
        if path.suffix != ".html":
            continue
        for element in lxml.html.fromstring(path.read_bytes()).iter(lxml.html.etree.Element):
            values = [element.get(attribute, "") for attribute in LOADING]
            if element.tag not in ("a", "area"):
                values.append(element.get("href", ""))
            found += [f"{name}: <{element.tag}> {value}" for value in values if ELSEWHERE.match(value.strip())]
            styles = (element.get("style") or "") + (element.text or "" if element.tag == "style" else "")
            found += [f"{name}: {address}" for address in IN_CSS.findall(styles)]
            if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
                target = (element.get("content") or "").partition("url=")[2]
                if not (
                    path.parent / target / "index.html"
                ).is_file():  # our own old addresses lead on to a page of ours
                    found.append(f"{name}: refresh to {target}")
    return found


@BOTH
@SITES
def test_nothing_comes_from_another_host(which: str, publisher: str, request: pytest.FixtureRequest) -> None:
    assert from_elsewhere(site_of(request, which, publisher)) == []


def test_a_resource_from_another_host_is_seen(tmp_path: Path) -> None:
    bad = (
        '<script src="https://cdn.example/a.js"></script><img src="//cdn.example/a.png"><link rel="stylesheet" href="http://cdn.example/a.css">'
        '<p style="background: url(https://cdn.example/b.png)">a</p><style>@import "https://cdn.example/b.css";</style>'
    )
    good = '<a href="https://gazette.example/">The Gazette</a><img src="../a.png"><script src="/a.js"></script>'
    (tmp_path / "index.html").write_text(f"<html><body>{bad}{good}</body></html>", "utf-8")
    (tmp_path / "a.css").write_text(
        "@font-face { src: url('https://fonts.example/a.woff2') } a { background: url(b.png) }", "utf-8"
    )
    assert len(from_elsewhere(tmp_path)) == 6


# --- always the same --------------------------------------------------------------------------------------------------------------


def test_two_builds_are_identical(sample: object, project: Path, run: Callable[..., object], tmp_path: Path) -> None:
    """In another folder, time zone, locale and hash seed, on another day: the same bytes in docs and site."""
    folder = tmp_path / "elsewhere, with blanks"
    shutil.copytree(project / "content", folder / "content")
    environment = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONHASHSEED": "4321",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "SOURCE_DATE_EPOCH": "86400",  # what MkDocs takes for today
    }
    done = run("explainer", "build", "--build-dir", folder / "made", folder=folder, environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert differing(tree(sample.docs), tree(folder / "made" / "docs")) == []
    assert differing(unzipped(tree(sample.mkdocs)), unzipped(tree(folder / "made" / "site"))) == []
    assert differing(tree(sample.mkdocs), tree(folder / "made" / "site")) == []


def unzipped(files: dict[str, bytes]) -> dict[str, bytes]:
    """With what is packed unpacked: so that a difference inside is told from one in the packing."""
    return {name: gzip.decompress(data) if name.endswith(".gz") else data for name, data in files.items()}


def test_a_second_build_writes_no_page(a_project: Path, run: Callable[..., object]) -> None:
    """Not one file of build/docs is touched, and the site is the same."""
    assert run("explainer", "build", folder=a_project).returncode == 0
    docs, site = a_project / "build" / "docs", a_project / "build" / "site"
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    first = tree(site)
    again = run("explainer", "build", folder=a_project)
    assert again.returncode == 0
    assert "0 files written" in again.stdout
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == before
    assert differing(first, tree(site)) == []


def test_a_site_is_left_alone_only_as_it_was_left(a_project: Path, run: Callable[..., object]) -> None:
    """Though nothing of the content has changed: a file more, even a hidden one, and one of other words are seen."""
    assert run("explainer", "build", folder=a_project).returncode == 0
    site = a_project / "build" / "site"
    first = tree(site)
    (site / ".hidden").write_text("a", "utf-8")
    assert run("explainer", "build", folder=a_project).returncode == 0
    assert not (site / ".hidden").exists()
    (site / "index.html").unlink()  # the file itself has other names
    (site / "index.html").write_text("spoiled", "utf-8")
    assert run("explainer", "build", folder=a_project).returncode == 0
    assert differing(first, tree(site)) == []


def test_plain_mkdocs_makes_the_same_site(a_project: Path, small: object, run: Callable[..., object]) -> None:
    done = run("mkdocs", "build", "--strict", folder=a_project)
    assert done.returncode == 0, done.stderr
    assert differing(tree(small.docs), tree(a_project / "build" / "docs")) == []
    assert differing(tree(small.mkdocs), tree(a_project / "build" / "site")) == []


def test_plain_mkdocs_works_on_a_fresh_clone(
    project: Path, sample: object, run: Callable[..., object], tmp_path: Path
) -> None:
    """Only what git keeps is there: the folder of the pages too."""
    if not (project / ".git").exists():
        pytest.skip("not a clone: git cannot say which files a clone would have")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=project, capture_output=True, check=True, encoding="utf-8"
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (project / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, tmp_path / name)
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert differing(tree(sample.mkdocs), tree(tmp_path / "build" / "site")) == []


def test_plain_mkdocs_stops_at_an_error_in_content(a_project: Path, run: Callable[..., object]) -> None:
    """The problem is printed, the last site is kept, nothing is written."""
    assert run("mkdocs", "build", "--strict", folder=a_project).returncode == 0
    before = tree(a_project / "build")
    (a_project / "content" / "articles" / "a-day.md").write_text("---\ntitle: A day\n---\n\nA text.\n", "utf-8")
    done = run("mkdocs", "build", "--strict", folder=a_project)
    assert done.returncode == 1
    assert "content/articles/a-day.md:1: date-missing" in done.stderr
    assert "Traceback" not in done.stderr
    shown = [name for name in differing(before, tree(a_project / "build")) if not name.startswith(("kept/", ".lock"))]
    assert shown == []


# --- preview ----------------------------------------------------------------------------------------------------------------------

PATIENCE, CALM = 60.0, 3.0  # CALM: longer than a loop would need to build again
BUILDING = ("Building documentation...", "Building.")  # of MkDocs' own preview, and of ours


class Preview:
    """A running preview: its address, and what it has printed so far."""

    def __init__(self, address: str, log: Path, server: "subprocess.Popen[bytes]") -> None:
        self.address, self.log, self._server = address, log, server

    @property
    def printed(self) -> str:
        return self.log.read_text("utf-8", errors="replace")

    @property
    def builds(self) -> int:
        return sum(self.printed.count(words) for words in BUILDING)

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
            return f"no page: {error}"

    def until(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self._server.poll() is None, f"it has ended: {self.printed}"
            assert time.monotonic() < end, f"waited in vain: {what}\n{self.printed}"
            time.sleep(0.2)


@contextmanager
def previewed(program: str, a_project: Path) -> Iterator[Preview]:
    """A preview that has just been started."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ["--dev-addr", f"127.0.0.1:{port}"] if program == "mkdocs" else ["--port", str(port)]
    log = a_project / "log.txt"
    with log.open("wb") as printed:
        server = subprocess.Popen(
            [str(PROGRAMS / program), "serve", *options], cwd=a_project, stdout=printed, stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
    try:
        yield Preview(f"http://127.0.0.1:{port}/", log, server)
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(params=["mkdocs", "explainer"])
def preview(request: pytest.FixtureRequest, a_project: Path) -> Iterator[Preview]:
    with previewed(request.param, a_project) as shown:
        shown.until(lambda: "<title>" in shown.page(""), "the first page")
        yield shown


def test_preview_rebuilds_once_for_one_change(preview: Preview, a_project: Path) -> None:
    """Saving a content file builds once, never in a loop; an error keeps the last good page; mending it builds again."""
    article, path = (
        a_project / "content" / "articles" / "why-the-strelsau-talks-stalled.md",
        "articles/why-the-strelsau-talks-stalled/",
    )
    good = article.read_text("utf-8")
    assert preview.address in preview.printed, "it says where to look"
    time.sleep(CALM)
    assert preview.builds == 1, preview.printed

    article.write_text(good.replace("a truce of three pages", "a truce of four pages"), "utf-8")
    preview.until(lambda: "of four pages" in preview.page(path), "the change on the page")
    time.sleep(CALM)
    assert preview.builds == 2, preview.printed

    article.write_text(good.replace("date: 2024-05-14", "date: the fourteenth"), "utf-8")
    preview.until(lambda: "why-the-strelsau-talks-stalled.md:3" in preview.printed, "the problem on the screen")
    preview.until(lambda: "of four pages" in preview.page(path), "the last good page")
    assert "of four pages" in preview.page(path)
    assert "<title>" in preview.page("actors/ada-example/")
    assert "Traceback" not in preview.printed
    time.sleep(CALM)
    assert preview.builds == 3, preview.printed

    article.write_text(good.replace("a truce of three pages", "a truce of five pages"), "utf-8")
    preview.until(lambda: "of five pages" in preview.page(path), "the mended page")
    time.sleep(CALM)
    assert preview.builds == 4, preview.printed


def test_what_is_saved_during_the_first_build_is_shown(a_project: Path) -> None:
    article = a_project / "content" / "articles" / "why-the-strelsau-talks-stalled.md"
    with previewed("explainer", a_project) as shown:
        shown.until(lambda: "Building." in shown.printed, "the first build")
        time.sleep(0.1)  # it has read the content by now
        article.write_text(article.read_text("utf-8").replace("of three pages", "of four pages"), "utf-8")
        shown.until(
            lambda: "of four pages" in shown.page("articles/why-the-strelsau-talks-stalled/"), "the change on the page"
        )


# --- whatever `check` lets pass can be published ---------------------------------------------------------------------------------------

LINKS = (
    "fishers-block-the-harbour.txt",
    "a-count-of-the-bordurian-fleet.html",
    "harbour-blockade-lifted.md",
    "the-second-draft.md",  # withdrawn
    "what-the-envoys-want-next.md",  # a draft: no page
    "harbour-blockade-lifted.md#no-such-heading",
    "#no-such-heading",
    "#a-heading",
    "why-the-strelsau-talks-stalled.md#what-the-truce-says",
    "../actors/ada-example.md",
    "../actors/index.md",
    "../actors/",
    "../actors/ada-example/",
    "../actors/ada-example",
    "../index.md",
    "../pages/about.md",
    "../about.md",
    "../timeline/2024.md",
    "../../README.md",
    "/articles/harbour-blockade-lifted.md",
    "/articles/harbour-blockade-lifted/",
    "../topics/truce of april.md",
    "mailto:editors@gazette.example",
    "https://gazette.example/a_(b)?c=[d]&e=ä#f",
    "?query",
    "./why-the-strelsau-talks-stalled.md",
)


def test_a_link_is_a_problem_or_it_leads_somewhere(
    a_project: Path, explainer: Callable[..., object], run: Callable[..., object]
) -> None:
    """No link that `check` lets pass stops the publisher or is dead on the page."""
    articles = a_project / "content" / "articles"
    for number, href in enumerate(LINKS):
        text = f"---\ntitle: Link {number}\ndate: 2024-05-15\n---\n\n## A heading\n\nSee [the other text](<{href}>) for more.\n"
        (articles / f"link-{number}.md").write_text(text, "utf-8")
    checked = explainer("check", "--content", a_project / "content", "--format", "json")
    for problem in map(json.loads, checked.stdout.splitlines()):
        if problem["severity"] == "error":
            (a_project / problem["path"]).unlink(missing_ok=True)
    left = [number for number in range(len(LINKS)) if (articles / f"link-{number}.md").exists()]
    assert {LINKS[number] for number in left} >= {
        "harbour-blockade-lifted.md",
        "../actors/ada-example.md",
        "mailto:editors@gazette.example",
    }
    done = run("explainer", "build", folder=a_project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert check_links(a_project / "build" / "site") == {}


# --- what is hostile ------------------------------------------------------------------------------------------------------------------

PAYLOADS = (
    "</title><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "{{ config }} {% raw %}",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "`</code><svg onload=alert(1)>`",
    "--><iframe src=javascript:alert(1)></iframe><!--",
    "{: onclick=alert(1) } { .mermaid #__config onclick=alert(1) }",
    "*[x]: <b onclick=alert(1)> [^1]: [ref]: javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;alert(1)&#60;/script&#62;",
    "]]> ${alert(1)} $(alert) \\<script>alert(1)\\</script>",
)
BODY = """
# `</title><script>alert(1)</script>`

## __config

## __search { #__config onclick=alert(1) }

## <a id="__config" onclick="alert(1)">A heading</a>

<script>alert(1)</script>

<img src=x onerror=alert(1)>

<div class="mermaid" id="__config" onclick="alert(1)" style="background: url(https://cdn.example/a.png)" markdown="1">[x](javascript:alert(1))</div>

<svg><script>alert(1)</script></svg> <math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>

<iframe src="javascript:alert(1)"></iframe> <object data="https://cdn.example/"></object> <form action="javascript:alert(1)"><button>b</button></form>

<meta http-equiv="refresh" content="0; url=https://cdn.example/"> <base href="https://cdn.example/"> <link rel="stylesheet" href="https://cdn.example/a.css">

[one](javascript:alert(1)) [two](JaVaScRiPt:alert(1)) [three](<java\tscript:alert(1)>) [four](data:text/html,<script>alert(1)</script>) [five](vbscript:alert(1))

![six](javascript:alert(1)) ![seven](https://cdn.example/a.png "x onerror=alert(1)") <javascript:alert(1)> [eight][ref] [nine](//cdn.example/x)

[ref]: javascript:alert(1) "title"

```mermaid { onclick=alert(1) }
graph TD
```

```html {: onclick="alert(1)" }
<script>alert(1)</script>
```

| <img src=x onerror=alert(1)> | b |
|---|---|
| [x](javascript:alert(1)) | <script>alert(1)</script> |

Ada Example said so.{: onclick=alert(1) }
{: onclick=alert(1) .mermaid }

--8<-- "/etc/passwd"

{{ config.site_name }} {% include "main.html" %}
"""


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def hostile(
    ruritania: Path, publish: Callable[[Path, Path], object], tmp_path_factory: pytest.TempPathFactory
) -> object:
    """The small archive with hostile text in every place that a contributor fills, under both publishers."""
    folder = tmp_path_factory.mktemp("hostile")
    content = folder / "content"
    shutil.copytree(ruritania, content)
    every = quoted(" ".join(PAYLOADS))
    for number, payload in enumerate(PAYLOADS):
        value = quoted(f"{payload} {number}")
        (content / "articles" / f"hostile-{number}.md").write_text(
            f"---\ntitle: {value}\ndate: 2024-03-{number + 1:02}\nsummary: {every}\nkey_points: [{every}, {value}]\nauthors: [{value}]\n"
            f"outlet: hostile-{number}\nrights: full\nurl: {quoted('https://gazette.example/' + payload.replace(' ', ''))}\n"
            f"actors: {{add: [hostile-{number}]}}\ntopics: {{add: [hostile-{number}]}}\n---\n{BODY}\n{payload}\n",
            "utf-8",
        )
        (content / "actors" / f"hostile-{number}.md").write_text(
            f"---\nname: {value}\nkind: person\naliases: [{quoted(payload + ' alias ' + str(number))}]\nrole: {every}\nnot_same_as: [{every}]\n---\n{BODY}\n",
            "utf-8",
        )
        (content / "topics" / f"hostile-{number}.md").write_text(
            f"---\nname: {value}\nterms: [{quoted(payload + ' term ' + str(number))}]\nparent: fishing\ndate: 2024-03-{number + 1:02}\n---\n{BODY}\n",
            "utf-8",
        )
        (content / "outlets" / f"hostile-{number}.md").write_text(
            f"---\nname: {value}\nurl: {quoted('https://gazette.example/' + payload.replace(' ', ''))}\ncountry: {every}\nrights: full\n---\n{BODY}\n",
            "utf-8",
        )
    (content / "pages" / "about.md").write_text(f"---\ntitle: {every}\ndescription: {every}\n---\n{BODY}\n", "utf-8")
    (content / "articles" / "hostile-text.txt").write_text(f"---\ntitle: Text\ndate: 2024-03-30\n---\n{BODY}", "utf-8")
    (content / "articles" / "hostile-page.html").write_text(
        f'<html><head><title>{PAYLOADS[0]}</title><meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt; in a page">'
        '<meta name="author" content="&lt;img src=x onerror=alert(1)&gt;"><meta property="article:published_time" content="2024-03-29"></head>'
        f"<body><article><h1>&lt;script&gt;alert(1)&lt;/script&gt; in a page</h1><p>Ada Example went to Zenda and came back on the same evening, she said.</p>{BODY}"
        "<p>Nothing else happened on that day in Strelsau, and nobody expected it to, as everybody in the town was asleep.</p></article></body></html>",
        "utf-8",
    )
    mend_addresses(content)
    return publish(content, folder)


def mend_addresses(content: Path) -> None:
    """Leave out what `check` refuses (addresses that are none), so that the rest is published.

    Twice: a file with a header that cannot be read shows what is wrong with its text only then.
    """
    for _ in range(2):
        checked = subprocess.run(
            [str(PROGRAMS / "explainer"), "check", "--content", str(content), "--format", "json"], capture_output=True, encoding="utf-8", check=False
        )  # fmt: skip
        for problem in map(json.loads, checked.stdout.splitlines()):
            if problem["severity"] != "error":
                continue
            assert problem["code"] in {"header-value", "link-dead"}, problem
            path = content.parent / problem["path"]
            lines = path.read_text("utf-8").split("\n")
            is_url = lines[problem["line"] - 1].startswith("url:")
            lines[problem["line"] - 1] = "url: https://gazette.example/" if is_url else ""
            path.write_text("\n".join(lines), "utf-8")


def harmful(site: Path) -> list[str]:
    """What could run or load on a site's pages: scripts but the theme's files, handlers, frames; and anchors of the frame that were taken."""
    found = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        root = lxml.html.fromstring(path.read_bytes())
        for element in root.iter(lxml.html.etree.Element):
            if element.tag in ("iframe", "object", "embed", "base", "frame", "applet", "math", "style"):
                found.append(f"{name}: <{element.tag}>")
            if element.tag == "script" and not is_ours(element):
                found.append(f"{name}: <{element.tag}> {element.text!r:.80}")
            for key, value in element.attrib.items():
                if key.startswith("on") or re.match(
                    r"[\s\x00-\x1f]*(?:java|vb)script:|[\s\x00-\x1f]*data:text", value, re.IGNORECASE
                ):
                    found.append(f"{name}: <{element.tag} {key}={value!r:.60}>")
            if "mermaid" in (element.get("class") or "").split():
                found.append(f"{name}: class mermaid")
        ids = root.xpath("//@id")
        found += [f"{name}: {anchor} stands {ids.count(anchor)} times" for anchor in {*ids} if ids.count(anchor) > 1]
        found += [f"{name}: {len(titles)} titles" for titles in [root.xpath("//head/title")] if len(titles) != 1]
    return found


def is_ours(script: lxml.html.HtmlElement) -> bool:
    """A file of the theme, or data that cannot end its element and is what it says."""
    if script.get("type") == "application/ld+json":
        return "<" not in script.text and json.loads(script.text)["@context"] == "https://schema.org"
    return not script.text and "assets/archive/" in script.get("src", "")


@BOTH
def test_nothing_hostile_gets_through(publisher: str, hostile: object) -> None:
    """No script, handler or javascript: from content on any page; none of the theme's anchors taken."""
    assert harmful(getattr(hostile, publisher)) == []


@BOTH
def test_nothing_hostile_is_loaded(publisher: str, hostile: object) -> None:
    assert from_elsewhere(getattr(hostile, publisher)) == []


@BOTH
def test_hostile_names_are_shown_as_they_are_written(publisher: str, hostile: object) -> None:
    """Escaped, not lost: the title of each article stands on its page, in its heading and in the browser's title bar."""
    for number, payload in enumerate(PAYLOADS):
        root = lxml.html.fromstring(
            (getattr(hostile, publisher) / "articles" / f"hostile-{number}" / "index.html").read_bytes()
        )
        title = f"{payload} {number}"
        assert " ".join(root.xpath("string(//h1)").split()) == " ".join(title.split())
        assert " ".join(root.xpath("string(//head/title)").split()).startswith(" ".join(title.split()))
        assert root.xpath('//meta[@name="description"]/@content')


@BOTH
def test_no_template_of_content_is_rendered(publisher: str, hostile: object) -> None:
    """`{{ config }}` stays what it is: the publisher's settings stand on no page."""
    for path in getattr(hostile, publisher).rglob("*.html"):
        text = path.read_text("utf-8")
        assert "MkDocsConfig" not in text
        assert "docs_dir" not in text
        assert "root:x:0" not in text


@BOTH
def test_the_search_index_is_published_as_it_was_made(publisher: str, hostile: object) -> None:
    """Both publishers only copy it: what the search box shows is what the generator wrote."""
    made = {path: data for path, data in tree(hostile.docs / "search").items() if not path.endswith(".md")}
    assert "manifest.json" in made
    published = tree(getattr(hostile, publisher) / "search")
    assert {path: published.get(path) for path in made} == made


def test_what_is_hostile_is_seen(small: object, tmp_path: Path) -> None:
    """The search for it can fail."""
    site = tmp_path / "site"
    shutil.copytree(small.mkdocs, site)
    page = site / "about" / "index.html"
    good = page.read_text("utf-8")
    for bad in (
        "<script>alert(1)</script>",
        "<p onclick=x>a</p>",
        '<a href=" javascript:x">a</a>',
        '<p id="ex-content">a</p>',
        "<iframe></iframe>",
    ):
        page.write_text(good.replace("</article>", bad + "</article>"), "utf-8")
        assert harmful(site), bad
    page.write_text(good, "utf-8")
    assert not harmful(site)
