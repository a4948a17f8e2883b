"""What the archive has already, by bytes, address or words."""

import random
import time
from pathlib import PurePosixPath

import pytest

from generator.intake.duplicates import near_duplicates, plain_url, without_tracking
from generator.model import Article
from generator.reading import read_article

WORDS = [
    f"{a}{b}{c}"
    for a in "bcdfglmn"
    for b in ("ara", "elo", "imi", "onu", "uta")
    for c in ("n", "r", "s", "den", "ling")
]


def prose(seed: int, sentences: int = 30) -> list[str]:
    """Sentences of invented words, the same for the same seed."""
    chosen = random.Random(seed)
    return [" ".join(chosen.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences)]


def clip(sentences: list[str], *, ending: str = ".txt", header: str = "") -> tuple[str, bytes]:
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    if ending == ".html":
        inner = "".join(f"<p>{part}</p>\n" for part in paragraphs)
        text = f"<html><head><title>A title here</title></head><body><article><h1>A title here</h1>{inner}</article></body></html>"
    else:
        text = "A title here\n\n1 May 2025\n\n" + "\n\n".join(paragraphs) + "\n"
    return f"content/articles/it{ending}", f"{header}{text}".encode()


def article(path: str, data: bytes) -> Article:
    read, _ = read_article(path, data)
    assert read is not None
    return read


def found(
    sentences: list[str], files: list[tuple[str, bytes]], *, url: str | None = None, sha256: str = "f" * 64
) -> list[str]:
    near = near_duplicates(article(*clip(sentences)), url, sha256, files)
    assert all(one.why for one in near)
    return [PurePosixPath(one.path).name for one in near]


MINE = prose(1)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (MINE, True),
        (MINE[:8], True),  # an excerpt of it
        (MINE + prose(2, 60), True),  # a longer copy
        (prose(3, 60) + MINE, True),  # a longer copy that begins otherwise
        (MINE[:20] + prose(4, 10), True),
        (MINE[:8] + prose(5, 22), False),
        (prose(6), False),
        (list(reversed(MINE)), True),
    ],
)
def test_by_words(other: list[str], expected: bool) -> None:
    for ending in (".txt", ".html"):
        assert bool(found(MINE, [clip(prose(9)), clip(other, ending=ending)])) is expected


def test_other_quotation_marks_capitals_and_markup_do_not_hide_it() -> None:
    mine = [sentence.replace(" ", " “", 1).replace(".", "”.") for sentence in MINE]
    other = [sentence.replace(" ", ' "', 1).replace(".", '".').upper() for sentence in MINE]
    assert found(mine, [clip(other)])
    assert found(
        MINE,
        [
            (
                "content/articles/it.md",
                "\n\n".join(f"**{s.split()[0]}** {' '.join(s.split()[1:])}" for s in MINE).encode(),
            )
        ],
    )


def test_other_scripts() -> None:
    mine = ["".join(chr(0x430 + ord(letter) % 32) if letter.isalpha() else letter for letter in s) for s in MINE]
    assert found(mine, [clip(mine)])
    assert not found(mine, [clip(MINE)])


def test_short_texts_share_more_than_one_sentence() -> None:
    short = prose(7, 2)
    assert found(short, [clip(short)])
    assert not found(short, [clip(short[:1] + prose(8, 3))])


ADDRESS = "https://www.gazette.example/2025/talks/?utm_source=feed&b=2&a=1#top"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("http://gazette.example/2025/talks?a=1&b=2", True),
        ("https://gazette.example/2025/talks/?b=2&fbclid=x&a=1", True),
        ("https://gazette.example/2025/talks", False),
        ("https://gazette.example/2025/talks?a=1&b=3", False),
        ("https://gazette.example/2025/talks-2?a=1&b=2", False),
        ("https://courier.example/2025/talks?a=1&b=2", False),
    ],
)
def test_by_address(other: str, same: bool) -> None:
    assert (plain_url(ADDRESS) == plain_url(other)) is same
    files = [clip(prose(20), header=f'---\nurl: "{other}"\n---\n')]
    assert bool(found(MINE, files, url=ADDRESS)) is same


def test_an_address_written_with_percent_signs() -> None:
    files = [clip(prose(20), header='---\nurl: "https://gazette.example/%D0%B0%D0%B4%D0%B0"\n---\n')]
    assert found(MINE, files, url="https://gazette.example/ада/")


def test_a_mere_mention_of_the_address_is_none() -> None:
    other = [*prose(20), "See https://gazette.example/talks for more."]
    assert not found(MINE, [clip(other)], url="https://gazette.example/talks")


def test_the_very_same_file() -> None:
    header = f"---\nprovenance:\n  sha256: {'a' * 64}\n---\n"
    assert found(MINE, [clip(prose(20), header=header)], sha256="a" * 64)
    assert not found(MINE, [clip(prose(20), header=header)], sha256="b" * 64)


def test_files_that_cannot_be_read_are_passed_over() -> None:
    files = [
        ("content/articles/a.txt", b""),
        ("content/articles/b.txt", b"%PDF" + b"a" * 64),
        ("content/articles/c.md", b"---\na: [\n---\n"),
    ]
    assert found(MINE, files, sha256="a" * 64) == []


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?utm_medium=y&id=7&gclid=z#part", "https://a.example/x?id=7"),
        ("https://a.example/x?utm_medium=y", "https://a.example/x"),
        ("https://a.example/x/", "https://a.example/x/"),
    ],
)
def test_without_tracking(url: str, kept: str) -> None:
    assert without_tracking(url) == kept


def test_a_large_archive_is_quick() -> None:
    """A thousand articles in a tenth of the time that ten thousand may take (three seconds), on this process's clock."""
    files = [clip(prose(seed, 60)) for seed in range(1000)]
    began = time.process_time()
    assert found(prose(500, 60), files, url="https://gazette.example/news?id=5") == ["it.txt"]
    assert time.process_time() - began < 0.5
