"""What a page says of itself to machines: schema.org JSON-LD, tags for link previews, and pictures for them."""

from generator.metadata.cards import card_file, card_files, card_keys
from generator.metadata.pages import with_metadata
from generator.metadata.robots import robots_files

__all__ = ["card_file", "card_files", "card_keys", "robots_files", "with_metadata"]
