"""The child process that opens hostile files: limited memory, processor time, no file written.

Speaks one JSON object per line: a request `{path, zone, today}` in, or `{name, size, zone, today}`
followed by that many bytes; then `{reading}` for each picture and `{done}` (MB in use) out. JSON,
so that a child taken over by a hostile file cannot run anything here.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from plaise.dossier import Reading

from ._copies import made_copy
from ._decode import UndecodableError, decode
from ._engine import load_engine, load_slow_engine
from ._look import Looker, Screen
from ._read import read_data, read_one
from .errors import ReadingError

MEMORY = 3 << 30  # bytes of address space; the engine maps about 0.5 GB of it
# Seconds of processor, after which the system ends the child: not of the clock, so that a slow or
# crowded machine reads all the same. A screenshot takes less than 1, a photograph about 25.
CPU_PER_PICTURE = 240
CPU_PER_COPY = 60  # the copies of every member wait for one another


def main() -> int:
    """Serve requests until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    answers = _take_stdout()
    _more_time(CPU_PER_PICTURE)
    copies = "--copies" in sys.argv
    try:
        slow = load_slow_engine() if "--slow" in sys.argv else None
        looker = None if copies else Looker(load_engine(), slow)
    except ReadingError as error:
        _say(answers, {"fatal": [error.happened, error.safe, error.to_do]})
        return 1
    _limit()
    _say(answers, {"ready": True})
    give_back = _give_back()
    for request in sys.stdin.buffer:
        asked = json.loads(request)
        _more_time(CPU_PER_COPY if "do" in asked else CPU_PER_PICTURE)
        if asked.get("do") == "lines":
            _say(answers, _lines(sys.stdin.buffer.read(asked["size"]), looker))
            continue
        if "do" in asked:
            _say(answers, made_copy(asked, sys.stdin.buffer.read(asked["size"])))
            continue
        for reading in _readings(asked, looker) if looker else ():
            _say(answers, {"reading": reading.model_dump(mode="json")})
            _more_time(CPU_PER_PICTURE)
            give_back()
        _say(answers, {"done": _memory()})
    return 0


def _lines(data: bytes, looker: Looker | None) -> dict[str, object]:
    """Where the lines of a picture stand; none when it is no picture."""
    try:
        found = Screen(decode(data).image, looker).page.lines if looker else ()
    except UndecodableError:
        found = ()
    ordered = sorted((line.box for line in found), key=lambda box: (box.y, box.x))
    return {"boxes": [box.model_dump() for box in ordered]}


def _readings(asked: dict[str, Any], looker: Looker) -> Iterator[Reading]:
    zone, today = asked["zone"], date.fromisoformat(asked["today"])
    looker.names = tuple(asked.get("names", ()))
    if "path" in asked:
        return read_one(Path(asked["path"]), zone=zone, today=today, looker=looker)
    data = sys.stdin.buffer.read(asked["size"])
    return read_data(asked["name"], data, zone=zone, today=today, looker=looker)


def _take_stdout() -> TextIO:
    """Keep the pipe for answers; whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 (a device)
        os.dup2(nowhere.fileno(), 1)
    return answers


def _say(answers: TextIO, message: dict[str, object]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _memory() -> int:
    """MB in use; 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") >> 20


def _give_back() -> Callable[[], object]:
    """What returns to the system the memory that a picture has used, in the C library of Linux.

    Freed, it stays in pieces otherwise: the next large picture would ask for 10 to 20 MB more.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    return partial(trim, 0) if trim else lambda: None


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (absent from Windows)

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        hard = resource.getrlimit(what)[1]
        lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (lower, lower))


def _more_time(share: int) -> None:
    """Each picture has its own share of processor time, in seconds."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (absent from Windows)

    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    until = int(usage.ru_utime + usage.ru_stime) + share
    soft = until if hard == resource.RLIM_INFINITY else min(until, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
