"""The promise ledger: who promised what to whom where, due when, kept or not, from the mayor down."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import django_filters
from django.db.models import F, Q, QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.kept_answers import Listed, counted
from seoulution.apps.engagements.models import Promise
from seoulution.apps.engagements.promise_states import with_promise_state
from seoulution.apps.engagements.ranks import FROM_THE_MAYOR_DOWN
from seoulution.apps.engagements.work_access import work_visible_to
from seoulution.apps.network.models import Agency
from seoulution.apps.prepared import Prepared
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import Rank, Side
from seoulution.engine.engagements.promises import PromiseState
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import in_the_order_of, keys_of, ordered, read_by_keys
from seoulution.web.office.promises import state_of
from seoulution.web.office.work_about import NAMES, OF_FILE, OF_PERSON, file_of, file_words, page_of_file
from seoulution.web.office.work_forms import SIDES, day_input, person_words
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.filled_filters import Choices, KeptFilter
from seoulution.web.shared.large_downloads import proof_for_so_many
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, streamed_response
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.people_near import PersonInput, near
from seoulution.web.shared.tags.records import is_korean, named

ORDERS: Final = {"due": "due_on", "who": "promised_by", "whom": "promised_to", "made": "made_on"}
SORTS: Final = {name: name for name in ORDERS}
ALL_OPEN, MINE = "all-open", "me"
READ: Final = (Promise, SharingRequest, City)
"""What the ledger's filter and order read besides the engagements."""
OPEN_STATES: Final = (PromiseState.OVERDUE, PromiseState.DUE_SOON, PromiseState.OPEN, PromiseState.UNDATED)


def state_choices() -> list[tuple[str, str]]:
    return [(ALL_OPEN, _("not kept yet")), *((state.value, label(PromiseState, state)) for state in PromiseState)]


def side_choices() -> list[tuple[str, str]]:
    return [(side.value, label(Side, side)) for side in SIDES]


def rank_choices() -> list[tuple[str, str]]:
    return [(rank.value, label(Rank, rank)) for rank in reversed(Rank)]


_BODIES: Final = Prepared(
    lambda: Agency.objects.filter(
        pk__in=Promise.objects.exclude(responsible=None).order_by().values("responsible")
    ).values_list("code", "name_ko", "name_en")
)


def body_choices() -> Choices:
    korean = is_korean()
    return tuple((code, ko if korean else en) for code, ko, en in _BODIES())


class LedgerFilter(KeptFilter):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("How it stands"), choices=state_choices, empty_label=gettext_lazy("Any"), method="by_state"
    )
    side = django_filters.ChoiceFilter(
        label=gettext_lazy("Whose word it is"), choices=side_choices, empty_label=gettext_lazy("Anybody's")
    )
    rank = django_filters.ChoiceFilter(
        label=gettext_lazy("Rank of who promised"), choices=rank_choices, empty_label=gettext_lazy("Any")
    )
    city = django_filters.CharFilter(label=gettext_lazy("City"), method="by_city", max_length=100)
    body = django_filters.ChoiceFilter(
        label=gettext_lazy("Responsible body"),
        empty_label=gettext_lazy("Any body"),
        field_name="responsible__code",
    )
    owner = django_filters.CharFilter(
        label=gettext_lazy("Who sees to it"),
        method="by_owner",
        max_length=150,
        widget=PersonInput("office:people_near", first=[(MINE, gettext_lazy("me"))]),
    )
    due_from = django_filters.DateFilter(
        label=gettext_lazy("Due from"), field_name="due_on", lookup_expr="gte", widget=day_input()
    )
    due_until = django_filters.DateFilter(
        label=gettext_lazy("Due until"), field_name="due_on", lookup_expr="lte", widget=day_input()
    )

    class Meta:
        model = Promise
        fields: list[str] = []

    def offered(self) -> Mapping[str, Choices]:
        """Bodies that answer for a promise."""
        return {"body": body_choices()}

    def by_words(self, rows: QuerySet[Promise], name: str, value: str) -> QuerySet[Promise]:
        """In the promise, who gave it, to whom, and where."""
        columns = ("text", "promised_by", "promised_to", "occasion")
        return rows.filter(*[Q(*[(f"{column}__icontains", value) for column in columns], _connector=Q.OR)])

    def by_city(self, rows: QuerySet[Promise], name: str, value: str) -> QuerySet[Promise]:
        """By a name or the code of the file's city."""
        columns = ("code__iexact", "name_ko__icontains", "name_en__icontains")
        through = ("engagement__city__", "sharing_request__city__")
        return rows.filter(Q(*[(path + column, value) for path in through for column in columns], _connector=Q.OR))

    def by_state(self, rows: QuerySet[Promise], name: str, value: str) -> QuerySet[Promise]:
        wanted: dict[str, Any] = {"state__in": OPEN_STATES if value == ALL_OPEN else [value]}
        return rows.filter(**wanted)

    def by_owner(self, rows: QuerySet[Promise], name: str, value: str) -> QuerySet[Promise]:
        """One's own, or those of whoever has that sign-in name; else of the few whose names fit."""
        if value == MINE:
            return rows.filter(owner=self.request.user)
        return rows.filter(owner__in=list(User.objects.filter(username=value)) or near(value, User.objects.all()))


_SHOWN: Final = (
    "side", "text", "rank", "promised_by", "promised_to", "occasion", "made_on", "due_on", "kept_on", "kept_note", "closed_on",
    "closed_reason", *OF_FILE, *(f"responsible__{field}" for field in NAMES), *OF_PERSON,
)  # fmt: skip


def shown() -> QuerySet[Promise]:
    """With all that a row shows, and no more."""
    return Promise.objects.select_related("engagement", "sharing_request__city", "responsible", "owner").only(*_SHOWN)


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponseBase:
    """The ledger, from the mayor down, the earliest due first."""
    seen = work_visible_to(request.user, with_promise_state(Promise.objects.all(), timezone.localdate()))
    found = LedgerFilter(request.GET, queryset=seen, request=request)
    down = (FROM_THE_MAYOR_DOWN, F("due_on").asc(nulls_last=True), "pk")
    chosen = ordered(request, found.qs, ORDERS, down)  # type: ignore[arg-type]
    listed = Listed.of(chosen)
    number = counted(listed, *READ)
    if name := request.GET.get(PARAMETER):
        return proof_for_so_many(request, number) or streamed_response(name, _listing(in_the_order_of(chosen, shown())))
    page = keys_of(request, listed, number, *READ)
    context: dict[str, Any] = {
        "filter_fields": found.filled.fields,
        "page": page,
        "groups": _groups(read_by_keys(page, shown()), by_rank=not request.GET.get("sort")),
        "sorts": SORTS,
        "today": timezone.localdate(),
        "submission": fresh_key(),
        "downloads": download_links(request),
    }
    return render(request, "office/promises.html", context)


def _groups(rows: Sequence[Promise], *, by_rank: bool) -> list[tuple[str, list[tuple[Promise, PromiseState, str, str]]]]:
    """Under the rank of who promised; one group without a title where another order was asked for."""
    today = timezone.localdate()
    shown = [
        (row, state_of(row, today), file_words(file_of(row)), page_of_file(file_of(row), f"promise-{row.pk}")) for row in rows
    ]
    if not by_rank:
        return [("", shown)] if shown else []
    return [(_rank_words(rank), list(some)) for rank, some in groupby(shown, key=lambda each: each[0].rank)]


def _rank_words(rank: str) -> str:
    return label(Rank, rank) if rank else _("Rank not on record")


def _listing(rows: Iterable[Promise]) -> Listing:
    columns = (
        Column("id", _("Number"), ColumnKind.NUMBER),
        Column("rank", _("Rank of who promised")),
        Column("promised_by", _("Who promised"), width=24),
        Column("side", _("Whose word it is")),
        Column("text", _("What was promised"), width=60),
        Column("promised_to", _("To whom"), width=24),
        Column("occasion", _("Where, on which occasion"), width=30),
        Column("made_on", _("Promised on"), ColumnKind.DATE),
        Column("due_on", _("Due"), ColumnKind.DATE),
        Column("state", _("How it stands")),
        Column("kept_on", _("Kept on"), ColumnKind.DATE),
        Column("note", _("How it was kept"), width=30),
        Column("released", _("Released because"), width=30),
        Column("body", _("Responsible body"), width=30),
        Column("owner", _("Who sees to it")),
        Column("file", _("File it belongs to"), width=40),
    )
    return Listing(_("Promise ledger"), "promises", columns, (_row(row) for row in rows))


def _row(row: Promise) -> Row:
    state = state_of(row, timezone.localdate())
    plain = ("promised_by", "text", "promised_to", "occasion", "made_on", "due_on", "kept_on")
    return {name: getattr(row, name) for name in plain} | {
        "id": row.pk,
        "rank": _rank_words(row.rank) if row.rank else "",
        "side": label(Side, row.side),
        "state": label(PromiseState, state),
        "note": row.kept_note,
        "released": row.closed_reason,
        "body": named(row.responsible),
        "owner": person_words(row.owner) if row.owner else "",
        "file": file_words(file_of(row)),
    }
