"""What a solution is at a glance, and what of it can be delivered, as forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from seoulution.apps.publishing.compose.solution_paper import COSTS
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import SolutionKind
from seoulution.web.bureaus.entry_form import BodyField, EntryForm, SourcesField
from seoulution.web.bureaus.entry_forms import CodesField
from seoulution.web.bureaus.section_form import confidence_choices, guarded
from seoulution.web.shared.choices import sector_choices


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label(SolutionKind, kind)) for kind in SolutionKind]


def cost_choices() -> list[tuple[str, str]]:
    return [(code, str(words)) for code, words in COSTS.items()]


class PairsField(forms.CharField):
    """Words in both languages, one pair a line: Korean | English."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return "\n".join(f"{pair['ko']} | {pair['en']}" for pair in value)
        return value

    def clean(self, value: Any) -> list[dict[str, str]]:
        pairs = []
        for line in str(super().clean(value) or "").splitlines():
            ko, _, en = (part.strip() for part in line.partition("|"))
            if ko and en:
                pairs.append({"ko": ko, "en": en})
            elif ko or en:
                raise forms.ValidationError(gettext_lazy("Each line holds both languages: Korean | English."))
        return pairs


class FactsForm(EntryForm):
    """The part `facts`."""

    name__ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=200)
    name__en = forms.CharField(label=gettext_lazy("Name in English"), max_length=200)
    result__ko = forms.CharField(
        label=gettext_lazy("Result in one line, in Korean"), max_length=600, widget=guarded("result__ko", "ko", 2)
    )
    result__en = forms.CharField(
        label=gettext_lazy("Result in one line, in English"), max_length=600, widget=guarded("result__en", "en", 2)
    )
    result__sources = SourcesField(label=gettext_lazy("Sources of the result"))
    result__basis = forms.ChoiceField(label=gettext_lazy("How firmly the result is known"), choices=confidence_choices)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=sector_choices)
    kinds = forms.MultipleChoiceField(label=gettext_lazy("Kind"), choices=kind_choices, widget=forms.CheckboxSelectMultiple)
    owner = BodyField(label=gettext_lazy("Owner"))
    cost_class = forms.ChoiceField(label=gettext_lazy("Cost class"), choices=cost_choices)
    started = forms.IntegerField(label=gettext_lazy("Begun in"), required=False, min_value=1390, max_value=2100)
    completed = forms.IntegerField(label=gettext_lazy("Completed in"), required=False, min_value=1390, max_value=2100)
    duration_years = forms.FloatField(label=gettext_lazy("Years it took"), required=False, min_value=0)
    aliases = CodesField(
        label=gettext_lazy("Other names"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Found in search; commas between them."),
    )
    symptoms = PairsField(
        label=gettext_lazy("How a city would describe the problem"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One a line, in both languages: Korean | English."),
    )

    def entry(self) -> dict[str, Any]:
        """Lists stay lists, and what the form does not show of the result is left to the caller."""
        made = super().entry()
        return {**made, "aliases": made["aliases"] or [], "symptoms": made["symptoms"] or []}


class DeliverableForm(EntryForm):
    """The part `deliverable`; a form left empty takes it away."""

    product__ko = forms.CharField(
        label=gettext_lazy("What is delivered, in Korean"),
        required=False,
        max_length=4000,
        widget=guarded("product__ko", "ko", 3),
    )
    product__en = forms.CharField(
        label=gettext_lazy("What is delivered, in English"),
        required=False,
        max_length=4000,
        widget=guarded("product__en", "en", 3),
    )
    product__sources = SourcesField(label=gettext_lazy("Sources of it"), required=False)
    providers = CodesField(
        label=gettext_lazy("Who delivers it"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("Codes of corporations or firms that may lawfully trade, with commas between them."),
    )
    price_basis__ko = forms.CharField(
        label=gettext_lazy("What the price is based on, in Korean"),
        required=False,
        max_length=4000,
        widget=guarded("price_basis__ko", "ko", 3),
    )
    price_basis__en = forms.CharField(
        label=gettext_lazy("What the price is based on, in English"),
        required=False,
        max_length=4000,
        widget=guarded("price_basis__en", "en", 3),
    )
    price_basis__sources = SourcesField(label=gettext_lazy("Sources of the price"), required=False)

    def clean(self) -> dict[str, Any]:
        """What is written is written in both languages, with a source."""
        given: dict[str, Any] = super().clean() or {}
        for name in ("product", "price_basis"):
            parts = [f"{name}__ko", f"{name}__en", f"{name}__sources"]
            filled = [part for part in parts if given.get(part)]
            if filled and len(filled) < len(parts):
                lacking = next(part for part in parts if part not in filled)
                self.add_error(lacking, gettext_lazy("Both languages and a source, or none of the three."))
        return given

    def entry(self) -> dict[str, Any] | None:  # type: ignore[override]
        """Null where nothing can be delivered."""
        made = super().entry()
        made["providers"] = made["providers"] or []
        return made if any(made.values()) else None
