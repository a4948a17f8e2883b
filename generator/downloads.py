"""The files that hold all of the archive, put together of pieces (``making.Drawer``) where something of it has changed.

They take as long as everything else of a build after one change, and so are written beside it (``docs``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import disk
from generator.data import Pieces, Whole, whole_of, write_whole
from generator.fingerprints import fingerprint
from generator.growing import GrowingFiles
from generator.made import Made, Output, Trace
from generator.making import Observer, Run, is_stale
from generator.observed import Reading
from generator.settings import Settings

NAME = "whole data"  # of all these files together: one unit, as ``units`` has them
Put = Mapping[str, tuple[bytes, disk.Stamp, bool]]  # each file's sum, its stamp, and whether it changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """The files that hold all of the archive: what they were made of, and how many of them changed."""

    made: Made
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What they have to be made of, and what was read of the archive for it."""

    whole: Whole
    of: bytes
    trace: Trace
    readings: Sequence[tuple[Reading, bytes]]

    def made(self, put: Put) -> Downloads:
        """What they are, as they were put into their places."""
        outputs: tuple[Output, ...] = tuple((path, fingerprint(of), *stamp) for path, (of, stamp, _) in put.items())
        made = Made(of=self.of, readings=self.readings, units={NAME: (self.trace, outputs)})
        return Downloads(made=made, changed=sum(is_new for *_, is_new in put.values()))


def wanted(run: Run, *, stands: Mapping[str, disk.Stamp], before: Made) -> Wanted | None:
    """What the files have to be made of; None, if they are as they should be.  ``stands`` is what build/docs holds."""
    known = before.units.get(NAME)
    if not is_stale(known, before.changed(run.prints), before.lost(stands)):
        return None
    observer = Observer(run.archive)
    with observer.watching():
        whole = whole_of(observer.archive, run.settings)
    trace = observer.trace()
    readings = [(reading, run.prints.of(reading)) for reading in observer.numbers]
    return Wanted(whole=whole, of=before.of, trace=trace, readings=readings)


def put_downloads(pieces: Pieces, folder: Path, beside: Path, jobs: int, whole: Whole, settings: Settings) -> Put:
    """Make ``folder`` hold them; ``beside`` is a folder to write them in."""
    with GrowingFiles(folder, beside) as files:
        write_whole(whole, settings, files, pieces, jobs=jobs)
        return files.put()
