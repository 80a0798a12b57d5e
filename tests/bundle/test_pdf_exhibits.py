"""PDFs and e-mails as exhibits: kept page for page, nothing active, nothing lost."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import (
    MAIL,
    make_pdf,
    pdf_bytes,
    picture_bytes,
    put_capture,
    put_piece,
)
from exhibits_written import (
    FORMS,
    MORNING,
    check,
    dossier_of,
    words,
    write,
)
from PIL import Image

from plaise.bundle import EXERCISE_MARK, Originals, exhibit_files, plan, write_exhibitsfrom bundle_written import MORNING, WORDS, check, dossier_of, one_capture, one_piece, render, rgb, stored_picture, words, write



