"""Killed at every step, in turn: nothing acknowledged is lost, and nothing is half there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

TESTS = Path(__file__).parent.parent
LEAST = {"receiving": 8, "filing": 15, "packaging": 8, "importing": 8, "revoking": 5}


@pytest.mark.parametrize("job", LEAST)
def test_a_kill_at_any_step_leaves_all_or_nothing(data: Path, job: str):
    environment = {
        **os.environ,
        "PYTHONPATH": str(TESTS),
        "PLAISE_DATA": str(data),
        "PLAISE_DATABASE": "",
        "DJANGO_SETTINGS_MODULE": "plaise.store.database.settings",
    }
    if connection.vendor == "postgresql":
        place = connection.settings_dict
        environment["PLAISE_DATABASE"] = f"host={place['HOST']} user=plaise dbname={place['NAME']}"
    run = subprocess.run(
        [sys.executable, Path(__file__).with_name("crash_worker.py"), job],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= LEAST[job], "the steps were not seen"
