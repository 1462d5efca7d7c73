"""One section as a form: its words in both languages with sources, or what is not known and whom to ask."""

import json
from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.catalogue.template import guidance
from seoulution.apps.network.models import Source
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Confidence
from seoulution.reference.schema.template import TemplatePart
from seoulution.web.bureaus.entry_form import BodyField, SourceField
from seoulution.web.shared.tags.records import words

CONFIDENCES: Final = (Confidence.PRIMARY, Confidence.SECONDARY, Confidence.DERIVED, Confidence.JUDGEMENT)
"""How firmly a text may be known; what nobody saw in a source is refused."""
GUARDED: Final = {"audience": "city", "praise": "1"}


def confidence_choices() -> list[tuple[str, str]]:
    return [(each.value, f"{each.value}: {label(Confidence, each)}") for each in CONFIDENCES]


def guarded(name: str, language: str, rows: int = 9) -> forms.Textarea:
    """A field whose words are looked at while they are typed; `name` is the field's, so that the check finds its text."""
    return forms.Textarea(
        attrs={
            "rows": rows,
            "lang": language,
            "hx-post": lazy(reverse, str)("wording_check"),
            "hx-trigger": "input changed delay:500ms",
            "hx-target": f"#guard-{name}",
            "hx-swap": "innerHTML",
            "hx-vals": json.dumps({**GUARDED, "language": language, "field": name}),
        }
    )


class SectionForm(forms.Form):
    """`initial_of` and `value` lead from the part of a draft and back; see `parts.value_of`."""

    ko = forms.CharField(label=gettext_lazy("Text in Korean"), required=False, max_length=20_000, widget=guarded("ko", "ko"))
    en = forms.CharField(label=gettext_lazy("Text in English"), required=False, max_length=20_000, widget=guarded("en", "en"))
    answers = forms.MultipleChoiceField(
        label=gettext_lazy("Which questions of a receiving city does it answer?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sources = forms.MultipleChoiceField(
        label=gettext_lazy("Sources it rests on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    another = SourceField(
        label=gettext_lazy("Add a source on record"),
        required=False,
        help_text=gettext_lazy("Type a code or words of the title."),
    )
    one_more = SourceField(label=gettext_lazy("Add one more"), required=False)
    basis = forms.ChoiceField(label=gettext_lazy("How firmly it is known"), choices=confidence_choices)
    after_2014 = forms.BooleanField(label=gettext_lazy("It tells of the time after mid-2014"), required=False)
    new_title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=300)
    new_publisher = forms.CharField(label=gettext_lazy("Publisher"), required=False, max_length=300)
    new_address = forms.URLField(
        label=gettext_lazy("Address on the web"), required=False, max_length=500, assume_scheme="https"
    )
    new_published = forms.CharField(label=gettext_lazy("Published on"), required=False, max_length=60)
    gap_ko = forms.CharField(
        label=gettext_lazy("Question in Korean"), required=False, max_length=2000, widget=guarded("gap_ko", "ko", 3)
    )
    gap_en = forms.CharField(
        label=gettext_lazy("Question in English"), required=False, max_length=2000, widget=guarded("gap_en", "en", 3)
    )
    gap_ask = BodyField(label=gettext_lazy("Whom to ask"), required=False)

    def __init__(self, part: TemplatePart, known_sources: list[str], *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        titles = dict(Source.objects.filter(code__in=known_sources).values_list("code", "title"))
        self.fields["answers"].choices = [(q.code, words(q)) for q in guidance()[part].questions]  # type: ignore[attr-defined]
        self.fields["sources"].choices = [(code, f"{code}: {titles.get(code, '')}") for code in known_sources]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Both languages or neither, a text with a source, a question with somebody to ask, and never a blank section."""
        given: dict[str, Any] = super().clean() or {}
        self._together(("ko", "en"), _("Write it in both languages; both are printed."))
        self._together(("gap_ko", "gap_en"), _("Put the question in both languages."))
        rests = given.get("sources") or given.get("another") or given.get("one_more") or given.get("new_title")
        if given.get("ko") and not rests and not self.has_error("another"):
            self.add_error("another", _("Name the source it rests on. “owner-statement” is the owner’s own word."))
        if given.get("new_title") and not given.get("new_publisher"):
            self.add_error("new_publisher", _("Say who published it."))
        if given.get("gap_ko") and not given.get("gap_ask") and not self.has_error("gap_ask"):
            self.add_error("gap_ask", _("Say who could know it."))
        if not given.get("ko") and not given.get("gap_ko") and not self.errors:
            self.add_error("gap_ko", _("No section stays blank: write what is known, or say what is not and whom to ask."))
        return given

    def _together(self, names: tuple[str, str], said: str) -> None:
        filled = [name for name in names if (self.cleaned_data.get(name) or "").strip()]
        if len(filled) == 1:
            self.add_error(next(name for name in names if name not in filled), said)

    @staticmethod
    def initial_of(value: dict[str, Any]) -> dict[str, Any]:
        """The part as the form shows it."""
        text = value["text"] or {"basis": Confidence.SECONDARY.value}
        gap = value["gaps"][0] if value["gaps"] else {}
        question = gap.get("question", {})
        kept = {name: text.get(name) for name in ("ko", "en", "sources", "answers", "basis", "after_2014")}
        return {**kept, "gap_ko": question.get("ko"), "gap_en": question.get("en"), "gap_ask": gap.get("ask")}

    def value(self, key: str, before: dict[str, Any], added: str = "") -> dict[str, Any]:
        """The part as it is to be written; `added` is the code of a source made from the form's own fields."""
        given = self.cleaned_data
        sources = [*given["sources"], given["another"], given["one_more"], added]
        text = {
            "ko": given["ko"],
            "en": given["en"],
            "sources": list(dict.fromkeys(code for code in sources if code)),
            "basis": given["basis"],
            "after_2014": given["after_2014"],
            "answers": given["answers"],
        }
        question = {"ko": given["gap_ko"], "en": given["gap_en"]}
        gap = [{"about": key, "question": question, "ask": given["gap_ask"]}] if given["gap_ko"] else []
        return {"text": text if given["ko"] else None, "gaps": [*gap, *before["gaps"][1:]]}
