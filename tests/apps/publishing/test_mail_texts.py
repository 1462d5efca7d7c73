"""Every state, kind, record and reason has its words."""

from seoulution.apps.correspondence.kinds import NOTICES
from seoulution.apps.correspondence.models import IncomingState, MailState
from seoulution.apps.engagements.mail_places import Reason
from seoulution.apps.publishing.mail_texts import ABOUT_TEXTS, INCOMING_TEXTS, KIND_TEXTS, OUTGOING_TEXTS, REASON_TEXTS


def test_nothing_is_shown_as_a_bare_code() -> None:
    assert set(OUTGOING_TEXTS) == set(MailState)
    assert set(INCOMING_TEXTS) == set(IncomingState)
    assert set(REASON_TEXTS) == set(Reason)
    assert set(KIND_TEXTS) == set(NOTICES)
    assert {kind.about for kind in NOTICES.values()} <= set(ABOUT_TEXTS)
