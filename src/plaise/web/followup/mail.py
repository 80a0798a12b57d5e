"""What came back: a message or a letter, kept, read, told apart; every finding is to confirm."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plaise.dossier import PlaiseError
from plaise.followup import event_fields
from plaise.followup.mail import (
    FoundKind,
    MailKind,
    MailReading,
    mail_rules,
    read_answer,
    suggestions,
)
from plaise.store.vault import EncryptedDossier, keep_now
from plaise.web.captures.shown import tag_of
from plaise.web.forms import posted, status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.spoken import said_plain
from plaise.web.wording import told_in_one
from plaise.work.mail_said import mail_said, say_mail

from .case import Case, with_case
from .told import in_words

_FORM = ["GET", "POST"]
_ENDINGS = (".eml", ".msg", ".pdf")
_FOUND = {
    FoundKind.APPOINTMENT: gettext_lazy("Une date de rendez-vous"),
    FoundKind.HEARING: gettext_lazy("Une audience"),
    FoundKind.LIMIT: gettext_lazy("Une date limite"),
    FoundKind.TIME_LIMIT: gettext_lazy("Un délai"),
    FoundKind.MENTION: gettext_lazy("Une date citée"),
    FoundKind.CASE_NUMBER: gettext_lazy("Un numéro de dossier"),
    FoundKind.TRACKING: gettext_lazy("Un numéro de suivi"),
}


class MailForm(forms.Form):
    """A message that came back."""

    file = forms.FileField(
        label=gettext_lazy("Le message reçu"),
        help_text=gettext_lazy(
            "Un fichier .eml ou .msg (enregistré depuis votre messagerie), ou un PDF."
        ),
        widget=forms.FileInput({"accept": ",".join(_ENDINGS)}),
    )


class KindForm(forms.Form):
    """What the message is, as the person reads it."""

    kind = forms.ChoiceField(label=gettext_lazy("Ce message est"), widget=forms.RadioSelect)

    def __init__(self, data: object, kind: MailKind) -> None:
        super().__init__(data, initial={"kind": kind.value})  # type: ignore[arg-type]
        labels = mail_rules().labels
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.value, said_plain(labels[one])) for one in MailKind]


@require_http_methods(_FORM)
@with_case
def mails(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponseBase:
    """Add a message; see those already there."""
    form = MailForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        file: UploadedFile = form.cleaned_data["file"]
        content, name = file.read(), file.name or "message.eml"
        try:
            read_answer(content, name, case.today)
        except PlaiseError as error:
            form.add_error("file", told_in_one(error))
        else:
            path = keep_now(dossier, name, content)
            if path.lower().endswith(".pdf"):  # not every PDF of the dossier is a message
                say_mail(dossier, path, "", guessed="")
            tell(request, _("C’est reçu, chiffré et gardé avec vos documents."))
            return redirect("followup-mail", dossier.id, tag_of(dossier, path))
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "form": form,
        "kept": [(tag_of(dossier, path), path.partition("/")[2]) for path in _paths(dossier)],
    }
    return render(request, "plaise/followup/mails.html", context, status=status(form))


@require_http_methods(_FORM)
@with_case
def mail(request: HttpRequest, dossier: EncryptedDossier, case: Case, tag: str) -> HttpResponseBase:
    """What a message seems to be and to say; the person confirms or corrects."""
    path = next((one for one in _paths(dossier) if tag_of(dossier, one) == tag), None)
    if path is None:
        raise Http404
    reading = read_answer(dossier.read(path), path, case.today)
    before = mail_said(dossier, path)
    form = KindForm(posted(request), MailKind(before) if before else reading.guess.kind)
    if request.method == "POST" and form.is_valid():
        say_mail(dossier, path, form.cleaned_data["kind"], guessed=reading.guess.kind.value)
        tell(request, _("C’est noté."))
        return redirect("followup-mail", dossier.id, tag)
    kind = MailKind(before) if before else reading.guess.kind
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "form": form,
        "mail": reading.mail,
        "guess": reading.guess,
        "confirmed": bool(before),
        "label": mail_rules().labels[kind],
        "advice": mail_rules().advice[kind],
        "found": [(_FOUND[one.kind], one) for one in reading.found],
        "warnings": reading.warnings,
        "suggested": _suggested(reading, case),
    }
    return render(request, "plaise/followup/mail.html", context, status=status(form))


def _suggested(reading: MailReading, case: Case) -> list[dict[str, object]]:
    """Events to record, pre-filled: words for the eyes, values for the form."""
    received = reading.mail.sent_at.date() if reading.mail.sent_at else case.today
    made = suggestions(reading, case.followup, min(received, case.today))
    doubts = {one.seen: one.doubt for one in reading.found if one.doubt}
    return [
        {
            "kind": one.kind,
            "label": one.label,
            "because": one.because,
            "data": one.data,
            "told": [_in_words(name, value) for name, value in one.data.items() if name != "on"],
            "doubt": doubts.get(one.because),
        }
        for one in made
    ]


def _in_words(name: str, value: str) -> str:
    """A fact of a suggestion as a person reads it."""
    if name in {"day", "appointment_before"}:
        return in_words(date.fromisoformat(value), {})
    choices = {choice: words for field in event_fields("order") for choice, words in field.choices}
    return in_words(value, choices)


def _paths(dossier: EncryptedDossier) -> list[str]:
    names = [stored.path for stored in dossier.originals("pieces")]
    return [name for name in names if name.lower().endswith((".eml", ".msg"))] + [
        name
        for name in names
        if name.lower().endswith(".pdf") and mail_said(dossier, name) is not None
    ]
