"""What the commands print: pages and proposals as text for a person (problems: ``reports``)."""

import json

from generator.crossref import Entry
from generator.markup import to_markdown
from generator.model import Registry
from generator.statements import Proposal
from generator.suggest import Suggestion
from generator.text import shorten


def page_text(entry: Entry, registry: Registry) -> str:
    """What became of a clip, for a person: its facts with their evidence, its text, and every line that was left out."""
    article = entry.article
    stated = {"title": article.title, "date": article.date, "updated": article.updated, "summary": article.summary}
    lines = ["---"]
    for name, value in stated.items():
        why = article.evidence.get(name)
        if value:
            lines.append(f"{name}: {value}" + (f"  # line {why.line}, {why.how}: {why.text}" if why else ""))
    named = {
        "authors": article.authors,
        "outlet": [article.outlet or article.outlet_name or ""],
        "url": [article.url or ""],
        "actors": [registry.actors[slug].name for slug in entry.actor_slugs if slug in registry.actors],
        "topics": [registry.topics[slug].name for slug in entry.topic_slugs if slug in registry.topics],
    }
    lines += [f"{name}: {', '.join(values)}" for name, values in named.items() if any(values)]
    lines += ["---", "", f"# {article.title or '(no title)'}", "", to_markdown(article.blocks)]
    if article.dropped:
        lines.append("Left out:")
        lines += [f"    line {part.line} ({part.reason}): {shorten(part.text, 100)}" for part in article.dropped]
    return "\n".join(lines)


def proposal_text(proposal: Proposal) -> str:
    """Two quotations that may be one statement, and the line by which a person decides."""
    pair = f"  - [{proposal.first.key}, {proposal.second.key}]"
    return (
        f"These may be one statement ({proposal.score}):\n    “{proposal.first.quote.text}”\n    “{proposal.second.quote.text}”\n"
        f"    help: write in content/statements.yaml, below `same:` or `not_the_same:`\n{pair}"
    )


def suggestion_text(name: Suggestion) -> str:
    """A suggestion for a person: the name with its counts, where it stands, and what to do."""
    lines = [
        f"{name.name} ({name.kind}): {name.mentions} times in {name.articles} article{'s' * (name.articles != 1)}",
        f"    {name.where}: {name.sentence}",
    ]
    if name.near:
        lines.append(
            f"    help: {name.name} ~ {name.near} {name.likeness}: if it is the same, add to content/actors/{name.near}.md: aliases: [{json.dumps(name.name, ensure_ascii=False)}]"
        )
    else:
        lines.append(
            f"    help: save as {name.path}:\n" + "\n".join(f"          {line}" for line in name.file.splitlines())
        )
    return "\n".join(lines)
