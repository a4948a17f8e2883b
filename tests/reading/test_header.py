"""The header of a file: where it is, what it may not hold, and what a problem with it says."""

import re
import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reading.header import Header, read_header

BOUNDED = settings(max_examples=200, derandomize=True, deadline=None, database=None)


def read(text: str) -> tuple[Header, list[Problem]]:
    return read_header("content/articles/talks.md", text)


def values(header: Header) -> dict[str, str]:
    return {key: str(node.value) for key, (_, node) in header.entries.items()}


def the_problem(text: str) -> Problem:
    """The one problem of a header, with what every problem must have."""
    _, problems = read(text)
    assert len(problems) == 1, problems
    assert problems[0].path == "content/articles/talks.md"
    assert problems[0].help
    assert "Traceback" not in str(problems[0])
    return problems[0]


# --- where it is ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found", "rest", "line"),
    [
        ("---\ntitle: Talks\n---\nText", {"title": "Talks"}, "Text", 4),
        ("---\ntitle: Talks\n---\n\nText", {"title": "Talks"}, "\nText", 4),
        ("---\ntitle: Talks\n---", {"title": "Talks"}, "", 3),
        ("---\ntitle: Talks\n...\nText", {"title": "Talks"}, "Text", 4),
        ("--- \ntitle: Talks\n---\t\nText", {"title": "Talks"}, "Text", 4),
        ("\ufeff---\ntitle: Talks\n---\nText", {"title": "Talks"}, "Text", 4),
        ("\n\n---\ntitle: Talks\n---\nText", {"title": "Talks"}, "Text", 6),
        ("---\r\ntitle: Talks\r\n---\r\nText", {"title": "Talks"}, "Text", 4),
        ("---\n---\nText", {}, "Text", 3),
        ("---\n# only a comment\n---\nText", {}, "Text", 4),
        ("---\n\ntitle: Talks\n---\nText", {"title": "Talks"}, "Text", 5),
        ("---\ntitle: 'a --- b'\n---\nText\n---\nMore", {"title": "a --- b"}, "Text\n---\nMore", 4),
        ("Text\n---\ntitle: Talks\n---\n", {}, "Text\n---\ntitle: Talks\n---\n", 1),
        ("", {}, "", 1),
        ("----\ntitle: Talks\n----\n", {}, "----\ntitle: Talks\n----\n", 1),
    ],
)
def test_a_header_stands_between_fences_at_the_top(text: str, found: dict[str, str], rest: str, line: int) -> None:
    header, problems = read(text)
    assert problems == []
    assert (values(header), text[header.start :], header.line) == (found, rest, line)


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe talks ended on Friday.\nNobody spoke.",
        "---\n\nThe talks ended on Friday.",
        "---",
        "---\n",
        "---\n\nThe envoy said: no.\n\n---\n\nMore text.",
        "---\n\nThe talks ended on Friday.\n\n---\n\nMore text.",
        "---\n\n- one: 1\n- two\n\n---\n",
    ],
)
def test_a_rule_at_the_top_of_a_text_is_no_header(text: str) -> None:
    header, problems = read(text)
    assert problems == []
    assert (header.entries, header.start, header.line) == ({}, 0, 1)


def test_lines_of_keys_count_in_the_file() -> None:
    header, _ = read("\n---\n# why\ntitle: Talks\nactors:\n  - ada-example\n  - bo-sample\n---\nText")
    assert header.lines() == {"title": 4, "actors": 5}
    _, node = header.entries["actors"]
    assert [(header.line_of(item), header.column_of(item)) for item in node.value] == [(6, 5), (7, 5)]


# --- what is wrong with it ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("---\ntitle: Talks\n", "header-open", 1, None),
        ("\n\n---\ntitle: Talks\n\nText", "header-open", 3, None),
        ("---\ndate: 2025-08-22\ntitle: Talks: a guide\n---\n", "header-broken", 3, 13),
        ("---\ntitle: 'Talks\ndate: x\n---\n", "header-broken", None, None),
        ('---\ntitle: "Talks" in Ruritania\n---\n', "header-broken", 2, 16),
        ("---\ntitle: [Talks\ndate: x\n---\n", "header-broken", None, None),
        ("---\ntitle: Talks\n  date: x\n---\n", "header-broken", 3, 7),
        ("---\ntitle: Talks\n\tdate: x\n---\n", "header-broken", None, None),
        ("---\nauthors:\n- Ada\n - Bo\n  x: y\n---\n", "header-broken", None, None),
        ("---\ntitle: @talks\n---\n", "header-broken", 2, 8),
        ("---\ntitle: `talks`\n---\n", "header-broken", 2, 8),
        ("---\ntitle: %talks\n---\n", "header-broken", 2, 8),
        ("---\njust words\n---\n", "header-broken", 2, None),
        ("---\n- title: Talks\n---\n", "header-broken", 2, None),
        ("---\ntitle: a\n--- b\n---\n", "header-broken", 3, None),
        ("---\ntitle: a\n--- |\n x\n---\n", "header-broken", 3, None),
        ("---\n# why\ntitle: Talks\n", "header-open", 1, None),
        ('---\n"title": Talks\n', "header-open", 1, None),
        ("---\n? [a, b]\n: c\n---\n", "header-broken", 2, 3),
        ("---\n{a: b}: c\n---\n", "header-broken", 2, 1),
        ("---\ntitle: a\x01b\n---\n", "header-broken", 2, None),
        ("---\ntitle: a\x7fb\n---\n", "header-broken", 2, None),
        ('---\ntitle: "\\ud800"\n---\n', "header-broken", 2, None),
        ("---\ntitle: One\ndate: 2025-08-22\ntitle: Two\n---\n", "header-twice", 4, None),
        ("---\ntitle: &a Talks\n---\n", "header-anchor", 2, None),
        ("---\ntitle: *a\n---\n", "header-anchor", 2, None),
        ("---\nname: x\naliases: &x [a]\nmetonyms: *x\n---\n", "header-anchor", 3, None),
        ("---\ntitle: !!str 1\n---\n", "header-tag", 2, None),
        ("---\ntitle: !important x\n---\n", "header-tag", 2, None),
        ("---\ntitle: !!python/object/apply:os.system [x]\n---\n", "header-tag", 2, None),
        ("---\ntitle: Talks\nactors: " + "[" * 9 + "]" * 9 + "\n---\n", "header-too-deep", 3, None),
        ("---\ntitle: " + "x" * 65_536 + "\n---\n", "header-too-long", 2, None),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem(text: str, code: str, line: int | None, column: int | None) -> None:
    problem = the_problem(text)
    assert problem.code == code
    assert line is None or problem.line == line
    assert 1 <= problem.line <= text.count("\n") + 1
    assert column is None or problem.column == column


def test_a_broken_header_says_which_trap_it_may_be() -> None:
    problem = the_problem("---\ntitle: Talks: a guide\n---\n")
    assert 'title: "Talks: a guide"' in problem.help


def test_a_duplicate_key_keeps_its_first_value_and_names_its_line() -> None:
    header, problems = read("---\ntitle: One\ntitle: Two\n---\n")
    assert values(header) == {"title": "One"}
    assert "line 2" in problems[0].message


def test_the_text_behind_a_broken_header_is_still_found() -> None:
    text = "---\ntitle: [x\n---\nText"
    header, _ = read(text)
    assert (text[header.start :], header.line) == ("Text", 4)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(f"k{n}: &k{n} {{<<: [{','.join(['*a'] * 20)}]}}\n" for n in range(20))


@pytest.mark.parametrize(
    "hostile",
    [
        BOMB, MERGE_BOMB, "a: " + "[" * 60_000, "a: " + "{" * 60_000, "- " * 30_000, "? " * 30_000, "a: " + "[" * 5_000 + "]" * 5_000,
        "\n".join(f"{'  ' * n}k{n}:" for n in range(300)), "a: " + "[a," * 20_000, "x: 1\n" * 12_000, "a: '" + "'' " * 20_000,
        "a: " + "!" * 60_000, "a: " + "&" * 60_000,
    ],
)  # fmt: skip
def test_hostile_headers_are_refused_quickly(hostile: str) -> None:
    before = time.process_time()
    _, problems = read(f"---\n{hostile}\n---\nText")
    assert problems
    assert time.process_time() - before < 1


@pytest.mark.parametrize(
    "odd", ["a: |\n" + " \n" * 30_000, "a:" + "\t" * 60_000, "#" * 60_000, "\n" * 60_000, "# x\n" * 15_000]
)
def test_odd_headers_cost_little(odd: str) -> None:
    before = time.process_time()
    read(f"---\n{odd}\n---\nText")
    read(f"---\n{odd}")
    assert time.process_time() - before < 1


PIECES = (
    "---\n", "...\n", "title", ": ", ":", "\n", "- ", "  ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!x ", "!!str ", "|\n", ">-\n", "'", '"', "#", " # x",
    "%YAML 1.1\n", "%TAG ! x\n", "--- x\n", "<<: ", "@", "`", "\\", '"\\ud800"', '"\\x00"', "~", "null", "no", "1.10", "2025-08-22", "\r\n", "\r", "\t",
    "\ufeff", "\x00", "\x85", "\u2028", "😀", "date", "actors", "Ada",
)  # fmt: skip


@BOUNDED
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=14).map("".join))
def test_no_header_is_a_traceback(text: str) -> None:
    for source in (f"---\n{text}\n---\nText", f"---\n{text}"):
        header, problems = read(source)
        assert 0 <= header.start <= len(source)
        assert all(1 <= header.line_of(key) <= source.count("\n") + 1 for key, _ in header.entries.values())
        assert all(problem.help and problem.line >= 1 for problem in problems)
        assert all(isinstance(key, yaml.ScalarNode) for key, _ in header.entries.values())


HARMLESS = ("title: ", "date: ", "actors: ", "Words", " of Ada", "[a, b]", "[", "]", '"', "'", "2025-08-22", "#", " # x", ": ", "- ", "? ", "|", ">", "\n", "\n", "\r\n", " ", ",", "%", "--- ", "@", "\x07", "&a", "!")  # fmt: skip


@BOUNDED
@given(st.lists(st.sampled_from(HARMLESS), max_size=14).map("".join))
@example('title: "Words\ndate: 2025-08-22')
@example("title: [a, [b]]\nactors: [&a b]")
def test_what_is_composed_at_once_is_what_a_look_at_each_event_lets_pass(text: str) -> None:
    def seen() -> tuple[dict[str, tuple[int, str]], list[Problem]]:
        header, problems = read(f"---\n{text}\n---\nText")
        return {
            key: (header.line_of(node), yaml.serialize(node)) for key, (_, node) in header.entries.items()
        }, problems

    at_once = seen()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.reading.header._HARMLESS", re.compile("(?!)"))
        assert seen() == at_once
