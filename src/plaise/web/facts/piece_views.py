"""Documents that prove what is said: added, titled, looked at, left unused."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import FactPath, PieceKind, Plain, Raw
from plaise.law import load_law
from plaise.store.vault import EncryptedDossier, waiting
from plaise.web.background import WORKER, Kind
from plaise.web.captures.pictures import first_page_of, shows_nothing
from plaise.web.captures.shown import kind_of, tag_of
from plaise.web.files import attachment, picture
from plaise.web.forms import posted, status
from plaise.web.journey import Frame, frame
from plaise.web.notices import tell

from .fields import day_words
from .kinds import KINDS, tell_of_pages, title_for
from .lists import AddPiecesForm, PieceForm, piece_line
from .proofs import blocks
from .saving import facts_of, new_faults, write

_FORM = ["GET", "POST"]
_CITING = ("urgence", "contacts")
_PICTURES = frozenset({"png", "jpg", "jpeg", "webp"})


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the dossier that proves something.

    Attributes:
        tag: names it in addresses, keyed to the dossier.
        file: its name.
        place: its line among the pieces of the facts; None when it is not used.
    """

    tag: str
    file: str
    place: int | None
    label: str = ""
    kind: object = ""
    day: str = ""

    @property
    def drawable(self) -> bool:
        """Whether a browser shows it."""
        return self._kind in _PICTURES

    @property
    def is_pdf(self) -> bool:
        """Whether its first page may be shown."""
        return self._kind == "pdf"

    @property
    def _kind(self) -> str:
        return self.file.rpartition(".")[2].lower()


@require_http_methods(_FORM)
def pieces(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Add a document; see those that are there."""
    facts = facts_of(dossier)
    files = request.FILES if request.method == "POST" else None
    form = AddPiecesForm(posted(request), files)
    if request.method == "POST" and form.is_valid():
        kind = PieceKind(form.cleaned_data["kind"])
        line = piece_line(dossier, form.cleaned_data["file"], kind)
        WORKER.ask(Kind.READ, dossier)  # the journal records what came in
        known = [one.get("fichier") for one in blocks(facts.raw, "pieces")]
        if line["fichier"] not in known:
            write(dossier, facts, {("pieces", len(known)): line})
        tell(request, _("C’est reçu et chiffré. Vérifiez le titre."))
        tell_of_pages(request, str(line["fichier"]))
        return redirect("piece", dossier.id, tag_of(dossier, f"pieces/{line['fichier']}"))
    found = documents(dossier, facts.raw)
    context = {
        "step": frame(dossier, "pieces"),
        "dossier": dossier,
        "form": form,
        "caution": load_law().warning("piece").text,
        "used": [one for one in found if one.place is not None],
        "unused": [one for one in found if one.place is None],
        "waiting": waiting(dossier.id),
    }
    return render(request, "plaise/facts/pieces.html", context, status=status(form))


@require_http_methods(_FORM)
def piece(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponseBase:
    """The title of a document, what it is, its date, beside its picture."""
    facts = facts_of(dossier)
    one = _found(dossier, facts.raw, tag)
    place = len(blocks(facts.raw, "pieces")) if one.place is None else one.place
    suggested = {"label": title_for(PieceKind.OTHER, one.file)} if one.place is None else {}
    form = PieceForm(posted(request), facts.raw, at=("pieces", place), initial=suggested)
    if request.method == "POST" and form.is_valid():
        changes: dict[FactPath, Plain] = form.changes()
        if one.place is None:
            changes = {("pieces", place): {"fichier": one.file, **form.told()}}
        form.refuse(new_faults(facts, changes))
        if not form.errors:
            write(dossier, facts, changes)
            tell(request, _("C’est enregistré."))
            return redirect("pieces", dossier.id)
    first = one.is_pdf and not shows_nothing(dossier, f"pieces/{one.file}")
    context = {"step": _step(dossier), "dossier": dossier, "form": form, "one": one}
    context |= {"first_page": first}
    return render(request, "plaise/facts/piece.html", context, status=status(form))


@require_http_methods(_FORM)
def unused(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponseBase:
    """Stop using a document: it stays in the dossier, and nothing cites it any more."""
    facts = facts_of(dossier)
    one = _found(dossier, facts.raw, tag)
    if one.place is None:
        raise Http404
    if request.method == "POST":
        write(dossier, facts, {("pieces", one.place): None, **_uncited(facts.raw, one.file)})
        tell(request, _("Ce document n’est plus une pièce. Il reste dans votre dossier."))
        return redirect("pieces", dossier.id)
    context = {
        "step": _step(dossier),
        "dossier": dossier,
        "one": one,
        "cited": bool(_uncited(facts.raw, one.file)),
    }
    return render(request, "plaise/facts/unused.html", context)


@require_GET
def image(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The picture itself, when browsers show its kind; the first page of a PDF."""
    del request
    one = _found(dossier, facts_of(dossier).raw, tag)
    path = f"pieces/{one.file}"
    if one.is_pdf and (page := first_page_of(dossier, path)):
        return picture(page, "image/jpeg")
    content = dossier.read(path)
    kind = kind_of(content)
    if kind is None:
        raise Http404
    return picture(content, kind)


@require_GET
def original(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The file as it came in."""
    del request
    one = _found(dossier, facts_of(dossier).raw, tag)
    return attachment(dossier.read(f"pieces/{one.file}"), one.file)


def documents(dossier: EncryptedDossier, raw: Raw) -> list[Document]:
    """Every file of the shelf, those used as pieces first, in the order of the facts."""
    lines = {one.get("fichier"): place for place, one in enumerate(blocks(raw, "pieces"))}
    found = []
    for stored in dossier.originals("pieces"):
        file = stored.path.partition("/")[2]
        place = lines.get(file)
        line = blocks(raw, "pieces")[place] if place is not None else {}
        kind = next((kind for kind in PieceKind if kind == line.get("nature")), None)
        found.append(
            Document(
                tag=tag_of(dossier, stored.path),
                file=file,
                place=place,
                label=str(line.get("libelle") or ""),
                kind=KINDS.get(kind, "") if kind else "",
                day=day_words(line.get("date")),
            )
        )
    return sorted(found, key=lambda one: (one.place is None, one.place or 0, one.file))


def _found(dossier: EncryptedDossier, raw: Raw, tag: str) -> Document:
    for one in documents(dossier, raw):
        if one.tag == tag:
            return one
    raise Http404


def _step(dossier: EncryptedDossier) -> Frame:
    return replace(frame(dossier, "pieces"), before=reverse("pieces", args=[dossier.id]))


def _uncited(raw: Raw, file: str) -> dict[FactPath, Plain]:
    """The lists of proofs without that file."""
    changes: dict[FactPath, Plain] = {}
    for name in _CITING:
        for place, block in enumerate(blocks(raw, name)):
            cited = block.get("pieces", [])
            if file in cited:
                changes[name, place, "pieces"] = [one for one in cited if one != file]
    relief = raw.get("conclusions")
    costs = relief.get("frais_pieces", []) if isinstance(relief, dict) else []
    if file in costs:
        changes["conclusions", "frais_pieces"] = [one for one in costs if one != file]
    return changes
