"""Pictures for link previews, made of a page's own words: who it is about, what kind of thing that is, and the site's name.

Drawing one costs 3 ms and 9 kB, so not every page has its own: the home page, every topic and outlet, actors that at least
``NAMED`` articles name, and the explainers written here do.  A clip shows its first topic's, any other page the site's.  The
font is Noto Sans (SIL Open Font License), from its package, so that every machine draws alike; words in letters that it lacks
(Chinese, Arabic ...) are not drawn as boxes: then the page shows the site's card.
"""

import io
from collections.abc import Iterator
from functools import cache

import fontpkg  # type: ignore[import-untyped]  # it publishes no types
from PIL import Image, ImageDraw, ImageFont

from generator.crossref import Archive
from generator.model import ActorKind, ActorSlug, ArticleSlug, OutletSlug, PagePath, TopicSlug
from generator.settings import Settings
from generator.text import long_date, shorten

WIDTH, HEIGHT = 1200, 630  # what previews are cut to, 1.91 to 1
NAMED = 3
FOLDER = "cards/"
SITE_CARD = FOLDER + "site.png"
_MARGIN, _LINES = 80, 4
_LONGEST = 110  # characters of a title that are drawn at all
_PAPER, _INK = (250, 249, 245), (28, 32, 40)
_SHADES = 4  # of ink, so that two bits a pixel suffice
_RUN_LENGTHS = 3  # zlib.Z_RLE: as small as any for flat pictures, in a third of the time
_KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "State",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.GROUP: "Group",
}

_Words = tuple[str, str]  # what stands above, and the words themselves


def card_of(page: PagePath, archive: Archive, settings: Settings) -> tuple[str, str]:
    """The path of the picture that a page shows, from the site's root, and the words on it."""
    path, words = _own(page, archive)
    if path and drawable(" ".join(words)):
        return path, ": ".join(filter(None, words))
    return SITE_CARD, settings.site_name


def card_keys(archive: Archive, settings: Settings) -> Iterator[tuple[str, str]]:
    """Folder and slug of everything that has a picture; none while the site has no address, which previews need."""
    if not settings.site_url:
        return
    registry = archive.registry
    yield "", ""
    yield from (("articles", e.article.slug) for e in archive.entries if _is_ours(e.article.slug, archive))
    yield from (("actors", slug) for slug in sorted(registry.actors) if len(archive.by_actor[slug]) >= NAMED)
    yield from (("topics", slug) for slug in sorted(registry.topics))
    yield from (("outlets", slug) for slug in sorted(registry.outlets))


def card_file(folder: str, slug: str, archive: Archive, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The picture of one thing by its path from the root of build/docs; none where the font lacks a letter."""
    site = settings.site_name if drawable(settings.site_name) else ""
    if not folder:
        yield SITE_CARD, _drawn(("", site), settings.description if drawable(settings.description) else "")
        return
    words = _of_thing(folder, slug, archive)
    if drawable(" ".join(words)):
        yield f"{FOLDER}{folder}/{slug}.png", _drawn(words, site)


def card_files(archive: Archive, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every picture by its path from the root of build/docs."""
    for folder, slug in card_keys(archive, settings):
        yield from card_file(folder, slug, archive, settings)


def _of_thing(folder: str, slug: str, archive: Archive) -> _Words:
    if folder == "articles":
        return _article(ArticleSlug(slug), archive)
    if folder == "actors":
        return _actor(ActorSlug(slug), archive)
    if folder == "topics":
        return _topic(TopicSlug(slug), archive)
    return "Outlet", archive.registry.outlets[OutletSlug(slug)].name


def _own(page: PagePath, archive: Archive) -> tuple[str, _Words]:
    """The picture of a page or of what it lists, with its words; an empty path where it shows the site's."""
    registry = archive.registry
    folder, _, name = page.removesuffix(".md").partition("/")
    slug = name.partition("/")[0]
    if folder == "articles" and ArticleSlug(slug) in archive.by_slug:
        if _is_ours(ArticleSlug(slug), archive):
            return f"{FOLDER}articles/{slug}.png", _of_thing(folder, slug, archive)
        topics = [t for t in archive.by_slug[ArticleSlug(slug)].topic_slugs if t in registry.topics]
        return (f"{FOLDER}topics/{topics[0]}.png", _topic(topics[0], archive)) if topics else ("", ("", ""))
    if folder == "actors" and len(archive.by_actor.get(ActorSlug(slug), ())) >= NAMED:
        return f"{FOLDER}actors/{slug}.png", _actor(ActorSlug(slug), archive)
    if folder == "topics" and slug in registry.topics:
        return f"{FOLDER}topics/{slug}.png", _topic(TopicSlug(slug), archive)
    if folder == "outlets" and slug in registry.outlets:
        return f"{FOLDER}outlets/{slug}.png", ("Outlet", registry.outlets[OutletSlug(slug)].name)
    return "", ("", "")


def _is_ours(slug: ArticleSlug, archive: Archive) -> bool:
    article = archive.by_slug[slug].article
    return not (article.outlet or article.outlet_name or article.url)


def _article(slug: ArticleSlug, archive: Archive) -> _Words:
    article = archive.by_slug[slug].article
    return (long_date(article.date) if article.date else "", shorten(article.title or "", _LONGEST))


def _actor(slug: ActorSlug, archive: Archive) -> _Words:
    actor = archive.registry.actors[slug]
    return actor.role or _KINDS[actor.kind], shorten(actor.name, _LONGEST)


def _topic(slug: TopicSlug, archive: Archive) -> _Words:
    topic = archive.registry.topics[slug]
    return f"Event · {long_date(topic.date)}" if topic.date else "Topic", shorten(topic.name, _LONGEST)


# --- drawing ------------------------------------------------------------------------------------------------------------------


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    # Basic layout: the other one is not built into Pillow everywhere, and would draw otherwise.
    font = ImageFont.truetype(str(fontpkg.path("Noto Sans")), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight, 100])
    return font


@cache
def _lacking() -> bytes:
    """What the font draws for a letter that it lacks."""
    return bytes(_font(40, 700).getmask("\U0010fffd"))


@cache
def _has(letter: str) -> bool:
    return letter == " " or (letter.isprintable() and bytes(_font(40, 700).getmask(letter)) != _lacking())


def drawable(words: str) -> bool:
    """Whether the font has every letter, and draws them from left to right, one after the other."""
    return all(_has(letter) for letter in words)


def _drawn(words: _Words, below: str) -> bytes:
    """A picture: a small line above, the words as large as they fit, a line below."""
    above, title = words
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 16, HEIGHT), fill=255)
    if above:
        draw.text((_MARGIN, 70), _fitted(above, 34), font=_font(34, 400), fill=200)
    size, lines = _set(title)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, 140 + number * round(size * 1.25)), line, font=_font(size, 700), fill=255)
    if below:
        draw.text((_MARGIN, HEIGHT - 100), _fitted(below, 32), font=_font(32, 400), fill=200)
    return _png(image)


def _set(title: str) -> tuple[int, list[str]]:
    """The size of letters at which a title fits, and its lines."""
    for size in (84, 68, 56):
        lines = _wrapped(title, size)
        if len(lines) <= (_LINES if size < 84 else 3):
            return size, lines
    return 56, [*lines[: _LINES - 1], lines[_LINES - 1] + "…"]


def _wrapped(title: str, size: int) -> list[str]:
    font, room = _font(size, 700), WIDTH - 2 * _MARGIN
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(words: str, size: int) -> str:
    """One line, cut where it would leave the picture."""
    font, limit = _font(size, 400), len(words)
    while font.getlength(shorten(words, limit)) > WIDTH - 2 * _MARGIN and limit > 10:
        limit = limit * 9 // 10
    return shorten(words, limit)


def _png(image: Image.Image) -> bytes:
    """Ink in four shades on paper, two bits a pixel."""
    shades = image.point([value * _SHADES // 256 for value in range(256)])
    picture = Image.frombytes("P", shades.size, shades.tobytes())
    steps = [
        [p + (i - p) * step // (_SHADES - 1) for p, i in zip(_PAPER, _INK, strict=True)] for step in range(_SHADES)
    ]
    picture.putpalette([part for color in steps for part in color])
    out = io.BytesIO()
    picture.save(out, "PNG", bits=2, compress_level=1, compress_type=_RUN_LENGTHS)
    return out.getvalue()
