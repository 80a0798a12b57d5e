"""With the disk in hand, an attacker finds nothing of a full dossier."""

from __future__ import annotations

import base64
import hashlib
import io
import logging
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from PIL import Image

from databases import Cluster
from dossier_texts import SOUND
from plaise.dossier import PlaiseError, Reading, Result
from plaise.store import Part, export_age, export_with_passphrase
from plaise.store.keys import split_key
from plaise.store.vault import (
    change_passphrase,
    create_account,
    create_dossier,
    file_uploads,
    grant,
    import_parts,
    parts_of,
    receive,
    recover,
    revoke,
    unlock,
)
from store_cases import PASSPHRASE, QUICK

NEW_PASSPHRASE = "violon tasse chemin orage"
PUBLIC_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
LETTER = "Madame la Préfète, je sollicite un rendez-vous"
WORDING = "Il n’existe plus de plage horaire libre"
TEXTS = [
    "Aminata",
    "malienne",
    "Kayes",
    "rue des Essais",
    "06 00 00 00 00",
    "aminata@exemple",
    "1991-03-14",
    "vie privée et familiale",
    "renouvellement",
    "2026-10-12",
    "capture-du-lundi",
    "promesse-embauche",
    "requete.pdf",
    "refus.png",
    "photo-du-telephone",
    "dossier.toml",
    "captures/",
    LETTER,
    WORDING,
    PASSPHRASE,
    NEW_PASSPHRASE,
]


def picture(seed: int) -> bytes:
    noise = random.Random(seed).randbytes(40 * 40 * 3)
    file = io.BytesIO()
    Image.frombytes("RGB", (40, 40), noise).save(file, "PNG")
    return file.getvalue()


CAPTURES = {f"capture-du-lundi-{number}.png": picture(number) for number in range(3)}
PROMISE = b"%PDF-1.7\n" + LETTER.encode() + bytes(range(256)) * 10
REQUEST = b"%PDF-1.7\n" + WORDING.encode() + bytes(range(256)) * 20


@pytest.fixture
def talkative(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is logged and every temporary file lands where the attacker looks."""
    (data / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(data / "tmp"))
    handler = logging.FileHandler(data / "plaise.log")
    loggers = [logging.getLogger(name) for name in ("", "django")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    connection.force_debug_cursor = True
    yield
    connection.force_debug_cursor = False
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
        logger.removeHandler(handler)
    handler.close()


def live_a_full_life() -> list[bytes]:
    """Make, fill, share, take back, export and import a dossier; the secrets that it used."""
    person, code = create_account("compte-1", PASSPHRASE, cost=QUICK)
    create_account("compte-2", NEW_PASSPHRASE, cost=QUICK)
    dossier = create_dossier(person, exercise=True)
    dossier.write_facts(SOUND, seen=1)
    for name, content in CAPTURES.items():
        receive(dossier.id, uuid4(), name, [content[:1000], content[1000:]])
    file_uploads(dossier)
    receive(dossier.id, uuid4(), "photo-du-telephone.png", [picture(9)])
    dossier.add("pieces/promesse-embauche.pdf", PROMISE, modified=1)
    sha256 = dossier.sha256("captures/capture-du-lundi-0.png")
    with dossier.locked():
        dossier.journal().append("read", {"sha256": sha256, "date": "2026-10-12", "w": WORDING})
        reading = Reading(file="refus.png", sha256=sha256, result=Result.REFUSAL, wording=WORDING)
        dossier.keep_readings(sha256, "lecteur-1", (reading,))
        dossier.keep_package([("3-a-deposer/requete.pdf", REQUEST), ("a.txt", LETTER.encode())])
    grant(person, dossier.id, "compte-2")
    with pytest.raises(PlaiseError):
        unlock("compte-2", PASSPHRASE)
    helper = unlock("compte-2", NEW_PASSPHRASE)
    revoke(person, dossier.id, helper.account)
    dossier.remove("captures/capture-du-lundi-2.png")
    change_passphrase(person, PASSPHRASE, NEW_PASSPHRASE, cost=QUICK)
    _, fresh = recover("compte-1", code, PASSPHRASE, cost=QUICK)
    with pytest.raises(FileExistsError):
        dossier.add("pieces/promesse-embauche.pdf", PROMISE)
    broken = [*parts_of(dossier), Part("journal.jsonl", LETTER.encode())]
    with pytest.raises(PlaiseError):
        import_parts(person, broken)
    import_parts(person, parts_of(dossier))
    data = Path(tempfile.gettempdir()).parent
    export_age(parts_of(dossier), data / "export.age", [PUBLIC_KEY])
    protected = export_with_passphrase(parts_of(dossier), NEW_PASSPHRASE)
    (data / "export-2.age").write_bytes(protected)
    ring = dossier.ring()
    codes = [code.encode(), fresh.encode()]
    return [*codes, person.private, helper.private, *ring.keys, *ring.pairs, ring.naming]


def needles(secrets: list[bytes]) -> dict[str, bytes]:
    contents = [*CAPTURES.values(), picture(9), PROMISE, REQUEST]
    hashes = [hashlib.sha256(content) for content in contents]
    raw = {
        **{text: text.encode() for text in TEXTS},
        **{f"content {n}": content[30:70] for n, content in enumerate(contents)},
        **{f"hash {n}": digest.digest() for n, digest in enumerate(hashes)},
        **{f"secret {n}": secret for n, secret in enumerate(secrets)},
        "PNG": b"\x89PNG\r\n\x1a\n",
        "PDF": b"%PDF-1.",
    }
    found = dict(raw)
    for label, value in raw.items():
        found[f"{label}, hex"] = value.hex().encode()
        found[f"{label}, HEX"] = value.hex().upper().encode()
        if len(value) > 8:  # the middle of a base64 text, whatever stands before
            found[f"{label}, base64"] = base64.b64encode(value)[:-4]
    for text in TEXTS:
        found[f"{text}, UTF-16"] = text.encode("utf-16-le")
        found[f"{text}, JSON"] = text.encode("unicode_escape")
    return found


def seen_in(places: list[Path], wanted: dict[str, bytes]) -> list[str]:
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert len(files) > 10
    seen = []
    for path in files:
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # one of PostgreSQL's own, which come and go
            continue
        seen += [f"{label}: {path}" for label, value in wanted.items() if value in content]
        seen += [f"{text}: {path}" for text in TEXTS if text in str(path)]
    return seen


def test_nothing_of_a_dossier_can_be_read_on_the_disk(
    data: Path, talkative: None, request: pytest.FixtureRequest
):
    del talkative
    secrets = live_a_full_life()
    places = [data]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM INTO %s", [str(data / "sauvegarde.sqlite3")])
        else:
            cluster: Cluster = request.getfixturevalue("cluster")
            places.append(cluster.data)
            cursor.execute("CHECKPOINT")
    names = {path.name for path in data.rglob("*")}
    assert "export.age" in names
    assert "INSERT INTO" in (data / "plaise.log").read_text("utf-8")
    assert seen_in(places, {"the search itself": b"compte-2"})
    assert seen_in(places, needles(secrets)) == []


def test_a_cookie_and_a_server_row_are_no_key_apart():
    key = bytes(range(32))
    for half in split_key(key):
        assert key not in half
        assert key.hex() not in half.hex()
