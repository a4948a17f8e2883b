"""The files that hold all of the archive, put together of pieces (``making.Drawer``) where something of it has changed.

They take as long as everything else of a build after one change, and so are made beside it (``docs``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import disk
from generator.data import Pieces, whole_data
from generator.fingerprints import fingerprint
from generator.growing import GrowingFiles
from generator.made import Made, Output
from generator.making import Observer, Run, is_stale

NAME = "whole data"  # of all these files together: one unit, as ``units`` has them


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """The files that hold all of the archive: what they were made of, and how many of them changed."""

    made: Made
    changed: int


def make_downloads(
    run: Run, pieces: Pieces, folder: Path, beside: Path, *, stands: Mapping[str, disk.Stamp], before: Made
) -> Downloads:
    """Make ``folder`` hold them; ``beside`` is a folder to write them in, ``stands`` what ``folder`` holds."""
    known = before.units.get(NAME)
    if not is_stale(known, before.changed(run.prints), before.lost(stands)):
        return Downloads(made=before, changed=0)
    observer = Observer(run.archive)
    with GrowingFiles(folder, beside) as files:
        whole_data(observer.archive, run.settings, files, pieces)
        put = files.put()
    outputs: tuple[Output, ...] = tuple((path, fingerprint(of), *stamp) for path, (of, stamp, _) in put.items())
    trace = observer.trace()
    readings = [(reading, run.prints.of(reading)) for reading in observer.numbers]
    made = Made(of=before.of, readings=readings, units={NAME: (trace, outputs)})
    return Downloads(made=made, changed=sum(is_new for *_, is_new in put.values()))
