"""Google's Lighthouse on a built site, served compressed on this machine, as on a phone with a slow line.

    python benchmarks/lighthouse.py SITE [PAGE ...] [--runs 3] [--lighthouse PROGRAM]

SITE is a folder such as build/site; a PAGE is an address in it ("articles/", "" for the home page).  Prints, for each page, the
median of each category's score (0-100), the bytes on the wire and the largest paint (seconds).  Needs Node's `lighthouse`
(`npm install lighthouse`) and a Chromium.
"""

import argparse
import json
import shutil
import statistics
import subprocess
from pathlib import Path

from serving import serve

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def measured(program: str, address: str) -> dict[str, float]:
    """One run of Lighthouse."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
    done = subprocess.run(
        [program, address, "--quiet", "--output=json", "--chrome-path", chromium, "--chrome-flags=--headless=new --no-sandbox"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    report = json.loads(done.stdout)
    audits = report["audits"]
    scores = {name: 100 * report["categories"][name]["score"] for name in CATEGORIES}
    return scores | {
        "kB": audits["total-byte-weight"]["numericValue"] / 1000,
        "paint": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "shift": audits["cumulative-layout-shift"]["numericValue"],
        "failed": [
            name
            for category in report["categories"].values()
            for name in (ref["id"] for ref in category["auditRefs"] if ref["weight"])
            if audits[name]["score"] is not None and audits[name]["score"] < 0.9
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("pages", nargs="*", default=[""])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--lighthouse", default="lighthouse")
    given = parser.parse_args()
    server = serve(given.site)
    columns = (*CATEGORIES, "kB", "paint", "shift")
    print("page", *columns, sep="\t")
    for page in given.pages:
        runs = [measured(given.lighthouse, f"http://127.0.0.1:{server.server_port}/{page}") for _ in range(given.runs)]
        medians = [round(statistics.median(run[name] for run in runs), 2) for name in columns]
        print(page or "home", *medians, *sorted({name for run in runs for name in run["failed"]}), sep="\t", flush=True)


if __name__ == "__main__":
    main()
