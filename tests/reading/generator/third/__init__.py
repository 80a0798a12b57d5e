"""A third hand: an examiner who saw neither the rules nor the other two generators' pictures.

Today's systems and browsers as people really have them (focused addresses, « Non sécurisé »,
truncated queries, carrier names, bars at the bottom), decoy dates everywhere, dialogs over greyed
pages, and people's own ways of sending a picture: cropped, reduced, recompressed, WebP.
"""

from ._drawn import drawn

__all__ = ["drawn"]
