"""The form of a drafted legal rule, in plain words; what it says becomes the record in the rule's own shape."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy

from seoulution.apps.engagements.models import LegalRule
from seoulution.apps.network.models import Source
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Activity, Confidence, MoneyFlow, Party

WAYS: Final = 5
"""How many lawful ways one rule can name; our setting."""


def _codes(kind: Any) -> list[tuple[str, str]]:
    return [(code.value, label(kind, code)) for code in kind]


def _as_asked(kind: Any) -> list[tuple[str, Any]]:
    return [("", gettext_lazy("as asked")), *_codes(kind)]


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _sources() -> list[tuple[str, str]]:
    """The sources that rules rest on today, by title; another is named by its code."""
    used = {code for data in LegalRule.objects.values_list("data", flat=True) for code in data["basis"]["sources"]}
    return [(row.code, row.title) for row in Source.objects.filter(code__in=used).order_by("title")]


class RuleForm(forms.Form):
    """Who, what, which money; the answer; its basis in both languages with source, article and quotation; from when to when."""

    code = forms.SlugField(
        label=gettext_lazy("Short name"),
        max_length=60,
        help_text=gettext_lazy("Small Latin letters and hyphens, such as city-hall-posting. It stays for good."),
    )
    actors = forms.MultipleChoiceField(
        label=gettext_lazy("Who acts"),
        required=False,
        choices=lambda: _codes(Party),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked means anyone."),
    )
    activities = forms.MultipleChoiceField(
        label=gettext_lazy("What is done"),
        required=False,
        choices=lambda: _codes(Activity),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked means anything."),
    )
    money_flows = forms.MultipleChoiceField(
        label=gettext_lazy("For which money"),
        required=False,
        choices=lambda: _codes(MoneyFlow),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked means any."),
    )
    answer = forms.ChoiceField(label=gettext_lazy("Answer"), choices=lambda: _codes(Basis), widget=forms.RadioSelect)
    basis_ko = forms.CharField(label=gettext_lazy("Basis, in Korean"), max_length=3000, widget=_words(4))
    basis_en = forms.CharField(label=gettext_lazy("Basis, in English"), max_length=3000, widget=_words(4))
    decided_by_ko = forms.CharField(
        label=gettext_lazy("Who decides, in Korean"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Needed where a basis is still to be found."),
    )
    decided_by_en = forms.CharField(label=gettext_lazy("Who decides, in English"), required=False, max_length=500)
    article_ko = forms.CharField(label=gettext_lazy("Statute, article and date, in Korean"), required=False, max_length=500)
    article_en = forms.CharField(label=gettext_lazy("Statute, article and date, in English"), required=False, max_length=500)
    quotation = forms.CharField(
        label=gettext_lazy("Quotation"),
        required=False,
        max_length=3000,
        widget=_words(3),
        help_text=gettext_lazy("The source’s own Korean words."),
    )
    sources = forms.MultipleChoiceField(
        label=gettext_lazy("Sources"), required=False, choices=_sources, widget=forms.CheckboxSelectMultiple
    )
    other_sources = forms.CharField(
        label=gettext_lazy("Other sources"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Codes from the list of sources, with commas between them."),
    )
    firmness = forms.ChoiceField(
        label=gettext_lazy("How firmly it rests on them"),
        choices=[
            (Confidence.PRIMARY.value, gettext_lazy("The source says so")),
            (Confidence.JUDGEMENT.value, gettext_lazy("It is our reading of the source")),
        ],
    )
    valid_from = forms.DateField(
        label=gettext_lazy("In force from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Where the answer changes: the first day. The rule it changes ends the day before."),
    )
    valid_to = forms.DateField(
        label=gettext_lazy("In force until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(label=gettext_lazy("Why it changes"), max_length=2000, widget=_words(2))

    def __init__(self, *args: Any, rule: LegalRule | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rule is not None:
            del self.fields["code"]

    def record(self, ways: list[dict[str, Any]]) -> dict[str, Any]:
        """The record in the rule's shape, unchecked: the service says what is wrong with it."""
        data = self.cleaned_data
        others = [code.strip() for code in data["other_sources"].split(",") if code.strip()]
        first = data["valid_from"]
        return {
            **({"code": data["code"]} if "code" in data else {}),
            "actors": data["actors"],
            "activities": data["activities"],
            "money_flows": data["money_flows"],
            "answer": data["answer"],
            "basis": {
                "ko": data["basis_ko"],
                "en": data["basis_en"],
                "sources": [*data["sources"], *others],
                "basis": data["firmness"],
                "after_2014": first is not None and first > AS_OF_PROGRAMME,
            },
            "article": _pair(data, "article"),
            "quotation": data["quotation"] or None,
            "decided_by": _pair(data, "decided_by"),
            "alternatives": ways,
            "valid_from": first.isoformat() if first else None,
            "valid_to": data["valid_to"].isoformat() if data["valid_to"] else None,
        }


class WayForm(forms.Form):
    """One lawful way: what changes of the route that was asked for."""

    actor = forms.ChoiceField(label=gettext_lazy("Who acts"), required=False, choices=lambda: _as_asked(Party))
    activity = forms.ChoiceField(label=gettext_lazy("What is done"), required=False, choices=lambda: _as_asked(Activity))
    money_flow = forms.ChoiceField(label=gettext_lazy("For which money"), required=False, choices=lambda: _as_asked(MoneyFlow))
    ko = forms.CharField(label=gettext_lazy("In Korean"), required=False, max_length=500)
    en = forms.CharField(label=gettext_lazy("In English"), required=False, max_length=500)


WayForms = forms.formset_factory(WayForm, extra=0, min_num=WAYS, max_num=WAYS)


def ways_of(forms_: Any) -> list[dict[str, Any]]:
    """The lines that were filled, in their order."""
    parts = ("actor", "activity", "money_flow")
    return [
        {**{part: line[part] for part in parts if line[part]}, "text": {"ko": line["ko"], "en": line["en"]}}
        for line in forms_.cleaned_data
        if any(line.get(name) for name in (*parts, "ko", "en"))
    ]


def first_values(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the two forms begin with where a rule is to be changed."""
    basis, article, decided = data["basis"], data.get("article") or {}, data.get("decided_by") or {}
    known = {code for code, _title in _sources()}
    rule = {
        **{
            name: data[name]
            for name in ("actors", "activities", "money_flows", "answer", "quotation", "valid_from", "valid_to")
        },
        "basis_ko": basis["ko"],
        "basis_en": basis["en"],
        "sources": [code for code in basis["sources"] if code in known],
        "other_sources": ", ".join(code for code in basis["sources"] if code not in known),
        "firmness": basis["basis"],
        **{f"article_{language}": words for language, words in article.items()},
        **{f"decided_by_{language}": words for language, words in decided.items()},
    }
    ways = [
        {**{name: way[name] or "" for name in ("actor", "activity", "money_flow")}, **way["text"]}
        for way in data["alternatives"]
    ]
    return rule, ways


def _pair(data: Mapping[str, Any], name: str) -> dict[str, str] | None:
    ko, en = data[f"{name}_ko"], data[f"{name}_en"]
    return {"ko": ko, "en": en} if ko or en else None
