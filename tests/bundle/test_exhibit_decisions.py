from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import (
    make_pdf,
    make_picture,
    pdf_bytes,
    picture_bytes,
    put_capture,
    put_piece,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import make_dossier
from plaise.bundle import Originals, check_piece, piece_notes, plan, write_exhibits
from plaise.dossier import Capture, Dossier, ExhibitDecisions, ExhibitPlan, PlaiseError, Result

FIRST = datetime(2026, 10, 12, 8, 14)  # noqa: DTZ001
PIECES = ("a.pdf", "b.pdf", "c.pdf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Dossier, list[Capture]]:
    path = tmp_path_factory.mktemp("decisions")
    pieces = tuple(
        put_piece(path, name, pdf_bytes(make_pdf(pages)), label=f"Contrat {name}")
        for pages, name in enumerate(PIECES, start=1)
    )
    captures = [
        put_capture(
            path, f"{n}.png", picture_bytes(make_picture(f"refus {n}")), FIRST + timedelta(hours=n)
        )
        for n in range(6)
    ]
    return path, make_dossier(pieces=pieces, contacts=(), urgency=()), captures


def sound(made: ExhibitPlan) -> None:
    assert [entry.number for entry in made.entries] == list(range(1, len(made.entries) + 1))
    for entries in made.files.values():
        assert len({entry.batch for entry in entries}) == 1
        assert entries[0].first_page == 1
        assert entries[0].in_series or len(entries) == 1


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    order=st.permutations(PIECES).flatmap(lambda p: st.integers(0, 3).map(lambda n: p[:n])),
    out=st.sets(st.sampled_from([*PIECES, *range(6)])),
    filed_first=st.integers(0, 6),
    apart=st.booleans(),
    cap=st.sampled_from([110_000, 30_000_000]),
)
def test_any_decision_gives_continuous_numbers_and_files_that_match(
    folder, tmp_path_factory, order, out, filed_first, apart, cap
) -> None:
    path, dossier, captures = folder
    originals = Originals.of_folder(path)
    left = {f"pieces/{one}" if isinstance(one, str) else captures[one].source for one in out}
    filed = plan(dossier, captures[:filed_first], originals) if filed_first else None
    decisions = ExhibitDecisions(
        order=tuple(f"pieces/{name}" for name in order),
        left_out=tuple(sorted(left)),
        apart=apart,
        filed=filed.entries if filed else (),
    )
    made = plan(dossier, captures, originals, cap_bytes=cap, decisions=decisions)
    sound(made)
    kept = filed.entries if filed else ()
    assert made.entries[: len(kept)] == kept
    sources = {entry.source for entry in made.entries[len(kept) :]}
    assert not sources & left
    target = tmp_path_factory.mktemp("out")
    write_exhibits(made, dossier, captures, originals, target)
    assert {one.name for one in target.iterdir()} == set(made.files)
    for name, entries in made.files.items():
        with pikepdf.open(target / name) as pdf:
            assert len(pdf.pages) == sum(entry.pages for entry in entries)
        if entries[0] not in kept:
            assert (target / name).stat().st_size <= cap


def test_what_was_filed_keeps_its_numbers_and_later_exhibits_follow(folder) -> None:
    path, dossier, captures = folder
    originals = Originals.of_folder(path)
    petition = plan(dossier, captures[:4], originals)
    again = plan(dossier, captures, originals, decisions=ExhibitDecisions(filed=petition.entries))
    assert again.entries[:7] == petition.entries
    assert [(one.number, one.batch) for one in again.batch] == [(8, 1), (9, 1)]
    assert {one.batch for one in petition.entries} == {0}


def test_leaving_out_a_cited_piece_is_refused(folder) -> None:
    path, dossier, captures = folder
    cited = dossier.model_copy(
        update={"relief": dossier.relief.model_copy(update={"costs_pieces": ("a.pdf",)})}
    )
    with pytest.raises(PlaiseError, match="la cite comme preuve"):
        plan(
            cited,
            captures,
            Originals.of_folder(path),
            decisions=ExhibitDecisions(left_out=("pieces/a.pdf",)),
        )


def test_refusals_are_said_before_anything_is_made() -> None:
    assert "0 octet" in check_piece(b"", "vide.pdf")[0]
    locked = pdf_bytes(make_pdf(), encryption=pikepdf.Encryption(owner="x", user="y"))
    assert "mot de passe" in check_piece(locked, "contrat.pdf")[0]
    assert "abîmé" in check_piece(b"PK\x03\x04", "lettre.docx")[0]
    assert "limite par fichier" in check_piece(pdf_bytes(make_pdf()), "a.pdf", cap_bytes=50_000)[0]
    assert check_piece(pdf_bytes(make_pdf()), "a.pdf") == ()


def test_what_is_worth_knowing_is_told_without_refusing() -> None:
    pdf = make_pdf()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = pdf.make_indirect(script)
    raw = pdf_bytes(pdf)
    assert check_piece(raw, "a.pdf") == ()
    assert "JavaScript" in piece_notes(raw, "a.pdf")[0]
    assert piece_notes(pdf_bytes(make_pdf()), "a.pdf") == ()


def test_three_thousand_pages_are_kept_and_said(tmp_path: Path) -> None:
    raw = pdf_bytes(make_pdf(3000))
    assert check_piece(raw, "long.pdf") == ()
    assert "3000 pages" in piece_notes(raw, "long.pdf")[0]
    piece = put_piece(tmp_path, "long.pdf", raw, label="Un très long document")
    dossier = make_dossier(pieces=(piece,), contacts=(), urgency=())
    originals = Originals.of_folder(tmp_path)
    made = plan(dossier, (), originals)
    write_exhibits(made, dossier, (), originals, tmp_path / "out")
    (name,) = made.files
    with pikepdf.open(tmp_path / "out" / name) as pdf:
        assert len(pdf.pages) == made.entries[0].pages == 3000


def test_a_slot_is_an_exhibit_like_the_others(tmp_path: Path) -> None:
    raw = picture_bytes(make_picture("créneau"))
    slot = put_capture(tmp_path, "s.png", raw, FIRST, Result.SLOT_OFFERED)
    dossier = make_dossier(pieces=(), contacts=(), urgency=())
    made = plan(dossier, [slot], Originals.of_folder(tmp_path))
    assert [entry.source for entry in made.entries] == [slot.source]
