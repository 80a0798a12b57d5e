"""Where a dossier is kept: for now a folder on disk, without any database."""

from ._create import create_dossier
from ._files import sha256_of, sync_directory, write_whole
from ._folder import DossierFolder

__all__ = ["DossierFolder", "create_dossier", "sha256_of", "sync_directory", "write_whole"]
