"""Every event can be asked for in words, without knowing its code."""

import pytest

from plaise.followup import EVENTS, event_fields
from plaise.followup._fields import FieldKind, field_words


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_every_field_and_choice_has_its_words(kind):
    fields = event_fields(kind)
    assert {field.name for field in fields} == set(EVENTS[kind].model_fields) - {"id"}
    assert fields[0].name == "on"
    for field in fields:
        assert field.label
        assert bool(field.choices) == (field.kind in {FieldKind.CHOICE, FieldKind.CHOICES})


def test_no_word_is_left_over():
    used = [field for kind in EVENTS for field in event_fields(kind)]
    assert {field.name for field in used} == set(field_words().fields)
    assert {value for field in used for value, _ in field.choices} == set(field_words().choices)


def test_kinds_follow_the_event():
    kinds = {field.name: field.kind for field in event_fields("order")}
    assert kinds["delay"] is FieldKind.NUMBER
    assert kinds["read_on"] is FieldKind.DAY
    assert kinds["electronic"] is FieldKind.YES_NO
    assert kinds["reasons"] is FieldKind.CHOICES
    assert kinds["unit"] is FieldKind.CHOICE
    assert {f.name: f.kind for f in event_fields("hearing_set")}["hour"] is FieldKind.HOUR
