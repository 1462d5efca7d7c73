"""A filled form is kept for one address, one language and one set of choices, and says what a fresh one would say."""

from collections.abc import Mapping
from typing import Any

import django_filters
import pytest
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext_lazy

from seoulution.apps.engagements.models import Engagement
from seoulution.web.shared.filled_filters import Choices, KeptFilter
from seoulution.web.shared.filters_used import filters_in_use
from seoulution.web.shared.tags.forms import filter_fields

pytestmark = pytest.mark.django_db


class Some(KeptFilter):
    q = django_filters.CharFilter(label=gettext_lazy("Words"), field_name="words", lookup_expr="contains", max_length=10)
    stage = django_filters.ChoiceFilter(label=gettext_lazy("Stage"), empty_label=gettext_lazy("Any stage"))
    whose = django_filters.CharFilter(method="by_whose")

    class Meta:
        model = Engagement
        fields: list[str] = []

    def offered(self) -> Mapping[str, Choices]:
        return {"stage": self.request}

    def by_whose(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(code=self.request[0][0])


TWO: Choices = (("training", "Training"), ("planning", "Planning"))


def some(query: str, offered: Choices = TWO) -> Some:
    return Some(QueryDict(query), queryset=Engagement.objects.order_by("code"), request=offered)


def test_the_same_address_has_the_same_form_and_another_has_another() -> None:
    assert some("stage=training&page=2").form is some("stage=training").form
    assert len({id(some(query).form) for query in ("", "stage=", "stage=training", "q=a", "q=b")}) == 5


def test_it_says_what_the_library_would_say() -> None:
    for query in ("", "stage=training&q=%3Cb%3E", "stage=unheard-of", "q=far+too+many+words"):
        kept = some(query)
        alone = type(kept.form)(QueryDict(query))
        alone.fields["stage"].choices = TWO
        assert kept.filled.fields == filter_fields(alone)
        assert kept.form.errors == alone.errors and kept.form.cleaned_data == alone.cleaned_data
        assert list(kept.filled.in_use) == filters_in_use(kept)


def test_each_language_has_its_own() -> None:
    with translation.override("ko"):
        korean = some("stage=training").filled
    with translation.override("en"):
        english = some("stage=training").filled
    assert (
        "단계" in korean.fields
        and "단계" not in english.fields
        and english.in_use == (("stage", "training", "Stage: Training"),)
    )


def test_what_one_person_is_offered_another_is_not() -> None:
    assert "Planning" in some("").filled.fields
    assert "Planning" not in some("", TWO[:1]).filled.fields
    assert some("stage=planning").form.is_valid() and not some("stage=planning", TWO[:1]).form.is_valid()


def test_the_filter_is_of_the_one_who_asks_though_the_form_is_kept() -> None:
    codes = list(Engagement.objects.order_by("code").values_list("code", flat=True)[:2])
    first, second = (some("whose=mine", ((code, "one"),)) for code in codes)
    assert [row.code for row in first.qs] == codes[:1] and [row.code for row in second.qs] == codes[1:]
