"""What copies weigh is kept: numbering the same captures again opens none of them."""

from __future__ import annotations

import json

import pytest

from plaise.bundle._weights import Weights


class Shelf(dict[str, bytes]):
    """Copies in memory."""

    def derivative(self, name: str) -> bytes | None:
        return self.get(name)

    def keep_derivative(self, name: str, content: bytes) -> None:
        self[name] = content


def never() -> int:
    raise AssertionError("weighed again")


def test_a_weight_is_found_again_by_the_next_run():
    shelf = Shelf()
    weights = Weights(shelf)
    assert (weights.of("a", lambda: 12), weights.of("a", never)) == (12, 12)
    weights.keep()
    again = Weights(shelf)
    assert again.of("a", never) == 12
    del shelf["poids.json"]
    again.keep()
    assert shelf == {}, "nothing new: nothing to keep"


@pytest.mark.parametrize(
    "record", [b"", b"{", b"[]", json.dumps({"software": "0", "weights": {"a": 1}}).encode()]
)
def test_a_spoilt_record_or_one_of_another_version_is_weighed_again(record: bytes):
    assert Weights(Shelf({"poids.json": record})).of("a", lambda: 12) == 12
