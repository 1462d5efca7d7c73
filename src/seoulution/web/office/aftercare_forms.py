"""Forms of aftercare: an agreed level, a reading, the beginning of an operation, what a look found."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.engagements.services.aftercare import Agreed
from seoulution.web.office.work_forms import day_field, text_field


def number_field(words: Any) -> forms.DecimalField:
    """A measured or agreed number, of four decimals at most."""
    return forms.DecimalField(label=words, max_digits=20, decimal_places=4, widget=forms.NumberInput(attrs={"step": "any"}))


class LevelForm(forms.Form):
    """What was agreed, and where."""

    measure = forms.CharField(
        label=gettext_lazy("What is measured"),
        max_length=200,
        help_text=gettext_lazy("For example: water delivered against water billed."),
    )
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=60)
    direction = forms.ChoiceField(label=gettext_lazy("It is to stay"), widget=forms.RadioSelect, initial="least")
    bound = number_field(gettext_lazy("The agreed level"))
    agreed_on = day_field(gettext_lazy("Agreed on"), required=True)
    agreed_in = forms.CharField(label=gettext_lazy("In which paper and clause"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["direction"].choices = [("least", _("at least there")), ("most", _("at most there"))]  # type: ignore[attr-defined]

    def agreed(self) -> Agreed:
        """As the service takes it."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("measure", "unit", "bound", "agreed_on", "agreed_in")}
        return Agreed(**plain, higher_is_better=data["direction"] == "least")


class ReadingForm(forms.Form):
    """What was measured."""

    read_on = day_field(gettext_lazy("Measured on"), required=True)
    value = number_field(gettext_lazy("Value"))
    source = forms.CharField(label=gettext_lazy("Who measured it, or where it can be looked up"), max_length=300)


class PlanForm(forms.Form):
    """Since when it operates."""

    operates_from = day_field(gettext_lazy("In operation since"), required=True)


class CheckForm(forms.Form):
    """What a look found."""

    done_on = day_field(gettext_lazy("Looked at on"), required=True)
    seen = text_field(gettext_lazy("What was seen"), rows=5)
    is_sound = forms.ChoiceField(label=gettext_lazy("Is it sound?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_sound"].choices = [("yes", _("Sound")), ("no", _("Not sound"))]  # type: ignore[attr-defined]
