"""An article as data: what was found in it, and why (``convert --json``; DESIGN.md section 6)."""

from collections.abc import Mapping, Sequence

from generator.crossref import Entry
from generator.markup import to_markdown
from generator.model import Mention, Registry
from generator.problems import Problem
from generator.suggest import Suggestion


def article_record(
    source: str, entry: Entry | None, registry: Registry, problems: Sequence[Problem]
) -> dict[str, object]:
    """One object of ``convert --json``; a value that the clip does not state is None.

    ``start`` and ``end`` are character offsets in the file as decoded (None where the text does not stand there as it is).
    """
    record: dict[str, object] = {"source": source}
    if entry is None:
        names = ["title", "date", "updated", "summary", "outlet", "url", "language", "body"]
        lists = ["authors", "actors", "topics", "quotes", "dropped"]
        record |= dict.fromkeys(names) | {name: [] for name in lists} | {"evidence": {}}
    else:
        record |= _found(entry, registry)
    return record | {"problems": [problem_record(p) for p in problems]}


def problem_record(problem: Problem) -> dict[str, object]:
    return {
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
    }


def suggestion_record(name: Suggestion) -> dict[str, object]:
    """One object of ``suggest --json``."""
    return {
        "name": name.name,
        "kind": str(name.kind),
        "mentions": name.mentions,
        "articles": name.articles,
        "where": name.where,
        "sentence": name.sentence,
        "near": name.near,
        "likeness": name.likeness,
        "path": name.path,
        "file": name.file,
    }


def _found(entry: Entry, registry: Registry) -> dict[str, object]:
    article = entry.article
    return {
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "summary": article.summary,
        "authors": list(article.authors),
        "outlet": article.outlet or article.outlet_name,
        "url": article.url,
        "language": article.language,
        "body": to_markdown(article.blocks),
        "actors": [_actor(found.slug, found.mentions, registry) for found in entry.actors],
        "topics": [
            {
                "slug": found.slug,
                "name": registry.topics[found.slug].name if found.slug in registry.topics else None,
                "score": round(found.score, 3),
                "evidence": [_mention(mention) for mention in found.mentions],
            }
            for found in entry.topics
        ],
        "quotes": [
            {
                "text": quote.text,
                "speaker": quote.speaker or quote.speaker_text,
                "line": quote.line,
                "start": quote.start,
                "end": quote.end,
                "rule": quote.rule,
                "partial": quote.partial,
            }
            for quote in entry.quotes
        ],
        "dropped": [{"text": part.text, "line": part.line, "reason": part.reason} for part in article.dropped],
        "evidence": {
            name: {"line": evidence.line, "text": evidence.text, "how": evidence.how}
            for name, evidence in article.evidence.items()
        },
    }


def _actor(slug: str, mentions: Sequence[Mention], registry: Registry) -> Mapping[str, object]:
    actor = registry.actors.get(slug)  # type: ignore[call-overload]
    return {
        "slug": slug,
        "name": actor.name if actor else None,
        "kind": str(actor.kind) if actor else None,
        "mentions": [_mention(mention) for mention in mentions],
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {"form": mention.form, "line": mention.line, "start": mention.start, "end": mention.end}
