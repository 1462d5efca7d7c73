"""Where the records that a correction touches are found, and what its evidence is called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import LegalRule
from seoulution.apps.financing.models import Fund
from seoulution.apps.network.models import Agency, Agreement, Firm, Source
from seoulution.web.shared.tags.records import named


@dataclass(frozen=True, slots=True)
class Named:
    """Words with the address they lead to, if there is one."""

    words: str
    href: str = ""


MODELS: Final[tuple[tuple[Any, str], ...]] = (
    (City, "office:city"),
    (PolicySolution, "public:solution"),
    (Fund, "office:fund"),
    (Agency, "office:agency"),
    (Firm, "office:firm"),
)
"""Records with a page each; the first that knows a code names it."""


def records_touched(codes: Iterable[str], *, reader: User) -> dict[str, Named]:
    """Code to record, one query for each kind; files and requests that the reader may not see are left out."""
    wanted = set(codes)
    found: dict[str, Named] = {}
    shown = [(model.objects.filter(withdrawn_on=None), address) for model, address in MODELS]
    for rows, address in (*shown, (visible_to(reader), "office:engagement")):
        for row in rows.filter(code__in=wanted).defer("data"):
            found.setdefault(row.code, Named(named(row), reverse(address, args=[row.code])))
    for agreement in Agreement.objects.filter(code__in=wanted).defer("data"):
        found.setdefault(agreement.code, Named(named(agreement), f"{reverse('office:network')}#{agreement.code}"))
    for rule in LegalRule.objects.filter(code__in=wanted).defer("data"):
        found.setdefault(rule.code, Named(_("Legal rule"), f"{reverse('office:legal')}#{rule.code}"))
    if reader.may(Permission.SEE_REQUESTS):
        for asked in SharingRequest.objects.filter(code__in=wanted).select_related("city").defer("text", "city__data"):
            place = named(asked.city) if asked.city else asked.city_as_written
            found.setdefault(
                asked.code, Named(_("Request of %(city)s") % {"city": place}, reverse("office:request", args=[asked.code]))
            )
    return found


def evidence_of(written: Iterable[str], sources: Mapping[str, Source]) -> list[Named]:
    """Each piece of evidence in words: a source by its title, our arithmetic, or that only general knowledge speaks."""
    return [_evidence(each, sources) for each in written]


def _evidence(each: str, sources: Mapping[str, Source]) -> Named:
    if each == "arithmetic":
        return Named(_("our arithmetic"))
    if each == "unchecked":
        return Named(_("general knowledge only, no source seen"))
    if source := sources.get(each):
        return Named(source.title, source.address if source.address.startswith(("http://", "https://")) else "")
    return Named(each, each if each.startswith(("http://", "https://")) else "")
