"""The rule on addresses that were published: they lead somewhere for ever."""

from collections.abc import Iterator, Mapping

from generator.addresses import FOLDERS, by_slug
from generator.checks.content import Content, line_at, parts
from generator.links import INDEXES
from generator.model import Article, Status
from generator.nearness import nearest
from generator.problems import Problem

# Pages that the archive makes by itself; these two only while nobody has written them (``pages.home``).
_MADE = frozenset(page.split("/")[0].removesuffix(".md") for page in INDEXES) | {"about", "contribute"}


def addresses_kept(content: Content) -> Iterator[Problem]:
    """Every address of the record has its file, or a published file whose redirects name it.

    Pages that have no file of their own (a year's, a statement's) are no matter of this rule: the build has each of them
    lead on by itself where it makes it no more.
    """
    if not content.recorded.lines:
        return
    drafts = {str(article.slug): article for article in content.articles if article.status is Status.DRAFT}
    stems = {folder: content.stems(folder) for folder in (*FOLDERS, "pages")}
    led_on = {key for key, file in _led_on(content) if not (isinstance(file, Article) and file.slug in drafts)}
    for folder, slug, line in by_slug(content.recorded):
        if (folder, slug) in led_on or (folder, slug) in content.led_on_elsewhere:
            continue
        if folder == "articles" and slug in drafts:
            yield _drafted(drafts[slug])
        elif slug not in stems[folder] and not (folder == "pages" and slug in _MADE):
            yield _lost(content, folder, slug, line)


def _led_on(content: Content) -> Iterator[tuple[tuple[str, str], object]]:
    every: Mapping[str, tuple[object, ...]] = {
        "articles": content.articles, "actors": content.actors, "topics": content.topics, "outlets": content.outlets
    }  # fmt: skip
    for folder, files in every.items():
        for file in files:
            yield from (((folder, slug), file) for slug in file.redirects)  # type: ignore[attr-defined]


def _lost(content: Content, folder: str, slug: str, line: int) -> Problem:
    root = content.recorded.path.rpartition("/")[0] or "content"
    if folder == "pages":
        help = f"Put {root}/pages/{slug}.md back, if only with a sentence that links to where its words are now."
        address = f"{slug}/"
    else:
        new = {
            stem: path
            for path in content.paths
            for of, stem, _ in (parts(path),)
            if of == folder and not content.recorded.has(of, stem)
        }
        near = nearest(slug, new)  # one that was not published yet may be the same by another name
        to = (
            f"Was it renamed to {new[near]}? Then"
            if near
            else "Was it renamed, or is it part of another file now?\nThen"
        )
        notice = (
            "\nIs nobody to read it any more? Put the file back, with `status: withdrawn`."
            if folder == "articles"
            else ""
        )
        help = f"{to} paste this line into that file's header (or add the slug to its list):\n    redirects: [{slug}]{notice}"
        address = f"{folder}/{slug}/"
    return Problem(
        path=content.recorded.path,
        line=line,
        code="address-lost",
        message=f"{address} was published, and nothing would be there any more",
        help=help,
        value=address,
        others=(f"{root}/{folder}/{slug}.md",),
    )


def _drafted(article: Article) -> Problem:
    return Problem(
        path=article.path,
        line=line_at(article, "status"),
        code="address-lost",
        message=f"articles/{article.slug}/ was published, and a draft has no page",
        help="Take `status: draft` out. If nobody is to read it any more: `status: withdrawn` leaves a notice there.",
        field="status",
        value="draft",
    )
