"""What each party of an engagement has: given when, read when, by which link, and what it has said back."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.links import LinkState, state_of
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.equal_information import evenness_of
from seoulution.apps.publishing.models import LinkRefusal, PartyLink, Proposal, SharedItem
from seoulution.apps.publishing.parties import CITY, Counterpart, of_row
from seoulution.apps.publishing.shown_promises import promises_of_both
from seoulution.engine.engagements.codes import ProposalState
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.sharing_form import LinkForm
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.said_back import said_back


@dataclass(frozen=True, slots=True)
class PartySide:
    """One party's side of the file."""

    party: Counterpart
    body: Any
    items: list[SharedItem]
    links: list[tuple[PartyLink, LinkState]]


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """The tab."""
    return sharing_page(request, found(request, code))


def sharing_page(request: SignedInRequest, row: Engagement, *, status: int = 200, **more: Any) -> HttpResponse:
    """Also after a form that was refused, or with a link that is shown once."""
    today = timezone.localdate()
    proposals = said_back(row.proposals.select_related("agency", "firm", "link", "user", "decided_by"))
    context = {
        **file_context(request, row, "office:engagement_sharing"),
        "sides": _sides(row),
        "uneven": evenness_of(row).findings(today, korean=_korean()),
        "waiting": [each for each in proposals if each.row.state == ProposalState.WAITING],
        "decided": [each for each in proposals if each.row.state != ProposalState.WAITING],
        "promises": promises_of_both(row, today=today),
        "refusals": LinkRefusal.objects.filter(link__engagement=row).aggregate(
            count=Sum("attempts"), first=Min("on"), last=Max("last_at")
        ),
        "unknown": LinkRefusal.objects.filter(link=None).aggregate(count=Sum("attempts"), first=Min("on")),
        "link_form": LinkForm(engagement=row, languages=list(LANGUAGE_NAMES.items()), initial=_link_initial(row)),
        **more,
    }
    return render(request, "office/engagement_sharing.html", context, status=status)


def _korean() -> bool:
    return (get_language() or "").startswith("ko")


def _link_initial(row: Engagement) -> dict[str, str]:
    languages = row.city.country.record.languages
    return {"to": CITY.key, "language": next((each for each in languages if each in LANGUAGE_NAMES), "en")}


def _sides(row: Engagement) -> list[PartySide]:
    """The city first, also while it has nothing; then whoever has something or holds a link."""
    now = timezone.now()
    items = row.shared_items.select_related("agency", "firm", "shared_by", "document_version__document", "solution", "dossier")
    given: dict[Counterpart, list[SharedItem]] = {CITY: []}
    for item in items.annotate(read_count=Count("openings"), first_read=Min("openings__at"), last_read=Max("openings__at")):
        given.setdefault(of_row(item), []).append(item)
    links: dict[Counterpart, list[tuple[PartyLink, LinkState]]] = {}
    for link in row.party_links.select_related("agency", "firm", "issued_by"):
        links.setdefault(of_row(link), []).append((link, state_of(link, now=now)))
    parties = dict.fromkeys([*given, *links])
    return [PartySide(each, each.record(row), given.get(each, []), links.get(each, [])) for each in parties]


def waiting_proposals() -> Any:
    """All that wait, oldest first."""
    rows = Proposal.objects.filter(state=ProposalState.WAITING).select_related(
        "engagement__city", "agency", "firm", "link", "user"
    )
    return rows.order_by("received_at", "pk")
