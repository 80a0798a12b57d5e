"""Numbers, labels, names and files, before anything is written."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bundle_folders import MAIL, make_pdf, make_picture, pdf_bytes, picture_bytes, put_capture
from bundle_folders import put_piece as put
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import make_capture, make_dossier
from plaise.bundle import Originals, capture_label, plan
from plaise.bundle._labels import LONGEST_NAME, file_name
from plaise.dossier import Dossier, Finding, Piece, PieceKind, PlaiseError, Result, Source
from plaise.reading import Decision, apply_decisions

NAME = re.compile(r"\d{2,}(_a_\d{2,})?(_[A-Za-z0-9]+)+\.pdf")
MORNING = datetime(2026, 10, 12, 8, 14)  # noqa: DTZ001
PICTURE = picture_bytes(make_picture("plus de plage horaire"))


def dossier_of(*pieces: Piece) -> Dossier:
    return make_dossier(pieces=pieces, urgency=(), contacts=())


@settings(deadline=None, max_examples=60)
@given(
    kinds=st.lists(st.sampled_from(list(PieceKind)), max_size=8),
    labels=st.lists(st.text(min_size=3, max_size=200), min_size=8, max_size=8),
    results=st.lists(
        st.tuples(st.sampled_from(list(Result)), st.integers(0, 60), st.booleans()), max_size=25
    ),
    cap=st.integers(100_000, 200_000),
)
def test_any_mix_gives_continuous_numbers_and_sound_files(
    tmp_path_factory: pytest.TempPathFactory,
    kinds: list[PieceKind],
    labels: list[str],
    results: list[tuple[Result, int, bool]],
    cap: int,
) -> None:
    folder = tmp_path_factory.mktemp("dossier")
    pieces = [
        put(folder, f"{n}.png", PICTURE, kind=kind, label=f"abc{label}")
        for n, (kind, label) in enumerate(zip(kinds, labels, strict=False))
    ]
    captures = [
        put_capture(
            folder, f"{n}.png", PICTURE, MORNING + timedelta(hours=hours) if dated else None, result
        )
        for n, (result, hours, dated) in enumerate(results)
    ]
    made = plan(dossier_of(*pieces), captures, Originals.of_folder(folder), cap_bytes=cap)
    assert [entry.number for entry in made.entries] == list(range(1, len(made.entries) + 1))
    assert all(NAME.fullmatch(name) and len(name) <= LONGEST_NAME for name in made.files)
    assert list(made.files) == sorted(made.files)
    for entries in made.files.values():
        assert len(entries) == 1 or all(entry.in_series for entry in entries)
        pages = [(entry.first_page, entry.pages) for entry in entries]
        assert pages == [(n, 1) for n in range(1, len(entries) + 1)]
    assert len(made.pieces) == len(pieces)
    used = {"refusal", "blocked_form", "outage", "slot_offered"}
    assert len(made.series) == sum(result.value in used for result, _, _ in results)
    days = [entry.dated for entry in made.series]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[: len(known)] == known
    assert (
        plan(dossier_of(*pieces), captures[::-1], Originals.of_folder(folder), cap_bytes=cap)
        == made
    )


def test_pieces_come_by_kind_then_date_and_deposit_and_receipt_are_two(tmp_path: Path) -> None:
    given_order = [
        put(tmp_path, "avis.png", PICTURE, kind=PieceKind.LRAR_RECEIPT, label="Avis"),
        put(tmp_path, "depot.png", PICTURE, kind=PieceKind.LRAR_DEPOSIT, label="Dépôt"),
        put(
            tmp_path, "m2.eml", MAIL, kind=PieceKind.EMAIL, label="Second", dated=date(2026, 11, 2)
        ),
        put(
            tmp_path, "m1.eml", MAIL, kind=PieceKind.EMAIL, label="Premier", dated=date(2026, 10, 2)
        ),
        put(tmp_path, "promesse.pdf", pdf_bytes(make_pdf(3)), kind=PieceKind.URGENCY),
        put(tmp_path, "carte.png", PICTURE, kind=PieceKind.RESIDENCE_CARD, label="Titre expiré"),
    ]
    made = plan(dossier_of(*given_order), [], Originals.of_folder(tmp_path))
    assert [entry.source.removeprefix("pieces/") for entry in made.entries] == [
        "carte.png", "promesse.pdf", "m1.eml", "m2.eml", "depot.png", "avis.png",
    ]  # fmt: skip
    assert made.entries[1].pages == 3
    assert made.entries[0].file == "01_Titre_expire.pdf"


def test_a_series_above_the_cap_is_cut_in_order(tmp_path: Path) -> None:
    captures = [
        put_capture(tmp_path, f"{n}.png", PICTURE, MORNING + timedelta(days=n)) for n in range(6)
    ]
    made = plan(dossier_of(), captures, Originals.of_folder(tmp_path), cap_bytes=110_000)
    assert list(made.files) == [
        "01_a_02_Captures_d_ecran_1_sur_3.pdf",
        "03_a_04_Captures_d_ecran_2_sur_3.pdf",
        "05_a_06_Captures_d_ecran_3_sur_3.pdf",
    ]


def test_a_slot_is_never_hidden_and_a_capture_set_aside_is_no_exhibit(tmp_path: Path) -> None:
    slot = put_capture(tmp_path, "slot.png", PICTURE, MORNING, Result.SLOT_OFFERED)
    twin = put_capture(tmp_path, "b.png", PICTURE).model_copy(update={"set_aside": "copie"})
    made = plan(dossier_of(), [slot, twin], Originals.of_folder(tmp_path))
    assert [entry.source for entry in made.entries] == ["captures/slot.png"]
    assert made.entries[0].label.endswith("créneau proposé")


def label(result: Result = Result.REFUSAL, **facts: Any) -> str:
    return capture_label(make_capture(MORNING, result, **facts)).replace("\u00a0", " ")


def test_labels_say_what_each_capture_is() -> None:
    start = "Capture d’écran du lundi 12 octobre 2026 à 8 h 14 – val-d-exemple.exercice.test – "
    assert label() == start + "refus : aucune plage horaire libre"
    assert label(Result.OUTAGE) == start + "panne du site"
    seen = Finding(value="x", seen="502 Bad Gateway", confidence=0.9, source=Source.OCR)
    assert label(Result.OUTAGE, findings={"wording": seen}) == start + "panne du site (erreur 502)"
    assert label(Result.BLOCKED_FORM) == start + "formulaire bloqué"
    assert label(time=None).startswith("Capture d’écran du lundi 12 octobre 2026 – val")
    assert "1er novembre 2026" in label(date="2026-11-01")


def test_the_longest_site_of_the_state_stands_in_the_label() -> None:
    found = Finding(value="2026-09-16", confidence=0.4, source=Source.METADATA)
    host = "administration-etrangers-en-france.interieur.gouv.fr"
    findings = {"date_inferred": found}
    text = label(date=None, date_inferred="2026-09-16", host=host, findings=findings)
    assert text.endswith(f"– {host} – refus : aucune plage horaire libre")


def test_a_date_that_is_not_shown_is_said_to_be_so() -> None:
    found = Finding(value="2026-10-17", confidence=0.4, source=Source.FILE_NAME)
    text = label(date=None, date_inferred="2026-10-17", findings={"date_inferred": found})
    assert "date d’après le nom du fichier, non affichée" in text
    assert text.endswith("– val-d-exemple.exercice.test – refus : aucune plage horaire libre")
    text = label(
        date=None,
        date_partial="--10-17",
        date_inferred="2026-10-17",
        findings={"date_inferred": found},
    )
    assert "(année d’après le nom du fichier, non affichée)" in text


@pytest.mark.parametrize("on_picture", [True, False])
def test_a_date_confirmed_on_the_picture_is_never_said_to_be_absent_from_it(on_picture: bool):
    read = make_capture(MORNING)
    said = Decision(
        kind="confirmed",
        sha256=read.reading.sha256,
        element="date",
        after="2026-10-12",
        who="lune-verte",
        at="2026-11-23T09:00:00Z",
        on_picture=on_picture,
    )
    if not on_picture:  # the picture does not show it: the person knows it otherwise
        shown = read.reading.model_copy(update={"date": None})
        read = read.model_copy(update={"reading": shown})
    told = read.model_copy(update={"reading": apply_decisions(read.reading, [said])})
    assert ("non affichée" in capture_label(told)) is not on_picture
    if on_picture:
        assert capture_label(told) == capture_label(read)


@given(st.text(max_size=200), st.integers(1, 99_999))
def test_file_names_are_what_the_registry_advises(words: str, number: int) -> None:
    name = file_name(f"{number:02d}", words)
    assert NAME.fullmatch(name)
    assert len(name) <= LONGEST_NAME


def test_a_piece_above_the_cap_is_told_before_anything_is_made(tmp_path: Path) -> None:
    piece = put(tmp_path, "scan.png", PICTURE)
    with pytest.raises(PlaiseError, match=r"scan\.png.*limite") as caught:
        plan(dossier_of(piece), [], Originals.of_folder(tmp_path), cap_bytes=50_000)
    assert "R. 414-5" in caught.value.to_do


def test_a_piece_outside_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PICTURE)
    inside = tmp_path / "dossier"
    inside.mkdir()
    piece = Piece(file="../../secret.png", kind=PieceKind.OTHER, label="Autre")
    with pytest.raises(PlaiseError, match="hors du dossier"):
        plan(dossier_of(piece), [], Originals.of_folder(inside))


def bad_pdfs() -> dict[str, tuple[bytes, str]]:
    good = pdf_bytes(make_pdf())
    locked = pdf_bytes(make_pdf(), encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return {
        "vide.pdf": (b"", "vide"),
        "verrou.pdf": (locked, "mot de passe"),
        "coupe.pdf": (good[: len(good) // 2], "abîmé"),
        "faux.pdf": (b"MZ\x90\x00 not a pdf", "ne peut pas devenir une page"),
        "lettre.docx": (b"PK\x03\x04", "abîmé"),
        "verrou.docx": (b"\xd0\xcf\x11\xe0", "mot de passe"),
        "lettre.doc": (b"\xd0\xcf\x11\xe0", "ancienne forme"),
        "courriel.eml": (b"nothing here", "courriel lisible"),
        "photo.jpg": (picture_bytes(make_picture("x"), "JPEG")[:-40], "incomplète"),
    }


@pytest.mark.parametrize("name", list(bad_pdfs()))
def test_what_cannot_be_filed_is_refused_kindly_by_name(tmp_path: Path, name: str) -> None:
    raw, why = bad_pdfs()[name]
    piece = put(tmp_path, name, raw)
    with pytest.raises(PlaiseError, match=why) as caught:
        plan(dossier_of(piece), [], Originals.of_folder(tmp_path))
    assert name in caught.value.happened
    assert caught.value.to_do
