"""What an article's rights let readers see of its text: all, the beginning, or nothing."""

import dataclasses
from collections.abc import Sequence

from generator import text
from generator.model import Article, Block, Quote, Rights, Role

EXCERPT_WORDS = 90  # an excerpt is the first paragraphs up to this many words, at least a sentence
EXCERPT_SENTENCE = EXCERPT_WORDS * 8  # characters of a sentence that is all of an excerpt, or stands for its summary


def shown_blocks(blocks: Sequence[Block], rights: Rights) -> list[Block]:
    """The blocks that the rights allow: all, the beginning, or none."""
    if rights is Rights.FULL:
        return list(blocks)
    if rights is Rights.LINK:
        return []
    shown: list[Block] = []
    room = EXCERPT_WORDS
    for block in blocks:
        if block.role is not Role.PARAGRAPH:
            break
        count = len(text.words(block.text))
        if count > room:
            if not shown:
                first = text.first_sentence(block.text)
                kept = tuple(mark for mark in block.marks if mark.end <= len(first))
                shown.append(dataclasses.replace(block, text=text.shorten(first, EXCERPT_SENTENCE), marks=kept))
            break
        shown.append(block)
        room -= count
    return shown


def shown_standfirst(article: Article, rights: Rights) -> str:
    """The standfirst as far as the rights allow; empty where there is none."""
    if not article.standfirst or rights is Rights.LINK:
        return ""
    words = article.standfirst.text
    return words if rights is Rights.FULL else text.shorten(words, EXCERPT_SENTENCE)


def is_shown(quote: Quote, body_from: int, blocks: Sequence[Block], shown: Sequence[Block]) -> bool:
    """Whether a quotation stands in what is shown; ``body_from`` counts the readable blocks before the first of ``blocks``."""
    at = quote.block - body_from
    if at < 0:
        return True  # in the headline or the standfirst
    here = slice(quote.at, quote.to)
    return at < len(shown) and shown[at].text[here] == blocks[at].text[here]
