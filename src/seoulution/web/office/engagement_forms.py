"""The forms of an engagement's page of course and money: what the city confirmed, a basis decided, whose money is named."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.engagements.models import Engagement, EngagementDocument
from seoulution.apps.engagements.services.funding import OWN_BUDGET, PARTNER_CITY
from seoulution.apps.financing.models import Fund
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import FundingState
from seoulution.engine.vocabulary import Stage
from seoulution.web.shared.tags.records import named


def day_field(text: Any) -> forms.DateField:
    """A day, chosen in the browser's own calendar; today until another is chosen."""
    return forms.DateField(label=text, widget=forms.DateInput(attrs={"type": "date"}), initial=timezone.localdate)


class OnPaper(forms.Form):
    """A form about something that a paper on file may show."""

    document = forms.ModelChoiceField(
        label=gettext_lazy("Paper that shows it"),
        queryset=EngagementDocument.objects.none(),
        required=False,
        empty_label=gettext_lazy("none yet"),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, row: Engagement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = row.documents.filter(withdrawn_at=None)  # type: ignore[attr-defined]


class ConfirmForm(OnPaper):
    """The city's word that something is so."""

    confirmed_by = forms.CharField(label=gettext_lazy("Who confirmed it for the city"), max_length=200)
    confirmed_on = day_field(gettext_lazy("On which day"))
    by_way_of = forms.CharField(label=gettext_lazy("Where it can be looked up (letter, meeting, minutes)"), max_length=200)
    field_order = ("confirmed_by", "confirmed_on", "by_way_of", "document", "note")


class BasisForm(OnPaper):
    """The decision that gives a step its legal basis."""

    decided_by = forms.CharField(label=gettext_lazy("Which body decided"), max_length=300)
    decided_on = day_field(gettext_lazy("On which day"))
    reference = forms.CharField(label=gettext_lazy("Where it can be looked up (number, resolution, article)"), max_length=300)
    field_order = ("decided_by", "decided_on", "reference", "document", "note")


def stage_choices() -> list[tuple[str, str]]:
    return [(stage.value, label(Stage, stage)) for stage in Stage]


def fund_choices() -> list[tuple[str, str]]:
    """The own budget, the partner city, then the funds on record by name."""
    funds = Fund.objects.filter(withdrawn_on=None).only("code", "name_ko", "name_en")
    listed = sorted(((fund.code, named(fund)) for fund in funds), key=lambda choice: choice[1])
    return [("", _("Choose")), (OWN_BUDGET, _("Seoul’s own budget")), (PARTNER_CITY, _("The partner city’s money")), *listed]


class MoneyForm(forms.Form):
    """Whose money a stage would use."""

    stage = forms.ChoiceField(label=gettext_lazy("For which stage"), choices=stage_choices)
    fund = forms.ChoiceField(label=gettext_lazy("Whose money"), choices=fund_choices)
    state = forms.ChoiceField(
        label=gettext_lazy("How firm it is"),
        choices=lambda: [(state.value, label(FundingState, state)) for state in FundingState],
        initial=FundingState.NAMED,
    )
    amount = forms.DecimalField(label=gettext_lazy("Sum"), max_digits=20, decimal_places=2, required=False)
    currency = forms.CharField(label=gettext_lazy("Currency"), max_length=3, required=False, help_text="KRW, USD, EUR …")
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_currency(self) -> str:
        """Codes are capitals, however they were typed."""
        return str(self.cleaned_data["currency"]).strip().upper()
