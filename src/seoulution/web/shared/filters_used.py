"""What narrows a list, in words: each filter in use can then be shown and taken away by itself."""

from collections.abc import Mapping
from typing import Any

import django_filters
from django.forms import BaseForm


def filters_in_use(filtered: django_filters.FilterSet) -> list[tuple[str, str, str]]:
    """(parameter, value, words) of each filter that narrows the list."""
    return narrowed_by(filtered.form)


def narrowed_by(form: BaseForm) -> list[tuple[str, str, str]]:
    """The same of a filter's form."""
    used = []
    data: Mapping[str, Any] = form.cleaned_data if form.is_valid() else {}
    for name, value in data.items():
        if value in (None, ""):
            continue
        field = form.fields[name]
        words = {str(code): text for code, text in getattr(field, "choices", ())}.get(str(value), value)
        used.append((name, str(value), f"{field.label}: {words}"))
    return used
