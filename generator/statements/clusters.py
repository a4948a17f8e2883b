"""Parts of quotations that were joined, within a week and against no decision."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.statements.closeness import Part, make_part
from generator.statements.statement import Decisions, Variant, Verdict

WINDOW = 7  # a statement's variants lie within as many days
ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|\[…\]|\[\.\.\.\])\s*")


@dataclass(slots=True)
class Clusters:
    """Parts that were joined so far.  A cluster's dated parts span at most a week, and no two of it were decided apart."""

    quotations: Sequence[Variant]
    parts: Sequence[Part]
    group: list[int]
    members: dict[int, list[int]]
    apart: dict[int, set[int]] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=dict)

    @classmethod
    def over(cls, ordered: Sequence[Variant], decisions: Decisions) -> "Clusters":
        parts = [
            make_part(
                number,
                piece,
                variant.date.toordinal() if variant.date else None,
                variant.article,
                partial=variant.quote.partial,
            )
            for number, variant in enumerate(ordered)
            for piece in pieces(variant.quote.text)
        ]
        clusters = cls(
            quotations=ordered,
            parts=parts,
            group=list(range(len(parts))),
            members={index: [index] for index in range(len(parts))},
            decisions=decisions,
        )
        for first, second, _ in decided(clusters, Verdict.DIFFERENT):
            clusters.apart.setdefault(first, set()).add(second)
            clusters.apart.setdefault(second, set()).add(first)
        return clusters

    def join(self, first: int, second: int, *, anyway: bool = False) -> None:
        one, other = self.group[first], self.group[second]
        if one == other:
            return
        merged = self.members[one] + self.members[other]
        days = [day for index in merged if (day := self.parts[index].day) is not None]
        if not anyway and days and max(days) - min(days) > WINDOW:
            return
        inside = set(merged)
        if any(self.apart.get(index, set()) & inside for index in merged if index in self.apart):
            return
        keep, drop = min(one, other), max(one, other)
        self.members[keep] = sorted(merged)
        for index in self.members.pop(drop):
            self.group[index] = keep

    def variants(self) -> list[list[Variant]]:
        """The quotations of each cluster; a part that joined nothing goes with the rest of its quotation."""
        homes: dict[int, set[int]] = {}
        for root, members in self.members.items():
            for index in members:
                homes.setdefault(self.parts[index].quotation, set()).add(root)
        groups: dict[int, set[int]] = {}
        for quotation, roots in homes.items():
            joined = {root for root in roots if len({self.parts[index].quotation for index in self.members[root]}) > 1}
            for root in joined or {min(roots)}:
                groups.setdefault(root, set()).add(quotation)
        return [[self.quotations[number] for number in sorted(group)] for _, group in sorted(groups.items())]


def pieces(text: str) -> list[str]:
    """A quotation's parts between its ellipses."""
    return [piece for piece in ELLIPSIS.split(text) if piece.strip()] or [text]


def decided(clusters: Clusters, verdict: Verdict) -> list[tuple[int, int, Verdict]]:
    """The pairs of parts on which a person decided so."""
    wanted = {key for pair, decision in clusters.decisions.items() if decision is verdict for key in pair}
    if not wanted:
        return []
    by_key: dict[str, list[int]] = {}
    for index, part in enumerate(clusters.parts):
        key = clusters.quotations[part.quotation].key
        if key in wanted:
            by_key.setdefault(key, []).append(index)
    pairs = []
    for pair, decision in clusters.decisions.items():
        keys = sorted(pair)
        if decision is verdict and len(keys) == 2:
            pairs += [(a, b, verdict) for a in by_key.get(keys[0], ()) for b in by_key.get(keys[1], ())]
    return sorted(pairs)
