"""Recording a paper that was sent: the very document is built, so that what it quotes is kept as it reads."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import city_named
from seoulution.apps.publishing.compose.brochure import sector_solutions
from seoulution.apps.publishing.models import PaperKind, PromotionChannel
from seoulution.apps.publishing.papers import FORMATS, LANGUAGES, Wanted, paper_of, refusals
from seoulution.apps.publishing.services.sendings import record_sending
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.cleaning import clean_text
from seoulution.web.office.sendings import kind_choices
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES, sector_choices
from seoulution.web.shared.claim_links import with_ways
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.paper_addresses import addresses_of
from seoulution.web.shared.tags.records import named

LOOK: Final = "look"
"""The button that shows the paper instead of recording it."""


def _channel_words(row: PromotionChannel) -> str:
    """With how many there are of it, as of the source: the 119 trade offices are one channel."""
    count = row.record.count
    return f"{named(row)} ({count.value}, {count.year})" if count else named(row)


class SendingForm(forms.Form):
    """What was sent, how, to whom and when."""

    kind = forms.ChoiceField(label=gettext_lazy("Paper"), choices=kind_choices)
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"),
        required=False,
        choices=lambda: [("", "–"), *sector_choices()],
        help_text=gettext_lazy("For a brochure."),
    )
    solution = forms.ModelChoiceField(
        label=gettext_lazy("Solution"),
        required=False,
        queryset=PolicySolution.objects.none(),
        to_field_name="code",
        empty_label="–",
        help_text=gettext_lazy("For any other paper."),
    )
    city = forms.CharField(
        label=gettext_lazy("City"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For a city edition, by any of its names."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=lambda: list(LANGUAGE_NAMES.items()))
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=[(name, name.upper()) for name in FORMATS])
    channel = forms.ModelChoiceField(
        label=gettext_lazy("Channel"),
        required=False,
        queryset=PromotionChannel.objects.none(),
        to_field_name="code",
        empty_label=gettext_lazy("handed over directly"),
    )
    recipient = forms.CharField(
        label=gettext_lazy("Recipient"),
        max_length=300,
        help_text=gettext_lazy("A body or office; a person only where there is none."),
    )
    sent_on = forms.DateField(label=gettext_lazy("Sent on"), widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["solution"].queryset = PolicySolution.objects.offered().select_related("owner")  # type: ignore[attr-defined]
        self.fields["solution"].label_from_instance = named  # type: ignore[attr-defined]
        self.fields["channel"].queryset = PromotionChannel.objects.filter(withdrawn_on=None)  # type: ignore[attr-defined]
        self.fields["channel"].label_from_instance = _channel_words  # type: ignore[attr-defined]

    def clean_city(self) -> City | None:
        name = clean_text(self.cleaned_data["city"]).strip()
        city = city_named(name) if name else None
        if name and (city is None or city.is_provider):
            raise forms.ValidationError(_("No city of this name is on record."))
        return city

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind = PaperKind(data["kind"]) if data.get("kind") else None
        if kind is PaperKind.BROCHURE:
            self._needs(data, "sector", _("A brochure needs its sector."))
            if data.get("sector") and not sector_solutions(Sector(data["sector"])):
                self.add_error("sector", _("No solution is offered in this sector."))
        elif kind is not None:
            self._needs(data, "solution", _("Say which solution."))
        if kind is PaperKind.EDITION and "city" not in self.errors:
            self._needs(data, "city", _("An edition needs its city."))
        if kind and data.get("language") and data["language"] not in LANGUAGES[kind]:
            self.add_error("language", _("This paper is made in Korean and English only."))
        return data

    def _needs(self, data: dict[str, Any], name: str, words: str) -> None:
        if not data.get(name) and name not in self.errors:
            self.add_error(name, words)

    def wanted(self) -> Wanted:
        """The paper that the form speaks of; what belongs to another kind of paper is left out."""
        data, kind = self.cleaned_data, PaperKind(self.cleaned_data["kind"])
        of_sector = kind is PaperKind.BROCHURE
        return Wanted(
            kind,
            Language(data["language"]),
            solution=None if of_sector else data["solution"],
            sector=Sector(data["sector"]) if of_sector else None,
            city=data["city"] if kind is PaperKind.EDITION else None,
        )


@needs(Permission.SEND_MATERIALS)
@once
def record(request: SignedInRequest) -> HttpResponse:
    """The form; the page of a sending that is out of date leads here with it filled in."""
    asked = {name: request.GET[name] for name in SendingForm.base_fields if name in request.GET}
    first = {"sent_on": timezone.localdate(), "language": Language.EN.value, **asked}
    form = SendingForm(request.POST or None, initial=first)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        if LOOK in request.POST:
            paper = paper_of(form.wanted(), addresses_of(request), now=timezone.now())
            findings = refusals(paper, timezone.localdate())
            if not findings:
                return document_response(paper, form.cleaned_data["format"], paper.identifier)
        else:
            try:
                return _recorded(request, form)
            except Refused as refusal:
                findings = refusal.findings
    context = {"form": form, "findings": with_ways(findings, request.user), "submission": fresh_key(), "look": LOOK}
    return render(request, "office/sending_new.html", context, status=422 if request.method == "POST" else 200)


def _recorded(request: SignedInRequest, form: SendingForm) -> HttpResponse:
    data = form.cleaned_data
    sending = record_sending(
        form.wanted(),
        addresses_of(request),
        format=data["format"],
        channel=data["channel"],
        recipient=data["recipient"],
        sent_on=data["sent_on"],
        note=data["note"],
        by=request.user,
    )
    messages.success(request, _("The sending is on record, with what the paper quotes."))
    return redirect("office:sending", pk=sending.pk)
