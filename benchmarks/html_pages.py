"""How well saved pages are read: body F1, title, date, over a folder of pages with gold.

    python benchmarks/html_pages.py FOLDER [--worst 20] [--only NAME]

Two formats are known by their files: flairNLP/fundus (``tests/resources/parser/test_data``: XX/NAME.json beside XX/NAME_DATE.html.gz)
and scrapinghub/article-extraction-benchmark (``ground-truth.json`` beside ``html/ID.html.gz``).  Neither set is part of this project.

Body: F1 of 4-word shingles, as scrapinghub's evaluate.py counts it (mean precision and mean recall over pages, then F1).
"""

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.reading.decode import decode
from generator.reading.html import read_html
from generator.reading.result import Reading

WORD = re.compile(r"\w+")
SHINGLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What is right for a page; a value that the set does not have is None."""

    name: str
    page: Path
    body: str
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a page scored."""

    gold: Gold
    reading: Reading
    body: str
    precision: float
    recall: float
    seconds: float

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0
        )


def scrapinghub(folder: Path) -> Iterator[Gold]:
    """The pages of scrapinghub/article-extraction-benchmark."""
    for name, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        yield Gold(name=name, page=folder / "html" / f"{name}.html.gz", body=truth["articleBody"])


def fundus(folder: Path) -> Iterator[Gold]:
    """The pages of flairNLP/fundus: the n-th version of a publisher's gold is of its n-th page by date."""
    for path in sorted(folder.glob("*/*.json")):
        pages = sorted(
            p
            for p in path.parent.glob(f"{path.stem}_*.html.gz")
            if re.fullmatch(r"_[\d_]+", p.name[len(path.stem) : -8])
        )
        versions = sorted(
            json.loads(path.read_text("utf-8")).items(), key=lambda item: [int(n) for n in re.findall(r"\d+", item[0])]
        )
        for page, (_, truth) in zip(pages, versions, strict=True):
            body = truth["body"] or {"summary": [], "sections": []}
            parts = [*body["summary"], *(t for s in body["sections"] for t in (*s["headline"], *s["paragraphs"]))]
            yield Gold(
                name=page.name.removesuffix(".html.gz"), page=page, body="\n".join(parts), title=truth["title"],
                date=(truth["publishing_date"] or "")[:10] or None,
            )  # fmt: skip


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def score(gold: Gold) -> Score:
    """Read a page and compare it with its gold."""
    data = gold.page.read_bytes()
    text, _ = decode(gold.page.name, gzip.decompress(data) if gold.page.suffix == ".gz" else data, markup=True)
    before = time.perf_counter()
    reading = read_html(gold.page.name, text or "")
    seconds = time.perf_counter() - before
    blocks = [*([reading.standfirst] if reading.standfirst else []), *reading.blocks]
    body = "\n".join(block.text for block in blocks)
    true, found = shingles(gold.body), shingles(body)
    hits = sum((true & found).values())
    return Score(
        gold=gold, reading=reading, body=body, seconds=seconds,
        precision=hits / found.total() if found else 0.0, recall=hits / true.total() if true else 1.0,
    )  # fmt: skip


def folded(text: str | None) -> str:
    """A title as two people would call it the same: quotes and spaces alike."""
    return " ".join(
        (text or "").translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0xA0: " ", 0xAD: None}).split()
    ).casefold()


def report(scores: list[Score], worst: int) -> None:
    """Print the figures, then what was missed."""
    precision = statistics.mean(s.precision for s in scores if s.body)
    recall = statistics.mean(s.recall for s in scores)
    titles = [s for s in scores if s.gold.title]
    dates = [s for s in scores if s.gold.date]
    title_of = {id(s): s.reading.headline.text if s.reading.headline else None for s in scores}
    stated = [s for s in dates if s.reading.date]
    wrong = [s for s in stated if str(s.reading.date) != s.gold.date]
    missed = [s for s in titles if folded(title_of[id(s)]) != folded(s.gold.title)]
    print(
        f"pages {len(scores)}, {sum(s.seconds for s in scores) / len(scores):.3f} s each, slowest {max(s.seconds for s in scores):.2f} s"
    )
    print(
        f"body   F1 {2 * precision * recall / (precision + recall):.3f}  precision {precision:.3f}  recall {recall:.3f}"
    )
    if titles:
        print(f"title  exact {1 - len(missed) / len(titles):.3f}  of {len(titles)}")
    if dates:
        print(f"date   wrong {len(wrong) / len(dates):.3f}  stated {len(stated) / len(dates):.3f}  of {len(dates)}")
    for s in sorted(scores, key=lambda s: s.f1)[:worst]:
        print(f"  body  {s.gold.name}: F1 {s.f1:.2f} precision {s.precision:.2f} recall {s.recall:.2f}")
    for s in missed[:worst]:
        print(f"  title {s.gold.name}:\n    gold  {s.gold.title}\n    found {title_of[id(s)]}")
    for s in wrong[:worst]:
        print(f"  date  {s.gold.name}: gold {s.gold.date}, found {s.reading.date}, {s.reading.evidence.get('date')}")
    for s in [s for s in dates if not s.reading.date][:worst]:
        print(f"  date  {s.gold.name}: gold {s.gold.date}, none found")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="how many misses of each kind to print")
    parser.add_argument("--only", help="only pages whose name has this in it")
    options = parser.parse_args()
    golds = scrapinghub(options.folder) if (options.folder / "ground-truth.json").exists() else fundus(options.folder)
    report([score(gold) for gold in golds if not options.only or options.only in gold.name], options.worst)


if __name__ == "__main__":
    main()
