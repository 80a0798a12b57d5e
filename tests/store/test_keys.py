"""The ciphers: what they hide, and that nothing altered or moved is ever given back."""

from __future__ import annotations

import io
import os
import string
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from plaise.store.keys import (
    Binding,
    Cost,
    DamagedError,
    KeyPair,
    LockedError,
    RecoveryCodeError,
    Ring,
    TooLargeError,
    Unlocked,
    derive,
    join_key,
    key_of_code,
    new_code,
    open_box,
    open_stream,
    seal_box,
    seal_stream,
    split_key,
    unwrap,
    wrap,
)

OWNER = uuid4()
HERE = Binding(OWNER, "facts", "a", 3)
ELSEWHERE = [
    Binding(uuid4(), "facts", "a", 3),
    Binding(OWNER, "blob", "a", 3),
    Binding(OWNER, "facts", "b", 3),
    Binding(OWNER, "facts", "a", 2),
]
QUICK = Cost(memory=8, passes=1, lanes=1)


@given(content=st.binary(max_size=300))
def test_what_is_sealed_opens_in_its_place_only(content: bytes):
    key = os.urandom(32)
    sealed = seal_box(key, content, HERE)
    assert open_box(key, sealed, HERE) == content
    for place in ELSEWHERE:
        with pytest.raises(DamagedError):
            open_box(key, sealed, place)
    with pytest.raises(DamagedError):
        open_box(os.urandom(32), sealed, HERE)


@given(at=st.integers(min_value=0), bit=st.integers(0, 7))
def test_one_flipped_bit_is_noticed(at: int, bit: int):
    key = os.urandom(32)
    sealed = bytearray(seal_box(key, b"Aminata", HERE))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(DamagedError):
        open_box(key, bytes(sealed), HERE)


def test_parts_of_a_binding_do_not_run_into_each_other():
    assert Binding(OWNER, "ab", "c").encoded() != Binding(OWNER, "a", "bc").encoded()


def test_a_key_is_wrapped_for_one_person():
    person, other = KeyPair.new(), KeyPair.new()
    wrapped = wrap(b"k" * 32, person.public, HERE)
    assert unwrap(wrapped, person.private, HERE) == b"k" * 32
    with pytest.raises(DamagedError):
        unwrap(wrapped, other.private, HERE)
    with pytest.raises(DamagedError):
        unwrap(wrapped, person.private, ELSEWHERE[0])


def test_a_public_key_that_gives_the_secret_away_is_refused():
    with pytest.raises(DamagedError):
        wrap(b"k" * 32, bytes(32), HERE)


def test_a_passphrase_is_the_same_on_every_keyboard():
    salt = os.urandom(16)
    assert derive("né à l’été", salt, QUICK) == derive(
        "ne\u0301 a\u0300 l’e\u0301te\u0301", salt, QUICK
    )
    assert derive("né", salt, QUICK) != derive("ne", salt, QUICK)
    assert derive("né", salt, QUICK) != derive("né", os.urandom(16), QUICK)


def test_a_recovery_code_is_six_groups_of_five_plain_characters():
    code = new_code()
    assert [len(group) for group in code.split("-")] == [5] * 6
    assert not set(code) & set("ILOU" + string.ascii_lowercase)
    assert new_code() != code


def test_a_recovery_code_is_read_however_it_is_typed():
    code = new_code()
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert key_of_code(sloppy) == key_of_code(code)


@given(place=st.integers(0, 29), shift=st.integers(1, 31))
def test_a_mistyped_recovery_code_is_told_from_a_wrong_one(place: int, shift: int):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    signs = list(new_code().replace("-", ""))
    signs[place] = alphabet[(alphabet.index(signs[place]) + shift) % 32]
    with pytest.raises(RecoveryCodeError):
        key_of_code("".join(signs))


@pytest.mark.parametrize("code", ["", "ABCDE", "ZZZZZ-" * 6, "é" * 30])
def test_what_was_never_a_recovery_code_is_refused(code: str):
    with pytest.raises(RecoveryCodeError):
        key_of_code(code)


@given(chunks=st.lists(st.binary(max_size=90_000), max_size=4))
def test_an_upload_comes_out_as_it_came_in(chunks: list[bytes]):
    pair, sealed = KeyPair.new(), io.BytesIO()
    size = seal_stream(chunks, pair.public, 1, HERE, sealed, limit=1_000_000)
    content = b"".join(chunks)
    assert size == len(content)
    sealed.seek(0)
    assert b"".join(open_stream(sealed, (pair.private,), HERE)) == content


def sealed_upload(content: bytes) -> tuple[bytes, KeyPair]:
    pair, sealed = KeyPair.new(), io.BytesIO()
    seal_stream([content], pair.public, 1, HERE, sealed, limit=1_000_000)
    return sealed.getvalue(), pair


@given(cut=st.integers(0, 140_000))
def test_an_upload_cut_short_is_never_taken_for_whole(cut: int):
    sealed, pair = sealed_upload(b"x" * 140_000)
    with pytest.raises(DamagedError):
        list(open_stream(io.BytesIO(sealed[:cut]), (pair.private,), HERE))


def test_frames_of_an_upload_cannot_be_swapped():
    sealed, pair = sealed_upload(b"x" * 65_536 + b"y" * 65_536 + b"z")
    frame = 4 + 65_536 + 16
    head, one, two, rest = (
        sealed[:35],
        sealed[35 : 35 + frame],
        sealed[35 + frame : 35 + 2 * frame],
        sealed[35 + 2 * frame :],
    )
    with pytest.raises(DamagedError):
        list(open_stream(io.BytesIO(head + two + one + rest), (pair.private,), HERE))
    with pytest.raises(DamagedError):
        list(open_stream(io.BytesIO(head + one + rest), (pair.private,), HERE))


def test_an_upload_that_grows_too_large_is_stopped_while_it_arrives():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield b"x" * 50_000

    with pytest.raises(TooLargeError):
        seal_stream(endless(), KeyPair.new().public, 1, HERE, io.BytesIO(), limit=200_000)
    assert len(taken) < 10


def test_an_upload_is_held_in_memory_a_few_chunks_at_a_time():
    class Sink(io.RawIOBase):
        longest = 0

        def write(self, data):
            self.longest = max(self.longest, len(data))
            return len(data)

    sink = Sink()
    seal_stream((b"x" * 1_000_000,) * 3, KeyPair.new().public, 1, HERE, sink, limit=10**7)
    assert sink.longest < 66_000


def test_a_split_key_tells_nothing_by_halves_and_comes_back_whole():
    key = os.urandom(32)
    cookie, server = split_key(key)
    assert join_key(cookie, server) == key
    assert key not in {cookie, server}
    assert split_key(key)[0] != cookie
    with pytest.raises(LockedError):
        join_key(cookie[:-1], server)


def test_an_unlocked_key_is_forgotten_when_its_hour_comes():
    with time_machine.travel(datetime(2026, 11, 23, 9, tzinfo=UTC), tick=False) as clock:
        until = datetime.now(UTC) + timedelta(minutes=15)
        session = Unlocked(uuid4(), b"k" * 32, until=until)
        assert session.private == b"k" * 32
        clock.shift(timedelta(minutes=14))
        session.extend(until + timedelta(minutes=5))
        clock.shift(timedelta(minutes=4))
        assert session.open
        clock.shift(timedelta(minutes=3))
        with pytest.raises(LockedError):
            _ = session.private
        session.extend(datetime(2030, 1, 1, tzinfo=UTC))
        assert not session.open


def test_no_secret_is_printed():
    pair, ring = KeyPair.new(), Ring.new(uuid4())
    session = Unlocked(uuid4(), b"k" * 32, until=datetime(2030, 1, 1, tzinfo=UTC))
    shown = repr(pair) + repr(ring) + repr(session) + str(session)
    for secret in (pair.private, ring.keys[0], ring.pairs[0], ring.naming, b"k" * 32):
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_a_new_generation_reads_the_old_and_not_the_other_way_round():
    ring = Ring.new(OWNER)
    before = ring.seal("facts", b"before")
    renewed = ring.renewed()
    after = renewed.seal("facts", b"after")
    assert renewed.open("facts", before) == b"before"
    assert renewed.tag("file", "a") == ring.tag("file", "a")
    with pytest.raises(DamagedError):
        ring.open("facts", after)


def test_a_ring_opens_again_from_the_dossier_key_alone():
    ring = Ring.new(OWNER).renewed()
    assert Ring.opened(OWNER, ring.closed(), ring.keys[-1], 2) == ring
    with pytest.raises(DamagedError):
        Ring.opened(OWNER, ring.closed(), ring.keys[0], 2)
    with pytest.raises(DamagedError):
        Ring.opened(uuid4(), ring.closed(), ring.keys[-1], 2)


@given(text=st.binary(max_size=200))
def test_short_notes_hide_their_exact_length(text: bytes):
    ring = Ring.new(OWNER)
    sealed = ring.seal_note("name", text, "x")
    assert ring.open_note("name", sealed, "x") == text
    assert len(sealed) % 64 == len(ring.seal_note("name", b"", "x")) % 64
