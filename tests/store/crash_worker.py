"""Do one job of the store again and again, killed one step later each time; check after each.

Run as a program by `test_crashes.py`: `crash_worker.py JOB`, with the store's environment. A step
is a chunk that arrives, a statement or a commit sent to the database, a file opened for writing,
synced, renamed or removed. The kill is SIGKILL: no handler, no flush, no rollback of ours.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, connections  # noqa: E402

from dossier_texts import SOUND  # noqa: E402
from plaise.store import Part  # noqa: E402
from plaise.store.database.models import Dossier, Membership  # noqa: E402
from plaise.store.keys import Unlocked  # noqa: E402
from plaise.store.vault import (  # noqa: E402
    EncryptedDossier,
    clean_up,
    create_account,
    create_dossier,
    file_uploads,
    grant,
    import_parts,
    list_dossiers,
    open_dossier,
    parts_of,
    receive,
    revoke,
    waiting,
)
from store_cases import PASSPHRASE, QUICK  # noqa: E402

CONTENT = os.urandom(150_000)
DATA: Path = settings.PLAISE_DATA


class Killer:
    """Counts the steps of this process, and kills it at one of them."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.steps = 0

    def tick(self) -> None:
        self.steps += 1
        if self.steps == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def arm(self) -> None:
        sync, commit = os.fsync, connection._commit

        def fsync(descriptor: int) -> None:
            self.tick()
            sync(descriptor)

        def commit_between_two_kills() -> None:
            self.tick()
            commit()
            self.tick()

        def before_statement(execute, sql, parameters, many, context):
            self.tick()
            return execute(sql, parameters, many, context)

        os.fsync = fsync
        connection.ensure_connection()
        connection._commit = commit_between_two_kills
        connection.execute_wrappers.append(before_statement)
        sys.addaudithook(self._audit)

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in {"os.rename", "os.remove", "os.mkdir"} or (
            event == "open" and str(arguments[0]).startswith(str(DATA))
        ):
            self.tick()


class Job:
    """What is done, and what must hold whether it was killed or not."""

    def __init__(self, person: Unlocked) -> None:
        self.person = person
        self.dossier = create_dossier(person, exercise=True)
        self.acknowledged = DATA.parent / "acknowledged"

    def prepare(self) -> None:
        """Before each try."""

    def work(self, killer: Killer) -> None:
        """The job itself, in a process that dies."""
        raise NotImplementedError

    def check(self, *, killed: bool) -> None:
        """After each try, in a process that lives."""
        raise NotImplementedError

    def fresh(self) -> EncryptedDossier:
        return open_dossier(self.person, self.dossier.id)


class Receiving(Job):
    def prepare(self) -> None:
        self.upload = uuid4()
        self.acknowledged.unlink(missing_ok=True)

    def work(self, killer: Killer) -> None:
        def chunks() -> Iterator[bytes]:
            for start in range(0, len(CONTENT), 50_000):
                killer.tick()
                yield CONTENT[start : start + 50_000]

        receive(self.dossier.id, self.upload, f"{self.upload}.png", chunks())
        self.acknowledged.touch()

    def check(self, *, killed: bool) -> None:
        dossier, path = self.fresh(), f"captures/{self.upload}.png"
        file_uploads(dossier)
        if self.acknowledged.exists():
            assert dossier.read(path) == CONTENT, "acknowledged, then lost"
        receive(self.dossier.id, self.upload, f"{self.upload}.png", [CONTENT])
        receive(self.dossier.id, self.upload, f"{self.upload}.png", [CONTENT])
        file_uploads(dossier)
        assert dossier.read(path) == CONTENT
        paths = [stored.path for stored in dossier.originals("captures")]
        assert paths.count(path) == 1
        assert len(paths) == dossier.summary().counts["captures"]
        nothing_is_left(dossier)


class Filing(Job):
    def prepare(self) -> None:
        self.names = [f"{uuid4()}.png" for _ in range(2)]
        for name in self.names:
            receive(self.dossier.id, uuid4(), name, [name.encode(), CONTENT])

    def work(self, killer: Killer) -> None:
        file_uploads(self.fresh())

    def check(self, *, killed: bool) -> None:
        dossier = self.fresh()
        clean_up(older_than=-1)
        assert file_uploads(dossier).problems == []
        paths = [stored.path for stored in dossier.originals("captures")]
        for name in self.names:
            assert paths.count(f"captures/{name}") == 1
            assert dossier.read(f"captures/{name}") == name.encode() + CONTENT
        nothing_is_left(dossier)


class Packaging(Job):
    def work(self, killer: Killer) -> None:
        self.fresh().keep_package([("a/requete.pdf", CONTENT), ("b.txt", CONTENT[:500])])

    def check(self, *, killed: bool) -> None:
        dossier = self.fresh()
        for number in dossier.package_numbers():
            assert [file.path for file in dossier.package_files(number)] == [
                "a/requete.pdf",
                "b.txt",
            ]
            assert dossier.read_package(number, "a/requete.pdf") == CONTENT
        dossier.sweep(older_than=-1)


class Importing(Job):
    def prepare(self) -> None:
        for item in list_dossiers(self.person):
            Dossier.objects.filter(pk=item.id).delete()

    def work(self, killer: Killer) -> None:
        import_parts(self.person, PARTS)

    def check(self, *, killed: bool) -> None:
        found = list_dossiers(self.person)
        assert len(found) == 1 or (killed and not found)
        for item in found:
            parts = parts_of(open_dossier(self.person, item.id))
            assert sorted(part.path for part in parts) == sorted(part.path for part in PARTS)
        clean_up(older_than=-1)
        kept = {str(item.id) for item in found}
        assert {path.name for path in DATA.glob("blobs/*")} == kept


class Revoking(Job):
    def prepare(self) -> None:
        if not Membership.objects.filter(account__identifier="compte-2").exists():
            grant(self.person, self.dossier.id, "compte-2")
        self.generation = Dossier.objects.get(pk=self.dossier.id).generation

    def work(self, killer: Killer) -> None:
        helper = Membership.objects.get(account__identifier="compte-2").account_id
        revoke(self.person, self.dossier.id, helper)

    def check(self, *, killed: bool) -> None:
        row = Dossier.objects.get(pk=self.dossier.id)
        gone = not Membership.objects.filter(account__identifier="compte-2").exists()
        assert row.generation == self.generation + gone
        assert "exercice = true" in self.fresh().facts_text()


PARTS = [
    Part("dossier.toml", SOUND.encode()),
    Part("captures/a.png", CONTENT),
    Part("pieces/b.pdf", CONTENT[:1000]),
    Part("depot/version-001/a.pdf", CONTENT[:2000]),
]
JOBS: dict[str, type[Job]] = {
    "receiving": Receiving,
    "filing": Filing,
    "packaging": Packaging,
    "importing": Importing,
    "revoking": Revoking,
}


def nothing_is_left(dossier: EncryptedDossier) -> None:
    """No upload waits, and after cleaning nothing stands where they wait."""
    assert waiting(dossier.id) == 0
    clean_up(older_than=-1)
    assert list((DATA / "uploads" / str(dossier.id)).iterdir()) == []
    dossier.sweep(older_than=-1)


def one_try(job: Job, step: int) -> bool:
    """Do the job, killed at that step; whether it was."""
    job.prepare()
    connections.close_all()
    child = os.fork()
    if child == 0:
        killer = Killer(step)
        killer.arm()
        try:
            job.work(killer)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            sys.stderr.flush()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or os.WEXITSTATUS(status) == 0, "the job failed by itself"
    job.check(killed=killed)
    return killed


def main() -> None:
    person, _ = create_account("compte-1", PASSPHRASE, cost=QUICK)
    create_account("compte-2", PASSPHRASE, cost=QUICK)
    job = JOBS[sys.argv[1]](person)
    for step in count(1):
        if not one_try(job, step):
            sys.stdout.write(str(step - 1))
            return


if __name__ == "__main__":
    main()
