"""Which quotations are one statement: the words of one speaker within seven days, as several articles word them.

Each speaker is grouped alone.  A quotation is split at its ellipses into parts; parts are compared only if they share
rare words, so that an archive of a hundred thousand quotations takes seconds.  Close wordings join, in between they are
proposed, and what a person decided ("same", "not the same") wins over both.
"""

import datetime
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from generator.model import ActorSlug, Article, Quote
from generator.statements.closeness import Closeness, Part, closeness
from generator.statements.clusters import WINDOW, Clusters, decided
from generator.statements.statement import WORDS_IN_ID, Decisions, Grouping, Proposal, Statement, Variant, Verdict
from generator.text import slugify

SHORTEST_ALONE = 5  # words: a shorter quotation is published only as a variant of a longer one
FREQUENT = 0.02  # share of a speaker's parts, from which a stem is too frequent to find candidates by
SELDOM = 50  # parts: a stem in no more is never too frequent
MOST_CANDIDATES = 60  # for one part: those that share most rare stems
MOST_SHARING = 4 * MOST_CANDIDATES  # parts with one stem that are looked at for another part

Spoken = Mapping[ActorSlug, Sequence[Variant]]  # each speaker's quotations
# Of each speaker's quotations, and the decisions on these, that speaker's statements.
Group = Callable[[Spoken, Mapping[ActorSlug, Decisions]], Iterable[Grouping]]


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
    quotes_by_article: Iterable[tuple[Article, Sequence[Quote]]],
    decisions: Decisions | None = None,
    group: Group | None = None,
) -> Grouping:
    """Statements and proposals in one run.  ``group`` does what ``group_each`` does, or knows what that would return."""
    group = group or group_each
    spoken = spoken_by(quotes_by_article)
    return together(group(spoken, decisions_by_speaker(spoken, decisions or {})))


def spoken_by(quotes_by_article: Iterable[tuple[Article, Sequence[Quote]]]) -> dict[ActorSlug, list[Variant]]:
    """The quotations of each registered speaker, in the order of the articles; the speakers by slug."""
    spoken: dict[ActorSlug, list[Variant]] = {}
    for article, quotes in quotes_by_article:
        for quote in quotes:
            if quote.speaker is not None:
                variant = Variant(article=article.slug, date=article.date, outlet=article.outlet, quote=quote)
                spoken.setdefault(quote.speaker, []).append(variant)
    return dict(sorted(spoken.items()))


def decisions_by_speaker(
    spoken: Mapping[ActorSlug, Iterable[Variant]], decisions: Decisions
) -> dict[ActorSlug, Decisions]:
    """For each speaker the decisions on two of that speaker's quotations; speakers without any are left out."""
    keys = {key for pair in decisions for key in pair}
    articles = {key.rpartition("/")[0] for key in keys}
    speakers: dict[str, set[ActorSlug]] = {key: set() for key in keys}
    if keys:
        for speaker, variants in spoken.items():
            for variant in variants:
                if variant.article in articles and (key := variant.key) in keys:
                    speakers[key].add(speaker)
    found: dict[ActorSlug, dict[frozenset[str], Verdict]] = {}
    for pair, verdict in decisions.items():
        for speaker in set.intersection(*(speakers[key] for key in pair)) if pair else ():
            found.setdefault(speaker, {})[pair] = verdict
    return {speaker: found[speaker] for speaker in sorted(found)}


def together(groupings: Iterable[Grouping]) -> Grouping:
    """What the groupings of all speakers come to: statements by id, proposals likeliest first."""
    statements: list[Statement] = []
    proposals: list[Proposal] = []
    for grouping in groupings:
        statements += grouping.statements
        proposals += grouping.proposals
    return Grouping(
        statements=tuple(sorted(statements, key=lambda statement: statement.id)),
        proposals=tuple(sorted(proposals, key=lambda p: (-p.score, p.first.key, p.second.key))),
    )


def group_each(spoken: Spoken, decided_of: Mapping[ActorSlug, Decisions]) -> Iterable[Grouping]:
    """The statements of each speaker."""
    return (group_speaker(speaker, variants, decided_of.get(speaker, {})) for speaker, variants in spoken.items())


def group_speaker(speaker: ActorSlug, variants: Sequence[Variant], decisions: Decisions) -> Grouping:
    """The statements of one speaker; they depend on nothing but that speaker's quotations and the decisions on these.

    In whichever order the quotations are given.
    """
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
        if len(statement.variants) == 1:
            result.append(statement)
            continue
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
    dated: dict[str, tuple[list[int], list[int]]] = {}  # by stem: the parts so far, and their days
    undated: dict[str, list[int]] = {}
    bound = max(SELDOM, FREQUENT * len(indexes))
    for index in sorted(indexes, key=lambda index: (parts[index].day is None, parts[index].day or 0, index)):
        part = parts[index]
        rare = [stem for stem in part.stems if frequency[stem] <= bound]
        beside = [recent(*dated[stem], part.day) for stem in rare if stem in dated]
        beside += [undated[stem][-MOST_SHARING:] for stem in rare if stem in undated]
        enough = min(2, len(rare))
        counts = Counter(chain.from_iterable(beside))
        best = sorted((-count, other) for other, count in counts.items() if count >= enough)[:MOST_CANDIDATES]
        for _, other in best:
            if parts[other].quotation != part.quotation:
                yield min(index, other), max(index, other)
        for stem in rare:
            if part.day is None:
                undated.setdefault(stem, []).append(index)
            else:
                sharing, days = dated.setdefault(stem, ([], []))
                sharing.append(index)
                days.append(part.day)


def recent(indexes: Sequence[int], days: Sequence[int], day: int | None) -> Sequence[int]:
    """Of parts in order of their days those of the last week; for an undated part all; the last ones, up to a bound."""
    first = 0 if day is None else bisect_left(days, day - WINDOW)
    return indexes[max(first, len(indexes) - MOST_SHARING) :]


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
