"""The message inside an S/MIME signature in one block (RFC 5652), without checking the signature.

Only the content is taken out: whether the signature holds is for a mail program to say.
"""

from __future__ import annotations

_CONSTRUCTED = 0x20
_OCTETS = 0x04
_SEQUENCE = 0x30
_CONTEXT_0 = 0xA0
_OID = 0x06
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_LONG = 0x80
_MAX_DEPTH = 12

_Node = tuple[int, bytes]


def signed_content(data: bytes) -> bytes | None:
    """The content that was signed, or None when there is none (encrypted, malformed, detached)."""
    try:
        outer = _children(_only(data))
        if (_OID, _SIGNED_DATA) not in outer:
            return None
        wrapped = next(body for tag, body in outer if tag == _CONTEXT_0)
        signed = _children(_only(wrapped))
        # SignedData: version, digest algorithms, then what was signed (the first SEQUENCE).
        inner = _children(next(body for tag, body in signed if tag == _SEQUENCE))
        content = next(body for tag, body in inner if tag == _CONTEXT_0)
        return b"".join(_octets(content, 0))
    except (IndexError, StopIteration, ValueError, RecursionError):
        return None


def _only(data: bytes) -> bytes:
    return _nodes(data)[0][1]


def _children(data: bytes) -> list[_Node]:
    return _nodes(data)


def _octets(data: bytes, depth: int) -> list[bytes]:
    if depth > _MAX_DEPTH:
        raise ValueError("too deep")
    parts: list[bytes] = []
    for tag, body in _nodes(data):
        if tag == _OCTETS:
            parts.append(body)
        elif tag == _OCTETS | _CONSTRUCTED:
            parts += _octets(body, depth + 1)
    return parts


def _nodes(data: bytes) -> list[_Node]:
    """The values of a BER string, indefinite lengths included."""
    nodes: list[_Node] = []
    at = 0
    while at < len(data):
        tag, body, at = _node(data, at, 0)
        if tag == 0 and not body:
            break
        nodes.append((tag, body))
    return nodes


def _node(data: bytes, at: int, depth: int) -> tuple[int, bytes, int]:
    if depth > _MAX_DEPTH:
        raise ValueError("too deep")
    tag, length, at = data[at], data[at + 1], at + 2
    if length == _LONG:
        start = at
        while data[at : at + 2] != b"\x00\x00":
            _, _, at = _node(data, at, depth + 1)
        return tag, data[start:at], at + 2
    if length & _LONG:
        size = length & ~_LONG
        length, at = int.from_bytes(data[at : at + size], "big"), at + size
    if at + length > len(data):
        raise ValueError("cut short")
    return tag, data[at : at + length], at + length
