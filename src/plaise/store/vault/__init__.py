"""The encrypted store: accounts, members, dossiers and uploads, on the tables of `database`.

Django must be set up before this is imported. With the disk in hand and no passphrase, nothing
here gives a name, a picture, a text or a hash; see the decision on the encrypted store.
"""

from ._accounts import (
    LEAST,
    SESSION,
    change_passphrase,
    create_account,
    new_recovery_code,
    recover,
    unlock,
)
from ._cleaning import clean_up
from ._dossier import EncryptedDossier
from ._dossiers import Listed, create_dossier, erase_dossier, list_dossiers, open_dossier
from ._errors import (
    ConflictError,
    IdentifierError,
    InvitationError,
    NotAllowedError,
    NotMemberError,
    PassphraseError,
    SecondFactorError,
    TooSoonError,
    WrongPassphraseError,
)
from ._filing import Filed, file_uploads, keep_now
from ._locks import BusyError
from ._members import (
    ACCESS_GIVEN,
    ACCESS_WITHDRAWN,
    Member,
    grant,
    invitation_code,
    invite,
    members,
    revoke,
)
from ._second import has_second_factor, remove_second_factor, set_second_factor
from ._spool import Spool
from ._summaries import note_dates, work_begins, work_is_over
from ._summary import ListedDate, Summary
from ._transfer import import_parts, parts_of
from ._uploads import LIMIT, Receipt, receive, waiting

__all__ = [
    "ACCESS_GIVEN",
    "ACCESS_WITHDRAWN",
    "LEAST",
    "LIMIT",
    "SESSION",
    "BusyError",
    "ConflictError",
    "EncryptedDossier",
    "Filed",
    "IdentifierError",
    "InvitationError",
    "Listed",
    "ListedDate",
    "Member",
    "NotAllowedError",
    "NotMemberError",
    "PassphraseError",
    "Receipt",
    "SecondFactorError",
    "Spool",
    "Summary",
    "TooSoonError",
    "WrongPassphraseError",
    "change_passphrase",
    "clean_up",
    "create_account",
    "create_dossier",
    "erase_dossier",
    "file_uploads",
    "grant",
    "has_second_factor",
    "import_parts",
    "invitation_code",
    "invite",
    "keep_now",
    "list_dossiers",
    "members",
    "new_recovery_code",
    "note_dates",
    "open_dossier",
    "parts_of",
    "receive",
    "recover",
    "remove_second_factor",
    "revoke",
    "set_second_factor",
    "unlock",
    "waiting",
    "work_begins",
    "work_is_over",
]
