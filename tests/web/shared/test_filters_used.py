"""What narrows a list, in words."""

import django_filters
from django.http import QueryDict

from seoulution.apps.cities.models import City
from seoulution.web.shared.filters_used import filters_in_use


class Some(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Words", field_name="name_en")
    kind = django_filters.ChoiceFilter(label="Kind", choices=[("a", "The first"), ("b", "The second")], field_name="code")

    class Meta:
        model = City
        fields: list[str] = []


def test_each_filter_in_use_is_said_in_the_words_of_its_choice() -> None:
    assert filters_in_use(Some(QueryDict("kind=b&q="))) == [("kind", "b", "Kind: The second")]


def test_what_is_no_choice_narrows_nothing() -> None:
    assert filters_in_use(Some(QueryDict("kind=z"))) == []
