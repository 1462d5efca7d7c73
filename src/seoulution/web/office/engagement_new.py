"""Opening an engagement: from a city's request, or as a proposal of ours to a city."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import cities_suggested, city_named
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.opening import BEGINNINGS, Opening, open_file
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.matching.models import Match, Verdict
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.labels import label
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Sector, Stage
from seoulution.formats.cleaning import clean_text
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.tags.records import named


class OpeningForm(forms.Form):
    """What is known at the beginning; the rest comes with the work."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=300)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=300)
    city = forms.CharField(label=gettext_lazy("City"), max_length=200)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=sector_choices)
    stage = forms.ChoiceField(
        label=gettext_lazy("Begins with"), choices=lambda: [(stage.value, label(Stage, stage)) for stage in BEGINNINGS]
    )
    lead = forms.ChoiceField(
        label=gettext_lazy("Who leads the first step"), choices=lambda: [(party.value, label(Party, party)) for party in Party]
    )
    activity = forms.ChoiceField(
        label=gettext_lazy("What is done in it"),
        choices=lambda: [(activity.value, label(Activity, activity)) for activity in Activity],
        initial=Activity.ADVICE,
    )
    money_flow = forms.ChoiceField(
        label=gettext_lazy("For which money"),
        choices=lambda: [(flow.value, label(MoneyFlow, flow)) for flow in MoneyFlow],
    )
    solutions = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Policy solutions"),
        queryset=PolicySolution.objects.none(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("Responsible body"),
        queryset=Agency.objects.filter(withdrawn_on=None).defer("data"),
        to_field_name="code",
        required=False,
        empty_label=gettext_lazy("not said"),
    )
    aim = forms.ChoiceField(
        label=gettext_lazy("How far the city wants to go"),
        choices=lambda: [("", _("not said")), *((stage.value, label(Stage, stage)) for stage in Stage)],
        required=False,
    )
    client = forms.CharField(label=gettext_lazy("Ordering body (client)"), max_length=300, required=False)
    amount = forms.DecimalField(label=gettext_lazy("Sum"), max_digits=20, decimal_places=2, required=False)
    currency = forms.CharField(label=gettext_lazy("Currency"), max_length=3, required=False, help_text="KRW, USD, EUR …")
    reason = forms.CharField(label=gettext_lazy("Why it is opened"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    request = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, asked: SharingRequest | None, *args: Any, **kwargs: Any) -> None:
        """`asked` : the request whose accepted solutions are offered; without one, solutions are linked on the file's own page."""
        super().__init__(*args, **kwargs)
        if asked is None:
            del self.fields["solutions"]
        else:
            self.fields["solutions"].queryset = accepted_of(asked)  # type: ignore[attr-defined]
        for name in ("responsible", "solutions"):
            if name in self.fields:
                self.fields[name].label_from_instance = named  # type: ignore[attr-defined]

    def clean_city(self) -> City:
        """Any name of a city on record; a near miss is answered with suggestions."""
        written = self.cleaned_data["city"].strip()
        city = city_named(written)
        if city is None:
            near = ", ".join(f"{row.name_en} ({row.code})" for row in cities_suggested(written))
            message = _("No city on record goes by “%(name)s”.") % {"name": written}
            raise forms.ValidationError(message + (" " + _("Did you mean: %(near)s?") % {"near": near} if near else ""))
        return city

    def clean_currency(self) -> str:
        """Codes are capitals, however they were typed."""
        return str(self.cleaned_data["currency"]).strip().upper()

    def clean_request(self) -> SharingRequest | None:
        """The request it comes from; one that is not on record is no reason to lose what was typed."""
        return SharingRequest.objects.filter(code=self.cleaned_data["request"]).first()

    def opening(self) -> Opening:
        """What the service takes."""
        given = self.cleaned_data
        return Opening(
            name_ko=given["name_ko"],
            name_en=given["name_en"],
            city=given["city"],
            sector=Sector(given["sector"]),
            lead=Party(given["lead"]),
            activity=Activity(given["activity"]),
            money_flow=MoneyFlow(given["money_flow"]),
            stage=Stage(given["stage"]),
            reason=given["reason"],
            solutions=list(given.get("solutions", ())),
            sharing_request=given["request"],
            responsible=given["responsible"],
            aim=Stage(given["aim"]) if given["aim"] else None,
            client=given["client"],
            amount=given["amount"],
            currency=given["currency"],
        )


def accepted_of(asked: SharingRequest) -> QuerySet[PolicySolution]:
    """The solutions that people accepted for the needs of a request."""
    needs_of = Match.objects.filter(need__sharing_request=asked, need__removed_at=None, verdict=Verdict.ACCEPTED)
    return PolicySolution.objects.filter(pk__in=needs_of.values("solution")).order_by("code")


@needs(Permission.WORK_ENGAGEMENTS)
@once
def page(request: SignedInRequest) -> HttpResponse:
    """The form, filled with what the request or the city already says; `request` or `city` in the address names it."""
    asked = _asked(request)
    form = OpeningForm(asked, request.POST or None, initial=_initial(request, asked))
    refused: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            row = open_file(form.opening(), by=request.user, today=timezone.localdate())
        except ReasonMissing:
            form.add_error("reason", _("This needs a reason. Nothing was changed."))
        except NotAllowed as closed:
            refused = closed.findings
        else:
            messages.success(request, _("The engagement is open, and its file is yours."))
            return redirect("office:engagement", code=row.code)
    context = {
        "form": form,
        "asked": asked,
        "refused": refused,
        "submission": fresh_key(),
        "trail": [Link(_("Engagements"), reverse("office:engagements"))],
        "already": _already(request, asked),
    }
    return render(request, "office/engagement_new.html", context, status=422 if request.method == "POST" else 200)


def _asked(request: SignedInRequest) -> SharingRequest | None:
    """The request it comes from, for those who may see requests."""
    code = clean_text(request.POST.get("request") or request.GET.get("request", ""))[:60]
    if not code or not request.user.may(Permission.SEE_REQUESTS):
        return None
    return SharingRequest.objects.select_related("city").filter(code=code).first()


def _already(request: SignedInRequest, asked: SharingRequest | None) -> list[Engagement]:
    return list(visible_to(request.user).filter(sharing_request=asked)) if asked else []


def _initial(request: SignedInRequest, asked: SharingRequest | None) -> dict[str, Any]:
    """City, sector and the solutions that people accepted for the request's needs; nothing is guessed."""
    if asked is None:
        return {"city": request.GET.get("city", "")[:200]}
    return {
        "request": asked.code,
        "city": asked.city.code if asked.city else "",
        "sector": asked.sectors[0] if asked.sectors else "",
        "stage": Stage.OPPORTUNITY,
        "solutions": list(accepted_of(asked).values_list("code", flat=True)),
    }
