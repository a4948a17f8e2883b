"""The parser of Markdown, with a short way for what most of an archive is: paragraphs of one line without any marks.

It finds what CommonMark says; the short way only spares asking every rule about text that none of them can want (which
halves the time of parsing).
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Below its deepest level the parser drops what it finds (20, by its own choice): ten lists in one another would lose text.
DEEPEST = 100
# A line that begins so may be a paragraph or the first line of a table, and nothing else.
_WORDS = re.compile(r"[^\W\d_]|[“\"‘'„«(]")
# Any of these may begin a mark; a "!" only before "[".
_MARKS = "\n\\`*_~[<&"


def parse(source: str) -> list[Token]:
    """The tokens of a text.  An ``inline`` token without children is all text, as its content is.

    ``source`` holds no NUL.  (A paragraph of one line may come without the tokens that open and close it.)
    """
    return _PARSER.parse(source.replace("\r\n", "\n").replace("\r", "\n"))


def _one_line(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    """A rule for the parser: a line of words with nothing but a blank line below it is a paragraph by itself."""
    below = line + 1
    if (below < state.lineMax and not state.isEmpty(below)) or state.is_code_block(line):
        return False
    content = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    if not _WORDS.match(content) or content[-1].isspace():  # which blanks are cut off is for the parser's own rule
        return False
    state.line = below
    token = Token("inline", "", 0, content=content, map=[line, below], level=state.level + 1)
    state.tokens.append(token)
    return True


def _marks_only(state: StateCore) -> None:
    """In the place of the parser's own step: look for marks only in text that may have some."""
    marks = [mark for mark in _MARKS if mark in state.src]
    for token in state.tokens:
        if token.type == "inline" and _has_any(token.content, marks):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])


def _has_any(content: str, marks: list[str]) -> bool:
    for mark in marks:  # noqa: SIM110 - for each paragraph a generator would cost more than the search
        if mark in content:
            return True
    return False


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    # text_join would merge escapes and entities into their neighbours, and their place in the file would be lost;
    # what normalize does, ``parse`` does without looking at each line.
    parser.disable(["text_join", "normalize"])
    parser.block.ruler.before("table", "one_line", _one_line)
    parser.core.ruler.at("inline", _marks_only)
    return parser


_PARSER = _parser()
