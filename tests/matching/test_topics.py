"""The topics of an article."""

import pytest

from generator.matching.forms import Forms, compile_forms
from generator.matching.topics import find_topics, threshold
from generator.model import Choice, Term

from .invented import article_of, registry_of, topic

FILLER = "Nothing else was said on that long and quiet day by anybody in the town hall."


def topics(forms: Forms, *paragraphs: str, **fields: object) -> dict[str, list[str]]:
    found = find_topics(article_of(*paragraphs, **fields), forms)  # type: ignore[arg-type]
    return {one.slug: [mention.form for mention in one.mentions] for one in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Truce holds.", {"truce": ["Truce"]}),
        ("Two truces failed.", {"truce": ["truces"]}),
        ("The Border Deals hold.", {"border": ["Border Deals"]}),
        ("The Zenda line holds.", {"border": ["Zenda line"]}),
        ("The zenda line holds.", {}),
        ("They will meet with President Ada Kubelik.", {"meeting": ["meet with President Ada Kubelik"]}),
        ("A meeting between Kubelyk and Milo Horvat.", {"meeting": ["meeting between Kubelyk and Milo Horvat"]}),
        ("They will meet with the old Kubelik.", {}),
        ("intruceable", {}),
    ],
)
def test_terms(text: str, found: dict[str, list[str]], forms: Forms) -> None:
    assert topics(forms, text) == found


def test_a_common_word_late_and_alone_is_no_topic(forms: Forms) -> None:
    assert topics(forms, FILLER, FILLER, "Some grain was sold.") == {}
    assert topics(forms, FILLER, FILLER, "Some grain was sold.", "More grain came.") == {"grain": ["grain", "grain"]}
    assert topics(forms, FILLER, FILLER, "The border deal was sold.") == {"border": ["border deal"]}


def test_in_passing_in_a_long_text_is_no_topic(forms: Forms) -> None:
    long = [FILLER] * 60
    assert topics(forms, *long, "The border deal was named.") == {}
    assert "border" in topics(forms, *long, "The border deal was named.", "The border deal held.")
    assert "border" in topics(forms, *long, title="Border deal holds")


def test_the_threshold_rises_with_length() -> None:
    assert [threshold(words) for words in (0, 150, 500, 1500, 9000)] == [1.0, 1.0, 1.5, 2.0, 2.0]
    assert 1.0 < threshold(300) < 1.5


def test_parents_follow(forms: Forms) -> None:
    found = find_topics(article_of("On farming."), forms)
    assert [(one.slug, len(one.mentions)) for one in found] == [("farming", 1), ("economy", 0)]
    assert found[0].score > found[1].score > 0


def test_parents_in_a_circle_end() -> None:
    forms = compile_forms(registry_of(topics=(topic("a", "ant hill", parent="b"), topic("b", "bee hive", parent="a"))))
    assert set(topics(forms, "The ant hill.")) == {"a", "b"}


def test_weights_of_the_header_count() -> None:
    forms = compile_forms(
        registry_of(topics=(topic("a", Term(text="ant", weight=3.0)), topic("b", Term(text="bee hive", weight=0.1))))
    )
    assert set(topics(forms, FILLER, FILLER, "An ant in a bee hive.")) == {"a"}


def test_the_header_has_the_last_word(forms: Forms) -> None:
    text = "A truce and a border deal."
    assert set(topics(forms, text, topics=Choice(add=("grain", "unknown"), drop=("truce",)))) == {"border", "grain"}
    assert set(topics(forms, text, topics=Choice(only=("grain",)))) == {"grain"}
