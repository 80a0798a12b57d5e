"""`plaise …`: the thin command line."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from plaise.dossier import PlaiseError

from ._parser import build_parser, speak_french
from ._words import err, plain_errors, tell

__all__ = ["main"]

INTERRUPTED = 130
FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        0 when all is well, 1 when something needs the person's eyes (a file that cannot be read,
        a check that fails), 2 when the command could not do its work.
    """
    speak_french()
    try:
        with plain_errors():
            given = sys.argv[1:] if arguments is None else arguments
            options = build_parser(given).parse_args(given)
            if options.law is not None:
                from plaise.law import lay_over  # noqa: PLC0415 (help answers at once)

                lay_over(options.law)
            code: int = options.run(options)
            return code
        return 0
    except PlaiseError as error:
        tell(error)
        return FAILED
    except KeyboardInterrupt:
        err("\nArrêté à votre demande. Ce qui était fait est gardé ; relancez pour continuer.")
        return INTERRUPTED
    except Exception:
        err("\nPlaise a rencontré une erreur qu’il ne connaît pas.")
        err("✓ Vos originaux n’ont pas été modifiés.")
        err("→ Relancez la commande. Si cela recommence, relancez-la avec PLAISE_DEBUG=1 devant,")
        err("  et envoyez le texte affiché à la personne qui vous aide.")
        if os.environ.get("PLAISE_DEBUG"):
            traceback.print_exc(file=sys.stderr)
        return FAILED
