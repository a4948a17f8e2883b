"""Lists, as Python-Markdown understands them: a blank line before an item wraps the item before it, and it, in a paragraph.

An item's text is kept as written until its list ends, since only then it is known whether it stands in a paragraph.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from generator.rendering.model import Sheet, Unknown
from generator.rendering.paragraphs import block_text, checked, paragraph

MARKER: Final = re.compile(r"(?:(\d+)\.|[*+-]) +(.*)")
_INDENT = "    "
_ATTRIBUTES_LINE = re.compile(r" *\{ .+ \}")
_DEEPEST = 8  # no page of ours comes near it; a recursion needs an end


@dataclass(slots=True, kw_only=True)
class Item:
    """What stands in one item: words of its own, if it is tight, then paragraphs (as written) and lists."""

    words: str = ""
    blocks: "list[str | List]" = field(default_factory=list)

    def loosen(self) -> None:
        """Words of its own become its first paragraph."""
        if self.words:
            self.blocks.insert(0, self.words)
            self.words = ""


@dataclass(slots=True, kw_only=True)
class List:
    name: str  # ul or ol: what its first item asks for; later ones may be of either kind
    items: list[Item] = field(default_factory=list)


def opened(block: str) -> List:
    """A new list with the items of its first block.  Raises Unknown."""
    found = MARKER.match(block)
    if not found:
        raise Unknown
    new = List(name="ol" if found[1] else "ul")
    _add(new, _stretches(block), depth=1)
    return new


def go_on(known: List, block: str) -> None:
    """Another block of items after a blank line: the item before it and its first are loose.  Raises Unknown."""
    first, *others = _stretches(block)
    known.items[-1].loosen()
    known.items.append(Item(blocks=[checked(first)]))
    _add(known, others, depth=1)


def indented(known: List, block: str) -> None:
    """An indented block after a blank line: one more paragraph of the last item.  Raises Unknown."""
    lines = [_outdented(line) for line in block.split("\n")]
    if not block.startswith(_INDENT) or MARKER.match(lines[0]):
        raise Unknown
    known.items[-1].loosen()
    known.items[-1].blocks.append(checked("\n".join(lines)))


def _outdented(line: str) -> str:
    return line[4:] if line.startswith(_INDENT) else line


def _stretches(block: str) -> list[str]:
    """The block cut at its items: each with the lines that belong to it, indented ones (of a list in the last item) together."""
    out: list[str] = []
    for line in block.split("\n"):
        found = MARKER.match(line)
        if found:
            if not found[2].strip():
                raise Unknown
            out.append(found[2])
        elif not out:
            raise Unknown
        elif line.startswith(_INDENT) and MARKER.match(line, 4):
            if out[-1].startswith(_INDENT):
                out[-1] += "\n" + line
            else:
                out.append(line)
        elif _ATTRIBUTES_LINE.fullmatch(line) or out[-1].startswith(_INDENT):
            out[-1] += "\n" + line
        else:
            raise Unknown
    return out


def _add(known: List, stretches: list[str], depth: int) -> None:
    if depth > _DEEPEST:
        raise Unknown
    for stretch in stretches:
        if not stretch.startswith(_INDENT):
            known.items.append(Item(words=checked(stretch)))
            continue
        block = "\n".join(_outdented(line) for line in stretch.split("\n"))
        found = MARKER.match(block)
        if not found:
            raise Unknown
        inner = List(name="ol" if found[1] else "ul")
        _add(inner, _stretches(block), depth + 1)
        known.items[-1].blocks.append(inner)


def rendered(known: List, sheet: Sheet) -> str:
    """The HTML of a list, ending in a newline.  Raises Unknown."""
    return f"<{known.name}>\n{''.join(_item(item, sheet) for item in known.items)}</{known.name}>\n"


def _item(item: Item, sheet: Sheet) -> str:
    if item.words:
        attributes, inner = block_text(item.words, sheet)
        if not item.blocks:
            return f"<li{attributes}>{inner}</li>\n"
        return f"<li{attributes}>{inner}{_blocks(item, sheet)}</li>\n"
    return f"<li>\n{_blocks(item, sheet)}</li>\n"


def _blocks(item: Item, sheet: Sheet) -> str:
    return "".join(
        rendered(block, sheet) if isinstance(block, List) else paragraph(block, sheet) for block in item.blocks
    )
