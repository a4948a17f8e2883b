"""Files are read, and articles searched, once: again only where what that depends on has changed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator import memory, reading
from generator.content_tree import ContentFile
from generator.crossref import connect
from generator.kept import Damaged, Kept
from generator.made import Prints
from generator.memory import Memory
from generator.model import Actor, Article, ArticleSlug, Registry
from generator.packing import packed
from generator.progress import Progress

pytestmark = pytest.mark.usefixtures("closing")

TEXT = "---\ntitle: {}\ndate: 2024-05-14\n---\n\nAda Example was in Strelsau. “We have agreed to stop, not to forget,” said Ada Example.\n"
ACTOR = "---\nname: Ada Example\nkind: person\nrole: {}\naliases: [{}]\n---\n\nShe is the envoy.\n"


def file(folder: str, name: str, text: str) -> ContentFile:
    return ContentFile(folder=folder, path=f"content/{folder}/{name}.md", data=text.encode())


ARTICLES = [file("articles", name, TEXT.format(name)) for name in ("one", "two", "three")]


class Counting:
    """A memory of its own for each run, on the same file; how much each run had to work out."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.read, self.searched = list[str](), list[str]()
        read_one, found_in = memory._read_one, memory.found_in
        self.grouped = list[str]()
        group_speaker = memory.group_speaker
        monkeypatch.setattr(
            memory,
            "group_speaker",
            lambda speaker, *more: self.grouped.append(speaker) or group_speaker(speaker, *more),
        )
        monkeypatch.setattr(memory, "_read_one", lambda file: self.read.append(file.path) or read_one(file))
        monkeypatch.setattr(
            memory, "found_in", lambda article, *more: self.searched.append(article.slug) or found_in(article, *more)
        )

    def run(self, files: Sequence[ContentFile], actor: ContentFile | None = None) -> tuple[int, int]:
        self.read.clear()
        self.grouped.clear()
        self.searched.clear()
        self.memory = Memory(Kept(self.path, b"1"), jobs=1, progress=Progress())
        self.things = self.memory.readings([*files, *([actor] if actor else [])])
        articles = [thing for thing, _ in self.things if isinstance(thing, Article)]
        actors = {thing.slug: thing for thing, _ in self.things if isinstance(thing, Actor)}
        self.entries = self.memory.entries(articles, Registry(actors=actors))
        self.archive = connect(Registry(actors=actors), self.entries.entries, group=self.memory.group)
        return len(self.read), len(self.searched)


@pytest.fixture
def counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counting:
    return Counting(tmp_path / "kept", monkeypatch)


ADA = file("actors", "ada-example", ACTOR.format("Envoy", "A. Example"))


def test_what_is_known_is_not_read_again(counting: Counting) -> None:
    assert counting.run(ARTICLES, ADA) == (4, 3)
    first = counting.entries
    assert counting.run(ARTICLES, ADA) == (0, 0)
    assert counting.entries.prints == first.prints
    assert [entry.quotes for entry in counting.entries.entries] == [entry.quotes for entry in first.entries]
    assert all(entry.quotes for entry in first.entries)


def test_one_changed_file_is_read_alone(counting: Counting) -> None:
    counting.run(ARTICLES, ADA)
    before = counting.entries.prints
    changed = [file("articles", "one", TEXT.format("Another")), *ARTICLES[1:]]
    assert counting.run(changed, ADA) == (1, 1)
    assert {slug for slug, of in counting.entries.prints.items() if before[slug] != of} == {"one"}
    assert counting.run(ARTICLES, ADA) == (1, 1)  # what is no more is forgotten


def test_what_is_added_to_a_text_changes_nothing_but_the_text(counting: Counting) -> None:
    counting.run(ARTICLES, ADA)
    before, texts = counting.entries.prints, counting.archive.texts
    longer = file("articles", "one", f"{TEXT.format('one')}\nIt rained.\n")
    assert counting.run([longer, *ARTICLES[1:]], ADA) == (1, 1)
    assert counting.entries.prints == before
    prints = [Prints(counting.archive, before, {}).of(("texts", ArticleSlug(slug))) for slug in ("one", "two")]
    known = Prints(replace(counting.archive, texts=texts), before, {})
    assert prints[0] != known.of(("texts", ArticleSlug("one")))
    assert prints[1] == known.of(("texts", ArticleSlug("two")))
    assert counting.entries.entries[0].article.word_count == 18


def test_the_same_text_under_another_name_is_another_article(counting: Counting) -> None:
    counting.run(ARTICLES, ADA)
    assert counting.run([*ARTICLES, file("articles", "four", TEXT.format("one"))], ADA) == (1, 1)
    assert [thing.slug for thing, _ in counting.things if isinstance(thing, Article)] == ["one", "two", "three", "four"]


def test_articles_are_searched_again_for_other_names_and_not_for_other_words(counting: Counting) -> None:
    counting.run(ARTICLES, ADA)
    assert counting.run(ARTICLES, file("actors", "ada-example", ACTOR.format("Envoy", "Ada E."))) == (1, 3)
    introduced = ACTOR.format("Envoy", "Ada E.").replace("the envoy", "an envoy")
    assert counting.run(ARTICLES, file("actors", "ada-example", introduced)) == (1, 0)


def test_what_is_read_is_what_was_kept_of_it(counting: Counting) -> None:
    counting.run(ARTICLES, ADA)
    counting.run(ARTICLES, ADA)
    thing, problems = counting.things[0]
    fresh, found = reading.read_file("articles", ARTICLES[0].path, ARTICLES[0].data)
    assert isinstance(thing, Article)
    assert isinstance(fresh, Article)
    assert (thing.title, tuple(thing.blocks), list(problems)) == (fresh.title, tuple(fresh.blocks), list(found))


def test_statements_are_known_while_their_articles_are_the_same(counting: Counting) -> None:
    words = (
        "We cannot let them set the price of the northern lake behind our backs at night.",
        "The price of the northern lake is set by thieves, and we cannot bear it longer.",
    )
    later = [
        file("articles", name, TEXT.format(name).replace("We have agreed to stop, not to forget", said))
        for name, said in zip(("four", "five"), words, strict=True)
    ]
    counting.run([*ARTICLES, *later], ADA)
    assert counting.grouped == ["ada-example"]
    fresh = counting.archive.grouping
    assert any(len(statement.variants) > 1 for statement in fresh.statements)
    assert fresh.proposals
    counting.run([*ARTICLES, *later], ADA)
    assert counting.grouped == []
    assert counting.archive.grouping == fresh
    counting.run(ARTICLES, ADA)
    assert counting.grouped == ["ada-example"]
    assert counting.archive.grouping != fresh


@pytest.mark.parametrize(
    "wrong", [(([("ada", (), [999])], []), [b"x"]), (([("ada", (), [0])], []), []), ([("ada", (), [0])], [])]
)
def test_statements_that_are_kept_wrongly_are_told(counting: Counting, wrong: object) -> None:
    counting.run(ARTICLES, ADA)
    kept = Kept(counting.path, b"1")
    kept.keep({"statements": [(key, packed(wrong)) for key in kept.all("statements")]})
    kept.close()
    with pytest.raises(Damaged):
        counting.run(ARTICLES, ADA)
