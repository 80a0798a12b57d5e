"""The act that a state calls for: what is known is filled in, what is missing is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import Dossier, PlaiseError
from plaise.drafting import EMAILS, Act, draft
from plaise.followup import load_machine
from plaise.store.vault import EncryptedDossier
from plaise.web.files import attachment
from plaise.web.forms import DateInWords, Words, posted, status
from plaise.web.journey import frame
from plaise.web.results.drawn import drawn
from plaise.web.wording import told_in_one
from plaise.work.followup_acts import details_from, proposed_details
from plaise.work.single import brief_of
from plaise.work.taken import take_act, taken_acts

from .case import Case, with_case
from .forms import HourField

_TABLES: dict[str, tuple[str, ...]] = {
    "observations_date": ("depot", "date_proposee"),
    "courriel_date_plus_proche": ("date_proposee",),
    "memoire_complementaire": ("depot",),
    "memoire_en_replique": ("depot", "reponses"),
    "fiche_audience": ("audience",),
    "courriel_execution": ("ordonnance",),
    "requete_l521_4": ("ordonnance",),
    "demande_l911_4": ("ordonnance",),
    "nouvelle_requete": ("ordonnance", "reponses"),
    "fiche_rendez_vous": ("rendez_vous",),
    "courriel_nouveau_rendez_vous": ("rendez_vous",),
}
_LOST = (
    ("refoule", gettext_lazy("On ne m’a pas reçu")),
    ("incomplet", gettext_lazy("Mon dossier a été jugé incomplet")),
    ("manque", gettext_lazy("Je n’ai pas pu venir")),
    ("annule", gettext_lazy("Le rendez-vous a été annulé")),
)
_ENDINGS = ("pdf", "docx", "eml")
_MOST_REPLIES = 3


class DetailsForm(forms.Form):
    """What an act needs besides the facts; only what it needs is asked."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        act: str,
        proposed: Mapping[str, Any],
        dossier: Dossier,
    ) -> None:
        super().__init__(data)
        self.tables = {name: proposed.get(name, {}) for name in _TABLES.get(act, ())}
        self._pieces = [(one.file, one.label) for one in dossier.pieces]
        for name in self.tables:
            getattr(self, f"_ask_{name}")(act)

    def _ask(self, name: str, field: forms.Field, value: object = None) -> None:
        self.fields[name] = field
        if value not in (None, "", ()):
            self.initial[name] = value

    def _ask_depot(self, act: str) -> None:
        del act
        known = self.tables["depot"]
        self._ask(
            "depot.numero",
            _line(_("Le numéro du dossier au tribunal"), need=False),
            known.get("numero"),
        )
        if "derniere_piece" not in known:
            self._ask("depot.date", DateInWords(label=_("Le jour du dépôt")), known.get("date"))
            label = _("Le numéro de la dernière pièce déposée")
            self._ask("depot.derniere_piece", forms.IntegerField(label=label, min_value=1))

    def _ask_date_proposee(self, act: str) -> None:
        del act
        known = self.tables["date_proposee"]
        self._ask("date_proposee.date", DateInWords(label=_("La date proposée")), known.get("date"))
        received = DateInWords(label=_("Le jour où vous l’avez reçue"))
        self._ask("date_proposee.recue_le", received, known.get("recue_le"))
        why = "\n".join(one["texte"] for one in known.get("raisons", ()))
        help_text = _("Une raison par ligne : ce que vous perdez, et à quelle date.")
        self._ask(
            "date_proposee.raisons", _text(_("Pourquoi elle vient trop tard"), help_text), why
        )
        self._ask(
            "date_proposee.souhaitee_avant_le",
            DateInWords(label=_("Avant quel jour faut-il un rendez-vous ?"), required=False),
        )

    def _ask_ordonnance(self, act: str) -> None:
        known = self.tables["ordonnance"]
        self._ask("ordonnance.numero", _line(_("Le numéro de l’ordonnance")), known.get("numero"))
        self._ask(
            "ordonnance.date", DateInWords(label=_("La date de l’ordonnance")), known.get("date")
        )
        if act == "nouvelle_requete":
            return
        help_text = _(
            "Recopiez ce qui suit « ORDONNE », par exemple : communiquer une date de rendez-vous "
            "dans un délai de quinze jours."
        )
        self._ask("ordonnance.dispositif", _text(_("Ce que le juge ordonne"), help_text))
        if known.get("inexecution", "rien") != "rien":
            help_text = _("Par exemple : la date du 14 mai 2027 m’a été donnée le 3 décembre 2026.")
            done = _text(_("Ce que la préfecture a fait, et quel jour"), help_text)
            self._ask("ordonnance.fait", done, known.get("fait"))
        end = DateInWords(label=_("Le dernier jour du délai"), required=act != "courriel_execution")
        self._ask("ordonnance.delai_jusqu_au", end, known.get("delai_jusqu_au"))
        if act != "courriel_execution":
            label = _("Quel document est l’ordonnance ?")
            help_text = _("S’il n’est pas là, ajoutez-le d’abord à vos documents.")
            self._ask(
                "ordonnance.pieces",
                forms.MultipleChoiceField(
                    label=label,
                    help_text=help_text,
                    choices=self._pieces,
                    widget=forms.CheckboxSelectMultiple,
                ),
            )

    def _ask_reponses(self, act: str) -> None:
        del act
        known = list(self.tables["reponses"] or [])[:_MOST_REPLIES]
        for rank in range(_MOST_REPLIES):
            one = known[rank] if rank < len(known) else {}
            first = rank == 0
            point = _("Ce qui vous est opposé (%(rank)d)") % {"rank": rank + 1}
            answer = _("Votre réponse (%(rank)d)") % {"rank": rank + 1}
            self._ask(f"reponses.{rank}.motif", _text(point, need=first), one.get("motif"))
            self._ask(f"reponses.{rank}.reponse", _text(answer, need=first), one.get("reponse"))

    def _ask_audience(self, act: str) -> None:
        del act
        known = self.tables["audience"]
        self._ask("audience.date", DateInWords(label=_("Le jour de l’audience")), known.get("date"))
        self._ask("audience.heure", _hour(), _at(known.get("heure")))
        self._ask("audience.lieu", _line(_("Le lieu")), known.get("lieu"))
        self._ask("audience.salle", _line(_("La salle"), need=False))

    def _ask_rendez_vous(self, act: str) -> None:
        known = self.tables["rendez_vous"]
        self._ask(
            "rendez_vous.date", DateInWords(label=_("Le jour du rendez-vous")), known.get("date")
        )
        self._ask("rendez_vous.heure", _hour(need=False), _at(known.get("heure")))
        self._ask("rendez_vous.lieu", _line(_("Le lieu"), need=False), known.get("lieu"))
        if act == "fiche_rendez_vous":
            help_text = _("Un document par ligne, comme sur la convocation.")
            label = _("Les documents que la convocation demande")
            self._ask("rendez_vous.documents", _text(label, help_text, need=False))
            return
        lost = forms.ChoiceField(
            label=_("Ce qui s’est passé"), choices=_LOST, widget=forms.RadioSelect
        )
        self._ask("rendez_vous.suite", lost, known.get("suite"))
        told = _text(_("Les mots que vous avez entendus ou reçus"), need=False)
        self._ask("rendez_vous.reponse", told, known.get("reponse"))
        reason = _text(_("Si vous n’avez pas pu venir, la raison"), need=False)
        self._ask("rendez_vous.raison", reason)

    def details(self) -> dict[str, Any]:
        """What the person confirmed, table by table; what nobody asked stays as it was known."""
        made: dict[str, Any] = {}
        for name, table in self.tables.items():
            if name == "reponses":
                made[name] = self._replies()
            else:
                known = {key: value for key, value in table.items() if value not in (None, "")}
                made[name] = known | self._answers(name)
        return {name: table for name, table in made.items() if table}

    def _answers(self, table: str) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        for full, value in self.cleaned_data.items():
            owner, _dot, name = full.partition(".")
            if owner == table and value not in (None, "", []):
                answers[name] = _shaped(name, value)
        return answers

    def _replies(self) -> list[dict[str, str]]:
        pairs = [
            {
                part: self.cleaned_data.get(f"reponses.{rank}.{part}", "")
                for part in ("motif", "reponse")
            }
            for rank in range(_MOST_REPLIES)
        ]
        return [pair for pair in pairs if all(pair.values())]


@require_http_methods(["GET", "POST"])
@with_case
def act(request: HttpRequest, dossier: EncryptedDossier, case: Case, act: str) -> HttpResponseBase:
    """Complete, look at and take away one act."""
    hint = load_machine().acts.get(act)
    if hint is None or act not in {one.value for one in Act}:
        raise Http404
    wanted = Act(act)
    proposed = proposed_details(dossier, case.facts, case.followup)
    form = DetailsForm(posted(request), act, proposed, case.facts)
    endings = _ENDINGS if wanted in EMAILS else _ENDINGS[:2]
    context: dict[str, Any] = {"step": frame(dossier, "after"), "dossier": dossier, "hint": hint}
    if form.is_bound and form.is_valid():
        try:
            details = details_from(form.details())
            brief = brief_of(dossier, today=case.today)
            ending = str(request.POST.get("forme", ""))
            if ending in endings:
                content = take_act(dossier, brief, wanted, details, ending)
                return attachment(content, f"document.{ending}")
            context["words"] = drawn(draft(wanted, brief, details))
        except PlaiseError as error:
            form.add_error(None, told_in_one(error))
    context |= {
        "form": form,
        "endings": endings,
        "waiting": _too_soon(case, act),
        "taken": taken_acts(dossier.journal(), wanted, case.facts.zone),
    }
    return render(request, "plaise/followup/act.html", context, status=status(form))


@require_GET
def taken(request: HttpRequest, dossier: EncryptedDossier, act: str, number: int) -> HttpResponse:
    """A file that was taken away before, exactly as it was."""
    del request
    if act not in {one.value for one in Act}:
        raise Http404
    for one in taken_acts(dossier.journal(), Act(act), "UTC"):
        if one.number == number:
            return attachment(dossier.read(one.path), f"document.{one.ending}")
    raise Http404


def _too_soon(case: Case, act: str) -> date | None:
    """The first day when the act may be filed, while that day has not come."""
    for route in case.page.routes:
        if route.act == act and not route.open_now:
            return route.opens_on
    return None


def _shaped(name: str, value: object) -> object:
    lines = [line.strip() for line in str(value).splitlines() if line.strip()]
    if name == "raisons":
        return [{"texte": line} for line in lines]
    return lines if name == "documents" else value


def _line(label: Words, *, need: bool = True) -> forms.CharField:
    return forms.CharField(label=label, required=need, max_length=200)


def _text(label: Words, help_text: Words = "", *, need: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=need,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )


def _hour(*, need: bool = True) -> HourField:
    return HourField(label=_("L’heure"), required=need, max_length=8)


def _at(value: time | None) -> str:
    return value.isoformat("minutes") if value else ""
