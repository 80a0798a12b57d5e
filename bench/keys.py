"""How long keys and ciphers take here: to choose what one guess of a passphrase costs.

uv run python bench/keys.py
"""

from __future__ import annotations

import io
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from uuid import uuid4

from plaise.store.keys import (
    USUAL,
    Binding,
    Cost,
    KeyPair,
    Ring,
    derive,
    open_stream,
    seal_stream,
    unwrap,
    wrap,
)

COSTS = {
    "OWASP, le moins": Cost(19 * 1024, 2, 1),
    "46 Mio": Cost(46 * 1024, 1, 1),
    "64 Mio, 1 voie": Cost(64 * 1024, 3, 1),
    "64 Mio, 4 voies (RFC 9106, 2e choix)": Cost(64 * 1024, 3, 4),
    "128 Mio, 4 voies": Cost(128 * 1024, 3, 4),
    "256 Mio, 4 voies": Cost(256 * 1024, 3, 4),
}


def milliseconds(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Median and worst of some runs."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent), max(spent)


def main() -> None:
    print(f"Argon2id, une phrase de passe (choix actuel : {USUAL})")
    for label, cost in COSTS.items():
        median, worst = milliseconds(partial(derive, "cerise bateau", bytes(16), cost), 7)
        print(f"  {label:38} {median:7.0f} ms  (au pire {worst:.0f})")
    here, pair, ring = Binding(uuid4(), "bench"), KeyPair.new(), Ring.new(uuid4())
    wrapped = wrap(bytes(32), pair.public, here)
    million = os.urandom(1_000_000)
    sealed = ring.seal("blob", million)
    upload = io.BytesIO()
    seal_stream([million], pair.public, 1, here, upload, limit=10**9)

    def opened() -> None:
        upload.seek(0)
        for _ in open_stream(upload, (pair.private,), here):
            pass

    print("Le reste")
    for label, work in {
        "donner la clé d’un dossier à un membre": lambda: wrap(bytes(32), pair.public, here),
        "l’ouvrir": lambda: unwrap(wrapped, pair.private, here),
        "chiffrer 1 Mo": lambda: ring.seal("blob", million),
        "déchiffrer 1 Mo": lambda: ring.open("blob", sealed),
        "sceller un envoi de 1 Mo": lambda: seal_stream(
            [million], pair.public, 1, here, io.BytesIO(), limit=10**9
        ),
        "l’ouvrir, 1 Mo": opened,
        "chiffrer une note": lambda: ring.seal_note("file", b"x" * 200, "a"),
    }.items():
        median, worst = milliseconds(work, 50)
        print(f"  {label:38} {median:7.2f} ms  (au pire {worst:.2f})")


if __name__ == "__main__":
    main()
