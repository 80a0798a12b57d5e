"""Where things stand in a package, named in the order in which they are used."""

PAGE = "LISEZ-MOI.html"
EMAIL = "1-courriel"
LETTER = "2-lettre-recommandee"
FILING = "3-a-deposer-au-tribunal"
EDITABLE = "4-a-modifier-dans-Word"
PROOF = "5-journal"
OTHERS = "6-autres-demarches"
