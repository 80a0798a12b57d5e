"""What tests of the encrypted store have in common."""

from __future__ import annotations

from plaise.store.keys import Cost

QUICK = Cost(memory=8, passes=1, lanes=1)
PASSPHRASE = "cerise bateau lampe nuage"
