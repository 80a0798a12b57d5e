"""`SHA256SUMS`: the hashes of a package, checkable with `sha256sum -c` and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection
from pathlib import Path

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sums_line(name: str, content: bytes) -> str:
    """The line of one file, in the format of coreutils.

    Raises:
        ValueError: the name holds a line break or a backslash, which the format cannot say simply.
    """
    if "\n" in name or "\\" in name:
        raise ValueError(f"file name unfit for {SUMS}: {name!r}")
    return f"{hashlib.sha256(content).hexdigest()}  {name}\n"


def verify_sums(directory: Path) -> list[str]:
    """Check a directory against its `SHA256SUMS`.

    Returns:
        One plain French line per problem: a file changed, missing, unreadable or not listed.
    """
    names = {*_names(directory)} | ({SUMS} if (directory / SUMS).is_file() else set())
    return check_sums(lambda name: (directory / name).read_bytes(), names)


def check_sums(read: Callable[[str], bytes], names: Collection[str]) -> list[str]:
    """Check files against their `SHA256SUMS`, wherever they are kept.

    Args:
        read: gives the bytes of a file.
        names: the files that there are.

    Returns:
        One plain French line per problem: a file changed, missing, unreadable or not listed.
    """
    try:
        text = read(SUMS).decode()
    except (OSError, UnicodeDecodeError):
        return [f"« {SUMS} » manque ou ne peut pas être lu."]
    problems: list[str] = []
    listed: set[str] = {SUMS}
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is None or not _inside(match[2]):
            problems.append(f"« {SUMS} », ligne {number} : écriture inattendue.")
            continue
        listed.add(match[2])
        problems += _compare(read, match[2], match[1])
    strangers = sorted(set(names) - listed)
    return problems + [f"« {name} » n’est pas dans la liste « {SUMS} »." for name in strangers]


def _compare(read: Callable[[str], bytes], name: str, expected: str) -> list[str]:
    try:
        found = hashlib.sha256(read(name)).hexdigest()
    except FileNotFoundError:
        return [f"« {name} » manque."]
    except OSError as error:
        return [f"« {name} » ne peut pas être lu ({error.strerror})."]
    return [] if found == expected else [f"« {name} » a été modifié."]


def _names(directory: Path) -> list[str]:
    found = (path for path in directory.rglob("*") if path.is_file())
    names = (path.relative_to(directory).as_posix() for path in found)
    return sorted(name for name in names if name != SUMS)


def _inside(name: str) -> bool:
    """Whether a listed name stays below the directory."""
    return not name.startswith("/") and ".." not in name.split("/")
