"""Rules on links between the files of the archive."""

from collections.abc import Iterator, Sequence

from generator.checks.content import Content
from generator.links import INDEXES, anchor_for, anchors_of, inward_links, page_of, resolve
from generator.matching.outlets import rights_of
from generator.model import Article, Block, PagePath, Rights, Status
from generator.problems import Problem


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """A link to another file of the archive leads to a page that is published and, with a #, to a heading that it shows."""
    shown: dict[PagePath, list[Sequence[Block]]] = {page: [] for page in INDEXES}
    for path, _, whole in texts(content):
        if whole is not None:  # two files may claim one page: that is told once, and not here
            shown.setdefault(page_of(path), []).append(whole)
    anchors: dict[PagePath, frozenset[str]] = {}  # of the pages that a link names with a #: few, and costly
    for path, line, href in _inward_links(content):
        page, fragment = resolve(path, href)
        if fragment and page in shown and page not in anchors:
            anchors[page] = frozenset().union(*map(anchors_of, shown[page]))
        if page not in shown or (fragment and anchor_for(fragment, anchors[page]) is None):
            missing = f"no heading {fragment}" if page in shown else "no page of the archive"
            yield Problem(
                path=path,
                line=line,
                code="link-dead",
                message=f"the link {href} leads to {missing}",
                help="Write the path of a file, such as ../actors/ada-example.md, or a web address beginning with https://",
                value=href,
                others=(f"{path.split('/')[0]}/{page}",),
            )


def _inward_links(content: Content) -> Iterator[tuple[str, int, str]]:
    """Path, line and address of every link to another file of the archive."""
    known = {article.path: article.inward for article in content.articles}
    for path, blocks, _ in texts(content):
        links = known.get(path)
        yield from ((path, line, href) for href, line in (inward_links(blocks) if links is None else links))


def texts(content: Content) -> Iterator[tuple[str, Sequence[Block], Sequence[Block] | None]]:
    """Each file's path, its blocks, and those that its page shows whole (None: it has no page)."""
    registry = content.registry
    for article in content.articles:
        whole = rights_of(article, registry) is Rights.FULL and article.status is not Status.WITHDRAWN
        published = None if article.status is Status.DRAFT else article.blocks if whole else ()
        yield article.path, article.blocks, published
    for page in content.pages:
        yield page.path, page.blocks, page.blocks
    for file in content.files:
        if not isinstance(file, Article):
            yield file.path, file.introduction, file.introduction
