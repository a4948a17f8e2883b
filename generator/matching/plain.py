"""A text as it is searched: one character for one, so that offsets hold.

No-break spaces become spaces, ’ becomes ', and code, web addresses and handles are blotted out.
"""

import re
import unicodedata

from generator.model import Block, Role, Style

_ALIKE = str.maketrans({
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ",
    "’": "'", "ʼ": "'", "＇": "'", "\u2010": "-", "\u2011": "-",
})  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|@[\w.]+")


def plain(block: Block) -> str:
    """The block's text as it is searched: as long as the text, character by character; empty for code."""
    if block.role is Role.CODE:
        return ""
    text = block.text if block.text.isascii() else block.text.translate(_ALIKE)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: "\0" * len(match.group()), text)
    return _without_code(text, block)


def _without_code(text: str, block: Block) -> str:
    pieces, done = [], 0
    for mark in sorted((mark for mark in block.marks if mark.style is Style.CODE), key=lambda mark: mark.start):
        if mark.start >= done:
            pieces += [text[done : mark.start], "\0" * (mark.end - mark.start)]
            done = mark.end
    return "".join([*pieces, text[done:]]) if pieces else text


def key(form: str) -> str:
    """One writing for all spellings of a form that differ in white space, apostrophes or composed letters only."""
    alike = form if form.isascii() else unicodedata.normalize("NFC", form.translate(_ALIKE))
    return " ".join(alike.split())
