"""Forms over entries of the template: `figure__year` is the `year` of the `figure` of an entry."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.network.models import Source
from seoulution.apps.network.queries import body_named, source_named, sources_like

STEP: Final = "__"
DATALIST_SOURCES: Final = "sources-on-record"
DATALIST_BODIES: Final = "bodies-on-record"
_CHOOSING: Final = {
    "list": DATALIST_SOURCES,
    "autocomplete": "off",
    "hx-get": lazy(reverse, str)("bureaus:source_options"),
    "hx-trigger": "input changed delay:300ms",
    "hx-target": f"#{DATALIST_SOURCES}",
}
"""The list holds what is near at hand; words typed fill it with any other source."""


class EntryForm(forms.Form):
    """Fills itself from an entry and gives one back; what was left empty becomes null, a group of empty fields as a whole."""

    @classmethod
    def initial_of(cls, entry: Mapping[str, Any] | None) -> dict[str, Any]:
        """The entry's values by field."""
        return {name: _dug(entry or {}, name.split(STEP)) for name in cls.base_fields}

    def entry(self) -> dict[str, Any]:
        """The entry as the template has it."""
        made: dict[str, Any] = {}
        for name in self.fields:
            _put(made, name.split(STEP), _plain(self.cleaned_data[name]))
        return {key: _pruned(value) for key, value in made.items()}


class SourceField(forms.CharField):
    """One source on record, by its code or title, with a list to choose from; a near miss is answered with suggestions."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("label", gettext_lazy("Source"))
        super().__init__(max_length=300, widget=forms.TextInput(attrs=_CHOOSING), **settings)

    def clean(self, value: Any) -> str:
        written = str(super().clean(value) or "").strip()
        return named_source(written) if written else ""


class SourcesField(forms.CharField):
    """Sources on record by their codes, with commas between."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("label", gettext_lazy("Sources"))
        settings.setdefault("help_text", gettext_lazy("Codes with commas between them."))
        super().__init__(max_length=2000, widget=forms.TextInput(attrs={"list": DATALIST_SOURCES}), **settings)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        written = str(super().clean(value) or "")
        asked = [part for part in re.split(r"[,\s]+", written) if part]
        known = set(Source.objects.filter(code__in=asked).values_list("code", flat=True))
        return list(dict.fromkeys(code if code in known else named_source(code) for code in asked))


class BodyField(forms.CharField):
    """A body on record, by its code or name, with a list to choose from."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(max_length=200, widget=forms.TextInput(attrs={"list": DATALIST_BODIES}), **settings)

    def clean(self, value: Any) -> str:
        written = str(super().clean(value) or "").strip()
        if not written:
            return ""
        body = body_named(written)
        if body is None:
            raise forms.ValidationError(
                _("No body on record goes by “%(name)s”. Choose one from the list.") % {"name": written}
            )
        return body.code


def named_source(written: str) -> str:
    """The code of the one source that is meant; ValidationError with the nearest otherwise."""
    found = source_named(written)
    if found is not None:
        return found.code
    near = ", ".join(source.code for source in sources_like(written)[:5])
    message = _("No source on record goes by “%(name)s”.") % {"name": written}
    raise forms.ValidationError(message + (" " + _("Did you mean: %(near)s?") % {"near": near} if near else ""))


def _dug(entry: Mapping[str, Any], steps: list[str]) -> Any:
    value: Any = entry
    for step in steps:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _put(made: dict[str, Any], steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        made = made.setdefault(step, {})
    made[steps[-1]] = value


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _pruned(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    made = {key: _pruned(held) for key, held in value.items()}
    return made if any(held not in (None, [], False) for held in made.values()) else None
