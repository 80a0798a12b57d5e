"""Workers that read many files at once, replaced when a file kills one of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

from plaise.dossier import Reading

from ._read import unreadable
from .errors import ReadingError

_IDLE = 600.0  # s without a word nor any use of the processor: the child will never answer
_MOST = 300.0  # s of processor for one word: the child escaped its own limit (see `_worker`)
_STARTS = 2  # times that a child is given to say that it is ready
_HEAVY, _HEAVY_SLOW = 400, 1600  # MB; a child that an odd picture made heavier is replaced
# What is imported stays: looking for rubbish in it would take a twentieth of the child's start.
_CHILD = (
    "import gc; gc.disable(); from plaise.reading import _worker; gc.freeze(); gc.enable(); "
    "raise SystemExit(_worker.main())"
)
_KILLED = (
    "La lecture de ce fichier a été arrêtée : il est abîmé, trop lourd, ou fait pour nuire. Les "
    "autres fichiers ont été lus."
)


class _WorkerDiedError(Exception):
    """The child ended, or was ended, in the middle of a file."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that lies in no folder: its name, and how to have its bytes when its turn comes."""

    name: str
    load: Callable[[], bytes]


File = Path | Document
_F = TypeVar("_F", bound=File)


class Worker:
    """One limited child process; with `copies`, it starts at once and cannot read."""

    def __init__(self, *, slow: bool = False, copies: bool = False) -> None:
        # -P: a dossier is often the current folder, and must not lend its files as modules.
        command = [sys.executable, "-P", "-c", _CHILD]
        if slow:
            command.append("--slow")
        if copies:
            command.append("--copies")
        self.struck = False  # ended by neither limit, nothing told: the file may not be at fault
        self._gave_up = False
        self._memory, self._most = 0, _HEAVY_SLOW if slow else _HEAVY
        self._command = command
        self._begin()

    def _begin(self) -> None:
        """A child that is ready, or why there can be none."""
        try:
            message = self._start()
        except (_WorkerDiedError, OSError) as error:
            raise ReadingError(
                "Le moteur de lecture des captures ne démarre pas sur cette machine.",
                safe="Vos captures n’ont pas été touchées.",
                to_do="Fermez d’autres programmes (mémoire insuffisante ?), puis relancez. Si cela "
                "persiste, réinstallez Plaise.",
            ) from error
        if "fatal" in message:
            self.close()
            happened, safe, to_do = message["fatal"]
            raise ReadingError(happened, safe=safe, to_do=to_do)

    def _start(self) -> dict[str, Any]:
        """The child's first message; what ends it at once may have come from elsewhere."""
        for _ in range(_STARTS):
            self._child = subprocess.Popen(  # noqa: S603 (our own module, no word of anyone else's)
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            try:
                return self._hear()
            except _WorkerDiedError:
                self.close()
        raise _WorkerDiedError

    def read(
        self, file: File, *, zone: str, today: date, names: Sequence[str] = ()
    ) -> list[Reading]:
        """The readings of a file."""
        readings: list[Reading] = []
        try:
            self._ask(file, {"zone": zone, "today": today.isoformat(), "names": list(names)})
            while "done" not in (message := self._hear()):
                readings.append(Reading.model_validate(message["reading"]))
            self._memory = int(message["done"])
        except (_WorkerDiedError, OSError, ValueError, KeyError):
            self.close()
            self.struck = not self._exhausted()
            part = len(readings) + 1 if readings else None
            return [*readings, unreadable(file.name, _KILLED, part=part)]
        return readings

    @property
    def fit(self) -> bool:
        """Whether the child lives, and has not grown beyond measure."""
        return self._child.poll() is None and self._memory < self._most

    def copy(self, asked: dict[str, object], data: bytes) -> dict[str, Any]:
        """A copy of a picture, or why there is none (see `_copies`).

        What ended the child may have come from elsewhere, while it waited or while it worked:
        then another one tries, once.

        Raises:
            ReadingError: no child can be started.
        """
        answer = self._copied(asked, data)
        if answer is None and self.struck:
            self._begin()
            answer = self._copied(asked, data)
        return answer or {"error": [_KILLED, "Choisissez une image lisible."]}

    def _copied(self, asked: dict[str, object], data: bytes) -> dict[str, Any] | None:
        try:
            self._send({**asked, "size": len(data)}, data)
            return self._hear()
        except (_WorkerDiedError, OSError, ValueError):
            self.close()
            self.struck = not self._exhausted()
            return None

    def _ask(self, file: File, request: dict[str, object]) -> None:
        if isinstance(file, Path):
            self._send({**request, "path": str(file.absolute())})
        else:
            data = file.load()
            self._send({**request, "name": file.name, "size": len(data)}, data)

    def _send(self, request: dict[str, object], data: bytes = b"") -> None:
        if self._child.stdin is None:
            raise _WorkerDiedError
        with self._watched():
            self._child.stdin.write(json.dumps(request).encode() + b"\n" + data)
            self._child.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        """The child's next message; its death ends the wait (see `_worker` for its own limit)."""
        if self._child.stdout is None:
            raise _WorkerDiedError
        with self._watched():
            line = self._child.stdout.readline()
        if not line:
            raise _WorkerDiedError
        message = json.loads(line)
        if not isinstance(message, dict):
            raise _WorkerDiedError
        return message

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """What waits for the child waits no longer once the child is dead."""
        heard = threading.Event()
        threading.Thread(target=self._end_if_idle, args=(heard,), daemon=True).start()
        try:
            yield
        finally:
            heard.set()

    def _end_if_idle(self, heard: threading.Event) -> None:
        """A slow or crowded machine takes its time; a child that does nothing at all is killed."""
        first = spent = _processor(self._child.pid)
        while not heard.wait(_IDLE):
            before, spent = spent, _processor(self._child.pid)
            if spent == before or spent - first > _MOST:
                self._gave_up = True
                self._child.kill()
                return

    def _exhausted(self) -> bool:
        """Whether the child, which is dead, had used up its processor time or its time to act."""
        if self._gave_up or sys.platform == "win32":
            return self._gave_up
        return self._child.wait() == -signal.SIGXCPU

    def close(self) -> None:
        """End the child, whatever it is doing."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _processor(pid: int) -> float:
    """Seconds of processor that a process has used; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return 0.0
    user, system = told.rpartition(")")[2].split()[11:13]  # its name may hold anything
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _environment() -> dict[str, str]:
    """One thread per worker: several workers share the cores better than several threads."""
    return {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
        "PYDANTIC_DISABLE_PLUGINS": "__all__",  # there are none, and looking for them takes time
        "MALLOC_ARENA_MAX": "1",  # glibc: big buffers go back to the system, at little cost
        "MALLOC_MMAP_THRESHOLD_": "4194304",
        "MALLOC_TRIM_THRESHOLD_": "16777216",
    }


class Reader:
    """A pool of workers, for as long as there is something to read.

    Use it as a context manager; `read` may be called several times. Files are handed out one by
    one, and each result comes as soon as it is ready.
    """

    def __init__(
        self,
        *,
        zone: str = "Europe/Paris",
        workers: int | None = None,
        today: date | None = None,
        slow: bool = False,
        names: Sequence[str] = (),
    ) -> None:
        self._zone = zone
        self._names = tuple(names)
        self._slow = slow
        self._today = today
        self._count = max(1, workers or os.cpu_count() or 1)
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._all: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, files: Iterable[_F]) -> Generator[tuple[_F, list[Reading]], None, None]:
        """Read files, in the order in which they are finished.

        Raises:
            ReadingError: the engine is missing. A bad file never raises.
        """
        todo = iter(files)
        executor = ThreadPoolExecutor(max_workers=self._count, thread_name_prefix="plaise-read")
        running: dict[Future[list[Reading]], _F] = {}
        try:
            while True:
                while len(running) < self._count and (file := next(todo, None)) is not None:
                    running[executor.submit(self._one, file)] = file
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        finally:
            if running:
                self.close()  # interrupted: end the children so that their threads end too
            executor.shutdown(wait=True, cancel_futures=True)

    def _one(self, file: File) -> list[Reading]:
        worker, readings = self._try(file)
        if not worker.struck or self._closed:
            return readings
        other, again = self._try(file)  # what ended the child may have come from elsewhere
        return max(readings, again, key=len) if other.struck else again

    def _try(self, file: File) -> tuple[Worker, list[Reading]]:
        worker = self._borrow()
        today = self._today or _local_today()
        readings = worker.read(file, zone=self._zone, today=today, names=self._names)
        self._idle.put(worker)
        return worker, readings

    def _borrow(self) -> Worker:
        while not self._idle.empty():
            worker = self._idle.get()
            if worker.fit:
                return worker
            worker.close()
            with self._lock:
                self._all.discard(worker)
        worker = Worker(slow=self._slow)
        with self._lock:
            if self._closed:
                worker.close()
            self._all.add(worker)
        return worker

    def close(self) -> None:
        """End every child."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.close()


def _local_today() -> date:
    return date.today()  # noqa: DTZ011 (the person's own day, on the person's machine)


def read_many(
    files: Iterable[_F],
    *,
    zone: str = "Europe/Paris",
    workers: int | None = None,
    today: date | None = None,
    slow: bool = False,
    names: Sequence[str] = (),
) -> Iterator[tuple[_F, list[Reading]]]:
    """Read files with several workers; each result comes as soon as it is ready.

    Args:
        files: pictures, PDF, Word or ODT documents, ZIP archives, as paths or documents.
        zone: the IANA zone in which the screens' clocks are taken to be.
        workers: how many processes; one per core when None.
        today: the day of the reading (the machine's own when None).
        slow: read what the ordinary engine leaves in doubt with the slow one (photographs of
            screens; the extra `photo`).
        names: words of the person's own (her name), to be told where they show; never kept.

    Raises:
        ReadingError: the engine is missing. A bad file never raises: it gives a reading whose
            result is `unreadable` and whose warnings say why, in French.
    """
    given = list(files)
    count = min(len(given), workers or os.cpu_count() or 1) or 1
    with Reader(zone=zone, workers=count, today=today, slow=slow, names=names) as reader:
        yield from reader.read(given)


def read_file(
    path: Path, *, zone: str = "Europe/Paris", today: date | None = None
) -> list[Reading]:
    """Read one file: one reading for a picture, one per picture of a document or archive.

    Raises:
        ReadingError: the engine is missing.
    """
    (_, readings), *_ = read_many([path], zone=zone, workers=1, today=today)
    return readings
