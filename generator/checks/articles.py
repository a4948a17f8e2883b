"""Rules on single articles."""

from collections.abc import Iterator

from generator.checks.content import Content, line_at
from generator.model import Article, Status
from generator.problems import Problem, Severity
from generator.text import first_sentence

LONGEST_SUMMARY = 600  # characters: two long sentences
_EARLIEST = 1800  # the year: an older one is mistyped


def title_stated(content: Content) -> Iterator[Problem]:
    """An article that is published has a title: in its header or, with certainty, in its text.

    (One that the header states but that cannot be read is a problem of the header's own.)
    """
    for article in content.articles:
        if article.title is None and "title" not in article.lines and article.status is not Status.DRAFT:
            yield Problem(
                path=article.path,
                line=1,
                code="title-missing",
                message="the text states no title",
                help=_what_to_add(article),
                field="title",
            )


def date_stated(content: Content) -> Iterator[Problem]:
    """An article that is published has a date: in its header or, with certainty, in its text."""
    for article in content.articles:
        if article.date is None and "date" not in article.lines and article.status is not Status.DRAFT:
            hint = article.evidence.get("date-hint")
            guess = f"\nA guess that only you can confirm: {hint.text}" if hint else ""
            yield Problem(
                path=article.path,
                line=1,
                code="date-missing",
                message="the text states no day of publication",
                help=_what_to_add(article) + guess,
                field="date",
            )


def _what_to_add(article: Article) -> str:
    """The header lines that an article lacks, as they may be pasted."""
    lines = [] if article.title else ['title: "The headline as it was published"']
    lines += [] if article.date else ["date: YYYY-MM-DD"]
    if article.lines:
        return "Add to the header, above its closing ---:\n" + "\n".join(lines)
    return "Put this at the very top of the file, with what is right:\n" + "\n".join(["---", *lines, "---"])


def body_present(content: Content) -> Iterator[Problem]:
    """An article has a text, unless it is a draft, only its address is published or it was withdrawn."""
    for article in content.articles:
        if not article.blocks and article.status not in {Status.WITHDRAWN, Status.DRAFT} and not article.summary:
            yield Problem(
                path=article.path,
                line=1,
                code="article-empty",
                message="the file holds no text of an article",
                help="Paste the article's text below the header.",
            )


def dates_likely(content: Content) -> Iterator[Problem]:
    """An article is not of a day to come, nor of one before newspapers; and it is not updated before it is published."""
    for article in content.articles:
        for field, date in (("date", article.date), ("updated", article.updated)):
            if date is None or article.status is Status.DRAFT:
                continue
            early = date.year < _EARLIEST
            if early or (content.today and date > content.today):
                why = "long ago" if early else "still to come"
                yield _warning(article, field, "date-unlikely", f"`{field}`: {date} is {why}", "Look at the year.")
        if article.date and article.updated and article.updated < article.date:
            message = f"updated on {article.updated}, before it was published on {article.date}"
            help = "Look which of the two days is wrong; without a later change, leave `updated` out."
            yield _warning(article, "updated", "updated-before-date", message, help)


def corrections_later(content: Content) -> Iterator[Problem]:
    """An article is corrected after it was published, or on that day, and on no day to come."""
    for article in content.articles:
        for correction in article.corrections:
            if article.date and correction.date < article.date:
                yield Problem(
                    path=article.path,
                    line=correction.line,
                    code="correction-before-date",
                    message=f"corrected on {correction.date}, before it was published on {article.date}",
                    help="Look which of the two days is wrong. A mistake found before the article was published is no correction.",
                    field="corrections",
                    value=correction.date.isoformat(),
                )
            elif content.today and correction.date > content.today and article.status is not Status.DRAFT:
                yield Problem(
                    path=article.path,
                    line=correction.line,
                    code="date-unlikely",
                    message=f"`corrections`: {correction.date} is still to come",
                    help="Look at the year.",
                    field="corrections",
                    value=correction.date.isoformat(),
                    severity=Severity.WARNING,
                )


def summaries_short(content: Content) -> Iterator[Problem]:
    """A summary is one or two sentences: it stands on every list that names the article."""
    for article in content.articles:
        if article.summary and "summary" in article.lines and len(article.summary) > LONGEST_SUMMARY:
            message = f"the summary has {len(article.summary)} characters; more than {LONGEST_SUMMARY} are no summary"
            help = f"Shorten it to one or two sentences, for example its first: {first_sentence(article.summary)[:300]}"
            yield _warning(article, "summary", "summary-long", message, help)


def _warning(article: Article, field: str, code: str, message: str, help: str) -> Problem:
    return Problem(
        path=article.path,
        line=line_at(article, field),
        code=code,
        message=message,
        help=help,
        field=field,
        severity=Severity.WARNING,
    )
