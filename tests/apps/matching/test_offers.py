"""An offer is a value: two equal ones are one, and none changes once it was made."""

from dataclasses import FrozenInstanceError, replace

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.offers import Offer

OFFER = Offer(
    solution=PolicySolution(id=1, code="topis"),
    rank=1,
    weak=False,
    concepts=("transport.control",),
    same_sector=True,
    passage={"ko": "교통을 한곳에서 본다", "en": "Traffic is seen in one place"},
    conditions=(),
    verdict="proposed",
    verdict_reason="",
)


def test_an_offer_is_not_changed_after_it_was_made() -> None:
    with pytest.raises(FrozenInstanceError):
        OFFER.verdict = "accepted"  # type: ignore[misc]


def test_offers_are_equal_as_long_as_nobody_decided_differently() -> None:
    assert replace(OFFER) == OFFER
    assert replace(OFFER, verdict="rejected", verdict_reason="too dear") != OFFER
