import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from licences import brought_along, runtime_names

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "licences.md").read_text()
ROWS = {
    cells[0]: (cells[1], cells[3])
    for line in PAGE.splitlines()
    if len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 4
}
WINDOWS_ONLY = {"colorama", "tzdata"}


@pytest.mark.parametrize("name", sorted(runtime_names()))
def test_every_library_needed_to_run_is_listed_in_its_version(name):
    version, _ = ROWS[name]
    assert version == runtime_names()[name]


@pytest.mark.parametrize("name", sorted(runtime_names().keys() - WINDOWS_ONLY))
def test_what_a_wheel_brings_along_is_told(name):
    _, told = ROWS[name]
    missing = {found for found in brought_along(distribution(name)) if found not in told}
    assert not missing


def test_the_search_finds_what_is_known_to_be_there():
    assert {"GPL3", "New Computer Modern"} <= brought_along(distribution("typst"))
    assert "libiconv" in brought_along(distribution("lxml"))
    assert "libqpdf" in brought_along(distribution("pikepdf"))


def test_the_notice_of_the_models_goes_with_us():
    notice = (ROOT / "NOTICE").read_text()
    assert "PaddlePaddle Authors" in notice
    assert "Apache License, Version 2.0" in notice


def test_every_licence_named_for_our_files_has_its_text():
    named = set(re.findall(r'License-Identifier = "([^"]+)"', (ROOT / "REUSE.toml").read_text()))
    assert named == {path.stem for path in (ROOT / "LICENSES").iterdir()}
