"""Spellings: folded alike whatever the keyboard, filed under each of their words, in files that stay small."""

import json

import pytest

from generator.model import Actor, ActorKind, ActorSlug, Outlet, OutletSlug, Registry, Rights, Term, Topic, TopicSlug
from generator.search.spellings import FOLDS, Spelled, folded, key, spelling_files


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Łódź", "lodz"),
        ("Jørgen Ågård", "jorgen agard"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("STRAẞE", "strasse"),
        ("Đorđe", "dorde"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("ısı", "isi"),
        ("Þór", "thor"),
        ("Ægir Œuvre", "aegir oeuvre"),
        ("O’Example", "oexample"),
        ("O'Example", "oexample"),
        ("d‘Example", "dexample"),
        ("Žižkov–Zenda (old)", "zizkov zenda old"),
        ("Ёлка ЙОД", "елка иод"),
        ("Ґава", "гава"),
        ("Οδός ΟΔΟΣ", "οδοσ οδοσ"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("علی", "علي"),
        ("ﷴ", "محمد"),  # a ligature
        ("U.N. 2025", "u n 2025"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("乌克兰", "乌克兰"),
        ("  ", ""),
        ("— !", ""),
    ],
)
def test_folding(written: str, expected: str) -> None:
    assert folded(written) == expected


@pytest.mark.parametrize("written", ["Łódź", "İstanbul", "Ｆull", "ß’ﷴ", "Ǆ ǅ", "ΑΣ", "ŉ"])
def test_folding_twice_changes_nothing(written: str) -> None:
    assert folded(folded(written)) == folded(written)


def test_the_table_is_of_single_letters() -> None:
    """So that a script can look up letter by letter."""
    assert {len(letter) for letter in FOLDS} == {1}


def actor(slug: str, name: str, **more: tuple[str, ...]) -> Actor:
    return Actor(slug=ActorSlug(slug), path=f"content/actors/{slug}.md", name=name, kind=ActorKind.PERSON, **more)


def registry(*actors: Actor) -> Registry:
    topic = Topic(slug=TopicSlug("zenda"), path="", name="Harbour of Zenda", terms=(Term(text="quay"),))
    outlet = Outlet(slug=OutletSlug("gazette"), path="", name="The Gazette", url="", rights=Rights.FULL)
    return Registry(actors={a.slug: a for a in actors}, topics={topic.slug: topic}, outlets={outlet.slug: outlet})


def loaded(spelled: Spelled) -> dict[str, list[list[str]]]:
    return {name: json.loads(data) for name, data in spelled.shards.items()}


def test_a_spelling_stands_under_each_of_its_words() -> None:
    ada = actor("ada", "Ada Łxample", aliases=("Ада Примерова",), weak_aliases=("Łxample",), metonyms=("Klow",))
    shards = loaded(spelling_files(registry(ada)))
    assert ["ada lxample", "Ada Łxample", "actor", "actors/ada/", "Ada Łxample", "ex-person"] in shards["a"]
    assert ["ada lxample", "Ada Łxample", "actor", "actors/ada/", "Ada Łxample", "ex-person"] in shards["l"]
    assert ["lxample", "Łxample", "actor", "actors/ada/", "Ada Łxample", "ex-person"] in shards["l"]
    assert shards["k"] == [["klow", "Klow", "actor", "actors/ada/", "Ada Łxample", "ex-person"]]
    assert [row[1] for row in shards["other"]] == ["Ада Примерова"]
    assert ["harbour of zenda", "Harbour of Zenda", "topic", "topics/zenda/", "Harbour of Zenda", "ex-topic"] in shards[
        "z"
    ]
    assert shards["g"] == [["the gazette", "The Gazette", "outlet", "outlets/gazette/", "The Gazette", "ex-outlet"]]
    assert "q" not in shards  # terms are no names
    assert all(rows == sorted(rows) for rows in shards.values())


def test_no_shard_is_too_large_and_each_word_is_where_it_is_looked_for() -> None:
    """A script loads the shards that a word's key begins with, the longest name, or those that begin with the key."""
    vowels = "aeiou"
    names = [f"{a}{b}{c}nda P{b}{a}r{c}" for a in vowels for b in "bcdfg" for c in vowels]
    names += [f"{chr(a)}{chr(b)}" for a in range(0x430, 0x440) for b in range(0x430, 0x438)]
    limit = 3000
    spelled = spelling_files(registry(*(actor(f"a{n}", name) for n, name in enumerate(names))), limit)
    assert max(map(len, spelled.shards.values())) <= limit
    assert {"other", "p"} - set(spelled.names) == {"other", "p"}, "full ones are divided"
    shards = loaded(spelled)
    for name in names:
        for word in folded(name).split():
            longest = max((shard for shard in shards if key(word).startswith(shard)), key=len)
            assert name in [row[1] for row in shards[longest]]


def test_a_word_that_is_the_beginning_of_others_has_a_place() -> None:
    people = [actor(f"a{n}", f"Zenda{chr(97 + n % 26)}{n}") for n in range(80)] + [
        actor("z", "Z"),
        actor("zenda", "Zenda"),
    ]
    shards = loaded(spelling_files(registry(*people), 1500))
    assert "Z" in [row[1] for row in shards["z"]]
    longest = max((shard for shard in shards if key("zenda").startswith(shard)), key=len)
    assert "Zenda" in [row[1] for row in shards[longest]]


def test_the_same_registry_makes_the_same_bytes() -> None:
    people = [actor(f"a{n}", f"Ada {n}") for n in range(30)]
    assert spelling_files(registry(*people)) == spelling_files(registry(*people[::-1]))
