"""What a single line of a clip is, from its own words: the rules that need no neighbours.

Each rule is a function whose docstring is the rule; ``LINE_RULES`` names the reason for which such a line is dropped.  Rules
read at most a line's first 300 characters, so that no hostile line costs more than a short one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Block, Role
from generator.reading import wording

HEAD = 300  # characters of a line that rules read
_KEY_EDGES = " \t.,:;!?…-–—*#>|•·()[]{}\"'“”‘’«»+›→▶►↑↓↗⤴✕×"
_SENTENCE_END = re.compile(r"[.!?…](?:[\"”“’'»)\]]{0,3}|\s[»”\"])$")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_QUOTES = re.compile('[“”„«»"]')
_SIGNS = re.compile(r"[^\w©#@<\[“”„«»\"‘’']{1,12}")
_FIXED = frozenset({Role.CODE, Role.TABLE, Role.RULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line (or element) of a clip with what rules ask about it, all of it read once.

    ``opening`` is the head without signs before its first word (quotation marks count as words), ``low`` the same in lower case;
    ``key`` is the text in lower case without punctuation at the ends (empty where the line is too long for any list);
    ``gap`` says whether a blank line stands before it; ``reason`` is set where the line was cut off another as junk.
    ``is_prose``: this can only be a paragraph, a sentence, or several, of twelve words or more.  ``is_fixed``: markup says what
    this is, and no rule on wording may say otherwise.
    """

    block: Block
    text: str
    head: str
    opening: str
    low: str
    key: str
    words: int
    tokens: list[str]
    gap: bool
    is_sentence: bool
    is_prose: bool
    is_fixed: bool
    reason: str = ""


def line_of(block: Block, *, gap: bool, reason: str = "") -> Line:
    """The block as a line; what rules ask of it costs the same for any length."""
    text = block.text
    head = text[:HEAD]
    signs = _SIGNS.match(head)
    opening = head[signs.end() :] if signs else head
    words = head.count(" ") + 1 + (len(text) - len(head)) // 6
    is_sentence = bool(_SENTENCE_END.search(text[-6:]))
    return Line(
        block=block,
        text=text,
        head=head,
        opening=opening,
        low=opening.lower(),
        key=text.casefold().strip(_KEY_EDGES) if len(text) <= 120 else "",
        words=words,
        tokens=word_list(text),
        gap=gap,
        is_sentence=is_sentence,
        is_prose=is_sentence and words >= 12,
        is_fixed=block.role in _FIXED,
        reason=reason,
    )


def word_list(text: str) -> list[str]:
    """The words of a short text, in lower case, apostrophes straight."""
    return _WORD.findall(text.lower().replace("’", "'"))


def has_quotes(text: str) -> bool:
    return bool(_QUOTES.search(text))


# --- the rules ---------------------------------------------------------------------------------------------------------------

_COUNTER = re.compile(r"[\d.,\s]{1,9}[km]?\+?$", re.I)
_COUNTED = re.compile(
    r"[\d.,\s]{1,9}[km]?\+?\s*(?:shares?|likes?|comments?|views?|reads?|reactions?|retweets?|reposts?|replies|votes?|claps?|followers?|tweets?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarz[ey]?|komentářů|kommentarer|просмотр\w*|комментари\w*|перегляд\w*|коментар\w*)(?:[\s|·•]+[\d.,]+\s*\w{1,12}){0,3}$",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:(?:last )?(?:updated|published|posted|modified|upd)?\s*:?\s*)?(?:(?:about |over |almost )?(?:\d{1,3}|an?|one|two|three|few|a few|half an)\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|years?)(?: and \d{1,2} \w+)? ago|just now|yesterday|today|vor \w+ (?:minuten?|stunden?|tag\w*|wochen?)|il y a \w+ \w+|hace \w+ \w+|há \w+ \w+|\w+ (?:\w+ )?fa|\w+ (?:uur|uren|dagen|minuten) geleden|\w+ \w+ temu|před \w+ \w+|för \w+ \w+ sedan|for \w+ \w+ siden|\w+ \w+ sitten|acum \w+ \w+|prije \w+ \w+|\w+ \w+ önce|πριν \w+ \w+|\w+ \w+ назад|\w+ \w+ тому|преди \w+ \w+)(?:\s*[|•·-]\s*.{0,40})?(?:\s+\d+)?$",
    re.I,
)
_TIME = re.compile(
    r"(?:at |um |à |kl\.? |klo |alle |ore )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|uhr|h|hrs)?(?:\s?/\s?\d{1,2}:\d{2})?\s*\(?(?:[A-Z]{2,4}(?:[+-]\d{1,2})?)?\)?$",
    re.I,
)
_STAMP = re.compile(
    r"(?:(?:live )?(?:update|updated|upd|new|latest|breaking|post|posted)\b\s*(?:at|@|:|-)?\s*)?(?:\d{3,4}\s?(?:gmt|utc|hrs|hours|bst|cet|cest|est|edt|et|eet|eest|msk|ist)|\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?\s*(?:gmt|utc|bst|cet|cest|est|edt|et|eet|eest|msk|ist))\s*[:.-]?$",
    re.I,
)
_READ = re.compile(r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]?(?:min(?:ute)?s?\.?|мин\.?|хв\.?)[\s-]?(?:read|listen|watch|video|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|czytania|čtení|läsning|чтения|читання)?$", re.I)  # fmt: skip
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>]{0,200})?/?>")
_KEY_AND_VALUE = re.compile(r"[“\"']@?[\w-]{1,40}[”\"']\s?:\s")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.){1,3}[a-z]{2,6}$")
_TAGS_IN_BAR = re.compile(r"[a-z0-9 '’-]{2,30}(?:\s?\|\s?[a-z0-9 '’-]{2,30}){1,12}$")
_LATEST_NEWS = re.compile(r"(?:last|latest|more|top) news (?:in|from|on|about)\b", re.I)
_RATE = re.compile(r"[\d.,]{1,9} ?(?:[A-Z]{3}|[€$£₽₴%])$")
_SIGN_OFF = re.compile(r"(?:reporting|writing|edit)", re.I)
_URL_ONLY = re.compile(r"(?:(?:url|link|source|original|permalink|web)\s*:\s*)?(?:https?://|www\.)\S{3,}$", re.I)
_RULE = re.compile(r"[^\w]+$")
_HASHTAGS = re.compile(r"(?:[#@]\w+[\s,]*)+$")
_BAR = re.compile(r"\s+[|•·>»›/–—]\s+|\s*[>»›|]\s*|,\s+|\s+/\s+|\s-\s")
_EMBED = re.compile(r"(?:[—–-]{1,2}\s?.{1,80}\(@\w{1,30}\)|pic\.twitter\.com/\w+|view this post on instagram|.{1,80}\(@\w{1,30}\)\s+\w+\.? \d{1,2}, \d{4})", re.I)  # fmt: skip


def _is_counter(line: Line) -> bool:
    """A number alone on its line, with or without "shares", "comments", "views"; not a year, which heads a timeline's part."""
    if len(line.text) > 60 or not line.text[0].isdigit():
        return False
    if _RATE.match(line.text):
        return True
    if _COUNTER.match(line.text):
        return not (len(line.key) == 4 and line.key[:2] in {"18", "19", "20"} and line.key.isdigit())
    return bool(_COUNTED.match(line.text))


def _is_time(line: Line) -> bool:
    """A time without a date, a relative time ("2 hours ago"), or how long reading takes."""
    text = line.head.strip(" |•·()-–—")
    return len(line.text) <= 60 and bool(_TIME.match(text) or _RELATIVE.match(text) or _READ.match(text))


def _is_stamp(line: Line) -> bool:
    """The stamp of a live report: "UPDATE 1841 GMT:", "14:32 BST"."""
    return len(line.text) <= 40 and bool(_STAMP.match(line.text))


def _is_comment_form(line: Line) -> bool:
    """A heading or field of a form for comments."""
    return line.key in wording.COMMENT_HEADS or bool(_COMMENTS_COUNTED.match(line.key))


_COMMENTS_COUNTED = re.compile(
    r"(?:comments?|kommentare|commentaires|comentarios|commenti|reacties|комментарии|коментарі)\s*[:(\[]?\s*\d{1,5}$"
)


def _is_teaser(line: Line) -> bool:
    """A line that sends readers to another article or page, or opens a list of such."""
    if line.key in wording.TEASER_HEADS and line.key not in {"latest news", "latest", "top stories", "explore"}:
        return True
    head = line.head.lstrip("([*>→►▶•- ")
    if not line.is_sentence and line.words <= 40 and wording.COVERAGE_LABEL.match(head):
        return True
    return line.words <= (25 if line.is_sentence else 40) and bool(wording.TEASER_START.match(head))


def _is_widget(line: Line) -> bool:
    """A button, player, share bar, subscription offer, notice on rights or cookies, or field of a form."""
    if line.key in wording.WIDGETS and not (line.words == 1 and line.key in wording.SECTIONS):
        return True
    if line.words > 60:
        return False
    if wording.WIDGET_START.match(line.head.lstrip("([*>→►▶•–—- ")):
        return not (line.is_prose and _SIGN_OFF.match(line.head) and is_report(line.head))
    parts = [part.strip(_KEY_EDGES) for part in re.split(r"[\s|/·•,:]+", line.key)] if 2 <= line.words <= 12 else []
    return any(part in _SHARE_BAR for part in parts) and all(part in _SHARE_BAR or part.isdigit() for part in parts)


_SHARE_BAR = wording.words(
    "share facebook twitter x whatsapp linkedin telegram reddit pinterest instagram threads email e-mail mail print copy link save tweet pin messenger viber youtube tiktok bluesky comment comments like follow via on this article url flipboard vk ok"
)


def is_report(text: str) -> bool:
    """Whether a text reports what someone said or did: "Reporting by the paper showed ..." is no sign-off."""
    return any(word in wording.REPORTING or word.endswith("ed") for word in word_list(text)[3:40] if word != "edited")


def _is_markup(line: Line) -> bool:
    """A line of stray HTML in a clip of plain text: a teaser that came along."""
    return line.head.startswith("<") and bool(_TAG.match(line.head)) and line.text.endswith(">")


def _is_data(line: Line) -> bool:
    """A line of data for machines: "@type": "NewsArticle","""
    return line.text[0] in "“\"'" and line.text[-1] in ",{[”\"'" and bool(_KEY_AND_VALUE.match(line.head))


def _is_rule(line: Line) -> bool:
    """Signs only: a row of dashes or stars, an icon."""
    return len(line.text) <= HEAD and bool(_RULE.match(line.text))


def _is_tag_row(line: Line) -> bool:
    """Hashtags or handles only, or words in lower case with bars between them."""
    if len(line.text) > HEAD:
        return False
    return bool(_HASHTAGS.match(line.text) if line.text[0] in "#@" else _TAGS_IN_BAR.match(line.text))


def _is_source(line: Line) -> bool:
    """A sign-off line that names sources of text or photos."""
    return line.words <= 20 and bool(wording.SOURCE_START.match(line.head.lstrip("([*"))) and not line.is_prose


def _is_navigation(line: Line) -> bool:
    """A bar or breadcrumb of sections: several names of sections in a row, in capitals or with signs between them."""
    if line.words > 30 or line.is_sentence or not line.key:
        return False
    parts = [part.strip(_KEY_EDGES) for part in _BAR.split(line.key) if part.strip(_KEY_EDGES)]
    known = sum(part in wording.SECTIONS for part in parts)
    if len(parts) > 1 and 3 * known >= 2 * len(parts) and all(len(part) <= 25 for part in parts):
        return True
    if _LATEST_NEWS.match(line.head) and line.words <= 6:
        return True
    tokens = line.key.split()
    if len(tokens) > 1 and line.text.isupper() and all(token in wording.SECTIONS for token in tokens):
        return True
    if line.words >= 3 and (line.text.isupper() or line.text.istitle()):
        return 2 * sum(token in wording.SECTIONS for token in tokens) > len(tokens) and len(tokens) >= 4
    return False


def _is_empty_label(line: Line) -> bool:
    """A template's own heading ("Details", "Recall") that says nothing about the text below it."""
    return line.key in wording.EMPTY_LABELS and not line.is_sentence


def _is_address(line: Line) -> bool:
    """An address alone on its line."""
    return len(line.text) < 2000 and bool(_URL_ONLY.match(line.text) or _DOMAIN.match(line.text))


def _is_embed(line: Line) -> bool:
    """The signature of an embedded post: name, handle and day of the post."""
    return (line.words <= 20 and "@" in line.head and bool(_EMBED.match(line.head))) or line.key.startswith(
        "pic.twitter.com/"
    )


LINE_RULES: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("markup", _is_markup),
    ("data", _is_data),
    ("rule", _is_rule),
    ("address", _is_address),
    ("share counter", _is_counter),
    ("live-blog stamp", _is_stamp),
    ("time", _is_time),
    ("comment form", _is_comment_form),
    ("teaser", _is_teaser),
    ("widget", _is_widget),
    ("tags", _is_tag_row),
    ("source line", _is_source),
    ("navigation", _is_navigation),
    ("template label", _is_empty_label),
    ("embedded post", _is_embed),
)


def reason_to_drop(line: Line) -> str:
    """The name of the first rule that says this line is no article, or nothing."""
    if line.reason or line.is_fixed:
        return line.reason
    if line.is_prose and line.words > 60:
        return ""
    return next((reason for reason, rule in LINE_RULES if rule(line)), "")
