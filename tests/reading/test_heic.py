"""A real HEIC file, as an iPhone makes them, is opened and read."""

from pathlib import Path

import pytest

from plaise.dossier import NoteKind, Result
from plaise.reading import read_many
from plaise.reading._decode import UndecodableError, decode, sniff

HEIC = Path(__file__).parent / "files" / "IMG_0412.HEIC"


def test_a_heic_file_is_known_by_its_bytes_and_gives_its_data() -> None:
    data = HEIC.read_bytes()
    assert sniff(data) == "HEIC"
    picture = decode(data)
    assert picture.size == (1366, 768)
    assert picture.metadata["exif:Make"] == "Apple"
    assert picture.metadata["exif:DateTimeOriginal"] == "2026:10:12 08:15:02"


def test_a_heic_file_cut_short_is_refused_with_a_word() -> None:

    with pytest.raises(UndecodableError, match="HEIC est abîmée"):
        decode(HEIC.read_bytes()[:20_000])


@pytest.mark.engine
def test_a_heic_file_is_read_like_any_capture() -> None:
    ((_, (reading,)),) = read_many([HEIC], workers=1)
    assert reading.result is Result.REFUSAL
    assert (reading.date, reading.time) == ("2026-10-12", "08:14")
    assert reading.exercise
    assert NoteKind.SOURCES not in [note.kind for note in reading.notes]
