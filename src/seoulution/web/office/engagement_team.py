"""Details and team of an engagement: what it says of itself, its solutions, who works on it, and the desk of its country."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import CountryDesk, Engagement
from seoulution.apps.engagements.services.details import Details, change_details
from seoulution.apps.engagements.services.rights import NotAllowed, NotOwnFile, ReasonMissing
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import MemberPart
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Party, Sector, Stage, Standing
from seoulution.web.office.engagement_conflicts import as_seen, conflicts, saved, with_choices
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.people_near import WORKERS
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.once import once
from seoulution.web.shared.people_near import PersonField, people
from seoulution.web.shared.tags.records import named


class DetailsForm(forms.Form):
    """What the file says of itself."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=300)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=300)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=sector_choices)
    standing = forms.ChoiceField(
        label=gettext_lazy("Standing"), choices=lambda: [(each.value, label(Standing, each)) for each in Standing]
    )
    owner = PersonField(
        label=pgettext_lazy("of an engagement", "Owner"),
        required=False,
        help_text=gettext_lazy("By name or sign-in name; empty is nobody yet."),
    )
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("Responsible body"),
        queryset=Agency.objects.filter(withdrawn_on=None).defer("data"),
        to_field_name="code",
        required=False,
        empty_label=gettext_lazy("not said"),
    )
    client = forms.CharField(label=gettext_lazy("Ordering body (client)"), max_length=300, required=False)
    amount = forms.DecimalField(label=gettext_lazy("Sum"), max_digits=20, decimal_places=2, required=False)
    currency = forms.CharField(label=gettext_lazy("Currency"), max_length=3, required=False, help_text="KRW, USD, EUR …")
    aim = forms.ChoiceField(
        label=gettext_lazy("How far the city wants to go"),
        choices=lambda: [("", _("not said")), *((stage.value, label(Stage, stage)) for stage in Stage)],
        required=False,
    )
    operator = forms.ChoiceField(
        label=gettext_lazy("Who will run what is built"),
        choices=lambda: [("", _("not said")), *((party.value, label(Party, party)) for party in Party)],
        required=False,
    )
    is_sensitive = forms.BooleanField(
        label=gettext_lazy("Sensitive"),
        required=False,
        help_text=gettext_lazy("Then it exists only for its own people, managers and auditors, and each reading is recorded."),
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Public"),
        required=False,
        help_text=gettext_lazy(
            "Visitors and open data see that it exists, where it stands and for whom. What the documents tell is public anyway."
        ),
    )
    reason = forms.CharField(label=gettext_lazy("Why it changes"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, row: Engagement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = people(WORKERS) | User.objects.filter(pk__in=[row.owner_id] if row.owner_id else [])
        self.fields["responsible"].label_from_instance = named  # type: ignore[attr-defined]
        if row.is_told:
            for name in ("name_ko", "name_en", "sector"):
                self.fields[name].disabled = True
                self.fields[name].help_text = _("As the documents have it.")

    def clean_currency(self) -> str:
        """Codes are capitals, however they were typed."""
        return str(self.cleaned_data["currency"]).strip().upper()

    def details(self) -> Details:
        """What the service takes."""
        given = self.cleaned_data
        return Details(
            name_ko=given["name_ko"],
            name_en=given["name_en"],
            sector=Sector(given["sector"]),
            standing=Standing(given["standing"]),
            client=given["client"],
            amount=given["amount"],
            currency=given["currency"],
            owner=given["owner"],
            responsible=given["responsible"],
            aim=Stage(given["aim"]) if given["aim"] else None,
            operator=Party(given["operator"]) if given["operator"] else None,
            is_sensitive=given["is_sensitive"],
            is_public=given["is_public"],
        )


def _plain(amount: Decimal | None) -> Decimal | None:
    """As a person would type it: no cents where there are none."""
    return amount.to_integral_value() if amount is not None and amount == amount.to_integral_value() else amount


def initial_of(row: Engagement) -> dict[str, Any]:
    """The details as the form names them."""
    return {
        "name_ko": row.name_ko,
        "name_en": row.name_en,
        "sector": row.sector,
        "standing": row.standing,
        "owner": row.owner.username if row.owner else "",
        "responsible": row.responsible.code if row.responsible else "",
        "client": row.client,
        "amount": _plain(row.amount),
        "currency": row.currency,
        "aim": row.aim,
        "operator": row.operator,
        "is_sensitive": row.is_sensitive,
        "is_public": row.is_public,
        "revision": row.revision,
    }


@needs(Permission.SEE_OFFICE)
@once
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """The page; a POST changes the details, and shows both versions when someone saved first."""
    row = found(request, code)
    if request.method != "POST":
        return team_page(request, row)
    posted = with_choices(request.POST, initial_of(row))
    form = DetailsForm(row, posted, initial=initial_of(row))
    if not form.is_valid():
        return team_page(request, row, form=form, status=422)
    given = form.cleaned_data
    try:
        change_details(row, form.details(), reason=given["reason"], seen_revision=given["revision"], by=request.user)
    except NotOwnFile as other:
        return team_page(request, row, form=form, status=403, refused=(other.finding,))
    except NotAllowed as refused:
        return team_page(request, row, form=form, status=422, refused=refused.findings)
    except ReasonMissing:
        form.add_error("reason", _("This needs a reason. Nothing was changed."))
        return team_page(request, row, form=form, status=422)
    except StaleEdit:
        return _both(request, found(request, code), posted, given["revision"])
    messages.success(request, _("Saved."))
    return redirect("office:engagement_team", code=code)


def _both(request: SignedInRequest, stored: Engagement, posted: QueryDict, seen_revision: int) -> HttpResponse:
    """Both versions: what was typed stays in the form, and each field that differs offers the other's."""
    seen = as_seen(stored, seen_revision)
    posted = posted.copy()
    posted["revision"] = str(stored.revision)
    form = DetailsForm(stored, posted, initial=initial_of(stored))
    return team_page(
        request, stored, form=form, status=409, compared=(initial_of(stored), initial_of(seen) if seen is not None else None)
    )


def team_page(
    request: SignedInRequest,
    row: Engagement,
    *,
    form: DetailsForm | None = None,
    status: int = 200,
    refused: tuple[Finding, ...] = (),
    compared: tuple[dict[str, Any], dict[str, Any] | None] | None = None,
    typed: str = "",
    typed_member: str = "",
    typed_desk: str = "",
) -> HttpResponse:
    """The page, also after a refusal or beside another's version."""
    shown = form or DetailsForm(row, initial=initial_of(row))
    context = {
        **file_context(request, row, "office:engagement_team"),
        "form": shown,
        "refused": refused,
        "conflict": conflicts(shown, *compared) if compared else [],
        **(saved(row) if compared else {}),
        "typed": typed,
        "solutions": row.solutions.all(),
        "members": row.members.select_related("user"),
        "desks": CountryDesk.objects.filter(country=row.city.country).select_related("user"),
        "typed_member": typed_member,
        "typed_desk": typed_desk,
        "parts": [(part.value, label(MemberPart, part)) for part in MemberPart],
        "may_give_desks": request.user.may(Permission.MANAGE_PEOPLE),
    }
    return render(request, "office/engagement_team.html", context, status=status)
