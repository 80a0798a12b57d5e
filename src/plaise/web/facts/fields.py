"""Forms over the facts: each field knows where its value stands; only what differs is written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms

from plaise.dossier import FactPath, Plain, Raw, value_at
from plaise.store.vault import ConflictError
from plaise.web.forms import Words, read_back

SHORT, LONG = 200, 1500


class Lines(forms.CharField):
    """Several lines, as on an envelope; `cleaned_data` holds a list."""

    def __init__(self, *, rows: int = 3, autocomplete: str = "off", **named: Any) -> None:  # noqa: ANN401
        widget = forms.Textarea({"rows": rows, "autocomplete": autocomplete, "class": "short"})
        super().__init__(widget=widget, max_length=SHORT * 2, **named)

    def prepare_value(self, value: object) -> object:
        """One line each."""
        return "\n".join(str(line) for line in value) if isinstance(value, list) else value

    def clean(self, value: object) -> list[str]:
        """The lines that hold something."""
        text = str(super().clean(value))
        return [line.strip() for line in text.splitlines() if line.strip()]


class Sentence(forms.CharField):
    """One line that may be long: on a phone it is seen whole, whatever its length."""

    def __init__(self, **named: Any) -> None:  # noqa: ANN401 (as Django)
        attributes = {"rows": 2, "class": "short", **named.pop("attrs", {})}
        super().__init__(widget=forms.Textarea(attributes), **named)

    def to_python(self, value: object) -> str:
        """Without the line ends that a long text may have been given."""
        return re.sub(r"\s*[\r\n]+\s*", " ", str(super().to_python(value) or "")).strip()


def text(label: Words, *, length: int = SHORT, auto: str = "off", **named: Any) -> forms.CharField:  # noqa: ANN401
    """One line."""
    attributes = {"autocomplete": auto, **named.pop("attrs", {})}
    return forms.CharField(
        label=label, max_length=length, widget=forms.TextInput(attributes), **named
    )


def long_text(label: Words, *, length: int = LONG, **named: Any) -> forms.CharField:  # noqa: ANN401
    """A few sentences."""
    widget = forms.Textarea({"rows": 6})
    return forms.CharField(label=label, max_length=length, widget=widget, **named)


class FactsForm(forms.Form):
    """Fields of one screen.

    `paths` says where each value stands in the facts, after `at`; `defaults` what a missing value
    means. What the facts hold and no field shows is never touched.
    """

    paths: ClassVar[Mapping[str, FactPath]] = {}
    defaults: ClassVar[Mapping[str, Plain]] = {}

    def __init__(self, data: Any, raw: Raw, *, at: FactPath = (), **named: Any) -> None:  # noqa: ANN401
        self.raw, self.at = raw, at
        held = {name: self._held(name) for name in self.paths}
        self._now = _digest(held)
        given = dict(named.pop("initial", {}))
        initial = {**given, **{name: value for name, value in held.items() if value is not None}}
        super().__init__(data, initial=initial, **named)
        self.fields["seen"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=self._now
        )

    def _held(self, name: str) -> Any:  # noqa: ANN401 (whatever the facts hold)
        value = value_at(self.raw, (*self.at, *self.paths[name]))
        return self.defaults.get(name) if value is None else value

    def clean(self) -> dict[str, Any]:
        """Refuse to write over what another tab changed on this very screen."""
        cleaned = super().clean() or self.cleaned_data
        seen = self.data.get(self.add_prefix("seen"))
        if seen and seen != self._now:
            raise ConflictError
        return cleaned

    def changes(self) -> dict[FactPath, Plain]:
        """What differs from the facts, by path."""
        found: dict[FactPath, Plain] = {}
        for name, path in self.paths.items():
            if name in self.fields:
                before, after = self._held(name), _stored(self.cleaned_data.get(name))
                if _plain(before) != _plain(after):
                    found[(*self.at, *path)] = _emptied(before, after)
        return found

    def told(self) -> dict[str, Plain]:
        """Every value given, for a new block of a list."""
        values = {name: _stored(self.cleaned_data.get(name)) for name in self.paths}
        return {str(self.paths[name][-1]): value for name, value in values.items() if value}

    def refuse(self, faults: tuple[tuple[FactPath, str], ...]) -> None:
        """Say beside each field what the model of the facts refuses."""
        where = {(*self.at, *path): name for name, path in self.paths.items()}
        for path, message in faults:
            name = where.get(path) or where.get(path[:-1])
            self.add_error(name if name in self.fields else None, f"{message}.")


def day_words(value: object) -> str:
    """A date of the facts in words; nothing when it is none."""
    return read_back(value) if isinstance(value, date) else ""


def filled(raw: Raw, path: FactPath) -> bool:
    """Whether something stands there."""
    value = value_at(raw, path)
    return any(str(one).strip() for one in value) if isinstance(value, list) else bool(value)


def _stored(value: object) -> Plain:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, (list, tuple)):
        return [str(one) for one in value]
    return value if isinstance(value, (int, date)) else None


def _plain(value: object) -> object:
    """Values that mean the same compare equal."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        return [kept for one in value if (kept := str(one).strip())] or None
    return value


def _emptied(before: object, after: Plain) -> Plain:
    """An emptied text stays as an empty text where one stood; anything else is taken out."""
    if after or isinstance(after, int):
        return after
    return "" if isinstance(before, str) else None


def _digest(values: Mapping[str, object]) -> str:
    text = json.dumps(values, sort_keys=True, default=str, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
