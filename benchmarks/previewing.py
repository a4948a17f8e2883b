"""How soon the preview shows the first page of an archive that was built before, and what somebody saves.

    python benchmarks/previewing.py [ARTICLES] [--edits 5] [--keep FOLDER]

Prints the seconds from the start of `explainer serve` to its first page, those from each saved edit of an article until its page
has it, and those until search and downloads have followed; medians and the slowest.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import corpus

PROJECT = Path(__file__).resolve().parent.parent
EXPLAINER = Path(sys.executable).parent / "explainer"
PATIENCE = 600.0  # seconds


def prepared(folder: Path, count: int) -> Path:
    """An archive of invented articles, built."""
    project = folder / "project"
    if not (project / "build" / "site" / "index.html").is_file():
        corpus.write(corpus.content_files(count), project / "content")
        shutil.copytree(PROJECT / "theme", project / "theme", dirs_exist_ok=True)
        shutil.copy(PROJECT / "mkdocs.yml", project)
        shutil.copytree(PROJECT / "generator", project / "generator", dirs_exist_ok=True)
        subprocess.run([EXPLAINER, "build"], cwd=project, check=True, stdout=subprocess.DEVNULL)
    return project


def until(condition: Callable[[], bool]) -> float:
    """Seconds until something is so."""
    begun = time.monotonic()
    while not condition():
        if time.monotonic() - begun > PATIENCE:
            raise SystemExit("waited in vain")
        time.sleep(0.03)  # a page each time is work for the machine that builds
    return time.monotonic() - begun


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def builds_in(log: Path) -> int:
    """How many builds a preview has told of."""
    return log.read_text("utf-8").count(" s)")


def measured(project: Path, edits: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}/"
    log = project / "preview.log"
    with log.open("w") as printed:
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(
            [EXPLAINER, "serve", "--port", str(port)],
            cwd=project,
            stdout=printed,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        try:
            first = until(lambda: "<title>" in page(home))
            print(f"first page after {first:.2f} s", flush=True)
            until(lambda: builds_in(log) > 0)  # it has looked whether something has changed
            articles = sorted((project / "content" / "articles").glob("*.md"))
            shown, whole = [], []
            for number in range(edits):
                article = articles[number * len(articles) // edits]
                words = f"A sentence that was saved at {time.time_ns()}."
                builds = builds_in(log)
                article.write_text(f"{article.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")
                address = f"{home}articles/{article.stem}/"
                shown.append(until(lambda address=address, words=words: words in page(address)))
                whole.append(shown[-1] + until(lambda builds=builds: builds_in(log) >= builds + 2))
            for what, seconds in (("an edit is shown", shown), ("search and downloads have followed", whole)):
                print(
                    f"{what} after {statistics.median(seconds):.2f} s (median of {edits}; slowest {max(seconds):.2f} s)"
                )
        finally:
            server.terminate()
            server.wait(20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=1000)
    parser.add_argument("--edits", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="where to make the archive; it stays there for the next time")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured(prepared(given.keep or Path(folder), given.articles), given.edits)


if __name__ == "__main__":
    main()
