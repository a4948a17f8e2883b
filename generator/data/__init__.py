"""The archive as data: tables in four formats, a small static API, a page that documents each field.

``columns`` says what a table is, ``tables`` which there are: the writers, the schema of the database, the description of the
package, the API's schemas and the page are all made of it, so that none can say what another does not.
"""

from generator.data.columns import Each
from generator.data.files import DATA_PAGE, data_keys, data_of, data_page, piece_keys, piece_of
from generator.data.whole import Growing, Pieces, Whole, whole_of, whole_paths, write_whole

__all__ = [
    "DATA_PAGE", "Each", "Growing", "Pieces", "Whole", "data_keys", "data_of", "data_page", "piece_keys", "piece_of", "whole_of",
    "whole_paths", "write_whole",
]  # fmt: skip
