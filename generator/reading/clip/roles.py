"""What a single line of a clip is, from its own words: the rules that need no neighbours.

Each rule is a function whose docstring is the rule; ``LINE_RULES`` names the reason for which such a line is dropped.  Rules
read at most a line's first 300 characters, so that no hostile line costs more than a short one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Block, Role
from generator.reading.clip import wording

HEAD = 300  # characters of a line that rules read
HEAD_WORDS = 60  # its words
_KEY_EDGES = " \t.,:;!?…-–—*#>|•·()[]{}\"'“”‘’«»+›→▶►↑↓↗⤴✕×"
_SENTENCE_END = re.compile(r"[.!?…。！？](?:[\"”“’'»)\]」』）]{0,3}|\s[»”\"])$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # scripts that write no spaces: two letters count as a word
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
    if not text.isascii() and _UNSPACED.search(head):
        words += len(_UNSPACED.findall(head)) // 2
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
    r"(?:(?:last )?(?:updated|published|posted|modified|upd)?\s*:?\s*)?(?:(?:about |over |almost )?(?:\d{1,3}|an?|one|two|three|few|a few|half an)\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|years?)(?: and \d{1,2} \w+)? ago|\d{1,2}\s?(?:h|hr|hrs|d|w)\s?[•·|]\s?\d{1,3} min(?:ute)?s? read|just now|yesterday|today|vor \w+ (?:minuten?|stunden?|tag\w*|wochen?)|il y a \w+ \w+|hace \w+ \w+|há \w+ \w+|\w+ (?:\w+ )?fa|\w+ (?:uur|uren|dagen|minuten) geleden|\w+ \w+ temu|před \w+ \w+|för \w+ \w+ sedan|for \w+ \w+ siden|\w+ \w+ sitten|acum \w+ \w+|prije \w+ \w+|\w+ \w+ önce|πριν \w+ \w+|\w+ \w+ назад|\w+ \w+ тому|преди \w+ \w+)(?:\s*[|•·-]\s*.{0,40})?(?:\s+\d+)?$",
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
_READ = re.compile(
    r"(?:(?:(?:audio |estimated )?(?:reading|read|listening) time|time to read|lesezeit|lesedauer|(?:temps|durée) de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|czas czytania|doba čtení|čas čítania|läsningstid|lästid|læsetid|lesetid|lukuaika|olvasási idő|timp de (?:citire|lectură)|vrijeme čitanja|okuma süresi|χρόνος ανάγνωσης|время чтения|час читання|време за четене)\s*:?\s*)?"
    r"(?:ca\.? |about |approx\.? |etwa |~ ?)?(?:\d{1,3}|an?|less than a|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]?(?:min(?:ut(?:e|es|en|os|i|y|er|a|ter|ów|ut)?)?s?\.?|minuut|dk|dakika|perc|λεπτ\w{1,3}|мин\w{0,4}\.?|хв\w{0,5}\.?)"
    r"[\s-]?(?:read(?:ing)?(?: time)?|listen|watch|video|lesezeit|lesedauer|de lecture|de lectura|de leitura|di lettura|leestijd|leesduur|lezen|czytania|čtení|čítania|läsning|lästid|læsetid|lesetid|olvasás|okuma(?: süresi)?|чтения|читання)?$",
    re.I,
)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>]{0,200})?/?>")
_KEY_AND_VALUE = re.compile(r"[“\"']@?[\w-]{1,40}[”\"']\s?:\s")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.){1,3}[a-z]{2,6}$")
_LATEST_NEWS = re.compile(r"(?:last|latest|more|top) news (?:in|from|on|about)\b", re.I)
_RATE = re.compile(r"[\d.,]{1,9} ?(?:[A-Z]{3}|[€$£₽₴%])$")
_SIGN_OFF = re.compile(r"(?:reporting|writing|edit)")
_URL_ONLY = re.compile(r"(?:(?:url|link|source|original|permalink|web)\s*:\s*)?(?:https?://|www\.)\S{3,}$", re.I)
_BAR = re.compile(r"\s+[|•·>»›/–—]\s+|\s*[>»›|]\s*|,\s+|\s+/\s+|\s-\s")


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
    if len(line.text) > 60:
        return False
    text = line.head.strip(" |•·()-–—")
    return bool(_TIME.match(text) or _RELATIVE.match(text) or _READ.match(text))


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
    """A line that sends readers to another article or page, or opens a list of such; no sentence that reports something."""
    if line.key in wording.TEASER_HEADS and line.key not in {"latest news", "latest", "top stories", "explore"}:
        return True
    is_label = not line.is_sentence and line.words <= 40
    if is_label and (wording.COVERAGE_LABEL.match(line.opening) or opens_teasers(line)):
        return True
    if line.words > (25 if line.is_sentence else 40) or not wording.TEASER_START.match(line.opening):
        return False
    return not (line.is_prose and is_report(line))


def opens_teasers(line: Line) -> bool:
    """A head that waits for a list of other articles: "More on the dam:", "Mehr zum Damm:"."""
    return line.text.endswith(":") and line.words <= 12 and bool(_MORE_ON.match(line.low))


def _is_widget(line: Line) -> bool:
    """A button, player, share bar, subscription offer, notice on rights or cookies, or field of a form."""
    if line.key in wording.WIDGETS and line.key not in _SECTIONS_TOO:
        return True
    if line.words > 60:
        return False
    if opens_widget(line.opening, line.low):
        return not line.is_prose or _is_for_readers(line)
    if not 1 <= line.words <= 12 or not line.key or _SHARE_BAR.isdisjoint(line.tokens):
        return bool(_BUTTON_COUNTED.match(line.key)) if line.words <= 2 else False
    parts = [part.strip(_KEY_EDGES) for part in _BAR_SIGNS.split(line.key)] if line.words > 1 else []
    return any(part in _SHARE_BAR for part in parts) and all(part in _SHARE_BAR or part.isdigit() for part in parts)


def opens_widget(text: str, low: str) -> bool:
    """Whether a text, given in lower case, too, begins as widgets and notices do."""
    match = wording.WIDGET_START.match(low)
    return match is not None and (not _SIGN_OFF.match(low) or text[match.end() : match.end() + 1].isupper())


def _is_for_readers(line: Line) -> bool:
    """Whether a long sentence that opens like a notice speaks of what outlets offer or own: "Subscribe to the view that ..." does not."""
    if _SIGN_OFF.match(line.low):
        return not is_report(line)
    return bool(_FOR_READERS.search(line.low))


_SECTIONS_TOO = frozenset({"live", "gallery", "premium", "more", "menu"})  # may be headings, too
_BAR_SIGNS = re.compile(r"[\s|/·•,:]+")
_MORE_ON = re.compile(
    r"(?:more|mehr|plus|más|mais|altro|meer|więcej|více|viac|mer|mere|lisää|mai mult|više|daha fazla|больше|ещё|еще|більше|ще|още) (?:on|about|from|in|zu|zum|zur|über|aus|sur|sobre|de|su|over|uit|o|na|z|om|fra|från|про|о|об|по|за|от)\s"
)
_BUTTON_COUNTED = re.compile(
    r"(?:share|shares|comment|comments|like|likes|tweet|tweets|retweet|reply|replies|save|view|views|react|reactions|teilen|kommentare?|partager|commentaires?|compartir|comentarios?|compartilhar|comentários?|condividi|commenti|delen|reacties)\s?\(?\d{1,6}\)?$"
)
_FOR_READERS = re.compile(
    r"\b(?:newsletters?|channels?|alerts?|podcasts?|e-?mails?|inbox|apps?|accounts?|telegram|whatsapp|youtube|facebook|twitter|instagram|linkedin|tiktok|google news|social media|digital|subscribers?|subscriptions?|membership|notifications?|"
    r"cookies?|web ?sites?|browser|javascript|ad-?block\w*|our (?:content|site|journalism|reporting|reporters|team|readers|coverage|terms)|you agree|terms of|privacy|©|copyright|rights reserved|expressed|disclaimer|originally|first (?:published|appeared)|republish\w*|syndicat\w+|permission|licen[cs]\w+|auto-?generated|feed|"
    r"(?:updated|amended|corrected|edited|revised) (?:to|with|on|at|in|after|by)|comments?|newsroom|breaking news|latest news|top stories|click|editorial (?:policy|position|stance)|canal|canale|kanal\w*|kanał\w*|boletín|benachrichtig\w+|notifica\w+|abonn\w+|suscri\w+|рассылк\w*|розсилк\w*|канал\w*)\b|©"
)


_SHARE_BAR = wording.words(
    "share facebook twitter x whatsapp linkedin telegram reddit pinterest instagram threads email e-mail mail print copy link save tweet pin messenger viber youtube tiktok bluesky comment comments like follow via on this article url flipboard vk ok"
)


def is_report(line: Line) -> bool:
    """Whether a line reports what someone said or did: "Reporting by the paper showed ..." is no sign-off."""
    return any(
        word in wording.REPORTING or (word.endswith("ed") and word != "edited") for word in line.tokens[3:HEAD_WORDS]
    )


def _is_markup(line: Line) -> bool:
    """A line of stray HTML in a clip of plain text: a teaser that came along."""
    return line.head.startswith("<") and bool(_TAG.match(line.head)) and line.text.endswith(">")


def _is_data(line: Line) -> bool:
    """A line of data for machines: "@type": "NewsArticle","""
    return line.text[0] in "“\"'" and line.text[-1] in ",{[”\"'" and bool(_KEY_AND_VALUE.match(line.head))


def _is_rule(line: Line) -> bool:
    """Signs only: a row of dashes or stars, an icon."""
    return not line.tokens


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


def _is_address(line: Line) -> bool:
    """An address alone on its line."""
    return len(line.text) < 2000 and bool(_URL_ONLY.match(line.text) or _DOMAIN.match(line.text))


LINE_RULES: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("markup", _is_markup),
    ("data", _is_data),
    ("rule", _is_rule),
    ("address", _is_address),
    ("live-blog stamp", _is_stamp),
    ("share counter", _is_counter),
    ("time", _is_time),
    ("comment form", _is_comment_form),
    ("teaser", _is_teaser),
    ("widget", _is_widget),
    ("navigation", _is_navigation),
)


# The rules that may take a sentence of twelve words or more.
_RULES_OF_PROSE = tuple(
    (reason, rule) for reason, rule in LINE_RULES if rule in {_is_data, _is_rule, _is_teaser, _is_widget}
)


def reason_to_drop(line: Line) -> str:
    """The name of the first rule that says this line is no article, or nothing."""
    if line.reason or line.is_fixed:
        return line.reason
    if line.is_prose and line.words > 60:
        return ""
    rules = _RULES_OF_PROSE if line.is_prose else LINE_RULES
    return next((reason for reason, rule in rules if rule(line)), "")
