"""Uploads sealed to a public key while they arrive: chunk by chunk, never whole in memory.

Layout: format (1 byte), generation (2), ephemeral public key (32), then frames. A frame is its
length (4 bytes) and AES-256-GCM of at most 64 KiB. Its nonce counts the frames and says which is
the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): a frame lost,
moved, repeated or cut off is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from plaise.dossier import PlaiseError

from ._aead import Binding, DamagedError
from ._agreement import KEY, KeyPair, shared_key

CHUNK = 64 * 1024
_FORMAT = b"\x01"
_GENERATION = 2
_LENGTH = 4
_TAG = 16


class TooLargeError(PlaiseError):
    """A file is larger than what is taken in."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"Ce fichier dépasse {limit // 1_000_000} Mo.",
            safe="Il n’a pas été gardé ; les autres fichiers n’ont pas été touchés.",
            to_do="Envoyez une capture d’écran plutôt qu’une vidéo, ou un document plus léger.",
        )


def seal_stream(
    chunks: Iterable[bytes],
    public: bytes,
    generation: int,
    binding: Binding,
    into: BinaryIO,
    *,
    limit: int,
) -> int:
    """Encrypt what comes in and write it; at most a few chunks are in memory.

    Args:
        chunks: the content, in pieces of any size.
        public: the dossier's public key.
        generation: which of the dossier's pairs that is, counted from 1.
        binding: what the content is.
        into: a file open for writing.
        limit: the most bytes of content that are taken.

    Returns:
        How many bytes of content were read.

    Raises:
        TooLargeError: the content is longer than `limit`.
        OSError: the disk refused.
    """
    ephemeral = KeyPair.new()
    cipher = AESGCM(shared_key(ephemeral.private, public, ephemeral.public + public, b"upload"))
    data = binding.encoded()
    into.write(_FORMAT + generation.to_bytes(_GENERATION, "big") + ephemeral.public)
    size = 0
    number = 0
    held = b""
    for block in _blocks(chunks):
        size += len(block)
        if size > limit:
            raise TooLargeError(limit)
        if held:
            _write(into, cipher.encrypt(_nonce(number, last=False), held, data))
            number += 1
        held = block
    _write(into, cipher.encrypt(_nonce(number, last=True), held, data))
    return size


def open_stream(sealed: BinaryIO, pairs: tuple[bytes, ...], binding: Binding) -> Iterator[bytes]:
    """Decrypt what `seal_stream` wrote, chunk by chunk.

    Nothing that was given may be used before the end is reached: only the last chunk proves that
    none is missing.

    Args:
        sealed: the file.
        pairs: the dossier's private keys, generation by generation.
        binding: what the content is.

    Raises:
        DamagedError: altered, cut short, another dossier's or another upload's.
    """
    if sealed.read(1) != _FORMAT:
        raise DamagedError
    generation = int.from_bytes(sealed.read(_GENERATION), "big")
    ephemeral = sealed.read(KEY)
    if len(ephemeral) != KEY or not 1 <= generation <= len(pairs):
        raise DamagedError
    pair = KeyPair.of(pairs[generation - 1])
    cipher = AESGCM(shared_key(pair.private, ephemeral, ephemeral + pair.public, b"upload"))
    data = binding.encoded()
    frame, number = _read(sealed), 0
    while frame is not None:
        following = _read(sealed)
        try:
            yield cipher.decrypt(_nonce(number, last=following is None), frame, data)
        except InvalidTag as error:
            raise DamagedError from error
        frame, number = following, number + 1
    if number == 0:
        raise DamagedError


def _blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of `CHUNK`, the last one shorter; no empty block."""
    buffer = bytearray()
    for chunk in chunks:
        for start in range(0, len(chunk), CHUNK):
            buffer += chunk[start : start + CHUNK]
            while len(buffer) >= CHUNK:
                yield bytes(buffer[:CHUNK])
                del buffer[:CHUNK]
    if buffer:
        yield bytes(buffer)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _write(into: BinaryIO, frame: bytes) -> None:
    into.write(len(frame).to_bytes(_LENGTH, "big") + frame)


def _read(sealed: BinaryIO) -> bytes | None:
    head = sealed.read(_LENGTH)
    if not head:
        return None
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH or not _TAG <= length <= CHUNK + _TAG:
        raise DamagedError
    frame = sealed.read(length)
    if len(frame) != length:
        raise DamagedError
    return frame
