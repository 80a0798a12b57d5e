"""Cases built as a front end builds them: one recorded event after another."""

from datetime import date
from itertools import count
from typing import Any

from plaise.followup import Followup, Setting, correction, new_event

METROPOLE = Setting(departement="95")


class Case:
    """A journal being written."""

    def __init__(self, setting: Setting = METROPOLE) -> None:
        self.setting = setting
        self.entries: list[dict[str, Any]] = [
            {"kind": "created", "at": "2026-11-01T08:00:00Z", "data": {}}
        ]
        self.followup = Followup()
        self._clock = count()

    def record(self, kind: str, **data: Any) -> "Case":
        name, payload = new_event(self.followup, kind, data, self.setting)
        return self._write(name, payload)

    def correct(
        self, target: str, kind: str | None = None, *, why: str = "Erreur.", **data: Any
    ) -> "Case":
        day = date(2026, 12, 31)
        replacement = data if kind else None
        name, payload = correction(
            self.followup, target, self.setting, on=day, reason=why, kind=kind, data=replacement
        )
        return self._write(name, payload)

    def _write(self, name: str, payload: dict[str, Any]) -> "Case":
        at = f"2026-11-01T08:{next(self._clock):02}:00Z"
        self.entries.append({"kind": name, "at": at, "data": payload})
        self.followup = Followup.from_entries(self.entries)
        return self


def filed(on: str = "2026-11-24") -> Case:
    return Case().record("filed", on=on, channel="telerecours")
