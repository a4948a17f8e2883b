"""BibTeX, RIS and CSL-JSON: their own parsers read back what went in, whatever it holds."""

import datetime
import json
import re

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator.citations.formats import bibtex, csl_json, ris
from generator.citations.items import Item, plain
from generator.citations.names import Name

HOSTILE = [
    "100% of $5 & {more} #1_2",
    "}",
    "{",
    "\\end{document}",
    "TY  - JOUR\nER  - ",
    "a~b^c",
    "“Quotes” – “ё”",
    "@misc{x,",
    '"',
]
TEXT = st.text(min_size=1, max_size=40).filter(lambda text: plain(text).strip())
DAY = datetime.date(2024, 5, 1)


def decoder() -> LatexNodes2Text:
    """TeX's text of an entry, with the two commands for braces that pylatexenc does not know."""
    known = get_default_latex_context_db()
    braces = [MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")]
    known.add_context_category("braces", macros=braces, prepend=True)
    return LatexNodes2Text(latex_context=known, keep_braced_groups=False)


def items(title: str, author: str = "Ministry of Silly Affairs") -> list[Item]:
    person = Name(family="van der Berg", given="Karl")
    one = Item(
        key="a-slug",
        title=title,
        authors=(person, Name(literal=author)),
        date=DAY,
        container=title,
        url="https://a.example/x_y?b=%20&c",
        language="en",
        news=True,
    )
    two = Item(key="a-slug-archived", title=title, date=DAY, archive="The Archive", container=title, news=True)
    return [one, two]  # fmt: skip


def hostile(test):  # type: ignore[no-untyped-def]
    for title in HOSTILE:
        test = example(title)(test)
    return settings(max_examples=60, deadline=None)(given(TEXT)(test))


@hostile
def test_bibtex(title: str) -> None:
    written = bibtex(items(title))
    library = bibtexparser.parse_string(written, append_middleware=[LatexDecodingMiddleware(decoder=decoder())])
    assert not library.failed_blocks
    one, two = library.entries
    assert (one.key, one.entry_type, two.key) == ("a-slug", "article", "a-slug-archived")
    fields = {field.key: field.value for field in one.fields}
    # TeX takes runs of hyphens and of quotation marks for one character: what it sets there is not what is written.
    if not re.search(r"--|``|''|[!?]`|[^\x20-\ufffd]", plain(title)):
        assert same(fields["title"], title)
        assert same(fields["journal"], title)
    assert fields["author"].startswith("van der Berg, Karl and ")
    assert (fields["year"], fields["month"], fields["day"]) == ("2024", "5", "1")
    assert "Archived in The Archive" in {field.key: field.value for field in two.fields}["note"]


def same(read: str, written: str) -> bool:
    """Alike but for the room around commands, which TeX takes away, and the decoder's own circumflex."""
    return "".join(read.replace("ˆ", "^").split()) == "".join(plain(written).replace("ˆ", "^").split())


@hostile
def test_ris(title: str) -> None:
    one, two = rispy.loads(ris(items(title)))
    assert one["type_of_reference"] == "NEWS"
    assert one["title"] == one["secondary_title"] == plain(title)
    assert one["authors"] == ["van der Berg, Karl", "Ministry of Silly Affairs"]
    assert (one["year"], one["date"], one["urls"]) == ("2024", "2024/05/01", ["https://a.example/x_y?b=%20&c"])
    assert two["name_of_database"] == "The Archive"


@hostile
def test_csl_json(title: str) -> None:
    records = json.loads(csl_json(items(title)))
    assert [record["title"] for record in records] == [plain(title)] * 2
    assert records[0]["author"] == [
        {"family": "van der Berg", "given": "Karl"},
        {"literal": "Ministry of Silly Affairs"},
    ]
    assert records[0]["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert set(CiteProcJSON(records)) == {"a-slug", "a-slug-archived"}


def test_an_author_with_and_stays_one() -> None:
    entry = bibtex(items("T", "Rocks and Stones, Ltd"))
    assert "author = {van der Berg, Karl and {Rocks and Stones, Ltd}}" in entry


def test_what_is_unknown_is_left_out() -> None:
    bare = [Item(key="k", title="T")]
    assert bibtex(bare) == "@misc{k,\n  title = {{T}}\n}\n"
    assert ris(bare) == "TY  - ELEC\nTI  - T\nER  - \n"
    assert json.loads(csl_json(bare)) == [{"id": "k", "type": "webpage", "title": "T"}]
