"""The top of a clip: its title and standfirst among section labels, bylines, date lines and captions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Role
from generator.reading.clip import wording
from generator.reading.clip.bylines import NAME
from generator.reading.clip.roles import HEAD_WORDS, Line

_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$")
_DASH = re.compile(r"[—–-]{1,2}\s?(?=\S)")
_BULLET = re.compile(r"(?:[•·▪●◦‣*]|-\s|\d{1,2}[.)]\s)")
_WORST_TITLE = 250  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where title and standfirst stand (None: there is none), and where the body begins."""

    title: int | None
    standfirst: int | None
    body: int


def first_prose(lines: Sequence[Line], reasons: Sequence[str]) -> int:
    """The place of the first line that can only be a paragraph (the number of lines, if there is none)."""
    return next((at for at, line in enumerate(lines) if not reasons[at] and line.is_prose), len(lines))


def find_opening(lines: Sequence[Line], reasons: list[str], *, title: str | None) -> Opening:
    """Sort out the lines before the first paragraph; enters reasons for labels, names and places among them.

    The title is the first line of four words or more that is no sentence (a question or exclamation may be); without such a line,
    one of two or three words that is no label, if a date line or byline follows.  A known title is only looked for.
    """
    end = first_prose(lines, reasons)
    zone = [at for at in range(end) if not reasons[at] and not lines[at].is_fixed]
    if title is not None:
        place = next((at for at in zone if _same(lines[at].text, title)), None)
    else:
        place = _title_place(lines, reasons, zone, end)
    _drop_weak_teasers(lines, reasons, place)
    standfirst = None
    for at in zone:
        if at == place or reasons[at]:
            continue
        line = lines[at]
        reason = _furniture(
            line, before_title=place is not None and at < place, is_last=at == zone[-1] and not _is_name(lines, at)
        )
        if reason:
            reasons[at] = reason
        elif place is not None and at < place:
            reasons[at] = (
                "section label" if line.words <= 3 else "caption" if _LIST_OF_NAMES.fullmatch(line.text) else ""
            )
        elif (
            place is not None and _same(line.text[: len(lines[place].text)], lines[place].text) and not line.is_sentence
        ):
            reasons[at] = "caption"  # the title again, and a few words more
        elif place is not None and at < end - 1 and line.words <= 3 and _is_label(line):
            reasons[at] = "section label"
        elif standfirst is None and _is_standfirst(line, has_title=place is not None or title is not None):
            standfirst = at
    if place is not None:
        _mark_behind_standfirst(lines, reasons, end)
    if standfirst is None and place is not None and end < len(lines):
        standfirst = _sentence_standfirst(lines, reasons, place, end)
    if standfirst is not None:
        _mark_above_dateline(lines, reasons, standfirst)
    return Opening(title=place, standfirst=standfirst, body=end)


def _mark_above_dateline(lines: Sequence[Line], reasons: list[str], standfirst: int) -> None:
    """A dateline alone on its line opens the text: a few words between the date line and it are a picture's caption."""
    for at in range(standfirst + 2, min(standfirst + 12, len(lines))):
        if reasons[at] == "dateline" and lines[at].words <= 3 and reasons[at - 2] in {"date line", "byline", "time"}:
            if not reasons[at - 1] and lines[at - 1].words <= 25:
                reasons[at - 1] = "caption"
            return


def _same(text: str, title: str) -> bool:
    return " ".join(text.split()).casefold().rstrip(".") == " ".join(title.split()).casefold().rstrip(".")


def _title_place(lines: Sequence[Line], reasons: Sequence[str], zone: Sequence[int], end: int) -> int | None:
    marked = [
        at
        for at in zone
        if lines[at].block.role in {Role.TITLE} or (lines[at].block.role is Role.HEADING and lines[at].block.level == 1)
    ]
    sentence = next((at for at in zone if lines[at].text.endswith(".") and lines[at].words >= 4), len(lines))
    likely = [at for at in zone if at < sentence and _can_be_title(lines[at]) and not _is_promo(lines, at, reasons)]
    if marked:
        return marked[0]
    likely = [at for at in likely if not _is_name_caption(lines, reasons, at, likely)]
    strong = [at for at in likely if lines[at].words >= 4]
    if strong:
        first = strong[0]
        stamped = any(reasons[at] == "date line" for at in range(first, strong[-1]))
        return strong[-1] if stamped and _is_slogan(lines, first) else first
    for at in likely:
        line = lines[at]
        followed = any(reasons[later] in {"date line", "byline", "time"} for later in range(at + 1, min(at + 4, end)))
        if (
            line.words >= 2
            and not line.text.isupper()
            and (followed or line.words == 3)
            and line.key not in wording.SECTIONS
        ):
            return at
    return _like_a_byline(lines, reasons, end)


def _like_a_byline(lines: Sequence[Line], reasons: Sequence[str], end: int) -> int | None:
    """A first line such as "By Far The Longest Dam", with counters and a date line behind it, where nothing else can be the title: a
    byline stands below a title."""
    first = next((at for at in range(end) if reasons[at] in {"", "byline"}), None)
    if first is None or reasons[first] != "byline" or not _FOUR_WORDS.fullmatch(lines[first].text):
        return None
    behind = set(reasons[first + 1 : min(first + 8, end)])
    return first if "date line" in behind and behind & {"share counter", "widget", "time"} else None


def _is_promo(lines: Sequence[Line], at: int, reasons: Sequence[str]) -> bool:
    """ "Listen: ...", "Watch: ..." offers what the outlet made beside the article: its own series anywhere, else wherever other lines stand
    above it and no date line or byline below."""
    line = lines[at]
    if not wording.WEAK_TEASER_START.match(line.head):
        return False
    if wording.OWN_MEDIA.search(line.head):
        return True
    return any(lines[:at]) and not {"date line", "byline", "time"} & set(reasons[at + 1 : at + 3])


_LIST_OF_NAMES = re.compile(
    rf"{NAME.pattern[:-1]}(?:(?:,| and| &| with) [^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){{0,2}}){{1,4}}"
)


def _is_name_caption(lines: Sequence[Line], reasons: Sequence[str], at: int, likely: Sequence[int]) -> bool:
    """ "Ada Example, river dams": names and things in a list are a picture's caption, if a section label or credit follows, and behind
    it a line that can be the title."""
    line = lines[at]
    if line.words > 9 or at + 1 >= len(lines) or not _LIST_OF_NAMES.fullmatch(line.text):
        return False
    parted = lines[at + 1].key in wording.SECTIONS or reasons[at + 1] in {"navigation", "credit", "section label"}
    return parted and any(lines[later].words >= 4 for later in likely if later > at + 1)


_FOUR_WORDS = re.compile(r"By(?: [^\W\d_a-z][\w’'-]*){4,15}[?!]?")


def _can_be_title(line: Line) -> bool:
    text = line.text
    if not 2 <= line.words <= 35 or len(text) > _WORST_TITLE or line.block.role in {Role.LIST_ITEM, Role.QUOTATION}:
        return False
    if _DASH.match(text) or _BULLET.match(text) or text.endswith((":", ",", ";")) or text[0].islower():
        return False
    if text[0] + text[-1] in {"[]", "()"}:
        return False
    if line.key in wording.SECTIONS or _is_place(text):
        return False
    return not text.rstrip("\"”’'»)").endswith(".") or bool(_ABBREVIATION.search(text[-12:])) or text.endswith("...")


def _is_slogan(lines: Sequence[Line], at: int) -> bool:
    """The claim of a newsletter: it speaks of "your briefing", or a link to read the letter online stands above it."""
    if any(line.key in _ONLINE_LINKS for line in lines[:at]):
        return True
    tokens = lines[at].tokens[:HEAD_WORDS]
    return not _YOURS.isdisjoint(tokens) and not _LETTERS.isdisjoint(tokens)


_ONLINE_LINKS = wording.phrases(
    "view in browser | view online | read online | view in your browser | view this email in your browser | open in browser | im browser ansehen | im browser öffnen | online lesen | voir en ligne | voir dans le navigateur | ver en el navegador | ver en línea | ver no navegador | visualizza nel browser | bekijk online | zobacz w przeglądarce | zobrazit v prohlížeči | открыть в браузере | відкрити в браузері"
)
_YOURS = wording.words("your ihr dein votre ton tu su il tuo seu sua uw je twój tvůj din ваш твой твій")
_LETTERS = wording.words(
    "briefing brief newsletter digest guide update roundup round-up bulletin summary dose wrap recap look daily weekly morning evening überblick wochenrückblick résumé lettre boletín resumen resumo boletim rassegna overzicht przegląd přehled дайджест"
)


def _is_place(text: str) -> bool:
    """A place that stands alone as dateline."""
    return text.casefold().strip(" .,:–—-") in wording.PLACES


def _furniture(line: Line, *, before_title: bool, is_last: bool) -> str:
    """What a short line between title and text is when it is neither: section label, place, name of the writer or outlet."""
    text = line.text
    if line.is_sentence or line.words > 6 or line.block.role is Role.LIST_ITEM or _BULLET.match(text):
        return ""
    if _is_place(text) or (
        is_last
        and text.isupper()
        and line.words <= 3
        and not any(c.isdigit() for c in text)
        and line.key not in wording.SECTIONS
    ):
        return "dateline"
    if line.key in wording.SECTIONS:
        return "section label"
    if _is_outlet(text.split(",")[0]):
        return "outlet name"
    if before_title or line.block.role is Role.HEADING or text.endswith(":"):
        return ""
    if all(NAME.fullmatch(_SHIFT_PLACE.sub("", name)) for name in re.split(r",\s*| and ", text)):
        return "byline"
    parts = re.split(r"\s*[|•·]\s*", text)
    return "outlet name" if len(parts) > 1 and all(part[:1].isupper() and part.count(" ") < 3 for part in parts) else ""


_SHIFT_PLACE = re.compile(r",? in [A-Z].{2,20}$")


def _is_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line in capitals is rather a writer's name than the place of a dateline: two or three words that the text never says."""
    text = lines[at].text
    if not text.isupper() or not NAME.fullmatch(text):
        return False
    name = text.title()
    return not any(name in line.text for line in lines[at + 1 : at + 40])


def _is_label(line: Line) -> bool:
    """Whether a short line, not just above the text, can only be a label."""
    return line.block.role is Role.PARAGRAPH and not line.is_sentence and not _BULLET.match(line.text)


def _is_outlet(text: str) -> bool:
    """Whether every word is one that outlets or agencies are called by."""
    words = [word.strip(".,").casefold() for word in text.split()]
    known = wording.AGENCIES | wording.OUTLET_WORDS | {"the", "of", "and", "staff"}
    return bool(words) and all(word in known for word in words)


def _is_standfirst(line: Line, *, has_title: bool) -> bool:
    """A line of four words or more before the first paragraph that is no sentence; without a title, only one that opens with a dash."""
    if (
        line.block.role in {Role.HEADING, Role.LIST_ITEM, Role.QUOTATION}
        or _BULLET.match(line.text)
        or line.text.endswith(":")
        or _NO_STANDFIRST.search(line.low)
    ):
        return False
    return (
        not line.is_sentence and line.words >= 4 if has_title else bool(_DASH.match(line.text)) and not line.is_sentence
    )


# Signs of captions, controls, bylines: a line with one of them may stay, but speaks for no article.
_NO_STANDFIRST = re.compile(
    r"^\[?\d{1,2}\s?/\s?\d|\bopens (?:in )?(?:a )?new (?:tab|window)\b|\((?:now|earlier|until)\b|https?://|\S@\S|©|\bphoto(?:graph)?s?\s*:|\bmin(?:ute)?s?\.? read|\bcredit\s*:"
)


def _sentence_standfirst(lines: Sequence[Line], reasons: Sequence[str], title: int, end: int) -> int | None:
    """A sentence behind the title is the standfirst if a date line or byline parts it from the next paragraph; a short one also
    if a picture does and none stood before it."""
    first = next((at for at in range(title + 1, len(lines)) if not reasons[at]), None)
    if first is None or first > end or not lines[first].is_sentence or lines[first].block.role is not Role.PARAGRAPH:
        return None
    if _NO_STANDFIRST.search(lines[first].low):
        return None
    following = next((at for at in range(first + 1, len(lines)) if not reasons[at]), None)
    if following is None:
        return None
    between = set(reasons[first + 1 : following])
    if between & {"byline", "date line"}:
        return first if lines[first].words <= 45 else None
    pictures = {"caption", "credit"}
    parted = bool(between & pictures) and not pictures & set(reasons[title + 1 : first])
    return first if parted and lines[first].words <= 18 else None


def _mark_behind_standfirst(lines: Sequence[Line], reasons: list[str], end: int) -> None:
    """Names and labels between the first sentence and the next paragraph, if a date line or byline stands there, too."""
    behind = next((at for at in range(end + 1, len(lines)) if not reasons[at] and lines[at].is_prose), end)
    if not {"byline", "date line", "time"} & set(reasons[end + 1 : behind]):
        return
    for at in range(end + 1, behind):
        if not reasons[at] and not lines[at].is_fixed:
            reasons[at] = _furniture(
                lines[at], before_title=False, is_last=at == behind - 1 and not _is_name(lines, at)
            )


def _drop_weak_teasers(lines: Sequence[Line], reasons: list[str], title: int | None) -> None:
    """ "Watch: ...", "Live updates: ..." is a teaser wherever it is not the title."""
    for at, line in enumerate(lines):
        if at != title and not reasons[at] and not line.is_prose and wording.WEAK_TEASER_START.match(line.head):
            reasons[at] = "teaser"
