"""Remedies for articles and for the text of files: what is missing, torn, left open, or leads nowhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.links import anchors_of, page_of, resolve
from generator.model import Block
from generator.nearness import nearest
from generator.problems import Paste
from generator.reading.fields import quoted
from generator.reading.lint import unmangled
from generator.remedies.case import Case, Remedy
from generator.remedies.sheet import scalars
from generator.text import first_sentence, shorten

_ALIKE = 70.0  # of 100: words of the text that a quotation may have meant
_SUMMARY = 300  # characters


def as_draft(case: Case) -> Paste | None:
    """What the file lacks only a person can tell: until then it is a draft, which no reader sees."""
    if "status" in case.sheet.header.entries:
        return case.sheet.with_entry("status", "status: draft")
    return case.sheet.with_header_line("status: draft")


def without_entry(case: Case) -> Paste | None:
    return case.sheet.without_entry(case.problem.field)


def short_summary(case: Case) -> Paste | None:
    """The first sentence of the summary."""
    entry = case.sheet.header.entries.get("summary")
    if not entry:
        return None
    text = " ".join(str(entry[1].value).split())
    return case.sheet.with_entry("summary", f"summary: {quoted(shorten(first_sentence(text), _SUMMARY))}")


def one_version(case: Case) -> Paste:
    """The first of the two versions that git left."""
    first = last = case.problem.line
    lines = case.sheet.text.split("\n")
    kept: list[str] = []
    keeps = True
    for number, line in enumerate(lines[first:], first + 1):
        if line.startswith(">>>>>>>"):
            last = number
            break
        keeps = keeps and not line.startswith(("|||||||", "======="))
        if keeps:
            kept.append(line.rstrip("\r"))
    return case.sheet.with_lines(first, last, "\n".join(kept))


def whole_letters(case: Case) -> Paste:
    number = case.problem.line
    return case.sheet.with_lines(number, number, unmangled(case.sheet.line(number)))


def closed_fence(case: Case) -> Paste:
    """The end of the block of code, above the first empty line."""
    number = case.problem.line + 1
    while number <= len(case.sheet.starts) and case.sheet.line(number).strip():
        number += 1
    return case.sheet.with_lines(number, number - 1, case.problem.value)


def heading_of_its_level(case: Case) -> Paste:
    line = case.sheet.line(case.problem.line)
    signs = "##" if case.problem.code == "heading-second-title" else case.problem.help.rpartition(" ")[2]
    return case.sheet.with_lines(case.problem.line, case.problem.line, re.sub(r"^( *)#+", rf"\1{signs}", line))


def living_link(case: Case) -> Paste | None:
    """A link to the page that was meant; where none is like it, its words without the link."""
    sheet, href = case.sheet, case.problem.value
    line = sheet.line(case.problem.line)
    link = re.search(rf"(!?)\[([^\[\]]*)\]\(\s*<?{re.escape(href)}>?(?:\s[^()]*)?\)", line)
    near = _nearest_target(case, href)
    if not link:
        defined = re.fullmatch(rf"(\s*\[[^\[\]]+\]:\s*)<?{re.escape(href)}>?(.*)", line)
        element = re.search(rf"""<a\b[^<>]{{0,300}}href=["']?{re.escape(href)}["']?[^<>]{{0,300}}>(.*?)</a>""", line)
        if element:
            whole = line[: element.start()] + element[1] + line[element.end() :]
            return sheet.with_lines(case.problem.line, case.problem.line, whole)
        target = near or "../pages/index.md"
        return (
            sheet.with_lines(case.problem.line, case.problem.line, defined[1] + target + defined[2])
            if defined
            else None
        )
    new = f"[{link[2]}]({near})" if near and not link[1] else link[2]
    whole = line[: link.start()] + new + line[link.end() :]
    return sheet.with_lines(case.problem.line, case.problem.line, whole)


def _nearest_target(case: Case, href: str) -> str | None:
    """The address of the file that is most like the one that a link names."""
    here = case.sheet.path
    page, fragment = resolve(here, href)
    shown = dict(_published(case))
    if page in shown:
        anchor = nearest(fragment, anchors_of(shown[page][1])) if fragment else None
        address = href.partition("#")[0]
        return f"{address}#{anchor}" if anchor else address or None
    stems = {PurePosixPath(path).stem: path for path, _ in shown.values()}
    stem = nearest(PurePosixPath(page).stem, stems)
    if not stem or stems[stem] == here:
        return None
    target = PurePosixPath(stems[stem])
    return target.name if target.parent == PurePosixPath(here).parent else f"../{target.parent.name}/{target.name}"


def _published(case: Case) -> Iterator[tuple[str, tuple[str, Sequence[Block]]]]:
    from generator.checks.links import texts

    return ((page_of(path), (path, shown)) for path, _, shown in texts(case.content) if shown is not None)


def whole_link(case: Case) -> Paste:
    """The link without blanks; where no browser may follow it, its words."""
    line, link = case.sheet.line(case.problem.line), case.problem.value
    words = re.sub(r"^\[(.*?)\].*", r"\1", link)
    address = re.sub(r"^\[.*?\] ?\((.*)\)$", r"\1", link)
    new = f"[{words}]({address.replace(' ', '-')})" if "no page" not in case.problem.message else words
    return case.sheet.with_lines(case.problem.line, case.problem.line, line.replace(link, new, 1))


def whole_heading(case: Case) -> Paste:
    line, signs = case.sheet.line(case.problem.line), case.problem.value
    return case.sheet.with_lines(case.problem.line, case.problem.line, f"{signs} {line.removeprefix(signs)}")


def words_of_the_text(case: Case) -> Paste | None:
    """The words of the text that are the most like the declared statement."""
    from rapidfuzz import fuzz

    sheet, said = case.sheet, case.problem.value
    node = sheet.item("statements", said)
    article = next((article for article in case.content.articles if article.path == sheet.path), None)
    if node is None or article is None:
        return None
    best = max(
        ((found, block.text) for block in article.blocks if (found := fuzz.partial_ratio_alignment(said, block.text))),
        key=lambda pair: pair[0].score,
        default=None,
    )
    if best is None or best[0].score < _ALIKE:
        return sheet.without_entry("statements") if _is_only(case) else None
    start, end = best[0].dest_start, best[0].dest_end
    text = best[1]
    start = text.rfind(" ", 0, start + 1) + 1
    end = next((at for at in range(end, len(text)) if text[at] == " "), len(text))
    words = text[start:end].strip(' “”"‘’,;:')
    return sheet.with_text(*sheet.span(node), quoted(words))


def _is_only(case: Case) -> bool:
    return len(list(scalars(case.sheet.header.entries["statements"][1]))) <= 4


def later_correction(case: Case) -> Paste | None:
    """The correction on the first day on which it can have been made: the year is mistyped most often."""
    sheet = case.sheet
    article = next((other for other in case.content.articles if other.path == sheet.path), None)
    node = sheet.item("corrections", case.problem.value)
    if article is None or article.date is None or node is None:
        return None
    published = article.date.isoformat()
    meant = published[:4] + case.problem.value[4:]
    day = meant if meant >= published and not meant.endswith("02-29") else published
    return sheet.with_text(*sheet.span(node), day)


def without_line(case: Case) -> Paste:
    return case.sheet.with_lines(case.problem.line, case.problem.line, "")


REMEDIES: Mapping[str, Remedy] = {
    "title-missing": as_draft,
    "date-missing": as_draft,
    "date-unlikely": as_draft,
    "article-empty": as_draft,
    "updated-before-date": without_entry,
    "correction-before-date": later_correction,
    "summary-long": short_summary,
    "merge-conflict": one_version,
    "text-mojibake": whole_letters,
    "fence-open": closed_fence,
    "heading-jump": heading_of_its_level,
    "heading-second-title": heading_of_its_level,
    "link-dead": living_link,
    "link-form": whole_link,
    "heading-form": whole_heading,
    "statement-not-found": words_of_the_text,
    "decision-form": without_line,
}
