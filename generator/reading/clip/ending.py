"""What follows an article on its page: teasers, forms for comments, and the last line's leftovers."""

from bisect import bisect_right
from collections.abc import Sequence

from generator.reading.clip import wording
from generator.reading.clip.datelines import read_stamp
from generator.reading.clip.roles import Line, has_quotes, opens_teasers


def mark_ending(lines: Sequence[Line], reasons: list[str], *, body: int) -> None:
    """Enter reasons for what belongs to a teaser list or form, and for leftovers behind the last paragraph."""
    prose = [at for at, line in enumerate(lines) if not reasons[at] and line.is_prose]
    if not prose:
        return
    forms = (at for at in range(body, len(lines)) if reasons[at] == "comment form")
    for at in forms:
        if _mark_comments(lines, reasons, prose, at):
            break
    done = body  # what a teaser list has claimed is not looked at again
    for at in range(body, len(lines)):
        if reasons[at] == "teaser" and at >= done:
            done = _mark_teasers(lines, reasons, prose, at)
    last = max((at for at in prose if not reasons[at]), default=len(lines))
    if len(prose) < 2:
        return
    for at in range(last + 1, len(lines)):
        if reasons[at]:
            continue
        if read_stamp(lines[at].text):
            reasons[at] = "date line"
        elif _is_leftover(lines[at]):
            reasons[at] = "leftover"


def _mark_comments(lines: Sequence[Line], reasons: list[str], prose: Sequence[int], at: int) -> bool:
    """Behind the form for comments nothing is article, unless more text follows it than stands before it."""
    behind = len(prose) - bisect_right(prose, at)
    if 2 * behind > len(prose):
        return False
    for place in range(at + 1, len(lines)):
        reasons[place] = reasons[place] or "comment form"
    return True


def _mark_teasers(lines: Sequence[Line], reasons: list[str], prose: Sequence[int], at: int) -> int:
    """Behind "Related articles" the lines up to the next paragraph are teasers; behind the last paragraph they all are, with their
    summaries of one sentence."""
    first = bisect_right(prose, at)
    count = len(prose) - first
    is_head = lines[at].key in wording.TEASER_HEADS or opens_teasers(lines[at])
    ends_article = is_head and count * 4 <= len(prose) and all(lines[place].words <= 35 for place in prose[first:])
    to_the_end = ends_article or not count
    stop = len(lines) if to_the_end else prose[first] if is_head else at
    for place in range(at + 1, stop):
        if lines[place].key in _LIST_ENDS:
            reasons[place] = "teaser"
            return place + 1
        if not reasons[place] and _is_text(lines[place], in_list=is_head and to_the_end):
            return place
        if not reasons[place] and not (lines[place].is_prose and lines[place].words > 35) and not lines[place].is_fixed:
            reasons[place] = "teaser"
    return max(stop, at + 1)


_LIST_ENDS = frozenset({"end of list", "fin de la liste", "fin de la lista", "fim da lista", "ende der liste"})


def _is_text(line: Line, *, in_list: bool) -> bool:
    """A sentence of the article, no teaser: it ends in a full stop and quotes someone, or stands in no list that ends the page."""
    ends = line.text.rstrip("\"”“’'»)").endswith(".") and line.is_sentence and line.words >= 6
    return ends and (has_quotes(line.text) or not in_list)


def _is_leftover(line: Line) -> bool:
    """A few words without the end of a sentence behind the last paragraph: a name, a place, a label."""
    is_short = (
        line.words <= 6
        and not line.is_sentence
        and not has_quotes(line.text)
        and not line.text.endswith((":", ","))
        and ": " not in line.text
    )
    return (
        is_short
        and not line.is_fixed
        and not line.text.startswith(("- ", "* ", "• ", "> ", "#"))
        and not line.text[0].isdigit()
    )
