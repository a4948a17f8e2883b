"""Publish a folder of pages with our own publisher and nothing else: the same work that other publishers of the same pages do.

    python benchmarks/publishing.py DOCS SITE

What it kept of the last time stands beside SITE (``kept_beside``); without that all is published anew.
"""

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from generator import disk, exchange, versions  # noqa: E402 - the project's own, wherever this is started
from generator.fingerprints import fingerprint  # noqa: E402
from generator.publish import Record, made_under, publish  # noqa: E402
from generator.workers import every_core, seldom_collecting  # noqa: E402


def kept_beside(site: Path) -> tuple[Path, Path]:
    """What is left beside a site for the next time: what is known of it, and the folder that the next one is made in."""
    return site.with_name(f"{site.name}.record"), exchange.beside(site)


def main(docs: Path, site: Path) -> None:
    config = PROJECT / "mkdocs.yml"
    kept, _ = kept_beside(site)
    before = Record.read(disk.read_if_there(kept), fingerprint(versions.of_program(), *made_under(config)))
    files = {path: fingerprint((docs / path).read_bytes()) for path in disk.stamps(docs)}
    with seldom_collecting():
        record = publish(config, docs, site, files=files, before=before, jobs=every_core())
    kept.write_bytes(record.written())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
