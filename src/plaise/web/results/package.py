"""Making the package in the background, and taking it away, with how to file it."""

from __future__ import annotations

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plaise.store.vault import EncryptedDossier
from plaise.web.background import WORKER, Kind
from plaise.web.files import attachment, streamed
from plaise.web.journey import frame
from plaise.web.security.access import quiet
from plaise.web.wording import said
from plaise.web.zips import entry, zipped
from plaise.work.packages import guide_of

from .guide import told
from .sending import CHANNELS
from .views import not_yet


@quiet
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Ask for the package, and see how far it is."""
    if request.method == "POST":
        WORKER.ask(Kind.PACKAGE, dossier)
        return redirect("package", dossier.id)
    job = WORKER.taken_up(Kind.PACKAGE, dossier)
    going_on = bool(job and job.active)  # before what it makes is looked for: it may end meanwhile
    numbers = dossier.package_numbers()
    context = {
        "step": frame(dossier, "package"),
        "dossier": dossier,
        "job": job,
        "going_on": going_on,
        "trouble": said(job.error) if job and job.error else None,
        "number": numbers[-1] if numbers else None,
    }
    return render(request, "plaise/results/package.html", context)


@require_GET
def filing(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """How to file, and every file to take."""
    context: dict[str, object] = {"step": frame(dossier, "filing"), "dossier": dossier}
    numbers = dossier.package_numbers()
    if not numbers:
        return not_yet(request, context)
    number = numbers[-1]
    guide = told(guide_of(dossier, number))
    context |= {
        "number": number,
        "guide": guide,
        "left_in_french": guide is not None and guide.left_in_french,
        "shelves": _shelves(dossier, number),
        "channels": CHANNELS,
    }
    return render(request, "plaise/results/filing.html", context)


@require_GET
def one(request: HttpRequest, dossier: EncryptedDossier, number: int, place: int) -> HttpResponse:
    """One file of a version."""
    del request
    try:
        file = dict(enumerate(dossier.package_files(number), start=1))[place]
    except (FileNotFoundError, KeyError) as error:
        raise Http404 from error
    return attachment(dossier.read_package(number, file.path), file.path.rpartition("/")[2])


@require_GET
def everything(
    request: HttpRequest, dossier: EncryptedDossier, number: int
) -> StreamingHttpResponse:
    """A whole version in one zip, under a name that says nothing."""
    del request
    try:
        files = dossier.package_contents(number)
    except FileNotFoundError as error:
        raise Http404 from error
    top = f"version-{number:03d}"
    made = zipped((entry(f"{top}/{path}"), content) for path, content in files)
    return streamed(made, "documents.zip", dossier.unlocked.account)


def _shelves(dossier: EncryptedDossier, number: int) -> list[tuple[str, list[dict[str, object]]]]:
    """The files by directory, each with its place in the version."""
    shelves: dict[str, list[dict[str, object]]] = {}
    for place, file in enumerate(dossier.package_files(number), start=1):
        shelf, _, name = file.path.rpartition("/")
        shelves.setdefault(shelf, []).append({"place": place, "name": name, "size": file.size})
    return sorted(shelves.items(), key=lambda item: (not item[0], item[0]))
