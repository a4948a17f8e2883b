"""How much one file may hold, so that none can hold up the build: sizes, lines, and marks that parsers are slow at.

The parsers here and at the publisher take a time that grows with the square of the marks in one paragraph.  Each bound
lies far above any article (a long one has 50,000 characters), and far below where a file would cost a second.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Block, Role
from generator.problems import Problem

MAX_LINE = 1024 * 1024  # characters
MAX_TEXT = 500_000  # characters of a text, of a saved page without its tags
MAX_LINES = 15_000  # of a text that is no HTML, blank ones apart; and cells of tables
MAX_BLOCKS = 5_000  # paragraphs, headings, items that are published
MAX_SOURCE_LINES = 100_000  # of a saved page, blank ones too
MAX_TAGS = 20_000  # of a saved page: the largest news pages have 10,000
MAX_OF_A_TAG = {"<h1": 300, "<time": 1_000, "<meta": 2_000, "<link": 2_000}
MAX_ATTRIBUTES = 2_000  # of one tag
MAX_ENTITIES = 50_000  # of a saved page
MAX_MARKS_TOGETHER = 5_000  # in one paragraph: characters that may be Markdown
MAX_MARKS = 50_000  # in one file
MAX_CELLS_ACROSS = 200  # columns of one table

_MARKS = "[]*_`<&\\~!>#|{}("
_UNREAD = (Role.CODE, Role.TABLE)
_TAG = re.compile(r"<[A-Za-z/!?]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{4000,}")
_GAP = re.compile(r"\n[ \t\r]*\n")


def too_much(path: str, text: str, *, markup: bool) -> list[Problem]:
    """What keeps a file's text from being parsed at all; ``markup`` says that it is HTML."""
    rules = _of_markup(path, text) if markup else _of_text(path, text)
    return [problem for problem in (_long_line(path, text), *rules) if problem][:1]


def too_tangled(path: str, blocks: Sequence[Block]) -> list[Problem]:
    """What keeps blocks from being published: more of them, or more marks in them, than the publisher can take."""
    return list(_tangled(path, blocks))[:1]


def _long_line(path: str, text: str) -> Problem | None:
    for number, line in enumerate(text.split("\n") if len(text) > MAX_LINE else (), start=1):
        if len(line) > MAX_LINE:
            return _problem(
                path,
                number,
                "line-too-long",
                f"this line has {len(line):,} characters, more than {MAX_LINE:,}",
                "Break it into paragraphs; of a saved page, keep only the article's part.",
            )
    return None


def _of_text(path: str, text: str) -> Iterator[Problem | None]:
    if len(text) > MAX_TEXT:
        yield _problem(
            path,
            1,
            "text-too-long",
            f"the file has {len(text):,} characters, more than {MAX_TEXT:,}",
            "Keep the article's text only, or publish it in parts.",
        )
        return
    lines = sum(1 for line in text.splitlines() if line.strip()) if len(text) > MAX_LINES else 0
    if lines > MAX_LINES:
        yield _too_many(path, 1, f"the file has {lines:,} lines, more than {MAX_LINES:,}")
    yield _marks(path, text)


def _marks(path: str, text: str) -> Problem | None:
    """The paragraph with too many marks, or the file."""
    total, begin = _count(text) if len(text) > MAX_MARKS_TOGETHER else 0, 0
    if total <= MAX_MARKS_TOGETHER:
        return None
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        here = _count(text[begin:end]) if end - begin > MAX_MARKS_TOGETHER else 0
        if here > MAX_MARKS_TOGETHER and not _is_plain_table(text[begin:end]):
            return _too_many_marks(path, text.count("\n", 0, begin) + 1, here, MAX_MARKS_TOGETHER, "paragraph")
        begin = gap.end() if gap else end
    return _too_many_marks(path, 1, total, MAX_MARKS, "file") if total > MAX_MARKS else None


def _is_plain_table(paragraph: str) -> bool:
    """Rows of a table of some length: each is read by itself, so that only its longest line counts."""
    lines = paragraph.strip("\n").split("\n")
    return len(lines) > 20 and all(_count(line) <= MAX_CELLS_ACROSS * 4 and "|" in line for line in lines)


def _count(text: str) -> int:
    return sum(map(text.count, _MARKS))


def _of_markup(path: str, text: str) -> Iterator[Problem | None]:
    tags = sum(1 for _ in _TAG.finditer(text))
    if tags > MAX_TAGS:
        yield _too_many(path, 1, f"the page has {tags:,} tags, more than {MAX_TAGS:,}")
    small = text.lower()
    for tag, most in MAX_OF_A_TAG.items():
        if (found := small.count(tag)) > most:
            yield _too_many(path, 1, f"the page has {found:,} tags {tag}>, more than {most:,}")
    if text.count("&") > MAX_ENTITIES:
        yield _too_many_marks(path, 1, text.count("&"), MAX_ENTITIES, "page")
    for long in _LONG_TAG.finditer(text):
        attributes = max(long[0].count("="), len(long[0].split()))
        if attributes > MAX_ATTRIBUTES:
            yield _too_many_marks(path, text.count("\n", 0, long.start()) + 1, attributes, MAX_ATTRIBUTES, "tag")
    lines = text.count("\n") + text.count("\r")
    if lines > MAX_SOURCE_LINES:
        yield _too_many(path, 1, f"the page has {lines:,} lines, more than {MAX_SOURCE_LINES:,}")


def _tangled(path: str, blocks: Sequence[Block]) -> Iterator[Problem]:
    cells = letters = characters = 0
    for block in blocks:
        cells += 1 + sum(map(len, block.rows)) if block.rows else 0
        for part in _parts(block):
            letters += len(part.text)
            at_most = len(part.text) + 2 * len(part.marks)  # no need to count where there cannot be too many
            characters += at_most
            if at_most > MAX_MARKS_TOGETHER and (marks := _marks_of(part)) > MAX_MARKS_TOGETHER:
                yield _too_many_marks(path, part.line, marks, MAX_MARKS_TOGETHER, "paragraph")
        if block.rows and max(map(len, block.rows)) > MAX_CELLS_ACROSS:
            yield _too_many(path, block.line, f"this table has more than {MAX_CELLS_ACROSS} columns")
    if len(blocks) > MAX_BLOCKS or cells > MAX_LINES:
        many, most = (len(blocks), MAX_BLOCKS) if len(blocks) > MAX_BLOCKS else (cells, MAX_LINES)
        yield _too_many(path, 1, f"the text has {many:,} paragraphs or cells, more than {most:,}")
    if letters > MAX_TEXT:
        yield _too_many(path, 1, f"the text has {letters:,} characters, more than {MAX_TEXT:,}")
    if characters > MAX_MARKS:
        total = sum(_marks_of(part) for block in blocks for part in _parts(block))
        if total > MAX_MARKS:
            yield _too_many_marks(path, 1, total, MAX_MARKS, "text")


def _parts(block: Block) -> Iterable[Block]:
    """What of a block the publisher looks for marks in: nothing of code, of a table its cells."""
    if not block.rows:
        return () if block.role in _UNREAD else (block,)
    return [part for row in block.rows for part in row if part.role not in _UNREAD]


def _marks_of(part: Block) -> int:
    return _count(part.text) + 2 * len(part.marks)


def _too_many(path: str, line: int, message: str) -> Problem:
    return _problem(path, line, "text-too-long", message, "Keep the article's text only, or publish it in parts.")


def _too_many_marks(path: str, line: int, found: int, limit: int, where: str) -> Problem:
    return _problem(
        path,
        line,
        "text-tangled",
        f"this {where} has {found:,} characters or tags that may be markup, more than {limit:,}",
        "An article has few of them: remove what is no text, such as runs of brackets, stars or rules.",
    )


def _problem(path: str, line: int, code: str, message: str, help: str) -> Problem:
    return Problem(path=path, line=line, code=code, message=message, help=help)
