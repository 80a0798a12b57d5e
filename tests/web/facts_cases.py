"""What a person would type to write the facts of the example, screen by screen."""

from __future__ import annotations

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from web_cases import Newcomer

from plaise.dossier import Dossier, parse_dossier
from plaise.store.vault import EncryptedDossier

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"


def example() -> Dossier:
    return parse_dossier((EXAMPLE / "dossier.toml").read_text(encoding="utf-8"))


def day(name: str, value: object) -> dict[str, str]:
    """A date typed in three fields."""
    if value is None:
        return {}
    year, month, number = str(value).split("-")
    return {f"{name}_jour": number, f"{name}_mois": month, f"{name}_annee": year}


def screens(facts: Dossier) -> list[tuple[str, dict[str, object]]]:
    """Each screen with what is typed there, in the order of the journey."""
    person, asked, prefecture, relief = (
        facts.person,
        facts.request,
        facts.prefecture,
        facts.relief,
    )
    return [
        ("avant/avertissements/", {}),
        ("avant/situation/", {"situations": ["aucune"]}),
        (
            "avant/demarche/",
            {"demarche": asked.demarche.value, "departement": prefecture.departement},
        ),
        ("avant/porte/question/", {"answer": "booking"}),
        ("avant/porte/lieu/", {"answer": "prefecture"}),
        ("avant/site/", {"address": asked.booking_address}),
        (
            "avant/prefecture/",
            {
                "title": prefecture.title.value,
                "address": "\r\n".join(prefecture.address),
                "email": prefecture.email,
            },
        ),
        (
            "qui/nom/",
            {
                "first_names": person.first_names,
                "last_name": f" {person.last_name} ",
                "gender": person.gender.value,
            },
        ),
        (
            "qui/naissance/",
            {
                **day("birth_date", person.birth_date),
                "birth_place": person.birth_place,
                "nationality": person.nationality,
            },
        ),
        (
            "qui/adresse/",
            {"address": "\r\n".join(person.address) + "\r\n", "city": facts.city},
        ),
        (
            "qui/joindre/",
            {
                "phone": person.phone,
                "email": person.email,
                "inbox": facts.deposit.inbox_read_by,
            },
        ),
        (
            "demande/titre/",
            {
                "sought": asked.title_sought,
                "current": asked.current_title,
                **day("expires_on", asked.expires_on),
            },
        ),
        ("demande/motifs/", {"serious": asked.serious}),
        (
            "demande/juge/",
            {
                "delay": relief.delay_days,
                "penalty": relief.daily_penalty_euros,
                "costs": relief.costs_euros,
            },
        ),
    ]


def type_the_example(member: Newcomer, dossier: EncryptedDossier) -> None:
    """The whole of the example's facts through the forms, its captures being there already."""
    facts = example()
    at = f"/dossiers/{dossier.id}/"
    for place, typed in screens(facts):
        answer = member.post(at + place, typed)
        assert answer.status_code == 302, (place, answer.content.decode())
    type_the_pieces(member, dossier, facts)
    for reason in facts.urgency:
        typed = {"text": reason.text, "pieces": list(reason.pieces)}
        assert member.post(f"{at}demande/urgence/ajouter/", typed).status_code == 302
    for contact in facts.contacts:
        typed = {**day("on", contact.on), "answer": contact.answer, "pieces": list(contact.pieces)}
        place = f"{at}contacts/ajouter/{contact.kind.value}/"
        assert member.post(place, typed).status_code == 302
    for one in facts.explanations:
        typed = {"capture": one.capture, "text": one.text}
        assert member.post(f"{at}explications/ajouter/", typed).status_code == 302


def type_the_pieces(member: Newcomer, dossier: EncryptedDossier, facts: Dossier) -> None:
    """Each piece sent, then titled."""
    for piece in facts.pieces:
        content = (EXAMPLE / "pieces" / piece.file).read_bytes()
        sent = {"kind": piece.kind.value, "file": SimpleUploadedFile(piece.file, content)}
        answer = member.post(f"/dossiers/{dossier.id}/pieces/", sent)
        assert answer.status_code == 302, answer.content.decode()
        typed = {"label": piece.label, "kind": piece.kind.value, **day("dated", piece.dated)}
        assert member.post(answer.headers["Location"], typed).status_code == 302
