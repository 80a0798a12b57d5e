"""The smallest writer of Outlook files: a compound file with the streams of one message."""

import struct
from itertools import pairwise

SECTOR = 512
MINI = 64
END = 0xFFFFFFFE
FREE = 0xFFFFFFFF
FAT = 0xFFFFFFFD


def text_stream(tag, value):
    return f"__substg1.0_{tag:04X}001F", value.encode("utf-16-le")


def binary_stream(tag, value):
    return f"__substg1.0_{tag:04X}0102", value


def properties(streams, header):
    """A `__properties_version1.0` stream that declares these streams."""
    rows = b""
    for name, content in streams:
        tag, kind = int(name[12:16], 16), int(name[16:20], 16)
        size = len(content) + (2 if kind == 0x1F else 0)
        rows += struct.pack("<HHIII", kind, tag, 6, size, 0)
    return ("__properties_version1.0", header + rows)


def outlook(headers, subject, body, attachments=()):
    """A `.msg` file."""
    top = [text_stream(0x001A, "IPM.Note"), text_stream(0x0037, subject)]
    if headers:
        top.append(text_stream(0x007D, headers))
    if body is not None:
        top.append(text_stream(0x1000, body))
    count = len(attachments)
    header = struct.pack("<8sIIII8s", b"", 0, count, 0, count, b"")
    tree = {"": [*top, properties(top, header)]}
    for number, (name, kind, content) in enumerate(attachments):
        streams = [
            binary_stream(0x3701, content),
            text_stream(0x3707, name),
            text_stream(0x370E, kind),
        ]
        method = struct.pack("<HHIII", 0x0003, 0x3705, 6, 1, 0)
        stored = properties(streams, b"\0" * 8)
        tree[f"__attach_version1.0_#{number:08X}"] = [*streams, (stored[0], stored[1] + method)]
    return compound(tree)


def compound(tree):
    """A compound file (MS-CFB, version 3) whose storages are one level deep."""
    mini, entries = b"", []

    def stream(name, content):
        nonlocal mini
        start = len(mini) // MINI if content else END
        mini += content + b"\0" * (-len(content) % MINI)
        return [name, 2, FREE, FREE, FREE, start, len(content), []]

    root = ["Root Entry", 5, FREE, FREE, FREE, END, 0, []]
    entries.append(root)
    for storage, streams in tree.items():
        parent = root
        if storage:
            parent = [storage, 1, FREE, FREE, FREE, 0, 0, []]
            entries.append(parent)
            root[7].append(len(entries) - 1)
        for name, content in streams:
            entries.append(stream(name, content))
            parent[7].append(len(entries) - 1)
    for entry in entries:
        children = sorted(entry[7], key=lambda at: (len(entries[at][0]), entries[at][0].upper()))
        if children:
            entry[4] = children[0]
        for at, following in pairwise(children):
            entries[at][3] = following
    minifat = minifat_of(entries, len(mini) // MINI)
    blocks = [padded(mini), padded(minifat), padded(directory(entries))]
    return assemble(blocks, root, entries)


def minifat_of(entries, count):
    table = [FREE] * count
    for entry in entries:
        if entry[1] == 2 and entry[6]:
            last = entry[5] + -(-entry[6] // MINI) - 1
            for at in range(entry[5], last):
                table[at] = at + 1
            table[last] = END
    return struct.pack(f"<{count}I", *table)


def padded(content):
    return content + b"\xff" * (-len(content) % SECTOR)


def directory(entries):
    made = b""
    for name, kind, left, right, child, start, size, _ in entries:
        label = name.encode("utf-16-le") + b"\0\0"
        made += struct.pack(
            "<64sHBBIII16sIQQIQ", label, len(label), kind, 1, left, right, child, b"", 0, 0, 0,
            start & 0xFFFFFFFF, size,
        )  # fmt: skip
    while len(made) % SECTOR:
        made += struct.pack(
            "<64sHBBIII16sIQQIQ", b"", 0, 0, 0, FREE, FREE, FREE, b"", 0, 0, 0, 0, 0
        )
    return made


def assemble(blocks, root, entries):
    sizes = [len(block) // SECTOR for block in blocks]
    starts = [1 + sum(sizes[:n]) for n in range(3)]
    root[5], root[6] = (starts[0] if sizes[0] else END), len(blocks[0])
    blocks[2] = padded(directory(entries))
    fat = [FAT]
    for start, size in zip(starts, sizes, strict=True):
        fat += [*range(start + 1, start + size), END] if size else []
    assert len(fat) <= SECTOR // 4
    fat += [FREE] * (SECTOR // 4 - len(fat))
    difat = [0] + [FREE] * 108
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII109I", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        b"", 0, 1, starts[2], 0, 4096, starts[1] if sizes[1] else END, sizes[1], END, 0, *difat,
    )  # fmt: skip
    return header + struct.pack(f"<{len(fat)}I", *fat) + b"".join(blocks)
