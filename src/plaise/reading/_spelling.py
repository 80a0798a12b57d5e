"""Common words of addresses, in which small letters make an i of an l, and the contrary.

« malntenance », « francetravall »: both looks read them so. A word is only ever spelled as the one
that has its very shape; the names of the State's own sites are not mended here (see `_host`).
"""

from __future__ import annotations

import re

from ._fold import squeeze

_WORD = re.compile(r"[A-Za-z]{5,}")
_WORDS = """
accueil actualites administratif administratifs administration administratives article articles
asile association associations avocat avocats bulletin calendrier carte cimade citoyennete
civilite collectivites conditions conseil contact copilot delai delais demarches disponibilite
disponibilites disponible doctolib document documents dossiers droit droits ecosia edition
editions emploi enligne etrangere etrangers facebook familial familiale famille figaro formulaire
francetravail generaliste gisti google guichet horaire horaires immigration immobilier
informations infos inscription instagram integration internet journal judiciaire juridique justice
legifrance liberation libertes liste listes local locale lille linkedin mailing maintenance mairie
medecin mediapart militaire mobilite motif national nationale naturalisation nouvelle nouvelles
officiel outlook outil particulier particuliers plateforme police politique politiques premiere
professionnel professionnels publication publications public publics publique publiques question
reclamation regional residence ressortissants service services sociale specialiste specialites
telechargement titre titres toulouse travail tribunal utilisateur village ville visite whatsapp
wikipedia
"""
_SPELLED = {squeeze(word): word for word in _WORD.findall(_WORDS)}


def spelled(address: str) -> str:
    """The same with the l and the i of common words where they belong."""
    return _WORD.sub(_as_known, address)


def _as_known(match: re.Match[str]) -> str:
    word = match[0]
    known = _SPELLED.get(squeeze(word), "")
    if len(known) != len(word):
        return word
    letters = zip(word, known, strict=True)
    return "".join(own if own.lower() == letter else letter for own, letter in letters)
