"""One page for each way out: Télérecours, paper, lawyer, e-mail; what is asked before filing."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import value_at
from plaise.store.vault import EncryptedDossier
from plaise.web.background import WORKER, Kind
from plaise.web.facts.saving import facts_of, write
from plaise.web.files import streamed
from plaise.web.forms import Words, posted, status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.passages import left_in_french
from plaise.web.security.access import quiet
from plaise.web.wording import said
from plaise.work.sending import AllFiledError, Target, own_account, record_own_account

from .forms import BeforeFilingForm
from .packing import ask_again, packed
from .steps import steps_of
from .views import not_yet

READER = ("depot", "boite_ouverte_chaque_jour_par")


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out of the dossier.

    Attributes:
        slug: of its address.
        target: the package that it takes.
        title: what it is called.
        lead: whom it is for.
        files: whether something is filed with the court by it.
    """

    slug: str
    target: Target
    title: Words
    lead: Words
    files: bool = False

    @property
    def kind(self) -> Kind:
        """The work that makes it."""
        return Kind(f"send-{self.target.value}")


CHANNELS = (
    Channel(
        "telerecours",
        Target.TELERECOURS,
        gettext_lazy("Déposer par Internet (Télérecours citoyens)"),
        gettext_lazy(
            "Le plus rapide. Vous déposez vous-même, avec votre compte. Un message du tribunal "
            "compte comme reçu dès qu’il est dans votre boîte."
        ),
        files=True,
    ),
    Channel(
        "papier",
        Target.PAPER,
        gettext_lazy("Déposer sur papier"),
        gettext_lazy("À imprimer, à signer, puis à porter au greffe ou à envoyer en recommandé."),
        files=True,
    ),
    Channel(
        "avocat",
        Target.LAWYER,
        gettext_lazy("Donner à un avocat"),
        gettext_lazy(
            "Tout le dossier : textes à modifier, pièces, chronologie, originaux et journal."
        ),
    ),
    Channel(
        "courriel",
        Target.EMAIL,
        gettext_lazy("Écrire à la préfecture par courriel"),
        gettext_lazy("Le message et quelques captures. Un courriel ne saisit pas le tribunal."),
    ),
)


@quiet
@require_http_methods(["GET", "POST"])
def channel(request: HttpRequest, dossier: EncryptedDossier, way: str) -> HttpResponseBase:
    """One channel: what is asked first, the package, its steps, and « it is filed »."""
    here = _channel(way)
    context: dict[str, object] = {"step": frame(dossier, "filing"), "dossier": dossier}
    if not dossier.package_numbers():
        return not_yet(request, context)
    asks = here.target is Target.TELERECOURS and not _answered(dossier)
    if request.method == "POST" and not asks:
        if request.POST.get("again"):
            ask_again(dossier)
        WORKER.ask(here.kind, dossier)
        return redirect("channel", dossier.id, way)
    if asks:
        return _before(request, dossier, here, context)
    job = WORKER.job(here.kind, dossier.id)
    going_on = bool(job and job.active)  # before what it makes is looked for: it may end meanwhile
    made = packed(dossier, here.target)
    steps = steps_of(made.steps) if made else []
    context |= {
        "channel": here,
        "job": job,
        "going_on": going_on,
        "trouble": said(job.error) if job and job.error else None,
        "all_filed": bool(job and isinstance(job.error, AllFiledError)),
        "packed": made,
        "steps": steps,
        "left_in_french": left_in_french(text for part in steps for text in part.texts()),
        "reader": value_at(facts_of(dossier).raw, READER),
    }
    return render(request, "plaise/results/channel.html", context)


@require_GET
def take(request: HttpRequest, dossier: EncryptedDossier, way: str) -> HttpResponseBase:
    """The package, under a name that says nothing."""
    del request
    made = packed(dossier, _channel(way).target)
    if made is None:
        raise Http404
    return streamed(made.content.read(), "documents.zip", dossier.unlocked.account)


@require_http_methods(["GET", "POST"])
def inbox(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Change who files and who opens the inbox."""
    context: dict[str, object] = {"step": frame(dossier, "filing"), "dossier": dossier}
    return _before(request, dossier, CHANNELS[0], context)


def _before(
    request: HttpRequest,
    dossier: EncryptedDossier,
    here: Channel,
    context: dict[str, object],
) -> HttpResponseBase:
    """Whose account it is, and who opens the inbox every day: answered before anything is made."""
    facts = facts_of(dossier)
    initial = {
        "reader": value_at(facts.raw, READER) or "",
        "own": own_account(dossier.journal()),
    }
    form = BeforeFilingForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["reader"] != initial["reader"]:
            write(dossier, facts, {READER: form.cleaned_data["reader"]})
        if not initial["own"]:
            record_own_account(dossier, who=str(request.user))
        tell(request, _("C’est noté."))
        return redirect("channel", dossier.id, here.slug)
    context |= {"channel": here, "form": form}
    return render(request, "plaise/results/before_filing.html", context, status=status(form))


def _answered(dossier: EncryptedDossier) -> bool:
    reader = value_at(facts_of(dossier).raw, READER)
    return bool(reader) and own_account(dossier.journal())


def _channel(way: str) -> Channel:
    found = next((one for one in CHANNELS if one.slug == way), None)
    if found is None:
        raise Http404
    return found
