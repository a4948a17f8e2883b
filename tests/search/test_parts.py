"""Parts: few, none too full, and a new record changes one."""

import datetime
import random

from generator.search import Findable, Part, parts_of
from generator.search.parts import OVERHEAD


def article(date: datetime.date | None, number: int, kind: str = "article") -> Findable:
    return Findable(url=f"articles/{number}/", kind=kind, date=date, size=500)


def many(count: int, seed: int = 1) -> list[Findable]:
    rolled = random.Random(seed)
    first = datetime.date(2015, 1, 1)
    return [
        article(first + datetime.timedelta(days=int(4000 * rolled.random() ** 0.6)), number) for number in range(count)
    ]


def holdings(parts: tuple[Part, ...]) -> dict[str, set[str]]:
    return {part.name: {record.url for record in part.records} for part in parts}


FULL = 100 * (OVERHEAD + 500)  # room for a hundred of these


def test_each_record_stands_in_one_part_and_none_is_too_full() -> None:
    parts = parts_of(many(3000), FULL).articles
    assert sum(len(part.records) for part in parts) == 3000
    assert set().union(*holdings(parts).values()) == {f"articles/{n}/" for n in range(3000)}
    assert max(len(part.records) for part in parts) <= 100
    assert len(parts) < 3000 / 100 * 2.2


def test_the_newest_comes_first() -> None:
    parts = parts_of(many(1000), FULL).articles
    dates = [record.date for part in parts for record in part.records]
    assert dates == sorted(dates, reverse=True)


def test_the_order_of_the_records_does_not_matter() -> None:
    records = many(500)
    assert parts_of(records, FULL) == parts_of(records[::-1], FULL)


def test_a_new_article_changes_one_part() -> None:
    """Every other part keeps its name and what it holds; the one may be cut in two."""
    records = many(2000)
    before = holdings(parts_of(records, FULL).articles)
    for seed in range(60):
        new = article(many(1, seed)[0].date, 10_000 + seed)
        after = holdings(parts_of([*records, new], FULL).articles)
        changed = [name for name, held in before.items() if after.get(name) != held]
        assert len(changed) == 1
        records.append(new)
        before = after


def test_a_small_archive_has_one_part_a_name_that_says_its_years() -> None:
    day = datetime.date
    one = parts_of([article(day(2025, 3, 1), 1), article(day(2025, 11, 1), 2)]).articles
    assert [part.name for part in one] == ["2025"]
    two = parts_of([article(day(2024, 3, 1), 1), article(day(2025, 11, 1), 2)]).articles
    assert [part.name for part in two] == ["2024-2025"]


def test_a_full_year_is_cut_by_months_and_a_full_month_by_days() -> None:
    days = [article(datetime.date(2025, 1 + n % 12, 1 + n % 28), n) for n in range(120)]
    assert [part.name for part in parts_of(days, FULL).articles] == ["2025-09-to-12", "2025-01-to-08"]
    month = [article(datetime.date(2025, 7, 1 + n % 31), n) for n in range(110)]
    assert [part.name for part in parts_of(month, FULL).articles] == ["2025-07-17-to-31", "2025-07-01-to-16"]
    one_day = [article(datetime.date(2025, 7, 4), n) for n in range(110)]
    assert [part.name for part in parts_of(one_day, FULL).articles] == ["2025-07-04"]  # nothing to cut


def test_statements_and_the_registry_have_parts_of_their_own() -> None:
    day = datetime.date(2025, 1, 1)
    kinds = ["article", "statement", "actor", "topic", "outlet", "page"]
    parts = parts_of([article(day, n, kind) for n, kind in enumerate(kinds)])
    assert [part.name for part in parts.every] == ["registry", "2025", "statements-2025"]
    assert [record.kind for record in parts.registry[0].records] == ["actor", "topic", "outlet", "page"]
    assert parts_of([]).every == ()
