"""What an act that comes back from Word cannot keep, counted and said once."""

from __future__ import annotations

from collections import Counter

_SHOWN = 90
_WORDS = {
    "drawing": ("une image ou un dessin", "{n} images ou dessins"),
    "object": ("un objet incorporé", "{n} objets incorporés"),
    "inserted": (
        "une modification suivie : l’ajout est pris dans le texte",
        "des modifications suivies : {n} ajouts sont pris dans le texte",
    ),
    "deleted": (
        "une modification suivie : la suppression est faite",
        "des modifications suivies : {n} suppressions sont faites",
    ),
    "nested": ("un tableau dans un tableau : son texte est mis à la suite",) * 2,
    "merged": ("des cellules fusionnées : elles sont séparées",) * 2,
    "levels": ("des listes à plusieurs niveaux : elles sont mises à un seul niveau",) * 2,
    "look": ("des mises en forme locales (souligné, couleur, taille, police) : le texte est gardé",)
    * 2,
    "link": ("un lien : ses mots sont gardés", "{n} liens : leurs mots sont gardés"),
    "hidden": ("un texte masqué, retiré", "{n} textes masqués, retirés"),
    "struck": ("un texte barré, retiré", "{n} textes barrés, retirés"),
    "symbol": ("un symbole d’une police spéciale", "{n} symboles d’une police spéciale"),
    "formula": ("une formule mathématique", "{n} formules mathématiques"),
    "macros": ("des macros : jamais exécutées, non gardées",) * 2,
    "running": ("l’en-tête ou le pied de page modifié : ceux de l’acte sont remis",) * 2,
    "merged_columns": ("un tableau aux lignes inégales : il est complété par des cases vides",) * 2,
}


class Lost:
    """A list that a person reads, without repetition."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._told: dict[str, None] = {}

    def count(self, what: str, times: int = 1) -> None:
        """Something of a known kind was met."""
        if times:
            self._counts[what] += times

    def tell(self, what: str, quoted: str) -> None:
        """Something whose words the person must see again."""
        shown = quoted if len(quoted) <= _SHOWN else f"{quoted[: _SHOWN - 1].rstrip()}…"
        self._told[f"{what} : « {shown} »"] = None

    def listed(self) -> tuple[str, ...]:
        """Everything lost, in French, the counted kinds first."""
        counted = [
            _WORDS[what][0] if times == 1 else _WORDS[what][1].format(n=times)
            for what, times in sorted(self._counts.items())
        ]
        return (*counted, *self._told)
