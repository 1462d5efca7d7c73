"""Filters whose form is filled, read and written once for each address and language: for long lists this is a quarter of a page's cost."""

from collections.abc import Mapping
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

import django_filters
from django.db.models import QuerySet
from django.forms import BaseForm, Form
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django_filters.constants import EMPTY_VALUES

from seoulution.web.shared.filters_used import narrowed_by
from seoulution.web.shared.tags.forms import filter_fields

Choices = tuple[tuple[str, str], ...]
MOST: Final = 500
"""Filled forms kept; those not asked for longest go first."""


@dataclass(frozen=True, slots=True)
class Filled:
    """form : as read, never changed again; fields : its fields written; in_use : what narrows the list, in words"""

    form: BaseForm
    fields: SafeString
    in_use: tuple[tuple[str, str, str], ...]


class KeptFilter(django_filters.FilterSet):
    """A filter of an address. What its form depends on beside address and language, it names in `offered`.

    The filter itself is of one request: who asks and what the list holds are never kept. Of the library's filters only those that narrow
    the list are made for it: copying all of them costs more than asking the database.
    """

    def __init__(self, data: Mapping[str, Any], queryset: QuerySet[Any], *, request: Any) -> None:
        self.is_bound, self.data, self.queryset, self.request = True, data, queryset, request

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that the form's values leave."""
        for name, value in self.form.cleaned_data.items():
            if value not in EMPTY_VALUES:
                one = deepcopy(self.base_filters[name])
                one.model, one.parent = queryset.model, self
                queryset = one.filter(queryset, value)
        return queryset

    def offered(self) -> Mapping[str, Choices]:
        """Choices of single fields that are not the same for everybody or always."""
        return {}

    @cached_property
    def filled(self) -> Filled:
        """The form for this address."""
        given = tuple((name, str(self.data[name])) for name in self.base_filters if name in self.data)
        kind: Any = type(self)
        return _filled(kind, get_language(), given, tuple(self.offered().items()))

    @property
    def form(self) -> BaseForm:
        return self.filled.form


@lru_cache(maxsize=MOST)
def _filled(
    kind: Any,
    language: str | None,
    given: tuple[tuple[str, str], ...],
    offered: tuple[tuple[str, Choices], ...],
) -> Filled:
    """Everything that a filled form says is made of these four."""
    form = _form_of(kind)(dict(given))
    for name, choices in offered:
        form.fields[name].choices = choices  # type: ignore[attr-defined]
    form.full_clean()
    return Filled(form, filter_fields(form), tuple(narrowed_by(form)))


@lru_cache(maxsize=50)
def _form_of(kind: Any) -> type[Form]:
    """As the library makes it for each filter anew; copies, because a filter keeps its field once it was asked for it."""
    fields: dict[str, Any] = {name: copy(each).field for name, each in kind.base_filters.items()}
    return type(f"{kind.__name__}Form", (Form,), fields)
