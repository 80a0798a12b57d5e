"""The words of the button that shows a passphrase (`plaise.js` makes it, beside the field)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

REVEAL: dict[str, Any] = {
    "data-reveal": _("Afficher"),
    "data-conceal": _("Masquer"),
    "data-shown": _("Ce que vous tapez se voit à l’écran."),
    "data-hidden": _("Ce que vous tapez est masqué."),
}
