"""The form that shares something of an engagement: what, about which subject, with whom, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.models import DocumentVersion, Engagement
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import Dossier
from seoulution.apps.publishing.parties import CITY, Counterpart, named_by
from seoulution.apps.publishing.services.sharing import Thing
from seoulution.engine.engagements.codes import Recipient, SharedKind
from seoulution.web.shared.tags.records import named

INFORMATION = SharedKind.INFORMATION.value


def things_of(engagement: Engagement) -> list[tuple[str, Any]]:
    """What can be shared of it: words, papers on file that are not sensitive, dossiers of its request, its solutions first."""
    versions = DocumentVersion.objects.filter(
        document__engagement=engagement, document__withdrawn_at=None, document__is_sensitive=False
    ).select_related("document")
    papers = [(f"document:{each.pk}", f"{each.document.title} ({each.number}) · {each.original_name}") for each in versions]
    dossiers = Dossier.objects.filter(sharing_request__isnull=False, sharing_request=engagement.sharing_request_id)
    built = [(f"dossier:{each.pk}", f"{each.language} · {each.built_at:%Y-%m-%d}") for each in dossiers]
    linked = engagement.solutions.filter(version__gt=0)
    rest = PolicySolution.objects.offered().filter(sector=engagement.sector).exclude(pk__in=linked.values("pk"))
    solutions = [(f"edition:{each.code}", named(each)) for each in [*linked.defer("data"), *rest.defer("data")]]
    groups = ((SharedKind.DOCUMENT, papers), (SharedKind.DOSSIER, built), (SharedKind.EDITION, solutions))
    choices: list[tuple[str, Any]] = [(INFORMATION, _("Information in words (written below)"))]
    return choices + [(label(SharedKind, kind), options) for kind, options in groups if options]


def parties_of(engagement: Engagement) -> list[tuple[str, Any]]:
    """The city, firms of the sector first, then other firms and the agencies."""
    firms = list(Firm.objects.filter(withdrawn_on=None))
    near = [firm for firm in firms if engagement.sector in firm.record.sectors]
    far = [firm for firm in firms if firm not in near]
    agencies = Agency.objects.filter(withdrawn_on=None).defer("data")
    return [
        (CITY.key, f"{label(Recipient, Recipient.CITY)}: {named(engagement.city)}"),
        (_("Firms of the sector"), [(f"firm:{each.code}", named(each)) for each in near]),
        (_("Other firms"), [(f"firm:{each.code}", named(each)) for each in far]),
        (_("Agencies"), [(f"agency:{each.code}", named(each)) for each in agencies]),
    ]


class ShareForm(forms.Form):
    """What is missing or not allowed is the service's to say; the form only offers what there is."""

    thing = forms.ChoiceField(label=gettext_lazy("What is shared"))
    text = forms.CharField(
        label=gettext_lazy("The information, in words"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("What it is about, in the same words for everybody who gets it: evenness is judged by it."),
    )
    to = forms.MultipleChoiceField(
        label=gettext_lazy("With whom"), required=False, widget=forms.SelectMultiple(attrs={"size": 8})
    )
    reason = forms.CharField(
        label=gettext_lazy("Why it is shared"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    wording_reason = forms.CharField(
        label=gettext_lazy("Why a word not used toward cities may stand"), max_length=2_000, required=False
    )

    def __init__(self, *args: Any, engagement: Engagement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.engagement = engagement
        self.fields["thing"].choices = things_of(engagement)  # type: ignore[attr-defined]
        self.fields["to"].choices = parties_of(engagement)  # type: ignore[attr-defined]

    def chosen_thing(self) -> Thing:
        """As the service takes it; called once the form is valid."""
        kind, _colon, key = self.cleaned_data["thing"].partition(":")
        match SharedKind(kind):
            case SharedKind.DOCUMENT:
                return Thing(SharedKind.DOCUMENT, document_version=DocumentVersion.objects.filter(pk=key).first())
            case SharedKind.DOSSIER:
                return Thing(SharedKind.DOSSIER, dossier=Dossier.objects.filter(pk=key).first())
            case SharedKind.EDITION:
                return Thing(SharedKind.EDITION, solution=PolicySolution.objects.filter(code=key).first())
            case SharedKind.INFORMATION:
                return Thing(SharedKind.INFORMATION, text=self.cleaned_data["text"])

    def chosen_parties(self) -> list[Counterpart]:
        """Each once, in the order of the list."""
        found = (named_by(key) for key in dict.fromkeys(self.cleaned_data["to"]))
        return [each for each in found if each is not None]


class LinkForm(forms.Form):
    """To whom a link is given."""

    to = forms.ChoiceField(label=gettext_lazy("For"))
    holder = forms.CharField(label=gettext_lazy("Given to (person or office)"), max_length=200, required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    days = forms.IntegerField(label=gettext_lazy("Valid for (days)"), initial=90)

    def __init__(self, *args: Any, engagement: Engagement, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = parties_of(engagement)  # type: ignore[attr-defined]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]
