"""The rules that the repository itself must keep."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from licences import ROOT
from packaging.requirements import Requirement

from plaise.cli import build_parser

LOCK = tomllib.loads((ROOT / "uv.lock").read_text())
PACKAGES = {package["name"]: package for package in LOCK["package"]}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PUBLIC_HOSTS = {"https://pypi.org/simple", "https://files.pythonhosted.org"}


def tracked(*patterns: str) -> list[Path]:
    command = ["git", "ls-files", "-z", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    """Our own tracked text files; licences and the lock's exports are others' words."""
    found = []
    for path in tracked():
        if path.parent.name in {"LICENSES", "requirements"} or path.name == "uv.lock":
            continue
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


# Files that a reader can hold in the head


@pytest.mark.parametrize("folder", ["src", "tests", "scripts", "bench", "examples"])
def test_no_source_file_is_longer_than_a_head_can_hold(folder):
    long = {
        str(path.relative_to(ROOT)): count
        for path in tracked(f"{folder}/**.py")
        if (count := len(path.read_text().splitlines())) > 450
    }
    assert not long


# What a stranger meets first


def test_the_readme_tells_every_command():
    readme = (ROOT / "README.md").read_text()
    commands = next(a.choices for a in build_parser([])._actions if isinstance(a.choices, dict))
    rows = set(re.findall(r"^\| `(\w+)", readme, re.MULTILINE))
    assert set(commands) <= rows


def test_what_the_readme_points_to_is_there():
    readme = (ROOT / "README.md").read_text()
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", readme):
        assert (ROOT / target).exists(), target


def test_every_decision_has_a_number_a_date_and_a_status():
    decisions = tracked("docs/decisions/0*.md")
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in decisions:
        text = path.read_text()
        assert text.startswith(f"# {path.name[:4]}. "), path
        assert re.search(r"^- Date : \d{4}-\d{2}-\d{2}$", text, re.MULTILINE), path
        assert re.search(
            r"^- Statut : (proposé|accepté|remplacé par \d{4})( ; .+)?$", text, re.MULTILINE
        )
        for title in ("## Contexte", "## Décision", "## Conséquences"):
            assert f"\n{title}\n" in text, (path, title)


# Nothing of the machine it was made on


def test_no_tracked_file_names_a_machine_or_a_private_index():
    home = "/ho" + "me/"
    marks = re.compile(
        rf"/(?:work|root)/|/tmp/(?!\.X11)|{home}|(index-url|registry) *[=:] *.?https?://"
    )
    guilty = {
        str(path.relative_to(ROOT)): found.group()
        for path, text in texts()
        if path != Path(__file__) and (found := marks.search(text))
    }
    assert not guilty


def test_the_lock_takes_everything_from_the_public_index():
    hosts = set()
    for package in LOCK["package"]:
        source = package["source"]
        if "registry" in source:
            hosts.add(source["registry"])
            files = [*package.get("wheels", []), package.get("sdist")]
            hosts |= {"/".join(file["url"].split("/")[:3]) for file in files if file}
        else:
            assert source == {"editable": "."}
    assert hosts == PUBLIC_HOSTS


# The lock, the project and what pip reads say the same


def needs(*groups: str) -> set[str]:
    """Every distribution that the lock asks for, Plaise itself apart."""
    waiting = [*PACKAGES["plaise"]["dependencies"]]
    for group in groups:
        waiting += PACKAGES["plaise"]["dev-dependencies"][group]
    found: set[str] = set()
    done: set[str] = set()
    while waiting:
        need = waiting.pop()
        if (key := json.dumps(need, sort_keys=True)) in done:
            continue
        done.add(key)
        package = PACKAGES[need["name"]]
        found.add(need["name"])
        waiting += package.get("dependencies", [])
        for extra in need.get("extra", []):
            waiting += package["optional-dependencies"][extra]
    return found


@pytest.mark.parametrize(("name", "groups"), [("run", ["build"]), ("test", ["build", "dev"])])
def test_what_pip_reads_is_what_the_lock_says(name, groups):
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    told = {}
    for block in re.split(r"\n(?=\S)", text.strip()):
        requirement, *hashes = re.split(r" *\\\n *--hash=", block)
        pinned = Requirement(requirement)
        told[pinned.name] = (str(pinned.specifier).removeprefix("=="), set(hashes))
    locked = {}
    for need in needs(*groups):
        package = PACKAGES[need]
        files = [*package.get("wheels", []), package.get("sdist")]
        locked[need] = (package["version"], {file["hash"] for file in files if file})
    assert told == locked, "lancez scripts/lock"


def test_the_lock_answers_the_project():
    def plain(requirement: str) -> tuple[str, str]:
        wanted = Requirement(requirement)
        return wanted.name.lower(), str(wanted.specifier)

    asked = {plain(one) for one in PROJECT["project"]["dependencies"]}
    metadata = PACKAGES["plaise"]["metadata"]["requires-dist"]
    locked = {
        plain(one["name"] + one.get("specifier", "")) for one in metadata if "marker" not in one
    }
    assert asked == locked, "lancez scripts/lock"


# Nothing loaded from elsewhere, nothing that looks like the State

PAGES = {".html", ".css", ".js", ".j2", ".typ", ".svg"}


def test_no_page_loads_anything_from_elsewhere():
    loads = re.compile(
        r"""(src|srcset|poster|data)\s*=\s*["'](https?:)?//|<link[^>]+href=["'](https?:)?//"""
        r"""|url\(["']?(https?:)?//|@import|fetch\(["'](https?:)?//|#import "@""",
        re.IGNORECASE,
    )
    guilty = {
        str(path.relative_to(ROOT)): found.group()
        for path, text in texts()
        if path.suffix in PAGES and path.is_relative_to(ROOT / "src")
        if (found := loads.search(text))
    }
    assert not guilty


def test_nothing_borrows_the_look_of_the_state():
    look = re.compile(r"dsfr|marianne", re.IGNORECASE)
    code = {*PAGES, ".py", ".toml", ".yaml"}
    guilty = [
        str(path.relative_to(ROOT))
        for path, text in texts()
        if path.suffix in code and not path.is_relative_to(ROOT / "tests") and look.search(text)
    ]
    assert not guilty
    assert not [path for path in tracked() if look.search(path.name)]


# The two commands

SCRIPTS = ["scripts/run", "scripts/test", "scripts/lock", ".ci/run"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_executable_and_plain_shell(name):
    path = ROOT / name
    assert os.access(path, os.X_OK)
    assert path.read_text().startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", path], check=True)


def test_the_shared_part_of_the_scripts_is_plain_shell():
    subprocess.run(["sh", "-n", ROOT / "scripts" / "_env.sh"], check=True)


def test_a_python_too_old_is_told_kindly_and_changes_nothing(tmp_path):
    old = tmp_path / "bin"
    old.mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        (old / name).write_text("#!/bin/sh\nexit 1\n")
        (old / name).chmod(0o755)
    clone = tmp_path / "plaise"
    for path in tracked("scripts", "requirements", "pyproject.toml"):
        copy = clone / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copy.chmod(path.stat().st_mode)
    tools = {"PATH": f"{old}:/usr/bin:/bin", "PLAISE_SANS_UV": "1", "HOME": str(tmp_path)}
    answer = subprocess.run(
        [clone / "scripts" / "run"], env=tools, check=False, capture_output=True, text=True
    )
    assert answer.returncode == 1
    assert "Python 3.11 ou plus récent" in answer.stderr
    assert "Rien n’a été modifié" in answer.stderr
    assert not (clone / ".venv").exists()


def test_a_missing_tool_stops_the_tests_and_is_named(tmp_path):
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("dirname", "sh"):
        (tools / name).symlink_to(f"/bin/{name}")
    (tools / "id").write_text("#!/bin/sh\necho 1000\n")
    (tools / "id").chmod(0o755)
    answer = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "test"],
        env={"PATH": str(tools), "HOME": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert "sudo apt-get install" in answer.stderr
    assert "chromium" in answer.stderr
    assert "qpdf" in answer.stderr
