"""Who speaks, and who has spoken so far in an article."""

from bisect import bisect_left
from dataclasses import dataclass, field

from generator.model import ActorSlug


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a registered actor or None, the words that name them, and whether those are a pronoun or description."""

    actor: ActorSlug | None = None
    text: str | None = None
    how: str = "name"
    person: bool = False  # certainly a person, if not registered


@dataclass(slots=True)
class History:
    """Speakers of the quotations read so far: for each block (position, speaker), in reading order."""

    spoken: dict[int, list[tuple[int, Speaker]]] = field(default_factory=dict)
    memo: dict[tuple[int, int, int], Speaker] = field(default_factory=dict)

    meant: dict[int, list[tuple[int, int]]] = field(
        default_factory=dict
    )  # by block: phrases that mean a registered actor

    def remember(self, key: tuple[int, int, int], speaker: Speaker) -> None:
        """Keeps whom a phrase (block, start, end) means."""
        self.memo[key] = speaker
        if speaker.actor is not None:
            self.meant.setdefault(key[0], []).append(key[1:])

    def add(self, block: int, at: int, speaker: Speaker) -> None:
        self.spoken.setdefault(block, []).append((at, speaker))

    def last(self, block: int, start: int = 0, end: int = 1 << 60) -> Speaker | None:
        """The last speaker between two positions of a block."""
        spoken = self.spoken.get(block, [])
        index = bisect_left(spoken, end, key=lambda item: item[0])
        return spoken[index - 1][1] if index and spoken[index - 1][0] >= start else None


NOBODY = Speaker(how="pronoun")  # a verdict: the pronoun means somebody, but nobody can say whom


def known(verdict: Speaker) -> Speaker | None:
    return verdict if verdict.actor or verdict.text else None
