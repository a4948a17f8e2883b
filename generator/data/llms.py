"""llms.txt: what the archive is and where its indexes and data stand, for programs that read (https://llmstxt.org)."""

import re
from collections.abc import Sequence

from generator.settings import Settings

# The heading, the links of each section with what stands behind them.
_SECTIONS: Sequence[tuple[str, Sequence[tuple[str, str, str]]]] = (
    ("Indexes", (
        ("Articles", "articles/", "every article, newest first"),
        ("Actors", "actors/", "persons, states, organisations and groups"),
        ("Topics", "topics/", "subjects and events"),
        ("Timeline", "timeline/", "articles and events by year, month and day"),
        ("Statements", "statements/", "who said what, wording beside wording"),
        ("Outlets", "outlets/", "who published the clips first"),
        ("Corrections and changes", "changes/", "what was corrected, retracted or withdrawn"),
    )),
    ("Data", (
        ("About the data", "data/", "each field of each table, with examples"),
        ("Data package", "data/datapackage.json", "all downloads with schema, counts, checksums and licence"),
        ("API", "api/index.json", "one JSON file for each article, actor and topic"),
        ("Spellings", "api/search-forms.json", "every name and spelling with what it means"),
    )),
    ("Optional", (("About this archive", "about/", "who writes it and by which rules"),)),
)  # fmt: skip


def llms_text(settings: Settings) -> bytes:
    """The file; its addresses are absolute where the site knows its own, else from the site's root."""
    summary = settings.description or "News explained and kept, with who said what, where and when."
    lines = [f"# {_plain(settings.site_name)}", "", f"> {_plain(summary)}", ""]
    lines += [
        "Articles are either explainers written for this archive or clips, which belong to their outlets and are shown in full,",
        "as an excerpt or as a link. Cite the original of a clip, and a retracted article only as retracted.",
    ]
    if settings.copyright:
        lines += ["", _plain(settings.copyright)]
    root = settings.site_url or "/"
    for heading, links in _SECTIONS:
        lines += ["", f"## {heading}", ""]
        lines += [f"- [{name}]({root}{address}): {note}" for name, address, note in links]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _plain(words: str) -> str:
    """Words that stay words in Markdown: HTML tags go, brackets and marks are escaped."""
    return re.sub(r"([\\`*_\[\]#])", r"\\\1", re.sub(r"<[^<>]{0,200}>", "", words))
