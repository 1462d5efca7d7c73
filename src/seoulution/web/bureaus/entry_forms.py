"""The template's lists as forms: levels, conditions, first steps, places that received it, awards, patents, other open questions."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.cities.models import Indicator
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Confidence
from seoulution.reference.schema.catalogue import ConditionKind
from seoulution.web.bureaus.claim_form import CODE
from seoulution.web.bureaus.entry_form import BodyField, EntryForm, SourcesField
from seoulution.web.bureaus.section_form import confidence_choices
from seoulution.web.shared.tags.records import named


def text(words: Any, *, required: bool = True, rows: int = 2) -> forms.CharField:
    return forms.CharField(label=words, required=required, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}))


def basis() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("How firmly it is known"), choices=confidence_choices, initial=Confidence.JUDGEMENT.value
    )


def indicator_choices() -> list[tuple[str, str]]:
    return [("", _("none: the city is asked")), *((row.code, named(row)) for row in Indicator.objects.all())]


def kind_choices() -> list[tuple[str, str]]:
    return [(each.value, label(ConditionKind, each)) for each in ConditionKind]


def comparison_choices() -> list[tuple[str, str]]:
    return [("", "–"), ("at_least", _("at least")), ("at_most", _("at most"))]


class CodesField(forms.CharField):
    """Codes with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        return [part.strip() for part in str(super().clean(value) or "").split(",") if part.strip()]


class LevelForm(EntryForm):
    level = forms.IntegerField(label=gettext_lazy("Level"), min_value=1, max_value=5)
    years = forms.CharField(label=gettext_lazy("Years in which Seoul was there"), required=False, max_length=60)
    text__ko = text(gettext_lazy("What a city can adopt, in Korean"))
    text__en = text(gettext_lazy("What a city can adopt, in English"))
    requires = CodesField(
        label=gettext_lazy("Conditions it requires"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("Codes of conditions, with commas between them."),
    )
    basis = basis()


class ConditionForm(EntryForm):
    code = forms.CharField(label=gettext_lazy("Short code"), max_length=80, validators=[CODE])
    kind = forms.ChoiceField(label=gettext_lazy("What it is about"), choices=kind_choices)
    text__ko = text(gettext_lazy("The condition in Korean"))
    text__en = text(gettext_lazy("The condition in English"))
    indicator = forms.ChoiceField(label=gettext_lazy("Figure of the city"), choices=indicator_choices, required=False)
    comparison = forms.ChoiceField(label=gettext_lazy("It must be"), choices=comparison_choices, required=False)
    threshold = forms.FloatField(label=gettext_lazy("Threshold"), required=False)
    unit = forms.CharField(label=gettext_lazy("Unit"), required=False, max_length=60)
    critical = forms.BooleanField(label=gettext_lazy("Critical: without it the solution fails"), required=False)
    basis = basis()
    sources = SourcesField(required=False)

    def clean(self) -> dict[str, Any]:
        """Figure, comparison and threshold stand together or not at all."""
        given: dict[str, Any] = super().clean() or {}
        parts = ("indicator", "comparison", "threshold", "unit")
        filled = [name for name in parts if given.get(name) not in (None, "")]
        if filled and len(filled) < len(parts):
            lacking = next(name for name in parts if name not in filled)
            self.add_error(
                lacking, _("A condition that is checked names figure, comparison, threshold and unit; otherwise none of them.")
            )
        return given


class FirstStepForm(EntryForm):
    text__ko = text(gettext_lazy("The step in Korean"))
    text__en = text(gettext_lazy("The step in English"))
    weeks = forms.IntegerField(label=gettext_lazy("Weeks it takes"), required=False, min_value=1, max_value=520)
    basis = basis()
    sources = SourcesField(required=False)


class SharedForm(EntryForm):
    place__ko = forms.CharField(label=gettext_lazy("Place in Korean"), max_length=200)
    place__en = forms.CharField(label=gettext_lazy("Place in English"), max_length=200)
    year = forms.CharField(label=gettext_lazy("When"), max_length=40)
    text__ko = text(gettext_lazy("What it received, in Korean"))
    text__en = text(gettext_lazy("What it received, in English"))
    sources = SourcesField()
    after_2014 = forms.BooleanField(label=gettext_lazy("After mid-2014"), required=False)


class AwardForm(EntryForm):
    name__ko = forms.CharField(label=gettext_lazy("Award in Korean"), max_length=300)
    name__en = forms.CharField(label=gettext_lazy("Award in English"), max_length=300)
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1390, max_value=2100)
    awarded_by__ko = forms.CharField(label=gettext_lazy("Awarded by, in Korean"), max_length=300)
    awarded_by__en = forms.CharField(label=gettext_lazy("Awarded by, in English"), max_length=300)
    sources = SourcesField()


class PatentForm(EntryForm):
    name__ko = forms.CharField(label=gettext_lazy("Patent in Korean"), max_length=300)
    name__en = forms.CharField(label=gettext_lazy("Patent in English"), max_length=300)
    year = forms.IntegerField(label=gettext_lazy("Year"), required=False, min_value=1390, max_value=2100)
    country = forms.CharField(label=gettext_lazy("Country"), required=False, max_length=60)
    sources = SourcesField()


class OpenQuestionForm(EntryForm):
    about = forms.CharField(label=gettext_lazy("What it is about, as a code"), max_length=80, validators=[CODE])
    question__ko = text(gettext_lazy("Question in Korean"))
    question__en = text(gettext_lazy("Question in English"))
    ask = BodyField(label=gettext_lazy("Whom to ask"))


FORMS: Final[Mapping[str, type[EntryForm]]] = {
    "levels": LevelForm,
    "conditions": ConditionForm,
    "first_steps": FirstStepForm,
    "shared": SharedForm,
    "awards": AwardForm,
    "patents": PatentForm,
    "gaps": OpenQuestionForm,
}
"""Which list is edited with which form."""
