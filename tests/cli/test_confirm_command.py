"""`plaise confirm`: doubts are listed, answers are journalled, originals stay as they are."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from dossier_texts import write_dossier
from plaise.cli import main
from plaise.dossier import Box, Finding, Private, PrivateKind, Reading, Result, Source
from plaise.store import DossierFolder
from plaise.work._read import reader_of

URL = "www.val-d-exemple.exercice.test/booking/create/9829/2"


def finding(value: str, confidence: float = 0.99, **box: int) -> Finding:
    place = Box(**{"x": 10, "y": 10, "width": 100, "height": 12, **box})
    return Finding(value=value, seen=value, confidence=confidence, source=Source.OCR, box=place)


def put(folder: Path, name: str, time: str = "08:14", colour: str = "white", **rest: Any) -> bytes:
    """A capture with its reading already kept: no engine is needed."""
    out = io.BytesIO()
    Image.new("RGB", (600, 400), colour).save(out, "PNG")
    data = out.getvalue() + name.encode()
    (folder / "captures" / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    facts: dict[str, Any] = {
        "file": f"captures/{name}", "sha256": digest, "width": 600, "height": 400, "url": URL,
        "host": "val-d-exemple.exercice.test", "result": Result.REFUSAL, "date": "2026-10-12",
        "time": time, "wording": "ez_plus_de_plage", "exercise": True, "zone": "Europe/Paris",
        "findings": {"url": finding(URL), "date": finding("2026-10-12", y=380),
                     "time": finding(time, y=380), "result": finding("refusal", y=100)},
    }  # fmt: skip
    reading = Reading(**{**facts, **rest})
    DossierFolder(folder).keep_readings(digest, reader_of("Europe/Paris"), (reading,))
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def entries(folder: Path, *kinds: str) -> list[dict[str, Any]]:
    lines = (folder / "journal.jsonl").read_text("utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["kind"] in kinds]


def test_clear_captures_are_accepted_together_and_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "a.png")
    put(folder, "b.png", "18:30", "grey")
    assert main(["confirm", str(folder)]) == 0
    assert "0 captures à vérifier ; 2 nettes" in capsys.readouterr().out
    assert main(["confirm", str(folder), "--accept-clear", "--by", "Paul"]) == 0
    assert main(["confirm", str(folder), "--accept-clear", "--by", "Paul"]) == 0
    told = entries(folder, "confirmed")
    assert len(told) == 8
    assert {one["data"]["who"] for one in told} == {"Paul"}


def test_a_date_in_either_order_is_asked_then_answered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "a.png", date=None, date_choices=("2026-04-03", "2026-03-04"))
    assert main(["confirm", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "03/04/2026 ou 04/03/2026" in told
    answer = ["--capture", "a.png", "--set", "date=2026-03-04", "--why", "je m’en souviens"]
    assert main(["confirm", str(folder), *answer]) == 0
    assert main(["confirm", str(folder)]) == 0
    (said,) = entries(folder, "corrected")
    assert (said["data"]["after"], said["data"]["why"]) == ("2026-03-04", "je m’en souviens")


def test_a_correction_needs_a_reason_and_a_real_value(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "a.png", findings={"time": finding("08:14", 0.5)})
    assert main(["confirm", str(folder)]) == 1
    change = ["confirm", str(folder), "--capture", "a.png", "--set"]
    assert main([*change, "time=08:15"]) == 2
    assert "raison" in capsys.readouterr().err
    assert main([*change, "time=25:15", "--why", "lu"]) == 2
    assert main([*change, "time=08:15", "--why", "lu sur l’image agrandie"]) == 0
    assert main(["confirm", str(folder), "--capture", "z.png", "--set", "time=08:15"]) == 2
    assert not entries(folder, "confirmed")


def test_programs_get_doubts_and_remarks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = (Private(kind=PrivateKind.TAB, box=Box(x=300, y=5, width=80, height=12)),)
    put(folder, "a.png", private=seen)
    put(folder, "b.png", "08:15", "grey")
    assert main(["confirm", str(folder), "--json"]) == 0
    told = {one["capture"]: one for one in json.loads(capsys.readouterr().out)}
    (private,) = told["captures/a.png"]["remarks"]
    assert (private["kind"], private["boxes"][0]["x"]) == ("private", 300)
    (alike,) = told["captures/b.png"]["remarks"]
    assert (alike["kind"], alike["other"]) == ("alike", "captures/a.png")


def test_one_capture_gets_the_boxes_to_mask_it_with(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = (Private(kind=PrivateKind.PHONE, box=Box(x=300, y=200, width=80, height=12)),)
    put(folder, "a.png", private=seen)
    put(folder, "b.png", "18:30", "grey")
    assert main(["confirm", str(folder), "--capture", "a.png"]) == 0
    told = capsys.readouterr().out
    assert "Un numéro de téléphone se lit" in told
    assert "--mask 300,200,80,12" in told
    assert "b.png" not in told


@pytest.mark.engine
def test_masking_makes_a_copy_and_never_covers_the_evidence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = put(folder, "a.png")
    copy = tmp_path / "copie.png"
    mask = ["confirm", str(folder), "--capture", "a.png", "--output", str(copy), "--mask"]
    assert main([*mask, "5,5,50,20"]) == 2
    assert "couvre l’adresse" in capsys.readouterr().err
    assert not copy.exists()
    assert main([*mask, "300,200,80,30", "--why", "autre onglet"]) == 0
    with Image.open(copy) as image:
        assert image.getpixel((310, 210)) == (0, 0, 0)
        assert image.getpixel((20, 15)) == (255, 255, 255)
    assert (folder / "captures" / "a.png").read_bytes() == data
    assert len(entries(folder, "redacted")) == 1
