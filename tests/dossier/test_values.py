"""Values share what says which of their fields were given; none may see another’s change."""

from __future__ import annotations

import pickle
from copy import deepcopy

from plaise.dossier import Reading


def test_a_changed_copy_leaves_the_others_as_they_were():
    facts = {"file": "a.png", "sha256": "0" * 64, "result": "refusal"}
    one, other = (Reading.model_validate(facts) for _ in range(2))
    given = set(one.model_fields_set)
    changed = one.model_copy(update={"url": "https://exemple.test/"})
    assert changed.model_fields_set == given | {"url"}
    assert one.model_fields_set == other.model_fields_set == given
    assert deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    assert "url" not in other.model_dump(exclude_unset=True)
