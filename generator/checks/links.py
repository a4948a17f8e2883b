"""Rules on links between the files of the archive."""

from collections.abc import Iterator

from generator.checks.content import Content
from generator.links import INDEXES, anchor_for, anchors_of, is_outward, links_in, page_of, resolve
from generator.matching.outlets import rights_of
from generator.model import Article, Block, PagePath, Rights, Status
from generator.problems import Problem


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """A link to another file of the archive leads to a page that is published and, with a #, to a heading that it shows."""
    shown_texts = list(texts(content))
    anchors: dict[PagePath, frozenset[str]] = dict.fromkeys(INDEXES, frozenset())
    for path, _, shown in shown_texts:
        if shown is not None:  # two files may claim one page: that is told once, and not here
            anchors[page_of(path)] = anchors.get(page_of(path), frozenset()) | anchors_of(shown)
    for path, blocks, _ in shown_texts:
        for block, href in links_in(blocks):
            if is_outward(href):
                continue
            page, fragment = resolve(path, href)
            if page not in anchors or (fragment and anchor_for(fragment, anchors[page]) is None):
                missing = f"no heading {fragment}" if page in anchors else "no page of the archive"
                yield Problem(
                    path=path,
                    line=block.line,
                    code="link-dead",
                    message=f"the link {href} leads to {missing}",
                    help="Write the path of a file, such as ../actors/ada-example.md, or a web address beginning with https://",
                    value=href,
                    others=(f"{path.split('/')[0]}/{page}",),
                )


def texts(content: Content) -> Iterator[tuple[str, tuple[Block, ...], tuple[Block, ...] | None]]:
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
