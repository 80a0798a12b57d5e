"""The whole job: from the folder as it is to a package ready to file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from plaise import __version__
from plaise.bundle import DEFAULT_CAP, plan
from plaise.dossier import Capture, Door, Dossier, ExhibitPlan, PlaiseError
from plaise.drafting import Brief
from plaise.journal import canonical
from plaise.law import load_law, proves
from plaise.readiness import Assessment, assess
from plaise.store import Storage

from ._acts import changed_since, in_force
from ._choices import exhibit_decisions, left_aside
from ._contents import Job, acts_of, contents, exhibit_keys
from ._exhibits import check_pieces
from ._filed import filing_of
from ._guide import Guide, build_guide
from ._intake import Intake, open_journal, take_in
from ._kept import record_made
from ._originals import originals_of
from ._package import Package, build, latest
from ._plan import look
from ._progress import Progress, Silent
from ._read import read_captures


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run did, for the final page and for other programs."""

    dossier: Dossier
    captures: tuple[Capture, ...]
    assessment: Assessment
    plan: ExhibitPlan
    package: Package
    made: bool
    fresh: int
    rewritten: tuple[str, ...]
    guide: Guide
    problems: tuple[str, ...] = field(default=())

    @property
    def used(self) -> tuple[Capture, ...]:
        """The captures that are exhibits."""
        sources = {entry.source for entry in self.plan.series}
        return tuple(capture for capture in self.captures if capture.source in sources)

    @property
    def aside(self) -> tuple[Capture, ...]:
        """The captures that are not, each with its reason."""
        return tuple(capture for capture in self.captures if capture.set_aside)

    @property
    def clean(self) -> bool:
        """Whether nothing needs the person's eyes before going on."""
        return not (self.problems or self.assessment.blocks)


def prepare(
    storage: Storage,
    *,
    today: date,
    cap_bytes: int = DEFAULT_CAP,
    progress: Progress | None = None,
) -> Outcome:
    """Do the whole job on a dossier; do again only what changed.

    Args:
        storage: where the dossier is kept.
        today: the date of the acts, unless the facts give one.
        cap_bytes: the most that one file of the package may weigh.
        progress: who hears where the work is.

    Raises:
        PlaiseError: something that the person must mend first; nothing already made is lost.
        OSError: the disk refused; nothing is half-written.
    """
    progress = progress or Silent()
    storage.facts()
    with storage.alone(), storage.locked():
        dossier = storage.facts()
        journal = open_journal(storage, dossier, storage.facts_text())
        intake = take_in(storage, journal)
        if intake.added:
            _pieces_fit(storage, dossier, cap_bytes)
        silence = _proved_by_silence(dossier, intake)
        if not silence:
            _some_capture(intake)
        read = read_captures(storage, journal, dossier, intake.captures, progress)
        decisions = exhibit_decisions(journal)
        captures = left_aside(read.captures, decisions)
        if not silence:
            _some_attempt(dossier, captures)
        acts_on = dossier.acts_on or today
        assessment = assess(dossier, captures, today=acts_on)
        originals = originals_of(storage)
        exhibits = plan(dossier, captures, originals, cap_bytes=cap_bytes, decisions=decisions)
        brief = Brief(dossier=dossier, captures=captures, plan=exhibits, today=acts_on)
        edited = in_force(storage, journal)
        details = filing_of(journal, dossier)
        acts, faults = acts_of(brief, assessment, edited, details)
        problems = (
            *_problems(dossier, intake, captures),
            *changed_since(brief, edited),
            *faults,
        )
        guide = build_guide(brief, assessment, acts, problems)
        job = Job(
            storage, journal, brief, assessment, guide, originals, progress, acts, edited, details
        )
        package, rewritten = _package(job)
    return Outcome(
        dossier=dossier,
        captures=captures,
        assessment=assessment,
        plan=exhibits,
        package=package,
        made=rewritten is not None,
        fresh=read.fresh,
        rewritten=rewritten or (),
        guide=guide,
        problems=problems,
    )


def assess_dossier(
    storage: Storage, *, today: date, progress: Progress | None = None
) -> Assessment:
    """Read what is new and say whether the file is strong enough; draft and bundle nothing.

    Raises:
        PlaiseError: as `prepare`.
    """
    dossier, captures = look(storage, progress)
    return assess(dossier, captures, today=dossier.acts_on or today)


def _proved_by_silence(dossier: Dossier, intake: Intake) -> bool:
    """A form that never answers is proved by its acknowledgement and reminders: pieces."""
    return dossier.request.door is Door.DEMARCHE_NUMERIQUE and bool(intake.pieces)


def _pieces_fit(storage: Storage, dossier: Dossier, cap_bytes: int) -> None:
    """Say every piece that would be refused when it comes in, before minutes of reading."""
    refused, _ = check_pieces(storage, dossier, cap_bytes=cap_bytes)
    if refused:
        raise PlaiseError(
            "\n".join(refused),
            safe="Vos fichiers n’ont pas été modifiés.",
            to_do="Corrigez ces pièces, puis relancez. « plaise pieces DOSSIER --check » les "
            "vérifie sans rien faire d’autre.",
        )


def _some_capture(intake: Intake) -> None:
    if not intake.captures:
        raise PlaiseError(
            "Il n’y a encore aucune capture dans ce dossier.",
            to_do="Ajoutez vos captures d’écran (répertoire « captures »), puis relancez.",
        )


def _some_attempt(dossier: Dossier, captures: Sequence[Capture]) -> None:
    """Without one usable refusal there is nothing to draft: say why, capture by capture.

    What proves that the door is shut depends on the door (`plaise.law.proves`).
    """
    if any(proves(capture, dossier.request.door) for capture in captures):
        return
    reasons = "\n".join(f"– {c.path} : {c.set_aside or 'pas un refus'}" for c in captures)
    raise PlaiseError(
        f"Aucune capture ne prouve encore une tentative refusée :\n{reasons}",
        safe="Vos captures sont gardées, et le journal dit ce qui a été lu.",
        to_do="Refaites des captures où l’on voit l’adresse du site, la date, l’heure et le texte "
        "du refus, ajoutez-les au dossier, puis relancez.",
    )


def _package(job: Job) -> tuple[Package, tuple[str, ...] | None]:
    """The latest package when nothing changed, else a new one and the exhibits rewritten."""
    fingerprint = _fingerprint(job)
    before = latest(job.storage)
    if before and before.fingerprint == fingerprint:
        return before, None
    keys = exhibit_keys(job.brief)
    known = {key: name for name, key in before.exhibits.items()} if before else {}
    kept = {
        name: (before.number, known[key]) for name, key in keys.items() if before and key in known
    }
    plan = job.brief.plan
    package = build(job.storage, fingerprint, keys, job.guide, plan, lambda: contents(job, kept))
    record_made(job.storage, job.journal, job.brief, job.drafted)
    job.journal.append("package", {"version": package.name, "sums": package.sums})
    return package, tuple(name for name in keys if name not in kept)


def _fingerprint(job: Job) -> str:
    """One value for all that the package is made from; timings left out."""
    brief = job.brief
    captures = [
        capture.model_dump(mode="json", exclude={"reading": {"seconds"}})
        for capture in brief.captures
    ]
    made_from = {
        "software": __version__,
        "law": load_law().fingerprint,
        "today": brief.today.isoformat(),
        "dossier": brief.dossier.model_dump(mode="json"),
        "captures": captures,
        "plan": brief.plan.model_dump(mode="json"),
        "page": job.guide.as_text(),
        "details": job.details.model_dump(mode="json"),
        "edited": {act.value: kept.sha256 for act, kept in job.edited.items()},
    }
    return hashlib.sha256(canonical(made_from)).hexdigest()


def _problems(dossier: Dossier, intake: Intake, captures: Sequence[Capture]) -> tuple[str, ...]:
    """What the person must look at: files lost, changed, unreadable or refused."""
    refused = [
        f"« {capture.path} » : {capture.set_aside}."
        for capture in captures
        if capture.reading.result.value == "unreadable"
        or (capture.reading.exercise and not dossier.exercise)
    ]
    names = {capture.name for capture in captures}
    unknown = [
        f"dossier.toml explique « {item.capture} », qui n’est pas dans captures/."
        for item in dossier.explanations
        if item.capture not in names
    ]
    return (*intake.problems, *refused, *unknown)
