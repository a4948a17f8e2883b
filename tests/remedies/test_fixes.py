"""Mending keeps every byte of the text, mends once and for all, and leaves alone what is right; no remedy ever fails."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.checks import Content
from generator.problems import PasteKind
from generator.reading import lint, read_actor, read_article
from generator.reading.fields import ARTICLE_FIELDS
from generator.remedies import pasted, with_remedies
from generator.remedies.fixes import fixed

PATH = "content/articles/talks.md"
KEYS = [field.name for field in ARTICLE_FIELDS] + ["Title", "Date", "author", "tags", "titel", "key-points", "x"]
VALUES = [
    "Talks", "Talks: a guide", '"Talks"', "“Talks”", "no", "1.10", "20.8.2025", "2025-08-20", "04/09/2025", "2025-02-30", "[a, b]",
    "[a", "{add: [a]}", "@x", "*x", "!x", "&x", "a #b", "\tx", "", "’tis 'x'", 'a "b" c', "漢字", "English", "www.example.org", "- a",
    "|", ">", "Q42", "42", "true", "draft", "Draft", "\x07x", "a\u2028b", "עברית",
]  # fmt: skip
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(KEYS), st.sampled_from(VALUES)),
    st.sampled_from(
        [
            "",
            "# a remark",
            "  - a",
            "\t- b",
            "- c",
            "---",
            "<<<<<<< HEAD",
            "=======",
            ">>>>>>> main",
            "```",
            "title Talks",
        ]
    ),
)
BODIES = st.sampled_from(
    ["", "\n", "\nText.\n", "Text", "\n# A\n### B\n# C\n", "\n[x](y.md)\n", "\n```\nx\n", "\ncafÃ©  \n\n\n", "a\r\nb"]
)
FILES = st.builds(
    lambda lines, body, newline, mark: mark + newline.join(["---", *lines, "---", body]).encode(),
    st.lists(LINES, max_size=7),
    BODIES,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
)


@settings(max_examples=150, deadline=None)
@given(FILES)
@example(b"---\ndate: Talks\nrights: *x\n---\n")  # in quotation marks the value is wrong; without, the header
@example(b"---\ndate: Talks\nrights: !x\n---\n")
@example("---\ncorrections: a\u2028b\ntitle: Talks\nupdated: Talks\ndate: Talks\n---\n".encode())
def test_mending_twice_is_mending_once(data: bytes) -> None:
    once, done = fixed(PATH, data)
    assert fixed(PATH, once) == (once, [])
    assert (once == data) == (not done)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=6), BODIES, st.sampled_from(["\n", "\r\n"]))
def test_the_text_keeps_every_byte(lines: list[str], body: str, newline: str) -> None:
    lines = [line for line in lines if line != "---"]
    data = newline.join(["---", "language: en", *lines, "---", body]).encode()
    text = (newline + "---" + newline + body).encode()
    mended, _ = fixed(PATH, data)
    assert mended.endswith((text, text + b"\n", text + b"\r\n"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(ARTICLE_FIELDS), unique=True, min_size=1), st.sampled_from(["\n", "\r\n"]))
def test_fields_come_in_the_order_of_the_table(fields: list[object], newline: str) -> None:
    lines = [f"{field.name}: {field.example}" for field in fields]  # type: ignore[attr-defined]
    data = newline.join(["---", *lines, "---", "", "“We will not go.”", ""]).encode()
    ordered = sorted(fields, key=ARTICLE_FIELDS.index)  # type: ignore[arg-type]
    mended, _ = fixed(PATH, data)
    names = [line.split(":")[0] for line in mended.decode().splitlines()[1:-3]]
    assert names == [field.name for field in ordered]  # type: ignore[attr-defined]
    assert sorted(mended.splitlines()) == sorted(data.splitlines())
    assert (mended == data) == (ordered == fields)


@settings(max_examples=200, deadline=None)
@given(FILES, st.sampled_from([(PATH, read_article), ("content/actors/ada.md", read_actor)]))
def test_every_problem_gets_its_place_and_a_remedy_that_can_be_pasted(data: bytes, kind: object) -> None:
    path, read = kind  # type: ignore[misc]
    _, found = read(path, data)
    problems = with_remedies([*found, *lint(path, data)], {path: data}, Content(paths=(path,)))
    lines = data.decode("utf-8-sig").count("\n") + 1
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert problem.column is None or 1 <= problem.column <= len(problem.source) + 1
        if problem.paste and problem.paste.kind is PasteKind.LINES:
            assert pasted({path: data}, problem.paste)[path] is not None
            assert problem.paste.text == "" or problem.paste.text.endswith("\n")


def test_one_paste_does_not_undo_another() -> None:
    """A value with a colon is quoted once; that it is no right either is left to a person."""
    once, done = fixed(PATH, b"---\ndate: Talks\nrights: Talks: a guide\n---\n")
    assert len(done) == 1
    assert fixed(PATH, once) == (once, [])
