"""Random files: no reader fails, none takes long, and no word of a text is lost without a trace.

    pytest tests/fuzz                                    a few seconds, in every run
    pytest tests/fuzz -m slow                            a minute of it, as CI does
    EXPLAINER_FUZZ=3600 pytest tests/fuzz -m slow        so many seconds in all, shared out among the tests

Guided by coverage, for development: benchmarks/fuzz.py.
"""

import os
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from generator import reading
from generator.markup import to_markdown
from generator.model import Article
from generator.reading.fields import TABLES

FAST = settings(max_examples=60, deadline=2_000, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
BATCH = settings(max_examples=100, deadline=2_000, suppress_health_check=list(HealthCheck), database=None)
SHARES = 10  # of the time: eight readers, two that must lose nothing
SECONDS = float(os.environ.get("EXPLAINER_FUZZ", "60")) / SHARES

WORDS = st.sampled_from(
    [
        "harbour",
        "fishers",
        "Ruritania",
        "Ada Example",
        "minister said",
        "Żuławski",
        "Київ",
        "東京都",
        "ومدينة",
        "2025-02-03",
    ]
)
_MARKS = (
    "* ** _ ` ``` ~~~ # ## > - 1. | |---| [ ] ( ) ![ ]( [^1] : <b> </b> <div> </div> <!-- --> <br> <a href=x> &amp; &lt; \\ “ ” \" ' — \t \n \n\n "
    "{ } {{ {% === --- *** :: \u2028 \u202e \u200b \x0b \x0c \x00 \x85 <svg> <script> </script> <p> <table> <td> By @ http://a.b 3\u00a0February"
)  # fmt: skip
MARKS = st.sampled_from(_MARKS.split(" "))
PIECES = st.lists(st.one_of(WORDS, MARKS, st.sampled_from([" ", "\n", "\n\n", "    "])), max_size=60).map("".join)
HEADERS = st.sampled_from(
    [
        "",
        "---\ntitle: A title\ndate: 2025-02-03\n---\n\n",
        "---\nname: Ada\nkind: person\n---\n",
        "---\n",
        "---\n{[&*!|>\n---\n",
        "--- \r\ntitle: a\r\n---\r\n",
    ]
)
# Values of every shape in every field: a reader of the table of fields must expect any.
VALUES = st.recursive(
    st.sampled_from(["a", "2025-02-03", "ada-example", "1", "''", "no", "date", "what", "text", "speaker", "add", "&a x", "!!x y", "?"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.lists(st.tuples(inner, inner), max_size=3).map(lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"),
    ),
    max_leaves=6,
)  # fmt: skip
FIELDS = st.lists(
    st.tuples(st.sampled_from(sorted({field.name for table in TABLES.values() for field in table})), VALUES), max_size=4
).map(lambda lines: "---\n" + "".join(f"{name}: {value}\n" for name, value in lines) + "---\n")
FILES = st.one_of(
    st.binary(max_size=400),
    st.tuples(st.one_of(HEADERS, FIELDS), PIECES).map(lambda parts: "".join(parts).encode()),
)
READERS = {
    "markdown": lambda data: reading.read_article("content/articles/a.md", data),
    "text": lambda data: reading.read_article("content/articles/a.txt", data),
    "html": lambda data: reading.read_article("content/articles/a.html", data),
    "actor": lambda data: reading.read_actor("content/actors/a.md", data),
    "topic": lambda data: reading.read_topic("content/topics/a.md", data),
    "outlet": lambda data: reading.read_outlet("content/outlets/a.md", data),
    "page": lambda data: reading.read_page("content/pages/a.md", data),
    "decisions": lambda data: reading.read_decisions("content/statements.yaml", data),
}  # fmt: skip
each_reader = pytest.mark.parametrize("reader", READERS)


def survives(reader: str, data: bytes) -> None:
    """A reader gives what it read or a problem that says why not; what it read can be written."""
    thing, problems = READERS[reader](data)
    assert thing is not None or problems
    if isinstance(thing, Article):
        to_markdown(thing.blocks, anchors=True)


def letters(text: str) -> set[str]:
    """Runs of four letters or more: what a reader would miss."""
    return set(re.findall(r"[^\W\d_]{4,}", text))


def kept(article: Article) -> str:
    """All text of an article, and all that was left out by name."""
    blocks = [part for block in article.readable for part in (block, *(cell for row in block.rows for cell in row))]
    parts = [*(f"{block.text} {block.language}" for block in blocks), *(dropped.text for dropped in article.dropped)]
    # A picture's or a link's address is kept as such; a byline and a date become values.
    parts += [mark.href for block in blocks for mark in block.marks] + [
        *article.authors,
        *(e.text for e in article.evidence.values()),
    ]
    return "\n".join([*parts, article.summary or ""])


def loses_nothing(path: str, text: str) -> None:
    article, _ = reading.read_article(path, text.encode())
    if article is not None:
        there = kept(article)
        assert [
            run for run in sorted(letters(text)) if run not in there
        ] == []  # in it: without marks two words may be one


PLAIN = st.lists(
    st.one_of(WORDS, st.sampled_from([" ", "\n", "\n\n", "* ", "> ", "- ", "1. ", "# ", "**", "`", "| ", "    ", "> > > ", "“", "”", ", ", ". "])), max_size=80
).map("".join)  # fmt: skip


@each_reader
@FAST
@given(data=FILES)
def test_no_reader_fails(reader: str, data: bytes) -> None:
    survives(reader, data)


@pytest.mark.parametrize("path", ["content/articles/a.md", "content/articles/a.txt"])
@FAST
@given(text=PLAIN)
def test_no_word_is_lost(path: str, text: str) -> None:
    loses_nothing(path, text)


def for_its_share(files: st.SearchStrategy[Any], check: Callable[[Any], None]) -> int:
    """Batch after batch of files, each with a seed of its own, until the time is up; the number of batches.

    A file that fails is made as small as it gets, and printed; the same run finds it again.
    """
    end, number = time.monotonic() + SECONDS, 0
    while time.monotonic() < end:
        seed(number)(BATCH(given(files)(check)))()
        number += 1
    return number


@pytest.mark.slow
@each_reader
def test_no_reader_fails_for_long(reader: str) -> None:
    def check(data: bytes) -> None:
        survives(reader, data)

    assert for_its_share(FILES, check)


@pytest.mark.slow
@pytest.mark.parametrize("path", ["content/articles/a.md", "content/articles/a.txt"])
def test_no_word_is_lost_for_long(path: str) -> None:
    def check(text: str) -> None:
        loses_nothing(path, text)

    assert for_its_share(PLAIN, check)


@pytest.mark.parametrize(
    ("reader", "file"),
    [
        ("markdown", "---\nstatements: [{[a]: b, text: x}]\n---\n"),  # a key that is a list
        ("markdown", "---\ncorrections: [{{a: b}: c}]\n---\n"),
        ("page", "#\n\nA text.\n"),  # a heading without words was a title, and the page was gone without a word
    ],
)
def test_what_was_found_stays_mended(reader: str, file: str) -> None:
    survives(reader, file.encode())


def test_words_behind_a_language_are_not_lost() -> None:
    loses_nothing("content/articles/a.md", "```harbour harbourharbour")
    loses_nothing("content/articles/a.md", "``` harbour fishers\nRuritania\n```\n")


@pytest.mark.parametrize("depth", [19, 25, 60, 150])
def test_words_in_the_depth_are_not_lost(depth: int) -> None:
    """Parsers stop somewhere: what lies deeper is kept, or is a problem."""
    for text in (
        "".join(f"{'  ' * n}- item{'abcdefghij'[n % 10] * 4}\n" for n in range(depth)) + "\nbehind it\n",
        "> " * depth + "quoted deeply\n",
        "*a **b " * depth + "emphasis",
        "<div>" * depth + "inside" + "</div>" * depth + "\n\nbehind it\n",
    ):
        article, problems = reading.read_article("content/articles/a.md", text.encode())
        assert problems or (
            article is not None and letters(text.replace("<div>", "").replace("</div>", "")) <= letters(kept(article))
        ), text[:80]


@pytest.mark.parametrize("heading", ["#", "# \u00a0", "# <!-- -->"])
def test_a_heading_without_words_is_no_title(heading: str) -> None:
    article, _ = reading.read_article("content/articles/a.md", f"{heading}\n\nA text.\n".encode())
    assert article is not None
    assert not article.title
    assert "A text." in kept(article)
