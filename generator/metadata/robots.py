"""robots.txt: programs may read everything; where the sitemap is, once the site has an address (RFC 9309; sitemaps.org)."""

from generator.settings import Settings


def robots_files(settings: Settings) -> dict[str, bytes]:
    """robots.txt at the root of the site.  One below a folder of its host is read by nobody, but does no harm."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines.append(f"Sitemap: {settings.site_url}sitemap.xml")
    return {"robots.txt": ("\n".join(lines) + "\n").encode()}
