"""Fixed queries on the sample: names in all spellings, words, phrases, filters, order; each finds what it must.

benchmarks/search.py asks the like of 10,000 articles, and measures.
"""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from generator import pipeline
from generator.search import Record, records_of
from generator.search.spellings import FOLDS, folded

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]
ROOT = Path(__file__).resolve().parents[2]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """What can be found at all, as the generator knows it."""
    content, _ = pipeline.load(ROOT / "content")
    return list(records_of(pipeline.connect(content)))


@pytest.fixture
def ask(open_page: Open) -> Callable[..., Page]:
    """``ask(q="words", kind="article")``: the results page, once all results are there."""

    def asked(**state: str) -> Page:
        page = open_page("sample", f"search/?{urlencode(state)}")
        expect(page.locator(".ex-found__main:not([aria-busy]) .ex-found__status")).not_to_be_empty(timeout=15_000)
        return page

    return asked


def titles(page: Page) -> list[str]:
    return page.locator(".ex-hit h3").all_inner_texts()


def number(page: Page) -> int:
    status = page.inner_text(".ex-found__status")
    return int(status.split()[0].replace(",", "")) if status[0].isdigit() else 0


def days(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        ".ex-hit--article > .ex-meta, .ex-hit--statement > .ex-meta",
        r"all => all.map(each => new Date(`${each.textContent.match(/\d+ \w+ \d{4}/)[0]} UTC`).toISOString().slice(0, 10))",
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Sergey Lavrov", "Sergey Lavrov"),
        ("lavrov", "Sergey Lavrov"),
        ("SERGEI LAVROV", "Sergey Lavrov"),
        ("Siergiej Lawrow", "Sergey Lavrov"),
        ("ŁAWROW", "Sergey Lavrov"),
        ("Sergueï Lavrov", "Sergey Lavrov"),
        ("Лавров", "Sergey Lavrov"),
        ("谢尔盖·拉夫罗夫", "Sergey Lavrov"),
        ("سيرغي لافروف", "Sergey Lavrov"),
        ("Володимир Зеленський", "Volodymyr Zelenskyy"),
        ("security guarantees", "Security guarantees"),
        ("Frozen Russian assets", "Frozen Russian assets"),
        ("CNBC", "CNBC"),
    ],
)
def test_a_name_finds_whom_it_names(words: str, first: str, ask: Callable[..., Page]) -> None:
    assert titles(ask(q=words))[0] == first


def test_a_slip_is_met_with_the_name(ask: Callable[..., Page]) -> None:
    assert ask(q="Sergey Lavrv").locator(".ex-found__meant a").inner_text().endswith("Lavrov")


def test_words_and_phrases_find_the_article_that_has_them(records: list[Record], ask: Callable[..., Page]) -> None:
    article = next(record for record in records if record.kind == "article" and len(record.body) > 5)
    words = re.findall(r"[A-Za-z]{4,}(?: [A-Za-z]{2,}){5,7}", " ".join(passage.text for passage in article.body))[0]
    assert article.title in titles(ask(q=f'"{words}"'))
    assert article.title in titles(ask(q=" ".join(words.split()[:2]), kind="article"))
    assert number(ask(q='"xyzzy plugh"')) == 0


@pytest.mark.parametrize(
    "state",
    [
        {"actor": "sergey-lavrov"},
        {"actor": "sergey-lavrov", "topic": "security-guarantees"},
        {"outlet": "cnbc"},
        {"topic": "sanctions", "year": "2025"},
        {"actor": "sergey-lavrov", "sort": "oldest"},
    ],
)
@pytest.mark.parametrize("kind", ["article", "statement"])
def test_filters_alone_list_exactly_what_fits_in_order(
    state: dict[str, str], kind: str, records: list[Record], ask: Callable[..., Page]
) -> None:
    def fits(record: Record) -> bool:
        values = {
            "actor": [value.split()[0] for value in record.actors],
            "topic": [value.split()[0] for value in record.topics],
            "outlet": [value.split()[0] for value in record.outlets],
            "year": [str(record.date.year)] if record.date else [],
            "sort": ["oldest"],
        }
        return record.kind == kind and all(value in values[name] for name, value in state.items())

    page = ask(kind=kind, **state)
    assert number(page) == sum(map(fits, records))
    assert days(page) == sorted(days(page), reverse=state.get("sort") != "oldest")


def test_filters_alone_do_not_load_all_words(ask: Callable[..., Page]) -> None:
    page = ask(kind="article", actor="sergey-lavrov")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    parts = {name.split("/")[-3] for name in loaded if name.endswith(".pf_index")}
    assert parts
    assert len([name for name in loaded if name.endswith(".pf_index")]) <= len(parts) + 1


ODD = [
    *(f"a{letter}b {letter}" for letter in FOLDS),
    *(f"{chr(code)}x{chr(code)}" for code in range(0x100, 0x180)),
    "İstanbul ISPARTA", "ΣΊΣΥΦΟΣ ς", "Straße ẞ", "O’Example", "ﬁnance ﬂy", "Ⅳ ½ ²", "١٢٣", "ｆｕｌｌ", "한국 사람", "สวัสดี", "हिन्दी", "乌克兰",
    "👍🏽 ok", "a\u200db", "a\u00adb", "Ñandú", "n\u0303", "Đặng Thị", "ẤẦ", "Ǆ ǅ ǆ", "ŉ", "ſ", "Ω Ω", "Å Å", "ĳ", "לוֹד", "مُحَمَّد",
    "Ёлка Й", "Ґанок", "  many   blanks ", "...", "", "a_b-c", "x'y`z", "ʻOkina", "Þór Æsir", "Œuvre", "№ 5", "℡", "ﷺ",
]  # fmt: skip


def test_a_query_is_folded_as_the_generator_folds_spellings(open_page: Open) -> None:
    page = open_page("sample", "about/")
    by_script = page.evaluate(
        """async all => {
            const { fold, manifest } = await import("/assets/archive/search-index.js");
            const { folds } = await manifest();
            return all.map(each => fold(each, folds));
        }""",
        ODD,
    )
    assert len(ODD) > 200
    assert dict(zip(ODD, by_script, strict=True)) == {each: folded(each) for each in ODD}


def test_a_word_is_looked_up_in_the_shards_of_its_letter(open_page: Open) -> None:
    """`other` is no shard of words with an o."""
    page = open_page("sample", "about/")
    shards = ["a", "o", "other", "other-000437", "z", "z-e"]
    asked = ["oslo", "о", "зенда", "zenda", "z", "zo"]
    found = page.evaluate(
        """([asked, shards]) => import("/assets/archive/search-index.js")
            .then(({ shardsOf }) => asked.map(word => shardsOf(word, shards)))""",
        [asked, shards],
    )
    assert found == [["o"], ["other"], ["other-000437"], ["z-e"], ["z", "z-e"], ["z"]]
