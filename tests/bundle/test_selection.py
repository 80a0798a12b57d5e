from __future__ import annotations

import io
import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pikepdf
from bundle_folders import make_picture, picture_bytes, put_capture
from PIL import Image

from factories import make_dossier
from plaise.bundle import Originals, email_pdf, plan, select_for_email
from plaise.dossier import Capture, Result

FIRST = datetime(2026, 10, 12, 8, 14)  # noqa: DTZ001


def some(folder: Path, days: list[int], **facts: object) -> list[Capture]:
    made = []
    for day in days:
        raw = picture_bytes(make_picture(f"refus {day}"))
        made.append(
            put_capture(folder, f"{day:03d}.png", raw, FIRST + timedelta(days=day), **facts)
        )
    return made


def weeks_of(captures: tuple[Capture, ...]) -> list[int]:
    return [date.isocalendar(c.shown_on).week for c in captures if c.shown_on]


def test_a_few_captures_are_spread_over_the_weeks(tmp_path: Path) -> None:
    captures = some(tmp_path, list(range(35)))
    chosen = select_for_email(captures, Originals.of_folder(tmp_path), most=5)
    assert weeks_of(chosen) == [42, 43, 44, 45, 46]
    two = select_for_email(captures, Originals.of_folder(tmp_path), most=2)
    assert weeks_of(two) == [42, 46]


def test_only_proofs_in_use_are_sent(tmp_path: Path) -> None:
    refusal = some(tmp_path, [0])
    outage = some(tmp_path, [8], result=Result.OUTAGE)
    aside = [c.model_copy(update={"set_aside": "copie"}) for c in some(tmp_path, [15])]
    chosen = select_for_email([*outage, *aside, *refusal], Originals.of_folder(tmp_path))
    assert chosen == tuple(refusal)


def test_the_message_stays_under_the_limit_once_encoded(tmp_path: Path) -> None:
    noise = Image.frombytes("RGB", (300, 300), os.urandom(270_000))
    captures = [
        put_capture(tmp_path, f"{n}.png", picture_bytes(noise), FIRST + timedelta(days=7 * n))
        for n in range(6)
    ]
    originals = Originals.of_folder(tmp_path)
    dossier = make_dossier(pieces=(), contacts=(), urgency=())
    chosen = select_for_email(captures, originals, limit_bytes=400_000)
    assert 0 < len(chosen) < len(captures)
    made = email_pdf(plan(dossier, captures, originals), dossier, chosen, originals)
    assert len(made) * 4 / 3 * 78 / 76 <= 400_000
    assert select_for_email(captures, originals, limit_bytes=100_000) == ()


def test_each_page_says_its_place_among_all_captures(tmp_path: Path) -> None:
    captures = some(tmp_path, list(range(35)))
    originals = Originals.of_folder(tmp_path)
    dossier = make_dossier(pieces=(), contacts=(), urgency=())
    chosen = select_for_email(captures, originals, most=2)
    raw = email_pdf(plan(dossier, captures, originals), dossier, chosen, originals)
    with pikepdf.open(io.BytesIO(raw)) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
    assert titles[0].startswith("Capture 1 - 2026-10-12")
    assert titles[1].startswith("Capture 29 - 2026-11-09")
