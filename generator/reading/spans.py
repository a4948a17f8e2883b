"""Text that remembers where it stood."""


class SpanBuilder:
    """Collects a block's text piece by piece and keeps, for each piece, its place in the file (``Block.origin``).

    Pieces come in reading order and are looked for in ``source[begin:end]``, each behind the one before; ``shift`` is the
    offset of the source in its file.
    """

    def __init__(self, source: str, begin: int, end: int, *, shift: int = 0) -> None:
        self._source, self._at, self._end, self._shift = source, begin, end, shift
        self._pieces: list[str] = []
        self._length = 0
        self._origin: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self._length

    @property
    def at(self) -> int:
        """Where in the source the next piece is looked for."""
        return self._at

    def move_to(self, at: int) -> None:
        """Look for the next piece at or behind ``at``: what stands before is not text."""
        self._at = max(at, self._at)

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def origin(self) -> tuple[tuple[int, int], ...]:
        return tuple(self._origin) if any(place >= 0 for _, place in self._origin) else ()

    def add(self, piece: str, *, written: str | None = None) -> None:
        """Add a piece that stands in the source as ``written`` (left out: as it is)."""
        if not piece:
            return
        sought = piece if written is None else written
        found = self._source.find(sought, self._at, self._end) if sought else -1
        place = -1 if found < 0 else found + self._shift
        if not self._continues(place):
            self._origin.append((self._length, place))
        if found >= 0:
            self._at = found + len(sought)
        self._pieces.append(piece)
        self._length += len(piece)

    def _continues(self, place: int) -> bool:
        if not self._origin:
            return False
        text_offset, file_offset = self._origin[-1]
        return file_offset == place == -1 or (file_offset >= 0 and place == file_offset + self._length - text_offset)
