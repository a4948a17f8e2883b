"""What a page says of itself to machines: schema.org JSON-LD, tags for link previews, and pictures for them."""

from generator.metadata.cards import card_files
from generator.metadata.pages import with_metadata

__all__ = ["card_files", "with_metadata"]
