"""A small booking site to rehearse on: it behaves as the real ones, and says « exercice ».

Nothing made with it can pass for evidence: every page shows the banner, its hosts are known as
exercise hosts, and their captures are refused in a real dossier. A safeguard, not a proof.
"""

from ._pages import BANNER
from ._scenarios import Family, Scenario, scenario, scenarios
from ._server import PracticeSite, serve

__all__ = ["BANNER", "Family", "PracticeSite", "Scenario", "scenario", "scenarios", "serve"]
