"""Remedies for files as such: their names, places and bytes."""

from collections.abc import Mapping
from itertools import count
from pathlib import PurePosixPath

from generator.intake.scaffold import spelled
from generator.intake.slugs import slug_of
from generator.nearness import nearest
from generator.problems import Paste, PasteKind
from generator.reading.fields import TABLES, quoted, right_folder
from generator.remedies.case import Case, Remedy
from generator.remedies.headers import kind_of

# Endings of text files that the archive knows under another name.
_ENDINGS: Mapping[str, str] = {
    ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".mdx": ".md", ".md": ".md", "": ".md", ".text": ".txt", ".txt": ".txt",
    ".htm": ".html", ".xhtml": ".html", ".html": ".html", ".shtml": ".html",
}  # fmt: skip


def well_named(case: Case) -> Paste:
    """A name of small letters, digits and hyphens."""
    return _moved(case, case.sheet.folder, slug_of(case.sheet.stem) or "a-short-name", safe=True)


def name_of_its_own(case: Case) -> Paste:
    """Another name: the address is that of a page of the archive's own, or of another file."""
    stem = case.sheet.stem
    return _moved(case, case.sheet.folder, f"about-{stem}" if case.problem.code == "slug-reserved" else stem)


def right_place(case: Case) -> Paste:
    """The folder where files of this kind lie, and the ending that they have; what is no text goes."""
    path = PurePosixPath(case.sheet.path)
    parts = path.parts[1:-1]
    ending = _ENDINGS.get(path.suffix.lower())
    if ending is None or "link to another file" in case.problem.message:
        return Paste(path=case.sheet.path, kind=PasteKind.REMOVE)
    folder = next((part for part in parts if part in TABLES), None)
    folder = folder or next((near for part in parts if (near := nearest(part, TABLES, 60))), None)
    folder = folder or right_folder("", case.sheet.header.entries) or "articles"
    return _moved(case, folder, path.stem, ".md" if folder != "articles" else ending)


def folder_of_its_kind(case: Case) -> Paste:
    return _moved(case, case.problem.value, case.sheet.stem)


def _moved(case: Case, folder: str, stem: str, ending: str = "", *, safe: bool = False) -> Paste:
    """The file under the first free name; a slug is that of one file of a folder, whatever its ending."""
    path = PurePosixPath(case.sheet.path)
    taken = {PurePosixPath(other).stem for other in case.content.paths if PurePosixPath(other).parent.name == folder}
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    stem = next(name for name in names if name not in taken)
    ending = ending or path.suffix.lower()
    return Paste(path=case.sheet.path, kind=PasteKind.MOVE, to=f"{path.parts[0]}/{folder}/{stem}{ending}", safe=safe)


def first_text(case: Case) -> Paste:
    """The least that a file of its folder may hold."""
    kind = case.sheet.folder.removesuffix("s")
    name = spelled(kind, case.sheet.stem)
    lines = {
        "article": [f"title: {quoted(name)}", "status: draft"],
        "actor": [f"name: {quoted(name)}", f"kind: {kind_of(name)}"],
        "topic": [f"name: {quoted(name)}"],
        "outlet": [
            f"name: {quoted(name)}",
            f"url: https://{case.sheet.stem}.example/ # an example: put the outlet's own in its place",
            "rights: link",
        ],
        "page": [f"title: {quoted(name)}"],
    }.get(kind, [])
    return Paste(path=case.sheet.path, kind=PasteKind.FILE, text="\n".join(["---", *lines, "---", ""]))


def without_nul(case: Case) -> Paste | None:
    """The text without characters that are none; what is no text goes."""
    text = case.sheet.text
    if "NUL" in case.problem.message and text.count("\0") * 20 < len(text):
        number = case.problem.line
        last = text.count("\n", 0, text.rindex("\0")) + 1
        lines = [case.sheet.line(line).replace("\0", "") for line in range(number, last + 1)]
        return case.sheet.with_lines(number, last, "\n".join(lines))
    return Paste(path=case.sheet.path, kind=PasteKind.REMOVE)


def removed(case: Case) -> Paste:
    return Paste(path=case.sheet.path, kind=PasteKind.REMOVE)


def saved_again(case: Case) -> Paste:
    """The line as we read it; whoever saves the file with it saves all of it as UTF-8 without a mark."""
    number = case.problem.line
    return case.sheet.with_lines(number, number, case.sheet.line(number), safe=case.problem.code == "encoding-bom")


REMEDIES: Mapping[str, Remedy] = {
    "slug-form": well_named,
    "slug-reserved": name_of_its_own,
    "slug-twice": name_of_its_own,
    "file-stray": right_place,
    "file-wrong-folder": folder_of_its_kind,
    "file-empty": first_text,
    "file-binary": without_nul,
    "article-twice": removed,
    "encoding-bom": saved_again,
    "encoding-not-utf8": saved_again,
}
