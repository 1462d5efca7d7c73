"""The list of requests, and taking one in at the office."""

import django_filters
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models.functions import Left
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.models import Channel, RequestState, SharingRequest
from seoulution.apps.demand.services import Incoming
from seoulution.apps.matching.services import take_in as keep
from seoulution.engine.vocabulary import Sector
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import language_choices, sector_choices, state_choices
from seoulution.web.shared.once import fresh_key, once


class RequestFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=state_choices, empty_label=gettext_lazy("Any state")
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector"), method="by_sector"
    )

    class Meta:
        model = SharingRequest
        fields: list[str] = []

    def by_words(self, queryset, name, value):  # type: ignore[no-untyped-def]
        """In code, place or text."""
        from django.db.models import Q

        return queryset.filter(Q(code__icontains=value) | Q(city_as_written__icontains=value) | Q(text__icontains=value))

    def by_sector(self, queryset, name, value):  # type: ignore[no-untyped-def]
        """Requests in which the sector was found."""
        return queryset.filter(sectors__contains=[value])


BEGINNING = 400
"""Characters of a letter that the list reads; it shows fewer, and a letter may be a hundred pages."""
ORDERS = {"received": "received_at", "city": "city__name_en", "state": "state"}


@needs(Permission.SEE_REQUESTS)
def listing(request: SignedInRequest) -> HttpResponse:
    """All requests, newest first unless the address says otherwise."""
    rows = SharingRequest.objects.select_related("city").annotate(beginning=Left("text", BEGINNING))
    rows = rows.defer("text", "origin", "city__data")
    found = RequestFilter(request.GET, queryset=rows)
    order = request.GET.get("sort", "-received")
    key = ORDERS.get(order.lstrip("-"), "received_at")
    ordered = found.qs.order_by(("-" if order.startswith("-") else "") + key, "code")
    page = Paginator(ordered, 50).get_page(request.GET.get("page"))
    return render(request, "office/requests.html", {"filter": found, "page": page, "states": RequestState, "sectors": Sector})


class TakeInForm(forms.Form):
    """A letter that reached the office on paper, by e-mail or in a meeting."""

    city = forms.CharField(label=gettext_lazy("City"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Text of the request, as it was written"),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=200_000,
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the text"), choices=language_choices, required=False)
    requester_name = forms.CharField(label=gettext_lazy("Name of the requester"), max_length=200, required=False)
    requester_role = forms.CharField(label=gettext_lazy("Office held"), max_length=200, required=False)
    requester_email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)


@needs(Permission.WORK_REQUESTS)
@once
def take_in(request: SignedInRequest) -> HttpResponse:
    """The same intake as the public form, for what reached the office otherwise."""
    form = TakeInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        incoming = Incoming(
            text=given["text"],
            city_as_written=given["city"],
            declared_language=given["language"],
            requester_name=given["requester_name"],
            requester_role=given["requester_role"],
            requester_email=given["requester_email"],
        )
        kept, token = keep(incoming, channel=Channel.OFFICE, today=timezone.localdate(), by=request.user)
        link = request.build_absolute_uri(f"/c/{token}/")
        messages.success(request, _("The request is kept. The city's private link, shown only now: %(link)s") % {"link": link})
        return redirect("office:request", code=kept.code)
    status = 422 if request.method == "POST" else 200
    return render(request, "office/request_new.html", {"form": form, "submission": fresh_key()}, status=status)
