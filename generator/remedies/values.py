"""Remedies for header values that are not what their field wants: the likeliest meaning that the field's reader takes."""

import re
from collections.abc import Callable, Iterator, Mapping

import yaml

from generator.checks import slug_meant
from generator.intake.slugs import slug_of
from generator.matching.outlets import host_of
from generator.nearness import nearest
from generator.problems import Paste
from generator.reading import fields
from generator.reading.fields import TABLES, Field, quoted
from generator.remedies.case import Case, Remedy, first_that_mends
from generator.remedies.sheet import scalars, sequences
from generator.text import first_sentence, shorten

_FOLDER_OF: Mapping[str, str] = {
    "actors": "actors", "affiliations": "actors", "statements": "actors", "topics": "topics", "parent": "topics",
    "related": "topics", "outlet": "outlets",
}  # fmt: skip
# Words that people write for the words that a field knows.
_MEANT: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "country": "state", "nation": "state", "government": "state", "man": "person", "woman": "person", "people": "person",
        "human": "person", "individual": "person", "politician": "person", "company": "organisation", "party": "organisation",
        "agency": "organisation", "organization": "organisation", "org": "organisation", "institution": "organisation",
        "team": "group", "movement": "group", "militia": "group", "alliance": "group", "bloc": "group",
    },
    "rights": {"all": "full", "complete": "full", "free": "full", "quote": "excerpt", "partial": "excerpt", "none": "link"},
    "status": {"public": "published", "live": "published", "wip": "draft", "unpublished": "draft", "deleted": "withdrawn"},
}  # fmt: skip
_CAREFUL: Mapping[str, str] = {"rights": "link", "status": "draft", "kind": "organisation"}
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "kind": ("person", "state", "organisation", "group"),
    "rights": ("full", "excerpt", "link"),
    "status": ("published", "draft", "retracted", "withdrawn"),
}
_LANGUAGES: Mapping[str, str] = {
    "arabic": "ar", "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da", "deutsch": "de",
    "dutch": "nl", "english": "en", "español": "es", "finnish": "fi", "français": "fr", "french": "fr", "german": "de",
    "greek": "el", "hebrew": "he", "hungarian": "hu", "italian": "it", "italiano": "it", "japanese": "ja", "norwegian": "no",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "spanish": "es",
    "swedish": "sv", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "polski": "pl", "русский": "ru", "українська": "uk",
}  # fmt: skip
_QUOTES = "\"'“”„‘’«»"


def without_quotes(text: str) -> str:
    """A value without the quotation marks round it, or the one that was never closed."""
    text = text.strip()
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        return text[1:-1]
    return text[1:] if text[:1] in _QUOTES and text[:1] else text


def listed_slugs(case: Case, field: str, text: str) -> str:
    """A list of slugs written as a text of names or slugs between commas; empty where the field wants no slugs."""
    folder = _FOLDER_OF.get(field)
    if folder is None:
        return ""
    parts = [part for part in re.split(r"[,;]\s*|\s+and\s+", text.strip("[] ")) if part]
    slugs = [slug_meant(case.content, folder, part) or slug_of(part) for part in parts]
    return slugs[0] if field in {"outlet", "parent"} and slugs else f"[{', '.join(slugs)}]"


def meant_slug(case: Case) -> str | None:
    """The slug of the file whose name or alias was written where a slug should be."""
    folder = _FOLDER_OF.get(case.problem.field)
    return slug_meant(case.content, folder, case.problem.value) if folder else None


def taken_value(case: Case) -> Paste | None:
    """The value in a form that its field takes; the line goes, where there is none."""
    sheet, name = case.sheet, case.problem.field
    field = next((field for field in TABLES.get(sheet.folder, ()) if field.name == name), None)
    if field is None or name not in sheet.header.entries:
        return None
    whole = sheet.header.entries[name][1]
    node = _node_at(case, whole)
    start, end = sheet.span(node)
    blank = " " if start and sheet.text[start - 1] not in " [{(" else ""
    pastes: list[Paste | None] = [
        sheet.with_text(start, end, blank + form, safe=safe) for form, safe in _forms(case, field, node) if form
    ]
    pastes += _last_resorts(case, field)
    return first_that_mends(case, pastes)


def _node_at(case: Case, whole: yaml.Node) -> yaml.Node:
    """The node in an entry that the problem is about, by its line and column."""
    place = case.problem.line, case.problem.column
    header = case.sheet.header
    every = [whole, *scalars(whole), *sequences(whole)]
    return next((node for node in every if (header.line_of(node), header.column_of(node)) == place), whole)


def _forms(case: Case, field: Field, node: yaml.Node) -> Iterator[tuple[str, bool]]:
    """The ways in which a value may be meant, and whether it is certain."""
    written = " ".join(case.sheet.written(node).split())
    value = without_quotes(written)
    if isinstance(node, yaml.ScalarNode):
        for form in _BY_FIELD.get(field.name, _no_form)(value):
            yield form, field.read is fields.date or form == value.casefold()
    if field.name == "outlet" and (host := host_of(value)):
        yield from ((outlet.slug, False) for outlet in case.content.outlets if host_of(outlet.url) == host)
    if listed := listed_slugs(case, field.name, value):
        yield listed.strip("[]"), False
        yield listed, False
    if isinstance(node, yaml.SequenceNode):
        items = [quoted(" ".join(item.value.split())) for item in node.value if isinstance(item, yaml.ScalarNode)]
        yield f"[{', '.join(items[: fields.MAX_KEY_POINTS])}]", False
    if value:
        yield quoted(value), isinstance(node, yaml.ScalarNode)
        yield f"[{quoted(value)}]", False
        yield slug_of(value), False
        yield quoted(shorten(first_sentence(value), 300)), False


def _last_resorts(case: Case, field: Field) -> Iterator[Paste | None]:
    """What remains to be done where no form of the value will do."""
    sheet, name = case.sheet, field.name
    if sheet.folder == "articles" and name in {"title", "date"} and "status" not in sheet.header.entries:
        yield sheet.with_entry(name, "status: draft")
    if name in _CAREFUL:
        yield sheet.with_entry(name, f"{name}: {_CAREFUL[name]}")
    if not field.required or sheet.folder == "articles":
        yield sheet.without_entry(name)
    yield sheet.with_entry(name, f"{name}: {field.example}")


def _no_form(_: str) -> Iterator[str]:
    return iter(())


def _dates(value: str) -> Iterator[str]:
    from generator.reading.clip.dates import parse_date

    found = parse_date(value)
    if found:
        yield found.isoformat()


def _options(name: str) -> Callable[[str], Iterator[str]]:
    def forms(value: str) -> Iterator[str]:
        low = value.casefold()
        yield low
        yield _MEANT[name].get(low, "")
        yield nearest(low, _OPTIONS[name]) or ""

    return forms


def _addresses(value: str) -> Iterator[str]:
    bare = re.sub(r"^\W*(?:https?|htp|ttps?|http)?\W{0,4}(?=[\w.-]+\.[a-z]{2,})", "", value, flags=re.IGNORECASE)
    if re.match(r"[\w.-]+\.[A-Za-z]{2,}(?:[/:?#]|$)", bare):
        yield "https://" + bare.replace(" ", "%20")


def _languages(value: str) -> Iterator[str]:
    yield value.casefold()
    yield value.replace("_", "-")
    yield value.casefold().replace("_", "-")
    yield _LANGUAGES.get(value.casefold(), "")


def _booleans(value: str) -> Iterator[str]:
    yield "true" if value.casefold() in {"yes", "on", "1", "y"} else "false"


def _wikidata(value: str) -> Iterator[str]:
    if found := re.search(r"[Qq]?([1-9][0-9]{0,11})$", value):
        yield f"Q{found[1]}"


_BY_FIELD: Mapping[str, Callable[[str], Iterator[str]]] = {
    "date": _dates, "updated": _dates, "kind": _options("kind"), "rights": _options("rights"), "status": _options("status"),
    "url": _addresses, "language": _languages, "autolink": _booleans, "wikidata": _wikidata,
    "terms": lambda _: iter(("1",)),
}  # fmt: skip
REMEDIES: Mapping[str, Remedy] = {"header-value": taken_value}
