"""What a page says of itself to machines: schema.org JSON-LD, tags for link previews, and pictures for them."""

from generator.metadata.cards import card_files
from generator.metadata.pages import with_metadata
from generator.metadata.robots import robots_files

__all__ = ["card_files", "robots_files", "with_metadata"]
