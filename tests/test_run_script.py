"""How `scripts/run` ends: in the app in front of somebody, with the package alone elsewhere."""

import os
import pty
import shutil
import subprocess
import sys

import pytest
from licences import ROOT

PLAISE = """#!/bin/sh
echo "$@" >>"$0.called"
if [ "$1" = prepare ]; then
  mkdir -p "$2/depot/version-001"
  exit ${PREPARED-0}
fi
"""


@pytest.fixture
def clone(tmp_path):
    """A clone whose environment is in place, with a plaise that only notes what it is asked."""
    ours = shutil.ignore_patterns("__pycache__")  # another process may be writing there
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=ours)
    (tmp_path / "examples" / "dossier-exemple").mkdir(parents=True)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").touch()
    (tmp_path / "pyproject.toml").touch()
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(sys.executable)
    (programs / "plaise").write_text(PLAISE)
    (programs / "plaise").chmod(0o755)
    wanted = subprocess.run(["cksum"], input=b"", capture_output=True, check=True).stdout
    (tmp_path / ".venv" / "plaise-run.done").write_bytes(wanted)
    return tmp_path


def run(clone, *arguments, terminal=False, **settings):
    """What was asked of plaise, and how the script ended."""
    kept = {"PATH": os.environ["PATH"], "PLAISE_SANS_UV": "1"}
    ours, theirs = pty.openpty()
    process = subprocess.run(
        [clone / "scripts" / "run", *arguments],
        env=kept | settings,
        stdin=theirs if terminal else subprocess.DEVNULL,
        stderr=theirs if terminal else subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        check=False,
        timeout=300,
    )
    os.close(ours)
    os.close(theirs)
    asked = (clone / ".venv" / "bin" / "plaise.called").read_text().splitlines()
    return asked, process


def test_in_front_of_somebody_it_ends_in_the_app(clone):
    asked, process = run(clone, terminal=True)
    assert asked == ["prepare build/exemple", "serve"]
    assert process.returncode == 0


@pytest.mark.parametrize(
    "where", [{"terminal": False}, {"terminal": True, "CI": "true"}], ids=["no-terminal", "ci"]
)
def test_elsewhere_it_ends_with_the_package_and_says_how_to_open_the_app(clone, where):
    asked, process = run(clone, **where)
    assert asked == ["prepare build/exemple"]
    assert process.returncode == 0
    if process.stderr is not None:
        assert "build/exemple/depot/version-001" in process.stderr.decode()
        assert "scripts/run serve" in process.stderr.decode()


def test_what_could_not_be_prepared_is_not_hidden_by_the_app(clone):
    asked, process = run(clone, terminal=True, PREPARED="2")
    assert asked == ["prepare build/exemple"]
    assert process.returncode == 2


def test_any_other_command_is_given_to_plaise(clone):
    assert run(clone, "verify", "dossier", terminal=True)[0] == ["verify dossier"]
