"""Rules on addresses: each file has one of its own, for ever."""

import re
from collections.abc import Iterator

from generator.addresses import FOLDERS
from generator.checks.content import Content, line_at, parts
from generator.links import INDEXES
from generator.problems import Problem, Severity
from generator.text import LONGEST_SLUG, is_slug, shortened, slugify

_UNTRACKED = re.compile(r"^https?://(?:www\.)?([^?#]*?)/*(?:\?([^#]*))?(?:#.*)?$", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|ref|cmpid|smid|mc_cid|mc_eid)=[^&]*&?")


def slugs_well_formed(content: Content) -> Iterator[Problem]:
    """A file's stem is its address for ever: lower-case ASCII words joined by hyphens."""
    for path in content.paths:
        _, stem, ending = parts(path)
        if not is_slug(stem):
            yield Problem(
                path=path,
                line=1,
                code="slug-form",
                message=f"the file's name {stem + ending!r} cannot be an address",
                help=f"Rename the file to {shortened(slugify(stem)) or 'a-short-name'}{ending.lower()}: "
                f"small letters, digits and hyphens, {LONGEST_SLUG} at the most.",
            )


def addresses_free(content: Content) -> Iterator[Problem]:
    """No file takes the address of a page that the archive makes by itself: its indexes."""
    made = {page.split("/")[0].removesuffix(".md") for page in INDEXES if page != "index.md"}
    for path in content.paths:
        folder, stem, ending = parts(path)
        if stem in (made if folder == "pages" else {"index"}):
            yield Problem(
                path=path,
                line=1,
                code="slug-reserved",
                message=f"the address of {stem + ending!r} is that of an index of the archive",
                help="Give the file another name.",
            )


def slugs_unique(content: Content) -> Iterator[Problem]:
    """No two files of one folder have the same slug."""
    seen: dict[tuple[str, str], str] = {}
    for path in content.paths:
        first = seen.setdefault(parts(path)[:2], path)
        if first != path:
            yield Problem(
                path=path,
                line=1,
                code="slug-twice",
                message=f"{first} has the same slug, so both would have one address",
                help="Rename one of the two files, or remove it if they are the same article.",
                others=(first,),
            )


def redirects_free(content: Content) -> Iterator[Problem]:
    """No redirect takes an address that is in use, its own file's included, or that another redirect has.

    Where a page that was published is split, each part's file lists its slug: the page at the old address names them all.
    """
    taken = {parts(path)[:2]: path for path in content.paths}
    stems = {folder: content.stems(folder) for folder in FOLDERS}
    for file in content.files:
        folder = parts(file.path)[0]
        for slug in file.redirects:
            first = "the list of them all" if slug == "index" else taken.get((folder, slug))
            if first is None:
                taken[folder, slug] = file.path
                continue
            if slug not in stems[folder] and first != file.path and content.recorded.has(folder, slug):
                continue
            if slug == "index":
                owner = "an index of the archive"
            elif slug == file.slug:
                owner = f"this file itself, {file.path}"
            else:
                owner = f"another redirect of {first}" if first == file.path else first
            yield Problem(
                path=file.path,
                line=line_at(file, "redirects"),
                code="redirect-taken",
                message=f"the redirect {slug} is the address of {owner}",
                help="Remove it from the list of redirects.",
                field="redirects",
                value=slug,
                others=() if slug == "index" else (first,),
            )


def articles_once(content: Content) -> Iterator[Problem]:
    """No two articles come from the same address."""
    seen: dict[str, str] = {}
    for article in content.articles:
        if article.url is None:
            continue
        first = seen.setdefault(plain_address(article.url), article.path)
        if first != article.path:
            yield Problem(
                path=article.path,
                line=line_at(article, "url"),
                code="article-twice",
                message=f"{first} is from the same address, so this may be the same article",
                help="Remove one of the two files. If the address is wrong here, correct it.",
                severity=Severity.WARNING,
                field="url",
                value=article.url,
                others=(first,),
            )


def plain_address(url: str) -> str:
    """A web address without what does not matter: scheme, www, trackers, fragment, closing slash."""
    found = _UNTRACKED.match(url)
    if not found:
        return url
    query = _TRACKING.sub("", found[2] or "").rstrip("&")
    return found[1].casefold() + (f"?{query}" if query else "")
