"""The journal holds, and says where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from plaise.journal import FileLines, Journal, JournalError, verify_journal

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(events=st.lists(st.dictionaries(st.text(), plain, max_size=3), max_size=5))
def test_whatever_is_recorded_is_read_back_and_verifies(tmp_path_factory, events):
    path = tmp_path_factory.mktemp("j") / "journal.jsonl"
    journal = Journal(FileLines(path))
    for data in events:
        journal.append("note", data)
    assert [dict(entry.data) for entry in Journal(FileLines(path)).entries] == events
    if events:
        entries, faults = verify_journal(path)
        assert len(entries) == len(events)
        assert not faults


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture
def journal(path: Path) -> Journal:
    with time_machine.travel("2026-10-12T06:14:30Z", tick=False):
        journal = Journal(FileLines(path))
        for number in range(4):
            journal.append("capture_added", {"path": f"captures/{number}.png"})
    return journal


def test_its_content_is_that_of_the_file(journal: Journal, path: Path):
    assert journal.content() == path.read_bytes()


def test_an_entry_bears_the_instant_of_writing(journal: Journal):
    assert {entry.at for entry in journal.entries} == {"2026-10-12T06:14:30Z"}


@pytest.mark.usefixtures("journal")
def test_changing_one_letter_is_found_at_its_line(path: Path):
    text = path.read_text().replace("captures/2.png", "captures/9.png")
    path.write_text(text)
    entries, faults = verify_journal(path)
    assert len(entries) == 2
    assert [fault.line for fault in faults] == [3]


@pytest.mark.usefixtures("journal")
def test_removing_a_line_is_found(path: Path):
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:1] + lines[2:]))
    assert verify_journal(path)[1]


@pytest.mark.usefixtures("journal")
def test_rewriting_an_entry_with_a_fresh_hash_breaks_the_next(path: Path):
    lines = path.read_bytes().splitlines()
    raw = json.loads(lines[1])
    forged = Journal(FileLines(path.with_name("forged.jsonl")))
    forged.append("capture_added", {"path": "captures/0.png"})
    forged.append(raw["kind"], {"path": "captures/forged.png"})
    lines[1] = forged.entries[1].line().rstrip()
    path.write_bytes(b"\n".join(lines) + b"\n")
    assert verify_journal(path)[1]


@pytest.mark.usefixtures("journal")
def test_a_changed_journal_is_not_continued(path: Path):
    path.write_text(path.read_text().replace("captures/0", "captures/7"))
    with pytest.raises(JournalError, match="ligne 1"):
        Journal(FileLines(path))


@given(cut=st.integers(min_value=1))
def test_a_line_cut_by_a_crash_is_kept_apart_and_the_rest_goes_on(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("j") / "journal.jsonl"
    journal = Journal(FileLines(path))
    journal.append("one", {})
    whole = path.stat().st_size
    journal.append("two", {"a": "é"})
    content = path.read_bytes()
    last = len(content) - whole
    path.write_bytes(content[: whole + cut % last])
    again = Journal(FileLines(path))
    again.append("three", {})
    assert not verify_journal(path)[1]
    assert again.entries[0].kind == "one"
    if cut % last:
        assert path.with_name("journal.coupe-1").read_bytes() == content[whole : whole + cut % last]
        assert [entry.kind for entry in again.entries] == ["one", "recovered", "three"]
