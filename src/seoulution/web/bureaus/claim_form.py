"""A figure as a form: value, unit, year, boundary, source, how firmly it is known, until when it may be quoted."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.engine.vocabulary import Boundary
from seoulution.reference.schema.catalogue import SectionKey
from seoulution.web.bureaus.entry_form import EntryForm, SourceField
from seoulution.web.bureaus.section_form import confidence_choices

CODE = RegexValidator(r"^[a-z0-9][a-z0-9.\-]*$", gettext_lazy("Small Latin letters, digits, dots and hyphens."))
LONG = {"rows": 2}


def section_choices() -> list[tuple[str, str]]:
    return [(key.value, str(PART_TITLES[key])) for key in SectionKey]


def boundary_choices() -> list[tuple[str, str]]:
    return [(each.value, label(Boundary, each)) for each in Boundary]


class ClaimForm(EntryForm):
    """One claim of the template's `claims`."""

    code = forms.CharField(
        label=gettext_lazy("Short code"),
        max_length=80,
        validators=[CODE],
        help_text=gettext_lazy("Text refers to it by this code, for example revenue-water-2013. It can’t be changed later."),
    )
    label__ko = forms.CharField(label=gettext_lazy("What it measures, in Korean"), max_length=300)
    label__en = forms.CharField(label=gettext_lazy("What it measures, in English"), max_length=300)
    figure__value = forms.CharField(label=gettext_lazy("Value"), max_length=120, help_text=gettext_lazy("A number with a dot."))
    figure__unit = forms.CharField(label=gettext_lazy("Unit"), max_length=60, required=False)
    figure__year = forms.IntegerField(
        label=gettext_lazy("Year"),
        required=False,
        min_value=1390,
        max_value=2100,
        help_text=gettext_lazy("Empty only where the source gives none; then the note says so."),
    )
    figure__boundary = forms.ChoiceField(label=gettext_lazy("Area it is about"), choices=boundary_choices)
    figure__source = SourceField()
    figure__confidence = forms.ChoiceField(label=gettext_lazy("How firmly it is known"), choices=confidence_choices)
    section = forms.ChoiceField(label=gettext_lazy("Section it belongs to"), choices=section_choices)
    series = forms.CharField(
        label=gettext_lazy("Series"),
        required=False,
        max_length=80,
        validators=[CODE],
        help_text=gettext_lazy("Years of one figure share a series; together they make the before-and-after chart."),
    )
    valid_until = forms.DateField(
        label=gettext_lazy("May be quoted until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("A fact of a past year does not expire: leave it empty."),
    )
    figure__low = forms.DecimalField(label=gettext_lazy("Lowest value"), required=False)
    figure__high = forms.DecimalField(label=gettext_lazy("Highest value"), required=False)
    figure__approximate = forms.BooleanField(label=gettext_lazy("The source says “about”"), required=False)
    figure__printed = forms.CharField(
        label=gettext_lazy("As the paper printed it, where that differs"), required=False, max_length=120
    )
    figure__note__ko = forms.CharField(
        label=gettext_lazy("Note in Korean"), required=False, max_length=1000, widget=forms.Textarea(attrs=LONG)
    )
    figure__note__en = forms.CharField(
        label=gettext_lazy("Note in English"), required=False, max_length=1000, widget=forms.Textarea(attrs=LONG)
    )
    after_2014 = forms.BooleanField(label=gettext_lazy("It is of the time after mid-2014"), required=False)

    def __init__(self, *arguments: Any, taken: frozenset[str] = frozenset(), fixed: str = "", **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.taken, self.fixed = taken, fixed
        if fixed:
            self.fields["code"].disabled = True

    def clean_code(self) -> str:
        """A new claim does not take the place of another."""
        code = self.fixed or str(self.cleaned_data["code"])
        if not self.fixed and code in self.taken:
            raise forms.ValidationError(_("Another figure has this code already."))
        return code

    def clean(self) -> dict[str, Any]:
        """A year, or a note that says why there is none; a note in both languages."""
        given: dict[str, Any] = super().clean() or {}
        notes = [given.get("figure__note__ko"), given.get("figure__note__en")]
        if bool(notes[0]) != bool(notes[1]):
            self.add_error("figure__note__en" if notes[0] else "figure__note__ko", _("Write the note in both languages."))
        if given.get("figure__year") is None and not any(notes) and not self.has_error("figure__year"):
            self.add_error("figure__note__ko", _("Say in the note why there is no year."))
        return given

    def entry(self) -> dict[str, Any]:
        """Unit may be empty, never null."""
        made = super().entry()
        figure: dict[str, Any] = made["figure"]
        return {**made, "figure": {**figure, "unit": figure.get("unit") or ""}}
