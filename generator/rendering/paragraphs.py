"""The text of a paragraph or an item, with the attribute list that may stand on its last line."""

import re

from generator.rendering import inline
from generator.rendering.model import Sheet, Unknown

# How another kind of block may begin: code, heading, quotation, list, rule, a reference's definition.
_OTHER_BLOCK = re.compile(r"[ #>]|[*+-] |\d+\. |[-*_][-*_ ]*$|\[[^\[\]]*\]:", re.MULTILINE)
_OTHER_LINE = re.compile(rf"{_OTHER_BLOCK.pattern}|=+ *$|\{{", re.MULTILINE)
_ATTRIBUTES_LINE = re.compile(rf" *\{{ ({inline.ATTRIBUTES}) \}}")


def checked(markdown: str) -> str:
    """The same, if it is certain to be a paragraph.  Raises Unknown."""
    if not markdown[:1].isalpha() and (_OTHER_BLOCK.match(markdown) or not markdown.strip()):
        raise Unknown
    return markdown


def block_text(markdown: str, sheet: Sheet) -> tuple[str, str]:
    """The attributes and the inside of a block of text, as HTML.  Raises Unknown."""
    if "\n" not in markdown:
        return "", inline.text(markdown.lstrip(), sheet)
    if "  \n" in markdown:  # breaks the line
        raise Unknown
    words, _, last = markdown.rpartition("\n")
    found = _ATTRIBUTES_LINE.fullmatch(last)
    if not found:
        words = markdown
    if not words.strip():
        raise Unknown
    for line in words.split("\n")[1:]:
        if _OTHER_LINE.match(line):
            raise Unknown
    written = ""
    if found:
        name, before, after = inline.attributes(found[1])
        written = before + after
        if name is not None:
            sheet.ids.add(name)
    return written, inline.text(words.lstrip(), sheet)


def paragraph(markdown: str, sheet: Sheet) -> str:
    """The HTML of a paragraph that is one, ending in a newline.  Raises Unknown."""
    attributes, inner = block_text(markdown, sheet)
    return f"<p{attributes}>{inner}</p>\n"
