"""What programs that visit the site are told."""

from urllib.robotparser import RobotFileParser

from generator.metadata import robots_files
from generator.settings import Settings


def test_everything_may_be_read_and_the_sitemap_is_named() -> None:
    reader = RobotFileParser()
    reader.parse(robots_files(Settings(site_url="https://archive.example/a/"))["robots.txt"].decode().splitlines())
    assert reader.can_fetch("anyone", "https://archive.example/a/articles/")
    assert reader.site_maps() == ["https://archive.example/a/sitemap.xml"]


def test_without_an_address_no_sitemap_is_promised() -> None:
    assert b"Sitemap" not in robots_files(Settings())["robots.txt"]
