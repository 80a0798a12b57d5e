"""The final page: what is ready, what is missing, what to do next, where the files are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from plaise.dossier import Capture, ExhibitPlan, typeset
from plaise.drafting import Act, Brief
from plaise.law import day_in_words, load_law, retake_source
from plaise.readiness import Assessment, Level, Verdict

from ._guide_captures import to_look_at, to_retake, zone_to_check
from ._places import EDITABLE, EMAIL, FILED, FILING, LETTER, OTHERS, PROOF


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what it says, the file it points to, the text of law behind it."""

    text: str
    path: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A few lines under one title; numbered when they are steps to follow in order."""

    title: str
    items: tuple[Item, ...]
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """The final page as a value, from which the terminal and the browser get their own form."""

    title: str
    mark: str
    lead: str
    sections: tuple[Section, ...]

    def as_html(self) -> str:
        """The page as a file that opens in any browser and prints well; nothing is fetched."""
        environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        source = files("plaise.work").joinpath("lisez-moi.html.j2").read_text(encoding="utf-8")
        return environment.from_string(source).render(guide=self)

    def as_text(self, root: Path | None = None) -> str:
        """The page for a terminal; paths are shown below `root` when it is given."""
        lines = [self.title, "=" * len(self.title), self.lead]
        if self.mark:
            lines.insert(2, f"[{self.mark}]")
        for section in self.sections:
            lines += ["", section.title, "-" * len(section.title)]
            for number, item in enumerate(section.items, start=1):
                bullet = f"{number}." if section.steps else "•"
                source = f" ({item.source})" if item.source else ""
                lines.append(f"{bullet} {item.text}{source}")
                if item.path:
                    lines.append(f"     {root / item.path if root else item.path}")
        return "\n".join(lines)


def build_guide(
    brief: Brief, assessment: Assessment, acts: tuple[Act, ...], problems: tuple[str, ...]
) -> Guide:
    """Say where the person stands, in the order in which a tired reader needs it."""
    sections = (
        Section("À regarder d’abord", _plain((*assessment.blocks, *assessment.alerts, *problems))),
        Section("Qui appeler", _plain(assessment.calls)),
        Section("Ce qui est prêt", _ready(brief.plan, acts)),
        Section("Ce qui manque ou peut être renforcé", _to_strengthen(assessment)),
        Section("Et maintenant", _next(assessment, brief.plan), steps=True),
        Section("Vos captures, à regarder", _to_look_at(brief)),
        Section("Pour que les prochaines captures montrent tout", _retakes(brief.captures)),
        Section(
            "Captures mises de côté (elles restent dans votre dossier)", _aside(brief.captures)
        ),
        Section("Pour vérifier que rien n’a changé", _check()),
    )
    return Guide(
        title=typeset(f"Votre dossier au {day_in_words(assessment.assessed_on)}"),
        mark=brief.mark,
        lead=typeset(
            f"Niveau : {assessment.level_label}. {assessment.level_reason} {assessment.reminder}"
        ),
        sections=tuple(section for section in sections if section.items),
    )


def _plain(texts: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(typeset(text)) for text in texts)


def _ready(plan: ExhibitPlan, acts: tuple[Act, ...]) -> tuple[Item, ...]:
    count, files = len(plan.batch or plan.entries), len(plan.files_to_send)
    new = " nouvelle" + "s" * (count > 1) if plan.continues else ""
    exhibits = Item(
        typeset(
            f"{count} pièce{'s' * (count > 1)}{new} numérotée{'s' * (count > 1)}, en {files} "
            f"fichier{'s' * (files > 1)}"
        ),
        FILING,
    )
    memoir = Item(
        "Le mémoire complémentaire, à relire puis à déposer", f"{FILING}/Memoire_complementaire.pdf"
    )
    petition = Item("La requête, à relire puis à déposer", f"{FILING}/Requete_en_refere.pdf")
    inventory = Item("L’inventaire, à déposer avec elle", f"{FILING}/Inventaire_des_pieces.pdf")
    found = (
        ({Act.REQUETE}, petition),
        ({Act.MEMOIRE_COMPLEMENTAIRE}, memoir),
        ({Act.INVENTAIRE}, inventory),
        (set(Act), exhibits),
        ({Act.COURRIEL, Act.RELANCE}, Item("Le courriel à la préfecture, prêt à envoyer", EMAIL)),
        ({Act.LETTRE}, Item("La lettre recommandée, à imprimer et à signer", LETTER)),
        ({Act.REQUETE}, Item("Les textes, à modifier dans Word ou LibreOffice", EDITABLE)),
        ({Act.DEFENSEUR}, Item("Une saisine du Défenseur des droits, si vous voulez", OTHERS)),
        ({Act.AIDE_JURIDICTIONNELLE}, Item("Une note sur l’aide juridictionnelle", OTHERS)),
    )
    held = set(acts)
    return tuple(item for needed, item in found if item is exhibits or needed & held)


def _to_strengthen(assessment: Assessment) -> tuple[Item, ...]:
    wanting = (
        criterion
        for criterion in assessment.criteria
        if criterion.verdict in {Verdict.MISSING, Verdict.STRENGTHEN}
    )
    return tuple(
        Item(
            typeset(f"{criterion.title} : {criterion.next_step or criterion.explanation}"),
            source=typeset(criterion.sources[0].title) if criterion.sources else "",
        )
        for criterion in wanting
    )


def _to_look_at(brief: Brief) -> tuple[Item, ...]:
    return _plain((*zone_to_check(brief.dossier), *to_look_at(brief.captures)))


def _retakes(captures: tuple[Capture, ...]) -> tuple[Item, ...]:
    """The source is said once, under the last line."""
    lines = to_retake(captures)
    return tuple(
        Item(typeset(text), source=typeset(retake_source()) if text == lines[-1] else "")
        for text in lines
    )


def _aside(captures: tuple[Capture, ...]) -> tuple[Item, ...]:
    return tuple(
        Item(typeset(f"{capture.name} : {capture.set_aside}"))
        for capture in captures
        if capture.set_aside
    )


def _next(assessment: Assessment, plan: ExhibitPlan) -> tuple[Item, ...]:
    if assessment.blocks:
        return _plain(assessment.next_steps)
    if plan.continues:
        return _after_filing(plan)
    first = assessment.next_steps if assessment.level is Level.NOT_YET else ()
    return (
        *_plain(first),
        Item("Relisez chaque phrase de la requête : tout doit être vrai et vécu par vous."),
        _cited(
            "Pensez que la préfecture lira la requête et chaque pièce. En cas de doute sur une "
            "pièce, montrez-la d’abord à une association.",
            "cja-r522-4",
        ),
        _cited(
            "Une requête déposée à la légère peut coûter une amende : si possible, faites relire "
            "le dossier par une association ou un avocat.",
            "cja-r741-12",
        ),
        _cited(
            "Déposez vous-même sur Télérecours citoyens (citoyens.telerecours.fr), depuis votre "
            "propre compte : cochez « référé », puis déposez la requête, la note sur l’absence de "
            f"décision, l’inventaire et chaque pièce du dossier « {FILING} », un par un, dans "
            "l’ordre des numéros. La fiche « A_recopier_dans_Telerecours » reste chez vous : elle "
            "ne se dépose pas.",
            "cja-r414-5",
        ),
        _cited(
            "Ou sur papier : imprimez tout en deux exemplaires, signez la requête à la main, "
            "écrivez « RÉFÉRÉ » sur l’enveloppe, envoyez-la en recommandé ou portez-la au greffe.",
            "cja-r522-3",
        ),
        _cited(
            "Après le dépôt, ouvrez chaque jour votre boîte Télérecours : ce qui y arrive est "
            "réputé reçu tout de suite.",
            "cja-r522-10-1",
        ),
        Item("Continuez vos tentatives et gardez chaque capture : elles pourront être ajoutées."),
    )


def _after_filing(plan: ExhibitPlan) -> tuple[Item, ...]:
    """New exhibits go with a memoir, by the channel of the petition (R. 414-2, R. 412-2 CJA)."""
    return (
        Item("Relisez le mémoire : tout doit être vrai et vécu par vous."),
        _cited(
            "Déposez-le avec l’inventaire et chaque nouveau fichier, par la même voie que la "
            "requête : sur Télérecours citoyens si elle y a été déposée, depuis votre propre "
            "compte, dans le dossier déjà ouvert.",
            "cja-r414-2",
        ),
        _cited(
            f"Les pièces n° 1 à {plan.filed_up_to} sont déjà déposées : elles gardent leur numéro, "
            f"ne les envoyez pas une seconde fois. Elles sont dans « {FILED} ».",
            "cja-r412-2",
        ),
        Item(
            "Notez ensuite dans Plaise que ces preuves sont déposées : leurs numéros ne bougeront "
            "plus, et la suite continuera après elles."
        ),
        Item("Continuez vos tentatives et gardez chaque capture : elles pourront être ajoutées."),
    )


def _cited(text: str, reference_id: str) -> Item:
    reference = load_law().references[reference_id]
    return Item(
        typeset(text), source=typeset(f"{reference.short}, état au {reference.dated:%d/%m/%Y}")
    )


def _check() -> tuple[Item, ...]:
    return (
        Item(
            typeset(
                "Le journal de votre dossier et la liste des empreintes (SHA256SUMS) permettent à "
                "quiconque de vérifier chaque fichier : « plaise verify » suivi du nom de ce "
                "dossier, ou « sha256sum -c SHA256SUMS »."
            ),
            PROOF,
        ),
    )
