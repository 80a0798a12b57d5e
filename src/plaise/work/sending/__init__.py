"""Packages made for one channel from the latest version: Télérecours, paper, lawyer, e-mail."""

from ._account import own_account, record_own_account
from ._job import AllFiledError, SendingJob
from ._make import Target, bundle, bundle_files
from ._said import SHEET_SENTENCES
from ._zip import keep_zip

__all__ = [
    "SHEET_SENTENCES",
    "AllFiledError",
    "SendingJob",
    "Target",
    "bundle",
    "bundle_files",
    "keep_zip",
    "own_account",
    "record_own_account",
]
