"""What a paper asks to be decided."""

from django.utils.translation import override

from seoulution.apps.publishing.decision_words import DECISIONS, decision_words
from seoulution.engine.engagements.facts import Approval


def test_every_kind_of_decision_has_words_that_do_not_say_it_was_taken() -> None:
    assert set(DECISIONS) == set(Approval)
    with override("en"):
        assert not [kind for kind in Approval if "approved" in decision_words(kind)]
    with override("ko"):
        assert decision_words(Approval.OFFICIAL_TRAVEL) == "공무국외출장"
