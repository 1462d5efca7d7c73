"""Papers that left the house: to whom, in which edition, and what of it is no longer true."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

import django_filters
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import PaperKind, PromotionChannel, Sending
from seoulution.apps.publishing.sendings import ClaimThen, Today, stale_sendings
from seoulution.apps.publishing.services.sendings import tell_recipient
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import ordered, page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES, sector_choices
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import once
from seoulution.web.shared.tags.records import named

ORDERS: Final = {"sent": "sent_on", "recipient": "recipient", "language": "language", "paper": "kind"}
SORTS: Final = {name: name for name in ORDERS}
STALE, TOLD, CURRENT = "stale", "told", "current"


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label(PaperKind, kind)) for kind in PaperKind]


def standing_choices() -> list[tuple[str, str]]:
    return [(STALE, _("out of date, recipient not told")), (TOLD, _("out of date, recipient told")), (CURRENT, _("as sent"))]


def channel_choices() -> list[tuple[str, str]]:
    return [(row.code, named(row)) for row in PromotionChannel.objects.filter(withdrawn_on=None)]


class SendingFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    standing = django_filters.ChoiceFilter(
        label=gettext_lazy("How it stands"), choices=standing_choices, empty_label=gettext_lazy("Any"), method="by_standing"
    )
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Paper"), choices=kind_choices, empty_label=gettext_lazy("Any paper"))
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector"), method="by_sector"
    )
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"), choices=lambda: list(LANGUAGE_NAMES.items()), empty_label=gettext_lazy("Any language")
    )
    channel = django_filters.ChoiceFilter(
        label=gettext_lazy("Channel"),
        choices=channel_choices,
        empty_label=gettext_lazy("Any channel"),
        field_name="channel__code",
    )

    class Meta:
        model = Sending
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Sending], name: str, value: str) -> QuerySet[Sending]:
        """In the recipient, the note, or what the paper is about."""
        about = Q(solution__name_ko__icontains=value) | Q(solution__name_en__icontains=value)
        city = Q(city__name_ko__icontains=value) | Q(city__name_en__icontains=value)
        return rows.filter(Q(recipient__icontains=value) | Q(note__icontains=value) | about | city)

    def by_sector(self, rows: QuerySet[Sending], name: str, value: str) -> QuerySet[Sending]:
        return rows.filter(Q(sector=value) | Q(solution__sector=value))

    def by_standing(self, rows: QuerySet[Sending], name: str, value: str) -> QuerySet[Sending]:
        stale = stale_sendings(timezone.localdate())
        if value == CURRENT:
            return rows.exclude(pk__in=stale.values("pk"))
        return rows.filter(pk__in=stale.values("pk"), recalled_at__isnull=value == STALE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A sending in the list, with what its recipient should be told."""

    row: Sending
    paper: str
    stale: tuple[ClaimThen, ...]


def paper_words(row: Sending) -> str:
    """What it was: the kind, and the sector, solution and city it was about."""
    about = [label(Sector, row.sector) if row.sector else "", named(row.solution), named(row.city)]
    return f"{label(PaperKind, row.kind)}: {' · '.join(part for part in about if part)}"


def shown(rows: Iterable[Sending]) -> list[Shown]:
    """The rows of one page."""
    register, listed = Today(timezone.localdate()), list(rows)
    register.read(listed)
    return [Shown(row, paper_words(row), register.stale(row)) for row in listed]


def everything() -> QuerySet[Sending]:
    """With all that a row shows, latest first."""
    return Sending.objects.select_related("solution", "city", "channel", "sent_by").defer("solution__data", "city__data")


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """Every sending, the latest first."""
    found = SendingFilter(request.GET, queryset=everything())
    chosen = ordered(request, found.qs, ORDERS, ("-sent_on", "-pk"))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(shown(chosen)))
    page = page_of(request, chosen)
    context: dict[str, Any] = {"filter": found, "page": page, "rows": shown(page), "sorts": SORTS}
    context["downloads"] = download_links(request)
    return render(request, "office/sendings.html", context)


def _listing(rows: list[Shown]) -> Listing:
    columns = (
        Column("sent_on", _("Sent on"), ColumnKind.DATE),
        Column("recipient", _("Recipient"), width=40),
        Column("paper", _("Paper"), width=50),
        Column("language", _("Language")),
        Column("format", _("Format")),
        Column("channel", _("Channel")),
        Column("claims", _("Claims quoted"), ColumnKind.NUMBER),
        Column("stale", _("Of these out of date"), ColumnKind.NUMBER),
        Column("which", _("Which")),
        Column("told_on", _("Recipient told on"), ColumnKind.DATE),
        Column("note", _("Note")),
        Column("digest", _("Digest of the paper")),
    )
    return Listing(_("Papers sent"), "papers-sent", columns, [_row(each) for each in rows])


def _row(each: Shown) -> Row:
    row = each.row
    return {
        "sent_on": row.sent_on,
        "recipient": row.recipient,
        "paper": each.paper,
        "language": row.language,
        "format": row.format.upper(),
        "channel": named(row.channel),
        "claims": len(row.claims),
        "stale": len(each.stale),
        "which": ", ".join(claim.key for claim in each.stale),
        "told_on": timezone.localdate(row.recalled_at) if row.recalled_at else None,
        "note": row.note,
        "digest": row.document_digest,
    }


def _sending(pk: int) -> Sending:
    return get_object_or_404(everything(), pk=pk)


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """One sending: each claim as it read then and reads now, and whether the recipient knows."""
    row = _sending(pk)
    claims = Today(timezone.localdate()).claims_of(row)
    context: dict[str, Any] = {
        "row": row,
        "paper": paper_words(row),
        "again": f"{reverse('office:sending_new')}?{urlencode(_again(row))}",
        "language_name": LANGUAGE_NAMES[Language(row.language)],
        "stale": [_with_way(claim) for claim in claims if claim.state.stale],
        "standing": [_with_way(claim) for claim in claims if not claim.state.stale],
    }
    return render(request, "office/sending.html", context)


def _again(row: Sending) -> dict[str, str]:
    """What the form for today's edition of the same paper begins with."""
    filled = {
        "kind": row.kind,
        "sector": row.sector,
        "solution": row.solution.code if row.solution else "",
        "city": named(row.city),
        "language": row.language,
        "format": row.format,
        "channel": row.channel.code if row.channel else "",
        "recipient": row.recipient,
    }
    return {name: value for name, value in filled.items() if value}


def _with_way(claim: ClaimThen) -> tuple[ClaimThen, str, str]:
    """With the codes that its page goes by."""
    solution, _slash, code = claim.key.partition("/")
    return claim, solution, code


@needs(Permission.SEND_MATERIALS)
@require_POST
@once
def told(request: SignedInRequest, pk: int) -> HttpResponse:
    """The recipient was told that the paper is out of date; with an undo."""
    tell_recipient(_sending(pk), by=request.user)
    undoable(request, _("It is noted that the recipient was told."), reverse("office:sending_untold", args=[pk]))
    return redirect("office:sending", pk=pk)


@needs(Permission.SEND_MATERIALS)
@require_POST
@once
def untold(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of it."""
    tell_recipient(_sending(pk), by=request.user, told=False)
    messages.success(request, _("The recipient counts as not told."))
    return redirect("office:sending", pk=pk)
