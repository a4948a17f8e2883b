"""The pages of build/docs as a site for Hugo, so that both are timed on the same pages.

Kept: every page with its address, front matter and body, every other file.  Changed is only what Hugo's Markdown has no word
for: links name folders instead of ``.md`` files, links with attributes become ``<a …>``, ``markdown`` attributes of HTML go, and
a blank line inside ``<pre>`` is written as a character reference, since it would end the HTML.  What then comes out is
the same text, links, classes and data for machines as ours (a test compares them where Hugo is installed).
"""

import posixpath
import re
import shutil
from pathlib import Path

import hugo_theme

OWN_KEYS = ("title:", "description:", "date:")  # Hugo's own front matter; what else a page has becomes its parameters

_LINK = re.compile(r"\[((?:\\.|[^\\\[\]])*)\]\(([^()\s]+)\)(\{[^{}\n]*\})?")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_ATTRIBUTE = re.compile(r'#(?P<id>[\w-]+)|\.(?P<name>[\w-]+)|(?P<pair>[\w-]+="[^"]*")')
_MARKDOWN = re.compile(r'(<[a-z][^<>]*?) markdown(?:="[a-z]+")?(?=[\s>])')
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def page_source(path: str, text: str) -> str:
    """What Hugo reads for the page at ``path`` (below build/docs), whose Markdown with its header is ``text``."""
    header, body = text.removeprefix("---\n").split("\n---\n", 1)
    return f"---\n{_front_matter(header)}\n---\n{_body(path, body)}"


def page_place(path: str) -> str:
    """Where Hugo wants that page: the page of a folder is ``_index.md``, since ``index.md`` would take the folder for itself."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_index.md" if name == "index.md" else name)


def folder_of(path: str) -> str:
    """The folder that a page becomes, from the root of the site, ``""`` for the front page."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index")


def _front_matter(header: str) -> str:
    lines = [line for line in header.splitlines() if not line.startswith("template:")]
    own = [line for line in lines if line.startswith(OWN_KEYS)]
    rest = ["  " + line for line in lines if not line.startswith(OWN_KEYS)]
    return "\n".join([*own, "params:", *rest])


def _body(path: str, body: str) -> str:
    body = _PRE.sub(lambda found: found[0].replace("\n\n", "\n&#10;").replace("{{", "&#123;{"), body)
    return "\n".join(_line(path, line) for line in body.split("\n"))


def _line(path: str, line: str) -> str:
    raw = 'markdown="span"' in line  # a line of HTML with Markdown's links in it, which Hugo would print as they stand
    if " markdown" in line:
        line = _MARKDOWN.sub(r"\1", line)
    if "](" not in line:
        return line
    done, at = [], 0
    for code in _CODE.finditer(line):
        done += [_links(path, line[at : code.start()], raw), code[0]]
        at = code.end()
    return "".join([*done, _links(path, line[at:], raw)])


def _links(path: str, text: str, raw: bool) -> str:
    def named(found: re.Match[str]) -> str:
        words, address, attributes = found[1], _address(path, found[2]), found[3] or ""
        if not attributes and not raw:
            return f"[{words}]({address})"
        shown = _ESCAPE.sub(r"\1", words) if raw else words
        return f'<a href="{address}"{_attributes(attributes)}>{shown}</a>'

    return _LINK.sub(named, text)


def _attributes(braces: str) -> str:
    found = list(_ATTRIBUTE.finditer(braces))
    names = " ".join(one["name"] for one in found if one["name"])
    ids = [f' id="{one["id"]}"' for one in found if one["id"]]
    return (f' class="{names}"' if names else "") + "".join(ids + [f" {one['pair']}" for one in found if one["pair"]])


def _address(path: str, address: str) -> str:
    """A link from the page at ``path`` to a ``.md`` file, as one between the folders that the pages become."""
    target, mark, anchor = address.partition("#")
    if not target.endswith(".md") or "://" in target:
        return address if "://" in address or not target else _address_of_file(path, target) + mark + anchor
    there = folder_of(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))
    return posixpath.relpath(there or ".", folder_of(path) or ".") + "/" + mark + anchor


def _address_of_file(path: str, target: str) -> str:
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    slash = "/" if target.endswith("/") else ""
    return posixpath.relpath(there, folder_of(path) or ".") + slash


def convert(docs: Path, assets: Path, site: Path, name: str, description: str, sections: list[tuple[str, str]]) -> None:
    """Write the site for Hugo into ``site``, from build/docs and the theme's own files."""
    for source in sorted(path for path in docs.rglob("*") if path.is_file()):
        path = source.relative_to(docs).as_posix()
        if path.startswith("."):
            continue
        place = site / ("content/" + page_place(path) if path.endswith(".md") else "static/" + path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".md"):
            place.write_text(page_source(path, source.read_text("utf-8")), "utf-8")
        else:
            shutil.copyfile(source, place)
    shutil.copytree(assets, site / "static" / "assets", dirs_exist_ok=True)
    for file, text in hugo_theme.of_pages(name, description, sections).items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(text, "utf-8")
