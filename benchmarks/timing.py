"""One run of a program: its seconds, its processor's seconds, its memory, and what it made."""

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_PATHS = re.compile(
    r"(?<![\w.:/])/(?:[^\s/:'\"]+/)+(?=[^\s/])"
)  # what stands before a file's name, on whatever machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds on the clock, seconds of the processor (user and system, of the program and all it started and waited for), the
    most memory that one process of them held (MB), the files that then stand there and their MB (1,000,000 bytes);
    ``failed`` says in the program's own last words why it did not succeed, or is empty."""

    seconds: float
    processor: float
    memory: float
    files: int = 0
    size: float = 0.0
    failed: str = ""


def timed(command: Sequence[str], folder: Path, made: Path, limit: float, more: Mapping[str, str] | None = None) -> Run:
    """Run a command in ``folder`` for at most ``limit`` seconds, with ``more`` in its environment; ``made`` is what it makes."""
    late = threading.Event()
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(more or {})},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        timer = threading.Timer(limit, _end, (process.pid, late))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    files, size = _measured(made)
    return Run(
        seconds=seconds,
        processor=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * 1024 / 1e6,
        files=files,
        size=size,
        failed=_failure(process.returncode, said, limit if late.is_set() else 0.0),
    )


def _end(group: int, late: threading.Event) -> None:
    late.set()
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _failure(status: int, said: str, limit: float) -> str:
    if limit:
        return f"not done after {limit:,.0f} s"
    if status == 0:
        return ""
    if status == -signal.SIGKILL:
        return "killed by the system, most likely for want of memory"
    return last_words(said) or f"ended with status {status}"


def last_words(said: str) -> str:
    """The last line of what a program printed, without colours and without this machine's folders."""
    lines = [line.strip() for line in _COLOURS.sub("", said).splitlines() if line.strip()]
    return _PATHS.sub("", lines[-1])[:200] if lines else ""


def _measured(folder: Path) -> tuple[int, float]:
    """How many files there are in a folder and its folders, and their MB."""
    files, size = 0, 0
    for place, _, names in os.walk(folder):
        files += len(names)
        size += sum((Path(place) / name).lstat().st_size for name in names)
    return files, size / 1e6
