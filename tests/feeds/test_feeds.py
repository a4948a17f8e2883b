"""The feeds of an archive: their readers read them back, they keep the rules of their formats, and withhold what must be."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import etree

from generator import pipeline
from generator.crossref import Archive
from generator.feeds import PAGE, feed_files, feeds_page
from generator.pages import all_pages
from generator.pages.render import page_bytes
from generator.settings import Settings, directory

SITE = "https://archive.example/deep/"
SETTINGS = Settings(site_name="Archive & “Co”", site_url=SITE, description="News <explained>.")
BARE = Settings(site_name="Archive & “Co”")
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
ATOM = "{http://www.w3.org/2005/Atom}"
WITHHELD = ("A draft about", "must not be published any more", "who will pay for the coffee", "an insult")

Files = Mapping[str, bytes]


def archive_of(content: Path) -> Archive:
    return pipeline.connect(pipeline.load(content)[0])


@pytest.fixture(scope="module")
def archive(ruritania: Path) -> Archive:
    return archive_of(ruritania)


@pytest.fixture(scope="module")
def files(archive: Archive) -> Files:
    return feed_files(archive, SETTINGS)


def atoms(files: Files) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith(".xml")}


def records(files: Files) -> dict[str, dict[str, list[dict[str, object]]]]:
    return {path: json.loads(data) for path, data in files.items() if path.endswith(".json")}


def test_there_is_a_feed_of_everything(files: Files) -> None:
    for folder in ("", "statements/", "actors/ada-example/", "topics/truce-of-april/", "outlets/the-gazette/"):
        assert {f"{folder}feed.xml", f"{folder}feed.json"} <= set(files)


def test_an_old_slug_keeps_its_feed(files: Files) -> None:
    """Who follows an actor under an old slug goes on doing so; the feed says where it stands now."""
    assert files["actors/a-example/feed.xml"] == files["actors/ada-example/feed.xml"]


def test_no_page_takes_their_addresses(archive: Archive, files: Files) -> None:
    pages = {directory(page.path) for page in all_pages(archive, SETTINGS)} | {directory(PAGE)}
    assert not {path for path in files if path in pages or f"{path}/" in pages}


@pytest.mark.parametrize("settings", [SETTINGS, BARE], ids=["with address", "without"])
def test_atom_keeps_the_rules_of_its_format(archive: Archive, settings: Settings) -> None:
    for path, data in atoms(feed_files(archive, settings)).items():
        tree = etree.fromstring(data)
        assert SCHEMA.validate(tree), f"{path}: {SCHEMA.error_log}"
        ids = [element.text for element in tree.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids))
        for thing in (tree, *tree.iterfind(f"{ATOM}entry")):
            rels = [link.get("rel") for link in thing.findall(f"{ATOM}link")]
            assert rels.count("alternate") == 1
            assert len(rels) == len(set(rels))
        moments = [element.text for element in tree.findall(f"{ATOM}entry/{ATOM}updated")]
        assert moments == sorted(moments, reverse=True)
        assert tree.findtext(f"{ATOM}updated") == moments[0]


def test_a_broken_feed_is_seen(files: Files) -> None:
    for spoil in (
        rb"<id>[^<]*</id>",
        rb"<updated>[^<]*</updated>",
        rb"<published>[^<]*</published>",
        rb"<author>.*?</author>",
    ):
        assert not SCHEMA.validate(etree.fromstring(re.sub(spoil, b"", files["feed.xml"])))
    assert not SCHEMA.validate(etree.fromstring(files["feed.xml"].replace(b"T00:00:00Z", b"")))


def test_feedparser_reads_every_entry_back(archive: Archive, files: Files) -> None:
    for path, data in atoms(files).items():
        feed = feedparser.parse(data)
        assert not feed.bozo, path
        assert feed.feed.title
        assert feed.feed.links[1].href.endswith("/feed.xml")
        assert len(feed.entries) == len(records(files)[path.replace(".xml", ".json")]["items"])
        for entry in feed.entries:
            assert entry.link.startswith(SITE)
            assert all((entry.title, entry.author, entry.summary, entry.updated_parsed, entry.published_parsed))
    first = {entry.title: entry for entry in feedparser.parse(files["feed.xml"]).entries}
    story = first["Fishers block the harbour of Zenda"]
    assert story.author == "Cora Muster"
    assert "Ada Example" in {tag.term for tag in story.tags}
    assert [link.href for link in story.links if link.rel == "via"] == ["https://gazette.example/fishers"]


def test_json_feed_keeps_the_rules_of_its_format(files: Files) -> None:
    """https://www.jsonfeed.org/version/1.1/: what is required, and of which type what there is must be."""
    kinds = {
        "id": str, "url": str, "external_url": str, "title": str, "content_html": str, "summary": str, "date_published": str,
        "date_modified": str, "authors": list, "tags": list, "language": str,
    }  # fmt: skip
    for path, feed in records(files).items():
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == SITE + path.replace("/a-example/", "/ada-example/")  # type: ignore[comparison-overlap]
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"]), path
        for item in feed["items"]:
            assert {"id", "url", "content_html", "date_published"} <= set(item)
            assert all(isinstance(value, kinds[name]) for name, value in item.items())
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(item["date_modified"]))


def test_both_formats_hold_the_same(files: Files) -> None:
    for path, data in atoms(files).items():
        entries = feedparser.parse(data).entries
        items = records(files)[path.replace(".xml", ".json")]["items"]
        assert [(e.id, e.title, e.link) for e in entries] == [(i["id"], i["title"], i["url"]) for i in items]


# --- what is in them -----------------------------------------------------------------------------------------------------------


def entries(files: Files, path: str = "feed.xml") -> dict[str, feedparser.FeedParserDict]:
    return {entry.link.rstrip("/").rsplit("/", 1)[-1]: entry for entry in feedparser.parse(files[path]).entries}


def test_texts_as_rights_allow(files: Files) -> None:
    every = b"\n".join(files.values()).decode()
    for words in WITHHELD:
        assert words not in every
    found = entries(files)
    assert "What divides the two sides" in found["why-the-strelsau-talks-stalled"].content[0].value
    assert "Read the whole article at The Gazette" in found["fishers-block-the-harbour"].content[0].value
    assert "content" not in found["a-count-of-the-bordurian-fleet"]


def test_what_is_taken_back_says_so_and_no_more(files: Files) -> None:
    found = entries(files)
    assert found["harbour-blockade-lifted"].title.startswith("Retracted: ")
    assert "Do not rely on it" in found["harbour-blockade-lifted"].summary
    assert found["the-second-draft"].title.startswith("Withdrawn: ")
    assert "content" not in found["harbour-blockade-lifted"]
    assert "content" not in found["the-second-draft"]


def test_an_updated_article_comes_back_as_itself(content: Path, files: Files) -> None:
    path = content / "articles" / "fishers-block-the-harbour.txt"
    text = path.read_text("utf-8")
    header = (
        "---\nupdated: 2024-07-01\n" + text.removeprefix("---\n")
        if text.startswith("---\n")
        else f"---\nupdated: 2024-07-01\n---\n{text}"
    )
    path.write_text(header, "utf-8")
    later = feedparser.parse(feed_files(archive_of(content), SETTINGS)["feed.xml"]).entries
    before = entries(files)["fishers-block-the-harbour"]
    assert later[0].id == before.id
    assert (later[0].updated, later[0].published) == ("2024-07-01T00:00:00Z", before.published)


def test_only_the_feeds_of_an_article_change_with_it(content: Path, archive: Archive) -> None:
    before = feed_files(archive_of(content), SETTINGS)
    path = content / "articles" / "what-the-envoys-want-next.md"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Draft ", 1), "utf-8")
    assert feed_files(archive_of(content), SETTINGS) == before  # a draft is in none
    path = content / "articles" / "a-count-of-the-bordurian-fleet.html"
    path.write_text(path.read_text("utf-8").replace("2024-04-20", "2024-04-21"), "utf-8")
    after = feed_files(archive_of(content), SETTINGS)
    changed = {name for name in after if after[name] != before.get(name)}
    holding = {name for name, data in before.items() if b"a-count-of-the-bordurian-fleet" in data}
    assert changed
    assert changed <= holding


def test_ids_outlive_a_move(archive: Archive, files: Files) -> None:
    """To another address, or to the first one; two archives of other names never share one."""
    moved = entries(feed_files(archive, Settings(site_name=SETTINGS.site_name, site_url="https://new.example/")))
    for slug, entry in entries(files).items():
        assert moved[slug].id == entry.id
    other = entries(feed_files(archive, Settings(site_name="Another", site_url=SITE)))
    assert not {entry.id for entry in other.values()} & {entry.id for entry in moved.values()}


def test_a_renamed_article_keeps_its_id(content: Path, files: Files) -> None:
    old = content / "articles" / "why-the-strelsau-talks-stalled.md"
    text = old.read_text("utf-8")
    assert "redirects" not in text
    new = old.with_name("why-they-stalled.md")
    new.write_text(text.replace("---\n", "---\nredirects: [why-the-strelsau-talks-stalled]\n", 1), "utf-8")
    old.unlink()
    found = entries(feed_files(archive_of(content), SETTINGS))
    assert found["why-they-stalled"].id == entries(files)["why-the-strelsau-talks-stalled"].id


def test_without_an_address_links_are_relative_to_the_feed(archive: Archive) -> None:
    for path, data in atoms(feed_files(archive, BARE)).items():
        tree = etree.fromstring(data)
        pages = {directory(page.path) for page in all_pages(archive, BARE)}
        for link in tree.iterfind(f"{ATOM}entry/{ATOM}link[@rel='alternate']"):
            reached = urlsplit(urljoin(f"https://any.example/{path}", link.get("href"))).path.lstrip("/")
            assert reached in pages, (path, link.get("href"))
        assert tree.find(f"{ATOM}link[@rel='self']") is None
        assert len(list(tree.find(f"{ATOM}subtitle").iter("{*}a"))) == 2


def test_hostile_words_stay_words(content: Path) -> None:
    article = content / "articles" / "hostile.md"
    title = "]]> <script>alert(1)</script> &amp; \" '"
    article.write_text(
        f'---\ntitle: {json.dumps(title)}\ndate: 2024-08-01\nauthors: ["A <b> & C"]\nactors: [ada-example]\n---\n\n'
        "Ada Example said <script>alert(2)</script> & `</content>` [x](javascript:alert(3)) \\]\\]>.\n",
        "utf-8",
    )
    files = feed_files(archive_of(content), SETTINGS)
    assert SCHEMA.validate(etree.fromstring(files["feed.xml"]))
    # Read by a parser that does not sanitise: the elements of the entry's HTML are ours alone.
    entry = etree.fromstring(files["feed.xml"]).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == title
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "A <b> & C"
    tags = re.findall(r"<[^>]*>", entry.findtext(f"{ATOM}content"))
    assert set(tags) <= {"<p>", "</p>", "<code>", "</code>"}


def test_the_same_bytes_again(archive: Archive, ruritania: Path, files: Files) -> None:
    assert feed_files(archive_of(ruritania), SETTINGS) == files
    assert list(feed_files(archive_of(ruritania), SETTINGS)) == list(files)


def test_an_empty_archive_has_no_feed_and_a_page_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir(parents=True)
    empty = archive_of(tmp_path)
    assert feed_files(empty, SETTINGS) == {}
    assert "no feeds" in page_bytes(feeds_page(empty, SETTINGS)).decode()


def test_the_page_leads_to_feeds_that_there_are(archive: Archive, files: Files) -> None:
    written = page_bytes(feeds_page(archive, SETTINGS)).decode()
    linked = set(re.findall(r"\(([^)]*feed\.(?:xml|json))\)", written))
    assert {"feed.xml", "feed.json", "statements/feed.xml"} <= linked
    assert linked <= set(files)
    assert "site_url" not in written
    assert "site_url" in page_bytes(feeds_page(archive, BARE)).decode()
