"""What the topics of a registry ask for beside their terms: see ``events``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.matching.events import Event, event_of, pair_of
from generator.model import Topic, TopicSlug


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicKinds:
    """The topics that are events, and what names each person of those that are named for two."""

    events: Mapping[TopicSlug, Event]
    pairs: Mapping[TopicSlug, tuple[re.Pattern[str], ...]]


def topic_kinds(topics: Iterable[Topic], persons: Mapping[str, Sequence[str]]) -> TopicKinds:
    """The kinds of the topics; ``persons``: all forms of the person whom a form denotes."""
    events: dict[TopicSlug, Event] = {}
    pairs: dict[TopicSlug, tuple[re.Pattern[str], ...]] = {}
    for topic in topics:
        event, pair = event_of(topic), pair_of(topic, persons)
        if event is not None:
            events[topic.slug] = event
        if pair:
            pairs[topic.slug] = pair
    return TopicKinds(events=events, pairs=pairs)
