"""The project's own content is worth reading: nothing is wrong with it, there is enough of it, and facts have their source."""

import re
import resource
from collections.abc import Callable
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest

from generator import pipeline
from generator.checks import Content
from generator.model import Actor, Block, Mark, Role, Status, Style
from generator.problems import Problem
from generator.text import words

CONTENT = Path(__file__).resolve().parent.parent / "content"
MANY_WORDS = 25  # a paragraph of more is taken to state facts
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
OUTLET_AND_DATE = re.compile(
    rf"\((?:[^()\n]|\([^()\n]*\)){{2,160}}?, (?:(?:\d{{1,2}} )?{MONTH} \d{{4}}|undated)(?:[^()\n]|\([^()\n]*\)){{0,160}}\)"
)
BUILD_SECONDS = 5.0


@cache
def loaded() -> tuple[Content, list[Problem]]:
    return pipeline.load(CONTENT)


def sourced(block: Block) -> bool:
    """A block names where it comes from: by a link, an address, or an outlet with a date in parentheses."""
    links = any(mark.style is Style.LINK and mark.href.startswith(("http://", "https://")) for mark in block.marks)
    return links or "https://" in block.text or bool(OUTLET_AND_DATE.search(block.text))


def test_check_finds_nothing() -> None:
    _, problems = loaded()
    assert not problems, "\n".join([*map(str, problems), "To see them again: explainer check"])


def test_there_are_explainers_of_every_kind_of_file() -> None:
    content, _ = loaded()
    explainers = [a for a in content.articles if a.outlet is None and a.status is Status.PUBLISHED]
    endings = [Path(article.path).suffix for article in content.articles]
    assert len(explainers) >= 14
    assert endings.count(".txt") >= 2
    assert endings.count(".html") >= 1


def test_explainers_are_complete() -> None:
    """Each has a title, a day, a summary, words enough to explain something, actors and topics."""
    content, _ = loaded()
    for entry in pipeline.connect(content).entries:
        article = entry.article
        assert article.title, article.path
        assert article.date, article.path
        assert article.summary, article.path
        assert sum(len(words(block.text)) for block in article.blocks) >= 250, article.path
        assert len(entry.actors) >= 2, article.path
        assert entry.topics, article.path


def introduced(actor: Actor) -> bool:
    """Two sentences, with a link to where they are from."""
    text = " ".join(block.text for block in actor.introduction)
    sentences = [part for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“(])", text) if len(words(part)) > 3]
    return len(sentences) >= 2 and any(sourced(block) for block in actor.introduction)


def test_there_are_actors_with_introductions() -> None:
    content, _ = loaded()
    lacking = [actor.path for actor in content.actors if not introduced(actor)]
    assert len(content.actors) - len(lacking) >= 30
    assert not lacking
    assert len({actor.kind for actor in content.actors}) == 4
    assert any(not alias.isascii() and alias.isalpha() for actor in content.actors for alias in actor.aliases), (
        "no other script"
    )


def test_there_are_topics_and_events() -> None:
    content, _ = loaded()
    assert len(content.topics) >= 16
    assert sum(topic.date is not None for topic in content.topics) >= 5
    assert any(topic.parent for topic in content.topics)
    assert any(topic.related for topic in content.topics)
    assert all(topic.introduction for topic in content.topics)


def test_articles_lead_to_actors_and_topics() -> None:
    content, _ = loaded()
    archive = pipeline.connect(content)
    assert sum(bool(entries) for entries in archive.by_actor.values()) >= 30
    assert sum(bool(entries) for entries in archive.by_topic.values()) >= 16


def test_there_are_outlets_and_pages() -> None:
    content, _ = loaded()
    assert len(content.outlets) == 5
    assert {page.slug for page in content.pages} >= {"index", "about", "contribute"}


def unsourced(blocks: tuple[Block, ...]) -> list[Block]:
    """The paragraphs and list items of many words without a source; one that ends in a colon has that of what it announces."""
    found = []
    for block, after in zip_longest(blocks, blocks[1:]):
        announced = block.text.endswith(":") and after is not None and sourced(after)
        if block.role in (Role.PARAGRAPH, Role.LIST_ITEM) and len(words(block.text)) > MANY_WORDS:
            found += [] if sourced(block) or announced else [block]
    return found


def test_every_factual_paragraph_names_its_source() -> None:
    content, _ = loaded()
    found = [(article, block) for article in content.articles for block in unsourced(article.blocks)]
    assert [f"{article.path}:{block.line}: {block.text:.90}" for article, block in found] == []


def test_a_paragraph_without_a_source_is_seen() -> None:
    bare = Block(role=Role.PARAGRAPH, text="The envoys met once more in Strelsau. " * 5, line=1)
    source = Block(role=Role.QUOTATION, text="“We met,” said Ada Example. (The Gazette, 3 April 2024)", line=2)
    colon = Block(role=Role.PARAGRAPH, text=bare.text + "She said:", line=1)
    assert unsourced((bare, source)) == [bare]
    assert unsourced((colon, source)) == []
    assert unsourced((colon,)) == [colon]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met. (The Gazette, 3 April 2024)", True),
        ("The envoys met. (The Gazette, https://gazette.example/a)", True),
        ("The envoys met. (The Gazette of Strelsau (evening edition), 3 April 2024)", True),
        ("The envoys met. (The Gazette, undated)", True),
        ("The envoys met on 3 April 2024 (a Wednesday).", False),
        ("The envoys met (twice).", False),
    ],
)
def test_a_source_is_told_from_none(text: str, expected: bool) -> None:
    assert sourced(Block(role=Role.PARAGRAPH, text=text, line=1)) is expected


def test_a_link_is_a_source_only_if_it_leads_out() -> None:
    for href, expected in (("https://gazette.example/", True), ("../actors/ada-example.md", False)):
        block = Block(
            role=Role.PARAGRAPH, text="Here.", line=1, marks=(Mark(style=Style.LINK, start=0, end=4, href=href),)
        )
        assert sourced(block) is expected


@pytest.mark.slow
def test_it_builds_in_seconds(run: Callable[..., object], tmp_path: Path) -> None:
    """By the processor's time, the best of three: what a build takes, not what else this machine is doing."""
    taken = []
    for number in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = run("explainer", "build", "--content", CONTENT, "--build-dir", tmp_path / str(number))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 0, done.stdout + done.stderr
        taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
        if taken[-1] < BUILD_SECONDS:
            break
    assert min(taken) < BUILD_SECONDS, taken
