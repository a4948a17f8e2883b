"""The tables hold what the site shows: all of it, and no word more."""

import dataclasses

import pytest

from generator.crossref import Archive
from generator.data.columns import Column, Filled, Scope, Type
from generator.data.tables import TABLES, fill
from generator.settings import Settings

from .conftest import FOLLOWED

COLUMNS = [(table.name, column) for table in TABLES for column in table.columns]


def test_counts_are_those_of_the_archive(filled: dict[str, Filled], archive: Archive) -> None:
    registry = archive.registry
    expected = {
        "articles": len(archive.entries),
        "actors": len(registry.actors),
        "topics": len(registry.topics),
        "outlets": len(registry.outlets),
        "statements": sum(map(len, archive.said_by.values())),
        "wordings": sum(len(s.variants) for said in archive.said_by.values() for s in said),
        "subjects": sum(len(e.topics) for e in archive.entries),
        "edges": sum(map(len, archive.co_actors.values())) // 2,
    }
    assert {name: len(filled[name].rows) for name in expected} == expected
    assert sum(m["count"] for m in filled["mentions"].records()) == sum(  # type: ignore[misc]
        len(found.mentions) for entry in archive.entries for found in entry.actors
    )
    assert min(expected.values()) > 0


def test_counts_of_each_thing_are_those_of_its_rows(filled: dict[str, Filled]) -> None:
    articles = filled["articles"].records()
    for actor in filled["actors"].records():
        assert actor["article_count"] == sum(actor["slug"] in a["actors"] for a in articles)  # type: ignore[operator]
        assert actor["statement_count"] == sum(s["speaker"] == actor["slug"] for s in filled["statements"].records())
    for topic in filled["topics"].records():
        assert topic["article_count"] == sum(topic["slug"] in a["topics"] for a in articles)  # type: ignore[operator]
    for outlet in filled["outlets"].records():
        assert outlet["article_count"] == sum(a["outlet"] == outlet["slug"] for a in articles)


@pytest.mark.parametrize("filled_table", [table.name for table in TABLES])
def test_keys_are_unique_and_references_hold(filled: dict[str, Filled], filled_table: str) -> None:
    each = filled[filled_table]
    keys = [tuple(record[name] for name in each.table.key) for record in each.records()]
    assert len(set(keys)) == len(keys)
    for column in each.table.columns:
        if column.refers:
            (key,) = filled[column.refers].table.key
            known = {record[key] for record in filled[column.refers].records()}
            assert {record[column.name] for record in each.records()} - {None} <= known


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{t}.{c.name}" for t, c in COLUMNS])
def test_values_are_of_their_type(filled: dict[str, Filled], table: str, column: Column) -> None:
    kinds = {Type.INTEGER: int, Type.NUMBER: float, Type.ARRAY: list}
    for record in filled[table].records():
        value = record[column.name]
        assert value != ""
        if value is None:
            assert not column.required, record
        else:
            assert type(value) is kinds.get(column.type, str)
            if column.type is Type.DATE:
                assert len(str(value)) == 10


@pytest.fixture(scope="module")
def without_address(archive: Archive, settings: Settings) -> dict[str, Filled]:
    """The tables as they are while the site has no address."""
    return fill(Scope(archive=archive, settings=dataclasses.replace(settings, site_url="")))


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{t}.{c.name}" for t, c in COLUMNS])
def test_the_example_of_each_field_is_true(without_address: dict[str, Filled], table: str, column: Column) -> None:
    """Some row of the tests' tree has it."""
    values = [record[column.name] for record in without_address[table].records()]
    assert column.example in values


def test_nothing_withheld_is_in_any_file(files: dict[str, bytes]) -> None:
    together = b"\n".join(files.values()).decode("utf-8", "replace")
    withheld = (
        "A draft about Ada",  # a draft
        "must not be published any more",  # withdrawn
        "who will pay for the coffee",  # behind the end of an excerpt
        "More than forty boats closed the mouth of the harbour of Zenda on Thursday night to protest against the truce, which keeps them from the sea.\\n",
        "an insult",  # of a link
        "took the report back the day after",  # retracted
        "ends here",  # the end of a long quotation in an excerpt
    )
    for words in withheld:
        assert words not in together
    assert FOLLOWED[:40] in together
    assert "Ships of more than 20 metres" in together


def test_what_a_retracted_article_still_says(filled: dict[str, Filled]) -> None:
    (article,) = (a for a in filled["articles"].records() if a["status"] == "retracted")
    assert article["title"] == "Harbour blockade lifted: a report taken back"
    assert (article["body"], article["summary"], article["key_points"]) == (None, None, [])


def test_a_statement_in_two_wordings_has_both(filled: dict[str, Filled]) -> None:
    (told,) = (s for s in filled["statements"].records() if s["wording_count"] == 2)
    assert str(told["address"]).endswith(f"/statements/{told['id']}/")
    words = [w["words"] for w in filled["wordings"].records() if w["statement"] == told["id"]]
    assert words == ["We have agreed to stop, not to forget", "We have agreed to stop but not to forget"]


def test_a_long_quotation_that_the_site_cuts_is_cut(filled: dict[str, Filled]) -> None:
    (said,) = (s for s in filled["statements"].records() if "pays for the coffee" in str(s["words"]))
    assert len(str(said["words"])) <= 150
    assert str(said["words"]).endswith("…")


def test_addresses_without_the_sites_own_are_from_its_root(
    filled: dict[str, Filled], without_address: dict[str, Filled], settings: Settings
) -> None:
    for name in ("articles", "actors", "topics", "outlets", "statements"):
        absolute = [str(record["address"]) for record in filled[name].records()]
        assert absolute == [settings.site_url + str(record["address"]) for record in without_address[name].records()]
