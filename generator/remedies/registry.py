"""Remedies for what files say of each other: unknown slugs, forms of two actors, rings of topics, taken redirects."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from generator.checks import slug_meant
from generator.intake.scaffold import spelled
from generator.problems import Paste, PasteKind
from generator.reading.fields import quoted
from generator.remedies.case import Case, Remedy
from generator.remedies.headers import kind_of
from generator.remedies.sheet import scalars

_FOLDERS: Mapping[str, str] = {"actor-unknown": "actors", "topic-unknown": "topics", "outlet-unknown": "outlets"}


def known_slug(case: Case) -> Paste | None:
    """The slug that was meant; else the file that is missing, finished as far as the article tells."""
    folder = _FOLDERS[case.problem.code]
    near = slug_meant(case.content, folder, case.problem.value)
    node = case.sheet.item(case.problem.field, case.problem.value)
    if near and node:
        return case.sheet.with_text(*case.sheet.span(node), near)
    return new_file(case, folder, case.problem.value)


def new_file(case: Case, folder: str, slug: str) -> Paste:
    """A registry file for a slug that is new."""
    name = _name_in_text(case.sheet.text[case.sheet.header.start :], slug) or spelled(folder[:-1], slug)
    lines = {
        "actors": [f"name: {_plain(name)}", f"kind: {kind_of(name)}"],
        "topics": [f"name: {_plain(name)}", f"terms: [{quoted(name.lower())}]"],
        "outlets": [f"name: {_plain(name)}", f"url: {_home(case, slug)}", "rights: link"],
    }[folder]
    root = case.sheet.path.split("/")[0]
    return Paste(path=f"{root}/{folder}/{slug}.md", kind=PasteKind.FILE, text="\n".join(["---", *lines, "---", ""]))


def _plain(name: str) -> str:
    return (
        name
        if re.fullmatch(r"[^\W\d_][\w .’-]*", name)
        and name.lower() not in {"no", "yes", "on", "off", "null", "true", "false", "y", "n"}
        else quoted(name)
    )


def _name_in_text(text: str, slug: str) -> str:
    """The name as the text writes it, where its words are those of the slug."""
    pattern = r"[\s.’'-]{1,3}".join(re.escape(word) for word in re.split(r"[-_]", slug))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text[:200_000], re.IGNORECASE)
    return " ".join(found[0].split()) if found and found[0][:1].isupper() else ""


def _home(case: Case, slug: str) -> str:
    entry = case.sheet.header.entries.get("url")
    host = urlsplit(str(entry[1].value)).hostname if entry else None
    return f"https://{host}/" if host else f"https://{slug}.example/"


def without_value(case: Case) -> Paste | None:
    """The list without the item; the line goes with its last one."""
    return case.sheet.without_item(case.problem.field, case.problem.value)


def form_of_one(case: Case) -> Paste | None:
    """The form is taken out of this actor's file; a name is made fuller."""
    if case.problem.field != "name":
        return without_value(case)
    name = spelled("actor", case.sheet.stem)
    fuller = name if name.casefold() != case.problem.value.casefold() else f"{case.problem.value} (2)"
    return case.sheet.with_entry("name", f"name: {quoted(fuller)}")


def weak_alias(case: Case) -> Paste | None:
    """The alias is moved to the weak ones."""
    sheet, value = case.sheet, case.problem.value
    if case.problem.field != "aliases" or "aliases" not in sheet.header.entries:
        return without_value(case)
    header = sheet.header
    kept = [node.value for node in scalars(header.entries["aliases"][1]) if node.value != value]
    weak = (
        [node.value for node in scalars(header.entries["weak_aliases"][1])] if "weak_aliases" in header.entries else []
    )
    lines = [_listed("aliases", kept)] if kept else []
    lines.append(_listed("weak_aliases", [*weak, value]))
    if "weak_aliases" not in header.entries:
        return sheet.with_entry("aliases", "\n".join(lines))
    first, second = sheet.with_entry("aliases", ""), sheet.with_entry("weak_aliases", "")
    if first is None or second is None or second.first != first.last + 1:
        return without_value(case)
    return sheet.with_lines(first.first, second.last, "\n".join(lines))


def _listed(name: str, values: list[str]) -> str:
    return f"{name}: [{', '.join(quoted(value) for value in values)}]"


def no_parent(case: Case) -> Paste | None:
    """The ring is opened here."""
    return case.sheet.without_entry("parent")


REMEDIES: Mapping[str, Remedy] = {
    "actor-unknown": known_slug,
    "topic-unknown": known_slug,
    "outlet-unknown": known_slug,
    "redirect-taken": without_value,
    "names-itself": without_value,
    "form-twice": without_value,
    "form-too-short": without_value,
    "form-of-two-actors": form_of_one,
    "common-word-alias": weak_alias,
    "alias-in-another-name": weak_alias,
    "topic-cycle": no_parent,
}
