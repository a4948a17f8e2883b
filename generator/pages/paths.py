"""Where each page lives in build/docs.  These are addresses: once published, for ever."""

from generator.model import ActorSlug, ArticleSlug, OutletSlug, PagePath, TopicSlug

HOME = PagePath("index.md")
ARTICLES = PagePath("articles/index.md")
ACTORS = PagePath("actors/index.md")
TOPICS = PagePath("topics/index.md")
OUTLETS = PagePath("outlets/index.md")
TIMELINE = PagePath("timeline/index.md")
STATEMENTS = PagePath("statements/index.md")
MAP = PagePath("map.md")
SEARCH = PagePath("search/index.md")
CHANGES = PagePath("changes.md")  # corrections, retractions, withdrawals
CORRECT = PagePath("contribute.md#text-correct-something")  # a heading that the contribute page must have


def article(slug: ArticleSlug) -> PagePath:
    return PagePath(f"articles/{slug}.md")


def actor(slug: ActorSlug) -> PagePath:
    return PagePath(f"actors/{slug}.md")


def topic(slug: TopicSlug) -> PagePath:
    return PagePath(f"topics/{slug}.md")


def outlet(slug: OutletSlug) -> PagePath:
    return PagePath(f"outlets/{slug}.md")


def in_year(page: PagePath, year: int) -> PagePath:
    """The page of one year of a long list: actors/ada-example.md -> actors/ada-example/2025.md."""
    return PagePath(f"{page.removesuffix('.md')}/{year}.md")


def year(number: int) -> PagePath:
    return PagePath(f"timeline/{number}.md")


def month(number: int, of_year: int) -> PagePath:
    return PagePath(f"timeline/{of_year}/{number:02}.md")


def statement(statement_id: str) -> PagePath:
    return PagePath(f"statements/{statement_id}.md")


def said_by(slug: ActorSlug) -> PagePath:
    """Everything that an actor said."""
    return PagePath(f"actors/{slug}/statements.md")
