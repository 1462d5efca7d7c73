"""A paper that was sent, as in life."""

from datetime import date
from typing import Any

from django.utils import timezone
from tests.apps.publishing.compose.printing import SITE
from tests.apps.publishing.referring import SOLUTION

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.models import PaperKind, PromotionChannel, Sending
from seoulution.apps.publishing.papers import Wanted
from seoulution.apps.publishing.services.sendings import record_sending
from seoulution.engine.vocabulary import Language


def leaflet_of(code: str = SOLUTION, language: Language = Language.EN) -> Wanted:
    return Wanted(PaperKind.LEAFLET, language, solution=PolicySolution.objects.select_related("owner").get(code=code))


def sent(by: User, wanted: Wanted | None = None, **how: Any) -> Sending:
    """Through the trade offices, today, unless said otherwise."""
    told: dict[str, Any] = {
        "format": "pdf",
        "channel": PromotionChannel.objects.get(code="channel-kotra"),
        "recipient": "Trade office in Lima",
        "sent_on": timezone.localdate(),
        **how,
    }
    return record_sending(wanted or leaflet_of(), SITE, by=by, **told)


LONG_AGO = date(2020, 3, 4)
