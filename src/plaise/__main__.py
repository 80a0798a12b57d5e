"""`python -m plaise`."""

import sys

from plaise.cli import main

sys.exit(main())
