"""Killed at every step, in turn: nothing acknowledged is lost, and nothing is half there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from databases import environment
from plaise.store.vault import BusyError
from plaise.store.vault._locks import work_lock

LEAST = {"receiving": 8, "filing": 15, "packaging": 8, "importing": 8, "revoking": 5}
HOLD = """
import sys, uuid, django
django.setup()
from plaise.store.vault._locks import work_lock
with work_lock(uuid.UUID(sys.argv[1]), "run", 0):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("job", LEAST)
def test_a_kill_at_any_step_leaves_all_or_nothing(job: str):
    run = subprocess.run(
        [sys.executable, Path(__file__).with_name("crash_worker.py"), job],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= LEAST[job], "the steps were not seen"


@pytest.mark.usefixtures("data")
def test_another_process_keeps_us_out_until_it_is_killed():
    dossier = uuid4()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(dossier)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BusyError), work_lock(dossier, "run", 0):
            pytest.fail("two runs at once")
        other.kill()
        other.wait()
        taken = False
        while not taken:  # PostgreSQL notices the death of a client by itself, in milliseconds
            try:
                with work_lock(dossier, "run", 0):
                    taken = True
            except BusyError:
                continue
