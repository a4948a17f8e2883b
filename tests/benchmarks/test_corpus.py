"""The invented archive: the same everywhere, every article dated and about someone, and no problem for our readers."""

import datetime
from pathlib import Path

import corpus

from generator import loading, pipeline
from generator.matching.forms import compile_forms

COUNT = 40


def files(count: int) -> dict[str, str]:
    return dict(corpus.content_files(count))


def test_it_is_the_same_each_time() -> None:
    before = files(COUNT)
    corpus.world.cache_clear()
    assert files(COUNT) == before


def test_it_is_the_same_on_every_machine() -> None:
    """Other numbers than here mean that figures cannot be compared with those of earlier versions."""
    assert corpus.article(3).stem == "2017-04-05-sit-about-keat-vutlot-if-pur-geanu-hasta-3"
    assert corpus.article(3).actors == (
        "Vearvirba Trotrerfu",
        "Trassedi Filotro",
        "Veajarfi Wegongi",
        "Hohinga Geatwokas",
    )


def test_a_larger_archive_holds_the_smaller_one() -> None:
    assert files(10).items() < files(11).items()


def test_actors_and_topics_do_not_grow_with_the_articles() -> None:
    for count in (10, COUNT):
        paths = list(files(count))
        assert sum(path.startswith("actors/") for path in paths) == corpus.ACTORS
        assert sum(path.startswith("topics/") for path in paths) == corpus.TOPICS
        assert sum(path.startswith("articles/") for path in paths) == count


def test_a_tenth_are_clips() -> None:
    assert sum(path.endswith(".txt") for path in files(COUNT)) == COUNT / 10


def test_articles_have_about_700_words() -> None:
    lengths = [len(" ".join(corpus.article(number).body).split()) for number in range(COUNT)]
    assert 650 < sum(lengths) / COUNT < 750


def test_actors_are_named_by_zipfs_law() -> None:
    named = [name for number in range(300) for name in corpus.article(number).actors]
    often = sorted((named.count(name) for name in set(named)), reverse=True)
    assert often[0] > 8 * often[len(often) // 4]


def test_our_readers_find_what_each_article_was_made_of(tmp_path: Path) -> None:
    """Every one is dated and names the actors that it was made of: else other tools, which are told, would build other sites."""
    corpus.write(corpus.content_files(COUNT), tmp_path / "content")
    content, problems = loading.read(tmp_path / "content")
    assert not problems
    forms = compile_forms(content.registry)
    made = {one.stem: one for one in map(corpus.article, range(COUNT))}
    assert len(content.articles) == COUNT
    for article in content.articles:
        one = made.pop(article.slug)
        assert article.date == one.date
        entry = pipeline.entry_of(article, content.registry, forms)
        assert {found.slug for found in entry.actors} == {corpus.slug(name) for name in one.actors}
        assert {found.slug for found in entry.topics} == {corpus.slug(name) for name in one.topics}
        assert len(entry.quotes) == 2


def test_dates_lie_within_the_twelve_years() -> None:
    dates = [corpus.article(number).date for number in range(COUNT)]
    last = corpus.FIRST_DAY + datetime.timedelta(days=corpus.DAYS)
    assert all(corpus.FIRST_DAY <= date < last for date in dates)
    assert len({date.year for date in dates}) > 8
