"""The YAML header of a content file: where it is, and its nodes with their lines.

PyYAML parses; what its values mean is decided by ``fields``, from the text as written: a country code ``no`` must never
arrive as False.  Anchors, aliases and tags are refused before anything is composed: they are no use here, and a few
hundred bytes of them can stop a build (DESIGN.md section 8).
"""

import re
from dataclasses import dataclass

import yaml

from generator.problems import Problem

_Loader = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the C parser where PyYAML was built with it: the same nodes, faster
MAX_HEADER = 64 * 1024  # characters
MAX_DEPTH = 8
# How the inside of a header begins, behind blank lines or comments: with the name of a field.
_FIRST_FIELD = re.compile(r"(?:\s*|(?:#[^\n]*\n)*)[\"']?[A-Za-z_]+[\"']?[ \t]*:(?=\s|$)")
# A header in which nothing can be refused: each line a field with a value, no character that makes an anchor, an alias or a tag,
# and few brackets, so that nothing nests deeply.  Most are; to look at each event of the others takes as long as to compose them.
_HARMLESS = re.compile(r"(?:[A-Za-z_]+: [^\n\r&*![\]{}]*(?:\[[^\n\r&*![\]{}]*\] *)?\r?\n)*")

# What PyYAML says of something that has a beginning and no end: the beginning is where the mistake is.
_OPENED = frozenset(
    {
        "while scanning a quoted scalar",
        "while scanning a simple key",
        "while parsing a flow sequence",
        "while parsing a flow mapping",
    }
)
# Characters that YAML forbids: they cannot be seen.
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")

_TRAP = 'If a value holds a colon, a # or begins with a quotation mark, put the whole value in quotes: title: "Talks: a guide"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header's entries by key, with where the text after it begins.

    ``start`` is the offset in the file of the first character after the header, ``line`` that character's line.
    ``offset`` is where the YAML itself begins in the file; ``first_line`` is its line.
    """

    entries: dict[str, tuple[yaml.ScalarNode, yaml.Node]]
    start: int
    line: int
    offset: int
    first_line: int

    def line_of(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.first_line

    def column_of(self, node: yaml.Node) -> int:
        return int(node.start_mark.column) + 1

    def lines(self) -> dict[str, int]:
        return {key: self.line_of(node) for key, (node, _) in self.entries.items()}


EMPTY = Header(entries={}, start=0, line=1, offset=0, first_line=1)


def read_header(path: str, text: str) -> tuple[Header, list[Problem]]:
    """The header of a file's text; an empty one where the file has none.

    With a problem, the header is as much as could be read (perhaps nothing), and ``start`` is still behind it.
    """
    lead = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    if not _is_fence(text[lead : lead + 80].split("\n", 1)[0]):
        return EMPTY, []
    first_line = text.count("\n", 0, lead) + 2
    begin = text.find("\n", lead) + 1
    end, start = _closing_fence(text, begin)
    if (end < 0 or _is_blank_line(text, begin)) and not _FIRST_FIELD.match(text, begin, begin + MAX_HEADER):
        return EMPTY, []  # a rule at the top of a text, no header
    if end < 0:
        return EMPTY, [
            _problem(
                path,
                first_line - 1,
                "header-open",
                "the header that begins here has no closing ---",
                "Add a line with only --- below the last line of the header.",
            )
        ]
    header = Header(entries={}, start=start, line=text.count("\n", 0, start) + 1, offset=begin, first_line=first_line)
    yaml_text = text[begin:end]
    if len(yaml_text) > MAX_HEADER:
        return header, [
            _problem(
                path,
                first_line,
                "header-too-long",
                f"the header has {len(yaml_text):,} characters, more than {MAX_HEADER:,}",
                "Move the text below the header's closing ---.",
            )
        ]
    return _read_yaml(path, yaml_text, header)


def read_mapping(path: str, text: str) -> tuple[Header, list[Problem]]:
    """A whole file of YAML, as safe as a header and with its lines."""
    header = Header(entries={}, start=len(text), line=text.count("\n") + 1, offset=0, first_line=1)
    return _read_yaml(path, text, header)


def _read_yaml(path: str, yaml_text: str, header: Header) -> tuple[Header, list[Problem]]:
    """The header with its entries, or with what is wrong with it."""
    try:
        if not _HARMLESS.fullmatch(yaml_text) and (refused := _refused(path, yaml_text, header.first_line)):
            return header, refused
        return _composed(path, yaml_text, header)
    except yaml.YAMLError as error:
        return header, [_not_yaml(path, yaml_text, header.first_line, error)]


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"


def _is_blank_line(text: str, at: int) -> bool:
    return text[at : at + 80].startswith(("\n", "\r\n"))


def _closing_fence(text: str, begin: int) -> tuple[int, int]:
    """Where the closing line begins, and what is behind it; (-1, 0) if there is none."""
    at = begin
    while begin and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text[at : min(end, at + 80)].rstrip() in {"---", "..."}:
            return at, min(end + 1, len(text))
        at = end + 1
    return -1, 0


def _problem(path: str, line: int, code: str, message: str, help: str, column: int | None = None) -> Problem:
    return Problem(path=path, line=line, column=column, code=code, message=message, help=help)


def _refused(path: str, yaml_text: str, first_line: int) -> list[Problem]:
    """Anchors, aliases, tags and deep nesting; raises YAMLError for what is not YAML at all."""
    depth, documents, problems = 0, 0, []
    for event in yaml.parse(yaml_text, Loader=_Loader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        column = event.start_mark.column + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.append(
                _problem(
                    path,
                    line,
                    "header-anchor",
                    "the header uses a YAML anchor or alias (& or *)",
                    "Write the value out in full; put it in quotes if it begins with & or *.",
                    column,
                )
            )
        elif getattr(event, "tag", None):
            problems.append(
                _problem(
                    path,
                    line,
                    "header-tag",
                    "the header uses a YAML tag (!)",
                    "Remove the tag; put the value in quotes if it begins with !.",
                    column,
                )
            )
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            return [_problem(path, line, "header-broken", "a line of the header begins with ---", _TRAP)]
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return [
                _problem(
                    path,
                    line,
                    "header-too-deep",
                    "the header is nested too deeply",
                    "A header has lines such as `title: ...` and lists; see the contribute page.",
                )
            ]
        if problems:
            return problems
    return []


def _not_yaml(path: str, yaml_text: str, first_line: int, error: yaml.YAMLError) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):  # a character that YAML forbids has no mark
        return _hidden_character(path, yaml_text, first_line, str(error).splitlines()[0])
    opened = error.context in _OPENED and error.context_mark
    mark = error.context_mark if opened else error.problem_mark or error.context_mark
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, None)
    reason = error.problem or "not YAML"
    return _problem(path, line, "header-broken", f"the header cannot be read here: {reason}", _TRAP, column)


def _hidden_character(path: str, yaml_text: str, first_line: int, reason: str) -> Problem:
    found = FORBIDDEN.search(yaml_text)
    at = found.start() if found else 0
    return _problem(
        path,
        first_line + yaml_text.count("\n", 0, at),
        "header-broken",
        f"the header cannot be read: {reason}",
        "Retype the line: it holds a character that cannot be seen.",
        at - yaml_text.rfind("\n", 0, at) if found else None,
    )


def _composed(path: str, yaml_text: str, header: Header) -> tuple[Header, list[Problem]]:
    node = yaml.compose(yaml_text, Loader=_Loader)
    if node is None:
        return header, []
    if not isinstance(node, yaml.MappingNode):
        return header, [
            _problem(
                path,
                header.first_line,
                "header-broken",
                "the header is not made of lines such as `title: ...`",
                'Write one entry a line, for example:\ntitle: "Talks in Ruritania"',
            )
        ]
    problems = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(
                _problem(
                    path,
                    header.line_of(key),
                    "header-broken",
                    "a key of the header is not a word",
                    _TRAP,
                    header.column_of(key),
                )
            )
        elif key.value in header.entries:
            first = header.line_of(header.entries[key.value][0])
            problems.append(
                _problem(
                    path,
                    header.line_of(key),
                    "header-twice",
                    f"`{key.value}` stands twice (first in line {first})",
                    "Keep one of the two lines.",
                    header.column_of(key),
                )
            )
        else:
            header.entries[key.value] = (key, value)
    return header, problems
