"""Search at scale: 40 fixed queries over an archive of invented articles, in Chromium, as a web server serves it.

    python benchmarks/search.py [ARTICLES] [--keep FOLDER]

Makes 10,000 articles (or ARTICLES) of 700 words in memory, indexes them, serves the search page compressed and under a
Content-Security-Policy, and asks each query in a fresh browser profile: what it must find, the milliseconds from the
navigation to the first result, the kilobytes on the wire until then, and the milliseconds of a click on a filter.  Ends
with 1 if a query does not find what it must.  With ``--keep`` the index stays in FOLDER and is used again.
Needs Chromium (EXPLAINER_CHROMIUM, or chromium on the path).
"""

import argparse
import datetime
import itertools
import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import matching
from playwright.sync_api import Browser, Page, sync_playwright
from serving import serve

from generator import checks, disk, indexing, pipeline, search
from generator.model import (
    Actor,
    ActorKind,
    ActorSlug,
    Article,
    ArticleSlug,
    Block,
    Outlet,
    OutletSlug,
    Registry,
    Rights,
    Role,
    Term,
    Topic,
    TopicSlug,
)
from generator.publish.site import named_again

PROJECT = Path(__file__).resolve().parents[1]
FIRST_DAY = datetime.date(2015, 1, 1)
DAYS = 4_380  # the articles are spread over twelve years
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:"
FIRST_RESULT, FACET_CLICK, ON_THE_WIRE = 500, 500, 350  # the bounds: milliseconds, milliseconds, kilobytes

# --- the archive ---------------------------------------------------------------------------------------------------------------------

PEOPLE = [
    ("jozef-zakrzelski", "Józef Żakrzelski", ("Josef Zakrzelsky", "Юзеф Закжельский", "يوزف زاكرزلسكي")),
    ("soren-ostergard", "Søren Østergård", ("Сёрен Эстергор", "索伦·奥斯特高")),
    ("greta-strasser", "Greta Straßer", ("Γκρέτα Στράσερ",)),
    ("ioana-tarlescu", "Ioana Țărlescu", ()),
]
BODIES = [
    ("ruritania", "Ruritania", ActorKind.STATE, ("Руритания", "鲁里坦尼亚"), ("Strelsau",)),
    ("ferry-council", "Ferry Council of Klow", ActorKind.ORGANISATION, ("FCK Klow",), ()),
]
TOPICS = [
    ("harbour-treaty", "Harbour treaty", ("harbour treaty",)),
    ("grain-corridor", "Grain corridor", ("grain corridor",)),
]
OUTLETS = [("gazette", "The Gazette"), ("klow-herald", "Klow Herald")]
# What every so many of the articles says, from which on: (how many, which of them, words).
SAYINGS = [
    (10, 3, "“We will keep the lanterns lit until the ferries return,” said Józef Żakrzelski."),
    (25, 5, "Søren Østergård spoke about the grain corridor at length."),
    (50, 7, "Greta Straßer asked who signs the harbour treaty, and Ruritania answered."),
    (50, 7, "Nobody but Greta Straßer had read the harbour treaty."),  # one mention makes no topic of a long text
    (100, 9, "Nobody had seen such a zephyrine curtain before the plumbago vote."),
    (200, 11, "The Ferry Council of Klow heard Ioana Țărlescu on the obsidian turnpike."),
    (1000, 13, "An ornery marmalade quorum met by torchlight in the cellar of the opera."),
]


def known(dice: random.Random) -> Registry:
    """400 invented actors and 60 topics, and the few that the queries ask for."""
    base = matching.registry(400, dice)
    actors = dict(base.actors)
    for slug, name, aliases in PEOPLE:
        actors[ActorSlug(slug)] = Actor(
            slug=ActorSlug(slug), path=f"{slug}.md", name=name, kind=ActorKind.PERSON, aliases=aliases
        )
    for slug, name, kind, aliases, metonyms in BODIES:
        actors[ActorSlug(slug)] = Actor(
            slug=ActorSlug(slug), path=f"{slug}.md", name=name, kind=kind, aliases=aliases, metonyms=metonyms
        )
    topics = dict(base.topics)
    for slug, name, terms in TOPICS:
        topics[TopicSlug(slug)] = Topic(
            slug=TopicSlug(slug), path=f"{slug}.md", name=name, terms=tuple(Term(text=term) for term in terms)
        )
    outlets = {
        OutletSlug(slug): Outlet(
            slug=OutletSlug(slug), path=f"{slug}.md", name=name, url=f"https://{slug}.example/", rights=Rights.FULL
        )
        for slug, name in OUTLETS
    }
    return Registry(actors=actors, topics=topics, outlets=outlets)


def day(number: int, count: int) -> datetime.date:
    return FIRST_DAY + datetime.timedelta(days=number * DAYS // count)


def having(number: int) -> list[str]:
    """The sayings in one article."""
    return [words for every, first, words in SAYINGS if number % every == first]


def articles(count: int, registry: Registry, dice: random.Random) -> Iterator[Article]:
    others = replace(registry, actors=dict(itertools.islice(registry.actors.items(), 400)))
    others = replace(others, topics=dict(itertools.islice(registry.topics.items(), 60)))
    for number, article in enumerate(matching.articles(count, others, dice)):
        said = [Block(role=Role.PARAGRAPH, text=text, line=50, origin=((0, 0),)) for text in having(number)]
        headline = Block(role=Role.PARAGRAPH, text=f"Report {number} from the harbour", line=1, origin=((0, 0),))
        yield replace(
            article,
            slug=ArticleSlug(f"report-{number}"),
            path=f"report-{number}.md",
            headline=headline,
            date=day(number, count),
            outlet=OutletSlug(OUTLETS[number % 2][0]),
            blocks=(*article.blocks, *said),
        )


def prepare(count: int, folder: Path) -> Path:
    """The site with the index of ``count`` articles: the small content of the tests, published, with that search."""
    site = folder / "site"
    mark = folder / f"made-of-{count}"
    if mark.is_file():
        return site
    content = PROJECT / "tests" / "golden" / "ruritania" / "content"
    pipeline.build(content, folder / "small", PROJECT)
    shutil.copytree(folder / "small" / "site", site, dirs_exist_ok=True)
    dice = random.Random(20261121)
    registry = known(dice)
    begun = time.perf_counter()
    archive = pipeline.connect(
        checks.Content(
            articles=tuple(articles(count, registry, dice)),
            actors=tuple(registry.actors.values()),
            topics=tuple(registry.topics.values()),
            outlets=tuple(registry.outlets.values()),
        )
    )
    parts = search.parts_of(search.records_of(archive))
    print(f"{count:,} articles made and connected in {time.perf_counter() - begun:.0f} s", flush=True)
    begun = time.perf_counter()
    kept = indexing.index(parts, folder / "index")
    spent = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    records = sum(len(part.records) for part in parts.every)
    print(
        f"{records:,} records in {len(parts.every)} parts indexed in {spent:.1f} s; the processor's for Pagefind "
        f"{used.ru_utime + used.ru_stime:.0f} s, its largest process {used.ru_maxrss / 1024:.0f} MB",
        flush=True,
    )
    shutil.rmtree(site / "search", ignore_errors=True)
    spellings = search.spelling_files(archive.registry).shards
    for shard, data in spellings.items():
        disk.put(site, search.spelling_path(shard), data)
    disk.put(site, *search.manifest(parts, spellings))
    for path, file in kept.items():
        named_again(file.path, f"{site}/{path}")
    mark.touch()
    return site


# --- the queries ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked, and what must be found: each of these that is given."""

    asked: dict[str, str]
    first: str = ""  # words in the first result's title
    title: str = ""  # words in the title of one of the results shown
    results: int | None = None  # how many there are
    least: int = 0  # how many there are at least
    text: str = ""  # words in the text of every article and statement shown
    meant: str = ""  # what is offered instead
    ordered: str = ""  # "newest" or "oldest": the dates shown
    year: str = ""  # in every date shown


def queries(count: int) -> list[Query]:
    """The forty.  What they must find is counted from how the articles were made."""
    numbers = range(count)
    of = [sum(n % every == first for n in numbers) for every, first, _ in SAYINGS]
    jozef, soren, greta, _, zephyrine, ferry, marmalade = of
    in_2020 = sum(n % 10 == 3 and day(n, count).year == 2020 for n in numbers)
    gazette = sum(n % 25 == 5 and n % 2 == 0 for n in numbers)
    article = {"kind": "article"}
    return [
        # names, in every spelling
        Query(asked={"q": "Józef Żakrzelski"}, first="Józef Żakrzelski"),
        Query(asked={"q": "jozef zakrzelski"}, first="Józef Żakrzelski"),
        Query(asked={"q": "ZAKRZELSKI"}, first="Józef Żakrzelski"),
        Query(asked={"q": "Josef Zakrzelsky"}, first="Józef Żakrzelski"),
        Query(asked={"q": "Юзеф Закжельский"}, first="Józef Żakrzelski"),
        Query(asked={"q": "يوزف زاكرزلسكي"}, first="Józef Żakrzelski"),
        Query(asked={"q": "Søren Østergård"}, first="Søren Østergård"),
        Query(asked={"q": "soren ostergard"}, first="Søren Østergård"),
        Query(asked={"q": "Østergård"}, first="Søren Østergård"),
        Query(asked={"q": "сёрен эстергор"}, first="Søren Østergård"),
        Query(asked={"q": "索伦·奥斯特高"}, first="Søren Østergård"),
        Query(asked={"q": "Greta Strasser"}, first="Greta Straßer"),
        Query(asked={"q": "Gréta Straßér"}, first="Greta Straßer"),
        Query(asked={"q": "Γκρετα Στρασερ"}, first="Greta Straßer"),
        Query(asked={"q": "tarlescu"}, first="Ioana Țărlescu"),
        Query(asked={"q": "Strelsau"}, first="Ruritania"),
        Query(asked={"q": "鲁里坦尼亚"}, first="Ruritania"),
        Query(asked={"q": "FCK Klow"}, first="Ferry Council of Klow"),
        # slips
        Query(asked={"q": "zakrzelskii"}, first="Józef Żakrzelski"),
        Query(asked={"q": "Sorn Ostergard"}, meant="Søren Østergård"),
        Query(asked={"q": "straser"}, meant="Straßer"),
        # topics and outlets
        Query(asked={"q": "harbour treaty"}, first="Harbour treaty", least=greta),
        Query(asked={"q": "grain corridor"}, first="Grain corridor", least=soren),
        Query(asked={"q": "Klow Herald"}, first="Klow Herald"),
        # words
        Query(asked={"q": "zephyrine"} | article, results=zephyrine, text="zephyrine"),
        Query(asked={"q": "marmalade"} | article, results=marmalade, text="marmalade"),
        Query(asked={"q": "plumbago curtain"} | article, results=zephyrine, text="plumbago"),
        Query(asked={"q": "lanterns ferries"} | article, results=jozef, text="lanterns"),
        Query(asked={"q": "obsidian"} | article, results=ferry, text="obsidian"),
        # phrases
        Query(asked={"q": '"marmalade quorum met by torchlight"'} | article, results=marmalade, text="torchlight"),
        Query(asked={"q": '"signs the harbour treaty"'} | article, results=greta, text="treaty"),
        Query(asked={"q": '"torchlight by met"'}, results=0),
        # kinds, filters, order
        Query(asked={"q": "lanterns", "kind": "statement"}, least=1, text="lanterns"),
        Query(asked={"kind": "article", "actor": "soren-ostergard"}, results=soren, ordered="newest"),
        Query(asked={"kind": "article", "actor": "soren-ostergard", "outlet": "gazette"}, results=gazette),
        Query(asked={"kind": "article", "actor": "greta-strasser", "topic": "harbour-treaty"}, results=greta),
        Query(asked={"q": "lanterns", "kind": "article", "year": "2020"}, results=in_2020, year="2020"),
        Query(asked={"q": "lanterns", "kind": "article", "sort": "newest"}, results=jozef, ordered="newest"),
        Query(asked={"q": "lanterns", "kind": "article", "sort": "oldest"}, results=jozef, ordered="oldest"),
        Query(asked={"q": "treaty", "kind": "article", "actor": "ruritania"}, results=greta),
    ]


def faults(query: Query, page: Page) -> Iterator[str]:
    """What a results page does not show as it must."""
    status = page.inner_text(".ex-found__status")
    number = int(status.split()[0].replace(",", "")) if status[:1].isdigit() else 0
    titles = page.locator(".ex-hit h3").all_inner_texts()
    texts = page.locator(".ex-hit--article, .ex-hit--statement").all_inner_texts()
    dates = page.eval_on_selector_all(
        ".ex-hit--article > .ex-meta, .ex-hit--statement > .ex-meta",
        r"all => all.map(each => each.textContent.match(/\d+ \w+ \d{4}/)?.[0]).map(day => new Date(`${day} UTC`).toISOString().slice(0, 10))",
    )
    offered = page.locator(".ex-found__meant a").all_inner_texts()
    if query.first and (not titles or query.first not in titles[0]):
        yield f"first is {titles[:1]}, not {query.first}"
    if query.title and not any(query.title in title for title in titles):
        yield f"{query.title} is not among {titles}"
    if query.results is not None and number != query.results:
        yield f"{number} results, not {query.results}"
    if number < query.least:
        yield f"{number} results, not at least {query.least}"
    if query.text and not (texts and all(query.text.casefold() in text.casefold() for text in texts)):
        yield f"a result without {query.text}, or none"
    if query.meant and query.meant not in offered:
        yield f"offers {offered}, not {query.meant}"
    if query.ordered and dates != sorted(dates, reverse=query.ordered == "newest"):
        yield f"not {query.ordered} first: {dates}"
    if query.year and not all(date.startswith(query.year) for date in dates):
        yield f"not all of {query.year}: {dates}"


# --- the browser ---------------------------------------------------------------------------------------------------------------------


WATCH = """
window.seen = 0;
new MutationObserver(() => {
  if (!window.seen && document.querySelector('.ex-hit, .ex-found__nothing')) window.seen = performance.now();
}).observe(document, { subtree: true, childList: true });
"""
BYTES = """
() => performance.getEntriesByType('resource').filter(each => each.responseEnd <= window.seen)
  .reduce((sum, each) => sum + each.transferSize, performance.getEntriesByType('navigation')[0].transferSize)
"""
CLICK = """
() => new Promise(done => {
  const box = document.querySelector('.ex-facet input[type=checkbox]');
  if (!box) return done(null);
  const main = document.querySelector('.ex-found__main');
  const begun = performance.now();
  new MutationObserver(() => main.hasAttribute('aria-busy') || done(performance.now() - begun))
    .observe(main, { attributes: true, attributeFilter: ['aria-busy'] });
  box.click();
})
"""
DONE = ".ex-found__main:not([aria-busy]) .ex-found__status:not(:empty)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One query: what was wrong, milliseconds, kilobytes; the processor's milliseconds of the page's own thread."""

    wrong: list[str]
    found: str
    first: float
    kilobytes: float
    facet: float | None
    busy: float


def ask(query: Query, browser: Browser, address: str) -> Measured:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    told = context.new_cdp_session(page)
    told.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(WATCH)
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.goto(f"{address}search/?{urlencode(query.asked)}", wait_until="commit")
    page.wait_for_selector(DONE, timeout=60_000)
    busy = next(m["value"] for m in told.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")
    first, kilobytes = page.evaluate("window.seen"), page.evaluate(BYTES) / 1000
    wrong = [*faults(query, page), *heard]
    found = page.inner_text(".ex-found__status")
    titles = page.locator(".ex-hit h3").all_inner_texts()
    facet = page.evaluate(CLICK)
    context.close()
    return Measured(
        wrong=wrong, found=f"{found}: {titles[0][:40] if titles else '-'}", first=first, kilobytes=kilobytes,
        facet=facet, busy=1000 * busy,
    )  # fmt: skip


def run(site: Path, count: int) -> bool:
    """Ask all queries and print what came; whether each found what it must."""
    server = serve(site, {"Content-Security-Policy": POLICY})
    address = f"http://127.0.0.1:{server.server_port}/"
    named = os.environ.get("EXPLAINER_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    every: list[Measured] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox"])
        ask(Query(asked={"q": "harbour"}), browser, address)  # the browser's own first page takes longer
        print(f"{'first':>6} {'busy':>6} {'KB':>5} {'facet':>6}  query")
        for query in queries(count):
            done = ask(query, browser, address)
            every.append(done)
            facet = f"{done.facet:.0f}" if done.facet else "-"
            words = " ".join(f"{name}={value}" for name, value in query.asked.items())
            print(
                f"{done.first:6.0f} {done.busy:6.0f} {done.kilobytes:5.0f} {facet:>6}  {words} -> {done.found}",
                flush=True,
            )
            for wrong in done.wrong:
                print(f"{'':27} WRONG: {wrong}")
        browser.close()
    server.shutdown()
    shown = [each for each in every if not each.found.startswith("Nothing")]  # the others have no first result
    firsts, facets = [each.first for each in shown], [each.facet for each in every if each.facet]
    right = sum(not each.wrong for each in every)
    print(
        f"\n{right} of {len(every)} find what they must; first result median {statistics.median(firsts):.0f}, "
        f"most {max(firsts):.0f} ms (bound {FIRST_RESULT}); median {statistics.median(each.kilobytes for each in shown):.0f}, most {max(each.kilobytes for each in shown):.0f} KB (bound "
        f"{ON_THE_WIRE}); a facet median {statistics.median(facets):.0f}, most {max(facets):.0f} ms (bound {FACET_CLICK}); "
        f"the machine's load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
    return right == len(every)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("articles", nargs="?", type=int, default=10_000)
    options.add_argument("--keep", type=Path, help="where the index is kept for the next run")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        is_right = run(prepare(given.articles, folder), given.articles)
    sys.exit(0 if is_right else 1)


if __name__ == "__main__":
    main()
