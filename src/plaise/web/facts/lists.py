"""Blocks that the facts hold many of: reasons of urgency, contacts, explanations, pieces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from plaise.dossier import ContactKind, FactPath, PieceKind, Plain, Raw, value_at
from plaise.followup.mail import check_tracking
from plaise.store.vault import EncryptedDossier, keep_now
from plaise.web.captures.shown import Shown
from plaise.web.forms import DateInWords, Words

from .fields import FactsForm, Sentence, long_text, text
from .kinds import KINDS, PROOFS, day_of, refusal, title_for
from .proofs import blocks, pieces_field

ACCEPT = "image/*,.pdf,.eml,.msg,.docx,.odt"


def proof_field(label: Words, **named: Any) -> forms.FileField:  # noqa: ANN401 (as Django)
    """A file that becomes a piece."""
    return forms.FileField(
        label=label,
        required=False,
        widget=forms.FileInput({"accept": ACCEPT}),
        error_messages={"empty": _("Ce fichier est vide : choisissez-le à nouveau.")},
        **named,
    )


def checked(file: UploadedFile | None) -> UploadedFile | None:
    """A file that can be filed as an exhibit.

    Raises:
        ValidationError: it cannot, and why: better now than on the last page.
    """
    if file is not None:
        problem = refusal(file.read(), file.name or "")
        file.seek(0)
        if problem:
            raise ValidationError(problem)
    return file


class BlockForm(FactsForm):
    """One block of a list of the facts, with the proofs that it brings along."""

    kinds: ClassVar[Mapping[str, PieceKind]] = {}
    fixed: ClassVar[Mapping[str, Plain]] = {}

    def __init__(self, data: Any, raw: Raw, *, at: FactPath, **named: Any) -> None:  # noqa: ANN401
        super().__init__(data, raw, at=at, **named)
        self.new = value_at(raw, at) is None
        self.brought: list[str] = []

    def proofs(self) -> dict[str, PieceKind]:
        """The fields that take a file, and what each file is."""
        return dict(self.kinds)

    def clean(self) -> dict[str, Any]:
        """Each file can be an exhibit."""
        cleaned = super().clean()
        for name in self.proofs():
            try:
                checked(cleaned.get(name))
            except ValidationError as error:
                self.add_error(name, error)
        return cleaned

    def keep_files(self, dossier: EncryptedDossier) -> dict[FactPath, Plain]:
        """Keep the files that came along; gives their lines in the list of pieces."""
        changes: dict[FactPath, Plain] = {}
        known = [one.get("fichier") for one in blocks(self.raw, "pieces")]
        for name, kind in self.proofs().items():
            file = self.cleaned_data.get(name)
            if file is None:
                continue
            line = piece_line(dossier, file, kind, self.day(kind))
            if line["fichier"] not in known:
                changes["pieces", len(known)] = line
                known.append(line["fichier"])
            self.brought.append(str(line["fichier"]))
        return changes

    def day(self, kind: PieceKind) -> Any:  # noqa: ANN401 (a date, or None)
        """The day that a proof bears, when the form tells it."""
        del kind

    def changes(self) -> dict[FactPath, Plain]:
        """A new block whole, or what differs in one."""
        pieces = [*(self.cleaned_data.get("pieces") or []), *self.brought]
        self.cleaned_data["pieces"] = list(dict.fromkeys(pieces))
        if not self.new:
            changed = super().changes()
            if self.brought and "pieces" not in self.fields:
                changed[*self.at, "pieces"] = self.cleaned_data["pieces"]
            return changed
        return {self.at: {**self.fixed, **self.told()}}


class RemoveForm(BlockForm):
    """Nothing to fill in: it only knows which block the person had before their eyes."""

    paths: ClassVar = {"whole": ()}


def piece_line(
    dossier: EncryptedDossier, file: UploadedFile, kind: PieceKind, day: object = None
) -> dict[str, Any]:
    """Keep a file among the pieces; gives its line of the facts, with a title to start from."""
    content, name = file.read(), file.name or "document"
    kept = keep_now(dossier, name, content).partition("/")[2]
    line: dict[str, Any] = {
        "fichier": kept,
        "nature": kind.value,
        "libelle": title_for(kind, kept),
    }
    if dated := day or day_of(content, name):
        line["date"] = dated
    return line


class UrgencyForm(BlockForm):
    """One reason why waiting does harm, and its proof."""

    paths: ClassVar = {"text": ("texte",), "pieces": ("pieces",)}
    kinds: ClassVar = {"file": PieceKind.URGENCY}
    text = long_text(
        _("Ce que l’attente me fait perdre"),
        help_text=_("Ce qui se passe, depuis quel jour, et ce qui arrivera si rien ne change."),
    )

    def __init__(self, data: Any, raw: Raw, *, at: FactPath, **named: Any) -> None:  # noqa: ANN401
        super().__init__(data, raw, at=at, **named)
        if found := pieces_field(raw, _("Ce qui le prouve, parmi mes documents")):
            self.fields["pieces"] = found
        self.fields["file"] = proof_field(_("Ajouter un document qui le prouve"))


class ContactForm(BlockForm):
    """One message, letter, call or visit."""

    paths: ClassVar = {
        "on": ("date",),
        "recipient": ("destinataire",),
        "tracking": ("numero_de_suivi",),
        "answer": ("reponse",),
        "pieces": ("pieces",),
    }
    on = DateInWords(label=_("Date"), past=True)
    recipient = text(
        _("À qui"),
        required=False,
        help_text=_("Par exemple : « service des étrangers »."),
    )
    tracking = text(
        _("Numéro de la lettre"),
        required=False,
        length=40,
        attrs={"dir": "ltr"},
        help_text=_("Il est sur la preuve de dépôt, par exemple « 1A 234 567 8901 2 »."),
    )
    answer = long_text(
        _("La réponse reçue"),
        required=False,
        help_text=_("Laissez vide s’il n’y en a aucune."),
    )

    def __init__(
        self,
        data: Any,  # noqa: ANN401 (as Django)
        raw: Raw,
        *,
        at: FactPath,
        kind: ContactKind,
        **named: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(data, raw, at=at, **named)
        self.kind = kind
        if kind is not ContactKind.LRAR and not self._held("tracking"):
            del self.fields["tracking"]
        self.fields["answer"].widget.attrs["rows"] = 3
        kept = self._held("pieces") or []
        wanted = PROOFS[kind]
        if found := pieces_field(
            raw, _("Les preuves déjà dans mes documents"), kinds=wanted, kept=kept
        ):
            self.fields["pieces"] = found
        for piece, label in wanted.items():
            self.fields[f"file_{piece.value}"] = proof_field(label)

    def proofs(self) -> dict[str, PieceKind]:
        """A field for each proof of this kind of contact."""
        return {f"file_{piece.value}": piece for piece in PROOFS[self.kind]}

    def clean_tracking(self) -> str:
        """The form of a number of La Poste, or of another post (UPU S10)."""
        typed = str(self.cleaned_data["tracking"]).strip()
        if not typed or typed == self._held("tracking"):
            return typed
        found = check_tracking(typed)
        if found is None or not found.plausible:
            raise ValidationError(
                _("Ce numéro n’a pas la forme d’un numéro de lettre recommandée : relisez-le.")
            )
        return found.pretty

    def day(self, kind: PieceKind) -> Any:  # noqa: ANN401 (a date, or None)
        """A letter and its slip bear the day of the sending; the receipt does not."""
        return None if kind is PieceKind.LRAR_RECEIPT else self.cleaned_data.get("on")

    def changes(self) -> dict[FactPath, Plain]:
        """The means stands first."""
        changed = super().changes()
        if self.new:
            block = changed[self.at]
            assert isinstance(block, dict)
            changed[self.at] = {"moyen": self.kind.value, **block}
        return changed


class ExplanationForm(BlockForm):
    """What the person says of one capture."""

    paths: ClassVar = {"capture": ("capture",), "text": ("texte",)}
    capture = forms.ChoiceField(label=_("La capture"))
    text = long_text(
        _("Ce qu’il faut en dire"),
        help_text=_("Ce qui s’est passé ce jour-là, simplement."),
    )

    def __init__(
        self,
        data: Any,  # noqa: ANN401 (as Django)
        raw: Raw,
        *,
        at: FactPath,
        captures: Mapping[str, Shown],
        **named: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(data, raw, at=at, **named)
        held = self._held("capture")
        choice = self.fields["capture"]
        assert isinstance(choice, forms.ChoiceField)
        names = dict.fromkeys([*([held] if held else []), *captures])
        choice.choices = [(name, _named(name, captures.get(name))) for name in names]

    def changes(self) -> dict[FactPath, Plain]:
        """No proof goes with it."""
        changed = super().changes()
        changed.pop((*self.at, "pieces"), None)
        return changed


def _named(name: str, capture: Shown | None) -> str:
    """A capture in a list, by its moment; its file apart, left to right wherever it stands."""
    return f"{capture.title} – \u2066{name}\u2069" if capture else name


class PieceForm(FactsForm):
    """The title of a piece in the inventory, what it is, its date."""

    paths: ClassVar = {"label": ("libelle",), "kind": ("nature",), "dated": ("date",)}
    label = Sentence(
        label=_("Titre de la pièce"),
        max_length=250,
        min_length=3,
        help_text=_("En français : le tribunal le lit. Dites ce que c’est, de qui, de quand."),
        attrs={"lang": "fr", "dir": "ltr"},
    )
    kind = forms.ChoiceField(
        label=_("Ce que c’est"), choices=[(kind.value, words) for kind, words in KINDS.items()]
    )
    dated = DateInWords(label=_("Date écrite sur le document"), required=False)


class AddPiecesForm(forms.Form):
    """Documents, and what they are."""

    kind = forms.ChoiceField(
        label=_("Ce que c’est"),
        choices=[("", "—"), *((kind.value, words) for kind, words in KINDS.items())],
        error_messages={"required": _("Dites ce que c’est.")},
    )
    file = forms.FileField(
        label=_("Le document"),
        help_text=_(
            "Une photo nette, un PDF, un document Word ou ODT. Un courriel : enregistrez-le en "
            ".eml ou en PDF."
        ),
        widget=forms.FileInput({"accept": ACCEPT}),
        error_messages={
            "required": _("Choisissez un fichier."),
            "empty": _("Ce fichier est vide : choisissez-le à nouveau."),
        },
    )

    def clean_file(self) -> UploadedFile | None:
        """It can be an exhibit, or it says why not."""
        return checked(self.cleaned_data["file"])
