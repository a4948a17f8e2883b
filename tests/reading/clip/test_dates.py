"""The grammar of dates, in the languages of Europe's news."""

import datetime
import time

import pytest

from generator.reading.clip.dates import find_dates, parse_date

DAY = datetime.date(2025, 8, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2025-08-20", "2025/08/20", "2025-08-20T10:00:00Z", "20.08.2025", "20.8.2025", "20. 8. 2025", "20/08/2025", "08/20/2025",
        "20-08-2025", "20.08.25", "August 20, 2025", "Aug. 20, 2025", "Aug 20 2025", "20 August 2025", "20th of August, 2025",
        "Wednesday August 20th 2025", "20-Aug-2025", "2025 August 20", "AUGUST 20, 2025", "Wednesday, 20/08/2025",
        "20. August 2025", "20 août 2025", "20 de agosto de 2025", "20 de agosto, 2025", "20 de agosto del 2025", "20 agosto 2025",
        "20 augustus 2025", "20 sierpnia 2025 r.", "20. srpna 2025", "20. augusta 2025", "20 augusti 2025", "20. august 2025",
        "20. elokuuta 2025", "2025. augusztus 20.", "20 august 2025", "20. kolovoza 2025.", "20. avgusta 2025", "20 Ağustos 2025",
        "20 Αυγούστου 2025", "20 августа 2025 г.", "20 серпня 2025", "20 август 2025", "2025年8月20日",
    ],
)  # fmt: skip
def test_one_day_in_many_ways(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1er mai 2025", "2025-05-01"),
        ("15 EKİM 2025", "2025-10-15"),
        ("20. listopada 2025.", "2025-10-20"),  # Croatian
        ("20 listopada 2025", "2025-11-20"),  # Polish
        ("20 листопада 2025", "2025-11-20"),
        ("1. července 2025", "2025-07-01"),
        ("1. června 2025", "2025-06-01"),
        ("3 lipca 2025", "2025-07-03"),
        ("3 maart 2025", "2025-03-03"),
        ("Thursday, 04/09/2025", "2025-09-04"),
        ("08/04/2025August 4, 2025", "2025-08-04"),
        ("04/09/2025 3:15 PM EDT", "2025-04-09"),
        ("04/09/2025 15:15 CEST", "2025-09-04"),
        ("August 4, 20253:21 PM", "2025-08-04"),
        ("05/05/2025", "2025-05-05"),
    ],
)
def test_dates_that_something_decides(text: str, date: str) -> None:
    assert parse_date(text) == datetime.date.fromisoformat(date)


@pytest.mark.parametrize(
    "text",
    ["04/09/2025", "09-04-2025", "10/11/12", "31.02.2025", "2025-13-01", "August 2025", "20 August", "Tuesday", "2,500 km", "",
     "20 Augustus Street 2025", "call 2025-08", "1.2.3.4", "20.08.2025 and 21.08.2025"],
)  # fmt: skip
def test_no_date_or_none_that_is_certain(text: str) -> None:
    assert parse_date(text) is None


def test_places_and_readings() -> None:
    (date,) = find_dates("Published: 04/09/2025 at noon")
    assert (date.start, date.end) == (11, 21)
    assert date.readings == (datetime.date(2025, 9, 4), datetime.date(2025, 4, 9))


@pytest.mark.parametrize("piece", ["1", "20 August ", "2025-", "1/2/", "August ", "ä", "20. ", "\u00a0"])
def test_hostile_text(piece: str) -> None:
    start = time.process_time()
    find_dates(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 1
