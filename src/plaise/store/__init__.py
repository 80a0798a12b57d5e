"""Where a dossier is kept: a folder on disk, or the encrypted database (`plaise.store.vault`).

What is named here knows no Django; the database's side is imported by its own name.
"""

from ._archive import (
    ArchiveError,
    TooHeavyError,
    TooSlowError,
    export_age,
    export_with_passphrase,
    import_age,
    import_with_passphrase,
)
from ._create import create_dossier
from ._folder import DossierFolder
from ._parts import (
    FACTS,
    Part,
    UnsafePathError,
    belongs,
    check_path,
    read_folder,
    safe_name,
    write_folder,
)
from ._storage import Shelf, Storage, Stored

__all__ = [
    "FACTS",
    "ArchiveError",
    "DossierFolder",
    "Part",
    "Shelf",
    "Storage",
    "Stored",
    "TooHeavyError",
    "TooSlowError",
    "UnsafePathError",
    "belongs",
    "check_path",
    "create_dossier",
    "export_age",
    "export_with_passphrase",
    "import_age",
    "import_with_passphrase",
    "read_folder",
    "safe_name",
    "write_folder",
]
