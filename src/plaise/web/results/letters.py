"""Other letters, each with the few facts that it alone asks for."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plaise.dossier import Door, Dossier, PlaiseError
from plaise.drafting import Act, Brief, Details
from plaise.store.vault import EncryptedDossier
from plaise.web.captures.known import known
from plaise.web.files import attachment
from plaise.web.forms import DateInWords, Words, posted, status
from plaise.web.journey import frame
from plaise.web.wording import said
from plaise.work.seen import today_of
from plaise.work.single import draft_one

from .numbers import numbers_now
from .views import not_yet

_ENDINGS = {"pdf", "docx"}


class VisitForm(forms.Form):
    """A visit to a counter; what is left empty stays to be written by hand."""

    date = DateInWords(label=_("Quel jour ?"), required=False)
    heure = forms.TimeField(
        label=_("À quelle heure ?"),
        help_text=_("Par exemple 09:30."),
        required=False,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
        error_messages={"invalid": _("Écrivez l’heure comme ceci : 09:30.")},
    )
    lieu = forms.CharField(label=_("Où ?"), required=False, max_length=200)
    reponse = forms.CharField(
        label=_("Que vous a-t-on répondu ?"),
        help_text=_("Les mots exacts, si vous vous en souvenez."),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    document_remis = forms.CharField(
        label=_("Vous a-t-on remis un papier ? Lequel ?"), required=False, max_length=300
    )
    accompagnant = forms.CharField(label=_("Qui était avec vous ?"), required=False, max_length=200)


class WitnessForm(forms.Form):
    """Who attests; the witness writes the rest by hand (article 202 CPC)."""

    nom = forms.CharField(label=_("Nom du témoin"), required=False, max_length=100)
    prenoms = forms.CharField(label=_("Prénoms"), required=False, max_length=100)
    naissance = DateInWords(label=_("Né ou née le"), required=False)
    lieu_naissance = forms.CharField(label=_("À"), required=False, max_length=100)
    adresse = forms.CharField(label=_("Adresse"), required=False, max_length=300)
    profession = forms.CharField(label=_("Profession"), required=False, max_length=100)
    lien = forms.CharField(
        label=_("Lien avec vous"),
        help_text=_("Famille, amitié, travail, ou aucun lien : il faut le dire."),
        required=False,
        max_length=200,
    )


class LegalAidForm(forms.Form):
    """What the note on legal aid says besides the rules."""

    bureau = forms.CharField(
        label=_("Bureau d’aide juridictionnelle"), required=False, max_length=200
    )
    demandee_le = DateInWords(label=_("Demande déjà faite le"), required=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that the person may need.

    Attributes:
        act: which one.
        title: what it is called.
        lead: when it is useful.
        form: what it asks.
        part: of `Details`, by its French name.
        anef: whether it exists only for the téléservice.
    """

    act: Act
    title: Words
    lead: Words
    form: type[forms.Form]
    part: str
    anef: bool = False


LETTERS = (
    Letter(
        Act.RELEVE_GUICHET,
        _("Le récit d’un passage au guichet"),
        _("À écrire le jour même, si on ne vous a pas reçu à la préfecture."),
        VisitForm,
        "visite",
    ),
    Letter(
        Act.POINT_NUMERIQUE,
        _("Le récit d’un passage au point d’accueil numérique"),
        _("Si le téléservice ne marche pas et que vous y avez demandé de l’aide."),
        VisitForm,
        "visite",
        anef=True,
    ),
    Letter(
        Act.ATTESTATION,
        _("L’attestation d’un témoin"),
        _("Le témoin la recopie à la main, la signe et joint sa pièce d’identité."),
        WitnessForm,
        "temoin",
    ),
    Letter(
        Act.AIDE_JURIDICTIONNELLE,
        _("Une note sur l’aide juridictionnelle"),
        _("Pour demander un avocat payé par l’État, si vos revenus sont faibles."),
        LegalAidForm,
        "aide_juridictionnelle",
    ),
)


def letters_for(dossier: Dossier) -> tuple[Letter, ...]:
    """The letters that suit the door."""
    anef = dossier.request.door is Door.ANEF
    return tuple(one for one in LETTERS if anef or not one.anef)


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, dossier: EncryptedDossier, act: str) -> HttpResponseBase:
    """One letter: its small form, then its file."""
    context: dict[str, object] = {"step": frame(dossier, "acts"), "dossier": dossier}
    try:
        facts, numbers = dossier.facts(), numbers_now(dossier)
    except PlaiseError as error:
        return not_yet(request, context, error)
    one = next((one for one in letters_for(facts) if one.act.value == act), None)
    if one is None:
        raise Http404
    form = one.form(posted(request))
    trouble = None
    if request.method == "POST" and form.is_valid():
        brief = Brief(
            dossier=facts,
            captures=known(dossier).captures,
            plan=numbers.plan,
            today=facts.acts_on or today_of(dossier),
        )
        ending = request.POST.get("ending", "pdf")
        if ending not in _ENDINGS:
            raise Http404
        try:
            files = dict(draft_one(brief, one.act, details=details_of(one, form.cleaned_data)))
            return attachment(files[f"{act}.{ending}"], f"document.{ending}")
        except PlaiseError as error:
            trouble = said(error)
    context |= {"letter": one, "form": form, "trouble": trouble}
    answer = 422 if trouble else status(form)
    return render(request, "plaise/results/letter.html", context, status=answer)


def details_of(one: Letter, answers: dict[str, object]) -> Details:
    """The answers as the act reads them; what is empty is left to write."""
    told = {name: value for name, value in answers.items() if value not in {None, ""}}
    return Details.model_validate({one.part: told})
