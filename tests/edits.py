"""Random changes of a small archive, for ``test_incremental``: each says what it did."""

import os
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline


@dataclass(slots=True, kw_only=True)
class World:
    """A project, the folder that it is built in, how it is built, and the chance that decides what is changed."""

    project: Path
    build: Path
    chance: random.Random
    offline: bool = False
    search: bool = True
    count: int = 0
    is_begun: bool = False

    @property
    def content(self) -> Path:
        return self.project / "content"

    @property
    def earlier(self) -> Path:
        """Copies of what runs kept, and of the content that they kept it of."""
        return self.build.parent / "earlier"

    def one(self, folder: str) -> Path:
        """Some file of a content folder."""
        return self.chance.choice(sorted((self.content / folder).iterdir()))

    def any_of(self, folder: str) -> str:
        return self.one(folder).stem

    def new(self, what: str) -> str:
        """A slug that nothing had before."""
        self.count += 1
        return f"{what}-{self.count}"


Edit = Callable[[World], str]

PERSONS = ["Ada Example", "Bertram Sample", "A. Example", "Mr. Sample", "Cora Muster"]
SAYINGS = [
    [
        "The lighthouse stays dark until both fleets are back",
        "The lighthouse stays dark until both the fleets are back",
        "The lighthouse will stay dark until the fleets are back",
    ],
    [
        "Nobody in this bay has ever counted the herrings",
        "Nobody in this bay has counted the herrings ever",
        "In this bay nobody has ever counted the herrings",
    ],
    [
        "We will meet again when the coffee is paid for",
        "We will meet again once the coffee is paid for",
        "We shall meet again when the coffee has been paid for",
    ],
]
SENTENCES = [
    "The talks in Strelsau went on for three hours, and Ruritania had brought the map.",
    "Borduria closed the harbour of Zenda before noon, and fishing stopped.",
    "The Inland Waters League sent two observers and a thermometer.",
    "Kravonia answered that the truce of 2 April was not about herrings.",
    "The fishers of the northern shore waited for the border talks to end.",
    "Nobody asked the keeper of the lighthouse of Zenda, who was asleep.",
    "In Strelsau it rained; Ada Example and Bertram Sample signed a truce all the same.",
    "An old ferry carried the envoys, the press and eleven goats across the bay.",
]
BROKEN = ["date: 2024-13-45", "status: perhaps", "actors: [nobody-at-all]", "outlet: no-such-paper", "rights: some"]


# --- files with a header -------------------------------------------------------------------------------------------------------


def with_field(text: str, name: str, value: str | None) -> str:
    """A file's text with a field of its header set, or taken out."""
    head, end, body = text.removeprefix("---\n").partition("\n---\n")
    lines = re.sub(rf"^{name}:.*(?:\n[ ].*)*\n?", "", head, flags=re.MULTILINE).rstrip("\n")
    return f"---\n{lines}\n" + (f"{name}: {value}" if value is not None else "") + f"{end}{body}"


def put_field(path: Path, name: str, value: str | None) -> str:
    path.write_text(with_field(path.read_text(), name, value))
    return f"{path.parent.name}/{path.name}: {name}: {value}"


def listed(*items: str) -> str:
    return f"[{', '.join(items)}]"


def paragraph(world: World) -> str:
    """Some sentences, perhaps with words that somebody said."""
    chance = world.chance
    text = " ".join(chance.sample(SENTENCES, 3))
    if chance.random() < 0.6:
        text += f" “{chance.choice(chance.choice(SAYINGS))},” said {chance.choice(PERSONS[:2])}."
    if chance.random() < 0.2:
        to = world.any_of("articles") if world.is_begun else "why-the-strelsau-talks-stalled"  # a draft stops a build
        text += f" See [an earlier text]({to}.md)."
    return text + " ([The Gazette, 3 April 2024](https://gazette.example/truce))"


def day(world: World) -> str:
    chance = world.chance
    return f"{chance.choice([2022, 2023, 2024, 2024])}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def add_article(world: World) -> str:
    chance, slug = world.chance, world.new("note")
    header = [f"title: Note {world.count} on the bay", f"date: {day(world)}"]
    if chance.random() < 0.4:
        header += [f"outlet: {world.any_of('outlets')}", f"url: https://gazette.example/{slug}"]
    header += (
        [f"status: {status}"]
        if (status := chance.choice(["published"] * 8 + ["retracted", "withdrawn", "draft"]))
        else []
    )
    if chance.random() < 0.2:
        header.append(f"rights: {chance.choice(['full', 'excerpt', 'link'])}")
    if chance.random() < 0.2:
        header += ["corrections:", f"  - {{ date: 2025-{chance.randint(1, 12):02}-20, what: A number was wrong. }}"]
    body = "\n\n".join(paragraph(world) for _ in range(chance.randint(2, 4)))
    (world.content / "articles" / f"{slug}.md").write_text("---\n" + "\n".join(header) + f"\n---\n\n{body}\n")
    return slug


def begin(world: World) -> None:
    """The archive that edits begin with."""
    for _ in range(28):
        add_article(world)
    world.is_begun = True


# --- articles ------------------------------------------------------------------------------------------------------------------


def remove_article(world: World) -> str:
    path = world.one("articles")
    path.unlink()
    return path.name


def rename_article(world: World) -> str:
    return _renamed(world, "articles")


def _renamed(world: World, folder: str) -> str:
    """A file under another name: half of the time the old one leads to it, and half of the time what names it is changed too."""
    path = world.one(folder)
    to = path.with_name(world.new(folder[:-1]) + path.suffix)
    old, new = path.stem, to.stem
    path.rename(to)
    said = f"{folder}/{old} to {new}"
    if world.chance.random() < 0.6:
        put_field(to, "redirects", listed(old))
        said += ", with redirects"
    if world.chance.random() < 0.8:
        for other in sorted(world.content.rglob("*.*")):
            text = other.read_text()
            changed = re.sub(rf"(?<![\w/-]){old}(?![\w-])", new, text) if other != to else text
            if changed != text:
                other.write_text(changed)
                said += f", {other.name}"
    return said


def change_text(world: World) -> str:
    path = world.one("articles")
    text = path.read_text()
    kind = world.chance.choice(["more", "less", "word", "heading"])
    if kind == "more":
        text += f"\n{paragraph(world)}\n"
    elif kind == "heading":
        text += f"\n## What came of it {world.chance.randint(1, 9)}\n\n{paragraph(world)}\n"
    elif kind == "less":
        text = text.rstrip("\n").rpartition("\n\n")[0] + "\n"
    else:
        text = text.replace("Strelsau", "the capital", 1)
    path.write_text(text)
    return f"{path.name}: {kind}"


def change_weather(world: World) -> str:
    """Something that names nobody, in the text alone, which may stay as long as it was: what is found in the article stays as it is."""
    path = world.one("articles")
    text = path.read_text()
    before, after = world.chance.choice([("rained", "snowed"), ("snowed", "rained")])
    path.write_text(text.replace(before, after) if before in text else f"{text}\nIt {before} on the quay.\n")
    return path.name


def change_words_said(world: World) -> str:
    path = world.one("articles")
    text = path.read_text()
    for saying in SAYINGS:
        for wording in saying:
            text = text.replace(wording, world.chance.choice(saying))
    path.write_text(text)
    return path.name


def change_article(world: World) -> str:
    """One field of an article's header."""
    chance = world.chance
    values: Mapping[str, Callable[[], str | None]] = {
        "title": lambda: f"Another title {chance.randint(1, 99)}",
        "date": lambda: day(world),
        "updated": lambda: chance.choice([None, "2025-01-02", "2025-02-03"]),
        "summary": lambda: chance.choice([None, "A short summary of what happened at the bay in spring."]),
        "key_points": lambda: chance.choice([None, "[The bay is wide., The coffee is not paid.]"]),
        "authors": lambda: chance.choice([None, "[Cora Muster]", "[Dora Probe, Cora Muster]"]),
        "outlet": lambda: chance.choice([None, world.any_of("outlets"), world.any_of("outlets")]),
        "url": lambda: chance.choice([None, f"https://gazette.example/{chance.randint(1, 999)}"]),
        "status": lambda: chance.choice(["published", "published", "retracted", "withdrawn", "draft"]),
        "rights": lambda: chance.choice([None, "full", "excerpt", "link"]),
        "language": lambda: chance.choice([None, "en", "de"]),
        "autolink": lambda: chance.choice([None, "false"]),
        "corrections": lambda: chance.choice([None, "[{ date: 2025-07-01, what: The map was upside down. }]"]),
        "actors": lambda: chance.choice([None, f"{{ add: [{world.any_of('actors')}] }}", f"{{ drop: [{world.any_of('actors')}] }}"]),
        "topics": lambda: chance.choice([None, listed(world.any_of("topics")), f"{{ add: [{world.any_of('topics')}] }}"]),
        "redirects": lambda: chance.choice([None, f"[{world.new('once')}]"]),
    }  # fmt: skip
    name = chance.choice(sorted(values))
    return put_field(world.one("articles"), name, values[name]())


def break_something(world: World) -> str:
    """Content that no build may take."""
    name, _, value = world.chance.choice(BROKEN).partition(": ")
    return put_field(world.one("articles"), name, value)


def touch(world: World) -> str:
    path = world.chance.choice(
        sorted(path for name in ("content", "theme") for path in (world.project / name).rglob("*.*") if path.is_file())
    )
    os.utime(path)
    return path.name


# --- actors, topics, outlets, pages ----------------------------------------------------------------------------------------------


def add_actor(world: World) -> str:
    slug = world.new("actor")
    alias = world.chance.choice(["keeper of the lighthouse", "old ferry", "northern shore", f"Ministry {world.count}"])
    text = f"---\nname: Cora Muster {world.count}\nkind: person\naliases: [{alias}]\n---\n\nShe was there. ([The Gazette, 3 April 2024](https://gazette.example/c))\n"
    (world.content / "actors" / f"{slug}.md").write_text(text)
    return f"{slug}, {alias}"


def remove_actor(world: World) -> str:
    path = world.one("actors")
    path.unlink()
    said = path.name
    if world.chance.random() < 0.8:  # and what names it
        for other in sorted(world.content.rglob("*.*")):
            text = other.read_text()
            if path.stem in text:
                other.write_text(re.sub(rf"^(actors|affiliations|statements):.*{path.stem}.*\n", "", text, flags=re.M))
                said += f", {other.name}"
    return said


def rename_actor(world: World) -> str:
    return _renamed(world, "actors")


def change_actor(world: World) -> str:
    chance, path = world.chance, world.one("actors")
    values: Mapping[str, Callable[[], str | None]] = {
        "name": lambda: f"{path.stem.replace('-', ' ').title()} {chance.choice(['Senior', 'Junior', 'the Third'])}",
        "kind": lambda: chance.choice(["person", "state", "organisation", "group"]),
        "aliases": lambda: chance.choice([None, "[Kravonia]", "[thermometer]", "[eleven goats, northern shore]"]),
        "weak_aliases": lambda: chance.choice([None, "[the map]", "[ferry]"]),
        "metonyms": lambda: chance.choice([None, "[Strelsau]", "[Zenda]"]),
        "role": lambda: chance.choice([None, "Keeper of the lighthouse", "Envoy of Ruritania"]),
        "affiliations": lambda: chance.choice([None, listed(world.any_of("actors"))]),
        "wikidata": lambda: chance.choice([None, f"Q{chance.randint(1, 999)}"]),
        "not_same_as": lambda: chance.choice([None, '["Another one, a painter"]']),
        "redirects": lambda: chance.choice([None, f"[{world.new('was')}]"]),
    }
    if chance.random() < 0.2:
        return _other_introduction(path, world)
    name = chance.choice(sorted(values))
    return put_field(path, name, values[name]())


def _other_introduction(path: Path, world: World) -> str:
    head = path.read_text().rpartition("\n---\n")[0]
    path.write_text(
        f"{head}\n---\n\nNumber {world.chance.randint(1, 99)} of them. ([The Gazette, 3 April 2024](https://gazette.example/n))\n"
    )
    return f"{path.name}: introduction"


def add_topic(world: World) -> str:
    slug = world.new("topic")
    terms = world.chance.choice(["[herrings]", "[coffee]", "[goats, ferry]", "[thermometer]"])
    date = f"date: {day(world)}\n" if world.chance.random() < 0.4 else ""
    parent = f"parent: {world.any_of('topics')}\n" if world.chance.random() < 0.4 else ""
    text = f"---\nname: Subject {world.count}\nterms: {terms}\n{date}{parent}---\n\nIt matters. ([The Gazette, 3 April 2024](https://gazette.example/t))\n"
    (world.content / "topics" / f"{slug}.md").write_text(text)
    return f"{slug}, {terms}{date}{parent}"


def remove_topic(world: World) -> str:
    path = world.one("topics")
    path.unlink()
    return path.name


def rename_topic(world: World) -> str:
    return _renamed(world, "topics")


def change_topic(world: World) -> str:
    chance, path = world.chance, world.one("topics")
    values: Mapping[str, Callable[[], str | None]] = {
        "name": lambda: f"Matter {chance.randint(1, 99)}",
        "terms": lambda: chance.choice(["[fishing, fishers]", "[goats]", "[{ lighthouse: 2 }, ferry]", "[truce]"]),
        "parent": lambda: chance.choice([None, world.any_of("topics")]),
        "related": lambda: chance.choice([None, listed(world.any_of("topics"))]),
        "date": lambda: chance.choice([None, day(world), day(world)]),
        "redirects": lambda: chance.choice([None, f"[{world.new('was')}]"]),
    }
    if chance.random() < 0.2:
        return _other_introduction(path, world)
    name = chance.choice(sorted(values))
    return put_field(path, name, values[name]())


def add_outlet(world: World) -> str:
    slug = world.new("paper")
    rights = world.chance.choice(["full", "excerpt", "link"])
    text = f"---\nname: Paper {world.count}\nurl: https://{slug}.example/\nrights: {rights}\n---\n\nA paper.\n"
    (world.content / "outlets" / f"{slug}.md").write_text(text)
    return slug


def remove_outlet(world: World) -> str:
    path = world.one("outlets")
    path.unlink()
    return path.name


def rename_outlet(world: World) -> str:
    return _renamed(world, "outlets")


def change_outlet(world: World) -> str:
    chance, path = world.chance, world.one("outlets")
    values: Mapping[str, Callable[[], str | None]] = {
        "name": lambda: f"Paper {chance.randint(1, 99)}",
        "rights": lambda: chance.choice(["full", "excerpt", "link"]),
        "country": lambda: chance.choice([None, "Ruritania", "Borduria"]),
        "url": lambda: f"https://paper{chance.randint(1, 99)}.example/",
    }
    if chance.random() < 0.2:
        return _other_introduction(path, world)
    name = chance.choice(sorted(values))
    return put_field(path, name, values[name]())


def change_page(world: World) -> str:
    """A hand-written page: other words, a link more, or one page more or less, with its place in the navigation."""
    chance, settings = world.chance, world.project / "mkdocs.yml"
    path, text = world.content / "pages" / "press.md", settings.read_text()
    kind = chance.choice(["text", "text", "link", "press"])
    if kind == "press":
        line = "  - Press: press.md\n"
        if path.exists():
            path.unlink()
            settings.write_text(text.replace(line, ""))
        else:
            path.write_text("---\ntitle: Press\n---\n\nAsk us.\n")
            settings.write_text(text.replace("  - Home: index.md\n", f"  - Home: index.md\n{line}"))
        return "press"
    path = world.one("pages")
    folder = chance.choice(["articles", "actors", "topics"])
    link = f"See [this]({folder}/{world.any_of(folder)}.md)." if kind == "link" else "A word more."
    path.write_text(f"{path.read_text()}\n{link}\n")
    return f"{path.name}: {link}"


# --- decisions, addresses, theme, settings ------------------------------------------------------------------------------------------


def decide(world: World) -> str:
    """A decision more or less on two quotations of one speaker."""
    path = world.content / "statements.yaml"
    if path.exists() and world.chance.random() < 0.3:
        path.unlink()
        return "none any more"
    archive = pipeline.connect(pipeline.load(world.content)[0])
    speakers = [
        keys
        for said in archive.said_by.values()
        if len(keys := sorted({variant.key for each in said for variant in each.variants})) > 1
    ]
    if not speakers:
        return "nobody said anything"
    pair = listed(*world.chance.sample(world.chance.choice(speakers), 2))
    verdict = world.chance.choice(["same", "not_the_same"])
    path.write_text(f"{verdict}:\n  - {pair}\n")
    return f"{verdict} {pair}"


def record_addresses(world: World) -> str:
    path = world.content / "addresses.txt"
    kind = world.chance.choice(["all", "all", "one", "broken", "none"])
    if kind == "all":
        try:
            return f"{len(pipeline.addresses(world.content, world.build, record=True).new)} new"
        except pipeline.ToolError as error:
            return str(error)
    if kind == "none":
        path.unlink(missing_ok=True)
        return "none"
    line = world.chance.choice(
        ["timeline/1999/", "articles/index/", "statements/ada-example-2020-01-01-long-ago/", "map/"]
    )
    with path.open("a") as file:
        file.write(f"{'No Address' if kind == 'broken' else line}\n")
    return f"{kind} {line}"


def change_theme(world: World) -> str:
    """A template, a style sheet, or a file more or less."""
    chance, theme = world.chance, world.project / "theme"
    kind = chance.choice(
        ["template", "style", "file", "broken"] if chance.random() < 0.3 else ["template", "style", "file"]
    )
    added = theme / "assets" / "archive" / "added.css"
    if kind == "file" and added.exists():
        added.unlink()
        return "a file less"
    if kind == "file":
        added.write_text("p { color: inherit; }\n")
        return "a file more"
    names = {"style": ["assets/archive/archive.css", "assets/archive/search.css"], "broken": ["article.html"]}
    name = chance.choice(
        names.get(kind, ["partials/footer.html", "404.html", "redirect.html", "article.html", "sitemap.xml"])
    )
    words = {"style": f"\n.n{chance.randint(1, 99)} {{ margin: 0; }}\n", "broken": "{% if %}"}
    before = (theme / name).read_text()
    more = words.get(kind) or f"\n{{# a remark {chance.randint(1, 99)} #}}\n"
    if name == "partials/footer.html":
        more = f"\n<p>Footer {chance.randint(1, 99)}</p>\n"
    (theme / name).write_text(before + more)
    return f"{name}: {kind}"


def change_settings(world: World) -> str:
    chance, path = world.chance, world.project / "mkdocs.yml"
    values = {
        "site_name": [f"The Archive {chance.randint(1, 99)}"],
        "site_url": ['""', '"https://archive.example/"', '"https://archive.example/bay/"'],
        "site_description": [f"News of the bay, number {chance.randint(1, 99)}."],
    }
    name = chance.choice([*values, "site_url"])
    value = chance.choice(values[name])
    path.write_text(re.sub(rf"^{name}:.*$", f"{name}: {value}", path.read_text(), flags=re.MULTILINE))
    return f"{name}: {value}"


def switch(world: World) -> str:
    """Links for the disk or for the web; the search or none."""
    if world.chance.random() < 0.6:
        world.offline = not world.offline
        return f"offline {world.offline}"
    world.search = not world.search and os.environ.get("SEARCH") != "no"
    return f"search {world.search}"
