"""Which quotations are one statement: the words of one speaker within seven days, as several articles word them.

Each speaker is grouped alone.  A quotation is split at its ellipses into parts; parts are compared only if they share
rare words, so that an archive of a hundred thousand quotations takes seconds.  Close wordings join, in between they are
proposed, and what a person decided ("same", "not the same") wins over both.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import ActorSlug, Article, Quote
from generator.statements.closeness import Closeness, Part, closeness
from generator.statements.clusters import WINDOW, Clusters, decided
from generator.statements.statement import WORDS_IN_ID, Decisions, Grouping, Proposal, Statement, Variant, Verdict
from generator.text import slugify

SHORTEST_ALONE = 5  # words: a shorter quotation is published only as a variant of a longer one
FREQUENT = 0.02  # share of a speaker's parts, from which a stem is too frequent to find candidates by
SELDOM = 50  # parts: a stem in no more is never too frequent
MOST_CANDIDATES = 60  # for one part: those that share most rare stems


def group_statements(
    quotes_by_article: Iterable[tuple[Article, Sequence[Quote]]], decisions: Decisions | None = None
) -> tuple[Statement, ...]:
    """The statements of all registered speakers, by id.  Quotations without a registered speaker have no statement."""
    return compare_statements(quotes_by_article, decisions).statements


def propose_statements(
    quotes_by_article: Iterable[tuple[Article, Sequence[Quote]]], decisions: Decisions | None = None
) -> tuple[Proposal, ...]:
    """The pairs of statements that a person should look at, likeliest first."""
    return compare_statements(quotes_by_article, decisions).proposals


def compare_statements(
    quotes_by_article: Iterable[tuple[Article, Sequence[Quote]]], decisions: Decisions | None = None
) -> Grouping:
    """Statements and proposals in one run."""
    spoken: dict[ActorSlug, list[Variant]] = {}
    for article, quotes in quotes_by_article:
        for quote in quotes:
            if quote.speaker is not None:
                variant = Variant(article=article.slug, date=article.date, outlet=article.outlet, quote=quote)
                spoken.setdefault(quote.speaker, []).append(variant)
    statements: list[Statement] = []
    proposals: list[Proposal] = []
    for speaker in sorted(spoken):
        grouping = group_speaker(speaker, spoken[speaker], decisions or {})
        statements += grouping.statements
        proposals += grouping.proposals
    proposals.sort(key=lambda proposal: (-proposal.score, proposal.first.key, proposal.second.key))
    return Grouping(statements=tuple(sorted(statements, key=lambda s: s.id)), proposals=tuple(proposals))


def group_speaker(speaker: ActorSlug, variants: Sequence[Variant], decisions: Decisions) -> Grouping:
    """The statements of one speaker; they depend on nothing but that speaker's quotations and the decisions."""
    ordered = sorted(variants, key=in_time)
    clusters = Clusters.over(ordered, decisions)
    compared = compare_parts(clusters.parts)
    for first, second, _ in decided(clusters, Verdict.SAME):
        clusters.join(first, second, anyway=True)
    for first, second, close in sorted(compared, key=lambda pair: (-pair[2].score, pair[0], pair[1])):
        if close.joins:
            clusters.join(first, second)
    groups = [group for group in clusters.variants() if worth_a_page(group)]
    return Grouping(statements=named(speaker, groups), proposals=proposed(clusters, compared))


def in_time(variant: Variant) -> tuple[datetime.date, str, int, int]:
    return variant.date or datetime.date.max, variant.article, variant.quote.block, variant.quote.at


def worth_a_page(group: Sequence[Variant]) -> bool:
    return any(len(variant.quote.text.split()) >= SHORTEST_ALONE for variant in group)


def named(speaker: ActorSlug, groups: Iterable[Sequence[Variant]]) -> tuple[Statement, ...]:
    """Each group with its id; where two would have the same, the later one is numbered."""
    used: Counter[str] = Counter()
    statements = []
    for group in sorted(groups, key=lambda group: in_time(group[0])):
        name = id_from(speaker, group[0])
        used[name] += 1
        number = f"-{used[name]}" if used[name] > 1 else ""
        statements.append(Statement(id=name + number, speaker=speaker, date=group[0].date, variants=tuple(group)))
    return with_redirects(statements)


def id_from(speaker: ActorSlug, variant: Variant) -> str:
    """The id of a statement whose earliest variant this is."""
    words = slugify(" ".join(variant.quote.text.split()[:WORDS_IN_ID])) or "words"
    return f"{speaker}-{variant.date.isoformat() if variant.date else 'undated'}-{words}"


def with_redirects(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement with the ids that its later variants would give it; of two that claim one, the earlier has it."""
    taken = {statement.id for statement in statements}
    result = []
    for statement in statements:
        others = dict.fromkeys(id_from(statement.speaker, variant) for variant in statement.variants[1:])
        redirects = tuple(other for other in others if other not in taken)
        taken.update(redirects)
        result.append(replace(statement, redirects=redirects))
    return tuple(result)


def compare_parts(parts: Sequence[Part]) -> list[tuple[int, int, Closeness]]:
    """Pairs of parts that are close or may be, each once, the lower index first."""
    found: dict[tuple[int, int], Closeness] = {}
    same: dict[str, list[int]] = {}
    for index, part in enumerate(parts):
        if part.text:
            same.setdefault(part.text, []).append(index)
    for indexes in same.values():
        for first, second in pairwise(indexes):
            if parts[first].quotation != parts[second].quotation and near(parts[first], parts[second]):
                found[first, second] = Closeness(100, joins=True)
    firsts = [index for indexes in same.values() for index in one_a_week(parts, indexes)]
    frequency = Counter(stem for index in firsts for stem in parts[index].stems)
    for first, second in candidates(parts, firsts, frequency):
        close = closeness(parts[first], parts[second], frequency, dated=is_dated(parts[first], parts[second]))
        if close is not None:
            found[first, second] = close
    return [(first, second, close) for (first, second), close in sorted(found.items(), key=lambda item: item[0])]


def one_a_week(parts: Sequence[Part], indexes: Sequence[int]) -> list[int]:
    """Of parts with the very same text, the first of each stretch of a week: the others join it anyway."""
    kept: list[int] = []
    for index in indexes:
        if not kept or not near(parts[kept[-1]], parts[index]):
            kept.append(index)
    return kept


def near(first: Part, second: Part) -> bool:
    """Whether two parts may be of one statement by their dates (a missing date fits all)."""
    return first.day is None or second.day is None or abs(first.day - second.day) <= WINDOW


def is_dated(first: Part, second: Part) -> bool:
    return first.day is not None and second.day is not None


def candidates(
    parts: Sequence[Part], indexes: Sequence[int], frequency: Mapping[str, int]
) -> Iterable[tuple[int, int]]:
    """Pairs that share two rare stems (or all that a very short part has) within a week."""
    postings: dict[str, list[int]] = {}
    undated: dict[str, list[int]] = {}
    bound = max(SELDOM, FREQUENT * len(indexes))
    for index in sorted(indexes, key=lambda index: (parts[index].day is None, parts[index].day or 0, index)):
        part = parts[index]
        rare = [stem for stem in sorted(part.stems) if frequency[stem] <= bound]
        shared: Counter[int] = Counter()
        for stem in rare:
            for table in (postings, undated):
                for other in recent(parts, table.get(stem, ()), part.day):
                    shared[other] += 1
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_CANDIDATES]
        for other, count in best:
            if (count >= 2 or count >= len(rare)) and parts[other].quotation != part.quotation:
                yield min(index, other), max(index, other)
        for stem in rare:
            (postings if part.day is not None else undated).setdefault(stem, []).append(index)


def recent(parts: Sequence[Part], posting: Sequence[int], day: int | None) -> Iterable[int]:
    """From the end of a list in order of days, those of the last week; all of an undated list, up to a bound."""
    for count, index in enumerate(reversed(posting)):
        other = parts[index].day
        if count >= MOST_CANDIDATES * 4 or (day is not None and other is not None and day - other > WINDOW):
            return
        yield index


def proposed(clusters: Clusters, compared: Sequence[tuple[int, int, Closeness]]) -> tuple[Proposal, ...]:
    """The closest pair of each two clusters that are not one, unless a person decided on it."""
    best: dict[tuple[int, int], tuple[int, int, int]] = {}
    for first, second, close in compared:
        groups = (
            min(clusters.group[first], clusters.group[second]),
            max(clusters.group[first], clusters.group[second]),
        )
        if groups[0] == groups[1] or second in clusters.apart.get(first, set()):
            continue
        if groups not in best or close.score > best[groups][0]:
            best[groups] = (close.score, first, second)
    parts, quotations = clusters.parts, clusters.quotations
    return tuple(
        Proposal(first=quotations[parts[first].quotation], second=quotations[parts[second].quotation], score=score)
        for _, (score, first, second) in sorted(best.items())
    )
