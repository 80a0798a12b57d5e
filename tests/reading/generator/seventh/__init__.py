"""A seventh hand: only pages, on the desktops and telephones of the fifth.

Three pages out of five come as near to a refusal as a page can without being one (« aucun »,
« complet », « indisponible » said of something else, or elsewhere, or quoted); the others are
refusals in trying surroundings. The pages are data, in the YAML files beside this one.
"""

from ..fifth import shoot
from ._drawn import drawn

__all__ = ["drawn", "shoot"]
