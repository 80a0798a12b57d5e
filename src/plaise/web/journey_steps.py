"""The steps of the journey, in their order: one line each, added with the pages that show them."""

from __future__ import annotations

from .journey import Step

STEPS: tuple[Step, ...] = ()
