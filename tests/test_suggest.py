"""Names that no registry file knows are found, and what is no news to anybody is not."""

from pathlib import Path

import pytest

from generator import pipeline

TEXT = """---
title: Talks in Ruritania
date: 2024-05-01
---

On Monday Foreign Minister Ada Example met Boris Sample in Geneva. Example said that the talks would go on.

The Inland Waters League was not asked, U.S. Secretary of State Clara Muster told the Gazette. “We wait,” said Boris Sample.

Vladek Kubelik, the envoy, left for Germany on Tuesday. Western Allies and European Leaders had no comment.
"""


def advice(content: Path, text: str = TEXT, **files: str) -> pipeline.Advice:
    """What `suggest` says of one article and a registry of files named ``actor_slug``."""
    (content / "articles").mkdir(parents=True)
    (content / "articles" / "talks.md").write_text(text, "utf-8")
    for name, lines in files.items():
        path = content / "actors" / f"{name.replace('_', '-')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{lines}\n---\n", "utf-8")
    return pipeline.suggest(content)


def test_persons_and_organisations_are_found(tmp_path: Path) -> None:
    names = {(s.name, str(s.kind)) for s in advice(tmp_path / "content").names}
    assert names >= {
        ("Ada Example", "person"),
        ("Boris Sample", "person"),
        ("Clara Muster", "person"),
        ("Vladek Kubelik", "person"),
        ("Inland Waters League", "organisation"),
    }


@pytest.mark.parametrize("clutter", ["Geneva", "Germany", "Tuesday", "Western Allies", "European Leaders", "Gazette"])
def test_places_days_and_nations_are_not(clutter: str, tmp_path: Path) -> None:
    assert not [s.name for s in advice(tmp_path / "content").names if clutter in s.name]


def test_a_family_name_alone_counts_for_the_full_name(tmp_path: Path) -> None:
    (example,) = (s for s in advice(tmp_path / "content").names if s.name == "Ada Example")
    assert (example.mentions, example.articles, example.where) == (2, 1, "content/articles/talks.md:6")


def test_what_the_registry_knows_is_not_suggested_but_its_spellings_are(tmp_path: Path) -> None:
    found = advice(
        tmp_path / "content",
        boris_sampel="name: Boris Sampel\nkind: person",
        ada_example="name: Ada Example\nkind: person",
    )
    assert "Ada Example" not in {s.name for s in found.names}
    (near,) = (s for s in found.names if s.name == "Boris Sample")
    assert near.near == "boris-sampel"
    assert near.likeness >= 85


def test_the_suggested_file_passes_the_checks(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for suggestion in advice(content).names:
        path = content.parent / suggestion.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(suggestion.file, "utf-8")
    assert [p for p in pipeline.load(content)[1] if p.severity == "error"] == []


def test_actors_that_nobody_names_and_those_without_introduction_are_listed(tmp_path: Path) -> None:
    found = advice(
        tmp_path / "content",
        nobody_here="name: Nobody Here\nkind: person",
        ada_example="name: Ada Example\nkind: person",
    )
    assert found.unmet == [("nobody-here", ["Nobody Here"])]
    assert found.bare == ["ada-example", "nobody-here"]


def test_sources_in_brackets_are_no_names(tmp_path: Path) -> None:
    text = "---\ntitle: T\ndate: 2024-05-01\n---\n\nIt rained. ([Klow Courier, 3 May 2024](https://klow.example/a)) It rained more (Zenda Herold, 4 May 2024).\n"
    assert advice(tmp_path / "content", text).names == []
