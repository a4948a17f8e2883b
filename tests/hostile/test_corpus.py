"""Every hostile input ends as it should: kept out by a problem that says so, or published as text that does nothing."""

import time
from collections import defaultdict
from pathlib import Path

import pytest
from markdown import Markdown

from generator import loading, pipeline
from generator.cleaning import clean
from generator.gate import inspect
from generator.generating import KEPT, Shop
from generator.problems import ContentError, Severity
from generator.settings import Settings

from .corpus import ADDRESS_WAYS, ADDRESSES, CANARY, MORE_WAYS, MORE_WORDS, SPECIAL, WAYS, WORDS, Case, cases, write

ALL = list(cases())
HARMLESS = [case for case in ALL if case.code is None]
SOME = [case for number, case in enumerate(HARMLESS) if number % 7 == 0 or case in SPECIAL]  # each way and each trick


def test_the_corpus_has_each_way_times_each_trick() -> None:
    tables = ((WAYS, WORDS), (MORE_WAYS, MORE_WORDS), (ADDRESS_WAYS, ADDRESSES))
    assert len(ALL) == sum(len(ways) * len(tricks) for ways, tricks in tables) + len(SPECIAL)
    assert WORDS.keys().isdisjoint(MORE_WORDS)
    assert len(ALL) > 2_000
    paths = [path for case in ALL for path in case.files]
    assert len(paths) == len(set(paths))


def test_some_are_of_each_kind() -> None:
    names = " ".join(case.name for case in SOME)
    assert [part for part in (*WAYS, *WORDS, *MORE_WAYS, *MORE_WORDS) if part not in names] == []


def errors(content: Path) -> dict[str, set[str]]:
    """The codes of all errors in a content tree, by path."""
    found: dict[str, set[str]] = defaultdict(set)
    for problem in loading.load(content)[1]:
        if problem.severity is Severity.ERROR:
            found[problem.path.partition("/")[2]].add(problem.code)
    return found


def test_each_input_has_the_outcome_that_is_expected(tmp_path: Path) -> None:
    found = errors(write(tmp_path, ALL))
    wrong = {
        case.name: outcome
        for case in ALL
        if not is_expected(case, outcome := set().union(*(found[path] for path in case.files)))
    }
    assert wrong == {}


def is_expected(case: Case, codes: set[str]) -> bool:
    return case.code in codes if case.code else not codes


def test_a_wrong_outcome_is_seen() -> None:
    assert not is_expected(Case(name="a", files={}, code="link-dead"), set())
    assert not is_expected(Case(name="a", files={}), {"link-dead"})


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", [case for case in SPECIAL if case.is_slow or "-tangled-" in case.name], ids=lambda case: case.name
)
def test_no_file_holds_the_build_for_long(case: Case, a_project: Path) -> None:
    """Two seconds of the processor from the file to its published page."""
    shop = Shop(folder=a_project / "build" / KEPT, jobs=1, search=False)

    def build() -> None:
        pipeline.build(a_project / "content", a_project / "build", a_project, shop=shop)

    build()
    write(a_project, [case])
    begun = time.process_time()
    if case.code is None:
        build()
    else:
        with pytest.raises(ContentError, match=case.code):
            build()
    assert time.process_time() - begun < 2


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    content = write(tmp_path, [])
    (content / "articles" / "linked.md").symlink_to(tmp_path / "canary.txt")
    (content / "pages").symlink_to(tmp_path)
    assert errors(content) == {"articles/linked.md": {"file-stray"}, "pages": {"file-stray"}}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of some of what is published, as Markdown; tests/browser/test_hostile.py has all of it."""
    folder = tmp_path_factory.mktemp("hostile")
    pipeline.generate(write(folder, SOME), folder / "docs", Settings())
    return folder / "docs"


def test_nothing_runs_in_the_rendered_pages_and_nothing_comes_from_outside(docs: Path) -> None:
    """Before any second line: the publisher's own Markdown makes nothing of them that the gate or the cleaner would touch."""
    publisher = Markdown(
        extensions=["attr_list", "md_in_html", "tables", "fenced_code", "toc"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    wrong = []
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text("utf-8")
        assert CANARY not in text
        rendered = publisher.reset().convert(text.split("\n---\n", 1)[1])
        if inspect("a.html", rendered.encode()) or clean(rendered) != rendered:
            wrong.append(
                (path.relative_to(docs).as_posix(), [str(found) for found in inspect("a.html", rendered.encode())][:2])
            )
    assert wrong == []
