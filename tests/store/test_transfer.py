"""Import and export lose nothing, either way, and take nothing half."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_texts import SOUND, write_dossier
from plaise.dossier import DossierError, PlaiseError
from plaise.journal import JournalError
from plaise.store import (
    ArchiveError,
    DossierFolder,
    Part,
    TooHeavyError,
    TooSlowError,
    UnsafePathError,
    _archive,
    export_age,
    export_with_passphrase,
    import_age,
    import_with_passphrase,
    read_folder,
    safe_name,
    write_folder,
)
from plaise.store._archive import read_tar, write_tar
from plaise.store._parts import check_path
from plaise.store.database.models import Dossier
from plaise.store.keys import Unlocked
from plaise.store.vault import import_parts, list_dossiers, parts_of

PASSPHRASE = "violon tasse chemin orage"
HOUR = 1_760_000_000_123_456_789


@pytest.fixture
def folder(tmp_path: Path) -> DossierFolder:
    """A dossier as someone has it after some weeks."""
    place = write_dossier(tmp_path / "origine", SOUND + "# écrit à la main\n")
    folder = DossierFolder(place)
    contents = {
        "captures/a.png": os.urandom(100_000),
        "captures/semaine 2/é’è.png": b"\x89PNG" + os.urandom(50),
        "pieces/vide.pdf": b"",
        "pieces/b.pdf": b"%PDF",
        "actes/requete.md": "modifiée".encode(),
        "journal.coupe-1": b'{"n":',
        "notes.txt": b"mine",
        ".plaise/lectures/lecteur-1/" + "0" * 64 + ".jsonl": b"{}\n",
    }
    for name, content in contents.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, ns=(HOUR, HOUR))
    (place / "captures" / "Thumbs.db").write_bytes(b"dropping")
    with folder.locked():
        folder.journal().append("note", {"text": "é"})
        folder.journal().append("note", {"n": 2})
    folder.keep_package([("3/requete.pdf", b"%PDF 1"), ("SHA256SUMS", b"x")])
    folder.keep_package([("3/requete.pdf", b"%PDF 2"), ("SHA256SUMS", b"x")])
    return folder


def told(parts) -> dict[str, tuple[bytes, int | None]]:
    """Contents, and hours of the files whose hour matters."""
    return {
        part.path: (
            part.content,
            part.modified if part.path.startswith(("captures/", "pieces/", "depot/")) else None,
        )
        for part in parts
    }


def test_a_folder_goes_into_the_database_and_comes_back_the_same(
    person: Unlocked, folder: DossierFolder, tmp_path: Path
):
    before = told(read_folder(folder.path))
    assert len(before) == 14
    dossier = import_parts(person, read_folder(folder.path))
    write_folder(parts_of(dossier), tmp_path / "retour")
    assert told(read_folder(tmp_path / "retour")) == before
    assert told(read_folder(folder.path)) == before
    assert list_dossiers(person)[0].summary.packages == 2


def test_a_dossier_of_the_database_goes_out_and_comes_back_the_same(
    person: Unlocked, folder: DossierFolder, tmp_path: Path
):
    one = import_parts(person, read_folder(folder.path))
    one.journal().append("note", {"n": 3})
    one.add("captures/c.png", b"later", modified=HOUR)
    write_folder(parts_of(one), tmp_path / "retour")
    two = import_parts(person, read_folder(tmp_path / "retour"))
    assert told(parts_of(two)) == told(parts_of(one))
    assert [entry.hash for entry in two.journal().entries] == [
        entry.hash for entry in one.journal().entries
    ]
    assert two.id != one.id


def test_what_can_be_rebuilt_may_be_left_out(person: Unlocked, folder: DossierFolder):
    dossier = import_parts(person, read_folder(folder.path))
    paths = {part.path for part in parts_of(dossier, readings=False)}
    assert not any(path.startswith(".plaise") for path in paths)


def test_an_export_for_a_key_opens_with_that_key_alone(folder: DossierFolder, tmp_path: Path):
    key, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    target = tmp_path / "export.age"
    export_age(read_folder(folder.path), target, [str(key.to_public())])
    assert told(import_age(target, str(key))) == told(read_folder(folder.path))
    for wrong in (str(other), "AGE-SECRET-KEY-1"):
        with pytest.raises(ArchiveError):
            list(import_age(target, wrong))
    with pytest.raises(PlaiseError, match="age"):
        export_age([], target, ["age1"])


def test_an_export_under_a_passphrase_opens_with_it_alone(folder: DossierFolder):
    sent = export_with_passphrase(read_folder(folder.path), PASSPHRASE)
    assert told(import_with_passphrase(sent, PASSPHRASE)) == told(read_folder(folder.path))
    with pytest.raises(ArchiveError):
        import_with_passphrase(sent, PASSPHRASE + "?")


@pytest.mark.parametrize("busy", [1, 100])
def test_a_busy_moment_is_no_wrong_passphrase(
    busy: int, folder: DossierFolder, monkeypatch: pytest.MonkeyPatch
):
    sent = export_with_passphrase(read_folder(folder.path), PASSPHRASE)
    measured = iter([True] * busy)

    def decrypt(content: bytes, passphrase: str) -> bytes:
        assert (content, passphrase) == (sent, PASSPHRASE)
        if next(measured, False):
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return into.getvalue()

    into = io.BytesIO()
    write_tar(read_folder(folder.path), into)
    monkeypatch.setattr(_archive.pyrage.passphrase, "decrypt", decrypt)
    if busy > 1:
        with pytest.raises(TooSlowError, match="trop occupé"):
            import_with_passphrase(sent, PASSPHRASE)
    else:
        assert told(import_with_passphrase(sent, PASSPHRASE)) == told(read_folder(folder.path))


def test_a_dossier_too_long_for_the_memory_is_refused_before_it_fills_it(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(_archive, "MOST_IN_MEMORY", 3_000_000)
    asked = []

    def parts() -> Iterator[Part]:
        for number in range(100):
            asked.append(number)
            yield Part(f"captures/{number}.png", bytes(1_000_000))

    with pytest.raises(TooHeavyError, match="200 Mo"):
        export_with_passphrase(parts(), PASSPHRASE)
    assert len(asked) < 5


@pytest.mark.parametrize("kept", [0.2, 0.7, 0.999])
def test_an_export_cut_short_makes_no_dossier(
    person: Unlocked, folder: DossierFolder, tmp_path: Path, kept: float, data: Path
):
    key = pyrage.x25519.Identity.generate()
    target = tmp_path / "export.age"
    export_age(read_folder(folder.path), target, [str(key.to_public())])
    content = target.read_bytes()
    target.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(ArchiveError):
        import_parts(person, import_age(target, str(key)))
    assert not Dossier.objects.exists()
    assert list(data.glob("blobs/*")) == []


def test_a_failed_export_leaves_the_old_one(folder: DossierFolder, tmp_path: Path):
    target = tmp_path / "export.age"
    target.write_bytes(b"old")

    def failing():
        yield from read_folder(folder.path)
        raise OSError("unplugged")

    key = pyrage.x25519.Identity.generate()
    with pytest.raises(OSError, match="unplugged"):
        export_age(failing(), target, [str(key.to_public())])
    with pytest.raises(OSError, match="unplugged"):
        write_folder(failing(), tmp_path / "retour")
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["export.age"]
    assert not (tmp_path / "retour").exists()


def test_a_place_already_taken_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(PlaiseError, match="n’est pas vide"):
        write_folder([], tmp_path)


@pytest.mark.parametrize(
    ("part", "error"),
    [
        (Part("journal.jsonl", b'{"n":0}\n'), JournalError),
        (Part("dossier.toml", b"schema = 2\n"), DossierError),
        (Part("dossier.toml", b"\xff"), DossierError),
        (Part("notes.txt", b"\xff"), UnsafePathError),
    ],
)
def test_what_does_not_hold_is_not_imported(person: Unlocked, part: Part, error: type, data: Path):
    parts = [Part("captures/a.png", b"x"), Part("notes.txt", b"x"), part]
    if part.path != "dossier.toml":
        parts.append(Part("dossier.toml", SOUND.encode()))
    with pytest.raises(error):
        import_parts(person, parts)
    assert not Dossier.objects.exists()
    assert list(data.glob("blobs/*")) == []


def test_a_folder_without_facts_is_not_a_dossier(person: Unlocked):
    with pytest.raises(DossierError, match=r"dossier\.toml"):
        import_parts(person, [Part("captures/a.png", b"x")])


def archive(name: str, kind: bytes = tarfile.REGTYPE) -> io.BytesIO:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        info = tarfile.TarInfo(name)
        info.type = kind
        info.linkname = "/etc/passwd"
        tar.addfile(info, io.BytesIO(b""))
    return io.BytesIO(file.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        archive("dossier/../x"),
        archive("/etc/passwd"),
        archive("elsewhere/x"),
        archive("dossier/x", tarfile.SYMTYPE),
        archive("dossier/x", tarfile.LNKTYPE),
        archive("dossier/a\\..\\x"),
    ],
)
def test_an_archive_cannot_reach_out_of_the_dossier(file: io.BytesIO):
    with pytest.raises(UnsafePathError):
        list(read_tar(file))


def test_something_else_than_a_tar_is_refused():
    with pytest.raises(ArchiveError):
        list(read_tar(io.BytesIO(b"PK\x03\x04" + bytes(2000))))


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(name=names)
def test_whatever_a_file_is_called_its_safe_name_stays_in_place(name: str):
    safe = safe_name(name)
    assert check_path(f"captures/{safe}").count("/") == 1
    assert safe_name(safe) == safe
    assert not safe.startswith(".")


@given(
    parts=st.lists(
        st.builds(
            Part,
            path=names.map(lambda name: f"captures/{safe_name(name)}"),
            content=st.binary(max_size=2000),
            modified=st.none() | st.integers(0, 2**62),
        ),
        max_size=4,
    )
)
def test_an_archive_gives_back_what_it_took(parts: list[Part]):
    file = io.BytesIO()
    write_tar(parts, file)
    assert list(read_tar(io.BytesIO(file.getvalue()))) == parts
