"""Search in a real browser: the box on every page, the results page, its filters, its address; by keyboard and for screen readers."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from generator import pipeline

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("sites"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes, closed after its loop
]
ROOT = Path(__file__).resolve().parents[2]
Open = Callable[..., Page]


def results(page: Page) -> Locator:
    """The results, once all are there."""
    expect(page.locator(".ex-found__main:not([aria-busy])")).to_be_visible(timeout=15_000)
    expect(page.locator(".ex-found__status")).not_to_be_empty()
    return page.locator(".ex-hit")


def titles(page: Page, kind: str = "") -> list[str]:
    results(page)
    return page.locator(f".ex-hit{f'--{kind}' if kind else ''} h3").all_inner_texts()


def count(page: Page, label: str) -> int:
    """The number beside a kind or a filter."""
    text = page.locator(".ex-found__kinds button, .ex-facet li", has_text=label).first.locator(".ex-count").inner_text()
    return int(text.replace(",", ""))


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


# --- the box -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("path", ["", "about/", "search/"])
def test_keys_come_to_the_box(keys: str, path: str, open_page: Open) -> None:
    page = open_page("sample", path)
    page.keyboard.press(keys)
    expect(page.locator("[name=q]")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("[name=q]")).to_have_value("a/b")


def test_a_slash_with_a_modifier_is_left_to_the_browser(open_page: Open) -> None:
    page = open_page("sample", "about/")
    page.keyboard.press("Control+/")
    page.keyboard.press("Alt+/")
    expect(page.locator("[name=q]")).not_to_be_focused()


def test_there_is_one_box_on_a_page_with_ids_of_its_own(open_page: Open) -> None:
    for path in ("", "about/", "search/", "actors/", "404.html"):
        page = open_page("sample", path)
        expect(page.locator("form[role=search]")).to_have_count(1)
        doubled = page.evaluate(
            "() => { const ids = [...document.querySelectorAll('[id]')].map(each => each.id);"
            " return ids.filter((id, i) => ids.indexOf(id) !== i) }"
        )
        assert doubled == []


def test_nothing_of_the_search_is_loaded_before_the_box_has_the_focus(open_page: Open) -> None:
    page = open_page("sample", "about/", wait="networkidle")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    page.reload(wait_until="networkidle")
    assert not [path for path in loaded if path.startswith("/search/") or "search-suggest" in path]
    page.keyboard.press("/")
    page.keyboard.type("guarantees")
    expect(page.get_by_role("option").first).to_be_visible(timeout=15_000)
    assert "/search/manifest.json" in loaded


def test_suggestions_by_keyboard(open_page: Open) -> None:
    """Arrow keys go through them, the box says which is meant, Escape closes them, Enter follows one."""
    page = open_page("sample", "about/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("zelensk", delay=20)
    expect(page.locator("[data-ex-find-said]")).to_have_text(re.compile(r"\d+ suggestions"), timeout=15_000)
    expect(box).to_have_attribute("aria-expanded", "true")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Volodymyr Zelenskyy")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Volodymyr Zelenskyy")
    assert page.heard == []


def test_suggestions_come_in_groups_and_enter_alone_shows_all_results(open_page: Open) -> None:
    page = open_page("sample", "about/")
    page.keyboard.press("/")
    page.keyboard.type("guarantees", delay=20)
    for group in ("Actors, topics and outlets", "Articles", "Statements"):
        expect(page.get_by_role("group", name=group)).to_be_visible(timeout=15_000)
    expect(page.get_by_role("option", name="All results for “guarantees”")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("“guarantees”")
    assert asked(page) == {"q": ["guarantees"]}


def test_on_a_phone_a_glass_opens_the_box(open_page: Open) -> None:
    page = open_page("sample", "about/", width=390, has_touch=True)
    expect(page.locator("[name=q]")).to_be_hidden()
    page.get_by_role("button", name="Search").tap()
    expect(page.locator("[name=q]")).to_be_focused()
    page.keyboard.type("lavrov")
    expect(page.get_by_role("option", name="Sergey Lavrov").first).to_be_visible(timeout=15_000)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    page.get_by_role("button", name="Close search").tap()
    expect(page.locator("[name=q]")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


# --- what is found -------------------------------------------------------------------------------------------------------------------


def test_results_come_in_groups_with_what_was_found_marked(open_page: Open) -> None:
    page = open_page("sample", "search/?q=security+guarantees")
    assert titles(page)[0] == "Security guarantees"
    for group in ("Actors, topics and outlets", "Articles", "Statements"):
        expect(page.get_by_role("heading", name=group, level=2)).to_be_visible()
    expect(page.locator(".ex-hit--article mark").first).to_be_visible()
    article = page.locator(".ex-hit--article", has_text="What do security guarantees for Ukraine mean?")
    section = article.get_by_role("list", name="Sections").get_by_role("link").first
    heading = section.inner_text()
    section.click()
    expect(page.locator(":target")).to_have_text(heading)
    assert page.heard == []


def test_kinds_are_tabs_with_counts(open_page: Open) -> None:
    page = open_page("sample", "search/?q=guarantees")
    results(page)
    everything = count(page, "All")
    assert everything == sum(count(page, kind) for kind in ("Articles", "Actors", "Topics", "Statements", "Outlets"))
    statements = count(page, "Statements")
    page.get_by_role("button", name="Statements").click()
    expect(page.locator(".ex-found__status")).to_have_text(f"{statements} results")
    assert asked(page)["kind"] == ["statement"]
    assert page.locator(".ex-hit").count() == page.locator(".ex-hit--statement").count() == min(statements, 10)


@pytest.mark.parametrize("words", ["Zelenskiy", "Зеленський", "zelensky", "ZELENSKI", "zełenski", "Lavrov", "赫尔松"])
def test_another_spelling_shows_its_actor_first(words: str, open_page: Open) -> None:
    """Whatever the script; and articles that name the actor, though none may have that spelling."""
    known = {"Lavrov": "Sergey Lavrov", "赫尔松": ""}.get(words, "Volodymyr Zelenskyy")
    page = open_page("sample", f"search/?q={quote(words)}")
    if known:
        assert titles(page)[0] == known
        assert titles(page, "article")
    else:
        expect(page.locator(".ex-found__status")).to_contain_text("Nothing found", timeout=15_000)
    assert page.heard == []


def test_every_spelling_of_the_registry_finds_its_actor(open_page: Open) -> None:
    """By the page's own functions: whatever name or alias a reader types, its actor comes first."""
    registry, _ = pipeline.registry_of(ROOT / "content")
    page = open_page("sample", "about/")
    forms = [
        [form, f"actors/{actor.slug}/"]
        for actor in registry.actors.values()
        for form in (actor.name, *actor.aliases, *actor.weak_aliases, *actor.metonyms)
    ]
    missed = page.evaluate(
        """async forms => {
            const { spelled } = await import("/assets/archive/search-index.js");
            const missed = [];
            for (const [form, url] of forms) {
                const { exact } = await spelled(form);
                if (!exact.slice(0, 3).some(each => each.url === url)) missed.push(form);
            }
            return missed;
        }""",
        forms,
    )
    assert len(forms) > 100
    assert missed == []


def test_a_slip_is_met_with_an_offer(open_page: Open) -> None:
    page = open_page("sample", "search/?q=zelenskky")
    results(page)
    expect(page.locator(".ex-found__meant")).to_have_text("Did you mean Zelenskyy?")
    page.locator(".ex-found__meant a").click()
    expect(page.locator("h1")).to_have_text("“Zelenskyy”")
    assert titles(page)[0] == "Volodymyr Zelenskyy"
    expect(page.locator(".ex-found__meant")).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "offered"),
    [("lavrv", "Lavrov"), ("Budapst summit plan", "Budapest summit plan"), ("nato", None), ("qqqqqq", None)],
)
def test_what_may_be_meant(words: str, offered: str | None, open_page: Open) -> None:
    page = open_page("sample", "about/")
    found = page.evaluate(
        "words => import('/assets/archive/search-index.js').then(index => index.meant(words))",
        words,
    )
    assert found == offered


def test_nothing_found_is_said_in_words(open_page: Open) -> None:
    page = open_page("sample", "search/?q=xyzzy&topic=ceasefire")
    expect(page.get_by_role("status").filter(has_text="Nothing found for “xyzzy”")).to_be_visible(timeout=15_000)
    expect(page.locator(".ex-found__nothing").get_by_role("link", name="Actors")).to_be_visible()
    page.get_by_role("link", name="Search without filters").click()
    expect(page.get_by_role("button", name="Remove filter")).to_have_count(0)
    assert asked(page) == {"q": ["xyzzy"]}
    assert page.heard == []


def test_text_of_others_stays_text(open_page: Open) -> None:
    page = open_page("sample", "search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    results(page)
    assert page.locator(".ex-page img").count() == 0
    html = page.evaluate(
        """() => import("/assets/archive/search-index.js").then(({ marked, make }) => make("p", {},
            marked("a <mark>b</mark> &lt;img src=x onerror=alert(1)&gt; <img src=y>")).innerHTML)"""
    )
    assert html == "a <mark>b</mark> &lt;img src=x onerror=alert(1)&gt; &lt;img src=y&gt;"


# --- filters, order, address ---------------------------------------------------------------------------------------------------------


def test_filters_have_counts_that_hold(open_page: Open) -> None:
    page = open_page("sample", "search/?q=guarantees&kind=article")
    results(page)
    for facet, name in (("actor", "Sergey Lavrov"), ("topic", "Peace negotiations"), ("year", "2025")):
        counted = count(page, name)
        box = page.get_by_role("checkbox", name=re.compile(f"^{name}"))
        box.check()
        expect(page.locator(".ex-found__status")).to_have_text(re.compile(rf"^{counted} result"))
        expect(box).to_be_focused()
        assert facet in asked(page)
    for _ in range(3):
        page.get_by_role("button", name="Remove filter").first.click()
        results(page)
    expect(page.get_by_role("button", name="Remove filter")).to_have_count(0)
    assert asked(page) == {"q": ["guarantees"], "kind": ["article"]}


def test_a_long_list_of_filters_unfolds_and_can_be_searched(open_page: Open) -> None:
    page = open_page("sample", "search/?q=guarantees")
    results(page)
    actors = page.get_by_role("group", name="Actors")
    shown = actors.locator("li:visible")
    expect(shown).to_have_count(8)
    actors.get_by_role("button", name="Show all").click()
    assert shown.count() > 8
    actors.get_by_role("textbox").fill("lavr")
    expect(shown).to_have_count(1)


def test_order_by_date(open_page: Open) -> None:
    page = open_page("sample", "search/?q=guarantees&kind=article")
    results(page)

    def days() -> list[str]:
        results(page)
        return page.evaluate(
            "() => [...document.querySelectorAll('.ex-hit--article > .ex-meta')].map(each => "
            "new Date(each.textContent.match(/\\d+ \\w+ \\d{4}/)[0] + ' UTC').toISOString().slice(0, 10))"
        )

    page.get_by_label("Sort").select_option("newest")
    assert days() == sorted(days(), reverse=True)
    newest = days()[0]
    page.get_by_label("Sort").select_option("oldest")
    page.wait_for_function("day => !document.querySelector('.ex-hit .ex-meta').textContent.includes(day)", arg=newest)
    assert days() == sorted(days())
    assert asked(page)["sort"] == ["oldest"]


def test_the_address_restores_a_search_and_back_leads_back(open_page: Open) -> None:
    page = open_page("sample", "search/?q=guarantees&kind=statement&actor=sergey-lavrov&sort=newest")
    assert titles(page)
    assert set(page.locator(".ex-hit .ex-meta").all_inner_texts()) <= set(
        page.locator(".ex-hit .ex-meta", has_text="Sergey Lavrov").all_inner_texts()
    )
    expect(page.get_by_role("button", name="Remove filter: Sergey Lavrov")).to_be_visible()
    expect(page.get_by_label("Sort")).to_have_value("newest")
    expect(page.get_by_role("button", name="Statements")).to_have_attribute("aria-pressed", "true")
    before = titles(page)
    page.get_by_role("button", name="Articles").click()
    results(page)
    page.locator("[name=q]").fill("sanctions")
    page.locator("[name=q]").press("Enter")
    expect(page.locator("h1")).to_have_text("“sanctions”")
    page.go_back()
    page.go_back()
    expect(page.locator("h1")).to_have_text("“guarantees”")
    expect(page.locator("[name=q]")).to_have_value("guarantees")
    expect(page.get_by_role("button", name="Statements")).to_have_attribute("aria-pressed", "true")
    assert titles(page) == before
    page.go_forward()
    expect(page.get_by_role("button", name="Articles")).to_have_attribute("aria-pressed", "true")


def test_filters_without_words_list_what_fits_newest_first(open_page: Open) -> None:
    page = open_page("sample", "search/?actor=sergey-lavrov&kind=statement")
    assert len(titles(page)) == 10
    expect(page.get_by_label("Sort")).to_have_value("newest")


def test_more_results_follow_and_the_first_of_them_has_the_focus(open_page: Open) -> None:
    page = open_page("sample", "search/?q=guarantees&kind=article")
    before = titles(page)
    assert len(before) == 10
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".ex-hit").nth(10)).to_be_visible()
    expect(page.locator(".ex-hit").nth(10).get_by_role("link").first).to_be_focused()
    assert titles(page)[:10] == before
    assert asked(page)["more"] == ["1"]
    after = titles(page)
    page.reload()
    assert titles(page) == after


# --- for everyone --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("what", ["suggestions", "results", "filtered", "nothing", "idle"])
def test_the_search_is_accessible(
    what: str, width: int, colours: str, open_page: Open, faults: Callable[[Page], list[str]]
) -> None:
    path = {
        "suggestions": "about/",
        "results": "search/?q=guarantees",
        "filtered": "search/?q=guarantees&kind=article&actor=sergey-lavrov",
        "nothing": "search/?q=zelenskky",
        "idle": "search/",
    }[what]
    page = open_page("sample", path, width=width, color_scheme=colours, reduced_motion="reduce")
    if what == "suggestions":
        page.keyboard.press("/")
        page.keyboard.type("guarantees", delay=20)
        expect(page.locator("[data-ex-find-said]")).to_have_text(re.compile("suggestion"), timeout=15_000)
        page.keyboard.press("ArrowDown")
    elif what != "idle":
        results(page)
        if width < 960 and what != "nothing":
            page.locator(".ex-filters > summary").click()
    assert faults(page) == []
    page.set_viewport_size({"width": min(width, 320) if width < 960 else width, "height": 700})
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.heard == []


def test_without_scripts_the_form_leads_to_a_page_that_says_how_to_go_on(open_page: Open) -> None:
    page = open_page("sample", "about/", java_script_enabled=False)
    page.locator("[name=q]").fill("guarantees")
    page.locator("[name=q]").press("Enter")
    assert urlsplit(page.url).path == "/search/"
    assert asked(page) == {"q": ["guarantees"]}
    for name in ("Articles", "Actors", "Topics", "Timeline", "Statements"):
        expect(page.locator("article").get_by_role("link", name=name, exact=True)).to_be_visible()


def test_without_scripts_a_glass_on_a_phone_leads_to_the_search_page(open_page: Open) -> None:
    page = open_page("sample", "about/", width=390, java_script_enabled=False)
    page.get_by_role("link", name="Search").click()
    assert urlsplit(page.url).path == "/search/"
    expect(page.locator("[name=q]")).to_be_visible()


def test_the_search_under_the_second_publisher(open_page: Open) -> None:
    page = open_page("sample", "about/", publisher="zensical")
    page.keyboard.press("/")
    page.keyboard.type("Зеленський", delay=20)
    expect(page.locator("[data-ex-find-said]")).to_have_text(re.compile("suggestion"), timeout=15_000)
    expect(page.get_by_role("option", name="Volodymyr Zelenskyy").first).to_be_visible()
    page.keyboard.press("Enter")
    assert titles(page)[0] == "Volodymyr Zelenskyy"
    assert page.heard == []
