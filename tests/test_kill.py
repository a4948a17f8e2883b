"""Builds killed at random moments: readers have the old site or the new one, whole, and the next build succeeds.

20 kills; more by the environment: ``KILLS=100 pytest tests/test_kill.py``.  ``SEED=...`` repeats a run.
"""

import logging
import os
import posixpath
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("kill"),
    pytest.mark.skipif(os.name != "posix", reason="kills by signal, and exchanges folders as Linux and macOS do"),
]
KILLS = int(os.environ.get("KILLS", "20"))
SEED = int(os.environ.get("SEED", "10"))
EXPLAINER = str(Path(sys.executable).parent / "explainer")
STAMPS = ("first", "second")
HREF = re.compile(rb'(?:href|src)="([^"#?:]+)[#?"]')


def begin(project: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [EXPLAINER, "build"], cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def built(project: Path) -> float:
    """Build to the end; the seconds that it took."""
    start = time.monotonic()
    process = begin(project)
    _, said = process.communicate(timeout=180)
    assert process.returncode == 0, said.decode()
    return time.monotonic() - start


def stamp(project: Path, sound: Path, words: str) -> None:
    """Let every page of the site say which build it is of: in its frame, and in its own words."""
    settings = (sound / "mkdocs.yml").read_text("utf-8")
    changed = re.sub(r"^site_name:.*$", f"site_name: Stamp {words}", settings, flags=re.MULTILINE)
    (project / "mkdocs.yml").write_text(changed, "utf-8")
    for path in sorted((sound / "content").rglob("*.md")):
        if path.parent.name in ("articles", "actors"):
            text = path.read_text("utf-8").rstrip() + f"\n\nStamp {words}.\n"
            (project / "content" / path.parent.name / path.name).write_text(text, "utf-8")


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def dead_links(site: dict[str, bytes]) -> list[str]:
    """Links of pages to files that the site has not."""
    dead = []
    for name, data in site.items():
        if name.endswith(".html") and name != "404.html":
            for href in HREF.findall(data):
                target = posixpath.normpath(str(PurePosixPath(name).parent / href.decode()))
                if target not in site and f"{target}/index.html".removeprefix("./") not in site:
                    dead.append(f"{name}: {href.decode()}")
    return dead


def is_one_build(site: dict[str, bytes]) -> bool:
    """Whether every page has the same stamp."""
    found = {stamp for data in site.values() for stamp in STAMPS if f"Stamp {stamp}".encode() in data}
    return len(found) == 1 and all(b"Stamp " in data for name, data in site.items() if name.endswith(".html"))


def test_the_checks_can_fail() -> None:
    one, other = b'<p>Stamp first <a href="b/">b</a></p>', b'<p>Stamp second <a href="../index.html">a</a></p>'
    assert is_one_build({"index.html": one})
    assert not is_one_build({"index.html": one, "b/index.html": other})
    assert dead_links({"index.html": one, "b/index.html": other}) == []
    assert dead_links({"index.html": one}) == ["index.html: b/"]


def test_a_killed_build_leaves_a_whole_site_and_the_next_one_succeeds(a_project: Path, tmp_path: Path) -> None:
    sound = tmp_path / "sound"
    shutil.copytree(a_project, sound, ignore=shutil.ignore_patterns("build"))
    whole, seconds = {}, 0.0
    for words in STAMPS:
        stamp(a_project, sound, words)
        seconds = built(a_project)
        whole[words] = tree(a_project / "build" / "site")
        assert is_one_build(whole[words])
        assert dead_links(whole[words]) == []
    random_moments = random.Random(SEED)
    outcomes = {"old": 0, "new": 0}
    current, number = STAMPS[1], 0
    while sum(outcomes.values()) < KILLS:
        number += 1
        assert number < 5 * KILLS, "builds end before they are killed"
        coming = STAMPS[number % 2]
        stamp(a_project, sound, coming)
        process = begin(a_project)
        # every other one near the end, where the site is put in its place
        share = random_moments.uniform(0, 1) if number % 2 else random_moments.uniform(0.8, 1)
        time.sleep(seconds * share)
        if random_moments.random() < 0.5:
            process.kill()  # alone: what it started has to end by itself
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=60)
        site = tree(a_project / "build" / "site")
        assert site in (whole[current], whole[coming]), (
            f"kill {number} at {share:.3f} of {seconds:.1f} s: none is whole"
        )
        assert is_one_build(site)
        assert dead_links(site) == []
        if process.returncode:  # else it had ended before
            outcomes["new" if site == whole[coming] else "old"] += 1
        current = coming if site == whole[coming] else current
        if random_moments.random() < 0.5:  # else what was left is met by one that is killed, too
            seconds = built(a_project)
            assert tree(a_project / "build" / "site") == whole[coming]
            assert not (a_project / "build" / "site.new").exists()
            current = coming
    built(a_project)
    logging.getLogger(__name__).info("%d kills of %d builds: %s, %.1f s a build", KILLS, number, outcomes, seconds)
