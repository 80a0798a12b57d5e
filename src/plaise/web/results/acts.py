"""The acts: read on the screen, taken away, edited in Word and brought back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaise.dossier import PlaiseError
from plaise.drafting import Act, import_docx
from plaise.store.vault import EncryptedDossier
from plaise.web.files import attachment
from plaise.web.forms import posted, status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.wording import said
from plaise.work import KeptAct, import_act, in_force, kept_acts, reading_copies, reset_act
from plaise.work.packages import files_of_act
from plaise.work.seen import today_of

from .drawn import drawn
from .forms import WordFileForm
from .letters import letters_for
from .views import not_yet

_ENDINGS = ("pdf", "docx", "eml", "txt")
_KEPT_ENDINGS = ("pdf", "docx")
COPIES = {"en": gettext_lazy("anglais"), "ar": gettext_lazy("arabe")}
EDITABLE = frozenset({Act.COURRIEL, Act.RELANCE, Act.LETTRE, Act.REQUETE, Act.DEFENSEUR})
_COPIED = frozenset({Act.REQUETE, Act.LETTRE, Act.COURRIEL})


@require_GET
def index(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """Every act of the last version."""
    context: dict[str, object] = {"step": frame(dossier, "acts"), "dossier": dossier}
    acts = _last(dossier)
    if not acts:
        return not_yet(request, context)
    context |= {
        "acts": [(one, _without_name(one)) for one in acts.values()],
        "letters": letters_for(dossier.facts()),
    }
    return render(request, "plaise/results/acts.html", context)


def _without_name(kept: KeptAct) -> str:
    """What an act is called in a list that is all of one person's."""
    return kept.document.title.removesuffix(f" – {kept.document.author}")


@require_http_methods(["GET", "POST"])
def read(request: HttpRequest, dossier: EncryptedDossier, act: str) -> HttpResponseBase:
    """One act, on the screen; the file edited in Word comes back here."""
    kept = _kept(dossier, act)
    form = WordFileForm(posted(request), request.FILES if request.method == "POST" else None)
    trouble = None
    if request.method == "POST" and kept.act in EDITABLE and form.is_valid():
        try:
            _import(request, dossier, kept.act, form.cleaned_data["file"].read())
            return redirect("act", dossier.id, act)
        except PlaiseError as error:
            trouble = said(error)
    context = {
        "step": frame(dossier, "acts"),
        "dossier": dossier,
        "act": kept,
        "words": drawn(kept.document),
        "endings": _endings(dossier, kept),
        "editable": kept.act in EDITABLE,
        "edited": kept.origin == "edited",
        "versions": _versions(dossier, kept),
        "copies": COPIES.items() if kept.act in _COPIED else (),
        "form": form,
        "trouble": trouble,
    }
    answer = 422 if trouble else status(form)
    return render(request, "plaise/results/act.html", context, status=answer)


@require_POST
def reset(request: HttpRequest, dossier: EncryptedDossier, act: str) -> HttpResponse:
    """Leave the edited version aside: the one that Plaise writes is prepared again."""
    reset_act(dossier, _kept(dossier, act).act)
    tell(
        request,
        _("Le prochain paquet contiendra le texte de Plaise. Votre version reste gardée."),
    )
    return redirect("act", dossier.id, act)


@require_GET
def download(
    request: HttpRequest, dossier: EncryptedDossier, act: str, ending: str
) -> HttpResponse:
    """The file of an act: the person's own when it was edited, else as in the package."""
    del request
    kept = _kept(dossier, act)
    if ending not in _endings(dossier, kept):
        raise Http404
    if kept.origin == "edited":
        return _version(dossier, kept, ending)
    numbers = dossier.package_numbers()
    path = files_of_act(dossier, numbers[-1], kept.act)[ending]
    return attachment(dossier.read_package(numbers[-1], path), f"document.{ending}")


@require_GET
def version(
    request: HttpRequest, dossier: EncryptedDossier, act: str, number: int, ending: str
) -> HttpResponse:
    """A version that the person brought back from Word, as it came."""
    del request
    kept = _kept(dossier, act)
    every = kept_acts(dossier, dossier.journal(), kept.act)
    found = next((one for one in every if one.number == number), None)
    if found is None or found.origin != "edited" or ending not in _KEPT_ENDINGS:
        raise Http404
    return _version(dossier, found, ending)


@require_GET
def copy(request: HttpRequest, dossier: EncryptedDossier, act: str, language: str) -> HttpResponse:
    """An act beside its meaning in another language: to understand, never to file."""
    del request
    kept = _kept(dossier, act)
    if language not in COPIES or kept.act not in _COPIED:
        raise Http404
    made = dict(reading_copies(dossier, language, today=today_of(dossier)))
    start = f"{kept.act.value}-{language}-"
    content = next((content for name, content in made.items() if name.startswith(start)), None)
    if content is None:
        raise Http404
    return attachment(content, f"document-{language}.pdf")


def _import(request: HttpRequest, dossier: EncryptedDossier, act: Act, content: bytes) -> None:
    """Take the file, unless it says that it is another act.

    Raises:
        PlaiseError: it cannot be read, is another act, or its words would be refused.
    """
    kind = import_docx(content).document.kind
    if kind in {one.value for one in Act} and kind != act.value:
        raise PlaiseError(
            "Ce fichier est un autre de vos actes.",
            safe="Rien n’a été modifié.",
            to_do="Choisissez le fichier de cet acte, ou ouvrez la page de l’autre.",
        )
    taken = import_act(dossier, content, today=today_of(dossier), act=act)
    tell(request, _("Votre texte est repris : il sera dans le prochain paquet."))
    if lost := taken.kept.lost:
        words = ngettext(
            "Un élément n’a pas pu être gardé : %(what)s",
            "Des éléments n’ont pas pu être gardés : %(what)s",
            len(lost),
        )
        tell(request, words % {"what": " ; ".join(lost)}, "warning")


def _endings(dossier: EncryptedDossier, kept: KeptAct) -> tuple[str, ...]:
    """What can be taken: an edited act has no e-mail file before the package is made again."""
    if kept.origin == "edited":
        return _KEPT_ENDINGS
    numbers = dossier.package_numbers()
    held = files_of_act(dossier, numbers[-1], kept.act) if numbers else {}
    return tuple(one for one in _ENDINGS if one in held)


def _versions(dossier: EncryptedDossier, kept: KeptAct) -> list[KeptAct]:
    """The earlier versions, newest first."""
    every = kept_acts(dossier, dossier.journal(), kept.act)
    return [one for one in reversed(every) if one.path != kept.path]


def _version(dossier: EncryptedDossier, kept: KeptAct, ending: str) -> HttpResponse:
    path = kept.path.removesuffix("json") + ending
    return attachment(dossier.read(path), f"document.{ending}")


def _last(dossier: EncryptedDossier) -> dict[Act, KeptAct]:
    journal = dossier.journal()
    last = {kept.act: kept for kept in kept_acts(dossier, journal) if kept.origin == "drafted"}
    return last | in_force(dossier, journal)


def _kept(dossier: EncryptedDossier, name: str) -> KeptAct:
    found = next((kept for act, kept in _last(dossier).items() if act.value == name), None)
    if found is None:
        raise Http404
    return found
